// Generated from schemas/merged.json (StreamsGroupHeartbeatResponse) by generator/main.ts: not to be edited.
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
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt8,
  writeUint16,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** StreamsGroupHeartbeatResponse, versions 0. */
export interface StreamsGroupHeartbeatResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** string, versions 0+. */
  memberId: string
  /** int32, versions 0+. */
  memberEpoch: number
  /** int32, versions 0+. */
  heartbeatIntervalMs: number
  /** int32, versions 0+. */
  acceptableRecoveryLag: number
  /** int32, versions 0+. */
  taskOffsetIntervalMs: number
  /** []Status, versions 0+, nullable. */
  status: StreamsGroupHeartbeatResponseStatus[] | null
  /** []TaskIds, versions 0+, nullable, default null. */
  activeTasks: StreamsGroupHeartbeatResponseTaskIds[] | null
  /** []TaskIds, versions 0+, nullable, default null. */
  standbyTasks: StreamsGroupHeartbeatResponseTaskIds[] | null
  /** []TaskIds, versions 0+, nullable, default null. */
  warmupTasks: StreamsGroupHeartbeatResponseTaskIds[] | null
  /** int32, versions 0+. */
  endpointInformationEpoch: number
  /** []EndpointToPartitions, versions 0+, nullable, default null. */
  partitionsByUserEndpoint: StreamsGroupHeartbeatResponseEndpointToPartitions[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** EndpointToPartitions of StreamsGroupHeartbeatResponse. */
export interface StreamsGroupHeartbeatResponseEndpointToPartitions {
  /** Endpoint, versions 0+. */
  userEndpoint: StreamsGroupHeartbeatResponseEndpoint
  /** []TopicPartition, versions 0+. */
  activePartitions: StreamsGroupHeartbeatResponseTopicPartition[]
  /** []TopicPartition, versions 0+. */
  standbyPartitions: StreamsGroupHeartbeatResponseTopicPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicPartition of StreamsGroupHeartbeatResponse. */
export interface StreamsGroupHeartbeatResponseTopicPartition {
  /** string, versions 0+, a topicName. */
  topic: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Endpoint of StreamsGroupHeartbeatResponse. */
export interface StreamsGroupHeartbeatResponseEndpoint {
  /** string, versions 0+. */
  host: string
  /** uint16, versions 0+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TaskIds of StreamsGroupHeartbeatResponse. */
export interface StreamsGroupHeartbeatResponseTaskIds {
  /** string, versions 0+. */
  subtopologyId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Status of StreamsGroupHeartbeatResponse. */
export interface StreamsGroupHeartbeatResponseStatus {
  /** int8, versions 0+. */
  statusCode: number
  /** string, versions 0+. */
  statusDetail: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeStatus(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatResponseStatus>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatResponse.Status')
  const { statusCode = 0, statusDetail = '', unknownTaggedFields } = input
  writeInt8(writer, statusCode, 'StreamsGroupHeartbeatResponse.Status.statusCode')
  writeCompactString(writer, statusDetail, 'StreamsGroupHeartbeatResponse.Status.statusDetail')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatResponse.Status')
}

function decodeStatus(reader: ByteReader, _version: number): StreamsGroupHeartbeatResponseStatus {
  const decoded: StreamsGroupHeartbeatResponseStatus = {
    statusCode: 0,
    statusDetail: '',
  }
  decoded.statusCode = reader.readInt8()
  decoded.statusDetail = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTaskIds(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatResponseTaskIds>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatResponse.TaskIds')
  const { subtopologyId = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, subtopologyId, 'StreamsGroupHeartbeatResponse.TaskIds.subtopologyId')
  writeCompactArrayLength(writer, partitions, 'StreamsGroupHeartbeatResponse.TaskIds.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'StreamsGroupHeartbeatResponse.TaskIds.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatResponse.TaskIds')
}

function decodeTaskIds(reader: ByteReader, _version: number): StreamsGroupHeartbeatResponseTaskIds {
  const decoded: StreamsGroupHeartbeatResponseTaskIds = {
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

function defaultEndpoint(): StreamsGroupHeartbeatResponseEndpoint {
  return {
    host: '',
    port: 0,
  }
}

function encodeEndpoint(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatResponseEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatResponse.Endpoint')
  const { host = '', port = 0, unknownTaggedFields } = input
  writeCompactString(writer, host, 'StreamsGroupHeartbeatResponse.Endpoint.host')
  writeUint16(writer, port, 'StreamsGroupHeartbeatResponse.Endpoint.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatResponse.Endpoint')
}

function decodeEndpoint(reader: ByteReader, _version: number): StreamsGroupHeartbeatResponseEndpoint {
  const decoded: StreamsGroupHeartbeatResponseEndpoint = {
    host: '',
    port: 0,
  }
  decoded.host = readCompactString(reader)
  decoded.port = reader.readUint16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicPartition(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatResponseTopicPartition>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatResponse.TopicPartition')
  const { topic = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, topic, 'StreamsGroupHeartbeatResponse.TopicPartition.topic')
  writeCompactArrayLength(writer, partitions, 'StreamsGroupHeartbeatResponse.TopicPartition.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'StreamsGroupHeartbeatResponse.TopicPartition.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatResponse.TopicPartition')
}

function decodeTopicPartition(reader: ByteReader, _version: number): StreamsGroupHeartbeatResponseTopicPartition {
  const decoded: StreamsGroupHeartbeatResponseTopicPartition = {
    topic: '',
    partitions: [],
  }
  decoded.topic = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeEndpointToPartitions(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatResponseEndpointToPartitions>,
  version: number,
): void {
  checkStruct(input, 'StreamsGroupHeartbeatResponse.partitionsByUserEndpoint')
  const { userEndpoint = {}, activePartitions = [], standbyPartitions = [], unknownTaggedFields } = input
  encodeEndpoint(writer, userEndpoint, version)
  writeCompactArrayLength(writer, activePartitions, 'StreamsGroupHeartbeatResponse.partitionsByUserEndpoint.activePartitions')
  for (const element of activePartitions) {
    encodeTopicPartition(writer, element, version)
  }
  writeCompactArrayLength(writer, standbyPartitions, 'StreamsGroupHeartbeatResponse.partitionsByUserEndpoint.standbyPartitions')
  for (const element of standbyPartitions) {
    encodeTopicPartition(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatResponse.partitionsByUserEndpoint')
}

function decodeEndpointToPartitions(
  reader: ByteReader,
  version: number,
): StreamsGroupHeartbeatResponseEndpointToPartitions {
  const decoded: StreamsGroupHeartbeatResponseEndpointToPartitions = {
    userEndpoint: defaultEndpoint(),
    activePartitions: [],
    standbyPartitions: [],
  }
  decoded.userEndpoint = decodeEndpoint(reader, version)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.activePartitions.push(decodeTopicPartition(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.standbyPartitions.push(decodeTopicPartition(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeStreamsGroupHeartbeatResponse(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupHeartbeatResponse>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupHeartbeatResponse', version, 0, 0)
  checkStruct(input, 'StreamsGroupHeartbeatResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    errorMessage = null,
    memberId = '',
    memberEpoch = 0,
    heartbeatIntervalMs = 0,
    acceptableRecoveryLag = 0,
    taskOffsetIntervalMs = 0,
    status = [],
    activeTasks = null,
    standbyTasks = null,
    warmupTasks = null,
    endpointInformationEpoch = 0,
    partitionsByUserEndpoint = null,
    unknownTaggedFields,
  } = input
  writeInt32(writer, throttleTimeMs, 'StreamsGroupHeartbeatResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'StreamsGroupHeartbeatResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'StreamsGroupHeartbeatResponse.errorMessage')
  writeCompactString(writer, memberId, 'StreamsGroupHeartbeatResponse.memberId')
  writeInt32(writer, memberEpoch, 'StreamsGroupHeartbeatResponse.memberEpoch')
  writeInt32(writer, heartbeatIntervalMs, 'StreamsGroupHeartbeatResponse.heartbeatIntervalMs')
  writeInt32(writer, acceptableRecoveryLag, 'StreamsGroupHeartbeatResponse.acceptableRecoveryLag')
  writeInt32(writer, taskOffsetIntervalMs, 'StreamsGroupHeartbeatResponse.taskOffsetIntervalMs')
  writeCompactNullableArrayLength(writer, status, 'StreamsGroupHeartbeatResponse.status')
  if (status !== null) {
    for (const element of status) {
      encodeStatus(writer, element, version)
    }
  }
  writeCompactNullableArrayLength(writer, activeTasks, 'StreamsGroupHeartbeatResponse.activeTasks')
  if (activeTasks !== null) {
    for (const element of activeTasks) {
      encodeTaskIds(writer, element, version)
    }
  }
  writeCompactNullableArrayLength(writer, standbyTasks, 'StreamsGroupHeartbeatResponse.standbyTasks')
  if (standbyTasks !== null) {
    for (const element of standbyTasks) {
      encodeTaskIds(writer, element, version)
    }
  }
  writeCompactNullableArrayLength(writer, warmupTasks, 'StreamsGroupHeartbeatResponse.warmupTasks')
  if (warmupTasks !== null) {
    for (const element of warmupTasks) {
      encodeTaskIds(writer, element, version)
    }
  }
  writeInt32(writer, endpointInformationEpoch, 'StreamsGroupHeartbeatResponse.endpointInformationEpoch')
  writeCompactNullableArrayLength(writer, partitionsByUserEndpoint, 'StreamsGroupHeartbeatResponse.partitionsByUserEndpoint')
  if (partitionsByUserEndpoint !== null) {
    for (const element of partitionsByUserEndpoint) {
      encodeEndpointToPartitions(writer, element, version)
    }
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupHeartbeatResponse')
}

function decodeStreamsGroupHeartbeatResponse(reader: ByteReader, version: number): StreamsGroupHeartbeatResponse {
  checkDecodeVersion(reader, 'StreamsGroupHeartbeatResponse', version, 0, 0)
  const decoded: StreamsGroupHeartbeatResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: null,
    memberId: '',
    memberEpoch: 0,
    heartbeatIntervalMs: 0,
    acceptableRecoveryLag: 0,
    taskOffsetIntervalMs: 0,
    status: [],
    activeTasks: null,
    standbyTasks: null,
    warmupTasks: null,
    endpointInformationEpoch: 0,
    partitionsByUserEndpoint: null,
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  decoded.memberId = readCompactString(reader)
  decoded.memberEpoch = reader.readInt32()
  decoded.heartbeatIntervalMs = reader.readInt32()
  decoded.acceptableRecoveryLag = reader.readInt32()
  decoded.taskOffsetIntervalMs = reader.readInt32()
  const statusLength = readCompactNullableArrayLength(reader)
  if (statusLength < 0) {
    decoded.status = null
  } else {
    const statusElements: StreamsGroupHeartbeatResponseStatus[] = []
    for (let i = 0; i < statusLength; i++) statusElements.push(decodeStatus(reader, version))
    decoded.status = statusElements
  }
  const activeTasksLength = readCompactNullableArrayLength(reader)
  if (activeTasksLength < 0) {
    decoded.activeTasks = null
  } else {
    const activeTasksElements: StreamsGroupHeartbeatResponseTaskIds[] = []
    for (let i = 0; i < activeTasksLength; i++) activeTasksElements.push(decodeTaskIds(reader, version))
    decoded.activeTasks = activeTasksElements
  }
  const standbyTasksLength = readCompactNullableArrayLength(reader)
  if (standbyTasksLength < 0) {
    decoded.standbyTasks = null
  } else {
    const standbyTasksElements: StreamsGroupHeartbeatResponseTaskIds[] = []
    for (let i = 0; i < standbyTasksLength; i++) standbyTasksElements.push(decodeTaskIds(reader, version))
    decoded.standbyTasks = standbyTasksElements
  }
  const warmupTasksLength = readCompactNullableArrayLength(reader)
  if (warmupTasksLength < 0) {
    decoded.warmupTasks = null
  } else {
    const warmupTasksElements: StreamsGroupHeartbeatResponseTaskIds[] = []
    for (let i = 0; i < warmupTasksLength; i++) warmupTasksElements.push(decodeTaskIds(reader, version))
    decoded.warmupTasks = warmupTasksElements
  }
  decoded.endpointInformationEpoch = reader.readInt32()
  const partitionsByUserEndpointLength = readCompactNullableArrayLength(reader)
  if (partitionsByUserEndpointLength < 0) {
    decoded.partitionsByUserEndpoint = null
  } else {
    const partitionsByUserEndpointElements: StreamsGroupHeartbeatResponseEndpointToPartitions[] = []
    for (let i = 0; i < partitionsByUserEndpointLength; i++) partitionsByUserEndpointElements.push(decodeEndpointToPartitions(reader, version))
    decoded.partitionsByUserEndpoint = partitionsByUserEndpointElements
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes StreamsGroupHeartbeatResponse. */
export const streamsGroupHeartbeatResponse: MessageCodec<StreamsGroupHeartbeatResponse> = {
  name: 'StreamsGroupHeartbeatResponse',
  apiKey: 88,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeStreamsGroupHeartbeatResponse,
  decode: decodeStreamsGroupHeartbeatResponse,
}
