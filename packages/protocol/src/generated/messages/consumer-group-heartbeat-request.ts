// Generated from schemas/merged.json (ConsumerGroupHeartbeatRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
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
  notInVersion,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt32,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ConsumerGroupHeartbeatRequest, versions 0-1. */
export interface ConsumerGroupHeartbeatRequest {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** string, versions 0+. */
  memberId: string
  /** int32, versions 0+. */
  memberEpoch: number
  /** string, versions 0+, nullable, default null. */
  instanceId: string | null
  /** string, versions 0+, nullable, default null. */
  rackId: string | null
  /** int32, versions 0+, default -1. */
  rebalanceTimeoutMs: number
  /** []string, versions 0+, nullable, a topicName, default null. */
  subscribedTopicNames: string[] | null
  /** string, versions 1+, nullable, default null. */
  subscribedTopicRegex: string | null
  /** string, versions 0+, nullable, default null. */
  serverAssignor: string | null
  /** []TopicPartitions, versions 0+, nullable, default null. */
  topicPartitions: ConsumerGroupHeartbeatRequestTopicPartitions[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicPartitions of ConsumerGroupHeartbeatRequest. */
export interface ConsumerGroupHeartbeatRequestTopicPartitions {
  /** uuid, versions 0+. */
  topicId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicPartitions(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupHeartbeatRequestTopicPartitions>,
  _version: number,
): void {
  checkStruct(input, 'ConsumerGroupHeartbeatRequest.topicPartitions')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ConsumerGroupHeartbeatRequest.topicPartitions.topicId')
  writeCompactArrayLength(writer, partitions, 'ConsumerGroupHeartbeatRequest.topicPartitions.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ConsumerGroupHeartbeatRequest.topicPartitions.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupHeartbeatRequest.topicPartitions')
}

function decodeTopicPartitions(reader: ByteReader, _version: number): ConsumerGroupHeartbeatRequestTopicPartitions {
  const decoded: ConsumerGroupHeartbeatRequestTopicPartitions = {
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

function encodeConsumerGroupHeartbeatRequest(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupHeartbeatRequest>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupHeartbeatRequest', version, 0, 1)
  checkStruct(input, 'ConsumerGroupHeartbeatRequest')
  const {
    groupId = '',
    memberId = '',
    memberEpoch = 0,
    instanceId = null,
    rackId = null,
    rebalanceTimeoutMs = -1,
    subscribedTopicNames = null,
    subscribedTopicRegex = null,
    serverAssignor = null,
    topicPartitions = null,
    unknownTaggedFields,
  } = input
  writeCompactString(writer, groupId, 'ConsumerGroupHeartbeatRequest.groupId')
  writeCompactString(writer, memberId, 'ConsumerGroupHeartbeatRequest.memberId')
  writeInt32(writer, memberEpoch, 'ConsumerGroupHeartbeatRequest.memberEpoch')
  writeCompactNullableString(writer, instanceId, 'ConsumerGroupHeartbeatRequest.instanceId')
  writeCompactNullableString(writer, rackId, 'ConsumerGroupHeartbeatRequest.rackId')
  writeInt32(writer, rebalanceTimeoutMs, 'ConsumerGroupHeartbeatRequest.rebalanceTimeoutMs')
  writeCompactNullableArrayLength(writer, subscribedTopicNames, 'ConsumerGroupHeartbeatRequest.subscribedTopicNames')
  if (subscribedTopicNames !== null) {
    for (const element of subscribedTopicNames) {
      writeCompactString(writer, element, 'ConsumerGroupHeartbeatRequest.subscribedTopicNames')
    }
  }
  if (version === 1) {
    writeCompactNullableString(writer, subscribedTopicRegex, 'ConsumerGroupHeartbeatRequest.subscribedTopicRegex')
  } else if (subscribedTopicRegex !== null) {
    throw notInVersion('ConsumerGroupHeartbeatRequest.subscribedTopicRegex', version)
  }
  writeCompactNullableString(writer, serverAssignor, 'ConsumerGroupHeartbeatRequest.serverAssignor')
  writeCompactNullableArrayLength(writer, topicPartitions, 'ConsumerGroupHeartbeatRequest.topicPartitions')
  if (topicPartitions !== null) {
    for (const element of topicPartitions) {
      encodeTopicPartitions(writer, element, version)
    }
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupHeartbeatRequest')
}

function decodeConsumerGroupHeartbeatRequest(reader: ByteReader, version: number): ConsumerGroupHeartbeatRequest {
  checkDecodeVersion(reader, 'ConsumerGroupHeartbeatRequest', version, 0, 1)
  const decoded: ConsumerGroupHeartbeatRequest = {
    groupId: '',
    memberId: '',
    memberEpoch: 0,
    instanceId: null,
    rackId: null,
    rebalanceTimeoutMs: -1,
    subscribedTopicNames: null,
    subscribedTopicRegex: null,
    serverAssignor: null,
    topicPartitions: null,
  }
  decoded.groupId = readCompactString(reader)
  decoded.memberId = readCompactString(reader)
  decoded.memberEpoch = reader.readInt32()
  decoded.instanceId = readCompactNullableString(reader)
  decoded.rackId = readCompactNullableString(reader)
  decoded.rebalanceTimeoutMs = reader.readInt32()
  const subscribedTopicNamesLength = readCompactNullableArrayLength(reader)
  if (subscribedTopicNamesLength < 0) {
    decoded.subscribedTopicNames = null
  } else {
    const subscribedTopicNamesElements: string[] = []
    for (let i = 0; i < subscribedTopicNamesLength; i++) subscribedTopicNamesElements.push(readCompactString(reader))
    decoded.subscribedTopicNames = subscribedTopicNamesElements
  }
  if (version === 1) {
    decoded.subscribedTopicRegex = readCompactNullableString(reader)
  }
  decoded.serverAssignor = readCompactNullableString(reader)
  const topicPartitionsLength = readCompactNullableArrayLength(reader)
  if (topicPartitionsLength < 0) {
    decoded.topicPartitions = null
  } else {
    const topicPartitionsElements: ConsumerGroupHeartbeatRequestTopicPartitions[] = []
    for (let i = 0; i < topicPartitionsLength; i++) topicPartitionsElements.push(decodeTopicPartitions(reader, version))
    decoded.topicPartitions = topicPartitionsElements
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ConsumerGroupHeartbeatRequest. */
export const consumerGroupHeartbeatRequest: MessageCodec<ConsumerGroupHeartbeatRequest> = {
  name: 'ConsumerGroupHeartbeatRequest',
  apiKey: 68,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeConsumerGroupHeartbeatRequest,
  decode: decodeConsumerGroupHeartbeatRequest,
}
