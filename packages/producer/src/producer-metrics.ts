// Counts what the producer does, under the names that Kafka's producer has for it (groups producer-metrics and producer-topic-metrics).
import { WindowedStat } from '@odradek/network/internal'
import type { ProducerEvent } from './core/producer-events.ts'
import { BYTE_BOUNDS, Histogram, MILLISECOND_BOUNDS } from './histogram.ts'

/** One measurement. */
export interface ProducerMetric {
  /** Kafka's name, such as `record-send-total`. */
  readonly name: string
  /** `producer-metrics`, or `producer-topic-metrics` where it is of one topic. */
  readonly group: string
  readonly tags: Readonly<Record<string, string>>
  /** Averages and maxima cover the last 30 to 60 seconds, and are NaN where nothing happened; times are in milliseconds. */
  readonly value: number
}

/** What is read when the metrics are. */
export interface ProducerGauges {
  readonly bufferTotalBytes: number
  readonly bufferAvailableBytes: number
  readonly waitingRecords: number
  readonly requestsInFlight: number
  /** Since the last answer about the cluster; NaN before the first. */
  readonly metadataAgeSeconds: number
}

/** Counters of one topic, or of all. */
class RecordCounters {
  sent = 0
  bytes = 0
  retried = 0
  failed = 0
  readonly compression = new WindowedStat()
  readonly sendRate = new WindowedStat()
  readonly byteRate = new WindowedStat()
  readonly retryRate = new WindowedStat()
  readonly errorRate = new WindowedStat()

  read(nowMs: number): readonly (readonly [string, number])[] {
    return [
      ['record-send-total', this.sent],
      ['record-send-rate', this.sendRate.rate(nowMs)],
      ['byte-total', this.bytes],
      ['byte-rate', this.byteRate.rate(nowMs)],
      ['record-retry-total', this.retried],
      ['record-retry-rate', this.retryRate.rate(nowMs)],
      ['record-error-total', this.failed],
      ['record-error-rate', this.errorRate.rate(nowMs)],
      ['compression-rate', this.compression.average(nowMs)],
    ]
  }
}

/** See the head of the file. */
export class ProducerMetrics {
  readonly #clientId: string
  readonly #all = new RecordCounters()
  readonly #topics = new Map<string, RecordCounters>()
  readonly #batchSize = new WindowedStat()
  readonly #recordsPerRequest = new WindowedStat()
  readonly #queueTime = new WindowedStat()
  readonly #latency = new WindowedStat()
  readonly #throttleTime = new WindowedStat()
  readonly #recordSize = new WindowedStat()
  readonly #splitRate = new WindowedStat()
  readonly #batchSizes = new Histogram(BYTE_BOUNDS)
  readonly #queueTimes = new Histogram(MILLISECOND_BOUNDS)
  readonly #latencies = new Histogram(MILLISECOND_BOUNDS)
  readonly #requestRate = new WindowedStat()
  #requests = 0
  #splits = 0

  constructor(clientId: string) {
    this.#clientId = clientId
  }

