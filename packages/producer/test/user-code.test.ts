// What a user's functions throw, where the producer calls them in the middle of its work: it harms no record.
import { KafkaError } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import { settle } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { setUp } from './scripted-producer.ts'

/** The errors that nobody caught, from now until the end of the test. */
function uncaughtErrors(t: ExecutionContext): unknown[] {
  const errors: unknown[] = []
  process.setUncaughtExceptionCaptureCallback((error) => void errors.push(error))
  t.teardown(() => process.setUncaughtExceptionCaptureCallback(null))
  return errors
}

const bug = new Error('a bug of the user')

const throwBug = () => {
  throw bug
}

for (const fails of [false, true]) {
  test.serial(
    `a write's callback that throws harms no other record of its batch: ${fails ? 'failed' : 'delivered'}`,
    async (t) => {
      const uncaught = uncaughtErrors(t)
      const { producer, until, broker, logs } = setUp(t, {
        lingerMs: 0,
        deliveryTimeoutMs: 3000,
        requestTimeoutMs: 1000,
      })
      await until(producer.send({ topic: 'orders', value: '0' }))
      if (fails) broker.on(produceApi, () => 'disconnect')
      const stream = producer.writable({ maxUnsettled: 1 })
      stream.on('error', () => undefined)
      stream.write({ topic: 'orders', value: '1' }, throwBug)
      const others = Promise.allSettled(['2', '3', '4'].map((value) => producer.send({ topic: 'orders', value })))
      const outcomes = await until(others)
      t.deepEqual(
        outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.offset : 'failed')),
        fails ? ['failed', 'failed', 'failed'] : [2n, 3n, 4n],
      )
      broker.on(produceApi, (request) => logs.append(request, () => 'orders'))
      await until(producer.send({ topic: 'orders', value: 'last' }))
      t.deepEqual(uncaught, [bug])
    },
  )
}

test.serial("handlers of 'drain' may throw", async (t) => {
  const uncaught = uncaughtErrors(t)
  const { producer, until, logs } = setUp(t, { lingerMs: 0 })
  await until(producer.send({ topic: 'orders', value: '0' }))
  const stream = producer.writable({ maxUnsettled: 1 })
  stream.once('drain', throwBug)
  for (let i = 0; i < 40; i++) stream.write({ topic: 'orders', value: 'x' })
  const other = producer.send({ topic: 'orders', value: 'other' })
  await until(other)
  await until(new Promise<void>((resolve) => stream.end(resolve)))
  await until(producer.send({ topic: 'orders', value: 'last' }))
  t.is(logs.log('orders', 0).length, 43)
  t.deepEqual(uncaught, [bug])
})

test.serial('a logger that throws harms no record', async (t) => {
  const uncaught = uncaughtErrors(t)
  const logger = { debug: throwBug, info: throwBug, warn: throwBug, error: throwBug }
  const { producer, until, broker } = setUp(t, { logger, lingerMs: 0 })
  await until(producer.send({ topic: 'orders', value: '0' }))
  broker.once(produceApi, () => 'disconnect')
  const sends = ['1', '2'].map((value) => producer.send({ topic: 'orders', value }))
  t.deepEqual(
    (await until(Promise.all(sends))).map(({ offset }) => offset),
    [1n, 2n],
  )
  // It is told of the connection and of the retry.
  t.deepEqual(uncaught, [bug, bug])
})

test.serial(
  'a partitioner may throw when it is told of a record or of loads: the record is sent all the same',
  async (t) => {
    const uncaught = uncaughtErrors(t)
    const partitioner = { partition: () => 0, onRecordAppended: throwBug, onTopicLoad: throwBug }
    const { producer, until, logs } = setUp(t, { partitioner, lingerMs: 0 })
    await until(Promise.all([1, 2].map((i) => producer.send({ topic: 'orders', value: `${i}` }))))
    await until(producer.send({ topic: 'orders', value: '3' }))
    t.deepEqual(logs.log('orders', 0), ['1', '2', '3'])
    t.true(uncaught.length >= 4 && uncaught.every((error) => error === bug))
    await settle()
    t.false(uncaught.some((error) => KafkaError.is(error)))
  },
)
