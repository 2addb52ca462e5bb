// Generated from schemas/merged.json (ZkMigrationStateRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt8 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ZkMigrationStateRecord, versions 0. */
export interface ZkMigrationStateRecord {
  /** int8, versions 0+. */
  zkMigrationState: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeZkMigrationStateRecord(
  writer: ByteWriter,
  input: MessageInput<ZkMigrationStateRecord>,
  version: number,
): void {
  checkEncodeVersion('ZkMigrationStateRecord', version, 0, 0)
  checkStruct(input, 'ZkMigrationStateRecord')
  const { zkMigrationState = 0, unknownTaggedFields } = input
  writeInt8(writer, zkMigrationState, 'ZkMigrationStateRecord.zkMigrationState')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ZkMigrationStateRecord')
}

function decodeZkMigrationStateRecord(reader: ByteReader, version: number): ZkMigrationStateRecord {
  checkDecodeVersion(reader, 'ZkMigrationStateRecord', version, 0, 0)
  const decoded: ZkMigrationStateRecord = {
    zkMigrationState: 0,
  }
  decoded.zkMigrationState = reader.readInt8()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ZkMigrationStateRecord. */
export const zkMigrationStateRecord: MessageCodec<ZkMigrationStateRecord> = {
  name: 'ZkMigrationStateRecord',
  apiKey: 21,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeZkMigrationStateRecord,
  decode: decodeZkMigrationStateRecord,
}
