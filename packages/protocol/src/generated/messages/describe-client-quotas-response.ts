// Generated from schemas/merged.json (DescribeClientQuotasResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableArrayLength,
  readCompactNullableString,
  readCompactString,
  readNullableArrayLength,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeFloat64,
  writeInt16,
  writeInt32,
  writeNullableArrayLength,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeClientQuotasResponse, versions 0-1. */
export interface DescribeClientQuotasResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** []EntryData, versions 0+, nullable. */
  entries: DescribeClientQuotasResponseEntryData[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** EntryData of DescribeClientQuotasResponse. */
export interface DescribeClientQuotasResponseEntryData {
  /** []EntityData, versions 0+. */
  entity: DescribeClientQuotasResponseEntityData[]
  /** []ValueData, versions 0+. */
  values: DescribeClientQuotasResponseValueData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ValueData of DescribeClientQuotasResponse. */
export interface DescribeClientQuotasResponseValueData {
  /** string, versions 0+. */
  key: string
  /** float64, versions 0+. */
  value: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** EntityData of DescribeClientQuotasResponse. */
export interface DescribeClientQuotasResponseEntityData {
  /** string, versions 0+. */
  entityType: string
  /** string, versions 0+, nullable. */
  entityName: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeEntityData(
  writer: ByteWriter,
  input: MessageInput<DescribeClientQuotasResponseEntityData>,
  version: number,
): void {
  checkStruct(input, 'DescribeClientQuotasResponse.entries.entity')
  const { entityType = '', entityName = '', unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, entityType, 'DescribeClientQuotasResponse.entries.entity.entityType')
  } else {
    writeString(writer, entityType, 'DescribeClientQuotasResponse.entries.entity.entityType')
  }
  if (version >= 1) {
    writeCompactNullableString(writer, entityName, 'DescribeClientQuotasResponse.entries.entity.entityName')
  } else {
    writeNullableString(writer, entityName, 'DescribeClientQuotasResponse.entries.entity.entityName')
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeClientQuotasResponse.entries.entity')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeClientQuotasResponse.entries.entity.unknownTaggedFields', version)
  }
}

function decodeEntityData(reader: ByteReader, version: number): DescribeClientQuotasResponseEntityData {
  const decoded: DescribeClientQuotasResponseEntityData = {
    entityType: '',
    entityName: '',
  }
  decoded.entityType = version >= 1 ? readCompactString(reader) : readString(reader)
  decoded.entityName = version >= 1 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeValueData(
  writer: ByteWriter,
  input: MessageInput<DescribeClientQuotasResponseValueData>,
  version: number,
): void {
  checkStruct(input, 'DescribeClientQuotasResponse.entries.values')
  const { key = '', value = 0, unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, key, 'DescribeClientQuotasResponse.entries.values.key')
  } else {
    writeString(writer, key, 'DescribeClientQuotasResponse.entries.values.key')
  }
  writeFloat64(writer, value, 'DescribeClientQuotasResponse.entries.values.value')
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeClientQuotasResponse.entries.values')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeClientQuotasResponse.entries.values.unknownTaggedFields', version)
  }
}

function decodeValueData(reader: ByteReader, version: number): DescribeClientQuotasResponseValueData {
  const decoded: DescribeClientQuotasResponseValueData = {
    key: '',
    value: 0,
  }
  decoded.key = version >= 1 ? readCompactString(reader) : readString(reader)
  decoded.value = reader.readFloat64()
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeEntryData(
  writer: ByteWriter,
  input: MessageInput<DescribeClientQuotasResponseEntryData>,
  version: number,
): void {
  checkStruct(input, 'DescribeClientQuotasResponse.entries')
  const { entity = [], values = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactArrayLength(writer, entity, 'DescribeClientQuotasResponse.entries.entity')
  } else {
    writeArrayLength(writer, entity, 'DescribeClientQuotasResponse.entries.entity')
  }
  for (const element of entity) {
    encodeEntityData(writer, element, version)
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, values, 'DescribeClientQuotasResponse.entries.values')
  } else {
    writeArrayLength(writer, values, 'DescribeClientQuotasResponse.entries.values')
  }
  for (const element of values) {
    encodeValueData(writer, element, version)
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeClientQuotasResponse.entries')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeClientQuotasResponse.entries.unknownTaggedFields', version)
  }
}

function decodeEntryData(reader: ByteReader, version: number): DescribeClientQuotasResponseEntryData {
  const decoded: DescribeClientQuotasResponseEntryData = {
    entity: [],
    values: [],
  }
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.entity.push(decodeEntityData(reader, version))
  }
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.values.push(decodeValueData(reader, version))
  }
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeClientQuotasResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeClientQuotasResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeClientQuotasResponse', version, 0, 1)
  checkStruct(input, 'DescribeClientQuotasResponse')
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', entries = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DescribeClientQuotasResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'DescribeClientQuotasResponse.errorCode')
  if (version >= 1) {
    writeCompactNullableString(writer, errorMessage, 'DescribeClientQuotasResponse.errorMessage')
  } else {
    writeNullableString(writer, errorMessage, 'DescribeClientQuotasResponse.errorMessage')
  }
  if (version >= 1) {
    writeCompactNullableArrayLength(writer, entries, 'DescribeClientQuotasResponse.entries')
  } else {
    writeNullableArrayLength(writer, entries, 'DescribeClientQuotasResponse.entries')
  }
  if (entries !== null) {
    for (const element of entries) {
      encodeEntryData(writer, element, version)
    }
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeClientQuotasResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeClientQuotasResponse.unknownTaggedFields', version)
  }
}

function decodeDescribeClientQuotasResponse(reader: ByteReader, version: number): DescribeClientQuotasResponse {
  checkDecodeVersion(reader, 'DescribeClientQuotasResponse', version, 0, 1)
  const decoded: DescribeClientQuotasResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: '',
    entries: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = version >= 1 ? readCompactNullableString(reader) : readNullableString(reader)
  const entriesLength = version >= 1 ? readCompactNullableArrayLength(reader) : readNullableArrayLength(reader)
  if (entriesLength < 0) {
    decoded.entries = null
  } else {
    const entriesElements: DescribeClientQuotasResponseEntryData[] = []
    for (let i = 0; i < entriesLength; i++) entriesElements.push(decodeEntryData(reader, version))
    decoded.entries = entriesElements
  }
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DescribeClientQuotasResponse. */
export const describeClientQuotasResponse: MessageCodec<DescribeClientQuotasResponse> = {
  name: 'DescribeClientQuotasResponse',
  apiKey: 48,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 1,
  encode: encodeDescribeClientQuotasResponse,
  decode: decodeDescribeClientQuotasResponse,
}
