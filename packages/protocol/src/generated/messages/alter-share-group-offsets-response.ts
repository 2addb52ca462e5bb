// Generated from schemas/merged.json (AlterShareGroupOffsetsResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AlterShareGroupOffsetsResponse, versions 0. */
export interface AlterShareGroupOffsetsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** []AlterShareGroupOffsetsResponseTopic, versions 0+. */
  responses: AlterShareGroupOffsetsResponseTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterShareGroupOffsetsResponseTopic of AlterShareGroupOffsetsResponse. */
export interface AlterShareGroupOffsetsResponseTopic {
  /** string, versions 0+, unique in its array, a topicName. */
  topicName: string
  /** uuid, versions 0+. */
  topicId: string
  /** []AlterShareGroupOffsetsResponsePartition, versions 0+. */
  partitions: AlterShareGroupOffsetsResponsePartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterShareGroupOffsetsResponsePartition of AlterShareGroupOffsetsResponse. */
export interface AlterShareGroupOffsetsResponsePartition {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAlterShareGroupOffsetsResponsePartition(
  writer: ByteWriter,
  input: MessageInput<AlterShareGroupOffsetsResponsePartition>,
  _version: number,
): void {
  checkStruct(input, 'AlterShareGroupOffsetsResponse.responses.partitions')
  const { partitionIndex = 0, errorCode = 0, errorMessage = null, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'AlterShareGroupOffsetsResponse.responses.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'AlterShareGroupOffsetsResponse.responses.partitions.errorCode')
  writeCompactNullableString(writer, errorMessage, 'AlterShareGroupOffsetsResponse.responses.partitions.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterShareGroupOffsetsResponse.responses.partitions')
}

function decodeAlterShareGroupOffsetsResponsePartition(
  reader: ByteReader,
  _version: number,
): AlterShareGroupOffsetsResponsePartition {
  const decoded: AlterShareGroupOffsetsResponsePartition = {
    partitionIndex: 0,
    errorCode: 0,
    errorMessage: null,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAlterShareGroupOffsetsResponseTopic(
  writer: ByteWriter,
  input: MessageInput<AlterShareGroupOffsetsResponseTopic>,
  version: number,
): void {
  checkStruct(input, 'AlterShareGroupOffsetsResponse.responses')
  const { topicName = '', topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'AlterShareGroupOffsetsResponse.responses.topicName')
  writeUuid(writer, topicId, 'AlterShareGroupOffsetsResponse.responses.topicId')
  writeCompactArrayLength(writer, partitions, 'AlterShareGroupOffsetsResponse.responses.partitions')
  for (const element of partitions) {
    encodeAlterShareGroupOffsetsResponsePartition(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterShareGroupOffsetsResponse.responses')
}

function decodeAlterShareGroupOffsetsResponseTopic(
  reader: ByteReader,
  version: number,
): AlterShareGroupOffsetsResponseTopic {
  const decoded: AlterShareGroupOffsetsResponseTopic = {
    topicName: '',
    topicId: ZERO_UUID,
    partitions: [],
  }
  decoded.topicName = readCompactString(reader)
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeAlterShareGroupOffsetsResponsePartition(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAlterShareGroupOffsetsResponse(
  writer: ByteWriter,
  input: MessageInput<AlterShareGroupOffsetsResponse>,
  version: number,
): void {
  checkEncodeVersion('AlterShareGroupOffsetsResponse', version, 0, 0)
  checkStruct(input, 'AlterShareGroupOffsetsResponse')
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = null, responses = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'AlterShareGroupOffsetsResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'AlterShareGroupOffsetsResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'AlterShareGroupOffsetsResponse.errorMessage')
  writeCompactArrayLength(writer, responses, 'AlterShareGroupOffsetsResponse.responses')
  for (const element of responses) {
    encodeAlterShareGroupOffsetsResponseTopic(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterShareGroupOffsetsResponse')
}

function decodeAlterShareGroupOffsetsResponse(reader: ByteReader, version: number): AlterShareGroupOffsetsResponse {
  checkDecodeVersion(reader, 'AlterShareGroupOffsetsResponse', version, 0, 0)
  const decoded: AlterShareGroupOffsetsResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: null,
    responses: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.responses.push(decodeAlterShareGroupOffsetsResponseTopic(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AlterShareGroupOffsetsResponse. */
export const alterShareGroupOffsetsResponse: MessageCodec<AlterShareGroupOffsetsResponse> = {
  name: 'AlterShareGroupOffsetsResponse',
  apiKey: 91,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeAlterShareGroupOffsetsResponse,
  decode: decodeAlterShareGroupOffsetsResponse,
}
