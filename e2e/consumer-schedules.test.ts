// Random schedules of members that join and leave, on the reference broker, for each protocol: hours of simulated time, from a seed.
import { Consumer, type ConsumerOptions, type TopicPartition } from '@odradek/consumer'
import { advanceUntilSettled, seededRandom } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeWorld, produce, type World } from './consumer-world.ts'

const PARTITIONS = 12
const RECORDS = 1200

const protocols = {
  eager: { partitionAssignmentStrategy: ['range'] },
  cooperative: { partitionAssignmentStrategy: ['cooperative-sticky'] },
  consumer: { groupProtocol: 'consumer' },
} as const satisfies Record<string, Partial<ConsumerOptions>>

/** Members with a book of who owns what, from the call of onAssigned to the end of onRevoked or the call of onLost. */
class Group {
  readonly owners = new Map<string, Member>()
  readonly handled = new Map<string, number>()
  readonly faults: string[] = []
  readonly world: World
  readonly options: Partial<ConsumerOptions>
  readonly random: () => number

  constructor(world: World, options: Partial<ConsumerOptions>, random: () => number) {
    this.world = world
    this.options = options
    this.random = random
  }
}

const keyOf = ({ topic, partition }: TopicPartition) => `${topic}-${partition}`

class Member {
  readonly consumer: Consumer
  readonly running: Promise<void>
  isGone = false

  constructor({ world, owners, faults, handled, options, random }: Group, name: string) {
    const giveUp = (partitions: readonly TopicPartition[]) => {
      for (const tp of partitions) if (owners.get(keyOf(tp)) === this) owners.delete(keyOf(tp))
    }
    this.consumer = new Consumer(
      {
        bootstrapServers: world.broker.bootstrapServers,
        clientId: name,
        groupId: 'group',
        topics: ['orders'],
        autoOffsetReset: 'earliest',
        autoCommitIntervalMs: 500,
        sessionTimeoutMs: 45_000,
        rebalanceListener: {
          onAssigned: (partitions) => {
            for (const tp of partitions) {
              if (owners.has(keyOf(tp))) faults.push(`${keyOf(tp)} has two owners`)
              owners.set(keyOf(tp), this)
            }
          },
          onRevoked: giveUp,
          onLost: giveUp,
        },
        ...options,
      },
      world.environment,
    )
    this.running = this.consumer.run(
      async (record) => {
        if (owners.get(keyOf(record)) !== this) faults.push(`${keyOf(record)} is worked on by one who does not own it`)
        await new Promise<void>((resolve) => void world.clock.setTimer(random() * 40, resolve))
        const id = `${record.partition}/${record.offset}`
        handled.set(id, (handled.get(id) ?? 0) + 1)
      },
      { concurrency: 4 },
    )
  }

  async leave(): Promise<void> {
    this.isGone = true
    await this.consumer.close()
    await this.running
  }
}

for (const [name, options] of Object.entries(protocols))
  test(`a hundred members join and leave at random, and nothing is lost, doubled or owned twice (${name})`, async (t) => {
    const world = await makeWorld(PARTITIONS)
    const { clock } = world
    const random = seededRandom(7)
    const group = new Group(world, options, random)
    const members: Member[] = []
    const leaving: Promise<void>[] = []
    const alive = () => members.filter(({ isGone }) => !isGone)
    for (let i = 0; i < 100; i++) {
      members.push(new Member(group, `member-${i}`))
      if (i % 10 === 0) await produce(world, RECORDS / 10, PARTITIONS)
      await clock.advance(random() * 4000)
      const staying = alive()
      if (staying.length > 15 || (staying.length > 3 && random() < 0.6))
        leaving.push(staying[Math.floor(random() * staying.length)]!.leave())
    }
    await clock.advanceUntil(() => group.handled.size === RECORDS, 600_000)
    await clock.advanceUntil(() => group.owners.size === PARTITIONS, 120_000)
    t.deepEqual(group.faults, [])
    t.is([...group.handled.values()].filter((times) => times > 1).length, 0)
    await advanceUntilSettled(clock, Promise.all([...leaving, ...alive().map((member) => member.leave())]))
    t.is(group.owners.size, 0)
    await endWorld(world)
  })
