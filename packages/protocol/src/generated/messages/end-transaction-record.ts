// Generated from schemas/merged.json (EndTransactionRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** EndTransactionRecord, versions 0. */
export interface EndTransactionRecord {
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeEndTransactionRecord(
  writer: ByteWriter,
  input: MessageInput<EndTransactionRecord>,
  version: number,
): void {
  checkEncodeVersion('EndTransactionRecord', version, 0, 0)
  checkStruct(input, 'EndTransactionRecord')
  const { unknownTaggedFields } = input
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EndTransactionRecord')
}

function decodeEndTransactionRecord(reader: ByteReader, version: number): EndTransactionRecord {
  checkDecodeVersion(reader, 'EndTransactionRecord', version, 0, 0)
  const decoded: EndTransactionRecord = {}
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes EndTransactionRecord. */
export const endTransactionRecord: MessageCodec<EndTransactionRecord> = {
  name: 'EndTransactionRecord',
  apiKey: 24,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeEndTransactionRecord,
  decode: decodeEndTransactionRecord,
}
