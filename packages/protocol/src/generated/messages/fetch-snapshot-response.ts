// Generated from schemas/merged.json (FetchSnapshotResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  EMPTY_BYTES,
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactBytes,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactArrayLength,
  writeCompactBytes,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeUint16,
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

/** FetchSnapshotResponse, versions 0-1. */
export interface FetchSnapshotResponse {
  /** int32, versions 0+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** []TopicSnapshot, versions 0+. */
  topics: FetchSnapshotResponseTopicSnapshot[]
  /** []NodeEndpoint, versions 1+, tag 0. */
  nodeEndpoints: FetchSnapshotResponseNodeEndpoint[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** NodeEndpoint of FetchSnapshotResponse. */
export interface FetchSnapshotResponseNodeEndpoint {
  /** int32, versions 1+, unique in its array, a brokerId. */
  nodeId: number
  /** string, versions 1+. */
  host: string
  /** uint16, versions 1+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicSnapshot of FetchSnapshotResponse. */
export interface FetchSnapshotResponseTopicSnapshot {
  /** string, versions 0+, a topicName. */
  name: string
  /** []PartitionSnapshot, versions 0+. */
  partitions: FetchSnapshotResponsePartitionSnapshot[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionSnapshot of FetchSnapshotResponse. */
export interface FetchSnapshotResponsePartitionSnapshot {
  /** int32, versions 0+. */
  index: number
  /** int16, versions 0+. */
  errorCode: number
  /** SnapshotId, versions 0+. */
  snapshotId: FetchSnapshotResponseSnapshotId
  /** LeaderIdAndEpoch, versions 0+, tag 0. */
  currentLeader: FetchSnapshotResponseLeaderIdAndEpoch
  /** int64, versions 0+. */
  size: bigint
  /** int64, versions 0+. */
  position: bigint
  /** records, versions 0+. */
  unalignedRecords: Uint8Array
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LeaderIdAndEpoch of FetchSnapshotResponse. */
export interface FetchSnapshotResponseLeaderIdAndEpoch {
  /** int32, versions 0+, a brokerId. */
  leaderId: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** SnapshotId of FetchSnapshotResponse. */
export interface FetchSnapshotResponseSnapshotId {
  /** int64, versions 0+. */
  endOffset: bigint
  /** int32, versions 0+. */
  epoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function defaultSnapshotId(): FetchSnapshotResponseSnapshotId {
  return {
    endOffset: 0n,
    epoch: 0,
  }
}

function encodeSnapshotId(
  writer: ByteWriter,
  input: MessageInput<FetchSnapshotResponseSnapshotId>,
  _version: number,
): void {
  checkStruct(input, 'FetchSnapshotResponse.topics.partitions.snapshotId')
  const { endOffset = 0n, epoch = 0, unknownTaggedFields } = input
  writeInt64(writer, endOffset, 'FetchSnapshotResponse.topics.partitions.snapshotId.endOffset')
  writeInt32(writer, epoch, 'FetchSnapshotResponse.topics.partitions.snapshotId.epoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchSnapshotResponse.topics.partitions.snapshotId')
}

function decodeSnapshotId(reader: ByteReader, _version: number): FetchSnapshotResponseSnapshotId {
  const decoded: FetchSnapshotResponseSnapshotId = {
    endOffset: 0n,
    epoch: 0,
  }
  decoded.endOffset = reader.readInt64()
  decoded.epoch = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function defaultLeaderIdAndEpoch(): FetchSnapshotResponseLeaderIdAndEpoch {
  return {
    leaderId: 0,
    leaderEpoch: 0,
  }
}

function isDefaultLeaderIdAndEpoch(input: MessageInput<FetchSnapshotResponseLeaderIdAndEpoch>): boolean {
  checkStruct(input, 'FetchSnapshotResponse.topics.partitions.currentLeader')
  const { leaderId = 0, leaderEpoch = 0, unknownTaggedFields } = input
  return leaderId === 0 && leaderEpoch === 0 && !unknownTaggedFields?.length
}

function encodeLeaderIdAndEpoch(
  writer: ByteWriter,
  input: MessageInput<FetchSnapshotResponseLeaderIdAndEpoch>,
  _version: number,
): void {
  checkStruct(input, 'FetchSnapshotResponse.topics.partitions.currentLeader')
  const { leaderId = 0, leaderEpoch = 0, unknownTaggedFields } = input
  writeInt32(writer, leaderId, 'FetchSnapshotResponse.topics.partitions.currentLeader.leaderId')
  writeInt32(writer, leaderEpoch, 'FetchSnapshotResponse.topics.partitions.currentLeader.leaderEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchSnapshotResponse.topics.partitions.currentLeader')
}

function decodeLeaderIdAndEpoch(reader: ByteReader, _version: number): FetchSnapshotResponseLeaderIdAndEpoch {
  const decoded: FetchSnapshotResponseLeaderIdAndEpoch = {
    leaderId: 0,
    leaderEpoch: 0,
  }
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodePartitionSnapshot(
  writer: ByteWriter,
  input: MessageInput<FetchSnapshotResponsePartitionSnapshot>,
  version: number,
): void {
  checkStruct(input, 'FetchSnapshotResponse.topics.partitions')
  const {
    index = 0,
    errorCode = 0,
    snapshotId = {},
    currentLeader = {},
    size = 0n,
    position = 0n,
    unalignedRecords = EMPTY_BYTES,
    unknownTaggedFields,
  } = input
  writeInt32(writer, index, 'FetchSnapshotResponse.topics.partitions.index')
  writeInt16(writer, errorCode, 'FetchSnapshotResponse.topics.partitions.errorCode')
  encodeSnapshotId(writer, snapshotId, version)
  writeInt64(writer, size, 'FetchSnapshotResponse.topics.partitions.size')
  writeInt64(writer, position, 'FetchSnapshotResponse.topics.partitions.position')
  writeCompactBytes(writer, unalignedRecords, 'FetchSnapshotResponse.topics.partitions.unalignedRecords')
  const hasCurrentLeader = !isDefaultLeaderIdAndEpoch(currentLeader)
  writer.writeUnsignedVarint((hasCurrentLeader ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasCurrentLeader) {
    const start = beginTaggedField(writer, 0)
    encodeLeaderIdAndEpoch(writer, currentLeader, version)
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'FetchSnapshotResponse.topics.partitions')
}

function decodePartitionSnapshot(reader: ByteReader, version: number): FetchSnapshotResponsePartitionSnapshot {
  const decoded: FetchSnapshotResponsePartitionSnapshot = {
    index: 0,
    errorCode: 0,
    snapshotId: defaultSnapshotId(),
    currentLeader: defaultLeaderIdAndEpoch(),
    size: 0n,
    position: 0n,
    unalignedRecords: EMPTY_BYTES,
  }
  decoded.index = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.snapshotId = decodeSnapshotId(reader, version)
  decoded.size = reader.readInt64()
  decoded.position = reader.readInt64()
  decoded.unalignedRecords = readCompactBytes(reader)
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.currentLeader = decodeLeaderIdAndEpoch(reader, version)
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
  input: MessageInput<FetchSnapshotResponseTopicSnapshot>,
  version: number,
): void {
  checkStruct(input, 'FetchSnapshotResponse.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, name, 'FetchSnapshotResponse.topics.name')
  writeCompactArrayLength(writer, partitions, 'FetchSnapshotResponse.topics.partitions')
  for (const element of partitions) {
    encodePartitionSnapshot(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchSnapshotResponse.topics')
}

function decodeTopicSnapshot(reader: ByteReader, version: number): FetchSnapshotResponseTopicSnapshot {
  const decoded: FetchSnapshotResponseTopicSnapshot = {
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

function encodeNodeEndpoint(
  writer: ByteWriter,
  input: MessageInput<FetchSnapshotResponseNodeEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'FetchSnapshotResponse.nodeEndpoints')
  const { nodeId = 0, host = '', port = 0, unknownTaggedFields } = input
  writeInt32(writer, nodeId, 'FetchSnapshotResponse.nodeEndpoints.nodeId')
  writeCompactString(writer, host, 'FetchSnapshotResponse.nodeEndpoints.host')
  writeUint16(writer, port, 'FetchSnapshotResponse.nodeEndpoints.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchSnapshotResponse.nodeEndpoints')
}

function decodeNodeEndpoint(reader: ByteReader, _version: number): FetchSnapshotResponseNodeEndpoint {
  const decoded: FetchSnapshotResponseNodeEndpoint = {
    nodeId: 0,
    host: '',
    port: 0,
  }
  decoded.nodeId = reader.readInt32()
  decoded.host = readCompactString(reader)
  decoded.port = reader.readUint16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeFetchSnapshotResponse(
  writer: ByteWriter,
  input: MessageInput<FetchSnapshotResponse>,
  version: number,
): void {
  checkEncodeVersion('FetchSnapshotResponse', version, 0, 1)
  checkStruct(input, 'FetchSnapshotResponse')
  const { throttleTimeMs = 0, errorCode = 0, topics = [], nodeEndpoints = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'FetchSnapshotResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'FetchSnapshotResponse.errorCode')
  writeCompactArrayLength(writer, topics, 'FetchSnapshotResponse.topics')
  for (const element of topics) {
    encodeTopicSnapshot(writer, element, version)
  }
  const hasNodeEndpoints = nodeEndpoints?.length !== 0
  if (hasNodeEndpoints && version !== 1) throw notInVersion('FetchSnapshotResponse.nodeEndpoints', version)
  writer.writeUnsignedVarint((hasNodeEndpoints ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasNodeEndpoints) {
    const start = beginTaggedField(writer, 0)
    writeCompactArrayLength(writer, nodeEndpoints, 'FetchSnapshotResponse.nodeEndpoints')
    for (const element of nodeEndpoints) {
      encodeNodeEndpoint(writer, element, version)
    }
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 1 ? 0 : -1, 'FetchSnapshotResponse')
}

function decodeFetchSnapshotResponse(reader: ByteReader, version: number): FetchSnapshotResponse {
  checkDecodeVersion(reader, 'FetchSnapshotResponse', version, 0, 1)
  const decoded: FetchSnapshotResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    topics: [],
    nodeEndpoints: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicSnapshot(reader, version))
  }
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0 && version === 1) {
      for (let left = readCompactArrayLength(reader); left > 0; left--) {
        decoded.nodeEndpoints.push(decodeNodeEndpoint(reader, version))
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes FetchSnapshotResponse. */
export const fetchSnapshotResponse: MessageCodec<FetchSnapshotResponse> = {
  name: 'FetchSnapshotResponse',
  apiKey: 59,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeFetchSnapshotResponse,
  decode: decodeFetchSnapshotResponse,
}
