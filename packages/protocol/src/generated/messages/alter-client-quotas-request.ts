// Generated from schemas/merged.json (AlterClientQuotasRequest) by generator/main.ts: not to be edited.
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
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeFloat64,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AlterClientQuotasRequest, versions 0-1. */
export interface AlterClientQuotasRequest {
  /** []EntryData, versions 0+. */
  entries: AlterClientQuotasRequestEntryData[]
  /** bool, versions 0+. */
  validateOnly: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** EntryData of AlterClientQuotasRequest. */
export interface AlterClientQuotasRequestEntryData {
  /** []EntityData, versions 0+. */
  entity: AlterClientQuotasRequestEntityData[]
  /** []OpData, versions 0+. */
  ops: AlterClientQuotasRequestOpData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** OpData of AlterClientQuotasRequest. */
export interface AlterClientQuotasRequestOpData {
  /** string, versions 0+. */
  key: string
  /** float64, versions 0+. */
  value: number
  /** bool, versions 0+. */
  remove: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** EntityData of AlterClientQuotasRequest. */
export interface AlterClientQuotasRequestEntityData {
  /** string, versions 0+. */
  entityType: string
  /** string, versions 0+, nullable. */
  entityName: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeEntityData(
  writer: ByteWriter,
  input: MessageInput<AlterClientQuotasRequestEntityData>,
  version: number,
): void {
  checkStruct(input, 'AlterClientQuotasRequest.entries.entity')
  const { entityType = '', entityName = '', unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, entityType, 'AlterClientQuotasRequest.entries.entity.entityType')
  } else {
    writeString(writer, entityType, 'AlterClientQuotasRequest.entries.entity.entityType')
  }
  if (version >= 1) {
    writeCompactNullableString(writer, entityName, 'AlterClientQuotasRequest.entries.entity.entityName')
  } else {
    writeNullableString(writer, entityName, 'AlterClientQuotasRequest.entries.entity.entityName')
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterClientQuotasRequest.entries.entity')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterClientQuotasRequest.entries.entity.unknownTaggedFields', version)
  }
}

function decodeEntityData(reader: ByteReader, version: number): AlterClientQuotasRequestEntityData {
  const decoded: AlterClientQuotasRequestEntityData = {
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

function encodeOpData(writer: ByteWriter, input: MessageInput<AlterClientQuotasRequestOpData>, version: number): void {
  checkStruct(input, 'AlterClientQuotasRequest.entries.ops')
  const { key = '', value = 0, remove = false, unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, key, 'AlterClientQuotasRequest.entries.ops.key')
  } else {
    writeString(writer, key, 'AlterClientQuotasRequest.entries.ops.key')
  }
  writeFloat64(writer, value, 'AlterClientQuotasRequest.entries.ops.value')
  writeBool(writer, remove, 'AlterClientQuotasRequest.entries.ops.remove')
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterClientQuotasRequest.entries.ops')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterClientQuotasRequest.entries.ops.unknownTaggedFields', version)
  }
}

function decodeOpData(reader: ByteReader, version: number): AlterClientQuotasRequestOpData {
  const decoded: AlterClientQuotasRequestOpData = {
    key: '',
    value: 0,
    remove: false,
  }
  decoded.key = version >= 1 ? readCompactString(reader) : readString(reader)
  decoded.value = reader.readFloat64()
  decoded.remove = reader.readBoolean()
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeEntryData(
  writer: ByteWriter,
  input: MessageInput<AlterClientQuotasRequestEntryData>,
  version: number,
): void {
  checkStruct(input, 'AlterClientQuotasRequest.entries')
  const { entity = [], ops = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactArrayLength(writer, entity, 'AlterClientQuotasRequest.entries.entity')
  } else {
    writeArrayLength(writer, entity, 'AlterClientQuotasRequest.entries.entity')
  }
  for (const element of entity) {
    encodeEntityData(writer, element, version)
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, ops, 'AlterClientQuotasRequest.entries.ops')
  } else {
    writeArrayLength(writer, ops, 'AlterClientQuotasRequest.entries.ops')
  }
  for (const element of ops) {
    encodeOpData(writer, element, version)
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterClientQuotasRequest.entries')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterClientQuotasRequest.entries.unknownTaggedFields', version)
  }
}

function decodeEntryData(reader: ByteReader, version: number): AlterClientQuotasRequestEntryData {
  const decoded: AlterClientQuotasRequestEntryData = {
    entity: [],
    ops: [],
  }
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.entity.push(decodeEntityData(reader, version))
  }
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.ops.push(decodeOpData(reader, version))
  }
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAlterClientQuotasRequest(
  writer: ByteWriter,
  input: MessageInput<AlterClientQuotasRequest>,
  version: number,
): void {
  checkEncodeVersion('AlterClientQuotasRequest', version, 0, 1)
  checkStruct(input, 'AlterClientQuotasRequest')
  const { entries = [], validateOnly = false, unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactArrayLength(writer, entries, 'AlterClientQuotasRequest.entries')
  } else {
    writeArrayLength(writer, entries, 'AlterClientQuotasRequest.entries')
  }
  for (const element of entries) {
    encodeEntryData(writer, element, version)
  }
  writeBool(writer, validateOnly, 'AlterClientQuotasRequest.validateOnly')
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterClientQuotasRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterClientQuotasRequest.unknownTaggedFields', version)
  }
}

function decodeAlterClientQuotasRequest(reader: ByteReader, version: number): AlterClientQuotasRequest {
  checkDecodeVersion(reader, 'AlterClientQuotasRequest', version, 0, 1)
  const decoded: AlterClientQuotasRequest = {
    entries: [],
    validateOnly: false,
  }
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.entries.push(decodeEntryData(reader, version))
  }
  decoded.validateOnly = reader.readBoolean()
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes AlterClientQuotasRequest. */
export const alterClientQuotasRequest: MessageCodec<AlterClientQuotasRequest> = {
  name: 'AlterClientQuotasRequest',
  apiKey: 49,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 1,
  encode: encodeAlterClientQuotasRequest,
  decode: decodeAlterClientQuotasRequest,
}
