// Consumers of the group protocol of KIP-848 against the reference broker, over a network in memory and a fake clock.
import { Broker } from '@odradek/broker'
import { Consumer, type ConsumerOptions } from '@odradek/consumer'
import { type Environment, MemoryNetwork } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'
import test from 'ava'

interface World {
  readonly clock: FakeClock
  readonly environment: Environment
  readonly broker: Broker
  /** Who owns a partition, from the call of onAssigned to the end of onRevoked or the call of onLost. */
  readonly owners: Map<string, string>
  readonly seen: Map<string, number>
}

async function makeWorld(partitions: number, records: number): Promise<World> {
  const clock = new FakeClock()
  const environment = { clock, transport: new MemoryNetwork({ clock, latencyMs: 1 }), random: seededRandom(1) }
  const broker = await advanceUntilSettled(clock, Broker.start({ partitions }, environment))
  const producer = new Producer({ bootstrapServers: broker.bootstrapServers }, environment)
  const sends = Array.from({ length: records }, (_, i) =>
    producer.send({ topic: 'orders', partition: i % partitions, value: String(i) }),
  )
  await advanceUntilSettled(clock, Promise.all(sends))
  await advanceUntilSettled(clock, producer.close())
  return { clock, environment, broker, owners: new Map(), seen: new Map() }
}

function member(world: World, name: string, options: Partial<ConsumerOptions> = {}): Consumer {
  const { owners } = world
  const key = (of: { topic: string; partition: number }) => `${of.topic}-${of.partition}`
  const giveUp = (partitions: readonly { topic: string; partition: number }[]) => {
    for (const tp of partitions) {
      if (owners.get(key(tp)) !== name) throw new Error(`${name} gives up ${key(tp)}, which it does not own`)
      owners.delete(key(tp))
    }
  }
  return new Consumer(
    {
      bootstrapServers: world.broker.bootstrapServers,
      groupId: 'group',
      groupProtocol: 'consumer',
      topics: ['orders'],
      autoOffsetReset: 'earliest',
      rebalanceListener: {
        onAssigned(partitions) {
          for (const tp of partitions) {
            if (owners.has(key(tp))) throw new Error(`${key(tp)} is given to ${name} and is ${owners.get(key(tp))}'s`)
            owners.set(key(tp), name)
          }
        },
        onRevoked: giveUp,
        onLost: giveUp,
      },
      ...options,
    },
    world.environment,
  )
}

async function read(world: World, consumer: Consumer): Promise<void> {
  for await (const record of consumer) {
    const value = new TextDecoder().decode(record.value!)
    world.seen.set(value, (world.seen.get(value) ?? 0) + 1)
  }
}

const shares = ({ owners }: World) => {
  const counts: Record<string, number> = {}
  for (const name of owners.values()) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

test('a group of the new protocol shares its partitions out, and moves them one by one as members come and go', async (t) => {
  const world = await makeWorld(6, 300)
  const { clock } = world
  const first = member(world, 'first')
  const reading = [read(world, first)]
  await clock.advanceUntil(() => world.seen.size === 300, 60_000)
  t.deepEqual(shares(world), { first: 6 })
  const second = member(world, 'second')
  reading.push(read(world, second))
  await clock.advanceUntil(() => shares(world)['second'] === 3, 60_000)
  const third = member(world, 'third', { groupInstanceId: 'static' })
  reading.push(read(world, third))
  await clock.advanceUntil(() => shares(world)['third'] === 2 && world.owners.size === 6, 60_000)
  t.deepEqual(shares(world), { first: 2, second: 2, third: 2 })
  await advanceUntilSettled(clock, first.close())
  await clock.advanceUntil(() => world.owners.size === 6, 60_000)
  t.deepEqual(shares(world), { second: 3, third: 3 })
  // A static member keeps its place while it is away.
  await advanceUntilSettled(clock, third.close())
  await clock.advance(20_000)
  t.deepEqual(shares(world), { second: 3 })
  const again = member(world, 'again', { groupInstanceId: 'static' })
  reading.push(read(world, again))
  await clock.advanceUntil(() => world.owners.size === 6, 10_000)
  t.deepEqual(shares(world), { second: 3, again: 3 })
  await advanceUntilSettled(clock, Promise.all([second.close(), again.close()]))
  await Promise.all(reading)
  t.true([...world.seen.values()].every((count) => count === 1))
  await advanceUntilSettled(clock, world.broker.close())
})

test('commits of the new protocol survive the member that made them', async (t) => {
  const world = await makeWorld(2, 100)
  const { clock } = world
  const first = member(world, 'first')
  const reading = read(world, first)
  await clock.advanceUntil(() => world.seen.size === 100, 60_000)
  await advanceUntilSettled(clock, first.close())
  await reading
  const second = member(world, 'second')
  const committed = await advanceUntilSettled(
    clock,
    second.committed([
      { topic: 'orders', partition: 0 },
      { topic: 'orders', partition: 1 },
    ]),
  )
  t.deepEqual(
    committed.map((one) => one?.offset),
    [50n, 50n],
  )
  await advanceUntilSettled(clock, second.close())
  await advanceUntilSettled(clock, world.broker.close())
})
