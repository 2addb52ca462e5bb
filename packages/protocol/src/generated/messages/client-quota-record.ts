// Generated from schemas/merged.json (ClientQuotaRecord) by generator/main.ts: not to be edited.
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
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeFloat64,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ClientQuotaRecord, versions 0. */
export interface ClientQuotaRecord {
  /** []EntityData, versions 0+. */
  entity: ClientQuotaRecordEntityData[]
  /** string, versions 0+. */
  key: string
  /** float64, versions 0+. */
  value: number
  /** bool, versions 0+. */
  remove: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** EntityData of ClientQuotaRecord. */
export interface ClientQuotaRecordEntityData {
  /** string, versions 0+. */
  entityType: string
  /** string, versions 0+, nullable. */
  entityName: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeEntityData(
  writer: ByteWriter,
  input: MessageInput<ClientQuotaRecordEntityData>,
  _version: number,
): void {
  checkStruct(input, 'ClientQuotaRecord.entity')
  const { entityType = '', entityName = '', unknownTaggedFields } = input
  writeCompactString(writer, entityType, 'ClientQuotaRecord.entity.entityType')
  writeCompactNullableString(writer, entityName, 'ClientQuotaRecord.entity.entityName')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ClientQuotaRecord.entity')
}

function decodeEntityData(reader: ByteReader, _version: number): ClientQuotaRecordEntityData {
  const decoded: ClientQuotaRecordEntityData = {
    entityType: '',
    entityName: '',
  }
  decoded.entityType = readCompactString(reader)
  decoded.entityName = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeClientQuotaRecord(writer: ByteWriter, input: MessageInput<ClientQuotaRecord>, version: number): void {
  checkEncodeVersion('ClientQuotaRecord', version, 0, 0)
  checkStruct(input, 'ClientQuotaRecord')
  const { entity = [], key = '', value = 0, remove = false, unknownTaggedFields } = input
  writeCompactArrayLength(writer, entity, 'ClientQuotaRecord.entity')
  for (const element of entity) {
    encodeEntityData(writer, element, version)
  }
  writeCompactString(writer, key, 'ClientQuotaRecord.key')
  writeFloat64(writer, value, 'ClientQuotaRecord.value')
  writeBool(writer, remove, 'ClientQuotaRecord.remove')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ClientQuotaRecord')
}

function decodeClientQuotaRecord(reader: ByteReader, version: number): ClientQuotaRecord {
  checkDecodeVersion(reader, 'ClientQuotaRecord', version, 0, 0)
  const decoded: ClientQuotaRecord = {
    entity: [],
    key: '',
    value: 0,
    remove: false,
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.entity.push(decodeEntityData(reader, version))
  }
  decoded.key = readCompactString(reader)
  decoded.value = reader.readFloat64()
  decoded.remove = reader.readBoolean()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ClientQuotaRecord. */
export const clientQuotaRecord: MessageCodec<ClientQuotaRecord> = {
  name: 'ClientQuotaRecord',
  apiKey: 14,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeClientQuotaRecord,
  decode: decodeClientQuotaRecord,
}
