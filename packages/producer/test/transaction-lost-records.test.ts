// A record that fails before it is in a batch belongs to its transaction all the same: without it nothing may be committed.
import { AbortableTransactionError, KafkaError, TimeoutError, UsageError } from '@odradek/protocol'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { produceApi } from '@odradek/protocol/apis/produce'
import { settle } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { type ProducerOptions, type ProducerRecord, SendAbortedError, SendBatchError } from '../src/index.ts'
import { setUpTransactional } from './scripted-producer.ts'

interface LostRecord {
  readonly why: string
  readonly record: ProducerRecord
  readonly options?: Partial<ProducerOptions>
  readonly errorClass: { is(value: unknown): boolean }
}

const fail = (): never => {
  throw new TypeError('not today')
}
const large = 'x'.repeat(5000)

const lostRecords: readonly LostRecord[] = [
  {
    why: 'larger than maxRequestSize',
    record: { topic: 'orders', value: large },
    options: { maxRequestSize: 2000 },
    errorClass: UsageError,
  },
  {
    why: 'larger than bufferMemory',
    record: { topic: 'orders', value: large },
    options: { bufferMemory: 2000 },
    errorClass: UsageError,
  },
  {
    why: 'that its serializer refuses',
    record: { topic: 'orders', value: 'refused' },
    options: { valueSerializer: ((value: string) => (value === 'refused' ? fail() : Buffer.from(value))) as never },
    errorClass: UsageError,
  },
  { why: 'of a wrong type', record: { topic: 'orders', value: 7 as never }, errorClass: UsageError },
  { why: 'without a topic', record: { value: 'x' } as never, errorClass: UsageError },
  { why: 'that is none', record: null as never, errorClass: UsageError },
  { why: 'with a wrong timestamp', record: { topic: 'orders', value: 'x', timestamp: -7 }, errorClass: UsageError },
  {
    why: 'whose topic gets no metadata within maxBlockMs',
    record: { topic: 'not there', value: 'x' },
    errorClass: TimeoutError,
  },
  {
    why: 'for a partition that is not there',
    record: { topic: 'orders', value: 'x', partition: 7 },
    errorClass: KafkaError,
  },
  {
    why: 'for which the partitioner throws',
    record: { topic: 'orders', key: 'throw', value: 'x' },
    options: { partitioner: { partition: ({ key }) => (key === null ? 0 : fail()) } },
    errorClass: UsageError,
  },
]

type World = ReturnType<typeof setUpTransactional>

/** Hands a record in, looks at no promise, and gives the record's error once that is there. */
const ways: Readonly<Record<string, (world: World, record: ProducerRecord) => Promise<unknown>>> = {
  send: ({ producer }, record) => producer.send(record).catch((error: unknown) => error),
  sendBatch: ({ producer }, record) =>
    producer
      .sendBatch([{ topic: 'orders', value: 'before' }, record, { topic: 'orders', value: 'after' }])
      .catch((error: unknown) => (SendBatchError.is(error) ? error.failures.get(1) : error)),
  'sendBatch to one topic': ({ producer }, record) =>
    producer
      .sendBatch(record?.topic ?? (undefined as never), [record])
      .catch((error: unknown) => (SendBatchError.is(error) ? error.failures.get(0) : error)),
  writableStream: ({ producer }, record) => {
    const writer = producer.writableStream().getWriter()
    writer.closed.catch(() => undefined)
    return writer
      .write(record)
      .then(() => writer.close())
      .catch((error: unknown) => error)
  },
  writable: ({ producer }, record) =>
    new Promise((resolve) => {
      const stream = producer.writable()
      stream.on('error', resolve)
      // Node's own streams take no null.
      if (record === null) producer.send(record).catch(resolve)
      else stream.end(record)
    }),
}

