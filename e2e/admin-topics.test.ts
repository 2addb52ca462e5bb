// Topics, records, offsets and configs by the admin client, on the reference broker.
import { AdminItemsError } from '@odradek/admin'
import { BrokerError, UnsupportedVersionError } from '@odradek/protocol'
import test from 'ava'

import { AdminWorld } from './admin-world.ts'

test('topics are created, listed, described and deleted, by name and by id', async (t) => {
  const { admin, until } = bound(await AdminWorld.make(t, { brokers: 3 }))
  const created = await until(
    admin.createTopics([
      { name: 'orders', numPartitions: 3, replicationFactor: 2, configs: { 'cleanup.policy': 'compact' } },
      {
        name: 'assigned',
        assignments: [
          [3, 1],
          [2, 3],
        ],
      },
      { name: 'by-default' },
    ]),
  )
  t.deepEqual(
    created.map(({ name, numPartitions, replicationFactor }) => [name, numPartitions, replicationFactor]),
    [
      ['orders', 3, 2],
      ['assigned', 2, 2],
      ['by-default', 1, 1],
    ],
  )
  t.deepEqual(created[0]!.configs!.find(({ name }) => name === 'cleanup.policy')?.value, 'compact')
  const listed = await until(admin.listTopics())
  t.deepEqual(
    listed.map(({ name }) => name),
    ['assigned', 'by-default', 'orders'],
  )
  t.is(listed[2]!.topicId, created[0]!.topicId)

  const [orders, assigned] = await until(
    admin.describeTopics(['orders', { topicId: created[1]!.topicId! }], { includeAuthorizedOperations: true }),
  )
  t.is(orders!.partitions.length, 3)
  t.true(orders!.authorizedOperations!.includes('ALTER_CONFIGS'))
  t.deepEqual(
    assigned!.partitions.map(({ partition, leader, replicas }) => [partition, leader, replicas]),
    [
      [0, 3, [3, 1]],
      [1, 2, [2, 3]],
    ],
  )
  await until(admin.deleteTopics(['orders', { topicId: created[1]!.topicId! }]))
  const left = await until(admin.listTopics())
  t.deepEqual(
    left.map(({ name }) => name),
    ['by-default'],
  )
})

test('validateOnly changes nothing', async (t) => {
  const { admin, until } = bound(await AdminWorld.make(t))
  const [created] = await until(
    admin.createTopics([{ name: 'orders', numPartitions: 4, replicationFactor: 1 }], { validateOnly: true }),
  )
  t.is(created!.numPartitions, 4)
  t.deepEqual(await until(admin.listTopics()), [])
})

test('a topic that exists, and one with a name that cannot be: the third is created all the same', async (t) => {
  const { admin, until } = bound(await AdminWorld.make(t, { topics: ['there'] }))
  const call = admin.createTopics([{ name: 'there' }, { name: 'new' }, { name: 'not/possible' }])
  const results = await until(call.settled())
  t.deepEqual(
    results.map(({ error }) => (error as BrokerError | undefined)?.errorName),
    ['TOPIC_ALREADY_EXISTS', undefined, 'INVALID_TOPIC_EXCEPTION'],
  )
  const error = await t.throwsAsync(until(admin.deleteTopics(['new', 'gone'])), { instanceOf: AdminItemsError })
  t.regex(error.message, /1 of 2 items of deleteTopics failed.*gone/)
  const missing = await t.throwsAsync(until(admin.describeTopics(['gone'])), { instanceOf: BrokerError })
  t.regex(missing.message, /gone.*UNKNOWN_TOPIC_OR_PARTITION/)
})

test('topics with many partitions are described page by page', async (t) => {
  const world = await AdminWorld.make(t, {
    topics: [
      { name: 'b', partitions: 7 },
      { name: 'a', partitions: 5 },
    ],
  })
  const { admin, until } = bound(world)
  const described = await until(admin.describeTopics(['b', 'a'], { partitionSizeLimitPerResponse: 3 }))
  t.deepEqual(
    described.map(({ name, partitions }) => [name, partitions.map(({ partition }) => partition)]),
    [
      ['b', [0, 1, 2, 3, 4, 5, 6]],
      ['a', [0, 1, 2, 3, 4]],
    ],
  )
})

test('partitions are added; fewer than there are is refused', async (t) => {
  const { admin, until } = bound(await AdminWorld.make(t, { topics: ['orders'] }))
  await until(admin.createPartitions([{ topic: 'orders', totalCount: 5 }], { validateOnly: true }))
  t.is((await until(admin.describeTopics(['orders'])))[0]!.partitions.length, 1)
  await until(admin.createPartitions([{ topic: 'orders', totalCount: 3 }]))
  t.is((await until(admin.describeTopics(['orders'])))[0]!.partitions.length, 3)
  const error = await t.throwsAsync(until(admin.createPartitions([{ topic: 'orders', totalCount: 2 }])))
  t.regex(error.message, /INVALID_PARTITIONS/)
})

