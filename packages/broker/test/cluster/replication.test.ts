import { ErrorCode, UsageError } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import test from 'ava'
import { PartitionLog } from '../../src/core/log/partition-log.ts'
import type { BrokerEvent } from '../../src/index.ts'
import { ClusterWorld } from './cluster-world.ts'

test('followers copy what the leader has, and the high watermark follows them', async (t) => {
  const world = await ClusterWorld.start(t)
  t.is((await world.produce(1, ['a', 'b'])).errorCode, 0)
  t.deepEqual(await world.committed(1), ['a', 'b'])
  for (const id of [2, 3]) {
    const { records, highWatermark } = await world.fetch(id, {}, 11)
    t.is(highWatermark, 2n)
    t.deepEqual(records, (await world.fetch(1)).records)
  }
})

test('who does not lead a partition says so, and leader epochs are compared', async (t) => {
  const world = await ClusterWorld.start(t)
  t.is((await world.produce(2, ['a'])).errorCode, ErrorCode.NOT_LEADER_OR_FOLLOWER)
  t.is((await world.fetch(2)).errorCode, ErrorCode.NOT_LEADER_OR_FOLLOWER)
  world.broker.moveLeader('t', 0, 2)
  t.is((await world.produce(1, ['a'])).errorCode, ErrorCode.NOT_LEADER_OR_FOLLOWER)
  t.is((await world.produce(2, ['a'])).errorCode, 0)
  t.is((await world.fetch(2, { currentLeaderEpoch: 0 })).errorCode, ErrorCode.FENCED_LEADER_EPOCH)
  t.is((await world.fetch(2, { currentLeaderEpoch: 1 })).errorCode, 0)
  t.is((await world.fetch(2, { currentLeaderEpoch: 2 })).errorCode, ErrorCode.UNKNOWN_LEADER_EPOCH)
})

test('acks=all waits for the replicas in sync, acks=1 does not; what lags is taken out of the ISR, and comes back', async (t) => {
  const world = await ClusterWorld.start(t)
  world.broker.pauseReplication(3)
  t.is((await world.produce(1, ['one'], 1)).errorCode, 0)
  t.deepEqual(await world.committed(), [])
  const all = world.produce(1, ['all'], -1, 60_000)
  let isAnswered = false
  void all.then(() => (isAnswered = true))
  await world.clock.advance(29_999)
  t.false(isAnswered)
  t.deepEqual(world.isr, [1, 2, 3])
  await world.clock.advance(1)
  t.is((await all).errorCode, 0)
  t.deepEqual(world.isr, [1, 2])
  t.deepEqual(await world.committed(), ['one', 'all'])
  world.broker.resumeReplication(3)
  t.deepEqual(world.isr, [1, 2, 3])
})

test('acks=all ends with REQUEST_TIMED_OUT when its time is up before', async (t) => {
  const world = await ClusterWorld.start(t)
  world.broker.pauseReplication(2)
  const produced = world.produce(1, ['a'], -1, 500)
  await world.clock.advance(500)
  t.like(await produced, { errorCode: ErrorCode.REQUEST_TIMED_OUT, baseOffset: 0n })
})

test('min.insync.replicas: too few before the append, and too few after it', async (t) => {
  const configs = { 'min.insync.replicas': '2' }
  const world = await ClusterWorld.start(t, { topics: [{ name: 't', assignments: [[1, 2]], configs }] })
  world.broker.pauseReplication(2)
  const produced = world.produce(1, ['a'], -1, 60_000)
  await world.clock.advance(1)
  world.broker.shrinkIsr('t', 0, 2)
  t.is((await world.produce(1, ['b'])).errorCode, ErrorCode.NOT_ENOUGH_REPLICAS)
  t.is((await world.produce(1, ['c'], 1)).errorCode, 0)
  t.deepEqual(await world.committed(), [])
  world.broker.expandIsr('t', 0, 2)
  world.broker.resumeReplication(2)
  t.is((await produced).errorCode, 0)
  t.deepEqual(await world.committed(), ['a', 'c'])
})

