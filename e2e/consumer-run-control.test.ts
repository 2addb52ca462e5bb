// `consumer.run` while the user seeks, pauses, stops and begins twice, and while the consumer itself fails: against the reference broker.
import type { ConsumerEvent } from '@odradek/consumer'
import { UsageError } from '@odradek/protocol'
import { advanceUntilSettled, settle } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeConsumer, makeWorld, numberOf, orders0, produce, type World } from './consumer-world.ts'

const later = ({ clock }: World, ms: number) => new Promise<void>((resolve) => void clock.setTimer(ms, resolve))

test('an error of the consumer ends run as that of a handler: nothing is begun after it, and what is in work is waited for', async (t) => {
  const world = await makeWorld(2)
  await produce(world, 1000, 2)
  let isArmed = false
  const onEvent = ({ type }: ConsumerEvent) => {
    if (!isArmed || type !== 'member-state') return
    isArmed = false
    throw new Error('the disk of the log is full')
  }
  const options = { partitionAssignmentStrategy: ['cooperative-sticky' as const] }
  const first = makeConsumer(world, { ...options, onEvent })
  let release = () => undefined as void
  const gate = new Promise<void>((resolve) => (release = resolve))
  const begun: number[] = []
  let isOver = false
  const running = first.run(
    async (record) => {
      begun.push(numberOf(record))
      await gate
    },
    { concurrency: 4 },
  )
  const ended = t.throwsAsync(running).finally(() => (isOver = true))
  await world.clock.advanceUntil(() => begun.length === 2, 60_000)
  await world.clock.advance(1000)
  isArmed = true
  const second = makeConsumer(world, options)
  const seen: number[] = []
  const reading = second.run((record) => void seen.push(numberOf(record)))
  await world.clock.advanceUntil(() => !isArmed, 60_000)
  await world.clock.advance(10_000)
  t.false(isOver, 'handlers are in work')
  t.deepEqual(second.assignment(), [], 'their partitions are not given up')
  release()
  const error = await advanceUntilSettled(world.clock, ended)
  t.is((error?.cause as Error | undefined)?.message, 'the disk of the log is full')
  t.is(begun.length, 2)
  await advanceUntilSettled(world.clock, first.close())
  await world.clock.advanceUntil(() => seen.length === 998, 60_000)
  t.is(begun.length, 2)
  t.is(new Set([...begun, ...seen]).size, 1000)
  await advanceUntilSettled(world.clock, second.close())
  await reading
  await endWorld(world)
})

for (const orderBy of ['partition', 'key', 'none'] as const)
  test(`a seek while run works with many records waiting: it goes on there (by ${orderBy})`, async (t) => {
    const world = await makeWorld(1)
    await produce(world, 3000, 1)
    const consumer = makeConsumer(world)
    const seen: number[] = []
    let sought = 0
    const running = consumer.run(
      async (record) => {
        seen.push(numberOf(record))
        await later(world, 1)
        if (seen.length === 5 || seen.length === 50) {
          sought = seen.length
          consumer.seek(orders0, 2n)
        }
      },
      { orderBy },
    )
    await world.clock.advanceUntil(() => seen.length >= 50 + 2998, 60_000)
    await world.clock.advance(1000)
    t.is(sought, 50)
    t.deepEqual(
      seen.slice(50),
      Array.from({ length: 2998 }, (_, i) => i + 2),
    )
    t.is(consumer.position(orders0), 3000n)
    await advanceUntilSettled(world.clock, consumer.close())
    await running
    await endWorld(world)
  })

test('a handler that had begun before a seek does not hold up, nor let in, what comes after it', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 3000, 1)
  const consumer = makeConsumer(world)
  let release = () => undefined as void
  const gate = new Promise<void>((resolve) => (release = resolve))
  const seen: number[] = []
  const signals: AbortSignal[] = []
  const running = consumer.run(
    async (record, { signal }) => {
      seen.push(numberOf(record))
      if (seen.length > 1) return
      signals.push(signal)
      await gate
    },
    { concurrency: 2, orderBy: 'none' },
  )
  await world.clock.advanceUntil(() => seen.length > 100, 60_000)
  const before = seen.length
  consumer.seek(orders0, 2990n)
  t.true(signals[0]!.aborted)
  await world.clock.advanceUntil(() => seen.at(-1) === 2999, 60_000)
  t.deepEqual(seen.slice(before), [2990, 2991, 2992, 2993, 2994, 2995, 2996, 2997, 2998, 2999])
  release()
  await settle()
  t.is(consumer.position(orders0), 3000n)
  await advanceUntilSettled(world.clock, consumer.close())
  await running
  await endWorld(world)
})

