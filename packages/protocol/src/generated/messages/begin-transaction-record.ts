// Generated from schemas/merged.json (BeginTransactionRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactNullableString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactNullableString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** BeginTransactionRecord, versions 0. */
export interface BeginTransactionRecord {
  /** string, versions 0+, nullable, tag 0, default null. */
  name: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeBeginTransactionRecord(
  writer: ByteWriter,
  input: MessageInput<BeginTransactionRecord>,
  version: number,
): void {
  checkEncodeVersion('BeginTransactionRecord', version, 0, 0)
  checkStruct(input, 'BeginTransactionRecord')
  const { name = null, unknownTaggedFields } = input
  const hasName = name !== null
  writer.writeUnsignedVarint((hasName ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasName) {
    const start = beginTaggedField(writer, 0)
    writeCompactNullableString(writer, name, 'BeginTransactionRecord.name')
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'BeginTransactionRecord')
}

function decodeBeginTransactionRecord(reader: ByteReader, version: number): BeginTransactionRecord {
  checkDecodeVersion(reader, 'BeginTransactionRecord', version, 0, 0)
  const decoded: BeginTransactionRecord = {
    name: null,
  }
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.name = readCompactNullableString(reader)
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes BeginTransactionRecord. */
export const beginTransactionRecord: MessageCodec<BeginTransactionRecord> = {
  name: 'BeginTransactionRecord',
  apiKey: 23,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeBeginTransactionRecord,
  decode: decodeBeginTransactionRecord,
}
