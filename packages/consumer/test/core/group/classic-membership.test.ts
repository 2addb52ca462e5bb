import { ErrorCode, KafkaError } from '@odradek/protocol'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { leaveGroupApi } from '@odradek/protocol/apis/leave-group'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import test from 'ava'
import { decodeAssignment, decodeSubscription } from '../../../src/core/group/subscription-protocol.ts'
import { CoreHarness, metadataOf, ORDERS_ID, recordBytes } from '../../support/core-harness.ts'

test('a member joins, leads, syncs, and reads from the committed offsets', (t) => {
  const harness = new CoreHarness()
  harness.ask()
  const join = harness.run.request(joinGroupApi)
  t.is(join.groupId, 'group')
  t.is(join.protocolType, 'consumer')
  t.is(join.rebalanceTimeoutMs, 300_000)
  t.deepEqual(decodeSubscription(join.protocols[0]!.metadata).topics, ['orders'])
  harness.run.answer(joinGroupApi, { errorCode: ErrorCode.MEMBER_ID_REQUIRED, memberId: 'given' })
  harness.poll()
  t.is(harness.run.request(joinGroupApi).memberId, 'given')
  harness.answerJoin(5, 'given')
  const sync = harness.run.request(syncGroupApi)
  t.is(sync.generationId, 5)
  const partitions = decodeAssignment(sync.assignments[0]!.assignment).assignedPartitions
  t.deepEqual(partitions, [{ topic: 'orders', partitions: [0, 1] }])
  harness.answerSync()
  harness.answerOffsets(40n)
  t.is(harness.state, 'stable')
  t.deepEqual(harness.told, [{ kind: 'assigned', partitions: ['orders-0', 'orders-1'] }])
  t.deepEqual(harness.fetching, ['orders-0', 'orders-1'])
  t.is(harness.core.subscription.get({ topic: 'orders', partition: 1 })!.position, 40n)
})

test('a rebalance waits for the record in hand, then onRevoked, commit and JoinGroup follow each other', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.answerFetch(recordBytes(0n, 5))
  harness.take()
  harness.advance(3000)
  harness.listenerIsSlow = true
  harness.answerHeartbeat(ErrorCode.REBALANCE_IN_PROGRESS)
  t.is(harness.state, 'preparing')
  t.true(harness.core.fetchBuffer.isEmpty, 'nothing of the revoked partitions is given out')
  harness.advance(30_000)
  t.is(harness.core.reconciler.step, 'awaiting-handler')
  harness.askAfterHandling()
  t.is(harness.core.reconciler.step, 'revoking')
  t.deepEqual(harness.told.at(-1), { kind: 'revoked', partitions: ['orders-0', 'orders-1'] })
  t.false(harness.pendingNames.includes('OffsetCommit'))
  harness.core.reconciler.onListenerDone(harness.run.nowMs)
  harness.poll()
  const { partitions } = harness.run.request(offsetCommitApi, 9).topics[0]!
  t.deepEqual(
    partitions.map(({ partitionIndex, committedOffset }) => [partitionIndex, committedOffset]),
    [[0, 1n]],
  )
  t.false(harness.pendingNames.includes('JoinGroup'))
  harness.answerCommit()
  t.is(harness.state, 'joining')
  t.is(harness.run.request(joinGroupApi).memberId, 'member-1')
})

test('heartbeats go on while partitions are being given up', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.answerFetch(recordBytes(0n, 5))
  harness.take()
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.REBALANCE_IN_PROGRESS)
  for (let i = 0; i < 10; i++) {
    harness.advance(3000)
    harness.answerHeartbeat(ErrorCode.REBALANCE_IN_PROGRESS)
  }
  t.is(harness.state, 'preparing')
})

test('a member whom the rebalance did not wait for gives its partitions up before it asks', (t) => {
  const harness = new CoreHarness({ maxPollIntervalMs: 20_000 }).becomeStable()
  harness.answerFetch(recordBytes(0n, 5))
  harness.take()
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.REBALANCE_IN_PROGRESS)
  harness.advance(18_000)
  t.deepEqual(harness.told.at(-1), { kind: 'lost', partitions: ['orders-0', 'orders-1'] })
})

