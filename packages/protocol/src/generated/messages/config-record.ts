// Generated from schemas/merged.json (ConfigRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactNullableString, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactNullableString,
  writeCompactString,
  writeInt8,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ConfigRecord, versions 0. */
export interface ConfigRecord {
  /** int8, versions 0+. */
  resourceType: number
  /** string, versions 0+. */
  resourceName: string
  /** string, versions 0+. */
  name: string
  /** string, versions 0+, nullable. */
  value: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeConfigRecord(writer: ByteWriter, input: MessageInput<ConfigRecord>, version: number): void {
  checkEncodeVersion('ConfigRecord', version, 0, 0)
  checkStruct(input, 'ConfigRecord')
  const { resourceType = 0, resourceName = '', name = '', value = '', unknownTaggedFields } = input
  writeInt8(writer, resourceType, 'ConfigRecord.resourceType')
  writeCompactString(writer, resourceName, 'ConfigRecord.resourceName')
  writeCompactString(writer, name, 'ConfigRecord.name')
  writeCompactNullableString(writer, value, 'ConfigRecord.value')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConfigRecord')
}

function decodeConfigRecord(reader: ByteReader, version: number): ConfigRecord {
  checkDecodeVersion(reader, 'ConfigRecord', version, 0, 0)
  const decoded: ConfigRecord = {
    resourceType: 0,
    resourceName: '',
    name: '',
    value: '',
  }
  decoded.resourceType = reader.readInt8()
  decoded.resourceName = readCompactString(reader)
  decoded.name = readCompactString(reader)
  decoded.value = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ConfigRecord. */
export const configRecord: MessageCodec<ConfigRecord> = {
  name: 'ConfigRecord',
  apiKey: 4,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeConfigRecord,
  decode: decodeConfigRecord,
}
