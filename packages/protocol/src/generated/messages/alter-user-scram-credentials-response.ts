// Generated from schemas/merged.json (AlterUserScramCredentialsResponse) by generator/main.ts: not to be edited.
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
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AlterUserScramCredentialsResponse, versions 0. */
export interface AlterUserScramCredentialsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []AlterUserScramCredentialsResult, versions 0+. */
  results: AlterUserScramCredentialsResponseAlterUserScramCredentialsResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterUserScramCredentialsResult of AlterUserScramCredentialsResponse. */
export interface AlterUserScramCredentialsResponseAlterUserScramCredentialsResult {
  /** string, versions 0+. */
  user: string
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAlterUserScramCredentialsResult(
  writer: ByteWriter,
  input: MessageInput<AlterUserScramCredentialsResponseAlterUserScramCredentialsResult>,
  _version: number,
): void {
  checkStruct(input, 'AlterUserScramCredentialsResponse.results')
  const { user = '', errorCode = 0, errorMessage = '', unknownTaggedFields } = input
  writeCompactString(writer, user, 'AlterUserScramCredentialsResponse.results.user')
  writeInt16(writer, errorCode, 'AlterUserScramCredentialsResponse.results.errorCode')
  writeCompactNullableString(writer, errorMessage, 'AlterUserScramCredentialsResponse.results.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterUserScramCredentialsResponse.results')
}

function decodeAlterUserScramCredentialsResult(
  reader: ByteReader,
  _version: number,
): AlterUserScramCredentialsResponseAlterUserScramCredentialsResult {
  const decoded: AlterUserScramCredentialsResponseAlterUserScramCredentialsResult = {
    user: '',
    errorCode: 0,
    errorMessage: '',
  }
  decoded.user = readCompactString(reader)
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAlterUserScramCredentialsResponse(
  writer: ByteWriter,
  input: MessageInput<AlterUserScramCredentialsResponse>,
  version: number,
): void {
  checkEncodeVersion('AlterUserScramCredentialsResponse', version, 0, 0)
  checkStruct(input, 'AlterUserScramCredentialsResponse')
  const { throttleTimeMs = 0, results = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'AlterUserScramCredentialsResponse.throttleTimeMs')
  writeCompactArrayLength(writer, results, 'AlterUserScramCredentialsResponse.results')
  for (const element of results) {
    encodeAlterUserScramCredentialsResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterUserScramCredentialsResponse')
}

function decodeAlterUserScramCredentialsResponse(
  reader: ByteReader,
  version: number,
): AlterUserScramCredentialsResponse {
  checkDecodeVersion(reader, 'AlterUserScramCredentialsResponse', version, 0, 0)
  const decoded: AlterUserScramCredentialsResponse = {
    throttleTimeMs: 0,
    results: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeAlterUserScramCredentialsResult(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AlterUserScramCredentialsResponse. */
export const alterUserScramCredentialsResponse: MessageCodec<AlterUserScramCredentialsResponse> = {
  name: 'AlterUserScramCredentialsResponse',
  apiKey: 51,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeAlterUserScramCredentialsResponse,
  decode: decodeAlterUserScramCredentialsResponse,
}
