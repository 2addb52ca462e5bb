// Generated from schemas/merged.json (FeatureLevelRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactString, writeInt16 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** FeatureLevelRecord, versions 0. */
export interface FeatureLevelRecord {
  /** string, versions 0+. */
  name: string
  /** int16, versions 0+. */
  featureLevel: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeFeatureLevelRecord(writer: ByteWriter, input: MessageInput<FeatureLevelRecord>, version: number): void {
  checkEncodeVersion('FeatureLevelRecord', version, 0, 0)
  checkStruct(input, 'FeatureLevelRecord')
  const { name = '', featureLevel = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'FeatureLevelRecord.name')
  writeInt16(writer, featureLevel, 'FeatureLevelRecord.featureLevel')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FeatureLevelRecord')
}

function decodeFeatureLevelRecord(reader: ByteReader, version: number): FeatureLevelRecord {
  checkDecodeVersion(reader, 'FeatureLevelRecord', version, 0, 0)
  const decoded: FeatureLevelRecord = {
    name: '',
    featureLevel: 0,
  }
  decoded.name = readCompactString(reader)
  decoded.featureLevel = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes FeatureLevelRecord. */
export const featureLevelRecord: MessageCodec<FeatureLevelRecord> = {
  name: 'FeatureLevelRecord',
  apiKey: 12,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeFeatureLevelRecord,
  decode: decodeFeatureLevelRecord,
}
