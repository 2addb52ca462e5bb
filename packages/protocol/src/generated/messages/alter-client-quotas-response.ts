// Generated from schemas/merged.json (AlterClientQuotasResponse) by generator/main.ts: not to be edited.
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
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AlterClientQuotasResponse, versions 0-1. */
export interface AlterClientQuotasResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []EntryData, versions 0+. */
  entries: AlterClientQuotasResponseEntryData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** EntryData of AlterClientQuotasResponse. */
export interface AlterClientQuotasResponseEntryData {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** []EntityData, versions 0+. */
  entity: AlterClientQuotasResponseEntityData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** EntityData of AlterClientQuotasResponse. */
export interface AlterClientQuotasResponseEntityData {
  /** string, versions 0+. */
  entityType: string
  /** string, versions 0+, nullable. */
  entityName: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeEntityData(
  writer: ByteWriter,
  input: MessageInput<AlterClientQuotasResponseEntityData>,
  version: number,
): void {
  checkStruct(input, 'AlterClientQuotasResponse.entries.entity')
  const { entityType = '', entityName = '', unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, entityType, 'AlterClientQuotasResponse.entries.entity.entityType')
  } else {
    writeString(writer, entityType, 'AlterClientQuotasResponse.entries.entity.entityType')
  }
  if (version >= 1) {
    writeCompactNullableString(writer, entityName, 'AlterClientQuotasResponse.entries.entity.entityName')
  } else {
    writeNullableString(writer, entityName, 'AlterClientQuotasResponse.entries.entity.entityName')
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterClientQuotasResponse.entries.entity')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterClientQuotasResponse.entries.entity.unknownTaggedFields', version)
  }
}

function decodeEntityData(reader: ByteReader, version: number): AlterClientQuotasResponseEntityData {
  const decoded: AlterClientQuotasResponseEntityData = {
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

function encodeEntryData(
  writer: ByteWriter,
  input: MessageInput<AlterClientQuotasResponseEntryData>,
  version: number,
): void {
  checkStruct(input, 'AlterClientQuotasResponse.entries')
  const { errorCode = 0, errorMessage = '', entity = [], unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'AlterClientQuotasResponse.entries.errorCode')
  if (version >= 1) {
    writeCompactNullableString(writer, errorMessage, 'AlterClientQuotasResponse.entries.errorMessage')
  } else {
    writeNullableString(writer, errorMessage, 'AlterClientQuotasResponse.entries.errorMessage')
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, entity, 'AlterClientQuotasResponse.entries.entity')
  } else {
    writeArrayLength(writer, entity, 'AlterClientQuotasResponse.entries.entity')
  }
  for (const element of entity) {
    encodeEntityData(writer, element, version)
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterClientQuotasResponse.entries')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterClientQuotasResponse.entries.unknownTaggedFields', version)
  }
}

function decodeEntryData(reader: ByteReader, version: number): AlterClientQuotasResponseEntryData {
  const decoded: AlterClientQuotasResponseEntryData = {
    errorCode: 0,
    errorMessage: '',
    entity: [],
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = version >= 1 ? readCompactNullableString(reader) : readNullableString(reader)
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.entity.push(decodeEntityData(reader, version))
  }
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAlterClientQuotasResponse(
  writer: ByteWriter,
  input: MessageInput<AlterClientQuotasResponse>,
  version: number,
): void {
  checkEncodeVersion('AlterClientQuotasResponse', version, 0, 1)
  checkStruct(input, 'AlterClientQuotasResponse')
  const { throttleTimeMs = 0, entries = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'AlterClientQuotasResponse.throttleTimeMs')
  if (version >= 1) {
    writeCompactArrayLength(writer, entries, 'AlterClientQuotasResponse.entries')
  } else {
    writeArrayLength(writer, entries, 'AlterClientQuotasResponse.entries')
  }
  for (const element of entries) {
    encodeEntryData(writer, element, version)
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterClientQuotasResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterClientQuotasResponse.unknownTaggedFields', version)
  }
}

function decodeAlterClientQuotasResponse(reader: ByteReader, version: number): AlterClientQuotasResponse {
  checkDecodeVersion(reader, 'AlterClientQuotasResponse', version, 0, 1)
  const decoded: AlterClientQuotasResponse = {
    throttleTimeMs: 0,
    entries: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.entries.push(decodeEntryData(reader, version))
  }
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes AlterClientQuotasResponse. */
export const alterClientQuotasResponse: MessageCodec<AlterClientQuotasResponse> = {
  name: 'AlterClientQuotasResponse',
  apiKey: 49,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 1,
  encode: encodeAlterClientQuotasResponse,
  decode: decodeAlterClientQuotasResponse,
}
