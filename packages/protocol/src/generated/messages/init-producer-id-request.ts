// Generated from schemas/merged.json (InitProducerIdRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactNullableString, readNullableString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeBool,
  writeCompactNullableString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeNullableString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** InitProducerIdRequest, versions 0-6. */
export interface InitProducerIdRequest {
  /** string, versions 0+, nullable, a transactionalId. */
  transactionalId: string | null
  /** int32, versions 0+. */
  transactionTimeoutMs: number
  /** int64, versions 3+, a producerId, default -1. */
  producerId: bigint
  /** int16, versions 3+, default -1. */
  producerEpoch: number
  /** bool, versions 6+, default false. */
  enable2Pc: boolean
  /** bool, versions 6+, default false. */
  keepPreparedTxn: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeInitProducerIdRequest(
  writer: ByteWriter,
  input: MessageInput<InitProducerIdRequest>,
  version: number,
): void {
  checkEncodeVersion('InitProducerIdRequest', version, 0, 6)
  checkStruct(input, 'InitProducerIdRequest')
  const {
    transactionalId = '',
    transactionTimeoutMs = 0,
    producerId = -1n,
    producerEpoch = -1,
    enable2Pc = false,
    keepPreparedTxn = false,
    unknownTaggedFields,
  } = input
  if (version >= 2) {
    writeCompactNullableString(writer, transactionalId, 'InitProducerIdRequest.transactionalId')
  } else {
    writeNullableString(writer, transactionalId, 'InitProducerIdRequest.transactionalId')
  }
  writeInt32(writer, transactionTimeoutMs, 'InitProducerIdRequest.transactionTimeoutMs')
  if (version >= 3) {
    writeInt64(writer, producerId, 'InitProducerIdRequest.producerId')
  } else if (producerId !== -1n) {
    throw notInVersion('InitProducerIdRequest.producerId', version)
  }
  if (version >= 3) {
    writeInt16(writer, producerEpoch, 'InitProducerIdRequest.producerEpoch')
  } else if (producerEpoch !== -1) {
    throw notInVersion('InitProducerIdRequest.producerEpoch', version)
  }
  if (version === 6) {
    writeBool(writer, enable2Pc, 'InitProducerIdRequest.enable2Pc')
  } else if (enable2Pc !== false) {
    throw notInVersion('InitProducerIdRequest.enable2Pc', version)
  }
  if (version === 6) {
    writeBool(writer, keepPreparedTxn, 'InitProducerIdRequest.keepPreparedTxn')
  } else if (keepPreparedTxn !== false) {
    throw notInVersion('InitProducerIdRequest.keepPreparedTxn', version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'InitProducerIdRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('InitProducerIdRequest.unknownTaggedFields', version)
  }
}

function decodeInitProducerIdRequest(reader: ByteReader, version: number): InitProducerIdRequest {
  checkDecodeVersion(reader, 'InitProducerIdRequest', version, 0, 6)
  const decoded: InitProducerIdRequest = {
    transactionalId: '',
    transactionTimeoutMs: 0,
    producerId: -1n,
    producerEpoch: -1,
    enable2Pc: false,
    keepPreparedTxn: false,
  }
  decoded.transactionalId = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.transactionTimeoutMs = reader.readInt32()
  if (version >= 3) {
    decoded.producerId = reader.readInt64()
  }
  if (version >= 3) {
    decoded.producerEpoch = reader.readInt16()
  }
  if (version === 6) {
    decoded.enable2Pc = reader.readBoolean()
  }
  if (version === 6) {
    decoded.keepPreparedTxn = reader.readBoolean()
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes InitProducerIdRequest. */
export const initProducerIdRequest: MessageCodec<InitProducerIdRequest> = {
  name: 'InitProducerIdRequest',
  apiKey: 22,
  type: 'request',
  minVersion: 0,
  maxVersion: 6,
  flexibleFrom: 2,
  encode: encodeInitProducerIdRequest,
  decode: decodeInitProducerIdRequest,
}
