// Generated from schemas/merged.json (ClearElrRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ClearElrRecord, versions 0. */
export interface ClearElrRecord {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeClearElrRecord(writer: ByteWriter, input: MessageInput<ClearElrRecord>, version: number): void {
  checkEncodeVersion('ClearElrRecord', version, 0, 0)
  checkStruct(input, 'ClearElrRecord')
  const { topicName = '', unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'ClearElrRecord.topicName')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ClearElrRecord')
}

function decodeClearElrRecord(reader: ByteReader, version: number): ClearElrRecord {
  checkDecodeVersion(reader, 'ClearElrRecord', version, 0, 0)
  const decoded: ClearElrRecord = {
    topicName: '',
  }
  decoded.topicName = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ClearElrRecord. */
export const clearElrRecord: MessageCodec<ClearElrRecord> = {
  name: 'ClearElrRecord',
  apiKey: 28,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeClearElrRecord,
  decode: decodeClearElrRecord,
}
