import { ErrorCode } from '@odradek/protocol'
import { consumerGroupHeartbeatApi } from '@odradek/protocol/apis/consumer-group-heartbeat'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import test from 'ava'
import { MetricsCounter } from '../src/consumer-metrics.ts'
import { CoreHarness, ORDERS_ID, recordBytes } from './support/core-harness.ts'

function metricsOf(harness: CoreHarness): MetricsCounter {
  return new MetricsCounter(harness.core, { nowMs: () => harness.run.nowMs })
}

test('records and bytes are counted when their batch is given out, in all and by topic', (t) => {
  const harness = new CoreHarness().becomeStable()
  const metrics = metricsOf(harness)
  t.is(metrics.read()['records-consumed-total'], 0)
  const records = recordBytes(0n, 3, 2)
  harness.answerFetch(records)
  t.is(metrics.read()['records-consumed-total'], 0)
  harness.take()
  t.is(metrics.read()['records-consumed-total'], 3)
  for (let i = 0; i < 4; i++) harness.take()
  t.like(metrics.read(), {
    'records-consumed-total': 5,
    'bytes-consumed-total': records.length,
    'records-consumed-total{orders}': 5,
    'bytes-consumed-total{orders}': records.length,
  })
  const listed = metrics.list({ clientId: 'shop' }).filter(({ name }) => name.endsWith('-consumed-total'))
  const group = 'consumer-fetch-manager-metrics'
  const tags = { 'client-id': 'shop' }
  t.deepEqual(listed, [
    { name: 'records-consumed-total', group, tags, value: 5 },
    { name: 'bytes-consumed-total', group, tags, value: records.length },
    { name: 'records-consumed-total', group, tags: { ...tags, topic: 'orders' }, value: 5 },
    { name: 'bytes-consumed-total', group, tags: { ...tags, topic: 'orders' }, value: records.length },
  ])
})

test('records of a batch that come before the position do not count', (t) => {
  const harness = new CoreHarness()
  harness.ask()
  harness.answerJoin()
  harness.answerSync()
  harness.answerOffsets(2n)
  harness.answerFetch(recordBytes(0n, 5))
  t.is(harness.take()!.offset, 2n)
  t.like(metricsOf(harness).read(), { 'records-consumed-total': 3, 'records-per-request-avg': 3 })
})

test('latency counts for each answered fetch, sizes for those that brought records, and neither for a refused one', (t) => {
  const harness = new CoreHarness().becomeStable()
  const metrics = metricsOf(harness)
  for (const name of ['fetch-latency-avg', 'fetch-latency-max', 'fetch-size-avg', 'fetch-size-max'])
    t.is(metrics.read()[name], Number.NaN, name)
  const [first, second] = [recordBytes(0n, 4), recordBytes(4n, 2)]
  harness.advance(100)
  harness.answerFetch(first)
  harness.advance(300)
  harness.answerFetch(second)
  for (let i = 0; i < 6; i++) harness.take()
  harness.core.fetchBuffer.shift()
  harness.core.fetchBuffer.shift()
  harness.poll()
  harness.advance(200)
  harness.answerFetch(new Uint8Array())
  harness.advance(900)
  harness.run.answer(fetchApi, { errorCode: ErrorCode.FETCH_SESSION_ID_NOT_FOUND, responses: [] })
  t.like(metrics.read(), {
    'fetch-total': 3,
    'fetch-latency-avg': 200,
    'fetch-latency-max': 300,
    'fetch-size-avg': (first.length + second.length) / 2,
    'fetch-size-max': first.length,
    'records-per-request-avg': 3,
  })
  harness.advance(60_000)
  t.is(metrics.read()['fetch-latency-max'], Number.NaN)
})

test('each answered heartbeat counts, whatever the answer', (t) => {
  const harness = new CoreHarness().becomeStable()
  const metrics = metricsOf(harness)
  t.like(metrics.read(), { 'heartbeat-total': 0, 'heartbeat-response-time-max': Number.NaN })
  harness.advance(3000)
  harness.advance(150)
  harness.answerHeartbeat()
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.REBALANCE_IN_PROGRESS)
  t.is(metrics.read()['heartbeat-total'], 2)
  t.is(metrics.read()['heartbeat-response-time-max'], 150)
})

test('heartbeats of the consumer group protocol count as those of the classic one', (t) => {
  const harness = new CoreHarness({ groupProtocol: 'consumer' })
  harness.ask()
  harness.advance(250)
  const { memberId } = harness.run.request(consumerGroupHeartbeatApi)
  const assignment = { topicPartitions: [{ topicId: ORDERS_ID, partitions: [0] }] }
  harness.run.answer(consumerGroupHeartbeatApi, { memberId, memberEpoch: 1, heartbeatIntervalMs: 5000, assignment })
  harness.poll()
  t.like(metricsOf(harness).read(), { 'heartbeat-total': 1, 'heartbeat-response-time-max': 250 })
})

test('the latency of commits counts those that are tried again', (t) => {
  const harness = new CoreHarness({ enableAutoCommit: false }).becomeStable()
  const metrics = metricsOf(harness)
  t.is(metrics.read()['commit-latency-avg'], Number.NaN)
  const offsets = [{ topic: 'orders', partition: 0, offset: 10n, leaderEpoch: -1, metadata: '' }]
  const { nowMs } = harness.run
  let isDone = false
  harness.core.committer.commit(offsets, nowMs + 60_000, nowMs, () => void (isDone = true))
  harness.poll()
  harness.advance(100)
  harness.answerCommit(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS)
  harness.run.nowMs += 100
  harness.poll()
  harness.advance(50)
  harness.answerCommit()
  t.true(isDone)
  t.like(metrics.read(), { 'commit-total': 1, 'commit-latency-avg': 75, 'commit-latency-max': 100 })
  const groups = metrics.list({ clientId: 'shop' }).filter(({ name }) => /^(commit-latency|heartbeat)/.test(name))
  t.deepEqual(
    groups.map(({ name, group }) => [name, group]),
    ['heartbeat-total', 'heartbeat-response-time-max', 'commit-latency-avg', 'commit-latency-max'].map((name) => [
      name,
      'consumer-coordinator-metrics',
    ]),
  )
})
