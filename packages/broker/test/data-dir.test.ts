import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeTcp } from '@odradek/network'
import { UsageError } from '@odradek/protocol'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { alterClientQuotasApi } from '@odradek/protocol/apis/alter-client-quotas'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { describeClientQuotasApi } from '@odradek/protocol/apis/describe-client-quotas'
import { describeConfigsApi } from '@odradek/protocol/apis/describe-configs'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { incrementalAlterConfigsApi } from '@odradek/protocol/apis/incremental-alter-configs'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import { produceApi } from '@odradek/protocol/apis/produce'
import { decodeRecordBatches } from '@odradek/records'
import test, { type ExecutionContext } from 'ava'
import { Broker, type BrokerOptions } from '../src/index.ts'
import { batchOf } from './core/batches.ts'
import { RawClient } from './raw-client.ts'

function dataDir(t: ExecutionContext): string {
  const path = mkdtempSync(join(tmpdir(), 'odradek-broker-'))
  t.teardown(() => rmSync(path, { recursive: true }))
  return path
}

async function withBroker<T>(
  options: BrokerOptions,
  use: (client: RawClient, broker: Broker) => Promise<T>,
): Promise<T> {
  const broker = await Broker.start(options)
  const client = new RawClient(nodeTcp, { host: '127.0.0.1', port: broker.port })
  try {
    return await use(client, broker)
  } finally {
    client.close()
    await broker.close()
  }
}

async function produce(client: RawClient, values: string[], producer = {}) {
  const partitionData = [{ index: 0, records: batchOf(values, producer) }]
  const { responses } = await client.ask(produceApi, 9, {
    acks: -1,
    timeoutMs: 1_000,
    topicData: [{ name: 't', partitionData }],
  })
  return responses[0]!.partitionResponses[0]!
}

async function values(client: RawClient): Promise<string[]> {
  const partitions = [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1_000_000 }]
  const { responses } = await client.ask(fetchApi, 11, {
    minBytes: 0,
    maxWaitMs: 0,
    topics: [{ topic: 't', partitions }],
  })
  const batches = [...decodeRecordBatches(responses[0]!.partitions[0]!.records!)]
  return batches.flatMap((batch) => Array.from(batch.records(), ({ value }) => new TextDecoder().decode(value!)))
}

test('a broker that starts again with its data directory has its topics, configs, records and producers', async (t) => {
  const options = { dataDir: dataDir(t), topics: [{ name: 't', configs: { 'retention.ms': '-1' } }] }
  const first = await withBroker(options, async (client) => {
    await client.ask(createTopicsApi, 7, { topics: [{ name: 'gone', numPartitions: 2, replicationFactor: 1 }] })
    await client.ask(createTopicsApi, 7, { topics: [{ name: 'three', numPartitions: 3, replicationFactor: 1 }] })
    await client.ask(deleteTopicsApi, 5, { topicNames: ['gone'] })
    const { producerId } = await client.ask(initProducerIdApi, 4, { transactionalId: null })
    await produce(client, ['a', 'b'], { producerId, producerEpoch: 0, baseSequence: 0 })
    return { ...(await client.ask(metadataApi, 12, { topics: null })), producerId }
  })
  await withBroker(options, async (client) => {
    t.deepEqual(await values(client), ['a', 'b'])
    const again = await client.ask(metadataApi, 12, { topics: null })
    // While the broker was away nobody led: that makes two epochs, as with Kafka.
    const after = (partition: (typeof again.topics)[number]['partitions'][number]) => {
      return { ...partition, leaderEpoch: partition.leaderEpoch + 2 }
    }
    t.deepEqual(
      again.topics,
      first.topics.map((topic) => ({ ...topic, partitions: topic.partitions.map(after) })),
    )
    t.is(again.clusterId, first.clusterId)
    const retried = await produce(client, ['a', 'b'], {
      producerId: first.producerId,
      producerEpoch: 0,
      baseSequence: 0,
    })
    t.like(retried, { errorCode: 0, baseOffset: 0n })
    t.like(await produce(client, ['c']), { errorCode: 0, baseOffset: 2n })
    t.is((await client.ask(initProducerIdApi, 4, { transactionalId: null })).producerId, first.producerId + 1n)
  })
  await withBroker(options, async (client) => t.deepEqual(await values(client), ['a', 'b', 'c']))
})

