// Station 2 of a record's way out: the open and unsettled batches of every partition. All that changes a batch's place or settles it
// goes through here, so that memory, flushes and the order within a partition are kept in one place.
import type { KafkaError } from '@odradek/protocol'

import { BatchBuffers } from './batch-buffers.ts'
import type { BufferMemory } from './buffer-memory.ts'
import type { FlushTracker } from './flush-tracker.ts'
import { BATCH_OVERHEAD, type OutgoingRecord } from './outgoing-record.ts'
import type { PartitionQueue } from './partition-queue.ts'
import type { GivenUp } from './partition-sequences.ts'
import type { ProducerEvent } from './producer-events.ts'
import type { ProducerBatch } from './producer-batch.ts'
import { TopicQueues } from './topic-queues.ts'

/** What RecordAccumulator is told; the producer's options fit. */
export interface RecordAccumulatorOptions {
  readonly batchSize: number
  readonly batchSizeWhenBusy: number
  readonly lingerMs: number
  readonly deliveryTimeoutMs: number
}

/** A ready batch grows in this part of `deliveryTimeoutMs` only: its age is its records' too, and the last ones are to have most of that time. */
const GROWING_PART = 0.1

/** Holds the batches of all partitions until they have settled. */
export class RecordAccumulator {
  readonly memory: BufferMemory
  readonly flushes: FlushTracker
  /** Every topic that records were sent to. */
  readonly topics = new Map<string, TopicQueues>()
  /** The queues that may have something to send or in a request; those drained last come last. */
  readonly active = new Set<PartitionQueue>()
  /** Told what happens to batches. */
  onEvent: ((event: ProducerEvent) => void) | undefined
  /** Told of each batch whose records fail. */
  onBatchFailed: ((error: KafkaError, wasNumbered: boolean) => void) | undefined
  /** While true nothing lingers: senders wait for memory. */
  isMemoryWanted = false
  private readonly buffers: BatchBuffers
  private readonly batchSize: number
  private readonly batchSizeWhenBusy: number
  private readonly growingMs: number
  private readonly lingerMs: number

  constructor(options: RecordAccumulatorOptions, memory: BufferMemory, flushes: FlushTracker) {
    const { batchSize } = options
    this.batchSize = batchSize
    this.batchSizeWhenBusy = Math.max(batchSize, options.batchSizeWhenBusy)
    this.growingMs = options.deliveryTimeoutMs * GROWING_PART
    this.buffers = new BatchBuffers(batchSize, this.batchSizeWhenBusy)
    this.lingerMs = options.lingerMs
    this.memory = memory
    this.flushes = flushes
  }

  /** The topic of this name, made when it is first asked for. */
  topic(name: string): TopicQueues {
    const known = this.topics.get(name)
    if (known !== undefined) return known
    const topic = new TopicQueues(name)
    this.topics.set(name, topic)
    return topic
  }

  /** Whether no batch waits, and none is in a request. */
  get isIdle(): boolean {
    for (const queue of this.active) if (!queue.isEmpty) return false
    return true
  }

  /** Whether `append` would open a new batch for a record of this size. */
  needsNewBatch(queue: PartitionQueue, sizeInBytes: number, nowMs: number): boolean {
    return queue.openBatchFor(sizeInBytes, this.limitOf(queue, nowMs)) === undefined
  }

  /** Whether the last batch of a queue is ready, or there is none (Java's allBatchesFull). */
  isFull(queue: PartitionQueue): boolean {
    const { last } = queue
    return last === undefined || last.hasSequence || last.state !== 'open' || last.sizeInBytes >= this.batchSize
  }

  /** What the batch that a record of this size would go into holds already; 0 where it would be a new one. */
  openBytes(queue: PartitionQueue, sizeInBytes: number, nowMs: number): number {
    return queue.openBatchFor(sizeInBytes, this.limitOf(queue, nowMs))?.sizeInBytes ?? 0
  }

  /** What the last batch of a queue may take now: more than makes it ready, while it waits for its turn. */
  private limitOf({ topic, last }: PartitionQueue, nowMs: number): number {
    if (last === undefined || nowMs - last.createdMs > this.growingMs) return this.batchSize
    return Math.max(this.batchSize, Math.min(this.batchSizeWhenBusy, topic.largestBatch))
  }

  /**
   * Writes a record into its partition's open batch, for good. The memory must have room for it. Returns whether the sender should
   * look: a batch was opened or has become ready. `flushEpoch` is an earlier flush that a record belongs to which had to wait.
   */
  append(queue: PartitionQueue, record: OutgoingRecord, nowMs: number, flushEpoch?: number): boolean {
    let batch = queue.openBatchFor(record.sizeInBytes, this.limitOf(queue, nowMs))
    const isNew = batch === undefined
    const wasReady = batch !== undefined && batch.sizeInBytes >= this.batchSize
    if (batch === undefined) {
      batch = queue.openBatch(record, nowMs, this.flushes.add(), this.buffers)
      this.active.add(queue)
      batch.reservedBytes = BATCH_OVERHEAD
      this.memory.reserve(BATCH_OVERHEAD)
    }
    batch.append(record)
    this.memory.reserve(record.sizeInBytes)
    if (flushEpoch !== undefined && flushEpoch < batch.flushEpoch) {
      this.flushes.move(batch.flushEpoch, flushEpoch)
      batch.flushEpoch = flushEpoch
    }
    return isNew || (!wasReady && batch.sizeInBytes >= this.batchSize)
  }

