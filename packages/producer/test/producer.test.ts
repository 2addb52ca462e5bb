import { AuthorizationError, ErrorCode, TimeoutError, UsageError } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import type { ProduceRequest } from '@odradek/protocol/messages/produce-request'
import type { ProduceResponse } from '@odradek/protocol/messages/produce-response'
import { decodeRecordBatches } from '@odradek/records'
import { advanceUntilSettled, delayed, type ScriptedBroker, ScriptedNetwork, settle } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { Producer, type ProducerOptions, SendBatchError } from '../src/index.ts'
import { valuesOf } from './sender-harness.ts'

/** Writes what comes into logs, as a broker would, and answers with the offsets. */
class Logs {
  readonly logs = new Map<string, string[]>()

  append(request: ProduceRequest, nameOf: (topicId: string) => string) {
    return {
      responses: request.topicData.map(({ name, topicId, partitionData }) => ({
        name,
        topicId,
        partitionResponses: partitionData.map(({ index, records }) => {
          const log = this.log(name === '' ? nameOf(topicId) : name, index)
          const baseOffset = BigInt(log.length)
          log.push(...valuesOf(records!))
          return { index, baseOffset }
        }),
      })),
    }
  }

  log(topic: string, partition: number): string[] {
    const key = `${topic}-${partition}`
    const log = this.logs.get(key) ?? []
    this.logs.set(key, log)
    return log
  }
}

function setUp(t: ExecutionContext, options: Partial<ProducerOptions> = {}, { brokers = 1, partitions = 1 } = {}) {
  const network = new ScriptedNetwork({ brokers })
  network.cluster.setTopic('orders', { partitions })
  const logs = new Logs()
  const nameOf = (topicId: string) => [...network.cluster.topics].find(([, topic]) => topic.topicId === topicId)![0]
  network.on(produceApi, (request) => logs.append(request, nameOf))
  const producer = new Producer({ bootstrapServers: network.bootstrapServers, ...options }, network.environment)
  t.teardown(() => producer.close({ timeoutMs: 0 }))
  const until = <T>(promise: Promise<T>) => advanceUntilSettled(network.clock, promise)
  return { network, logs, producer, until, broker: network.brokers[0]! }
}

const produceRequests = (broker: ScriptedBroker) => broker.received(produceApi)

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

test('gzip batches arrive whole', async (t) => {
  const { producer, logs, until, broker } = setUp(t, { compressionType: 'gzip' })
  const values = Array.from({ length: 100 }, (_, i) => `value number ${i}`)
  await until(
    producer.sendBatch(
      'orders',
      values.map((value) => ({ value })),
    ),
  )
  t.deepEqual(logs.log('orders', 0), values)
  const { records } = produceRequests(broker)[0]!.request.topicData[0]!.partitionData[0]!
  t.true(records!.length < 800)
})

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

test('an unknown topic fails after maxBlockMs', async (t) => {
  const { producer, until, network } = setUp(t, { maxBlockMs: 2000 })
  const error = await t.throwsAsync(until(producer.send({ topic: 'no-such-topic', value: 'x' })))
  t.true(TimeoutError.is(error))
  t.regex(error.message, /no-such-topic.*UNKNOWN_TOPIC_OR_PARTITION/)
  t.is(network.clock.nowMs(), 2000)
})

test('a topic that appears while its records wait gets them', async (t) => {
  const { producer, until, network, logs } = setUp(t)
  const sends = [producer.send({ topic: 'later', value: 'a' }), producer.send({ topic: 'later', value: 'b' })]
  await network.clock.advance(1000)
  network.cluster.setTopic('later', {})
  t.deepEqual(
    (await until(Promise.all(sends))).map(({ offset }) => offset),
    [0n, 1n],
  )
  t.deepEqual(logs.log('later', 0), ['a', 'b'])
})

test('a leader that moves is found, and order is kept', async (t) => {
  const { producer, until, network, logs } = setUp(t, { lingerMs: 0 }, { brokers: 2 })
  await until(producer.send({ topic: 'orders', value: '0' }))
  network.cluster.setLeader('orders', 0, 2)
  for (const broker of network.brokers) {
    broker.on(produceApi, (request) => {
      if (broker.id === 2) return logs.append(request, () => 'orders')
      const [topic] = request.topicData
      return {
        responses: [
          {
            name: topic!.name,
            topicId: topic!.topicId,
            partitionResponses: [{ index: 0, errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER }],
          },
        ],
      }
    })
  }
  const sends: Promise<unknown>[] = []
  for (let i = 1; i < 20; i++) {
    sends.push(producer.send({ topic: 'orders', value: `${i}` }))
    await network.clock.advance(3)
  }
  await until(Promise.all(sends))
  t.deepEqual(
    logs.log('orders', 0),
    Array.from({ length: 20 }, (_, i) => `${i}`),
  )
})

test('a topic made anew under the same name gets the records (UNKNOWN_TOPIC_ID)', async (t) => {
  const { producer, until, network, logs, broker } = setUp(t)
  await until(producer.send({ topic: 'orders', value: 'old' }))
  const { topicId } = network.cluster.setTopic('orders', {})
  logs.logs.clear()
  broker.on(produceApi, (request) => {
    const [topic] = request.topicData
    if (topic!.topicId === topicId) return logs.append(request, () => 'orders')
    return {
      responses: [
        { topicId: topic!.topicId, partitionResponses: [{ index: 0, errorCode: ErrorCode.UNKNOWN_TOPIC_ID }] },
      ],
    }
  })
  t.is((await until(producer.send({ topic: 'orders', value: 'new' }))).offset, 0n)
  t.deepEqual(logs.log('orders', 0), ['new'])
})

