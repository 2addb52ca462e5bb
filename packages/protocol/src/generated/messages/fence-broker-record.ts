// Generated from schemas/merged.json (FenceBrokerRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32, writeInt64 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** FenceBrokerRecord, versions 0. */
export interface FenceBrokerRecord {
  /** int32, versions 0+, a brokerId. */
  id: number
  /** int64, versions 0+. */
  epoch: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeFenceBrokerRecord(writer: ByteWriter, input: MessageInput<FenceBrokerRecord>, version: number): void {
  checkEncodeVersion('FenceBrokerRecord', version, 0, 0)
  checkStruct(input, 'FenceBrokerRecord')
  const { id = 0, epoch = 0n, unknownTaggedFields } = input
  writeInt32(writer, id, 'FenceBrokerRecord.id')
  writeInt64(writer, epoch, 'FenceBrokerRecord.epoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FenceBrokerRecord')
}

function decodeFenceBrokerRecord(reader: ByteReader, version: number): FenceBrokerRecord {
  checkDecodeVersion(reader, 'FenceBrokerRecord', version, 0, 0)
  const decoded: FenceBrokerRecord = {
    id: 0,
    epoch: 0n,
  }
  decoded.id = reader.readInt32()
  decoded.epoch = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes FenceBrokerRecord. */
export const fenceBrokerRecord: MessageCodec<FenceBrokerRecord> = {
  name: 'FenceBrokerRecord',
  apiKey: 7,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeFenceBrokerRecord,
  decode: decodeFenceBrokerRecord,
}
