// Whole requests and responses as they go over a connection: int32 size, header, body.
import { ByteReader, ByteWriter } from '@odradek/bytes'
import type { Api } from './api.ts'
import { checkEnd } from './decode-message.ts'
import { requestHeader } from './generated/messages/request-header.ts'
import { responseHeader } from './generated/messages/response-header.ts'
import { GatheringWriter } from './gathering-writer.ts'
import type { MessageInput } from './message-codec.ts'
import { decodeResponseHeader } from './response-header.ts'

const SIZE_LENGTH = 4

/** A response with the number of the request that it answers. */
export interface DecodedResponse<Response> {
  readonly correlationId: number
  readonly response: Response
}

/**
 * Encodes a request with its header and its size in front, ready to be sent. `target` is a hint for the first allocation, in bytes, or the
 * writer to use, from its beginning. Throws EncodeError where the version cannot carry the request.
 */
export function encodeRequestFrame<Request>(
  api: Api<Request, unknown>,
  version: number,
  correlationId: number,
  clientId: string | null,
  request: MessageInput<Request>,
  target: number | ByteWriter = 512,
): Uint8Array {
  const writer = typeof target === 'number' ? new ByteWriter(target) : target
  writer.reset()
  writer.writeInt32(0)
  const header = { requestApiKey: api.key, requestApiVersion: version, correlationId }
  const headerVersion = api.requestHeaderVersion(version)
  // Header 0 (ControlledShutdown 0) has no room for a client id.
  requestHeader.encode(writer, headerVersion === 0 ? header : { ...header, clientId }, headerVersion)
  api.request.encode(writer, request, version)
  return finish(writer)
}

/** Encodes a response with its header and its size in front. Throws EncodeError where the version cannot carry it. */
export function encodeResponseFrame<Response>(
  api: Api<unknown, Response>,
  version: number,
  correlationId: number,
  response: MessageInput<Response>,
  expectedBytes = 512,
): Uint8Array {
  const writer = new ByteWriter(expectedBytes)
  writer.writeInt32(0)
  responseHeader.encode(writer, { correlationId }, api.responseHeaderVersion(version))
  api.response.encode(writer, response, version)
  return finish(writer)
}

/**
 * As encodeResponseFrame, in pieces that are to be sent one after the other: long byte fields, such as the records of a Fetch response, are
 * the ones that were given, and must not be changed before they are sent.
 */
export function encodeResponseChunks<Response>(
  api: Api<unknown, Response>,
  version: number,
  correlationId: number,
  response: MessageInput<Response>,
): Uint8Array[] {
  const writer = new GatheringWriter()
  writer.writeInt32(0)
  responseHeader.encode(writer, { correlationId }, api.responseHeaderVersion(version))
  api.response.encode(writer, response, version)
  writer.setInt32At(0, writer.totalLength - SIZE_LENGTH)
  return writer.chunks()
}

function finish(writer: ByteWriter): Uint8Array {
  writer.setInt32At(0, writer.length - SIZE_LENGTH)
  return writer.bytes()
}

/**
 * Decodes a response, given without its size as FrameSplitter gives it; the request's API and version say how.
 * Bytes in the response are views on the frame. Throws DecodeError where it is not such a response, or goes on after its end.
 */
export function decodeResponseFrame<Response>(
  api: Api<unknown, Response>,
  version: number,
  frame: Uint8Array,
): DecodedResponse<Response> {
  const reader = new ByteReader(frame)
  const { correlationId } = decodeResponseHeader(reader, api.responseHeaderVersion(version))
  const response = api.response.decode(reader, version)
  checkEnd(reader, api.response.name, version)
  return { correlationId, response }
}
