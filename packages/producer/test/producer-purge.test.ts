import { AbortableTransactionError, TimeoutError, UsageError } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import { settle } from '@odradek/test-kit'
import test from 'ava'

import { RecordsPurgedError } from '../src/index.ts'
import { produceRequests, setUp } from './scripted-producer.ts'

/** What a promise that has to be rejected by now is rejected with. */
async function purged(promise: Promise<unknown>): Promise<boolean | string> {
  const error: unknown = await promise.then(
    () => 'acknowledged',
    (reason: unknown) => reason,
  )
  return RecordsPurgedError.is(error) ? error.mayBeWritten : String(error)
}

test('purge gives up what waits for its turn, for memory and for metadata, and leaves requests alone', async (t) => {
  const { producer, until, network, logs } = setUp(t, { acks: 1, bufferMemory: 2000, lingerMs: 0 })
  await until(producer.send({ topic: 'orders', value: 'first' }))
  network.on(produceApi, () => 'drop')
  const inRequest = producer.send({ topic: 'orders', value: 'in a request' })
  await settle()
  t.is(produceRequests(network.brokers[0]!).length, 2)
  const waiting = Array.from({ length: 4 }, (_, i) => producer.send({ topic: 'orders', value: `${i}`.padEnd(700) }))
  const batch = producer.sendBatch('orders', [{ value: 'x' }, { value: 'y' }])
  const unknown = producer.send({ topic: 'not there', value: 'z' })
  const flushed = producer.flush()
  producer.purge()
  for (const promise of [...waiting, unknown]) t.is(await purged(promise), false)
  const failure = await t.throwsAsync<Error & { failures: Map<number, Error> }>(batch, { name: 'SendBatchError' })
  t.true([...failure.failures.values()].every((error) => RecordsPurgedError.is(error)))

  network.on(produceApi, (request) => logs.append(request, () => 'orders'))
  const after = producer.send({ topic: 'orders', value: 'after' })
  await until(Promise.all([inRequest, after, flushed]))
  t.deepEqual(logs.log('orders', 0), ['first', 'in a request', 'after'])
})

test('with inFlight those in requests are given up too, and their errors say that they may be written', async (t) => {
  const { producer, until, network, logs } = setUp(t, { lingerMs: 0 })
  await until(producer.send({ topic: 'orders', value: 'first' }))
  network.on(produceApi, (request) => {
    logs.append(request, () => 'orders')
    return 'drop'
  })
  const inRequest = producer.send({ topic: 'orders', value: 'in a request' })
  await settle()
  producer.purge({ inFlight: true })
  t.is(await purged(inRequest), true)
  network.on(produceApi, (request) => logs.append(request, () => 'orders'))
  await until(producer.send({ topic: 'orders', value: 'after' }))
  t.deepEqual(logs.log('orders', 0), ['first', 'in a request', 'after'])
})

test('after a purge a transaction can only be aborted', async (t) => {
  const { producer, until } = setUp(t, { transactionalId: 'x', lingerMs: 60_000, deliveryTimeoutMs: 120_000 })
  await until(producer.beginTransaction())
  const sent = producer.send({ topic: 'orders', value: 'a' })
  producer.purge()
  t.is(await purged(sent), false)
  await t.throwsAsync(until(producer.commitTransaction()), { instanceOf: AbortableTransactionError })
  await until(producer.abortTransaction())
  await until(producer.beginTransaction())
})

test('a record that found no metadata in time keeps its transaction from being committed', async (t) => {
  const { producer, until } = setUp(t, { transactionalId: 'x', maxBlockMs: 1000 })
  await until(producer.beginTransaction())
  await t.throwsAsync(until(producer.send({ topic: 'not there', value: 'a' })), { instanceOf: TimeoutError })
  await t.throwsAsync(until(producer.commitTransaction()), { instanceOf: AbortableTransactionError })
  await until(producer.abortTransaction())
})

test('purging nothing does nothing, and after close it is a UsageError', async (t) => {
  const { producer, until } = setUp(t)
  producer.purge({ inFlight: true })
  await until(producer.send({ topic: 'orders', value: 'a' }))
  await until(producer.close())
  t.throws(() => producer.purge(), { instanceOf: UsageError })
})
