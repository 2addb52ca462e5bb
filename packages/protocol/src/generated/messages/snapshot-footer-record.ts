// Generated from schemas/merged.json (SnapshotFooterRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt16 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** SnapshotFooterRecord, versions 0. */
export interface SnapshotFooterRecord {
  /** int16, versions 0+. */
  version: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeSnapshotFooterRecord(
  writer: ByteWriter,
  input: MessageInput<SnapshotFooterRecord>,
  version: number,
): void {
  checkEncodeVersion('SnapshotFooterRecord', version, 0, 0)
  checkStruct(input, 'SnapshotFooterRecord')
  const { version: versionField = 0, unknownTaggedFields } = input
  writeInt16(writer, versionField, 'SnapshotFooterRecord.version')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'SnapshotFooterRecord')
}

function decodeSnapshotFooterRecord(reader: ByteReader, version: number): SnapshotFooterRecord {
  checkDecodeVersion(reader, 'SnapshotFooterRecord', version, 0, 0)
  const decoded: SnapshotFooterRecord = {
    version: 0,
  }
  decoded.version = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes SnapshotFooterRecord. */
export const snapshotFooterRecord: MessageCodec<SnapshotFooterRecord> = {
  name: 'SnapshotFooterRecord',
  apiKey: undefined,
  type: 'data',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeSnapshotFooterRecord,
  decode: decodeSnapshotFooterRecord,
}
