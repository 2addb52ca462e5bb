// Generated from schemas/merged.json (InitializeShareGroupStateResponse) by generator/main.ts: not to be edited.
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

/** InitializeShareGroupStateResponse, versions 0. */
export interface InitializeShareGroupStateResponse {
  /** []InitializeStateResult, versions 0+. */
  results: InitializeShareGroupStateResponseInitializeStateResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** InitializeStateResult of InitializeShareGroupStateResponse. */
export interface InitializeShareGroupStateResponseInitializeStateResult {
  /** uuid, versions 0+. */
  topicId: string
  /** []PartitionResult, versions 0+. */
  partitions: InitializeShareGroupStateResponsePartitionResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionResult of InitializeShareGroupStateResponse. */
export interface InitializeShareGroupStateResponsePartitionResult {
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
  input: MessageInput<InitializeShareGroupStateResponsePartitionResult>,
  _version: number,
): void {
  checkStruct(input, 'InitializeShareGroupStateResponse.results.partitions')
  const { partition = 0, errorCode = 0, errorMessage = null, unknownTaggedFields } = input
  writeInt32(writer, partition, 'InitializeShareGroupStateResponse.results.partitions.partition')
  writeInt16(writer, errorCode, 'InitializeShareGroupStateResponse.results.partitions.errorCode')
  writeCompactNullableString(writer, errorMessage, 'InitializeShareGroupStateResponse.results.partitions.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'InitializeShareGroupStateResponse.results.partitions')
}

function decodePartitionResult(reader: ByteReader, _version: number): InitializeShareGroupStateResponsePartitionResult {
  const decoded: InitializeShareGroupStateResponsePartitionResult = {
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

function encodeInitializeStateResult(
  writer: ByteWriter,
  input: MessageInput<InitializeShareGroupStateResponseInitializeStateResult>,
  version: number,
): void {
  checkStruct(input, 'InitializeShareGroupStateResponse.results')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'InitializeShareGroupStateResponse.results.topicId')
  writeCompactArrayLength(writer, partitions, 'InitializeShareGroupStateResponse.results.partitions')
  for (const element of partitions) {
    encodePartitionResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'InitializeShareGroupStateResponse.results')
}

function decodeInitializeStateResult(
  reader: ByteReader,
  version: number,
): InitializeShareGroupStateResponseInitializeStateResult {
  const decoded: InitializeShareGroupStateResponseInitializeStateResult = {
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

function encodeInitializeShareGroupStateResponse(
  writer: ByteWriter,
  input: MessageInput<InitializeShareGroupStateResponse>,
  version: number,
): void {
  checkEncodeVersion('InitializeShareGroupStateResponse', version, 0, 0)
  checkStruct(input, 'InitializeShareGroupStateResponse')
  const { results = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, results, 'InitializeShareGroupStateResponse.results')
  for (const element of results) {
    encodeInitializeStateResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'InitializeShareGroupStateResponse')
}

function decodeInitializeShareGroupStateResponse(
  reader: ByteReader,
  version: number,
): InitializeShareGroupStateResponse {
  checkDecodeVersion(reader, 'InitializeShareGroupStateResponse', version, 0, 0)
  const decoded: InitializeShareGroupStateResponse = {
    results: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeInitializeStateResult(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes InitializeShareGroupStateResponse. */
export const initializeShareGroupStateResponse: MessageCodec<InitializeShareGroupStateResponse> = {
  name: 'InitializeShareGroupStateResponse',
  apiKey: 83,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeInitializeShareGroupStateResponse,
  decode: decodeInitializeShareGroupStateResponse,
}
