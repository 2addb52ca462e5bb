// Station 1 of a record's way out: the partition of each record, which is fixed here for good. Records that cannot go on yet, because
// their topic is not known or the memory is full, wait here, in order, up to `maxBlockMs`.
import { type ClusterMetadata, sayThrown } from '@odradek/network/internal'
import type { Partitioner } from '@odradek/partitioners'
import {
  AuthorizationError,
  BrokerError,
  ErrorCode,
  errorName,
  isRetriableErrorCode,
  KafkaError,
  TimeoutError,
  UsageError,
} from '@odradek/protocol'

import { FailedRecords } from './failed-records.ts'
import type { OutgoingRecord } from './outgoing-record.ts'
import { BATCH_OVERHEAD } from './outgoing-record.ts'
import type { PartitionQueue } from './partition-queue.ts'
import type { RecordAccumulator } from './record-accumulator.ts'
import type { RecordReceiver } from './record-receiver.ts'
import type { TopicQueues } from './topic-queues.ts'
import { type WaitingRecord, WaitingRecords } from './waiting-records.ts'

/** The part of MetadataManager that the producer uses. */
export interface MetadataSource {
  readonly current: ClusterMetadata
  /** Why the last try to get metadata failed. */
  readonly lastError?: KafkaError | undefined
  addTopics(topics: Iterable<string>, nowMs: number): void
  setTopics(topics: Iterable<string>, nowMs: number): void
  requestUpdate(nowMs: number): void
}

/** What RecordRouter is told; the producer's options fit. */
export interface RecordRouterOptions {
  readonly maxBlockMs: number
  readonly metadataMaxIdleMs: number
}

/** Brings each record to its partition's queue. */
export class RecordRouter {
  readonly #options: RecordRouterOptions
  readonly #accumulator: RecordAccumulator
  readonly #metadata: MetadataSource
  readonly #partitioner: Partitioner
  readonly #forMetadata: WaitingRecords
  readonly #forMemory: WaitingRecords
  readonly #failed = new FailedRecords()
  /** Whose records are not to be sent any more, as far as they are in no batch. */
  readonly #withdrawn = new Set<RecordReceiver>()

  constructor(
    options: RecordRouterOptions,
    accumulator: RecordAccumulator,
    metadata: MetadataSource,
    partitioner: Partitioner,
  ) {
    this.#options = options
    this.#accumulator = accumulator
    this.#metadata = metadata
    this.#partitioner = partitioner
    this.#forMetadata = new WaitingRecords(accumulator.flushes)
    this.#forMemory = new WaitingRecords(accumulator.flushes)
  }