test('a coordinator that falls silent for the session timeout costs the partitions', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.advance(44_900)
  t.is(harness.state, 'stable')
  harness.advance(200)
  t.deepEqual(harness.told.at(-1), { kind: 'lost', partitions: ['orders-0', 'orders-1'] })
  t.is(harness.state, 'joining')
  t.deepEqual(harness.core.subscription.assignment(), [])
})

test('UNKNOWN_MEMBER_ID loses the partitions without a commit and joins as a new member', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.answerFetch(recordBytes(0n, 5))
  harness.take()
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.UNKNOWN_MEMBER_ID)
  t.deepEqual(harness.told.at(-1), { kind: 'lost', partitions: ['orders-0', 'orders-1'] })
  t.false(harness.pendingNames.includes('OffsetCommit'))
  t.is(harness.run.request(joinGroupApi).memberId, '')
})

test('ILLEGAL_GENERATION keeps the member id', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.ILLEGAL_GENERATION)
  t.is(harness.run.request(joinGroupApi).memberId, 'member-1')
})

test('what is lost while onRevoked runs is neither committed nor told again', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.answerFetch(recordBytes(0n, 5))
  harness.take()
  harness.advance(3000)
  harness.listenerIsSlow = true
  harness.answerHeartbeat(ErrorCode.REBALANCE_IN_PROGRESS)
  harness.askAfterHandling()
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(harness.state, 'fenced')
  harness.core.reconciler.onListenerDone(harness.run.nowMs)
  harness.poll()
  t.false(harness.pendingNames.includes('OffsetCommit'))
  t.deepEqual(
    harness.told.map(({ kind }) => kind),
    ['assigned', 'revoked'],
  )
  t.is(harness.state, 'joining')
})

test('a commit at a revocation that is never answered does not hold the rebalance up for ever', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.answerFetch(recordBytes(0n, 5))
  harness.take()
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.REBALANCE_IN_PROGRESS)
  harness.askAfterHandling()
  t.is(harness.core.reconciler.step, 'committing')
  for (let i = 0; i < 16; i++) {
    harness.advance(3000)
    if (harness.pendingNames.includes('Heartbeat')) harness.answerHeartbeat(ErrorCode.REBALANCE_IN_PROGRESS)
  }
  t.is(harness.state, 'joining')
  t.true(harness.run.events.some((event) => event.type === 'commit-failed' && !event.willRetry))
})

test('a user who asks for nothing leaves the group with an event, and joins when he asks', (t) => {
  const harness = new CoreHarness({ maxPollIntervalMs: 10_000 }).becomeStable()
  harness.answerFetch(recordBytes(0n, 5))
  harness.take()
  for (let i = 0; i < 5; i++) {
    harness.advance(3000)
    if (harness.pendingNames.includes('Heartbeat')) harness.answerHeartbeat()
  }
  t.is(harness.state, 'stale')
  t.is(harness.run.request(leaveGroupApi).members[0]!.memberId, 'member-1')
  t.true(harness.run.events.some(({ type }) => type === 'max-poll-interval-exceeded'))
  harness.run.answer(leaveGroupApi, {})
  harness.advance(60_000)
  t.is(harness.state, 'stale')
  t.false(harness.pendingNames.includes('JoinGroup'))
  harness.askAfterHandling()
  t.is(harness.state, 'joining')
  t.true(harness.pendingNames.includes('JoinGroup'))
})

test('a user who waits for records is not one who asks for nothing', (t) => {
  const harness = new CoreHarness({ maxPollIntervalMs: 10_000 }).becomeStable()
  harness.serve(60_000)
  t.is(harness.state, 'stable')
})

test('the leader has the group join again when a topic has more partitions', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.metadata = metadataOf('orders', ORDERS_ID, [1, 1, 1], 2)
  harness.poll()
  t.is(harness.state, 'joining')
  t.deepEqual(harness.told.at(-1), { kind: 'revoked', partitions: ['orders-0', 'orders-1'] })
})

