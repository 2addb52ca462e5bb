// Consumers read from the replica in their rack (KIP-392).
import { ErrorCode } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { decodeRecordBatches } from '@odradek/records'
import test, { type ExecutionContext } from 'ava'
import type { BrokerOptions } from '../../src/index.ts'
import { ClusterWorld } from './cluster-world.ts'

const RACK_AWARE = 'org.apache.kafka.common.replica.RackAwareReplicaSelector'
const [LEADER, FOLLOWER, OTHER] = [1, 2, 3] as const
const SPREAD: BrokerOptions = { racks: ['a', 'b', 'c'], replicaSelectorClass: RACK_AWARE }

/** What a consumer in a rack is told by a broker: where to read, and how many records it is given. */
async function read(world: ClusterWorld, id: number, rackId: string, fetchOffset = 0n) {
  const partition = { partition: 0, fetchOffset, partitionMaxBytes: 1_000_000 }
  const body = { minBytes: 0, maxWaitMs: 0, rackId, topics: [{ topic: 't', partitions: [partition] }] }
  const { responses } = await world.ask(id, fetchApi, 12, body)
  const { errorCode, preferredReadReplica, records, highWatermark } = responses[0]!.partitions[0]!
  const batches = [...decodeRecordBatches(records ?? new Uint8Array(0))]
  const count = batches.reduce((sum, batch) => sum + batch.count, 0)
  return { errorCode, preferredReadReplica, count, highWatermark }
}

const FROM_LEADER = { errorCode: ErrorCode.NONE, preferredReadReplica: -1, count: 2, highWatermark: 2n }

async function begin(t: ExecutionContext, options: BrokerOptions = SPREAD): Promise<ClusterWorld> {
  const world = await ClusterWorld.start(t, options)
  await world.produce(LEADER, ['a', 'b'])
  await world.settle()
  return world
}

test('the leader sends a consumer to the replica in its rack, which gives it the records', async (t) => {
  const world = await begin(t)
  const sent = { errorCode: ErrorCode.NONE, preferredReadReplica: FOLLOWER, count: 0, highWatermark: 2n }
  t.deepEqual(await read(world, LEADER, 'b'), sent)
  t.deepEqual(await read(world, FOLLOWER, 'b'), FROM_LEADER)
})

test('a consumer in the leader’s rack, in a rack without a replica, or in none reads from the leader', async (t) => {
  const world = await begin(t)
  for (const rackId of ['a', 'nowhere', '']) t.deepEqual(await read(world, LEADER, rackId), FROM_LEADER, rackId)
})

test('without a selector all read from the leader', async (t) => {
  const world = await begin(t, { racks: ['a', 'b', 'c'] })
  t.deepEqual(await read(world, LEADER, 'b'), FROM_LEADER)
})

test('a replica that is not in sync, is gone, or has not got the offset is nobody’s', async (t) => {
  const world = await begin(t, { ...SPREAD, brokerSessionTimeoutMs: 1000 })
  world.broker.shrinkIsr('t', 0, FOLLOWER)
  t.deepEqual(await read(world, LEADER, 'b'), FROM_LEADER)
  world.broker.expandIsr('t', 0, FOLLOWER)
  await world.settle()
  t.is((await read(world, LEADER, 'b')).preferredReadReplica, FOLLOWER)

  world.broker.pauseReplication(FOLLOWER)
  await world.produce(LEADER, ['c'], 1)
  await world.settle()
  t.is((await read(world, LEADER, 'b', 3n)).preferredReadReplica, -1)
  t.is((await read(world, LEADER, 'b', 2n)).preferredReadReplica, FOLLOWER)
  world.broker.resumeReplication(FOLLOWER)
  await world.settle()

  await world.broker.kill(FOLLOWER)
  await world.clock.advance(1000)
  t.is((await read(world, LEADER, 'b')).preferredReadReplica, -1)
})

test('of several replicas in a rack it is the one that has most', async (t) => {
  const world = await begin(t, { ...SPREAD, racks: ['a', 'b', 'b'] })
  world.broker.pauseReplication(FOLLOWER)
  await world.produce(LEADER, ['c'], 1)
  await world.settle()
  t.is((await read(world, LEADER, 'b')).preferredReadReplica, OTHER)
})

test('a consumer that reads from a follower gets what is committed, and is sent back where the follower lacks it', async (t) => {
  const world = await begin(t)
  world.broker.pauseReplication(FOLLOWER)
  await world.produce(LEADER, ['c'], 1)
  await world.settle()
  t.like(await read(world, FOLLOWER, 'b'), { count: 2, highWatermark: 2n })
  const beyond = await read(world, FOLLOWER, 'b', 5n)
  t.is(beyond.errorCode, ErrorCode.OFFSET_OUT_OF_RANGE)
  world.broker.resumeReplication(FOLLOWER)
  await world.settle()
  t.like(await read(world, FOLLOWER, 'b'), { count: 3, highWatermark: 3n })
})
