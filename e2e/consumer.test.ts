// Consumers against the reference broker, over a network in memory and a fake clock.
import { Broker } from '@odradek/broker'
import { Consumer, type ConsumerOptions, type ConsumerRecord } from '@odradek/consumer'
import { type Environment, MemoryNetwork } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { advanceUntilSettled, FakeClock, seededRandom, settle } from '@odradek/test-kit'
import test from 'ava'

interface World {
  readonly clock: FakeClock
  readonly environment: Environment
  readonly broker: Broker
  readonly producer: Producer
}

async function makeWorld(partitions: number, seed = 1): Promise<World> {
  const clock = new FakeClock()
  const transport = new MemoryNetwork({ clock, latencyMs: 1 })
  const environment = { clock, transport, random: seededRandom(seed) }
  const broker = await advanceUntilSettled(clock, Broker.start({ partitions }, environment))
  const producer = new Producer({ bootstrapServers: broker.bootstrapServers }, environment)
  return { clock, environment, broker, producer }
}

function makeConsumer({ broker, environment }: World, options: Partial<ConsumerOptions> = {}): Consumer {
  return new Consumer(
    {
      bootstrapServers: broker.bootstrapServers,
      groupId: 'group',
      topics: 'orders',
      autoOffsetReset: 'earliest',
      ...options,
    },
    environment,
  )
}

/** Produces the numbers from `from` on, to the partitions in turn. */
async function produce({ clock, producer }: World, from: number, count: number, partitions: number): Promise<void> {
  const sends = Array.from({ length: count }, (_, index) =>
    producer.send({
      topic: 'orders',
      partition: (from + index) % partitions,
      value: String(from + index),
      timestamp: 1000 + index,
    }),
  )
  await advanceUntilSettled(clock, Promise.all(sends))
}

async function endWorld({ clock, producer, broker }: World): Promise<void> {
  await advanceUntilSettled(clock, producer.close())
  await advanceUntilSettled(clock, broker.close())
}

const text = new TextDecoder()

/** A user who reads until the consumer closes. */
function read(
  consumer: Consumer,
  onRecord: (record: ConsumerRecord, value: number) => void | Promise<void>,
): Promise<void> {
  return (async () => {
    for await (const record of consumer) await onRecord(record, Number(text.decode(record.value!)))
  })()
}

test('what was produced is read, in the order of each partition', async (t) => {
  const world = await makeWorld(3)
  await produce(world, 0, 300, 3)
  const consumer = makeConsumer(world)
  const values: number[][] = [[], [], []]
  const reading = read(consumer, (record, value) => void values[record.partition]!.push(value))
  await world.clock.advanceUntil(() => values.flat().length === 300, 60_000)
  for (const [partition, list] of values.entries())
    t.deepEqual(
      list,
      Array.from({ length: 100 }, (_, i) => 3 * i + partition),
    )
  await advanceUntilSettled(world.clock, consumer.close())
  await reading
  await endWorld(world)
})

test('one member joins late and one leaves early: nothing is lost, doubled or out of order', async (t) => {
  const world = await makeWorld(4)
  const { clock } = world
  const seen = new Map<number, number>()
  const last = new Map<number, bigint>()
  const onRecord = async ({ partition, offset }: ConsumerRecord, value: number) => {
    seen.set(value, (seen.get(value) ?? 0) + 1)
    const before = last.get(partition)
    if (before !== undefined && offset !== before + 1n) t.fail(`partition ${partition}: ${offset} after ${before}`)
    last.set(partition, offset)
    await settle()
  }
  const early = makeConsumer(world)
  const readingEarly = read(early, onRecord)
  await produce(world, 0, 200, 4)
  await clock.advanceUntil(() => seen.size === 200, 60_000)
  t.is(early.assignment().length, 4)

  const late = makeConsumer(world)
  const readingLate = read(late, onRecord)
  await clock.advanceUntil(() => late.assignment().length === 2 && early.assignment().length === 2, 60_000)
  await produce(world, 200, 200, 4)
  await clock.advanceUntil(() => seen.size === 400, 60_000)

  await advanceUntilSettled(clock, early.close())
  await readingEarly
  await produce(world, 400, 200, 4)
  await clock.advanceUntil(() => seen.size === 600, 60_000)
  t.is(late.assignment().length, 4)
  await advanceUntilSettled(clock, late.close())
  await readingLate
  t.deepEqual(
    [...seen.values()].filter((times) => times !== 1),
    [],
  )
  await endWorld(world)
})

test('what was handled is committed when the consumer closes: the next one goes on behind it', async (t) => {
  const world = await makeWorld(1)
  const { clock } = world
  await produce(world, 0, 100, 1)
  const first = makeConsumer(world, { autoCommitIntervalMs: 3_600_000 })
  const values: number[] = []
  const readingFirst = (async () => {
    for await (const record of first) {
      values.push(Number(text.decode(record.value!)))
      if (values.length === 41) break
    }
  })()
  await advanceUntilSettled(clock, readingFirst)
  t.is(first.position({ topic: 'orders', partition: 0 }), 40n)
  await advanceUntilSettled(clock, first.close())

  const second = makeConsumer(world)
  const again: number[] = []
  const readingSecond = read(second, (_record, value) => void again.push(value))
  await clock.advanceUntil(() => again.at(-1) === 99, 60_000)
  // The loop was left with record 40 in hand, which nothing says was handled.
  t.deepEqual(
    again,
    Array.from({ length: 60 }, (_, i) => 40 + i),
  )
  await advanceUntilSettled(clock, second.close())
  await readingSecond
  await endWorld(world)
})

