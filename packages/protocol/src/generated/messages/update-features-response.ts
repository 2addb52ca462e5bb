// Generated from schemas/merged.json (UpdateFeaturesResponse) by generator/main.ts: not to be edited.
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

/** UpdateFeaturesResponse, versions 0-2. */
export interface UpdateFeaturesResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** []UpdatableFeatureResult, versions 0-1, ignored where the version lacks it. */
  results: UpdateFeaturesResponseUpdatableFeatureResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** UpdatableFeatureResult of UpdateFeaturesResponse. */
export interface UpdateFeaturesResponseUpdatableFeatureResult {
  /** string, versions 0-1, unique in its array. */
  feature: string
  /** int16, versions 0-1. */
  errorCode: number
  /** string, versions 0-1, nullable. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeUpdatableFeatureResult(
  writer: ByteWriter,
  input: MessageInput<UpdateFeaturesResponseUpdatableFeatureResult>,
  _version: number,
): void {
  checkStruct(input, 'UpdateFeaturesResponse.results')
  const { feature = '', errorCode = 0, errorMessage = '', unknownTaggedFields } = input
  writeCompactString(writer, feature, 'UpdateFeaturesResponse.results.feature')
  writeInt16(writer, errorCode, 'UpdateFeaturesResponse.results.errorCode')
  writeCompactNullableString(writer, errorMessage, 'UpdateFeaturesResponse.results.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateFeaturesResponse.results')
}

function decodeUpdatableFeatureResult(
  reader: ByteReader,
  _version: number,
): UpdateFeaturesResponseUpdatableFeatureResult {
  const decoded: UpdateFeaturesResponseUpdatableFeatureResult = {
    feature: '',
    errorCode: 0,
    errorMessage: '',
  }
  decoded.feature = readCompactString(reader)
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeUpdateFeaturesResponse(
  writer: ByteWriter,
  input: MessageInput<UpdateFeaturesResponse>,
  version: number,
): void {
  checkEncodeVersion('UpdateFeaturesResponse', version, 0, 2)
  checkStruct(input, 'UpdateFeaturesResponse')
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', results = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'UpdateFeaturesResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'UpdateFeaturesResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'UpdateFeaturesResponse.errorMessage')
  if (version <= 1) {
    writeCompactArrayLength(writer, results, 'UpdateFeaturesResponse.results')
    for (const element of results) {
      encodeUpdatableFeatureResult(writer, element, version)
    }
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateFeaturesResponse')
}

function decodeUpdateFeaturesResponse(reader: ByteReader, version: number): UpdateFeaturesResponse {
  checkDecodeVersion(reader, 'UpdateFeaturesResponse', version, 0, 2)
  const decoded: UpdateFeaturesResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: '',
    results: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  if (version <= 1) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.results.push(decodeUpdatableFeatureResult(reader, version))
    }
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes UpdateFeaturesResponse. */
export const updateFeaturesResponse: MessageCodec<UpdateFeaturesResponse> = {
  name: 'UpdateFeaturesResponse',
  apiKey: 57,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeUpdateFeaturesResponse,
  decode: decodeUpdateFeaturesResponse,
}
