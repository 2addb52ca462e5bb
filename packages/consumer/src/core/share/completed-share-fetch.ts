// One partition's part of a ShareFetch response: whole batches, of which only some records are ours. What is acquired and not there
// (control batches, what compaction left out) is told to the broker as gaps; a batch that cannot be read is rejected.
import { type AnyRecordBatch, type KafkaRecord, readRecords, type RecordReader } from '@odradek/records'
import { CorruptRecordError } from '../../corrupt-record-error.ts'
import { ShareRecord } from '../../share/share-record.ts'
import type { RecordReadingOptions } from '../fetch/completed-fetch.ts'
import { HeldRecord, type HeldRecordListener, type ShareSource } from './held-record.ts'

/** A run of records that this member has the lock on. */
export interface AcquiredRange {
  readonly firstOffset: bigint
  readonly lastOffset: bigint
  /** How often these were delivered, this time included. */
  readonly deliveryCount: number
}

/** A run of offsets with one fate. */
export interface OffsetRange {
  readonly firstOffset: bigint
  readonly lastOffset: bigint
}

/** Told of what is done with without the user. */
export interface ShareFetchListener extends HeldRecordListener {
  onGap(source: ShareSource, range: OffsetRange): void
  onUnreadable(source: ShareSource, range: OffsetRange): void
}

/** See the head of the file. */
export class CompletedShareFetch {
  readonly source: ShareSource
  readonly sizeInBytes: number
  /** When the lock on what has not been given out ends, in the clock's milliseconds. */
  lockedUntilMs: number
  /** Whether that lock is renewed; not once the broker has refused to. */
  isKept = true
  readonly #options: RecordReadingOptions
  readonly #listener: ShareFetchListener
  readonly #ranges: readonly AcquiredRange[]
  readonly #batches: Iterator<AnyRecordBatch>
  #rangeIndex = 0
  /** The next offset of the present range that is neither given out nor told as a gap. */
  #next: bigint
  #batch: AnyRecordBatch | undefined
  #reader: Pick<RecordReader, 'read'> | undefined

  constructor(
    source: ShareSource,
    records: Uint8Array,
    ranges: readonly AcquiredRange[],
    lockedUntilMs: number,
    options: RecordReadingOptions,
    listener: ShareFetchListener,
  ) {
    this.source = source
    this.sizeInBytes = records.length
    this.lockedUntilMs = lockedUntilMs
    this.#options = options
    this.#listener = listener
    this.#ranges = [...ranges].sort((a, b) => (a.firstOffset < b.firstOffset ? -1 : 1))
    this.#next = this.#ranges[0]?.firstOffset ?? 0n
    this.#batches = readRecords(records)[Symbol.iterator]()
  }

  /** How many offsets are locked for us and not given out. */
  get remainingCount(): number {
    return this.remaining().reduce((sum, { firstOffset, lastOffset }) => sum + Number(lastOffset - firstOffset) + 1, 0)
  }

  /** The offsets that are locked for us and not given out. */
  remaining(): OffsetRange[] {
    return this.#ranges
      .slice(this.#rangeIndex)
      .map(({ firstOffset, lastOffset }, i) => ({ firstOffset: i === 0 ? this.#next : firstOffset, lastOffset }))
  }

  /** The next record, or undefined after the last one. Throws CorruptRecordError once for a batch that cannot be read; go on after that. */
  nextRecord(): ShareRecord | undefined {
    while (this.#rangeIndex < this.#ranges.length) {
      if (this.#reader === undefined && !this.#openBatch()) {
        this.#passTo(undefined)
        return undefined
      }
      const record = this.#readRecord()
      if (record === undefined) this.#reader = undefined
      else {
        const offset = this.#batch!.baseOffset + BigInt(record.offsetDelta)
        const deliveryCount = this.#take(offset)
        if (deliveryCount !== undefined) return this.#shareRecord(record, offset, deliveryCount)
      }
    }
    return undefined
  }

  #shareRecord(record: KafkaRecord, offset: bigint, deliveryCount: number): ShareRecord {
    const hold = new HeldRecord(offset, this.source, this.lockedUntilMs, this.#listener)
    const { topic, partition } = this.source
    return new ShareRecord(topic, partition, this.#batch!.baseOffset, record, hold, deliveryCount)
  }

  #openBatch(): boolean {
    let batch: AnyRecordBatch | undefined
    try {
      const next = this.#batches.next()
      if (next.done === true) return false
      batch = next.value
      if (this.#options.checkCrcs) batch.ensureValid()
      this.#batch = batch
      this.#reader = batch.isControl ? emptyReader : batch.records(this.#options.codecs)
      return true
    } catch (error) {
      this.#throwUnreadable(batch, error)
    }
  }

  #readRecord(): KafkaRecord | undefined {
    try {
      return this.#reader!.read()
    } catch (error) {
      this.#throwUnreadable(this.#batch, error)
    }
  }

  /** What is ours of the batch, or of all that is left where its bounds cannot be read, is rejected: nobody can read it. */
  #throwUnreadable(batch: AnyRecordBatch | undefined, cause: unknown): never {
    const offset = this.#next
    this.#reader = undefined
    const lastOffset = batch === undefined ? this.#ranges.at(-1)!.lastOffset : batch.lastOffset
    this.#walkTo(lastOffset + 1n, (range) => this.#listener.onUnreadable(this.source, range))
    throw new CorruptRecordError(this.source.topic, this.source.partition, offset, cause)
  }

  /** Whether the record at this offset is ours: how often it was delivered. */
  #take(offset: bigint): number | undefined {
    this.#passTo(offset)
    const range = this.#ranges[this.#rangeIndex]
    if (range === undefined || offset < this.#next) return undefined
    this.#next = offset + 1n
    if (this.#next > range.lastOffset) this.#nextRange()
    return range.deliveryCount
  }

  /** Tells what is ours before this offset, or all that is left, as gaps. */
  #passTo(offset: bigint | undefined): void {
    this.#walkTo(offset, (range) => this.#listener.onGap(this.source, range))
  }

  #walkTo(offset: bigint | undefined, onPassed: (range: OffsetRange) => void): void {
    for (let range = this.#ranges[this.#rangeIndex]; range !== undefined; range = this.#ranges[this.#rangeIndex]) {
      if (offset !== undefined && this.#next >= offset) return
      const lastOffset = offset === undefined || range.lastOffset < offset ? range.lastOffset : offset - 1n
      onPassed({ firstOffset: this.#next, lastOffset })
      this.#next = lastOffset + 1n
      if (this.#next > range.lastOffset) this.#nextRange()
    }
  }

  #nextRange(): void {
    this.#rangeIndex++
    const range = this.#ranges[this.#rangeIndex]
    if (range !== undefined) this.#next = range.firstOffset
  }
}

const emptyReader: Pick<RecordReader, 'read'> = { read: () => undefined }
