// Generated from schemas/merged.json (ListPartitionReassignmentsRequest) by generator/main.ts: not to be edited.
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

/** ListPartitionReassignmentsRequest, versions 0. */
export interface ListPartitionReassignmentsRequest {
  /** int32, versions 0+, default 60000. */
  timeoutMs: number
  /** []ListPartitionReassignmentsTopics, versions 0+, nullable, default null. */
  topics: ListPartitionReassignmentsRequestListPartitionReassignmentsTopics[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ListPartitionReassignmentsTopics of ListPartitionReassignmentsRequest. */
export interface ListPartitionReassignmentsRequestListPartitionReassignmentsTopics {
  /** string, versions 0+, a topicName. */
  name: string
  /** []int32, versions 0+. */
  partitionIndexes: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeListPartitionReassignmentsTopics(
  writer: ByteWriter,
  input: MessageInput<ListPartitionReassignmentsRequestListPartitionReassignmentsTopics>,
  _version: number,
): void {
  checkStruct(input, 'ListPartitionReassignmentsRequest.topics')
  const { name = '', partitionIndexes = [], unknownTaggedFields } = input
  writeCompactString(writer, name, 'ListPartitionReassignmentsRequest.topics.name')
  writeCompactArrayLength(writer, partitionIndexes, 'ListPartitionReassignmentsRequest.topics.partitionIndexes')
  for (const element of partitionIndexes) {
    writeInt32(writer, element, 'ListPartitionReassignmentsRequest.topics.partitionIndexes')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListPartitionReassignmentsRequest.topics')
}

function decodeListPartitionReassignmentsTopics(
  reader: ByteReader,
  _version: number,
): ListPartitionReassignmentsRequestListPartitionReassignmentsTopics {
  const decoded: ListPartitionReassignmentsRequestListPartitionReassignmentsTopics = {
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

function encodeListPartitionReassignmentsRequest(
  writer: ByteWriter,
  input: MessageInput<ListPartitionReassignmentsRequest>,
  version: number,
): void {
  checkEncodeVersion('ListPartitionReassignmentsRequest', version, 0, 0)
  checkStruct(input, 'ListPartitionReassignmentsRequest')
  const { timeoutMs = 60000, topics = null, unknownTaggedFields } = input
  writeInt32(writer, timeoutMs, 'ListPartitionReassignmentsRequest.timeoutMs')
  writeCompactNullableArrayLength(writer, topics, 'ListPartitionReassignmentsRequest.topics')
  if (topics !== null) {
    for (const element of topics) {
      encodeListPartitionReassignmentsTopics(writer, element, version)
    }
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListPartitionReassignmentsRequest')
}

function decodeListPartitionReassignmentsRequest(
  reader: ByteReader,
  version: number,
): ListPartitionReassignmentsRequest {
  checkDecodeVersion(reader, 'ListPartitionReassignmentsRequest', version, 0, 0)
  const decoded: ListPartitionReassignmentsRequest = {
    timeoutMs: 60000,
    topics: null,
  }
  decoded.timeoutMs = reader.readInt32()
  const topicsLength = readCompactNullableArrayLength(reader)
  if (topicsLength < 0) {
    decoded.topics = null
  } else {
    const topicsElements: ListPartitionReassignmentsRequestListPartitionReassignmentsTopics[] = []
    for (let i = 0; i < topicsLength; i++) topicsElements.push(decodeListPartitionReassignmentsTopics(reader, version))
    decoded.topics = topicsElements
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ListPartitionReassignmentsRequest. */
export const listPartitionReassignmentsRequest: MessageCodec<ListPartitionReassignmentsRequest> = {
  name: 'ListPartitionReassignmentsRequest',
  apiKey: 46,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeListPartitionReassignmentsRequest,
  decode: decodeListPartitionReassignmentsRequest,
}
