// One partition's part of a Fetch response: cut into batches at once (their headers say where they begin and end), checked and decoded
// only when a batch or record is asked for. Station 3 of a record's way in.
import type { CompressionCodecs } from '@odradek/compression'
import { DecodeError } from '@odradek/bytes'
import { type AnyRecordBatch, type KafkaRecord, readRecords, type RecordReader } from '@odradek/records'
import type { Consumed } from '../consumer-measurements.ts'
import { ConsumerRecord } from '../../consumer-record.ts'
import { type AbortedTransaction, AbortedTransactions } from './aborted-transactions.ts'
import { CorruptRecordError } from '../../corrupt-record-error.ts'
import type { AssignedPartition } from '../offsets/subscription-state.ts'

/** How batches are read. */
export interface RecordReadingOptions {
  readonly checkCrcs: boolean
  readonly codecs: CompressionCodecs
}

/** A batch that was checked, with what of it has been asked for. */
export interface FetchedBatch {
  readonly batch: AnyRecordBatch
  /** The first offset of it that is wanted: a leader answers with whole batches. */
  readonly fromOffset: bigint
}

/** The records that a broker sent for one partition. */
export class CompletedFetch {
  readonly partition: AssignedPartition
  readonly nodeId: number
  /** What it keeps in memory. */
  readonly sizeInBytes: number
  /** The offset after the last whole batch: what to fetch next. */
  readonly nextOffset: bigint
  /** The leader epoch of the last whole batch; -1 where there is none. */
  readonly lastEpoch: number
  /** Records by the headers of the batches, markers of transactions aside. */
  readonly recordCount: number
  readonly #options: RecordReadingOptions
  readonly #consumed: Consumed | undefined
  readonly #batches: AnyRecordBatch[] = []
  readonly #aborted: AbortedTransactions | undefined
  /** Why the bytes after the last of `#batches` are not batches. */
  readonly #framingError: unknown
  #batchIndex = 0
  /** First offset of the batch that is open, or of the next one, that was not given out when it was opened; and the leader epoch before it. */
  #fromOffset: bigint
  #fromEpoch: number
  /** Whether the batch that is open was given out as a whole. */
  #isBatchGiven = false
  #reader: RecordReader | undefined
  #baseOffset = 0n
  #firstDelta = 0
  #batch: AnyRecordBatch | undefined
  /** Offset delta of the last record that was given out alone. */
  #givenDelta = -1

