import { ErrorCode, FencedError } from '@odradek/protocol'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { leaveGroupApi } from '@odradek/protocol/apis/leave-group'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import test from 'ava'
import { cooperativeStickyAssignor } from '../../../src/core/group/assignors/sticky-assignor.ts'
import { decodeSubscription } from '../../../src/core/group/subscription-protocol.ts'
import { CoreHarness, recordBytes } from '../../support/core-harness.ts'

const cooperative = { assignors: [cooperativeStickyAssignor] }

function join(harness: CoreHarness, generationId: number): void {
  harness.run.answer(joinGroupApi, {
    generationId,
    protocolType: 'consumer',
    protocolName: 'cooperative-sticky',
    memberId: 'member-1',
    leader: 'someone-else',
  })
  harness.poll()
}

function stableMember(): CoreHarness {
  const harness = new CoreHarness(cooperative)
  harness.ask()
  join(harness, 1)
  harness.answerSync([0, 1])
  harness.answerOffsets()
  return harness
}

function callRebalance(harness: CoreHarness): void {
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.REBALANCE_IN_PROGRESS)
}

test('a rebalance leaves what is owned in place: it is fetched and handed out while the group settles', (t) => {
  const harness = stableMember()
  callRebalance(harness)
  t.is(harness.state, 'joining')
  t.deepEqual(harness.told, [{ kind: 'assigned', partitions: ['orders-0', 'orders-1'] }])
  const { metadata } = harness.run.request(joinGroupApi).protocols[0]!
  const { ownedPartitions, generationId, userData } = decodeSubscription(metadata)
  t.deepEqual(ownedPartitions, [{ topic: 'orders', partitions: [0, 1] }])
  t.is(generationId, 1)
  t.deepEqual(userData, Uint8Array.of(0, 0, 0, 1))
  harness.answerFetch(recordBytes(0n, 3))
  t.is(harness.take()?.offset, 0n)
})

test('only what another member gets is revoked, then the member joins once more', (t) => {
  const harness = stableMember()
  callRebalance(harness)
  join(harness, 2)
  harness.answerSync([1])
  t.deepEqual(harness.told.slice(1), [
    { kind: 'revoked', partitions: ['orders-0'] },
    { kind: 'assigned', partitions: [] },
  ])
  t.is(harness.state, 'joining')
  const { metadata } = harness.run.request(joinGroupApi).protocols[0]!
  t.deepEqual(decodeSubscription(metadata).ownedPartitions, [{ topic: 'orders', partitions: [1] }])
  join(harness, 3)
  harness.answerSync([1])
  t.is(harness.state, 'stable')
})

test('a record in hand of a partition that stays does not hold up the rebalance', (t) => {
  const harness = stableMember()
  harness.answerFetch(recordBytes(0n, 3), 1)
  t.is(harness.take()?.topicPartition.partition, 1)
  callRebalance(harness)
  join(harness, 2)
  harness.answerSync([1])
  t.deepEqual(harness.told.at(-2), { kind: 'revoked', partitions: ['orders-0'] })
})

test('a record in hand of a partition that goes is waited for, and committed', (t) => {
  const harness = stableMember()
  harness.answerFetch(recordBytes(0n, 3))
  harness.take()
  callRebalance(harness)
  join(harness, 2)
  harness.answerSync([1])
  t.is(harness.core.reconciler.step, 'awaiting-handler')
  harness.askAfterHandling()
  const commit = harness.run.request(offsetCommitApi, 9)
  t.is(commit.generationIdOrMemberEpoch, 2)
  t.is(commit.topics[0]!.partitions[0]!.committedOffset, 1n)
  harness.answerCommit()
  t.is(harness.state, 'joining')
})

test('a commit that falls into a rebalance is sent when the group has settled', (t) => {
  const harness = stableMember()
  harness.answerFetch(recordBytes(0n, 3))
  harness.take()
  callRebalance(harness)
  harness.handled()
  let result: unknown = 'open'
  harness.core.committer.commit(harness.core.subscription.uncommitted(), Infinity, harness.run.nowMs, (error) => {
    result = error
  })
  harness.poll()
  t.false(harness.pendingNames.includes('OffsetCommit'))
  join(harness, 2)
  harness.answerSync([0, 1])
  t.is(harness.run.request(offsetCommitApi, 9).generationIdOrMemberEpoch, 2)
  harness.answerCommit()
  t.is(result, undefined)
})

