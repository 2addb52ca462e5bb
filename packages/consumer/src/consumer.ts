// The consumer as users see it: options, iteration, commits, closing. Everything that decides is in core/; this is the shell that puts it on
// a NetworkClient and runs the user's functions.
import { defaultCodecs } from '@odradek/compression'
import { type Environment, systemEnvironment } from '@odradek/network'
import { CoordinatorManager, exponentialBackoff, NetworkClient, resolveOptions } from '@odradek/network/internal'
import { BrokerError, ErrorCode, KafkaError, UsageError } from '@odradek/protocol'
import type { AssignedPartition } from './core/offsets/subscription-state.ts'
import type { ConsumerBatch } from './batch.ts'
import type { ConsumerRecord } from './consumer-record.ts'
import { ConsumerCore } from './core/consumer-core.ts'
import type { ConsumerEvent, ConsumerSignal, ListenerKind } from './core/consumer-events.ts'
import { MetadataRequests } from './core/metadata-source.ts'
import type { CommittedOffset, CommittedOffsets } from './core/offsets/offset-fetcher.ts'
import type { AutoOffsetReset } from './core/offsets/offset-reset.ts'
import { type TopicPartition, topicPartitionKey } from './core/topic-partition.ts'
import { Delivery } from './delivery.ts'
import { assignorOf, type ConsumerConfig, type ConsumerOptions, consumerOptionTable } from './options.ts'
import type { RebalanceListener } from './rebalance-listener.ts'
import { BatchIterator, RecordIterator } from './record-iterator.ts'

/** An offset to commit: the one of the next record to be read. */
export interface TopicPartitionOffset extends TopicPartition {
  readonly offset: bigint
  /** Leader epoch of the last record before it, where it is known. */
  readonly leaderEpoch?: number
  /** Kept with the offset, for the user's own use. */
  readonly metadata?: string
}

/** How to close. */
export interface ConsumerCloseOptions {
  /** `close` ends after this many milliseconds at the latest. @default 30000 */
  readonly timeoutMs?: number
  /** Whether to leave the group: by default dynamic members do, and static ones keep their place for a successor (KIP-1092). */
  readonly leaveGroup?: boolean
}

/** How long `commit` and `committed` try: Kafka's default.api.timeout.ms. */
const API_TIMEOUT_MS = 60_000

/** Kafka's default for closing. */
const CLOSE_TIMEOUT_MS = 30_000

/** A handler that ends within this time has its record committed; one that itself awaits `close` never ends. */
const HANDLER_GRACE_MS = 5000

/** Room in an answer beside the records. */
const RESPONSE_OVERHEAD = 50_000_000

const listenerFunctions = { assigned: 'onAssigned', revoked: 'onRevoked', lost: 'onLost' } as const satisfies Record<
  ListenerKind,
  keyof RebalanceListener
