// Generated from schemas/merged.json (DeleteShareGroupStateResponse) by generator/main.ts: not to be edited.
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

/** DeleteShareGroupStateResponse, versions 0. */
export interface DeleteShareGroupStateResponse {
  /** []DeleteStateResult, versions 0+. */
  results: DeleteShareGroupStateResponseDeleteStateResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeleteStateResult of DeleteShareGroupStateResponse. */
export interface DeleteShareGroupStateResponseDeleteStateResult {
  /** uuid, versions 0+. */
  topicId: string
  /** []PartitionResult, versions 0+. */
  partitions: DeleteShareGroupStateResponsePartitionResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionResult of DeleteShareGroupStateResponse. */
export interface DeleteShareGroupStateResponsePartitionResult {
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
  input: MessageInput<DeleteShareGroupStateResponsePartitionResult>,
  _version: number,
): void {
  checkStruct(input, 'DeleteShareGroupStateResponse.results.partitions')
  const { partition = 0, errorCode = 0, errorMessage = null, unknownTaggedFields } = input
  writeInt32(writer, partition, 'DeleteShareGroupStateResponse.results.partitions.partition')
  writeInt16(writer, errorCode, 'DeleteShareGroupStateResponse.results.partitions.errorCode')
  writeCompactNullableString(writer, errorMessage, 'DeleteShareGroupStateResponse.results.partitions.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteShareGroupStateResponse.results.partitions')
}

function decodePartitionResult(reader: ByteReader, _version: number): DeleteShareGroupStateResponsePartitionResult {
  const decoded: DeleteShareGroupStateResponsePartitionResult = {
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

function encodeDeleteStateResult(
  writer: ByteWriter,
  input: MessageInput<DeleteShareGroupStateResponseDeleteStateResult>,
  version: number,
): void {
  checkStruct(input, 'DeleteShareGroupStateResponse.results')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'DeleteShareGroupStateResponse.results.topicId')
  writeCompactArrayLength(writer, partitions, 'DeleteShareGroupStateResponse.results.partitions')
  for (const element of partitions) {
    encodePartitionResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteShareGroupStateResponse.results')
}

function decodeDeleteStateResult(reader: ByteReader, version: number): DeleteShareGroupStateResponseDeleteStateResult {
  const decoded: DeleteShareGroupStateResponseDeleteStateResult = {
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

function encodeDeleteShareGroupStateResponse(
  writer: ByteWriter,
  input: MessageInput<DeleteShareGroupStateResponse>,
  version: number,
): void {
  checkEncodeVersion('DeleteShareGroupStateResponse', version, 0, 0)
  checkStruct(input, 'DeleteShareGroupStateResponse')
  const { results = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, results, 'DeleteShareGroupStateResponse.results')
  for (const element of results) {
    encodeDeleteStateResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteShareGroupStateResponse')
}

function decodeDeleteShareGroupStateResponse(reader: ByteReader, version: number): DeleteShareGroupStateResponse {
  checkDecodeVersion(reader, 'DeleteShareGroupStateResponse', version, 0, 0)
  const decoded: DeleteShareGroupStateResponse = {
    results: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeDeleteStateResult(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DeleteShareGroupStateResponse. */
export const deleteShareGroupStateResponse: MessageCodec<DeleteShareGroupStateResponse> = {
  name: 'DeleteShareGroupStateResponse',
  apiKey: 86,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDeleteShareGroupStateResponse,
  decode: decodeDeleteShareGroupStateResponse,
}
