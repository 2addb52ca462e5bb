// The life of a share group over hours of simulated time, from several seeds: members join, leave and crash with records in hand, handlers are
// slower than locks last, and leaders move.
import { ShareConsumer, type ShareRecord } from '@odradek/consumer'
import { advanceUntilSettled, seededRandom } from '@odradek/test-kit'
import test from 'ava'
import { setGroupConfigs } from './administration.ts'
import { Line } from './chaos-group.ts'
import { endWorld, makeWorld, numberOf, type World } from './consumer-world.ts'

const PARTITIONS = 2
const HOURS = 2
const HOUR_MS = 3_600_000
const RECORDS_PER_ROUND = 6
/** The lock of a member that crashed ends, its records go to another, whose handler dawdles. */
const BOUND_MS = 120_000
/** A leader that moves forgets its locks. Whoever has one hears of it when the lock is to be renewed, or would have ended (30 s). */
const NEWS_MS = 31_000

/** Who works on what, and what was done. */
class ShareGroup {
  readonly world: World
  readonly random: () => number
  readonly members: ShareMember[] = []
  readonly handled = new Set<number>()
  readonly faults: string[] = []
  readonly leaving: Promise<unknown>[] = []
  /** By number: the record, as long as its handler runs in a member that lives. */
  readonly inHand = new Map<number, ShareRecord>()
  /** Records whose handlers run in members that live. */
  readonly working = new Set<ShareRecord>()
  /** When a leader last moved. */
  movedAtMs = -Infinity
  deliveries = 0

  constructor(world: World, random: () => number) {
    this.world = world
    this.random = random
  }

  get alive(): ShareMember[] {
    return this.members.filter(({ isGone }) => !isGone)
  }

  one<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)]!
  }

  leave(member: ShareMember): void {
    member.isGone = true
    this.leaving.push(member.consumer.close(), member.running)
  }

  /** A handler begins: nobody else has the record, unless its leader has moved and has not told them yet. */
  begin(number: number, member: ShareMember, record: ShareRecord): void {
    this.deliveries++
    member.records.add(record)
    const before = this.inHand.get(number)
    if (before !== undefined && !before.signal.aborted) {
      const { clock } = this.world
      if (clock.nowMs() - this.movedAtMs > NEWS_MS) this.faults.push(`${number} is with two at ${clock.nowMs()}`)
      clock.setTimer(NEWS_MS, () => {
        if (this.working.has(before) && !before.signal.aborted)
          this.faults.push(`${number} was with two for ${NEWS_MS} ms`)
      })
    }
    if (member.hasCrashed) return
    this.inHand.set(number, record)
    this.working.add(record)
  }

  end(number: number, member: ShareMember, record: ShareRecord): void {
    member.records.delete(record)
    this.working.delete(record)
    if (this.inHand.get(number) === record) this.inHand.delete(number)
    if (!member.hasCrashed) this.handled.add(number)
  }

  crash(member: ShareMember): void {
    member.hasCrashed = true
    for (const record of member.records) this.working.delete(record)
    for (const [number, record] of this.inHand) if (member.records.has(record)) this.inHand.delete(number)
    member.line.cut()
    this.leave(member)
  }
}

class ShareMember {
  readonly consumer: ShareConsumer
  readonly running: Promise<void>
  readonly line: Line
  readonly records = new Set<ShareRecord>()
  isGone = false
  hasCrashed = false

  constructor(group: ShareGroup) {
    const { world, random } = group
    this.line = new Line(world.environment.transport)
    this.consumer = new ShareConsumer(
      {
        bootstrapServers: world.broker.bootstrapServers,
        groupId: 'queue',
        topics: 'orders',
        maxPollRecords: 4,
        fetchMaxWaitMs: 10_000,
      },
      { ...world.environment, transport: this.line },
    )
    this.running = this.consumer.run(
      async (record) => {
        const number = numberOf(record)
        group.begin(number, this, record)
        // Some take longer than a lock lasts: it is renewed.
        const ms = random() < 0.05 ? 40_000 : random() * 3000
        await new Promise<void>((resolve) => void world.clock.setTimer(ms, resolve))
        group.end(number, this, record)
      },
      { concurrency: 2 },
    )
  }
}

for (const seed of [1, 2])
  test(`${HOURS} hours of a share group: each record is handled, and never by two at a time (seed ${seed})`, async (t) => {
    t.timeout(240_000)
    const world = await makeWorld(PARTITIONS, { brokers: 2, defaultReplicationFactor: 2, topics: ['orders'] })
    const { clock, producer, broker, environment } = world
    const configs = { 'share.auto.offset.reset': 'earliest', 'share.delivery.count.limit': '10' }
    await advanceUntilSettled(clock, setGroupConfigs(broker.bootstrapServers, 'queue', configs, environment))
    const random = seededRandom(seed)
    const group = new ShareGroup(world, random)
    const join = () => void group.members.push(new ShareMember(group))
    join()
    join()
    let sent = 0
    let rounds = 0
    while (clock.nowMs() < HOURS * HOUR_MS) {
      rounds++
      const sends = Array.from({ length: RECORDS_PER_ROUND }, () => {
        const n = sent++
        return producer.send({ topic: 'orders', partition: n % PARTITIONS, value: String(n) })
      })
      await advanceUntilSettled(clock, Promise.all(sends))
      await clock.advance(random() * 3000)
      if (group.alive.length < 4 && random() < 0.5) join()
      if (group.alive.length > 2 && random() < 0.3) group.leave(group.one(group.alive))
      if (group.alive.length > 2 && random() < 0.4) group.crash(group.one(group.alive))
      if (random() < 0.3) {
        broker.moveLeader('orders', Math.floor(random() * PARTITIONS), group.one(broker.brokers).id)
        group.movedAtMs = clock.nowMs()
      }
      await clock.advance(random() < 0.3 ? random() * 20_000 : 60_000)
      if (rounds % 4 !== 0) continue
      await clock.advance(BOUND_MS)
      if (group.handled.size !== sent)
        group.faults.push(`${group.handled.size} of ${sent} were handled at ${clock.nowMs()}`)
    }
    await clock.advance(BOUND_MS)
    t.deepEqual(group.faults, [])
    t.is(group.handled.size, sent)
    t.log(`${rounds} rounds, ${sent} records, ${group.deliveries} deliveries, ${group.members.length} members`)
    const closing = group.alive.map(({ consumer }) => consumer.close())
    await advanceUntilSettled(clock, Promise.all([...group.leaving, ...closing]))
    await endWorld(world)
  })