test('a loop that is left and begun again goes on with the next record', async (t) => {
  const world = await makeWorld(1)
  const { clock } = world
  await produce(world, 0, 50, 1)
  const consumer = makeConsumer(world)
  const values: number[] = []
  const readTen = async () => {
    for await (const record of consumer) {
      values.push(Number(text.decode(record.value!)))
      if (values.length % 10 === 0) break
    }
  }
  const readTenOfBatches = async () => {
    for await (const batch of consumer.batches()) {
      for (const record of batch) values.push(Number(text.decode(record.value!)))
      break
    }
  }
  await advanceUntilSettled(clock, readTen())
  await advanceUntilSettled(clock, readTen())
  await advanceUntilSettled(clock, readTenOfBatches())
  t.deepEqual(
    values,
    Array.from({ length: values.length }, (_, i) => i),
  )
  t.true(values.length > 20)
  await advanceUntilSettled(clock, consumer.commit())
  const [committed] = await advanceUntilSettled(clock, consumer.committed([{ topic: 'orders', partition: 0 }]))
  t.is(committed!.offset, BigInt(values.length))
  await advanceUntilSettled(clock, consumer.close())
  await endWorld(world)
})

test('batch.commit commits the batch and no more', async (t) => {
  const world = await makeWorld(1)
  const { clock } = world
  await produce(world, 0, 10, 1)
  const consumer = makeConsumer(world, { enableAutoCommit: false })
  const batches = consumer.batches()
  const first = await advanceUntilSettled(clock, batches.next())
  const batch = first.value!
  await advanceUntilSettled(clock, batch.commit())
  const [committed] = await advanceUntilSettled(clock, consumer.committed([batch]))
  t.is(committed!.offset, batch.lastOffset + 1n)
  t.is(consumer.position(batch), batch.lastOffset + 1n)
  await advanceUntilSettled(clock, consumer.close())
  await t.throwsAsync(batch.commit(), { message: /another member|closed/ })
  await endWorld(world)
})

test('latest begins at the end, none says what to do', async (t) => {
  const world = await makeWorld(1)
  const { clock } = world
  await produce(world, 0, 10, 1)
  const latest = makeConsumer(world, { autoOffsetReset: 'latest' })
  const values: number[] = []
  const reading = read(latest, (_record, value) => void values.push(value))
  await clock.advanceUntil(
    () => latest.assignment().length === 1 && latest.position({ topic: 'orders', partition: 0 }) === 10n,
    60_000,
  )
  await produce(world, 10, 5, 1)
  await clock.advanceUntil(() => values.length === 5, 60_000)
  t.deepEqual(values, [10, 11, 12, 13, 14])
  await advanceUntilSettled(clock, latest.close())
  await reading

  const none = makeConsumer(world, { autoOffsetReset: 'none', groupId: 'other' })
  const error = await t.throwsAsync(advanceUntilSettled(clock, none[Symbol.asyncIterator]().next()))
  t.regex(error!.message, /orders-0.*autoOffsetReset/)
  await advanceUntilSettled(clock, none.close())
  await endWorld(world)
})

test('a user who asks for nothing leaves the group, and comes back when he asks', async (t) => {
  const world = await makeWorld(2)
  const { clock } = world
  await produce(world, 0, 20, 2)
  const events: string[] = []
  const options = { maxPollIntervalMs: 20_000, onEvent: ({ type }: { type: string }) => void events.push(type) }
  const slow = makeConsumer(world, options)
  const iterator = slow[Symbol.asyncIterator]()
  await advanceUntilSettled(clock, iterator.next())
  const other = makeConsumer(world)
  const values = new Set<number>()
  const reading = read(other, (_record, value) => void values.add(value))
  await clock.advanceUntil(() => values.size === 20, 120_000)
  t.true(events.includes('max-poll-interval-exceeded'))
  t.true(events.includes('lost'))
  t.deepEqual(slow.assignment(), [])
  t.is(other.assignment().length, 2)

  const next = iterator.next()
  await clock.advanceUntil(() => slow.assignment().length === 1 && other.assignment().length === 1, 60_000)
  await produce(world, 20, 20, 2)
  t.is((await advanceUntilSettled(clock, next)).done, false)
  await advanceUntilSettled(clock, Promise.all([slow.close(), other.close()]))
  await reading
  await endWorld(world)
})

test('close ends in time when the broker is gone, and a second close is harmless', async (t) => {
  const world = await makeWorld(1)
  const { clock } = world
  await produce(world, 0, 10, 1)
  const consumer = makeConsumer(world)
  let count = 0
  const reading = read(consumer, () => void count++)
  await clock.advanceUntil(() => count === 10, 60_000)
  await endWorld(world)
  const before = clock.nowMs()
  await advanceUntilSettled(clock, Promise.all([consumer.close({ timeoutMs: 2000 }), consumer.close()]))
  t.true(clock.nowMs() - before <= 2100)
  await reading
  t.deepEqual(await consumer[Symbol.asyncIterator]().next(), { done: true, value: undefined })
  await t.throwsAsync(consumer.commit(), { message: /closed/ })
})

test('a listener that throws is heard of, and the consumer reads on', async (t) => {
  const world = await makeWorld(1)
  const { clock } = world
  await produce(world, 0, 3, 1)
  const rebalanceListener = {
    onAssigned() {
      throw new Error('the cache could not be loaded')
    },
  }
  const consumer = makeConsumer(world, { rebalanceListener })
  const iterator = consumer[Symbol.asyncIterator]()
  const error = await t.throwsAsync(advanceUntilSettled(clock, iterator.next()))
  t.regex(error!.message, /onAssigned/)
  t.is((error!.cause as Error).message, 'the cache could not be loaded')
  const { value } = await advanceUntilSettled(clock, iterator.next())
  t.is(value!.offset, 0n)
  await advanceUntilSettled(clock, consumer.close())
  await endWorld(world)
})
