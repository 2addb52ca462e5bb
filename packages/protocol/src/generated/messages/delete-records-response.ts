// Generated from schemas/merged.json (DeleteRecordsResponse) by generator/main.ts: not to be edited.
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

/** DeleteRecordsResponse, versions 0-2. */
export interface DeleteRecordsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []DeleteRecordsTopicResult, versions 0+. */
  topics: DeleteRecordsResponseDeleteRecordsTopicResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeleteRecordsTopicResult of DeleteRecordsResponse. */
export interface DeleteRecordsResponseDeleteRecordsTopicResult {
  /** string, versions 0+, unique in its array, a topicName. */
  name: string
  /** []DeleteRecordsPartitionResult, versions 0+. */
  partitions: DeleteRecordsResponseDeleteRecordsPartitionResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeleteRecordsPartitionResult of DeleteRecordsResponse. */
export interface DeleteRecordsResponseDeleteRecordsPartitionResult {
  /** int32, versions 0+, unique in its array. */
  partitionIndex: number
  /** int64, versions 0+. */
  lowWatermark: bigint
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDeleteRecordsPartitionResult(
  writer: ByteWriter,
  input: MessageInput<DeleteRecordsResponseDeleteRecordsPartitionResult>,
  version: number,
): void {
  checkStruct(input, 'DeleteRecordsResponse.topics.partitions')
  const { partitionIndex = 0, lowWatermark = 0n, errorCode = 0, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'DeleteRecordsResponse.topics.partitions.partitionIndex')
  writeInt64(writer, lowWatermark, 'DeleteRecordsResponse.topics.partitions.lowWatermark')
  writeInt16(writer, errorCode, 'DeleteRecordsResponse.topics.partitions.errorCode')
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteRecordsResponse.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteRecordsResponse.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeDeleteRecordsPartitionResult(
  reader: ByteReader,
  version: number,
): DeleteRecordsResponseDeleteRecordsPartitionResult {
  const decoded: DeleteRecordsResponseDeleteRecordsPartitionResult = {
    partitionIndex: 0,
    lowWatermark: 0n,
    errorCode: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.lowWatermark = reader.readInt64()
  decoded.errorCode = reader.readInt16()
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDeleteRecordsTopicResult(
  writer: ByteWriter,
  input: MessageInput<DeleteRecordsResponseDeleteRecordsTopicResult>,
  version: number,
): void {
  checkStruct(input, 'DeleteRecordsResponse.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, name, 'DeleteRecordsResponse.topics.name')
  } else {
    writeString(writer, name, 'DeleteRecordsResponse.topics.name')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, partitions, 'DeleteRecordsResponse.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'DeleteRecordsResponse.topics.partitions')
  }
  for (const element of partitions) {
    encodeDeleteRecordsPartitionResult(writer, element, version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteRecordsResponse.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteRecordsResponse.topics.unknownTaggedFields', version)
  }
}

function decodeDeleteRecordsTopicResult(
  reader: ByteReader,
  version: number,
): DeleteRecordsResponseDeleteRecordsTopicResult {
  const decoded: DeleteRecordsResponseDeleteRecordsTopicResult = {
    name: '',
    partitions: [],
  }
  decoded.name = version >= 2 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeDeleteRecordsPartitionResult(reader, version))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDeleteRecordsResponse(
  writer: ByteWriter,
  input: MessageInput<DeleteRecordsResponse>,
  version: number,
): void {
  checkEncodeVersion('DeleteRecordsResponse', version, 0, 2)
  checkStruct(input, 'DeleteRecordsResponse')
  const { throttleTimeMs = 0, topics = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DeleteRecordsResponse.throttleTimeMs')
  if (version >= 2) {
    writeCompactArrayLength(writer, topics, 'DeleteRecordsResponse.topics')
  } else {
    writeArrayLength(writer, topics, 'DeleteRecordsResponse.topics')
  }
  for (const element of topics) {
    encodeDeleteRecordsTopicResult(writer, element, version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteRecordsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteRecordsResponse.unknownTaggedFields', version)
  }
}

function decodeDeleteRecordsResponse(reader: ByteReader, version: number): DeleteRecordsResponse {
  checkDecodeVersion(reader, 'DeleteRecordsResponse', version, 0, 2)
  const decoded: DeleteRecordsResponse = {
    throttleTimeMs: 0,
    topics: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeDeleteRecordsTopicResult(reader, version))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DeleteRecordsResponse. */
export const deleteRecordsResponse: MessageCodec<DeleteRecordsResponse> = {
  name: 'DeleteRecordsResponse',
  apiKey: 21,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeDeleteRecordsResponse,
  decode: decodeDeleteRecordsResponse,
}
