// The public face of the producer: checks what users hand in, and gives it to the cores. Beginning of a record's way out.
import { defaultCodecs } from '@odradek/compression'
import { type Clock, type Environment, systemEnvironment } from '@odradek/network'
import { NetworkClient } from '@odradek/network/internal'
import { defaultPartitioner } from '@odradek/partitioners'
import { InvariantError, KafkaError, TimeoutError, UsageError } from '@odradek/protocol'

import { BufferMemory } from './core/buffer-memory.ts'
import { FlushTracker } from './core/flush-tracker.ts'
import { BATCH_OVERHEAD, recordSizeUpperBound } from './core/outgoing-record.ts'
import { RecordAccumulator } from './core/record-accumulator.ts'
import { ProducerIdManager } from './core/producer-id-manager.ts'
import type { RecordReceiver } from './core/record-receiver.ts'
import { RecordRouter } from './core/record-router.ts'
import { Sender } from './core/sender.ts'
import type { TopicQueues } from './core/topic-queues.ts'
import { TransactionManager } from './core/transaction-manager.ts'
import type { ConsumerGroupMetadata, TransactionOffset } from './core/transaction-requests.ts'
import { type ProducerConfig, type ProducerOptions, resolveProducerOptions } from './options.ts'
import {
  type BatchRecord,
  checkTopic,
  keyBytes,
  type ProducerRecord,
  recordHeaders,
  recordPartition,
  recordTimestamp,
  recordValue,
} from './producer-record.ts'
import { ProducerTransactions } from './producer-transactions.ts'
import type { RecordMetadata } from './record-metadata.ts'
import type { SendBatchResult } from './send-batch-result.ts'
import { SendBatchReceiver, SendReceiver } from './send-receivers.ts'
import { Transaction } from './transaction.ts'

/** What `close` may be told. */
export interface CloseOptions {
  /** How long to wait for records under way, in milliseconds; those that have not settled by then fail with TimeoutError. @default no limit but deliveryTimeoutMs */
  readonly timeoutMs?: number
}

/**
 * Sends records to Kafka in batches, retries what can be retried, and keeps the order within each partition. Connects when first used. With
 * `acks: 'all'` (the default) retries make no duplicates. Close it when done, or declare it with `await using`.
 */
export class Producer implements AsyncDisposable {
  readonly #config: ProducerConfig
  readonly #clock: Clock
  readonly #network: NetworkClient
  readonly #accumulator: RecordAccumulator
  readonly #router: RecordRouter
  readonly #sender: Sender
  readonly #identity: ProducerIdManager | TransactionManager | undefined
  readonly #transactions: ProducerTransactions | undefined
  /** Why this producer cannot go on; undefined while it can. */
  #fatalError: KafkaError | undefined
  #closing: Promise<void> | undefined

