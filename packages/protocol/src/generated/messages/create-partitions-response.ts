// Generated from schemas/merged.json (CreatePartitionsResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** CreatePartitionsResponse, versions 0-3. */
export interface CreatePartitionsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []CreatePartitionsTopicResult, versions 0+. */
  results: CreatePartitionsResponseCreatePartitionsTopicResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CreatePartitionsTopicResult of CreatePartitionsResponse. */
export interface CreatePartitionsResponseCreatePartitionsTopicResult {
  /** string, versions 0+, a topicName. */
  name: string
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeCreatePartitionsTopicResult(
  writer: ByteWriter,
  input: MessageInput<CreatePartitionsResponseCreatePartitionsTopicResult>,
  version: number,
): void {
  checkStruct(input, 'CreatePartitionsResponse.results')
  const { name = '', errorCode = 0, errorMessage = null, unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, name, 'CreatePartitionsResponse.results.name')
  } else {
    writeString(writer, name, 'CreatePartitionsResponse.results.name')
  }
  writeInt16(writer, errorCode, 'CreatePartitionsResponse.results.errorCode')
  if (version >= 2) {
    writeCompactNullableString(writer, errorMessage, 'CreatePartitionsResponse.results.errorMessage')
  } else {
    writeNullableString(writer, errorMessage, 'CreatePartitionsResponse.results.errorMessage')
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreatePartitionsResponse.results')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreatePartitionsResponse.results.unknownTaggedFields', version)
  }
}

function decodeCreatePartitionsTopicResult(
  reader: ByteReader,
  version: number,
): CreatePartitionsResponseCreatePartitionsTopicResult {
  const decoded: CreatePartitionsResponseCreatePartitionsTopicResult = {
    name: '',
    errorCode: 0,
    errorMessage: null,
  }
  decoded.name = version >= 2 ? readCompactString(reader) : readString(reader)
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeCreatePartitionsResponse(
  writer: ByteWriter,
  input: MessageInput<CreatePartitionsResponse>,
  version: number,
): void {
  checkEncodeVersion('CreatePartitionsResponse', version, 0, 3)
  checkStruct(input, 'CreatePartitionsResponse')
  const { throttleTimeMs = 0, results = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'CreatePartitionsResponse.throttleTimeMs')
  if (version >= 2) {
    writeCompactArrayLength(writer, results, 'CreatePartitionsResponse.results')
  } else {
    writeArrayLength(writer, results, 'CreatePartitionsResponse.results')
  }
  for (const element of results) {
    encodeCreatePartitionsTopicResult(writer, element, version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreatePartitionsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreatePartitionsResponse.unknownTaggedFields', version)
  }
}

function decodeCreatePartitionsResponse(reader: ByteReader, version: number): CreatePartitionsResponse {
  checkDecodeVersion(reader, 'CreatePartitionsResponse', version, 0, 3)
  const decoded: CreatePartitionsResponse = {
    throttleTimeMs: 0,
    results: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeCreatePartitionsTopicResult(reader, version))
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes CreatePartitionsResponse. */
export const createPartitionsResponse: MessageCodec<CreatePartitionsResponse> = {
  name: 'CreatePartitionsResponse',
  apiKey: 37,
  type: 'response',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 2,
  encode: encodeCreatePartitionsResponse,
  decode: decodeCreatePartitionsResponse,
}
