// Random schedules of joins, leaves, members that are cut off, slow handlers, and brokers that die and come back, for each protocol, from a seed:
// three brokers in simulated time. What must hold at every moment is written down as it happens.
import { Consumer, type ConsumerOptions, type TopicPartition } from '@odradek/consumer'
import type { Address, ByteStream, Listener, StreamEvents, Transport } from '@odradek/network'
import { advanceUntilSettled, seededRandom } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeConsumer, makeWorld, numberOf, type World } from './consumer-world.ts'

const PARTITIONS = 6
const ROUNDS = 40
const RECORDS_PER_ROUND = 30
const SESSION_MS = 10_000

const protocols = {
  eager: { partitionAssignmentStrategy: ['range'] },
  cooperative: { partitionAssignmentStrategy: ['cooperative-sticky'] },
  consumer: { groupProtocol: 'consumer' },
} as const satisfies Record<string, Partial<ConsumerOptions>>

/** A member's way to the brokers, which can be cut. */
class Line implements Transport {
  readonly #inner: Transport
  readonly #streams = new Set<ByteStream>()
  #isCut = false

  constructor(inner: Transport) {
    this.#inner = inner
  }

  connect(address: Address, events: StreamEvents): ByteStream {
    const stream = this.#inner.connect(address, events)
    if (this.#isCut) stream.destroy()
    else this.#streams.add(stream)
    return stream
  }

  listen(): Promise<Listener> {
    throw new Error('members do not listen')
  }

  cut(): void {
    this.#isCut = true
    for (const stream of this.#streams) stream.destroy()
    this.#streams.clear()
  }

  mend(): void {
    this.#isCut = false
  }
}

const keyOf = ({ topic, partition }: TopicPartition) => `${topic}-${partition}`

class Group {
  readonly owners = new Map<string, Member>()
  /** Offsets whose handlers have ended, by partition. */
  readonly finished = Array.from({ length: PARTITIONS }, () => new Set<number>())
  readonly handled = new Set<number>()
  readonly faults: string[] = []
  deliveries = 0
}

class Member {
  readonly consumer: Consumer
  readonly line: Line
  readonly running: Promise<void>
  isGone = false

  constructor(world: World, group: Group, options: Partial<ConsumerOptions>, random: () => number) {
    const giveUp = (partitions: readonly TopicPartition[]) => {
      for (const tp of partitions) if (group.owners.get(keyOf(tp)) === this) group.owners.delete(keyOf(tp))
    }
    this.line = new Line(world.environment.transport)
    this.consumer = new Consumer(
      {
        bootstrapServers: world.broker.bootstrapServers,
        groupId: 'group',
        topics: ['orders'],
        autoOffsetReset: 'earliest',
        autoCommitIntervalMs: 1000,
        sessionTimeoutMs: SESSION_MS,
        heartbeatIntervalMs: 2000,
        maxPollIntervalMs: 20_000,
        fetchMaxWaitMs: 5000,
        rebalanceListener: {
          onAssigned: (partitions) => {
            for (const tp of partitions) {
              if (group.owners.has(keyOf(tp)))
                group.faults.push(`${keyOf(tp)} has two owners at ${world.clock.nowMs()}`)
              group.owners.set(keyOf(tp), this)
            }
          },
          onRevoked: giveUp,
          onLost: giveUp,
        },
        ...options,
      },
      { ...world.environment, transport: this.line },
    )
    this.running = this.consumer.run(
      async (record) => {
        group.deliveries++
        // One in a hundred takes longer than maxPollIntervalMs.
        const ms = random() < 0.01 ? 25_000 : random() * 100
        await new Promise<void>((resolve) => void world.clock.setTimer(ms, resolve))
        group.finished[record.partition]!.add(Number(record.offset))
        group.handled.add(numberOf(record))
      },
      { concurrency: 3, orderBy: 'key' },
    )
  }
}

for (const [name, options] of Object.entries(protocols))
  test(`whatever happens: one owner for each partition, and no commit passes unfinished work (${name})`, async (t) => {
    t.timeout(240_000)
    const world = await makeWorld(PARTITIONS, {
      brokers: 3,
      defaultReplicationFactor: 3,
      groupMinSessionTimeoutMs: 1000,
    })
    const { clock, broker, producer } = world
    const random = seededRandom(11)
    const group = new Group()
    const members: Member[] = []
    const leaving: Promise<unknown>[] = []
    const alive = () => members.filter(({ isGone }) => !isGone)
    const one = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]!
    const auditor = makeConsumer(world, { topics: [] })
    const all = Array.from({ length: PARTITIONS }, (_, partition) => ({ topic: 'orders', partition }))
    const audit = async () => {
      const committed = await advanceUntilSettled(clock, auditor.committed(all))
      for (const [partition, at] of committed.entries())
        for (let offset = 0; offset < Number(at?.offset ?? 0n); offset++)
          if (!group.finished[partition]!.has(offset))
            group.faults.push(`${offset} of ${partition} was committed unfinished`)
    }
    let sent = 0
    for (let round = 0; round < ROUNDS; round++) {
      const sends = Array.from({ length: RECORDS_PER_ROUND }, () => {
        const n = sent++
        return producer.send({ topic: 'orders', partition: n % PARTITIONS, key: `k${n % 20}`, value: String(n) })
      })
      await advanceUntilSettled(clock, Promise.all(sends))
      if (alive().length < 3 || random() < 0.4) members.push(new Member(world, group, options, random))
      if (alive().length > 4 && random() < 0.6) {
        const member = one(alive())
        member.isGone = true
        leaving.push(member.consumer.close(), member.running)
      }
      if (random() < 0.3) {
        const { line } = one(alive())
        line.cut()
        clock.setTimer(random() * 2 * SESSION_MS, () => line.mend())
      }
      if (random() < 0.3) {
        const { id } = one(broker.brokers)
        await advanceUntilSettled(clock, broker.kill(id))
        await clock.advance(random() * 15_000)
        await advanceUntilSettled(clock, broker.restart(id))
      }
      await clock.advance(random() * 10_000)
      await audit()
    }
    await clock.advanceUntil(() => group.handled.size === sent, 600_000)
    await clock.advanceUntil(() => group.owners.size === PARTITIONS, 120_000)
    await clock.advance(5000)
    await audit()
    t.deepEqual(group.faults, [])
    t.log(
      `${sent} records, ${group.deliveries} deliveries, ${members.length} members, ${Math.round(clock.nowMs() / 60_000)} minutes`,
    )
    await advanceUntilSettled(
      clock,
      Promise.all([auditor.close(), ...leaving, ...alive().map(({ consumer }) => consumer.close())]),
    )
    t.is(group.owners.size, 0)
    await endWorld(world)
  })
