// Generated from schemas/merged.json (AlterConfigsResponse) by generator/main.ts: not to be edited.
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

/** AlterConfigsResponse, versions 0-2. */
export interface AlterConfigsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []AlterConfigsResourceResponse, versions 0+. */
  responses: AlterConfigsResponseAlterConfigsResourceResponse[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterConfigsResourceResponse of AlterConfigsResponse. */
export interface AlterConfigsResponseAlterConfigsResourceResponse {
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
  input: MessageInput<AlterConfigsResponseAlterConfigsResourceResponse>,
  version: number,
): void {
  checkStruct(input, 'AlterConfigsResponse.responses')
  const { errorCode = 0, errorMessage = '', resourceType = 0, resourceName = '', unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'AlterConfigsResponse.responses.errorCode')
  if (version >= 2) {
    writeCompactNullableString(writer, errorMessage, 'AlterConfigsResponse.responses.errorMessage')
  } else {
    writeNullableString(writer, errorMessage, 'AlterConfigsResponse.responses.errorMessage')
  }
  writeInt8(writer, resourceType, 'AlterConfigsResponse.responses.resourceType')
  if (version >= 2) {
    writeCompactString(writer, resourceName, 'AlterConfigsResponse.responses.resourceName')
  } else {
    writeString(writer, resourceName, 'AlterConfigsResponse.responses.resourceName')
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterConfigsResponse.responses')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterConfigsResponse.responses.unknownTaggedFields', version)
  }
}

function decodeAlterConfigsResourceResponse(
  reader: ByteReader,
  version: number,
): AlterConfigsResponseAlterConfigsResourceResponse {
  const decoded: AlterConfigsResponseAlterConfigsResourceResponse = {
    errorCode: 0,
    errorMessage: '',
    resourceType: 0,
    resourceName: '',
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.resourceType = reader.readInt8()
  decoded.resourceName = version >= 2 ? readCompactString(reader) : readString(reader)
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAlterConfigsResponse(
  writer: ByteWriter,
  input: MessageInput<AlterConfigsResponse>,
  version: number,
): void {
  checkEncodeVersion('AlterConfigsResponse', version, 0, 2)
  checkStruct(input, 'AlterConfigsResponse')
  const { throttleTimeMs = 0, responses = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'AlterConfigsResponse.throttleTimeMs')
  if (version >= 2) {
    writeCompactArrayLength(writer, responses, 'AlterConfigsResponse.responses')
  } else {
    writeArrayLength(writer, responses, 'AlterConfigsResponse.responses')
  }
  for (const element of responses) {
    encodeAlterConfigsResourceResponse(writer, element, version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterConfigsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterConfigsResponse.unknownTaggedFields', version)
  }
}

function decodeAlterConfigsResponse(reader: ByteReader, version: number): AlterConfigsResponse {
  checkDecodeVersion(reader, 'AlterConfigsResponse', version, 0, 2)
  const decoded: AlterConfigsResponse = {
    throttleTimeMs: 0,
    responses: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.responses.push(decodeAlterConfigsResourceResponse(reader, version))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes AlterConfigsResponse. */
export const alterConfigsResponse: MessageCodec<AlterConfigsResponse> = {
  name: 'AlterConfigsResponse',
  apiKey: 33,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeAlterConfigsResponse,
  decode: decodeAlterConfigsResponse,
}