  /** When the head of a queue may be sent, in the clock's milliseconds; -Infinity: now, whatever the time. With `mayLinger` false it waits for no more records. */
  readyAtMs(queue: PartitionQueue, head: ProducerBatch, mayLinger = true): number {
    if (head.state === 'retrying') return hasNewLeader(queue, head) ? -Infinity : head.retryAtMs
    if (head.hasSequence) return -Infinity
    const isFull = queue.length > 1 || head.sizeInBytes >= this.batchSize
    if (!mayLinger || isFull || this.isMemoryWanted || head.flushEpoch < this.flushes.epoch) return -Infinity
    return head.createdMs + this.lingerMs
  }

  /** Takes the head of a queue into a request. */
  drain(queue: PartitionQueue): ProducerBatch {
    // To the end of the set: a partition that has had its turn comes after those that have not.
    this.active.delete(queue)
    this.active.add(queue)
    return queue.drain()
  }

  /** The batch in a request was written at `baseOffset` (-1: the broker does not say). */
  deliver(queue: PartitionQueue, batch: ProducerBatch, baseOffset: number, logAppendTimeMs: number): void {
    queue.finish(batch)
    if (batch.hasSequence) queue.sequences.onAcknowledged(batch)
    const { recordCount: records } = batch
    batch.deliver(queue.partition, baseOffset, logAppendTimeMs)
    // Its request is over, and no other one is under way: earlier tries have failed before the last was made.
    this.buffers.give(batch.releaseBuffer())
    this.forget(batch)
    const { topic, partition } = queue
    this.onEvent?.({ type: 'batch-acknowledged', topic: topic.name, partition, records, baseOffset })
  }

  /** The batch in a request is given up. */
  fail(queue: PartitionQueue, batch: ProducerBatch, outcome: GivenUp, errorOf: (index: number) => KafkaError): void {
    queue.finish(batch)
    if (batch.hasSequence) queue.sequences.onGivenUp(batch, batch.mayBeWritten ? 'unknown' : outcome)
    batch.fail(errorOf)
    this.forget(batch)
    this.noteFailure(queue, batch, errorOf(0))
  }

  /** The batch in a request goes back to its place in its queue until `retryAtMs`. */
  retry(queue: PartitionQueue, batch: ProducerBatch, retryAtMs: number): void {
    batch.retryAtMs = retryAtMs
    queue.retry(batch)
    const { topic, partition } = queue
    const { recordCount: records, lastError: error } = batch
    if (error !== undefined) this.onEvent?.({ type: 'batch-retried', topic: topic.name, partition, records, error })
  }

  /** The batch in a request is too large for the broker: two halves take its place (KIP-126). */
  split(queue: PartitionQueue, batch: ProducerBatch): void {
    const { topic, partition } = queue
    this.onEvent?.({ type: 'batch-split', topic: topic.name, partition, records: batch.recordCount })
    // The topic's max.message.bytes: further batches are not to grow beyond it.
    queue.topic.largestBatch = Math.min(queue.topic.largestBatch, Math.floor(batch.uncompressedBytes / 2))
    const halves = batch.split()
    queue.replace(batch, halves)
    this.flushes.addTo(batch.flushEpoch)
  }

  /** The records of the batch in a request fail now; what the request led to shows when it ends. */
  abandon(queue: PartitionQueue, batch: ProducerBatch, error: KafkaError): void {
    batch.transitionTo('abandoned')
    batch.fail(() => error)
    this.flushes.remove(batch.flushEpoch)
    this.noteFailure(queue, batch, error)
  }

  /** The request of an abandoned batch has ended. */
  finishAbandoned(queue: PartitionQueue, batch: ProducerBatch, outcome: 'written' | GivenUp): void {
    queue.finish(batch)
    this.memory.release(batch.reservedBytes)
    if (!batch.hasSequence) return
    if (outcome === 'written') queue.sequences.onAcknowledged(batch)
    else queue.sequences.onGivenUp(batch, batch.mayBeWritten ? 'unknown' : outcome)
  }

  /** The head of a queue is given up without being sent. */
  failHead(queue: PartitionQueue, errorOf: (batch: ProducerBatch) => KafkaError): void {
    const batch = queue.dropHead()
    const error = errorOf(batch)
    if (batch.hasSequence) queue.sequences.onGivenUp(batch, batch.mayBeWritten ? 'unknown' : 'not-written')
    batch.fail(() => error)
    this.forget(batch)
    this.noteFailure(queue, batch, error)
  }

  private noteFailure({ topic, partition }: PartitionQueue, batch: ProducerBatch, error: KafkaError): void {
    this.onBatchFailed?.(error, batch.hasSequence)
    this.onEvent?.({ type: 'batch-failed', topic: topic.name, partition, records: batch.recordCount, error })
  }

  private forget(batch: ProducerBatch): void {
    this.memory.release(batch.reservedBytes)
    this.flushes.remove(batch.flushEpoch)
  }
}

/** Whether the partition has moved on since a batch was last sent: then there is no reason to wait (KIP-951's companion, KAFKA-15415). */
function hasNewLeader(queue: PartitionQueue, batch: ProducerBatch): boolean {
  const leader = queue.topic.metadata?.partitions[queue.partition]
  if (leader === undefined || leader.leader < 0) return false
  if (leader.leaderEpoch >= 0 && batch.lastLeaderEpoch >= 0) return leader.leaderEpoch > batch.lastLeaderEpoch
  return leader.leader !== batch.lastLeader
}
