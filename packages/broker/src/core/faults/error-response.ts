import { electLeadersApi } from '@odradek/protocol/apis/elect-leaders'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { adminErrorPlaces } from './admin-error-places.ts'
import { dataErrorPlaces } from './data-error-places.ts'
import type { ErrorPlace } from './error-place.ts'

const places: ReadonlyMap<number, ErrorPlace> = new Map([...dataErrorPlaces, ...adminErrorPlaces])

/**
 * The answer to a request that failed with one error code: the code stands where clients of that API and version look for it, which is
 * at each partition, topic, group or resource that the request names, or at the top. A request body must be complete, as decoded.
 */
export function errorResponse(apiKey: number, version: number, request: object, errorCode: number): object {
  return places.get(apiKey)?.build(request, errorCode, version) ?? { errorCode }
}

/** A copy of a decoded response with an error code in each place that its version has for one. */
export function withErrorCode(apiKey: number, version: number, response: object, errorCode: number): object {
  const changed = map(response, errorCode) as object
  return lacksTopErrorCode(apiKey, version) ? { ...changed, errorCode: 0 } : changed
}

/** Most responses leave out what their version has no place for; these cannot. */
function lacksTopErrorCode(apiKey: number, version: number): boolean {
  return (apiKey === electLeadersApi.key && version < 1) || (apiKey === findCoordinatorApi.key && version >= 4)
}

function map(value: unknown, errorCode: number): unknown {
  if (Array.isArray(value)) return value.map((element) => map(element, errorCode))
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      const isErrorCode = typeof field === 'number' && (key === 'errorCode' || key === 'partitionErrorCode')
      return [key, isErrorCode ? errorCode : map(field, errorCode)]
    }),
  )
}
