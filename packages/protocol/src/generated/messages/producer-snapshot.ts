// Generated from schemas/merged.json (ProducerSnapshot) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readArrayLength } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeArrayLength,
  writeInt16,
  writeInt32,
  writeInt64,
  writeUint32,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ProducerSnapshot, versions 1. */
export interface ProducerSnapshot {
  /** uint32, versions 1+. */
  crc: number
  /** []ProducerEntry, versions 1+. */
  producerEntries: ProducerSnapshotProducerEntry[]
}

/** ProducerEntry of ProducerSnapshot. */
export interface ProducerSnapshotProducerEntry {
  /** int64, versions 1+. */
  producerId: bigint
  /** int16, versions 1+. */
  epoch: number
  /** int32, versions 1+. */
  lastSequence: number
  /** int64, versions 1+. */
  lastOffset: bigint
  /** int32, versions 1+. */
  offsetDelta: number
  /** int64, versions 1+. */
  timestamp: bigint
  /** int32, versions 1+. */
  coordinatorEpoch: number
  /** int64, versions 1+. */
  currentTxnFirstOffset: bigint
}

function encodeProducerEntry(
  writer: ByteWriter,
  input: MessageInput<ProducerSnapshotProducerEntry>,
  _version: number,
): void {
  checkStruct(input, 'ProducerSnapshot.producerEntries')
  const {
    producerId = 0n,
    epoch = 0,
    lastSequence = 0,
    lastOffset = 0n,
    offsetDelta = 0,
    timestamp = 0n,
    coordinatorEpoch = 0,
    currentTxnFirstOffset = 0n,
  } = input
  writeInt64(writer, producerId, 'ProducerSnapshot.producerEntries.producerId')
  writeInt16(writer, epoch, 'ProducerSnapshot.producerEntries.epoch')
  writeInt32(writer, lastSequence, 'ProducerSnapshot.producerEntries.lastSequence')
  writeInt64(writer, lastOffset, 'ProducerSnapshot.producerEntries.lastOffset')
  writeInt32(writer, offsetDelta, 'ProducerSnapshot.producerEntries.offsetDelta')
  writeInt64(writer, timestamp, 'ProducerSnapshot.producerEntries.timestamp')
  writeInt32(writer, coordinatorEpoch, 'ProducerSnapshot.producerEntries.coordinatorEpoch')
  writeInt64(writer, currentTxnFirstOffset, 'ProducerSnapshot.producerEntries.currentTxnFirstOffset')
}

function decodeProducerEntry(reader: ByteReader, _version: number): ProducerSnapshotProducerEntry {
  const decoded: ProducerSnapshotProducerEntry = {
    producerId: 0n,
    epoch: 0,
    lastSequence: 0,
    lastOffset: 0n,
    offsetDelta: 0,
    timestamp: 0n,
    coordinatorEpoch: 0,
    currentTxnFirstOffset: 0n,
  }
  decoded.producerId = reader.readInt64()
  decoded.epoch = reader.readInt16()
  decoded.lastSequence = reader.readInt32()
  decoded.lastOffset = reader.readInt64()
  decoded.offsetDelta = reader.readInt32()
  decoded.timestamp = reader.readInt64()
  decoded.coordinatorEpoch = reader.readInt32()
  decoded.currentTxnFirstOffset = reader.readInt64()
  return decoded
}

function encodeProducerSnapshot(writer: ByteWriter, input: MessageInput<ProducerSnapshot>, version: number): void {
  checkEncodeVersion('ProducerSnapshot', version, 1, 1)
  checkStruct(input, 'ProducerSnapshot')
  const { crc = 0, producerEntries = [] } = input
  writeUint32(writer, crc, 'ProducerSnapshot.crc')
  writeArrayLength(writer, producerEntries, 'ProducerSnapshot.producerEntries')
  for (const element of producerEntries) {
    encodeProducerEntry(writer, element, version)
  }
}

function decodeProducerSnapshot(reader: ByteReader, version: number): ProducerSnapshot {
  checkDecodeVersion(reader, 'ProducerSnapshot', version, 1, 1)
  const decoded: ProducerSnapshot = {
    crc: 0,
    producerEntries: [],
  }
  decoded.crc = reader.readUint32()
  for (let left = readArrayLength(reader); left > 0; left--) {
    decoded.producerEntries.push(decodeProducerEntry(reader, version))
  }
  return decoded
}

/** Encodes and decodes ProducerSnapshot. */
export const producerSnapshot: MessageCodec<ProducerSnapshot> = {
  name: 'ProducerSnapshot',
  apiKey: undefined,
  type: 'data',
  minVersion: 1,
  maxVersion: 1,
  flexibleFrom: undefined,
  encode: encodeProducerSnapshot,
  decode: decodeProducerSnapshot,
}
