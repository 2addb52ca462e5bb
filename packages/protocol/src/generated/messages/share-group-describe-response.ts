// Generated from schemas/merged.json (ShareGroupDescribeResponse) by generator/main.ts: not to be edited.
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
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ShareGroupDescribeResponse, versions 0-1. */
export interface ShareGroupDescribeResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []DescribedGroup, versions 0+. */
  groups: ShareGroupDescribeResponseDescribedGroup[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribedGroup of ShareGroupDescribeResponse. */
export interface ShareGroupDescribeResponseDescribedGroup {
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
  members: ShareGroupDescribeResponseMember[]
  /** int32, versions 0+, default -2147483648. */
  authorizedOperations: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Member of ShareGroupDescribeResponse. */
export interface ShareGroupDescribeResponseMember {
  /** string, versions 0+. */
  memberId: string
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
  /** Assignment, versions 0+. */
  assignment: ShareGroupDescribeResponseAssignment
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Assignment of ShareGroupDescribeResponse. */
export interface ShareGroupDescribeResponseAssignment {
  /** []TopicPartitions, versions 0+. */
  topicPartitions: ShareGroupDescribeResponseTopicPartitions[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicPartitions of ShareGroupDescribeResponse. */
export interface ShareGroupDescribeResponseTopicPartitions {
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
  input: MessageInput<ShareGroupDescribeResponseTopicPartitions>,
  _version: number,
): void {
  checkStruct(input, 'ShareGroupDescribeResponse.TopicPartitions')
  const { topicId = ZERO_UUID, topicName = '', partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ShareGroupDescribeResponse.TopicPartitions.topicId')
  writeCompactString(writer, topicName, 'ShareGroupDescribeResponse.TopicPartitions.topicName')
  writeCompactArrayLength(writer, partitions, 'ShareGroupDescribeResponse.TopicPartitions.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ShareGroupDescribeResponse.TopicPartitions.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupDescribeResponse.TopicPartitions')
}

function decodeTopicPartitions(reader: ByteReader, _version: number): ShareGroupDescribeResponseTopicPartitions {
  const decoded: ShareGroupDescribeResponseTopicPartitions = {
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

function defaultAssignment(): ShareGroupDescribeResponseAssignment {
  return {
    topicPartitions: [],
  }
}

function encodeAssignment(
  writer: ByteWriter,
  input: MessageInput<ShareGroupDescribeResponseAssignment>,
  version: number,
): void {
  checkStruct(input, 'ShareGroupDescribeResponse.Assignment')
  const { topicPartitions = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, topicPartitions, 'ShareGroupDescribeResponse.Assignment.topicPartitions')
  for (const element of topicPartitions) {
    encodeTopicPartitions(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupDescribeResponse.Assignment')
}

function decodeAssignment(reader: ByteReader, version: number): ShareGroupDescribeResponseAssignment {
  const decoded: ShareGroupDescribeResponseAssignment = {
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
  input: MessageInput<ShareGroupDescribeResponseMember>,
  version: number,
): void {
  checkStruct(input, 'ShareGroupDescribeResponse.groups.members')
  const {
    memberId = '',
    rackId = null,
    memberEpoch = 0,
    clientId = '',
    clientHost = '',
    subscribedTopicNames = [],
    assignment = {},
    unknownTaggedFields,
  } = input
  writeCompactString(writer, memberId, 'ShareGroupDescribeResponse.groups.members.memberId')
  writeCompactNullableString(writer, rackId, 'ShareGroupDescribeResponse.groups.members.rackId')
  writeInt32(writer, memberEpoch, 'ShareGroupDescribeResponse.groups.members.memberEpoch')
  writeCompactString(writer, clientId, 'ShareGroupDescribeResponse.groups.members.clientId')
  writeCompactString(writer, clientHost, 'ShareGroupDescribeResponse.groups.members.clientHost')
  writeCompactArrayLength(writer, subscribedTopicNames, 'ShareGroupDescribeResponse.groups.members.subscribedTopicNames')
  for (const element of subscribedTopicNames) {
    writeCompactString(writer, element, 'ShareGroupDescribeResponse.groups.members.subscribedTopicNames')
  }
  encodeAssignment(writer, assignment, version)
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupDescribeResponse.groups.members')
}

function decodeMember(reader: ByteReader, version: number): ShareGroupDescribeResponseMember {
  const decoded: ShareGroupDescribeResponseMember = {
    memberId: '',
    rackId: null,
    memberEpoch: 0,
    clientId: '',
    clientHost: '',
    subscribedTopicNames: [],
    assignment: defaultAssignment(),
  }
  decoded.memberId = readCompactString(reader)
  decoded.rackId = readCompactNullableString(reader)
  decoded.memberEpoch = reader.readInt32()
  decoded.clientId = readCompactString(reader)
  decoded.clientHost = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.subscribedTopicNames.push(readCompactString(reader))
  }
  decoded.assignment = decodeAssignment(reader, version)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribedGroup(
  writer: ByteWriter,
  input: MessageInput<ShareGroupDescribeResponseDescribedGroup>,
  version: number,
): void {
  checkStruct(input, 'ShareGroupDescribeResponse.groups')
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
  writeInt16(writer, errorCode, 'ShareGroupDescribeResponse.groups.errorCode')
  writeCompactNullableString(writer, errorMessage, 'ShareGroupDescribeResponse.groups.errorMessage')
  writeCompactString(writer, groupId, 'ShareGroupDescribeResponse.groups.groupId')
  writeCompactString(writer, groupState, 'ShareGroupDescribeResponse.groups.groupState')
  writeInt32(writer, groupEpoch, 'ShareGroupDescribeResponse.groups.groupEpoch')
  writeInt32(writer, assignmentEpoch, 'ShareGroupDescribeResponse.groups.assignmentEpoch')
  writeCompactString(writer, assignorName, 'ShareGroupDescribeResponse.groups.assignorName')
  writeCompactArrayLength(writer, members, 'ShareGroupDescribeResponse.groups.members')
  for (const element of members) {
    encodeMember(writer, element, version)
  }
  writeInt32(writer, authorizedOperations, 'ShareGroupDescribeResponse.groups.authorizedOperations')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupDescribeResponse.groups')
}

function decodeDescribedGroup(reader: ByteReader, version: number): ShareGroupDescribeResponseDescribedGroup {
  const decoded: ShareGroupDescribeResponseDescribedGroup = {
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

function encodeShareGroupDescribeResponse(
  writer: ByteWriter,
  input: MessageInput<ShareGroupDescribeResponse>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupDescribeResponse', version, 0, 1)
  checkStruct(input, 'ShareGroupDescribeResponse')
  const { throttleTimeMs = 0, groups = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'ShareGroupDescribeResponse.throttleTimeMs')
  writeCompactArrayLength(writer, groups, 'ShareGroupDescribeResponse.groups')
  for (const element of groups) {
    encodeDescribedGroup(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupDescribeResponse')
}

function decodeShareGroupDescribeResponse(reader: ByteReader, version: number): ShareGroupDescribeResponse {
  checkDecodeVersion(reader, 'ShareGroupDescribeResponse', version, 0, 1)
  const decoded: ShareGroupDescribeResponse = {
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

/** Encodes and decodes ShareGroupDescribeResponse. */
export const shareGroupDescribeResponse: MessageCodec<ShareGroupDescribeResponse> = {
  name: 'ShareGroupDescribeResponse',
  apiKey: 77,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeShareGroupDescribeResponse,
  decode: decodeShareGroupDescribeResponse,
}
