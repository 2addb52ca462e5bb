// Generated from schemas/merged.json (UnfenceBrokerRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32, writeInt64 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** UnfenceBrokerRecord, versions 0. */
export interface UnfenceBrokerRecord {
  /** int32, versions 0+, a brokerId. */
  id: number
  /** int64, versions 0+. */
  epoch: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeUnfenceBrokerRecord(
  writer: ByteWriter,
  input: MessageInput<UnfenceBrokerRecord>,
  version: number,
): void {
  checkEncodeVersion('UnfenceBrokerRecord', version, 0, 0)
  checkStruct(input, 'UnfenceBrokerRecord')
  const { id = 0, epoch = 0n, unknownTaggedFields } = input
  writeInt32(writer, id, 'UnfenceBrokerRecord.id')
  writeInt64(writer, epoch, 'UnfenceBrokerRecord.epoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UnfenceBrokerRecord')
}

function decodeUnfenceBrokerRecord(reader: ByteReader, version: number): UnfenceBrokerRecord {
  checkDecodeVersion(reader, 'UnfenceBrokerRecord', version, 0, 0)
  const decoded: UnfenceBrokerRecord = {
    id: 0,
    epoch: 0n,
  }
  decoded.id = reader.readInt32()
  decoded.epoch = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes UnfenceBrokerRecord. */
export const unfenceBrokerRecord: MessageCodec<UnfenceBrokerRecord> = {
  name: 'UnfenceBrokerRecord',
  apiKey: 8,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeUnfenceBrokerRecord,
  decode: decodeUnfenceBrokerRecord,
}
