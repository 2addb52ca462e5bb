// Generated from schemas/merged.json (AssignReplicasToDirsResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeInt16,
  writeInt32,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AssignReplicasToDirsResponse, versions 0. */
export interface AssignReplicasToDirsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** []DirectoryData, versions 0+. */
  directories: AssignReplicasToDirsResponseDirectoryData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DirectoryData of AssignReplicasToDirsResponse. */
export interface AssignReplicasToDirsResponseDirectoryData {
  /** uuid, versions 0+. */
  id: string
  /** []TopicData, versions 0+. */
  topics: AssignReplicasToDirsResponseTopicData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of AssignReplicasToDirsResponse. */
export interface AssignReplicasToDirsResponseTopicData {
  /** uuid, versions 0+. */
  topicId: string
  /** []PartitionData, versions 0+. */
  partitions: AssignReplicasToDirsResponsePartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of AssignReplicasToDirsResponse. */
export interface AssignReplicasToDirsResponsePartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<AssignReplicasToDirsResponsePartitionData>,
  _version: number,
): void {
  checkStruct(input, 'AssignReplicasToDirsResponse.directories.topics.partitions')
  const { partitionIndex = 0, errorCode = 0, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'AssignReplicasToDirsResponse.directories.topics.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'AssignReplicasToDirsResponse.directories.topics.partitions.errorCode')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AssignReplicasToDirsResponse.directories.topics.partitions')
}

function decodePartitionData(reader: ByteReader, _version: number): AssignReplicasToDirsResponsePartitionData {
  const decoded: AssignReplicasToDirsResponsePartitionData = {
    partitionIndex: 0,
    errorCode: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicData(
  writer: ByteWriter,
  input: MessageInput<AssignReplicasToDirsResponseTopicData>,
  version: number,
): void {
  checkStruct(input, 'AssignReplicasToDirsResponse.directories.topics')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'AssignReplicasToDirsResponse.directories.topics.topicId')
  writeCompactArrayLength(writer, partitions, 'AssignReplicasToDirsResponse.directories.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AssignReplicasToDirsResponse.directories.topics')
}

function decodeTopicData(reader: ByteReader, version: number): AssignReplicasToDirsResponseTopicData {
  const decoded: AssignReplicasToDirsResponseTopicData = {
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

function encodeDirectoryData(
  writer: ByteWriter,
  input: MessageInput<AssignReplicasToDirsResponseDirectoryData>,
  version: number,
): void {
  checkStruct(input, 'AssignReplicasToDirsResponse.directories')
  const { id = ZERO_UUID, topics = [], unknownTaggedFields } = input
  writeUuid(writer, id, 'AssignReplicasToDirsResponse.directories.id')
  writeCompactArrayLength(writer, topics, 'AssignReplicasToDirsResponse.directories.topics')
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AssignReplicasToDirsResponse.directories')
}

function decodeDirectoryData(reader: ByteReader, version: number): AssignReplicasToDirsResponseDirectoryData {
  const decoded: AssignReplicasToDirsResponseDirectoryData = {
    id: ZERO_UUID,
    topics: [],
  }
  decoded.id = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAssignReplicasToDirsResponse(
  writer: ByteWriter,
  input: MessageInput<AssignReplicasToDirsResponse>,
  version: number,
): void {
  checkEncodeVersion('AssignReplicasToDirsResponse', version, 0, 0)
  checkStruct(input, 'AssignReplicasToDirsResponse')
  const { throttleTimeMs = 0, errorCode = 0, directories = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'AssignReplicasToDirsResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'AssignReplicasToDirsResponse.errorCode')
  writeCompactArrayLength(writer, directories, 'AssignReplicasToDirsResponse.directories')
  for (const element of directories) {
    encodeDirectoryData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AssignReplicasToDirsResponse')
}

function decodeAssignReplicasToDirsResponse(reader: ByteReader, version: number): AssignReplicasToDirsResponse {
  checkDecodeVersion(reader, 'AssignReplicasToDirsResponse', version, 0, 0)
  const decoded: AssignReplicasToDirsResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    directories: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.directories.push(decodeDirectoryData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AssignReplicasToDirsResponse. */
export const assignReplicasToDirsResponse: MessageCodec<AssignReplicasToDirsResponse> = {
  name: 'AssignReplicasToDirsResponse',
  apiKey: 73,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeAssignReplicasToDirsResponse,
  decode: decodeAssignReplicasToDirsResponse,
}
