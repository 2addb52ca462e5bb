// Generated from schemas/merged.json (DescribeProducersResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeProducersResponse, versions 0. */
export interface DescribeProducersResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []TopicResponse, versions 0+. */
  topics: DescribeProducersResponseTopicResponse[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicResponse of DescribeProducersResponse. */
export interface DescribeProducersResponseTopicResponse {
  /** string, versions 0+, a topicName. */
  name: string
  /** []PartitionResponse, versions 0+. */
  partitions: DescribeProducersResponsePartitionResponse[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionResponse of DescribeProducersResponse. */
export interface DescribeProducersResponsePartitionResponse {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** []ProducerState, versions 0+. */
  activeProducers: DescribeProducersResponseProducerState[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ProducerState of DescribeProducersResponse. */
export interface DescribeProducersResponseProducerState {
  /** int64, versions 0+, a producerId. */
  producerId: bigint
  /** int32, versions 0+. */
  producerEpoch: number
  /** int32, versions 0+, default -1. */
  lastSequence: number
  /** int64, versions 0+, default -1. */
  lastTimestamp: bigint
  /** int32, versions 0+. */
  coordinatorEpoch: number
  /** int64, versions 0+, default -1. */
  currentTxnStartOffset: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeProducerState(
  writer: ByteWriter,
  input: MessageInput<DescribeProducersResponseProducerState>,
  _version: number,
): void {
  checkStruct(input, 'DescribeProducersResponse.topics.partitions.activeProducers')
  const {
    producerId = 0n,
    producerEpoch = 0,
    lastSequence = -1,
    lastTimestamp = -1n,
    coordinatorEpoch = 0,
    currentTxnStartOffset = -1n,
    unknownTaggedFields,
  } = input
  writeInt64(writer, producerId, 'DescribeProducersResponse.topics.partitions.activeProducers.producerId')
  writeInt32(writer, producerEpoch, 'DescribeProducersResponse.topics.partitions.activeProducers.producerEpoch')
  writeInt32(writer, lastSequence, 'DescribeProducersResponse.topics.partitions.activeProducers.lastSequence')
  writeInt64(writer, lastTimestamp, 'DescribeProducersResponse.topics.partitions.activeProducers.lastTimestamp')
  writeInt32(writer, coordinatorEpoch, 'DescribeProducersResponse.topics.partitions.activeProducers.coordinatorEpoch')
  writeInt64(writer, currentTxnStartOffset, 'DescribeProducersResponse.topics.partitions.activeProducers.currentTxnStartOffset')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeProducersResponse.topics.partitions.activeProducers')
}

function decodeProducerState(reader: ByteReader, _version: number): DescribeProducersResponseProducerState {
  const decoded: DescribeProducersResponseProducerState = {
    producerId: 0n,
    producerEpoch: 0,
    lastSequence: -1,
    lastTimestamp: -1n,
    coordinatorEpoch: 0,
    currentTxnStartOffset: -1n,
  }
  decoded.producerId = reader.readInt64()
  decoded.producerEpoch = reader.readInt32()
  decoded.lastSequence = reader.readInt32()
  decoded.lastTimestamp = reader.readInt64()
  decoded.coordinatorEpoch = reader.readInt32()
  decoded.currentTxnStartOffset = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodePartitionResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeProducersResponsePartitionResponse>,
  version: number,
): void {
  checkStruct(input, 'DescribeProducersResponse.topics.partitions')
  const {
    partitionIndex = 0,
    errorCode = 0,
    errorMessage = null,
    activeProducers = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'DescribeProducersResponse.topics.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'DescribeProducersResponse.topics.partitions.errorCode')
  writeCompactNullableString(writer, errorMessage, 'DescribeProducersResponse.topics.partitions.errorMessage')
  writeCompactArrayLength(writer, activeProducers, 'DescribeProducersResponse.topics.partitions.activeProducers')
  for (const element of activeProducers) {
    encodeProducerState(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeProducersResponse.topics.partitions')
}

function decodePartitionResponse(reader: ByteReader, version: number): DescribeProducersResponsePartitionResponse {
  const decoded: DescribeProducersResponsePartitionResponse = {
    partitionIndex: 0,
    errorCode: 0,
    errorMessage: null,
    activeProducers: [],
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.activeProducers.push(decodeProducerState(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeProducersResponseTopicResponse>,
  version: number,
): void {
  checkStruct(input, 'DescribeProducersResponse.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, name, 'DescribeProducersResponse.topics.name')
  writeCompactArrayLength(writer, partitions, 'DescribeProducersResponse.topics.partitions')
  for (const element of partitions) {
    encodePartitionResponse(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeProducersResponse.topics')
}

function decodeTopicResponse(reader: ByteReader, version: number): DescribeProducersResponseTopicResponse {
  const decoded: DescribeProducersResponseTopicResponse = {
    name: '',
    partitions: [],
  }
  decoded.name = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionResponse(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeProducersResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeProducersResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeProducersResponse', version, 0, 0)
  checkStruct(input, 'DescribeProducersResponse')
  const { throttleTimeMs = 0, topics = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DescribeProducersResponse.throttleTimeMs')
  writeCompactArrayLength(writer, topics, 'DescribeProducersResponse.topics')
  for (const element of topics) {
    encodeTopicResponse(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeProducersResponse')
}

function decodeDescribeProducersResponse(reader: ByteReader, version: number): DescribeProducersResponse {
  checkDecodeVersion(reader, 'DescribeProducersResponse', version, 0, 0)
  const decoded: DescribeProducersResponse = {
    throttleTimeMs: 0,
    topics: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicResponse(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeProducersResponse. */
export const describeProducersResponse: MessageCodec<DescribeProducersResponse> = {
  name: 'DescribeProducersResponse',
  apiKey: 61,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDescribeProducersResponse,
  decode: decodeDescribeProducersResponse,
}
