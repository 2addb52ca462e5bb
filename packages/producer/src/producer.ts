// The public face of the producer: checks what users hand in, and gives it to the cores. Beginning of a record's way out.
import type { Writable } from 'node:stream'

import { type Environment, systemEnvironment } from '@odradek/network'
import { type KafkaError, TimeoutError, UsageError } from '@odradek/protocol'

import { abortFailedError } from './abort-failed-error.ts'
import type { RecordReceiver } from './core/record-receiver.ts'
import type { ConsumerGroupMetadata, TransactionOffset } from './core/transaction-requests.ts'
import { type ProducerOptions, resolveProducerOptions } from './options.ts'
import { ProducerCore } from './producer-core.ts'
import type { BatchRecord, ProducerRecord, RecordField } from './producer-record.ts'
import type { ProducerMetric } from './producer-metrics.ts'
import type { ProducerTransactions } from './producer-transactions.ts'
import type { RecordMetadata } from './record-metadata.ts'
import { recordWritable, recordWritableStream, type RecordStreamOptions } from './record-stream.ts'
import { RecordSubmitter } from './record-submitter.ts'
import { RecordsPurgedError } from './records-purged-error.ts'
import type { SendBatchResult } from './send-batch-result.ts'
import { sendChannel, traceSend, traceSendBatch } from './send-tracing.ts'
import { Transaction } from './transaction.ts'

const CLOSED = 'the producer is closed: make a new one, or close it after the last send'

/** What `send` may be told. */
export interface SendOptions {
  /**
   * Gives up waiting: the promise rejects with SendAbortedError. A record that is in a batch already is sent all the same. In a transaction nothing but
   * `abortTransaction` is possible then, as after each send that fails.
   */
  readonly signal?: AbortSignal
}

/** What `purge` may be told. */
export interface PurgeOptions {
  /** Whether records in requests are given up too; they may be written all the same. @default false */
  readonly inFlight?: boolean
}

/** What `close` may be told. */
export interface CloseOptions {
  /** How long to wait for records under way, in milliseconds; those that have not settled by then fail with TimeoutError. @default no limit but deliveryTimeoutMs */
  readonly timeoutMs?: number
}

/**
 * Sends records to Kafka in batches, retries what can be retried, and keeps the order within each partition. Connects when first used. With
 * `acks: 'all'` (the default) retries make no duplicates. Close it when done, or declare it with `await using`. `K` and `V` are what the serializers take.
 */
export class Producer<K = RecordField, V = RecordField> implements AsyncDisposable {
  readonly #core: ProducerCore
  readonly #records: RecordSubmitter
  #closing: Promise<void> | undefined

  /** Throws UsageError for options that are wrong. `environment` is for tests: clock, transport and random numbers. */
  constructor(options: ProducerOptions<K, V>, environment: Environment = systemEnvironment()) {
    this.#core = new ProducerCore(resolveProducerOptions(options as ProducerOptions), environment)
    this.#records = new RecordSubmitter(this.#core)
    this.#core.network.onFatalError((error) => this.#onDefect(error))
  }

  /**
   * Sends one record; settles when brokers have acknowledged it as `acks` asks. Await many together: each awaited alone costs a request and `lingerMs`.
   * Rejects with UsageError (the record is wrong, or the producer closed), TimeoutError (`maxBlockMs`, `deliveryTimeoutMs`),
   * BrokerError, AuthorizationError, or SendAbortedError.
   */
  send(record: ProducerRecord<K, V>, options?: SendOptions): Promise<RecordMetadata> {
    if (!sendChannel.isWatched) return this.#send(record, options)
    const send = (traced: ProducerRecord<unknown, unknown>) => this.#send(traced as ProducerRecord<K, V>, options)
    return traceSend(this.#core.config.clientId, record, send)
  }

  #send(record: ProducerRecord<K, V>, options: SendOptions | undefined): Promise<RecordMetadata> {
    try {
      this.#checkSendable()
      return this.#records.send(record, options)
    } catch (error) {
      return Promise.reject(error as Error)
    }
  }

