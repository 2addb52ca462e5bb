// Headers of requests: API key, version, correlation id, and from header 1 on a client id; header 2 adds tagged fields.
import { ByteReader, DecodeError } from '@odradek/bytes'
import { ApiKey, apiKeyFacts } from './generated/api-keys.ts'
import { requestHeader } from './generated/messages/request-header.ts'
import type { UnknownTaggedField } from './message-codec.ts'

/** What a broker reads of a request before it knows the API. */
export interface DecodedRequestHeader {
  readonly apiKey: number
  readonly apiVersion: number
  readonly correlationId: number
  /** Null where the client gave none, and in header 0. */
  readonly clientId: string | null
  readonly headerVersion: number
  readonly unknownTaggedFields?: UnknownTaggedField[]
}

/**
 * The version of the request header that goes with a version of an API; undefined for an API that is not known.
 * Versions beyond the known ones count as flexible: an ApiVersions request of any version can be read far enough to answer it.
 */
export function requestHeaderVersion(apiKey: number, apiVersion: number): number | undefined {
  const facts = apiKeyFacts.get(apiKey)
  if (!facts) return undefined
  if (apiKey === ApiKey.ControlledShutdown && apiVersion === 0) return 0
  return facts.flexibleFrom !== undefined && apiVersion >= facts.flexibleFrom ? 2 : 1
}

/**
 * The version of the response header that goes with a version of an API; undefined for an API that is not known.
 * ApiVersions always has 0, so that a client can read the answer before it knows what the broker speaks (KIP-511).
 */
export function responseHeaderVersion(apiKey: number, apiVersion: number): number | undefined {
  const facts = apiKeyFacts.get(apiKey)
  if (!facts) return undefined
  return apiKey !== ApiKey.ApiVersions && facts.flexibleFrom !== undefined && apiVersion >= facts.flexibleFrom ? 1 : 0
}

/**
 * Reads the header of a request and leaves the reader at the body, without judging whether the version is supported.
 * Throws DecodeError: with reason `unsupported` for an API key that is not known, whose header has an unknown form.
 */
export function decodeRequestHeader(reader: ByteReader): DecodedRequestHeader {
  const start = reader.offset
  const peek = new ByteReader(reader.bytes, start, reader.end)
  const apiKey = peek.readInt16()
  const apiVersion = peek.readInt16()
  const headerVersion = requestHeaderVersion(apiKey, apiVersion)
  if (headerVersion === undefined) throw new DecodeError('unsupported', `there is no API of key ${apiKey}`, start)
  const header = requestHeader.decode(reader, headerVersion)
  const { requestApiKey, requestApiVersion, correlationId, clientId, unknownTaggedFields } = header
  const decoded = { apiKey: requestApiKey, apiVersion: requestApiVersion, correlationId, headerVersion }
  // Header 0 has no client id; its default in the definition is the empty string.
  const whole = { ...decoded, clientId: headerVersion === 0 ? null : clientId }
  return unknownTaggedFields === undefined ? whole : { ...whole, unknownTaggedFields }
}
