// What users call on a consumer, against the reference broker, over a network in memory and a fake clock.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'

import {
  Consumer,
  type ConsumerRecord,
  deadLetterTo,
  DeserializationError,
  deserializers,
  failureHeaders,
  retryLater,
} from '@odradek/consumer'
import { UsageError } from '@odradek/protocol'
import { advanceUntilSettled } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeConsumer, makeWorld, numberOf, orders0, produce, text } from './consumer-world.ts'

test('poll gives what is there, up to a number, and nothing after the time is over', async (t) => {
  const world = await makeWorld(2)
  await produce(world, 25, 2)
  const consumer = makeConsumer(world)
  const seen: number[] = []
  while (seen.length < 25) {
    const records = await advanceUntilSettled(world.clock, consumer.poll({ maxRecords: 10, timeoutMs: 60_000 }))
    t.true(records.length <= 10)
    seen.push(...records.map(numberOf))
  }
  t.deepEqual(await advanceUntilSettled(world.clock, consumer.poll({ timeoutMs: 50 })), [])
  t.deepEqual(
    seen.sort((a, b) => a - b),
    Array.from({ length: 25 }, (_, i) => i),
  )
  await advanceUntilSettled(world.clock, consumer.close())
  const next = makeConsumer(world)
  const committed = await advanceUntilSettled(world.clock, next.committed([orders0, { topic: 'orders', partition: 1 }]))
  t.deepEqual(
    committed.map((one) => one?.offset),
    [13n, 12n],
  )
  await advanceUntilSettled(world.clock, next.close())
  await endWorld(world)
})

test('what poll gave is not handled until poll is called again', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 10, 1)
  const consumer = makeConsumer(world, { autoCommitIntervalMs: 10 })
  await advanceUntilSettled(world.clock, consumer.poll({ maxRecords: 4, timeoutMs: 60_000 }))
  await world.clock.advance(1000)
  t.is(consumer.position(orders0), 0n)
  await advanceUntilSettled(world.clock, consumer.poll({ maxRecords: 4 }))
  t.is(consumer.position(orders0), 4n)
  await world.clock.advance(1000)
  t.is((await advanceUntilSettled(world.clock, consumer.committed([orders0])))[0]?.offset, 4n)
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})

test('seek goes where it is told: an offset, the beginning, the end, a time; within the loop too', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 20, 1)
  const consumer = makeConsumer(world)
  const seen: number[] = []
  const reading = (async () => {
    for await (const record of consumer) {
      seen.push(numberOf(record))
      if (seen.length === 5) consumer.seek(orders0, 18n)
      else if (seen.length === 7) consumer.seekToBeginning()
      else if (seen.length === 8) consumer.seekToTimestamp(1015)
      else if (seen.length === 9) consumer.seekToEnd([orders0])
    }
  })()
  await world.clock.advanceUntil(() => seen.length === 9, 60_000)
  await world.clock.advance(2000)
  t.deepEqual(seen, [0, 1, 2, 3, 4, 18, 19, 0, 15])
  t.is(consumer.position(orders0), 20n)
  t.is(consumer.lag(orders0), 0n)
  t.throws(() => consumer.seek({ topic: 'orders', partition: 7 }, 0n), { instanceOf: UsageError })
  await advanceUntilSettled(world.clock, consumer.close())
  await reading
  await endWorld(world)
})

test('pausing is effective at once, and allowed before the start', async (t) => {
  const world = await makeWorld(2)
  await produce(world, 40, 2)
  const consumer = makeConsumer(world)
  consumer.pause([{ topic: 'orders', partition: 1 }])
  const seen: number[] = []
  const reading = (async () => {
    for await (const record of consumer) {
      seen.push(numberOf(record))
      if (seen.length === 5) consumer.pause()
    }
  })()
  await world.clock.advanceUntil(() => seen.length === 5, 60_000)
  await world.clock.advance(5000)
  t.deepEqual(seen, [0, 2, 4, 6, 8])
  t.is(consumer.paused().length, 2)
  consumer.resume([orders0])
  await world.clock.advanceUntil(() => seen.length === 20, 60_000)
  t.true(seen.every((number) => number % 2 === 0))
  consumer.resume()
  await world.clock.advanceUntil(() => seen.length === 40, 60_000)
  await advanceUntilSettled(world.clock, consumer.close())
  await reading
  await endWorld(world)
})

