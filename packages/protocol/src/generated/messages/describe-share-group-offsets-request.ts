// Generated from schemas/merged.json (DescribeShareGroupOffsetsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableArrayLength,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactString,
  writeInt32,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeShareGroupOffsetsRequest, versions 0-1. */
export interface DescribeShareGroupOffsetsRequest {
  /** []DescribeShareGroupOffsetsRequestGroup, versions 0+. */
  groups: DescribeShareGroupOffsetsRequestGroup[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeShareGroupOffsetsRequestGroup of DescribeShareGroupOffsetsRequest. */
export interface DescribeShareGroupOffsetsRequestGroup {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** []DescribeShareGroupOffsetsRequestTopic, versions 0+, nullable. */
  topics: DescribeShareGroupOffsetsRequestTopic[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeShareGroupOffsetsRequestTopic of DescribeShareGroupOffsetsRequest. */
export interface DescribeShareGroupOffsetsRequestTopic {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribeShareGroupOffsetsRequestTopic(
  writer: ByteWriter,
  input: MessageInput<DescribeShareGroupOffsetsRequestTopic>,
  _version: number,
): void {
  checkStruct(input, 'DescribeShareGroupOffsetsRequest.groups.topics')
  const { topicName = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'DescribeShareGroupOffsetsRequest.groups.topics.topicName')
  writeCompactArrayLength(writer, partitions, 'DescribeShareGroupOffsetsRequest.groups.topics.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'DescribeShareGroupOffsetsRequest.groups.topics.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeShareGroupOffsetsRequest.groups.topics')
}

function decodeDescribeShareGroupOffsetsRequestTopic(
  reader: ByteReader,
  _version: number,
): DescribeShareGroupOffsetsRequestTopic {
  const decoded: DescribeShareGroupOffsetsRequestTopic = {
    topicName: '',
    partitions: [],
  }
  decoded.topicName = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeShareGroupOffsetsRequestGroup(
  writer: ByteWriter,
  input: MessageInput<DescribeShareGroupOffsetsRequestGroup>,
  version: number,
): void {
  checkStruct(input, 'DescribeShareGroupOffsetsRequest.groups')
  const { groupId = '', topics = [], unknownTaggedFields } = input
  writeCompactString(writer, groupId, 'DescribeShareGroupOffsetsRequest.groups.groupId')
  writeCompactNullableArrayLength(writer, topics, 'DescribeShareGroupOffsetsRequest.groups.topics')
  if (topics !== null) {
    for (const element of topics) {
      encodeDescribeShareGroupOffsetsRequestTopic(writer, element, version)
    }
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeShareGroupOffsetsRequest.groups')
}

function decodeDescribeShareGroupOffsetsRequestGroup(
  reader: ByteReader,
  version: number,
): DescribeShareGroupOffsetsRequestGroup {
  const decoded: DescribeShareGroupOffsetsRequestGroup = {
    groupId: '',
    topics: [],
  }
  decoded.groupId = readCompactString(reader)
  const topicsLength = readCompactNullableArrayLength(reader)
  if (topicsLength < 0) {
    decoded.topics = null
  } else {
    const topicsElements: DescribeShareGroupOffsetsRequestTopic[] = []
    for (let i = 0; i < topicsLength; i++) topicsElements.push(decodeDescribeShareGroupOffsetsRequestTopic(reader, version))
    decoded.topics = topicsElements
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeShareGroupOffsetsRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeShareGroupOffsetsRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeShareGroupOffsetsRequest', version, 0, 1)
  checkStruct(input, 'DescribeShareGroupOffsetsRequest')
  const { groups = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, groups, 'DescribeShareGroupOffsetsRequest.groups')
  for (const element of groups) {
    encodeDescribeShareGroupOffsetsRequestGroup(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeShareGroupOffsetsRequest')
}

function decodeDescribeShareGroupOffsetsRequest(reader: ByteReader, version: number): DescribeShareGroupOffsetsRequest {
  checkDecodeVersion(reader, 'DescribeShareGroupOffsetsRequest', version, 0, 1)
  const decoded: DescribeShareGroupOffsetsRequest = {
    groups: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.groups.push(decodeDescribeShareGroupOffsetsRequestGroup(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeShareGroupOffsetsRequest. */
export const describeShareGroupOffsetsRequest: MessageCodec<DescribeShareGroupOffsetsRequest> = {
  name: 'DescribeShareGroupOffsetsRequest',
  apiKey: 90,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeDescribeShareGroupOffsetsRequest,
  decode: decodeDescribeShareGroupOffsetsRequest,
}
