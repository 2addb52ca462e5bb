// Counts what happens to a consumer, under the names of Kafka's consumer metrics, so that dashboards made for Java's fit.
import type { ClientMetric } from '@odradek/network'
import type { ConsumerCore } from './core/consumer-core.ts'
import type { ConsumerEvent } from './core/consumer-events.ts'
import { type TopicPartition, topicPartitionKey } from './core/topic-partition.ts'

/** Kafka's names (groups consumer-fetch-manager-metrics and consumer-coordinator-metrics) and their values now. */
export type ConsumerMetrics = Readonly<Record<string, number>>

/** See the head of the file. */
export class MetricsCounter {
  /** As whom this consumer was a member of its group last: it leaves before it says so for the last time. */
  lastMemberId: string | undefined
  readonly #core: ConsumerCore
  #rebalances = 0
  #failedRebalances = 0
  #resets = 0
  #retries = 0
  #commitFailures = 0
  #stalls = 0

  constructor(core: ConsumerCore) {
    this.#core = core
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

  /** All of them; `records-lag` also for each partition, as `records-lag{topic-partition}`. */
  read(): ConsumerMetrics {
    const lags = this.#lags()
    const ofPartitions = lags.map(
      ({ partition, lag }) => [`records-lag{${topicPartitionKey(partition)}}`, lag] as const,
    )
    return { ...this.#readAll(lags), ...Object.fromEntries(ofPartitions) }
  }

  /** The same with Kafka's groups and tags. */
  list({ clientId }: { readonly clientId: string }): ClientMetric[] {
    const lags = this.#lags()
    return [
      ...listMetrics(this.#readAll(lags), groups, clientId),
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
      'bytes-consumed-total': fetcher.bytes,
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
  'bytes-consumed-total': FETCH_GROUP,
  'records-lag-max': FETCH_GROUP,
  'buffered-bytes': FETCH_GROUP,
  'offset-reset-total': FETCH_GROUP,
  'commit-total': COORDINATOR_GROUP,
  'commit-failed-total': COORDINATOR_GROUP,
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
