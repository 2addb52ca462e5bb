import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ErrorCode } from '@odradek/protocol'
import { deleteGroupsApi } from '@odradek/protocol/apis/delete-groups'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { deleteShareGroupOffsetsApi } from '@odradek/protocol/apis/delete-share-group-offsets'
import { writeShareGroupStateApi } from '@odradek/protocol/apis/write-share-group-state'
import test from 'ava'
import { coordinatorPartition } from '../../src/core/cluster/coordinator-partition.ts'
import { ClusterWorld } from './cluster-world.ts'
import { ACCEPT, RELEASE, shareCluster, ShareWorld } from './share-world.ts'

const VALUES = ['a', 'b', 'c', 'd', 'e']
/** Of five records the second and the fifth are done with, the fourth was given back. */
const LEFT = [
  [0, 0, 1],
  [2, 2, 1],
  [3, 3, 2],
]

/** Reads partition 0 and says of its records what leaves `LEFT`. */
async function readSome(shares: ShareWorld) {
  const acquired = await shares.acquire(0, 'm', 0)
  const errorCode = await shares.acknowledge(0, 'm', 1, [1n, 1n, ACCEPT], [3n, 3n, RELEASE], [4n, 4n, ACCEPT])
  return { acquired, errorCode }
}

test('share coordinators, group coordinators and leaders may be any brokers: each finds the others', async (t) => {
  const shares = await ShareWorld.begin(t, VALUES)
  const leaders = [0, 1, 2].map((partition) => shares.world.broker.leaderOf('t', partition))
  t.is(new Set(leaders).size, 3)
  const keepers = await Promise.all([0, 1, 2].map((partition) => shares.stateKeeper(partition)))
  t.true(keepers.some((keeper, partition) => keeper !== leaders[partition]))
  for (const of of [1, 2, 3]) t.is(await shares.coordinator(0, 'g', of), await shares.coordinator())
  t.deepEqual(await shares.offsets(), [
    [0, -1, -1],
    [1, -1, -1],
    [2, -1, -1],
  ])
  t.deepEqual(await shares.alter(2n, 0, 1, 2), [0, 0, 0])
  t.deepEqual(await shares.offsets(), [
    [0, 2, 3],
    [1, 2, 3],
    [2, 2, 3],
  ])
  for (const partition of [0, 1, 2]) t.deepEqual(await shares.acquire(partition, 'm', 0), [[2, 4, 1]])
  const topics = [{ topicName: 't' }]
  const remove = () => shares.askCoordinator(deleteShareGroupOffsetsApi, 0, { groupId: 'g', topics })
  t.is((await remove()).responses[0]!.errorCode, ErrorCode.NONE)
  t.deepEqual(await shares.offsets(), [])
  t.is((await remove()).responses[0]!.errorCode, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  // What was deleted is read no more, until the group begins anew.
  t.is(await shares.acquire(0, 'm2', 0), ErrorCode.UNKNOWN_SERVER_ERROR)
  t.deepEqual(await shares.alter(0n, 1), [0])
  const { results } = await shares.askCoordinator(deleteGroupsApi, 2, { groupsNames: ['g'] })
  t.is(results[0]!.errorCode, ErrorCode.NONE)
  t.is(await shares.acquire(1, 'm2', 0), ErrorCode.UNKNOWN_SERVER_ERROR)
})

test('a leader that hands over: what was acknowledged stays so, and delivery counts go on', async (t) => {
  const shares = await ShareWorld.begin(t, VALUES)
  t.deepEqual(await readSome(shares), { acquired: [[0, 4, 1]], errorCode: 0 })
  const { broker } = shares.world
  broker.moveLeader('t', 0, (broker.leaderOf('t', 0) % 3) + 1)
  t.is(await shares.acquire(0, 'm', 2), ErrorCode.SHARE_SESSION_NOT_FOUND)
  t.deepEqual(await shares.acquire(0, 'm', 0), LEFT)
  t.is(await shares.acknowledge(0, 'm', 1, [0n, 0n, ACCEPT], [2n, 3n, ACCEPT]), 0)
  t.deepEqual((await shares.offsets())[0], [0, 0, 0])
})

test('any broker may die and come back: leaders and share coordinators alike', async (t) => {
  const shares = await ShareWorld.begin(t, VALUES)
  await readSome(shares)
  const { broker, clock } = shares.world
  for (const id of [1, 2, 3]) {
    const keeper = await shares.stateKeeper(0)
    await broker.kill(id)
    await clock.advance(30_000)
    if (keeper === id) t.not(await shares.stateKeeper(0), id)
    t.deepEqual(await shares.acquire(0, `m${id}`, 0), LEFT)
    // The lock ends, and the records are given back: they were delivered once more.
    await clock.advance(31_000)
    for (const run of LEFT) run[2]!++
    await broker.restart(id)
    await clock.advance(1000)
  }
})

test('an acknowledgement that nobody can store for the moment is refused, and may be repeated', async (t) => {
  const shares = await ShareWorld.begin(t, VALUES, {
    shareCoordinatorStateTopicReplicationFactor: 1,
    brokerSessionTimeoutMs: 0,
  })
  const partition = await partitionKeptElsewhere(shares)
  const { broker, clock } = shares.world
  const keeper = await shares.stateKeeper(partition)
  t.deepEqual(await shares.acquire(partition, 'm', 0), [[0, 4, 1]])
  await broker.kill(keeper)
  await clock.advance(1000)
  t.is(await shares.acknowledge(partition, 'm', 1, [0n, 0n, ACCEPT]), ErrorCode.COORDINATOR_NOT_AVAILABLE)
  await broker.restart(keeper)
  await clock.advance(1000)
  t.is(await shares.acknowledge(partition, 'm', 2, [0n, 0n, ACCEPT]), 0)
})

test('a write of a share group’s state is answered when the replicas in sync have it, and refused where too few are', async (t) => {
  const shares = await ShareWorld.begin(t, VALUES)
  const { broker, clock } = shares.world
  t.deepEqual(await shares.acquire(0, 'm', 0), [[0, 4, 1]])
  const keeper = await shares.stateKeeper(0)
  const place = coordinatorPartition(`g:${shares.topicId}:0`, 3)
  const followers = broker.isrOf('__share_group_state', place).filter((id) => id !== keeper)
  for (const id of followers) broker.pauseReplication(id)
  const progress = { stateEpoch: -1, leaderEpoch: -1, startOffset: 0n, deliveryCompleteCount: 0 }
  const topics = [{ topicId: shares.topicId, partitions: [{ partition: 0, ...progress }] }]
  const write = async () => {
    const { results } = await shares.world.ask(keeper, writeShareGroupStateApi, 1, { groupId: 'g', topics })
    return results[0]!.partitions[0]!.errorCode
  }
  let code: number | undefined
  void write().then((errorCode) => (code = errorCode))
  await clock.advance(4_000)
  t.is(code, undefined)
  await clock.advance(1_000)
  t.is(code, ErrorCode.COORDINATOR_NOT_AVAILABLE)
  t.is(await shares.acknowledge(0, 'm', 1, [0n, 0n, ACCEPT]), ErrorCode.COORDINATOR_NOT_AVAILABLE)
  const again = write()
  for (const id of followers) broker.resumeReplication(id)
  t.is(await again, 0)
  t.is(await shares.acknowledge(0, 'm', 2, [0n, 0n, ACCEPT]), 0)
  for (const id of followers) broker.shrinkIsr('__share_group_state', place, id)
  t.is(await write(), ErrorCode.COORDINATOR_NOT_AVAILABLE)
})

test('what time does to the state of share groups is put off below min.insync.replicas, until it can be stored', async (t) => {
  const shares = await ShareWorld.begin(t, VALUES, { brokerSessionTimeoutMs: 0 })
  const { broker, clock } = shares.world
  t.deepEqual(await shares.acquire(0, 'm', 0), [[0, 4, 1]])
  t.is(await shares.acknowledge(0, 'm', 1, [0n, 4n, ACCEPT]), 0)
  const keeper = await shares.stateKeeper(0)
  const place = coordinatorPartition(`g:${shares.topicId}:0`, 3)
  const storedUntil = async () => {
    const topics = [{ name: '__share_group_state', partitions: [{ partitionIndex: place, timestamp: -1n }] }]
    return (await shares.world.ask(keeper, listOffsetsApi, 7, { topics })).topics[0]!.partitions[0]!.offset
  }
  const followers = broker.isrOf('__share_group_state', place).filter((id) => id !== keeper)
  await clock.advance(1000)
  const before = await storedUntil()
  for (const id of followers) broker.shrinkIsr('__share_group_state', place, id)
  // It is time for a snapshot of what has not changed, and the topic goes.
  await clock.advance(310_000)
  await shares.world.ask(1, deleteTopicsApi, 6, { topics: [{ name: 't' }], timeoutMs: 1000 })
  await clock.advance(1000)
  for (const id of followers) broker.expandIsr('__share_group_state', place, id)
  await clock.advance(5000)
  t.is(await storedUntil(), before + 1n, 'what takes the state away was written once, and no snapshot before it')
})

test('a leader that knows the state from before it was altered is fenced', async (t) => {
  const shares = await ShareWorld.begin(t, VALUES)
  const coordinator = await shares.coordinator()
  const partition = [0, 1, 2].find((index) => shares.world.broker.leaderOf('t', index) !== coordinator)!
  t.deepEqual(await shares.acquire(partition, 'm', 0), [[0, 4, 1]])
  t.deepEqual(await shares.alter(3n, partition), [0])
  t.is(await shares.acknowledge(partition, 'm', 1, [0n, 0n, ACCEPT]), ErrorCode.NOT_LEADER_OR_FOLLOWER)
  t.deepEqual(await shares.acquire(partition, 'm', 2), [[3, 4, 1]])
  const write = { partition, stateEpoch: 99, leaderEpoch: 0, startOffset: 0n, deliveryCompleteCount: 0 }
  const { broker } = shares.world
  broker.moveLeader('t', partition, (broker.leaderOf('t', partition) % 3) + 1)
  t.deepEqual(await shares.acquire(partition, 'm', 0), [[3, 4, 1]])
  const topics = [{ topicId: shares.topicId, partitions: [write] }]
  const keeper = await shares.stateKeeper(partition)
  const { results } = await shares.world.ask(keeper, writeShareGroupStateApi, 1, { groupId: 'g', topics })
  t.is(results[0]!.partitions[0]!.errorCode, ErrorCode.FENCED_LEADER_EPOCH)
})

test('a snapshot has what share groups have read', async (t) => {
  const shares = await ShareWorld.begin(t, VALUES)
  await readSome(shares)
  await shares.world.clock.advance(1000)
  const from = shares.world.broker.snapshot()
  const later = new ShareWorld(await ClusterWorld.start(t, { ...shareCluster, topics: [], from }))
  await later.find()
  t.deepEqual((await later.offsets())[0], [0, 0, 3])
  t.deepEqual(await later.acquire(0, 'm', 0), LEFT)
})

test('a cluster that starts again from its data directory has what share groups have read', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'odradek-shared-'))
  t.teardown(() => rmSync(dataDir, { recursive: true }))
  const shares = await ShareWorld.begin(t, VALUES, { dataDir })
  await readSome(shares)
  await shares.world.clock.advance(1000)
  await shares.world.broker.close()
  const later = new ShareWorld(await ClusterWorld.start(t, { ...shareCluster, dataDir }))
  await later.find()
  t.deepEqual((await later.offsets())[0], [0, 0, 3])
  t.deepEqual(await later.acquire(0, 'm', 0), LEFT)
})

async function partitionKeptElsewhere(shares: ShareWorld): Promise<number> {
  for (const partition of [0, 1, 2]) {
    if ((await shares.stateKeeper(partition)) !== shares.world.broker.leaderOf('t', partition)) return partition
  }
  throw new Error('each leader keeps the state of its own partition')
}
