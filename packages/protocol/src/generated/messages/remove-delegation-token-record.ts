// Generated from schemas/merged.json (RemoveDelegationTokenRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** RemoveDelegationTokenRecord, versions 0. */
export interface RemoveDelegationTokenRecord {
  /** string, versions 0+. */
  tokenId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeRemoveDelegationTokenRecord(
  writer: ByteWriter,
  input: MessageInput<RemoveDelegationTokenRecord>,
  version: number,
): void {
  checkEncodeVersion('RemoveDelegationTokenRecord', version, 0, 0)
  checkStruct(input, 'RemoveDelegationTokenRecord')
  const { tokenId = '', unknownTaggedFields } = input
  writeCompactString(writer, tokenId, 'RemoveDelegationTokenRecord.tokenId')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoveDelegationTokenRecord')
}

function decodeRemoveDelegationTokenRecord(reader: ByteReader, version: number): RemoveDelegationTokenRecord {
  checkDecodeVersion(reader, 'RemoveDelegationTokenRecord', version, 0, 0)
  const decoded: RemoveDelegationTokenRecord = {
    tokenId: '',
  }
  decoded.tokenId = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes RemoveDelegationTokenRecord. */
export const removeDelegationTokenRecord: MessageCodec<RemoveDelegationTokenRecord> = {
  name: 'RemoveDelegationTokenRecord',
  apiKey: 26,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeRemoveDelegationTokenRecord,
  decode: decodeRemoveDelegationTokenRecord,
}
