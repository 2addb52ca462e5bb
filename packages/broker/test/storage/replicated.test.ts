import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeTcp } from '@odradek/network'
import { UsageError } from '@odradek/protocol'
import { deleteRecordsApi } from '@odradek/protocol/apis/delete-records'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { produceApi } from '@odradek/protocol/apis/produce'
import test from 'ava'
import { Broker } from '../../src/index.ts'
import { batchOf } from '../core/batches.ts'
import { RawClient } from '../raw-client.ts'

const topics = [{ name: 't', replicationFactor: 3 }]

function connect(broker: Broker, id: number): RawClient {
  return new RawClient(
    nodeTcp,
    broker.brokers.find((one) => one.id === id)!,
  )
}

async function produce(client: RawClient, values: string[]): Promise<number> {
  const topicData = [{ name: 't', partitionData: [{ index: 0, records: batchOf(values) }] }]
  const { responses } = await client.ask(produceApi, 9, { acks: -1, timeoutMs: 5_000, topicData })
  return responses[0]!.partitionResponses[0]!.errorCode
}

async function deleteRecords(client: RawClient, offset: bigint, timeoutMs: number) {
  const asked = [{ name: 't', partitions: [{ partitionIndex: 0, offset }] }]
  const answered = await client.ask(deleteRecordsApi, 2, { topics: asked, timeoutMs })
  return answered.topics[0]!.partitions[0]!
}

async function earliest(client: RawClient): Promise<bigint> {
  const asked = [{ name: 't', partitions: [{ partitionIndex: 0, timestamp: -2n }] }]
  const answered = await client.ask(listOffsetsApi, 7, { replicaId: -1, topics: asked })
  return answered.topics[0]!.partitions[0]!.offset
}

test('three brokers keep their replicas in folders of their own, with equal logs, and have them after a restart', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'odradek-three-'))
  t.teardown(() => rmSync(dataDir, { recursive: true }))
  for (const round of [1, 2]) {
    const broker = await Broker.start({ dataDir, brokers: 3, topics })
    const client = connect(broker, broker.leaderOf('t', 0))
    t.is(await produce(client, ['a', 'b']), 0)
    t.is((await broker.records('t')).length, 2 * round)
    client.close()
    await broker.close()
  }
  t.deepEqual(readdirSync(dataDir).sort(), ['broker-1', 'broker-2', 'broker-3'])
  const logs = [1, 2, 3].map((id) => readFileSync(join(dataDir, `broker-${id}`, 't-0', '00000000000000000000.log')))
  t.true(logs[0]!.length > 100)
  for (const log of logs) t.deepEqual(log, logs[0])
})

test('records are deleted once all replicas that are alive have deleted them', async (t) => {
  const broker = await Broker.start({ brokers: 3, topics, replicaLagTimeMaxMs: 60_000 })
  t.teardown(() => broker.close())
  const leader = broker.leaderOf('t', 0)
  const client = connect(broker, leader)
  t.is(await produce(client, ['a', 'b', 'c']), 0)
  t.like(await deleteRecords(client, 2n, 10_000), { errorCode: 0, lowWatermark: 2n })
  const [follower] = broker.brokers.map(({ id }) => id).filter((id) => id !== leader)
  broker.pauseReplication(follower!)
  const late = await deleteRecords(client, 3n, 50)
  t.like(late, { errorCode: 7, lowWatermark: 2n })
  t.is(await earliest(client), 3n)
  const waiting = deleteRecords(client, 3n, 10_000)
  broker.resumeReplication(follower!)
  t.like(await waiting, { errorCode: 0, lowWatermark: 3n })
  await broker.kill(follower!)
  t.is(await produce(client, ['d']), 0)
  t.like(await deleteRecords(client, -1n, 10_000), { errorCode: 0, lowWatermark: 4n })
  client.close()
})

test('a broker that was killed reads its files when it comes back: half a batch is cut off, what is lost is copied again', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'odradek-killed-'))
  t.teardown(() => rmSync(dataDir, { recursive: true }))
  const broker = await Broker.start({ dataDir, brokers: 3, topics, autoCreateTopicsEnable: false })
  const leader = broker.leaderOf('t', 0)
  const [torn, short] = broker.brokers.map(({ id }) => id).filter((id) => id !== leader)
  const client = connect(broker, leader)
  t.is(await produce(client, ['a', 'b']), 0)
  t.is(await produce(client, ['c']), 0)
  await broker.kill(torn!)
  await broker.kill(short!)
  t.deepEqual(broker.isrOf('t', 0), [leader])
  t.is(await produce(client, ['d']), 0)
  const logOf = (id: number) => join(dataDir, `broker-${id}`, 't-0', '00000000000000000000.log')
  const before = readFileSync(logOf(torn!))
  appendFileSync(logOf(torn!), before.subarray(0, 40))
  writeFileSync(logOf(torn!).replace('.log', '.index'), 'no index')
  truncateSync(logOf(short!), 10)
  await broker.restart(torn!)
  await broker.restart(short!)
  t.deepEqual([...broker.isrOf('t', 0)].sort(), [1, 2, 3])
  t.is(await produce(client, ['e']), 0)
  // What it has read it also serves.
  await broker.kill(leader)
  t.deepEqual(
    (await broker.records('t')).map(({ value }) => value),
    ['a', 'b', 'c', 'd', 'e'].map((text) => new TextEncoder().encode(text)),
  )
  client.close()
  await broker.close()
  t.is(Buffer.compare(readFileSync(logOf(torn!)), readFileSync(logOf(short!))), 0)
  t.deepEqual(readFileSync(logOf(leader)), readFileSync(logOf(torn!)))
})

test('a broker alone that was killed, or stopped, has its records again when it comes back', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'odradek-killed-'))
  t.teardown(() => rmSync(dataDir, { recursive: true }))
  const broker = await Broker.start({ dataDir, topics: ['t'] })
  t.teardown(() => broker.close())
  let expected = 0
  for (const end of ['kill', 'stop', 'kill'] as const) {
    const client = connect(broker, 1)
    t.is(await produce(client, ['a', 'b']), 0)
    expected += 2
    await broker[end](1)
    await client.closed
    t.throws(() => broker.snapshot(), { instanceOf: UsageError, message: /Broker 1 is down/ })
    t.is(readdirSync(dataDir).includes('.kafka_cleanshutdown'), end === 'stop')
    if (end === 'kill') appendFileSync(join(dataDir, 't-0', '00000000000000000000.log'), 'torn')
    await broker.restart(1)
    t.is((await broker.records('t')).length, expected)
  }
  t.true(broker.snapshot().length > 0)
})
