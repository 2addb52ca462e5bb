import { ByteReader, ByteWriter, crc32c, DecodeError } from '@odradek/bytes'

// Kafka's producer snapshot, the `.snapshot` file beside a log segment (KIP-98): int16 version, CRC-32C of what follows it, an int32
// count, and 46 bytes for each producer.

const VERSION = 1
/** Where the checksum begins to count: after version and CRC. */
const ENTRIES = 6
const ENTRY_SIZE = 46

/** What a broker remembers of an idempotent producer at the snapshot's offset, the number in the file's name. */
export interface ProducerSnapshotEntry {
  producerId: bigint
  producerEpoch: number
  /** The sequence number of the last record; -1 after a transaction's marker alone. */
  lastSequence: number
  lastOffset: bigint
  /** How far the last batch's last offset lies from its first. */
  offsetDelta: number
  /** The last batch's greatest timestamp in milliseconds. Rounded beyond 2^53. */
  timestamp: number
  /** The epoch of the transaction coordinator that wrote the last marker; -1 for none. */
  coordinatorEpoch: number
  /** -1n where no transaction is open. */
  currentTxnFirstOffset: bigint
}

/**
 * Reads a producer snapshot. Throws DecodeError: `unsupported` for a version other than 1, `checksum`, `truncated`, or `malformed`
 * where bytes follow the entries.
 */
export function decodeProducerSnapshot(bytes: Uint8Array): ProducerSnapshotEntry[] {
  const reader = new ByteReader(bytes)
  const version = reader.readInt16()
  if (version !== VERSION) throw new DecodeError('unsupported', `version ${version} of a producer snapshot`, 0)
  const crc = reader.readUint32()
  const computed = crc32c(bytes, ENTRIES)
  if (computed !== crc) throw new DecodeError('checksum', `the snapshot's CRC is ${crc}, its bytes give ${computed}`, 2)
  const count = reader.readInt32()
  if (count < 0 || reader.remaining !== count * ENTRY_SIZE) {
    const reason = reader.remaining < count * ENTRY_SIZE ? 'truncated' : 'malformed'
    throw new DecodeError(reason, `${count} producers in ${reader.remaining} bytes`, ENTRIES)
  }
  return Array.from({ length: count }, () => readEntry(reader))
}

function readEntry(reader: ByteReader): ProducerSnapshotEntry {
  return {
    producerId: reader.readInt64(),
    producerEpoch: reader.readInt16(),
    lastSequence: reader.readInt32(),
    lastOffset: reader.readInt64(),
    offsetDelta: reader.readInt32(),
    timestamp: reader.readInt64AsNumber(),
    coordinatorEpoch: reader.readInt32(),
    currentTxnFirstOffset: reader.readInt64(),
  }
}

/** Writes a producer snapshot of version 1. */
export function encodeProducerSnapshot(entries: readonly ProducerSnapshotEntry[]): Uint8Array {
  const writer = new ByteWriter(ENTRIES + 4 + entries.length * ENTRY_SIZE)
  writer.writeInt16(VERSION)
  writer.writeInt32(0)
  writer.writeInt32(entries.length)
  for (const entry of entries) {
    writer.writeInt64(entry.producerId)
    writer.writeInt16(entry.producerEpoch)
    writer.writeInt32(entry.lastSequence)
    writer.writeInt64(entry.lastOffset)
    writer.writeInt32(entry.offsetDelta)
    writer.writeInt64FromNumber(entry.timestamp)
    writer.writeInt32(entry.coordinatorEpoch)
    writer.writeInt64(entry.currentTxnFirstOffset)
  }
  writer.setInt32At(2, crc32c(writer.buffer, ENTRIES, writer.length))
  return writer.bytes()
}
