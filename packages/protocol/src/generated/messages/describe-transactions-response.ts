// Generated from schemas/merged.json (DescribeTransactionsResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeTransactionsResponse, versions 0. */
export interface DescribeTransactionsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []TransactionState, versions 0+. */
  transactionStates: DescribeTransactionsResponseTransactionState[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TransactionState of DescribeTransactionsResponse. */
export interface DescribeTransactionsResponseTransactionState {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, a transactionalId. */
  transactionalId: string
  /** string, versions 0+. */
  transactionState: string
  /** int32, versions 0+. */
  transactionTimeoutMs: number
  /** int64, versions 0+. */
  transactionStartTimeMs: bigint
  /** int64, versions 0+, a producerId. */
  producerId: bigint
  /** int16, versions 0+. */
  producerEpoch: number
  /** []TopicData, versions 0+. */
  topics: DescribeTransactionsResponseTopicData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of DescribeTransactionsResponse. */
export interface DescribeTransactionsResponseTopicData {
  /** string, versions 0+, unique in its array, a topicName. */
  topic: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicData(
  writer: ByteWriter,
  input: MessageInput<DescribeTransactionsResponseTopicData>,
  _version: number,
): void {
  checkStruct(input, 'DescribeTransactionsResponse.transactionStates.topics')
  const { topic = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, topic, 'DescribeTransactionsResponse.transactionStates.topics.topic')
  writeCompactArrayLength(writer, partitions, 'DescribeTransactionsResponse.transactionStates.topics.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'DescribeTransactionsResponse.transactionStates.topics.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeTransactionsResponse.transactionStates.topics')
}

function decodeTopicData(reader: ByteReader, _version: number): DescribeTransactionsResponseTopicData {
  const decoded: DescribeTransactionsResponseTopicData = {
    topic: '',
    partitions: [],
  }
  decoded.topic = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTransactionState(
  writer: ByteWriter,
  input: MessageInput<DescribeTransactionsResponseTransactionState>,
  version: number,
): void {
  checkStruct(input, 'DescribeTransactionsResponse.transactionStates')
  const {
    errorCode = 0,
    transactionalId = '',
    transactionState = '',
    transactionTimeoutMs = 0,
    transactionStartTimeMs = 0n,
    producerId = 0n,
    producerEpoch = 0,
    topics = [],
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'DescribeTransactionsResponse.transactionStates.errorCode')
  writeCompactString(writer, transactionalId, 'DescribeTransactionsResponse.transactionStates.transactionalId')
  writeCompactString(writer, transactionState, 'DescribeTransactionsResponse.transactionStates.transactionState')
  writeInt32(writer, transactionTimeoutMs, 'DescribeTransactionsResponse.transactionStates.transactionTimeoutMs')
  writeInt64(writer, transactionStartTimeMs, 'DescribeTransactionsResponse.transactionStates.transactionStartTimeMs')
  writeInt64(writer, producerId, 'DescribeTransactionsResponse.transactionStates.producerId')
  writeInt16(writer, producerEpoch, 'DescribeTransactionsResponse.transactionStates.producerEpoch')
  writeCompactArrayLength(writer, topics, 'DescribeTransactionsResponse.transactionStates.topics')
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeTransactionsResponse.transactionStates')
}

function decodeTransactionState(reader: ByteReader, version: number): DescribeTransactionsResponseTransactionState {
  const decoded: DescribeTransactionsResponseTransactionState = {
    errorCode: 0,
    transactionalId: '',
    transactionState: '',
    transactionTimeoutMs: 0,
    transactionStartTimeMs: 0n,
    producerId: 0n,
    producerEpoch: 0,
    topics: [],
  }
  decoded.errorCode = reader.readInt16()
  decoded.transactionalId = readCompactString(reader)
  decoded.transactionState = readCompactString(reader)
  decoded.transactionTimeoutMs = reader.readInt32()
  decoded.transactionStartTimeMs = reader.readInt64()
  decoded.producerId = reader.readInt64()
  decoded.producerEpoch = reader.readInt16()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeTransactionsResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeTransactionsResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeTransactionsResponse', version, 0, 0)
  checkStruct(input, 'DescribeTransactionsResponse')
  const { throttleTimeMs = 0, transactionStates = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DescribeTransactionsResponse.throttleTimeMs')
  writeCompactArrayLength(writer, transactionStates, 'DescribeTransactionsResponse.transactionStates')
  for (const element of transactionStates) {
    encodeTransactionState(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeTransactionsResponse')
}

function decodeDescribeTransactionsResponse(reader: ByteReader, version: number): DescribeTransactionsResponse {
  checkDecodeVersion(reader, 'DescribeTransactionsResponse', version, 0, 0)
  const decoded: DescribeTransactionsResponse = {
    throttleTimeMs: 0,
    transactionStates: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.transactionStates.push(decodeTransactionState(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeTransactionsResponse. */
export const describeTransactionsResponse: MessageCodec<DescribeTransactionsResponse> = {
  name: 'DescribeTransactionsResponse',
  apiKey: 65,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDescribeTransactionsResponse,
  decode: decodeDescribeTransactionsResponse,
}
