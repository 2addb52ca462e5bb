// Fetches and reading side by side, in simulated time: no reader waits for a broker that has records for it.
import type { Consumer } from '@odradek/consumer'
import { advanceUntilSettled } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeConsumer, makeWorld, type World } from './consumer-world.ts'

const PARTITIONS = 4
const RECORDS = 400

/** Records of 1 KB: most of them, or all, in partition 0. */
async function sendUnevenly({ clock, producer }: World, inOthers: number): Promise<void> {
  const value = new Uint8Array(1000)
  const partitions = [
    ...new Array<number>(RECORDS).fill(0),
    ...[1, 2, 3].flatMap((p) => new Array<number>(inOthers).fill(p)),
  ]
  await advanceUntilSettled(
    clock,
    Promise.all(partitions.map((partition) => producer.send({ topic: 'orders', partition, value }))),
  )
}

const ways = {
  records: async (consumer: Consumer, onRecord: () => Promise<boolean>) => {
    for await (const record of consumer) if (record.value !== null && (await onRecord())) return
  },
  batches: async (consumer: Consumer, onRecord: () => Promise<boolean>) => {
    for await (const batch of consumer.batches())
      for (const record of batch) if (record.value !== null && (await onRecord())) return
  },
  'run()': async (consumer: Consumer, onRecord: () => Promise<boolean>) => {
    const end = new AbortController()
    await consumer.run(async () => void ((await onRecord()) && end.abort()), { signal: end.signal, concurrency: 2 })
  },
}

for (const [name, read] of Object.entries(ways))
  for (const inOthers of [0, 40])
    test(`partitions that are read to their end do not hold up one that is not (${name}, ${inOthers} records in each of them)`, async (t) => {
      const world = await makeWorld(PARTITIONS)
      const { clock } = world
      await sendUnevenly(world, inOthers)
      const consumer = makeConsumer(world, { maxPartitionFetchBytes: 20_000, fetchMaxWaitMs: 500 })
      let seen = 0
      let firstAtMs = Infinity
      const onRecord = async () => {
        if (++seen === 1) firstAtMs = clock.nowMs()
        if (seen % 4 === 0) await new Promise<void>((resolve) => void clock.setTimer(1, resolve))
        return seen === RECORDS + 3 * inOthers
      }
      await advanceUntilSettled(clock, read(consumer, onRecord))
      const tookMs = clock.nowMs() - firstAtMs
      const workMs = (RECORDS + 3 * inOthers) / 4
      // Twenty answers and more come meanwhile. Each of them takes 2 ms on the way.
      t.true(tookMs < workMs * 1.5, `${tookMs} ms for ${workMs} ms of work`)
      await advanceUntilSettled(clock, consumer.close())
      await endWorld(world)
    })