test('a killed leader: connections are cut, the next replica in sync leads in a new epoch, and the old one comes back as a follower', async (t) => {
  const world = await ClusterWorld.start(t)
  await world.produce(1, ['a'])
  const client = world.connect(1)
  await client.opened
  await world.broker.kill(1)
  await client.closed
  t.is(world.leader, 2)
  t.deepEqual(world.isr, [2, 3])
  const { partition, brokers } = await world.metadata(2)
  t.like(partition, { leaderId: 2, leaderEpoch: 1, offlineReplicas: [1] })
  t.deepEqual(
    brokers.map(({ nodeId }) => nodeId),
    [2, 3],
  )
  await world.produce(2, ['b'])
  await world.broker.restart(1)
  t.deepEqual(world.isr, [1, 2, 3])
  t.is(world.leader, 2)
  world.broker.moveLeader('t', 0, 1)
  t.deepEqual(await world.committed(1), ['a', 'b'])
})

test('until the session of a killed broker is over nobody leads in its place', async (t) => {
  const world = await ClusterWorld.start(t, { brokerSessionTimeoutMs: 9000 })
  await world.broker.kill(1)
  await world.clock.advance(8999)
  t.is(world.leader, 1)
  await world.clock.advance(1)
  t.is(world.leader, 2)
})

test('what only a killed leader had is cut away when it comes back', async (t) => {
  const world = await ClusterWorld.start(t)
  await world.produce(1, ['a'])
  world.broker.pauseReplication(2)
  world.broker.pauseReplication(3)
  t.is((await world.produce(1, ['lost'], 1)).errorCode, 0)
  await world.broker.kill(1)
  world.broker.resumeReplication(2)
  world.broker.resumeReplication(3)
  await world.produce(2, ['b'])
  await world.broker.restart(1)
  t.deepEqual(world.isr, [1, 2, 3])
  world.broker.moveLeader('t', 0, 1)
  t.deepEqual(await world.committed(1), ['a', 'b'])
})

test('without a replica in sync nobody leads, until the last one that was comes back', async (t) => {
  const world = await ClusterWorld.start(t)
  await world.produce(1, ['a'])
  for (const id of [2, 3, 1]) await world.broker.kill(id)
  await world.broker.restart(2)
  t.is(world.leader, -1)
  const { partition } = await world.metadata(2)
  t.like(partition, { errorCode: ErrorCode.LEADER_NOT_AVAILABLE, leaderId: -1, isrNodes: [1] })
  t.is((await world.produce(2, ['x'])).errorCode, ErrorCode.NOT_LEADER_OR_FOLLOWER)
  await world.broker.restart(1)
  t.is(world.leader, 1)
  t.deepEqual(await world.committed(1), ['a'])
})

test('an unclean election, where the topic allows it, keeps the partition and loses records', async (t) => {
  const configs = { 'unclean.leader.election.enable': 'true' }
  const world = await ClusterWorld.start(t, { topics: [{ name: 't', assignments: [[1, 2]], configs }] })
  await world.produce(1, ['a'])
  await world.broker.kill(2)
  await world.produce(1, ['b'])
  await world.broker.kill(1)
  await world.broker.restart(2)
  t.is(world.leader, 2)
  t.deepEqual(await world.committed(2), ['a'])
  await world.produce(2, ['c'])
  await world.broker.restart(1)
  t.deepEqual(world.isr, [1, 2])
  world.broker.moveLeader('t', 0, 1)
  t.deepEqual(await world.committed(1), ['a', 'c'])
})

test('a broker that stops in good order leaves nothing behind that is not elsewhere', async (t) => {
  const world = await ClusterWorld.start(t)
  await world.produce(1, ['a'])
  await world.broker.stop(1)
  t.is(world.leader, 2)
  t.false(world.broker.brokers[0]!.isRunning)
  t.deepEqual(await world.committed(2), ['a'])
  await world.broker.restart(1)
  t.deepEqual(world.isr, [1, 2, 3])
})