  /** When the first waiting record's time may be over; Infinity where none waits. */
  get nextDeadlineMs(): number {
    return Math.min(this.#forMetadata.nextDeadlineMs, this.#forMemory.nextDeadlineMs)
  }

  /** How many records wait for metadata or memory. */
  get waitingCount(): number {
    return this.#forMetadata.length + this.#forMemory.length
  }

  /** The topic of a record; the metadata is asked about one that is new, or was idle for long. */
  topic(name: string, nowMs: number): TopicQueues {
    const topic = this.#accumulator.topic(name)
    topic.usedAtMs = nowMs
    if (topic.isWanted) return topic
    topic.isWanted = true
    topic.update(this.#metadata.current)
    this.#metadata.addTopics([name], nowMs)
    return topic
  }

  /** Takes a record: into its batch, or to wait. Returns whether the sender should look. */
  add(topic: TopicQueues, record: OutgoingRecord, nowMs: number): boolean {
    if (topic.partitionCount === 0 || record.partition >= topic.partitionCount) {
      const { version } = this.#metadata.current
      this.#forMetadata.add(topic, keptRecord(record), version)
      // A known topic may have got partitions, or lost its error, since it was last asked about.
      if (topic.metadata !== undefined) this.#metadata.requestUpdate(nowMs)
      return true
    }
    if (this.#forMemory.length > 0 || !this.#hasMemoryFor(record)) {
      this.#forMemory.add(topic, keptRecord(record), 0)
      this.#accumulator.isMemoryWanted = true
      return true
    }
    return this.#append(topic, record, nowMs)
  }

  /** New metadata came. */
  onMetadataUpdate(metadata: ClusterMetadata, nowMs: number): void {
    this.dropWithdrawn()
    for (const topic of this.#accumulator.topics.values()) if (topic.isWanted) topic.update(metadata)
    this.#forgetIdleTopics(nowMs)
    this.admitWaiting(nowMs)
    if (this.#forMetadata.length === 0) return
    for (const entry of this.#forMetadata.takeAll()) {
      const { topic, record } = entry
      if (record.partition < topic.partitionCount && topic.partitionCount > 0) this.#admitKnown(entry, nowMs)
      else {
        const error = metadata.version > entry.metadataVersion ? topicError(topic, record.partition) : undefined
        if (error !== undefined) this.#forMetadata.fail(entry, this.#lost(topic, error))
        else {
          this.#forMetadata.add(topic, record, entry.metadataVersion, entry.flushEpoch)
          this.#forMetadata.settled(entry)
        }
      }
    }
    this.#tellFailed()
  }

  /** Memory may have been given back: lets in those who wait for it, in order. Returns whether there was one. */
  admitWaiting(nowMs: number): boolean {
    this.dropWithdrawn()
    const waiting = this.#forMemory
    const before = waiting.length
    for (let entry = waiting.first; entry !== undefined; entry = waiting.first) {
      // A topic that has just lost its metadata holds up the others: overtaking it could change the order of its records.
      const { topic, record } = entry
      const isKnown = topic.partitionCount > 0 && record.partition < topic.partitionCount
      if (!isKnown || !this.#hasMemoryFor(record)) break
      this.#appendWaiting(waiting.takeFirst(), nowMs)
    }
    this.#accumulator.isMemoryWanted = waiting.length > 0
    return waiting.length < before
  }

  /** Fails the records that have waited for `maxBlockMs`. */
  expire(nowMs: number): void {
    this.dropWithdrawn()
    const { maxBlockMs } = this.#options
    this.#forMetadata.expire(nowMs, ({ topic }) => {
      const code = topic.metadata?.errorCode ?? ErrorCode.NONE
      const cause =
        code === ErrorCode.NONE
          ? this.#metadata.lastError
          : new BrokerError({ api: 'Metadata', errorCode: code, topic: topic.name })
      const why = cause === undefined ? '' : `: ${cause.message}`
      return this.#lost(
        topic,
        new TimeoutError(`no metadata for topic ${topic.name} within maxBlockMs (${maxBlockMs})${why}`, { cause }),
      )
    })
    this.#forMemory.expire(nowMs, ({ topic }) => {
      const { usedBytes, limitBytes } = this.#accumulator.memory
      return this.#lost(
        topic,
        new TimeoutError(
          `no room for a record of topic ${topic.name} within maxBlockMs (${maxBlockMs}): ${usedBytes} of ${limitBytes} bytes of ` +
            'bufferMemory are taken by records that brokers have not acknowledged yet',
        ),
      )
    })
    if (this.#forMemory.length === 0) this.#accumulator.isMemoryWanted = false
    this.#tellFailed()
  }

  /** A record was refused before it came here. */
  onRefused(topic: TopicQueues, error: KafkaError): void {
    this.#failed.add(topic.name, error)
    this.#tellFailed()
  }

  /**
   * The records of a receiver that has been told already are not to be sent, as far as they are in no batch. They leave when the sender looks, together:
   * each of them alone would cost a step for every record that waits.
   */
  withdraw(receiver: RecordReceiver): void {
    if (this.waitingCount > 0) this.#withdrawn.add(receiver)
  }

  /** Lets those go that were withdrawn. Returns whether there were some. */
  dropWithdrawn(): boolean {
    const withdrawn = this.#withdrawn
    if (withdrawn.size === 0) return false
    this.#forMetadata.drop(withdrawn)
    this.#forMemory.drop(withdrawn)
    withdrawn.clear()
    if (this.#forMemory.length === 0) this.#accumulator.isMemoryWanted = false
    return true
  }

  /** Fails all waiting records with one error. */
  abort(error: KafkaError): void {
    this.dropWithdrawn()
    for (const waiting of [this.#forMetadata, this.#forMemory]) {
      for (const entry of waiting.takeAll()) waiting.fail(entry, this.#lost(entry.topic, error))
    }
    this.#accumulator.isMemoryWanted = false
    this.#tellFailed()
  }

  /** Topics that have had no record for `metadataMaxIdleMs` are asked about no more, as by Java's producer when it gets metadata (KIP-526). */
  #forgetIdleTopics(nowMs: number): void {
    const wanted: string[] = []
    let isOneIdle = false
    for (const topic of this.#accumulator.topics.values()) {
      if (!topic.isWanted) continue
      const isIdle =
        nowMs - topic.usedAtMs >= this.#options.metadataMaxIdleMs &&
        topic.isEmpty &&
        !this.#forMetadata.hasRecordOf(topic) &&
        !this.#forMemory.hasRecordOf(topic)
      if (isIdle) {
        topic.forget()
        isOneIdle = true
      } else wanted.push(topic.name)
    }
    if (isOneIdle) this.#metadata.setTopics(wanted, nowMs)
  }

  /** A record fails before it is in a batch: a transaction must not be committed without it either. */
  #lost(topic: TopicQueues, error: KafkaError): KafkaError {
    this.#failed.add(topic.name, error)
    this.#accumulator.onBatchFailed?.(error, false)
    return error
  }

  #tellFailed(): void {
    this.#failed.tell(this.#accumulator.onEvent)
  }

