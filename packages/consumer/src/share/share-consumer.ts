// The share consumer as users see it (KIP-932). Everything that decides is in core/share/; this is the shell that puts it on a
// NetworkClient.
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
import type { PollOptions } from '../call-options.ts'
import { closeOnAbort } from '../close-on-abort.ts'
import { consumerTelemetry } from '../consumer-telemetry.ts'
import { Departure } from '../departure.ts'
import { type ConsumerMetrics, listMetrics } from '../consumer-metrics.ts'
import { MetadataRequests } from '../core/metadata-source.ts'
import { ShareCore } from '../core/share/share-core.ts'
import type { ShareConsumerEvent, ShareSignal } from '../core/share/share-events.ts'
import { sortedTopicPartitions, type TopicPartition } from '../core/topic-partition.ts'
import { EventLog } from '../event-log.ts'
import { traceHandler, traceIteration, tracePoll } from '../process-tracing.ts'
import { type ShareDeserializers, typedShareRecords, type TypedRecord } from '../typed-records.ts'
import { ShareDelivery } from './share-delivery.ts'
import { type ShareConsumerConfig, type ShareConsumerOptions, shareConsumerOptionTable } from './share-options.ts'
import type { ShareRecord } from './share-record.ts'
import { type ShareRecordHandler, ShareRunner, type ShareRunOptions } from './share-runner.ts'

/** Kafka's default for closing. */
const CLOSE_TIMEOUT_MS = 30_000

/** A handler that ends within this time can have its record acknowledged. */
const HANDLER_GRACE_MS = 5000

/** How long `commit` waits for the brokers: Kafka's default.api.timeout.ms. */
const API_TIMEOUT_MS = 60_000

/** Room in an answer beside the records. */
const RESPONSE_OVERHEAD = 50_000_000

const FETCH_GROUP = 'consumer-share-fetch-manager-metrics'

const metricGroups = {
  'fetch-total': FETCH_GROUP,
  'bytes-consumed-total': FETCH_GROUP,
  'accepted-total': FETCH_GROUP,
  'released-total': FETCH_GROUP,
  'rejected-total': FETCH_GROUP,
  'buffered-records': FETCH_GROUP,
  'assigned-partitions': 'consumer-share-coordinator-metrics',
} as const

/**
 * Reads topics as a member of a share group, a queue: each record goes to one member, whatever its partition, and comes again until it
 * is accepted, rejected, or was delivered as often as may be. Needs Kafka 4.1 or newer with share groups. Throws UsageError for options that
 * are wrong.
 */
export class ShareConsumer implements AsyncIterable<ShareRecord, undefined>, AsyncDisposable {
  readonly #config: ShareConsumerConfig
  readonly #environment: Environment
  readonly #network: NetworkClient
  readonly #core: ShareCore
  readonly #delivery: ShareDelivery
  readonly #telemetry: ClientTelemetry
  readonly #departure: Departure
  readonly #log: EventLog<ShareConsumerEvent>
  #closing: Promise<void> | undefined
  #ignoreSignal: (() => void) | undefined

