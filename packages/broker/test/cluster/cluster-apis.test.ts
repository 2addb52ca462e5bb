import { ErrorCode, type MessageInput } from '@odradek/protocol'
import { alterPartitionReassignmentsApi } from '@odradek/protocol/apis/alter-partition-reassignments'
import { createPartitionsApi } from '@odradek/protocol/apis/create-partitions'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { describeClusterApi } from '@odradek/protocol/apis/describe-cluster'
import { describeQuorumApi } from '@odradek/protocol/apis/describe-quorum'
import { describeTopicPartitionsApi } from '@odradek/protocol/apis/describe-topic-partitions'
import { electLeadersApi } from '@odradek/protocol/apis/elect-leaders'
import { listPartitionReassignmentsApi } from '@odradek/protocol/apis/list-partition-reassignments'
import { offsetForLeaderEpochApi } from '@odradek/protocol/apis/offset-for-leader-epoch'
import { unregisterBrokerApi } from '@odradek/protocol/apis/unregister-broker'
import type { AlterPartitionReassignmentsRequest } from '@odradek/protocol/messages/alter-partition-reassignments-request'
import type { CreatePartitionsRequest } from '@odradek/protocol/messages/create-partitions-request'
import type { CreateTopicsRequest } from '@odradek/protocol/messages/create-topics-request'
import test from 'ava'
import { ClusterWorld } from './cluster-world.ts'

test('OffsetForLeaderEpoch: where each epoch ended', async (t) => {
  const world = await ClusterWorld.start(t)
  await world.produce(1, ['a', 'b'])
  world.broker.moveLeader('t', 0, 2)
  await world.produce(2, ['c'])
  const ask = async (id: number, leaderEpoch: number, currentLeaderEpoch = -1, version = 4) => {
    const topics = [{ topic: 't', partitions: [{ partition: 0, leaderEpoch, currentLeaderEpoch }] }]
    return (await world.ask(id, offsetForLeaderEpochApi, version, { topics })).topics[0]!.partitions[0]!
  }
  for (let version = 2; version <= 4; version++) {
    t.like(await ask(2, 0, 1, version), { errorCode: 0, leaderEpoch: 0, endOffset: 2n })
  }
  t.like(await ask(2, 1), { errorCode: 0, leaderEpoch: 1, endOffset: 3n })
  t.like(await ask(2, 2), { errorCode: 0, leaderEpoch: -1, endOffset: -1n })
  t.is((await ask(1, 0)).errorCode, ErrorCode.NOT_LEADER_OR_FOLLOWER)
  t.is((await ask(2, 0, 0)).errorCode, ErrorCode.FENCED_LEADER_EPOCH)
  t.is((await ask(2, 0, 9)).errorCode, ErrorCode.UNKNOWN_LEADER_EPOCH)
})

