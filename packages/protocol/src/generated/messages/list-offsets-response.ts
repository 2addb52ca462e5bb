// Generated from schemas/merged.json (ListOffsetsResponse) by generator/main.ts: not to be edited.
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

/** ListOffsetsResponse, versions 0-11. */
export interface ListOffsetsResponse {
  /** int32, versions 2+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** []ListOffsetsTopicResponse, versions 0+. */
  topics: ListOffsetsResponseListOffsetsTopicResponse[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ListOffsetsTopicResponse of ListOffsetsResponse. */
export interface ListOffsetsResponseListOffsetsTopicResponse {
  /** string, versions 0+, a topicName. */
  name: string
  /** []ListOffsetsPartitionResponse, versions 0+. */
  partitions: ListOffsetsResponseListOffsetsPartitionResponse[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ListOffsetsPartitionResponse of ListOffsetsResponse. */
export interface ListOffsetsResponseListOffsetsPartitionResponse {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** []int64, versions 0. */
  oldStyleOffsets: bigint[]
  /** int64, versions 1+, default -1. */
  timestamp: bigint
  /** int64, versions 1+, default -1. */
  offset: bigint
  /** int32, versions 4+, default -1. */
  leaderEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeListOffsetsPartitionResponse(
  writer: ByteWriter,
  input: MessageInput<ListOffsetsResponseListOffsetsPartitionResponse>,
  version: number,
): void {
  checkStruct(input, 'ListOffsetsResponse.topics.partitions')
  const {
    partitionIndex = 0,
    errorCode = 0,
    oldStyleOffsets = [],
    timestamp = -1n,
    offset = -1n,
    leaderEpoch = -1,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'ListOffsetsResponse.topics.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'ListOffsetsResponse.topics.partitions.errorCode')
  if (version === 0) {
    writeArrayLength(writer, oldStyleOffsets, 'ListOffsetsResponse.topics.partitions.oldStyleOffsets')
    for (const element of oldStyleOffsets) {
      writeInt64(writer, element, 'ListOffsetsResponse.topics.partitions.oldStyleOffsets')
    }
  } else if (oldStyleOffsets?.length !== 0) {
    throw notInVersion('ListOffsetsResponse.topics.partitions.oldStyleOffsets', version)
  }
  if (version >= 1) {
    writeInt64(writer, timestamp, 'ListOffsetsResponse.topics.partitions.timestamp')
  } else if (timestamp !== -1n) {
    throw notInVersion('ListOffsetsResponse.topics.partitions.timestamp', version)
  }
  if (version >= 1) {
    writeInt64(writer, offset, 'ListOffsetsResponse.topics.partitions.offset')
  } else if (offset !== -1n) {
    throw notInVersion('ListOffsetsResponse.topics.partitions.offset', version)
  }
  if (version >= 4) {
    writeInt32(writer, leaderEpoch, 'ListOffsetsResponse.topics.partitions.leaderEpoch')
  } else if (leaderEpoch !== -1) {
    throw notInVersion('ListOffsetsResponse.topics.partitions.leaderEpoch', version)
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListOffsetsResponse.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ListOffsetsResponse.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeListOffsetsPartitionResponse(
  reader: ByteReader,
  version: number,
): ListOffsetsResponseListOffsetsPartitionResponse {
  const decoded: ListOffsetsResponseListOffsetsPartitionResponse = {
    partitionIndex: 0,
    errorCode: 0,
    oldStyleOffsets: [],
    timestamp: -1n,
    offset: -1n,
    leaderEpoch: -1,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  if (version === 0) {
    for (let left = readArrayLength(reader); left > 0; left--) {
      decoded.oldStyleOffsets.push(reader.readInt64())
    }
  }
  if (version >= 1) {
    decoded.timestamp = reader.readInt64()
  }
  if (version >= 1) {
    decoded.offset = reader.readInt64()
  }
  if (version >= 4) {
    decoded.leaderEpoch = reader.readInt32()
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeListOffsetsTopicResponse(
  writer: ByteWriter,
  input: MessageInput<ListOffsetsResponseListOffsetsTopicResponse>,
  version: number,
): void {
  checkStruct(input, 'ListOffsetsResponse.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  if (version >= 6) {
    writeCompactString(writer, name, 'ListOffsetsResponse.topics.name')
  } else {
    writeString(writer, name, 'ListOffsetsResponse.topics.name')
  }
  if (version >= 6) {
    writeCompactArrayLength(writer, partitions, 'ListOffsetsResponse.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'ListOffsetsResponse.topics.partitions')
  }
  for (const element of partitions) {
    encodeListOffsetsPartitionResponse(writer, element, version)
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListOffsetsResponse.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ListOffsetsResponse.topics.unknownTaggedFields', version)
  }
}

function decodeListOffsetsTopicResponse(
  reader: ByteReader,
  version: number,
): ListOffsetsResponseListOffsetsTopicResponse {
  const decoded: ListOffsetsResponseListOffsetsTopicResponse = {
    name: '',
    partitions: [],
  }
  decoded.name = version >= 6 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeListOffsetsPartitionResponse(reader, version))
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeListOffsetsResponse(
  writer: ByteWriter,
  input: MessageInput<ListOffsetsResponse>,
  version: number,
): void {
  checkEncodeVersion('ListOffsetsResponse', version, 0, 11)
  checkStruct(input, 'ListOffsetsResponse')
  const { throttleTimeMs = 0, topics = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeInt32(writer, throttleTimeMs, 'ListOffsetsResponse.throttleTimeMs')
  }
  if (version >= 6) {
    writeCompactArrayLength(writer, topics, 'ListOffsetsResponse.topics')
  } else {
    writeArrayLength(writer, topics, 'ListOffsetsResponse.topics')
  }
  for (const element of topics) {
    encodeListOffsetsTopicResponse(writer, element, version)
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListOffsetsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ListOffsetsResponse.unknownTaggedFields', version)
  }
}

function decodeListOffsetsResponse(reader: ByteReader, version: number): ListOffsetsResponse {
  checkDecodeVersion(reader, 'ListOffsetsResponse', version, 0, 11)
  const decoded: ListOffsetsResponse = {
    throttleTimeMs: 0,
    topics: [],
  }
  if (version >= 2) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeListOffsetsTopicResponse(reader, version))
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ListOffsetsResponse. */
export const listOffsetsResponse: MessageCodec<ListOffsetsResponse> = {
  name: 'ListOffsetsResponse',
  apiKey: 2,
  type: 'response',
  minVersion: 0,
  maxVersion: 11,
  flexibleFrom: 6,
  encode: encodeListOffsetsResponse,
  decode: decodeListOffsetsResponse,
}
