// Generated from schemas/merged.json (ReadShareGroupStateResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactNullableString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ReadShareGroupStateResponse, versions 0. */
export interface ReadShareGroupStateResponse {
  /** []ReadStateResult, versions 0+. */
  results: ReadShareGroupStateResponseReadStateResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ReadStateResult of ReadShareGroupStateResponse. */
export interface ReadShareGroupStateResponseReadStateResult {
  /** uuid, versions 0+. */
  topicId: string
  /** []PartitionResult, versions 0+. */
  partitions: ReadShareGroupStateResponsePartitionResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionResult of ReadShareGroupStateResponse. */
export interface ReadShareGroupStateResponsePartitionResult {
  /** int32, versions 0+. */
  partition: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** int32, versions 0+. */
  stateEpoch: number
  /** int64, versions 0+. */
  startOffset: bigint
  /** []StateBatch, versions 0+. */
  stateBatches: ReadShareGroupStateResponseStateBatch[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** StateBatch of ReadShareGroupStateResponse. */
export interface ReadShareGroupStateResponseStateBatch {
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
  input: MessageInput<ReadShareGroupStateResponseStateBatch>,
  _version: number,
): void {
  checkStruct(input, 'ReadShareGroupStateResponse.results.partitions.stateBatches')
  const { firstOffset = 0n, lastOffset = 0n, deliveryState = 0, deliveryCount = 0, unknownTaggedFields } = input
  writeInt64(writer, firstOffset, 'ReadShareGroupStateResponse.results.partitions.stateBatches.firstOffset')
  writeInt64(writer, lastOffset, 'ReadShareGroupStateResponse.results.partitions.stateBatches.lastOffset')
  writeInt8(writer, deliveryState, 'ReadShareGroupStateResponse.results.partitions.stateBatches.deliveryState')
  writeInt16(writer, deliveryCount, 'ReadShareGroupStateResponse.results.partitions.stateBatches.deliveryCount')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateResponse.results.partitions.stateBatches')
}

function decodeStateBatch(reader: ByteReader, _version: number): ReadShareGroupStateResponseStateBatch {
  const decoded: ReadShareGroupStateResponseStateBatch = {
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

function encodePartitionResult(
  writer: ByteWriter,
  input: MessageInput<ReadShareGroupStateResponsePartitionResult>,
  version: number,
): void {
  checkStruct(input, 'ReadShareGroupStateResponse.results.partitions')
  const {
    partition = 0,
    errorCode = 0,
    errorMessage = null,
    stateEpoch = 0,
    startOffset = 0n,
    stateBatches = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, partition, 'ReadShareGroupStateResponse.results.partitions.partition')
  writeInt16(writer, errorCode, 'ReadShareGroupStateResponse.results.partitions.errorCode')
  writeCompactNullableString(writer, errorMessage, 'ReadShareGroupStateResponse.results.partitions.errorMessage')
  writeInt32(writer, stateEpoch, 'ReadShareGroupStateResponse.results.partitions.stateEpoch')
  writeInt64(writer, startOffset, 'ReadShareGroupStateResponse.results.partitions.startOffset')
  writeCompactArrayLength(writer, stateBatches, 'ReadShareGroupStateResponse.results.partitions.stateBatches')
  for (const element of stateBatches) {
    encodeStateBatch(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateResponse.results.partitions')
}

function decodePartitionResult(reader: ByteReader, version: number): ReadShareGroupStateResponsePartitionResult {
  const decoded: ReadShareGroupStateResponsePartitionResult = {
    partition: 0,
    errorCode: 0,
    errorMessage: null,
    stateEpoch: 0,
    startOffset: 0n,
    stateBatches: [],
  }
  decoded.partition = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  decoded.stateEpoch = reader.readInt32()
  decoded.startOffset = reader.readInt64()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.stateBatches.push(decodeStateBatch(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeReadStateResult(
  writer: ByteWriter,
  input: MessageInput<ReadShareGroupStateResponseReadStateResult>,
  version: number,
): void {
  checkStruct(input, 'ReadShareGroupStateResponse.results')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ReadShareGroupStateResponse.results.topicId')
  writeCompactArrayLength(writer, partitions, 'ReadShareGroupStateResponse.results.partitions')
  for (const element of partitions) {
    encodePartitionResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateResponse.results')
}

function decodeReadStateResult(reader: ByteReader, version: number): ReadShareGroupStateResponseReadStateResult {
  const decoded: ReadShareGroupStateResponseReadStateResult = {
    topicId: ZERO_UUID,
    partitions: [],
  }
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionResult(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeReadShareGroupStateResponse(
  writer: ByteWriter,
  input: MessageInput<ReadShareGroupStateResponse>,
  version: number,
): void {
  checkEncodeVersion('ReadShareGroupStateResponse', version, 0, 0)
  checkStruct(input, 'ReadShareGroupStateResponse')
  const { results = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, results, 'ReadShareGroupStateResponse.results')
  for (const element of results) {
    encodeReadStateResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateResponse')
}

function decodeReadShareGroupStateResponse(reader: ByteReader, version: number): ReadShareGroupStateResponse {
  checkDecodeVersion(reader, 'ReadShareGroupStateResponse', version, 0, 0)
  const decoded: ReadShareGroupStateResponse = {
    results: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeReadStateResult(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ReadShareGroupStateResponse. */
export const readShareGroupStateResponse: MessageCodec<ReadShareGroupStateResponse> = {
  name: 'ReadShareGroupStateResponse',
  apiKey: 84,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeReadShareGroupStateResponse,
  decode: decodeReadShareGroupStateResponse,
}
