// Counts what happens to a consumer, under the names of Kafka's consumer metrics, so that dashboards made for Java's fit.
import type { ConsumerCore } from './core/consumer-core.ts'
import type { ConsumerEvent } from './core/consumer-events.ts'
import { topicPartitionKey } from './core/topic-partition.ts'

/** Kafka's names (groups consumer-fetch-manager-metrics and consumer-coordinator-metrics) and their values now. */
export type ConsumerMetrics = Readonly<Record<string, number>>

/** See the head of the file. */
export class MetricsCounter {
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
    const { fetcher, committer, subscription, fetchBuffer } = this.#core
    const lags: Record<string, number> = {}
    let mostLag = 0
    for (const partition of subscription.partitions()) {
      const { position, highWatermark } = partition
      if (position === undefined || highWatermark === undefined) continue
      const lag = Math.max(0, Number(highWatermark - position))
      lags[`records-lag{${topicPartitionKey(partition)}}`] = lag
      mostLag = Math.max(mostLag, lag)
    }
    return {
      'fetch-total': fetcher.fetches,
      'bytes-consumed-total': fetcher.bytes,
      'commit-total': committer.commits,
      'commit-failed-total': this.#commitFailures,
      'rebalance-total': this.#rebalances,
      'failed-rebalance-total': this.#failedRebalances,
      'assigned-partitions': subscription.size,
      'records-lag-max': mostLag,
      'offset-reset-total': this.#resets,
      'retry-total': this.#retries,
      'stall-total': this.#stalls,
      'buffered-bytes': fetchBuffer.bytes,
      ...lags,
    }
  }
}