test('partitions are assigned by hand, without any group', async (t) => {
  const world = await makeWorld(3)
  await produce(world, 30, 3)
  const consumer = new Consumer(
    { bootstrapServers: world.broker.bootstrapServers, autoOffsetReset: 'earliest' },
    world.environment,
  )
  consumer.assign([
    { topic: 'orders', partition: 1 },
    { topic: 'orders', partition: 2, offset: 7n },
  ])
  const seen: number[] = []
  const reading = (async () => {
    for await (const record of consumer) seen.push(numberOf(record))
  })()
  await world.clock.advanceUntil(() => seen.length === 13, 60_000)
  t.deepEqual(
    seen.sort((a, b) => a - b),
    [1, 4, 7, 10, 13, 16, 19, 22, 23, 25, 26, 28, 29],
  )
  consumer.assign([orders0])
  await world.clock.advanceUntil(() => seen.length === 23, 60_000)
  t.deepEqual(consumer.assignment(), [orders0])
  await t.throwsAsync(consumer.commit(), { instanceOf: UsageError })
  await advanceUntilSettled(world.clock, consumer.close())
  await reading
  await endWorld(world)
})

test('with a group id, offsets of partitions assigned by hand are kept', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 10, 1)
  for (const expected of [
    [0, 1, 2, 3, 4],
    [5, 6, 7, 8, 9],
  ]) {
    const consumer = new Consumer(
      { bootstrapServers: world.broker.bootstrapServers, groupId: 'by-hand', autoOffsetReset: 'earliest' },
      world.environment,
    )
    consumer.assign([orders0])
    const records = await advanceUntilSettled(world.clock, consumer.poll({ maxRecords: 5, timeoutMs: 60_000 }))
    t.deepEqual(records.map(numberOf), expected)
    await advanceUntilSettled(world.clock, consumer.commit())
    await advanceUntilSettled(world.clock, consumer.close())
  }
  await endWorld(world)
})

for (const groupProtocol of ['classic', 'consumer'] as const)
  test(`topics that match a pattern are read, those that come later too (${groupProtocol})`, async (t) => {
    const world = await makeWorld(1)
    await produce(world, 3, 1, 'shop-orders')
    await produce(world, 3, 1, 'other')
    const consumer = makeConsumer(world, {
      groupProtocol,
      topics: [],
      topicPattern: groupProtocol === 'consumer' ? 'shop-.*' : /shop-.*/,
      metadataMaxAgeMs: 1000,
    })
    const seen: string[] = []
    const reading = (async () => {
      for await (const record of consumer) seen.push(record.topic)
    })()
    await world.clock.advanceUntil(() => seen.length === 3, 60_000)
    await produce(world, 2, 1, 'shop-refunds')
    await world.clock.advanceUntil(() => seen.length === 5, 60_000)
    t.deepEqual(new Set(seen), new Set(['shop-orders', 'shop-refunds']))
    await advanceUntilSettled(world.clock, consumer.close())
    await reading
    await endWorld(world)
  })

test('a WHATWG stream takes a record when one is read', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 10, 1)
  const consumer = makeConsumer(world)
  const reader = consumer.readableStream().getReader()
  for (let i = 0; i < 5; i++) {
    const { value } = await advanceUntilSettled(world.clock, reader.read())
    t.is(numberOf(value!), i)
  }
  await world.clock.advance(1000)
  t.is(consumer.position(orders0), 4n)
  await reader.cancel()
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})

test("a stream of Node takes a record when one is read, and nothing ahead: what is in the reader's hand is not committed", async (t) => {
  const world = await makeWorld(1)
  await produce(world, 10, 1)
  const consumer = makeConsumer(world, { autoCommitIntervalMs: 10 })
  const iterator = consumer.readable()[Symbol.asyncIterator]()
  for (let i = 0; i < 5; i++) {
    const { value } = (await advanceUntilSettled(world.clock, iterator.next())) as IteratorResult<ConsumerRecord>
    t.is(numberOf(value), i)
    await world.clock.advance(1000)
    t.is(consumer.position(orders0), BigInt(i))
  }
  await advanceUntilSettled(world.clock, Promise.resolve(iterator.return!()))
  await advanceUntilSettled(world.clock, consumer.close())
  const next = makeConsumer(world)
  const [committed] = await advanceUntilSettled(world.clock, next.committed([orders0]))
  t.is(committed?.offset, 4n)
  await advanceUntilSettled(world.clock, next.close())
  await endWorld(world)
})

