// Generated from schemas/merged.json (UnregisterBrokerRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32, writeInt64 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** UnregisterBrokerRecord, versions 0. */
export interface UnregisterBrokerRecord {
  /** int32, versions 0+, a brokerId. */
  brokerId: number
  /** int64, versions 0+. */
  brokerEpoch: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeUnregisterBrokerRecord(
  writer: ByteWriter,
  input: MessageInput<UnregisterBrokerRecord>,
  version: number,
): void {
  checkEncodeVersion('UnregisterBrokerRecord', version, 0, 0)
  checkStruct(input, 'UnregisterBrokerRecord')
  const { brokerId = 0, brokerEpoch = 0n, unknownTaggedFields } = input
  writeInt32(writer, brokerId, 'UnregisterBrokerRecord.brokerId')
  writeInt64(writer, brokerEpoch, 'UnregisterBrokerRecord.brokerEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UnregisterBrokerRecord')
}

function decodeUnregisterBrokerRecord(reader: ByteReader, version: number): UnregisterBrokerRecord {
  checkDecodeVersion(reader, 'UnregisterBrokerRecord', version, 0, 0)
  const decoded: UnregisterBrokerRecord = {
    brokerId: 0,
    brokerEpoch: 0n,
  }
  decoded.brokerId = reader.readInt32()
  decoded.brokerEpoch = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes UnregisterBrokerRecord. */
export const unregisterBrokerRecord: MessageCodec<UnregisterBrokerRecord> = {
  name: 'UnregisterBrokerRecord',
  apiKey: 1,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeUnregisterBrokerRecord,
  decode: decodeUnregisterBrokerRecord,
}
