// Generated from schemas/merged.json (DeleteShareGroupOffsetsResponse) by generator/main.ts: not to be edited.
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

/** DeleteShareGroupOffsetsResponse, versions 0. */
export interface DeleteShareGroupOffsetsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** []DeleteShareGroupOffsetsResponseTopic, versions 0+. */
  responses: DeleteShareGroupOffsetsResponseTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeleteShareGroupOffsetsResponseTopic of DeleteShareGroupOffsetsResponse. */
export interface DeleteShareGroupOffsetsResponseTopic {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** uuid, versions 0+. */
  topicId: string
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDeleteShareGroupOffsetsResponseTopic(
  writer: ByteWriter,
  input: MessageInput<DeleteShareGroupOffsetsResponseTopic>,
  _version: number,
): void {
  checkStruct(input, 'DeleteShareGroupOffsetsResponse.responses')
  const { topicName = '', topicId = ZERO_UUID, errorCode = 0, errorMessage = null, unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'DeleteShareGroupOffsetsResponse.responses.topicName')
  writeUuid(writer, topicId, 'DeleteShareGroupOffsetsResponse.responses.topicId')
  writeInt16(writer, errorCode, 'DeleteShareGroupOffsetsResponse.responses.errorCode')
  writeCompactNullableString(writer, errorMessage, 'DeleteShareGroupOffsetsResponse.responses.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteShareGroupOffsetsResponse.responses')
}

function decodeDeleteShareGroupOffsetsResponseTopic(
  reader: ByteReader,
  _version: number,
): DeleteShareGroupOffsetsResponseTopic {
  const decoded: DeleteShareGroupOffsetsResponseTopic = {
    topicName: '',
    topicId: ZERO_UUID,
    errorCode: 0,
    errorMessage: null,
  }
  decoded.topicName = readCompactString(reader)
  decoded.topicId = reader.readUuid()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDeleteShareGroupOffsetsResponse(
  writer: ByteWriter,
  input: MessageInput<DeleteShareGroupOffsetsResponse>,
  version: number,
): void {
  checkEncodeVersion('DeleteShareGroupOffsetsResponse', version, 0, 0)
  checkStruct(input, 'DeleteShareGroupOffsetsResponse')
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = null, responses = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DeleteShareGroupOffsetsResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'DeleteShareGroupOffsetsResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'DeleteShareGroupOffsetsResponse.errorMessage')
  writeCompactArrayLength(writer, responses, 'DeleteShareGroupOffsetsResponse.responses')
  for (const element of responses) {
    encodeDeleteShareGroupOffsetsResponseTopic(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteShareGroupOffsetsResponse')
}

function decodeDeleteShareGroupOffsetsResponse(reader: ByteReader, version: number): DeleteShareGroupOffsetsResponse {
  checkDecodeVersion(reader, 'DeleteShareGroupOffsetsResponse', version, 0, 0)
  const decoded: DeleteShareGroupOffsetsResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: null,
    responses: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.responses.push(decodeDeleteShareGroupOffsetsResponseTopic(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DeleteShareGroupOffsetsResponse. */
export const deleteShareGroupOffsetsResponse: MessageCodec<DeleteShareGroupOffsetsResponse> = {
  name: 'DeleteShareGroupOffsetsResponse',
  apiKey: 92,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDeleteShareGroupOffsetsResponse,
  decode: decodeDeleteShareGroupOffsetsResponse,
}
