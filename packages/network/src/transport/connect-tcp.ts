import { lookup as systemLookup } from 'node:dns'
import { createConnection, type LookupFunction, type OnReadOpts, type Socket } from 'node:net'

import type { Address } from './transport.ts'

/** How long one of a name's addresses is tried before the next is, in milliseconds; Node's own 250 are too few across an ocean. */
const ATTEMPT_MS = 2000

/** What a socket may be told. */
export interface TcpOptions {
  /** @default the system's resolver */
  readonly lookup?: LookupFunction
  readonly onread?: OnReadOpts
}

/**
 * A socket that is being connected. The name is looked up each time, so that DNS may change, and all its addresses are tried, one after the
 * other (Kafka: client.dns.lookup=use_all_dns_ips).
 */
export function connectTcp(
  { host, port }: Address,
  { onread, lookup = systemLookup as LookupFunction }: TcpOptions = {},
): Socket {
  return createConnection({
    host,
    port,
    lookup,
    ...(onread === undefined ? {} : { onread }),
    noDelay: true,
    keepAlive: true,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ATTEMPT_MS,
  })
}
