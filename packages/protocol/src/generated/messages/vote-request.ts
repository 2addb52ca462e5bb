// Generated from schemas/merged.json (VoteRequest) by generator/main.ts: not to be edited.
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
  notInVersion,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt32,
  writeInt64,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** VoteRequest, versions 0-2. */
export interface VoteRequest {
  /** string, versions 0+, nullable, default null. */
  clusterId: string | null
  /** int32, versions 1+, a brokerId, ignored where the version lacks it, default -1. */
  voterId: number
  /** []TopicData, versions 0+. */
  topics: VoteRequestTopicData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of VoteRequest. */
export interface VoteRequestTopicData {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** []PartitionData, versions 0+. */
  partitions: VoteRequestPartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of VoteRequest. */
export interface VoteRequestPartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int32, versions 0+. */
  replicaEpoch: number
  /** int32, versions 0+, a brokerId. */
  replicaId: number
  /** uuid, versions 1+, ignored where the version lacks it. */
  replicaDirectoryId: string
  /** uuid, versions 1+, ignored where the version lacks it. */
  voterDirectoryId: string
  /** int32, versions 0+. */
  lastOffsetEpoch: number
  /** int64, versions 0+. */
  lastOffset: bigint
  /** bool, versions 2+. */
  preVote: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionData(writer: ByteWriter, input: MessageInput<VoteRequestPartitionData>, version: number): void {
  checkStruct(input, 'VoteRequest.topics.partitions')
  const {
    partitionIndex = 0,
    replicaEpoch = 0,
    replicaId = 0,
    replicaDirectoryId = ZERO_UUID,
    voterDirectoryId = ZERO_UUID,
    lastOffsetEpoch = 0,
    lastOffset = 0n,
    preVote = false,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'VoteRequest.topics.partitions.partitionIndex')
  writeInt32(writer, replicaEpoch, 'VoteRequest.topics.partitions.replicaEpoch')
  writeInt32(writer, replicaId, 'VoteRequest.topics.partitions.replicaId')
  if (version >= 1) {
    writeUuid(writer, replicaDirectoryId, 'VoteRequest.topics.partitions.replicaDirectoryId')
  }
  if (version >= 1) {
    writeUuid(writer, voterDirectoryId, 'VoteRequest.topics.partitions.voterDirectoryId')
  }
  writeInt32(writer, lastOffsetEpoch, 'VoteRequest.topics.partitions.lastOffsetEpoch')
  writeInt64(writer, lastOffset, 'VoteRequest.topics.partitions.lastOffset')
  if (version === 2) {
    writeBool(writer, preVote, 'VoteRequest.topics.partitions.preVote')
  } else if (preVote !== false) {
    throw notInVersion('VoteRequest.topics.partitions.preVote', version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'VoteRequest.topics.partitions')
}

function decodePartitionData(reader: ByteReader, version: number): VoteRequestPartitionData {
  const decoded: VoteRequestPartitionData = {
    partitionIndex: 0,
    replicaEpoch: 0,
    replicaId: 0,
    replicaDirectoryId: ZERO_UUID,
    voterDirectoryId: ZERO_UUID,
    lastOffsetEpoch: 0,
    lastOffset: 0n,
    preVote: false,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.replicaEpoch = reader.readInt32()
  decoded.replicaId = reader.readInt32()
  if (version >= 1) {
    decoded.replicaDirectoryId = reader.readUuid()
  }
  if (version >= 1) {
    decoded.voterDirectoryId = reader.readUuid()
  }
  decoded.lastOffsetEpoch = reader.readInt32()
  decoded.lastOffset = reader.readInt64()
  if (version === 2) {
    decoded.preVote = reader.readBoolean()
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicData(writer: ByteWriter, input: MessageInput<VoteRequestTopicData>, version: number): void {
  checkStruct(input, 'VoteRequest.topics')
  const { topicName = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'VoteRequest.topics.topicName')
  writeCompactArrayLength(writer, partitions, 'VoteRequest.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'VoteRequest.topics')
}

function decodeTopicData(reader: ByteReader, version: number): VoteRequestTopicData {
  const decoded: VoteRequestTopicData = {
    topicName: '',
    partitions: [],
  }
  decoded.topicName = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeVoteRequest(writer: ByteWriter, input: MessageInput<VoteRequest>, version: number): void {
  checkEncodeVersion('VoteRequest', version, 0, 2)
  checkStruct(input, 'VoteRequest')
  const { clusterId = null, voterId = -1, topics = [], unknownTaggedFields } = input
  writeCompactNullableString(writer, clusterId, 'VoteRequest.clusterId')
  if (version >= 1) {
    writeInt32(writer, voterId, 'VoteRequest.voterId')
  }
  writeCompactArrayLength(writer, topics, 'VoteRequest.topics')
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'VoteRequest')
}

function decodeVoteRequest(reader: ByteReader, version: number): VoteRequest {
  checkDecodeVersion(reader, 'VoteRequest', version, 0, 2)
  const decoded: VoteRequest = {
    clusterId: null,
    voterId: -1,
    topics: [],
  }
  decoded.clusterId = readCompactNullableString(reader)
  if (version >= 1) {
    decoded.voterId = reader.readInt32()
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes VoteRequest. */
export const voteRequest: MessageCodec<VoteRequest> = {
  name: 'VoteRequest',
  apiKey: 52,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeVoteRequest,
  decode: decodeVoteRequest,
}