  /** Throws UsageError for options that are wrong. `environment` is for tests: clock, transport and random numbers. */
  constructor(options: ProducerOptions, environment: Environment = systemEnvironment()) {
    const config = resolveProducerOptions(options)
    this.#config = config
    this.#clock = environment.clock
    this.#network = new NetworkClient(config, environment)
    this.#accumulator = new RecordAccumulator(config, new BufferMemory(config.bufferMemory), new FlushTracker())
    const { metadata } = this.#network
    const partitioner = config.partitioner ?? defaultPartitioner(environment.random)
    this.#router = new RecordRouter(config, this.#accumulator, metadata, partitioner)
    this.#identity = this.#makeIdentity(environment)
    if (this.#identity instanceof TransactionManager) {
      this.#transactions = new ProducerTransactions(this.#identity, environment.clock, config.maxBlockMs)
    }
    this.#sender = new Sender(config, {
      identity: this.#identity,
      accumulator: this.#accumulator,
      router: this.#router,
      availability: this.#network,
      codec: defaultCodecs.get(config.compressionType),
      random: environment.random,
      onLeaderHint: (hint, nowMs) => metadata.onLeaderHint(hint, nowMs),
      requestMetadataUpdate: (nowMs) => {
        if (metadata.isUpdateWanted) return
        metadata.requestUpdate(nowMs)
        this.#network.wakeup()
      },
      wakeup: () => this.#network.wakeup(),
    })
    metadata.onUpdate((current, nowMs) => this.#router.onMetadataUpdate(current, nowMs))
    if (this.#identity !== undefined) this.#network.addManager(this.#identity)
    this.#network.addManager(this.#sender)
    this.#network.onFatalError((error) => this.#onFatalError(error))
  }

  /**
   * Sends one record; settles when brokers have acknowledged it as `acks` asks. Await many together: each awaited alone costs a request and `lingerMs`.
   * Rejects with UsageError (the record is wrong, or the producer closed), TimeoutError (`maxBlockMs`, `deliveryTimeoutMs`),
   * BrokerError or AuthorizationError.
   */
  send(record: ProducerRecord): Promise<RecordMetadata> {
    return new Promise((resolve, reject) => {
      this.#checkSendable()
      if (typeof record !== 'object' || record === null) throw new UsageError('send() takes a record: { topic, value }')
      const { topic } = record
      checkTopic(topic)
      const nowMs = this.#clock.nowMs()
      const timestamp = recordTimestamp(record, topic, this.#clock.wallClockMs())
      const receiver = new SendReceiver(topic, timestamp, resolve, reject)
      const queues = this.#router.topic(topic, nowMs)
      if (this.#add(queues, record, timestamp, receiver, 0, nowMs)) this.#network.wakeup()
    })
  }

  /**
   * Sends many records to one topic for one promise: the fast way. Gives each record's metadata, in order. When some fail it
   * rejects with SendBatchError, which says which and why, and where the others were written.
   */
  sendBatch(topic: string, records: readonly BatchRecord[]): Promise<SendBatchResult> {
    return new Promise((resolve, reject) => {
      this.#checkSendable()
      checkTopic(topic)
      if (!Array.isArray(records)) throw new UsageError(`sendBatch() takes an array of records for topic ${topic}`)
      const nowMs = this.#clock.nowMs()
      const wallClockMs = this.#clock.wallClockMs()
      const receiver = new SendBatchReceiver(topic, records.length, resolve, reject)
      const queues = this.#router.topic(topic, nowMs)
      let isWorkForSender = false
      for (let i = 0; i < records.length; i++) {
        try {
          const record = records[i] as BatchRecord
          const timestamp = recordTimestamp(record, topic, wallClockMs)
          receiver.setTimestamp(i, timestamp)
          if (this.#add(queues, record, timestamp, receiver, i, nowMs)) isWorkForSender = true
        } catch (error) {
          // One record that is wrong does no harm to the others.
          if (!KafkaError.is(error) || InvariantError.is(error)) throw error
          receiver.onFailed(i, error)
        }
      }
      if (isWorkForSender) this.#network.wakeup()
    })
  }

  /**
   * Gets the producer id of `transactionalId`; fences every earlier producer with that id and ends what it left open. The first `beginTransaction` does
   * it by itself. Rejects with AuthorizationError, FencedError, or TimeoutError after `maxBlockMs`: then it may be called again.
   */
  async initTransactions(): Promise<void> {
    this.#checkOpen()
    return this.#transactional().initialize()
  }

  /** Begins a transaction: records sent from now on belong to it. Rejects with UsageError where one is open. */
  async beginTransaction(): Promise<void> {
    this.#checkOpen()
    return this.#transactional().begin()
  }

  /**
   * Commits the transaction once all its records and offsets are written. Rejects with AbortableTransactionError where one of them failed: abort then;
   * with FencedError where a newer producer has taken over; with TimeoutError after `maxBlockMs`: call it again, it may still be committed.
   */
  async commitTransaction(): Promise<void> {
    this.#checkFatal()
    const end = this.#transactional().commit()
    this.#accumulator.flushes.begin(() => undefined)
    return end
  }

  /** Aborts the transaction; records that are not written yet fail. Rejects as `commitTransaction`. */
  async abortTransaction(): Promise<void> {
    this.#checkFatal()
    return this.#transactional().abort()
  }

  /**
   * Commits a consumer's positions with the transaction (KIP-447): `group` is the consumer's group metadata, with which a member that was replaced
   * cannot commit. Rejects with AbortableTransactionError or FencedError.
   */
  async sendOffsetsToTransaction(offsets: readonly TransactionOffset[], group: ConsumerGroupMetadata): Promise<void> {
    this.#checkOpen()
    return this.#transactional().sendOffsets(offsets, group)
  }

  /**
   * Runs `work` in a transaction: commits when it is done, aborts when it throws, or when one of its records failed, and throws that error.
   * AbortableTransactionError says that the same may be tried again; after a FencedError close the producer.
   */
  async transaction<T>(work: (transaction: Transaction) => T | Promise<T>): Promise<T> {
    await this.beginTransaction()
    const transaction = new Transaction(this)
    try {
      const result = await work(transaction)
      transaction.end()
      await this.commitTransaction()
      return result
    } catch (error) {
      transaction.end()
      // A commit that takes long may have happened: it can no longer be aborted. After a fatal error nothing can.
      if (this.#identity instanceof TransactionManager && this.#identity.mayAbort) await this.abortTransaction()
      throw error
    }
  }

  /** Sends what is waiting without lingering; settles when every record sent before this call has settled, well or badly. */
  flush(): Promise<void> {
    return new Promise((resolve) => {
      this.#accumulator.flushes.begin(resolve)
      this.#network.wakeup()
    })
  }

  /**
   * Sends what is left, waits until it has settled (at most `timeoutMs`), and closes all connections; further sends are refused. Never
   * rejects for records that fail. Closing again waits for the same end, and can only shorten the wait.
   */
  async close({ timeoutMs }: CloseOptions = {}): Promise<void> {
    if (timeoutMs !== undefined && !(timeoutMs >= 0)) {
      throw new UsageError(
        `close() option timeoutMs must be a number of milliseconds of 0 or more, not ${String(timeoutMs)}`,
      )
    }
    this.#closing ??= this.#drainAndClose()
    if (timeoutMs === undefined || timeoutMs === Infinity) return this.#closing
    const error = () =>
      new TimeoutError(`the producer was closed before the record was acknowledged: close() waited ${timeoutMs} ms`)
    if (timeoutMs === 0) this.#giveUp(error())
    const timer = this.#clock.setTimer(timeoutMs, () => this.#giveUp(error()))
    try {
      await this.#closing
    } finally {
      timer.cancel()
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #giveUp(error: KafkaError): void {
    this.#sender.abort(error)
    this.#transactions?.giveUp(error)
  }

  async #drainAndClose(): Promise<void> {
    // What is not committed is not to be seen; the coordinator need not wait for its time-out.
    await this.#transactions?.finish().catch(() => undefined)
    await this.flush()
    await this.#network.close()
  }

  #makeIdentity({ random }: Environment): ProducerIdManager | TransactionManager | undefined {
    const { enableIdempotence, isIdempotenceRequired: isRequired, transactionalId } = this.#config
    if (!enableIdempotence) return undefined
    const onFatalError = (error: KafkaError) => {
      this.#fatalError = error
      this.#sender.abort(error)
    }
    const wakeup = () => this.#network.wakeup()
    if (transactionalId !== undefined) {
      return new TransactionManager({
        ...this.#config,
        transactionalId,
        random,
        wakeup,
        onFatalError,
        transactionVersion: () => this.#network.featureLevel('transaction.version'),
        isIdle: () => this.#sender.isIdle,
        failQueued: (error) => this.#sender.failQueued(error),
      })
    }
    return new ProducerIdManager({ ...this.#config, random, mayDisable: !isRequired, wakeup, onFatalError })
  }

  #transactional(): ProducerTransactions {
    if (this.#transactions !== undefined) return this.#transactions
    throw new UsageError('this producer has no transactions: give it the option transactionalId')
  }

  #checkFatal(): void {
    if (this.#fatalError !== undefined) throw this.#fatalError
  }

  /** Throws where no record may be sent. */
  #checkSendable(): void {
    this.#checkOpen()
    if (this.#identity instanceof TransactionManager) this.#identity.checkInTransaction('send')
  }

  #checkOpen(): void {
    if (this.#closing === undefined) {
      this.#checkFatal()
      return
    }
    throw (
      this.#network.fatalError ??
      new UsageError('the producer is closed: make a new one, or close it after the last send')
    )
  }

  #add(
    topic: TopicQueues,
    record: BatchRecord,
    timestamp: number,
    receiver: RecordReceiver,
    tag: number,
    nowMs: number,
  ): boolean {
    const partition = recordPartition(record, topic.name)
    const key = keyBytes(record, topic.name)
    const value = recordValue(record, topic.name)
    const headers = recordHeaders(record, topic.name)
    const sizeInBytes = recordSizeUpperBound(key, value, headers)
    this.#checkSize(sizeInBytes + BATCH_OVERHEAD, topic.name, partition)
    const deadlineMs = nowMs + this.#config.maxBlockMs
    this.#identity?.want()
    return this.#router.add(
      topic,
      { partition, key, value, headers, timestamp, sizeInBytes, receiver, tag, deadlineMs },
      nowMs,
    )
  }

  #checkSize(size: number, topic: string, partition: number): void {
    const { maxRequestSize, bufferMemory } = this.#config
    if (size <= maxRequestSize && size <= bufferMemory) return
    const where = partition < 0 ? `topic ${topic}` : `${topic}-${partition}`
    const [option, limit] = size > maxRequestSize ? ['maxRequestSize', maxRequestSize] : ['bufferMemory', bufferMemory]
    throw new UsageError(`a record for ${where} is too large: it takes ${size} bytes, and ${option} is ${limit}`)
  }

  #onFatalError(error: KafkaError): void {
    this.#closing ??= this.#network.close()
    this.#sender.abort(error)
  }
}
