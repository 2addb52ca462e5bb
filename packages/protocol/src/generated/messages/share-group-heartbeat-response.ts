// Generated from schemas/merged.json (ShareGroupHeartbeatResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactNullableString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeInt16,
  writeInt32,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ShareGroupHeartbeatResponse, versions 0-1. */
export interface ShareGroupHeartbeatResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** string, versions 0+, nullable, default null. */
  memberId: string | null
  /** int32, versions 0+. */
  memberEpoch: number
  /** int32, versions 0+. */
  heartbeatIntervalMs: number
  /** Assignment, versions 0+, nullable, default null. */
  assignment: ShareGroupHeartbeatResponseAssignment | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Assignment of ShareGroupHeartbeatResponse. */
export interface ShareGroupHeartbeatResponseAssignment {
  /** []TopicPartitions, versions 0+. */
  topicPartitions: ShareGroupHeartbeatResponseTopicPartitions[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicPartitions of ShareGroupHeartbeatResponse. */
export interface ShareGroupHeartbeatResponseTopicPartitions {
  /** uuid, versions 0+. */
  topicId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicPartitions(
  writer: ByteWriter,
  input: MessageInput<ShareGroupHeartbeatResponseTopicPartitions>,
  _version: number,
): void {
  checkStruct(input, 'ShareGroupHeartbeatResponse.TopicPartitions')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ShareGroupHeartbeatResponse.TopicPartitions.topicId')
  writeCompactArrayLength(writer, partitions, 'ShareGroupHeartbeatResponse.TopicPartitions.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ShareGroupHeartbeatResponse.TopicPartitions.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupHeartbeatResponse.TopicPartitions')
}

function decodeTopicPartitions(reader: ByteReader, _version: number): ShareGroupHeartbeatResponseTopicPartitions {
  const decoded: ShareGroupHeartbeatResponseTopicPartitions = {
    topicId: ZERO_UUID,
    partitions: [],
  }
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAssignment(
  writer: ByteWriter,
  input: MessageInput<ShareGroupHeartbeatResponseAssignment>,
  version: number,
): void {
  checkStruct(input, 'ShareGroupHeartbeatResponse.assignment')
  const { topicPartitions = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, topicPartitions, 'ShareGroupHeartbeatResponse.assignment.topicPartitions')
  for (const element of topicPartitions) {
    encodeTopicPartitions(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupHeartbeatResponse.assignment')
}

function decodeAssignment(reader: ByteReader, version: number): ShareGroupHeartbeatResponseAssignment {
  const decoded: ShareGroupHeartbeatResponseAssignment = {
    topicPartitions: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topicPartitions.push(decodeTopicPartitions(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeShareGroupHeartbeatResponse(
  writer: ByteWriter,
  input: MessageInput<ShareGroupHeartbeatResponse>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupHeartbeatResponse', version, 0, 1)
  checkStruct(input, 'ShareGroupHeartbeatResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    errorMessage = null,
    memberId = null,
    memberEpoch = 0,
    heartbeatIntervalMs = 0,
    assignment = null,
    unknownTaggedFields,
  } = input
  writeInt32(writer, throttleTimeMs, 'ShareGroupHeartbeatResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'ShareGroupHeartbeatResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'ShareGroupHeartbeatResponse.errorMessage')
  writeCompactNullableString(writer, memberId, 'ShareGroupHeartbeatResponse.memberId')
  writeInt32(writer, memberEpoch, 'ShareGroupHeartbeatResponse.memberEpoch')
  writeInt32(writer, heartbeatIntervalMs, 'ShareGroupHeartbeatResponse.heartbeatIntervalMs')
  if (assignment === null) {
    writer.writeInt8(-1)
  } else {
    writer.writeInt8(1)
    encodeAssignment(writer, assignment, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupHeartbeatResponse')
}

function decodeShareGroupHeartbeatResponse(reader: ByteReader, version: number): ShareGroupHeartbeatResponse {
  checkDecodeVersion(reader, 'ShareGroupHeartbeatResponse', version, 0, 1)
  const decoded: ShareGroupHeartbeatResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: null,
    memberId: null,
    memberEpoch: 0,
    heartbeatIntervalMs: 0,
    assignment: null,
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  decoded.memberId = readCompactNullableString(reader)
  decoded.memberEpoch = reader.readInt32()
  decoded.heartbeatIntervalMs = reader.readInt32()
  decoded.assignment = reader.readInt8() < 0 ? null : decodeAssignment(reader, version)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareGroupHeartbeatResponse. */
export const shareGroupHeartbeatResponse: MessageCodec<ShareGroupHeartbeatResponse> = {
  name: 'ShareGroupHeartbeatResponse',
  apiKey: 76,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeShareGroupHeartbeatResponse,
  decode: decodeShareGroupHeartbeatResponse,
}
