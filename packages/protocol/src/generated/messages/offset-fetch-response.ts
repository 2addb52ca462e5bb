// Generated from schemas/merged.json (OffsetFetchResponse) by generator/main.ts: not to be edited.
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
  writeInt16,
  writeInt32,
  writeInt64,
  writeNullableString,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** OffsetFetchResponse, versions 0-10. */
export interface OffsetFetchResponse {
  /** int32, versions 3+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** []OffsetFetchResponseTopic, versions 0-7. */
  topics: OffsetFetchResponseTopic[]
  /** int16, versions 2-7, ignored where the version lacks it, default 0. */
  errorCode: number
  /** []OffsetFetchResponseGroup, versions 8+. */
  groups: OffsetFetchResponseGroup[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetFetchResponseGroup of OffsetFetchResponse. */
export interface OffsetFetchResponseGroup {
  /** string, versions 8+, a groupId. */
  groupId: string
  /** []OffsetFetchResponseTopics, versions 8+. */
  topics: OffsetFetchResponseTopics[]
  /** int16, versions 8+, default 0. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetFetchResponseTopics of OffsetFetchResponse. */
export interface OffsetFetchResponseTopics {
  /** string, versions 8-9, a topicName, ignored where the version lacks it. */
  name: string
  /** uuid, versions 10+, ignored where the version lacks it. */
  topicId: string
  /** []OffsetFetchResponsePartitions, versions 8+. */
  partitions: OffsetFetchResponsePartitions[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetFetchResponsePartitions of OffsetFetchResponse. */
export interface OffsetFetchResponsePartitions {
  /** int32, versions 8+. */
  partitionIndex: number
  /** int64, versions 8+. */
  committedOffset: bigint
  /** int32, versions 8+, ignored where the version lacks it, default -1. */
  committedLeaderEpoch: number
  /** string, versions 8+, nullable. */
  metadata: string | null
  /** int16, versions 8+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetFetchResponseTopic of OffsetFetchResponse. */
export interface OffsetFetchResponseTopic {
  /** string, versions 0-7, a topicName. */
  name: string
  /** []OffsetFetchResponsePartition, versions 0-7. */
  partitions: OffsetFetchResponsePartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetFetchResponsePartition of OffsetFetchResponse. */
export interface OffsetFetchResponsePartition {
  /** int32, versions 0-7. */
  partitionIndex: number
  /** int64, versions 0-7. */
  committedOffset: bigint
  /** int32, versions 5-7, ignored where the version lacks it, default -1. */
  committedLeaderEpoch: number
  /** string, versions 0-7, nullable. */
  metadata: string | null
  /** int16, versions 0-7. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeOffsetFetchResponsePartition(
  writer: ByteWriter,
  input: MessageInput<OffsetFetchResponsePartition>,
  version: number,
): void {
  checkStruct(input, 'OffsetFetchResponse.topics.partitions')
  const {
    partitionIndex = 0,
    committedOffset = 0n,
    committedLeaderEpoch = -1,
    metadata = '',
    errorCode = 0,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'OffsetFetchResponse.topics.partitions.partitionIndex')
  writeInt64(writer, committedOffset, 'OffsetFetchResponse.topics.partitions.committedOffset')
  if (version >= 5) {
    writeInt32(writer, committedLeaderEpoch, 'OffsetFetchResponse.topics.partitions.committedLeaderEpoch')
  }
  if (version >= 6) {
    writeCompactNullableString(writer, metadata, 'OffsetFetchResponse.topics.partitions.metadata')
  } else {
    writeNullableString(writer, metadata, 'OffsetFetchResponse.topics.partitions.metadata')
  }
  writeInt16(writer, errorCode, 'OffsetFetchResponse.topics.partitions.errorCode')
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetFetchResponse.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetFetchResponse.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeOffsetFetchResponsePartition(reader: ByteReader, version: number): OffsetFetchResponsePartition {
  const decoded: OffsetFetchResponsePartition = {
    partitionIndex: 0,
    committedOffset: 0n,
    committedLeaderEpoch: -1,
    metadata: '',
    errorCode: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.committedOffset = reader.readInt64()
  if (version >= 5) {
    decoded.committedLeaderEpoch = reader.readInt32()
  }
  decoded.metadata = version >= 6 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.errorCode = reader.readInt16()
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeOffsetFetchResponseTopic(
  writer: ByteWriter,
  input: MessageInput<OffsetFetchResponseTopic>,
  version: number,
): void {
  checkStruct(input, 'OffsetFetchResponse.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  if (version >= 6) {
    writeCompactString(writer, name, 'OffsetFetchResponse.topics.name')
  } else {
    writeString(writer, name, 'OffsetFetchResponse.topics.name')
  }
  if (version >= 6) {
    writeCompactArrayLength(writer, partitions, 'OffsetFetchResponse.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'OffsetFetchResponse.topics.partitions')
  }
  for (const element of partitions) {
    encodeOffsetFetchResponsePartition(writer, element, version)
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetFetchResponse.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetFetchResponse.topics.unknownTaggedFields', version)
  }
}

function decodeOffsetFetchResponseTopic(reader: ByteReader, version: number): OffsetFetchResponseTopic {
  const decoded: OffsetFetchResponseTopic = {
    name: '',
    partitions: [],
  }
  decoded.name = version >= 6 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeOffsetFetchResponsePartition(reader, version))
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeOffsetFetchResponsePartitions(
  writer: ByteWriter,
  input: MessageInput<OffsetFetchResponsePartitions>,
  _version: number,
): void {
  checkStruct(input, 'OffsetFetchResponse.groups.topics.partitions')
  const {
    partitionIndex = 0,
    committedOffset = 0n,
    committedLeaderEpoch = -1,
    metadata = '',
    errorCode = 0,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'OffsetFetchResponse.groups.topics.partitions.partitionIndex')
  writeInt64(writer, committedOffset, 'OffsetFetchResponse.groups.topics.partitions.committedOffset')
  writeInt32(writer, committedLeaderEpoch, 'OffsetFetchResponse.groups.topics.partitions.committedLeaderEpoch')
  writeCompactNullableString(writer, metadata, 'OffsetFetchResponse.groups.topics.partitions.metadata')
  writeInt16(writer, errorCode, 'OffsetFetchResponse.groups.topics.partitions.errorCode')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetFetchResponse.groups.topics.partitions')
}

function decodeOffsetFetchResponsePartitions(reader: ByteReader, _version: number): OffsetFetchResponsePartitions {
  const decoded: OffsetFetchResponsePartitions = {
    partitionIndex: 0,
    committedOffset: 0n,
    committedLeaderEpoch: -1,
    metadata: '',
    errorCode: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.committedOffset = reader.readInt64()
  decoded.committedLeaderEpoch = reader.readInt32()
  decoded.metadata = readCompactNullableString(reader)
  decoded.errorCode = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeOffsetFetchResponseTopics(
  writer: ByteWriter,
  input: MessageInput<OffsetFetchResponseTopics>,
  version: number,
): void {
  checkStruct(input, 'OffsetFetchResponse.groups.topics')
  const { name = '', topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  if (version <= 9) {
    writeCompactString(writer, name, 'OffsetFetchResponse.groups.topics.name')
  }
  if (version === 10) {
    writeUuid(writer, topicId, 'OffsetFetchResponse.groups.topics.topicId')
  }
  writeCompactArrayLength(writer, partitions, 'OffsetFetchResponse.groups.topics.partitions')
  for (const element of partitions) {
    encodeOffsetFetchResponsePartitions(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetFetchResponse.groups.topics')
}

function decodeOffsetFetchResponseTopics(reader: ByteReader, version: number): OffsetFetchResponseTopics {
  const decoded: OffsetFetchResponseTopics = {
    name: '',
    topicId: ZERO_UUID,
    partitions: [],
  }
  if (version <= 9) {
    decoded.name = readCompactString(reader)
  }
  if (version === 10) {
    decoded.topicId = reader.readUuid()
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeOffsetFetchResponsePartitions(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeOffsetFetchResponseGroup(
  writer: ByteWriter,
  input: MessageInput<OffsetFetchResponseGroup>,
  version: number,
): void {
  checkStruct(input, 'OffsetFetchResponse.groups')
  const { groupId = '', topics = [], errorCode = 0, unknownTaggedFields } = input
  writeCompactString(writer, groupId, 'OffsetFetchResponse.groups.groupId')
  writeCompactArrayLength(writer, topics, 'OffsetFetchResponse.groups.topics')
  for (const element of topics) {
    encodeOffsetFetchResponseTopics(writer, element, version)
  }
  writeInt16(writer, errorCode, 'OffsetFetchResponse.groups.errorCode')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetFetchResponse.groups')
}

function decodeOffsetFetchResponseGroup(reader: ByteReader, version: number): OffsetFetchResponseGroup {
  const decoded: OffsetFetchResponseGroup = {
    groupId: '',
    topics: [],
    errorCode: 0,
  }
  decoded.groupId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeOffsetFetchResponseTopics(reader, version))
  }
  decoded.errorCode = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeOffsetFetchResponse(
  writer: ByteWriter,
  input: MessageInput<OffsetFetchResponse>,
  version: number,
): void {
  checkEncodeVersion('OffsetFetchResponse', version, 0, 10)
  checkStruct(input, 'OffsetFetchResponse')
  const { throttleTimeMs = 0, topics = [], errorCode = 0, groups = [], unknownTaggedFields } = input
  if (version >= 3) {
    writeInt32(writer, throttleTimeMs, 'OffsetFetchResponse.throttleTimeMs')
  }
  if (version <= 7) {
    if (version >= 6) {
      writeCompactArrayLength(writer, topics, 'OffsetFetchResponse.topics')
    } else {
      writeArrayLength(writer, topics, 'OffsetFetchResponse.topics')
    }
    for (const element of topics) {
      encodeOffsetFetchResponseTopic(writer, element, version)
    }
  } else if (topics?.length !== 0) {
    throw notInVersion('OffsetFetchResponse.topics', version)
  }
  if (version >= 2 && version <= 7) {
    writeInt16(writer, errorCode, 'OffsetFetchResponse.errorCode')
  }
  if (version >= 8) {
    writeCompactArrayLength(writer, groups, 'OffsetFetchResponse.groups')
    for (const element of groups) {
      encodeOffsetFetchResponseGroup(writer, element, version)
    }
  } else if (groups?.length !== 0) {
    throw notInVersion('OffsetFetchResponse.groups', version)
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetFetchResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetFetchResponse.unknownTaggedFields', version)
  }
}

function decodeOffsetFetchResponse(reader: ByteReader, version: number): OffsetFetchResponse {
  checkDecodeVersion(reader, 'OffsetFetchResponse', version, 0, 10)
  const decoded: OffsetFetchResponse = {
    throttleTimeMs: 0,
    topics: [],
    errorCode: 0,
    groups: [],
  }
  if (version >= 3) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  if (version <= 7) {
    for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.topics.push(decodeOffsetFetchResponseTopic(reader, version))
    }
  }
  if (version >= 2 && version <= 7) {
    decoded.errorCode = reader.readInt16()
  }
  if (version >= 8) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.groups.push(decodeOffsetFetchResponseGroup(reader, version))
    }
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes OffsetFetchResponse. */
export const offsetFetchResponse: MessageCodec<OffsetFetchResponse> = {
  name: 'OffsetFetchResponse',
  apiKey: 9,
  type: 'response',
  minVersion: 0,
  maxVersion: 10,
  flexibleFrom: 6,
  encode: encodeOffsetFetchResponse,
  decode: decodeOffsetFetchResponse,
}