test('records are deleted up to an offset, and all', async (t) => {
  const world = await AdminWorld.make(t, { topics: [{ name: 'orders', partitions: 2 }] })
  const { admin, until } = bound(world)
  await world.produce(t, 'orders', 10)
  const deleted = await until(
    admin.deleteRecords([
      { topic: 'orders', partition: 0, beforeOffset: 4n },
      { topic: 'orders', partition: 1, beforeOffset: 'latest' },
    ]),
  )
  t.deepEqual(deleted, [
    { topic: 'orders', partition: 0, lowWatermark: 4n },
    { topic: 'orders', partition: 1, lowWatermark: 0n },
  ])
  const [after] = await until(admin.deleteRecords([{ topic: 'orders', partition: 0, beforeOffset: 'latest' }]))
  t.is(after!.lowWatermark, 10n)
  const error = await t.throwsAsync(until(admin.deleteRecords([{ topic: 'orders', partition: 0, beforeOffset: 99n }])))
  t.regex(error.message, /orders-0.*OFFSET_OUT_OF_RANGE/)
})

test('offsets: first, last, by timestamp, of the largest timestamp', async (t) => {
  const world = await AdminWorld.make(t, { brokers: 2, topics: [{ name: 'orders', partitions: 2 }] })
  const { admin, until } = bound(world)
  await world.produce(t, 'orders', 10)
  await until(admin.deleteRecords([{ topic: 'orders', partition: 0, beforeOffset: 2n }]))
  const ask = (...specs: Parameters<typeof admin.listOffsets>[0][number]['spec'][]) =>
    until(admin.listOffsets(specs.map((spec) => ({ topic: 'orders', partition: 0, spec }))))
  const listed = await ask(
    'earliest',
    'latest',
    { timestamp: 1005 },
    { timestamp: 9999 },
    'maxTimestamp',
    'earliestLocal',
  )
  t.deepEqual(
    listed.map(({ offset, timestamp }) => [offset, timestamp]),
    [
      [2n, -1],
      [10n, -1],
      [5n, 1005],
      [-1n, -1],
      [9n, 1009],
      [2n, -1],
    ],
  )
  const [empty] = await until(admin.listOffsets([{ topic: 'orders', partition: 1, spec: 'latest' }]))
  t.is(empty!.offset, 0n)
  const committed = await until(
    admin.listOffsets([{ topic: 'orders', partition: 0, spec: 'latest' }], { isolationLevel: 'read_committed' }),
  )
  t.is(committed[0]!.offset, 10n)
  await t.throwsAsync(until(admin.listOffsets([{ topic: 'orders', partition: 0, spec: 'first' as never }])), {
    message: /earliest, maxTimestamp|latest, earliest/,
  })
})

test('configs of topics and brokers are described and changed', async (t) => {
  const { admin, until } = bound(await AdminWorld.make(t, { topics: ['orders'], brokers: 2 }))
  const resource = { type: 'TOPIC', name: 'orders' } as const
  await until(
    admin.incrementalAlterConfigs([{ ...resource, set: { 'retention.ms': '1000', 'cleanup.policy': 'compact' } }]),
  )
  await until(admin.incrementalAlterConfigs([{ ...resource, append: { 'cleanup.policy': 'delete' } }]))
  await until(admin.incrementalAlterConfigs([{ ...resource, delete: ['retention.ms'] }], { validateOnly: true }))
  const [described] = await until(
    admin.describeConfigs([{ ...resource, configNames: ['retention.ms', 'cleanup.policy', 'max.message.bytes'] }], {
      includeSynonyms: true,
    }),
  )
  const entries = new Map(described!.entries.map((entry) => [entry.name, entry]))
  t.like(entries.get('retention.ms'), { value: '1000', source: 'DYNAMIC_TOPIC_CONFIG', isDefault: false, type: 'LONG' })
  t.is(entries.get('cleanup.policy')!.value, 'compact,delete')
  t.like(entries.get('max.message.bytes'), { source: 'DEFAULT_CONFIG', isDefault: true })
  t.true(entries.get('retention.ms')!.synonyms.length > 0)

  await until(
    admin.incrementalAlterConfigs([
      { ...resource, delete: ['retention.ms'], subtract: { 'cleanup.policy': 'compact' } },
    ]),
  )
  const [after] = await until(admin.describeConfigs([resource]))
  t.true(after!.entries.length > 20)
  t.is(after!.entries.find(({ name }) => name === 'cleanup.policy')!.value, 'delete')
  t.true(after!.entries.find(({ name }) => name === 'retention.ms')!.isDefault)

  await until(admin.alterConfigs([{ ...resource, configs: { 'retention.ms': '5000' } }]))
  const [replaced] = await until(admin.describeConfigs([resource]))
  t.is(replaced!.entries.find(({ name }) => name === 'retention.ms')!.value, '5000')

  const brokers = await until(
    admin.describeConfigs([
      { type: 'BROKER', name: '1' },
      { type: 'BROKER', name: '2' },
    ]),
  )
  t.deepEqual(
    brokers.map(({ entries: each }) => each.find(({ name }) => /^(broker|node)\.id$/.test(name))?.value),
    ['1', '2'],
  )
  const missing = await until(
    admin
      .describeConfigs([
        { type: 'TOPIC', name: 'gone' },
        { type: 'BROKER', name: '9' },
      ])
      .settled(),
  )
  t.regex(missing[0]!.error!.message, /UNKNOWN_TOPIC_OR_PARTITION/)
  t.regex(missing[1]!.error!.message, /there is no broker 9: the cluster has 1, 2/)
})

