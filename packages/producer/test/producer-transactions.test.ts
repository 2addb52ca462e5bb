// A producer's transactions at its public face, with scripted coordinators.
import { ErrorCode, FencedError, KafkaError, TimeoutError, UsageError } from '@odradek/protocol'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import test, { type ExecutionContext } from 'ava'

import { setUpTransactional } from './scripted-producer.ts'

const transactional = (t: ExecutionContext) => setUpTransactional(t, { transactionTimeoutMs: 12_345 })

test('the coordinator is told transactionTimeoutMs', async (t) => {
  const { producer, until, broker } = transactional(t)
  await until(producer.initTransactions())
  t.is(broker.received(initProducerIdApi)[0]!.request.transactionTimeoutMs, 12_345)
})

for (const call of ['initTransactions', 'beginTransaction'] as const) {
  test(`close ends a ${call} that no coordinator answers, and leaves no timer`, async (t) => {
    const { producer, network, until } = transactional(t)
    const refusal = { errorCode: ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, producerId: -1n, producerEpoch: -1 }
    network.on(initProducerIdApi, () => refusal)
    const called = t.throwsAsync(producer[call]())
    await network.clock.advance(1000)
    const startedMs = network.clock.nowMs()
    await until(producer.close())
    const error = await called
    t.true(UsageError.is(error), String(error))
    t.regex(error.message, /the producer is closed/)
    t.is(network.clock.nowMs(), startedMs)
    await network.clock.advance(0)
    t.is(network.clock.nextTimerAtMs, Infinity)
  })
}

test('a transaction that cannot be aborted says so, and why it was to be aborted', async (t) => {
  const mine = new Error('no such customer')
  const fail = () => Promise.reject(mine)
  const fenced = transactional(t)
  fenced.network.on(endTxnApi, () => ({ errorCode: ErrorCode.PRODUCER_FENCED }))
  const first = await t.throwsAsync(
    fenced.until(
      fenced.producer.transaction(async (tx) => {
        await tx.send({ topic: 'orders', value: '1' })
        await fail()
      }),
    ),
  )
  t.true(FencedError.is(first))
  t.is(first.cause, mine)
  t.regex(first.message, /PRODUCER_FENCED.*no such customer/s)

  const late = transactional(t)
  late.network.on(endTxnApi, () => 'drop')
  const second = await t.throwsAsync(
    late.until(
      late.producer.transaction(async (tx) => {
        await tx.send({ topic: 'orders', value: '1' })
        await fail()
      }),
    ),
  )
  t.true(TimeoutError.is(second))
  t.is(second.cause, mine)

  const denied = transactional(t)
  denied.network.on(endTxnApi, () => ({ errorCode: ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED }))
  const third = await t.throwsAsync(
    denied.until(
      denied.producer.transaction(async (tx) => {
        await tx.send({ topic: 'orders', value: '1' })
        // What is thrown need not be an error.
        throw 'a word'
      }),
    ),
  )
  t.true(KafkaError.is(third))
  t.is(third.cause, 'a word')
})

test('a transaction that cannot be aborted says so whatever its function threw, were it that it has no text', async (t) => {
  const { producer, until, network } = transactional(t)
  network.on(endTxnApi, () => ({ errorCode: ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED }))
  const withoutText: unknown = Object.create(null)
  const error = await t.throwsAsync(
    until(
      producer.transaction(async (tx) => {
        await tx.send({ topic: 'orders', value: '1' })
        throw withoutText
      }),
    ),
  )
  t.true(KafkaError.is(error), String(error))
  t.is(error.cause, withoutText)
})

test('a transaction that is aborted throws what its function threw', async (t) => {
  const { producer, until, network } = transactional(t)
  network.on(endTxnApi, () => ({}))
  const mine = new Error('no such customer')
  const error = await t.throwsAsync(
    until(
      producer.transaction(async (tx) => {
        await tx.send({ topic: 'orders', value: '1' })
        throw mine
      }),
    ),
  )
  t.is(error, mine)
})

for (const call of ['beginTransaction', 'abortTransaction'] as const) {
  test(`a commit that took longer than maxBlockMs is told of when it is asked for again, whatever ${call} was refused meanwhile`, async (t) => {
    const { producer, until, network, broker } = transactional(t)
    let isAnswered = false
    network.on(endTxnApi, () => ({ errorCode: isAnswered ? ErrorCode.NONE : ErrorCode.COORDINATOR_LOAD_IN_PROGRESS }))
    await until(producer.beginTransaction())
    await until(producer.send({ topic: 'orders', value: '1' }))
    await t.throwsAsync(until(producer.commitTransaction()), { instanceOf: TimeoutError })
    await t.throwsAsync(until(producer[call]()), { instanceOf: UsageError })
    isAnswered = true
    await network.clock.advance(5000)
    // When it is done there is nothing to abort either.
    if (call === 'abortTransaction') await t.throwsAsync(until(producer[call]()), { instanceOf: UsageError })
    const asked = broker.received(endTxnApi).length
    await until(producer.commitTransaction())
    t.is(broker.received(endTxnApi).length, asked)
  })
}
