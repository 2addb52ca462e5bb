// Generated from schemas/merged.json (OffsetCommitRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt32,
  writeInt64,
  writeNullableString,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** OffsetCommitRequest, versions 0-10. */
export interface OffsetCommitRequest {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** int32, versions 1+, ignored where the version lacks it, default -1. */
  generationIdOrMemberEpoch: number
  /** string, versions 1+, ignored where the version lacks it. */
  memberId: string
  /** string, versions 7+, nullable, default null. */
  groupInstanceId: string | null
  /** int64, versions 2-4, ignored where the version lacks it, default -1. */
  retentionTimeMs: bigint
  /** []OffsetCommitRequestTopic, versions 0+. */
  topics: OffsetCommitRequestTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetCommitRequestTopic of OffsetCommitRequest. */
export interface OffsetCommitRequestTopic {
  /** string, versions 0-9, a topicName, ignored where the version lacks it. */
  name: string
  /** uuid, versions 10+, ignored where the version lacks it. */
  topicId: string
  /** []OffsetCommitRequestPartition, versions 0+. */
  partitions: OffsetCommitRequestPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetCommitRequestPartition of OffsetCommitRequest. */
export interface OffsetCommitRequestPartition {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int64, versions 0+. */
  committedOffset: bigint
  /** int32, versions 6+, ignored where the version lacks it, default -1. */
  committedLeaderEpoch: number
  /** int64, versions 1, default -1. */
  commitTimestamp: bigint
  /** string, versions 0+, nullable. */
  committedMetadata: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeOffsetCommitRequestPartition(
  writer: ByteWriter,
  input: MessageInput<OffsetCommitRequestPartition>,
  version: number,
): void {
  checkStruct(input, 'OffsetCommitRequest.topics.partitions')
  const {
    partitionIndex = 0,
    committedOffset = 0n,
    committedLeaderEpoch = -1,
    commitTimestamp = -1n,
    committedMetadata = '',
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'OffsetCommitRequest.topics.partitions.partitionIndex')
  writeInt64(writer, committedOffset, 'OffsetCommitRequest.topics.partitions.committedOffset')
  if (version >= 6) {
    writeInt32(writer, committedLeaderEpoch, 'OffsetCommitRequest.topics.partitions.committedLeaderEpoch')
  }
  if (version === 1) {
    writeInt64(writer, commitTimestamp, 'OffsetCommitRequest.topics.partitions.commitTimestamp')
  } else if (commitTimestamp !== -1n) {
    throw notInVersion('OffsetCommitRequest.topics.partitions.commitTimestamp', version)
  }
  if (version >= 8) {
    writeCompactNullableString(writer, committedMetadata, 'OffsetCommitRequest.topics.partitions.committedMetadata')
  } else {
    writeNullableString(writer, committedMetadata, 'OffsetCommitRequest.topics.partitions.committedMetadata')
  }
  if (version >= 8) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetCommitRequest.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetCommitRequest.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeOffsetCommitRequestPartition(reader: ByteReader, version: number): OffsetCommitRequestPartition {
  const decoded: OffsetCommitRequestPartition = {
    partitionIndex: 0,
    committedOffset: 0n,
    committedLeaderEpoch: -1,
    commitTimestamp: -1n,
    committedMetadata: '',
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.committedOffset = reader.readInt64()
  if (version >= 6) {
    decoded.committedLeaderEpoch = reader.readInt32()
  }
  if (version === 1) {
    decoded.commitTimestamp = reader.readInt64()
  }
  decoded.committedMetadata = version >= 8 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version >= 8) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeOffsetCommitRequestTopic(
  writer: ByteWriter,
  input: MessageInput<OffsetCommitRequestTopic>,
  version: number,
): void {
  checkStruct(input, 'OffsetCommitRequest.topics')
  const { name = '', topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  if (version <= 9) {
    if (version >= 8) {
      writeCompactString(writer, name, 'OffsetCommitRequest.topics.name')
    } else {
      writeString(writer, name, 'OffsetCommitRequest.topics.name')
    }
  }
  if (version === 10) {
    writeUuid(writer, topicId, 'OffsetCommitRequest.topics.topicId')
  }
  if (version >= 8) {
    writeCompactArrayLength(writer, partitions, 'OffsetCommitRequest.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'OffsetCommitRequest.topics.partitions')
  }
  for (const element of partitions) {
    encodeOffsetCommitRequestPartition(writer, element, version)
  }
  if (version >= 8) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetCommitRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetCommitRequest.topics.unknownTaggedFields', version)
  }
}

function decodeOffsetCommitRequestTopic(reader: ByteReader, version: number): OffsetCommitRequestTopic {
  const decoded: OffsetCommitRequestTopic = {
    name: '',
    topicId: ZERO_UUID,
    partitions: [],
  }
  if (version <= 9) {
    decoded.name = version >= 8 ? readCompactString(reader) : readString(reader)
  }
  if (version === 10) {
    decoded.topicId = reader.readUuid()
  }
  for (let left = version >= 8 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeOffsetCommitRequestPartition(reader, version))
  }
  if (version >= 8) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeOffsetCommitRequest(
  writer: ByteWriter,
  input: MessageInput<OffsetCommitRequest>,
  version: number,
): void {
  checkEncodeVersion('OffsetCommitRequest', version, 0, 10)
  checkStruct(input, 'OffsetCommitRequest')
  const {
    groupId = '',
    generationIdOrMemberEpoch = -1,
    memberId = '',
    groupInstanceId = null,
    retentionTimeMs = -1n,
    topics = [],
    unknownTaggedFields,
  } = input
  if (version >= 8) {
    writeCompactString(writer, groupId, 'OffsetCommitRequest.groupId')
  } else {
    writeString(writer, groupId, 'OffsetCommitRequest.groupId')
  }
  if (version >= 1) {
    writeInt32(writer, generationIdOrMemberEpoch, 'OffsetCommitRequest.generationIdOrMemberEpoch')
  }
  if (version >= 1) {
    if (version >= 8) {
      writeCompactString(writer, memberId, 'OffsetCommitRequest.memberId')
    } else {
      writeString(writer, memberId, 'OffsetCommitRequest.memberId')
    }
  }
  if (version >= 7) {
    if (version >= 8) {
      writeCompactNullableString(writer, groupInstanceId, 'OffsetCommitRequest.groupInstanceId')
    } else {
      writeNullableString(writer, groupInstanceId, 'OffsetCommitRequest.groupInstanceId')
    }
  } else if (groupInstanceId !== null) {
    throw notInVersion('OffsetCommitRequest.groupInstanceId', version)
  }
  if (version >= 2 && version <= 4) {
    writeInt64(writer, retentionTimeMs, 'OffsetCommitRequest.retentionTimeMs')
  }
  if (version >= 8) {
    writeCompactArrayLength(writer, topics, 'OffsetCommitRequest.topics')
  } else {
    writeArrayLength(writer, topics, 'OffsetCommitRequest.topics')
  }
  for (const element of topics) {
    encodeOffsetCommitRequestTopic(writer, element, version)
  }
  if (version >= 8) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetCommitRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetCommitRequest.unknownTaggedFields', version)
  }
}

function decodeOffsetCommitRequest(reader: ByteReader, version: number): OffsetCommitRequest {
  checkDecodeVersion(reader, 'OffsetCommitRequest', version, 0, 10)
  const decoded: OffsetCommitRequest = {
    groupId: '',
    generationIdOrMemberEpoch: -1,
    memberId: '',
    groupInstanceId: null,
    retentionTimeMs: -1n,
    topics: [],
  }
  decoded.groupId = version >= 8 ? readCompactString(reader) : readString(reader)
  if (version >= 1) {
    decoded.generationIdOrMemberEpoch = reader.readInt32()
  }
  if (version >= 1) {
    decoded.memberId = version >= 8 ? readCompactString(reader) : readString(reader)
  }
  if (version >= 7) {
    decoded.groupInstanceId = version >= 8 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  if (version >= 2 && version <= 4) {
    decoded.retentionTimeMs = reader.readInt64()
  }
  for (let left = version >= 8 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeOffsetCommitRequestTopic(reader, version))
  }
  if (version >= 8) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes OffsetCommitRequest. */
export const offsetCommitRequest: MessageCodec<OffsetCommitRequest> = {
  name: 'OffsetCommitRequest',
  apiKey: 8,
  type: 'request',
  minVersion: 0,
  maxVersion: 10,
  flexibleFrom: 8,
  encode: encodeOffsetCommitRequest,
  decode: decodeOffsetCommitRequest,
}
