// Headers of responses: the correlation id, and in header 1 tagged fields.
import type { ByteReader } from '@odradek/bytes'
import { responseHeader, type ResponseHeader } from './generated/messages/response-header.ts'

/** Reads the header of a response and leaves the reader at the body. Throws DecodeError where it is cut off. */
export function decodeResponseHeader(reader: ByteReader, headerVersion: number): ResponseHeader {
  return responseHeader.decode(reader, headerVersion)
}
