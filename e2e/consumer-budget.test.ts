// A consumer whose memory is full, in simulated time: what it drops to make room comes again, and nothing else does.
import type { Consumer, ConsumerOptions, ConsumerRecord } from '@odradek/consumer'
import { advanceUntilSettled } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeConsumer, makeWorld, numberOf, type World } from './consumer-world.ts'

const PARTITIONS = 4
const RECORDS = 4000

/** Says when all have come. */
type OnRecord = (record: ConsumerRecord) => Promise<boolean>

const ways = {
  'for await': async (consumer: Consumer, onRecord: OnRecord) => {
    for await (const record of consumer) if (await onRecord(record)) return
  },
  'batches()': async (consumer: Consumer, onRecord: OnRecord) => {
    for await (const batch of consumer.batches()) for (const record of batch) if (await onRecord(record)) return
  },
  'poll()': async (consumer: Consumer, onRecord: OnRecord) => {
    for (;;) for (const record of await consumer.poll({ maxRecords: 7 })) if (await onRecord(record)) return
  },
  'run()': async (consumer: Consumer, onRecord: OnRecord) => {
    const end = new AbortController()
    await consumer.run(async (record) => void ((await onRecord(record)) && end.abort()), {
      signal: end.signal,
      concurrency: PARTITIONS,
    })
  },
}

async function fullConsumer(
  options: Partial<ConsumerOptions>,
  valueOf: (number: number) => string = String,
  atOnce = RECORDS,
): Promise<{ world: World; consumer: Consumer }> {
  const world = await makeWorld(PARTITIONS)
  // Of now: records of long ago the broker deletes while they are read.
  const timestamp = world.clock.wallClockMs()
  for (let from = 0; from < RECORDS; from += atOnce) {
    const sends = Array.from({ length: atOnce }, (_, i) => {
      const number = from + i
      return world.producer.send({ topic: 'orders', partition: number % PARTITIONS, value: valueOf(number), timestamp })
    })
    await advanceUntilSettled(world.clock, Promise.all(sends))
  }
  return { world, consumer: makeConsumer(world, options) }
}

const sleep = ({ clock }: World, ms: number) => new Promise<void>((resolve) => void clock.setTimer(ms, resolve))

for (const [name, read] of Object.entries(ways)) {
  test(`partitions that are paused while memory is short give each record once (${name})`, async (t) => {
    const { world, consumer } = await fullConsumer({ fetchMaxBytes: 20_000, maxPartitionFetchBytes: 5000 })
    const times = new Map<number, number>()
    let pauses = 0
    const onRecord = async (record: ConsumerRecord) => {
      const number = numberOf(record)
      times.set(number, (times.get(number) ?? 0) + 1)
      if (number % 50 === 0 && times.get(number) === 1) {
        pauses++
        consumer.pause([record])
        void sleep(world, 200).then(() => consumer.resume([record]))
      }
      if (number % 10 === 0) await sleep(world, 1)
      return times.size === RECORDS
    }
    await advanceUntilSettled(world.clock, read(consumer, onRecord))
    t.is(times.size, RECORDS)
    t.is(pauses, RECORDS / 50)
    t.is([...times.values()].filter((count) => count > 1).length, 0)
    await advanceUntilSettled(world.clock, consumer.close())
    await endWorld(world)
  })
}

test('run: handlers slower than the brokers, with memory for few fetches, are given each record once', async (t) => {
  const { world, consumer } = await fullConsumer({ fetchMaxBytes: 30_000, maxPartitionFetchBytes: 10_000 })
  const times = new Map<number, number>()
  const onRecord = async (record: ConsumerRecord) => {
    times.set(numberOf(record), (times.get(numberOf(record)) ?? 0) + 1)
    await sleep(world, 2)
    return times.size === RECORDS
  }
  const startedAtMs = world.clock.nowMs()
  await advanceUntilSettled(world.clock, ways['run()'](consumer, onRecord))
  t.is(times.size, RECORDS)
  t.is([...times.values()].filter((count) => count > 1).length, 0)
  // Four handlers at once, 2 ms each, and a second to join.
  const tookMs = world.clock.nowMs() - startedAtMs
  t.true(tookMs < (RECORDS / PARTITIONS) * 2 * 1.5 + 1000, `${tookMs} ms`)
  const fetches = consumer.metrics()['fetch-total']!
  t.true(fetches < 30, `${fetches} fetches`)
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})

test('run: large records that wait for handlers are few, and all come when the handlers go on', async (t) => {
  const options = { fetchMaxBytes: 100_000, maxPartitionFetchBytes: 20_000 }
  const { world, consumer } = await fullConsumer(options, (number) => String(number).padStart(1000, '0'), 40)
  let release = () => undefined as void
  const gate = new Promise<void>((resolve) => (release = resolve))
  const seen: number[] = []
  const end = new AbortController()
  const running = consumer.run(
    async (record) => {
      await gate
      if (seen.push(numberOf(record)) === RECORDS) end.abort()
    },
    { concurrency: 2, signal: end.signal },
  )
  await world.clock.advanceUntil(() => consumer.metrics()['buffered-bytes']! > 0, 60_000)
  await world.clock.advance(30_000)
  const { 'bytes-consumed-total': taken, 'buffered-bytes': buffered } = consumer.metrics()
  // By the count of records alone it would be two megabytes.
  t.true(taken! + buffered! < 300_000, `${taken} bytes taken, ${buffered} buffered`)
  release()
  await advanceUntilSettled(world.clock, running)
  t.is(new Set(seen).size, RECORDS)
  t.is(seen.length, RECORDS)
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})
