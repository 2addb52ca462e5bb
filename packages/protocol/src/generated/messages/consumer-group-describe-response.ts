// Generated from schemas/merged.json (ConsumerGroupDescribeResponse) by generator/main.ts: not to be edited.
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
  writeInt16,
  writeInt32,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ConsumerGroupDescribeResponse, versions 0-1. */
export interface ConsumerGroupDescribeResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []DescribedGroup, versions 0+. */
  groups: ConsumerGroupDescribeResponseDescribedGroup[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribedGroup of ConsumerGroupDescribeResponse. */
export interface ConsumerGroupDescribeResponseDescribedGroup {
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
  /** string, versions 0+. */
  assignorName: string
  /** []Member, versions 0+. */
  members: ConsumerGroupDescribeResponseMember[]
  /** int32, versions 0+, default -2147483648. */
  authorizedOperations: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Member of ConsumerGroupDescribeResponse. */
export interface ConsumerGroupDescribeResponseMember {
  /** string, versions 0+. */
  memberId: string
  /** string, versions 0+, nullable, default null. */
  instanceId: string | null
  /** string, versions 0+, nullable, default null. */
  rackId: string | null
  /** int32, versions 0+. */
  memberEpoch: number
  /** string, versions 0+. */
  clientId: string
  /** string, versions 0+. */
  clientHost: string
  /** []string, versions 0+, a topicName. */
  subscribedTopicNames: string[]
  /** string, versions 0+, nullable, default null. */
  subscribedTopicRegex: string | null
  /** Assignment, versions 0+. */
  assignment: ConsumerGroupDescribeResponseAssignment
  /** Assignment, versions 0+. */
  targetAssignment: ConsumerGroupDescribeResponseAssignment
  /** int8, versions 1+, ignored where the version lacks it, default -1. */
  memberType: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Assignment of ConsumerGroupDescribeResponse. */
export interface ConsumerGroupDescribeResponseAssignment {
  /** []TopicPartitions, versions 0+. */
  topicPartitions: ConsumerGroupDescribeResponseTopicPartitions[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicPartitions of ConsumerGroupDescribeResponse. */
export interface ConsumerGroupDescribeResponseTopicPartitions {
  /** uuid, versions 0+. */
  topicId: string
  /** string, versions 0+, a topicName. */
  topicName: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicPartitions(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupDescribeResponseTopicPartitions>,
  _version: number,
): void {
  checkStruct(input, 'ConsumerGroupDescribeResponse.TopicPartitions')
  const { topicId = ZERO_UUID, topicName = '', partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ConsumerGroupDescribeResponse.TopicPartitions.topicId')
  writeCompactString(writer, topicName, 'ConsumerGroupDescribeResponse.TopicPartitions.topicName')
  writeCompactArrayLength(writer, partitions, 'ConsumerGroupDescribeResponse.TopicPartitions.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ConsumerGroupDescribeResponse.TopicPartitions.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupDescribeResponse.TopicPartitions')
}

function decodeTopicPartitions(reader: ByteReader, _version: number): ConsumerGroupDescribeResponseTopicPartitions {
  const decoded: ConsumerGroupDescribeResponseTopicPartitions = {
    topicId: ZERO_UUID,
    topicName: '',
    partitions: [],
  }
  decoded.topicId = reader.readUuid()
  decoded.topicName = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function defaultAssignment(): ConsumerGroupDescribeResponseAssignment {
  return {
    topicPartitions: [],
  }
}

function encodeAssignment(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupDescribeResponseAssignment>,
  version: number,
): void {
  checkStruct(input, 'ConsumerGroupDescribeResponse.Assignment')
  const { topicPartitions = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, topicPartitions, 'ConsumerGroupDescribeResponse.Assignment.topicPartitions')
  for (const element of topicPartitions) {
    encodeTopicPartitions(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupDescribeResponse.Assignment')
}

function decodeAssignment(reader: ByteReader, version: number): ConsumerGroupDescribeResponseAssignment {
  const decoded: ConsumerGroupDescribeResponseAssignment = {
    topicPartitions: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topicPartitions.push(decodeTopicPartitions(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeMember(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupDescribeResponseMember>,
  version: number,
): void {
  checkStruct(input, 'ConsumerGroupDescribeResponse.groups.members')
  const {
    memberId = '',
    instanceId = null,
    rackId = null,
    memberEpoch = 0,
    clientId = '',
    clientHost = '',
    subscribedTopicNames = [],
    subscribedTopicRegex = null,
    assignment = {},
    targetAssignment = {},
    memberType = -1,
    unknownTaggedFields,
  } = input
  writeCompactString(writer, memberId, 'ConsumerGroupDescribeResponse.groups.members.memberId')
  writeCompactNullableString(writer, instanceId, 'ConsumerGroupDescribeResponse.groups.members.instanceId')
  writeCompactNullableString(writer, rackId, 'ConsumerGroupDescribeResponse.groups.members.rackId')
  writeInt32(writer, memberEpoch, 'ConsumerGroupDescribeResponse.groups.members.memberEpoch')
  writeCompactString(writer, clientId, 'ConsumerGroupDescribeResponse.groups.members.clientId')
  writeCompactString(writer, clientHost, 'ConsumerGroupDescribeResponse.groups.members.clientHost')
  writeCompactArrayLength(writer, subscribedTopicNames, 'ConsumerGroupDescribeResponse.groups.members.subscribedTopicNames')
  for (const element of subscribedTopicNames) {
    writeCompactString(writer, element, 'ConsumerGroupDescribeResponse.groups.members.subscribedTopicNames')
  }
  writeCompactNullableString(writer, subscribedTopicRegex, 'ConsumerGroupDescribeResponse.groups.members.subscribedTopicRegex')
  encodeAssignment(writer, assignment, version)
  encodeAssignment(writer, targetAssignment, version)
  if (version === 1) {
    writeInt8(writer, memberType, 'ConsumerGroupDescribeResponse.groups.members.memberType')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupDescribeResponse.groups.members')
}

function decodeMember(reader: ByteReader, version: number): ConsumerGroupDescribeResponseMember {
  const decoded: ConsumerGroupDescribeResponseMember = {
    memberId: '',
    instanceId: null,
    rackId: null,
    memberEpoch: 0,
    clientId: '',
    clientHost: '',
    subscribedTopicNames: [],
    subscribedTopicRegex: null,
    assignment: defaultAssignment(),
    targetAssignment: defaultAssignment(),
    memberType: -1,
  }
  decoded.memberId = readCompactString(reader)
  decoded.instanceId = readCompactNullableString(reader)
  decoded.rackId = readCompactNullableString(reader)
  decoded.memberEpoch = reader.readInt32()
  decoded.clientId = readCompactString(reader)
  decoded.clientHost = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.subscribedTopicNames.push(readCompactString(reader))
  }
  decoded.subscribedTopicRegex = readCompactNullableString(reader)
  decoded.assignment = decodeAssignment(reader, version)
  decoded.targetAssignment = decodeAssignment(reader, version)
  if (version === 1) {
    decoded.memberType = reader.readInt8()
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribedGroup(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupDescribeResponseDescribedGroup>,
  version: number,
): void {
  checkStruct(input, 'ConsumerGroupDescribeResponse.groups')
  const {
    errorCode = 0,
    errorMessage = null,
    groupId = '',
    groupState = '',
    groupEpoch = 0,
    assignmentEpoch = 0,
    assignorName = '',
    members = [],
    authorizedOperations = -2147483648,
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'ConsumerGroupDescribeResponse.groups.errorCode')
  writeCompactNullableString(writer, errorMessage, 'ConsumerGroupDescribeResponse.groups.errorMessage')
  writeCompactString(writer, groupId, 'ConsumerGroupDescribeResponse.groups.groupId')
  writeCompactString(writer, groupState, 'ConsumerGroupDescribeResponse.groups.groupState')
  writeInt32(writer, groupEpoch, 'ConsumerGroupDescribeResponse.groups.groupEpoch')
  writeInt32(writer, assignmentEpoch, 'ConsumerGroupDescribeResponse.groups.assignmentEpoch')
  writeCompactString(writer, assignorName, 'ConsumerGroupDescribeResponse.groups.assignorName')
  writeCompactArrayLength(writer, members, 'ConsumerGroupDescribeResponse.groups.members')
  for (const element of members) {
    encodeMember(writer, element, version)
  }
  writeInt32(writer, authorizedOperations, 'ConsumerGroupDescribeResponse.groups.authorizedOperations')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupDescribeResponse.groups')
}

function decodeDescribedGroup(reader: ByteReader, version: number): ConsumerGroupDescribeResponseDescribedGroup {
  const decoded: ConsumerGroupDescribeResponseDescribedGroup = {
    errorCode: 0,
    errorMessage: null,
    groupId: '',
    groupState: '',
    groupEpoch: 0,
    assignmentEpoch: 0,
    assignorName: '',
    members: [],
    authorizedOperations: -2147483648,
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  decoded.groupId = readCompactString(reader)
  decoded.groupState = readCompactString(reader)
  decoded.groupEpoch = reader.readInt32()
  decoded.assignmentEpoch = reader.readInt32()
  decoded.assignorName = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.members.push(decodeMember(reader, version))
  }
  decoded.authorizedOperations = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeConsumerGroupDescribeResponse(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupDescribeResponse>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupDescribeResponse', version, 0, 1)
  checkStruct(input, 'ConsumerGroupDescribeResponse')
  const { throttleTimeMs = 0, groups = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'ConsumerGroupDescribeResponse.throttleTimeMs')
  writeCompactArrayLength(writer, groups, 'ConsumerGroupDescribeResponse.groups')
  for (const element of groups) {
    encodeDescribedGroup(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupDescribeResponse')
}

function decodeConsumerGroupDescribeResponse(reader: ByteReader, version: number): ConsumerGroupDescribeResponse {
  checkDecodeVersion(reader, 'ConsumerGroupDescribeResponse', version, 0, 1)
  const decoded: ConsumerGroupDescribeResponse = {
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

/** Encodes and decodes ConsumerGroupDescribeResponse. */
export const consumerGroupDescribeResponse: MessageCodec<ConsumerGroupDescribeResponse> = {
  name: 'ConsumerGroupDescribeResponse',
  apiKey: 69,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeConsumerGroupDescribeResponse,
  decode: decodeConsumerGroupDescribeResponse,
}
