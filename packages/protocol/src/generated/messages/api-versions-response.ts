// Generated from schemas/merged.json (ApiVersionsResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readArrayLength, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeBool,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  readUnknownTaggedFields,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** ApiVersionsResponse, versions 0-4. */
export interface ApiVersionsResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** []ApiVersion, versions 0+. */
  apiKeys: ApiVersionsResponseApiVersion[]
  /** int32, versions 1+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** []SupportedFeatureKey, versions 3+, tag 0, ignored where the version lacks it. */
  supportedFeatures: ApiVersionsResponseSupportedFeatureKey[]
  /** int64, versions 3+, tag 1, ignored where the version lacks it, default -1. */
  finalizedFeaturesEpoch: bigint
  /** []FinalizedFeatureKey, versions 3+, tag 2, ignored where the version lacks it. */
  finalizedFeatures: ApiVersionsResponseFinalizedFeatureKey[]
  /** bool, versions 3+, tag 3, ignored where the version lacks it, default false. */
  zkMigrationReady: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** FinalizedFeatureKey of ApiVersionsResponse. */
export interface ApiVersionsResponseFinalizedFeatureKey {
  /** string, versions 3+, unique in its array. */
  name: string
  /** int16, versions 3+. */
  maxVersionLevel: number
  /** int16, versions 3+. */
  minVersionLevel: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** SupportedFeatureKey of ApiVersionsResponse. */
export interface ApiVersionsResponseSupportedFeatureKey {
  /** string, versions 3+, unique in its array. */
  name: string
  /** int16, versions 3+. */
  minVersion: number
  /** int16, versions 3+. */
  maxVersion: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ApiVersion of ApiVersionsResponse. */
export interface ApiVersionsResponseApiVersion {
  /** int16, versions 0+, unique in its array. */
  apiKey: number
  /** int16, versions 0+. */
  minVersion: number
  /** int16, versions 0+. */
  maxVersion: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeApiVersion(
  writer: ByteWriter,
  input: MessageInput<ApiVersionsResponseApiVersion>,
  version: number,
): void {
  checkStruct(input, 'ApiVersionsResponse.apiKeys')
  const { apiKey = 0, minVersion = 0, maxVersion = 0, unknownTaggedFields } = input
  writeInt16(writer, apiKey, 'ApiVersionsResponse.apiKeys.apiKey')
  writeInt16(writer, minVersion, 'ApiVersionsResponse.apiKeys.minVersion')
  writeInt16(writer, maxVersion, 'ApiVersionsResponse.apiKeys.maxVersion')
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ApiVersionsResponse.apiKeys')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ApiVersionsResponse.apiKeys.unknownTaggedFields', version)
  }
}

function decodeApiVersion(reader: ByteReader, version: number): ApiVersionsResponseApiVersion {
  const decoded: ApiVersionsResponseApiVersion = {
    apiKey: 0,
    minVersion: 0,
    maxVersion: 0,
  }
  decoded.apiKey = reader.readInt16()
  decoded.minVersion = reader.readInt16()
  decoded.maxVersion = reader.readInt16()
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeSupportedFeatureKey(
  writer: ByteWriter,
  input: MessageInput<ApiVersionsResponseSupportedFeatureKey>,
  _version: number,
): void {
  checkStruct(input, 'ApiVersionsResponse.supportedFeatures')
  const { name = '', minVersion = 0, maxVersion = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'ApiVersionsResponse.supportedFeatures.name')
  writeInt16(writer, minVersion, 'ApiVersionsResponse.supportedFeatures.minVersion')
  writeInt16(writer, maxVersion, 'ApiVersionsResponse.supportedFeatures.maxVersion')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ApiVersionsResponse.supportedFeatures')
}

function decodeSupportedFeatureKey(reader: ByteReader, _version: number): ApiVersionsResponseSupportedFeatureKey {
  const decoded: ApiVersionsResponseSupportedFeatureKey = {
    name: '',
    minVersion: 0,
    maxVersion: 0,
  }
  decoded.name = readCompactString(reader)
  decoded.minVersion = reader.readInt16()
  decoded.maxVersion = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeFinalizedFeatureKey(
  writer: ByteWriter,
  input: MessageInput<ApiVersionsResponseFinalizedFeatureKey>,
  _version: number,
): void {
  checkStruct(input, 'ApiVersionsResponse.finalizedFeatures')
  const { name = '', maxVersionLevel = 0, minVersionLevel = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'ApiVersionsResponse.finalizedFeatures.name')
  writeInt16(writer, maxVersionLevel, 'ApiVersionsResponse.finalizedFeatures.maxVersionLevel')
  writeInt16(writer, minVersionLevel, 'ApiVersionsResponse.finalizedFeatures.minVersionLevel')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ApiVersionsResponse.finalizedFeatures')
}

function decodeFinalizedFeatureKey(reader: ByteReader, _version: number): ApiVersionsResponseFinalizedFeatureKey {
  const decoded: ApiVersionsResponseFinalizedFeatureKey = {
    name: '',
    maxVersionLevel: 0,
    minVersionLevel: 0,
  }
  decoded.name = readCompactString(reader)
  decoded.maxVersionLevel = reader.readInt16()
  decoded.minVersionLevel = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeApiVersionsResponse(
  writer: ByteWriter,
  input: MessageInput<ApiVersionsResponse>,
  version: number,
): void {
  checkEncodeVersion('ApiVersionsResponse', version, 0, 4)
  checkStruct(input, 'ApiVersionsResponse')
  const {
    errorCode = 0,
    apiKeys = [],
    throttleTimeMs = 0,
    supportedFeatures = [],
    finalizedFeaturesEpoch = -1n,
    finalizedFeatures = [],
    zkMigrationReady = false,
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'ApiVersionsResponse.errorCode')
  if (version >= 3) {
    writeCompactArrayLength(writer, apiKeys, 'ApiVersionsResponse.apiKeys')
  } else {
    writeArrayLength(writer, apiKeys, 'ApiVersionsResponse.apiKeys')
  }
  for (const element of apiKeys) {
    encodeApiVersion(writer, element, version)
  }
  if (version >= 1) {
    writeInt32(writer, throttleTimeMs, 'ApiVersionsResponse.throttleTimeMs')
  }
  const hasSupportedFeatures = version >= 3 && supportedFeatures?.length !== 0
  const hasFinalizedFeaturesEpoch = version >= 3 && finalizedFeaturesEpoch !== -1n
  const hasFinalizedFeatures = version >= 3 && finalizedFeatures?.length !== 0
  const hasZkMigrationReady = version >= 3 && zkMigrationReady !== false
  if (version >= 3) {
    writer.writeUnsignedVarint((hasSupportedFeatures ? 1 : 0) + (hasFinalizedFeaturesEpoch ? 1 : 0) + (hasFinalizedFeatures ? 1 : 0) + (hasZkMigrationReady ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasSupportedFeatures) {
      const start = beginTaggedField(writer, 0)
      writeCompactArrayLength(writer, supportedFeatures, 'ApiVersionsResponse.supportedFeatures')
      for (const element of supportedFeatures) {
        encodeSupportedFeatureKey(writer, element, version)
      }
      endTaggedField(writer, start)
    }
    if (hasFinalizedFeaturesEpoch) {
      const start = beginTaggedField(writer, 1)
      writeInt64(writer, finalizedFeaturesEpoch, 'ApiVersionsResponse.finalizedFeaturesEpoch')
      endTaggedField(writer, start)
    }
    if (hasFinalizedFeatures) {
      const start = beginTaggedField(writer, 2)
      writeCompactArrayLength(writer, finalizedFeatures, 'ApiVersionsResponse.finalizedFeatures')
      for (const element of finalizedFeatures) {
        encodeFinalizedFeatureKey(writer, element, version)
      }
      endTaggedField(writer, start)
    }
    if (hasZkMigrationReady) {
      const start = beginTaggedField(writer, 3)
      writeBool(writer, zkMigrationReady, 'ApiVersionsResponse.zkMigrationReady')
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, 3, 'ApiVersionsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ApiVersionsResponse.unknownTaggedFields', version)
  }
}

function decodeApiVersionsResponse(reader: ByteReader, version: number): ApiVersionsResponse {
  checkDecodeVersion(reader, 'ApiVersionsResponse', version, 0, 4)
  const decoded: ApiVersionsResponse = {
    errorCode: 0,
    apiKeys: [],
    throttleTimeMs: 0,
    supportedFeatures: [],
    finalizedFeaturesEpoch: -1n,
    finalizedFeatures: [],
    zkMigrationReady: false,
  }
  decoded.errorCode = reader.readInt16()
  for (let left = version >= 3 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.apiKeys.push(decodeApiVersion(reader, version))
  }
  if (version >= 1) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  if (version >= 3) {
    let unknownTaggedFields: UnknownTaggedField[] | undefined
    let tag = -1
    for (let left = reader.readUnsignedVarint(); left > 0; left--) {
      tag = readTag(reader, tag)
      const end = readTaggedFieldEnd(reader)
      if (tag === 0) {
        for (let left = readCompactArrayLength(reader); left > 0; left--) {
          decoded.supportedFeatures.push(decodeSupportedFeatureKey(reader, version))
        }
        checkTaggedFieldEnd(reader, tag, end)
      } else if (tag === 1) {
        decoded.finalizedFeaturesEpoch = reader.readInt64()
        checkTaggedFieldEnd(reader, tag, end)
      } else if (tag === 2) {
        for (let left = readCompactArrayLength(reader); left > 0; left--) {
          decoded.finalizedFeatures.push(decodeFinalizedFeatureKey(reader, version))
        }
        checkTaggedFieldEnd(reader, tag, end)
      } else if (tag === 3) {
        decoded.zkMigrationReady = reader.readBoolean()
        checkTaggedFieldEnd(reader, tag, end)
      } else {
        unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
      }
    }
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ApiVersionsResponse. */
export const apiVersionsResponse: MessageCodec<ApiVersionsResponse> = {
  name: 'ApiVersionsResponse',
  apiKey: 18,
  type: 'response',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 3,
  encode: encodeApiVersionsResponse,
  decode: decodeApiVersionsResponse,
}