for (const orderBy of ['partition', 'key', 'none'] as const)
  test(`a partition that is paused while run works on it rests at once, others go on, and it is resumed where it was (by ${orderBy})`, async (t) => {
    const world = await makeWorld(2)
    await produce(world, 1200, 2)
    const consumer = makeConsumer(world)
    const seen: number[][] = [[], []]
    const running = consumer.run(
      async (record) => {
        seen[record.partition]!.push(numberOf(record))
        if (seen[0]!.length === 5) consumer.pause([orders0])
        await later(world, 1)
      },
      { concurrency: 1, orderBy },
    )
    await world.clock.advanceUntil(() => seen[1]!.length === 600, 60_000)
    await world.clock.advance(10_000)
    t.is(seen[0]!.length, 5)
    t.is(consumer.position(orders0), 5n)
    consumer.resume([orders0])
    await world.clock.advanceUntil(() => seen[0]!.length === 8, 60_000)
    // What had been put aside is put aside again, with what came to be there since.
    consumer.pause([orders0])
    await world.clock.advance(10_000)
    t.is(seen[0]!.length, 8)
    consumer.resume([orders0])
    await world.clock.advanceUntil(() => seen[0]!.length === 600, 60_000)
    const all = [0, 1].map((partition) => Array.from({ length: 600 }, (_, i) => i * 2 + partition))
    const inOrder = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)
    if (orderBy !== 'key') t.deepEqual(seen, all)
    else
      for (const key of [0, 1, 2, 3, 4, 5, 6])
        t.deepEqual(
          seen.map((numbers) => numbers.filter((n) => n % 7 === key)),
          all.map((numbers) => numbers.filter((n) => n % 7 === key)),
        )
    t.deepEqual(seen.map(inOrder), all)
    await advanceUntilSettled(world.clock, consumer.close())
    await running
    await endWorld(world)
  })

test('a partition that is paused, sought and resumed goes on from where it was sought to', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 1000, 1)
  const consumer = makeConsumer(world)
  const seen: number[] = []
  const running = consumer.run(async (record) => {
    seen.push(numberOf(record))
    if (seen.length === 3) consumer.pause()
    await later(world, 1)
  })
  await world.clock.advanceUntil(() => seen.length === 3, 60_000)
  await world.clock.advance(1000)
  consumer.seek(orders0, 997n)
  await world.clock.advance(1000)
  consumer.resume()
  await world.clock.advanceUntil(() => seen.at(-1) === 999, 60_000)
  t.deepEqual(seen, [0, 1, 2, 997, 998, 999])
  await advanceUntilSettled(world.clock, consumer.close())
  await running
  await endWorld(world)
})

test('one loop at a time: a second run, or a loop beside it, is refused, and the first goes on', async (t) => {
  const world = await makeWorld(1)
  const consumer = makeConsumer(world)
  const seen: number[] = []
  let isSlow = false
  const running = consumer.run(async (record) => {
    seen.push(numberOf(record))
    if (isSlow) await later(world, 1000)
  })
  await t.throwsAsync(
    consumer.run(() => t.fail()),
    { instanceOf: UsageError, message: /one loop at a time/ },
  )
  await produce(world, 10, 1)
  await world.clock.advanceUntil(() => seen.length === 10, 60_000)
  isSlow = true
  await produce(world, 10, 1)
  await t.throwsAsync(
    consumer.run(() => t.fail()),
    { instanceOf: UsageError, message: /one loop at a time/ },
  )
  await t.throwsAsync(consumer[Symbol.asyncIterator]().next(), { instanceOf: UsageError })
  await t.throwsAsync(consumer.poll(), { instanceOf: UsageError })
  await world.clock.advanceUntil(() => seen.length === 20, 60_000)
  await advanceUntilSettled(world.clock, consumer.close())
  await running
  await endWorld(world)
})

test('a run is refused while a loop waits for a record, which it gets', async (t) => {
  const world = await makeWorld(1)
  const consumer = makeConsumer(world)
  const next = consumer[Symbol.asyncIterator]().next()
  await world.clock.advance(5000)
  await t.throwsAsync(
    consumer.run(() => t.fail()),
    { instanceOf: UsageError, message: /one loop at a time/ },
  )
  await produce(world, 1, 1)
  const { value } = await advanceUntilSettled(world.clock, next)
  t.is(numberOf(value!), 0)
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})

test('stop and close at the same time: the group is left once, and both end', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 5, 1)
  const consumer = makeConsumer(world)
  let inWork = 0
  const running = consumer.run(async () => {
    inWork++
    await later(world, 1000)
  })
  await world.clock.advanceUntil(() => inWork === 1, 60_000)
  const beganAtMs = world.clock.nowMs()
  await advanceUntilSettled(world.clock, Promise.all([consumer.stop(), consumer.stop(), consumer.close(), running]))
  t.true(world.clock.nowMs() - beganAtMs < 5000)
  t.is(inWork, 1)
  t.like(await consumer[Symbol.asyncIterator]().next(), { done: true }, 'it is closed, and no loop opens it again')
  await endWorld(world)
})

test('a handler of run that takes too long: the warning names the partition of the one that has taken longest', async (t) => {
  const world = await makeWorld(2)
  await produce(world, 2, 2)
  const near: (string | undefined)[] = []
  const consumer = makeConsumer(world, {
    maxPollIntervalMs: 60_000,
    onEvent: (event) => {
      if (event.type === 'max-poll-interval-near') near.push(event.partition)
    },
  })
  let inWork = 0
  const running = consumer.run(
    async ({ partition }) => {
      inWork++
      await later(world, partition === 1 ? 55_000 : 1000)
    },
    { concurrency: 2 },
  )
  await world.clock.advanceUntil(() => inWork === 2, 60_000)
  await world.clock.advance(56_000)
  t.deepEqual(near, ['orders-1'])
  await advanceUntilSettled(world.clock, consumer.close())
  await running
  await endWorld(world)
})
