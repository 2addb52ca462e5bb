// A record that fails before it is in a batch belongs to its transaction all the same: without it nothing may be committed.
import { AbortableTransactionError, TimeoutError, UsageError } from '@odradek/protocol'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { produceApi } from '@odradek/protocol/apis/produce'
import { settle } from '@odradek/test-kit'
import test from 'ava'

import { SendAbortedError } from '../src/index.ts'
import { abortsBecauseOf, inTransaction, keepsFromCommit, lostRecords, reasonOf, ways } from './lost-records.ts'
import { setUpTransactional } from './scripted-producer.ts'

for (const lost of lostRecords) {
  for (const [way, handIn] of Object.entries(ways)) {
    test(`${way}: a transaction is not committed without a record ${lost.why}`, (t) => keepsFromCommit(t, lost, handIn))
  }

  test(`transaction() does not commit without a record ${lost.why}`, async (t) => {
    const { record, options, errorClass } = lost
    const world = setUpTransactional(t, options)
    const { producer, until, broker } = world
    let failure: Promise<unknown> | undefined
    const thrown = await t.throwsAsync(
      until(
        producer.transaction(async (tx) => {
          failure = tx.send(record).catch((error: unknown) => error)
          // With what is tried for maxBlockMs the commit would be given up at the same time.
          if (errorClass === TimeoutError) await failure
        }),
      ),
    )
    t.true(AbortableTransactionError.is(thrown), String(thrown))
    t.is(reasonOf(thrown), await failure)
    await until(producer.transaction((tx) => tx.send({ topic: 'orders', value: 'next' })))
    t.deepEqual(
      broker.received(endTxnApi).map(({ request }) => request.committed),
      [true],
    )
  })
}

test('a record that finds no memory within maxBlockMs keeps its transaction from being committed', async (t) => {
  const world = await inTransaction(t, { bufferMemory: 2000, lingerMs: 0, requestTimeoutMs: 1000 })
  const { producer, network, until, logs } = world
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
    const world = await inTransaction(t, { lingerMs: 0, requestTimeoutMs: 1000 })
    const { producer, network, until, logs } = world
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

for (const [what, signal] of [
  ['an AbortController', new AbortController()],
  ['null', null],
  ['an object that cannot be listened to', { aborted: false }],
] as const) {
  test(`send() refuses ${what} for a signal, and the transaction is not committed without the record`, async (t) => {
    const world = await inTransaction(t)
    const { producer, until } = world
    const sent = producer.send({ topic: 'orders', value: 'x' }, { signal: signal as never })
    const error = await until(sent.catch((reason: unknown) => reason))
    t.true(UsageError.is(error), String(error))
    t.regex((error as Error).message, /signal.*AbortSignal/)
    await abortsBecauseOf(t, world, error)
  })
}

test('a signal that refuses its listener fails the send, and the transaction is not committed without the record', async (t) => {
  const world = await inTransaction(t)
  const { producer, until } = world
  const refusal = new Error('no listeners today')
  const addEventListener = () => {
    throw refusal
  }
  const signal = { aborted: false, addEventListener, removeEventListener: () => undefined } as never
  const error = await until(producer.send({ topic: 'orders', value: 'x' }, { signal }).catch((e: unknown) => e))
  t.is(error, refusal)
  await abortsBecauseOf(t, world, error)
})

test('a record that is refused because the transaction is being committed does it no harm', async (t) => {
  const { producer, until, broker } = await inTransaction(t)
  const sent = producer.send({ topic: 'orders', value: 'in time' })
  const committed = producer.commitTransaction()
  await t.throwsAsync(producer.send({ topic: 'orders', value: 'too late' }), { instanceOf: UsageError })
  await until(Promise.all([sent, committed]))
  t.deepEqual(
    broker.received(endTxnApi).map(({ request }) => request.committed),
    [true],
  )
})
