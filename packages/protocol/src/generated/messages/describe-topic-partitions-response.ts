// Generated from schemas/merged.json (DescribeTopicPartitionsResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableArrayLength,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeTopicPartitionsResponse, versions 0. */
export interface DescribeTopicPartitionsResponse {
  /** int32, versions 0+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** []DescribeTopicPartitionsResponseTopic, versions 0+. */
  topics: DescribeTopicPartitionsResponseTopic[]
  /** Cursor, versions 0+, nullable, default null. */
  nextCursor: DescribeTopicPartitionsResponseCursor | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Cursor of DescribeTopicPartitionsResponse. */
export interface DescribeTopicPartitionsResponseCursor {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** int32, versions 0+. */
  partitionIndex: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeTopicPartitionsResponseTopic of DescribeTopicPartitionsResponse. */
export interface DescribeTopicPartitionsResponseTopic {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, unique in its array, a topicName. */
  name: string | null
  /** uuid, versions 0+, ignored where the version lacks it. */
  topicId: string
  /** bool, versions 0+, ignored where the version lacks it, default false. */
  isInternal: boolean
  /** []DescribeTopicPartitionsResponsePartition, versions 0+. */
  partitions: DescribeTopicPartitionsResponsePartition[]
  /** int32, versions 0+, default -2147483648. */
  topicAuthorizedOperations: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeTopicPartitionsResponsePartition of DescribeTopicPartitionsResponse. */
export interface DescribeTopicPartitionsResponsePartition {
  /** int16, versions 0+. */
  errorCode: number
  /** int32, versions 0+. */
  partitionIndex: number
  /** int32, versions 0+, a brokerId. */
  leaderId: number
  /** int32, versions 0+, ignored where the version lacks it, default -1. */
  leaderEpoch: number
  /** []int32, versions 0+, a brokerId. */
  replicaNodes: number[]
  /** []int32, versions 0+, a brokerId. */
  isrNodes: number[]
  /** []int32, versions 0+, nullable, a brokerId, default null. */
  eligibleLeaderReplicas: number[] | null
  /** []int32, versions 0+, nullable, a brokerId, default null. */
  lastKnownElr: number[] | null
  /** []int32, versions 0+, a brokerId, ignored where the version lacks it. */
  offlineReplicas: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribeTopicPartitionsResponsePartition(
  writer: ByteWriter,
  input: MessageInput<DescribeTopicPartitionsResponsePartition>,
  _version: number,
): void {
  checkStruct(input, 'DescribeTopicPartitionsResponse.topics.partitions')
  const {
    errorCode = 0,
    partitionIndex = 0,
    leaderId = 0,
    leaderEpoch = -1,
    replicaNodes = [],
    isrNodes = [],
    eligibleLeaderReplicas = null,
    lastKnownElr = null,
    offlineReplicas = [],
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'DescribeTopicPartitionsResponse.topics.partitions.errorCode')
  writeInt32(writer, partitionIndex, 'DescribeTopicPartitionsResponse.topics.partitions.partitionIndex')
  writeInt32(writer, leaderId, 'DescribeTopicPartitionsResponse.topics.partitions.leaderId')
  writeInt32(writer, leaderEpoch, 'DescribeTopicPartitionsResponse.topics.partitions.leaderEpoch')
  writeCompactArrayLength(writer, replicaNodes, 'DescribeTopicPartitionsResponse.topics.partitions.replicaNodes')
  for (const element of replicaNodes) {
    writeInt32(writer, element, 'DescribeTopicPartitionsResponse.topics.partitions.replicaNodes')
  }
  writeCompactArrayLength(writer, isrNodes, 'DescribeTopicPartitionsResponse.topics.partitions.isrNodes')
  for (const element of isrNodes) {
    writeInt32(writer, element, 'DescribeTopicPartitionsResponse.topics.partitions.isrNodes')
  }
  writeCompactNullableArrayLength(writer, eligibleLeaderReplicas, 'DescribeTopicPartitionsResponse.topics.partitions.eligibleLeaderReplicas')
  if (eligibleLeaderReplicas !== null) {
    for (const element of eligibleLeaderReplicas) {
      writeInt32(writer, element, 'DescribeTopicPartitionsResponse.topics.partitions.eligibleLeaderReplicas')
    }
  }
  writeCompactNullableArrayLength(writer, lastKnownElr, 'DescribeTopicPartitionsResponse.topics.partitions.lastKnownElr')
  if (lastKnownElr !== null) {
    for (const element of lastKnownElr) {
      writeInt32(writer, element, 'DescribeTopicPartitionsResponse.topics.partitions.lastKnownElr')
    }
  }
  writeCompactArrayLength(writer, offlineReplicas, 'DescribeTopicPartitionsResponse.topics.partitions.offlineReplicas')
  for (const element of offlineReplicas) {
    writeInt32(writer, element, 'DescribeTopicPartitionsResponse.topics.partitions.offlineReplicas')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeTopicPartitionsResponse.topics.partitions')
}

function decodeDescribeTopicPartitionsResponsePartition(
  reader: ByteReader,
  _version: number,
): DescribeTopicPartitionsResponsePartition {
  const decoded: DescribeTopicPartitionsResponsePartition = {
    errorCode: 0,
    partitionIndex: 0,
    leaderId: 0,
    leaderEpoch: -1,
    replicaNodes: [],
    isrNodes: [],
    eligibleLeaderReplicas: null,
    lastKnownElr: null,
    offlineReplicas: [],
  }
  decoded.errorCode = reader.readInt16()
  decoded.partitionIndex = reader.readInt32()
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.replicaNodes.push(reader.readInt32())
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.isrNodes.push(reader.readInt32())
  }
  const eligibleLeaderReplicasLength = readCompactNullableArrayLength(reader)
  if (eligibleLeaderReplicasLength < 0) {
    decoded.eligibleLeaderReplicas = null
  } else {
    const eligibleLeaderReplicasElements: number[] = []
    for (let i = 0; i < eligibleLeaderReplicasLength; i++) eligibleLeaderReplicasElements.push(reader.readInt32())
    decoded.eligibleLeaderReplicas = eligibleLeaderReplicasElements
  }
  const lastKnownElrLength = readCompactNullableArrayLength(reader)
  if (lastKnownElrLength < 0) {
    decoded.lastKnownElr = null
  } else {
    const lastKnownElrElements: number[] = []
    for (let i = 0; i < lastKnownElrLength; i++) lastKnownElrElements.push(reader.readInt32())
    decoded.lastKnownElr = lastKnownElrElements
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.offlineReplicas.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeTopicPartitionsResponseTopic(
  writer: ByteWriter,
  input: MessageInput<DescribeTopicPartitionsResponseTopic>,
  version: number,
): void {
  checkStruct(input, 'DescribeTopicPartitionsResponse.topics')
  const {
    errorCode = 0,
    name = '',
    topicId = ZERO_UUID,
    isInternal = false,
    partitions = [],
    topicAuthorizedOperations = -2147483648,
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'DescribeTopicPartitionsResponse.topics.errorCode')
  writeCompactNullableString(writer, name, 'DescribeTopicPartitionsResponse.topics.name')
  writeUuid(writer, topicId, 'DescribeTopicPartitionsResponse.topics.topicId')
  writeBool(writer, isInternal, 'DescribeTopicPartitionsResponse.topics.isInternal')
  writeCompactArrayLength(writer, partitions, 'DescribeTopicPartitionsResponse.topics.partitions')
  for (const element of partitions) {
    encodeDescribeTopicPartitionsResponsePartition(writer, element, version)
  }
  writeInt32(writer, topicAuthorizedOperations, 'DescribeTopicPartitionsResponse.topics.topicAuthorizedOperations')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeTopicPartitionsResponse.topics')
}

function decodeDescribeTopicPartitionsResponseTopic(
  reader: ByteReader,
  version: number,
): DescribeTopicPartitionsResponseTopic {
  const decoded: DescribeTopicPartitionsResponseTopic = {
    errorCode: 0,
    name: '',
    topicId: ZERO_UUID,
    isInternal: false,
    partitions: [],
    topicAuthorizedOperations: -2147483648,
  }
  decoded.errorCode = reader.readInt16()
  decoded.name = readCompactNullableString(reader)
  decoded.topicId = reader.readUuid()
  decoded.isInternal = reader.readBoolean()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeDescribeTopicPartitionsResponsePartition(reader, version))
  }
  decoded.topicAuthorizedOperations = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeCursor(
  writer: ByteWriter,
  input: MessageInput<DescribeTopicPartitionsResponseCursor>,
  _version: number,
): void {
  checkStruct(input, 'DescribeTopicPartitionsResponse.nextCursor')
  const { topicName = '', partitionIndex = 0, unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'DescribeTopicPartitionsResponse.nextCursor.topicName')
  writeInt32(writer, partitionIndex, 'DescribeTopicPartitionsResponse.nextCursor.partitionIndex')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeTopicPartitionsResponse.nextCursor')
}

function decodeCursor(reader: ByteReader, _version: number): DescribeTopicPartitionsResponseCursor {
  const decoded: DescribeTopicPartitionsResponseCursor = {
    topicName: '',
    partitionIndex: 0,
  }
  decoded.topicName = readCompactString(reader)
  decoded.partitionIndex = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeTopicPartitionsResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeTopicPartitionsResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeTopicPartitionsResponse', version, 0, 0)
  checkStruct(input, 'DescribeTopicPartitionsResponse')
  const { throttleTimeMs = 0, topics = [], nextCursor = null, unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DescribeTopicPartitionsResponse.throttleTimeMs')
  writeCompactArrayLength(writer, topics, 'DescribeTopicPartitionsResponse.topics')
  for (const element of topics) {
    encodeDescribeTopicPartitionsResponseTopic(writer, element, version)
  }
  if (nextCursor === null) {
    writer.writeInt8(-1)
  } else {
    writer.writeInt8(1)
    encodeCursor(writer, nextCursor, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeTopicPartitionsResponse')
}

function decodeDescribeTopicPartitionsResponse(reader: ByteReader, version: number): DescribeTopicPartitionsResponse {
  checkDecodeVersion(reader, 'DescribeTopicPartitionsResponse', version, 0, 0)
  const decoded: DescribeTopicPartitionsResponse = {
    throttleTimeMs: 0,
    topics: [],
    nextCursor: null,
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeDescribeTopicPartitionsResponseTopic(reader, version))
  }
  decoded.nextCursor = reader.readInt8() < 0 ? null : decodeCursor(reader, version)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeTopicPartitionsResponse. */
export const describeTopicPartitionsResponse: MessageCodec<DescribeTopicPartitionsResponse> = {
  name: 'DescribeTopicPartitionsResponse',
  apiKey: 75,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDescribeTopicPartitionsResponse,
  decode: decodeDescribeTopicPartitionsResponse,
}
