import type { AbortedTransaction, LeaderEpochEntry, ProducerSnapshotEntry } from '@odradek/records'
import type { SegmentRecords } from './segment-records.ts'

/** Where a log keeps its segments, and what lies beside them. In memory all but the records is kept by the log itself. */
export interface LogStore {
  /** A new, empty segment. */
  createRecords(baseOffset: number): SegmentRecords
  /** A segment that is being compacted, not yet part of the log. */
  createCleaned(baseOffset: number): SegmentRecords
  /** Puts a compacted segment in the place of those that it was made of. `lastModifiedMs`: of the last of them. */
  swapCleaned(baseOffset: number, replaced: readonly number[], lastModifiedMs: number): void
  /** Removes a segment's files, once `file.delete.delay.ms` has passed. */
  removeSegment(baseOffset: number, nowMs: number): void
  /** Takes the files away whose delay has passed. */
  purge(nowMs: number): void
  /** The next time at which `purge` has something to do; Infinity where it has not. */
  readonly nextPurgeMs: number
  /** The aborted transactions of a segment: `added`, or all of them where some went. */
  saveAbortedTransactions(baseOffset: number, all: readonly AbortedTransaction[], added?: AbortedTransaction): void
  saveLeaderEpochs(entries: readonly LeaderEpochEntry[]): void
  /** Keeps the producers as they are at `offset`. */
  saveProducers(offset: number, entries: readonly ProducerSnapshotEntry[]): void
  /** The latest kept producers at `offset` or before it, and beyond `startOffset`. */
  loadProducers(startOffset: number, offset: number): { offset: number; entries: ProducerSnapshotEntry[] } | undefined
  /** Removes what `saveProducers` kept for offsets that do not hold. */
  removeProducers(isRemoved: (offset: number) => boolean): void
  close(): void
}
