// Generated from schemas/merged.json (AbortTransactionRecord) by generator/main.ts: not to be edited.
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

/** AbortTransactionRecord, versions 0. */
export interface AbortTransactionRecord {
  /** string, versions 0+, nullable, tag 0, default null. */
  reason: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAbortTransactionRecord(
  writer: ByteWriter,
  input: MessageInput<AbortTransactionRecord>,
  version: number,
): void {
  checkEncodeVersion('AbortTransactionRecord', version, 0, 0)
  checkStruct(input, 'AbortTransactionRecord')
  const { reason = null, unknownTaggedFields } = input
  const hasReason = reason !== null
  writer.writeUnsignedVarint((hasReason ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasReason) {
    const start = beginTaggedField(writer, 0)
    writeCompactNullableString(writer, reason, 'AbortTransactionRecord.reason')
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'AbortTransactionRecord')
}

function decodeAbortTransactionRecord(reader: ByteReader, version: number): AbortTransactionRecord {
  checkDecodeVersion(reader, 'AbortTransactionRecord', version, 0, 0)
  const decoded: AbortTransactionRecord = {
    reason: null,
  }
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.reason = readCompactNullableString(reader)
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AbortTransactionRecord. */
export const abortTransactionRecord: MessageCodec<AbortTransactionRecord> = {
  name: 'AbortTransactionRecord',
  apiKey: 25,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeAbortTransactionRecord,
  decode: decodeAbortTransactionRecord,
}
