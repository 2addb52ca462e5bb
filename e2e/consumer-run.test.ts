// `consumer.run` against the reference broker: several records in work at once.
import type { ConsumerRecord } from '@odradek/consumer'
import { advanceUntilSettled, seededRandom, settle } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeConsumer, makeWorld, numberOf, orders0, produce, text } from './consumer-world.ts'

for (const orderBy of ['partition', 'key', 'none'] as const)
  test(`run works on several records at once and keeps the order of each ${orderBy}`, async (t) => {
    const world = await makeWorld(4)
    await produce(world, 200, 4)
    const consumer = makeConsumer(world)
    const finished: ConsumerRecord[] = []
    let active = 0
    let most = 0
    const random = seededRandom(3)
    const running = consumer.run(
      async (record) => {
        most = Math.max(most, ++active)
        await new Promise<void>((resolve) => void world.clock.setTimer(1 + random() * 50, resolve))
        active--
        finished.push(record)
      },
      { concurrency: 8, orderBy },
    )
    await world.clock.advanceUntil(() => finished.length === 200, 60_000)
    t.is(most, orderBy === 'partition' ? 4 : most)
    t.true(most <= 8 && most >= 4)
    const laneOf = (record: ConsumerRecord) =>
      orderBy === 'partition' ? record.partition : `${text.decode(record.key!)}-${record.partition}`
    if (orderBy !== 'none') {
      const last = new Map<unknown, bigint>()
      for (const record of finished) {
        t.true((last.get(laneOf(record)) ?? -1n) < record.offset)
        last.set(laneOf(record), record.offset)
      }
    }
    await advanceUntilSettled(world.clock, consumer.close())
    await running
    const next = makeConsumer(world)
    const committed = await advanceUntilSettled(
      world.clock,
      next.committed([0, 1, 2, 3].map((partition) => ({ topic: 'orders', partition }))),
    )
    t.true(committed.every((one) => one?.offset === 50n))
    await advanceUntilSettled(world.clock, next.close())
    await endWorld(world)
  })

test('what run commits never passes a record that is not finished', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 30, 1)
  const consumer = makeConsumer(world, { autoCommitIntervalMs: 10 })
  let release = () => undefined as void
  const slow = new Promise<void>((resolve) => (release = resolve))
  const finished: number[] = []
  const running = consumer.run(
    async (record) => {
      if (numberOf(record) === 7) await slow
      finished.push(numberOf(record))
    },
    { concurrency: 4, orderBy: 'none' },
  )
  await world.clock.advanceUntil(() => finished.length === 29, 60_000)
  await world.clock.advance(1000)
  t.is((await advanceUntilSettled(world.clock, consumer.committed([orders0])))[0]?.offset, 7n)
  release()
  await settle()
  await world.clock.advance(1000)
  t.is((await advanceUntilSettled(world.clock, consumer.committed([orders0])))[0]?.offset, 30n)
  await advanceUntilSettled(world.clock, consumer.close())
  await running
  await endWorld(world)
})

test('a handler in plain JavaScript may return anything; what is a promise is waited for', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 5, 1)
  const consumer = makeConsumer(world)
  const finished: number[] = []
  const later = (number: number) => ({
    then: (resolve: () => void) => void world.clock.setTimer(50, () => (finished.push(number), resolve())),
  })
  const results: unknown[] = [null, 7, { then: 'no' }]
  const running = consumer.run((record): void => {
    const number = numberOf(record)
    if (number >= results.length) return later(number) as unknown as undefined
    finished.push(number)
    return results[number] as undefined
  })
  await world.clock.advanceUntil(() => finished.length === 5, 10_000)
  t.deepEqual(finished, [0, 1, 2, 3, 4])
  await advanceUntilSettled(world.clock, consumer.close())
  await running
  await endWorld(world)
})

test('a slow partition does not hold up the others', async (t) => {
  const world = await makeWorld(2)
  await produce(world, 4000, 2)
  const consumer = makeConsumer(world)
  const seen = [0, 0]
  const running = consumer.run(
    async ({ partition }) => {
      if (partition === 0) await new Promise<void>((resolve) => void world.clock.setTimer(1000, resolve))
      seen[partition]!++
    },
    { concurrency: 2 },
  )
  await world.clock.advanceUntil(() => seen[1] === 2000, 60_000)
  t.true(seen[0]! < 60)
  await advanceUntilSettled(world.clock, consumer.close())
  await running
  await endWorld(world)
})

test('a handler that throws ends run with its error; its record comes again', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 10, 1)
  const consumer = makeConsumer(world)
  const failing = consumer.run((record) => {
    if (numberOf(record) === 4) throw new Error('no stock')
  })
  const error = await t.throwsAsync(advanceUntilSettled(world.clock, failing))
  t.is(error?.message, 'no stock')
  const seen: number[] = []
  const running = consumer.run((record) => void seen.push(numberOf(record)))
  await world.clock.advanceUntil(() => seen.length === 6, 60_000)
  t.deepEqual(seen, [4, 5, 6, 7, 8, 9])
  await advanceUntilSettled(world.clock, consumer.close())
  await running
  await endWorld(world)
})

test('a handler is told by its signal when the partition goes, and its work is waited for and committed', async (t) => {
  const world = await makeWorld(2)
  await produce(world, 2, 2)
  const options = { partitionAssignmentStrategy: ['cooperative-sticky' as const] }
  const first = makeConsumer(world, options)
  let told = 0
  const running = first.run(
    async (_record, { signal }) => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
      told++
    },
    { concurrency: 2 },
  )
  await world.clock.advanceUntil(() => first.assignment().length === 2, 60_000)
  await world.clock.advance(500)
  const second = makeConsumer(world, options)
  const seen: number[] = []
  const reading = second.run((record) => void seen.push(numberOf(record)))
  await world.clock.advanceUntil(() => second.assignment().length === 1, 60_000)
  t.is(told, 1)
  t.deepEqual(seen, [], 'what the first one finished was committed')
  await advanceUntilSettled(world.clock, Promise.all([first.close(), second.close()]))
  await Promise.all([running, reading])
  t.is(told, 2)
  await endWorld(world)
})

test('run ends when its signal is aborted, and the consumer goes on', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 10, 1)
  const consumer = makeConsumer(world)
  const abort = new AbortController()
  let count = 0
  await advanceUntilSettled(
    world.clock,
    consumer.run(
      () => {
        if (++count === 5) abort.abort()
      },
      { signal: abort.signal },
    ),
  )
  const [next] = await advanceUntilSettled(world.clock, consumer.poll({ maxRecords: 1, timeoutMs: 60_000 }))
  t.is(numberOf(next!), count)
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})
