// Generated from schemas/merged.json (ReadShareGroupStateSummaryResponse) by generator/main.ts: not to be edited.
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
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ReadShareGroupStateSummaryResponse, versions 0-1. */
export interface ReadShareGroupStateSummaryResponse {
  /** []ReadStateSummaryResult, versions 0+. */
  results: ReadShareGroupStateSummaryResponseReadStateSummaryResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ReadStateSummaryResult of ReadShareGroupStateSummaryResponse. */
export interface ReadShareGroupStateSummaryResponseReadStateSummaryResult {
  /** uuid, versions 0+. */
  topicId: string
  /** []PartitionResult, versions 0+. */
  partitions: ReadShareGroupStateSummaryResponsePartitionResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionResult of ReadShareGroupStateSummaryResponse. */
export interface ReadShareGroupStateSummaryResponsePartitionResult {
  /** int32, versions 0+. */
  partition: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** int32, versions 0+. */
  stateEpoch: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** int64, versions 0+. */
  startOffset: bigint
  /** int32, versions 1+, ignored where the version lacks it, default -1. */
  deliveryCompleteCount: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionResult(
  writer: ByteWriter,
  input: MessageInput<ReadShareGroupStateSummaryResponsePartitionResult>,
  version: number,
): void {
  checkStruct(input, 'ReadShareGroupStateSummaryResponse.results.partitions')
  const {
    partition = 0,
    errorCode = 0,
    errorMessage = null,
    stateEpoch = 0,
    leaderEpoch = 0,
    startOffset = 0n,
    deliveryCompleteCount = -1,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partition, 'ReadShareGroupStateSummaryResponse.results.partitions.partition')
  writeInt16(writer, errorCode, 'ReadShareGroupStateSummaryResponse.results.partitions.errorCode')
  writeCompactNullableString(writer, errorMessage, 'ReadShareGroupStateSummaryResponse.results.partitions.errorMessage')
  writeInt32(writer, stateEpoch, 'ReadShareGroupStateSummaryResponse.results.partitions.stateEpoch')
  writeInt32(writer, leaderEpoch, 'ReadShareGroupStateSummaryResponse.results.partitions.leaderEpoch')
  writeInt64(writer, startOffset, 'ReadShareGroupStateSummaryResponse.results.partitions.startOffset')
  if (version === 1) {
    writeInt32(writer, deliveryCompleteCount, 'ReadShareGroupStateSummaryResponse.results.partitions.deliveryCompleteCount')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateSummaryResponse.results.partitions')
}

function decodePartitionResult(reader: ByteReader, version: number): ReadShareGroupStateSummaryResponsePartitionResult {
  const decoded: ReadShareGroupStateSummaryResponsePartitionResult = {
    partition: 0,
    errorCode: 0,
    errorMessage: null,
    stateEpoch: 0,
    leaderEpoch: 0,
    startOffset: 0n,
    deliveryCompleteCount: -1,
  }
  decoded.partition = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  decoded.stateEpoch = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  decoded.startOffset = reader.readInt64()
  if (version === 1) {
    decoded.deliveryCompleteCount = reader.readInt32()
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeReadStateSummaryResult(
  writer: ByteWriter,
  input: MessageInput<ReadShareGroupStateSummaryResponseReadStateSummaryResult>,
  version: number,
): void {
  checkStruct(input, 'ReadShareGroupStateSummaryResponse.results')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ReadShareGroupStateSummaryResponse.results.topicId')
  writeCompactArrayLength(writer, partitions, 'ReadShareGroupStateSummaryResponse.results.partitions')
  for (const element of partitions) {
    encodePartitionResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateSummaryResponse.results')
}

function decodeReadStateSummaryResult(
  reader: ByteReader,
  version: number,
): ReadShareGroupStateSummaryResponseReadStateSummaryResult {
  const decoded: ReadShareGroupStateSummaryResponseReadStateSummaryResult = {
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

function encodeReadShareGroupStateSummaryResponse(
  writer: ByteWriter,
  input: MessageInput<ReadShareGroupStateSummaryResponse>,
  version: number,
): void {
  checkEncodeVersion('ReadShareGroupStateSummaryResponse', version, 0, 1)
  checkStruct(input, 'ReadShareGroupStateSummaryResponse')
  const { results = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, results, 'ReadShareGroupStateSummaryResponse.results')
  for (const element of results) {
    encodeReadStateSummaryResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ReadShareGroupStateSummaryResponse')
}

function decodeReadShareGroupStateSummaryResponse(
  reader: ByteReader,
  version: number,
): ReadShareGroupStateSummaryResponse {
  checkDecodeVersion(reader, 'ReadShareGroupStateSummaryResponse', version, 0, 1)
  const decoded: ReadShareGroupStateSummaryResponse = {
    results: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeReadStateSummaryResult(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ReadShareGroupStateSummaryResponse. */
export const readShareGroupStateSummaryResponse: MessageCodec<ReadShareGroupStateSummaryResponse> = {
  name: 'ReadShareGroupStateSummaryResponse',
  apiKey: 87,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeReadShareGroupStateSummaryResponse,
  decode: decodeReadShareGroupStateSummaryResponse,
}
