import { ErrorCode, UsageError } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import { decodeRecordBatches } from '@odradek/records'
import { advanceUntilSettled, settle } from '@odradek/test-kit'
import test from 'ava'

import { Producer, type ProducerOptions, SendBatchError } from '../src/index.ts'
import { produceRequests, setUp } from './scripted-producer.ts'

test('a record is sent, and its promise says where it is', async (t) => {
  const { producer, logs, until, network } = setUp(t)
  const metadata = await until(producer.send({ topic: 'orders', key: 'k', value: 'v', headers: { trace: 'x' } }))
  t.deepEqual(metadata, {
    topic: 'orders',
    partition: 0,
    offset: 0n,
    timestamp: network.clock.wallClockMs() - network.clock.nowMs(),
  })
  t.deepEqual(logs.log('orders', 0), ['v'])
})

test('key, value, headers and timestamp arrive as they were given', async (t) => {
  const { producer, broker, until } = setUp(t)
  const sends = [
    producer.send({ topic: 'orders', key: 'ключ', value: null, timestamp: 12_345 }),
    producer.send({
      topic: 'orders',
      key: new Uint8Array([1, 2]),
      value: new Uint8Array(),
      timestamp: 12_346,
      headers: { a: ['1', null], b: new Uint8Array([9]) },
    }),
    producer.send({
      topic: 'orders',
      timestamp: 0,
      headers: [
        { key: 'z', value: '' },
        { key: 'a', value: 'b' },
      ],
    }),
  ]
  t.deepEqual(
    (await until(Promise.all(sends))).map(({ offset, timestamp }) => [offset, timestamp]),
    [
      [0n, 12_345],
      [1n, 12_346],
      [2n, 0],
    ],
  )
  const { records } = produceRequests(broker)[0]!.request.topicData[0]!.partitionData[0]!
  const [batch] = decodeRecordBatches(records!)
  const seen = [...batch!.records()].map(({ key, value, timestamp, headers }) => ({
    key: key && Buffer.from(key).toString(),
    value: value && value.length,
    timestamp,
    headers: headers.map((header) => [header.key, header.value && Buffer.from(header.value).toString('latin1')]),
  }))
  t.deepEqual(seen, [
    { key: 'ключ', value: null, timestamp: 12_345, headers: [] },
    {
      key: '\x01\x02',
      value: 0,
      timestamp: 12_346,
      headers: [
        ['a', '1'],
        ['a', null],
        ['b', '\t'],
      ],
    },
    {
      key: null,
      value: null,
      timestamp: 0,
      headers: [
        ['z', ''],
        ['a', 'b'],
      ],
    },
  ])
})

test('records sent together share one request, also across partitions', async (t) => {
  const { producer, broker, until, logs } = setUp(t, {}, { partitions: 3 })
  const sends = Array.from({ length: 300 }, (_, i) =>
    producer.send({ topic: 'orders', value: `${i}`, partition: i % 3 }),
  )
  const results = await until(Promise.all(sends))
  t.is(produceRequests(broker).length, 1)
  t.deepEqual(
    results.map(({ offset }) => Number(offset)),
    results.map((_, i) => Math.floor(i / 3)),
  )
  t.is(logs.log('orders', 2).length, 100)
})

for (const compressionType of ['gzip', 'snappy', 'lz4', 'zstd'] as const) {
  test(`${compressionType} batches arrive whole`, async (t) => {
    const { producer, logs, until, broker } = setUp(t, { compressionType })
    const values = Array.from({ length: 100 }, (_, i) => `value number ${i}`)
    await until(
      producer.sendBatch(
        'orders',
        values.map((value) => ({ value })),
      ),
    )
    t.deepEqual(logs.log('orders', 0), values)
    const { records } = produceRequests(broker)[0]!.request.topicData[0]!.partitionData[0]!
    t.true(records!.length < 1500, 'uncompressed it is 2,400')
  })
}

test('sendBatch gives each record its metadata in the order of the call', async (t) => {
  const { producer, until } = setUp(t, {}, { partitions: 2 })
  const result = await until(
    producer.sendBatch(
      'orders',
      Array.from({ length: 10 }, (_, i) => ({ value: `${i}`, partition: i % 2, timestamp: i })),
    ),
  )
  t.is(result.length, 10)
  t.deepEqual(
    [...result],
    Array.from({ length: 10 }, (_, i) => ({
      topic: 'orders',
      partition: i % 2,
      offset: BigInt(Math.floor(i / 2)),
      timestamp: i,
    })),
  )
  t.deepEqual(result.at(-1), result.at(9))
  t.is(result.at(10), undefined)
  t.is((await until(producer.sendBatch('orders', []))).length, 0)
})

test('when some records of a sendBatch fail, the error says which, and keeps the results of the others', async (t) => {
  const { producer, until, network, logs } = setUp(t, {}, { partitions: 2 })
  const nameOf = () => 'orders'
  network.brokers[0]!.on(produceApi, (request) => {
    const answer = logs.append(request, nameOf)
    for (const { partitionResponses } of answer.responses) {
      for (const part of partitionResponses)
        if (part.index === 1) Object.assign(part, { errorCode: ErrorCode.INVALID_TIMESTAMP, baseOffset: -1n })
    }
    return answer
  })
  const records = [
    { value: 'a', partition: 0 },
    { value: 'b', partition: 1 },
    { value: 7 as unknown as string, partition: 0 },
    { value: 'c', partition: 0 },
  ]
  const error = await t.throwsAsync(until(producer.sendBatch('orders', records)))
  t.true(SendBatchError.is(error))
  const { failures, results, message } = error as SendBatchError
  t.deepEqual([...failures.keys()], [1, 2])
  t.regex(failures.get(1)!.message, /orders-1.*INVALID_TIMESTAMP/)
  t.regex(failures.get(2)!.message, /value of a record for orders-0 must be a string/)
  t.deepEqual(
    [...results].map((metadata) => metadata?.offset),
    [0n, undefined, undefined, 1n],
  )
  t.regex(message, /2 of 4 records for topic orders/)
})