  /** `aborted`: the transactions to pass over (read_committed). `consumed`: what the topic's records are counted on, by whole batches. */
  constructor(
    partition: AssignedPartition,
    nodeId: number,
    bytes: Uint8Array,
    options: RecordReadingOptions,
    aborted?: readonly AbortedTransaction[],
    consumed?: Consumed,
  ) {
    this.#consumed = consumed
    this.#aborted = aborted === undefined ? undefined : new AbortedTransactions(aborted)
    this.partition = partition
    this.nodeId = nodeId
    this.sizeInBytes = bytes.length
    this.#options = options
    this.#fromOffset = partition.fetchOffset
    this.#fromEpoch = partition.fetchEpoch
    try {
      for (const batch of readRecords(bytes)) {
        // A batch that goes backwards would hand records out twice, or make the consumer fetch the same for ever.
        const lastWanted = this.#batches.at(-1)?.nextOffset ?? this.#fromOffset
        if (batch.lastOffsetDelta < 0)
          throw new CorruptRecordError(
            partition.topic,
            partition.partition,
            placeOf(batch),
            `a last offset delta of ${batch.lastOffsetDelta}`,
          )
        if (batch.nextOffset > lastWanted) this.#batches.push(batch)
      }
    } catch (error) {
      this.#framingError = error
    }
    // Nothing to give out and nothing to move on by: to ask again would go round in circles in silence.
    if (this.#batches.length === 0) this.#framingError ??= uselessBytes(bytes)
    this.nextOffset = this.#batches.at(-1)?.nextOffset ?? this.#fromOffset
    this.lastEpoch = this.#batches.at(-1)?.partitionLeaderEpoch ?? -1
    this.recordCount = countRecords(this.#batches, this.#fromOffset)
  }

  /** Where to fetch again what has not been given out: the first such offset, and the leader epoch of what comes before it. */
  get rest(): { readonly offset: bigint; readonly epoch: number } {
    const batch = this.#batch
    if (batch !== undefined && this.#isBatchGiven)
      return { offset: batch.nextOffset, epoch: batch.partitionLeaderEpoch }
    if (batch === undefined || this.#reader === undefined || this.#givenDelta < this.#firstDelta)
      return { offset: this.#fromOffset, epoch: this.#fromEpoch }
    return { offset: this.#baseOffset + BigInt(this.#givenDelta + 1), epoch: batch.partitionLeaderEpoch }
  }

  /**
   * The next record, or undefined after the last one. Positions pass control batches, and what compaction has left out, when the
   * record after them is asked for. Throws CorruptRecordError, once; the fetch is then of no more use.
   */
  nextRecord(): ConsumerRecord | undefined {
    for (;;) {
      const record = this.#reader === undefined ? undefined : this.#readRecord(this.#reader)
      if (record !== undefined) return record
      if (!this.#openNextBatch()) return undefined
      this.#openReader()
      this.#countConsumed()
    }
  }

  /** The next batch, checked; undefined after the last one. Throws CorruptRecordError as `nextRecord` does. */
  nextBatch(): FetchedBatch | undefined {
    if (this.#reader !== undefined) {
      // Records of this batch were taken one by one: the rest of it comes first.
      this.#reader = undefined
      this.#fromOffset = this.#baseOffset + BigInt(this.#givenDelta + 1)
      this.#isBatchGiven = true
      if (this.#fromOffset <= this.#batch!.lastOffset) return { batch: this.#batch!, fromOffset: this.#fromOffset }
    }
    if (!this.#openNextBatch()) return undefined
    this.#isBatchGiven = true
    this.#countConsumed()
    return { batch: this.#batch!, fromOffset: this.#fromOffset }
  }

  #readRecord(reader: RecordReader): ConsumerRecord | undefined {
    const { partition } = this
    for (;;) {
      let record: KafkaRecord | undefined
      try {
        record = reader.read()
      } catch (error) {
        throw this.#corrupt(this.#batch!.baseOffset, error)
      }
      if (record === undefined) return undefined
      if (record.offsetDelta < this.#firstDelta) continue
      this.#givenDelta = record.offsetDelta
      return new ConsumerRecord(partition.topic, partition.partition, this.#baseOffset, record)
    }
  }

  /** Passes what came before, and finds and checks the next batch of data. */
  #openNextBatch(): boolean {
    for (;;) {
      if (this.#batch !== undefined) {
        this.#fromOffset = this.#batch.nextOffset
        this.#fromEpoch = this.#batch.partitionLeaderEpoch
        this.#isBatchGiven = false
        this.partition.passTo(this.#fromOffset)
        this.#batch = undefined
        this.#reader = undefined
      }
      const batch = this.#batches[this.#batchIndex]
      if (batch === undefined) {
        if (this.#framingError === undefined) return false
        throw this.#corrupt(this.#fromOffset, this.#framingError)
      }
      this.#batchIndex++
      this.#check(batch)
      this.#batch = batch
      if (this.#isAborted(batch) || batch.isControl) continue
      this.partition.leaderEpoch = batch.partitionLeaderEpoch
      return true
    }
  }

  #isAborted(batch: AnyRecordBatch): boolean {
    if (this.#aborted === undefined) return false
    try {
      return this.#aborted.skips(batch, this.#options.codecs)
    } catch (error) {
      throw this.#corrupt(placeOf(batch), error)
    }
  }

  #openReader(): void {
    const batch = this.#batch!
    try {
      this.#reader = batch.records(this.#options.codecs)
      this.#baseOffset = batch.baseOffset
    } catch (error) {
      throw this.#corrupt(placeOf(batch), error)
    }
    this.#firstDelta = Number(this.#fromOffset - this.#baseOffset)
    this.#givenDelta = this.#firstDelta - 1
  }

  /** Counts the batch that is given out now, and of its records those that are wanted. */
  #countConsumed(): void {
    if (this.#consumed === undefined) return
    this.#consumed.records += wantedRecords(this.#batch!, this.#fromOffset)
    this.#consumed.bytes += this.#batch!.sizeInBytes
  }

  #check(batch: AnyRecordBatch): void {
    try {
      if (this.#options.checkCrcs) batch.ensureValid()
      // A compressed message set tells its first offset only when it is read: from here on it is known, or the batch refused.
      if (batch.magic !== 2) void batch.baseOffset
    } catch (error) {
      throw this.#corrupt(placeOf(batch), error)
    }
  }

  #corrupt(offset: bigint, cause: unknown): CorruptRecordError {
    if (cause instanceof CorruptRecordError) return cause
    return new CorruptRecordError(this.partition.topic, this.partition.partition, offset, cause)
  }
}

/** The offset that a batch bears in its header: of a message set's entry that is its last one, and its first is known only when it is read. */
function placeOf(batch: AnyRecordBatch): bigint {
  return batch.magic === 2 ? batch.baseOffset : batch.lastOffset
}

/** Records from this offset on, as far as the header tells: compaction may have left fewer. Never more than there are offsets, whatever it says. */
function wantedRecords(batch: AnyRecordBatch, fromOffset: bigint): number {
  return Math.max(0, Math.min(batch.count, Number(batch.nextOffset - fromOffset)))
}

function countRecords(batches: readonly AnyRecordBatch[], fromOffset: bigint): number {
  let count = 0
  for (const batch of batches) {
    if (!batch.isControl) count += wantedRecords(batch, fromOffset)
    fromOffset = batch.nextOffset
  }
  return count
}

function uselessBytes(bytes: Uint8Array): DecodeError {
  if (readRecords(bytes).validBytes === 0) {
    return new DecodeError(
      'truncated',
      `the ${bytes.length} bytes hold no whole batch; raise maxPartitionFetchBytes and fetchMaxBytes`,
      0,
    )
  }
  return new DecodeError('malformed', 'every batch ends before the offset that was asked for', 0)
}
