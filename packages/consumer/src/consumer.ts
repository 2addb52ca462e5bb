// The consumer as users see it: options, iteration, commits, closing. Everything that decides is in core/; this is the shell that puts it on
// a NetworkClient and runs the user's functions.
import type { Readable } from 'node:stream'

import { defaultCodecs } from '@odradek/compression'
import { type ClientMetric, type Environment, systemEnvironment } from '@odradek/network'
import {
  type ClientTelemetry,
  CoordinatorManager,
  exponentialBackoff,
  NetworkClient,
  resolveOptions,
} from '@odradek/network/internal'
import { TimeoutError, UsageError } from '@odradek/protocol'
import type { ConsumerBatch } from './batch.ts'
import type { ConsumerCloseOptions, PollOptions } from './call-options.ts'
import { closeOnAbort } from './close-on-abort.ts'
import { consumerTelemetry } from './consumer-telemetry.ts'
import { Commits, type ConsumerGroupMetadata, type TopicPartitionOffset } from './commits.ts'
import { type ConsumerMetrics, MetricsCounter } from './consumer-metrics.ts'
import type { ConsumerRecord } from './consumer-record.ts'
import { ConsumerCore } from './core/consumer-core.ts'
import type { ConsumerEvent, ConsumerSignal, ListenerKind } from './core/consumer-events.ts'
import { MetadataRequests } from './core/metadata-source.ts'
import type { CommittedOffset } from './core/offsets/offset-fetcher.ts'
import type { AutoOffsetReset } from './core/offsets/offset-reset.ts'
import type { TopicPartition } from './core/topic-partition.ts'
import { Delivery } from './delivery.ts'
import { Departure } from './departure.ts'
import { assignorOf, type ConsumerConfig, type ConsumerOptions, consumerOptionTable } from './options.ts'
import { runRebalanceListener } from './run-rebalance-listener.ts'
import { EventLog } from './event-log.ts'
import { Places } from './places.ts'
import { traceHandler, traceIteration, tracePoll } from './process-tracing.ts'
import { BatchIterator, RecordIterator } from './record-iterator.ts'
import { recordReadable, recordReadableStream } from './record-stream.ts'
import { type RecordHandler, RecordRunner, type RunOptions } from './run/record-runner.ts'
import { type Deserializers, typedRecords, type TypedRecord } from './typed-records.ts'

/** Kafka's default for closing. */
const CLOSE_TIMEOUT_MS = 30_000

/** A handler that ends within this time has its record committed; one that itself awaits `close` never ends. */
const HANDLER_GRACE_MS = 5000

/** Room in an answer beside the records. */
const RESPONSE_OVERHEAD = 50_000_000

/**
 * Reads topics as a member of a group, with at-least-once delivery: `for await (const record of consumer)`. It joins the group when the
 * first record is asked for. A record is handled when the next one is asked for; what was handled is committed of itself, unless
 * `enableAutoCommit` is off. Throws UsageError for options that are wrong.
 */
export class Consumer implements AsyncIterable<ConsumerRecord, undefined>, AsyncDisposable {
  readonly #config: ConsumerConfig
  readonly #environment: Environment
  readonly #network: NetworkClient
  readonly #coordinator: CoordinatorManager
  readonly #core: ConsumerCore
  readonly #delivery: Delivery
  readonly #commits: Commits
  readonly #places: Places
  readonly #metrics: MetricsCounter
  readonly #telemetry: ClientTelemetry
  readonly #departure: Departure
  readonly #log: EventLog<ConsumerEvent>
  #closing: Promise<void> | undefined
  #ignoreSignal: (() => void) | undefined

