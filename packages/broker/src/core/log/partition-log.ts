import { InvariantError } from '@odradek/protocol'
import { RecordBatch } from '@odradek/records'
import { ProducerStates } from './producer-state.ts'

/** A batch of the log; offsets are numbers here, and exact up to 2^53. */
export interface LogBatch {
  readonly baseOffset: number
  readonly lastOffset: number
  readonly maxTimestamp: number
  readonly bytes: Uint8Array
}

/** A record found by its timestamp. */
export interface TimestampedOffset {
  readonly timestamp: number
  readonly offset: number
  readonly leaderEpoch: number
}

/** The log of one partition: its record batches, in the order of their offsets. With one replica, all of it is committed. */
export class PartitionLog {
  /** The broker leads the partition from its creation on, so its epoch never grows. */
  readonly leaderEpoch = 0
  readonly producers = new ProducerStates()
  readonly #batches: LogBatch[] = []
  #endOffset = 0

  /** The offset of the first record that can be read. */
  get startOffset(): number {
    return this.#batches[0]?.baseOffset ?? this.#endOffset
  }

  /** The offset that the next record gets. */
  get endOffset(): number {
    return this.#endOffset
  }

  /** Consumers read up to here, exclusively. */
  get highWatermark(): number {
    return this.#endOffset
  }

  /** Consumers that read committed records read up to here, exclusively. */
  get lastStableOffset(): number {
    return this.#endOffset
  }

  /** Appends one whole batch that holds its offsets. Throws InvariantError where they do not go on from the log's end. */
  append(bytes: Uint8Array): void {
    const batch = new RecordBatch(bytes)
    const baseOffset = Number(batch.baseOffset)
    if (baseOffset !== this.#endOffset) {
      throw new InvariantError(
        `a batch of offset ${baseOffset} does not go on from the log's end at ${this.#endOffset}`,
      )
    }
    const lastOffset = baseOffset + batch.lastOffsetDelta
    this.#batches.push({ baseOffset, lastOffset, maxTimestamp: batch.maxTimestamp, bytes })
    this.#endOffset = lastOffset + 1
    if (batch.producerId >= 0n) this.producers.onAppended(batch, baseOffset)
  }

  /**
   * Whole batches from the one that holds `offset` on, at most `maxBytes` of them; with `atLeastOne` the first one whatever its size.
   * Batches may begin before `offset`: readers pass over the records before it, as with Kafka.
   */
  read(offset: number, maxBytes: number, atLeastOne: boolean): Uint8Array[] {
    const read: Uint8Array[] = []
    let size = 0
    for (let index = this.#indexOf(offset); index < this.#batches.length; index++) {
      const { bytes } = this.#batches[index]!
      size += bytes.length
      if (size > maxBytes && !(atLeastOne && read.length === 0)) break
      read.push(bytes)
    }
    return read
  }

  /** The first record whose timestamp is `timestamp` or later; undefined where there is none. */
  offsetOfTimestamp(timestamp: number): TimestampedOffset | undefined {
    const batch = this.#batches.find((other) => other.maxTimestamp >= timestamp)
    return batch === undefined ? undefined : firstFrom(batch, timestamp)
  }

  /** The first record with the greatest timestamp of the log; undefined where the log is empty. */
  offsetOfMaxTimestamp(): TimestampedOffset | undefined {
    let greatest: LogBatch | undefined
    for (const batch of this.#batches) {
      if (greatest === undefined || batch.maxTimestamp > greatest.maxTimestamp) greatest = batch
    }
    return greatest === undefined ? undefined : firstFrom(greatest, greatest.maxTimestamp)
  }

  /** The index of the first batch that ends at `offset` or later. */
  #indexOf(offset: number): number {
    let low = 0
    let high = this.#batches.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#batches[middle]!.lastOffset < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

function firstFrom(found: LogBatch, timestamp: number): TimestampedOffset {
  const batch = new RecordBatch(found.bytes)
  const leaderEpoch = batch.partitionLeaderEpoch
  for (const record of batch.records()) {
    if (record.timestamp >= timestamp) {
      return { timestamp: record.timestamp, offset: Number(record.offset), leaderEpoch }
    }
  }
  return { timestamp: found.maxTimestamp, offset: found.baseOffset, leaderEpoch }
}
