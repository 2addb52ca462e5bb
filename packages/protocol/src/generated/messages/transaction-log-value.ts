// Generated from schemas/merged.json (TransactionLogValue) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableArrayLength,
  readCompactString,
  readNullableArrayLength,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeInt8,
  writeNullableArrayLength,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  readUnknownTaggedFields,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** TransactionLogValue, versions 0-1. */
export interface TransactionLogValue {
  /** int64, versions 0+. */
  producerId: bigint
  /** int64, versions 1+, tag 0, default -1. */
  previousProducerId: bigint
  /** int64, versions 1+, tag 1, default -1. */
  nextProducerId: bigint
  /** int16, versions 0+. */
  producerEpoch: number
  /** int16, versions 1+, tag 3, default -1. */
  nextProducerEpoch: number
  /** int32, versions 0+. */
  transactionTimeoutMs: number
  /** int8, versions 0+. */
  transactionStatus: number
  /** []PartitionsSchema, versions 0+, nullable. */
  transactionPartitions: TransactionLogValuePartitionsSchema[] | null
  /** int64, versions 0+. */
  transactionLastUpdateTimestampMs: bigint
  /** int64, versions 0+. */
  transactionStartTimestampMs: bigint
  /** int16, versions 1+, tag 2, default 0. */
  clientTransactionVersion: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionsSchema of TransactionLogValue. */
export interface TransactionLogValuePartitionsSchema {
  /** string, versions 0+. */
  topic: string
  /** []int32, versions 0+. */
  partitionIds: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionsSchema(
  writer: ByteWriter,
  input: MessageInput<TransactionLogValuePartitionsSchema>,
  version: number,
): void {
  checkStruct(input, 'TransactionLogValue.transactionPartitions')
  const { topic = '', partitionIds = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, topic, 'TransactionLogValue.transactionPartitions.topic')
  } else {
    writeString(writer, topic, 'TransactionLogValue.transactionPartitions.topic')
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, partitionIds, 'TransactionLogValue.transactionPartitions.partitionIds')
  } else {
    writeArrayLength(writer, partitionIds, 'TransactionLogValue.transactionPartitions.partitionIds')
  }
  for (const element of partitionIds) {
    writeInt32(writer, element, 'TransactionLogValue.transactionPartitions.partitionIds')
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'TransactionLogValue.transactionPartitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('TransactionLogValue.transactionPartitions.unknownTaggedFields', version)
  }
}

