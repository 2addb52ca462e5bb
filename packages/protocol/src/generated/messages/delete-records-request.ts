// Generated from schemas/merged.json (DeleteRecordsRequest) by generator/main.ts: not to be edited.
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
  writeInt64,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DeleteRecordsRequest, versions 0-2. */
export interface DeleteRecordsRequest {
  /** []DeleteRecordsTopic, versions 0+. */
  topics: DeleteRecordsRequestDeleteRecordsTopic[]
  /** int32, versions 0+. */
  timeoutMs: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeleteRecordsTopic of DeleteRecordsRequest. */
export interface DeleteRecordsRequestDeleteRecordsTopic {
  /** string, versions 0+, a topicName. */
  name: string
  /** []DeleteRecordsPartition, versions 0+. */
  partitions: DeleteRecordsRequestDeleteRecordsPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeleteRecordsPartition of DeleteRecordsRequest. */
export interface DeleteRecordsRequestDeleteRecordsPartition {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int64, versions 0+. */
  offset: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDeleteRecordsPartition(
  writer: ByteWriter,
  input: MessageInput<DeleteRecordsRequestDeleteRecordsPartition>,
  version: number,
): void {
  checkStruct(input, 'DeleteRecordsRequest.topics.partitions')
  const { partitionIndex = 0, offset = 0n, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'DeleteRecordsRequest.topics.partitions.partitionIndex')
  writeInt64(writer, offset, 'DeleteRecordsRequest.topics.partitions.offset')
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteRecordsRequest.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteRecordsRequest.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeDeleteRecordsPartition(reader: ByteReader, version: number): DeleteRecordsRequestDeleteRecordsPartition {
  const decoded: DeleteRecordsRequestDeleteRecordsPartition = {
    partitionIndex: 0,
    offset: 0n,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.offset = reader.readInt64()
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDeleteRecordsTopic(
  writer: ByteWriter,
  input: MessageInput<DeleteRecordsRequestDeleteRecordsTopic>,
  version: number,
): void {
  checkStruct(input, 'DeleteRecordsRequest.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, name, 'DeleteRecordsRequest.topics.name')
  } else {
    writeString(writer, name, 'DeleteRecordsRequest.topics.name')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, partitions, 'DeleteRecordsRequest.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'DeleteRecordsRequest.topics.partitions')
  }
  for (const element of partitions) {
    encodeDeleteRecordsPartition(writer, element, version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteRecordsRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteRecordsRequest.topics.unknownTaggedFields', version)
  }
}

function decodeDeleteRecordsTopic(reader: ByteReader, version: number): DeleteRecordsRequestDeleteRecordsTopic {
  const decoded: DeleteRecordsRequestDeleteRecordsTopic = {
    name: '',
    partitions: [],
  }
  decoded.name = version >= 2 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeDeleteRecordsPartition(reader, version))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDeleteRecordsRequest(
  writer: ByteWriter,
  input: MessageInput<DeleteRecordsRequest>,
  version: number,
): void {
  checkEncodeVersion('DeleteRecordsRequest', version, 0, 2)
  checkStruct(input, 'DeleteRecordsRequest')
  const { topics = [], timeoutMs = 0, unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactArrayLength(writer, topics, 'DeleteRecordsRequest.topics')
  } else {
    writeArrayLength(writer, topics, 'DeleteRecordsRequest.topics')
  }
  for (const element of topics) {
    encodeDeleteRecordsTopic(writer, element, version)
  }
  writeInt32(writer, timeoutMs, 'DeleteRecordsRequest.timeoutMs')
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteRecordsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteRecordsRequest.unknownTaggedFields', version)
  }
}

function decodeDeleteRecordsRequest(reader: ByteReader, version: number): DeleteRecordsRequest {
  checkDecodeVersion(reader, 'DeleteRecordsRequest', version, 0, 2)
  const decoded: DeleteRecordsRequest = {
    topics: [],
    timeoutMs: 0,
  }
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeDeleteRecordsTopic(reader, version))
  }
  decoded.timeoutMs = reader.readInt32()
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DeleteRecordsRequest. */
export const deleteRecordsRequest: MessageCodec<DeleteRecordsRequest> = {
  name: 'DeleteRecordsRequest',
  apiKey: 21,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeDeleteRecordsRequest,
  decode: decodeDeleteRecordsRequest,
}
