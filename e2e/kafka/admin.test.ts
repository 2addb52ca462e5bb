// Every operation of the admin client once on a real Apache Kafka; where that is easy, Kafka's own tools say what came of it.
import { isDeepStrictEqual } from 'node:util'

import type { ConfigDescription } from '@odradek/admin'
import { type Cluster, startCluster } from '@odradek/test-cluster'
import anyTest, { type TestFn } from 'ava'
import { Admin, AuthenticationError, type BrokerError, Consumer, Producer, ShareConsumer } from 'odradek'
import { setGroupConfigs } from '../administration.ts'
import { until } from '../until.ts'

const test = anyTest as TestFn<{ cluster: Cluster; admin: Admin }>

test.before(async (t) => {
  t.context.cluster = await startCluster({
    version: '4.3.1',
    acls: true,
    listeners: { scram: { sasl: ['SCRAM-SHA-256'] } },
    properties: {
      'delegation.token.secret.key': 'a secret of the cluster',
      'share.coordinator.state.topic.replication.factor': '1',
      'share.coordinator.state.topic.min.isr': '1',
      'share.coordinator.state.topic.num.partitions': '1',
    },
    features: { 'share.version': 1 },
  })
  t.context.admin = new Admin({ bootstrapServers: t.context.cluster.bootstrapServers })
})
test.after.always(async (t) => {
  await t.context.admin?.close()
  await t.context.cluster?.stop()
})

test.serial('topics, records, offsets and configs', async (t) => {
  const { admin, cluster } = t.context
  const created = await admin.createTopics([
    { name: 'orders', numPartitions: 2, replicationFactor: 1, configs: { 'retention.ms': '100000' } },
    { name: 'by-id' },
  ])
  t.like(created[0], { numPartitions: 2, replicationFactor: 1 })
  t.is(created[0]!.configs!.find(({ name }) => name === 'retention.ms')!.value, '100000')
  await admin.createPartitions([{ topic: 'orders', totalCount: 3 }])
  // Here and below: the controller knows of a change first, the broker that is asked a moment later.
  await until(
    'three partitions with their leaders',
    () => admin.describeTopics(['orders']).settled(),
    ([topic]) => topic!.value?.partitions.filter(({ leader }) => leader === 1).length === 3,
  )
  const told = await cluster.runTool('topics', ['--describe', '--topic', 'orders'])
  t.regex(told.stdout, new RegExp(`TopicId: ${created[0]!.topicId}\\s+PartitionCount: 3.*retention.ms=100000`))
  const [described] = await admin.describeTopics(['orders'], {
    partitionSizeLimitPerResponse: 1,
    includeAuthorizedOperations: true,
  })
  t.deepEqual(
    described!.partitions.map(({ partition, leader }) => [partition, leader]),
    [
      [0, 1],
      [1, 1],
      [2, 1],
    ],
  )
  t.true(described!.authorizedOperations!.includes('DELETE'))
  t.deepEqual(
    (await admin.listTopics()).map(({ name }) => name),
    ['by-id', 'orders'],
  )
  await admin.deleteTopics([{ topicId: created[1]!.topicId! }])
  const results = await until(
    'the end of by-id',
    () => admin.describeTopics(['orders', 'by-id']).settled(),
    ([, byId]) => byId!.error !== undefined,
  )
  t.is((results[1]!.error as BrokerError).errorName, 'UNKNOWN_TOPIC_OR_PARTITION')

  await using producer = new Producer({ bootstrapServers: cluster.bootstrapServers })
  const values = Array.from({ length: 10 }, (_, i) => ({ value: String(i), partition: 0, timestamp: 1000 + i }))
  await producer.sendBatch('orders', values)
  t.deepEqual(await admin.deleteRecords([{ topic: 'orders', partition: 0, beforeOffset: 4n }]), [
    { topic: 'orders', partition: 0, lowWatermark: 4n },
  ])
  const specs = ['earliest', 'latest', 'maxTimestamp', 'earliestLocal', { timestamp: 1006 }] as const
  const offsets = await admin.listOffsets(specs.map((spec) => ({ topic: 'orders', partition: 0, spec })))
  t.deepEqual(
    offsets.map(({ offset }) => offset),
    [4n, 10n, 9n, 4n, 6n],
  )

  const orders = { type: 'TOPIC', name: 'orders' } as const
  const broker = { type: 'BROKER', name: '1' } as const
  await admin.incrementalAlterConfigs([
    { ...orders, set: { 'max.message.bytes': '5000' }, append: { 'cleanup.policy': 'compact' } },
    { ...broker, set: { 'log.cleaner.threads': '2' } },
    { type: 'BROKER_LOGGER', name: '1', set: { root: 'WARN' } },
    { type: 'GROUP', name: 'billing', set: { 'consumer.session.timeout.ms': '50000' } },
    { type: 'CLIENT_METRICS', name: 'all', set: { 'interval.ms': '60000' } },
  ])
  const expected = [
    ['5000 DYNAMIC_TOPIC_CONFIG', 'delete,compact DYNAMIC_TOPIC_CONFIG'],
    ['2 DYNAMIC_BROKER_CONFIG'],
    ['WARN DYNAMIC_BROKER_LOGGER_CONFIG'],
    ['50000 DYNAMIC_GROUP_CONFIG'],
    ['60000 DYNAMIC_CLIENT_METRICS_CONFIG'],
  ]
  const shown = (configs: readonly ConfigDescription[]) =>
    configs.map(({ entries }) => entries.map(({ value, source }) => `${value} ${source}`).sort())
  const configs = await until(
    'the configs of all five',
    () =>
      admin.describeConfigs(
        [
          { ...orders, configNames: ['max.message.bytes', 'cleanup.policy'] },
          { ...broker, configNames: ['log.cleaner.threads'] },
          { type: 'BROKER_LOGGER', name: '1', configNames: ['root'] },
          { type: 'GROUP', name: 'billing', configNames: ['consumer.session.timeout.ms'] },
          { type: 'CLIENT_METRICS', name: 'all', configNames: ['interval.ms'] },
        ],
        { includeSynonyms: true, includeDocumentation: true },
      ),
    (answer) => isDeepStrictEqual(shown(answer), expected),
  )
  t.true(configs[0]!.entries[0]!.documentation!.length > 20)
  await admin.alterConfigs([{ ...orders, configs: { 'retention.ms': '7' } }], { validateOnly: true })
  const resources = (await admin.listConfigResources()).map(({ type, name }) => `${type} ${name}`)
  for (const resource of ['TOPIC orders', 'GROUP billing', 'CLIENT_METRICS all', 'BROKER 1'])
    t.true(resources.includes(resource), resource)
})

