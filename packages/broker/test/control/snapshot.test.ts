import { MemoryNetwork } from '@odradek/network'
import { UsageError } from '@odradek/protocol'
import { describeConfigsApi } from '@odradek/protocol/apis/describe-configs'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import { produceApi } from '@odradek/protocol/apis/produce'
import { FakeClock, seededRandom } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'
import { Broker, type BrokerOptions } from '../../src/index.ts'
import { batchOf } from '../core/batches.ts'
import { RawClient } from '../raw-client.ts'

async function start(t: ExecutionContext, options: BrokerOptions = {}) {
  const transport = new MemoryNetwork()
  const broker = await Broker.start(options, { clock: new FakeClock(), transport, random: seededRandom(1) })
  t.teardown(() => broker.close())
  return { broker, client: new RawClient(transport, { host: broker.host, port: broker.port }) }
}

function produce(baseSequence: number) {
  const records = batchOf(['x'], { producerId: 0n, producerEpoch: 0, baseSequence })
  return { acks: -1, timeoutMs: 1000, topicData: [{ name: 'idempotent', partitionData: [{ index: 0, records }] }] }
}

test('a broker begins with what a snapshot holds: topics, configs, records, offsets, producers', async (t) => {
  const topics = [{ name: 'configured', partitions: 3, configs: { 'retention.ms': '12345' } }, 'idempotent']
  const first = await start(t, { topics })
  await first.broker.seed({ configured: [{ key: 'a', value: '1' }, { key: 'b', value: '2' }, 'c'] })
  const { producerId } = await first.client.ask(initProducerIdApi, 4, { transactionalId: null })
  t.is(producerId, 0n)
  await first.client.ask(produceApi, 9, produce(0))
  const partitions = [{ partitionIndex: 1, committedOffset: 7n, committedMetadata: 'm' }]
  const commit = {
    groupId: 'g',
    generationIdOrMemberEpoch: -1,
    memberId: '',
    topics: [{ name: 'configured', partitions }],
  }
  await first.client.ask(findCoordinatorApi, 2, { key: 'g' })
  const committed = await first.client.ask(offsetCommitApi, 8, commit)
  t.is(committed.topics[0]!.partitions[0]!.errorCode, 0)
  const snapshot = first.broker.snapshot()
  const records = (await first.broker.records('configured')).map(({ partition, offset, valueText }) => [
    partition,
    offset,
    valueText,
  ])
  // What happens afterwards is not in it.
  await first.broker.seed({ configured: ['later'], later: ['x'] })

  const { broker, client } = await start(t, { from: snapshot })
  const found = (await broker.records('configured')).map(({ partition, offset, valueText }) => [
    partition,
    offset,
    valueText,
  ])
  t.deepEqual(found, records)
  await broker.untilTopic('idempotent')
  await t.throwsAsync(broker.records('later'), { instanceOf: UsageError })
  const { results } = await client.ask(describeConfigsApi, 4, {
    resources: [{ resourceType: 2, resourceName: 'configured', configurationKeys: ['retention.ms'] }],
  })
  t.is(results[0]!.configs[0]!.value, '12345')
  const offsets = await client.ask(offsetFetchApi, 7, {
    groupId: 'g',
    topics: [{ name: 'configured', partitionIndexes: [1] }],
  })
  t.like(offsets.topics[0]!.partitions[0], { committedOffset: 7n, metadata: 'm' })
  // The producer's sequence is known: a retry is one, and a gap is found.
  t.like((await client.ask(produceApi, 9, produce(0))).responses[0]!.partitionResponses[0], {
    errorCode: 0,
    baseOffset: 0n,
  })
  t.not((await client.ask(produceApi, 9, produce(5))).responses[0]!.partitionResponses[0]!.errorCode, 0)
  t.true((await client.ask(initProducerIdApi, 4, { transactionalId: null })).producerId > 0n)
})

test('a cluster of three begins with what it was, replicas and all', async (t) => {
  const first = await start(t, { brokers: 3, topics: [{ name: 't', partitions: 3, replicationFactor: 3 }] })
  await first.broker.seed({ t: ['a', 'b', 'c', 'd'] })
  const { broker } = await start(t, { from: first.broker.snapshot() })
  t.deepEqual(
    broker.brokers.map(({ id }) => id),
    [1, 2, 3],
  )
  t.deepEqual((await broker.records('t')).map(({ valueText }) => valueText).sort(), ['a', 'b', 'c', 'd'])
  await broker.seed({ t: ['e'] })
  t.is((await broker.records('t')).length, 5)
})

test('several brokers begin with one snapshot, and do not disturb each other', async (t) => {
  const { broker } = await start(t)
  await broker.seed({ t: ['a'] })
  const from = broker.snapshot()
  const [one, other] = [await start(t, { from }), await start(t, { from })]
  await one.broker.seed({ t: ['b'] })
  t.is((await one.broker.records('t')).length, 2)
  t.is((await other.broker.records('t')).length, 1)
})

test('what is no snapshot is refused', async (t) => {
  const { broker } = await start(t)
  await broker.seed({ t: ['a'] })
  const whole = broker.snapshot()
  for (const from of [
    new Uint8Array(0),
    whole.subarray(0, 40),
    whole.subarray(0, whole.length - 1),
    Uint8Array.of(1, 2, 3),
  ])
    await t.throwsAsync(Broker.start({ from }), { instanceOf: UsageError, message: /from: / })
  await t.throwsAsync(Broker.start({ from: 'x' as never }), { instanceOf: UsageError })
  await t.throwsAsync(Broker.start({ from: whole, dataDir: '/tmp/nowhere' }), { instanceOf: UsageError })
})
