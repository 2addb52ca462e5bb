// The authorities that Node trusts of itself, as texts: a `ca` of one's own takes their place, and a context that is to trust both must be given both.
import { readFileSync } from 'node:fs'
import * as tls from 'node:tls'

import { pemCertificates } from './pem.ts'

// From Node 22.15 on, and in Deno and Bun.
type WithDefaults = { readonly getCACertificates?: (type: 'default') => readonly string[] }

/**
 * Node's own, and those of the file that `NODE_EXTRA_CA_CERTS` names; a file that cannot be read counts for nothing, as in Node, which warns of it
 * when it starts.
 */
export function systemAuthorities(): readonly string[] {
  const { getCACertificates } = tls as WithDefaults
  return getCACertificates?.('default') ?? [...tls.rootCertificates, ...extraAuthorities()]
}

function extraAuthorities(): readonly string[] {
  try {
    const path = process.env['NODE_EXTRA_CA_CERTS']
    return path === undefined || path === '' ? [] : pemCertificates(readFileSync(path, 'utf8'))
  } catch {
    return []
  }
}