test.serial('groups of consumers', async (t) => {
  const { admin, cluster } = t.context
  const { bootstrapServers } = cluster
  await admin.createTopics([{ name: 'grouped', numPartitions: 1, replicationFactor: 1 }])
  await using producer = new Producer({ bootstrapServers })
  await producer.sendBatch('grouped', [{ value: 'a' }, { value: 'b' }])
  const common = { bootstrapServers, topics: 'grouped', autoOffsetReset: 'earliest' } as const
  const old = new Consumer({ ...common, groupId: 'old', groupProtocol: 'classic', groupInstanceId: 'one' })
  const fresh = new Consumer({ ...common, groupId: 'new', groupProtocol: 'consumer' })
  t.is((await old.poll({ timeoutMs: 60_000 })).length, 2)
  t.is((await fresh.poll({ timeoutMs: 60_000 })).length, 2)
  const groups = await admin.describeConsumerGroups(['old', 'new'], { includeAuthorizedOperations: true })
  t.deepEqual(
    groups.map(({ type, state, members }) => [type, state, members[0]!.assignment]),
    [
      ['classic', 'Stable', [{ topic: 'grouped', partition: 0 }]],
      ['consumer', 'Stable', [{ topic: 'grouped', partition: 0 }]],
    ],
  )
  t.is((await admin.describeClassicGroups(['old']))[0]!.protocolType, 'consumer')
  t.deepEqual(
    (await admin.listGroups({ types: ['consumer'], states: ['Stable'] })).map(({ groupId }) => groupId),
    ['new'],
  )
  await old.close()
  await fresh.close()
  await admin.removeMembersFromConsumerGroup('old')
  await admin.alterConsumerGroupOffsets('old', [{ topic: 'grouped', partition: 0, offset: 1n, metadata: 'back' }])
  const [listed] = await admin.listConsumerGroupOffsets(['old', 'new'])
  t.like(listed!.offsets[0], { topic: 'grouped', partition: 0, offset: 1n, metadata: 'back' })
  const told = await cluster.runTool('consumer-groups', ['--describe', '--group', 'old'])
  t.regex(told.stdout, /old\s+grouped\s+0\s+1\s+2\s+1/)
  await admin.deleteConsumerGroupOffsets('old', [{ topic: 'grouped', partition: 0 }])
  t.deepEqual((await admin.listConsumerGroupOffsets(['old']))[0]!.offsets, [])
  const gone = await admin.deleteGroups(['new', 'nobody']).settled()
  t.deepEqual(
    gone.map(({ error }) => (error as BrokerError | undefined)?.errorName),
    [undefined, 'GROUP_ID_NOT_FOUND'],
  )
})

