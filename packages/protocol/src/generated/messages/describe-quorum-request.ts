// Generated from schemas/merged.json (DescribeQuorumRequest) by generator/main.ts: not to be edited.
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

/** DescribeQuorumRequest, versions 0-2. */
export interface DescribeQuorumRequest {
  /** []TopicData, versions 0+. */
  topics: DescribeQuorumRequestTopicData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of DescribeQuorumRequest. */
export interface DescribeQuorumRequestTopicData {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** []PartitionData, versions 0+. */
  partitions: DescribeQuorumRequestPartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of DescribeQuorumRequest. */
export interface DescribeQuorumRequestPartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<DescribeQuorumRequestPartitionData>,
  _version: number,
): void {
  checkStruct(input, 'DescribeQuorumRequest.topics.partitions')
  const { partitionIndex = 0, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'DescribeQuorumRequest.topics.partitions.partitionIndex')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeQuorumRequest.topics.partitions')
}

function decodePartitionData(reader: ByteReader, _version: number): DescribeQuorumRequestPartitionData {
  const decoded: DescribeQuorumRequestPartitionData = {
    partitionIndex: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicData(
  writer: ByteWriter,
  input: MessageInput<DescribeQuorumRequestTopicData>,
  version: number,
): void {
  checkStruct(input, 'DescribeQuorumRequest.topics')
  const { topicName = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'DescribeQuorumRequest.topics.topicName')
  writeCompactArrayLength(writer, partitions, 'DescribeQuorumRequest.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeQuorumRequest.topics')
}

function decodeTopicData(reader: ByteReader, version: number): DescribeQuorumRequestTopicData {
  const decoded: DescribeQuorumRequestTopicData = {
    topicName: '',
    partitions: [],
  }
  decoded.topicName = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeQuorumRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeQuorumRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeQuorumRequest', version, 0, 2)
  checkStruct(input, 'DescribeQuorumRequest')
  const { topics = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, topics, 'DescribeQuorumRequest.topics')
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeQuorumRequest')
}

function decodeDescribeQuorumRequest(reader: ByteReader, version: number): DescribeQuorumRequest {
  checkDecodeVersion(reader, 'DescribeQuorumRequest', version, 0, 2)
  const decoded: DescribeQuorumRequest = {
    topics: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeQuorumRequest. */
export const describeQuorumRequest: MessageCodec<DescribeQuorumRequest> = {
  name: 'DescribeQuorumRequest',
  apiKey: 55,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeDescribeQuorumRequest,
  decode: decodeDescribeQuorumRequest,
}
