// Where a record may be when its time is over: each stage has a limit of its own, ends by it, and says which it was.
import { BrokerError, ErrorCode, KafkaError, TimeoutError } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import test, { type ExecutionContext } from 'ava'

import type { ProducerOptions } from '../src/index.ts'
import { setUp } from './scripted-producer.ts'

const LIMITS = { maxBlockMs: 7000, requestTimeoutMs: 3000, deliveryTimeoutMs: 20_000, lingerMs: 0 }

type World = ReturnType<typeof setUp>

/** A producer that has sent one record, so that what follows is about the record alone. */
async function warm(t: ExecutionContext, options: Partial<ProducerOptions> = {}): Promise<World> {
  const world = setUp(t, { ...LIMITS, ...options })
  await world.until(world.producer.send({ topic: 'orders', value: 'first' }))
  return world
}

/** Sends a record and gives its error, and after how many milliseconds it came. */
async function failure(
  { producer, until, network }: World,
  topic = 'orders',
  value = 'late',
): Promise<{ error: KafkaError; afterMs: number }> {
  const beginMs = network.clock.nowMs()
  let afterMs = -1
  const error: unknown = await until(
    producer.send({ topic, value }).catch((reason: unknown) => {
      afterMs = network.clock.nowMs() - beginMs
      return reason
    }),
  )
  if (!KafkaError.is(error)) throw new Error(`it was acknowledged, or failed with ${String(error)}`)
  return { error, afterMs }
}

const refuseAll = ({ network }: World, errorCode: number) =>
  network.on(produceApi, ({ topicData }) => ({
    responses: topicData.map(({ topicId }) => ({ topicId, partitionResponses: [{ index: 0, errorCode }] })),
  }))

test('waiting for metadata ends by maxBlockMs', async (t) => {
  const world = await warm(t)
  const { error, afterMs } = await failure(world, 'not there')
  t.true(TimeoutError.is(error))
  t.regex(error.message, /no metadata for topic not there within maxBlockMs \(7000\)/)
  t.is(afterMs, 7000)
})

test('waiting for memory ends by maxBlockMs', async (t) => {
  const world = await warm(t, { bufferMemory: 1000 })
  world.network.on(produceApi, () => 'drop')
  const filling = world.producer.send({ topic: 'orders', value: 'x'.repeat(800) })
  const { error, afterMs } = await failure(world, 'orders', 'y'.repeat(800))
  t.true(TimeoutError.is(error))
  t.regex(error.message, /no room for a record of topic orders within maxBlockMs \(7000\).*bufferMemory/)
  t.is(afterMs, 7000)
  await t.throwsAsync(world.until(filling), { instanceOf: TimeoutError })
})

test('waiting for a leader ends by deliveryTimeoutMs, and says that nothing was sent', async (t) => {
  const world = await warm(t)
  world.network.cluster.setLeader('orders', 0, -1)
  refuseAll(world, ErrorCode.NOT_LEADER_OR_FOLLOWER)
  const pushed = failure(world)
  const { error, afterMs } = await failure(world)
  t.true(TimeoutError.is(error))
  t.regex(error.message, /within deliveryTimeoutMs \(20000\)/)
  t.is(afterMs, 20_000)
  await pushed
})

test('waiting for a broker that is gone ends by deliveryTimeoutMs', async (t) => {
  const world = await warm(t)
  world.broker.stop()
  const { error, afterMs } = await failure(world)
  t.true(TimeoutError.is(error))
  t.regex(error.message, /within deliveryTimeoutMs \(20000\): 20000 ms have passed; it was not sent/)
  t.is(afterMs, 20_000)
})

test('waiting behind a batch of its partition ends by deliveryTimeoutMs of its own', async (t) => {
  const world = await warm(t, { acks: 1, requestTimeoutMs: 20_000 })
  world.network.on(produceApi, () => 'drop')
  const before = failure(world)
  await world.network.clock.advance(5000)
  const { error, afterMs } = await failure(world)
  t.true(TimeoutError.is(error))
  t.regex(error.message, /within deliveryTimeoutMs \(20000\): 20000 ms have passed/)
  t.is(afterMs, 20_000)
  t.is((await before).afterMs, 20_000)
})

test('a request without an answer ends by requestTimeoutMs: the last of its tries fails the record', async (t) => {
  const world = await warm(t, { acks: 1, retries: 0 })
  world.network.on(produceApi, () => 'drop')
  const { error, afterMs } = await failure(world)
  t.true(TimeoutError.is(error))
  t.regex(error.message, /Produce.*3000 ms/)
  t.is(afterMs, 3000)
})

test('requests without answers, tried again and again, end by deliveryTimeoutMs', async (t) => {
  const world = await warm(t)
  world.network.on(produceApi, () => 'drop')
  const { error, afterMs } = await failure(world)
  t.true(TimeoutError.is(error) && TimeoutError.is(error.cause))
  t.regex(
    error.message,
    /within deliveryTimeoutMs \(20000\).*it may or may not have been written; the last failure was/,
  )
  t.is(afterMs, 20_000)
})

test('a request that is under way when deliveryTimeoutMs is over ends its records then', async (t) => {
  const world = await warm(t, { requestTimeoutMs: 20_000 })
  world.network.on(produceApi, () => 'drop')
  const { error, afterMs } = await failure(world)
  t.regex(error.message, /within deliveryTimeoutMs \(20000\).*it may or may not have been written/)
  t.is(afterMs, 20_000)
})

test('waiting out a back-off ends by deliveryTimeoutMs, with the last refusal as the cause', async (t) => {
  const world = await warm(t, { retryBackoffMs: 60_000, retryBackoffMaxMs: 60_000 })
  refuseAll(world, ErrorCode.NOT_ENOUGH_REPLICAS)
  const { error, afterMs } = await failure(world)
  t.true(TimeoutError.is(error) && BrokerError.is(error.cause) && error.cause.errorName === 'NOT_ENOUGH_REPLICAS')
  t.is(afterMs, 20_000)
  t.is(world.broker.received(produceApi).length, 2)
})
