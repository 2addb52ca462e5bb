// Generated from schemas/merged.json (StreamsGroupHeartbeatRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableArrayLength,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeUint16,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** StreamsGroupHeartbeatRequest, versions 0. */
export interface StreamsGroupHeartbeatRequest {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** string, versions 0+. */
  memberId: string
  /** int32, versions 0+. */
  memberEpoch: number
  /** int32, versions 0+. */
  endpointInformationEpoch: number
  /** string, versions 0+, nullable, default null. */
  instanceId: string | null
  /** string, versions 0+, nullable, default null. */
  rackId: string | null
  /** int32, versions 0+, default -1. */
  rebalanceTimeoutMs: number
  /** Topology, versions 0+, nullable, default null. */
  topology: StreamsGroupHeartbeatRequestTopology | null
  /** []TaskIds, versions 0+, nullable, default null. */
  activeTasks: StreamsGroupHeartbeatRequestTaskIds[] | null
  /** []TaskIds, versions 0+, nullable, default null. */
  standbyTasks: StreamsGroupHeartbeatRequestTaskIds[] | null
  /** []TaskIds, versions 0+, nullable, default null. */
  warmupTasks: StreamsGroupHeartbeatRequestTaskIds[] | null
  /** string, versions 0+, nullable, default null. */
  processId: string | null
  /** Endpoint, versions 0+, nullable, default null. */
  userEndpoint: StreamsGroupHeartbeatRequestEndpoint | null
  /** []KeyValue, versions 0+, nullable, default null. */
  clientTags: StreamsGroupHeartbeatRequestKeyValue[] | null
  /** []TaskOffset, versions 0+, nullable, default null. */
  taskOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null
  /** []TaskOffset, versions 0+, nullable, default null. */
  taskEndOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null
  /** bool, versions 0+, default false. */
  shutdownApplication: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TaskOffset of StreamsGroupHeartbeatRequest. */
export interface StreamsGroupHeartbeatRequestTaskOffset {
  /** string, versions 0+. */
  subtopologyId: string
  /** int32, versions 0+. */
  partition: number
  /** int64, versions 0+. */
  offset: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Endpoint of StreamsGroupHeartbeatRequest. */
export interface StreamsGroupHeartbeatRequestEndpoint {
  /** string, versions 0+. */
  host: string
  /** uint16, versions 0+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TaskIds of StreamsGroupHeartbeatRequest. */
export interface StreamsGroupHeartbeatRequestTaskIds {
  /** string, versions 0+. */
  subtopologyId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Topology of StreamsGroupHeartbeatRequest. */
export interface StreamsGroupHeartbeatRequestTopology {
  /** int32, versions 0+. */
  epoch: number
  /** []Subtopology, versions 0+. */
  subtopologies: StreamsGroupHeartbeatRequestSubtopology[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Subtopology of StreamsGroupHeartbeatRequest. */
export interface StreamsGroupHeartbeatRequestSubtopology {
  /** string, versions 0+. */
  subtopologyId: string
  /** []string, versions 0+, a topicName. */
  sourceTopics: string[]
  /** []string, versions 0+. */
  sourceTopicRegex: string[]
  /** []TopicInfo, versions 0+. */
  stateChangelogTopics: StreamsGroupHeartbeatRequestTopicInfo[]
  /** []string, versions 0+, a topicName. */
  repartitionSinkTopics: string[]
  /** []TopicInfo, versions 0+. */
  repartitionSourceTopics: StreamsGroupHeartbeatRequestTopicInfo[]
  /** []CopartitionGroup, versions 0+. */
  copartitionGroups: StreamsGroupHeartbeatRequestCopartitionGroup[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CopartitionGroup of StreamsGroupHeartbeatRequest. */
export interface StreamsGroupHeartbeatRequestCopartitionGroup {
  /** []int16, versions 0+. */
  sourceTopics: number[]
  /** []int16, versions 0+. */
  sourceTopicRegex: number[]
  /** []int16, versions 0+. */
  repartitionSourceTopics: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicInfo of StreamsGroupHeartbeatRequest. */
export interface StreamsGroupHeartbeatRequestTopicInfo {
  /** string, versions 0+, a topicName. */
  name: string
  /** int32, versions 0+. */
  partitions: number
  /** int16, versions 0+. */
  replicationFactor: number
  /** []KeyValue, versions 0+. */
  topicConfigs: StreamsGroupHeartbeatRequestKeyValue[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** KeyValue of StreamsGroupHeartbeatRequest. */
export interface StreamsGroupHeartbeatRequestKeyValue {
  /** string, versions 0+. */
  key: string
  /** string, versions 0+. */
  value: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeKeyValue(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatRequestKeyValue>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatRequest.KeyValue')
  const { key = '', value = '', unknownTaggedFields } = input
  writeCompactString(writer, key, 'StreamsGroupHeartbeatRequest.KeyValue.key')
  writeCompactString(writer, value, 'StreamsGroupHeartbeatRequest.KeyValue.value')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatRequest.KeyValue')
}

function decodeKeyValue(reader: ByteReader, _version: number): StreamsGroupHeartbeatRequestKeyValue {
  const decoded: StreamsGroupHeartbeatRequestKeyValue = {
    key: '',
    value: '',
  }
  decoded.key = readCompactString(reader)
  decoded.value = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicInfo(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatRequestTopicInfo>,
  version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatRequest.TopicInfo')
  const { name = '', partitions = 0, replicationFactor = 0, topicConfigs = [], unknownTaggedFields } = input
  writeCompactString(writer, name, 'StreamsGroupHeartbeatRequest.TopicInfo.name')
  writeInt32(writer, partitions, 'StreamsGroupHeartbeatRequest.TopicInfo.partitions')
  writeInt16(writer, replicationFactor, 'StreamsGroupHeartbeatRequest.TopicInfo.replicationFactor')
  writeCompactArrayLength(writer, topicConfigs, 'StreamsGroupHeartbeatRequest.TopicInfo.topicConfigs')
  for (const element of topicConfigs) {
    encodeKeyValue(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatRequest.TopicInfo')
}

function decodeTopicInfo(reader: ByteReader, version: number): StreamsGroupHeartbeatRequestTopicInfo {
  const decoded: StreamsGroupHeartbeatRequestTopicInfo = {
    name: '',
    partitions: 0,
    replicationFactor: 0,
    topicConfigs: [],
  }
  decoded.name = readCompactString(reader)
  decoded.partitions = reader.readInt32()
  decoded.replicationFactor = reader.readInt16()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topicConfigs.push(decodeKeyValue(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeCopartitionGroup(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatRequestCopartitionGroup>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatRequest.topology.subtopologies.copartitionGroups')
  const { sourceTopics = [], sourceTopicRegex = [], repartitionSourceTopics = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, sourceTopics, 'StreamsGroupHeartbeatRequest.topology.subtopologies.copartitionGroups.sourceTopics')
  for (const element of sourceTopics) {
    writeInt16(writer, element, 'StreamsGroupHeartbeatRequest.topology.subtopologies.copartitionGroups.sourceTopics')
  }
  writeCompactArrayLength(writer, sourceTopicRegex, 'StreamsGroupHeartbeatRequest.topology.subtopologies.copartitionGroups.sourceTopicRegex')
  for (const element of sourceTopicRegex) {
    writeInt16(writer, element, 'StreamsGroupHeartbeatRequest.topology.subtopologies.copartitionGroups.sourceTopicRegex')
  }
  writeCompactArrayLength(writer, repartitionSourceTopics, 'StreamsGroupHeartbeatRequest.topology.subtopologies.copartitionGroups.repartitionSourceTopics')
  for (const element of repartitionSourceTopics) {
    writeInt16(writer, element, 'StreamsGroupHeartbeatRequest.topology.subtopologies.copartitionGroups.repartitionSourceTopics')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatRequest.topology.subtopologies.copartitionGroups')
}

function decodeCopartitionGroup(reader: ByteReader, _version: number): StreamsGroupHeartbeatRequestCopartitionGroup {
  const decoded: StreamsGroupHeartbeatRequestCopartitionGroup = {
    sourceTopics: [],
    sourceTopicRegex: [],
    repartitionSourceTopics: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.sourceTopics.push(reader.readInt16())
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.sourceTopicRegex.push(reader.readInt16())
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.repartitionSourceTopics.push(reader.readInt16())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeSubtopology(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatRequestSubtopology>,
  version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatRequest.topology.subtopologies')
  const {
    subtopologyId = '',
    sourceTopics = [],
    sourceTopicRegex = [],
    stateChangelogTopics = [],
    repartitionSinkTopics = [],
    repartitionSourceTopics = [],
    copartitionGroups = [],
    unknownTaggedFields,
  } = input
  writeCompactString(writer, subtopologyId, 'StreamsGroupHeartbeatRequest.topology.subtopologies.subtopologyId')
  writeCompactArrayLength(writer, sourceTopics, 'StreamsGroupHeartbeatRequest.topology.subtopologies.sourceTopics')
  for (const element of sourceTopics) {
    writeCompactString(writer, element, 'StreamsGroupHeartbeatRequest.topology.subtopologies.sourceTopics')
  }
  writeCompactArrayLength(writer, sourceTopicRegex, 'StreamsGroupHeartbeatRequest.topology.subtopologies.sourceTopicRegex')
  for (const element of sourceTopicRegex) {
    writeCompactString(writer, element, 'StreamsGroupHeartbeatRequest.topology.subtopologies.sourceTopicRegex')
  }
  writeCompactArrayLength(writer, stateChangelogTopics, 'StreamsGroupHeartbeatRequest.topology.subtopologies.stateChangelogTopics')
  for (const element of stateChangelogTopics) {
    encodeTopicInfo(writer, element, version)
  }
  writeCompactArrayLength(writer, repartitionSinkTopics, 'StreamsGroupHeartbeatRequest.topology.subtopologies.repartitionSinkTopics')
  for (const element of repartitionSinkTopics) {
    writeCompactString(writer, element, 'StreamsGroupHeartbeatRequest.topology.subtopologies.repartitionSinkTopics')
  }
  writeCompactArrayLength(writer, repartitionSourceTopics, 'StreamsGroupHeartbeatRequest.topology.subtopologies.repartitionSourceTopics')
  for (const element of repartitionSourceTopics) {
    encodeTopicInfo(writer, element, version)
  }
  writeCompactArrayLength(writer, copartitionGroups, 'StreamsGroupHeartbeatRequest.topology.subtopologies.copartitionGroups')
  for (const element of copartitionGroups) {
    encodeCopartitionGroup(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatRequest.topology.subtopologies')
}

function decodeSubtopology(reader: ByteReader, version: number): StreamsGroupHeartbeatRequestSubtopology {
  const decoded: StreamsGroupHeartbeatRequestSubtopology = {
    subtopologyId: '',
    sourceTopics: [],
    sourceTopicRegex: [],
    stateChangelogTopics: [],
    repartitionSinkTopics: [],
    repartitionSourceTopics: [],
    copartitionGroups: [],
  }
  decoded.subtopologyId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.sourceTopics.push(readCompactString(reader))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.sourceTopicRegex.push(readCompactString(reader))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.stateChangelogTopics.push(decodeTopicInfo(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.repartitionSinkTopics.push(readCompactString(reader))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.repartitionSourceTopics.push(decodeTopicInfo(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.copartitionGroups.push(decodeCopartitionGroup(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopology(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatRequestTopology>,
  version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatRequest.topology')
  const { epoch = 0, subtopologies = [], unknownTaggedFields } = input
  writeInt32(writer, epoch, 'StreamsGroupHeartbeatRequest.topology.epoch')
  writeCompactArrayLength(writer, subtopologies, 'StreamsGroupHeartbeatRequest.topology.subtopologies')
  for (const element of subtopologies) {
    encodeSubtopology(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatRequest.topology')
}

function decodeTopology(reader: ByteReader, version: number): StreamsGroupHeartbeatRequestTopology {
  const decoded: StreamsGroupHeartbeatRequestTopology = {
    epoch: 0,
    subtopologies: [],
  }
  decoded.epoch = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.subtopologies.push(decodeSubtopology(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTaskIds(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatRequestTaskIds>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatRequest.TaskIds')
  const { subtopologyId = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, subtopologyId, 'StreamsGroupHeartbeatRequest.TaskIds.subtopologyId')
  writeCompactArrayLength(writer, partitions, 'StreamsGroupHeartbeatRequest.TaskIds.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'StreamsGroupHeartbeatRequest.TaskIds.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatRequest.TaskIds')
}

function decodeTaskIds(reader: ByteReader, _version: number): StreamsGroupHeartbeatRequestTaskIds {
  const decoded: StreamsGroupHeartbeatRequestTaskIds = {
    subtopologyId: '',
    partitions: [],
  }
  decoded.subtopologyId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeEndpoint(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatRequestEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatRequest.Endpoint')
  const { host = '', port = 0, unknownTaggedFields } = input
  writeCompactString(writer, host, 'StreamsGroupHeartbeatRequest.Endpoint.host')
  writeUint16(writer, port, 'StreamsGroupHeartbeatRequest.Endpoint.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatRequest.Endpoint')
}

function decodeEndpoint(reader: ByteReader, _version: number): StreamsGroupHeartbeatRequestEndpoint {
  const decoded: StreamsGroupHeartbeatRequestEndpoint = {
    host: '',
    port: 0,
  }
  decoded.host = readCompactString(reader)
  decoded.port = reader.readUint16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTaskOffset(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatRequestTaskOffset>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatRequest.TaskOffset')
  const { subtopologyId = '', partition = 0, offset = 0n, unknownTaggedFields } = input
  writeCompactString(writer, subtopologyId, 'StreamsGroupHeartbeatRequest.TaskOffset.subtopologyId')
  writeInt32(writer, partition, 'StreamsGroupHeartbeatRequest.TaskOffset.partition')
  writeInt64(writer, offset, 'StreamsGroupHeartbeatRequest.TaskOffset.offset')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatRequest.TaskOffset')
}

function decodeTaskOffset(reader: ByteReader, _version: number): StreamsGroupHeartbeatRequestTaskOffset {
  const decoded: StreamsGroupHeartbeatRequestTaskOffset = {
    subtopologyId: '',
    partition: 0,
    offset: 0n,
  }
  decoded.subtopologyId = readCompactString(reader)
  decoded.partition = reader.readInt32()
  decoded.offset = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeStreamsGroupHeartbeatRequest(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatRequest>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupHeartbeatRequest', version, 0, 0)
  checkStruct(input, 'StreamsGroupHeartbeatRequest')
  const {
    groupId = '',
    memberId = '',
    memberEpoch = 0,
    endpointInformationEpoch = 0,
    instanceId = null,
    rackId = null,
    rebalanceTimeoutMs = -1,
    topology = null,
    activeTasks = null,
    standbyTasks = null,
    warmupTasks = null,
    processId = null,
    userEndpoint = null,
    clientTags = null,
    taskOffsets = null,
    taskEndOffsets = null,
    shutdownApplication = false,
    unknownTaggedFields,
  } = input
  writeCompactString(writer, groupId, 'StreamsGroupHeartbeatRequest.groupId')
  writeCompactString(writer, memberId, 'StreamsGroupHeartbeatRequest.memberId')
  writeInt32(writer, memberEpoch, 'StreamsGroupHeartbeatRequest.memberEpoch')
  writeInt32(writer, endpointInformationEpoch, 'StreamsGroupHeartbeatRequest.endpointInformationEpoch')
  writeCompactNullableString(writer, instanceId, 'StreamsGroupHeartbeatRequest.instanceId')
  writeCompactNullableString(writer, rackId, 'StreamsGroupHeartbeatRequest.rackId')
  writeInt32(writer, rebalanceTimeoutMs, 'StreamsGroupHeartbeatRequest.rebalanceTimeoutMs')
  if (topology === null) {
    writer.writeInt8(-1)
  } else {
    writer.writeInt8(1)
    encodeTopology(writer, topology, version)
  }
  writeCompactNullableArrayLength(writer, activeTasks, 'StreamsGroupHeartbeatRequest.activeTasks')
  if (activeTasks !== null) {
    for (const element of activeTasks) {
      encodeTaskIds(writer, element, version)
    }
  }
  writeCompactNullableArrayLength(writer, standbyTasks, 'StreamsGroupHeartbeatRequest.standbyTasks')
  if (standbyTasks !== null) {
    for (const element of standbyTasks) {
      encodeTaskIds(writer, element, version)
    }
  }
  writeCompactNullableArrayLength(writer, warmupTasks, 'StreamsGroupHeartbeatRequest.warmupTasks')
  if (warmupTasks !== null) {
    for (const element of warmupTasks) {
      encodeTaskIds(writer, element, version)
    }
  }
  writeCompactNullableString(writer, processId, 'StreamsGroupHeartbeatRequest.processId')
  if (userEndpoint === null) {
    writer.writeInt8(-1)
  } else {
    writer.writeInt8(1)
    encodeEndpoint(writer, userEndpoint, version)
  }
  writeCompactNullableArrayLength(writer, clientTags, 'StreamsGroupHeartbeatRequest.clientTags')
  if (clientTags !== null) {
    for (const element of clientTags) {
      encodeKeyValue(writer, element, version)
    }
  }
  writeCompactNullableArrayLength(writer, taskOffsets, 'StreamsGroupHeartbeatRequest.taskOffsets')
  if (taskOffsets !== null) {
    for (const element of taskOffsets) {
      encodeTaskOffset(writer, element, version)
    }
  }
  writeCompactNullableArrayLength(writer, taskEndOffsets, 'StreamsGroupHeartbeatRequest.taskEndOffsets')
  if (taskEndOffsets !== null) {
    for (const element of taskEndOffsets) {
      encodeTaskOffset(writer, element, version)
    }
  }
  writeBool(writer, shutdownApplication, 'StreamsGroupHeartbeatRequest.shutdownApplication')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatRequest')
}

function decodeStreamsGroupHeartbeatRequest(reader: ByteReader, version: number): StreamsGroupHeartbeatRequest {
  checkDecodeVersion(reader, 'StreamsGroupHeartbeatRequest', version, 0, 0)
  const decoded: StreamsGroupHeartbeatRequest = {
    groupId: '',
    memberId: '',
    memberEpoch: 0,
    endpointInformationEpoch: 0,
    instanceId: null,
    rackId: null,
    rebalanceTimeoutMs: -1,
    topology: null,
    activeTasks: null,
    standbyTasks: null,
    warmupTasks: null,
    processId: null,
    userEndpoint: null,
    clientTags: null,
    taskOffsets: null,
    taskEndOffsets: null,
    shutdownApplication: false,
  }
  decoded.groupId = readCompactString(reader)
  decoded.memberId = readCompactString(reader)
  decoded.memberEpoch = reader.readInt32()
  decoded.endpointInformationEpoch = reader.readInt32()
  decoded.instanceId = readCompactNullableString(reader)
  decoded.rackId = readCompactNullableString(reader)
  decoded.rebalanceTimeoutMs = reader.readInt32()
  decoded.topology = reader.readInt8() < 0 ? null : decodeTopology(reader, version)
  const activeTasksLength = readCompactNullableArrayLength(reader)
  if (activeTasksLength < 0) {
    decoded.activeTasks = null
  } else {
    const activeTasksElements: StreamsGroupHeartbeatRequestTaskIds[] = []
    for (let i = 0; i < activeTasksLength; i++) activeTasksElements.push(decodeTaskIds(reader, version))
    decoded.activeTasks = activeTasksElements
  }
  const standbyTasksLength = readCompactNullableArrayLength(reader)
  if (standbyTasksLength < 0) {
    decoded.standbyTasks = null
  } else {
    const standbyTasksElements: StreamsGroupHeartbeatRequestTaskIds[] = []
    for (let i = 0; i < standbyTasksLength; i++) standbyTasksElements.push(decodeTaskIds(reader, version))
    decoded.standbyTasks = standbyTasksElements
  }
  const warmupTasksLength = readCompactNullableArrayLength(reader)
  if (warmupTasksLength < 0) {
    decoded.warmupTasks = null
  } else {
    const warmupTasksElements: StreamsGroupHeartbeatRequestTaskIds[] = []
    for (let i = 0; i < warmupTasksLength; i++) warmupTasksElements.push(decodeTaskIds(reader, version))
    decoded.warmupTasks = warmupTasksElements
  }
  decoded.processId = readCompactNullableString(reader)
  decoded.userEndpoint = reader.readInt8() < 0 ? null : decodeEndpoint(reader, version)
  const clientTagsLength = readCompactNullableArrayLength(reader)
  if (clientTagsLength < 0) {
    decoded.clientTags = null
  } else {
    const clientTagsElements: StreamsGroupHeartbeatRequestKeyValue[] = []
    for (let i = 0; i < clientTagsLength; i++) clientTagsElements.push(decodeKeyValue(reader, version))
    decoded.clientTags = clientTagsElements
  }
  const taskOffsetsLength = readCompactNullableArrayLength(reader)
  if (taskOffsetsLength < 0) {
    decoded.taskOffsets = null
  } else {
    const taskOffsetsElements: StreamsGroupHeartbeatRequestTaskOffset[] = []
    for (let i = 0; i < taskOffsetsLength; i++) taskOffsetsElements.push(decodeTaskOffset(reader, version))
    decoded.taskOffsets = taskOffsetsElements
  }
  const taskEndOffsetsLength = readCompactNullableArrayLength(reader)
  if (taskEndOffsetsLength < 0) {
    decoded.taskEndOffsets = null
  } else {
    const taskEndOffsetsElements: StreamsGroupHeartbeatRequestTaskOffset[] = []
    for (let i = 0; i < taskEndOffsetsLength; i++) taskEndOffsetsElements.push(decodeTaskOffset(reader, version))
    decoded.taskEndOffsets = taskEndOffsetsElements
  }
  decoded.shutdownApplication = reader.readBoolean()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes StreamsGroupHeartbeatRequest. */
export const streamsGroupHeartbeatRequest: MessageCodec<StreamsGroupHeartbeatRequest> = {
  name: 'StreamsGroupHeartbeatRequest',
  apiKey: 88,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeStreamsGroupHeartbeatRequest,
  decode: decodeStreamsGroupHeartbeatRequest,
}
