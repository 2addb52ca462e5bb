// Generated from schemas/merged.json (FetchSnapshotRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
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
  writeInt32,
  writeInt64,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  readUnknownTaggedFields,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** FetchSnapshotRequest, versions 0-1. */
export interface FetchSnapshotRequest {
  /** string, versions 0+, nullable, tag 0, default null. */
  clusterId: string | null
  /** int32, versions 0+, a brokerId, default -1. */
  replicaId: number
  /** int32, versions 0+, default 0x7fffffff. */
  maxBytes: number
  /** []TopicSnapshot, versions 0+. */
  topics: FetchSnapshotRequestTopicSnapshot[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicSnapshot of FetchSnapshotRequest. */
export interface FetchSnapshotRequestTopicSnapshot {
  /** string, versions 0+, a topicName. */
  name: string
  /** []PartitionSnapshot, versions 0+. */
  partitions: FetchSnapshotRequestPartitionSnapshot[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionSnapshot of FetchSnapshotRequest. */
export interface FetchSnapshotRequestPartitionSnapshot {
  /** int32, versions 0+. */
  partition: number
  /** int32, versions 0+. */
  currentLeaderEpoch: number
  /** SnapshotId, versions 0+. */
  snapshotId: FetchSnapshotRequestSnapshotId
  /** int64, versions 0+. */
  position: bigint
  /** uuid, versions 1+, tag 0, ignored where the version lacks it. */
  replicaDirectoryId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** SnapshotId of FetchSnapshotRequest. */
export interface FetchSnapshotRequestSnapshotId {
  /** int64, versions 0+. */
  endOffset: bigint
  /** int32, versions 0+. */
  epoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function defaultSnapshotId(): FetchSnapshotRequestSnapshotId {
  return {
    endOffset: 0n,
    epoch: 0,
  }
}

function encodeSnapshotId(
  writer: ByteWriter,
  input: MessageInput<FetchSnapshotRequestSnapshotId>,
  _version: number,
): void {
  checkStruct(input, 'FetchSnapshotRequest.topics.partitions.snapshotId')
  const { endOffset = 0n, epoch = 0, unknownTaggedFields } = input
  writeInt64(writer, endOffset, 'FetchSnapshotRequest.topics.partitions.snapshotId.endOffset')
  writeInt32(writer, epoch, 'FetchSnapshotRequest.topics.partitions.snapshotId.epoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchSnapshotRequest.topics.partitions.snapshotId')
}

function decodeSnapshotId(reader: ByteReader, _version: number): FetchSnapshotRequestSnapshotId {
  const decoded: FetchSnapshotRequestSnapshotId = {
    endOffset: 0n,
    epoch: 0,
  }
  decoded.endOffset = reader.readInt64()
  decoded.epoch = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodePartitionSnapshot(
  writer: ByteWriter,
  input: MessageInput<FetchSnapshotRequestPartitionSnapshot>,
  version: number,
): void {
  checkStruct(input, 'FetchSnapshotRequest.topics.partitions')
  const {
    partition = 0,
    currentLeaderEpoch = 0,
    snapshotId = {},
    position = 0n,
    replicaDirectoryId = ZERO_UUID,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partition, 'FetchSnapshotRequest.topics.partitions.partition')
  writeInt32(writer, currentLeaderEpoch, 'FetchSnapshotRequest.topics.partitions.currentLeaderEpoch')
  encodeSnapshotId(writer, snapshotId, version)
  writeInt64(writer, position, 'FetchSnapshotRequest.topics.partitions.position')
  const hasReplicaDirectoryId = version === 1 && replicaDirectoryId !== ZERO_UUID
  writer.writeUnsignedVarint((hasReplicaDirectoryId ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasReplicaDirectoryId) {
    const start = beginTaggedField(writer, 0)
    writeUuid(writer, replicaDirectoryId, 'FetchSnapshotRequest.topics.partitions.replicaDirectoryId')
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 1 ? 0 : -1, 'FetchSnapshotRequest.topics.partitions')
}

function decodePartitionSnapshot(reader: ByteReader, version: number): FetchSnapshotRequestPartitionSnapshot {
  const decoded: FetchSnapshotRequestPartitionSnapshot = {
    partition: 0,
    currentLeaderEpoch: 0,
    snapshotId: defaultSnapshotId(),
    position: 0n,
    replicaDirectoryId: ZERO_UUID,
  }
  decoded.partition = reader.readInt32()
  decoded.currentLeaderEpoch = reader.readInt32()
  decoded.snapshotId = decodeSnapshotId(reader, version)
  decoded.position = reader.readInt64()
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0 && version === 1) {
      decoded.replicaDirectoryId = reader.readUuid()
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicSnapshot(
  writer: ByteWriter,
  input: MessageInput<FetchSnapshotRequestTopicSnapshot>,
  version: number,
): void {
  checkStruct(input, 'FetchSnapshotRequest.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, name, 'FetchSnapshotRequest.topics.name')
  writeCompactArrayLength(writer, partitions, 'FetchSnapshotRequest.topics.partitions')
  for (const element of partitions) {
    encodePartitionSnapshot(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchSnapshotRequest.topics')
}

function decodeTopicSnapshot(reader: ByteReader, version: number): FetchSnapshotRequestTopicSnapshot {
  const decoded: FetchSnapshotRequestTopicSnapshot = {
    name: '',
    partitions: [],
  }
  decoded.name = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionSnapshot(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeFetchSnapshotRequest(
  writer: ByteWriter,
  input: MessageInput<FetchSnapshotRequest>,
  version: number,
): void {
  checkEncodeVersion('FetchSnapshotRequest', version, 0, 1)
  checkStruct(input, 'FetchSnapshotRequest')
  const { clusterId = null, replicaId = -1, maxBytes = 2147483647, topics = [], unknownTaggedFields } = input
  writeInt32(writer, replicaId, 'FetchSnapshotRequest.replicaId')
  writeInt32(writer, maxBytes, 'FetchSnapshotRequest.maxBytes')
  writeCompactArrayLength(writer, topics, 'FetchSnapshotRequest.topics')
  for (const element of topics) {
    encodeTopicSnapshot(writer, element, version)
  }
  const hasClusterId = clusterId !== null
  writer.writeUnsignedVarint((hasClusterId ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasClusterId) {
    const start = beginTaggedField(writer, 0)
    writeCompactNullableString(writer, clusterId, 'FetchSnapshotRequest.clusterId')
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'FetchSnapshotRequest')
}

function decodeFetchSnapshotRequest(reader: ByteReader, version: number): FetchSnapshotRequest {
  checkDecodeVersion(reader, 'FetchSnapshotRequest', version, 0, 1)
  const decoded: FetchSnapshotRequest = {
    clusterId: null,
    replicaId: -1,
    maxBytes: 2147483647,
    topics: [],
  }
  decoded.replicaId = reader.readInt32()
  decoded.maxBytes = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicSnapshot(reader, version))
  }
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.clusterId = readCompactNullableString(reader)
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes FetchSnapshotRequest. */
export const fetchSnapshotRequest: MessageCodec<FetchSnapshotRequest> = {
  name: 'FetchSnapshotRequest',
  apiKey: 59,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeFetchSnapshotRequest,
  decode: decodeFetchSnapshotRequest,
}
