import type { CompressionCodecs } from '@odradek/compression'
import { ConsumerRecord } from './consumer-record.ts'
import type { FetchedBatch } from './core/fetch/completed-fetch.ts'
import type { AssignedPartition } from './core/offsets/subscription-state.ts'
import { CorruptRecordError } from './corrupt-record-error.ts'

/**
 * The records of one record batch of one partition. Its checksum has been compared; it is decompressed and decoded while one goes
 * through it. It is handled when the next batch is asked for, or by `commit()`.
 */
export class ConsumerBatch implements Iterable<ConsumerRecord> {
  readonly topic: string
  readonly partition: number
  /** The first offset that is wanted of it. */
  readonly firstOffset: bigint
  /** The last offset of it. */
  readonly lastOffset: bigint
  /** The end of the partition, as its leader knew it when it sent the batch. */
  readonly highWatermark: bigint
  readonly #fetched: FetchedBatch
  readonly #codecs: CompressionCodecs
  readonly #commit: (metadata?: string) => Promise<void>

  constructor(
    { topic, partition, highWatermark = -1n }: AssignedPartition,
    fetched: FetchedBatch,
    codecs: CompressionCodecs,
    commit: (metadata?: string) => Promise<void>,
  ) {
    this.topic = topic
    this.partition = partition
    this.firstOffset = fetched.fromOffset > fetched.batch.baseOffset ? fetched.fromOffset : fetched.batch.baseOffset
    this.lastOffset = fetched.batch.lastOffset
    this.highWatermark = highWatermark
    this.#fetched = fetched
    this.#codecs = codecs
    this.#commit = commit
  }

  /** How many records the broker's batch holds; fewer are given where it began before the position. */
  get count(): number {
    return this.#fetched.batch.count
  }

  /** Epoch of the leader that wrote it; -1 where it is not known. */
  get leaderEpoch(): number {
    return this.#fetched.batch.partitionLeaderEpoch
  }

  /** The records in order of their offsets; each time anew. Throws CorruptRecordError where one cannot be read. */
  *[Symbol.iterator](): Generator<ConsumerRecord, undefined> {
    const { topic, partition, firstOffset } = this
    const { batch } = this.#fetched
    const baseOffset = batch.baseOffset
    const firstDelta = Number(firstOffset - baseOffset)
    try {
      const reader = batch.records(this.#codecs)
      for (let record = reader.read(); record !== undefined; record = reader.read()) {
        if (record.offsetDelta < firstDelta) continue
        yield new ConsumerRecord(topic, partition, baseOffset, record)
      }
    } catch (error) {
      throw new CorruptRecordError(topic, partition, baseOffset, error)
    }
  }

  /**
   * Takes the batch for handled and commits that, with `metadata` for the user's own use. Rejects with a BrokerError where the partition was given to another member
   * meanwhile, and with a TimeoutError where the coordinator does not answer.
   */
  commit({ metadata }: { readonly metadata?: string } = {}): Promise<void> {
    return this.#commit(metadata)
  }
}
