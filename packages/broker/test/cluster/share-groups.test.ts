import { ErrorCode } from '@odradek/protocol'
import { alterShareGroupOffsetsApi } from '@odradek/protocol/apis/alter-share-group-offsets'
import { describeProducersApi } from '@odradek/protocol/apis/describe-producers'
import { describeShareGroupOffsetsApi } from '@odradek/protocol/apis/describe-share-group-offsets'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { produceApi } from '@odradek/protocol/apis/produce'
import { shareAcknowledgeApi } from '@odradek/protocol/apis/share-acknowledge'
import { shareFetchApi } from '@odradek/protocol/apis/share-fetch'
import test from 'ava'
import { batchOf } from '../core/batches.ts'
import type { RawClient } from '../raw-client.ts'
import { ClusterWorld } from './cluster-world.ts'

const PARTITIONS = [0, 1, 2]

async function startWorld(t: Parameters<typeof ClusterWorld.start>[0]) {
  const topics = [{ name: 't', partitions: 3, replicationFactor: 3 }]
  const world = await ClusterWorld.start(t, { topics, offsetsTopicNumPartitions: 1 })
  const coordinator = async (of: number) => {
    const { coordinators } = await world.ask(of, findCoordinatorApi, 4, { keyType: 0, coordinatorKeys: ['g'] })
    return coordinators[0]!.nodeId
  }
  await coordinator(1)
  await world.clock.advance(1000)
  for (const index of PARTITIONS) {
    const topicData = [{ name: 't', partitionData: [{ index, records: batchOf(['a', 'b', 'c', 'd']) }] }]
    await world.ask(world.broker.leaderOf('t', index), produceApi, 9, { acks: 1, topicData })
  }
  await world.clock.advance(1000)
  const describe = async () => {
    const groups = [{ groupId: 'g', topics: null }]
    const at = await coordinator(world.broker.brokers.find(({ isRunning }) => isRunning)!.id)
    const described = await world.ask(at, describeShareGroupOffsetsApi, 1, { groups })
    return described.groups[0]!.topics.flatMap(({ partitions }) =>
      partitions.map(({ partitionIndex, startOffset, lag }) => [partitionIndex, Number(startOffset), Number(lag)]),
    )
  }
  const startOffset = 1n
  const altering = PARTITIONS.map((partitionIndex) => ({ partitionIndex, startOffset }))
  const altered = await world.ask(await coordinator(1), alterShareGroupOffsetsApi, 0, {
    groupId: 'g',
    topics: [{ topicName: 't', partitions: altering }],
  })
  return { world, describe, altered }
}

test('the coordinator of a share group sets and tells its offsets, whoever leads the partitions', async (t) => {
  const { world, describe, altered } = await startWorld(t)
  t.is(new Set(PARTITIONS.map((index) => world.broker.leaderOf('t', index))).size, 3)
  t.deepEqual(
    altered.responses[0]!.partitions.map(({ errorCode }) => errorCode),
    [0, 0, 0],
  )
  t.deepEqual(await describe(), [
    [0, 1, 3],
    [1, 1, 3],
    [2, 1, 3],
  ])
})

test('a new leader goes on where a share group had come to, and gives out what nobody acknowledged', async (t) => {
  const { world, describe, altered } = await startWorld(t)
  const { topicId } = altered.responses[0]!
  let client: RawClient | undefined
  const acquire = async (shareSessionEpoch: number) => {
    const request = { groupId: 'g', memberId: 'm', shareSessionEpoch, maxBytes: 1_000_000, maxRecords: 500 }
    const topics = [{ topicId, partitions: [{ partitionIndex: 0 }] }]
    // A session lasts as long as its connection.
    client = world.connect(world.broker.leaderOf('t', 0))
    const { responses } = await client.ask(shareFetchApi, 2, { ...request, topics })
    return responses[0]!.partitions[0]!.acquiredRecords.map(({ firstOffset, lastOffset, deliveryCount }) => {
      return [Number(firstOffset), Number(lastOffset), deliveryCount]
    })
  }
  t.deepEqual(await acquire(0), [[1, 3, 1]])
  const acknowledgementBatches = [{ firstOffset: 1n, lastOffset: 1n, acknowledgeTypes: [1] }]
  const topics = [{ topicId, partitions: [{ partitionIndex: 0, acknowledgementBatches }] }]
  const leader = world.broker.leaderOf('t', 0)
  const acknowledgement = { groupId: 'g', memberId: 'm', shareSessionEpoch: 1, topics }
  t.is((await client!.ask(shareAcknowledgeApi, 2, acknowledgement)).errorCode, 0)
  await world.broker.kill(leader)
  await world.clock.advance(30_000)
  t.not(world.broker.leaderOf('t', 0), leader)
  // That records were acquired is not stored, only what came of it; and the start offset with the change after.
  t.deepEqual(await acquire(0), [[2, 3, 1]])
  t.deepEqual((await describe())[0], [0, 1, 2])
})

test('every replica tells of the producers that it knows', async (t) => {
  const { world } = await startWorld(t)
  for (const { id } of world.broker.brokers) {
    const { topics } = await world.ask(id, describeProducersApi, 0, { topics: [{ name: 't', partitionIndexes: [0] }] })
    t.is(topics[0]!.partitions[0]!.errorCode, ErrorCode.NONE)
  }
})
