// Generated from schemas/merged.json (WriteShareGroupStateRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** WriteShareGroupStateRequest, versions 0-1. */
export interface WriteShareGroupStateRequest {
  /** string, versions 0+. */
  groupId: string
  /** []WriteStateData, versions 0+. */
  topics: WriteShareGroupStateRequestWriteStateData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** WriteStateData of WriteShareGroupStateRequest. */
export interface WriteShareGroupStateRequestWriteStateData {
  /** uuid, versions 0+. */
  topicId: string
  /** []PartitionData, versions 0+. */
  partitions: WriteShareGroupStateRequestPartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of WriteShareGroupStateRequest. */
export interface WriteShareGroupStateRequestPartitionData {
  /** int32, versions 0+. */
  partition: number
  /** int32, versions 0+. */
  stateEpoch: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** int64, versions 0+. */
  startOffset: bigint
  /** int32, versions 1+, ignored where the version lacks it, default -1. */
  deliveryCompleteCount: number
  /** []StateBatch, versions 0+. */
  stateBatches: WriteShareGroupStateRequestStateBatch[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** StateBatch of WriteShareGroupStateRequest. */
export interface WriteShareGroupStateRequestStateBatch {
  /** int64, versions 0+. */
  firstOffset: bigint
  /** int64, versions 0+. */
  lastOffset: bigint
  /** int8, versions 0+. */
  deliveryState: number
  /** int16, versions 0+. */
  deliveryCount: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeStateBatch(
  writer: ByteWriter,
  input: MessageInput<WriteShareGroupStateRequestStateBatch>,
  _version: number,
): void {
  checkStruct(input, 'WriteShareGroupStateRequest.topics.partitions.stateBatches')
  const { firstOffset = 0n, lastOffset = 0n, deliveryState = 0, deliveryCount = 0, unknownTaggedFields } = input
  writeInt64(writer, firstOffset, 'WriteShareGroupStateRequest.topics.partitions.stateBatches.firstOffset')
  writeInt64(writer, lastOffset, 'WriteShareGroupStateRequest.topics.partitions.stateBatches.lastOffset')
  writeInt8(writer, deliveryState, 'WriteShareGroupStateRequest.topics.partitions.stateBatches.deliveryState')
  writeInt16(writer, deliveryCount, 'WriteShareGroupStateRequest.topics.partitions.stateBatches.deliveryCount')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteShareGroupStateRequest.topics.partitions.stateBatches')
}

function decodeStateBatch(reader: ByteReader, _version: number): WriteShareGroupStateRequestStateBatch {
  const decoded: WriteShareGroupStateRequestStateBatch = {
    firstOffset: 0n,
    lastOffset: 0n,
    deliveryState: 0,
    deliveryCount: 0,
  }
  decoded.firstOffset = reader.readInt64()
  decoded.lastOffset = reader.readInt64()
  decoded.deliveryState = reader.readInt8()
  decoded.deliveryCount = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<WriteShareGroupStateRequestPartitionData>,
  version: number,
): void {
  checkStruct(input, 'WriteShareGroupStateRequest.topics.partitions')
  const {
    partition = 0,
    stateEpoch = 0,
    leaderEpoch = 0,
    startOffset = 0n,
    deliveryCompleteCount = -1,
    stateBatches = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, partition, 'WriteShareGroupStateRequest.topics.partitions.partition')
  writeInt32(writer, stateEpoch, 'WriteShareGroupStateRequest.topics.partitions.stateEpoch')
  writeInt32(writer, leaderEpoch, 'WriteShareGroupStateRequest.topics.partitions.leaderEpoch')
  writeInt64(writer, startOffset, 'WriteShareGroupStateRequest.topics.partitions.startOffset')
  if (version === 1) {
    writeInt32(writer, deliveryCompleteCount, 'WriteShareGroupStateRequest.topics.partitions.deliveryCompleteCount')
  }
  writeCompactArrayLength(writer, stateBatches, 'WriteShareGroupStateRequest.topics.partitions.stateBatches')
  for (const element of stateBatches) {
    encodeStateBatch(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteShareGroupStateRequest.topics.partitions')
}

function decodePartitionData(reader: ByteReader, version: number): WriteShareGroupStateRequestPartitionData {
  const decoded: WriteShareGroupStateRequestPartitionData = {
    partition: 0,
    stateEpoch: 0,
    leaderEpoch: 0,
    startOffset: 0n,
    deliveryCompleteCount: -1,
    stateBatches: [],
  }
  decoded.partition = reader.readInt32()
  decoded.stateEpoch = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  decoded.startOffset = reader.readInt64()
  if (version === 1) {
    decoded.deliveryCompleteCount = reader.readInt32()
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.stateBatches.push(decodeStateBatch(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeWriteStateData(
  writer: ByteWriter,
  input: MessageInput<WriteShareGroupStateRequestWriteStateData>,
  version: number,
): void {
  checkStruct(input, 'WriteShareGroupStateRequest.topics')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'WriteShareGroupStateRequest.topics.topicId')
  writeCompactArrayLength(writer, partitions, 'WriteShareGroupStateRequest.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteShareGroupStateRequest.topics')
}

function decodeWriteStateData(reader: ByteReader, version: number): WriteShareGroupStateRequestWriteStateData {
  const decoded: WriteShareGroupStateRequestWriteStateData = {
    topicId: ZERO_UUID,
    partitions: [],
  }
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeWriteShareGroupStateRequest(
  writer: ByteWriter,
  input: MessageInput<WriteShareGroupStateRequest>,
  version: number,
): void {
  checkEncodeVersion('WriteShareGroupStateRequest', version, 0, 1)
  checkStruct(input, 'WriteShareGroupStateRequest')
  const { groupId = '', topics = [], unknownTaggedFields } = input
  writeCompactString(writer, groupId, 'WriteShareGroupStateRequest.groupId')
  writeCompactArrayLength(writer, topics, 'WriteShareGroupStateRequest.topics')
  for (const element of topics) {
    encodeWriteStateData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteShareGroupStateRequest')
}

function decodeWriteShareGroupStateRequest(reader: ByteReader, version: number): WriteShareGroupStateRequest {
  checkDecodeVersion(reader, 'WriteShareGroupStateRequest', version, 0, 1)
  const decoded: WriteShareGroupStateRequest = {
    groupId: '',
    topics: [],
  }
  decoded.groupId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeWriteStateData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes WriteShareGroupStateRequest. */
export const writeShareGroupStateRequest: MessageCodec<WriteShareGroupStateRequest> = {
  name: 'WriteShareGroupStateRequest',
  apiKey: 85,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeWriteShareGroupStateRequest,
  decode: decodeWriteShareGroupStateRequest,
}
