// The log of one partition (Kafka's UnifiedLog): segments of record batches, with what must be known of their producers, transactions and
// leader epochs. Where it keeps them is the store's affair.
import { InvariantError } from '@odradek/protocol'
import { type AbortedTransaction, RecordBatch } from '@odradek/records'
import { LeaderEpochs } from './leader-epochs.ts'
import type { LogConfig } from './log-config.ts'
import type { LogStore } from './log-store.ts'
import type { CompletedTransaction } from './ongoing-transactions.ts'
import { ProducerStates } from './producer-state.ts'
import { Segment } from './segment.ts'
import { SegmentList } from './segment-list.ts'
import type { LogBatch } from './segment-records.ts'
import { findMaxTimestamp, findTimestamp, type TimestampedOffset } from './timestamp-search.ts'

export type { TimestampedOffset }

/** What a log was left with. */
export interface LogContents {
  readonly segments: readonly Segment[]
  readonly startOffset: number
  readonly endOffset: number
  /** Up to here all lies on the disk. */
  readonly recoveryPoint: number
  readonly producers: ProducerStates
  readonly epochs: LeaderEpochs
}

/** What a log is made with. */
export interface PartitionLogOptions {
  readonly store: LogStore
  /** The configs that hold now. */
  readonly config: () => LogConfig
  /** Hears that something waits to be flushed by `flushAtMs`. */
  readonly onUnflushed?: (flushAtMs: number) => void
  /** From 0 up to 1, for `segment.jitter.ms`. Default: no jitter. */
  readonly random?: () => number
  /** What is there already. Default: nothing. */
  readonly contents?: LogContents
  /** Wall clock, in ms. Default 0. */
  readonly nowMs?: number
  /** The wall clock's time as far as it is known, for appends that do not say; 0: it is not known. */
  readonly knownTimeMs?: () => number
}

/** The greatest distance of an offset from its segment's base offset: an int32 in the indexes. */
const MAX_RELATIVE_OFFSET = 0x7fffffff
const OFFSET_ENTRY_BYTES = 8
const TIME_ENTRY_BYTES = 12

/** The log of one partition: its record batches, in the order of their offsets. */
export class PartitionLog {
  /** The epoch of the partition's leader, as this node knows it. */
  leaderEpoch = 0
  readonly producers: ProducerStates
  readonly epochs: LeaderEpochs
  readonly store: LogStore
  readonly segments: SegmentList
  readonly #config: () => LogConfig
  readonly #random: () => number
  readonly #onUnflushed: ((flushAtMs: number) => void) | undefined
  readonly #knownTimeMs: (() => number) | undefined
  #startOffset: number
  #endOffset: number
  /** Undefined as long as it goes with the log's end, as with one replica. */
  #highWatermark: number | undefined
  #recoveryPoint: number
  #lastFlushMs: number

