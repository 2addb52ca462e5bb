import { UsageError } from '@odradek/protocol'

import type { Address } from './transport/transport.ts'

const EXAMPLE = "such as 'localhost:9092' or 'kafka-1:9092,kafka-2:9092,[::1]:9092'"

/**
 * Parses `bootstrapServers`: `host:port` items, as an array or as one string with commas; an IPv6 address stands in brackets. Equal items
 * are taken once. Throws UsageError, with the bad part and an example, where an item is not of that form or none is left.
 */
export function parseBootstrapServers(servers: string | readonly string[]): Address[] {
  const items = (typeof servers === 'string' ? servers.split(',') : servers.flatMap((item) => item.split(',')))
    .map((item) => item.trim())
    .filter((item) => item !== '')
  if (items.length === 0) throw new UsageError(`bootstrapServers names no broker: give host:port, ${EXAMPLE}`)
  return [...new Set(items)].map(parseServer)
}

function parseServer(item: string): Address {
  // A listener name as in Kafka's server.properties (PLAINTEXT://host:port) is passed over, as Kafka's clients do.
  const match = /^(?:[A-Za-z0-9_]+:\/\/)?(?:\[([^\]]+)\]|([^:[\]/\s]+)):(\d{1,5})$/.exec(item)
  if (match === null) throw bad(item, whatIsWrong(item))
  const host = match[1] ?? match[2]!
  const port = Number(match[3])
  if (match[1] !== undefined && !/^[0-9A-Fa-f:.]+(%[0-9A-Za-z_.-]+)?$/.test(host)) {
    throw bad(item, `[${host}] is not an IPv6 address`)
  }
  if (port < 1 || port > 65535) throw bad(item, `the port must be from 1 to 65535`)
  return { host, port }
}

function whatIsWrong(item: string): string {
  if (!item.includes(':')) return 'the port is missing'
  if (!item.includes('[') && item.split(':').length > 2) return 'an IPv6 address stands in brackets'
  if (/:[^:\]]*$/.test(item) && !/:\d+$/.test(item)) return 'the port must be a number from 1 to 65535'
  return 'it is not host:port'
}

function bad(item: string, why: string): UsageError {
  return new UsageError(`bootstrapServers has '${item}': ${why}; give host:port, ${EXAMPLE}`)
}

/** An address as people write it: `host:port`, with an IPv6 host in brackets. */
export function formatAddress({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}
