// Finds a log in its folder again (Kafka's LogLoader): what a crash left half done is finished or undone, a torn tail is cut off, indexes,
// leader epochs and producers are built again where they were not kept.
import { DecodeError } from '@odradek/bytes'
import { decodeLeaderEpochCheckpoint, RecordBatch } from '@odradek/records'
import { CLEANED, DELETED, DiskLogStore, LEADER_EPOCHS_FILE, SWAP } from './disk-log-store.ts'
import type { FileSegmentRecords } from './file-segment-records.ts'
import { LeaderEpochs } from './leader-epochs.ts'
import type { LogConfig } from './log-config.ts'
import type { LogFolder } from './log-folder.ts'
import { type LogContents, PartitionLog } from './partition-log.ts'
import { ProducerStates } from './producer-state.ts'
import { baseOffsetOf, SEGMENT_SUFFIXES, segmentFileName } from './segment-file-name.ts'
import { Segment } from './segment.ts'
import type { LogBatch } from './segment-records.ts'

/** What is known of a log that is to be found again. */
export interface LogRecoveryOptions {
  readonly folder: LogFolder
  readonly config: () => LogConfig
  readonly random?: () => number
  /** Hears that something waits to be flushed by `flushAtMs`. */
  readonly onUnflushed?: (flushAtMs: number) => void
  /** Wall clock, in ms. */
  readonly nowMs: number
  /** The wall clock's time as far as it is known, for appends that do not say. */
  readonly knownTimeMs?: () => number
  /** Whether the broker had closed its logs: then nothing is checked that was closed. */
  readonly wasClosed: boolean
  /** Up to here all lay on the disk, as the checkpoint says. Default 0. */
  readonly recoveryPoint?: number
  /** As the checkpoint says. Default 0. */
  readonly startOffset?: number
}

/** Opens the log in a folder, which may be empty. */
export function openLog(options: LogRecoveryOptions): PartitionLog {
  const { folder, config, random, onUnflushed, nowMs, knownTimeMs } = options
  const store = new DiskLogStore(folder, config)
  finishSwaps(folder, store)
  const contents = new LogRecovery(options, store).contents()
  const rest = {
    ...(knownTimeMs && { knownTimeMs }),
    ...(random && { random }),
    ...(onUnflushed && { onUnflushed }),
    ...(contents && { contents }),
  }
  return new PartitionLog({ store, config, nowMs, ...rest })
}

/** Removes what was to be removed, drops compactions that were not complete, and finishes those that were: see `swapCleaned`. */
function finishSwaps(folder: LogFolder, store: DiskLogStore): void {
  const incomplete = new Set(basesOf(folder, `.log${CLEANED}`))
  for (const name of folder.files()) if (name.endsWith(DELETED) || name.endsWith(CLEANED)) folder.remove(name)
  for (const base of basesOf(folder, `.log${SWAP}`)) {
    // The old ones of its names are still there, or are gone already.
    for (const suffix of SEGMENT_SUFFIXES) folder.remove(segmentFileName(base, suffix))
    folder.rename(segmentFileName(base, '.log') + SWAP, segmentFileName(base, '.log'))
    removeReplaced(folder, store, base)
  }
  for (const suffix of SEGMENT_SUFFIXES) {
    for (const base of basesOf(folder, suffix + SWAP)) {
      const name = segmentFileName(base, suffix)
      if (incomplete.has(base)) folder.remove(name + SWAP)
      else folder.rename(name + SWAP, name)
    }
  }
}

function removeReplaced(folder: LogFolder, store: DiskLogStore, base: number): void {
  const records = store.openRecords(base)
  let last = base
  for (const batch of records.allBatches()) last = batch.lastOffset
  records.close()
  for (const other of segmentBases(folder)) {
    if (other <= base || other > last) continue
    for (const suffix of SEGMENT_SUFFIXES) folder.remove(segmentFileName(other, suffix))
  }
}

function basesOf(folder: LogFolder, suffix: string): number[] {
  return folder.files().flatMap((name) => baseOffsetOf(name, suffix) ?? [])
}

