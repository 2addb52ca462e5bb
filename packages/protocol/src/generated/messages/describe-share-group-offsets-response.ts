// Generated from schemas/merged.json (DescribeShareGroupOffsetsResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
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
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeShareGroupOffsetsResponse, versions 0-1. */
export interface DescribeShareGroupOffsetsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []DescribeShareGroupOffsetsResponseGroup, versions 0+. */
  groups: DescribeShareGroupOffsetsResponseGroup[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeShareGroupOffsetsResponseGroup of DescribeShareGroupOffsetsResponse. */
export interface DescribeShareGroupOffsetsResponseGroup {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** []DescribeShareGroupOffsetsResponseTopic, versions 0+. */
  topics: DescribeShareGroupOffsetsResponseTopic[]
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeShareGroupOffsetsResponseTopic of DescribeShareGroupOffsetsResponse. */
export interface DescribeShareGroupOffsetsResponseTopic {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** uuid, versions 0+. */
  topicId: string
  /** []DescribeShareGroupOffsetsResponsePartition, versions 0+. */
  partitions: DescribeShareGroupOffsetsResponsePartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeShareGroupOffsetsResponsePartition of DescribeShareGroupOffsetsResponse. */
export interface DescribeShareGroupOffsetsResponsePartition {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int64, versions 0+. */
  startOffset: bigint
  /** int32, versions 0+. */
  leaderEpoch: number
  /** int64, versions 1+, ignored where the version lacks it, default -1. */
  lag: bigint
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribeShareGroupOffsetsResponsePartition(
  writer: ByteWriter,
  input: MessageInput<DescribeShareGroupOffsetsResponsePartition>,
  version: number,
): void {
  checkStruct(input, 'DescribeShareGroupOffsetsResponse.groups.topics.partitions')
  const {
    partitionIndex = 0,
    startOffset = 0n,
    leaderEpoch = 0,
    lag = -1n,
    errorCode = 0,
    errorMessage = null,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'DescribeShareGroupOffsetsResponse.groups.topics.partitions.partitionIndex')
  writeInt64(writer, startOffset, 'DescribeShareGroupOffsetsResponse.groups.topics.partitions.startOffset')
  writeInt32(writer, leaderEpoch, 'DescribeShareGroupOffsetsResponse.groups.topics.partitions.leaderEpoch')
  if (version === 1) {
    writeInt64(writer, lag, 'DescribeShareGroupOffsetsResponse.groups.topics.partitions.lag')
  }
  writeInt16(writer, errorCode, 'DescribeShareGroupOffsetsResponse.groups.topics.partitions.errorCode')
  writeCompactNullableString(writer, errorMessage, 'DescribeShareGroupOffsetsResponse.groups.topics.partitions.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeShareGroupOffsetsResponse.groups.topics.partitions')
}

function decodeDescribeShareGroupOffsetsResponsePartition(
  reader: ByteReader,
  version: number,
): DescribeShareGroupOffsetsResponsePartition {
  const decoded: DescribeShareGroupOffsetsResponsePartition = {
    partitionIndex: 0,
    startOffset: 0n,
    leaderEpoch: 0,
    lag: -1n,
    errorCode: 0,
    errorMessage: null,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.startOffset = reader.readInt64()
  decoded.leaderEpoch = reader.readInt32()
  if (version === 1) {
    decoded.lag = reader.readInt64()
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeShareGroupOffsetsResponseTopic(
  writer: ByteWriter,
  input: MessageInput<DescribeShareGroupOffsetsResponseTopic>,
  version: number,
): void {
  checkStruct(input, 'DescribeShareGroupOffsetsResponse.groups.topics')
  const { topicName = '', topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'DescribeShareGroupOffsetsResponse.groups.topics.topicName')
  writeUuid(writer, topicId, 'DescribeShareGroupOffsetsResponse.groups.topics.topicId')
  writeCompactArrayLength(writer, partitions, 'DescribeShareGroupOffsetsResponse.groups.topics.partitions')
  for (const element of partitions) {
    encodeDescribeShareGroupOffsetsResponsePartition(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeShareGroupOffsetsResponse.groups.topics')
}

function decodeDescribeShareGroupOffsetsResponseTopic(
  reader: ByteReader,
  version: number,
): DescribeShareGroupOffsetsResponseTopic {
  const decoded: DescribeShareGroupOffsetsResponseTopic = {
    topicName: '',
    topicId: ZERO_UUID,
    partitions: [],
  }
  decoded.topicName = readCompactString(reader)
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeDescribeShareGroupOffsetsResponsePartition(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeShareGroupOffsetsResponseGroup(
  writer: ByteWriter,
  input: MessageInput<DescribeShareGroupOffsetsResponseGroup>,
  version: number,
): void {
  checkStruct(input, 'DescribeShareGroupOffsetsResponse.groups')
  const { groupId = '', topics = [], errorCode = 0, errorMessage = null, unknownTaggedFields } = input
  writeCompactString(writer, groupId, 'DescribeShareGroupOffsetsResponse.groups.groupId')
  writeCompactArrayLength(writer, topics, 'DescribeShareGroupOffsetsResponse.groups.topics')
  for (const element of topics) {
    encodeDescribeShareGroupOffsetsResponseTopic(writer, element, version)
  }
  writeInt16(writer, errorCode, 'DescribeShareGroupOffsetsResponse.groups.errorCode')
  writeCompactNullableString(writer, errorMessage, 'DescribeShareGroupOffsetsResponse.groups.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeShareGroupOffsetsResponse.groups')
}

function decodeDescribeShareGroupOffsetsResponseGroup(
  reader: ByteReader,
  version: number,
): DescribeShareGroupOffsetsResponseGroup {
  const decoded: DescribeShareGroupOffsetsResponseGroup = {
    groupId: '',
    topics: [],
    errorCode: 0,
    errorMessage: null,
  }
  decoded.groupId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeDescribeShareGroupOffsetsResponseTopic(reader, version))
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeShareGroupOffsetsResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeShareGroupOffsetsResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeShareGroupOffsetsResponse', version, 0, 1)
  checkStruct(input, 'DescribeShareGroupOffsetsResponse')
  const { throttleTimeMs = 0, groups = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DescribeShareGroupOffsetsResponse.throttleTimeMs')
  writeCompactArrayLength(writer, groups, 'DescribeShareGroupOffsetsResponse.groups')
  for (const element of groups) {
    encodeDescribeShareGroupOffsetsResponseGroup(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeShareGroupOffsetsResponse')
}

function decodeDescribeShareGroupOffsetsResponse(
  reader: ByteReader,
  version: number,
): DescribeShareGroupOffsetsResponse {
  checkDecodeVersion(reader, 'DescribeShareGroupOffsetsResponse', version, 0, 1)
  const decoded: DescribeShareGroupOffsetsResponse = {
    throttleTimeMs: 0,
    groups: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.groups.push(decodeDescribeShareGroupOffsetsResponseGroup(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeShareGroupOffsetsResponse. */
export const describeShareGroupOffsetsResponse: MessageCodec<DescribeShareGroupOffsetsResponse> = {
  name: 'DescribeShareGroupOffsetsResponse',
  apiKey: 90,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeDescribeShareGroupOffsetsResponse,
  decode: decodeDescribeShareGroupOffsetsResponse,
}
