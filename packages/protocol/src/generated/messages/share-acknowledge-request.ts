// Generated from schemas/merged.json (ShareAcknowledgeRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactNullableString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeInt32,
  writeInt64,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ShareAcknowledgeRequest, versions 0-2. */
export interface ShareAcknowledgeRequest {
  /** string, versions 0+, nullable, a groupId, default null. */
  groupId: string | null
  /** string, versions 0+, nullable. */
  memberId: string | null
  /** int32, versions 0+. */
  shareSessionEpoch: number
  /** bool, versions 2+, default false. */
  isRenewAck: boolean
  /** []AcknowledgeTopic, versions 0+. */
  topics: ShareAcknowledgeRequestAcknowledgeTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AcknowledgeTopic of ShareAcknowledgeRequest. */
export interface ShareAcknowledgeRequestAcknowledgeTopic {
  /** uuid, versions 0+, unique in its array. */
  topicId: string
  /** []AcknowledgePartition, versions 0+. */
  partitions: ShareAcknowledgeRequestAcknowledgePartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AcknowledgePartition of ShareAcknowledgeRequest. */
export interface ShareAcknowledgeRequestAcknowledgePartition {
  /** int32, versions 0+, unique in its array. */
  partitionIndex: number
  /** []AcknowledgementBatch, versions 0+. */
  acknowledgementBatches: ShareAcknowledgeRequestAcknowledgementBatch[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AcknowledgementBatch of ShareAcknowledgeRequest. */
export interface ShareAcknowledgeRequestAcknowledgementBatch {
  /** int64, versions 0+. */
  firstOffset: bigint
  /** int64, versions 0+. */
  lastOffset: bigint
  /** []int8, versions 0+. */
  acknowledgeTypes: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAcknowledgementBatch(
  writer: ByteWriter,
  input: MessageInput<ShareAcknowledgeRequestAcknowledgementBatch>,
  _version: number,
): void {
  checkStruct(input, 'ShareAcknowledgeRequest.topics.partitions.acknowledgementBatches')
  const { firstOffset = 0n, lastOffset = 0n, acknowledgeTypes = [], unknownTaggedFields } = input
  writeInt64(writer, firstOffset, 'ShareAcknowledgeRequest.topics.partitions.acknowledgementBatches.firstOffset')
  writeInt64(writer, lastOffset, 'ShareAcknowledgeRequest.topics.partitions.acknowledgementBatches.lastOffset')
  writeCompactArrayLength(writer, acknowledgeTypes, 'ShareAcknowledgeRequest.topics.partitions.acknowledgementBatches.acknowledgeTypes')
  for (const element of acknowledgeTypes) {
    writeInt8(writer, element, 'ShareAcknowledgeRequest.topics.partitions.acknowledgementBatches.acknowledgeTypes')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareAcknowledgeRequest.topics.partitions.acknowledgementBatches')
}

function decodeAcknowledgementBatch(reader: ByteReader, _version: number): ShareAcknowledgeRequestAcknowledgementBatch {
  const decoded: ShareAcknowledgeRequestAcknowledgementBatch = {
    firstOffset: 0n,
    lastOffset: 0n,
    acknowledgeTypes: [],
  }
  decoded.firstOffset = reader.readInt64()
  decoded.lastOffset = reader.readInt64()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.acknowledgeTypes.push(reader.readInt8())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAcknowledgePartition(
  writer: ByteWriter,
  input: MessageInput<ShareAcknowledgeRequestAcknowledgePartition>,
  version: number,
): void {
  checkStruct(input, 'ShareAcknowledgeRequest.topics.partitions')
  const { partitionIndex = 0, acknowledgementBatches = [], unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'ShareAcknowledgeRequest.topics.partitions.partitionIndex')
  writeCompactArrayLength(writer, acknowledgementBatches, 'ShareAcknowledgeRequest.topics.partitions.acknowledgementBatches')
  for (const element of acknowledgementBatches) {
    encodeAcknowledgementBatch(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareAcknowledgeRequest.topics.partitions')
}

function decodeAcknowledgePartition(reader: ByteReader, version: number): ShareAcknowledgeRequestAcknowledgePartition {
  const decoded: ShareAcknowledgeRequestAcknowledgePartition = {
    partitionIndex: 0,
    acknowledgementBatches: [],
  }
  decoded.partitionIndex = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.acknowledgementBatches.push(decodeAcknowledgementBatch(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAcknowledgeTopic(
  writer: ByteWriter,
  input: MessageInput<ShareAcknowledgeRequestAcknowledgeTopic>,
  version: number,
): void {
  checkStruct(input, 'ShareAcknowledgeRequest.topics')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ShareAcknowledgeRequest.topics.topicId')
  writeCompactArrayLength(writer, partitions, 'ShareAcknowledgeRequest.topics.partitions')
  for (const element of partitions) {
    encodeAcknowledgePartition(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareAcknowledgeRequest.topics')
}

function decodeAcknowledgeTopic(reader: ByteReader, version: number): ShareAcknowledgeRequestAcknowledgeTopic {
  const decoded: ShareAcknowledgeRequestAcknowledgeTopic = {
    topicId: ZERO_UUID,
    partitions: [],
  }
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeAcknowledgePartition(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeShareAcknowledgeRequest(
  writer: ByteWriter,
  input: MessageInput<ShareAcknowledgeRequest>,
  version: number,
): void {
  checkEncodeVersion('ShareAcknowledgeRequest', version, 0, 2)
  checkStruct(input, 'ShareAcknowledgeRequest')
  const {
    groupId = null,
    memberId = '',
    shareSessionEpoch = 0,
    isRenewAck = false,
    topics = [],
    unknownTaggedFields,
  } = input
  writeCompactNullableString(writer, groupId, 'ShareAcknowledgeRequest.groupId')
  writeCompactNullableString(writer, memberId, 'ShareAcknowledgeRequest.memberId')
  writeInt32(writer, shareSessionEpoch, 'ShareAcknowledgeRequest.shareSessionEpoch')
  if (version === 2) {
    writeBool(writer, isRenewAck, 'ShareAcknowledgeRequest.isRenewAck')
  } else if (isRenewAck !== false) {
    throw notInVersion('ShareAcknowledgeRequest.isRenewAck', version)
  }
  writeCompactArrayLength(writer, topics, 'ShareAcknowledgeRequest.topics')
  for (const element of topics) {
    encodeAcknowledgeTopic(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareAcknowledgeRequest')
}

function decodeShareAcknowledgeRequest(reader: ByteReader, version: number): ShareAcknowledgeRequest {
  checkDecodeVersion(reader, 'ShareAcknowledgeRequest', version, 0, 2)
  const decoded: ShareAcknowledgeRequest = {
    groupId: null,
    memberId: '',
    shareSessionEpoch: 0,
    isRenewAck: false,
    topics: [],
  }
  decoded.groupId = readCompactNullableString(reader)
  decoded.memberId = readCompactNullableString(reader)
  decoded.shareSessionEpoch = reader.readInt32()
  if (version === 2) {
    decoded.isRenewAck = reader.readBoolean()
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeAcknowledgeTopic(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareAcknowledgeRequest. */
export const shareAcknowledgeRequest: MessageCodec<ShareAcknowledgeRequest> = {
  name: 'ShareAcknowledgeRequest',
  apiKey: 79,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeShareAcknowledgeRequest,
  decode: decodeShareAcknowledgeRequest,
}
