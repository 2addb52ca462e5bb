// Counts what happens to a consumer, under the names of Kafka's consumer metrics, so that dashboards made for Java's fit.
import type { ClientMetric, Clock } from '@odradek/network'
import type { ConsumerCore } from './core/consumer-core.ts'
import type { Consumed } from './core/consumer-measurements.ts'
import type { ConsumerEvent } from './core/consumer-events.ts'
import { type TopicPartition, topicPartitionKey } from './core/topic-partition.ts'

/**
 * Kafka's names (groups consumer-fetch-manager-metrics and consumer-coordinator-metrics) and their values now. Averages and maxima cover the
 * last 30 to 60 seconds and are NaN where nothing happened; times are in milliseconds.
 */
export type ConsumerMetrics = Readonly<Record<string, number>>

/** See the head of the file. */
export class MetricsCounter {
  /** As whom this consumer was a member of its group last: it leaves before it says so for the last time. */
  lastMemberId: string | undefined
  readonly #core: ConsumerCore
  readonly #clock: Pick<Clock, 'nowMs'>
  #rebalances = 0
  #failedRebalances = 0
  #resets = 0
  #retries = 0
  #commitFailures = 0
  #stalls = 0

  constructor(core: ConsumerCore, clock: Pick<Clock, 'nowMs'>) {
    this.#core = core
    this.#clock = clock
  }

  onEvent(event: ConsumerEvent): void {
    switch (event.type) {
      case 'member-state':
        // Before it is a member, it has no epoch and no generation.
        if (event.generation > 0) this.lastMemberId = event.memberId
        return
      case 'assigned':
        this.#rebalances++
        return
      case 'lost':
        this.#failedRebalances++
        return
      case 'offset-reset':
        this.#resets++
        return
      case 'retry':
        this.#retries++
        return
      case 'commit-failed':
        this.#commitFailures++
        return
      case 'stalled':
        this.#stalls++
    }
  }

  /** All of them; `records-lag` also for each partition, as `records-lag{topic-partition}`, what was consumed also as `records-consumed-total{topic}`. */
  read(): ConsumerMetrics {
    const lags = this.#lags()
    const ofPartitions = lags.map(
      ({ partition, lag }) => [`records-lag{${topicPartitionKey(partition)}}`, lag] as const,
    )
    const ofTopics = this.#ofTopics().map(({ name, topic, value }) => [`${name}{${topic}}`, value] as const)
    return { ...this.#readAll(lags), ...Object.fromEntries([...ofTopics, ...ofPartitions]) }
  }

  /** The same with Kafka's groups and tags. */
  list({ clientId }: { readonly clientId: string }): ClientMetric[] {
    const lags = this.#lags()
    return [
      ...listMetrics(this.#readAll(lags), groups, clientId),
      ...this.#ofTopics().map(({ name, topic, value }) => ({
        name,
        group: FETCH_GROUP,
        tags: { 'client-id': clientId, topic },
        value,
      })),
      ...lags.map(({ partition: { topic, partition }, lag }) => ({
        name: 'records-lag',
        group: FETCH_GROUP,
        tags: { 'client-id': clientId, topic, partition: String(partition) },
        value: lag,
      })),
    ]
  }

  #readAll(lags: readonly PartitionLag[]): Record<keyof typeof groups, number> {
    const { fetcher, committer, subscription, fetchBuffer } = this.#core
    return {
      'fetch-total': fetcher.fetches,
      ...this.#readMeasurements(),
      'commit-total': committer.commits,
      'commit-failed-total': this.#commitFailures,
      'rebalance-total': this.#rebalances,
      'failed-rebalance-total': this.#failedRebalances,
      'assigned-partitions': subscription.size,
      'records-lag-max': lags.reduce((most, { lag }) => Math.max(most, lag), 0),
      'offset-reset-total': this.#resets,
      'retry-total': this.#retries,
      'stall-total': this.#stalls,
      'buffered-bytes': fetchBuffer.bytes,
    }
  }

  #readMeasurements() {
    const { measurements } = this.#core
    const { fetchLatency, fetchSize, recordsPerFetch, heartbeatLatency, commitLatency } = measurements
    const nowMs = this.#clock.nowMs()
    return {
      'fetch-latency-avg': fetchLatency.average(nowMs),
      'fetch-latency-max': fetchLatency.max(nowMs),
      'fetch-size-avg': fetchSize.average(nowMs),
      'fetch-size-max': fetchSize.max(nowMs),
      'records-per-request-avg': recordsPerFetch.average(nowMs),
      'records-consumed-total': this.#sumOfTopics('records'),
      'bytes-consumed-total': this.#sumOfTopics('bytes'),
      'heartbeat-total': measurements.heartbeats,
      'heartbeat-response-time-max': heartbeatLatency.max(nowMs),
      'commit-latency-avg': commitLatency.average(nowMs),
      'commit-latency-max': commitLatency.max(nowMs),
    }
  }

  #sumOfTopics(what: keyof Consumed): number {
    let sum = 0
    for (const consumed of this.#core.measurements.consumed.values()) sum += consumed[what]
    return sum
  }

  #ofTopics(): { readonly name: string; readonly topic: string; readonly value: number }[] {
    return Array.from(this.#core.measurements.consumed, ([topic, { records, bytes }]) => [
      { name: 'records-consumed-total', topic, value: records },
      { name: 'bytes-consumed-total', topic, value: bytes },
    ]).flat()
  }

  #lags(): PartitionLag[] {
    const lags: PartitionLag[] = []
    for (const partition of this.#core.subscription.partitions()) {
      const { position, highWatermark } = partition
      if (position === undefined || highWatermark === undefined) continue
      lags.push({ partition, lag: Math.max(0, Number(highWatermark - position)) })
    }
    return lags
  }
}

interface PartitionLag {
  readonly partition: TopicPartition
  readonly lag: number
}

const FETCH_GROUP = 'consumer-fetch-manager-metrics'
const COORDINATOR_GROUP = 'consumer-coordinator-metrics'

const groups = {
  'fetch-total': FETCH_GROUP,
  'fetch-latency-avg': FETCH_GROUP,
  'fetch-latency-max': FETCH_GROUP,
  'fetch-size-avg': FETCH_GROUP,
  'fetch-size-max': FETCH_GROUP,
  'records-per-request-avg': FETCH_GROUP,
  'records-consumed-total': FETCH_GROUP,
  'bytes-consumed-total': FETCH_GROUP,
  'records-lag-max': FETCH_GROUP,
  'buffered-bytes': FETCH_GROUP,
  'offset-reset-total': FETCH_GROUP,
  'commit-total': COORDINATOR_GROUP,
  'commit-failed-total': COORDINATOR_GROUP,
  'commit-latency-avg': COORDINATOR_GROUP,
  'commit-latency-max': COORDINATOR_GROUP,
  'heartbeat-total': COORDINATOR_GROUP,
  'heartbeat-response-time-max': COORDINATOR_GROUP,
  'rebalance-total': COORDINATOR_GROUP,
  'failed-rebalance-total': COORDINATOR_GROUP,
  'assigned-partitions': COORDINATOR_GROUP,
  'retry-total': 'consumer-metrics',
  'stall-total': 'consumer-metrics',
} as const

/** Measurements of a client as a list, each with the group that `groups` has for it. */
export function listMetrics<Name extends string>(
  values: Readonly<Record<Name, number>>,
  groups: Readonly<Record<Name, string>>,
  clientId: string,
): ClientMetric[] {
  const tags = { 'client-id': clientId }
  return (Object.keys(values) as Name[]).map((name) => ({ name, group: groups[name], tags, value: values[name] }))
}
