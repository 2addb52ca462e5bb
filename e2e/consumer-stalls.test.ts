// Consumers that do not get on say so: without a broker, and behind a rebalance listener that hangs.
import { Consumer, type ConsumerEvent, ShareConsumer } from '@odradek/consumer'
import { advanceUntilSettled } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeConsumer, makeWorld, numberOf, orders0, produce } from './consumer-world.ts'

test('a consumer whose brokers cannot be reached from the start says so again and again, and why', async (t) => {
  const world = await makeWorld(1)
  const events: ConsumerEvent[] = []
  const consumer = makeConsumer(world, { onEvent: (event) => void events.push(event) })
  await advanceUntilSettled(world.clock, world.broker.close())
  const asked = consumer[Symbol.asyncIterator]().next()
  await world.clock.advance(10 * 60_000)
  const stalls = events.filter((event) => event.type === 'stalled')
  t.true(stalls.length >= 9)
  t.like(stalls.at(-1), { waitsFor: 'group', partitions: [] })
  t.regex(stalls.at(-1)!.error!.message, /no broker answers .*ECONNREFUSED/)
  await advanceUntilSettled(world.clock, consumer.close())
  t.true((await asked).done)
  await endWorld(world)
})

for (const groupProtocol of ['classic', 'consumer'] as const) {
  test(`${groupProtocol}: a member whose rebalance listener hangs leaves the group, and reads on when that has ended`, async (t) => {
    const world = await makeWorld(1)
    await produce(world, 1, 1)
    const events: ConsumerEvent[] = []
    const told: string[] = []
    let end: () => void = () => undefined
    const hanging = new Promise<void>((resolve) => (end = resolve))
    const consumer = makeConsumer(world, {
      groupProtocol,
      maxPollIntervalMs: 60_000,
      onEvent: (event) => void events.push(event),
      rebalanceListener: {
        onAssigned: () => (told.push('assigned'), hanging),
        onLost: () => void told.push('lost'),
      },
    })
    const asked = consumer[Symbol.asyncIterator]().next()
    await world.clock.advanceUntil(() => events.some(({ type }) => type === 'max-poll-interval-exceeded'), 70_000)
    t.true(events.some(({ type }) => type === 'max-poll-interval-near'))
    await world.clock.advance(60_000)
    t.like(
      events.findLast(({ type }) => type === 'stalled'),
      { waitsFor: 'listener', partitions: [{ topic: 'orders', partition: 0 }] },
    )
    // What was produced first is too old by now to be kept.
    await produce(world, 3, 1)
    const other = makeConsumer(world, { groupProtocol })
    const taken = await advanceUntilSettled(world.clock, other[Symbol.asyncIterator]().next())
    t.is(numberOf(taken.value!), 0, 'the partition was free for another member')
    await advanceUntilSettled(world.clock, other.close())
    end()
    const record = await advanceUntilSettled(world.clock, asked)
    t.is(numberOf(record.value!), 0)
    t.deepEqual(told, ['assigned', 'lost', 'assigned'])
    await advanceUntilSettled(world.clock, consumer.close())
    await endWorld(world)
  })
}

for (const kind of ['classic', 'consumer', 'share'] as const)
  test(`${kind}: a member whose last poll found nothing and who polls no more gives its partitions up all the same`, async (t) => {
    const world = await makeWorld(1)
    await produce(world, 1, 1)
    const types: string[] = []
    const onEvent = ({ type }: { type: string }) => void types.push(type)
    const { bootstrapServers } = world.broker
    const consumer =
      kind === 'share'
        ? new ShareConsumer(
            { bootstrapServers, groupId: 'g', topics: 'orders', maxPollIntervalMs: 60_000, onEvent },
            world.environment,
          )
        : makeConsumer(world, {
            groupProtocol: kind,
            maxPollIntervalMs: 60_000,
            autoOffsetReset: 'latest',
            onEvent,
          })
    t.deepEqual(await advanceUntilSettled(world.clock, consumer.poll({ timeoutMs: 10_000 })), [])
    t.is(consumer.assignment().length, 1)
    await world.clock.advance(70_000)
    t.deepEqual(
      types.filter((type) => type.startsWith('max-poll')),
      ['max-poll-interval-near', 'max-poll-interval-exceeded'],
    )
    t.deepEqual(consumer.assignment(), [])
    await advanceUntilSettled(world.clock, consumer.close())
    await endWorld(world)
  })

test('without a group, a handler that hangs and records that nobody asks for are told of', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 3, 1)
  const stalls: ConsumerEvent[] = []
  const onEvent = (event: ConsumerEvent) => void (event.type === 'stalled' && stalls.push(event))
  const consumer = new Consumer(
    {
      bootstrapServers: world.broker.bootstrapServers,
      autoOffsetReset: 'earliest',
      maxPollIntervalMs: 100_000,
      maxPollRecords: 1,
      onEvent,
    },
    world.environment,
  )
  consumer.assign([orders0])
  const records = consumer[Symbol.asyncIterator]()
  await advanceUntilSettled(world.clock, records.next())
  await world.clock.advance(99_000)
  t.deepEqual(stalls, [])
  const told = (sinceMs: number) => ({ type: 'stalled', waitsFor: 'user', sinceMs, partitions: [orders0] }) as const
  await world.clock.advance(2000)
  t.deepEqual(stalls, [told(100_000)])
  await world.clock.advance(100_000)
  t.deepEqual(stalls, [told(100_000), told(200_000)])
  await advanceUntilSettled(world.clock, records.next())
  await records.return?.()
  stalls.length = 0
  await world.clock.advance(102_000)
  t.deepEqual(stalls, [told(100_000)])
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})
