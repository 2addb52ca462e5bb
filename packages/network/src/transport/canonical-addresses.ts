import { lookup, lookupService } from 'node:dns/promises'

import type { Address } from './transport.ts'

/** The system's resolver. */
export interface NameLookup {
  lookup(host: string): Promise<readonly { readonly address: string }[]>
  lookupService(address: string, port: number): Promise<{ readonly hostname: string }>
}

const systemNames: NameLookup = { lookup: (host) => lookup(host, { all: true }), lookupService }

/**
 * The canonical names of all hosts behind a name; an IP address that has none stays as it is. Rejects where the name itself is not known.
 */
export async function canonicalAddresses(
  { host, port }: Address,
  names: NameLookup = systemNames,
): Promise<readonly Address[]> {
  const found = await names.lookup(host)
  return Promise.all(
    found.map(async ({ address }) => {
      const { hostname } = await names.lookupService(address, port).catch(() => ({ hostname: address }))
      return { host: hostname, port }
    }),
  )
}
