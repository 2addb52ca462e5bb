// Handlers that take long, and handlers that hang, for each group protocol: on the reference broker, in simulated time.
import type { ConsumerEvent, ConsumerOptions } from '@odradek/consumer'
import { advanceUntilSettled } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeConsumer, makeWorld, numberOf, type World } from './consumer-world.ts'

const protocols = {
  eager: { partitionAssignmentStrategy: ['range'] },
  cooperative: { partitionAssignmentStrategy: ['cooperative-sticky'] },
  'KIP-848': { groupProtocol: 'consumer' },
} as const satisfies Record<string, Partial<ConsumerOptions>>

const MINUTE_MS = 60_000

/** Numbers, of now, to two partitions in turn. */
async function send({ clock, producer }: World, count: number): Promise<void> {
  const sends = Array.from({ length: count }, (_, i) =>
    producer.send({ topic: 'orders', partition: i % 2, value: String(i) }),
  )
  await advanceUntilSettled(clock, Promise.all(sends))
}

for (const [name, protocol] of Object.entries(protocols)) {
  test(`a handler that takes ten minutes keeps its group, and nobody else is disturbed (${name})`, async (t) => {
    const world = await makeWorld(2)
    const { clock } = world
    await send(world, 20)
    const events: ConsumerEvent[] = []
    const options = {
      ...protocol,
      maxPollIntervalMs: 15 * MINUTE_MS,
      onEvent: (event: ConsumerEvent) => events.push(event),
    }
    const handled: number[] = []
    let isSlow = false
    const consumers = [makeConsumer(world, options), makeConsumer(world, options)]
    const running = consumers.map((consumer) =>
      consumer.run(async (record) => {
        if (numberOf(record) === 20) {
          isSlow = true
          await new Promise<void>((resolve) => void clock.setTimer(10 * MINUTE_MS, resolve))
        }
        handled.push(numberOf(record))
      }),
    )
    await clock.advanceUntil(
      () => consumers.every((one) => one.assignment().length === 1) && handled.length === 20,
      300_000,
    )
    events.length = 0
    await advanceUntilSettled(clock, world.producer.send({ topic: 'orders', partition: 0, value: '20' }))
    await clock.advanceUntil(() => isSlow, MINUTE_MS)
    await clock.advance(9.5 * MINUTE_MS)
    t.false(handled.includes(20))
    await clock.advance(MINUTE_MS)
    t.true(handled.includes(20))
    t.deepEqual(
      events.filter(({ type }) => type !== 'retry' && type !== 'member-state'),
      [],
    )
    await advanceUntilSettled(clock, Promise.all(consumers.map((consumer) => consumer.close())))
    await Promise.all(running)
    await endWorld(world)
  })

  test(`a handler that hangs costs its member the partitions at maxPollIntervalMs, though others of it get on (${name})`, async (t) => {
    const world = await makeWorld(2)
    const { clock } = world
    await send(world, 2)
    const events: { type: string; atMs: number }[] = []
    const stuck = makeConsumer(world, {
      ...protocol,
      maxPollIntervalMs: MINUTE_MS,
      onEvent: ({ type }) => events.push({ type, atMs: clock.nowMs() }),
    })
    let release = () => undefined as void
    let signal: AbortSignal | undefined
    let stuckAtMs = 0
    const running = stuck.run(
      async ({ partition }, context) => {
        if (partition !== 0) return
        signal = context.signal
        stuckAtMs = clock.nowMs()
        await new Promise<void>((resolve) => (release = resolve))
      },
      { concurrency: 4 },
    )
    await clock.advanceUntil(() => signal !== undefined, MINUTE_MS)
    const handled: string[] = []
    const other = makeConsumer(world, { ...protocol, maxPollIntervalMs: MINUTE_MS })
    const otherRunning = other.run((record) => void handled.push(`${record.partition}`))
    // Others of its handlers get on all the while.
    for (let second = 0; second < 50; second++) {
      await advanceUntilSettled(clock, world.producer.send({ topic: 'orders', partition: 1, value: '7' }))
      await clock.advance(1000)
    }
    await clock.advanceUntil(() => signal!.aborted, 2 * MINUTE_MS)
    t.true(clock.nowMs() - stuckAtMs <= MINUTE_MS + 3000)
    const near = events.find(({ type }) => type === 'max-poll-interval-near')!
    t.true(near.atMs - stuckAtMs >= 0.8 * MINUTE_MS && near.atMs < clock.nowMs())
    await clock.advanceUntil(() => other.assignment().length === 2 && handled.includes('0'), 5 * MINUTE_MS)
    t.deepEqual(stuck.assignment(), [])
    release()
    await clock.advanceUntil(() => stuck.assignment().length === 1, 5 * MINUTE_MS)
    await advanceUntilSettled(clock, Promise.all([stuck.close(), other.close()]))
    await Promise.all([running, otherRunning])
    await endWorld(world)
  })
}
