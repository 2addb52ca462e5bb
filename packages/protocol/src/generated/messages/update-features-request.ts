// Generated from schemas/merged.json (UpdateFeaturesRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeBool,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt8,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** UpdateFeaturesRequest, versions 0-2. */
export interface UpdateFeaturesRequest {
  /** int32, versions 0+, default 60000. */
  timeoutMs: number
  /** []FeatureUpdateKey, versions 0+. */
  featureUpdates: UpdateFeaturesRequestFeatureUpdateKey[]
  /** bool, versions 1+, default false. */
  validateOnly: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** FeatureUpdateKey of UpdateFeaturesRequest. */
export interface UpdateFeaturesRequestFeatureUpdateKey {
  /** string, versions 0+, unique in its array. */
  feature: string
  /** int16, versions 0+. */
  maxVersionLevel: number
  /** bool, versions 0. */
  allowDowngrade: boolean
  /** int8, versions 1+, default 1. */
  upgradeType: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeFeatureUpdateKey(
  writer: ByteWriter,
  input: MessageInput<UpdateFeaturesRequestFeatureUpdateKey>,
  version: number,
): void {
  checkStruct(input, 'UpdateFeaturesRequest.featureUpdates')
  const {
    feature = '',
    maxVersionLevel = 0,
    allowDowngrade = false,
    upgradeType = 1,
    unknownTaggedFields,
  } = input
  writeCompactString(writer, feature, 'UpdateFeaturesRequest.featureUpdates.feature')
  writeInt16(writer, maxVersionLevel, 'UpdateFeaturesRequest.featureUpdates.maxVersionLevel')
  if (version === 0) {
    writeBool(writer, allowDowngrade, 'UpdateFeaturesRequest.featureUpdates.allowDowngrade')
  } else if (allowDowngrade !== false) {
    throw notInVersion('UpdateFeaturesRequest.featureUpdates.allowDowngrade', version)
  }
  if (version >= 1) {
    writeInt8(writer, upgradeType, 'UpdateFeaturesRequest.featureUpdates.upgradeType')
  } else if (upgradeType !== 1) {
    throw notInVersion('UpdateFeaturesRequest.featureUpdates.upgradeType', version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateFeaturesRequest.featureUpdates')
}

function decodeFeatureUpdateKey(reader: ByteReader, version: number): UpdateFeaturesRequestFeatureUpdateKey {
  const decoded: UpdateFeaturesRequestFeatureUpdateKey = {
    feature: '',
    maxVersionLevel: 0,
    allowDowngrade: false,
    upgradeType: 1,
  }
  decoded.feature = readCompactString(reader)
  decoded.maxVersionLevel = reader.readInt16()
  if (version === 0) {
    decoded.allowDowngrade = reader.readBoolean()
  }
  if (version >= 1) {
    decoded.upgradeType = reader.readInt8()
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeUpdateFeaturesRequest(
  writer: ByteWriter,
  input: MessageInput<UpdateFeaturesRequest>,
  version: number,
): void {
  checkEncodeVersion('UpdateFeaturesRequest', version, 0, 2)
  checkStruct(input, 'UpdateFeaturesRequest')
  const { timeoutMs = 60000, featureUpdates = [], validateOnly = false, unknownTaggedFields } = input
  writeInt32(writer, timeoutMs, 'UpdateFeaturesRequest.timeoutMs')
  writeCompactArrayLength(writer, featureUpdates, 'UpdateFeaturesRequest.featureUpdates')
  for (const element of featureUpdates) {
    encodeFeatureUpdateKey(writer, element, version)
  }
  if (version >= 1) {
    writeBool(writer, validateOnly, 'UpdateFeaturesRequest.validateOnly')
  } else if (validateOnly !== false) {
    throw notInVersion('UpdateFeaturesRequest.validateOnly', version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateFeaturesRequest')
}

function decodeUpdateFeaturesRequest(reader: ByteReader, version: number): UpdateFeaturesRequest {
  checkDecodeVersion(reader, 'UpdateFeaturesRequest', version, 0, 2)
  const decoded: UpdateFeaturesRequest = {
    timeoutMs: 60000,
    featureUpdates: [],
    validateOnly: false,
  }
  decoded.timeoutMs = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.featureUpdates.push(decodeFeatureUpdateKey(reader, version))
  }
  if (version >= 1) {
    decoded.validateOnly = reader.readBoolean()
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes UpdateFeaturesRequest. */
export const updateFeaturesRequest: MessageCodec<UpdateFeaturesRequest> = {
  name: 'UpdateFeaturesRequest',
  apiKey: 57,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeUpdateFeaturesRequest,
  decode: decodeUpdateFeaturesRequest,
}