  #hasMemoryFor(record: OutgoingRecord): boolean {
    return this.#accumulator.memory.hasRoomFor(record.sizeInBytes + BATCH_OVERHEAD)
  }

  /** A record whose topic has become known goes on, behind those who wait for memory already. */
  #admitKnown(entry: WaitingRecord, nowMs: number): void {
    const { topic, record, flushEpoch } = entry
    if (this.#forMemory.length === 0 && this.#hasMemoryFor(record)) this.#appendWaiting(entry, nowMs)
    else {
      this.#forMemory.add(topic, record, 0, flushEpoch)
      this.#accumulator.isMemoryWanted = true
      this.#forMetadata.settled(entry)
    }
  }

  #appendWaiting(entry: WaitingRecord, nowMs: number): void {
    this.#append(entry.topic, entry.record, nowMs, entry.flushEpoch)
    this.#accumulator.flushes.remove(entry.flushEpoch)
  }

  #append(topic: TopicQueues, record: OutgoingRecord, nowMs: number, flushEpoch?: number): boolean {
    const accumulator = this.#accumulator
    if (record.partition >= 0) return accumulator.append(topic.queue(record.partition), record, nowMs, flushEpoch)
    const partitioner = this.#partitioner
    const { context } = topic
    context.key = record.key
    let queue: PartitionQueue
    let isFollowed: boolean
    try {
      isFollowed = partitioner.followsRecord?.(context) ?? true
      queue = topic.queue(checkPartition(partitioner.partition(context), topic))
      if (isFollowed) queue = this.#moveOn(queue, topic, record, nowMs)
    } catch (error) {
      record.receiver.onFailed(record.tag, this.#lost(topic, asKafkaError(error, topic)))
      this.#tellFailed()
      return false
    }
    if (!isFollowed || partitioner.onRecordAppended === undefined)
      return accumulator.append(queue, record, nowMs, flushEpoch)
    const before = accumulator.openBytes(queue, record.sizeInBytes, nowMs)
    const isWorkForSender = accumulator.append(queue, record, nowMs, flushEpoch)
    const appendedBytes = queue.openBytes - before
    partitioner.onRecordAppended(context, queue.partition, appendedBytes, accumulator.isFull(queue))
    return isWorkForSender
  }

  /** The queue of a record for which the partitioner has chosen `queue`, once it knows what it wants to know before (see Partitioner). */
  #moveOn(queue: PartitionQueue, topic: TopicQueues, record: OutgoingRecord, nowMs: number): PartitionQueue {
    const partitioner = this.#partitioner
    const { context } = topic
    let chosen = queue
    if (partitioner.onNewBatch !== undefined && this.#accumulator.needsNewBatch(chosen, record.sizeInBytes, nowMs)) {
      partitioner.onNewBatch(context, chosen.partition)
      chosen = topic.queue(checkPartition(partitioner.partition(context), topic))
    }
    if (partitioner.onRecordAppended !== undefined && this.#accumulator.isFull(chosen)) {
      partitioner.onRecordAppended(context, chosen.partition, 0, true)
      chosen = topic.queue(checkPartition(partitioner.partition(context), topic))
    }
    return chosen
  }
}

/** A copy of a record that has to wait: the object is used for the next one. */
function keptRecord(record: OutgoingRecord): OutgoingRecord {
  return { ...record, receiver: record.receiver.waitAlone?.() ?? record.receiver }
}

function checkPartition(partition: number, topic: TopicQueues): number {
  if (Number.isInteger(partition) && partition >= 0 && partition < topic.partitionCount) return partition
  throw new UsageError(
    `the partitioner chose partition ${partition} for topic ${topic.name}, which has partitions 0 to ${topic.partitionCount - 1}`,
  )
}

function asKafkaError(error: unknown, topic: TopicQueues): KafkaError {
  if (KafkaError.is(error)) return error
  return new UsageError(`the partitioner threw for a record of topic ${topic.name}: ${sayThrown(error)}`, {
    cause: error,
  })
}

/** Why records cannot go to a topic, or to one of its partitions, as fresh metadata has it; undefined where that may change by itself. */
function topicError(topic: TopicQueues, partition: number): KafkaError | undefined {
  const { name, metadata, partitionCount } = topic
  if (metadata === undefined) return undefined
  const { errorCode } = metadata
  if (errorCode === ErrorCode.TOPIC_AUTHORIZATION_FAILED) {
    return new AuthorizationError(
      `this user may not see topic ${name}: an ACL that allows DESCRIBE or WRITE is needed`,
      {
        errorCode,
        errorName: errorName(errorCode),
        resource: name,
      },
    )
  }
  if (errorCode !== ErrorCode.NONE) {
    return isRetriableErrorCode(errorCode) ? undefined : new BrokerError({ api: 'Metadata', errorCode, topic: name })
  }
  if (partitionCount === 0 || partition < partitionCount) return undefined
  return new UsageError(`topic ${name} has no partition ${partition}: it has partitions 0 to ${partitionCount - 1}`)
}
