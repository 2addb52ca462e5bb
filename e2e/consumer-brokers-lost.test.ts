// Brokers of three that die and stay dead: groups go on with those that are left, on the reference broker in simulated time.
import type { ConsumerEvent, ConsumerOptions } from '@odradek/consumer'
import { advanceUntilSettled } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeConsumer, makeWorld, numberOf } from './consumer-world.ts'

const PARTITIONS = 6
const RECORDS = 600

const protocols = {
  eager: { partitionAssignmentStrategy: ['range'] },
  cooperative: { partitionAssignmentStrategy: ['cooperative-sticky'] },
  'KIP-848': { groupProtocol: 'consumer' },
} as const satisfies Record<string, Partial<ConsumerOptions>>

for (const [name, protocol] of Object.entries(protocols))
  for (const victim of [0, 1, 2])
    // The second member takes partitions over from the first after the death: it has never spoken to the broker that is gone.
    test(`broker ${victim} of three dies for good while a group is forming, and all is read soon (${name})`, async (t) => {
      const world = await makeWorld(PARTITIONS, { brokers: 3, defaultReplicationFactor: 3 })
      const { clock, broker, producer } = world
      const sends = Array.from({ length: RECORDS }, (_, i) =>
        producer.send({ topic: 'orders', partition: i % PARTITIONS, value: String(i) }),
      )
      await advanceUntilSettled(clock, Promise.all(sends))
      const handled = new Set<number>()
      const events: ConsumerEvent[] = []
      const members = [1, 2].map(() => {
        const consumer = makeConsumer(world, { ...protocol, onEvent: (event) => void events.push(event) })
        const running = consumer.run(
          async (record) => {
            await new Promise<void>((resolve) => void clock.setTimer(60, resolve))
            handled.add(numberOf(record))
          },
          { concurrency: PARTITIONS },
        )
        return { consumer, running }
      })
      await clock.advanceUntil(() => handled.size >= 60, 60_000)
      await advanceUntilSettled(clock, broker.kill(broker.brokers[victim]!.id))
      const killedAtMs = clock.nowMs()
      await clock.advanceUntil(() => handled.size === RECORDS, 120_000)
      t.true(clock.nowMs() - killedAtMs < 30_000, `${clock.nowMs() - killedAtMs} ms`)
      t.false(events.some(({ type }) => type === 'lost' || type === 'stalled'))
      await advanceUntilSettled(clock, Promise.all(members.map(({ consumer }) => consumer.close())))
      await Promise.all(members.map(({ running }) => running))
      await endWorld(world)
    })
