// Generated from schemas/merged.json (ListPartitionReassignmentsResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ListPartitionReassignmentsResponse, versions 0. */
export interface ListPartitionReassignmentsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** []OngoingTopicReassignment, versions 0+. */
  topics: ListPartitionReassignmentsResponseOngoingTopicReassignment[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OngoingTopicReassignment of ListPartitionReassignmentsResponse. */
export interface ListPartitionReassignmentsResponseOngoingTopicReassignment {
  /** string, versions 0+, a topicName. */
  name: string
  /** []OngoingPartitionReassignment, versions 0+. */
  partitions: ListPartitionReassignmentsResponseOngoingPartitionReassignment[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OngoingPartitionReassignment of ListPartitionReassignmentsResponse. */
export interface ListPartitionReassignmentsResponseOngoingPartitionReassignment {
  /** int32, versions 0+. */
  partitionIndex: number
  /** []int32, versions 0+, a brokerId. */
  replicas: number[]
  /** []int32, versions 0+, a brokerId. */
  addingReplicas: number[]
  /** []int32, versions 0+, a brokerId. */
  removingReplicas: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeOngoingPartitionReassignment(
  writer: ByteWriter,
  input: MessageInput<ListPartitionReassignmentsResponseOngoingPartitionReassignment>,
  _version: number,
): void {
  checkStruct(input, 'ListPartitionReassignmentsResponse.topics.partitions')
  const {
    partitionIndex = 0,
    replicas = [],
    addingReplicas = [],
    removingReplicas = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'ListPartitionReassignmentsResponse.topics.partitions.partitionIndex')
  writeCompactArrayLength(writer, replicas, 'ListPartitionReassignmentsResponse.topics.partitions.replicas')
  for (const element of replicas) {
    writeInt32(writer, element, 'ListPartitionReassignmentsResponse.topics.partitions.replicas')
  }
  writeCompactArrayLength(writer, addingReplicas, 'ListPartitionReassignmentsResponse.topics.partitions.addingReplicas')
  for (const element of addingReplicas) {
    writeInt32(writer, element, 'ListPartitionReassignmentsResponse.topics.partitions.addingReplicas')
  }
  writeCompactArrayLength(writer, removingReplicas, 'ListPartitionReassignmentsResponse.topics.partitions.removingReplicas')
  for (const element of removingReplicas) {
    writeInt32(writer, element, 'ListPartitionReassignmentsResponse.topics.partitions.removingReplicas')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListPartitionReassignmentsResponse.topics.partitions')
}

function decodeOngoingPartitionReassignment(
  reader: ByteReader,
  _version: number,
): ListPartitionReassignmentsResponseOngoingPartitionReassignment {
  const decoded: ListPartitionReassignmentsResponseOngoingPartitionReassignment = {
    partitionIndex: 0,
    replicas: [],
    addingReplicas: [],
    removingReplicas: [],
  }
  decoded.partitionIndex = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.replicas.push(reader.readInt32())
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.addingReplicas.push(reader.readInt32())
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.removingReplicas.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeOngoingTopicReassignment(
  writer: ByteWriter,
  input: MessageInput<ListPartitionReassignmentsResponseOngoingTopicReassignment>,
  version: number,
): void {
  checkStruct(input, 'ListPartitionReassignmentsResponse.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, name, 'ListPartitionReassignmentsResponse.topics.name')
  writeCompactArrayLength(writer, partitions, 'ListPartitionReassignmentsResponse.topics.partitions')
  for (const element of partitions) {
    encodeOngoingPartitionReassignment(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListPartitionReassignmentsResponse.topics')
}

function decodeOngoingTopicReassignment(
  reader: ByteReader,
  version: number,
): ListPartitionReassignmentsResponseOngoingTopicReassignment {
  const decoded: ListPartitionReassignmentsResponseOngoingTopicReassignment = {
    name: '',
    partitions: [],
  }
  decoded.name = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeOngoingPartitionReassignment(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeListPartitionReassignmentsResponse(
  writer: ByteWriter,
  input: MessageInput<ListPartitionReassignmentsResponse>,
  version: number,
): void {
  checkEncodeVersion('ListPartitionReassignmentsResponse', version, 0, 0)
  checkStruct(input, 'ListPartitionReassignmentsResponse')
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', topics = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'ListPartitionReassignmentsResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'ListPartitionReassignmentsResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'ListPartitionReassignmentsResponse.errorMessage')
  writeCompactArrayLength(writer, topics, 'ListPartitionReassignmentsResponse.topics')
  for (const element of topics) {
    encodeOngoingTopicReassignment(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListPartitionReassignmentsResponse')
}

function decodeListPartitionReassignmentsResponse(
  reader: ByteReader,
  version: number,
): ListPartitionReassignmentsResponse {
  checkDecodeVersion(reader, 'ListPartitionReassignmentsResponse', version, 0, 0)
  const decoded: ListPartitionReassignmentsResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: '',
    topics: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeOngoingTopicReassignment(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ListPartitionReassignmentsResponse. */
export const listPartitionReassignmentsResponse: MessageCodec<ListPartitionReassignmentsResponse> = {
  name: 'ListPartitionReassignmentsResponse',
  apiKey: 46,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeListPartitionReassignmentsResponse,
  decode: decodeListPartitionReassignmentsResponse,
}
