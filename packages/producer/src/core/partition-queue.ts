import type { BatchBuffers } from './batch-buffers.ts'
import type { BatchState } from './batch-state.ts'
import type { OutgoingRecord } from './outgoing-record.ts'
import { PartitionSequences } from './partition-sequences.ts'
import { ProducerBatch } from './producer-batch.ts'
import type { TopicQueues } from './topic-queues.ts'

/**
 * The batches of one partition, in the order of their records. Without numbers (idempotence off) one is in a request at a time; with them up to
 * five. A batch that is to be retried goes back to its place: so nothing overtakes, whatever fails. What belongs to a partition's order lives here.
 */
export class PartitionQueue {
  readonly topic: TopicQueues
  readonly partition: number
  /** The batches in requests, oldest first; settled already where their state is `abandoned`. */
  readonly inFlight: ProducerBatch[] = []
  /** The numbers of its batches; unused where the producer is not idempotent. */
  readonly sequences = new PartitionSequences()
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

  /** The batch that takes records, where one does. */
  get last(): ProducerBatch | undefined {
    return this.batches[this.batches.length - 1]
  }

  /** What the last batch holds. */
  get openBytes(): number {
    return this.last?.sizeInBytes ?? 0
  }

  /** How many batches wait; those in requests do not count. */
  get length(): number {
    return this.batches.length
  }

  /** Whether there is nothing to send and nothing in a request. */
  get isEmpty(): boolean {
    return this.batches.length === 0 && this.inFlight.length === 0
  }

  /** The batch that a record of this size would go into where batches may take `limit` bytes, or undefined where it needs a new one. */
  openBatchFor(sizeInBytes: number, limit: number): ProducerBatch | undefined {
    const last = this.batches[this.batches.length - 1]
    return last !== undefined && last.hasRoomFor(sizeInBytes, limit) ? last : undefined
  }

  /** Opens a batch at the end for `record`, which is to be appended next. */
  openBatch(record: OutgoingRecord, nowMs: number, flushEpoch: number, buffers: BatchBuffers): ProducerBatch {
    // One record alone may be larger than a batch should be. What is expected is more than a full batch takes: that would be a new buffer each time.
    const capacity = Math.max(record.sizeInBytes + 64, Math.min(this.expectedSize, buffers.largest), 256)
    const batch = new ProducerBatch(nowMs, flushEpoch, buffers.take(capacity), buffers)
    this.batches.push(batch)
    return batch
  }

  /** Takes the head into a request. */
  drain(): ProducerBatch {
    const batch = this.batches.shift()!
    batch.transitionTo('in-flight')
    this.inFlight.push(batch)
    this.expectedSize = batch.sizeInBytes + (batch.sizeInBytes >> 3)
    return batch
  }

  /** Puts a batch that was in a request back to its place: before all without a number, among those with one by its number. */
  retry(batch: ProducerBatch): void {
    this.leaveRequest(batch, 'retrying')
    this.insert(batch)
  }

  /** Puts two batches in the place of the one that was in a request. */
  replace(batch: ProducerBatch, parts: readonly ProducerBatch[]): void {
    this.leaveRequest(batch, 'done')
    this.sequences.replace(batch, parts)
    for (const part of parts.toReversed()) this.insert(part)
  }

  /** Ends a batch that was in a request. */
  finish(batch: ProducerBatch): void {
    this.leaveRequest(batch, 'done')
  }

  /** Takes the head out without a request: its time is over. */
  dropHead(): ProducerBatch {
    const batch = this.batches.shift()!
    batch.transitionTo('done')
    return batch
  }

  private insert(batch: ProducerBatch): void {
    const place = this.sequences.indexOf(batch)
    let at = 0
    while (
      at < this.batches.length &&
      place > this.sequences.indexOf(this.batches[at]!) &&
      this.batches[at]!.hasSequence
    )
      at++
    this.batches.splice(at, 0, batch)
  }

  private leaveRequest(batch: ProducerBatch, state: BatchState): void {
    batch.transitionTo(state)
    const index = this.inFlight.indexOf(batch)
    if (index >= 0) this.inFlight.splice(index, 1)
  }
}
