import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { UsageError } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import { settle } from '@odradek/test-kit'
import test from 'ava'

import { Producer, SendAbortedError, SendBatchError } from '../src/index.ts'
import { setUp } from './scripted-producer.ts'

test('several topics in one call: each result names its own, and a record without topic harms no other', async (t) => {
  const { producer, until, network, logs } = setUp(t)
  network.cluster.setTopic('payments', { partitions: 1 })
  const result = await until(
    producer.sendBatch([
      { topic: 'orders', value: 'a' },
      { topic: 'payments', value: 'b' },
      { topic: 'orders', value: 'c' },
    ]),
  )
  t.deepEqual(
    [...result].map((metadata) => `${metadata!.topic} ${metadata!.offset}`),
    ['orders 0', 'payments 0', 'orders 1'],
  )
  t.is(result.topic, undefined)
  const records = [{ topic: 'orders', value: 'd' }, { value: 'lost' }, { topic: 'payments', value: 'e' }]
  const error = await t.throwsAsync(until(producer.sendBatch(records as never)))
  t.true(SendBatchError.is(error) && error.failures.size === 1 && UsageError.is(error.failures.get(1)))
  t.deepEqual(
    [logs.log('orders', 0), logs.log('payments', 0)],
    [
      ['a', 'c', 'd'],
      ['b', 'e'],
    ],
  )
})

test('serializers take what their types say; null stays a tombstone, and what they throw fails the record', async (t) => {
  const { network, until, logs } = setUp(t)
  const producer = new Producer(
    {
      bootstrapServers: network.bootstrapServers,
      keySerializer: (id: number) => Uint8Array.of(id),
      valueSerializer: (value: { n: number }, { topic, field }) => {
        if (value.n < 0) throw new RangeError('negative')
        return `${topic} ${field} ${JSON.stringify(value)}`
      },
    },
    network.environment,
  )
  t.teardown(() => producer.close({ timeoutMs: 0 }))
  await until(producer.send({ topic: 'orders', key: 7, value: { n: 1 } }))
  await until(producer.send({ topic: 'orders', key: 7, value: null }))
  const error = await t.throwsAsync(until(producer.send({ topic: 'orders', value: { n: -1 } })))
  t.true(UsageError.is(error))
  t.regex(error.message, /value of a record for topic orders could not be serialized.*negative/)
  t.deepEqual(logs.log('orders', 0), ['orders value {"n":1}', ''])
  // @ts-expect-error -- a value of another type does not compile
  const wrong = until(producer.send({ topic: 'orders', value: 7 }))
  await wrong
})

test('a signal withdraws a record that waits, and gives up waiting for one that is under way', async (t) => {
  const { producer, until, network, logs, broker } = setUp(t)
  const reason = new Error('changed my mind')
  const early = new AbortController()
  const waiting = producer.send({ topic: 'orders', value: 'never' }, { signal: early.signal })
  early.abort(reason)
  const error = await t.throwsAsync(until(waiting))
  t.true(SendAbortedError.is(error))
  t.is(error.cause, reason)
  await t.throwsAsync(producer.send({ topic: 'orders', value: 'x' }, { signal: AbortSignal.abort() }))
  await until(producer.send({ topic: 'orders', value: 'a' }, { signal: new AbortController().signal }))
  broker.once(produceApi, (request) => logs.append(request, () => 'orders'))
  const late = new AbortController()
  const underWay = producer.send({ topic: 'orders', value: 'b' }, { signal: late.signal })
  late.abort(reason)
  t.true(SendAbortedError.is(await t.throwsAsync(until(underWay))))
  await until(producer.flush())
  t.deepEqual(logs.log('orders', 0), ['a', 'b'])
  t.is(network.openConnections > 0, true)
})

test('one signal for many sends has one listener, and lets all that wait go together', async (t) => {
  const { producer, until, logs } = setUp(t)
  const stop = new AbortController()
  const { signal } = stop
  let listeners = 0
  let added = 0
  const { addEventListener, removeEventListener } = signal
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    added++
    listeners++
    addEventListener.apply(signal, args)
  }
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners--
    removeEventListener.apply(signal, args)
  }
  await until(producer.send({ topic: 'orders', value: 'a' }, { signal }))
  t.deepEqual([added, listeners], [1, 0])
  await t.throwsAsync(producer.send({ topic: 'orders', value: 'x'.repeat(2_000_000) }, { signal }), {
    instanceOf: UsageError,
  })
  t.deepEqual([added, listeners], [2, 0])
  const sends = Array.from({ length: 1000 }, () => producer.send({ topic: 'not there', value: 'x' }, { signal }))
  const stays = producer.send({ topic: 'orders', value: 'b' })
  t.deepEqual([added, listeners], [3, 1])
  const flushed = producer.flush()
  stop.abort()
  const outcomes = await Promise.allSettled(sends)
  t.true(outcomes.every((outcome) => outcome.status === 'rejected' && SendAbortedError.is(outcome.reason)))
  t.is(listeners, 0)
  await until(Promise.all([stays, flushed]))
  t.is(producer.metrics().find(({ name }) => name === 'waiting-threads')?.value, 0)
  t.is(producer.metrics().find(({ name }) => name === 'record-error-total')?.value, 1)
  t.deepEqual(logs.log('orders', 0), ['a', 'b'])
})