test("a data directory has the files of Kafka's", async (t) => {
  const path = dataDir(t)
  await withBroker({ dataDir: path, topics: ['t'], nodeId: 4, clusterId: 'mine' }, async (client) => {
    await produce(client, ['a'])
    t.false(readdirSync(path).includes('.kafka_cleanshutdown'))
  })
  t.deepEqual(readdirSync(path).sort(), [
    '.kafka_cleanshutdown',
    '__cluster_metadata-0',
    'log-start-offset-checkpoint',
    'meta.properties',
    'recovery-point-offset-checkpoint',
    'replication-offset-checkpoint',
    't-0',
  ])
  t.deepEqual(readdirSync(join(path, 't-0')).sort(), [
    '00000000000000000000.index',
    '00000000000000000000.log',
    '00000000000000000000.timeindex',
    '00000000000000000001.snapshot',
    'leader-epoch-checkpoint',
    'partition.metadata',
  ])
  const text = (...names: string[]) => readFileSync(join(path, ...names), 'utf8')
  t.is(text('replication-offset-checkpoint'), '0\n1\nt 0 1\n')
  t.is(text('recovery-point-offset-checkpoint'), '0\n1\nt 0 1\n')
  t.is(text('t-0', 'leader-epoch-checkpoint'), '0\n1\n0 0\n')
  t.regex(text('t-0', 'partition.metadata'), /^version: 0\ntopic_id: [\w-]{22}$/)
  t.regex(text('meta.properties'), /^node.id=4\ndirectory.id=[\w-]{22}\nversion=1\ncluster.id=mine$/m)
})

test('the folders of a deleted topic are removed, and one of the same name begins empty', async (t) => {
  const options = { dataDir: dataDir(t), topics: [{ name: 't', configs: { 'file.delete.delay.ms': '0' } }] }
  await withBroker(options, async (client) => {
    await produce(client, ['old'])
    await client.ask(deleteTopicsApi, 5, { topicNames: ['t'] })
    t.false(readdirSync(options.dataDir).some((name) => name.startsWith('t-')))
    await client.ask(createTopicsApi, 7, { topics: [{ name: 't', numPartitions: 1, replicationFactor: 1 }] })
    t.deepEqual(await values(client), [])
    await produce(client, ['new'])
  })
  await withBroker({ dataDir: options.dataDir }, async (client) => t.deepEqual(await values(client), ['new']))
})

test('a data directory of another node or cluster, or that is in use, is refused', async (t) => {
  const path = dataDir(t)
  await withBroker({ dataDir: path, nodeId: 1, clusterId: 'mine' }, async () => {})
  const refused = (options: BrokerOptions) =>
    t.throwsAsync(Broker.start({ dataDir: path, ...options }), { instanceOf: UsageError, message: /it belongs to/ })
  await refused({ nodeId: 2 })
  await refused({ clusterId: 'other' })
  await withBroker({ dataDir: path }, async () => {
    const message = /is in use by process \d+/
    await t.throwsAsync(Broker.start({ dataDir: path }), { instanceOf: UsageError, message })
  })
  writeFileSync(join(path, '.lock'), '1073741823\n')
  await withBroker({ dataDir: path }, async () => t.pass('the lock of a process that is gone does not count'))
  await t.throwsAsync(Broker.start({ dataDir: join(path, 'meta.properties') }), {
    message: /dataDir: .* cannot be used/,
  })
})

test('what was altered and committed is there again: configs, quotas, offsets of groups', async (t) => {
  const options = { dataDir: dataDir(t), topics: ['t'], offsetsTopicNumPartitions: 2 }
  await withBroker(options, async (client) => {
    const configs = [{ name: 'retention.ms', configOperation: 0, value: '12345' }]
    await client.ask(incrementalAlterConfigsApi, 1, { resources: [{ resourceType: 2, resourceName: 't', configs }] })
    const entity = [{ entityType: 'user', entityName: 'anna' }]
    const ops = [{ key: 'producer_byte_rate', value: 1024, remove: false }]
    await client.ask(alterClientQuotasApi, 1, { entries: [{ entity, ops }], validateOnly: false })
    await client.ask(findCoordinatorApi, 4, { keyType: 0, coordinatorKeys: ['g'] })
    const partitions = [{ partitionIndex: 0, committedOffset: 7n, committedMetadata: 'here' }]
    const commit = { groupId: 'g', generationIdOrMemberEpoch: -1, memberId: '', topics: [{ name: 't', partitions }] }
    const { topics } = await client.ask(offsetCommitApi, 8, commit)
    t.is(topics[0]!.partitions[0]!.errorCode, 0)
  })
  await withBroker(options, async (client) => {
    const resources = [{ resourceType: 2, resourceName: 't', configurationKeys: ['retention.ms'] }]
    const described = await client.ask(describeConfigsApi, 4, { resources })
    t.is(described.results[0]!.configs[0]!.value, '12345')
    const components = [{ entityType: 'user', matchType: 0, match: 'anna' }]
    const quotas = await client.ask(describeClientQuotasApi, 1, { components, strict: true })
    t.is(quotas.entries![0]!.values[0]!.value, 1024)
    await client.ask(findCoordinatorApi, 4, { keyType: 0, coordinatorKeys: ['g'] })
    const groups = [{ groupId: 'g', topics: null }]
    const { groups: found } = await client.ask(offsetFetchApi, 8, { groups, requireStable: false })
    t.like(found[0]!.topics[0]!.partitions[0], { committedOffset: 7n, metadata: 'here' })
  })
})
