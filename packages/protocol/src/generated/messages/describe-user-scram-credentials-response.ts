// Generated from schemas/merged.json (DescribeUserScramCredentialsResponse) by generator/main.ts: not to be edited.
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
  writeInt8,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeUserScramCredentialsResponse, versions 0. */
export interface DescribeUserScramCredentialsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** []DescribeUserScramCredentialsResult, versions 0+. */
  results: DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeUserScramCredentialsResult of DescribeUserScramCredentialsResponse. */
export interface DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult {
  /** string, versions 0+. */
  user: string
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** []CredentialInfo, versions 0+. */
  credentialInfos: DescribeUserScramCredentialsResponseCredentialInfo[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CredentialInfo of DescribeUserScramCredentialsResponse. */
export interface DescribeUserScramCredentialsResponseCredentialInfo {
  /** int8, versions 0+. */
  mechanism: number
  /** int32, versions 0+. */
  iterations: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeCredentialInfo(
  writer: ByteWriter,
  input: MessageInput<DescribeUserScramCredentialsResponseCredentialInfo>,
  _version: number,
): void {
  checkStruct(input, 'DescribeUserScramCredentialsResponse.results.credentialInfos')
  const { mechanism = 0, iterations = 0, unknownTaggedFields } = input
  writeInt8(writer, mechanism, 'DescribeUserScramCredentialsResponse.results.credentialInfos.mechanism')
  writeInt32(writer, iterations, 'DescribeUserScramCredentialsResponse.results.credentialInfos.iterations')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeUserScramCredentialsResponse.results.credentialInfos')
}

function decodeCredentialInfo(
  reader: ByteReader,
  _version: number,
): DescribeUserScramCredentialsResponseCredentialInfo {
  const decoded: DescribeUserScramCredentialsResponseCredentialInfo = {
    mechanism: 0,
    iterations: 0,
  }
  decoded.mechanism = reader.readInt8()
  decoded.iterations = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeUserScramCredentialsResult(
  writer: ByteWriter,
  input: MessageInput<DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult>,
  version: number,
): void {
  checkStruct(input, 'DescribeUserScramCredentialsResponse.results')
  const { user = '', errorCode = 0, errorMessage = '', credentialInfos = [], unknownTaggedFields } = input
  writeCompactString(writer, user, 'DescribeUserScramCredentialsResponse.results.user')
  writeInt16(writer, errorCode, 'DescribeUserScramCredentialsResponse.results.errorCode')
  writeCompactNullableString(writer, errorMessage, 'DescribeUserScramCredentialsResponse.results.errorMessage')
  writeCompactArrayLength(writer, credentialInfos, 'DescribeUserScramCredentialsResponse.results.credentialInfos')
  for (const element of credentialInfos) {
    encodeCredentialInfo(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeUserScramCredentialsResponse.results')
}

function decodeDescribeUserScramCredentialsResult(
  reader: ByteReader,
  version: number,
): DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult {
  const decoded: DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult = {
    user: '',
    errorCode: 0,
    errorMessage: '',
    credentialInfos: [],
  }
  decoded.user = readCompactString(reader)
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.credentialInfos.push(decodeCredentialInfo(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeUserScramCredentialsResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeUserScramCredentialsResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeUserScramCredentialsResponse', version, 0, 0)
  checkStruct(input, 'DescribeUserScramCredentialsResponse')
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', results = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DescribeUserScramCredentialsResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'DescribeUserScramCredentialsResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'DescribeUserScramCredentialsResponse.errorMessage')
  writeCompactArrayLength(writer, results, 'DescribeUserScramCredentialsResponse.results')
  for (const element of results) {
    encodeDescribeUserScramCredentialsResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeUserScramCredentialsResponse')
}

function decodeDescribeUserScramCredentialsResponse(
  reader: ByteReader,
  version: number,
): DescribeUserScramCredentialsResponse {
  checkDecodeVersion(reader, 'DescribeUserScramCredentialsResponse', version, 0, 0)
  const decoded: DescribeUserScramCredentialsResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: '',
    results: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeDescribeUserScramCredentialsResult(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeUserScramCredentialsResponse. */
export const describeUserScramCredentialsResponse: MessageCodec<DescribeUserScramCredentialsResponse> = {
  name: 'DescribeUserScramCredentialsResponse',
  apiKey: 50,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDescribeUserScramCredentialsResponse,
  decode: decodeDescribeUserScramCredentialsResponse,
}