>

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
  #onLeft: (() => void) | undefined
  #closing: Promise<void> | undefined

  constructor(options: ConsumerOptions, environment: Environment = systemEnvironment()) {
    const config = resolveOptions('Consumer', consumerOptionTable, options)
    if (config.heartbeatIntervalMs >= config.sessionTimeoutMs) {
      throw new UsageError(
        `heartbeatIntervalMs (${config.heartbeatIntervalMs}) must be less than sessionTimeoutMs (${config.sessionTimeoutMs}); a third of it is usual`,
      )
    }
    const { random, clock } = environment
    const { retryBackoffMs, retryBackoffMaxMs, fetchMaxBytes, groupId } = config
    this.#config = config
    this.#environment = environment
    this.#network = new NetworkClient(config, environment, {
      maxResponseSize: Math.min(2 ** 31 - 1, fetchMaxBytes + RESPONSE_OVERHEAD),
    })
    const wakeup = () => this.#network.wakeup()
    const metadata = new MetadataRequests(this.#network.metadata, wakeup)
    this.#coordinator = new CoordinatorManager({ ...config, random, keyType: 'group', key: groupId })
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
    this.#network.metadata.onUpdate(() => this.#core.onMetadata())
    this.#network.onFatalError((error) => this.#delivery.fail(error, true))
    this.#network.addManager(this.#core, (event) => this.#onEvent(event))
    this.#network.addManager(this.#coordinator)
  }

  /** Records in the order of their partitions. One loop at a time; a later one goes on where this one ends. */
  [Symbol.asyncIterator](): AsyncIterableIterator<ConsumerRecord, undefined> {
    return new RecordIterator(this.#delivery)
  }

  /** The same records, a broker's batch at a time: the fastest way to read. */
  batches(): AsyncIterableIterator<ConsumerBatch, undefined> {
    return new BatchIterator(this.#delivery, defaultCodecs, (partition, nextOffset) =>
      this.#commitBatch(partition, nextOffset),
    )
  }

  /**
   * Commits these offsets, or everything that was given out so far, the record or batch in hand included. Rejects with a BrokerError
   * where the group was rebalanced meanwhile, and with a TimeoutError after 60 s.
   */
  async commit(offsets?: readonly TopicPartitionOffset[]): Promise<void> {
    this.#ensureOpen('commit')
    const inHand = offsets === undefined ? this.#delivery.settleInHand() : undefined
    if (inHand !== undefined) this.#ensureOwned(inHand)
    const wanted =
      offsets?.map(({ topic, partition, offset, leaderEpoch = -1, metadata = '' }) => {
        if (typeof offset !== 'bigint' || offset < 0n)
          throw new UsageError(`the offset to commit for ${topic}-${partition} must be a bigint of 0n or more`)
        return { topic, partition, offset, leaderEpoch, metadata }
      }) ?? this.#core.subscription.uncommitted()
    const nowMs = this.#environment.clock.nowMs()
    await new Promise<void>((resolve, reject) => {
      this.#core.committer.commit(wanted, nowMs + API_TIMEOUT_MS, nowMs, (error) =>
        error === undefined ? resolve() : reject(error),
      )
      this.#network.wakeup()
    })
  }

  /** The partitions that this consumer owns now. */
  assignment(): TopicPartition[] {
    return this.#core.subscription.assignment()
  }

  /** The offset after the last handled record; undefined until it is known. Throws UsageError for a partition that is not assigned. */
  position(topicPartition: TopicPartition): bigint | undefined {
    const partition = this.#core.subscription.get(topicPartition)
    if (partition === undefined)
      throw new UsageError(`${topicPartitionKey(topicPartition)} is not assigned to this consumer`)
    return partition.position
  }

  /**
   * What the group has committed for these partitions, in their order; undefined where there is nothing. Rejects with a BrokerError or
   * AuthorizationError, and with a TimeoutError after 60 s.
   */
  async committed(partitions: readonly TopicPartition[]): Promise<(CommittedOffset | undefined)[]> {
    this.#ensureOpen('committed')
    this.#coordinator.wanted = true
    const result = await new Promise<CommittedOffsets | KafkaError>((resolve) => {
      this.#core.offsetFetcher.fetch(partitions, this.#environment.clock.nowMs() + API_TIMEOUT_MS, resolve)
      this.#network.wakeup()
    })
    if (KafkaError.is(result)) throw result
    return partitions.map((tp) => result.get(topicPartitionKey(tp)))
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

  async #close(timeoutMs: number, leaveGroup: boolean | undefined): Promise<void> {
    const { clock } = this.#environment
    this.#delivery.end()
    const grace = clock.setTimer(Math.min(HANDLER_GRACE_MS, timeoutMs / 2), () =>
      this.#delivery.stopWaitingForHandler(),
    )
    await new Promise<void>((resolve) => {
      const timer = clock.setTimer(timeoutMs, resolve)
      this.#onLeft = () => {
        timer.cancel()
        resolve()
      }
      const nowMs = clock.nowMs()
      this.#core.membership.leave(nowMs, nowMs + timeoutMs, leaveGroup)
      this.#network.wakeup()
    })
    grace.cancel()
    await this.#network.close()
  }

  #ensureOpen(what: string): void {
    if (this.#closing !== undefined) throw new UsageError(`${what}: the consumer is closed`)
  }

  async #commitBatch(assigned: AssignedPartition, nextOffset: bigint): Promise<void> {
    this.#ensureOwned(assigned)
    const { topic, partition, position } = assigned
    if (position === undefined || position < nextOffset) assigned.advanceTo(nextOffset)
    await this.commit([{ topic, partition, offset: nextOffset, leaderEpoch: assigned.leaderEpoch }])
  }

  /** A record of an assignment that is over must not be committed in the name of the next one. */
  #ensureOwned(assigned: AssignedPartition): void {
    if (this.#core.subscription.holds(assigned)) return
    const detail = 'the partition was given to another member before this could be committed'
    const { topic, partition } = assigned
    throw new BrokerError({ api: 'OffsetCommit', errorCode: ErrorCode.ILLEGAL_GENERATION, topic, partition, detail })
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
        this.#onLeft?.()
        return
      default:
        this.#tellUser(event)
    }
  }

  #tellUser(event: ConsumerEvent): void {
    try {
      this.#config.onEvent?.(event)
    } catch (cause) {
      this.#delivery.fail(new KafkaError(`the function onEvent threw at ${event.type}`, { cause }), false)
    }
  }

  #runListener(kind: ListenerKind, partitions: readonly TopicPartition[]): void {
    const name = listenerFunctions[kind]
    const listener = this.#config.rebalanceListener
    const onDone = (error?: KafkaError) => {
      this.#core.reconciler.onListenerDone(this.#environment.clock.nowMs(), error)
      this.#network.wakeup()
    }
    if (listener?.[name] === undefined) {
      onDone()
      return
    }
    Promise.resolve()
      .then(() => listener[name]!(partitions))
      .then(
        () => onDone(),
        (cause: unknown) => onDone(new KafkaError(`the rebalance listener's ${name} threw`, { cause })),
      )
  }
}