test('ElectLeaders: the preferred leader comes back, and an unclean one only where there is none', async (t) => {
  const world = await ClusterWorld.start(t)
  const elect = async (electionType: number, partition = 0, topic = 't', version = 2) => {
    const topicPartitions = [{ topic, partitions: [partition] }]
    const response = await world.ask(2, electLeadersApi, version, { electionType, topicPartitions })
    return response.replicaElectionResults[0]!.partitionResult[0]!.errorCode
  }
  t.is(await elect(0), ErrorCode.ELECTION_NOT_NEEDED)
  world.broker.moveLeader('t', 0, 3)
  const all = await world.ask(2, electLeadersApi, 0, { topicPartitions: null })
  t.deepEqual(all.replicaElectionResults, [
    { topic: 't', partitionResult: [{ partitionId: 0, errorCode: 0, errorMessage: null }] },
  ])
  t.is(world.leader, 1)
  await world.broker.kill(1)
  t.is(await elect(0), ErrorCode.PREFERRED_LEADER_NOT_AVAILABLE)
  t.is(await elect(1), ErrorCode.ELECTION_NOT_NEEDED)
  await world.broker.kill(2)
  await world.broker.kill(3)
  await world.broker.restart(2)
  t.is(world.leader, -1)
  t.is(await elect(0), ErrorCode.PREFERRED_LEADER_NOT_AVAILABLE)
  t.is(await elect(1), 0)
  t.is(world.leader, 2)
  t.is(await elect(1, 5), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(await elect(0, 0, 'nope'), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
})

type Reassigned = MessageInput<AlterPartitionReassignmentsRequest['topics'][number]['partitions'][number]>

function reassign(world: ClusterWorld, id: number, partition: Reassigned, input: object = {}) {
  const body = { topics: [{ name: 't', partitions: [partition] }], ...input }
  return world.ask(id, alterPartitionReassignmentsApi, 1, body).then(({ responses }) => responses[0]!.partitions[0]!)
}

test('reassignments: new replicas copy the partition, then the old ones are gone', async (t) => {
  const world = await ClusterWorld.start(t, { topics: [{ name: 't', assignments: [[1, 2]] }] })
  await world.produce(1, ['a'])
  const list = async () => (await world.ask(1, listPartitionReassignmentsApi, 0, { topics: null })).topics
  t.deepEqual(await list(), [])
  world.broker.pauseReplication(3)
  t.is((await reassign(world, 1, { partitionIndex: 0, replicas: [3, 2] })).errorCode, 0)
  const going = { partitionIndex: 0, replicas: [3, 2, 1], addingReplicas: [3], removingReplicas: [1] }
  t.deepEqual(await list(), [{ name: 't', partitions: [going] }])
  t.is(world.leader, 1)
  world.broker.resumeReplication(3)
  t.deepEqual(await list(), [])
  t.deepEqual(world.isr, [2, 3])
  t.deepEqual((await world.metadata(1)).partition.replicaNodes, [3, 2])
  t.deepEqual(await world.committed(), ['a'])
  t.is((await world.fetch(1, {}, 11)).errorCode, ErrorCode.NOT_LEADER_OR_FOLLOWER)
})

test('reassignments are cancelled, and refused where they cannot be', async (t) => {
  const world = await ClusterWorld.start(t, { topics: [{ name: 't', assignments: [[1, 2]] }] })
  const error = async (partition: Reassigned, input: object = {}) =>
    (await reassign(world, 2, partition, input)).errorCode
  t.is(await error({ partitionIndex: 0, replicas: null }), ErrorCode.NO_REASSIGNMENT_IN_PROGRESS)
  world.broker.pauseReplication(3)
  t.is(await error({ partitionIndex: 0, replicas: [1, 3] }), 0)
  t.is(await error({ partitionIndex: 0, replicas: null }), 0)
  t.deepEqual((await world.metadata(1)).partition.replicaNodes, [1, 2])
  t.is(await error({ partitionIndex: 0, replicas: [] }), ErrorCode.INVALID_REPLICA_ASSIGNMENT)
  t.is(await error({ partitionIndex: 0, replicas: [1, 1] }), ErrorCode.INVALID_REPLICA_ASSIGNMENT)
  t.is(await error({ partitionIndex: 0, replicas: [1, 9] }), ErrorCode.INVALID_REPLICA_ASSIGNMENT)
  t.is(await error({ partitionIndex: 7, replicas: [1] }), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  const strict = { allowReplicationFactorChange: false }
  t.is(await error({ partitionIndex: 0, replicas: [1] }, strict), ErrorCode.INVALID_REPLICATION_FACTOR)
})

type More = MessageInput<CreatePartitionsRequest['topics'][number]>

test('CreatePartitions: after those that there are, placed or as assigned', async (t) => {
  const world = await ClusterWorld.start(t)
  const create = async (more: Omit<More, 'name'>, version = 3, validateOnly = false, name = 't') => {
    const topics = [{ assignments: null, ...more, name }]
    return (await world.ask(2, createPartitionsApi, version, { topics, validateOnly })).results[0]!
  }
  t.is((await create({ count: 2 }, 0, true)).errorCode, 0)
  t.regex((await create({ count: 1 })).errorMessage!, /^Topic already has 1 partition\(s\)\.$/)
  t.is((await create({ count: 2 }, 0)).errorCode, 0)
  t.is((await create({ count: 3, assignments: [{ brokerIds: [3, 1, 2] }] })).errorCode, 0)
  t.is(world.broker.leaderOf('t', 2), 3)
  t.is(world.broker.isrOf('t', 1).length, 3)
  t.regex((await create({ count: 2 })).errorMessage!, /currently has 3 partition\(s\); 2 would not be an increase/)
  t.is((await create({ count: 5, assignments: [] })).errorCode, ErrorCode.INVALID_REPLICA_ASSIGNMENT)
  const wrong = [{ brokerIds: [1, 2] }]
  t.regex((await create({ count: 4, assignments: wrong })).errorMessage!, /not consistent with previous partitions/)
  t.is((await create({ count: 4 }, 3, false, 'nope')).errorCode, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
})

type NewTopic = MessageInput<CreateTopicsRequest['topics'][number]>

test('CreateTopics: leaders and replicas are spread over brokers and racks', async (t) => {
  const world = await ClusterWorld.start(t, { brokers: 4, racks: ['a', 'a', 'b', 'b'] })
  const create = async (topic: NewTopic) =>
    (await world.ask(3, createTopicsApi, 7, { topics: [{ numPartitions: -1, replicationFactor: -1, ...topic }] }))
      .topics[0]!
  t.like(await create({ name: 'spread', numPartitions: 8, replicationFactor: 2 }), {
    errorCode: 0,
    replicationFactor: 2,
  })
  const rackOf = (id: number) => (id <= 2 ? 'a' : 'b')
  const leaders = new Map<number, number>()
  for (let partition = 0; partition < 8; partition++) {
    const leader = world.broker.leaderOf('spread', partition)
    leaders.set(leader, (leaders.get(leader) ?? 0) + 1)
    t.deepEqual(world.broker.isrOf('spread', partition).map(rackOf).sort(), ['a', 'b'], `partition ${partition}`)
  }
  t.deepEqual([...leaders].sort(), [
    [1, 2],
    [2, 2],
    [3, 2],
    [4, 2],
  ])
  t.regex((await create({ name: 'x', replicationFactor: 5 })).errorMessage!, /only 4 broker\(s\) are registered/)
  const assignments = [
    { partitionIndex: 0, brokerIds: [4, 1] },
    { partitionIndex: 1, brokerIds: [2] },
  ]
  t.regex((await create({ name: 'x', assignments })).errorMessage!, /not consistent with previous partitions/)
  await world.broker.kill(4)
  const alone = [{ partitionIndex: 0, brokerIds: [4] }]
  t.regex((await create({ name: 'x', assignments: alone })).errorMessage!, /are fenced or in controlled shutdown/)
  t.is((await create({ name: 'y', assignments: [{ partitionIndex: 0, brokerIds: [4, 1] }] })).errorCode, 0)
  t.is(world.broker.leaderOf('y', 0), 1)
})

test('DescribeTopicPartitions: page by page, in the order of names', async (t) => {
  const world = await ClusterWorld.start(t, {
    topics: [{ name: 'b', partitions: 3 }, { name: 'a', partitions: 2 }, 'c'],
  })
  const ask = (input: object) => world.ask(1, describeTopicPartitionsApi, 0, { topics: [], ...input })
  const first = await ask({ responsePartitionLimit: 3 })
  t.deepEqual(
    first.topics.map(({ name, partitions }) => [name, partitions.length]),
    [
      ['a', 2],
      ['b', 1],
    ],
  )
  t.deepEqual(first.nextCursor, { topicName: 'b', partitionIndex: 1 })
  const second = await ask({ responsePartitionLimit: 2, cursor: first.nextCursor })
  t.deepEqual(
    second.topics[0]!.partitions.map(({ partitionIndex }) => partitionIndex),
    [1, 2],
  )
  t.deepEqual(second.nextCursor, { topicName: 'c', partitionIndex: 0 })
  t.is((await ask({ cursor: second.nextCursor })).nextCursor, null)
  const named = await ask({ topics: [{ name: 'nope' }, { name: 'a b' }, { name: 'c' }] })
  t.deepEqual(
    named.topics.map(({ name, errorCode }) => [name, errorCode]),
    [
      ['a b', ErrorCode.INVALID_TOPIC_EXCEPTION],
      ['c', 0],
      ['nope', ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
    ],
  )
})

test('DescribeQuorum, DescribeCluster and UnregisterBroker know all brokers', async (t) => {
  const world = await ClusterWorld.start(t)
  for (let version = 0; version <= 2; version++) {
    const topics = [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }]
    const { topics: found, errorCode } = await world.ask(2, describeQuorumApi, version, { topics })
    t.is(errorCode, 0)
    const quorum = found[0]!.partitions[0]!
    t.is(quorum.leaderId, 1)
    t.deepEqual(
      quorum.currentVoters.map(({ replicaId }) => replicaId),
      [1, 2, 3],
    )
  }
  await world.broker.kill(3)
  const brokers = async (includeFencedBrokers: boolean) =>
    (await world.ask(1, describeClusterApi, 2, { includeFencedBrokers })).brokers.map((broker) => [
      broker.brokerId,
      broker.isFenced,
    ])
  t.deepEqual(await brokers(false), [
    [1, false],
    [2, false],
  ])
  t.deepEqual(await brokers(true), [
    [1, false],
    [2, false],
    [3, true],
  ])
  t.is((await world.ask(1, unregisterBrokerApi, 0, { brokerId: 3 })).errorCode, 0)
  t.deepEqual(await brokers(true), [
    [1, false],
    [2, false],
  ])
  const again = await world.ask(1, unregisterBrokerApi, 0, { brokerId: 3 })
  t.is(again.errorCode, ErrorCode.BROKER_ID_NOT_REGISTERED)
  await world.broker.restart(3)
  t.deepEqual(world.isr, [1, 2, 3])
})

test('metadata version 0 leaves out what is not there and says so', async (t) => {
  const world = await ClusterWorld.start(t)
  await world.broker.kill(3)
  const { partition } = await world.metadata(1, 0)
  t.like(partition, { errorCode: ErrorCode.REPLICA_NOT_AVAILABLE, leaderId: 1, replicaNodes: [1, 2], isrNodes: [1, 2] })
  t.like((await world.metadata(1, 5)).partition, { errorCode: 0, replicaNodes: [1, 2, 3], offlineReplicas: [3] })
})
