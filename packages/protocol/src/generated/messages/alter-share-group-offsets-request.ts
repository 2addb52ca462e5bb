// Generated from schemas/merged.json (AlterShareGroupOffsetsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt32,
  writeInt64,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AlterShareGroupOffsetsRequest, versions 0. */
export interface AlterShareGroupOffsetsRequest {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** []AlterShareGroupOffsetsRequestTopic, versions 0+. */
  topics: AlterShareGroupOffsetsRequestTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterShareGroupOffsetsRequestTopic of AlterShareGroupOffsetsRequest. */
export interface AlterShareGroupOffsetsRequestTopic {
  /** string, versions 0+, unique in its array, a topicName. */
  topicName: string
  /** []AlterShareGroupOffsetsRequestPartition, versions 0+. */
  partitions: AlterShareGroupOffsetsRequestPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterShareGroupOffsetsRequestPartition of AlterShareGroupOffsetsRequest. */
export interface AlterShareGroupOffsetsRequestPartition {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int64, versions 0+. */
  startOffset: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAlterShareGroupOffsetsRequestPartition(
  writer: ByteWriter,
  input: MessageInput<AlterShareGroupOffsetsRequestPartition>,
  _version: number,
): void {
  checkStruct(input, 'AlterShareGroupOffsetsRequest.topics.partitions')
  const { partitionIndex = 0, startOffset = 0n, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'AlterShareGroupOffsetsRequest.topics.partitions.partitionIndex')
  writeInt64(writer, startOffset, 'AlterShareGroupOffsetsRequest.topics.partitions.startOffset')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterShareGroupOffsetsRequest.topics.partitions')
}

function decodeAlterShareGroupOffsetsRequestPartition(
  reader: ByteReader,
  _version: number,
): AlterShareGroupOffsetsRequestPartition {
  const decoded: AlterShareGroupOffsetsRequestPartition = {
    partitionIndex: 0,
    startOffset: 0n,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.startOffset = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAlterShareGroupOffsetsRequestTopic(
  writer: ByteWriter,
  input: MessageInput<AlterShareGroupOffsetsRequestTopic>,
  version: number,
): void {
  checkStruct(input, 'AlterShareGroupOffsetsRequest.topics')
  const { topicName = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'AlterShareGroupOffsetsRequest.topics.topicName')
  writeCompactArrayLength(writer, partitions, 'AlterShareGroupOffsetsRequest.topics.partitions')
  for (const element of partitions) {
    encodeAlterShareGroupOffsetsRequestPartition(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterShareGroupOffsetsRequest.topics')
}

function decodeAlterShareGroupOffsetsRequestTopic(
  reader: ByteReader,
  version: number,
): AlterShareGroupOffsetsRequestTopic {
  const decoded: AlterShareGroupOffsetsRequestTopic = {
    topicName: '',
    partitions: [],
  }
  decoded.topicName = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeAlterShareGroupOffsetsRequestPartition(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAlterShareGroupOffsetsRequest(
  writer: ByteWriter,
  input: MessageInput<AlterShareGroupOffsetsRequest>,
  version: number,
): void {
  checkEncodeVersion('AlterShareGroupOffsetsRequest', version, 0, 0)
  checkStruct(input, 'AlterShareGroupOffsetsRequest')
  const { groupId = '', topics = [], unknownTaggedFields } = input
  writeCompactString(writer, groupId, 'AlterShareGroupOffsetsRequest.groupId')
  writeCompactArrayLength(writer, topics, 'AlterShareGroupOffsetsRequest.topics')
  for (const element of topics) {
    encodeAlterShareGroupOffsetsRequestTopic(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterShareGroupOffsetsRequest')
}

function decodeAlterShareGroupOffsetsRequest(reader: ByteReader, version: number): AlterShareGroupOffsetsRequest {
  checkDecodeVersion(reader, 'AlterShareGroupOffsetsRequest', version, 0, 0)
  const decoded: AlterShareGroupOffsetsRequest = {
    groupId: '',
    topics: [],
  }
  decoded.groupId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeAlterShareGroupOffsetsRequestTopic(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AlterShareGroupOffsetsRequest. */
export const alterShareGroupOffsetsRequest: MessageCodec<AlterShareGroupOffsetsRequest> = {
  name: 'AlterShareGroupOffsetsRequest',
  apiKey: 91,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeAlterShareGroupOffsetsRequest,
  decode: decodeAlterShareGroupOffsetsRequest,
}