test('configs of groups and client metrics; what has configs is listed', async (t) => {
  const { admin, until } = bound(await AdminWorld.make(t, { topics: ['orders'] }))
  await until(
    admin.incrementalAlterConfigs([
      { type: 'GROUP', name: 'billing', set: { 'consumer.session.timeout.ms': '50000' } },
      { type: 'CLIENT_METRICS', name: 'all', set: { 'interval.ms': '5000' } },
    ]),
  )
  const [group, metrics] = await until(
    admin.describeConfigs([
      { type: 'GROUP', name: 'billing' },
      { type: 'CLIENT_METRICS', name: 'all' },
    ]),
  )
  t.like(
    group!.entries.find(({ name }) => name === 'consumer.session.timeout.ms'),
    {
      value: '50000',
      source: 'DYNAMIC_GROUP_CONFIG',
    },
  )
  t.is(metrics!.entries.find(({ name }) => name === 'interval.ms')!.value, '5000')
  const resources = await until(admin.listConfigResources({ types: ['TOPIC', 'CLIENT_METRICS', 'GROUP'] }))
  t.deepEqual(resources.map(({ type, name }) => `${type} ${name}`).sort(), [
    'CLIENT_METRICS all',
    'GROUP billing',
    'TOPIC orders',
  ])
  t.true((await until(admin.listConfigResources())).some(({ type }) => type === 'BROKER'))
})

test('the cluster is described', async (t) => {
  const { admin, until } = bound(await AdminWorld.make(t, { brokers: 3 }))
  const cluster = await until(admin.describeCluster({ includeAuthorizedOperations: true, includeFencedBrokers: true }))
  t.deepEqual(cluster.nodes.map(({ id }) => id).sort(), [1, 2, 3])
  t.true(cluster.nodes.some(({ id }) => id === cluster.controllerId))
  t.true(cluster.authorizedOperations!.includes('ALTER'))
  t.is((await until(admin.describeCluster())).authorizedOperations, undefined)
})

for (const emulate of ['1.1', '2.0', '2.8'])
  test(`a broker of Kafka ${emulate} is asked in its own versions, and told from when on there is what it lacks`, async (t) => {
    const world = await AdminWorld.make(t, { emulate })
    const { admin, until } = bound(world)
    await until(admin.createTopics([{ name: 'orders', numPartitions: 2, replicationFactor: 1 }]))
    t.is((await until(admin.describeTopics(['orders'])))[0]!.partitions.length, 2)
    t.is((await until(admin.describeCluster())).nodes.length, 1)
    await until(admin.alterConfigs([{ type: 'TOPIC', name: 'orders', configs: { 'retention.ms': '1000' } }]))
    const [described] = await until(admin.describeConfigs([{ type: 'TOPIC', name: 'orders' }]))
    t.like(
      described!.entries.find(({ name }) => name === 'retention.ms'),
      { value: '1000', isDefault: false },
    )
    await world.produce(t, 'orders', 3)
    const [latest] = await until(admin.listOffsets([{ topic: 'orders', partition: 0, spec: 'latest' }]))
    t.is(latest!.offset, 3n)
    const lacking: readonly (readonly [() => PromiseLike<unknown>, RegExp])[] = [
      [() => admin.listConfigResources({ timeoutMs: 5000 }), /ListConfigResources.*Kafka 4\.1|needs Kafka 4\.1/],
      [() => admin.describeCluster({ includeFencedBrokers: true, timeoutMs: 5000 }), /Kafka 4\.0|Kafka 2\.8/],
      [() => admin.listOffsets([{ topic: 'orders', partition: 0, spec: 'maxTimestamp' }]), /Kafka 3\.0/],
      [() => admin.describeTopics([{ topicId: 'AAAAAAAAAAAAAAAAAAAAAQ' }]), /Kafka 3\.1/],
    ]
    for (const [call, message] of lacking)
      await t.throwsAsync(until(call()), { instanceOf: UnsupportedVersionError, message })
  })

/** `until` for tests that take the world apart. */
function bound(world: AdminWorld) {
  return { admin: world.admin, until: <T>(promise: PromiseLike<T>) => world.until(promise) }
}
