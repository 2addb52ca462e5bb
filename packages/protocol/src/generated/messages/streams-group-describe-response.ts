// Generated from schemas/merged.json (StreamsGroupDescribeResponse) by generator/main.ts: not to be edited.
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

/** StreamsGroupDescribeResponse, versions 0. */
export interface StreamsGroupDescribeResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []DescribedGroup, versions 0+. */
  groups: StreamsGroupDescribeResponseDescribedGroup[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribedGroup of StreamsGroupDescribeResponse. */
export interface StreamsGroupDescribeResponseDescribedGroup {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** string, versions 0+, a groupId. */
  groupId: string
  /** string, versions 0+. */
  groupState: string
  /** int32, versions 0+. */
  groupEpoch: number
  /** int32, versions 0+. */
  assignmentEpoch: number
  /** Topology, versions 0+, nullable, default null. */
  topology: StreamsGroupDescribeResponseTopology | null
  /** []Member, versions 0+. */
  members: StreamsGroupDescribeResponseMember[]
  /** int32, versions 0+, default -2147483648. */
  authorizedOperations: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Member of StreamsGroupDescribeResponse. */
export interface StreamsGroupDescribeResponseMember {
  /** string, versions 0+. */
  memberId: string
  /** int32, versions 0+. */
  memberEpoch: number
  /** string, versions 0+, nullable, default null. */
  instanceId: string | null
  /** string, versions 0+, nullable, default null. */
  rackId: string | null
  /** string, versions 0+. */
  clientId: string
  /** string, versions 0+. */
  clientHost: string
  /** int32, versions 0+. */
  topologyEpoch: number
  /** string, versions 0+. */
  processId: string
  /** Endpoint, versions 0+, nullable, default null. */
  userEndpoint: StreamsGroupDescribeResponseEndpoint | null
  /** []KeyValue, versions 0+. */
  clientTags: StreamsGroupDescribeResponseKeyValue[]
  /** []TaskOffset, versions 0+. */
  taskOffsets: StreamsGroupDescribeResponseTaskOffset[]
  /** []TaskOffset, versions 0+. */
  taskEndOffsets: StreamsGroupDescribeResponseTaskOffset[]
  /** Assignment, versions 0+. */
  assignment: StreamsGroupDescribeResponseAssignment
  /** Assignment, versions 0+. */
  targetAssignment: StreamsGroupDescribeResponseAssignment
  /** bool, versions 0+. */
  isClassic: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Assignment of StreamsGroupDescribeResponse. */
export interface StreamsGroupDescribeResponseAssignment {
  /** []TaskIds, versions 0+. */
  activeTasks: StreamsGroupDescribeResponseTaskIds[]
  /** []TaskIds, versions 0+. */
  standbyTasks: StreamsGroupDescribeResponseTaskIds[]
  /** []TaskIds, versions 0+. */
  warmupTasks: StreamsGroupDescribeResponseTaskIds[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TaskIds of StreamsGroupDescribeResponse. */
export interface StreamsGroupDescribeResponseTaskIds {
  /** string, versions 0+. */
  subtopologyId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TaskOffset of StreamsGroupDescribeResponse. */
export interface StreamsGroupDescribeResponseTaskOffset {
  /** string, versions 0+. */
  subtopologyId: string
  /** int32, versions 0+. */
  partition: number
  /** int64, versions 0+. */
  offset: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Endpoint of StreamsGroupDescribeResponse. */
export interface StreamsGroupDescribeResponseEndpoint {
  /** string, versions 0+. */
  host: string
  /** uint16, versions 0+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Topology of StreamsGroupDescribeResponse. */
export interface StreamsGroupDescribeResponseTopology {
  /** int32, versions 0+. */
  epoch: number
  /** []Subtopology, versions 0+, nullable, default null. */
  subtopologies: StreamsGroupDescribeResponseSubtopology[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Subtopology of StreamsGroupDescribeResponse. */
export interface StreamsGroupDescribeResponseSubtopology {
  /** string, versions 0+. */
  subtopologyId: string
  /** []string, versions 0+, a topicName. */
  sourceTopics: string[]
  /** []string, versions 0+, a topicName. */
  repartitionSinkTopics: string[]
  /** []TopicInfo, versions 0+. */
  stateChangelogTopics: StreamsGroupDescribeResponseTopicInfo[]
  /** []TopicInfo, versions 0+. */
  repartitionSourceTopics: StreamsGroupDescribeResponseTopicInfo[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicInfo of StreamsGroupDescribeResponse. */
export interface StreamsGroupDescribeResponseTopicInfo {
  /** string, versions 0+, a topicName. */
  name: string
  /** int32, versions 0+. */
  partitions: number
  /** int16, versions 0+. */
  replicationFactor: number
  /** []KeyValue, versions 0+. */
  topicConfigs: StreamsGroupDescribeResponseKeyValue[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** KeyValue of StreamsGroupDescribeResponse. */
export interface StreamsGroupDescribeResponseKeyValue {
  /** string, versions 0+. */
  key: string
  /** string, versions 0+. */
  value: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeKeyValue(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupDescribeResponseKeyValue>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupDescribeResponse.KeyValue')
  const { key = '', value = '', unknownTaggedFields } = input
  writeCompactString(writer, key, 'StreamsGroupDescribeResponse.KeyValue.key')
  writeCompactString(writer, value, 'StreamsGroupDescribeResponse.KeyValue.value')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupDescribeResponse.KeyValue')
}

function decodeKeyValue(reader: ByteReader, _version: number): StreamsGroupDescribeResponseKeyValue {
  const decoded: StreamsGroupDescribeResponseKeyValue = {
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
  input: MessageInput<StreamsGroupDescribeResponseTopicInfo>,
  version: number,
): void {
  checkStruct(input, 'StreamsGroupDescribeResponse.TopicInfo')
  const { name = '', partitions = 0, replicationFactor = 0, topicConfigs = [], unknownTaggedFields } = input
  writeCompactString(writer, name, 'StreamsGroupDescribeResponse.TopicInfo.name')
  writeInt32(writer, partitions, 'StreamsGroupDescribeResponse.TopicInfo.partitions')
  writeInt16(writer, replicationFactor, 'StreamsGroupDescribeResponse.TopicInfo.replicationFactor')
  writeCompactArrayLength(writer, topicConfigs, 'StreamsGroupDescribeResponse.TopicInfo.topicConfigs')
  for (const element of topicConfigs) {
    encodeKeyValue(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupDescribeResponse.TopicInfo')
}

function decodeTopicInfo(reader: ByteReader, version: number): StreamsGroupDescribeResponseTopicInfo {
  const decoded: StreamsGroupDescribeResponseTopicInfo = {
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

function encodeSubtopology(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupDescribeResponseSubtopology>,
  version: number,
): void {
  checkStruct(input, 'StreamsGroupDescribeResponse.groups.topology.subtopologies')
  const {
    subtopologyId = '',
    sourceTopics = [],
    repartitionSinkTopics = [],
    stateChangelogTopics = [],
    repartitionSourceTopics = [],
    unknownTaggedFields,
  } = input
  writeCompactString(writer, subtopologyId, 'StreamsGroupDescribeResponse.groups.topology.subtopologies.subtopologyId')
  writeCompactArrayLength(writer, sourceTopics, 'StreamsGroupDescribeResponse.groups.topology.subtopologies.sourceTopics')
  for (const element of sourceTopics) {
    writeCompactString(writer, element, 'StreamsGroupDescribeResponse.groups.topology.subtopologies.sourceTopics')
  }
  writeCompactArrayLength(writer, repartitionSinkTopics, 'StreamsGroupDescribeResponse.groups.topology.subtopologies.repartitionSinkTopics')
  for (const element of repartitionSinkTopics) {
    writeCompactString(writer, element, 'StreamsGroupDescribeResponse.groups.topology.subtopologies.repartitionSinkTopics')
  }
  writeCompactArrayLength(writer, stateChangelogTopics, 'StreamsGroupDescribeResponse.groups.topology.subtopologies.stateChangelogTopics')
  for (const element of stateChangelogTopics) {
    encodeTopicInfo(writer, element, version)
  }
  writeCompactArrayLength(writer, repartitionSourceTopics, 'StreamsGroupDescribeResponse.groups.topology.subtopologies.repartitionSourceTopics')
  for (const element of repartitionSourceTopics) {
    encodeTopicInfo(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupDescribeResponse.groups.topology.subtopologies')
}

function decodeSubtopology(reader: ByteReader, version: number): StreamsGroupDescribeResponseSubtopology {
  const decoded: StreamsGroupDescribeResponseSubtopology = {
    subtopologyId: '',
    sourceTopics: [],
    repartitionSinkTopics: [],
    stateChangelogTopics: [],
    repartitionSourceTopics: [],
  }
  decoded.subtopologyId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.sourceTopics.push(readCompactString(reader))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.repartitionSinkTopics.push(readCompactString(reader))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.stateChangelogTopics.push(decodeTopicInfo(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.repartitionSourceTopics.push(decodeTopicInfo(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopology(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupDescribeResponseTopology>,
  version: number,
): void {
  checkStruct(input, 'StreamsGroupDescribeResponse.groups.topology')
  const { epoch = 0, subtopologies = null, unknownTaggedFields } = input
  writeInt32(writer, epoch, 'StreamsGroupDescribeResponse.groups.topology.epoch')
  writeCompactNullableArrayLength(writer, subtopologies, 'StreamsGroupDescribeResponse.groups.topology.subtopologies')
  if (subtopologies !== null) {
    for (const element of subtopologies) {
      encodeSubtopology(writer, element, version)
    }
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupDescribeResponse.groups.topology')
}

function decodeTopology(reader: ByteReader, version: number): StreamsGroupDescribeResponseTopology {
  const decoded: StreamsGroupDescribeResponseTopology = {
    epoch: 0,
    subtopologies: null,
  }
  decoded.epoch = reader.readInt32()
  const subtopologiesLength = readCompactNullableArrayLength(reader)
  if (subtopologiesLength < 0) {
    decoded.subtopologies = null
  } else {
    const subtopologiesElements: StreamsGroupDescribeResponseSubtopology[] = []
    for (let i = 0; i < subtopologiesLength; i++) subtopologiesElements.push(decodeSubtopology(reader, version))
    decoded.subtopologies = subtopologiesElements
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeEndpoint(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupDescribeResponseEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupDescribeResponse.Endpoint')
  const { host = '', port = 0, unknownTaggedFields } = input
  writeCompactString(writer, host, 'StreamsGroupDescribeResponse.Endpoint.host')
  writeUint16(writer, port, 'StreamsGroupDescribeResponse.Endpoint.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupDescribeResponse.Endpoint')
}

function decodeEndpoint(reader: ByteReader, _version: number): StreamsGroupDescribeResponseEndpoint {
  const decoded: StreamsGroupDescribeResponseEndpoint = {
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
  input: MessageInput<StreamsGroupDescribeResponseTaskOffset>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupDescribeResponse.TaskOffset')
  const { subtopologyId = '', partition = 0, offset = 0n, unknownTaggedFields } = input
  writeCompactString(writer, subtopologyId, 'StreamsGroupDescribeResponse.TaskOffset.subtopologyId')
  writeInt32(writer, partition, 'StreamsGroupDescribeResponse.TaskOffset.partition')
  writeInt64(writer, offset, 'StreamsGroupDescribeResponse.TaskOffset.offset')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupDescribeResponse.TaskOffset')
}

function decodeTaskOffset(reader: ByteReader, _version: number): StreamsGroupDescribeResponseTaskOffset {
  const decoded: StreamsGroupDescribeResponseTaskOffset = {
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

function encodeTaskIds(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupDescribeResponseTaskIds>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupDescribeResponse.TaskIds')
  const { subtopologyId = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, subtopologyId, 'StreamsGroupDescribeResponse.TaskIds.subtopologyId')
  writeCompactArrayLength(writer, partitions, 'StreamsGroupDescribeResponse.TaskIds.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'StreamsGroupDescribeResponse.TaskIds.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupDescribeResponse.TaskIds')
}

function decodeTaskIds(reader: ByteReader, _version: number): StreamsGroupDescribeResponseTaskIds {
  const decoded: StreamsGroupDescribeResponseTaskIds = {
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

function defaultAssignment(): StreamsGroupDescribeResponseAssignment {
  return {
    activeTasks: [],
    standbyTasks: [],
    warmupTasks: [],
  }
}

function encodeAssignment(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupDescribeResponseAssignment>,
  version: number,
): void {
  checkStruct(input, 'StreamsGroupDescribeResponse.Assignment')
  const { activeTasks = [], standbyTasks = [], warmupTasks = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, activeTasks, 'StreamsGroupDescribeResponse.Assignment.activeTasks')
  for (const element of activeTasks) {
    encodeTaskIds(writer, element, version)
  }
  writeCompactArrayLength(writer, standbyTasks, 'StreamsGroupDescribeResponse.Assignment.standbyTasks')
  for (const element of standbyTasks) {
    encodeTaskIds(writer, element, version)
  }
  writeCompactArrayLength(writer, warmupTasks, 'StreamsGroupDescribeResponse.Assignment.warmupTasks')
  for (const element of warmupTasks) {
    encodeTaskIds(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupDescribeResponse.Assignment')
}

function decodeAssignment(reader: ByteReader, version: number): StreamsGroupDescribeResponseAssignment {
  const decoded: StreamsGroupDescribeResponseAssignment = {
    activeTasks: [],
    standbyTasks: [],
    warmupTasks: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.activeTasks.push(decodeTaskIds(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.standbyTasks.push(decodeTaskIds(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.warmupTasks.push(decodeTaskIds(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeMember(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupDescribeResponseMember>,
  version: number,
): void {
  checkStruct(input, 'StreamsGroupDescribeResponse.groups.members')
  const {
    memberId = '',
    memberEpoch = 0,
    instanceId = null,
    rackId = null,
    clientId = '',
    clientHost = '',
    topologyEpoch = 0,
    processId = '',
    userEndpoint = null,
    clientTags = [],
    taskOffsets = [],
    taskEndOffsets = [],
    assignment = {},
    targetAssignment = {},
    isClassic = false,
    unknownTaggedFields,
  } = input
  writeCompactString(writer, memberId, 'StreamsGroupDescribeResponse.groups.members.memberId')
  writeInt32(writer, memberEpoch, 'StreamsGroupDescribeResponse.groups.members.memberEpoch')
  writeCompactNullableString(writer, instanceId, 'StreamsGroupDescribeResponse.groups.members.instanceId')
  writeCompactNullableString(writer, rackId, 'StreamsGroupDescribeResponse.groups.members.rackId')
  writeCompactString(writer, clientId, 'StreamsGroupDescribeResponse.groups.members.clientId')
  writeCompactString(writer, clientHost, 'StreamsGroupDescribeResponse.groups.members.clientHost')
  writeInt32(writer, topologyEpoch, 'StreamsGroupDescribeResponse.groups.members.topologyEpoch')
  writeCompactString(writer, processId, 'StreamsGroupDescribeResponse.groups.members.processId')
  if (userEndpoint === null) {
    writer.writeInt8(-1)
  } else {
    writer.writeInt8(1)
    encodeEndpoint(writer, userEndpoint, version)
  }
  writeCompactArrayLength(writer, clientTags, 'StreamsGroupDescribeResponse.groups.members.clientTags')
  for (const element of clientTags) {
    encodeKeyValue(writer, element, version)
  }
  writeCompactArrayLength(writer, taskOffsets, 'StreamsGroupDescribeResponse.groups.members.taskOffsets')
  for (const element of taskOffsets) {
    encodeTaskOffset(writer, element, version)
  }
  writeCompactArrayLength(writer, taskEndOffsets, 'StreamsGroupDescribeResponse.groups.members.taskEndOffsets')
  for (const element of taskEndOffsets) {
    encodeTaskOffset(writer, element, version)
  }
  encodeAssignment(writer, assignment, version)
  encodeAssignment(writer, targetAssignment, version)
  writeBool(writer, isClassic, 'StreamsGroupDescribeResponse.groups.members.isClassic')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupDescribeResponse.groups.members')
}

function decodeMember(reader: ByteReader, version: number): StreamsGroupDescribeResponseMember {
  const decoded: StreamsGroupDescribeResponseMember = {
    memberId: '',
    memberEpoch: 0,
    instanceId: null,
    rackId: null,
    clientId: '',
    clientHost: '',
    topologyEpoch: 0,
    processId: '',
    userEndpoint: null,
    clientTags: [],
    taskOffsets: [],
    taskEndOffsets: [],
    assignment: defaultAssignment(),
    targetAssignment: defaultAssignment(),
    isClassic: false,
  }
  decoded.memberId = readCompactString(reader)
  decoded.memberEpoch = reader.readInt32()
  decoded.instanceId = readCompactNullableString(reader)
  decoded.rackId = readCompactNullableString(reader)
  decoded.clientId = readCompactString(reader)
  decoded.clientHost = readCompactString(reader)
  decoded.topologyEpoch = reader.readInt32()
  decoded.processId = readCompactString(reader)
  decoded.userEndpoint = reader.readInt8() < 0 ? null : decodeEndpoint(reader, version)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.clientTags.push(decodeKeyValue(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.taskOffsets.push(decodeTaskOffset(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.taskEndOffsets.push(decodeTaskOffset(reader, version))
  }
  decoded.assignment = decodeAssignment(reader, version)
  decoded.targetAssignment = decodeAssignment(reader, version)
  decoded.isClassic = reader.readBoolean()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribedGroup(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupDescribeResponseDescribedGroup>,
  version: number,
): void {
  checkStruct(input, 'StreamsGroupDescribeResponse.groups')
  const {
    errorCode = 0,
    errorMessage = null,
    groupId = '',
    groupState = '',
    groupEpoch = 0,
    assignmentEpoch = 0,
    topology = null,
    members = [],
    authorizedOperations = -2147483648,
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'StreamsGroupDescribeResponse.groups.errorCode')
  writeCompactNullableString(writer, errorMessage, 'StreamsGroupDescribeResponse.groups.errorMessage')
  writeCompactString(writer, groupId, 'StreamsGroupDescribeResponse.groups.groupId')
  writeCompactString(writer, groupState, 'StreamsGroupDescribeResponse.groups.groupState')
  writeInt32(writer, groupEpoch, 'StreamsGroupDescribeResponse.groups.groupEpoch')
  writeInt32(writer, assignmentEpoch, 'StreamsGroupDescribeResponse.groups.assignmentEpoch')
  if (topology === null) {
    writer.writeInt8(-1)
  } else {
    writer.writeInt8(1)
    encodeTopology(writer, topology, version)
  }
  writeCompactArrayLength(writer, members, 'StreamsGroupDescribeResponse.groups.members')
  for (const element of members) {
    encodeMember(writer, element, version)
  }
  writeInt32(writer, authorizedOperations, 'StreamsGroupDescribeResponse.groups.authorizedOperations')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupDescribeResponse.groups')
}

function decodeDescribedGroup(reader: ByteReader, version: number): StreamsGroupDescribeResponseDescribedGroup {
  const decoded: StreamsGroupDescribeResponseDescribedGroup = {
    errorCode: 0,
    errorMessage: null,
    groupId: '',
    groupState: '',
    groupEpoch: 0,
    assignmentEpoch: 0,
    topology: null,
    members: [],
    authorizedOperations: -2147483648,
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  decoded.groupId = readCompactString(reader)
  decoded.groupState = readCompactString(reader)
  decoded.groupEpoch = reader.readInt32()
  decoded.assignmentEpoch = reader.readInt32()
  decoded.topology = reader.readInt8() < 0 ? null : decodeTopology(reader, version)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.members.push(decodeMember(reader, version))
  }
  decoded.authorizedOperations = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeStreamsGroupDescribeResponse(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupDescribeResponse>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupDescribeResponse', version, 0, 0)
  checkStruct(input, 'StreamsGroupDescribeResponse')
  const { throttleTimeMs = 0, groups = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'StreamsGroupDescribeResponse.throttleTimeMs')
  writeCompactArrayLength(writer, groups, 'StreamsGroupDescribeResponse.groups')
  for (const element of groups) {
    encodeDescribedGroup(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupDescribeResponse')
}

function decodeStreamsGroupDescribeResponse(reader: ByteReader, version: number): StreamsGroupDescribeResponse {
  checkDecodeVersion(reader, 'StreamsGroupDescribeResponse', version, 0, 0)
  const decoded: StreamsGroupDescribeResponse = {
    throttleTimeMs: 0,
    groups: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.groups.push(decodeDescribedGroup(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes StreamsGroupDescribeResponse. */
export const streamsGroupDescribeResponse: MessageCodec<StreamsGroupDescribeResponse> = {
  name: 'StreamsGroupDescribeResponse',
  apiKey: 89,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeStreamsGroupDescribeResponse,
  decode: decodeStreamsGroupDescribeResponse,
}
