// Generated from schemas/merged.json (ReadShareGroupStateSummaryRequest) by generator/main.ts: not to be edited.
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

/** ReadShareGroupStateSummaryRequest, versions 0-1. */
export interface ReadShareGroupStateSummaryRequest {
  /** string, versions 0+. */
  groupId: string
  /** []ReadStateSummaryData, versions 0+. */
  topics: ReadShareGroupStateSummaryRequestReadStateSummaryData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ReadStateSummaryData of ReadShareGroupStateSummaryRequest. */
export interface ReadShareGroupStateSummaryRequestReadStateSummaryData {
  /** uuid, versions 0+. */
  topicId: string
  /** []PartitionData, versions 0+. */
  partitions: ReadShareGroupStateSummaryRequestPartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of ReadShareGroupStateSummaryRequest. */
export interface ReadShareGroupStateSummaryRequestPartitionData {
  /** int32, versions 0+. */
  partition: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<ReadShareGroupStateSummaryRequestPartitionData>,
  _version: number,
): void {
  checkStruct(input, 'ReadShareGroupStateSummaryRequest.topics.partitions')
  const { partition = 0, leaderEpoch = 0, unknownTaggedFields } = input
  writeInt32(writer, partition, 'ReadShareGroupStateSummaryRequest.topics.partitions.partition')
  writeInt32(writer, leaderEpoch, 'ReadShareGroupStateSummaryRequest.topics.partitions.leaderEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateSummaryRequest.topics.partitions')
}

function decodePartitionData(reader: ByteReader, _version: number): ReadShareGroupStateSummaryRequestPartitionData {
  const decoded: ReadShareGroupStateSummaryRequestPartitionData = {
    partition: 0,
    leaderEpoch: 0,
  }
  decoded.partition = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeReadStateSummaryData(
  writer: ByteWriter,
  input: MessageInput<ReadShareGroupStateSummaryRequestReadStateSummaryData>,
  version: number,
): void {
  checkStruct(input, 'ReadShareGroupStateSummaryRequest.topics')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ReadShareGroupStateSummaryRequest.topics.topicId')
  writeCompactArrayLength(writer, partitions, 'ReadShareGroupStateSummaryRequest.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateSummaryRequest.topics')
}

function decodeReadStateSummaryData(
  reader: ByteReader,
  version: number,
): ReadShareGroupStateSummaryRequestReadStateSummaryData {
  const decoded: ReadShareGroupStateSummaryRequestReadStateSummaryData = {
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

function encodeReadShareGroupStateSummaryRequest(
  writer: ByteWriter,
  input: MessageInput<ReadShareGroupStateSummaryRequest>,
  version: number,
): void {
  checkEncodeVersion('ReadShareGroupStateSummaryRequest', version, 0, 1)
  checkStruct(input, 'ReadShareGroupStateSummaryRequest')
  const { groupId = '', topics = [], unknownTaggedFields } = input
  writeCompactString(writer, groupId, 'ReadShareGroupStateSummaryRequest.groupId')
  writeCompactArrayLength(writer, topics, 'ReadShareGroupStateSummaryRequest.topics')
  for (const element of topics) {
    encodeReadStateSummaryData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateSummaryRequest')
}

function decodeReadShareGroupStateSummaryRequest(
  reader: ByteReader,
  version: number,
): ReadShareGroupStateSummaryRequest {
  checkDecodeVersion(reader, 'ReadShareGroupStateSummaryRequest', version, 0, 1)
  const decoded: ReadShareGroupStateSummaryRequest = {
    groupId: '',
    topics: [],
  }
  decoded.groupId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeReadStateSummaryData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ReadShareGroupStateSummaryRequest. */
export const readShareGroupStateSummaryRequest: MessageCodec<ReadShareGroupStateSummaryRequest> = {
  name: 'ReadShareGroupStateSummaryRequest',
  apiKey: 87,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeReadShareGroupStateSummaryRequest,
  decode: decodeReadShareGroupStateSummaryRequest,
}