  constructor({ store, config, random = () => 0, onUnflushed, contents, nowMs = 0, knownTimeMs }: PartitionLogOptions) {
    this.store = store
    this.#onUnflushed = onUnflushed
    this.#knownTimeMs = knownTimeMs
    this.#config = config
    this.#random = random
    this.producers = contents?.producers ?? new ProducerStates()
    this.epochs = contents?.epochs ?? new LeaderEpochs()
    this.segments = new SegmentList(contents?.segments ?? [this.#newSegment(0, nowMs)])
    this.#startOffset = contents?.startOffset ?? 0
    this.#endOffset = contents?.endOffset ?? 0
    this.#recoveryPoint = contents?.recoveryPoint ?? 0
    this.#lastFlushMs = nowMs
  }

  /** The configs that hold now. */
  get config(): LogConfig {
    return this.#config()
  }

  /** The offset of the first record that can be read. */
  get startOffset(): number {
    return this.#startOffset
  }

  /** The offset that the next record gets. */
  get endOffset(): number {
    return this.#endOffset
  }

  /** Consumers read up to here, exclusively. */
  get highWatermark(): number {
    return this.#highWatermark ?? this.#endOffset
  }

  /** From where on transactions are undecided, or their markers not replicated; undefined where all are. */
  get firstUnstableOffset(): number | undefined {
    return this.producers.transactions.firstUnstableOffset
  }

  /** Consumers that read committed records read up to here, exclusively. */
  get lastStableOffset(): number {
    return Math.min(this.highWatermark, this.firstUnstableOffset ?? Infinity)
  }

  get sizeInBytes(): number {
    return this.segments.sizeInBytes
  }

  /** Up to here all lies on the disk: the log's end where it is kept in memory. */
  get recoveryPoint(): number {
    return this.#recoveryPoint
  }

  /** When what was appended is to be flushed at the latest (`flush.ms`); Infinity where nothing waits. */
  get flushAtMs(): number {
    return this.#recoveryPoint < this.#endOffset ? this.#lastFlushMs + this.#config().flushMs : Infinity
  }

  /** Sets up to where records are on all replicas in sync; it never passes the log's end, nor lies before its start. */
  setHighWatermark(offset: number): void {
    this.#highWatermark = Math.max(this.#startOffset, Math.min(offset, this.#endOffset))
    this.producers.transactions.onHighWatermark(this.#highWatermark)
  }

  /** This node now leads the partition in `epoch`: what it appends begins here. */
  becomeLeader(epoch: number): void {
    this.leaderEpoch = epoch
    if (this.epochs.assign(epoch, this.#endOffset)) this.#saveEpochs()
  }

  /**
   * Appends one whole batch that holds its offsets; the log keeps the bytes. `nowMs`: wall clock. Throws InvariantError where the offsets
   * do not go on from the log's end.
   */
  append(bytes: Uint8Array, nowMs?: number): void {
    const batch = new RecordBatch(bytes)
    const baseOffset = Number(batch.baseOffset)
    if (baseOffset < this.#endOffset) {
      throw new InvariantError(
        `a batch of offset ${baseOffset} does not go on from the log's end at ${this.#endOffset}`,
      )
    }
    const { maxTimestamp, partitionLeaderEpoch } = batch
    const lastOffset = baseOffset + batch.lastOffsetDelta
    // Where nothing tells the time, a record's own comes nearest.
    const atMs = nowMs ?? (this.#knownTimeMs?.() || maxTimestamp)
    const entry = { baseOffset, lastOffset, maxTimestamp, bytes }
    if (this.#mustRoll(entry, atMs)) this.roll(atMs, baseOffset)
    this.segments.active.append(entry, atMs)
    const wasFlushed = this.#recoveryPoint === this.#endOffset
    this.#endOffset = lastOffset + 1
    if (partitionLeaderEpoch !== this.epochs.latest && partitionLeaderEpoch >= 0) {
      if (this.epochs.assign(partitionLeaderEpoch, baseOffset)) this.#saveEpochs()
    }
    if (batch.producerId >= 0n) this.#noteProducer(batch, baseOffset)
    if (this.#highWatermark === undefined) this.producers.transactions.onHighWatermark(this.#endOffset)
    if (this.#endOffset - this.#recoveryPoint >= this.#config().flushMessages) this.flush(atMs)
    else if (wasFlushed && this.#onUnflushed !== undefined) this.#noteUnflushed(atMs)
  }

  #noteUnflushed(nowMs: number): void {
    this.#lastFlushMs = nowMs
    this.#onUnflushed!(this.flushAtMs)
  }

  #noteProducer(batch: RecordBatch, baseOffset: number): void {
    const completed = this.producers.onAppended(batch, baseOffset)
    if (completed === undefined) return
    if (completed.isAborted) this.#noteAborted(completed)
    this.producers.transactions.complete(completed)
  }

  #noteAborted(completed: CompletedTransaction): void {
    const aborted = {
      producerId: completed.producerId,
      firstOffset: BigInt(completed.firstOffset),
      lastOffset: BigInt(completed.lastOffset),
      lastStableOffset: BigInt(this.producers.transactions.lastStableOffsetAfter(completed)),
    }
    const { active } = this.segments
    active.abortedTransactions.push(aborted)
    this.store.saveAbortedTransactions(active.baseOffset, active.abortedTransactions, aborted)
  }

  /** Kafka's LogSegment.shouldRoll. */
  #mustRoll({ lastOffset, maxTimestamp, bytes }: LogBatch, nowMs: number): boolean {
    const { active } = this.segments
    const config = this.#config()
    const size = active.sizeInBytes
    if (size > config.segmentBytes - bytes.length) return true
    if (size === 0) return false
    const waitedMs = active.firstTimestamp >= 0 ? maxTimestamp - active.firstTimestamp : nowMs - active.createdAtMs
    // What must be compacted in time must not stay in the active segment.
    const segmentMs = config.compact ? Math.min(config.maxCompactionLagMs, config.segmentMs) : config.segmentMs
    return (
      waitedMs > segmentMs - active.rollJitterMs ||
      active.records.offsetIndexBytes > config.segmentIndexBytes - OFFSET_ENTRY_BYTES ||
      active.records.timeIndexBytes > config.segmentIndexBytes - 2 * TIME_ENTRY_BYTES ||
      lastOffset - active.baseOffset > MAX_RELATIVE_OFFSET
    )
  }

  /** Seals the active segment and begins one at `baseOffset`, which is at or beyond the log's end. Does nothing where it is empty. */
  roll(nowMs: number, baseOffset = this.#endOffset): void {
    const { active } = this.segments
    if (active.sizeInBytes === 0 && active.baseOffset === baseOffset) return
    active.records.seal()
    this.store.saveProducers(baseOffset, this.producers.toSnapshot())
    this.segments.add(this.#newSegment(baseOffset, nowMs))
  }

  #newSegment(baseOffset: number, createdAtMs: number): Segment {
    const { segmentMs, segmentJitterMs } = this.#config()
    const rollJitterMs = segmentJitterMs === 0 ? 0 : Math.floor(this.#random() * Math.min(segmentJitterMs, segmentMs))
    return new Segment({ baseOffset, records: this.store.createRecords(baseOffset), createdAtMs, rollJitterMs })
  }

  /**
   * Whole batches from the one that holds `offset` on, at most `maxBytes` of them, up to `endOffset`; with `atLeastOne` the first one
   * whatever its size. Batches may begin before `offset`: readers pass over the records before it, as with Kafka. One call reads from one
   * segment, as Kafka's does.
   */
  read(offset: number, maxBytes: number, atLeastOne: boolean, endOffset = this.#endOffset): Uint8Array[] {
    if (offset >= endOffset) return []
    const { all } = this.segments
    for (let index = this.segments.indexOf(offset); index < all.length; index++) {
      const segment = all[index]!
      if (segment.baseOffset >= endOffset) break
      const read = segment.records.read(offset, maxBytes, atLeastOne, endOffset)
      // A segment may end before the next begins: compaction leaves gaps. What is merely too large ends the search.
      if (read.length > 0 || index === all.length - 1) return read
      if (segment.records.batchesFrom(offset)[Symbol.iterator]().next().done !== true) return read
    }
    return []
  }

  /** The aborted transactions that a reader of the records from `startOffset` up to `endOffset` must know of. */
  abortedTransactions(startOffset: number, endOffset: number): AbortedTransaction[] {
    const found: AbortedTransaction[] = []
    const { all } = this.segments
    for (let index = this.segments.indexOf(startOffset); index < all.length; index++) {
      for (const aborted of all[index]!.abortedTransactions) {
        if (aborted.lastOffset >= BigInt(startOffset) && aborted.firstOffset < BigInt(endOffset)) found.push(aborted)
        if (aborted.lastStableOffset >= BigInt(endOffset)) return found
      }
    }
    return found
  }

  /** The first record whose timestamp is `timestamp` or later; undefined where there is none. */
  offsetOfTimestamp(timestamp: number): TimestampedOffset | undefined {
    return findTimestamp(this.segments, timestamp, this.#startOffset)
  }

  /** The first record with the greatest timestamp of the log; undefined where the log is empty. */
  offsetOfMaxTimestamp(): TimestampedOffset | undefined {
    return findMaxTimestamp(this.segments)
  }

  /** Moves the log's start on, so that what lies before is no longer read. Tells whether it moved. */
  incrementStartOffset(offset: number): boolean {
    if (offset <= this.#startOffset || offset > this.highWatermark) return false
    this.#startOffset = offset
    this.epochs.truncateFromStart(offset)
    this.#saveEpochs()
    return true
  }

  /** Takes away the records from `offset` on, as a follower does whose log parted from its leader's. */
  truncateTo(offset: number, nowMs: number): void {
    if (offset >= this.#endOffset) return
    if (offset <= this.#startOffset) return this.truncateFullyAndStartAt(offset, nowMs)
    const beyond = this.segments.all.slice(this.segments.indexOf(offset) + 1)
    if (beyond.length > 0) this.#dropSegments(beyond, nowMs)
    this.segments.active.truncateTo(offset)
    this.store.saveAbortedTransactions(this.segments.active.baseOffset, this.segments.active.abortedTransactions)
    this.#endOffset = offset
    this.#recoveryPoint = Math.min(this.#recoveryPoint, offset)
    if (this.#highWatermark !== undefined) this.#highWatermark = Math.min(this.#highWatermark, offset)
    this.epochs.truncateFromEnd(offset)
    this.#saveEpochs()
    this.store.removeProducers((snapshot) => snapshot > offset)
    this.#reloadProducers()
  }

  /** Takes away all records and goes on at `offset`. */
  truncateFullyAndStartAt(offset: number, nowMs: number): void {
    const old = [...this.segments.all]
    for (const segment of old) this.#closeAndRemove(segment, nowMs)
    this.segments.replace(old, [this.#newSegment(offset, nowMs)])
    this.#startOffset = offset
    this.#endOffset = offset
    this.#recoveryPoint = offset
    if (this.#highWatermark !== undefined) this.#highWatermark = offset
    this.epochs.clear()
    this.#saveEpochs()
    this.producers.clear()
    this.store.removeProducers(() => true)
  }

  /** Removes whole segments from the log's beginning, which then starts with the first that is left. At least one must be left. */
  removeSegments(segments: readonly Segment[], nowMs: number): void {
    this.#dropSegments(segments, nowMs)
    const { baseOffset } = this.segments.first
    this.store.removeProducers((offset) => offset < baseOffset)
    this.incrementStartOffset(baseOffset)
  }

  /** Puts a compacted segment in the place of those that it was made of. */
  replaceWithCleaned(replaced: readonly Segment[], cleaned: Segment): void {
    cleaned.records.seal()
    cleaned.records.flush()
    const { baseOffset, abortedTransactions, lastModifiedMs } = cleaned
    if (abortedTransactions.length > 0) this.store.saveAbortedTransactions(baseOffset, abortedTransactions)
    this.segments.replace(replaced, [cleaned])
    for (const segment of replaced) segment.records.close()
    const bases = replaced.map((segment) => segment.baseOffset)
    this.store.swapCleaned(baseOffset, bases, lastModifiedMs)
    this.store.removeProducers((offset) => offset !== baseOffset && bases.includes(offset))
  }

  #dropSegments(segments: readonly Segment[], nowMs: number): void {
    this.segments.replace(segments, [])
    for (const segment of segments) this.#closeAndRemove(segment, nowMs)
  }

  #closeAndRemove(segment: Segment, nowMs: number): void {
    segment.records.close()
    this.store.removeSegment(segment.baseOffset, nowMs)
  }

  /** Builds the producers' state again from the latest snapshot and the records after it. */
  #reloadProducers(): void {
    const snapshot = this.store.loadProducers(this.#startOffset, this.#endOffset)
    this.producers.restore(snapshot?.entries ?? [])
    for (const { bytes, baseOffset } of this.batchesFrom(snapshot?.offset ?? this.#startOffset)) {
      const batch = new RecordBatch(bytes)
      const completed = batch.producerId < 0n ? undefined : this.producers.onAppended(batch, baseOffset)
      if (completed !== undefined) this.producers.transactions.complete(completed)
    }
    this.producers.transactions.onHighWatermark(this.highWatermark)
  }

  /** The batches of the log from the one that holds `offset` on. */
  *batchesFrom(offset: number): Generator<LogBatch, undefined> {
    for (const segment of this.segments.between(offset, this.#endOffset)) yield* segment.records.batchesFrom(offset)
  }

  /** Returns once all that was appended before `endOffset` lies on the disk. */
  flush(nowMs: number, endOffset = this.#endOffset): void {
    if (endOffset <= this.#recoveryPoint) return
    for (const segment of this.segments.between(this.#recoveryPoint, endOffset)) segment.records.flush()
    this.#recoveryPoint = endOffset
    this.#lastFlushMs = nowMs
  }

  /** Closes the files, after keeping what a quick start needs. */
  close(nowMs: number): void {
    this.flush(nowMs)
    this.store.saveProducers(this.#endOffset, this.producers.toSnapshot())
    this.segments.active.records.seal()
    for (const segment of this.segments.all) segment.records.close()
    this.store.close()
  }

  /** Lets go of the files as a crash does. */
  abandon(): void {
    for (const segment of this.segments.all) segment.records.close()
  }

  #saveEpochs(): void {
    this.store.saveLeaderEpochs(this.epochs.toCheckpoint())
  }
}
