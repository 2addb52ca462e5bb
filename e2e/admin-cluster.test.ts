// Brokers, replicas, features and controllers by the admin client, on the reference broker.
import { BrokerError, UnsupportedVersionError } from '@odradek/protocol'
import test from 'ava'

import { AdminWorld } from './admin-world.ts'

test('replicas are moved to other brokers, and the preferred leader is elected', async (t) => {
  const world = await AdminWorld.make(t, { brokers: 3 })
  const { admin } = world
  await world.until(admin.createTopics([{ name: 'orders', assignments: [[1, 2]] }]))
  await world.produce(t, 'orders', 5)
  const moved = admin.alterPartitionReassignments([{ topic: 'orders', partition: 0, targetReplicas: [3, 1] }])
  await world.until(moved)
  for (;;) {
    const ongoing = await world.until(admin.listPartitionReassignments())
    if (ongoing.length === 0) break
    t.deepEqual([ongoing[0]!.topic, ongoing[0]!.partition], ['orders', 0])
    await world.clock.advance(100)
  }
  const replicas = async () => (await world.until(admin.describeTopics(['orders'])))[0]!.partitions[0]!
  t.deepEqual((await replicas()).replicas, [3, 1])
  const [elected] = await world.until(
    admin.electLeaders('PREFERRED', { partitions: [{ topic: 'orders', partition: 0 }] }),
  )
  t.is((await replicas()).leader, 3)
  const [again] = await world.until(
    admin.electLeaders('PREFERRED', { partitions: [{ topic: 'orders', partition: 0 }] }),
  )
  t.false(again!.isElected)
  t.is(typeof elected!.isElected, 'boolean')
  t.deepEqual(await world.until(admin.electLeaders('PREFERRED')), [])
  await t.throwsAsync(world.until(admin.electLeaders('UNCLEAN', { partitions: [{ topic: 'gone', partition: 0 }] })), {
    instanceOf: BrokerError,
    message: /gone-0.*UNKNOWN_TOPIC_OR_PARTITION/,
  })
  const refused = await world.until(
    admin
      .alterPartitionReassignments(
        [
          { topic: 'orders', partition: 0, targetReplicas: [9] },
          { topic: 'orders', partition: 0, targetReplicas: null },
        ].slice(0, 1),
      )
      .settled(),
  )
  t.regex(refused[0]!.error!.message, /INVALID_REPLICA_ASSIGNMENT/)
  await t.throwsAsync(
    world.until(admin.alterPartitionReassignments([{ topic: 'orders', partition: 0, targetReplicas: null }])),
    { message: /NO_REASSIGNMENT_IN_PROGRESS/ },
  )
})

test('log dirs tell what each broker holds', async (t) => {
  const world = await AdminWorld.make(t, { brokers: 2, topics: [{ name: 'orders', partitions: 2 }] })
  const { admin } = world
  await world.produce(t, 'orders', 10)
  const [first, second] = await world.until(admin.describeLogDirs([1, 2]))
  t.deepEqual([first!.brokerId, second!.brokerId], [1, 2])
  const replicas = [first!, second!].flatMap(({ logDirs }) => logDirs.flatMap((dir) => dir.replicas))
  const orders = replicas.filter(({ topic }) => topic === 'orders')
  t.deepEqual(orders.map(({ partition }) => partition).sort(), [0, 1])
  t.true(orders.some(({ partition, sizeBytes }) => partition === 0 && sizeBytes > 0n))
  const filtered = await world.until(admin.describeLogDirs([1, 2], { partitions: [{ topic: 'orders', partition: 1 }] }))
  t.is(filtered.flatMap(({ logDirs }) => logDirs.flatMap((dir) => dir.replicas)).length, 1)
  const results = await world.until(admin.describeLogDirs([1, 7]).settled())
  t.regex(results[1]!.error!.message, /there is no broker 7/)

  const [holder] = (await world.until(admin.describeTopics(['orders'])))[0]!.partitions[0]!.replicas
  const moves = await world.until(
    admin.alterReplicaLogDirs([{ topic: 'orders', partition: 0, brokerId: holder!, logDir: '/nowhere' }]).settled(),
  )
  t.regex(moves[0]!.error!.message, /LOG_DIR_NOT_FOUND.*\/nowhere/)
})

test('features are described and updated', async (t) => {
  const world = await AdminWorld.make(t)
  const { admin } = world
  const before = await world.until(admin.describeFeatures())
  t.true(before.supportedFeatures['group.version']!.maxLevel >= 1)
  t.is(before.finalizedFeatures['transaction.version']!.maxLevel, 2)
  await world.until(
    admin.updateFeatures([{ feature: 'transaction.version', maxLevel: 1, upgradeType: 'SAFE_DOWNGRADE' }], {
      validateOnly: true,
    }),
  )
  t.is((await world.until(admin.describeFeatures())).finalizedFeatures['transaction.version']!.maxLevel, 2)
  const error = await t.throwsAsync(
    world.until(admin.updateFeatures([{ feature: 'transaction.version', maxLevel: 99 }])),
    { instanceOf: BrokerError },
  )
  t.regex(error.message, /INVALID_UPDATE_VERSION|FEATURE_UPDATE_FAILED/)
})

test('the quorum of controllers is described, and refuses changes that it cannot make', async (t) => {
  const world = await AdminWorld.make(t, { brokers: 2 })
  const { admin } = world
  const quorum = await world.until(admin.describeMetadataQuorum())
  t.true(quorum.voters.some(({ replicaId }) => replicaId === quorum.leaderId))
  t.true(quorum.highWatermark >= 0n)
  const voter = { voterId: 9, voterDirectoryId: 'AAAAAAAAAAAAAAAAAAAAAQ' }
  await t.throwsAsync(
    world.until(admin.addRaftVoter({ ...voter, listeners: [{ name: 'CONTROLLER', host: 'h', port: 1 }] })),
    { instanceOf: UnsupportedVersionError, message: /kraft\.version/ },
  )
  await t.throwsAsync(world.until(admin.removeRaftVoter(voter, { clusterId: 'other' })), {
    instanceOf: BrokerError,
    message: /INCONSISTENT_CLUSTER_ID/,
  })
})

test('a broker that stopped is forgotten', async (t) => {
  const world = await AdminWorld.make(t, { brokers: 3 })
  const { admin } = world
  await world.until(world.broker.stop(3))
  await world.until(admin.unregisterBroker(3))
  const { nodes } = await world.until(admin.describeCluster({ includeFencedBrokers: true }))
  t.deepEqual(nodes.map(({ id }) => id).sort(), [1, 2])
  await t.throwsAsync(world.until(admin.unregisterBroker(9)), { message: /BROKER_ID_NOT_REGISTERED/ })
})

test('calls go on while brokers stop and come back', async (t) => {
  const world = await AdminWorld.make(t, { brokers: 3 })
  const { admin } = world
  await world.until(admin.createTopics([{ name: 'orders', numPartitions: 6, replicationFactor: 3 }]))
  const { controllerId } = await world.until(admin.describeCluster())
  await world.until(world.broker.stop(controllerId!))
  const created = admin.createTopics([{ name: 'after', numPartitions: 1, replicationFactor: 1 }])
  const listed = admin.listOffsets(
    [0, 1, 2, 3, 4, 5].map((partition) => ({ topic: 'orders', partition, spec: 'latest' as const })),
  )
  t.is((await world.until(listed)).length, 6)
  t.is((await world.until(created))[0]!.numPartitions, 1)
})
