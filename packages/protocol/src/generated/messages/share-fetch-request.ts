// Generated from schemas/merged.json (ShareFetchRequest) by generator/main.ts: not to be edited.
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

/** ShareFetchRequest, versions 0-2. */
export interface ShareFetchRequest {
  /** string, versions 0+, nullable, a groupId, default null. */
  groupId: string | null
  /** string, versions 0+, nullable. */
  memberId: string | null
  /** int32, versions 0+. */
  shareSessionEpoch: number
  /** int32, versions 0+. */
  maxWaitMs: number
  /** int32, versions 0+. */
  minBytes: number
  /** int32, versions 0+, default 0x7fffffff. */
  maxBytes: number
  /** int32, versions 1+. */
  maxRecords: number
  /** int32, versions 1+. */
  batchSize: number
  /** int8, versions 2+, ignored where the version lacks it, default 0. */
  shareAcquireMode: number
  /** bool, versions 2+, default false. */
  isRenewAck: boolean
  /** []FetchTopic, versions 0+. */
  topics: ShareFetchRequestFetchTopic[]
  /** []ForgottenTopic, versions 0+. */
  forgottenTopicsData: ShareFetchRequestForgottenTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ForgottenTopic of ShareFetchRequest. */
export interface ShareFetchRequestForgottenTopic {
  /** uuid, versions 0+. */
  topicId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** FetchTopic of ShareFetchRequest. */
export interface ShareFetchRequestFetchTopic {
  /** uuid, versions 0+, unique in its array. */
  topicId: string
  /** []FetchPartition, versions 0+. */
  partitions: ShareFetchRequestFetchPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** FetchPartition of ShareFetchRequest. */
export interface ShareFetchRequestFetchPartition {
  /** int32, versions 0+, unique in its array. */
  partitionIndex: number
  /** int32, versions 0. */
  partitionMaxBytes: number
  /** []AcknowledgementBatch, versions 0+. */
  acknowledgementBatches: ShareFetchRequestAcknowledgementBatch[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AcknowledgementBatch of ShareFetchRequest. */
export interface ShareFetchRequestAcknowledgementBatch {
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
  input: MessageInput<ShareFetchRequestAcknowledgementBatch>,
  _version: number,
): void {
  checkStruct(input, 'ShareFetchRequest.topics.partitions.acknowledgementBatches')
  const { firstOffset = 0n, lastOffset = 0n, acknowledgeTypes = [], unknownTaggedFields } = input
  writeInt64(writer, firstOffset, 'ShareFetchRequest.topics.partitions.acknowledgementBatches.firstOffset')
  writeInt64(writer, lastOffset, 'ShareFetchRequest.topics.partitions.acknowledgementBatches.lastOffset')
  writeCompactArrayLength(writer, acknowledgeTypes, 'ShareFetchRequest.topics.partitions.acknowledgementBatches.acknowledgeTypes')
  for (const element of acknowledgeTypes) {
    writeInt8(writer, element, 'ShareFetchRequest.topics.partitions.acknowledgementBatches.acknowledgeTypes')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareFetchRequest.topics.partitions.acknowledgementBatches')
}

function decodeAcknowledgementBatch(reader: ByteReader, _version: number): ShareFetchRequestAcknowledgementBatch {
  const decoded: ShareFetchRequestAcknowledgementBatch = {
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

function encodeFetchPartition(
  writer: ByteWriter,
  input: MessageInput<ShareFetchRequestFetchPartition>,
  version: number,
): void {
  checkStruct(input, 'ShareFetchRequest.topics.partitions')
  const { partitionIndex = 0, partitionMaxBytes = 0, acknowledgementBatches = [], unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'ShareFetchRequest.topics.partitions.partitionIndex')
  if (version === 0) {
    writeInt32(writer, partitionMaxBytes, 'ShareFetchRequest.topics.partitions.partitionMaxBytes')
  } else if (partitionMaxBytes !== 0) {
    throw notInVersion('ShareFetchRequest.topics.partitions.partitionMaxBytes', version)
  }
  writeCompactArrayLength(writer, acknowledgementBatches, 'ShareFetchRequest.topics.partitions.acknowledgementBatches')
  for (const element of acknowledgementBatches) {
    encodeAcknowledgementBatch(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareFetchRequest.topics.partitions')
}

function decodeFetchPartition(reader: ByteReader, version: number): ShareFetchRequestFetchPartition {
  const decoded: ShareFetchRequestFetchPartition = {
    partitionIndex: 0,
    partitionMaxBytes: 0,
    acknowledgementBatches: [],
  }
  decoded.partitionIndex = reader.readInt32()
  if (version === 0) {
    decoded.partitionMaxBytes = reader.readInt32()
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.acknowledgementBatches.push(decodeAcknowledgementBatch(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeFetchTopic(writer: ByteWriter, input: MessageInput<ShareFetchRequestFetchTopic>, version: number): void {
  checkStruct(input, 'ShareFetchRequest.topics')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ShareFetchRequest.topics.topicId')
  writeCompactArrayLength(writer, partitions, 'ShareFetchRequest.topics.partitions')
  for (const element of partitions) {
    encodeFetchPartition(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareFetchRequest.topics')
}

function decodeFetchTopic(reader: ByteReader, version: number): ShareFetchRequestFetchTopic {
  const decoded: ShareFetchRequestFetchTopic = {
    topicId: ZERO_UUID,
    partitions: [],
  }
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeFetchPartition(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeForgottenTopic(
  writer: ByteWriter,
  input: MessageInput<ShareFetchRequestForgottenTopic>,
  _version: number,
): void {
  checkStruct(input, 'ShareFetchRequest.forgottenTopicsData')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ShareFetchRequest.forgottenTopicsData.topicId')
  writeCompactArrayLength(writer, partitions, 'ShareFetchRequest.forgottenTopicsData.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ShareFetchRequest.forgottenTopicsData.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareFetchRequest.forgottenTopicsData')
}

function decodeForgottenTopic(reader: ByteReader, _version: number): ShareFetchRequestForgottenTopic {
  const decoded: ShareFetchRequestForgottenTopic = {
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

function encodeShareFetchRequest(writer: ByteWriter, input: MessageInput<ShareFetchRequest>, version: number): void {
  checkEncodeVersion('ShareFetchRequest', version, 0, 2)
  checkStruct(input, 'ShareFetchRequest')
  const {
    groupId = null,
    memberId = '',
    shareSessionEpoch = 0,
    maxWaitMs = 0,
    minBytes = 0,
    maxBytes = 2147483647,
    maxRecords = 0,
    batchSize = 0,
    shareAcquireMode = 0,
    isRenewAck = false,
    topics = [],
    forgottenTopicsData = [],
    unknownTaggedFields,
  } = input
  writeCompactNullableString(writer, groupId, 'ShareFetchRequest.groupId')
  writeCompactNullableString(writer, memberId, 'ShareFetchRequest.memberId')
  writeInt32(writer, shareSessionEpoch, 'ShareFetchRequest.shareSessionEpoch')
  writeInt32(writer, maxWaitMs, 'ShareFetchRequest.maxWaitMs')
  writeInt32(writer, minBytes, 'ShareFetchRequest.minBytes')
  writeInt32(writer, maxBytes, 'ShareFetchRequest.maxBytes')
  if (version >= 1) {
    writeInt32(writer, maxRecords, 'ShareFetchRequest.maxRecords')
  } else if (maxRecords !== 0) {
    throw notInVersion('ShareFetchRequest.maxRecords', version)
  }
  if (version >= 1) {
    writeInt32(writer, batchSize, 'ShareFetchRequest.batchSize')
  } else if (batchSize !== 0) {
    throw notInVersion('ShareFetchRequest.batchSize', version)
  }
  if (version === 2) {
    writeInt8(writer, shareAcquireMode, 'ShareFetchRequest.shareAcquireMode')
  }
  if (version === 2) {
    writeBool(writer, isRenewAck, 'ShareFetchRequest.isRenewAck')
  } else if (isRenewAck !== false) {
    throw notInVersion('ShareFetchRequest.isRenewAck', version)
  }
  writeCompactArrayLength(writer, topics, 'ShareFetchRequest.topics')
  for (const element of topics) {
    encodeFetchTopic(writer, element, version)
  }
  writeCompactArrayLength(writer, forgottenTopicsData, 'ShareFetchRequest.forgottenTopicsData')
  for (const element of forgottenTopicsData) {
    encodeForgottenTopic(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareFetchRequest')
}

function decodeShareFetchRequest(reader: ByteReader, version: number): ShareFetchRequest {
  checkDecodeVersion(reader, 'ShareFetchRequest', version, 0, 2)
  const decoded: ShareFetchRequest = {
    groupId: null,
    memberId: '',
    shareSessionEpoch: 0,
    maxWaitMs: 0,
    minBytes: 0,
    maxBytes: 2147483647,
    maxRecords: 0,
    batchSize: 0,
    shareAcquireMode: 0,
    isRenewAck: false,
    topics: [],
    forgottenTopicsData: [],
  }
  decoded.groupId = readCompactNullableString(reader)
  decoded.memberId = readCompactNullableString(reader)
  decoded.shareSessionEpoch = reader.readInt32()
  decoded.maxWaitMs = reader.readInt32()
  decoded.minBytes = reader.readInt32()
  decoded.maxBytes = reader.readInt32()
  if (version >= 1) {
    decoded.maxRecords = reader.readInt32()
  }
  if (version >= 1) {
    decoded.batchSize = reader.readInt32()
  }
  if (version === 2) {
    decoded.shareAcquireMode = reader.readInt8()
  }
  if (version === 2) {
    decoded.isRenewAck = reader.readBoolean()
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeFetchTopic(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.forgottenTopicsData.push(decodeForgottenTopic(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareFetchRequest. */
export const shareFetchRequest: MessageCodec<ShareFetchRequest> = {
  name: 'ShareFetchRequest',
  apiKey: 78,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeShareFetchRequest,
  decode: decodeShareFetchRequest,
}
