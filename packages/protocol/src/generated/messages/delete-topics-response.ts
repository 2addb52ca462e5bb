// Generated from schemas/merged.json (DeleteTopicsResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  notNull,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DeleteTopicsResponse, versions 0-6. */
export interface DeleteTopicsResponse {
  /** int32, versions 1+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** []DeletableTopicResult, versions 0+. */
  responses: DeleteTopicsResponseDeletableTopicResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeletableTopicResult of DeleteTopicsResponse. */
export interface DeleteTopicsResponseDeletableTopicResult {
  /** string, versions 0+, nullable in 6+, unique in its array, a topicName. */
  name: string | null
  /** uuid, versions 6+, ignored where the version lacks it. */
  topicId: string
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 5+, nullable, ignored where the version lacks it, default null. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDeletableTopicResult(
  writer: ByteWriter,
  input: MessageInput<DeleteTopicsResponseDeletableTopicResult>,
  version: number,
): void {
  checkStruct(input, 'DeleteTopicsResponse.responses')
  const { name = '', topicId = ZERO_UUID, errorCode = 0, errorMessage = null, unknownTaggedFields } = input
  if (version >= 6) {
    writeCompactNullableString(writer, name, 'DeleteTopicsResponse.responses.name')
  } else if (version >= 4) {
    writeCompactString(writer, notNull(name, 'DeleteTopicsResponse.responses.name', version), 'DeleteTopicsResponse.responses.name')
  } else {
    writeString(writer, notNull(name, 'DeleteTopicsResponse.responses.name', version), 'DeleteTopicsResponse.responses.name')
  }
  if (version === 6) {
    writeUuid(writer, topicId, 'DeleteTopicsResponse.responses.topicId')
  }
  writeInt16(writer, errorCode, 'DeleteTopicsResponse.responses.errorCode')
  if (version >= 5) {
    writeCompactNullableString(writer, errorMessage, 'DeleteTopicsResponse.responses.errorMessage')
  }
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteTopicsResponse.responses')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteTopicsResponse.responses.unknownTaggedFields', version)
  }
}

function decodeDeletableTopicResult(reader: ByteReader, version: number): DeleteTopicsResponseDeletableTopicResult {
  const decoded: DeleteTopicsResponseDeletableTopicResult = {
    name: '',
    topicId: ZERO_UUID,
    errorCode: 0,
    errorMessage: null,
  }
  decoded.name = version >= 6 ? readCompactNullableString(reader) : version >= 4 ? readCompactString(reader) : readString(reader)
  if (version === 6) {
    decoded.topicId = reader.readUuid()
  }
  decoded.errorCode = reader.readInt16()
  if (version >= 5) {
    decoded.errorMessage = readCompactNullableString(reader)
  }
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDeleteTopicsResponse(
  writer: ByteWriter,
  input: MessageInput<DeleteTopicsResponse>,
  version: number,
): void {
  checkEncodeVersion('DeleteTopicsResponse', version, 0, 6)
  checkStruct(input, 'DeleteTopicsResponse')
  const { throttleTimeMs = 0, responses = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeInt32(writer, throttleTimeMs, 'DeleteTopicsResponse.throttleTimeMs')
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, responses, 'DeleteTopicsResponse.responses')
  } else {
    writeArrayLength(writer, responses, 'DeleteTopicsResponse.responses')
  }
  for (const element of responses) {
    encodeDeletableTopicResult(writer, element, version)
  }
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteTopicsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteTopicsResponse.unknownTaggedFields', version)
  }
}

function decodeDeleteTopicsResponse(reader: ByteReader, version: number): DeleteTopicsResponse {
  checkDecodeVersion(reader, 'DeleteTopicsResponse', version, 0, 6)
  const decoded: DeleteTopicsResponse = {
    throttleTimeMs: 0,
    responses: [],
  }
  if (version >= 1) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.responses.push(decodeDeletableTopicResult(reader, version))
  }
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DeleteTopicsResponse. */
export const deleteTopicsResponse: MessageCodec<DeleteTopicsResponse> = {
  name: 'DeleteTopicsResponse',
  apiKey: 20,
  type: 'response',
  minVersion: 0,
  maxVersion: 6,
  flexibleFrom: 4,
  encode: encodeDeleteTopicsResponse,
  decode: decodeDeleteTopicsResponse,
}
