// Answers that tell clients where brokers are, changed so that they stay behind the proxy.
import type { Address } from '@odradek/network'
import { ApiKey } from '@odradek/protocol'
import type { Api } from '@odradek/protocol'
import type { ApiVersionsResponse } from '@odradek/protocol/messages/api-versions-response'

/** The first version of each API whose answers name brokers by host and port. */
const namesBrokersSince: ReadonlyMap<number, number> = new Map([
  [ApiKey.Metadata, 0],
  [ApiKey.FindCoordinator, 0],
  [ApiKey.DescribeCluster, 0],
  [ApiKey.Produce, 10],
  [ApiKey.Fetch, 16],
  [ApiKey.ShareFetch, 0],
  [ApiKey.ShareAcknowledge, 0],
])

/** Whether answers of a version have to be looked at. */
export function namesBrokers(apiKey: number, version: number): boolean {
  return version >= (namesBrokersSince.get(apiKey) ?? Infinity)
}

/** Finds the address at which a client reaches a broker through the proxy. */
export type FindAddress = (broker: Address) => Promise<Address>

/** A copy of a decoded answer with the addresses of the proxy in place of the brokers' own. */
export async function rewriteAddresses(value: unknown, find: FindAddress): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((element) => rewriteAddresses(element, find)))
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  const { host, port } = value as { host?: unknown; port?: unknown }
  // A coordinator that is not there has an empty host and port -1.
  const isAddress = typeof host === 'string' && typeof port === 'number' && host !== '' && port > 0
  const entries = Object.entries(value).map(async ([key, field]) => [key, await rewriteAddresses(field, find)])
  const copy = Object.fromEntries(await Promise.all(entries)) as object
  return isAddress ? { ...copy, ...(await find({ host, port })) } : copy
}

/** An answer to ApiVersions without what the proxy cannot read, so that clients do not use it. */
export function knownVersionsOnly(
  response: ApiVersionsResponse,
  apis: ReadonlyMap<number, Api<unknown, unknown>>,
): ApiVersionsResponse {
  const apiKeys = response.apiKeys.flatMap((range) => {
    const api = apis.get(range.apiKey)
    if (api === undefined || range.minVersion > api.maxVersion) return []
    return [{ ...range, maxVersion: Math.min(range.maxVersion, api.maxVersion) }]
  })
  return { ...response, apiKeys }
}