test('a commit that the coordinator refuses during a rebalance is tried again', (t) => {
  const harness = stableMember()
  harness.answerFetch(recordBytes(0n, 3))
  harness.take()
  harness.handled()
  let result: unknown = 'open'
  harness.core.committer.commit(harness.core.subscription.uncommitted(), Infinity, harness.run.nowMs, (error) => {
    result = error
  })
  harness.poll()
  harness.answerCommit(ErrorCode.REBALANCE_IN_PROGRESS)
  t.is(harness.state, 'joining')
  join(harness, 2)
  harness.answerSync([0, 1])
  harness.advance(200)
  harness.answerCommit()
  t.is(result, undefined)
})

test('a member that joins with partitions in its hands sends heartbeats beside JoinGroup, and loses all when it is unknown', (t) => {
  const harness = stableMember()
  callRebalance(harness)
  harness.advance(3000)
  const heartbeat = harness.run.pending.find(({ api }) => api.name === 'Heartbeat')
  t.deepEqual(heartbeat?.destination, { nodeId: 1, channel: 'default' })
  harness.answerHeartbeat(ErrorCode.UNKNOWN_MEMBER_ID)
  t.deepEqual(harness.told.at(-1), { kind: 'lost', partitions: ['orders-0', 'orders-1'] })
})

test('a member whose heartbeats are not answered while it joins gives its partitions up before its session ends', (t) => {
  const harness = stableMember()
  callRebalance(harness)
  harness.advance(44_000)
  t.is(harness.told.length, 1)
  harness.advance(2000)
  t.deepEqual(harness.told.at(-1), { kind: 'lost', partitions: ['orders-0', 'orders-1'] })
})

test('everything lost while onRevoked runs for a part: the rest is told as lost', (t) => {
  const harness = stableMember()
  callRebalance(harness)
  join(harness, 2)
  harness.listenerIsSlow = true
  harness.answerSync([1])
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.UNKNOWN_MEMBER_ID)
  harness.listenerIsSlow = false
  harness.core.reconciler.onListenerDone(harness.run.nowMs)
  harness.poll()
  t.deepEqual(harness.told.slice(1), [
    { kind: 'revoked', partitions: ['orders-0'] },
    { kind: 'lost', partitions: ['orders-1'] },
  ])
})

test('a static member names its instance in every request of the group, and does not leave when it closes', (t) => {
  const harness = new CoreHarness({ groupInstanceId: 'shelf-7' })
  harness.ask()
  t.is(harness.run.request(joinGroupApi).groupInstanceId, 'shelf-7')
  harness.answerJoin()
  t.is(harness.run.request(syncGroupApi).groupInstanceId, 'shelf-7')
  harness.answerSync()
  harness.answerOffsets()
  harness.answerFetch(recordBytes(0n, 3))
  harness.take()
  harness.handled()
  harness.ask()
  harness.advance(3000)
  t.is(harness.run.request(heartbeatApi).groupInstanceId, 'shelf-7')
  harness.core.membership.leave(harness.run.nowMs, harness.run.nowMs + 1000)
  harness.poll()
  t.is(harness.run.request(offsetCommitApi, 9).groupInstanceId, 'shelf-7')
  harness.answerCommit()
  t.is(harness.state, 'unsubscribed')
  t.false(harness.pendingNames.includes('LeaveGroup'))
})

test('a static member leaves when it is told to, by its instance id', (t) => {
  const harness = new CoreHarness({ groupInstanceId: 'shelf-7' })
  harness.becomeStable()
  harness.core.membership.leave(harness.run.nowMs, harness.run.nowMs + 1000, true)
  harness.poll()
  const [member] = harness.run.request(leaveGroupApi).members
  t.is(member?.groupInstanceId, 'shelf-7')
  t.is(member?.reason, 'the consumer closes')
})

for (const where of ['join', 'heartbeat', 'commit'] as const)
  test(`a second member with the same instance id ends the first one with a FencedError (${where})`, (t) => {
    const harness = new CoreHarness({ groupInstanceId: 'shelf-7' })
    if (where === 'join') {
      harness.ask()
      harness.run.answer(joinGroupApi, { errorCode: ErrorCode.FENCED_INSTANCE_ID })
      harness.poll()
    } else {
      harness.becomeStable()
      harness.answerFetch(recordBytes(0n, 3))
      harness.take()
      harness.handled()
      harness.advance(5000)
      if (where === 'heartbeat') harness.answerHeartbeat(ErrorCode.FENCED_INSTANCE_ID)
      else harness.answerCommit(ErrorCode.FENCED_INSTANCE_ID)
    }
    t.is(harness.state, 'fatal')
    t.true(harness.failures.at(-1)?.error instanceof FencedError)
    t.true(harness.failures.at(-1)?.fatal)
  })
