// Generated from schemas/merged.json (DescribeTopicPartitionsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt32,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeTopicPartitionsRequest, versions 0. */
export interface DescribeTopicPartitionsRequest {
  /** []TopicRequest, versions 0+. */
  topics: DescribeTopicPartitionsRequestTopicRequest[]
  /** int32, versions 0+, default 2000. */
  responsePartitionLimit: number
  /** Cursor, versions 0+, nullable, default null. */
  cursor: DescribeTopicPartitionsRequestCursor | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Cursor of DescribeTopicPartitionsRequest. */
export interface DescribeTopicPartitionsRequestCursor {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** int32, versions 0+. */
  partitionIndex: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicRequest of DescribeTopicPartitionsRequest. */
export interface DescribeTopicPartitionsRequestTopicRequest {
  /** string, versions 0+, a topicName. */
  name: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeTopicPartitionsRequestTopicRequest>,
  _version: number,
): void {
  checkStruct(input, 'DescribeTopicPartitionsRequest.topics')
  const { name = '', unknownTaggedFields } = input
  writeCompactString(writer, name, 'DescribeTopicPartitionsRequest.topics.name')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeTopicPartitionsRequest.topics')
}

function decodeTopicRequest(reader: ByteReader, _version: number): DescribeTopicPartitionsRequestTopicRequest {
  const decoded: DescribeTopicPartitionsRequestTopicRequest = {
    name: '',
  }
  decoded.name = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeCursor(
  writer: ByteWriter,
  input: MessageInput<DescribeTopicPartitionsRequestCursor>,
  _version: number,
): void {
  checkStruct(input, 'DescribeTopicPartitionsRequest.cursor')
  const { topicName = '', partitionIndex = 0, unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'DescribeTopicPartitionsRequest.cursor.topicName')
  writeInt32(writer, partitionIndex, 'DescribeTopicPartitionsRequest.cursor.partitionIndex')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeTopicPartitionsRequest.cursor')
}

function decodeCursor(reader: ByteReader, _version: number): DescribeTopicPartitionsRequestCursor {
  const decoded: DescribeTopicPartitionsRequestCursor = {
    topicName: '',
    partitionIndex: 0,
  }
  decoded.topicName = readCompactString(reader)
  decoded.partitionIndex = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeTopicPartitionsRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeTopicPartitionsRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeTopicPartitionsRequest', version, 0, 0)
  checkStruct(input, 'DescribeTopicPartitionsRequest')
  const { topics = [], responsePartitionLimit = 2000, cursor = null, unknownTaggedFields } = input
  writeCompactArrayLength(writer, topics, 'DescribeTopicPartitionsRequest.topics')
  for (const element of topics) {
    encodeTopicRequest(writer, element, version)
  }
  writeInt32(writer, responsePartitionLimit, 'DescribeTopicPartitionsRequest.responsePartitionLimit')
  if (cursor === null) {
    writer.writeInt8(-1)
  } else {
    writer.writeInt8(1)
    encodeCursor(writer, cursor, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeTopicPartitionsRequest')
}

function decodeDescribeTopicPartitionsRequest(reader: ByteReader, version: number): DescribeTopicPartitionsRequest {
  checkDecodeVersion(reader, 'DescribeTopicPartitionsRequest', version, 0, 0)
  const decoded: DescribeTopicPartitionsRequest = {
    topics: [],
    responsePartitionLimit: 2000,
    cursor: null,
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicRequest(reader, version))
  }
  decoded.responsePartitionLimit = reader.readInt32()
  decoded.cursor = reader.readInt8() < 0 ? null : decodeCursor(reader, version)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeTopicPartitionsRequest. */
export const describeTopicPartitionsRequest: MessageCodec<DescribeTopicPartitionsRequest> = {
  name: 'DescribeTopicPartitionsRequest',
  apiKey: 75,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDescribeTopicPartitionsRequest,
  decode: decodeDescribeTopicPartitionsRequest,
}
