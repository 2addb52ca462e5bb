// Generated from schemas/merged.json (ProducerIdsRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32, writeInt64 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ProducerIdsRecord, versions 0. */
export interface ProducerIdsRecord {
  /** int32, versions 0+, a brokerId. */
  brokerId: number
  /** int64, versions 0+, default -1. */
  brokerEpoch: bigint
  /** int64, versions 0+. */
  nextProducerId: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeProducerIdsRecord(writer: ByteWriter, input: MessageInput<ProducerIdsRecord>, version: number): void {
  checkEncodeVersion('ProducerIdsRecord', version, 0, 0)
  checkStruct(input, 'ProducerIdsRecord')
  const { brokerId = 0, brokerEpoch = -1n, nextProducerId = 0n, unknownTaggedFields } = input
  writeInt32(writer, brokerId, 'ProducerIdsRecord.brokerId')
  writeInt64(writer, brokerEpoch, 'ProducerIdsRecord.brokerEpoch')
  writeInt64(writer, nextProducerId, 'ProducerIdsRecord.nextProducerId')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ProducerIdsRecord')
}

function decodeProducerIdsRecord(reader: ByteReader, version: number): ProducerIdsRecord {
  checkDecodeVersion(reader, 'ProducerIdsRecord', version, 0, 0)
  const decoded: ProducerIdsRecord = {
    brokerId: 0,
    brokerEpoch: -1n,
    nextProducerId: 0n,
  }
  decoded.brokerId = reader.readInt32()
  decoded.brokerEpoch = reader.readInt64()
  decoded.nextProducerId = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ProducerIdsRecord. */
export const producerIdsRecord: MessageCodec<ProducerIdsRecord> = {
  name: 'ProducerIdsRecord',
  apiKey: 15,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeProducerIdsRecord,
  decode: decodeProducerIdsRecord,
}