/** The open transaction cannot be committed because of `error`; it can be aborted, and the next one goes its way. */
async function abortsBecauseOf(t: ExecutionContext, world: World, error: unknown) {
  const { producer, until, broker, logs } = world
  const refusal = await t.throwsAsync(until(producer.commitTransaction()))
  t.true(AbortableTransactionError.is(refusal), String(refusal))
  t.is(refusal.cause, error)
  await until(producer.abortTransaction())
  await until(producer.transaction((tx) => tx.send({ topic: 'orders', value: 'next' })))
  const ends = broker.received(endTxnApi).map(({ request }) => request.committed)
  t.deepEqual(ends.slice(-1), [true])
  t.false(ends.slice(0, -1).includes(true))
  t.is(logs.log('orders', 0).at(-1), 'next')
}

for (const { why, record, options, errorClass } of lostRecords) {
  for (const [way, handIn] of Object.entries(ways)) {
    test(`${way}: a transaction is not committed without a record ${why}`, async (t) => {
      const world = setUpTransactional(t, options)
      const { producer, until } = world
      await until(producer.beginTransaction())
      const error = await until(handIn(world, record))
      t.true(errorClass.is(error), String(error))
      await abortsBecauseOf(t, world, error)
    })
  }

  test(`transaction() does not commit without a record ${why}`, async (t) => {
    const world = setUpTransactional(t, options)
    const { producer, until, broker } = world
    let lost: Promise<unknown> | undefined
    const thrown = await t.throwsAsync(
      until(
        producer.transaction(async (tx) => {
          lost = tx.send(record).catch((error: unknown) => error)
          // With what is tried for maxBlockMs the commit would be given up at the same time.
          if (errorClass === TimeoutError) await lost
        }),
      ),
    )
    t.true(AbortableTransactionError.is(thrown), String(thrown))
    t.is(thrown.cause, await lost)
    await until(producer.transaction((tx) => tx.send({ topic: 'orders', value: 'next' })))
    t.deepEqual(
      broker.received(endTxnApi).map(({ request }) => request.committed),
      [true],
    )
  })
}

test('a record that finds no memory within maxBlockMs keeps its transaction from being committed', async (t) => {
  const world = setUpTransactional(t, { bufferMemory: 2000, lingerMs: 0, requestTimeoutMs: 1000 })
  const { producer, network, until, logs } = world
  await until(producer.beginTransaction())
  await until(producer.send({ topic: 'orders', value: 'first' }))
  network.on(produceApi, () => 'drop')
  const stuck = producer.send({ topic: 'orders', value: 'x'.repeat(1500) }).catch(() => undefined)
  const lost = producer.send({ topic: 'orders', value: 'y'.repeat(1500) }).catch((error: unknown) => error)
  const error = await until(lost)
  t.true(TimeoutError.is(error), String(error))
  network.on(produceApi, (request) => logs.append(request, () => 'orders'))
  await abortsBecauseOf(t, world, error)
  await stuck
})

for (const when of ['before', 'while it waits', 'when it is in a request'] as const) {
  test(`a send that its signal gives up ${when} keeps its transaction from being committed`, async (t) => {
    const world = setUpTransactional(t, { lingerMs: 0, requestTimeoutMs: 1000 })
    const { producer, network, until, logs } = world
    await until(producer.beginTransaction())
    await until(producer.send({ topic: 'orders', value: 'first' }))
    if (when === 'when it is in a request') network.on(produceApi, () => 'drop')
    const topic = when === 'while it waits' ? 'not there' : 'orders'
    const signal = new AbortController()
    if (when === 'before') signal.abort()
    const lost = producer.send({ topic, value: 'x' }, { signal: signal.signal }).catch((error: unknown) => error)
    await settle()
    signal.abort()
    const error = await until(lost)
    t.true(SendAbortedError.is(error), String(error))
    network.on(produceApi, (request) => logs.append(request, () => 'orders'))
    await abortsBecauseOf(t, world, error)
  })
}

test('a record that is refused because the transaction is being committed does it no harm', async (t) => {
  const { producer, until, broker } = setUpTransactional(t)
  await until(producer.beginTransaction())
  const sent = producer.send({ topic: 'orders', value: 'in time' })
  const committed = producer.commitTransaction()
  await t.throwsAsync(producer.send({ topic: 'orders', value: 'too late' }), { instanceOf: UsageError })
  await until(Promise.all([sent, committed]))
  t.deepEqual(
    broker.received(endTxnApi).map(({ request }) => request.committed),
    [true],
  )
})