test('a record that is wrong is refused with a UsageError that says where, and does no harm', async (t) => {
  const { producer, until } = setUp(t, { maxRequestSize: 1000, bufferMemory: 2000 })
  const wrong: [unknown, RegExp][] = [
    [{ topic: 'orders', value: 5 }, /value of a record for topic orders must be.*not 5/],
    [
      { topic: 'orders', key: { id: 1 }, value: '' },
      /key of a record for topic orders.*an object \(Object\).*serialize/,
    ],
    [{ topic: 'orders', value: '', partition: -1 }, /partition -1 of topic orders/],
    [{ topic: 'orders', value: '', partition: 1.5 }, /partition 1.5 of topic orders/],
    [{ topic: 'orders', value: '', partition: 1 }, /no partition 1.*0 to 0/],
    [{ topic: 'orders', value: '', timestamp: -5 }, /timestamp of a record for topic orders.*-5/],
    [{ topic: 'orders', value: '', timestamp: 1.5, partition: 0 }, /timestamp of a record for orders-0.*1.5/],
    [{ topic: 'orders', value: '', headers: 'x' }, /headers of a record for topic orders/],
    [{ topic: 'orders', value: '', headers: { a: 1 } }, /header a of a record for topic orders/],
    [{ topic: 'orders', value: '', headers: [{ value: 'x' }] }, /needs a key/],
    [{ topic: '', value: '' }, /name of its topic/],
    [{ value: '' }, /name of its topic.*undefined/],
    [null, /takes a record/],
    [
      { topic: 'orders', partition: 0, value: 'x'.repeat(1000) },
      /record for orders-0 is too large: it takes 1082 bytes, and maxRequestSize is 1000/,
    ],
  ]
  const good = producer.send({ topic: 'orders', value: 'good' })
  for (const [record, message] of wrong) {
    const error = await t.throwsAsync(until(producer.send(record as never)))
    t.true(UsageError.is(error))
    t.regex(error.message, message)
  }
  t.is((await until(good)).offset, 0n)
})

test('with acks: 0 a record settles when it is written, and its offset is -1n', async (t) => {
  const { producer, until, broker, network } = setUp(t, { acks: 0 })
  broker.on(produceApi, () => 'drop')
  const { offset, partition } = await until(producer.send({ topic: 'orders', value: 'a' }))
  t.deepEqual([offset, partition], [-1n, 0])
  t.true(network.clock.nowMs() < 100)
  await settle()
  t.is(produceRequests(broker).length, 1)
  t.is(produceRequests(broker)[0]!.request.acks, 0)
})

test('acks goes to the broker as Kafka counts it', async (t) => {
  for (const [acks, sent] of [
    ['all', -1],
    [-1, -1],
    [1, 1],
  ] as const) {
    const { producer, until, broker } = setUp(t, { acks })
    await until(producer.send({ topic: 'orders', value: 'a' }))
    t.is(produceRequests(broker)[0]!.request.acks, sent)
  }
})

test('an old broker gets what it understands', async (t) => {
  for (const version of [3, 7, 8, 9, 12]) {
    const { producer, until, broker } = setUp(t)
    broker.limitVersions(produceApi, { min: 0, max: version })
    t.is((await until(producer.send({ topic: 'orders', value: 'a' }))).offset, 0n)
    t.is(produceRequests(broker)[0]!.version, version)
  }
})

test('zstd is not sent to a broker older than zstd: the error says what the broker has', async (t) => {
  const { producer, until, broker } = setUp(t, { compressionType: 'zstd' })
  broker.limitVersions(produceApi, { min: 0, max: 6 })
  const error = await until(
    t.throwsAsync(producer.send({ topic: 'orders', value: 'a' }), { name: 'UnsupportedVersionError' }),
  )
  t.regex(error!.message, /Produce/)
  t.is(produceRequests(broker).length, 0)
})

test('options are checked', (t) => {
  const make = (options: object) => () =>
    new Producer({ bootstrapServers: 'localhost:9092', ...options } as ProducerOptions)
  const message = (options: object) => t.throws(make(options), { name: 'UsageError' })!.message
  t.regex(message({ lingerms: 5 }), /did you mean lingerMs/)
  t.regex(message({ acks: 2 }), /acks is 2.*one of 'all', -1, 0, 1/)
  t.regex(message({ compressionType: 'brotli' }), /compressionType/)
  t.regex(
    message({ deliveryTimeoutMs: 1000 }),
    /deliveryTimeoutMs is 1000.*at least lingerMs and requestTimeoutMs together, 30005/,
  )
  t.regex(message({ partitioner: {} }), /partitioner.*method partition/)
  t.regex(t.throws(() => new Producer({} as ProducerOptions))!.message, /bootstrapServers/)
})

test('with acks: 0 one batch follows the other without waiting for anything', async (t) => {
  const { producer, broker, network } = setUp(t, { acks: 0, batchSize: 200, batchSizeWhenBusy: 0, lingerMs: 0 })
  broker.on(produceApi, () => 'drop')
  await network.clock.advance(10)
  const sent = producer.sendBatch(
    'orders',
    Array.from({ length: 50 }, () => ({ value: 'x'.repeat(100) })),
  )
  await advanceUntilSettled(network.clock, sent, 10)
  t.is(produceRequests(broker).length, 50)
})
