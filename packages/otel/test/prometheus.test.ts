import type { ClientMetric, MetricsSource } from '@odradek/network'
import { Admin } from '@odradek/admin'
import { Consumer, ShareConsumer } from '@odradek/consumer'
import { Producer } from '@odradek/producer'
import test from 'ava'

import { prometheusText } from '../src/prometheus.ts'

const source = (...metrics: ClientMetric[]): MetricsSource => ({ clientMetrics: () => metrics })
const ofShop = { group: 'producer-metrics', tags: { 'client-id': 'shop' } }

test('metrics have names that Kafka users know, help and type', (t) => {
  const text = prometheusText([
    source(
      { ...ofShop, name: 'record-send-total', value: 12 },
      { ...ofShop, name: 'record-queue-time-avg', value: 1.5 },
      {
        name: 'byte-total',
        group: 'producer-topic-metrics',
        tags: { 'client-id': 'shop', topic: 'orders' },
        value: 99,
      },
    ),
  ])
  t.is(
    text,
    `# HELP kafka_producer_record_queue_time_avg How long batches waited to be sent, on average, in milliseconds.
# TYPE kafka_producer_record_queue_time_avg gauge
kafka_producer_record_queue_time_avg{client_id="shop"} 1.5
# HELP kafka_producer_record_send_total Records sent.
# TYPE kafka_producer_record_send_total counter
kafka_producer_record_send_total{client_id="shop"} 12
# HELP kafka_producer_topic_byte_total Bytes sent for the topic.
# TYPE kafka_producer_topic_byte_total counter
kafka_producer_topic_byte_total{client_id="shop",topic="orders"} 99
`,
  )
})

test('OpenMetrics names counters without _total, and has an end', (t) => {
  const text = prometheusText([source({ ...ofShop, name: 'record-send-total', value: 12 })], { format: 'openmetrics' })
  t.is(
    text,
    `# HELP kafka_producer_record_send Records sent.
# TYPE kafka_producer_record_send counter
kafka_producer_record_send_total{client_id="shop"} 12
# EOF
`,
  )
  t.is(prometheusText([], { format: 'openmetrics' }), '# EOF\n')
})

test('quotes, backslashes and line ends in labels and texts do no harm', (t) => {
  const tags = { 'client-id': 'a"b\\c\nd', 'odd name!': 'x' }
  const text = prometheusText([source({ name: 'no-such\nmetric', group: 'g', tags, value: 1 })])
  t.deepEqual(text.split('\n'), [
    '# HELP kafka_g_no_such_metric no-such\\nmetric of g',
    '# TYPE kafka_g_no_such_metric gauge',
    'kafka_g_no_such_metric{client_id="a\\"b\\\\c\\nd",odd_name_="x"} 1',
    '',
  ])
})

test('values that are no plain numbers', (t) => {
  const values = [Number.NaN, Infinity, -Infinity, 1e21, 0.1]
  const text = prometheusText([source(...values.map((value, i) => ({ name: `m${i}`, group: 'g', tags: {}, value })))])
  t.deepEqual(
    text
      .split('\n')
      .filter((line) => line.startsWith('kafka'))
      .map((line) => line.split(' ')[1]),
    ['NaN', '+Inf', '-Inf', '1e+21', '0.1'],
  )
})

test('clients with the same client id are told apart, and all of each has one label', (t) => {
  const client = (value: number) =>
    source(
      { ...ofShop, name: 'request-total', value },
      { ...ofShop, name: 'batch-size-max', value },
      ...(value === 2 ? [{ ...ofShop, name: 'extra', value }] : []),
    )
  const lines = prometheusText([client(1), client(2)])
    .split('\n')
    .filter((line) => line.startsWith('kafka'))
  t.deepEqual(lines, [
    'kafka_producer_batch_size_max{client_id="shop"} 1',
    'kafka_producer_batch_size_max{client_id="shop",client_instance="2"} 2',
    'kafka_producer_extra{client_id="shop",client_instance="2"} 2',
    'kafka_producer_request_total{client_id="shop"} 1',
    'kafka_producer_request_total{client_id="shop",client_instance="2"} 2',
  ])
})

test('buckets are a histogram', (t) => {
  const bucket = (le: string, value: number): ClientMetric => ({
    name: 'request-latency-bucket-total',
    group: 'producer-metrics',
    tags: { 'client-id': 'shop', le },
    value,
  })
  t.is(
    prometheusText([source(bucket('5', 2), bucket('10', 3), bucket('+Inf', 4))]),
    `# HELP kafka_producer_request_latency Times from requests to their answers, in milliseconds.
# TYPE kafka_producer_request_latency histogram
kafka_producer_request_latency_bucket{client_id="shop",le="5"} 2
kafka_producer_request_latency_bucket{client_id="shop",le="10"} 3
kafka_producer_request_latency_bucket{client_id="shop",le="+Inf"} 4
`,
  )
})

test('every client has metrics, and each metric has a text', async (t) => {
  const bootstrapServers = 'localhost:1'
  const clients = [
    new Admin({ bootstrapServers }),
    new Producer({ bootstrapServers }),
    new Consumer({ bootstrapServers, groupId: 'g', topics: 'orders' }),
    new ShareConsumer({ bootstrapServers, groupId: 'g', topics: 'orders' }),
  ]
  t.teardown(() => Promise.all(clients.map((client) => client.close())))
  const text = prometheusText(clients)
  t.regex(text, /^kafka_producer_record_send_total\{client_id="odradek"\} 0$/m)
  t.regex(text, /^kafka_consumer_fetch_manager_records_lag_max\{client_id="odradek"\} 0$/m)
  t.regex(text, /^kafka_consumer_coordinator_rebalance_total\{client_id="odradek"\} 0$/m)
  t.regex(text, /^kafka_consumer_share_fetch_manager_accepted_total\{client_id="odradek"\} 0$/m)
  t.regex(text, /^kafka_admin_client_request_total\{client_id="odradek"\} 0$/m)
  const helps = text.split('\n').filter((line) => line.startsWith('# HELP'))
  t.true(helps.length > 40)
  t.deepEqual(
    helps.filter((line) => / of [a-z-]+-metrics$/.test(line)),
    [],
  )
})
