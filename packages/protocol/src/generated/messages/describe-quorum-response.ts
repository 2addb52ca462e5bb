// Generated from schemas/merged.json (DescribeQuorumResponse) by generator/main.ts: not to be edited.
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
  notInVersion,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeUint16,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeQuorumResponse, versions 0-2. */
export interface DescribeQuorumResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 2+, nullable, ignored where the version lacks it. */
  errorMessage: string | null
  /** []TopicData, versions 0+. */
  topics: DescribeQuorumResponseTopicData[]
  /** []Node, versions 2+. */
  nodes: DescribeQuorumResponseNode[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Node of DescribeQuorumResponse. */
export interface DescribeQuorumResponseNode {
  /** int32, versions 2+, unique in its array, a brokerId. */
  nodeId: number
  /** []Listener, versions 2+. */
  listeners: DescribeQuorumResponseListener[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Listener of DescribeQuorumResponse. */
export interface DescribeQuorumResponseListener {
  /** string, versions 2+, unique in its array. */
  name: string
  /** string, versions 2+. */
  host: string
  /** uint16, versions 2+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of DescribeQuorumResponse. */
export interface DescribeQuorumResponseTopicData {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** []PartitionData, versions 0+. */
  partitions: DescribeQuorumResponsePartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of DescribeQuorumResponse. */
export interface DescribeQuorumResponsePartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 2+, nullable, ignored where the version lacks it. */
  errorMessage: string | null
  /** int32, versions 0+, a brokerId. */
  leaderId: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** int64, versions 0+. */
  highWatermark: bigint
  /** []ReplicaState, versions 0+. */
  currentVoters: DescribeQuorumResponseReplicaState[]
  /** []ReplicaState, versions 0+. */
  observers: DescribeQuorumResponseReplicaState[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ReplicaState of DescribeQuorumResponse. */
export interface DescribeQuorumResponseReplicaState {
  /** int32, versions 0+, a brokerId. */
  replicaId: number
  /** uuid, versions 2+. */
  replicaDirectoryId: string
  /** int64, versions 0+. */
  logEndOffset: bigint
  /** int64, versions 1+, ignored where the version lacks it, default -1. */
  lastFetchTimestamp: bigint
  /** int64, versions 1+, ignored where the version lacks it, default -1. */
  lastCaughtUpTimestamp: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeReplicaState(
  writer: ByteWriter,
  input: MessageInput<DescribeQuorumResponseReplicaState>,
  version: number,
): void {
  checkStruct(input, 'DescribeQuorumResponse.ReplicaState')
  const {
    replicaId = 0,
    replicaDirectoryId = ZERO_UUID,
    logEndOffset = 0n,
    lastFetchTimestamp = -1n,
    lastCaughtUpTimestamp = -1n,
    unknownTaggedFields,
  } = input
  writeInt32(writer, replicaId, 'DescribeQuorumResponse.ReplicaState.replicaId')
  if (version === 2) {
    writeUuid(writer, replicaDirectoryId, 'DescribeQuorumResponse.ReplicaState.replicaDirectoryId')
  } else if (replicaDirectoryId !== ZERO_UUID) {
    throw notInVersion('DescribeQuorumResponse.ReplicaState.replicaDirectoryId', version)
  }
  writeInt64(writer, logEndOffset, 'DescribeQuorumResponse.ReplicaState.logEndOffset')
  if (version >= 1) {
    writeInt64(writer, lastFetchTimestamp, 'DescribeQuorumResponse.ReplicaState.lastFetchTimestamp')
  }
  if (version >= 1) {
    writeInt64(writer, lastCaughtUpTimestamp, 'DescribeQuorumResponse.ReplicaState.lastCaughtUpTimestamp')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeQuorumResponse.ReplicaState')
}

function decodeReplicaState(reader: ByteReader, version: number): DescribeQuorumResponseReplicaState {
  const decoded: DescribeQuorumResponseReplicaState = {
    replicaId: 0,
    replicaDirectoryId: ZERO_UUID,
    logEndOffset: 0n,
    lastFetchTimestamp: -1n,
    lastCaughtUpTimestamp: -1n,
  }
  decoded.replicaId = reader.readInt32()
  if (version === 2) {
    decoded.replicaDirectoryId = reader.readUuid()
  }
  decoded.logEndOffset = reader.readInt64()
  if (version >= 1) {
    decoded.lastFetchTimestamp = reader.readInt64()
  }
  if (version >= 1) {
    decoded.lastCaughtUpTimestamp = reader.readInt64()
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<DescribeQuorumResponsePartitionData>,
  version: number,
): void {
  checkStruct(input, 'DescribeQuorumResponse.topics.partitions')
  const {
    partitionIndex = 0,
    errorCode = 0,
    errorMessage = '',
    leaderId = 0,
    leaderEpoch = 0,
    highWatermark = 0n,
    currentVoters = [],
    observers = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'DescribeQuorumResponse.topics.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'DescribeQuorumResponse.topics.partitions.errorCode')
  if (version === 2) {
    writeCompactNullableString(writer, errorMessage, 'DescribeQuorumResponse.topics.partitions.errorMessage')
  }
  writeInt32(writer, leaderId, 'DescribeQuorumResponse.topics.partitions.leaderId')
  writeInt32(writer, leaderEpoch, 'DescribeQuorumResponse.topics.partitions.leaderEpoch')
  writeInt64(writer, highWatermark, 'DescribeQuorumResponse.topics.partitions.highWatermark')
  writeCompactArrayLength(writer, currentVoters, 'DescribeQuorumResponse.topics.partitions.currentVoters')
  for (const element of currentVoters) {
    encodeReplicaState(writer, element, version)
  }
  writeCompactArrayLength(writer, observers, 'DescribeQuorumResponse.topics.partitions.observers')
  for (const element of observers) {
    encodeReplicaState(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeQuorumResponse.topics.partitions')
}

function decodePartitionData(reader: ByteReader, version: number): DescribeQuorumResponsePartitionData {
  const decoded: DescribeQuorumResponsePartitionData = {
    partitionIndex: 0,
    errorCode: 0,
    errorMessage: '',
    leaderId: 0,
    leaderEpoch: 0,
    highWatermark: 0n,
    currentVoters: [],
    observers: [],
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  if (version === 2) {
    decoded.errorMessage = readCompactNullableString(reader)
  }
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  decoded.highWatermark = reader.readInt64()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.currentVoters.push(decodeReplicaState(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.observers.push(decodeReplicaState(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicData(
  writer: ByteWriter,
  input: MessageInput<DescribeQuorumResponseTopicData>,
  version: number,
): void {
  checkStruct(input, 'DescribeQuorumResponse.topics')
  const { topicName = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'DescribeQuorumResponse.topics.topicName')
  writeCompactArrayLength(writer, partitions, 'DescribeQuorumResponse.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeQuorumResponse.topics')
}

function decodeTopicData(reader: ByteReader, version: number): DescribeQuorumResponseTopicData {
  const decoded: DescribeQuorumResponseTopicData = {
    topicName: '',
    partitions: [],
  }
  decoded.topicName = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeListener(
  writer: ByteWriter,
  input: MessageInput<DescribeQuorumResponseListener>,
  _version: number,
): void {
  checkStruct(input, 'DescribeQuorumResponse.nodes.listeners')
  const { name = '', host = '', port = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'DescribeQuorumResponse.nodes.listeners.name')
  writeCompactString(writer, host, 'DescribeQuorumResponse.nodes.listeners.host')
  writeUint16(writer, port, 'DescribeQuorumResponse.nodes.listeners.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeQuorumResponse.nodes.listeners')
}

function decodeListener(reader: ByteReader, _version: number): DescribeQuorumResponseListener {
  const decoded: DescribeQuorumResponseListener = {
    name: '',
    host: '',
    port: 0,
  }
  decoded.name = readCompactString(reader)
  decoded.host = readCompactString(reader)
  decoded.port = reader.readUint16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeNode(writer: ByteWriter, input: MessageInput<DescribeQuorumResponseNode>, version: number): void {
  checkStruct(input, 'DescribeQuorumResponse.nodes')
  const { nodeId = 0, listeners = [], unknownTaggedFields } = input
  writeInt32(writer, nodeId, 'DescribeQuorumResponse.nodes.nodeId')
  writeCompactArrayLength(writer, listeners, 'DescribeQuorumResponse.nodes.listeners')
  for (const element of listeners) {
    encodeListener(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeQuorumResponse.nodes')
}

function decodeNode(reader: ByteReader, version: number): DescribeQuorumResponseNode {
  const decoded: DescribeQuorumResponseNode = {
    nodeId: 0,
    listeners: [],
  }
  decoded.nodeId = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.listeners.push(decodeListener(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeQuorumResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeQuorumResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeQuorumResponse', version, 0, 2)
  checkStruct(input, 'DescribeQuorumResponse')
  const { errorCode = 0, errorMessage = '', topics = [], nodes = [], unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'DescribeQuorumResponse.errorCode')
  if (version === 2) {
    writeCompactNullableString(writer, errorMessage, 'DescribeQuorumResponse.errorMessage')
  }
  writeCompactArrayLength(writer, topics, 'DescribeQuorumResponse.topics')
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  if (version === 2) {
    writeCompactArrayLength(writer, nodes, 'DescribeQuorumResponse.nodes')
    for (const element of nodes) {
      encodeNode(writer, element, version)
    }
  } else if (nodes?.length !== 0) {
    throw notInVersion('DescribeQuorumResponse.nodes', version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeQuorumResponse')
}

function decodeDescribeQuorumResponse(reader: ByteReader, version: number): DescribeQuorumResponse {
  checkDecodeVersion(reader, 'DescribeQuorumResponse', version, 0, 2)
  const decoded: DescribeQuorumResponse = {
    errorCode: 0,
    errorMessage: '',
    topics: [],
    nodes: [],
  }
  decoded.errorCode = reader.readInt16()
  if (version === 2) {
    decoded.errorMessage = readCompactNullableString(reader)
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicData(reader, version))
  }
  if (version === 2) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.nodes.push(decodeNode(reader, version))
    }
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeQuorumResponse. */
export const describeQuorumResponse: MessageCodec<DescribeQuorumResponse> = {
  name: 'DescribeQuorumResponse',
  apiKey: 55,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeDescribeQuorumResponse,
  decode: decodeDescribeQuorumResponse,
}
