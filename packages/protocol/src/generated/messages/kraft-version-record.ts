// Generated from schemas/merged.json (KRaftVersionRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt16 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** KRaftVersionRecord, versions 0. */
export interface KRaftVersionRecord {
  /** int16, versions 0+. */
  version: number
  /** int16, versions 0+. */
  kRaftVersion: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeKRaftVersionRecord(writer: ByteWriter, input: MessageInput<KRaftVersionRecord>, version: number): void {
  checkEncodeVersion('KRaftVersionRecord', version, 0, 0)
  checkStruct(input, 'KRaftVersionRecord')
  const { version: versionField = 0, kRaftVersion = 0, unknownTaggedFields } = input
  writeInt16(writer, versionField, 'KRaftVersionRecord.version')
  writeInt16(writer, kRaftVersion, 'KRaftVersionRecord.kRaftVersion')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'KRaftVersionRecord')
}

function decodeKRaftVersionRecord(reader: ByteReader, version: number): KRaftVersionRecord {
  checkDecodeVersion(reader, 'KRaftVersionRecord', version, 0, 0)
  const decoded: KRaftVersionRecord = {
    version: 0,
    kRaftVersion: 0,
  }
  decoded.version = reader.readInt16()
  decoded.kRaftVersion = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes KRaftVersionRecord. */
export const kRaftVersionRecord: MessageCodec<KRaftVersionRecord> = {
  name: 'KRaftVersionRecord',
  apiKey: undefined,
  type: 'data',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeKRaftVersionRecord,
  decode: decodeKRaftVersionRecord,
}