function segmentBases(folder: LogFolder): number[] {
  return basesOf(folder, '.log').sort((a, b) => a - b)
}

class LogRecovery {
  readonly #options: LogRecoveryOptions
  readonly #store: DiskLogStore
  readonly #epochs = new LeaderEpochs()
  readonly #recovered = new Set<Segment>()

  constructor(options: LogRecoveryOptions, store: DiskLogStore) {
    this.#options = options
    this.#store = store
  }

  /** What there is; undefined where there is nothing. */
  contents(): LogContents | undefined {
    const { folder, recoveryPoint = 0, startOffset = 0, wasClosed } = this.#options
    const bases = segmentBases(folder)
    removeOrphans(folder, new Set(bases))
    this.#loadEpochs()
    const segments = this.#openSegments(bases)
    const last = segments.at(-1)
    if (last === undefined) return this.#emptyAt(startOffset)
    const endOffset = last.records.nextOffset()
    if (endOffset < startOffset) {
      for (const { segment } of segments) this.#remove(segment)
      return this.#emptyAt(startOffset)
    }
    const start = Math.max(startOffset, segments[0]!.segment.baseOffset)
    this.#epochs.truncateFromEnd(endOffset)
    this.#epochs.truncateFromStart(start)
    this.#store.saveLeaderEpochs(this.#epochs.toCheckpoint())
    this.#store.removeProducers((offset) => offset > endOffset)
    const producers = this.#loadProducers(
      segments.map(({ segment }) => segment),
      start,
      endOffset,
    )
    return {
      segments: segments.map(({ segment }) => segment),
      startOffset: start,
      endOffset,
      recoveryPoint: wasClosed ? endOffset : Math.min(recoveryPoint, endOffset),
      producers,
      epochs: this.#epochs,
    }
  }

  #emptyAt(startOffset: number): LogContents | undefined {
    this.#store.removeProducers(() => true)
    if (this.#epochs.latest !== undefined) this.#store.saveLeaderEpochs([])
    if (startOffset === 0) return undefined
    const records = this.#store.createRecords(startOffset)
    const segment = this.#segment(startOffset, records)
    const offsets = { startOffset, endOffset: startOffset, recoveryPoint: startOffset }
    return { segments: [segment], ...offsets, producers: new ProducerStates(), epochs: new LeaderEpochs() }
  }

  #loadEpochs(): void {
    const bytes = this.#options.folder.read(LEADER_EPOCHS_FILE)
    if (bytes === undefined) return
    try {
      this.#epochs.restore(decodeLeaderEpochCheckpoint(bytes))
    } catch (error) {
      if (!DecodeError.is(error)) throw error
      // It is built again from the batches that are looked at.
    }
  }

  #openSegments(bases: readonly number[]): { segment: Segment; records: FileSegmentRecords }[] {
    const { recoveryPoint = 0, wasClosed } = this.#options
    const opened: { segment: Segment; records: FileSegmentRecords }[] = []
    for (const [index, baseOffset] of bases.entries()) {
      const records = this.#store.openRecords(baseOffset)
      const nextBase = bases[index + 1] ?? Infinity
      const segment = this.#segment(baseOffset, records)
      const isFlushed = wasClosed || nextBase <= recoveryPoint
      const cutOff = isFlushed && isSound(records) ? 0 : this.#recover(segment, records)
      this.#noteTimestamps(segment, records)
      opened.push({ segment, records })
      if (cutOff === 0) continue
      // What follows damage cannot be trusted to follow it.
      for (const later of bases.slice(index + 1)) this.#remove(this.#segment(later, this.#store.openRecords(later)))
      break
    }
    return opened
  }

  #segment(baseOffset: number, records: FileSegmentRecords): Segment {
    const segment = new Segment({ baseOffset, records, createdAtMs: this.#options.nowMs, rollJitterMs: 0 })
    segment.lastModifiedMs = records.lastModifiedMs
    return segment
  }

  #noteTimestamps(segment: Segment, records: FileSegmentRecords): void {
    const { timestamp, offset } = records.indexes.lastTimestamp
    segment.maxTimestamp = timestamp
    segment.offsetOfMaxTimestamp = offset
    segment.firstTimestamp = records.firstTimestamp()
    if (!this.#recovered.has(segment)) this.#loadAborted(segment)
  }

  #loadAborted(segment: Segment): void {
    try {
      segment.abortedTransactions.push(...this.#store.loadAbortedTransactions(segment.baseOffset))
    } catch (error) {
      if (!DecodeError.is(error)) throw error
      this.#recovered.add(segment)
    }
  }

  #recover(segment: Segment, records: FileSegmentRecords): number {
    this.#recovered.add(segment)
    return records.rebuild(this.#soundBatches(segment.baseOffset, records))
  }

  *#soundBatches(baseOffset: number, records: FileSegmentRecords): Generator<LogBatch, undefined> {
    let next = baseOffset
    try {
      for (const entry of records.allBatches()) {
        const batch = new RecordBatch(entry.bytes)
        batch.ensureValid()
        if (batch.magic !== 2 || entry.baseOffset < next || entry.lastOffset < entry.baseOffset) return
        next = entry.lastOffset + 1
        const epoch = batch.partitionLeaderEpoch
        if (epoch > (this.#epochs.latest ?? -1)) this.#epochs.assign(epoch, entry.baseOffset)
        yield entry
      }
    } catch (error) {
      if (!DecodeError.is(error)) throw error
    }
  }

  #remove(segment: Segment): void {
    segment.records.close()
    this.#store.removeSegment(segment.baseOffset, this.#options.nowMs)
  }

  /** From the latest snapshot before what was recovered, and the records after it; aborted transactions in recovered segments are found again. */
  #loadProducers(segments: readonly Segment[], startOffset: number, endOffset: number): ProducerStates {
    const producers = new ProducerStates()
    const from = segments.find((segment) => this.#recovered.has(segment))?.baseOffset ?? endOffset
    const snapshot = this.#store.loadProducers(startOffset, from)
    producers.restore(snapshot?.entries ?? [])
    const first = snapshot?.offset ?? startOffset
    for (const [index, segment] of segments.entries()) {
      if ((segments[index + 1]?.baseOffset ?? Infinity) <= first) continue
      for (const { bytes, baseOffset } of segment.records.batchesFrom(first)) {
        const batch = new RecordBatch(bytes)
        if (batch.producerId >= 0n) this.#replay(producers, segment, batch, baseOffset)
      }
    }
    for (const segment of this.#recovered) {
      this.#store.saveAbortedTransactions(segment.baseOffset, segment.abortedTransactions)
    }
    producers.transactions.onHighWatermark(endOffset)
    return producers
  }

  #replay(producers: ProducerStates, segment: Segment, batch: RecordBatch, baseOffset: number): void {
    const completed = producers.onAppended(batch, baseOffset)
    if (completed === undefined) return
    if (completed.isAborted && this.#recovered.has(segment)) {
      segment.abortedTransactions.push({
        producerId: completed.producerId,
        firstOffset: BigInt(completed.firstOffset),
        lastOffset: BigInt(completed.lastOffset),
        lastStableOffset: BigInt(producers.transactions.lastStableOffsetAfter(completed)),
      })
    }
    producers.transactions.complete(completed)
  }
}

function isSound(records: FileSegmentRecords): boolean {
  try {
    return records.indexes.lastPosition <= records.sizeInBytes
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    return false
  }
}

/** Index files without their `.log`, as a crash while a segment was removed leaves them. */
function removeOrphans(folder: LogFolder, bases: ReadonlySet<number>): void {
  for (const name of folder.files()) {
    for (const suffix of SEGMENT_SUFFIXES) {
      const base = baseOffsetOf(name, suffix)
      if (base !== undefined && !bases.has(base)) folder.remove(name)
    }
  }
}
