import { DecodeError } from '@odradek/bytes'

import { batchSizeAt } from './batch-framing.ts'
import { BATCH_LENGTH, MAGIC, RECORDS } from './record-batch-layout.ts'
import { RecordBatch } from './record-batch.ts'

/** Where a batch lies in the bytes, as its first 17 bytes tell. */
export interface BatchPosition {
  /** Where it begins. */
  position: number
  /** Header included. */
  sizeInBytes: number
  /** 0 or 1 (a message, or a compressed message set) or 2. */
  magic: number
}

/**
 * The batches in the bytes of a fetch response, a produce request or a log segment, cut up lazily. A fetch response may end within a
 * batch: what is cut off is passed over in silence.
 */
export class RecordBatches<Batch> implements Iterable<Batch> {
  readonly bytes: Uint8Array
  private readonly view: DataView
  private readonly batchAt: (bytes: Uint8Array, position: number, magic: number) => Batch

  /** Made by `readRecords` and `decodeRecordBatches`; `batchAt` makes a batch of its bytes. */
  constructor(bytes: Uint8Array, batchAt: (bytes: Uint8Array, position: number, magic: number) => Batch) {
    // Views on a Buffer would be Buffers: one class of bytes keeps the way of every record the same, and fast.
    this.bytes =
      bytes.constructor === Uint8Array ? bytes : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.batchAt = batchAt
  }

  /** Throws DecodeError where the next batch is none: `malformed` (a length less than a header's), `unsupported` (its magic). */
  *[Symbol.iterator](): Generator<Batch, undefined> {
    let position = 0
    for (;;) {
      const size = batchSizeAt(this.view, position)
      if (size < 0) return
      const end = position + size
      yield this.batchAt(this.bytes.subarray(position, end), position, this.view.getInt8(position + MAGIC))
      position = end
    }
  }

  /** Where each whole batch lies, without making one. Throws as iterating does. */
  *positions(): Generator<BatchPosition, undefined> {
    let position = 0
    for (;;) {
      const sizeInBytes = batchSizeAt(this.view, position)
      if (sizeInBytes < 0) return
      yield { position, sizeInBytes, magic: this.view.getInt8(position + MAGIC) }
      position += sizeInBytes
    }
  }

  /** How many bytes whole batches take; what follows is cut off. Throws as iterating does. */
  get validBytes(): number {
    let position = 0
    for (;;) {
      const size = batchSizeAt(this.view, position)
      if (size < 0) return position
      position += size
    }
  }
}

/**
 * Cuts bytes into record batches of magic 2, lazily: what Kafka 0.11 and later writes. A message of magic 0 or 1 throws DecodeError
 * `unsupported`; `readRecords` reads those too, at the cost of a larger bundle.
 */
export function decodeRecordBatches(bytes: Uint8Array): RecordBatches<RecordBatch> {
  return new RecordBatches(bytes, recordBatchAt)
}

/** The record batch of magic 2 that fills `bytes`. */
export function recordBatchAt(bytes: Uint8Array, position: number, magic: number): RecordBatch {
  if (magic !== 2) {
    throw new DecodeError(
      'unsupported',
      `a message of magic ${magic}, from before Kafka 0.11: readRecords reads it`,
      position + MAGIC,
    )
  }
  if (bytes.length < RECORDS) {
    throw new DecodeError(
      'malformed',
      `a record batch of ${bytes.length} bytes: its header alone takes ${RECORDS}`,
      position + BATCH_LENGTH,
    )
  }
  return new RecordBatch(bytes, position)
}
