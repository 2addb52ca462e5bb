// Generated from schemas/merged.json (EndTxnResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeInt16,
  writeInt32,
  writeInt64,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** EndTxnResponse, versions 0-5. */
export interface EndTxnResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** int64, versions 5+, a producerId, ignored where the version lacks it, default -1. */
  producerId: bigint
  /** int16, versions 5+, ignored where the version lacks it, default -1. */
  producerEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeEndTxnResponse(writer: ByteWriter, input: MessageInput<EndTxnResponse>, version: number): void {
  checkEncodeVersion('EndTxnResponse', version, 0, 5)
  checkStruct(input, 'EndTxnResponse')
  const { throttleTimeMs = 0, errorCode = 0, producerId = -1n, producerEpoch = -1, unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'EndTxnResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'EndTxnResponse.errorCode')
  if (version === 5) {
    writeInt64(writer, producerId, 'EndTxnResponse.producerId')
  }
  if (version === 5) {
    writeInt16(writer, producerEpoch, 'EndTxnResponse.producerEpoch')
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EndTxnResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('EndTxnResponse.unknownTaggedFields', version)
  }
}

function decodeEndTxnResponse(reader: ByteReader, version: number): EndTxnResponse {
  checkDecodeVersion(reader, 'EndTxnResponse', version, 0, 5)
  const decoded: EndTxnResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    producerId: -1n,
    producerEpoch: -1,
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  if (version === 5) {
    decoded.producerId = reader.readInt64()
  }
  if (version === 5) {
    decoded.producerEpoch = reader.readInt16()
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes EndTxnResponse. */
export const endTxnResponse: MessageCodec<EndTxnResponse> = {
  name: 'EndTxnResponse',
  apiKey: 26,
  type: 'response',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 3,
  encode: encodeEndTxnResponse,
  decode: decodeEndTxnResponse,
}
