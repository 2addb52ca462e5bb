import type { RecordMetadata } from './record-metadata.ts'

/**
 * Where the records of one `sendBatch` were written, in the order in which they were given. Kept in three arrays of numbers: a RecordMetadata is
 * made when it is asked for.
 */
export class SendBatchResult implements Iterable<RecordMetadata | undefined> {
  /** The topic of all records; undefined where each named its own. */
  readonly topic: string | undefined
  /** How many records there were. */
  readonly length: number
  private readonly partitions: Int32Array
  private readonly offsets: Float64Array
  private readonly timestamps: Float64Array

  private readonly topics: string | readonly string[]

  /** Takes the arrays as they are; partition -1: the record failed. `topics`: one for all, or one for each record. */
  constructor(
    topics: string | readonly string[],
    partitions: Int32Array,
    offsets: Float64Array,
    timestamps: Float64Array,
  ) {
    this.topics = topics
    this.topic = typeof topics === 'string' ? topics : undefined
    this.length = partitions.length
    this.partitions = partitions
    this.offsets = offsets
    this.timestamps = timestamps
  }

  /** The metadata of record `index`; undefined where it failed, or there is none. Negative indexes count from the end. */
  at(index: number): RecordMetadata | undefined {
    const i = index < 0 ? this.length + index : index
    const partition = this.partitions[i]
    if (partition === undefined || partition < 0) return undefined
    const topic = typeof this.topics === 'string' ? this.topics : this.topics[i]!
    return { topic, partition, offset: BigInt(this.offsets[i]!), timestamp: this.timestamps[i]! }
  }

  /** The metadata of all records, in order; undefined for one that failed. */
  *[Symbol.iterator](): Generator<RecordMetadata | undefined, undefined> {
    for (let i = 0; i < this.length; i++) yield this.at(i)
  }
}
