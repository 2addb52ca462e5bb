// What groups promise their members, by each protocol, on the reference broker in simulated time.
import type { Consumer, ConsumerOptions, ConsumerRecord, PartitionAssignor, TopicPartition } from '@odradek/consumer'
import { advanceUntilSettled } from '@odradek/test-kit'
import test from 'ava'
import { createTopic } from './administration.ts'
import { endWorld, makeConsumer, makeWorld, orders0, text, type World } from './consumer-world.ts'

const protocols = {
  eager: { partitionAssignmentStrategy: ['range'] },
  cooperative: { partitionAssignmentStrategy: ['cooperative-sticky'] },
  'KIP-848': { groupProtocol: 'consumer' },
} as const satisfies Record<string, Partial<ConsumerOptions>>

const names = (partitions: readonly TopicPartition[]) => partitions.map(({ partition }) => partition).join()
const valueOf = ({ value }: ConsumerRecord) => text.decode(value!)

function send({ producer, clock }: World, topic: string, value: string, partition = 0): Promise<unknown> {
  return advanceUntilSettled(clock, producer.send({ topic, partition, value }))
}

async function end(world: World, ...consumers: { consumer: Consumer; running: Promise<void> }[]): Promise<void> {
  await advanceUntilSettled(world.clock, Promise.all(consumers.map(({ consumer }) => consumer.close())))
  await Promise.all(consumers.map(({ running }) => running))
  await endWorld(world)
}

for (const [name, protocol] of Object.entries(protocols)) {
  test(`the rebalance listener is told the same, and awaited: what it commits while it gives up counts (${name})`, async (t) => {
    const world = await makeWorld(2)
    const { clock } = world
    for (const partition of [0, 1]) await send(world, 'orders', 'a', partition)
    const told: string[] = []
    const options = { ...protocol, enableAutoCommit: false, maxPollIntervalMs: 60_000 }
    const first: Consumer = makeConsumer(world, {
      ...options,
      rebalanceListener: {
        async onAssigned(partitions) {
          told.push(`first assigned ${names(partitions)}`)
        },
        async onRevoked(partitions) {
          told.push(`first revoking ${names(partitions)}`)
          await new Promise<void>((resolve) => void clock.setTimer(5000, resolve))
          await first.commit(partitions.map((tp) => ({ ...tp, offset: 1n, metadata: 'while giving up' })))
          told.push('first revoked')
        },
        onLost: (partitions) => void told.push(`first lost ${names(partitions)}`),
      },
    })
    let hang = false
    const running = first.run(() => (hang ? new Promise<void>(() => undefined) : undefined))
    await clock.advanceUntil(() => first.assignment().length === 2 && first.position(orders0) === 1n, 60_000)
    const second = makeConsumer(world, {
      ...options,
      rebalanceListener: { onAssigned: (partitions) => void told.push(`second assigned ${names(partitions)}`) },
    })
    const secondRunning = second.run(() => undefined)
    await clock.advanceUntil(() => first.assignment().length === 1 && second.assignment().length === 1, 60_000)
    const given = second.assignment()
    t.true(told.indexOf('first revoked') < told.indexOf(`second assigned ${names(given)}`))
    const [committed] = await advanceUntilSettled(clock, second.committed(given))
    t.like(committed, { offset: 1n, metadata: 'while giving up' })
    hang = true
    for (const partition of [0, 1]) await send(world, 'orders', 'b', partition)
    const kept = names(first.assignment())
    await clock.advance(65_000)
    t.true(told.includes(`first lost ${kept}`))
    t.is(told.filter((one) => one.startsWith('first revoking')).length, 1)
    await advanceUntilSettled(clock, Promise.all([first.close(), second.close()]))
    await secondRunning
    void running // its handler never ends
    await endWorld(world)
  })

  test(`a topic that is made later is read, once it is there (${name})`, async (t) => {
    const world = await makeWorld(1, { autoCreateTopicsEnable: false })
    const { clock, broker, environment } = world
    const consumer = makeConsumer(world, { ...protocol, metadataMaxAgeMs: 10_000 })
    const seen: string[] = []
    const running = consumer.run((record) => void seen.push(valueOf(record)))
    await clock.advance(60_000)
    t.deepEqual(consumer.assignment(), [])
    await advanceUntilSettled(clock, createTopic(broker.bootstrapServers, 'orders', 3, environment))
    for (const partition of [0, 1, 2]) await send(world, 'orders', String(partition), partition)
    await clock.advanceUntil(() => seen.length === 3, 120_000)
    t.deepEqual(seen.sort(), ['0', '1', '2'])
    await end(world, { consumer, running })
  })

  test(`a static member that comes back keeps its partitions, and nobody notices (${name})`, async (t) => {
    const world = await makeWorld(2)
    const { clock } = world
    const told: string[] = []
    const make = (id: string) => {
      const consumer = makeConsumer(world, {
        ...protocol,
        groupInstanceId: id,
        rebalanceListener: {
          onAssigned: (partitions) => void (partitions.length > 0 && told.push(`${id} gets ${names(partitions)}`)),
          onRevoked: (partitions) => void told.push(`${id} gives ${names(partitions)}`),
          onLost: (partitions) => void told.push(`${id} loses ${names(partitions)}`),
        },
      })
      return { consumer, running: consumer.run(() => undefined) }
    }
    const a = make('a')
    const b = make('b')
    await clock.advanceUntil(() => [a, b].every(({ consumer }) => consumer.assignment().length === 1), 120_000)
    await clock.advance(10_000)
    const [ofA] = a.consumer.assignment()
    told.length = 0
    await advanceUntilSettled(clock, a.consumer.close())
    await clock.advance(20_000)
    const again = make('a')
    await clock.advanceUntil(() => again.consumer.assignment().length === 1, 60_000)
    await clock.advance(60_000)
    t.deepEqual(told, [`a gives ${ofA!.partition}`, `a gets ${ofA!.partition}`])
    await end(world, again, b)
  })
}

