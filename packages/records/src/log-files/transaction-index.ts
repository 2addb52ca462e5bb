import { ByteReader, ByteWriter, DecodeError } from '@odradek/bytes'

// Kafka's transaction index (KIP-98), the `.txnindex` file of a log segment: 34 bytes an entry, int16 version, then four int64. It is
// not preallocated.

const ENTRY_SIZE = 34
const VERSION = 0

/** A transaction that was aborted, whose records a consumer with isolation level read_committed leaves out. */
export interface AbortedTransaction {
  producerId: bigint
  /** The offset of the transaction's first record. */
  firstOffset: bigint
  /** The offset of the marker that aborted it. */
  lastOffset: bigint
  /** The last stable offset once it was aborted. */
  lastStableOffset: bigint
}

/**
 * Reads a transaction index. Throws DecodeError where the size is no multiple of 34 (`truncated`), a version is not known
 * (`unsupported`), or last offsets do not rise or lie before the first (`malformed`).
 */
export function decodeTransactionIndex(bytes: Uint8Array): AbortedTransaction[] {
  const { length } = bytes
  if (length % ENTRY_SIZE !== 0) {
    throw new DecodeError(
      'truncated',
      `${length} bytes are no multiple of ${ENTRY_SIZE}`,
      length - (length % ENTRY_SIZE),
    )
  }
  const reader = new ByteReader(bytes)
  const transactions: AbortedTransaction[] = []
  while (reader.remaining > 0) {
    const at = reader.offset
    const version = reader.readInt16()
    if (version !== VERSION) {
      throw new DecodeError('unsupported', `version ${version} of an aborted transaction`, at)
    }
    const transaction = {
      producerId: reader.readInt64(),
      firstOffset: reader.readInt64(),
      lastOffset: reader.readInt64(),
      lastStableOffset: reader.readInt64(),
    }
    const before = transactions.at(-1)?.lastOffset
    if (
      transaction.lastOffset < transaction.firstOffset ||
      (before !== undefined && transaction.lastOffset <= before)
    ) {
      throw new DecodeError('malformed', `a transaction that ends at offset ${transaction.lastOffset}`, at)
    }
    transactions.push(transaction)
  }
  return transactions
}

/** Writes a transaction index. */
export function encodeTransactionIndex(transactions: Iterable<AbortedTransaction>): Uint8Array {
  const writer = new ByteWriter()
  for (const { producerId, firstOffset, lastOffset, lastStableOffset } of transactions) {
    writer.writeInt16(VERSION)
    writer.writeInt64(producerId)
    writer.writeInt64(firstOffset)
    writer.writeInt64(lastOffset)
    writer.writeInt64(lastStableOffset)
  }
  return writer.bytes()
}
