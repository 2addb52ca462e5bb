import { InvariantError } from '@odradek/protocol'

import type { RecordMetadata } from './record-metadata.ts'

/**
 * Where the records of one `sendBatch` were written, in the order in which they were given. Kept in three arrays of numbers: a RecordMetadata is
 * made when it is asked for.
 */
export class SendBatchResult implements Iterable<RecordMetadata | undefined> {
  readonly topic: string
  /** How many records there were. */
  readonly length: number
  private readonly partitions: Int32Array
  private readonly offsets: Float64Array
  private readonly timestamps: Float64Array

  constructor(topic: string, length: number) {
    this.topic = topic
    this.length = length
    this.partitions = new Int32Array(length).fill(-1)
    this.offsets = new Float64Array(length)
    this.timestamps = new Float64Array(length)
  }

  /** The metadata of record `index`; undefined where it failed, or there is none. Negative indexes count from the end. */
  at(index: number): RecordMetadata | undefined {
    const i = index < 0 ? this.length + index : index
    const partition = this.partitions[i]
    if (partition === undefined || partition < 0) return undefined
    return { topic: this.topic, partition, offset: BigInt(this.offsets[i]!), timestamp: this.timestamps[i]! }
  }

  /** The metadata of all records, in order; undefined for one that failed. */
  *[Symbol.iterator](): Generator<RecordMetadata | undefined, undefined> {
    for (let i = 0; i < this.length; i++) yield this.at(i)
  }

  /** Notes the timestamp that a record is sent with. */
  setTimestamp(index: number, timestamp: number): void {
    this.timestamps[index] = timestamp
  }

  /** Notes where a record was written; `logAppendTimeMs` -1: its own timestamp holds. */
  set(index: number, partition: number, offset: number, logAppendTimeMs: number): void {
    if (this.partitions[index] !== -1) throw new InvariantError(`record ${index} of a batch has settled twice`)
    this.partitions[index] = partition
    this.offsets[index] = offset
    if (logAppendTimeMs >= 0) this.timestamps[index] = logAppendTimeMs
  }
}
