// Generated from schemas/merged.json (AlterPartitionReassignmentsResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AlterPartitionReassignmentsResponse, versions 0-1. */
export interface AlterPartitionReassignmentsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** bool, versions 1+, ignored where the version lacks it, default true. */
  allowReplicationFactorChange: boolean
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** []ReassignableTopicResponse, versions 0+. */
  responses: AlterPartitionReassignmentsResponseReassignableTopicResponse[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ReassignableTopicResponse of AlterPartitionReassignmentsResponse. */
export interface AlterPartitionReassignmentsResponseReassignableTopicResponse {
  /** string, versions 0+, a topicName. */
  name: string
  /** []ReassignablePartitionResponse, versions 0+. */
  partitions: AlterPartitionReassignmentsResponseReassignablePartitionResponse[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ReassignablePartitionResponse of AlterPartitionReassignmentsResponse. */
export interface AlterPartitionReassignmentsResponseReassignablePartitionResponse {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeReassignablePartitionResponse(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionReassignmentsResponseReassignablePartitionResponse>,
  _version: number,
): void {
  checkStruct(input, 'AlterPartitionReassignmentsResponse.responses.partitions')
  const { partitionIndex = 0, errorCode = 0, errorMessage = '', unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'AlterPartitionReassignmentsResponse.responses.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'AlterPartitionReassignmentsResponse.responses.partitions.errorCode')
  writeCompactNullableString(writer, errorMessage, 'AlterPartitionReassignmentsResponse.responses.partitions.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionReassignmentsResponse.responses.partitions')
}

function decodeReassignablePartitionResponse(
  reader: ByteReader,
  _version: number,
): AlterPartitionReassignmentsResponseReassignablePartitionResponse {
  const decoded: AlterPartitionReassignmentsResponseReassignablePartitionResponse = {
    partitionIndex: 0,
    errorCode: 0,
    errorMessage: '',
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeReassignableTopicResponse(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionReassignmentsResponseReassignableTopicResponse>,
  version: number,
): void {
  checkStruct(input, 'AlterPartitionReassignmentsResponse.responses')
  const { name = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, name, 'AlterPartitionReassignmentsResponse.responses.name')
  writeCompactArrayLength(writer, partitions, 'AlterPartitionReassignmentsResponse.responses.partitions')
  for (const element of partitions) {
    encodeReassignablePartitionResponse(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionReassignmentsResponse.responses')
}

function decodeReassignableTopicResponse(
  reader: ByteReader,
  version: number,
): AlterPartitionReassignmentsResponseReassignableTopicResponse {
  const decoded: AlterPartitionReassignmentsResponseReassignableTopicResponse = {
    name: '',
    partitions: [],
  }
  decoded.name = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeReassignablePartitionResponse(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAlterPartitionReassignmentsResponse(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionReassignmentsResponse>,
  version: number,
): void {
  checkEncodeVersion('AlterPartitionReassignmentsResponse', version, 0, 1)
  checkStruct(input, 'AlterPartitionReassignmentsResponse')
  const {
    throttleTimeMs = 0,
    allowReplicationFactorChange = true,
    errorCode = 0,
    errorMessage = '',
    responses = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, throttleTimeMs, 'AlterPartitionReassignmentsResponse.throttleTimeMs')
  if (version === 1) {
    writeBool(writer, allowReplicationFactorChange, 'AlterPartitionReassignmentsResponse.allowReplicationFactorChange')
  }
  writeInt16(writer, errorCode, 'AlterPartitionReassignmentsResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'AlterPartitionReassignmentsResponse.errorMessage')
  writeCompactArrayLength(writer, responses, 'AlterPartitionReassignmentsResponse.responses')
  for (const element of responses) {
    encodeReassignableTopicResponse(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionReassignmentsResponse')
}

function decodeAlterPartitionReassignmentsResponse(
  reader: ByteReader,
  version: number,
): AlterPartitionReassignmentsResponse {
  checkDecodeVersion(reader, 'AlterPartitionReassignmentsResponse', version, 0, 1)
  const decoded: AlterPartitionReassignmentsResponse = {
    throttleTimeMs: 0,
    allowReplicationFactorChange: true,
    errorCode: 0,
    errorMessage: '',
    responses: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  if (version === 1) {
    decoded.allowReplicationFactorChange = reader.readBoolean()
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.responses.push(decodeReassignableTopicResponse(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AlterPartitionReassignmentsResponse. */
export const alterPartitionReassignmentsResponse: MessageCodec<AlterPartitionReassignmentsResponse> = {
  name: 'AlterPartitionReassignmentsResponse',
  apiKey: 45,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeAlterPartitionReassignmentsResponse,
  decode: decodeAlterPartitionReassignmentsResponse,
}
