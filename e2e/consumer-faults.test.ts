// Consumers whose connections are cut at random, against the reference broker: everything arrives, in order, and nothing that was
// committed comes again.
import { Broker } from '@odradek/broker'
import { Consumer } from '@odradek/consumer'
import { MemoryNetwork } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'
import test from 'ava'

const PARTITIONS = 4
const RECORDS = 400
const text = new TextDecoder()

for (let seed = 1; seed <= 6; seed++) {
  test(`connections are cut and members come and go: everything arrives (seed ${seed})`, async (t) => {
    const random = seededRandom(seed)
    const clock = new FakeClock()
    const transport = new MemoryNetwork({ clock, latencyMs: 1 })
    const environment = { clock, transport, random }
    const broker = await advanceUntilSettled(clock, Broker.start({ partitions: PARTITIONS }, environment))
    const producer = new Producer({ bootstrapServers: broker.bootstrapServers }, environment)
    const sends = Array.from({ length: RECORDS }, (_, i) =>
      producer.send({ topic: 'orders', partition: i % PARTITIONS, value: String(i), timestamp: 1000 + i }),
    )
    await advanceUntilSettled(clock, Promise.all(sends))
    await advanceUntilSettled(clock, producer.close())

    const seen = new Set<number>()
    const owners = new Map<string, number>()
    const readings: Promise<void>[] = []
    const consumers: Consumer[] = []
    const add = () => {
      const id = consumers.length
      const giveUp = (partitions: readonly { topic: string; partition: number }[]) => {
        for (const { partition } of partitions) owners.delete(String(partition))
      }
      const consumer = new Consumer(
        {
          bootstrapServers: broker.bootstrapServers,
          groupId: 'group',
          topics: 'orders',
          autoOffsetReset: 'earliest',
          autoCommitIntervalMs: 500,
          sessionTimeoutMs: 10_000,
          heartbeatIntervalMs: 1000,
          rebalanceListener: {
            onAssigned(partitions) {
              for (const { partition } of partitions) {
                if (owners.has(String(partition))) t.fail(`partition ${partition} has two owners`)
                owners.set(String(partition), id)
              }
            },
            onRevoked: giveUp,
            onLost: giveUp,
          },
        },
        environment,
      )
      consumers.push(consumer)
      readings.push(
        (async () => {
          const last = new Map<number, bigint>()
          for await (const { partition, offset, value } of consumer) {
            const before = last.get(partition)
            // Going back is right after a partition was lost and won again; leaving something out never is.
            if (
              before !== undefined &&
              offset > before + 1n &&
              !seen.has(Number(offset - 1n) * PARTITIONS + partition)
            ) {
              t.fail(`partition ${partition}: ${offset} after ${before}`)
            }
            last.set(partition, offset)
            await new Promise<void>((resolve) => clock.setTimer(Math.floor(random() * 200), resolve))
            seen.add(Number(text.decode(value!)))
          }
        })(),
      )
    }
    add()
    add()
    for (let round = 0; round < 15; round++) {
      await clock.advance(Math.floor(random() * 3000))
      if (random() < 0.7) transport.cut()
      if (random() < 0.2) add()
    }
    await clock.advanceUntil(() => seen.size === RECORDS, 600_000)
    await advanceUntilSettled(clock, Promise.all(consumers.map((consumer) => consumer.close())))
    await Promise.all(readings)
    t.is(owners.size, 0)

    const after = new Consumer(
      { bootstrapServers: broker.bootstrapServers, groupId: 'group', topics: 'orders' },
      environment,
    )
    const committed = await advanceUntilSettled(
      clock,
      after.committed(Array.from({ length: PARTITIONS }, (_, partition) => ({ topic: 'orders', partition }))),
    )
    t.deepEqual(
      committed.map((one) => one?.offset),
      new Array(PARTITIONS).fill(BigInt(RECORDS / PARTITIONS)),
    )
    await advanceUntilSettled(clock, after.close())
    await advanceUntilSettled(clock, broker.close())
  })
}
