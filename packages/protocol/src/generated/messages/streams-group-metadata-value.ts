// Generated from schemas/merged.json (StreamsGroupMetadataValue) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactNullableArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactNullableArrayLength,
  writeCompactString,
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

/** StreamsGroupMetadataValue, versions 0. */
export interface StreamsGroupMetadataValue {
  /** int32, versions 0+. */
  epoch: number
  /** int64, versions 0+. */
  metadataHash: bigint
  /** int32, versions 0+, tag 0, default -1. */
  validatedTopologyEpoch: number
  /** []LastAssignmentConfig, versions 0+, nullable, tag 1. */
  lastAssignmentConfigs: StreamsGroupMetadataValueLastAssignmentConfig[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LastAssignmentConfig of StreamsGroupMetadataValue. */
export interface StreamsGroupMetadataValueLastAssignmentConfig {
  /** string, versions 0+. */
  key: string
  /** string, versions 0+. */
  value: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeLastAssignmentConfig(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupMetadataValueLastAssignmentConfig>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupMetadataValue.LastAssignmentConfig')
  const { key = '', value = '', unknownTaggedFields } = input
  writeCompactString(writer, key, 'StreamsGroupMetadataValue.LastAssignmentConfig.key')
  writeCompactString(writer, value, 'StreamsGroupMetadataValue.LastAssignmentConfig.value')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupMetadataValue.LastAssignmentConfig')
}

function decodeLastAssignmentConfig(
  reader: ByteReader,
  _version: number,
): StreamsGroupMetadataValueLastAssignmentConfig {
  const decoded: StreamsGroupMetadataValueLastAssignmentConfig = {
    key: '',
    value: '',
  }
  decoded.key = readCompactString(reader)
  decoded.value = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeStreamsGroupMetadataValue(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupMetadataValue>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupMetadataValue', version, 0, 0)
  checkStruct(input, 'StreamsGroupMetadataValue')
  const {
    epoch = 0,
    metadataHash = 0n,
    validatedTopologyEpoch = -1,
    lastAssignmentConfigs = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, epoch, 'StreamsGroupMetadataValue.epoch')
  writeInt64(writer, metadataHash, 'StreamsGroupMetadataValue.metadataHash')
  const hasValidatedTopologyEpoch = validatedTopologyEpoch !== -1
  const hasLastAssignmentConfigs = lastAssignmentConfigs?.length !== 0
  writer.writeUnsignedVarint((hasValidatedTopologyEpoch ? 1 : 0) + (hasLastAssignmentConfigs ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasValidatedTopologyEpoch) {
    const start = beginTaggedField(writer, 0)
    writeInt32(writer, validatedTopologyEpoch, 'StreamsGroupMetadataValue.validatedTopologyEpoch')
    endTaggedField(writer, start)
  }
  if (hasLastAssignmentConfigs) {
    const start = beginTaggedField(writer, 1)
    writeCompactNullableArrayLength(writer, lastAssignmentConfigs, 'StreamsGroupMetadataValue.lastAssignmentConfigs')
    if (lastAssignmentConfigs !== null) {
      for (const element of lastAssignmentConfigs) {
        encodeLastAssignmentConfig(writer, element, version)
      }
    }
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 1, 'StreamsGroupMetadataValue')
}

function decodeStreamsGroupMetadataValue(reader: ByteReader, version: number): StreamsGroupMetadataValue {
  checkDecodeVersion(reader, 'StreamsGroupMetadataValue', version, 0, 0)
  const decoded: StreamsGroupMetadataValue = {
    epoch: 0,
    metadataHash: 0n,
    validatedTopologyEpoch: -1,
    lastAssignmentConfigs: [],
  }
  decoded.epoch = reader.readInt32()
  decoded.metadataHash = reader.readInt64()
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.validatedTopologyEpoch = reader.readInt32()
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 1) {
      const lastAssignmentConfigsLength = readCompactNullableArrayLength(reader)
      if (lastAssignmentConfigsLength < 0) {
        decoded.lastAssignmentConfigs = null
      } else {
        const lastAssignmentConfigsElements: StreamsGroupMetadataValueLastAssignmentConfig[] = []
        for (let i = 0; i < lastAssignmentConfigsLength; i++) lastAssignmentConfigsElements.push(decodeLastAssignmentConfig(reader, version))
        decoded.lastAssignmentConfigs = lastAssignmentConfigsElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes StreamsGroupMetadataValue. */
export const streamsGroupMetadataValue: MessageCodec<StreamsGroupMetadataValue> = {
  name: 'StreamsGroupMetadataValue',
  apiKey: 17,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeStreamsGroupMetadataValue,
  decode: decodeStreamsGroupMetadataValue,
}
