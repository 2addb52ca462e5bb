// Generated from schemas/merged.json (OffsetForLeaderEpochRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactString,
  writeInt32,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** OffsetForLeaderEpochRequest, versions 0-4. */
export interface OffsetForLeaderEpochRequest {
  /** int32, versions 3+, a brokerId, ignored where the version lacks it, default -2. */
  replicaId: number
  /** []OffsetForLeaderTopic, versions 0+. */
  topics: OffsetForLeaderEpochRequestOffsetForLeaderTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetForLeaderTopic of OffsetForLeaderEpochRequest. */
export interface OffsetForLeaderEpochRequestOffsetForLeaderTopic {
  /** string, versions 0+, unique in its array, a topicName. */
  topic: string
  /** []OffsetForLeaderPartition, versions 0+. */
  partitions: OffsetForLeaderEpochRequestOffsetForLeaderPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetForLeaderPartition of OffsetForLeaderEpochRequest. */
export interface OffsetForLeaderEpochRequestOffsetForLeaderPartition {
  /** int32, versions 0+. */
  partition: number
  /** int32, versions 2+, ignored where the version lacks it, default -1. */
  currentLeaderEpoch: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeOffsetForLeaderPartition(
  writer: ByteWriter,
  input: MessageInput<OffsetForLeaderEpochRequestOffsetForLeaderPartition>,
  version: number,
): void {
  checkStruct(input, 'OffsetForLeaderEpochRequest.topics.partitions')
  const { partition = 0, currentLeaderEpoch = -1, leaderEpoch = 0, unknownTaggedFields } = input
  writeInt32(writer, partition, 'OffsetForLeaderEpochRequest.topics.partitions.partition')
  if (version >= 2) {
    writeInt32(writer, currentLeaderEpoch, 'OffsetForLeaderEpochRequest.topics.partitions.currentLeaderEpoch')
  }
  writeInt32(writer, leaderEpoch, 'OffsetForLeaderEpochRequest.topics.partitions.leaderEpoch')
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetForLeaderEpochRequest.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetForLeaderEpochRequest.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeOffsetForLeaderPartition(
  reader: ByteReader,
  version: number,
): OffsetForLeaderEpochRequestOffsetForLeaderPartition {
  const decoded: OffsetForLeaderEpochRequestOffsetForLeaderPartition = {
    partition: 0,
    currentLeaderEpoch: -1,
    leaderEpoch: 0,
  }
  decoded.partition = reader.readInt32()
  if (version >= 2) {
    decoded.currentLeaderEpoch = reader.readInt32()
  }
  decoded.leaderEpoch = reader.readInt32()
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeOffsetForLeaderTopic(
  writer: ByteWriter,
  input: MessageInput<OffsetForLeaderEpochRequestOffsetForLeaderTopic>,
  version: number,
): void {
  checkStruct(input, 'OffsetForLeaderEpochRequest.topics')
  const { topic = '', partitions = [], unknownTaggedFields } = input
  if (version >= 4) {
    writeCompactString(writer, topic, 'OffsetForLeaderEpochRequest.topics.topic')
  } else {
    writeString(writer, topic, 'OffsetForLeaderEpochRequest.topics.topic')
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, partitions, 'OffsetForLeaderEpochRequest.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'OffsetForLeaderEpochRequest.topics.partitions')
  }
  for (const element of partitions) {
    encodeOffsetForLeaderPartition(writer, element, version)
  }
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetForLeaderEpochRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetForLeaderEpochRequest.topics.unknownTaggedFields', version)
  }
}

function decodeOffsetForLeaderTopic(
  reader: ByteReader,
  version: number,
): OffsetForLeaderEpochRequestOffsetForLeaderTopic {
  const decoded: OffsetForLeaderEpochRequestOffsetForLeaderTopic = {
    topic: '',
    partitions: [],
  }
  decoded.topic = version >= 4 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeOffsetForLeaderPartition(reader, version))
  }
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeOffsetForLeaderEpochRequest(
  writer: ByteWriter,
  input: MessageInput<OffsetForLeaderEpochRequest>,
  version: number,
): void {
  checkEncodeVersion('OffsetForLeaderEpochRequest', version, 0, 4)
  checkStruct(input, 'OffsetForLeaderEpochRequest')
  const { replicaId = -2, topics = [], unknownTaggedFields } = input
  if (version >= 3) {
    writeInt32(writer, replicaId, 'OffsetForLeaderEpochRequest.replicaId')
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, topics, 'OffsetForLeaderEpochRequest.topics')
  } else {
    writeArrayLength(writer, topics, 'OffsetForLeaderEpochRequest.topics')
  }
  for (const element of topics) {
    encodeOffsetForLeaderTopic(writer, element, version)
  }
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetForLeaderEpochRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetForLeaderEpochRequest.unknownTaggedFields', version)
  }
}

function decodeOffsetForLeaderEpochRequest(reader: ByteReader, version: number): OffsetForLeaderEpochRequest {
  checkDecodeVersion(reader, 'OffsetForLeaderEpochRequest', version, 0, 4)
  const decoded: OffsetForLeaderEpochRequest = {
    replicaId: -2,
    topics: [],
  }
  if (version >= 3) {
    decoded.replicaId = reader.readInt32()
  }
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeOffsetForLeaderTopic(reader, version))
  }
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes OffsetForLeaderEpochRequest. */
export const offsetForLeaderEpochRequest: MessageCodec<OffsetForLeaderEpochRequest> = {
  name: 'OffsetForLeaderEpochRequest',
  apiKey: 23,
  type: 'request',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 4,
  encode: encodeOffsetForLeaderEpochRequest,
  decode: decodeOffsetForLeaderEpochRequest,
}