test('brokers are added and removed', async (t) => {
  const world = await ClusterWorld.start(t, { racks: ['a', 'b'] })
  t.is(await world.broker.addBroker({ rack: 'z' }), 4)
  const { brokers } = await world.metadata(4)
  t.deepEqual(
    brokers.map(({ nodeId, rack }) => [nodeId, rack]),
    [
      [1, 'a'],
      [2, 'b'],
      [3, 'a'],
      [4, 'z'],
    ],
  )
  await world.broker.removeBroker(1)
  t.deepEqual((await world.metadata(4)).partition.offlineReplicas, [1])
  t.is(world.leader, 2)
  t.is(world.broker.brokers.length, 3)
})

test('controls refuse what cannot be, and say what could', async (t) => {
  const { broker } = await ClusterWorld.start(t)
  t.throws(() => broker.moveLeader('t', 0, 4), { instanceOf: UsageError, message: /in sync are 1, 2, 3/ })
  t.throws(() => broker.shrinkIsr('t', 0, 1), { instanceOf: UsageError, message: /move the leader/ })
  t.throws(() => broker.leaderOf('t', 1), { instanceOf: UsageError, message: /no partition 1/ })
  await t.throwsAsync(broker.kill(7), { instanceOf: UsageError, message: /no broker 7: there are 1, 2, 3/ })
})

test('each group has its coordinator where its partition of __consumer_offsets is led', async (t) => {
  const world = await ClusterWorld.start(t)
  const groups = Array.from({ length: 20 }, (_, index) => `group-${index}`)
  const find = async (id: number) => {
    const { coordinators } = await world.ask(id, findCoordinatorApi, 4, { keyType: 0, coordinatorKeys: groups })
    return coordinators.map(({ nodeId }) => nodeId)
  }
  const first = await find(1)
  t.deepEqual([...new Set(first)].sort(), [1, 2, 3])
  t.deepEqual(await find(2), first)
  await world.broker.kill(2)
  t.false((await find(3)).includes(2))
  t.is(world.broker.isrOf('__consumer_offsets', 0).length, 2)
})

test('a fetch that names itself a replica needs to be one', async (t) => {
  const world = await ClusterWorld.start(t, { topics: [{ name: 't', assignments: [[1, 2]] }] })
  const ask = async (replicaId: number, currentLeaderEpoch: number) => {
    const partitions = [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1000, currentLeaderEpoch }]
    const body = { replicaId, minBytes: 0, maxWaitMs: 0, topics: [{ topic: 't', partitions }] }
    return (await world.ask(1, fetchApi, 10, body)).responses[0]!.partitions[0]!.errorCode
  }
  t.is(await ask(2, 0), 0)
  t.is(await ask(3, 0), ErrorCode.UNKNOWN_LEADER_EPOCH)
  t.is(await ask(3, -1), ErrorCode.NOT_LEADER_OR_FOLLOWER)
})

test.serial('a follower that cannot write says so, tries again, and keeps nobody else from going on', async (t) => {
  const events: BrokerEvent[] = []
  const world = await ClusterWorld.start(t, { onEvent: (event) => events.push(event) })
  const fault = new Error('the disk is full')
  const { append } = PartitionLog.prototype
  let isFull = true
  t.teardown(() => (PartitionLog.prototype.append = append))
  let appends = 0
  PartitionLog.prototype.append = function (this: PartitionLog, ...args) {
    // The leader appends first, then one follower after the other.
    if (isFull && ++appends === 2) throw fault
    return append.apply(this, args)
  }
  const produced = world.produce(1, ['a'], -1, 10_000)
  await world.clock.advance(999)
  isFull = false
  const failures = events.filter((event) => event.type === 'replication-failed')
  t.deepEqual(failures, [{ type: 'replication-failed', brokerId: 2, topic: 't', partition: 0, error: fault }])
  await world.clock.advance(1)
  t.is((await produced).errorCode, 0)
  t.deepEqual(await world.committed(), ['a'])
})
