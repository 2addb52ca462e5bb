// Generated from schemas/merged.json (OffsetFetchRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableArrayLength,
  readCompactNullableString,
  readCompactString,
  readNullableArrayLength,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  notNull,
  writeArrayLength,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt32,
  writeNullableArrayLength,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** OffsetFetchRequest, versions 0-10. */
export interface OffsetFetchRequest {
  /** string, versions 0-7, a groupId. */
  groupId: string
  /** []OffsetFetchRequestTopic, versions 0-7, nullable in 2-7. */
  topics: OffsetFetchRequestTopic[] | null
  /** []OffsetFetchRequestGroup, versions 8+. */
  groups: OffsetFetchRequestGroup[]
  /** bool, versions 7+, default false. */
  requireStable: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetFetchRequestGroup of OffsetFetchRequest. */
export interface OffsetFetchRequestGroup {
  /** string, versions 8+, a groupId. */
  groupId: string
  /** string, versions 9+, nullable, ignored where the version lacks it, default null. */
  memberId: string | null
  /** int32, versions 9+, ignored where the version lacks it, default -1. */
  memberEpoch: number
  /** []OffsetFetchRequestTopics, versions 8+, nullable. */
  topics: OffsetFetchRequestTopics[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetFetchRequestTopics of OffsetFetchRequest. */
export interface OffsetFetchRequestTopics {
  /** string, versions 8-9, a topicName, ignored where the version lacks it. */
  name: string
  /** uuid, versions 10+, ignored where the version lacks it. */
  topicId: string
  /** []int32, versions 8+. */
  partitionIndexes: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetFetchRequestTopic of OffsetFetchRequest. */
export interface OffsetFetchRequestTopic {
  /** string, versions 0-7, a topicName. */
  name: string
  /** []int32, versions 0-7. */
  partitionIndexes: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeOffsetFetchRequestTopic(
  writer: ByteWriter,
  input: MessageInput<OffsetFetchRequestTopic>,
  version: number,
): void {
  checkStruct(input, 'OffsetFetchRequest.topics')
  const { name = '', partitionIndexes = [], unknownTaggedFields } = input
  if (version >= 6) {
    writeCompactString(writer, name, 'OffsetFetchRequest.topics.name')
  } else {
    writeString(writer, name, 'OffsetFetchRequest.topics.name')
  }
  if (version >= 6) {
    writeCompactArrayLength(writer, partitionIndexes, 'OffsetFetchRequest.topics.partitionIndexes')
  } else {
    writeArrayLength(writer, partitionIndexes, 'OffsetFetchRequest.topics.partitionIndexes')
  }
  for (const element of partitionIndexes) {
    writeInt32(writer, element, 'OffsetFetchRequest.topics.partitionIndexes')
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetFetchRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetFetchRequest.topics.unknownTaggedFields', version)
  }
}

function decodeOffsetFetchRequestTopic(reader: ByteReader, version: number): OffsetFetchRequestTopic {
  const decoded: OffsetFetchRequestTopic = {
    name: '',
    partitionIndexes: [],
  }
  decoded.name = version >= 6 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitionIndexes.push(reader.readInt32())
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeOffsetFetchRequestTopics(
  writer: ByteWriter,
  input: MessageInput<OffsetFetchRequestTopics>,
  version: number,
): void {
  checkStruct(input, 'OffsetFetchRequest.groups.topics')
  const { name = '', topicId = ZERO_UUID, partitionIndexes = [], unknownTaggedFields } = input
  if (version <= 9) {
    writeCompactString(writer, name, 'OffsetFetchRequest.groups.topics.name')
  }
  if (version === 10) {
    writeUuid(writer, topicId, 'OffsetFetchRequest.groups.topics.topicId')
  }
  writeCompactArrayLength(writer, partitionIndexes, 'OffsetFetchRequest.groups.topics.partitionIndexes')
  for (const element of partitionIndexes) {
    writeInt32(writer, element, 'OffsetFetchRequest.groups.topics.partitionIndexes')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetFetchRequest.groups.topics')
}

function decodeOffsetFetchRequestTopics(reader: ByteReader, version: number): OffsetFetchRequestTopics {
  const decoded: OffsetFetchRequestTopics = {
    name: '',
    topicId: ZERO_UUID,
    partitionIndexes: [],
  }
  if (version <= 9) {
    decoded.name = readCompactString(reader)
  }
  if (version === 10) {
    decoded.topicId = reader.readUuid()
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitionIndexes.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeOffsetFetchRequestGroup(
  writer: ByteWriter,
  input: MessageInput<OffsetFetchRequestGroup>,
  version: number,
): void {
  checkStruct(input, 'OffsetFetchRequest.groups')
  const { groupId = '', memberId = null, memberEpoch = -1, topics = [], unknownTaggedFields } = input
  writeCompactString(writer, groupId, 'OffsetFetchRequest.groups.groupId')
  if (version >= 9) {
    writeCompactNullableString(writer, memberId, 'OffsetFetchRequest.groups.memberId')
  }
  if (version >= 9) {
    writeInt32(writer, memberEpoch, 'OffsetFetchRequest.groups.memberEpoch')
  }
  writeCompactNullableArrayLength(writer, topics, 'OffsetFetchRequest.groups.topics')
  if (topics !== null) {
    for (const element of topics) {
      encodeOffsetFetchRequestTopics(writer, element, version)
    }
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetFetchRequest.groups')
}

function decodeOffsetFetchRequestGroup(reader: ByteReader, version: number): OffsetFetchRequestGroup {
  const decoded: OffsetFetchRequestGroup = {
    groupId: '',
    memberId: null,
    memberEpoch: -1,
    topics: [],
  }
  decoded.groupId = readCompactString(reader)
  if (version >= 9) {
    decoded.memberId = readCompactNullableString(reader)
  }
  if (version >= 9) {
    decoded.memberEpoch = reader.readInt32()
  }
  const topicsLength = readCompactNullableArrayLength(reader)
  if (topicsLength < 0) {
    decoded.topics = null
  } else {
    const topicsElements: OffsetFetchRequestTopics[] = []
    for (let i = 0; i < topicsLength; i++) topicsElements.push(decodeOffsetFetchRequestTopics(reader, version))
    decoded.topics = topicsElements
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeOffsetFetchRequest(writer: ByteWriter, input: MessageInput<OffsetFetchRequest>, version: number): void {
  checkEncodeVersion('OffsetFetchRequest', version, 0, 10)
  checkStruct(input, 'OffsetFetchRequest')
  const { groupId = '', topics = [], groups = [], requireStable = false, unknownTaggedFields } = input
  if (version <= 7) {
    if (version >= 6) {
      writeCompactString(writer, groupId, 'OffsetFetchRequest.groupId')
    } else {
      writeString(writer, groupId, 'OffsetFetchRequest.groupId')
    }
  } else if (groupId !== '') {
    throw notInVersion('OffsetFetchRequest.groupId', version)
  }
  if (version <= 7) {
    if (version >= 6) {
      writeCompactNullableArrayLength(writer, topics, 'OffsetFetchRequest.topics')
    } else if (version >= 2) {
      writeNullableArrayLength(writer, topics, 'OffsetFetchRequest.topics')
    } else {
      writeArrayLength(writer, notNull(topics, 'OffsetFetchRequest.topics', version), 'OffsetFetchRequest.topics')
    }
    if (topics !== null) {
      for (const element of topics) {
        encodeOffsetFetchRequestTopic(writer, element, version)
      }
    }
  } else if (topics?.length !== 0) {
    throw notInVersion('OffsetFetchRequest.topics', version)
  }
  if (version >= 8) {
    writeCompactArrayLength(writer, groups, 'OffsetFetchRequest.groups')
    for (const element of groups) {
      encodeOffsetFetchRequestGroup(writer, element, version)
    }
  } else if (groups?.length !== 0) {
    throw notInVersion('OffsetFetchRequest.groups', version)
  }
  if (version >= 7) {
    writeBool(writer, requireStable, 'OffsetFetchRequest.requireStable')
  } else if (requireStable !== false) {
    throw notInVersion('OffsetFetchRequest.requireStable', version)
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetFetchRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetFetchRequest.unknownTaggedFields', version)
  }
}

function decodeOffsetFetchRequest(reader: ByteReader, version: number): OffsetFetchRequest {
  checkDecodeVersion(reader, 'OffsetFetchRequest', version, 0, 10)
  const decoded: OffsetFetchRequest = {
    groupId: '',
    topics: [],
    groups: [],
    requireStable: false,
  }
  if (version <= 7) {
    decoded.groupId = version >= 6 ? readCompactString(reader) : readString(reader)
  }
  if (version <= 7) {
    const topicsLength = version >= 6 ? readCompactNullableArrayLength(reader) : version >= 2 ? readNullableArrayLength(reader) : readArrayLength(reader)
    if (topicsLength < 0) {
      decoded.topics = null
    } else {
      const topicsElements: OffsetFetchRequestTopic[] = []
      for (let i = 0; i < topicsLength; i++) topicsElements.push(decodeOffsetFetchRequestTopic(reader, version))
      decoded.topics = topicsElements
    }
  }
  if (version >= 8) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.groups.push(decodeOffsetFetchRequestGroup(reader, version))
    }
  }
  if (version >= 7) {
    decoded.requireStable = reader.readBoolean()
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes OffsetFetchRequest. */
export const offsetFetchRequest: MessageCodec<OffsetFetchRequest> = {
  name: 'OffsetFetchRequest',
  apiKey: 9,
  type: 'request',
  minVersion: 0,
  maxVersion: 10,
  flexibleFrom: 6,
  encode: encodeOffsetFetchRequest,
  decode: decodeOffsetFetchRequest,
}
