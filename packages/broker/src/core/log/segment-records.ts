import { RecordBatch } from '@odradek/records'

/** A batch of a log; offsets are numbers here, and exact up to 2^53. */
export interface LogBatch {
  readonly baseOffset: number
  readonly lastOffset: number
  readonly maxTimestamp: number
  readonly bytes: Uint8Array
}

/** The batch that fills `bytes`, with the offsets that it holds. */
export function logBatchOf(bytes: Uint8Array): LogBatch {
  const batch = new RecordBatch(bytes)
  const baseOffset = Number(batch.baseOffset)
  return { baseOffset, lastOffset: baseOffset + batch.lastOffsetDelta, maxTimestamp: batch.maxTimestamp, bytes }
}

/** Where the batches of one segment are kept: in memory or in files. */
export interface SegmentRecords {
  readonly sizeInBytes: number
  /** Bytes that the offset index takes, or would take. */
  readonly offsetIndexBytes: number
  /** Bytes that the time index takes, or would take. */
  readonly timeIndexBytes: number
  /** Takes a batch, and its bytes with it, that goes on from the last one. */
  append(batch: LogBatch): void
  /**
   * Whole batches from the one that holds `offset` on, at most `maxBytes` of them and none that ends at `endOffset` or later; with
   * `atLeastOne` the first one whatever its size.
   */
  read(offset: number, maxBytes: number, atLeastOne: boolean, endOffset: number): Uint8Array[]
  /** The batches from the one that holds `offset`, or the first after it. */
  batchesFrom(offset: number): Iterable<LogBatch>
  /** An offset below which every record has a timestamp less than `timestamp`: where a search for it may begin. */
  offsetBefore(timestamp: number): number
  /** Takes away the batches that reach `offset` or lie beyond it. */
  truncateTo(offset: number): void
  /** Nothing more will be appended: closes the indexes. */
  seal(): void
  /** Returns once all lies on the disk. */
  flush(): void
  close(): void
}