  constructor(options: ConsumerOptions, environment: Environment = systemEnvironment()) {
    const config = resolveOptions('Consumer', consumerOptionTable, options)
    const { groupId } = config
    if (config.heartbeatIntervalMs >= config.sessionTimeoutMs) {
      throw new UsageError(
        `heartbeatIntervalMs (${config.heartbeatIntervalMs}) must be less than sessionTimeoutMs (${config.sessionTimeoutMs}); a third of it is usual`,
      )
    }
    if (groupId === undefined && (config.topics.length > 0 || config.topicPattern !== undefined))
      throw new UsageError(
        'Consumer needs the option groupId for topics and topicPattern: a group shares them out among its members',
      )
    const { random, clock } = environment
    const { retryBackoffMs, retryBackoffMaxMs, fetchMaxBytes } = config
    this.#config = config
    this.#environment = environment
    this.#departure = new Departure(clock)
    this.#network = new NetworkClient(config, environment, {
      maxResponseSize: Math.min(2 ** 31 - 1, fetchMaxBytes + RESPONSE_OVERHEAD),
    })
    const wakeup = () => this.#network.wakeup()
    const metadata = new MetadataRequests(this.#network.metadata, wakeup)
    this.#coordinator = new CoordinatorManager({ ...config, random, keyType: 'group', key: groupId ?? '' })
    this.#coordinator.wanted = false
    this.#core = new ConsumerCore(
      {
        ...config,
        topics: config.topics as readonly string[],
        assignors: config.partitionAssignmentStrategy.map(assignorOf),
        codecs: defaultCodecs,
        random,
        autoOffsetReset: config.autoOffsetReset as AutoOffsetReset,
        wallClockMs: () => clock.wallClockMs(),
        backoffMs: (attempts) => exponentialBackoff(attempts, retryBackoffMs, retryBackoffMaxMs, random),
      },
      { coordinator: this.#coordinator, metadata, availability: this.#network },
    )
    this.#delivery = new Delivery({ core: this.#core, clock, wakeup, maxPollRecords: config.maxPollRecords })
    const shell = { core: this.#core, delivery: this.#delivery, clock, wakeup, coordinator: this.#coordinator }
    this.#commits = new Commits(shell, groupId)
    this.#places = new Places(shell)
    this.#metrics = new MetricsCounter(this.#core, clock)
    if (config.topicPattern !== undefined) this.#network.metadata.setTopics('all', clock.nowMs())
    this.#log = new EventLog('consumer', config, (error) => this.#delivery.fail(error, false))
    this.#log.tellOfTrouble(this.#network, clock)
    this.#network.metadata.onUpdate(() => this.#core.onMetadata())
    this.#network.metadata.onRefusal((error) => this.#delivery.fail(error, false))
    this.#network.onFatalError((error) => this.#delivery.fail(error, true))
    this.#network.addManager(this.#core, (event) => this.#onEvent(event))
    this.#network.addManager(this.#coordinator)
    this.#telemetry = consumerTelemetry(this.#network, config, environment, {
      readMetrics: () => this.clientMetrics(),
      memberId: () => this.#metrics.lastMemberId,
    })
    this.#network.onConnectionLost((nodeId, channel) => {
      if (channel === 'coordinator') this.#coordinator.onConnectionLost(nodeId, clock.nowMs())
    })
    this.#ignoreSignal = closeOnAbort(this, config.signal)
  }

  /** Records in the order of their partitions. One loop at a time; a later one goes on where this one ends. */
  [Symbol.asyncIterator](): AsyncIterableIterator<ConsumerRecord, undefined> {
    return traceIteration(new RecordIterator(this.#delivery), this.#config)
  }

  /** The same records, a broker's batch at a time: the fastest way to read. */
  batches(): AsyncIterableIterator<ConsumerBatch, undefined> {
    const commit = this.#commits.commitBatch.bind(this.#commits)
    return traceIteration(new BatchIterator(this.#delivery, defaultCodecs, commit), this.#config)
  }

  /**
   * Up to `maxRecords` records (default `maxPollRecords`) as soon as there is one; none where none comes within `timeoutMs` (default 1000).
   * They are handled when `poll` is called again.
   */
  poll({ maxRecords = this.#config.maxPollRecords, timeoutMs = 1000 }: PollOptions = {}): Promise<ConsumerRecord[]> {
    return tracePoll(() => this.#delivery.poll(this, Math.max(1, maxRecords), timeoutMs), this.#config)
  }

  /**
   * Works on records with `handler`, several at once where `concurrency` says so, in the order that `orderBy` keeps. What is committed never
   * passes a record that is not finished. Ends when the consumer closes or `signal` is aborted; rejects with what a handler threw.
   */
  async run(handler: RecordHandler, options: RunOptions = {}): Promise<void> {
    this.#ensureOpen('run')
    const [{ clock }, { fetchMaxBytes }] = [this.#environment, this.#config]
    const wakeup = () => this.#network.wakeup()
    const parts = { delivery: this.#delivery, core: this.#core, clock, wakeup, fetchMaxBytes }
    await new RecordRunner(parts, traceHandler(handler, this.#config), options).run()
  }

  /** The records as a WHATWG stream: one is taken when it is read. */
  readableStream(): ReadableStream<ConsumerRecord> {
    return recordReadableStream(this[Symbol.asyncIterator]())
  }

  /**
   * The records as a stream of Node in object mode: one is asked for when one is read, and the one before counts as handled then. What is
   * piped on is handled when the next stream has taken it: commit by hand where that is too early.
   */
  readable(): Readable {
    return recordReadable(this[Symbol.asyncIterator]())
  }

  /** Records with key and value as the deserializers make them. */
  typed<K, V>(deserializers: Deserializers<K, V>): AsyncIterableIterator<TypedRecord<K, V>, undefined> {
    return typedRecords(this[Symbol.asyncIterator](), deserializers)
  }

  /** Reads these topics in place of those before, by a rebalance of the group. Throws UsageError for a consumer without topics. */
  subscribe(topics: readonly string[]): void {
    this.#ensureOpen('subscribe')
    if (this.#core.manual !== undefined || this.#config.topicPattern !== undefined)
      throw new UsageError(
        'subscribe: this consumer was made without topics, or with a pattern; give it topics when it is made',
      )
    if (topics.length === 0) throw new UsageError('subscribe: name a topic at least; close() leaves the group')
    this.#core.subscribe(topics, this.#environment.clock.nowMs())
    this.#network.wakeup()
  }

  /**
   * Reads these partitions in place of those before, without any group: for a consumer without topics. What it had is given up (`onRevoked`,
   * commit), what is new taken over (`onAssigned`); `offset` says where to begin, in place of a committed one.
   */
  assign(partitions: readonly (TopicPartition & { readonly offset?: bigint })[]): void {
    this.#ensureOpen('assign')
    const { manual } = this.#core
    if (manual === undefined)
      throw new UsageError('assign: the group assigns partitions to a consumer with topics; make one without topics')
    for (const { topic, partition, offset } of partitions)
      if (offset !== undefined) this.#places.startAt({ topic, partition }, offset)
    manual.assign(
      partitions.map(({ topic, partition }) => ({ topic, partition })),
      this.#environment.clock.nowMs(),
    )
    this.#network.wakeup()
  }

  /** Goes on from this offset: the record in hand, and what is in work of the partition, count for nothing any more. */
  seek(topicPartition: TopicPartition, offset: bigint): void {
    if (typeof offset !== 'bigint' || offset < 0n)
      throw new UsageError('seek: the offset must be a bigint of 0n or more')
    this.#places.seek([topicPartition], offset)
  }

  /** Goes on from the beginning of these partitions, or of all that are assigned. */
  seekToBeginning(partitions: readonly TopicPartition[] = this.assignment()): void {
    this.#places.seek(partitions, 'earliest')
  }

  /** Goes on from the end of these partitions, or of all that are assigned. */
  seekToEnd(partitions: readonly TopicPartition[] = this.assignment()): void {
    this.#places.seek(partitions, 'latest')
  }

  /** Goes on from the first record of this time (milliseconds since 1970) or later; from the end where there is none yet. */
  seekToTimestamp(timestampMs: number, partitions: readonly TopicPartition[] = this.assignment()): void {
    if (!(timestampMs >= 0)) throw new UsageError('seekToTimestamp: the time must be milliseconds since 1970')
    this.#places.seek(partitions, Math.floor(timestampMs))
  }

  /** Nothing of these partitions is given out from now on, until they are resumed; before they are assigned too. */
  pause(partitions: readonly TopicPartition[] = this.assignment()): void {
    this.#places.setPaused(partitions, true)
  }

  /** What was paused is given out again, from where it was. */
  resume(partitions: readonly TopicPartition[] = this.paused()): void {
    this.#places.setPaused(partitions, false)
  }

  /** What is paused, assigned or not. */
  paused(): TopicPartition[] {
    return this.#core.subscription.paused()
  }

  /**
   * Commits these offsets (or records, as handled), or everything that was given out so far, the record or batch in hand included. Rejects with
   * a BrokerError where the group was rebalanced meanwhile, and with a TimeoutError after 60 s.
   */
  async commit(offsets?: readonly (TopicPartitionOffset | ConsumerRecord)[]): Promise<void> {
    this.#ensureOpen('commit')
    await this.#commits.commit(offsets)
  }

  /**
   * As whom this consumer is in its group, for a producer's `sendOffsetsToTransaction` (KIP-447). Throws UsageError while it is not a member.
   */
  groupMetadata(): ConsumerGroupMetadata {
    return this.#commits.groupMetadata(this.#config.groupInstanceId)
  }

  /** The offsets to commit for all that was given out so far, what is in hand included; for a producer's transaction. */
  positionsInHand(): TopicPartitionOffset[] {
    this.#delivery.settleInHand()
    return this.#core.subscription
      .uncommitted()
      .map(({ metadata, ...offset }) => ({ ...offset, metadata: metadata ?? '' }))
  }

  /** Counters and gauges under Kafka's names, as of now: `records-lag-max`, `rebalance-total`, `bytes-consumed-total` and others. */
  metrics(): ConsumerMetrics {
    return this.#metrics.read()
  }

  /** The same with Kafka's groups and tags, as all clients give them: for Prometheus and OpenTelemetry. */
  clientMetrics(): ClientMetric[] {
    return this.#metrics.list(this.#config)
  }

  /** The id under which brokers that subscribe to metrics know this consumer (KIP-714). Rejects as that of a producer. */
  clientInstanceId({ timeoutMs = 30_000 }: { timeoutMs?: number } = {}): Promise<string> {
    return this.#telemetry.clientInstanceId(timeoutMs)
  }

  /** The partitions that this consumer owns now. */
  assignment(): TopicPartition[] {
    return this.#core.subscription.assignment()
  }

  /** The offset after the last handled record; undefined until it is known. Throws UsageError for a partition that is not assigned. */
  position(topicPartition: TopicPartition): bigint | undefined {
    return this.#places.get(topicPartition).position
  }

  /**
   * Records between the position and the end of the partition (of the committed records, with read_committed), as of the last answer of its
   * leader; undefined until there was one. Throws UsageError for a partition that is not assigned.
   */
  lag(topicPartition: TopicPartition): bigint | undefined {
    return this.#places.lag(topicPartition, this.#config.isolationLevel)
  }

  /**
   * What the group has committed for these partitions, in their order; undefined where there is nothing. Rejects with a BrokerError or
   * AuthorizationError, and with a TimeoutError after 60 s.
   */
  async committed(partitions: readonly TopicPartition[]): Promise<(CommittedOffset | undefined)[]> {
    this.#ensureOpen('committed')
    return this.#commits.committed(partitions)
  }

  /**
   * Ends iteration, waits up to 5 s (and half of `timeoutMs`) for the handler of the record or batch in hand, runs `onRevoked`, commits
   * what was handled (with auto-commit), leaves the group and closes all connections. Ends after `timeoutMs` (default 30000) at the
   * latest. Further calls give the same promise. Within the loop itself, `break` first: a handler that awaits `close` waits for itself.
   */
  close({ timeoutMs = CLOSE_TIMEOUT_MS, leaveGroup }: ConsumerCloseOptions = {}): Promise<void> {
    this.#closing ??= this.#close(timeoutMs, leaveGroup)
    return this.#closing
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  /**
   * As `close`, but the connections stay, and a new loop joins the group again. Rejects with a TimeoutError where leaving takes longer than
   * `timeoutMs`: close it then.
   */
  async stop({ timeoutMs = CLOSE_TIMEOUT_MS, leaveGroup }: ConsumerCloseOptions = {}): Promise<void> {
    this.#ensureOpen('stop')
    if (!(await this.#leave(timeoutMs, leaveGroup)))
      throw new TimeoutError(`the group could not be left within ${timeoutMs} ms`)
    if (this.#closing === undefined) this.#delivery.reopen()
  }

  async #close(timeoutMs: number, leaveGroup: boolean | undefined): Promise<void> {
    this.#ignoreSignal?.()
    const timer = this.#environment.clock.setTimer(timeoutMs, () => this.#telemetry.giveUp())
    await this.#leave(timeoutMs, leaveGroup)
    await this.#telemetry.end()
    timer.cancel()
    await this.#network.close()
  }

  /** Ends iteration and leaves the group; says whether that was done in time. */
  async #leave(timeoutMs: number, leaveGroup: boolean | undefined): Promise<boolean> {
    const { clock } = this.#environment
    this.#delivery.end()
    const grace = clock.setTimer(Math.min(HANDLER_GRACE_MS, timeoutMs / 2), () =>
      this.#delivery.stopWaitingForHandler(),
    )
    const hasLeft = await this.#departure.wait(timeoutMs, () => {
      const nowMs = clock.nowMs()
      this.#core.membership.leave(nowMs, nowMs + timeoutMs, leaveGroup)
      this.#network.wakeup()
    })
    grace.cancel()
    return hasLeft
  }

  #ensureOpen(what: string): void {
    if (this.#closing !== undefined) throw new UsageError(`${what}: the consumer is closed`)
  }

  #onEvent(event: ConsumerEvent | ConsumerSignal): void {
    switch (event.type) {
      case 'records-available':
        this.#delivery.serve()
        return
      case 'failed':
        this.#delivery.fail(event.error, event.fatal)
        return
      case 'run-listener':
        this.#runListener(event.kind, event.partitions)
        return
      case 'left':
        this.#departure.onLeft()
        return
      default:
        this.#metrics.onEvent(event)
        this.#log.tell(event)
    }
  }

  #runListener(kind: ListenerKind, partitions: readonly TopicPartition[]): void {
    runRebalanceListener(this.#config.rebalanceListener, kind, partitions, (error) => {
      this.#core.reconciler.onListenerDone(this.#environment.clock.nowMs(), error)
      this.#network.wakeup()
    })
  }
}
