import { subscribe, unsubscribe } from 'node:diagnostics_channel'

import { ErrorCode } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import test from 'ava'

import { Histogram } from '../src/histogram.ts'
import { setUp } from './scripted-producer.ts'

test('metrics have the names of Kafka and count what happened, in all and by topic', async (t) => {
  const { producer, until, broker } = setUp(t, { clientId: 'shop', compressionType: 'gzip' })
  const orders = () => ({
    responses: [
      {
        topicId: 'AAAAAAAAAAAAAAAAAAAAAQ',
        partitionResponses: [{ index: 0, errorCode: ErrorCode.NOT_ENOUGH_REPLICAS }],
      },
    ],
    throttleTimeMs: 7,
  })
  broker.once(produceApi, orders)
  await until(producer.sendBatch('orders', [{ value: 'a'.repeat(500) }, { value: 'a'.repeat(500) }]))
  const value = (name: string, topic?: string) =>
    producer.metrics().find((metric) => metric.name === name && metric.tags['topic'] === topic)?.value
  t.is(value('record-send-total'), 2)
  t.is(value('record-send-total', 'orders'), 2)
  t.is(value('record-retry-total', 'orders'), 2)
  t.is(value('record-error-total', 'orders'), 0)
  t.true(value('record-retry-rate', 'orders')! > 0)
  t.is(value('record-error-rate', 'orders'), 0)
  t.true(value('record-size-avg')! > 500)
  t.is(value('requests-in-flight'), 0)
  t.true(value('metadata-age')! >= 0)
  t.is(value('produce-throttle-time-max'), 7)
  t.is(value('records-per-request-avg'), 2)
  t.true(value('compression-rate-avg')! < 0.3)
  t.is(value('buffer-available-bytes'), value('buffer-total-bytes'))
  t.true(producer.metrics().every(({ tags }) => tags['client-id'] === 'shop'))
})

test('listeners and loggers hear of retries and failures, and of no value', async (t) => {
  const lines: string[] = []
  const log = (line: string) => void lines.push(line)
  const logger = { debug: log, info: log, warn: log, error: log }
  const { producer, until, broker } = setUp(t, { logger, deliveryTimeoutMs: 2000, requestTimeoutMs: 500, lingerMs: 0 })
  const events: string[] = []
  const listener = (event: unknown) => void events.push(JSON.stringify(event))
  subscribe('odradek:producer:batch-failed', listener)
  t.teardown(() => unsubscribe('odradek:producer:batch-failed', listener))
  await until(producer.send({ topic: 'orders', value: 'fine' }))
  broker.on(produceApi, () => 'disconnect')
  await t.throwsAsync(until(producer.send({ topic: 'orders', value: 'top secret' })))
  t.is(events.length, 1)
  t.regex(events[0]!, /"type":"batch-failed","topic":"orders","partition":0,"records":1/)
  t.true(lines.length > 1)
  t.regex(lines.at(-1)!, /1 records for orders-0 were not acknowledged/)
  t.false([...lines, ...events].join().includes('secret'))
})

test('records that fail before they are in a batch are counted, logged and told of, those of a topic together', async (t) => {
  const lines: string[] = []
  const ignore = () => undefined
  const logger = { debug: ignore, info: ignore, warn: ignore, error: (line: string) => void lines.push(line) }
  const options = {
    logger,
    clientId: 'unsent',
    maxBlockMs: 3000,
    maxRequestSize: 2000,
    bufferMemory: 1500,
    lingerMs: 0,
  }
  const { producer, until, network } = setUp(t, options)
  const events: Record<string, unknown>[] = []
  const listener = (event: unknown) => {
    const { clientId, topic, records } = event as Record<string, unknown>
    if (clientId === 'unsent') events.push({ topic, records })
  }
  subscribe('odradek:producer:records-failed', listener)
  t.teardown(() => unsubscribe('odradek:producer:records-failed', listener))
  await until(producer.send({ topic: 'orders', value: 'fine' }))
  network.on(produceApi, () => 'drop')
  const inRequest = producer.send({ topic: 'orders', value: 'x'.repeat(1200) })
  const waiting = Array.from({ length: 3 }, () => producer.send({ topic: 'orders', value: 'x'.repeat(1200) }))
  const unknown = ['a', 'b'].map((value) => producer.send({ topic: 'not there', value }))
  await t.throwsAsync(producer.send({ topic: 'orders', value: 'x'.repeat(3000) }))
  await t.throwsAsync(producer.sendBatch('orders', [{ value: 7 as never }]))
  await until(Promise.allSettled([...waiting, ...unknown]))
  const errors = (topic?: string) =>
    producer.metrics().find(({ name, tags }) => name === 'record-error-total' && tags['topic'] === topic)?.value
  t.deepEqual([errors(), errors('orders'), errors('not there')], [7, 5, 2])
  t.deepEqual(events, [
    { topic: 'orders', records: 1 },
    { topic: 'orders', records: 1 },
    { topic: 'not there', records: 2 },
    { topic: 'orders', records: 3 },
  ])
  t.regex(
    lines.join('\n'),
    /too large.*\n.*\n2 records for topic not there were not sent: no metadata.*\n3 records for topic orders were not sent: no room/,
  )
  producer.purge({ inFlight: true })
  await t.throwsAsync(until(inRequest))
  t.is(errors('orders'), 6)
})

test('histograms count batches by size and queue time, and requests by latency', async (t) => {
  const { producer, until } = setUp(t, { lingerMs: 0 })
  const histogram = (name: string) =>
    producer
      .metrics()
      .filter((metric) => metric.name === `${name}-bucket-total`)
      .map(({ tags, value }) => [tags['le']!, value] as const)
  await until(producer.send({ topic: 'orders', value: 'a' }))
  await until(producer.send({ topic: 'orders', value: 'a'.repeat(3000) }))
  const sizes = new Map(histogram('batch-size'))
  t.deepEqual([sizes.get('256'), sizes.get('1024'), sizes.get('4096'), sizes.get('+Inf')], [1, 1, 2, 2])
  t.is(new Map(histogram('record-queue-time')).get('+Inf'), 2)
  for (const name of ['request-latency', 'record-queue-time', 'batch-size']) {
    const counts = histogram(name).map(([, count]) => count)
    t.deepEqual(
      counts,
      [...counts].sort((a, b) => a - b),
    )
  }
  t.is(new Map(histogram('request-latency')).get('+Inf'), 2)
})

test('a histogram counts what is at most as large as each bound', (t) => {
  const histogram = new Histogram([1, 10])
  for (const value of [0, 1, 1.5, 10, 10.1, 1e9]) histogram.record(value)
  t.deepEqual(histogram.read(), [
    [1, 2],
    [10, 4],
    [Infinity, 6],
  ])
})
