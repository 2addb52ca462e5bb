// Generated from schemas/merged.json (DescribeProducersRequest) by generator/main.ts: not to be edited.
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

/** DescribeProducersRequest, versions 0. */
export interface DescribeProducersRequest {
  /** []TopicRequest, versions 0+. */
  topics: DescribeProducersRequestTopicRequest[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicRequest of DescribeProducersRequest. */
export interface DescribeProducersRequestTopicRequest {
  /** string, versions 0+, a topicName. */
  name: string
  /** []int32, versions 0+. */
  partitionIndexes: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeProducersRequestTopicRequest>,
  _version: number,
): void {
  checkStruct(input, 'DescribeProducersRequest.topics')
  const { name = '', partitionIndexes = [], unknownTaggedFields } = input
  writeCompactString(writer, name, 'DescribeProducersRequest.topics.name')
  writeCompactArrayLength(writer, partitionIndexes, 'DescribeProducersRequest.topics.partitionIndexes')
  for (const element of partitionIndexes) {
    writeInt32(writer, element, 'DescribeProducersRequest.topics.partitionIndexes')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeProducersRequest.topics')
}

function decodeTopicRequest(reader: ByteReader, _version: number): DescribeProducersRequestTopicRequest {
  const decoded: DescribeProducersRequestTopicRequest = {
    name: '',
    partitionIndexes: [],
  }
  decoded.name = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitionIndexes.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeProducersRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeProducersRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeProducersRequest', version, 0, 0)
  checkStruct(input, 'DescribeProducersRequest')
  const { topics = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, topics, 'DescribeProducersRequest.topics')
  for (const element of topics) {
    encodeTopicRequest(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeProducersRequest')
}

function decodeDescribeProducersRequest(reader: ByteReader, version: number): DescribeProducersRequest {
  checkDecodeVersion(reader, 'DescribeProducersRequest', version, 0, 0)
  const decoded: DescribeProducersRequest = {
    topics: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicRequest(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeProducersRequest. */
export const describeProducersRequest: MessageCodec<DescribeProducersRequest> = {
  name: 'DescribeProducersRequest',
  apiKey: 61,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDescribeProducersRequest,
  decode: decodeDescribeProducersRequest,
}
