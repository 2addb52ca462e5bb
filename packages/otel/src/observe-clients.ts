// The clients' metrics as OpenTelemetry's: instruments that read them when they are collected.
import {
  type Attributes,
  type BatchObservableResult,
  type Meter,
  metrics as registered,
  type Observable,
} from '@opentelemetry/api'
import type { ClientMetric, MetricsSource } from '@odradek/network'

import { helpOf } from './metric-help.ts'
import { isCounter, metricNameParts } from './metric-names.ts'

/** How metrics are observed. */
export interface ObserveClientsOptions {
  /** Who makes the instruments. @default that of the meter provider that is registered globally */
  readonly meter?: Meter
}

/**
 * Gives these clients' metrics to OpenTelemetry, under the names that Prometheus has for them with dots: `kafka.producer.record.send.total`. The
 * function that is returned ends it. What is measured for the first time later (a new topic) is seen from the next collection on.
 */
export function observeClients(clients: Iterable<MetricsSource>, options: ObserveClientsOptions = {}): () => void {
  const meter = options.meter ?? registered.getMeter('@odradek/otel')
  const all = [...clients]
  const instruments = new Map<string, Observable>()
  let observed: Observable[] = []
  const callback = (result: BatchObservableResult) => {
    for (const client of all) for (const metric of client.clientMetrics()) observe(result, metric)
    // What was seen for the first time has its instrument now, and is written from the next collection on.
    if (instruments.size > observed.length) watch()
  }
  const observe = (result: BatchObservableResult, metric: ClientMetric) => {
    const instrument = instrumentOf(meter, instruments, metric)
    // An average of nothing is no measurement.
    if (!Number.isNaN(metric.value)) result.observe(instrument, metric.value, attributesOf(metric))
  }
  const watch = () => {
    if (observed.length > 0) meter.removeBatchObservableCallback(callback, observed)
    observed = [...instruments.values()]
    meter.addBatchObservableCallback(callback, observed)
  }
  for (const client of all) for (const metric of client.clientMetrics()) instrumentOf(meter, instruments, metric)
  watch()
  return () => meter.removeBatchObservableCallback(callback, observed)
}

function instrumentOf(meter: Meter, instruments: Map<string, Observable>, metric: ClientMetric): Observable {
  const name = metricNameParts(metric).join('.')
  const known = instruments.get(name)
  if (known !== undefined) return known
  const description = helpOf(metric)
  const made = isCounter(metric)
    ? meter.createObservableCounter(name, { description })
    : meter.createObservableGauge(name, { description })
  instruments.set(name, made)
  return made
}

function attributesOf({ tags }: ClientMetric): Attributes {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key.replace(/-/g, '_'), value]))
}
