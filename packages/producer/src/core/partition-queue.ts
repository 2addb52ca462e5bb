import type { BatchState } from './batch-state.ts'
import type { OutgoingRecord } from './outgoing-record.ts'
import { ProducerBatch } from './producer-batch.ts'
import type { TopicQueues } from './topic-queues.ts'

/**
 * The batches of one partition, in the order of their records. At most one is in a request at a time, and a batch that is to be retried
 * goes back to the front: so nothing overtakes, whatever fails. What belongs to a partition's order lives here.
 */
export class PartitionQueue {
  readonly topic: TopicQueues
  readonly partition: number
  /** The batch in a request; settled already where its state is `abandoned`. */
  inFlight: ProducerBatch | undefined
  /** In order; only the last takes records. */
  private readonly batches: ProducerBatch[] = []
  /** The size of the last batch drained: what the next one's buffer begins with. */
  private expectedSize = 0

  constructor(topic: TopicQueues, partition: number) {
    this.topic = topic
    this.partition = partition
  }

  /** The batch that is to be sent next. */
  get head(): ProducerBatch | undefined {
    return this.batches[0]
  }

  /** How many batches wait; the one in a request does not count. */
  get length(): number {
    return this.batches.length
  }

  /** Whether there is nothing to send and nothing in a request. */
  get isEmpty(): boolean {
    return this.batches.length === 0 && this.inFlight === undefined
  }

  /** The batch that a record of this size would go into, or undefined where it needs a new one. */
  openBatchFor(sizeInBytes: number, batchSize: number): ProducerBatch | undefined {
    const last = this.batches[this.batches.length - 1]
    return last !== undefined && last.hasRoomFor(sizeInBytes, batchSize) ? last : undefined
  }

  /** Opens a batch at the end for `record`, which is to be appended next. */
  openBatch(record: OutgoingRecord, nowMs: number, flushEpoch: number, batchSize: number): ProducerBatch {
    // One record alone may be larger than a batch should be.
    const capacity = Math.max(record.sizeInBytes + 64, Math.min(this.expectedSize, batchSize), 256)
    const batch = new ProducerBatch(nowMs, flushEpoch, capacity)
    this.batches.push(batch)
    return batch
  }

  /** Takes the head into a request. */
  drain(): ProducerBatch {
    const batch = this.batches.shift()!
    batch.transitionTo('in-flight')
    this.inFlight = batch
    this.expectedSize = batch.sizeInBytes + (batch.sizeInBytes >> 3)
    return batch
  }

  /** Puts the batch that was in a request back to the front. */
  retry(batch: ProducerBatch): void {
    this.leaveRequest(batch, 'retrying')
    this.batches.unshift(batch)
  }

  /** Puts two batches in the place of the one that was in a request. */
  replace(batch: ProducerBatch, parts: readonly ProducerBatch[]): void {
    this.leaveRequest(batch, 'done')
    this.batches.unshift(...parts)
  }

  /** Ends the batch that was in a request. */
  finish(batch: ProducerBatch): void {
    this.leaveRequest(batch, 'done')
  }

  private leaveRequest(batch: ProducerBatch, state: BatchState): void {
    batch.transitionTo(state)
    this.inFlight = undefined
  }

  /** Takes the head out without a request: its time is over. */
  dropHead(): ProducerBatch {
    const batch = this.batches.shift()!
    batch.transitionTo('done')
    return batch
  }
}
