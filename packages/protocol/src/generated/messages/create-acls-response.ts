// Generated from schemas/merged.json (CreateAclsResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableString,
  readNullableString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeInt16,
  writeInt32,
  writeNullableString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** CreateAclsResponse, versions 0-3. */
export interface CreateAclsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []AclCreationResult, versions 0+. */
  results: CreateAclsResponseAclCreationResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AclCreationResult of CreateAclsResponse. */
export interface CreateAclsResponseAclCreationResult {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAclCreationResult(
  writer: ByteWriter,
  input: MessageInput<CreateAclsResponseAclCreationResult>,
  version: number,
): void {
  checkStruct(input, 'CreateAclsResponse.results')
  const { errorCode = 0, errorMessage = '', unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'CreateAclsResponse.results.errorCode')
  if (version >= 2) {
    writeCompactNullableString(writer, errorMessage, 'CreateAclsResponse.results.errorMessage')
  } else {
    writeNullableString(writer, errorMessage, 'CreateAclsResponse.results.errorMessage')
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateAclsResponse.results')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateAclsResponse.results.unknownTaggedFields', version)
  }
}

function decodeAclCreationResult(reader: ByteReader, version: number): CreateAclsResponseAclCreationResult {
  const decoded: CreateAclsResponseAclCreationResult = {
    errorCode: 0,
    errorMessage: '',
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeCreateAclsResponse(writer: ByteWriter, input: MessageInput<CreateAclsResponse>, version: number): void {
  checkEncodeVersion('CreateAclsResponse', version, 0, 3)
  checkStruct(input, 'CreateAclsResponse')
  const { throttleTimeMs = 0, results = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'CreateAclsResponse.throttleTimeMs')
  if (version >= 2) {
    writeCompactArrayLength(writer, results, 'CreateAclsResponse.results')
  } else {
    writeArrayLength(writer, results, 'CreateAclsResponse.results')
  }
  for (const element of results) {
    encodeAclCreationResult(writer, element, version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateAclsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateAclsResponse.unknownTaggedFields', version)
  }
}

function decodeCreateAclsResponse(reader: ByteReader, version: number): CreateAclsResponse {
  checkDecodeVersion(reader, 'CreateAclsResponse', version, 0, 3)
  const decoded: CreateAclsResponse = {
    throttleTimeMs: 0,
    results: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeAclCreationResult(reader, version))
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes CreateAclsResponse. */
export const createAclsResponse: MessageCodec<CreateAclsResponse> = {
  name: 'CreateAclsResponse',
  apiKey: 30,
  type: 'response',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 2,
  encode: encodeCreateAclsResponse,
  decode: decodeCreateAclsResponse,
}