test('a connection lost before or after the broker wrote costs no record', async (t) => {
  const { producer, until, network, logs, broker } = setUp(t)
  broker.once(produceApi, () => 'disconnect')
  broker.once(produceApi, (request) => {
    logs.append(request, () => 'orders')
    return 'disconnect'
  })
  const result = await until(producer.sendBatch('orders', [{ value: 'a' }, { value: 'b' }]))
  t.deepEqual(logs.log('orders', 0), ['a', 'b', 'a', 'b'])
  t.deepEqual(
    [...result].map((metadata) => metadata!.offset),
    [2n, 3n],
  )
  t.true(network.clock.nowMs() < 2000)
})

test('a broker that does not answer is given up after requestTimeoutMs, and the batch is sent again', async (t) => {
  const { producer, until, network, broker } = setUp(t, { requestTimeoutMs: 1000 })
  broker.once(produceApi, () => 'drop')
  t.is((await until(producer.send({ topic: 'orders', value: 'a' }))).offset, 0n)
  t.true(network.clock.nowMs() >= 1000 && network.clock.nowMs() < 3000)
})

test('a cluster that is down for a minute costs no record, and order is kept', async (t) => {
  const { producer, until, network, logs, broker } = setUp(t)
  await until(producer.send({ topic: 'orders', value: '0' }))
  broker.stop()
  const sends: Promise<unknown>[] = []
  for (let i = 1; i <= 60; i++) {
    sends.push(producer.send({ topic: 'orders', value: `${i}` }))
    await network.clock.advance(1000)
  }
  broker.start()
  await until(Promise.all(sends))
  t.deepEqual(
    logs.log('orders', 0),
    Array.from({ length: 61 }, (_, i) => `${i}`),
  )
})

test('a missing ACL is an AuthorizationError', async (t) => {
  const { producer, until, broker } = setUp(t)
  broker.on(produceApi, ({ topicData }) => ({
    responses: [
      {
        topicId: topicData[0]!.topicId,
        partitionResponses: [{ index: 0, errorCode: ErrorCode.TOPIC_AUTHORIZATION_FAILED }],
      },
    ],
  }))
  t.true(AuthorizationError.is(await t.throwsAsync(until(producer.send({ topic: 'orders', value: 'a' })))))
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

test('flush sends without lingering and settles after all records before it, failed ones too', async (t) => {
  const { producer, network, broker } = setUp(t, { lingerMs: 60_000, deliveryTimeoutMs: 100_000 })
  broker.once(produceApi, (request) =>
    delayed<ProduceResponse>(50, {
      responses: [
        {
          topicId: request.topicData[0]!.topicId,
          partitionResponses: [{ index: 0, errorCode: ErrorCode.INVALID_RECORD }],
        },
      ],
    }),
  )
  let failed = false
  void producer.send({ topic: 'orders', value: 'a' }).catch(() => (failed = true))
  let isFlushed = false
  const flushed = producer.flush().then(() => (isFlushed = true))
  await network.clock.advance(49)
  t.false(isFlushed)
  await network.clock.advance(1)
  await flushed
  t.true(failed)
  t.true(network.clock.nowMs() < 1000)
})

test('close delivers what is left, then refuses records, and leaves nothing open', async (t) => {
  const { producer, until, logs, network } = setUp(t, { lingerMs: 60_000, deliveryTimeoutMs: 100_000 })
  const send = producer.send({ topic: 'orders', value: 'last' })
  await until(Promise.all([producer.close(), producer.close(), producer[Symbol.asyncDispose]()]))
  t.is((await send).offset, 0n)
  t.deepEqual(logs.log('orders', 0), ['last'])
  const error = await t.throwsAsync(producer.send({ topic: 'orders', value: 'x' }))
  t.true(UsageError.is(error))
  t.true(UsageError.is(await t.throwsAsync(producer.sendBatch('orders', [{ value: 'x' }]))))
  await producer.flush()
  await producer.close({ timeoutMs: 10 })
  await network.clock.advance(0)
  t.is(network.openConnections, 0)
  t.is(network.clock.nextTimerAtMs, Infinity)
})

test('close ends after timeoutMs, whatever brokers do, and every record settles', async (t) => {
  const { producer, until, network, broker } = setUp(t, { bufferMemory: 1000, maxRequestSize: 1000 })
  broker.on(produceApi, () => 'drop')
  const sends = Array.from({ length: 30 }, (_, i) =>
    producer.send({ topic: i % 10 === 9 ? 'unknown' : 'orders', value: 'x'.repeat(100) }),
  )
  const outcomes = Promise.allSettled(sends)
  await network.clock.advance(10)
  const startedMs = network.clock.nowMs()
  await until(producer.close({ timeoutMs: 500 }))
  t.true(network.clock.nowMs() - startedMs <= 1600, `${network.clock.nowMs() - startedMs}`)
  for (const outcome of await outcomes) {
    t.is(outcome.status, 'rejected')
    t.regex(
      (outcome as PromiseRejectedResult).reason.message,
      /closed before the record was acknowledged: close\(\) waited 500 ms/,
    )
  }
  t.is(network.openConnections, 0)
})

test('close of a producer that was never used, and with timeoutMs: 0, ends at once', async (t) => {
  const { producer, network } = setUp(t)
  await producer.close()
  const { producer: other, network: otherNetwork } = setUp(t)
  const send = other.send({ topic: 'orders', value: 'x' })
  await Promise.all([other.close({ timeoutMs: 0 }), t.throwsAsync(send, { message: /waited 0 ms/ })])
  t.is(network.clock.nowMs() + otherNetwork.clock.nowMs(), 0)
  t.true(UsageError.is(await t.throwsAsync(other.close({ timeoutMs: -1 }))))
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
