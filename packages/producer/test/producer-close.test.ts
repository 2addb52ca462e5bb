import { ErrorCode, type MessageInput, UsageError } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import { type ProduceResponse } from '@odradek/protocol/messages/produce-response'
import { delayed } from '@odradek/test-kit'
import test from 'ava'

import { setUp } from './scripted-producer.ts'

test('flush sends without lingering and settles after all records before it, failed ones too', async (t) => {
  const { producer, network, broker } = setUp(t, { lingerMs: 60_000, deliveryTimeoutMs: 100_000 })
  broker.once(produceApi, ({ topicData }) => {
    const partitionResponses = [{ index: 0, errorCode: ErrorCode.INVALID_RECORD }]
    const refusal: MessageInput<ProduceResponse> = {
      responses: [{ topicId: topicData[0]!.topicId, partitionResponses }],
    }
    return delayed(50, refusal)
  })
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
  t.true(network.clock.nowMs() - startedMs === 500, `${network.clock.nowMs() - startedMs}`)
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
