// Generated from schemas/merged.json (EnvelopeRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { EMPTY_BYTES, checkDecodeVersion, readCompactBytes, readCompactNullableBytes } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactBytes, writeCompactNullableBytes } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** EnvelopeRequest, versions 0. */
export interface EnvelopeRequest {
  /** bytes, versions 0+. */
  requestData: Uint8Array
  /** bytes, versions 0+, nullable. */
  requestPrincipal: Uint8Array | null
  /** bytes, versions 0+. */
  clientHostAddress: Uint8Array
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeEnvelopeRequest(writer: ByteWriter, input: MessageInput<EnvelopeRequest>, version: number): void {
  checkEncodeVersion('EnvelopeRequest', version, 0, 0)
  checkStruct(input, 'EnvelopeRequest')
  const {
    requestData = EMPTY_BYTES,
    requestPrincipal = EMPTY_BYTES,
    clientHostAddress = EMPTY_BYTES,
    unknownTaggedFields,
  } = input
  writeCompactBytes(writer, requestData, 'EnvelopeRequest.requestData')
  writeCompactNullableBytes(writer, requestPrincipal, 'EnvelopeRequest.requestPrincipal')
  writeCompactBytes(writer, clientHostAddress, 'EnvelopeRequest.clientHostAddress')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EnvelopeRequest')
}

function decodeEnvelopeRequest(reader: ByteReader, version: number): EnvelopeRequest {
  checkDecodeVersion(reader, 'EnvelopeRequest', version, 0, 0)
  const decoded: EnvelopeRequest = {
    requestData: EMPTY_BYTES,
    requestPrincipal: EMPTY_BYTES,
    clientHostAddress: EMPTY_BYTES,
  }
  decoded.requestData = readCompactBytes(reader)
  decoded.requestPrincipal = readCompactNullableBytes(reader)
  decoded.clientHostAddress = readCompactBytes(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes EnvelopeRequest. */
export const envelopeRequest: MessageCodec<EnvelopeRequest> = {
  name: 'EnvelopeRequest',
  apiKey: 58,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeEnvelopeRequest,
  decode: decodeEnvelopeRequest,
}
