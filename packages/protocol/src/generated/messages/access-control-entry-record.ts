// Generated from schemas/merged.json (AccessControlEntryRecord) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactString, writeInt8, writeUuid } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AccessControlEntryRecord, versions 0. */
export interface AccessControlEntryRecord {
  /** uuid, versions 0+. */
  id: string
  /** int8, versions 0+. */
  resourceType: number
  /** string, versions 0+. */
  resourceName: string
  /** int8, versions 0+. */
  patternType: number
  /** string, versions 0+. */
  principal: string
  /** string, versions 0+. */
  host: string
  /** int8, versions 0+. */
  operation: number
  /** int8, versions 0+. */
  permissionType: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAccessControlEntryRecord(
  writer: ByteWriter,
  input: MessageInput<AccessControlEntryRecord>,
  version: number,
): void {
  checkEncodeVersion('AccessControlEntryRecord', version, 0, 0)
  checkStruct(input, 'AccessControlEntryRecord')
  const {
    id = ZERO_UUID,
    resourceType = 0,
    resourceName = '',
    patternType = 0,
    principal = '',
    host = '',
    operation = 0,
    permissionType = 0,
    unknownTaggedFields,
  } = input
  writeUuid(writer, id, 'AccessControlEntryRecord.id')
  writeInt8(writer, resourceType, 'AccessControlEntryRecord.resourceType')
  writeCompactString(writer, resourceName, 'AccessControlEntryRecord.resourceName')
  writeInt8(writer, patternType, 'AccessControlEntryRecord.patternType')
  writeCompactString(writer, principal, 'AccessControlEntryRecord.principal')
  writeCompactString(writer, host, 'AccessControlEntryRecord.host')
  writeInt8(writer, operation, 'AccessControlEntryRecord.operation')
  writeInt8(writer, permissionType, 'AccessControlEntryRecord.permissionType')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AccessControlEntryRecord')
}

function decodeAccessControlEntryRecord(reader: ByteReader, version: number): AccessControlEntryRecord {
  checkDecodeVersion(reader, 'AccessControlEntryRecord', version, 0, 0)
  const decoded: AccessControlEntryRecord = {
    id: ZERO_UUID,
    resourceType: 0,
    resourceName: '',
    patternType: 0,
    principal: '',
    host: '',
    operation: 0,
    permissionType: 0,
  }
  decoded.id = reader.readUuid()
  decoded.resourceType = reader.readInt8()
  decoded.resourceName = readCompactString(reader)
  decoded.patternType = reader.readInt8()
  decoded.principal = readCompactString(reader)
  decoded.host = readCompactString(reader)
  decoded.operation = reader.readInt8()
  decoded.permissionType = reader.readInt8()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AccessControlEntryRecord. */
export const accessControlEntryRecord: MessageCodec<AccessControlEntryRecord> = {
  name: 'AccessControlEntryRecord',
  apiKey: 18,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeAccessControlEntryRecord,
  decode: decodeAccessControlEntryRecord,
}
