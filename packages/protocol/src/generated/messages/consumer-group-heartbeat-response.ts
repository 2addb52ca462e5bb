// Generated from schemas/merged.json (ConsumerGroupHeartbeatResponse) by generator/main.ts: not to be edited.
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

/** ConsumerGroupHeartbeatResponse, versions 0-1. */
export interface ConsumerGroupHeartbeatResponse {
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
  assignment: ConsumerGroupHeartbeatResponseAssignment | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Assignment of ConsumerGroupHeartbeatResponse. */
export interface ConsumerGroupHeartbeatResponseAssignment {
  /** []TopicPartitions, versions 0+. */
  topicPartitions: ConsumerGroupHeartbeatResponseTopicPartitions[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicPartitions of ConsumerGroupHeartbeatResponse. */
export interface ConsumerGroupHeartbeatResponseTopicPartitions {
  /** uuid, versions 0+. */
  topicId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicPartitions(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupHeartbeatResponseTopicPartitions>,
  _version: number,
): void {
  checkStruct(input, 'ConsumerGroupHeartbeatResponse.TopicPartitions')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ConsumerGroupHeartbeatResponse.TopicPartitions.topicId')
  writeCompactArrayLength(writer, partitions, 'ConsumerGroupHeartbeatResponse.TopicPartitions.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ConsumerGroupHeartbeatResponse.TopicPartitions.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupHeartbeatResponse.TopicPartitions')
}

function decodeTopicPartitions(reader: ByteReader, _version: number): ConsumerGroupHeartbeatResponseTopicPartitions {
  const decoded: ConsumerGroupHeartbeatResponseTopicPartitions = {
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
  input: MessageInput<ConsumerGroupHeartbeatResponseAssignment>,
  version: number,
): void {
  checkStruct(input, 'ConsumerGroupHeartbeatResponse.assignment')
  const { topicPartitions = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, topicPartitions, 'ConsumerGroupHeartbeatResponse.assignment.topicPartitions')
  for (const element of topicPartitions) {
    encodeTopicPartitions(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupHeartbeatResponse.assignment')
}

function decodeAssignment(reader: ByteReader, version: number): ConsumerGroupHeartbeatResponseAssignment {
  const decoded: ConsumerGroupHeartbeatResponseAssignment = {
    topicPartitions: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topicPartitions.push(decodeTopicPartitions(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeConsumerGroupHeartbeatResponse(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupHeartbeatResponse>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupHeartbeatResponse', version, 0, 1)
  checkStruct(input, 'ConsumerGroupHeartbeatResponse')
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
  writeInt32(writer, throttleTimeMs, 'ConsumerGroupHeartbeatResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'ConsumerGroupHeartbeatResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'ConsumerGroupHeartbeatResponse.errorMessage')
  writeCompactNullableString(writer, memberId, 'ConsumerGroupHeartbeatResponse.memberId')
  writeInt32(writer, memberEpoch, 'ConsumerGroupHeartbeatResponse.memberEpoch')
  writeInt32(writer, heartbeatIntervalMs, 'ConsumerGroupHeartbeatResponse.heartbeatIntervalMs')
  if (assignment === null) {
    writer.writeInt8(-1)
  } else {
    writer.writeInt8(1)
    encodeAssignment(writer, assignment, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupHeartbeatResponse')
}

function decodeConsumerGroupHeartbeatResponse(reader: ByteReader, version: number): ConsumerGroupHeartbeatResponse {
  checkDecodeVersion(reader, 'ConsumerGroupHeartbeatResponse', version, 0, 1)
  const decoded: ConsumerGroupHeartbeatResponse = {
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

/** Encodes and decodes ConsumerGroupHeartbeatResponse. */
export const consumerGroupHeartbeatResponse: MessageCodec<ConsumerGroupHeartbeatResponse> = {
  name: 'ConsumerGroupHeartbeatResponse',
  apiKey: 68,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeConsumerGroupHeartbeatResponse,
  decode: decodeConsumerGroupHeartbeatResponse,
}