function decodePartitionsSchema(reader: ByteReader, version: number): TransactionLogValuePartitionsSchema {
  const decoded: TransactionLogValuePartitionsSchema = {
    topic: '',
    partitionIds: [],
  }
  decoded.topic = version >= 1 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitionIds.push(reader.readInt32())
  }
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeTransactionLogValue(
  writer: ByteWriter,
  input: MessageInput<TransactionLogValue>,
  version: number,
): void {
  checkEncodeVersion('TransactionLogValue', version, 0, 1)
  checkStruct(input, 'TransactionLogValue')
  const {
    producerId = 0n,
    previousProducerId = -1n,
    nextProducerId = -1n,
    producerEpoch = 0,
    nextProducerEpoch = -1,
    transactionTimeoutMs = 0,
    transactionStatus = 0,
    transactionPartitions = [],
    transactionLastUpdateTimestampMs = 0n,
    transactionStartTimestampMs = 0n,
    clientTransactionVersion = 0,
    unknownTaggedFields,
  } = input
  writeInt64(writer, producerId, 'TransactionLogValue.producerId')
  writeInt16(writer, producerEpoch, 'TransactionLogValue.producerEpoch')
  writeInt32(writer, transactionTimeoutMs, 'TransactionLogValue.transactionTimeoutMs')
  writeInt8(writer, transactionStatus, 'TransactionLogValue.transactionStatus')
  if (version >= 1) {
    writeCompactNullableArrayLength(writer, transactionPartitions, 'TransactionLogValue.transactionPartitions')
  } else {
    writeNullableArrayLength(writer, transactionPartitions, 'TransactionLogValue.transactionPartitions')
  }
  if (transactionPartitions !== null) {
    for (const element of transactionPartitions) {
      encodePartitionsSchema(writer, element, version)
    }
  }
  writeInt64(writer, transactionLastUpdateTimestampMs, 'TransactionLogValue.transactionLastUpdateTimestampMs')
  writeInt64(writer, transactionStartTimestampMs, 'TransactionLogValue.transactionStartTimestampMs')
  const hasPreviousProducerId = previousProducerId !== -1n
  if (hasPreviousProducerId && version !== 1) throw notInVersion('TransactionLogValue.previousProducerId', version)
  const hasNextProducerId = nextProducerId !== -1n
  if (hasNextProducerId && version !== 1) throw notInVersion('TransactionLogValue.nextProducerId', version)
  const hasClientTransactionVersion = clientTransactionVersion !== 0
  if (hasClientTransactionVersion && version !== 1) throw notInVersion('TransactionLogValue.clientTransactionVersion', version)
  const hasNextProducerEpoch = nextProducerEpoch !== -1
  if (hasNextProducerEpoch && version !== 1) throw notInVersion('TransactionLogValue.nextProducerEpoch', version)
  if (version === 1) {
    writer.writeUnsignedVarint((hasPreviousProducerId ? 1 : 0) + (hasNextProducerId ? 1 : 0) + (hasClientTransactionVersion ? 1 : 0) + (hasNextProducerEpoch ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasPreviousProducerId) {
      const start = beginTaggedField(writer, 0)
      writeInt64(writer, previousProducerId, 'TransactionLogValue.previousProducerId')
      endTaggedField(writer, start)
    }
    if (hasNextProducerId) {
      const start = beginTaggedField(writer, 1)
      writeInt64(writer, nextProducerId, 'TransactionLogValue.nextProducerId')
      endTaggedField(writer, start)
    }
    if (hasClientTransactionVersion) {
      const start = beginTaggedField(writer, 2)
      writeInt16(writer, clientTransactionVersion, 'TransactionLogValue.clientTransactionVersion')
      endTaggedField(writer, start)
    }
    if (hasNextProducerEpoch) {
      const start = beginTaggedField(writer, 3)
      writeInt16(writer, nextProducerEpoch, 'TransactionLogValue.nextProducerEpoch')
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, 3, 'TransactionLogValue')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('TransactionLogValue.unknownTaggedFields', version)
  }
}

function decodeTransactionLogValue(reader: ByteReader, version: number): TransactionLogValue {
  checkDecodeVersion(reader, 'TransactionLogValue', version, 0, 1)
  const decoded: TransactionLogValue = {
    producerId: 0n,
    previousProducerId: -1n,
    nextProducerId: -1n,
    producerEpoch: 0,
    nextProducerEpoch: -1,
    transactionTimeoutMs: 0,
    transactionStatus: 0,
    transactionPartitions: [],
    transactionLastUpdateTimestampMs: 0n,
    transactionStartTimestampMs: 0n,
    clientTransactionVersion: 0,
  }
  decoded.producerId = reader.readInt64()
  decoded.producerEpoch = reader.readInt16()
  decoded.transactionTimeoutMs = reader.readInt32()
  decoded.transactionStatus = reader.readInt8()
  const transactionPartitionsLength = version >= 1 ? readCompactNullableArrayLength(reader) : readNullableArrayLength(reader)
  if (transactionPartitionsLength < 0) {
    decoded.transactionPartitions = null
  } else {
    const transactionPartitionsElements: TransactionLogValuePartitionsSchema[] = []
    for (let i = 0; i < transactionPartitionsLength; i++) transactionPartitionsElements.push(decodePartitionsSchema(reader, version))
    decoded.transactionPartitions = transactionPartitionsElements
  }
  decoded.transactionLastUpdateTimestampMs = reader.readInt64()
  decoded.transactionStartTimestampMs = reader.readInt64()
  if (version === 1) {
    let unknownTaggedFields: UnknownTaggedField[] | undefined
    let tag = -1
    for (let left = reader.readUnsignedVarint(); left > 0; left--) {
      tag = readTag(reader, tag)
      const end = readTaggedFieldEnd(reader)
      if (tag === 0) {
        decoded.previousProducerId = reader.readInt64()
        checkTaggedFieldEnd(reader, tag, end)
      } else if (tag === 1) {
        decoded.nextProducerId = reader.readInt64()
        checkTaggedFieldEnd(reader, tag, end)
      } else if (tag === 2) {
        decoded.clientTransactionVersion = reader.readInt16()
        checkTaggedFieldEnd(reader, tag, end)
      } else if (tag === 3) {
        decoded.nextProducerEpoch = reader.readInt16()
        checkTaggedFieldEnd(reader, tag, end)
      } else {
        unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
      }
    }
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes TransactionLogValue. */
export const transactionLogValue: MessageCodec<TransactionLogValue> = {
  name: 'TransactionLogValue',
  apiKey: 0,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 1,
  encode: encodeTransactionLogValue,
  decode: decodeTransactionLogValue,
}
