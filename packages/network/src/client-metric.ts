/** One measurement of a client. */
export interface ClientMetric {
  /** Kafka's name, such as `record-send-total`. What ends in `-total` only grows. */
  readonly name: string
  /** Kafka's group, such as `producer-metrics`, or `producer-topic-metrics` where it is of one topic. */
  readonly group: string
  /** `client-id` and what else tells it from others of its name. */
  readonly tags: Readonly<Record<string, string>>
  /** NaN where nothing was measured yet. */
  readonly value: number
}

/** Whoever can be measured: a producer, a consumer, a share consumer. */
export interface MetricsSource {
  /** All measurements, as of now. */
  clientMetrics(): readonly ClientMetric[]
}
