import type { ClientMetric } from '@odradek/network'

/** The name of a metric with its group in parts, as Micrometer and Kafka's own telemetry have it: kafka, producer, topic, record, send, total. */
export function metricNameParts({ group, name }: Pick<ClientMetric, 'group' | 'name'>): readonly string[] {
  return ['kafka', ...group.replace(/-metrics$/, '').split('-'), ...name.split('-')]
}

/** Whether a metric only grows. */
export function isCounter({ name }: Pick<ClientMetric, 'name'>): boolean {
  return name.endsWith('-total')
}

/** What a bucket of a histogram is named: `request-latency-bucket-total` with a tag `le`. */
export const BUCKET_SUFFIX = '-bucket-total'