test.serial('share groups', async (t) => {
  const { admin, cluster } = t.context
  const { bootstrapServers } = cluster
  await admin.createTopics([{ name: 'shared', numPartitions: 1, replicationFactor: 1 }])
  await using producer = new Producer({ bootstrapServers })
  await producer.sendBatch('shared', [{ value: 'a' }, { value: 'b' }, { value: 'c' }])
  await setGroupConfigs(bootstrapServers, 'queue', { 'share.auto.offset.reset': 'earliest' })
  const consumer = new ShareConsumer({ bootstrapServers, groupId: 'queue', topics: 'shared' })
  t.true((await consumer.poll({ timeoutMs: 60_000 })).length > 0)
  const [group] = await admin.describeShareGroups(['queue'])
  t.deepEqual([group!.state, group!.members[0]!.assignment], ['Stable', [{ topic: 'shared', partition: 0 }]])
  await consumer.close()
  await admin.alterShareGroupOffsets('queue', [{ topic: 'shared', partition: 0, startOffset: 1n }])
  const [offsets] = await admin.listShareGroupOffsets(['queue'])
  t.like(offsets!.offsets[0], { topic: 'shared', partition: 0, startOffset: 1n })
  await admin.deleteShareGroupOffsets('queue', ['shared'])
  await admin.deleteGroups(['queue'])
  await t.throwsAsync(admin.describeStreamsGroups(['nobody']), { message: /GROUP_ID_NOT_FOUND|streams/i })
})

test.serial('the cluster, its replicas, features and controllers', async (t) => {
  const { admin } = t.context
  const cluster = await admin.describeCluster({ includeAuthorizedOperations: true, includeFencedBrokers: true })
  t.deepEqual([cluster.controllerId, cluster.nodes.map(({ id }) => id)], [1, [1]])
  t.true(cluster.authorizedOperations!.includes('ALTER'))
  const [{ logDirs } = { logDirs: [] }] = await admin.describeLogDirs([1])
  t.true(logDirs[0]!.totalBytes! > 0n)
  t.true(logDirs[0]!.replicas.some(({ topic }) => topic === 'orders'))
  const orders = { topic: 'orders', partition: 0 }
  await admin.alterReplicaLogDirs([{ ...orders, brokerId: 1, logDir: logDirs[0]!.path }])
  const [elected] = await admin.electLeaders('PREFERRED', { partitions: [orders] })
  t.false(elected!.isElected)
  await admin.alterPartitionReassignments([{ ...orders, targetReplicas: [1] }])
  t.deepEqual(await admin.listPartitionReassignments(), [])
  await t.throwsAsync(admin.alterPartitionReassignments([{ ...orders, targetReplicas: null }]), {
    message: /NO_REASSIGNMENT_IN_PROGRESS/,
  })
  const features = await admin.describeFeatures({ nodeId: 1 })
  t.is(features.finalizedFeatures['share.version']!.maxLevel, 1)
  await admin.updateFeatures([{ feature: 'group.version', maxLevel: 0, upgradeType: 'SAFE_DOWNGRADE' }], {
    validateOnly: true,
  })
  const quorum = await admin.describeMetadataQuorum()
  t.deepEqual([quorum.leaderId, quorum.voters.map(({ replicaId }) => replicaId)], [1, [1]])
  const voter = { voterId: 9, voterDirectoryId: 'AAAAAAAAAAAAAAAAAAAAAQ' }
  await t.throwsAsync(admin.removeRaftVoter(voter), { code: 'UNSUPPORTED_VERSION' })
  await t.throwsAsync(admin.addRaftVoter({ ...voter, listeners: [{ name: 'CONTROLLER', host: 'h', port: 1 }] }))
  await t.throwsAsync(admin.unregisterBroker(9), { message: /BROKER_ID_NOT_REGISTERED/ })
})

test.serial('transactions and their producers', async (t) => {
  const { admin, cluster } = t.context
  const { bootstrapServers } = cluster
  await admin.createTopics([{ name: 'in-transactions', numPartitions: 1, replicationFactor: 1 }])
  const partition = { topic: 'in-transactions', partition: 0 }
  const producer = new Producer({ bootstrapServers, transactionalId: 'billing' })
  await producer.beginTransaction()
  await producer.send({ ...partition, value: 'x' })
  const [listed] = await admin.listTransactions({ states: ['Ongoing'], transactionalIdPattern: 'b.*' })
  t.is(listed?.transactionalId, 'billing')
  const [described] = await admin.describeTransactions(['billing'])
  t.deepEqual([described!.state, described!.topicPartitions], ['Ongoing', [partition]])
  const [producers] = await admin.describeProducers([partition])
  const {
    producerId,
    producerEpoch,
    coordinatorEpoch = -1,
    currentTransactionStartOffset,
  } = producers!.activeProducers[0]!
  t.deepEqual([producerId, currentTransactionStartOffset], [described!.producerId, 0n])
  await admin.abortTransaction({ ...partition, producerId, producerEpoch, coordinatorEpoch })
  const [stable] = await admin.listOffsets([{ ...partition, spec: 'latest' }], { isolationLevel: 'read_committed' })
  t.is(stable!.offset, 2n)
  const [fenced] = await admin.fenceProducers(['billing'])
  t.true(fenced!.producerEpoch > producerEpoch)
  await t.throwsAsync(producer.commitTransaction())
  await producer.close({ timeoutMs: 0 })
  await admin.forceTerminateTransaction('billing')
  t.is((await admin.describeTransactions(['billing']))[0]!.state, 'Empty')
})

