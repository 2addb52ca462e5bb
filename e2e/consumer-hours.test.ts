// The life of a group over hours of simulated time, for each protocol and from several seeds: members join, leave, crash and dawdle, and the
// coordinator moves. After each disturbance the group settles before the next.
import { advanceUntilSettled, seededRandom } from '@odradek/test-kit'
import test from 'ava'
import { ChaosGroup, chaosProtocols } from './chaos-group.ts'
import { endWorld, makeWorld, type World } from './consumer-world.ts'

const PARTITIONS = 4
const HOURS = 2
const HOUR_MS = 3_600_000
const RECORDS_PER_ROUND = 8
/** A session that ends, a rebalance that waits for a member in vain, a handler that dawdles, and the way to a new coordinator, one after the other. */
const BOUND_MS = 90_000

/** The leader of each of the group's partitions of __consumer_offsets goes over to another broker. */
function moveCoordinators({ broker }: World, id: number): void {
  for (let partition = 0; partition < OFFSETS_PARTITIONS; partition++)
    broker.moveLeader('__consumer_offsets', partition, id)
}

const OFFSETS_PARTITIONS = 2

for (const [name, consumer] of Object.entries(chaosProtocols))
  for (const seed of [1, 2])
    test(`${HOURS} hours of joins, leaves, crashes, slow handlers and coordinators that move: the group always settles (${name}, seed ${seed})`, async (t) => {
      t.timeout(240_000)
      const world = await makeWorld(PARTITIONS, {
        brokers: 2,
        defaultReplicationFactor: 2,
        offsetsTopicNumPartitions: OFFSETS_PARTITIONS,
        offsetsTopicReplicationFactor: 2,
        groupMinSessionTimeoutMs: 1000,
      })
      const { clock, producer } = world
      const random = seededRandom(seed)
      const handlerMs = () => (random() < 0.02 ? 25_000 : random() * 1000)
      const group = new ChaosGroup(world, {
        partitions: PARTITIONS,
        random,
        handlerMs,
        consumer: { ...consumer, fetchMaxWaitMs: 30_000, heartbeatIntervalMs: 3000 },
      })
      group.join()
      group.join()
      let sent = 0
      let rounds = 0
      while (clock.nowMs() < HOURS * HOUR_MS) {
        rounds++
        const sends = Array.from({ length: RECORDS_PER_ROUND }, () => {
          const n = sent++
          return producer.send({ topic: 'orders', partition: n % PARTITIONS, key: `k${n % 7}`, value: String(n) })
        })
        await advanceUntilSettled(clock, Promise.all(sends))
        if (group.alive.length < 5 && random() < 0.5) group.join()
        if (group.alive.length > 2 && random() < 0.4) group.leave(group.one(group.alive))
        if (group.alive.length > 2 && random() < 0.3) group.crash(group.one(group.alive))
        if (random() < 0.3) moveCoordinators(world, group.one(world.broker.brokers).id)
        // Sometimes the next disturbance comes before this one is over.
        await clock.advance(random() < 0.3 ? random() * 20_000 : BOUND_MS)
        await group.audit()
        if (rounds % 4 !== 0) continue
        await clock.advance(BOUND_MS)
        if (group.owners.size !== PARTITIONS)
          group.faults.push(
            `${group.owners.size} partitions have owners after ${BOUND_MS} quiet ms, at ${clock.nowMs()}`,
          )
        if (group.handled.size !== sent)
          group.faults.push(`${group.handled.size} of ${sent} were handled at ${clock.nowMs()}`)
      }
      await clock.advance(BOUND_MS)
      await group.audit()
      t.deepEqual(group.faults, [])
      t.is(group.handled.size, sent)
      t.true(group.longestOrphanedMs <= BOUND_MS, 'no partition was without an owner for longer')
      t.log(
        `${rounds} rounds, ${sent} records, ${group.deliveries} deliveries, ${group.members.length} members; at most ${Math.round(group.longestOrphanedMs / 1000)} s without an owner`,
      )
      await group.end()
      t.is(group.owners.size, 0)
      await endWorld(world)
    })
