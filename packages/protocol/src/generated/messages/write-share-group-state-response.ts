// Generated from schemas/merged.json (WriteShareGroupStateResponse) by generator/main.ts: not to be edited.
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

/** WriteShareGroupStateResponse, versions 0-1. */
export interface WriteShareGroupStateResponse {
  /** []WriteStateResult, versions 0+. */
  results: WriteShareGroupStateResponseWriteStateResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** WriteStateResult of WriteShareGroupStateResponse. */
export interface WriteShareGroupStateResponseWriteStateResult {
  /** uuid, versions 0+. */
  topicId: string
  /** []PartitionResult, versions 0+. */
  partitions: WriteShareGroupStateResponsePartitionResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionResult of WriteShareGroupStateResponse. */
export interface WriteShareGroupStateResponsePartitionResult {
  /** int32, versions 0+. */
  partition: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionResult(
  writer: ByteWriter,
  input: MessageInput<WriteShareGroupStateResponsePartitionResult>,
  _version: number,
): void {
  checkStruct(input, 'WriteShareGroupStateResponse.results.partitions')
  const { partition = 0, errorCode = 0, errorMessage = null, unknownTaggedFields } = input
  writeInt32(writer, partition, 'WriteShareGroupStateResponse.results.partitions.partition')
  writeInt16(writer, errorCode, 'WriteShareGroupStateResponse.results.partitions.errorCode')
  writeCompactNullableString(writer, errorMessage, 'WriteShareGroupStateResponse.results.partitions.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteShareGroupStateResponse.results.partitions')
}

function decodePartitionResult(reader: ByteReader, _version: number): WriteShareGroupStateResponsePartitionResult {
  const decoded: WriteShareGroupStateResponsePartitionResult = {
    partition: 0,
    errorCode: 0,
    errorMessage: null,
  }
  decoded.partition = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeWriteStateResult(
  writer: ByteWriter,
  input: MessageInput<WriteShareGroupStateResponseWriteStateResult>,
  version: number,
): void {
  checkStruct(input, 'WriteShareGroupStateResponse.results')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'WriteShareGroupStateResponse.results.topicId')
  writeCompactArrayLength(writer, partitions, 'WriteShareGroupStateResponse.results.partitions')
  for (const element of partitions) {
    encodePartitionResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteShareGroupStateResponse.results')
}

function decodeWriteStateResult(reader: ByteReader, version: number): WriteShareGroupStateResponseWriteStateResult {
  const decoded: WriteShareGroupStateResponseWriteStateResult = {
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

function encodeWriteShareGroupStateResponse(
  writer: ByteWriter,
  input: MessageInput<WriteShareGroupStateResponse>,
  version: number,
): void {
  checkEncodeVersion('WriteShareGroupStateResponse', version, 0, 1)
  checkStruct(input, 'WriteShareGroupStateResponse')
  const { results = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, results, 'WriteShareGroupStateResponse.results')
  for (const element of results) {
    encodeWriteStateResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteShareGroupStateResponse')
}

function decodeWriteShareGroupStateResponse(reader: ByteReader, version: number): WriteShareGroupStateResponse {
  checkDecodeVersion(reader, 'WriteShareGroupStateResponse', version, 0, 1)
  const decoded: WriteShareGroupStateResponse = {
    results: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeWriteStateResult(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes WriteShareGroupStateResponse. */
export const writeShareGroupStateResponse: MessageCodec<WriteShareGroupStateResponse> = {
  name: 'WriteShareGroupStateResponse',
  apiKey: 85,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeWriteShareGroupStateResponse,
  decode: decodeWriteShareGroupStateResponse,
}
