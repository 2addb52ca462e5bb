// The producer and the reference broker in memory, under one clock: what is acknowledged is in the log, whatever happens to connections.
import { Broker } from '@odradek/broker'
import { type Environment, MemoryNetwork } from '@odradek/network'
import { NetworkClient, networkOptionTable, resolveOptions } from '@odradek/network/internal'
import { Producer, type RecordMetadata } from '@odradek/producer'
import { BrokerError, TimeoutError } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { decodeRecordBatches } from '@odradek/records'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

const PARTITIONS = 3

async function setUp(t: ExecutionContext, seed: number, configs: Record<string, string> = {}) {
  const clock = new FakeClock()
  const random = seededRandom(seed)
  const network = new MemoryNetwork({ clock, latencyMs: 1 })
  const environment: Environment = { clock, transport: network, random }
  const topics = [{ name: 'orders', partitions: PARTITIONS, configs }]
  const broker = await Broker.start({ port: 9092, topics, autoCreateTopicsEnable: false }, environment)
  t.teardown(() => broker.close())
  return {
    clock,
    random,
    network,
    environment,
    broker,
    until: <T>(promise: Promise<T>) => advanceUntilSettled(clock, promise),
  }
}

type Cluster = Awaited<ReturnType<typeof setUp>>

/** The values in a partition's log, in order, each batch checked. */
async function readLog({ environment, broker, until }: Cluster, partition: number): Promise<string[]> {
  const config = resolveOptions('Reader', networkOptionTable, { bootstrapServers: broker.bootstrapServers })
  const client = new NetworkClient(config as never, environment)
  const values: string[] = []
  for (;;) {
    const partitions = [{ partition, fetchOffset: BigInt(values.length), partitionMaxBytes: 1_000_000 }]
    const request = { maxBytes: 10_000_000, topics: [{ topic: 'orders', partitions }] }
    const answer = await until(client.send('any', fetchApi, request, { maxVersion: 12 }))
    const { records } = answer.responses[0]!.partitions[0]!
    const before = values.length
    for (const batch of decodeRecordBatches(records ?? new Uint8Array())) {
      batch.ensureValid()
      for (const record of batch.records()) values.push(new TextDecoder().decode(record.value!))
    }
    if (values.length === before) break
  }
  await until(client.close())
  return values
}

for (const [compressionType, seed] of [
  ['none', 1],
  ['none', 2],
  ['gzip', 3],
  ['gzip', 4],
] as const) {
  test(`connections that break all the time lose nothing and reorder nothing (${compressionType}, seed ${seed})`, async (t) => {
    const cluster = await setUp(t, seed)
    const { clock, random, network, broker, until, environment } = cluster
    const { bootstrapServers, host, port } = broker
    const producer = new Producer({ bootstrapServers, compressionType, batchSize: 300 }, environment)
    const sends: Promise<RecordMetadata>[] = []
    for (let i = 0; i < 2000; i++) {
      sends.push(producer.send({ topic: 'orders', value: `${i}`, partition: i % PARTITIONS }))
      if (random() < 0.2) await clock.advance(Math.floor(random() * 4))
      if (random() < 0.02) network.cut({ host, port })
    }
    const results = await until(Promise.all(sends))
    await until(producer.close())

    let doubled = 0
    for (let partition = 0; partition < PARTITIONS; partition++) {
      const log = await readLog(cluster, partition)
      const firsts = [...new Set(log)]
      doubled += log.length - firsts.length
      t.deepEqual(
        firsts.map(Number),
        Array.from({ length: firsts.length }, (_, i) => i * PARTITIONS + partition),
      )
      for (const [i, metadata] of results.entries()) {
        if (metadata.partition === partition) t.is(log[Number(metadata.offset)], `${i}`)
      }
    }
    t.log(`${doubled} records twice`)
  })
}

test('the broker answers for each partition, and a topic that takes only small batches gets small ones', async (t) => {
  const cluster = await setUp(t, 5, { 'max.message.bytes': '1000' })
  const { broker, until, environment } = cluster
  const producer = new Producer({ bootstrapServers: broker.bootstrapServers }, environment)
  const values = Array.from({ length: 60 }, (_, i) => `${i} `.padEnd(90, 'x'))
  const sent = producer.sendBatch(
    'orders',
    values.map((value) => ({ value, partition: 1 })),
  )
  const large = producer.send({ topic: 'orders', value: 'y'.repeat(2000), partition: 2 })
  const [result] = await until(
    Promise.all([sent, t.throwsAsync(large, { instanceOf: BrokerError, message: /orders-2.*MESSAGE_TOO_LARGE/ })]),
  )
  t.deepEqual(
    [...result].map((metadata) => Number(metadata!.offset)),
    values.map((_, i) => i),
  )
  await until(producer.close())
  t.deepEqual(await readLog(cluster, 1), values)
})

test('a topic that does not exist, where brokers create none', async (t) => {
  const { broker, until, environment } = await setUp(t, 6)
  const producer = new Producer({ bootstrapServers: broker.bootstrapServers, maxBlockMs: 3000 }, environment)
  const error = await t.throwsAsync(until(producer.send({ topic: 'typo', value: 'x' })))
  t.true(TimeoutError.is(error))
  t.regex(error.message, /typo.*UNKNOWN_TOPIC_OR_PARTITION/)
  await until(producer.close())
})

test('with acks: 0 everything arrives where nothing breaks', async (t) => {
  const cluster = await setUp(t, 7)
  const { broker, until, environment } = cluster
  const producer = new Producer({ bootstrapServers: broker.bootstrapServers, acks: 0 }, environment)
  const result = await until(
    producer.sendBatch(
      'orders',
      Array.from({ length: 100 }, (_, i) => ({ value: `${i}`, partition: 0 })),
    ),
  )
  t.is(result.at(99)!.offset, -1n)
  // The broker has nothing to say, and needs a moment to read: the next request on the same connection comes after it.
  await cluster.clock.advance(10)
  t.is((await readLog(cluster, 0)).length, 100)
  await until(producer.close())
})

test('a record awaited alone lingers, and with flushWhenIdle it does not', async (t) => {
  const { clock, until, environment, broker } = await setUp(t, 7)
  const times: number[] = []
  for (const flushWhenIdle of [false, true]) {
    const producer = new Producer({ bootstrapServers: broker.bootstrapServers, flushWhenIdle }, environment)
    const send = () => until(producer.send({ topic: 'orders', value: 'alone', partition: 0 }))
    // Connects, and learns of the topic.
    await send()
    const startMs = clock.nowMs()
    for (let i = 0; i < 10; i++) await send()
    times.push(clock.nowMs() - startMs)
    await until(producer.close())
  }
  const [lingering, idle] = times as [number, number]
  // The default lingerMs.
  t.true(lingering >= 50, `${lingering} ms`)
  t.is(lingering - idle, 50)
})
