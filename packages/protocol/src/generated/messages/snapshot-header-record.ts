// Generated from schemas/merged.json (SnapshotHeaderRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt16, writeInt64 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** SnapshotHeaderRecord, versions 0. */
export interface SnapshotHeaderRecord {
  /** int16, versions 0+. */
  version: number
  /** int64, versions 0+. */
  lastContainedLogTimestamp: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeSnapshotHeaderRecord(
  writer: ByteWriter,
  input: MessageInput<SnapshotHeaderRecord>,
  version: number,
): void {
  checkEncodeVersion('SnapshotHeaderRecord', version, 0, 0)
  checkStruct(input, 'SnapshotHeaderRecord')
  const { version: versionField = 0, lastContainedLogTimestamp = 0n, unknownTaggedFields } = input
  writeInt16(writer, versionField, 'SnapshotHeaderRecord.version')
  writeInt64(writer, lastContainedLogTimestamp, 'SnapshotHeaderRecord.lastContainedLogTimestamp')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'SnapshotHeaderRecord')
}

function decodeSnapshotHeaderRecord(reader: ByteReader, version: number): SnapshotHeaderRecord {
  checkDecodeVersion(reader, 'SnapshotHeaderRecord', version, 0, 0)
  const decoded: SnapshotHeaderRecord = {
    version: 0,
    lastContainedLogTimestamp: 0n,
  }
  decoded.version = reader.readInt16()
  decoded.lastContainedLogTimestamp = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes SnapshotHeaderRecord. */
export const snapshotHeaderRecord: MessageCodec<SnapshotHeaderRecord> = {
  name: 'SnapshotHeaderRecord',
  apiKey: undefined,
  type: 'data',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeSnapshotHeaderRecord,
  decode: decodeSnapshotHeaderRecord,
}
