// Generated from schemas/merged.json (NoOpRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** NoOpRecord, versions 0. */
export interface NoOpRecord {
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeNoOpRecord(writer: ByteWriter, input: MessageInput<NoOpRecord>, version: number): void {
  checkEncodeVersion('NoOpRecord', version, 0, 0)
  checkStruct(input, 'NoOpRecord')
  const { unknownTaggedFields } = input
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'NoOpRecord')
}

function decodeNoOpRecord(reader: ByteReader, version: number): NoOpRecord {
  checkDecodeVersion(reader, 'NoOpRecord', version, 0, 0)
  const decoded: NoOpRecord = {}
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes NoOpRecord. */
export const noOpRecord: MessageCodec<NoOpRecord> = {
  name: 'NoOpRecord',
  apiKey: 20,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeNoOpRecord,
  decode: decodeNoOpRecord,
}
