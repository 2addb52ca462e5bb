// Coordinators answer when the replicas in sync have what they say.
import { ByteWriter, decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import { ErrorCode } from '@odradek/protocol'
import { consumerGroupDescribeApi } from '@odradek/protocol/apis/consumer-group-describe'
import { describeTransactionsApi } from '@odradek/protocol/apis/describe-transactions'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { listTransactionsApi } from '@odradek/protocol/apis/list-transactions'
import { produceApi } from '@odradek/protocol/apis/produce'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import { consumerProtocolSubscription } from '@odradek/protocol/messages/consumer-protocol-subscription'
import test from 'ava'
import { batchOf } from '../core/batches.ts'
import { ClusterWorld } from './cluster-world.ts'
import { GroupWorld, OFFSETS } from './group-world.ts'

const { COORDINATOR_NOT_AVAILABLE, NONE, NOT_COORDINATOR, REBALANCE_IN_PROGRESS } = ErrorCode

function codeOf(asked: Awaited<ReturnType<GroupWorld['commit']>>): number | undefined {
  return asked.response?.topics[0]!.partitions[0]!.errorCode
}

test('a commit is answered when the followers in sync have it', async (t) => {
  const group = await GroupWorld.start(t)
  t.is(codeOf(await group.commit(1n)), NONE)
  const [first, second] = group.followers
  group.pauseFollowers()
  const asked = await group.commit(7n)
  t.is(asked.response, undefined)
  group.world.broker.resumeReplication(first!)
  await group.world.settle()
  t.is(asked.response, undefined)
  group.world.broker.resumeReplication(second!)
  await group.world.settle()
  t.is(codeOf(asked), NONE)
  t.is(await group.committed(), 7n)
})

test('a commit is answered when the follower that lags is in sync no more', async (t) => {
  const group = await GroupWorld.start(t)
  const [lagging] = group.followers
  group.world.broker.pauseReplication(lagging!)
  const asked = await group.commit(7n)
  t.is(asked.response, undefined)
  group.world.broker.shrinkIsr(OFFSETS, 0, lagging!)
  await group.world.settle()
  t.is(codeOf(asked), NONE)
})

test('a commit that the followers do not have in time fails so that it is tried again', async (t) => {
  const group = await GroupWorld.start(t)
  group.pauseFollowers()
  const asked = await group.commit(7n)
  await group.world.clock.advance(4_999)
  t.is(asked.response, undefined)
  await group.world.clock.advance(1)
  t.is(codeOf(asked), COORDINATOR_NOT_AVAILABLE)
})

test('what was acknowledged is known to the next coordinator, whenever the first one is killed', async (t) => {
  const group = await GroupWorld.start(t)
  for (let offset = 1n; offset <= 3n; offset++) {
    t.is(codeOf(await group.commit(offset)), NONE)
    const dead = group.coordinator
    await group.world.broker.kill(dead)
    await group.world.clock.advance(30_000)
    t.not(group.coordinator, dead)
    t.is(await group.committed(), offset)
    await group.world.broker.restart(dead)
    await group.world.settle()
  }
})

test('what the followers had not got was not acknowledged', async (t) => {
  const group = await GroupWorld.start(t)
  await group.commit(1n)
  group.pauseFollowers()
  const asked = await group.commit(7n)
  const { broker } = group.world
  for (const id of group.followers) broker.resumeReplication(id)
  await group.world.settle()
  t.is(codeOf(asked), NONE)
  group.pauseFollowers()
  const lost = await group.commit(8n)
  const old = group.coordinator
  const next = group.followers[0]!
  await broker.kill(old)
  broker.resumeReplication(next)
  await group.world.clock.advance(30_000)
  t.is(lost.response, undefined)
  t.is(await group.committed(), 7n)
})

test('a coordinator that is one no more while a commit waits says so', async (t) => {
  const group = await GroupWorld.start(t)
  group.pauseFollowers()
  const asked = await group.commit(7n)
  group.world.broker.moveLeader(OFFSETS, 0, group.followers[0]!)
  await group.world.settle()
  t.is(codeOf(asked), NOT_COORDINATOR)
})

test('below min.insync.replicas commits are refused, and nothing is kept of them', async (t) => {
  const group = await GroupWorld.start(t)
  await group.requireInSync(2)
  t.is(codeOf(await group.commit(1n)), NONE)
  const followers = group.followers
  for (const id of followers) group.world.broker.shrinkIsr(OFFSETS, 0, id)
  t.is(codeOf(await group.commit(7n)), COORDINATOR_NOT_AVAILABLE)
  t.is(await group.committed(), 1n)
  group.world.broker.expandIsr(OFFSETS, 0, followers[0]!)
  await group.world.settle()
  t.is(codeOf(await group.commit(8n)), NONE)
  t.is(await group.committed(), 8n)
})

test('what is refused of a request that stores nothing is told at once', async (t) => {
  const group = await GroupWorld.start(t)
  group.pauseFollowers()
  await group.commit(7n)
  const asked = await group.commit(7n, 9)
  t.is(codeOf(asked), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is((await group.heartbeat(5)).response?.errorCode, ErrorCode.GROUP_ID_NOT_FOUND)
})

test('a member of a consumer group hears of its epoch and assignment when they are stored', async (t) => {
  const group = await GroupWorld.start(t)
  group.pauseFollowers()
  const joining = await group.heartbeat(0)
  t.is(joining.response, undefined)
  for (const id of group.followers) group.world.broker.resumeReplication(id)
  await group.world.settle()
  t.like(joining.response, { errorCode: NONE, memberEpoch: 1 })
  group.pauseFollowers()
  const commit = await group.commit(7n, 0, 'm1')
  // A heartbeat that changes nothing waits for what was stored before it, too.
  const beating = await group.heartbeat(1)
  t.is(beating.response, undefined)
  const stable = group.committed(true)
  for (const id of group.followers) group.world.broker.resumeReplication(id)
  await group.world.settle()
  t.is(codeOf(commit), NONE)
  t.like(beating.response, { errorCode: NONE, memberEpoch: 1 })
  t.is(await stable, 7n)
})

test('below min.insync.replicas nobody gets into a group', async (t) => {
  const group = await GroupWorld.start(t)
  await group.requireInSync(2)
  const followers = group.followers
  for (const id of followers) group.world.broker.shrinkIsr(OFFSETS, 0, id)
  t.is((await group.heartbeat(0)).response?.errorCode, COORDINATOR_NOT_AVAILABLE)
  const described = await group.ask(consumerGroupDescribeApi, 1, { groupIds: ['g'] })
  t.is(described.response?.groups[0]!.errorCode, ErrorCode.GROUP_ID_NOT_FOUND)
  group.world.broker.expandIsr(OFFSETS, 0, followers[0]!)
  await group.world.settle()
  t.like((await group.heartbeat(0)).response, { errorCode: NONE, memberEpoch: 1 })
})

const member = { groupId: 'g', protocolType: 'consumer', sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 30_000 }

async function joined(group: GroupWorld) {
  const protocols = [{ name: 'range', metadata: encodeUtf8('any') }]
  const { response } = await group.ask(joinGroupApi, 9, { ...member, memberId: '', protocols })
  const memberId = response!.memberId
  const asked = await group.ask(joinGroupApi, 9, { ...member, memberId, protocols })
  await group.world.clock.advance(1)
  const { generationId } = asked.response!
  const sync = () => {
    const assignments = [{ memberId, assignment: encodeUtf8('all of it') }]
    const named = { protocolType: 'consumer', protocolName: 'range' }
    return group.ask(syncGroupApi, 5, { groupId: 'g', memberId, generationId, ...named, assignments })
  }
  return { memberId, generationId, sync }
}

test('members of a classic group get their assignment when it is stored', async (t) => {
  const group = await GroupWorld.start(t)
  const { sync } = await joined(group)
  group.pauseFollowers()
  const first = await sync()
  const again = await sync()
  t.is(first.response, undefined)
  t.is(again.response, undefined)
  for (const id of group.followers) group.world.broker.resumeReplication(id)
  await group.world.settle()
  for (const { response } of [first, again]) t.is(decodeUtf8(response!.assignment), 'all of it')
})

test('an assignment that cannot be stored has the members of a classic group join again', async (t) => {
  const group = await GroupWorld.start(t)
  await group.requireInSync(2)
  const { sync } = await joined(group)
  const followers = group.followers
  for (const id of followers) group.world.broker.shrinkIsr(OFFSETS, 0, id)
  t.is((await sync()).response?.errorCode, COORDINATOR_NOT_AVAILABLE)
  t.is((await sync()).response?.errorCode, REBALANCE_IN_PROGRESS)
  group.world.broker.expandIsr(OFFSETS, 0, followers[0]!)
  await group.world.settle()
})

test('members of a classic group that wait are answered when the heartbeat that would upgrade it cannot be stored', async (t) => {
  const group = await GroupWorld.start(t, { groupInitialRebalanceDelayMs: 3_000 })
  await group.requireInSync(2)
  const writer = new ByteWriter()
  writer.writeInt16(0)
  consumerProtocolSubscription.encode(writer, { topics: ['t'] }, 0)
  const protocols = [{ name: 'range', metadata: writer.bytes().slice() }]
  const { response } = await group.ask(joinGroupApi, 9, { ...member, memberId: '', protocols })
  const joining = await group.ask(joinGroupApi, 9, { ...member, memberId: response!.memberId, protocols })
  t.is(joining.response, undefined)
  for (const id of group.followers) group.world.broker.shrinkIsr(OFFSETS, 0, id)
  t.is((await group.heartbeat(0)).response?.errorCode, COORDINATOR_NOT_AVAILABLE)
  t.is(joining.response?.errorCode, REBALANCE_IN_PROGRESS)
})

test('a transactional id that was not stored when its coordinator was replaced is not known to that one when it is back', async (t) => {
  const world = await ClusterWorld.start(t, { transactionStateLogNumPartitions: 1 })
  const { broker } = world
  const topic = '__transaction_state'
  await world.ask(1, findCoordinatorApi, 4, { keyType: 1, coordinatorKeys: ['tx'] })
  await world.settle()
  const old = broker.leaderOf(topic, 0)
  const followers = broker.isrOf(topic, 0).filter((id) => id !== old)
  for (const id of followers) broker.pauseReplication(id)
  const begin = (transactionalId: string) => ({ transactionalId, transactionTimeoutMs: 60_000 })
  const asked = world.ask(old, initProducerIdApi, 5, begin('lost'))
  await world.settle()
  broker.moveLeader(topic, 0, followers[0]!)
  t.is((await asked).errorCode, NOT_COORDINATOR)
  for (const id of followers) broker.resumeReplication(id)
  const stored = world.ask(followers[0]!, initProducerIdApi, 5, begin('kept'))
  await world.clock.advance(1_000)
  t.is((await stored).errorCode, NONE)
  broker.moveLeader(topic, 0, old)
  await world.clock.advance(1_000)
  const { transactionStates } = await world.ask(old, listTransactionsApi, 1, {})
  t.deepEqual(
    transactionStates.map(({ transactionalId }) => transactionalId),
    ['kept'],
  )
})

test('a transaction whose end was acknowledged ends so, although its coordinator is killed at once', async (t) => {
  const world = await ClusterWorld.start(t, { transactionStateLogNumPartitions: 1 })
  const coordinator = () => world.broker.leaderOf('__transaction_state', 0)
  await world.ask(1, findCoordinatorApi, 4, { keyType: 1, coordinatorKeys: ['tx'] })
  for (const committed of [true, false, true]) {
    const request = { transactionalId: 'tx', transactionTimeoutMs: 60_000 }
    const { producerId, producerEpoch } = await world.ask(coordinator(), initProducerIdApi, 5, request)
    const records = batchOf([`committed: ${committed}`], {
      producerId,
      producerEpoch,
      baseSequence: 0,
      isTransactional: true,
    })
    const topicData = [{ name: 't', partitionData: [{ index: 0, records }] }]
    const body = { transactionalId: 'tx', acks: -1, timeoutMs: 1000, topicData }
    const produced = await world.ask(world.leader, produceApi, 12, body)
    t.is(produced.responses[0]!.partitionResponses[0]!.errorCode, NONE)
    const end = { transactionalId: 'tx', producerId, producerEpoch, committed }
    t.is((await world.ask(coordinator(), endTxnApi, 5, end)).errorCode, NONE)
    const dead = coordinator()
    await world.broker.kill(dead)
    await world.clock.advance(30_000)
    t.not(coordinator(), dead)
    const states = await world.ask(coordinator(), describeTransactionsApi, 0, { transactionalIds: ['tx'] })
    t.is(states.transactionStates[0]!.transactionState, committed ? 'CompleteCommit' : 'CompleteAbort')
    await world.broker.restart(dead)
    await world.clock.advance(1000)
  }
})
