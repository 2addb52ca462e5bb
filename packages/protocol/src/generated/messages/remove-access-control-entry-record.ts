// Generated from schemas/merged.json (RemoveAccessControlEntryRecord) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeUuid } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** RemoveAccessControlEntryRecord, versions 0. */
export interface RemoveAccessControlEntryRecord {
  /** uuid, versions 0+. */
  id: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeRemoveAccessControlEntryRecord(
  writer: ByteWriter,
  input: MessageInput<RemoveAccessControlEntryRecord>,
  version: number,
): void {
  checkEncodeVersion('RemoveAccessControlEntryRecord', version, 0, 0)
  checkStruct(input, 'RemoveAccessControlEntryRecord')
  const { id = ZERO_UUID, unknownTaggedFields } = input
  writeUuid(writer, id, 'RemoveAccessControlEntryRecord.id')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoveAccessControlEntryRecord')
}

function decodeRemoveAccessControlEntryRecord(reader: ByteReader, version: number): RemoveAccessControlEntryRecord {
  checkDecodeVersion(reader, 'RemoveAccessControlEntryRecord', version, 0, 0)
  const decoded: RemoveAccessControlEntryRecord = {
    id: ZERO_UUID,
  }
  decoded.id = reader.readUuid()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes RemoveAccessControlEntryRecord. */
export const removeAccessControlEntryRecord: MessageCodec<RemoveAccessControlEntryRecord> = {
  name: 'RemoveAccessControlEntryRecord',
  apiKey: 19,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeRemoveAccessControlEntryRecord,
  decode: decodeRemoveAccessControlEntryRecord,
}
