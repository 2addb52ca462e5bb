import type { BatchObservableCallback, Meter, Observable } from '@opentelemetry/api'
import type { ClientMetric } from '@odradek/network'
import test from 'ava'

import { observeClients } from '../src/index.ts'

/** A meter that notes what is made, and collects when told. */
function makeMeter() {
  const made: string[] = []
  let callback: BatchObservableCallback | undefined
  let watched: readonly Observable[] = []
  const make = (kind: string) => (name: string) => {
    made.push(`${kind} ${name}`)
    return { name } as unknown as Observable
  }
  const meter = {
    createObservableCounter: make('counter'),
    createObservableGauge: make('gauge'),
    addBatchObservableCallback(added: BatchObservableCallback, observables: Observable[]) {
      callback = added
      watched = observables
    },
    removeBatchObservableCallback() {
      callback = undefined
    },
  } as unknown as Meter
  const collect = async () => {
    const lines: string[] = []
    const allowed = watched
    await callback?.({
      // As the SDK: what the callback was not registered for is dropped.
      observe(instrument, value, attributes) {
        if (!allowed.includes(instrument)) return
        lines.push(`${(instrument as unknown as { name: string }).name} ${JSON.stringify(attributes)} ${value}`)
      },
    })
    return lines
  }
  return { meter, made, collect }
}

test('metrics are read when they are collected; new ones from the next time on; nothing after the end', async (t) => {
  const { meter, made, collect } = makeMeter()
  const shop = { group: 'producer-metrics', tags: { 'client-id': 'shop' } }
  const metrics: ClientMetric[] = [
    { ...shop, name: 'record-send-total', value: 1 },
    { ...shop, name: 'batch-size-avg', value: Number.NaN },
  ]
  const stop = observeClients([{ clientMetrics: () => metrics }], { meter })
  t.deepEqual(made, ['counter kafka.producer.record.send.total', 'gauge kafka.producer.batch.size.avg'])
  t.deepEqual(await collect(), ['kafka.producer.record.send.total {"client_id":"shop"} 1'])
  metrics.push({ name: 'byte-total', group: 'producer-topic-metrics', tags: { topic: 'orders' }, value: 5 })
  t.is((await collect()).length, 1)
  t.is((await collect()).at(-1), 'kafka.producer.topic.byte.total {"topic":"orders"} 5')
  stop()
  t.deepEqual(await collect(), [])
})