test('an assignor of your own shares the partitions out', async (t) => {
  const world = await makeWorld(4)
  const { clock } = world
  const allToOne: PartitionAssignor = {
    name: 'the-oldest-takes-all',
    assign(partitionCounts, members) {
      const sorted = [...members].sort((a, b) => Number(text.decode(b.userData!)) - Number(text.decode(a.userData!)))
      const all = [...partitionCounts].flatMap(([topic, count]) =>
        Array.from({ length: count }, (_, partition) => ({ topic, partition })),
      )
      return new Map(sorted.map(({ memberId }, i) => [memberId, i === 0 ? all : []]))
    },
  }
  await send(world, 'orders', 'a')
  const make = (age: number) => {
    const userData = () => new TextEncoder().encode(String(age))
    const consumer = makeConsumer(world, { partitionAssignmentStrategy: [{ ...allToOne, userData }] })
    return { consumer, running: consumer.run(() => undefined) }
  }
  const members = [make(30), make(70), make(50)]
  await clock.advance(20_000)
  t.deepEqual(
    members.map(({ consumer }) => consumer.assignment().length),
    [0, 4, 0],
  )
  await end(world, ...members)
})

test('partitions that are assigned by hand are read once their topic is made', async (t) => {
  const world = await makeWorld(1, { autoCreateTopicsEnable: false })
  const { clock, broker, environment } = world
  const consumer = makeConsumer(world, { topics: [] })
  consumer.assign([{ topic: 'later', partition: 1 }])
  const seen: string[] = []
  const running = consumer.run((record) => void seen.push(valueOf(record)))
  await clock.advance(60_000)
  await advanceUntilSettled(clock, createTopic(broker.bootstrapServers, 'later', 2, environment))
  await send(world, 'later', 'here', 1)
  await clock.advanceUntil(() => seen.length === 1, 120_000)
  t.deepEqual(seen, ['here'])
  await end(world, { consumer, running })
})

test('a member whose rack has a replica reads from it (KIP-392)', async (t) => {
  const world = await makeWorld(1, {
    brokers: 3,
    defaultReplicationFactor: 3,
    racks: ['a', 'b', 'c'],
    replicaSelectorClass: 'org.apache.kafka.common.replica.RackAwareReplicaSelector',
  })
  const { clock, broker } = world
  for (let i = 0; i < 5; i++) await send(world, 'orders', String(i))
  const leader = broker.leaderOf('orders', 0)
  const near = broker.brokers.find(({ id }) => id !== leader)!
  const failedFetches: string[] = []
  const consumer = makeConsumer(world, {
    clientRack: near.rack!,
    onEvent: (event) =>
      void (event.type === 'retry' && event.api === 'Fetch' && failedFetches.push(event.error.message)),
  })
  const seen: string[] = []
  const running = consumer.run((record) => void seen.push(valueOf(record)))
  await clock.advanceUntil(() => seen.length === 5, 60_000)
  await send(world, 'orders', '5')
  await clock.advanceUntil(() => seen.length === 6, 60_000)
  t.deepEqual(failedFetches, [])
  await advanceUntilSettled(clock, broker.kill(near.id))
  await send(world, 'orders', '6')
  await clock.advanceUntil(() => seen.length === 7, 120_000)
  t.deepEqual(seen, ['0', '1', '2', '3', '4', '5', '6'])
  // It was the one near by that was asked: its death was noticed, and the leader took its place.
  t.true(failedFetches.length > 0)
  await end(world, { consumer, running })
})