  /**
   * Sends many records for one promise: the fast way. They go to `topic`, or, where only records are given, each to its own. Gives each record's metadata, in
   * order. When some fail it rejects with SendBatchError, which says which and why, and where the others were written.
   */
  sendBatch(topic: string, records: readonly BatchRecord<K, V>[]): Promise<SendBatchResult>
  sendBatch(records: readonly ProducerRecord<K, V>[]): Promise<SendBatchResult>
  sendBatch(
    topicOrRecords: string | readonly ProducerRecord<K, V>[],
    records?: readonly BatchRecord<K, V>[],
  ): Promise<SendBatchResult> {
    const [topic, all] = typeof topicOrRecords === 'string' ? [topicOrRecords, records] : [undefined, topicOrRecords]
    // Arguments of a wrong type are left to those who check them.
    if (!sendChannel.isWatched || !Array.isArray(all)) return this.#sendBatch(topicOrRecords, records)
    return traceSendBatch(this.#core.config.clientId, topic, all, (traced) =>
      topic === undefined
        ? this.#sendBatch(traced as readonly ProducerRecord<K, V>[])
        : this.#sendBatch(topic, traced as readonly BatchRecord<K, V>[]),
    )
  }

  #sendBatch(
    topicOrRecords: string | readonly ProducerRecord<K, V>[],
    records?: readonly BatchRecord<K, V>[],
  ): Promise<SendBatchResult> {
    try {
      this.#checkSendable()
    } catch (error) {
      return Promise.reject(error as Error)
    }
    return this.#records.sendBatch(topicOrRecords, records)
  }

  /**
   * A WHATWG stream of records: a write waits while `maxUnsettled` records are unsettled, `close` until all are. The first failure ends it. In a transaction
   * close it, and await that, before the commit: what it still holds then is refused.
   */
  writableStream(options: RecordStreamOptions = {}): WritableStream<ProducerRecord<K, V>> {
    return recordWritableStream((record, receiver) => this.#submitStreamed(record, receiver), options)
  }

  /** Node's stream of records, in object mode: the same, for `pipeline` and `pipe`. */
  writable(options: RecordStreamOptions = {}): Writable {
    return recordWritable<ProducerRecord<K, V>>((record, receiver) => this.#submitStreamed(record, receiver), options)
  }

  /**
   * Gets the producer id of `transactionalId`; fences every earlier producer with that id and ends what it left open. The first `beginTransaction` does
   * it by itself. Rejects with AuthorizationError, FencedError, or TimeoutError after `maxBlockMs`: then it may be called again.
   */
  async initTransactions(): Promise<void> {
    return this.#transactions().initialize()
  }

  /** Begins a transaction: records sent from now on belong to it. Rejects with UsageError where one is open. */
  async beginTransaction(): Promise<void> {
    return this.#transactions().begin()
  }

  /**
   * Commits the transaction once all its records and offsets are written. Rejects with AbortableTransactionError, whose `cause` is the first error, where
   * one of them failed or was given up (`purge`, a signal), whether or not anybody awaits its promise: abort then. Rejects with FencedError where a newer
   * producer has taken over; with TimeoutError after `maxBlockMs`: call it again, it may still be committed.
   */
  async commitTransaction(): Promise<void> {
    const end = this.#transactions().commit()
    this.#core.accumulator.flushes.begin(() => undefined)
    return end
  }

  /** Aborts the transaction; records that are not written yet fail. Rejects as `commitTransaction`. */
  async abortTransaction(): Promise<void> {
    return this.#transactions().abort()
  }

  /**
   * Commits a consumer's positions with the transaction (KIP-447): `group` is the consumer's group metadata, with which a member that was replaced
   * cannot commit. Rejects with AbortableTransactionError or FencedError.
   */
  async sendOffsetsToTransaction(offsets: readonly TransactionOffset[], group: ConsumerGroupMetadata): Promise<void> {
    return this.#transactions().sendOffsets(offsets, group)
  }

  /**
   * Runs `work` in a transaction: commits when it is done, aborts when it throws, or when one of its records failed, and throws that error.
   * AbortableTransactionError says that the same may be tried again; after a FencedError close the producer. Where it cannot be aborted either, what is
   * thrown says so: FencedError, TimeoutError or KafkaError, with that error as its `cause`.
   */
  async transaction<T>(work: (transaction: Transaction<K, V>) => T | Promise<T>): Promise<T> {
    await this.beginTransaction()
    const transaction = new Transaction<K, V>(this)
    try {
      const result = await work(transaction)
      transaction.end()
      await this.commitTransaction()
      return result
    } catch (error) {
      transaction.end()
      // A commit that takes long may have happened: it can no longer be aborted. After a fatal error nothing can.
      if (this.#core.transactions?.mayAbort === true) await this.#abortBecause(error)
      throw error
    }
  }

  /** Counters, averages and maxima under Kafka's names, such as `record-send-total`, for the producer and for each topic. */
  metrics(): ProducerMetric[] {
    return this.#core.readMetrics()
  }

  /** The same, as all clients give them: for Prometheus and OpenTelemetry. */
  clientMetrics(): ProducerMetric[] {
    return this.metrics()
  }

  /**
   * The id under which brokers that subscribe to metrics know this producer (KIP-714). Rejects with UsageError where `enableMetricsPush` is off,
   * with KafkaError where the brokers take no metrics, with TimeoutError after `timeoutMs`.
   */
  clientInstanceId({ timeoutMs = 30_000 }: { timeoutMs?: number } = {}): Promise<string> {
    return this.#core.telemetry.clientInstanceId(timeoutMs)
  }

  /** Sends what is waiting without lingering; settles when every record sent before this call has settled, well or badly. */
  flush(): Promise<void> {
    return new Promise((resolve) => {
      this.#core.accumulator.flushes.begin(resolve)
      this.#core.network.wakeup()
    })
  }

  /**
   * Gives up what waits to be sent: each of these records fails with RecordsPurgedError, at once. With `inFlight` those in requests as well. What is sent
   * afterwards goes its way. In a transaction nothing but `abortTransaction` is possible then.
   */
  purge({ inFlight = false }: PurgeOptions = {}): void {
    this.#checkOpen()
    const { sender, network } = this.#core
    const tried = new RecordsPurgedError(true)
    sender.failQueued(new RecordsPurgedError(false), tried)
    if (inFlight) sender.failInFlight(tried)
    network.wakeup()
  }

  /**
   * Sends what is left, waits until it has settled (at most `timeoutMs`), and closes all connections; further sends are refused. A transaction that is open
   * is aborted. Never rejects for records that fail. Closing again waits for the same end, and can only shorten the wait.
   */
  async close({ timeoutMs }: CloseOptions = {}): Promise<void> {
    if (timeoutMs !== undefined && !(timeoutMs >= 0)) {
      throw new UsageError(
        `close() option timeoutMs must be a number of milliseconds of 0 or more, not ${String(timeoutMs)}`,
      )
    }
    this.#closing ??= this.#drainAndClose()
    if (timeoutMs === undefined || timeoutMs === Infinity) return this.#closing
    const giveUp = () => {
      const what = `the producer was closed before the record was acknowledged: close() waited ${timeoutMs} ms`
      this.#core.giveUp(new TimeoutError(what))
      this.#core.telemetry.giveUp()
    }
    if (timeoutMs === 0) giveUp()
    const timer = this.#core.clock.setTimer(timeoutMs, giveUp)
    try {
      await this.#closing
    } finally {
      timer.cancel()
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #drainAndClose(): Promise<void> {
    // What is not committed is not to be seen; the coordinator need not wait for its time-out.
    await this.#core.transactions?.finish().catch(() => undefined)
    await this.flush()
    // A producer id may still be waited for.
    this.#core.transactions?.giveUp(new UsageError(CLOSED))
    await this.#core.telemetry.end()
    await this.#core.network.close()
  }

  async #abortBecause(error: unknown): Promise<void> {
    try {
      await this.abortTransaction()
    } catch (abortError) {
      throw abortFailedError(abortError, error)
    }
  }

  #transactions(): ProducerTransactions {
    this.#checkOpen()
    if (this.#core.fatalError !== undefined) throw this.#core.fatalError
    if (this.#core.transactions !== undefined) return this.#core.transactions
    throw new UsageError('this producer has no transactions: give it the option transactionalId')
  }

  #checkSendable(): void {
    this.#checkOpen()
    this.#core.checkSendable()
  }

  #checkOpen(): void {
    if (this.#closing === undefined) return
    throw this.#core.network.fatalError ?? new UsageError(CLOSED)
  }

  #submitStreamed(record: ProducerRecord<K, V>, receiver: RecordReceiver): void {
    this.#checkSendable()
    this.#records.submitStreamed(record, receiver)
  }

  #onDefect(error: KafkaError): void {
    this.#closing ??= this.#core.network.close()
    this.#core.giveUp(error)
  }
}
