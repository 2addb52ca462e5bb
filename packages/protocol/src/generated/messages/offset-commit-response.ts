// Generated from schemas/merged.json (OffsetCommitResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
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
  writeInt16,
  writeInt32,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** OffsetCommitResponse, versions 0-10. */
export interface OffsetCommitResponse {
  /** int32, versions 3+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** []OffsetCommitResponseTopic, versions 0+. */
  topics: OffsetCommitResponseTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetCommitResponseTopic of OffsetCommitResponse. */
export interface OffsetCommitResponseTopic {
  /** string, versions 0-9, a topicName, ignored where the version lacks it. */
  name: string
  /** uuid, versions 10+, ignored where the version lacks it. */
  topicId: string
  /** []OffsetCommitResponsePartition, versions 0+. */
  partitions: OffsetCommitResponsePartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetCommitResponsePartition of OffsetCommitResponse. */
export interface OffsetCommitResponsePartition {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeOffsetCommitResponsePartition(
  writer: ByteWriter,
  input: MessageInput<OffsetCommitResponsePartition>,
  version: number,
): void {
  checkStruct(input, 'OffsetCommitResponse.topics.partitions')
  const { partitionIndex = 0, errorCode = 0, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'OffsetCommitResponse.topics.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'OffsetCommitResponse.topics.partitions.errorCode')
  if (version >= 8) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetCommitResponse.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetCommitResponse.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeOffsetCommitResponsePartition(reader: ByteReader, version: number): OffsetCommitResponsePartition {
  const decoded: OffsetCommitResponsePartition = {
    partitionIndex: 0,
    errorCode: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  if (version >= 8) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeOffsetCommitResponseTopic(
  writer: ByteWriter,
  input: MessageInput<OffsetCommitResponseTopic>,
  version: number,
): void {
  checkStruct(input, 'OffsetCommitResponse.topics')
  const { name = '', topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  if (version <= 9) {
    if (version >= 8) {
      writeCompactString(writer, name, 'OffsetCommitResponse.topics.name')
    } else {
      writeString(writer, name, 'OffsetCommitResponse.topics.name')
    }
  }
  if (version === 10) {
    writeUuid(writer, topicId, 'OffsetCommitResponse.topics.topicId')
  }
  if (version >= 8) {
    writeCompactArrayLength(writer, partitions, 'OffsetCommitResponse.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'OffsetCommitResponse.topics.partitions')
  }
  for (const element of partitions) {
    encodeOffsetCommitResponsePartition(writer, element, version)
  }
  if (version >= 8) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetCommitResponse.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetCommitResponse.topics.unknownTaggedFields', version)
  }
}

function decodeOffsetCommitResponseTopic(reader: ByteReader, version: number): OffsetCommitResponseTopic {
  const decoded: OffsetCommitResponseTopic = {
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
    decoded.partitions.push(decodeOffsetCommitResponsePartition(reader, version))
  }
  if (version >= 8) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeOffsetCommitResponse(
  writer: ByteWriter,
  input: MessageInput<OffsetCommitResponse>,
  version: number,
): void {
  checkEncodeVersion('OffsetCommitResponse', version, 0, 10)
  checkStruct(input, 'OffsetCommitResponse')
  const { throttleTimeMs = 0, topics = [], unknownTaggedFields } = input
  if (version >= 3) {
    writeInt32(writer, throttleTimeMs, 'OffsetCommitResponse.throttleTimeMs')
  }
  if (version >= 8) {
    writeCompactArrayLength(writer, topics, 'OffsetCommitResponse.topics')
  } else {
    writeArrayLength(writer, topics, 'OffsetCommitResponse.topics')
  }
  for (const element of topics) {
    encodeOffsetCommitResponseTopic(writer, element, version)
  }
  if (version >= 8) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetCommitResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetCommitResponse.unknownTaggedFields', version)
  }
}

function decodeOffsetCommitResponse(reader: ByteReader, version: number): OffsetCommitResponse {
  checkDecodeVersion(reader, 'OffsetCommitResponse', version, 0, 10)
  const decoded: OffsetCommitResponse = {
    throttleTimeMs: 0,
    topics: [],
  }
  if (version >= 3) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  for (let left = version >= 8 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeOffsetCommitResponseTopic(reader, version))
  }
  if (version >= 8) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes OffsetCommitResponse. */
export const offsetCommitResponse: MessageCodec<OffsetCommitResponse> = {
  name: 'OffsetCommitResponse',
  apiKey: 8,
  type: 'response',
  minVersion: 0,
  maxVersion: 10,
  flexibleFrom: 8,
  encode: encodeOffsetCommitResponse,
  decode: decodeOffsetCommitResponse,
}