test.serial('ACLs, SCRAM users, quotas and delegation tokens', async (t) => {
  const { admin, cluster } = t.context
  const carol = { principal: 'User:carol', resourceType: 'TOPIC', operation: 'READ' } as const
  await admin.createAcls([
    { ...carol, resourceName: 'orders' },
    { ...carol, resourceName: 'in-', patternType: 'PREFIXED', host: '127.0.0.1', permissionType: 'DENY' },
  ])
  await until(
    "carol's ACLs",
    () => admin.describeAcls({ principal: 'User:carol' }),
    ({ length }) => length === 2,
  )
  const told = await cluster.runTool('acls', ['--list', '--principal', 'User:carol'])
  t.regex(told.stdout, /resourceType=TOPIC, name=orders, patternType=LITERAL[^]*operation=READ, permissionType=ALLOW/)
  t.is(
    (
      await admin.describeAcls({
        principal: 'User:carol',
        resourceName: 'in-doors',
        resourceType: 'TOPIC',
        patternType: 'MATCH',
      })
    ).length,
    1,
  )
  const [deleted] = await admin.deleteAcls([{ principal: 'User:carol', patternType: 'PREFIXED' }])
  t.is(deleted!.acls.length, 1)

  await admin.alterUserScramCredentials([
    { user: 'carol', mechanism: 'SCRAM-SHA-256', password: 'carols', iterations: 8192 },
  ])
  const users = await until(
    "carol's password",
    () => admin.describeUserScramCredentials(),
    (all) => all.some(({ user }) => user === 'carol'),
  )
  t.deepEqual(
    users.filter(({ user }) => user === 'carol'),
    [{ user: 'carol', credentials: [{ mechanism: 'SCRAM-SHA-256', iterations: 8192 }] }],
  )
  await using asCarol = new Admin({
    bootstrapServers: cluster.bootstrapServersOf('scram'),
    securityProtocol: 'SASL_PLAINTEXT',
    saslMechanism: 'SCRAM-SHA-256',
    saslUsername: 'carol',
    saslPassword: 'carols',
  })
  const seen = await until(
    "carol's login",
    () => asCarol.listTopics().catch((error: unknown) => error),
    (answer) => !AuthenticationError.is(answer) || answer.reason !== 'credentials',
  )
  t.like(seen, [{ name: 'orders' }])
  t.is((seen as readonly unknown[]).length, 1)
  await t.throwsAsync(asCarol.deleteTopics(['orders']), {
    code: 'NOT_AUTHORIZED',
    message: /TOPIC_AUTHORIZATION_FAILED/,
  })

  const token = await asCarol.createDelegationToken({ renewers: ['User:bob'], maxLifetimeMs: 3_600_000 })
  t.deepEqual([token.owner, token.renewers], ['User:carol', ['User:bob']])
  const described = await until(
    "carol's token",
    () => asCarol.describeDelegationToken({ owners: ['User:carol'] }),
    ({ length }) => length > 0,
  )
  t.deepEqual(
    described.map(({ tokenId, hmac }) => [tokenId, [...hmac]]),
    [[token.tokenId, [...token.hmac]]],
  )
  t.true((await asCarol.renewDelegationToken(token.hmac)) <= token.maxTimestampMs)
  t.true((await asCarol.expireDelegationToken(token.hmac)) <= Date.now())
  await admin.alterUserScramCredentials([{ user: 'carol', mechanism: 'SCRAM-SHA-256' }])

  await admin.alterClientQuotas([{ entity: { user: 'carol' }, quotas: { producer_byte_rate: 1000 } }])
  const quotas = await until(
    "carol's quota",
    () => admin.describeClientQuotas({ user: 'carol' }),
    ({ length }) => length > 0,
  )
  t.deepEqual(quotas, [{ entity: { user: 'carol' }, quotas: { producer_byte_rate: 1000 } }])
  await admin.alterClientQuotas([{ entity: { user: 'carol' }, quotas: { producer_byte_rate: null } }])
  await until(
    "the end of carol's quota",
    () => admin.describeClientQuotas({ user: 'carol' }),
    ({ length }) => length === 0,
  )
})