test('a WHATWG stream pushes back while too much is unsettled, and close waits for all', async (t) => {
  const { producer, until, network, logs, broker } = setUp(t, { lingerMs: 0 })
  await until(producer.send({ topic: 'orders', value: '0' }))
  broker.stop()
  const writer = producer.writableStream({ maxUnsettled: 3 }).getWriter()
  let written = 0
  for (let i = 1; i <= 10; i++) void writer.write({ topic: 'orders', value: `${i}` }).then(() => written++)
  await settle()
  t.is(written, 2)
  broker.start()
  await until(writer.close())
  t.deepEqual(
    logs.log('orders', 0),
    Array.from({ length: 11 }, (_, i) => `${i}`),
  )
  t.is(network.cluster.producerIdsGiven, 1)
})

test('a stream that could take no record is refused', (t) => {
  const { producer } = setUp(t)
  for (const maxUnsettled of [0, -1, Number.NaN, '7' as never]) {
    for (const make of [() => producer.writable({ maxUnsettled }), () => producer.writableStream({ maxUnsettled })])
      t.regex(t.throws(make, { instanceOf: UsageError }).message, /maxUnsettled/)
  }
})

test('what is no record in a sendBatch harms no other', async (t) => {
  const { producer, until, logs } = setUp(t)
  const records = [{ value: 'a' }, null, { value: 'b' }, undefined, 'text', { value: 'c' }]
  const error = await t.throwsAsync(until(producer.sendBatch('orders', records as never)), {
    instanceOf: SendBatchError,
  })
  t.deepEqual([...error.failures.keys()], [1, 3, 4])
  t.true([...error.failures.values()].every((failure) => UsageError.is(failure)))
  t.deepEqual(logs.log('orders', 0), ['a', 'b', 'c'])
  t.deepEqual(
    [0, 2, 5].map((i) => error.results.at(i)?.offset),
    [0n, 1n, 2n],
  )
})

test("Node's stream takes a pipeline, and the first failure ends it", async (t) => {
  const { producer, until, logs } = setUp(t)
  const records = Array.from({ length: 100 }, (_, i) => ({ topic: 'orders', value: `${i}` }))
  await until(pipeline(Readable.from(records), producer.writable({ maxUnsettled: 7 })))
  t.is(logs.log('orders', 0).length, 100)
  const failing = pipeline(Readable.from([{ topic: '', value: 'x' }]), producer.writable())
  t.true(UsageError.is(await t.throwsAsync(until(failing))))
})

test('records without a key stay with a partition until it has batchSize bytes (KIP-794), with one go by its hash', async (t) => {
  const { producer, until, logs } = setUp(t, { batchSize: 1000 }, { partitions: 4 })
  const keyless = Array.from({ length: 200 }, (_, i) => ({ value: `${i}`.padEnd(90) }))
  const result = await until(producer.sendBatch('orders', keyless))
  const runs: number[] = []
  let last = -1
  for (const metadata of result) {
    if (metadata!.partition === last) runs[runs.length - 1]!++
    else runs.push(1)
    last = metadata!.partition
  }
  // A run may be of the same partition twice, and the last is cut off.
  for (const run of runs.slice(0, -1)) t.true(run >= 9, `${runs}`)
  t.true(new Set([...result].map((metadata) => metadata!.partition)).size > 1)
  const keyed = await until(producer.sendBatch('orders', [{ key: 'a' }, { key: 'a' }, { key: 'b' }]))
  const [first, second] = keyed
  t.is(first!.partition, second!.partition)
  t.is(
    [0, 1, 2, 3].reduce((sum, partition) => sum + logs.log('orders', partition).length, 0),
    203,
  )
})

test('a partitioner of one’s own, or one by name, chooses; partitionerIgnoreKeys spreads records with keys', async (t) => {
  const own = setUp(
    t,
    { partitioner: { partition: ({ key, partitionCount }) => key![0]! % partitionCount } },
    { partitions: 4 },
  )
  t.is((await own.until(own.producer.send({ topic: 'orders', key: Uint8Array.of(6) }))).partition, 2)
  const named = setUp(t, { partitioner: 'java-round-robin' }, { partitions: 4 })
  const result = await named.until(
    named.producer.sendBatch('orders', [{ key: 'a' }, { key: 'a' }, { key: 'a' }, { key: 'a' }]),
  )
  t.is(new Set([...result].map((metadata) => metadata!.partition)).size, 4)
  t.throws(() => setUp(t, { partitioner: 'nobody' as never }), { message: /must be one of java/ })
  const spread = setUp(t, { partitionerIgnoreKeys: true, batchSize: 200 }, { partitions: 4 })
  const many = Array.from({ length: 100 }, () => ({ key: 'a', value: 'x'.repeat(90) }))
  const spreadResult = await spread.until(spread.producer.sendBatch('orders', many))
  t.true(new Set([...spreadResult].map((metadata) => metadata!.partition)).size > 1)
})
