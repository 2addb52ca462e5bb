// Generated from schemas/merged.json (IncrementalAlterConfigsResponse) by generator/main.ts: not to be edited.
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
  writeInt8,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** IncrementalAlterConfigsResponse, versions 0-1. */
export interface IncrementalAlterConfigsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []AlterConfigsResourceResponse, versions 0+. */
  responses: IncrementalAlterConfigsResponseAlterConfigsResourceResponse[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterConfigsResourceResponse of IncrementalAlterConfigsResponse. */
export interface IncrementalAlterConfigsResponseAlterConfigsResourceResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** int8, versions 0+. */
  resourceType: number
  /** string, versions 0+. */
  resourceName: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAlterConfigsResourceResponse(
  writer: ByteWriter,
  input: MessageInput<IncrementalAlterConfigsResponseAlterConfigsResourceResponse>,
  version: number,
): void {
  checkStruct(input, 'IncrementalAlterConfigsResponse.responses')
  const { errorCode = 0, errorMessage = '', resourceType = 0, resourceName = '', unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'IncrementalAlterConfigsResponse.responses.errorCode')
  if (version >= 1) {
    writeCompactNullableString(writer, errorMessage, 'IncrementalAlterConfigsResponse.responses.errorMessage')
  } else {
    writeNullableString(writer, errorMessage, 'IncrementalAlterConfigsResponse.responses.errorMessage')
  }
  writeInt8(writer, resourceType, 'IncrementalAlterConfigsResponse.responses.resourceType')
  if (version >= 1) {
    writeCompactString(writer, resourceName, 'IncrementalAlterConfigsResponse.responses.resourceName')
  } else {
    writeString(writer, resourceName, 'IncrementalAlterConfigsResponse.responses.resourceName')
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'IncrementalAlterConfigsResponse.responses')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('IncrementalAlterConfigsResponse.responses.unknownTaggedFields', version)
  }
}

function decodeAlterConfigsResourceResponse(
  reader: ByteReader,
  version: number,
): IncrementalAlterConfigsResponseAlterConfigsResourceResponse {
  const decoded: IncrementalAlterConfigsResponseAlterConfigsResourceResponse = {
    errorCode: 0,
    errorMessage: '',
    resourceType: 0,
    resourceName: '',
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = version >= 1 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.resourceType = reader.readInt8()
  decoded.resourceName = version >= 1 ? readCompactString(reader) : readString(reader)
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeIncrementalAlterConfigsResponse(
  writer: ByteWriter,
  input: MessageInput<IncrementalAlterConfigsResponse>,
  version: number,
): void {
  checkEncodeVersion('IncrementalAlterConfigsResponse', version, 0, 1)
  checkStruct(input, 'IncrementalAlterConfigsResponse')
  const { throttleTimeMs = 0, responses = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'IncrementalAlterConfigsResponse.throttleTimeMs')
  if (version >= 1) {
    writeCompactArrayLength(writer, responses, 'IncrementalAlterConfigsResponse.responses')
  } else {
    writeArrayLength(writer, responses, 'IncrementalAlterConfigsResponse.responses')
  }
  for (const element of responses) {
    encodeAlterConfigsResourceResponse(writer, element, version)
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'IncrementalAlterConfigsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('IncrementalAlterConfigsResponse.unknownTaggedFields', version)
  }
}

function decodeIncrementalAlterConfigsResponse(reader: ByteReader, version: number): IncrementalAlterConfigsResponse {
  checkDecodeVersion(reader, 'IncrementalAlterConfigsResponse', version, 0, 1)
  const decoded: IncrementalAlterConfigsResponse = {
    throttleTimeMs: 0,
    responses: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.responses.push(decodeAlterConfigsResourceResponse(reader, version))
  }
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes IncrementalAlterConfigsResponse. */
export const incrementalAlterConfigsResponse: MessageCodec<IncrementalAlterConfigsResponse> = {
  name: 'IncrementalAlterConfigsResponse',
  apiKey: 44,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 1,
  encode: encodeIncrementalAlterConfigsResponse,
  decode: decodeIncrementalAlterConfigsResponse,
}
