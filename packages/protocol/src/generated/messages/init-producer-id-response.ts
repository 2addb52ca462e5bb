// Generated from schemas/merged.json (InitProducerIdResponse) by generator/main.ts: not to be edited.
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

/** InitProducerIdResponse, versions 0-6. */
export interface InitProducerIdResponse {
  /** int32, versions 0+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** int64, versions 0+, a producerId, default -1. */
  producerId: bigint
  /** int16, versions 0+. */
  producerEpoch: number
  /** int64, versions 6+, a producerId, default -1. */
  ongoingTxnProducerId: bigint
  /** int16, versions 6+, default -1. */
  ongoingTxnProducerEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeInitProducerIdResponse(
  writer: ByteWriter,
  input: MessageInput<InitProducerIdResponse>,
  version: number,
): void {
  checkEncodeVersion('InitProducerIdResponse', version, 0, 6)
  checkStruct(input, 'InitProducerIdResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    producerId = -1n,
    producerEpoch = 0,
    ongoingTxnProducerId = -1n,
    ongoingTxnProducerEpoch = -1,
    unknownTaggedFields,
  } = input
  writeInt32(writer, throttleTimeMs, 'InitProducerIdResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'InitProducerIdResponse.errorCode')
  writeInt64(writer, producerId, 'InitProducerIdResponse.producerId')
  writeInt16(writer, producerEpoch, 'InitProducerIdResponse.producerEpoch')
  if (version === 6) {
    writeInt64(writer, ongoingTxnProducerId, 'InitProducerIdResponse.ongoingTxnProducerId')
  } else if (ongoingTxnProducerId !== -1n) {
    throw notInVersion('InitProducerIdResponse.ongoingTxnProducerId', version)
  }
  if (version === 6) {
    writeInt16(writer, ongoingTxnProducerEpoch, 'InitProducerIdResponse.ongoingTxnProducerEpoch')
  } else if (ongoingTxnProducerEpoch !== -1) {
    throw notInVersion('InitProducerIdResponse.ongoingTxnProducerEpoch', version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'InitProducerIdResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('InitProducerIdResponse.unknownTaggedFields', version)
  }
}

function decodeInitProducerIdResponse(reader: ByteReader, version: number): InitProducerIdResponse {
  checkDecodeVersion(reader, 'InitProducerIdResponse', version, 0, 6)
  const decoded: InitProducerIdResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    producerId: -1n,
    producerEpoch: 0,
    ongoingTxnProducerId: -1n,
    ongoingTxnProducerEpoch: -1,
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.producerId = reader.readInt64()
  decoded.producerEpoch = reader.readInt16()
  if (version === 6) {
    decoded.ongoingTxnProducerId = reader.readInt64()
  }
  if (version === 6) {
    decoded.ongoingTxnProducerEpoch = reader.readInt16()
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes InitProducerIdResponse. */
export const initProducerIdResponse: MessageCodec<InitProducerIdResponse> = {
  name: 'InitProducerIdResponse',
  apiKey: 22,
  type: 'response',
  minVersion: 0,
  maxVersion: 6,
  flexibleFrom: 2,
  encode: encodeInitProducerIdResponse,
  decode: decodeInitProducerIdResponse,
}
