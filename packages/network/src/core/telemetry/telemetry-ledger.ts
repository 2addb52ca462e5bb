// Chooses what of a client's metrics a subscription wants, and keeps what was pushed before, for brokers that want only what was added since.
import type { ClientMetric } from '../../client-metric.ts'
import type { OtlpMetric, OtlpMetricsData } from './otlp-metrics.ts'

/** What a subscription says about metrics. */
export interface WantedMetrics {
  /** Beginnings of names; `*` or an empty text: all. */
  readonly requestedMetrics: readonly string[]
  readonly deltaTemporality: boolean
}

/** What a push says, and what to note when it was taken. */
export interface TelemetrySnapshot {
  readonly data: OtlpMetricsData
  /** The totals that were pushed, by metric and tags. */
  readonly totals: ReadonlyMap<string, number>
}

/** The name that KIP-714 gives to a metric: `record-send-total` of `producer-metrics` is `org.apache.kafka.producer.record.send.total`. */
export function telemetryName({ group, name }: Pick<ClientMetric, 'group' | 'name'>): string {
  return `org.apache.kafka.${group.replace(/-metrics$/, '')}.${name}`.replaceAll('-', '.')
}

/** See the head of the file. */
export class TelemetryLedger {
  readonly #startMs: number
  /** What was pushed last of each, and when, for differences. */
  readonly #pushed = new Map<string, { readonly total: number; readonly timeMs: number }>()

  /** `startMs`: since when the client counts, on the wall clock. */
  constructor(startMs: number) {
    this.#startMs = startMs
  }

  /** What of these metrics is wanted. `isShort` leaves out what is of one topic or partition. */
  take(
    metrics: readonly ClientMetric[],
    wanted: WantedMetrics,
    resource: Readonly<Record<string, string>>,
    timeMs: number,
    isShort = false,
  ): TelemetrySnapshot {
    const { requestedMetrics, deltaTemporality } = wanted
    const isAll = requestedMetrics.length === 1 && requestedMetrics[0] === '*'
    const totals = new Map<string, number>()
    const chosen: OtlpMetric[] = []
    for (const metric of metrics) {
      const name = telemetryName(metric)
      if (Number.isNaN(metric.value)) continue
      if (!isAll && !requestedMetrics.some((prefix) => name.startsWith(prefix))) continue
      if (isShort && 'topic' in metric.tags) continue
      const attributes = attributesOf(metric)
      if (!metric.name.endsWith('-total')) {
        chosen.push({ name, attributes, value: metric.value })
        continue
      }
      const key = `${name} ${JSON.stringify(attributes)}`
      totals.set(key, metric.value)
      // What is not pushed yet has counted from the beginning, whatever else was pushed before.
      const before = deltaTemporality ? this.#pushed.get(key) : undefined
      chosen.push({
        name,
        attributes,
        value: metric.value - (before?.total ?? 0),
        sumSinceMs: before?.timeMs ?? this.#startMs,
      })
    }
    return { data: { resource, metrics: chosen, timeMs, deltaTemporality }, totals }
  }

  /** A broker has taken this. */
  onPushed({ totals, data }: TelemetrySnapshot): void {
    for (const [key, total] of totals) this.#pushed.set(key, { total, timeMs: data.timeMs })
  }

  /** Nothing counts as pushed: brokers want totals now, or differences in their place. */
  reset(): void {
    this.#pushed.clear()
  }
}

/** Tags under the names of KIP-714. The client id is not among them: the broker knows it. */
function attributesOf({ tags }: ClientMetric): Record<string, string> {
  const others = Object.entries(tags).filter(([key]) => key !== 'client-id')
  return Object.fromEntries(others.map(([key, value]) => [key.replaceAll('-', '_'), value]))
}
