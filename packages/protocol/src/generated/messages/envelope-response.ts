// Generated from schemas/merged.json (EnvelopeResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactNullableBytes } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactNullableBytes, writeInt16 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** EnvelopeResponse, versions 0. */
export interface EnvelopeResponse {
  /** bytes, versions 0+, nullable, default null. */
  responseData: Uint8Array | null
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeEnvelopeResponse(writer: ByteWriter, input: MessageInput<EnvelopeResponse>, version: number): void {
  checkEncodeVersion('EnvelopeResponse', version, 0, 0)
  checkStruct(input, 'EnvelopeResponse')
  const { responseData = null, errorCode = 0, unknownTaggedFields } = input
  writeCompactNullableBytes(writer, responseData, 'EnvelopeResponse.responseData')
  writeInt16(writer, errorCode, 'EnvelopeResponse.errorCode')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EnvelopeResponse')
}

function decodeEnvelopeResponse(reader: ByteReader, version: number): EnvelopeResponse {
  checkDecodeVersion(reader, 'EnvelopeResponse', version, 0, 0)
  const decoded: EnvelopeResponse = {
    responseData: null,
    errorCode: 0,
  }
  decoded.responseData = readCompactNullableBytes(reader)
  decoded.errorCode = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes EnvelopeResponse. */
export const envelopeResponse: MessageCodec<EnvelopeResponse> = {
  name: 'EnvelopeResponse',
  apiKey: 58,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeEnvelopeResponse,
  decode: decodeEnvelopeResponse,
}