test('closing gives up, commits, leaves and says so', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.answerFetch(recordBytes(0n, 5))
  harness.take()
  harness.askAfterHandling()
  harness.core.membership.leave(harness.run.nowMs, harness.run.nowMs + 30_000)
  harness.poll()
  t.deepEqual(harness.told.at(-1), { kind: 'revoked', partitions: ['orders-0', 'orders-1'] })
  harness.answerCommit()
  t.is(harness.run.request(leaveGroupApi).members[0]!.memberId, 'member-1')
  harness.run.answer(leaveGroupApi, {})
  harness.poll()
  t.is(harness.state, 'unsubscribed')
  t.true(harness.run.events.some(({ type }) => type === 'left'))
})

test('closing while JoinGroup waits does not wait with it', (t) => {
  const harness = new CoreHarness()
  harness.ask()
  harness.run.answer(joinGroupApi, { errorCode: ErrorCode.MEMBER_ID_REQUIRED, memberId: 'given' })
  harness.poll()
  harness.core.membership.leave(harness.run.nowMs, harness.run.nowMs + 30_000)
  harness.poll()
  const leave = harness.run.pending.find(({ api }) => api.name === 'LeaveGroup')!
  t.deepEqual(leave.destination, { nodeId: 1, channel: 'default' })
  harness.run.answer(leaveGroupApi, {})
  harness.poll()
  t.is(harness.state, 'unsubscribed')
})

test('closing without a coordinator ends all the same', (t) => {
  const harness = new CoreHarness({ enableAutoCommit: false }).becomeStable()
  harness.coordinatorIsLost = true
  harness.core.membership.leave(harness.run.nowMs, harness.run.nowMs + 30_000)
  harness.poll()
  t.is(harness.state, 'preparing-leaving')
  harness.advance(3000)
  t.is(harness.state, 'unsubscribed')
})

test('closing before anything was asked for has nothing to leave', (t) => {
  const harness = new CoreHarness()
  harness.core.membership.leave(0, 30_000)
  harness.poll()
  t.deepEqual(harness.pendingNames, [])
  t.true(harness.run.events.some(({ type }) => type === 'left'))
})

test('a group that may not be used is a fatal error', (t) => {
  const harness = new CoreHarness()
  harness.coordinatorError = new KafkaError('this client may not use the group')
  harness.ask()
  t.is(harness.state, 'fatal')
  t.deepEqual(harness.failures, [{ error: harness.coordinatorError, fatal: true }])
})

test('an assignment that cannot be read is a fatal error', (t) => {
  const harness = new CoreHarness()
  harness.ask()
  harness.answerJoin()
  harness.run.answer(syncGroupApi, { assignment: new Uint8Array([0, 1, 0]) })
  harness.poll()
  t.is(harness.state, 'fatal')
  t.regex(harness.failures[0]!.error.message, /cannot be read/)
})

test('a member whose subscription cannot be read is a fatal error for the leader', (t) => {
  const harness = new CoreHarness()
  harness.ask()
  const members = [{ memberId: 'member-1', metadata: new Uint8Array([1]) }]
  harness.run.answer(joinGroupApi, {
    generationId: 1,
    protocolName: 'range',
    memberId: 'member-1',
    leader: 'member-1',
    members,
  })
  harness.poll()
  t.is(harness.state, 'fatal')
})

test('an answer to a request of an earlier generation counts for nothing', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.advance(3000)
  const [late] = harness.run.pending.filter(({ api }) => api.name === 'Heartbeat')
  harness.advance(42_500)
  t.is(harness.state, 'joining')
  harness.answerJoin(2)
  harness.answerSync()
  t.is(harness.state, 'stable')
  late!.onResponse({ errorCode: ErrorCode.UNKNOWN_MEMBER_ID, throttleTimeMs: 0 } as never, 4, harness.run.nowMs)
  harness.poll()
  t.is(harness.state, 'stable')
  t.true(harness.pendingNames.includes(heartbeatApi.name))
})

test('a heartbeat that cannot be sent does not keep the loop busy', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.coordinatorIsLost = true
  harness.run.nowMs += 3000
  t.true(harness.run.poll() > harness.run.nowMs)
})