test('a stream of Node ends when the consumer closes, and fails with what the loop would throw', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 3, 1)
  const consumer = makeConsumer(world)
  const seen: number[] = []
  const stream = consumer.readable().on('data', (record: ConsumerRecord) => seen.push(numberOf(record)))
  const ended = once(stream, 'end')
  await world.clock.advanceUntil(() => seen.length === 3, 60_000)
  await advanceUntilSettled(world.clock, consumer.close())
  await advanceUntilSettled(world.clock, ended)
  const failing = makeConsumer(world, { groupId: 'other', autoOffsetReset: 'none' })
  const failed = once(failing.readable().resume(), 'error')
  const [error] = (await advanceUntilSettled(world.clock, failed)) as [Error]
  t.regex(error.message, /autoOffsetReset is 'none'/)
  await advanceUntilSettled(world.clock, failing.close())
  await endWorld(world)
})

test('a consumer closes when its signal is aborted: the loop ends, and what was handled is committed', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 10, 1)
  const controller = new AbortController()
  const consumer = makeConsumer(world, { signal: controller.signal })
  const seen: number[] = []
  const reading = (async () => {
    for await (const record of consumer) {
      seen.push(numberOf(record))
      if (seen.length === 4) controller.abort()
    }
  })()
  await advanceUntilSettled(world.clock, reading)
  await advanceUntilSettled(world.clock, consumer.close())
  t.deepEqual(seen, [0, 1, 2, 3])
  const next = makeConsumer(world)
  const [committed] = await advanceUntilSettled(world.clock, next.committed([orders0]))
  t.is(committed?.offset, 4n)
  const late = makeConsumer(world, { signal: controller.signal })
  t.deepEqual(await advanceUntilSettled(world.clock, late[Symbol.asyncIterator]().next()), {
    done: true,
    value: undefined,
  })
  await advanceUntilSettled(world.clock, next.close())
  await endWorld(world)
})

test('typed records: what cannot be read goes to the dead letter topic, with where it came from', async (t) => {
  const world = await makeWorld(1)
  await advanceUntilSettled(
    world.clock,
    Promise.all(['{"n":1}', 'not json', '{"n":3}'].map((value) => world.producer.send({ topic: 'orders', value }))),
  )
  const consumer = makeConsumer(world)
  const seen: unknown[] = []
  const reading = (async () => {
    const records = consumer.typed({
      key: deserializers.string,
      value: deserializers.json,
      onFailure: deadLetterTo(world.producer, 'orders-dead'),
    })
    for await (const { value } of records) seen.push(value)
  })()
  await world.clock.advanceUntil(() => seen.length === 2, 60_000)
  t.deepEqual(seen, [{ n: 1 }, { n: 3 }])
  const dead = makeConsumer(world, { topics: 'orders-dead', groupId: 'dead' })
  const [record] = await advanceUntilSettled(world.clock, dead.poll({ timeoutMs: 60_000 }))
  t.is(text.decode(record!.value!), 'not json')
  const headers = new Map(record!.headers.map(({ key, value }) => [key, text.decode(value!)]))
  t.is(headers.get(failureHeaders.topic), 'orders')
  t.is(headers.get(failureHeaders.offset), '1')
  t.regex(headers.get(failureHeaders.error)!, /value of orders-0 at offset 1 cannot be read/)
  await advanceUntilSettled(world.clock, Promise.all([consumer.close(), dead.close()]))
  await reading
  await endWorld(world)
})

