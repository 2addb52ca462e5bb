// Generated from schemas/merged.json (AlterPartitionResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AlterPartitionResponse, versions 0-3. */
export interface AlterPartitionResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** []TopicData, versions 0+. */
  topics: AlterPartitionResponseTopicData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of AlterPartitionResponse. */
export interface AlterPartitionResponseTopicData {
  /** string, versions 0-1, a topicName, ignored where the version lacks it. */
  topicName: string
  /** uuid, versions 2+, ignored where the version lacks it. */
  topicId: string
  /** []PartitionData, versions 0+. */
  partitions: AlterPartitionResponsePartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of AlterPartitionResponse. */
export interface AlterPartitionResponsePartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** int32, versions 0+, a brokerId. */
  leaderId: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** []int32, versions 0+, a brokerId. */
  isr: number[]
  /** int8, versions 1+, ignored where the version lacks it, default 0. */
  leaderRecoveryState: number
  /** int32, versions 0+. */
  partitionEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionResponsePartitionData>,
  version: number,
): void {
  checkStruct(input, 'AlterPartitionResponse.topics.partitions')
  const {
    partitionIndex = 0,
    errorCode = 0,
    leaderId = 0,
    leaderEpoch = 0,
    isr = [],
    leaderRecoveryState = 0,
    partitionEpoch = 0,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'AlterPartitionResponse.topics.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'AlterPartitionResponse.topics.partitions.errorCode')
  writeInt32(writer, leaderId, 'AlterPartitionResponse.topics.partitions.leaderId')
  writeInt32(writer, leaderEpoch, 'AlterPartitionResponse.topics.partitions.leaderEpoch')
  writeCompactArrayLength(writer, isr, 'AlterPartitionResponse.topics.partitions.isr')
  for (const element of isr) {
    writeInt32(writer, element, 'AlterPartitionResponse.topics.partitions.isr')
  }
  if (version >= 1) {
    writeInt8(writer, leaderRecoveryState, 'AlterPartitionResponse.topics.partitions.leaderRecoveryState')
  }
  writeInt32(writer, partitionEpoch, 'AlterPartitionResponse.topics.partitions.partitionEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionResponse.topics.partitions')
}

function decodePartitionData(reader: ByteReader, version: number): AlterPartitionResponsePartitionData {
  const decoded: AlterPartitionResponsePartitionData = {
    partitionIndex: 0,
    errorCode: 0,
    leaderId: 0,
    leaderEpoch: 0,
    isr: [],
    leaderRecoveryState: 0,
    partitionEpoch: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.isr.push(reader.readInt32())
  }
  if (version >= 1) {
    decoded.leaderRecoveryState = reader.readInt8()
  }
  decoded.partitionEpoch = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicData(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionResponseTopicData>,
  version: number,
): void {
  checkStruct(input, 'AlterPartitionResponse.topics')
  const { topicName = '', topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  if (version <= 1) {
    writeCompactString(writer, topicName, 'AlterPartitionResponse.topics.topicName')
  }
  if (version >= 2) {
    writeUuid(writer, topicId, 'AlterPartitionResponse.topics.topicId')
  }
  writeCompactArrayLength(writer, partitions, 'AlterPartitionResponse.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionResponse.topics')
}

function decodeTopicData(reader: ByteReader, version: number): AlterPartitionResponseTopicData {
  const decoded: AlterPartitionResponseTopicData = {
    topicName: '',
    topicId: ZERO_UUID,
    partitions: [],
  }
  if (version <= 1) {
    decoded.topicName = readCompactString(reader)
  }
  if (version >= 2) {
    decoded.topicId = reader.readUuid()
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAlterPartitionResponse(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionResponse>,
  version: number,
): void {
  checkEncodeVersion('AlterPartitionResponse', version, 0, 3)
  checkStruct(input, 'AlterPartitionResponse')
  const { throttleTimeMs = 0, errorCode = 0, topics = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'AlterPartitionResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'AlterPartitionResponse.errorCode')
  writeCompactArrayLength(writer, topics, 'AlterPartitionResponse.topics')
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionResponse')
}

function decodeAlterPartitionResponse(reader: ByteReader, version: number): AlterPartitionResponse {
  checkDecodeVersion(reader, 'AlterPartitionResponse', version, 0, 3)
  const decoded: AlterPartitionResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    topics: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AlterPartitionResponse. */
export const alterPartitionResponse: MessageCodec<AlterPartitionResponse> = {
  name: 'AlterPartitionResponse',
  apiKey: 56,
  type: 'response',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 0,
  encode: encodeAlterPartitionResponse,
  decode: decodeAlterPartitionResponse,
}
