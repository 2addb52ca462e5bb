// Generated from schemas/merged.json (ReadShareGroupStateRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt32,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ReadShareGroupStateRequest, versions 0. */
export interface ReadShareGroupStateRequest {
  /** string, versions 0+. */
  groupId: string
  /** []ReadStateData, versions 0+. */
  topics: ReadShareGroupStateRequestReadStateData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ReadStateData of ReadShareGroupStateRequest. */
export interface ReadShareGroupStateRequestReadStateData {
  /** uuid, versions 0+. */
  topicId: string
  /** []PartitionData, versions 0+. */
  partitions: ReadShareGroupStateRequestPartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of ReadShareGroupStateRequest. */
export interface ReadShareGroupStateRequestPartitionData {
  /** int32, versions 0+. */
  partition: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<ReadShareGroupStateRequestPartitionData>,
  _version: number,
): void {
  checkStruct(input, 'ReadShareGroupStateRequest.topics.partitions')
  const { partition = 0, leaderEpoch = 0, unknownTaggedFields } = input
  writeInt32(writer, partition, 'ReadShareGroupStateRequest.topics.partitions.partition')
  writeInt32(writer, leaderEpoch, 'ReadShareGroupStateRequest.topics.partitions.leaderEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateRequest.topics.partitions')
}

function decodePartitionData(reader: ByteReader, _version: number): ReadShareGroupStateRequestPartitionData {
  const decoded: ReadShareGroupStateRequestPartitionData = {
    partition: 0,
    leaderEpoch: 0,
  }
  decoded.partition = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeReadStateData(
  writer: ByteWriter,
  input: MessageInput<ReadShareGroupStateRequestReadStateData>,
  version: number,
): void {
  checkStruct(input, 'ReadShareGroupStateRequest.topics')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ReadShareGroupStateRequest.topics.topicId')
  writeCompactArrayLength(writer, partitions, 'ReadShareGroupStateRequest.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateRequest.topics')
}

function decodeReadStateData(reader: ByteReader, version: number): ReadShareGroupStateRequestReadStateData {
  const decoded: ReadShareGroupStateRequestReadStateData = {
    topicId: ZERO_UUID,
    partitions: [],
  }
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeReadShareGroupStateRequest(
  writer: ByteWriter,
  input: MessageInput<ReadShareGroupStateRequest>,
  version: number,
): void {
  checkEncodeVersion('ReadShareGroupStateRequest', version, 0, 0)
  checkStruct(input, 'ReadShareGroupStateRequest')
  const { groupId = '', topics = [], unknownTaggedFields } = input
  writeCompactString(writer, groupId, 'ReadShareGroupStateRequest.groupId')
  writeCompactArrayLength(writer, topics, 'ReadShareGroupStateRequest.topics')
  for (const element of topics) {
    encodeReadStateData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateRequest')
}

function decodeReadShareGroupStateRequest(reader: ByteReader, version: number): ReadShareGroupStateRequest {
  checkDecodeVersion(reader, 'ReadShareGroupStateRequest', version, 0, 0)
  const decoded: ReadShareGroupStateRequest = {
    groupId: '',
    topics: [],
  }
  decoded.groupId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeReadStateData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ReadShareGroupStateRequest. */
export const readShareGroupStateRequest: MessageCodec<ReadShareGroupStateRequest> = {
  name: 'ReadShareGroupStateRequest',
  apiKey: 84,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeReadShareGroupStateRequest,
  decode: decodeReadShareGroupStateRequest,
}
