// Random schedules of joins, leaves, members that are cut off, handlers that are slow or throw, seeks and pauses, and brokers that die and come
// back, for each protocol, from a seed: three brokers in simulated time. What must hold at every moment is written down as it happens.
import { advanceUntilSettled, seededRandom } from '@odradek/test-kit'
import test from 'ava'
import { ChaosGroup, chaosProtocols, SESSION_MS } from './chaos-group.ts'
import { endWorld, makeWorld } from './consumer-world.ts'

const PARTITIONS = 6
const ROUNDS = 40
const RECORDS_PER_ROUND = 30

for (const [name, options] of Object.entries(chaosProtocols))
  test(`whatever happens: one owner for each partition, and no commit passes unfinished work (${name})`, async (t) => {
    t.timeout(240_000)
    const world = await makeWorld(PARTITIONS, {
      brokers: 3,
      defaultReplicationFactor: 3,
      groupMinSessionTimeoutMs: 1000,
    })
    const { clock, broker, producer } = world
    const random = seededRandom(11)
    // One in a hundred takes longer than maxPollIntervalMs.
    const handlerMs = () => (random() < 0.01 ? 25_000 : random() * 100)
    const fails = () => random() < 0.01
    const group = new ChaosGroup(world, { partitions: PARTITIONS, random, handlerMs, fails, consumer: options })
    let sent = 0
    for (let round = 0; round < ROUNDS; round++) {
      const sends = Array.from({ length: RECORDS_PER_ROUND }, () => {
        const n = sent++
        return producer.send({ topic: 'orders', partition: n % PARTITIONS, key: `k${n % 20}`, value: String(n) })
      })
      await advanceUntilSettled(clock, Promise.all(sends))
      if (group.alive.length < 3 || random() < 0.4) group.join()
      if (group.alive.length > 4 && random() < 0.6) group.leave(group.one(group.alive))
      if (random() < 0.3) {
        const { line } = group.one(group.alive)
        line.cut()
        clock.setTimer(random() * 2 * SESSION_MS, () => line.mend())
      }
      if (random() < 0.3) {
        const { id } = group.one(broker.brokers)
        await advanceUntilSettled(clock, broker.kill(id))
        await clock.advance(random() * 15_000)
        await advanceUntilSettled(clock, broker.restart(id))
      }
      for (let times = 0; times < 3; times++) {
        await clock.advance((random() * 10_000) / 3)
        if (random() < 0.5) group.meddle(group.one(group.alive))
      }
      await group.audit()
    }
    await clock.advanceUntil(() => group.handled.size === sent, 600_000)
    await clock.advanceUntil(() => group.owners.size === PARTITIONS, 120_000)
    await clock.advance(5000)
    await group.audit()
    t.deepEqual(group.faults, [])
    t.log(
      `${sent} records, ${group.deliveries} deliveries, ${group.members.length} members, ${Math.round(clock.nowMs() / 60_000)} minutes`,
    )
    await group.end()
    t.is(group.owners.size, 0)
    await endWorld(world)
  })
