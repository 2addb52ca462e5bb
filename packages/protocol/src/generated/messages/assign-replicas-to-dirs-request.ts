// Generated from schemas/merged.json (AssignReplicasToDirsRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeInt32,
  writeInt64,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AssignReplicasToDirsRequest, versions 0. */
export interface AssignReplicasToDirsRequest {
  /** int32, versions 0+, a brokerId. */
  brokerId: number
  /** int64, versions 0+, default -1. */
  brokerEpoch: bigint
  /** []DirectoryData, versions 0+. */
  directories: AssignReplicasToDirsRequestDirectoryData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DirectoryData of AssignReplicasToDirsRequest. */
export interface AssignReplicasToDirsRequestDirectoryData {
  /** uuid, versions 0+. */
  id: string
  /** []TopicData, versions 0+. */
  topics: AssignReplicasToDirsRequestTopicData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of AssignReplicasToDirsRequest. */
export interface AssignReplicasToDirsRequestTopicData {
  /** uuid, versions 0+. */
  topicId: string
  /** []PartitionData, versions 0+. */
  partitions: AssignReplicasToDirsRequestPartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of AssignReplicasToDirsRequest. */
export interface AssignReplicasToDirsRequestPartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<AssignReplicasToDirsRequestPartitionData>,
  _version: number,
): void {
  checkStruct(input, 'AssignReplicasToDirsRequest.directories.topics.partitions')
  const { partitionIndex = 0, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'AssignReplicasToDirsRequest.directories.topics.partitions.partitionIndex')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AssignReplicasToDirsRequest.directories.topics.partitions')
}

function decodePartitionData(reader: ByteReader, _version: number): AssignReplicasToDirsRequestPartitionData {
  const decoded: AssignReplicasToDirsRequestPartitionData = {
    partitionIndex: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicData(
  writer: ByteWriter,
  input: MessageInput<AssignReplicasToDirsRequestTopicData>,
  version: number,
): void {
  checkStruct(input, 'AssignReplicasToDirsRequest.directories.topics')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'AssignReplicasToDirsRequest.directories.topics.topicId')
  writeCompactArrayLength(writer, partitions, 'AssignReplicasToDirsRequest.directories.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AssignReplicasToDirsRequest.directories.topics')
}

function decodeTopicData(reader: ByteReader, version: number): AssignReplicasToDirsRequestTopicData {
  const decoded: AssignReplicasToDirsRequestTopicData = {
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
  input: MessageInput<AssignReplicasToDirsRequestDirectoryData>,
  version: number,
): void {
  checkStruct(input, 'AssignReplicasToDirsRequest.directories')
  const { id = ZERO_UUID, topics = [], unknownTaggedFields } = input
  writeUuid(writer, id, 'AssignReplicasToDirsRequest.directories.id')
  writeCompactArrayLength(writer, topics, 'AssignReplicasToDirsRequest.directories.topics')
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AssignReplicasToDirsRequest.directories')
}

function decodeDirectoryData(reader: ByteReader, version: number): AssignReplicasToDirsRequestDirectoryData {
  const decoded: AssignReplicasToDirsRequestDirectoryData = {
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

function encodeAssignReplicasToDirsRequest(
  writer: ByteWriter,
  input: MessageInput<AssignReplicasToDirsRequest>,
  version: number,
): void {
  checkEncodeVersion('AssignReplicasToDirsRequest', version, 0, 0)
  checkStruct(input, 'AssignReplicasToDirsRequest')
  const { brokerId = 0, brokerEpoch = -1n, directories = [], unknownTaggedFields } = input
  writeInt32(writer, brokerId, 'AssignReplicasToDirsRequest.brokerId')
  writeInt64(writer, brokerEpoch, 'AssignReplicasToDirsRequest.brokerEpoch')
  writeCompactArrayLength(writer, directories, 'AssignReplicasToDirsRequest.directories')
  for (const element of directories) {
    encodeDirectoryData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AssignReplicasToDirsRequest')
}

function decodeAssignReplicasToDirsRequest(reader: ByteReader, version: number): AssignReplicasToDirsRequest {
  checkDecodeVersion(reader, 'AssignReplicasToDirsRequest', version, 0, 0)
  const decoded: AssignReplicasToDirsRequest = {
    brokerId: 0,
    brokerEpoch: -1n,
    directories: [],
  }
  decoded.brokerId = reader.readInt32()
  decoded.brokerEpoch = reader.readInt64()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.directories.push(decodeDirectoryData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AssignReplicasToDirsRequest. */
export const assignReplicasToDirsRequest: MessageCodec<AssignReplicasToDirsRequest> = {
  name: 'AssignReplicasToDirsRequest',
  apiKey: 73,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeAssignReplicasToDirsRequest,
  decode: decodeAssignReplicasToDirsRequest,
}
