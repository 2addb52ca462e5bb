// Generated from schemas/merged.json (OffsetForLeaderEpochResponse) by generator/main.ts: not to be edited.
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
  writeInt16,
  writeInt32,
  writeInt64,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** OffsetForLeaderEpochResponse, versions 0-4. */
export interface OffsetForLeaderEpochResponse {
  /** int32, versions 2+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** []OffsetForLeaderTopicResult, versions 0+. */
  topics: OffsetForLeaderEpochResponseOffsetForLeaderTopicResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OffsetForLeaderTopicResult of OffsetForLeaderEpochResponse. */
export interface OffsetForLeaderEpochResponseOffsetForLeaderTopicResult {
  /** string, versions 0+, unique in its array, a topicName. */
  topic: string
  /** []EpochEndOffset, versions 0+. */
  partitions: OffsetForLeaderEpochResponseEpochEndOffset[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** EpochEndOffset of OffsetForLeaderEpochResponse. */
export interface OffsetForLeaderEpochResponseEpochEndOffset {
  /** int16, versions 0+. */
  errorCode: number
  /** int32, versions 0+. */
  partition: number
  /** int32, versions 1+, ignored where the version lacks it, default -1. */
  leaderEpoch: number
  /** int64, versions 0+, default -1. */
  endOffset: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeEpochEndOffset(
  writer: ByteWriter,
  input: MessageInput<OffsetForLeaderEpochResponseEpochEndOffset>,
  version: number,
): void {
  checkStruct(input, 'OffsetForLeaderEpochResponse.topics.partitions')
  const { errorCode = 0, partition = 0, leaderEpoch = -1, endOffset = -1n, unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'OffsetForLeaderEpochResponse.topics.partitions.errorCode')
  writeInt32(writer, partition, 'OffsetForLeaderEpochResponse.topics.partitions.partition')
  if (version >= 1) {
    writeInt32(writer, leaderEpoch, 'OffsetForLeaderEpochResponse.topics.partitions.leaderEpoch')
  }
  writeInt64(writer, endOffset, 'OffsetForLeaderEpochResponse.topics.partitions.endOffset')
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetForLeaderEpochResponse.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetForLeaderEpochResponse.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeEpochEndOffset(reader: ByteReader, version: number): OffsetForLeaderEpochResponseEpochEndOffset {
  const decoded: OffsetForLeaderEpochResponseEpochEndOffset = {
    errorCode: 0,
    partition: 0,
    leaderEpoch: -1,
    endOffset: -1n,
  }
  decoded.errorCode = reader.readInt16()
  decoded.partition = reader.readInt32()
  if (version >= 1) {
    decoded.leaderEpoch = reader.readInt32()
  }
  decoded.endOffset = reader.readInt64()
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeOffsetForLeaderTopicResult(
  writer: ByteWriter,
  input: MessageInput<OffsetForLeaderEpochResponseOffsetForLeaderTopicResult>,
  version: number,
): void {
  checkStruct(input, 'OffsetForLeaderEpochResponse.topics')
  const { topic = '', partitions = [], unknownTaggedFields } = input
  if (version >= 4) {
    writeCompactString(writer, topic, 'OffsetForLeaderEpochResponse.topics.topic')
  } else {
    writeString(writer, topic, 'OffsetForLeaderEpochResponse.topics.topic')
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, partitions, 'OffsetForLeaderEpochResponse.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'OffsetForLeaderEpochResponse.topics.partitions')
  }
  for (const element of partitions) {
    encodeEpochEndOffset(writer, element, version)
  }
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetForLeaderEpochResponse.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetForLeaderEpochResponse.topics.unknownTaggedFields', version)
  }
}

function decodeOffsetForLeaderTopicResult(
  reader: ByteReader,
  version: number,
): OffsetForLeaderEpochResponseOffsetForLeaderTopicResult {
  const decoded: OffsetForLeaderEpochResponseOffsetForLeaderTopicResult = {
    topic: '',
    partitions: [],
  }
  decoded.topic = version >= 4 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeEpochEndOffset(reader, version))
  }
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeOffsetForLeaderEpochResponse(
  writer: ByteWriter,
  input: MessageInput<OffsetForLeaderEpochResponse>,
  version: number,
): void {
  checkEncodeVersion('OffsetForLeaderEpochResponse', version, 0, 4)
  checkStruct(input, 'OffsetForLeaderEpochResponse')
  const { throttleTimeMs = 0, topics = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeInt32(writer, throttleTimeMs, 'OffsetForLeaderEpochResponse.throttleTimeMs')
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, topics, 'OffsetForLeaderEpochResponse.topics')
  } else {
    writeArrayLength(writer, topics, 'OffsetForLeaderEpochResponse.topics')
  }
  for (const element of topics) {
    encodeOffsetForLeaderTopicResult(writer, element, version)
  }
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'OffsetForLeaderEpochResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetForLeaderEpochResponse.unknownTaggedFields', version)
  }
}

function decodeOffsetForLeaderEpochResponse(reader: ByteReader, version: number): OffsetForLeaderEpochResponse {
  checkDecodeVersion(reader, 'OffsetForLeaderEpochResponse', version, 0, 4)
  const decoded: OffsetForLeaderEpochResponse = {
    throttleTimeMs: 0,
    topics: [],
  }
  if (version >= 2) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeOffsetForLeaderTopicResult(reader, version))
  }
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes OffsetForLeaderEpochResponse. */
export const offsetForLeaderEpochResponse: MessageCodec<OffsetForLeaderEpochResponse> = {
  name: 'OffsetForLeaderEpochResponse',
  apiKey: 23,
  type: 'response',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 4,
  encode: encodeOffsetForLeaderEpochResponse,
  decode: decodeOffsetForLeaderEpochResponse,
}