  constructor(options: ShareConsumerOptions, environment: Environment = systemEnvironment()) {
    const config = resolveOptions('ShareConsumer', shareConsumerOptionTable, options)
    const { groupId, retryBackoffMs, retryBackoffMaxMs, fetchMaxBytes, maxPollRecords } = config
    const { random, clock } = environment
    this.#config = config
    this.#environment = environment
    this.#departure = new Departure(clock)
    this.#network = new NetworkClient(config, environment, {
      maxResponseSize: Math.min(2 ** 31 - 1, fetchMaxBytes + RESPONSE_OVERHEAD),
    })
    const wakeup = () => this.#network.wakeup()
    const metadata = new MetadataRequests(this.#network.metadata, wakeup)
    const coordinator = new CoordinatorManager({ ...config, random, keyType: 'group', key: groupId })
    coordinator.wanted = false
    const backoffMs = (attempts: number) => exponentialBackoff(attempts, retryBackoffMs, retryBackoffMaxMs, random)
    this.#core = new ShareCore(
      { ...config, topics: config.topics as readonly string[], codecs: defaultCodecs, random, backoffMs },
      { coordinator, metadata, availability: this.#network },
    )
    const acceptsImplicitly = config.shareAcknowledgementMode === 'implicit'
    this.#delivery = new ShareDelivery({ core: this.#core, clock, wakeup, acceptsImplicitly, maxPollRecords })
    this.#log = new EventLog('share consumer', config, (error) => this.#delivery.fail(error, false))
    this.#log.tellOfTrouble(this.#network, clock)
    this.#network.metadata.onUpdate(() => this.#core.onMetadata())
    this.#network.metadata.onRefusal((error) => this.#delivery.fail(error, false))
    this.#network.onFatalError((error) => this.#delivery.fail(error, true))
    this.#network.addManager(this.#core, (event) => this.#onEvent(event))
    this.#network.addManager(coordinator)
    this.#telemetry = consumerTelemetry(this.#network, config, environment, {
      readMetrics: () => this.clientMetrics(),
      memberId: () => this.#core.membership.memberId,
    })
    this.#network.onConnectionLost((nodeId, channel) => {
      if (channel === 'coordinator') coordinator.onConnectionLost(nodeId, clock.nowMs())
    })
    this.#ignoreSignal = closeOnAbort(this, config.signal)
  }

  /** Records as they come; one is accepted when the next is asked for, unless it was acknowledged otherwise. One loop at a time. */
  [Symbol.asyncIterator](): AsyncIterableIterator<ShareRecord, undefined> {
    return traceIteration(new ShareIterator(this.#delivery), this.#config)
  }

  /**
   * Up to `maxRecords` records (default `maxPollRecords`) as soon as there is one; none where none comes within `timeoutMs` (default 1000).
   * Those of which nothing was said are accepted when `poll` is called again.
   */
  poll({ maxRecords = this.#config.maxPollRecords, timeoutMs = 1000 }: PollOptions = {}): Promise<ShareRecord[]> {
    return tracePoll(() => this.#delivery.poll(this, Math.max(1, maxRecords), timeoutMs), this.#config)
  }

  /** Records with key and value as the deserializers make them; `raw` is what to accept, release or reject. */
  typed<K, V>(
    deserializers: ShareDeserializers<K, V>,
  ): AsyncIterableIterator<TypedRecord<K, V, ShareRecord>, undefined> {
    return typedShareRecords(this[Symbol.asyncIterator](), deserializers)
  }

  /**
   * Works on records with `handler`, several at once where `concurrency` says so. A record is accepted when its handler has ended; where the
   * brokers can (4.2), its lock is renewed until then. Ends when the consumer closes or `signal` is aborted.
   */
  async run(handler: ShareRecordHandler, options: ShareRunOptions = {}): Promise<void> {
    this.#ensureOpen('run')
    const parts = { delivery: this.#delivery, core: this.#core, wakeup: () => this.#network.wakeup() }
    await new ShareRunner(parts, traceHandler(handler, this.#config), options).run()
  }

  /**
   * Waits until the brokers have taken what was said of records so far; with implicit acknowledgement, what is in hand is accepted too. Rejects
   * with the first error where something did not count (the record is delivered again), and with a TimeoutError after 60 s.
   */
  async commit(): Promise<void> {
    this.#ensureOpen('commit')
    this.#delivery.settleInHand()
    const { acknowledgements, fetcher } = this.#core
    await new Promise<void>((resolve, reject) => {
      let cancel: () => void = () => undefined
      const timer = this.#environment.clock.setTimer(API_TIMEOUT_MS, () => {
        cancel()
        reject(new TimeoutError('the brokers did not take the acknowledgements in time'))
      })
      cancel = acknowledgements.commit(fetcher.decided(), (error) => {
        timer.cancel()
        if (error === undefined) resolve()
        else reject(error)
      })
      this.#network.wakeup()
    })
  }

  /** Reads these topics in place of those before. */
  subscribe(topics: readonly string[]): void {
    this.#ensureOpen('subscribe')
    if (topics.length === 0) throw new UsageError('subscribe: name a topic at least; close() leaves the group')
    this.#core.membership.subscribe([...topics], this.#environment.clock.nowMs())
    this.#network.wakeup()
  }

  /** The partitions that this member reads; others may read them too. */
  assignment(): TopicPartition[] {
    return sortedTopicPartitions(this.#core.fetcher.assignment)
  }

  /** Counters and gauges, as of now. */
  metrics(): ConsumerMetrics {
    return this.#readMetrics()
  }

  /** The same with groups and tags, as all clients give them: for Prometheus and OpenTelemetry. */
  clientMetrics(): ClientMetric[] {
    return listMetrics(this.#readMetrics(), metricGroups, this.#config.clientId)
  }

  /** The id under which brokers that subscribe to metrics know this consumer (KIP-714). Rejects as that of a producer. */
  clientInstanceId({ timeoutMs = 30_000 }: { timeoutMs?: number } = {}): Promise<string> {
    return this.#telemetry.clientInstanceId(timeoutMs)
  }

  #readMetrics(): Record<keyof typeof metricGroups, number> {
    const { fetcher, acknowledgements, buffer } = this.#core
    return {
      'fetch-total': fetcher.fetches,
      'bytes-consumed-total': fetcher.bytes,
      'accepted-total': acknowledgements.counts.accept,
      'released-total': acknowledgements.counts.release,
      'rejected-total': acknowledgements.counts.reject,
      'assigned-partitions': fetcher.assignment.length,
      'buffered-records': buffer.count,
    }
  }

  /**
   * Ends iteration, waits up to 5 s (and half of `timeoutMs`) for the handler of what is in hand, tells the brokers what was acknowledged, gives
   * the rest back, leaves the group and closes all connections. Ends after `timeoutMs` (default 30000) at the latest.
   */
  close({ timeoutMs = CLOSE_TIMEOUT_MS }: { timeoutMs?: number } = {}): Promise<void> {
    this.#closing ??= this.#close(timeoutMs)
    return this.#closing
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  /** As `close`, but the connections stay, and a new loop joins the group again. Rejects with a TimeoutError where it takes too long. */
  async stop({ timeoutMs = CLOSE_TIMEOUT_MS }: { timeoutMs?: number } = {}): Promise<void> {
    this.#ensureOpen('stop')
    if (!(await this.#leave(timeoutMs))) throw new TimeoutError(`the group could not be left within ${timeoutMs} ms`)
    if (this.#closing === undefined) this.#delivery.reopen()
  }

  async #close(timeoutMs: number): Promise<void> {
    this.#ignoreSignal?.()
    const timer = this.#environment.clock.setTimer(timeoutMs, () => this.#telemetry.giveUp())
    await this.#leave(timeoutMs)
    await this.#telemetry.end()
    timer.cancel()
    await this.#network.close()
  }

  /** Ends iteration and leaves the group; says whether that was done in time. */
  async #leave(timeoutMs: number): Promise<boolean> {
    const { clock } = this.#environment
    this.#delivery.end()
    const graceMs = Math.min(HANDLER_GRACE_MS, timeoutMs / 2)
    const grace = clock.setTimer(graceMs, () => this.#delivery.stopWaitingForHandler())
    const hasLeft = await this.#departure.wait(timeoutMs, () => {
      this.#core.membership.leave(clock.nowMs() + timeoutMs)
      this.#network.wakeup()
    })
    grace.cancel()
    return hasLeft
  }

  #ensureOpen(what: string): void {
    if (this.#closing !== undefined) throw new UsageError(`${what}: the consumer is closed`)
  }

  #onEvent(event: ShareConsumerEvent | ShareSignal): void {
    switch (event.type) {
      case 'records-available':
        this.#delivery.serve()
        return
      case 'failed':
        this.#delivery.fail(event.error, event.fatal)
        return
      case 'left':
        this.#departure.onLeft()
        return
      default:
        this.#log.tell(event)
    }
  }
}

class ShareIterator implements AsyncIterableIterator<ShareRecord, undefined> {
  readonly #delivery: ShareDelivery
  #isOver = false

  constructor(delivery: ShareDelivery) {
    this.#delivery = delivery
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<ShareRecord, undefined>> {
    return this.#isOver ? { done: true, value: undefined } : this.#delivery.next(this)
  }

  return(): Promise<IteratorResult<ShareRecord, undefined>> {
    this.#isOver = true
    this.#delivery.leave(this)
    return Promise.resolve({ done: true, value: undefined })
  }
}
