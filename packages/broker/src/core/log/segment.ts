import type { AbortedTransaction } from '@odradek/records'
import type { LogBatch, SegmentRecords } from './segment-records.ts'

/** What is known of a segment before its batches are looked at. */
export interface SegmentStart {
  readonly baseOffset: number
  readonly records: SegmentRecords
  /** Wall clock, in ms. */
  readonly createdAtMs: number
  /** Drawn when it was made: by how much earlier than `segment.ms` it is rolled. */
  readonly rollJitterMs: number
}

/** A stretch of a log, with what is looked at to roll, delete and compact it. */
export class Segment {
  readonly baseOffset: number
  readonly records: SegmentRecords
  readonly createdAtMs: number
  readonly rollJitterMs: number
  /** The greatest timestamp of its records; -1 where none has one. */
  maxTimestamp = -1
  /** The last offset of the batch with that timestamp. */
  offsetOfMaxTimestamp: number
  /** The greatest timestamp of its first batch, from which `segment.ms` counts; -1 where there is none. */
  firstTimestamp = -1
  /** When something was last appended, in ms by the wall clock. */
  lastModifiedMs: number
  /** The transactions whose abort markers lie in it, in their order: what `.txnindex` holds. */
  readonly abortedTransactions: AbortedTransaction[] = []

  constructor({ baseOffset, records, createdAtMs, rollJitterMs }: SegmentStart) {
    this.baseOffset = baseOffset
    this.records = records
    this.createdAtMs = createdAtMs
    this.lastModifiedMs = createdAtMs
    this.rollJitterMs = rollJitterMs
    this.offsetOfMaxTimestamp = baseOffset
  }

  get sizeInBytes(): number {
    return this.records.sizeInBytes
  }

  /** What retention by time goes by: the greatest timestamp or, where records have none, when it was last written. */
  get largestTimestamp(): number {
    return this.maxTimestamp >= 0 ? this.maxTimestamp : this.lastModifiedMs
  }

  append(batch: LogBatch, nowMs: number): void {
    if (this.records.sizeInBytes === 0) this.firstTimestamp = batch.maxTimestamp
    this.records.append(batch)
    this.noteTimestamp(batch)
    this.lastModifiedMs = nowMs
  }

  /** Takes note of a batch's timestamp, where it is greater than those before. */
  noteTimestamp({ maxTimestamp, lastOffset }: LogBatch): void {
    if (maxTimestamp <= this.maxTimestamp) return
    this.maxTimestamp = maxTimestamp
    this.offsetOfMaxTimestamp = lastOffset
  }

  /** Takes away the batches that reach `offset` or lie beyond it. */
  truncateTo(offset: number): void {
    this.records.truncateTo(offset)
    const kept = this.abortedTransactions.findIndex(({ lastOffset }) => lastOffset >= BigInt(offset))
    if (kept >= 0) this.abortedTransactions.length = kept
    this.maxTimestamp = -1
    this.offsetOfMaxTimestamp = this.baseOffset
    for (const batch of this.records.batchesFrom(this.baseOffset)) this.noteTimestamp(batch)
    if (this.sizeInBytes === 0) this.firstTimestamp = -1
  }
}
