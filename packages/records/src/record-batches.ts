import { DecodeError } from '@odradek/bytes'

import { BATCH_LENGTH, LOG_OVERHEAD, MAGIC, RECORDS } from './record-batch-layout.ts'
import { RecordBatch } from './record-batch.ts'

/** The least that a batch length can say: the fixed fields of a message of magic 0. */
const MIN_LENGTH = 14

/**
 * The record batches in the bytes of a fetch response, a produce request or a log segment, cut up lazily. A fetch response may end
 * within a batch: what is cut off is passed over in silence.
 */
export class RecordBatches implements Iterable<RecordBatch> {
  readonly bytes: Uint8Array
  private readonly view: DataView

  constructor(bytes: Uint8Array) {
    // Views on a Buffer would be Buffers: one class of bytes keeps the way of every record the same, and fast.
    this.bytes =
      bytes.constructor === Uint8Array ? bytes : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /**
   * Throws DecodeError where the next batch is none: `malformed` (a length less than a header's), `unsupported` (a magic that is not 2).
   */
  *[Symbol.iterator](): Generator<RecordBatch, undefined> {
    let position = 0
    for (;;) {
      const size = this.sizeAt(position)
      if (size < 0) return
      const end = position + size
      yield batchOf(this.bytes, this.view.getInt8(position + MAGIC), position, end)
      position = end
    }
  }

  /** How many bytes whole batches take; what follows is cut off. Throws as iterating does, for lengths. */
  get validBytes(): number {
    let position = 0
    for (;;) {
      const size = this.sizeAt(position)
      if (size < 0) return position
      position += size
    }
  }

  /** The size of the batch at `position`, or -1 where it is not whole. */
  private sizeAt(position: number): number {
    const left = this.bytes.length - position
    if (left < LOG_OVERHEAD) return -1
    const length = this.view.getInt32(position + BATCH_LENGTH)
    if (length < MIN_LENGTH) {
      throw new DecodeError(
        'malformed',
        `a batch length of ${length}: the least is ${MIN_LENGTH}`,
        position + BATCH_LENGTH,
      )
    }
    return length + LOG_OVERHEAD <= left ? length + LOG_OVERHEAD : -1
  }
}

/** Cuts bytes into record batches, lazily; `validBytes` of what is given back says how many bytes were whole. */
export function decodeRecordBatches(bytes: Uint8Array): RecordBatches {
  return new RecordBatches(bytes)
}

/** Chooses the reader by the magic, which lies at the same place in all formats from 0.8 on. */
function batchOf(bytes: Uint8Array, magic: number, start: number, end: number): RecordBatch {
  if (magic === 0 || magic === 1) {
    throw new DecodeError(
      'unsupported',
      `a message of magic ${magic}, from before Kafka 0.11: only record batches of magic 2 are read`,
      start + MAGIC,
    )
  }
  if (magic !== 2) throw new DecodeError('unsupported', `magic ${magic} is not known`, start + MAGIC)
  if (end - start < RECORDS) {
    throw new DecodeError(
      'malformed',
      `a record batch of ${end - start} bytes: its header alone takes ${RECORDS}`,
      start + BATCH_LENGTH,
    )
  }
  return new RecordBatch(bytes.subarray(start, end), start)
}