test('without a policy the loop ends with a DeserializationError that names the record', async (t) => {
  const world = await makeWorld(1)
  await advanceUntilSettled(world.clock, world.producer.send({ topic: 'orders', value: 'not json' }))
  const consumer = makeConsumer(world)
  const records = consumer.typed({ key: deserializers.bytes, value: deserializers.json })
  const error = await t.throwsAsync(advanceUntilSettled(world.clock, records.next()), {
    instanceOf: DeserializationError,
  })
  t.is((error as DeserializationError).offset, 0n)
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})

test('a failed record is tried again from the retry topic, and given up after so many attempts', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 1, 1)
  const consumer = makeConsumer(world, { topics: ['orders', 'orders-retry'] })
  let tries = 0
  const dead: string[] = []
  const running = consumer.run(
    () => {
      tries++
      throw new Error('still no stock')
    },
    {
      onFailure: retryLater(world.producer, {
        topic: 'orders-retry',
        delayMs: 100,
        maxAttempts: 2,
        now: () => world.clock.wallClockMs(),
        onGiveUp: (error) => {
          dead.push((error as Error).message)
          return 'skip'
        },
      }),
    },
  )
  await world.clock.advanceUntil(() => dead.length === 1, 60_000)
  t.is(tries, 3)
  await advanceUntilSettled(world.clock, consumer.close())
  await running
  await endWorld(world)
})

test('a consumer that was stopped starts again with a new loop, where it was', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 6, 1)
  const consumer = makeConsumer(world)
  const seen: number[] = []
  for (let round = 0; round < 3; round++) {
    const records = await advanceUntilSettled(world.clock, consumer.poll({ maxRecords: 2, timeoutMs: 60_000 }))
    seen.push(...records.map(numberOf))
    await advanceUntilSettled(world.clock, consumer.commit())
    await advanceUntilSettled(world.clock, consumer.stop())
    t.deepEqual(consumer.assignment(), [])
  }
  t.deepEqual(seen, [0, 1, 2, 3, 4, 5])
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})

test('what happens is counted under the names of Kafka, published and logged', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 10, 1)
  const published: string[] = []
  const listen = (message: unknown) => void published.push((message as { event: { type: string } }).event.type)
  for (const type of ['assigned', 'member-state']) {
    subscribe(`odradek:consumer:${type}`, listen)
    t.teardown(() => unsubscribe(`odradek:consumer:${type}`, listen))
  }
  const logged: string[] = []
  const log = (message: string) => void logged.push(message)
  const consumer = makeConsumer(world, { logger: { debug: log, info: log, warn: log, error: log } })
  await advanceUntilSettled(world.clock, consumer.poll({ maxRecords: 4, timeoutMs: 60_000 }))
  await advanceUntilSettled(world.clock, consumer.poll({ maxRecords: 1, timeoutMs: 60_000 }))
  await advanceUntilSettled(world.clock, consumer.commit())
  const metrics = consumer.metrics()
  t.is(metrics['assigned-partitions'], 1)
  t.is(metrics['records-lag-max'], 5)
  t.is(metrics['records-lag{orders-0}'], 5)
  t.true(metrics['fetch-total']! >= 1 && metrics['bytes-consumed-total']! > 0)
  t.is(metrics['commit-total'], 1)
  // There and back, each takes a millisecond.
  t.true(metrics['commit-latency-avg']! >= 2 && metrics['commit-latency-max']! >= metrics['commit-latency-avg']!)
  t.true(metrics['fetch-latency-avg']! >= 2 && metrics['fetch-latency-max']! >= metrics['fetch-latency-avg']!)
  t.true(metrics['fetch-size-max']! >= metrics['fetch-size-avg']! && metrics['records-per-request-avg']! > 0)
  let left = 5
  while (left > 0)
    left -= (await advanceUntilSettled(world.clock, consumer.poll({ maxRecords: 5, timeoutMs: 60_000 }))).length
  await world.clock.advance(3500)
  const later = consumer.metrics()
  t.is(later['records-consumed-total'], 10)
  t.is(later['records-consumed-total{orders}'], 10)
  t.is(later['bytes-consumed-total{orders}'], later['bytes-consumed-total'])
  t.true(later['heartbeat-total']! >= 1 && later['heartbeat-response-time-max']! >= 2)
  t.true(published.includes('assigned') && published.includes('member-state'))
  t.true(logged.includes('consumer odradek of group: assigned'))
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})
