import { ErrorCode } from '@odradek/protocol'
import { consumerGroupHeartbeatApi } from '@odradek/protocol/apis/consumer-group-heartbeat'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import test from 'ava'
import { ClusterWorld } from './cluster-world.ts'

test('groups and offsets go on with another coordinator when theirs is killed', async (t) => {
  const world = await ClusterWorld.start(t, { offsetsTopicNumPartitions: 1 })
  const coordinator = async (of: number) => {
    const { coordinators } = await world.ask(of, findCoordinatorApi, 4, { keyType: 0, coordinatorKeys: ['g'] })
    return coordinators[0]!.nodeId
  }
  await coordinator(1)
  await world.clock.advance(1000)
  const first = await coordinator(1)
  const member = { groupId: 'g', memberId: 'm1' }
  const joining = { memberEpoch: 0, rebalanceTimeoutMs: 60_000, subscribedTopicNames: ['t'], topicPartitions: [] }
  const joined = await world.ask(first, consumerGroupHeartbeatApi, 1, { ...member, ...joining })
  t.is(joined.memberEpoch, 1)
  const topics = [{ name: 't', partitions: [{ partitionIndex: 0, committedOffset: 7n }] }]
  await world.ask(first, offsetCommitApi, 9, { ...member, generationIdOrMemberEpoch: 1, topics })
  await world.clock.advance(2000)
  const other = first === 1 ? 2 : 1
  const elsewhere = await world.ask(other, consumerGroupHeartbeatApi, 1, { ...member, memberEpoch: 1 })
  t.is(elsewhere.errorCode, ErrorCode.NOT_COORDINATOR)
  await world.broker.kill(first)
  await world.clock.advance(30_000)
  const second = await coordinator(other)
  t.not(second, first)
  const beaten = await world.ask(second, consumerGroupHeartbeatApi, 1, { ...member, memberEpoch: 1 })
  t.like(beaten, { errorCode: ErrorCode.NONE, memberEpoch: 1 })
  const { groups } = await world.ask(second, offsetFetchApi, 9, { groups: [{ groupId: 'g', topics: null }] })
  t.is(groups[0]!.topics[0]!.partitions[0]!.committedOffset, 7n)
})
