import test from 'ava'

import type { ClientMetric } from '../../../src/client-metric.ts'
import { TelemetryLedger, telemetryName } from '../../../src/core/telemetry/telemetry-ledger.ts'

const total = (value: number): ClientMetric => ({
  name: 'record-send-total',
  group: 'producer-metrics',
  tags: { 'client-id': 'shop' },
  value,
})
const lag: ClientMetric = {
  name: 'records-lag',
  group: 'consumer-fetch-manager-metrics',
  tags: { 'client-id': 'shop', topic: 'orders', partition: '0', 'node-id': '1' },
  value: 3,
}
const all = { requestedMetrics: ['*'], deltaTemporality: true }

test('names are those of KIP-714', (t) => {
  t.is(telemetryName(total(1)), 'org.apache.kafka.producer.record.send.total')
  t.is(telemetryName(lag), 'org.apache.kafka.consumer.fetch.manager.records.lag')
})

test('what is wanted is told by the beginning of its name; the client id and what was not measured are left out', (t) => {
  const ledger = new TelemetryLedger(1000)
  const metrics = [total(1), lag, { ...lag, name: 'latency-avg', value: Number.NaN }]
  const chosen = (...requestedMetrics: string[]) =>
    ledger.take(metrics, { ...all, requestedMetrics }, {}, 2000).data.metrics.map(({ name }) => name.split('.').at(-1))
  t.deepEqual(chosen('*'), ['total', 'lag'])
  t.deepEqual(chosen(''), ['total', 'lag'])
  t.deepEqual(chosen('org.apache.kafka.consumer.'), ['lag'])
  t.deepEqual(chosen('org.apache.kafka.connect.', 'org.apache.kafka.producer.record'), ['total'])
  t.deepEqual(chosen('records'), [])
  const { data } = ledger.take([lag], all, { group_id: 'g' }, 2000)
  t.deepEqual(data.metrics[0]!.attributes, { topic: 'orders', partition: '0', node_id: '1' })
  t.deepEqual(data.resource, { group_id: 'g' })
  t.deepEqual(ledger.take([lag, total(1)], all, {}, 2000, true).data.metrics.length, 1)
})

test('differences count from the last push that was taken', (t) => {
  const ledger = new TelemetryLedger(1000)
  const point = (value: number, timeMs: number, deltaTemporality = true) => {
    const snapshot = ledger.take([total(value)], { ...all, deltaTemporality }, {}, timeMs)
    const { sumSinceMs, value: told } = snapshot.data.metrics[0]!
    return { snapshot, told: [sumSinceMs, told] }
  }
  const first = point(5, 2000)
  t.deepEqual(first.told, [1000, 5])
  t.deepEqual(point(6, 3000).told, [1000, 6], 'the first was not taken')
  ledger.onPushed(first.snapshot)
  t.deepEqual(point(6, 3000).told, [2000, 1])
  t.deepEqual(point(6, 3000, false).told, [1000, 6], 'totals')
  ledger.reset()
  t.deepEqual(point(9, 4000).told, [1000, 9])
})
