// All clients' metrics in the text that Prometheus reads: its own format 0.0.4 or OpenMetrics 1.0. Needs no OpenTelemetry.
import type { ClientMetric, MetricsSource } from '@odradek/network'

import { helpOf } from './metric-help.ts'
import { BUCKET_SUFFIX, isCounter, metricNameParts } from './metric-names.ts'

/** How the text is written. */
export interface PrometheusTextOptions {
  /** `openmetrics` for who asks for application/openmetrics-text. @default 'text' */
  readonly format?: 'text' | 'openmetrics'
}

/** The Content-Type of each format. */
export const prometheusContentTypes = {
  text: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
} as const

/**
 * The metrics of these clients, as of now: `kafka_producer_record_send_total{client_id="shop"} 12`. Where several clients have the same client
 * id, a label `client_instance` tells the second, third and so on from the first.
 */
export function prometheusText(
  clients: Iterable<MetricsSource>,
  { format = 'text' }: PrometheusTextOptions = {},
): string {
  const families = new Map<string, Family>()
  for (const client of clients) addClient(families, client.clientMetrics())
  const isOpenMetrics = format === 'openmetrics'
  const lines: string[] = []
  for (const [name, { type, help, series }] of [...families].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // OpenMetrics names a counter without what its samples end in.
    const familyName = isOpenMetrics && type === 'counter' ? name.replace(/_total$/, '') : name
    lines.push(`# HELP ${familyName} ${escapeHelp(help, isOpenMetrics)}`, `# TYPE ${familyName} ${type}`)
    const sample = type === 'histogram' ? `${name}_bucket` : name
    for (const [labels, value] of series) lines.push(`${sample}${labels} ${numberText(value)}`)
  }
  if (isOpenMetrics) lines.push('# EOF')
  return lines.map((line) => `${line}\n`).join('')
}

interface Family {
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  /** By their labels, as they are written. */
  readonly series: Map<string, number>
}

function addClient(families: Map<string, Family>, metrics: readonly ClientMetric[]): void {
  const named = metrics.map((metric) => ({ metric, family: familyOf(families, metric) }))
  let instance = 1
  // One label for all of a client, so that its series can be seen together.
  while (named.some(({ metric, family }) => family.series.has(labelsOf(metric, instance)))) instance++
  for (const { metric, family } of named) family.series.set(labelsOf(metric, instance), metric.value)
}

function familyOf(families: Map<string, Family>, metric: ClientMetric): Family {
  const isBucket = metric.name.endsWith(BUCKET_SUFFIX) && 'le' in metric.tags
  const parts = isBucket ? { ...metric, name: metric.name.slice(0, -BUCKET_SUFFIX.length) } : metric
  const name = metricNameParts(parts)
    .join('_')
    .replace(/[^a-zA-Z0-9_:]/g, '_')
  const known = families.get(name)
  if (known !== undefined) return known
  const type = isBucket ? 'histogram' : isCounter(metric) ? 'counter' : 'gauge'
  const made: Family = { type, help: helpOf(metric), series: new Map() }
  families.set(name, made)
  return made
}

function labelsOf({ tags }: ClientMetric, instance: number): string {
  const labels = Object.entries(tags).map(([key, value]) => [key.replace(/[^a-zA-Z0-9_]/g, '_'), value] as const)
  if (instance > 1) labels.push(['client_instance', String(instance)])
  if (labels.length === 0) return ''
  return `{${labels.map(([key, value]) => `${key}="${escapeLabel(value)}"`).join(',')}}`
}

function escapeLabel(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')
}

function escapeHelp(text: string, isOpenMetrics: boolean): string {
  const escaped = text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n')
  return isOpenMetrics ? escaped.replace(/"/g, '\\"') : escaped
}

function numberText(value: number): string {
  if (value === Infinity) return '+Inf'
  return value === -Infinity ? '-Inf' : String(value)
}