  /** Something happened. */
  onEvent(event: ProducerEvent, nowMs: number): void {
    if (event.type === 'request-answered') {
      this.#requests++
      this.#requestRate.record(1, nowMs)
      this.#latency.record(event.latencyMs, nowMs)
      this.#latencies.record(event.latencyMs)
      this.#throttleTime.record(event.throttleTimeMs, nowMs)
      this.#recordsPerRequest.record(event.records, nowMs)
      return
    }
    const topic = this.#topic(event.topic)
    if (event.type === 'batch-sent') this.#onSent(event, topic, nowMs)
    else if (event.type === 'batch-retried') {
      for (const each of [this.#all, topic]) {
        each.retried += event.records
        each.retryRate.record(event.records, nowMs)
      }
    } else if (event.type === 'batch-failed' || event.type === 'records-failed') {
      for (const each of [this.#all, topic]) {
        each.failed += event.records
        each.errorRate.record(event.records, nowMs)
      }
    } else if (event.type === 'batch-split') {
      this.#splits++
      this.#splitRate.record(1, nowMs)
    }
  }

  /** All measurements, as they are now. */
  read(gauges: ProducerGauges, nowMs: number): ProducerMetric[] {
    const tags = { 'client-id': this.#clientId }
    const metrics: ProducerMetric[] = []
    for (const [name, value] of this.#read(gauges, nowMs)) {
      metrics.push({ name, group: 'producer-metrics', tags, value })
    }
    for (const [of, histogram] of [
      ['batch-size', this.#batchSizes],
      ['record-queue-time', this.#queueTimes],
      ['request-latency', this.#latencies],
    ] as const) {
      for (const [bound, value] of histogram.read()) {
        const le = bound === Infinity ? '+Inf' : String(bound)
        metrics.push({ name: `${of}-bucket-total`, group: 'producer-metrics', tags: { ...tags, le }, value })
      }
    }
    for (const [topic, counters] of this.#topics) {
      for (const [name, value] of counters.read(nowMs)) {
        metrics.push({ name, group: 'producer-topic-metrics', tags: { ...tags, topic }, value })
      }
    }
    return metrics
  }

  #onSent(event: ProducerEvent & { type: 'batch-sent' }, topic: RecordCounters, nowMs: number): void {
    // Kafka counts what is sent again as retried, not as sent.
    if (event.attempt > 0) return
    const { records, bytes, uncompressedBytes, queueTimeMs } = event
    for (const counters of [this.#all, topic]) {
      counters.sent += records
      counters.bytes += bytes
      counters.sendRate.record(records, nowMs)
      counters.byteRate.record(bytes, nowMs)
      counters.compression.record(bytes / uncompressedBytes, nowMs)
    }
    this.#batchSize.record(bytes, nowMs)
    this.#batchSizes.record(bytes)
    this.#queueTimes.record(queueTimeMs)
    this.#recordSize.record(uncompressedBytes / records, nowMs)
    this.#queueTime.record(queueTimeMs, nowMs)
  }

  #read(gauges: ProducerGauges, nowMs: number): readonly (readonly [string, number])[] {
    // Of all topics together Kafka has an average of the compression, and leaves the bytes to the connections.
    const all = this.#all
      .read(nowMs)
      .filter(([name]) => !name.startsWith('byte-'))
      .map(([name, value]) => [name === 'compression-rate' ? 'compression-rate-avg' : name, value] as const)
    return [
      ...all,
      ['batch-size-avg', this.#batchSize.average(nowMs)],
      ['batch-size-max', this.#batchSize.max(nowMs)],
      ['batch-split-total', this.#splits],
      ['batch-split-rate', this.#splitRate.rate(nowMs)],
      ['record-size-avg', this.#recordSize.average(nowMs)],
      ['record-size-max', this.#recordSize.max(nowMs)],
      ['records-per-request-avg', this.#recordsPerRequest.average(nowMs)],
      ['record-queue-time-avg', this.#queueTime.average(nowMs)],
      ['record-queue-time-max', this.#queueTime.max(nowMs)],
      ['request-latency-avg', this.#latency.average(nowMs)],
      ['request-latency-max', this.#latency.max(nowMs)],
      ['request-total', this.#requests],
      ['request-rate', this.#requestRate.rate(nowMs)],
      ['requests-in-flight', gauges.requestsInFlight],
      ['metadata-age', gauges.metadataAgeSeconds],
      ['produce-throttle-time-avg', this.#throttleTime.average(nowMs)],
      ['produce-throttle-time-max', this.#throttleTime.max(nowMs)],
      ['buffer-total-bytes', gauges.bufferTotalBytes],
      ['buffer-available-bytes', gauges.bufferAvailableBytes],
      ['waiting-threads', gauges.waitingRecords],
    ]
  }

  #topic(name: string): RecordCounters {
    const known = this.#topics.get(name)
    if (known !== undefined) return known
    const made = new RecordCounters()
    this.#topics.set(name, made)
    return made
  }
}
