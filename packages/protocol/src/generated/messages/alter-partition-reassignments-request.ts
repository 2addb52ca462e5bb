// Generated from schemas/merged.json (AlterPartitionReassignmentsRequest) by generator/main.ts: not to be edited.
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
  notInVersion,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactString,
  writeInt32,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AlterPartitionReassignmentsRequest, versions 0-1. */
export interface AlterPartitionReassignmentsRequest {
  /** int32, versions 0+, default 60000. */
  timeoutMs: number
  /** bool, versions 1+, default true. */
  allowReplicationFactorChange: boolean
  /** []ReassignableTopic, versions 0+. */
  topics: AlterPartitionReassignmentsRequestReassignableTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ReassignableTopic of AlterPartitionReassignmentsRequest. */
export interface AlterPartitionReassignmentsRequestReassignableTopic {
  /** string, versions 0+, a topicName. */
  name: string
  /** []ReassignablePartition, versions 0+. */
  partitions: AlterPartitionReassignmentsRequestReassignablePartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ReassignablePartition of AlterPartitionReassignmentsRequest. */
export interface AlterPartitionReassignmentsRequestReassignablePartition {
  /** int32, versions 0+. */
  partitionIndex: number
  /** []int32, versions 0+, nullable, a brokerId, default null. */
  replicas: number[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeReassignablePartition(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionReassignmentsRequestReassignablePartition>,
  _version: number,
): void {
  checkStruct(input, 'AlterPartitionReassignmentsRequest.topics.partitions')
  const { partitionIndex = 0, replicas = null, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'AlterPartitionReassignmentsRequest.topics.partitions.partitionIndex')
  writeCompactNullableArrayLength(writer, replicas, 'AlterPartitionReassignmentsRequest.topics.partitions.replicas')
  if (replicas !== null) {
    for (const element of replicas) {
      writeInt32(writer, element, 'AlterPartitionReassignmentsRequest.topics.partitions.replicas')
    }
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionReassignmentsRequest.topics.partitions')
}

function decodeReassignablePartition(
  reader: ByteReader,
  _version: number,
): AlterPartitionReassignmentsRequestReassignablePartition {
  const decoded: AlterPartitionReassignmentsRequestReassignablePartition = {
    partitionIndex: 0,
    replicas: null,
  }
  decoded.partitionIndex = reader.readInt32()
  const replicasLength = readCompactNullableArrayLength(reader)
  if (replicasLength < 0) {
    decoded.replicas = null
  } else {
    const replicasElements: number[] = []
    for (let i = 0; i < replicasLength; i++) replicasElements.push(reader.readInt32())
    decoded.replicas = replicasElements
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeReassignableTopic(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionReassignmentsRequestReassignableTopic>,
  version: number,
): void {
  checkStruct(input, 'AlterPartitionReassignmentsRequest.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, name, 'AlterPartitionReassignmentsRequest.topics.name')
  writeCompactArrayLength(writer, partitions, 'AlterPartitionReassignmentsRequest.topics.partitions')
  for (const element of partitions) {
    encodeReassignablePartition(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionReassignmentsRequest.topics')
}

function decodeReassignableTopic(
  reader: ByteReader,
  version: number,
): AlterPartitionReassignmentsRequestReassignableTopic {
  const decoded: AlterPartitionReassignmentsRequestReassignableTopic = {
    name: '',
    partitions: [],
  }
  decoded.name = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeReassignablePartition(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAlterPartitionReassignmentsRequest(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionReassignmentsRequest>,
  version: number,
): void {
  checkEncodeVersion('AlterPartitionReassignmentsRequest', version, 0, 1)
  checkStruct(input, 'AlterPartitionReassignmentsRequest')
  const { timeoutMs = 60000, allowReplicationFactorChange = true, topics = [], unknownTaggedFields } = input
  writeInt32(writer, timeoutMs, 'AlterPartitionReassignmentsRequest.timeoutMs')
  if (version === 1) {
    writeBool(writer, allowReplicationFactorChange, 'AlterPartitionReassignmentsRequest.allowReplicationFactorChange')
  } else if (allowReplicationFactorChange !== true) {
    throw notInVersion('AlterPartitionReassignmentsRequest.allowReplicationFactorChange', version)
  }
  writeCompactArrayLength(writer, topics, 'AlterPartitionReassignmentsRequest.topics')
  for (const element of topics) {
    encodeReassignableTopic(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionReassignmentsRequest')
}

function decodeAlterPartitionReassignmentsRequest(
  reader: ByteReader,
  version: number,
): AlterPartitionReassignmentsRequest {
  checkDecodeVersion(reader, 'AlterPartitionReassignmentsRequest', version, 0, 1)
  const decoded: AlterPartitionReassignmentsRequest = {
    timeoutMs: 60000,
    allowReplicationFactorChange: true,
    topics: [],
  }
  decoded.timeoutMs = reader.readInt32()
  if (version === 1) {
    decoded.allowReplicationFactorChange = reader.readBoolean()
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeReassignableTopic(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AlterPartitionReassignmentsRequest. */
export const alterPartitionReassignmentsRequest: MessageCodec<AlterPartitionReassignmentsRequest> = {
  name: 'AlterPartitionReassignmentsRequest',
  apiKey: 45,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeAlterPartitionReassignmentsRequest,
  decode: decodeAlterPartitionReassignmentsRequest,
}
