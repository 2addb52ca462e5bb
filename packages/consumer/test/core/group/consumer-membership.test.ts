import { ErrorCode, isRetriableErrorCode } from '@odradek/protocol'
import { consumerGroupHeartbeatApi } from '@odradek/protocol/apis/consumer-group-heartbeat'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import type { ConsumerGroupHeartbeatRequest } from '@odradek/protocol/messages/consumer-group-heartbeat-request'
import test from 'ava'
import { reactionTo } from '../../../src/core/error-table.ts'
import { CoreHarness, ORDERS_ID, recordBytes } from '../../support/core-harness.ts'

const newProtocol = { groupProtocol: 'consumer' } as const

const request = (harness: CoreHarness): ConsumerGroupHeartbeatRequest => harness.run.request(consumerGroupHeartbeatApi)

function answer(harness: CoreHarness, memberEpoch: number, partitions?: readonly number[], errorCode = 0): void {
  harness.run.answer(consumerGroupHeartbeatApi, {
    errorCode,
    memberId: request(harness).memberId,
    memberEpoch,
    heartbeatIntervalMs: 5000,
    ...(partitions === undefined
      ? {}
      : {
          assignment: {
            topicPartitions: partitions.length === 0 ? [] : [{ topicId: ORDERS_ID, partitions: [...partitions] }],
          },
        }),
  })
  harness.poll()
}

function member(partitions: readonly number[] = [0, 1]): CoreHarness {
  const harness = new CoreHarness(newProtocol)
  harness.ask()
  answer(harness, 1, partitions)
  answer(harness, 1)
  harness.answerOffsets(0n, partitions)
  return harness
}

test('a member joins with epoch 0 and all about itself, then tells only what has changed', (t) => {
  const harness = new CoreHarness({ ...newProtocol, clientRack: 'a', groupRemoteAssignor: 'range' })
  harness.ask()
  const first = request(harness)
  t.is(first.memberEpoch, 0)
  t.is(first.memberId.length, 22)
  t.like(first, {
    subscribedTopicNames: ['orders'],
    rackId: 'a',
    serverAssignor: 'range',
    rebalanceTimeoutMs: 300_000,
    topicPartitions: [],
  })
  answer(harness, 1, [0, 1])
  t.deepEqual(request(harness).topicPartitions, [{ topicId: ORDERS_ID, partitions: [0, 1] }])
  t.is(request(harness).subscribedTopicNames, null)
  answer(harness, 1)
  harness.advance(5000)
  t.like(request(harness), { memberEpoch: 1, topicPartitions: null, subscribedTopicNames: null })
})

test('what the coordinator takes away is given up before that is told, and what it gives is taken over', (t) => {
  const harness = member([0, 1])
  harness.listenerIsSlow = true
  harness.advance(5000)
  answer(harness, 1, [1])
  t.is(harness.state, 'reconciling')
  harness.advance(5000)
  t.is(request(harness).topicPartitions, null, 'not yet')
  answer(harness, 1)
  harness.listenerIsSlow = false
  harness.core.reconciler.onListenerDone(harness.run.nowMs)
  harness.poll()
  t.deepEqual(request(harness).topicPartitions, [{ topicId: ORDERS_ID, partitions: [1] }])
  t.deepEqual(harness.told.slice(1), [
    { kind: 'revoked', partitions: ['orders-0'] },
    { kind: 'assigned', partitions: [] },
  ])
})

test('a commit that comes with an old epoch is sent again with the new one', (t) => {
  const harness = member()
  harness.answerFetch(recordBytes(0n, 3))
  harness.take()
  harness.handled()
  let result: unknown = 'open'
  harness.core.committer.commit(harness.core.subscription.uncommitted(), Infinity, 0, (error) => {
    result = error
  })
  harness.poll()
  harness.answerCommit(ErrorCode.STALE_MEMBER_EPOCH)
  harness.advance(5000)
  answer(harness, 2)
  harness.answerCommit(ErrorCode.STALE_MEMBER_EPOCH)
  harness.advance(1000)
  t.is(harness.run.request(offsetCommitApi, 9).generationIdOrMemberEpoch, 2)
  harness.answerCommit()
  t.is(result, undefined)
})

const states = ['joining', 'stable', 'reconciling'] as const

for (const state of states)
  for (const [name, errorCode] of Object.entries(ErrorCode).filter(([, code]) => code !== ErrorCode.NONE))
    test(`${name} while ${state}`, (t) => {
      const harness = new CoreHarness(newProtocol)
      if (state === 'joining') harness.ask()
      else {
        harness.ask()
        harness.listenerIsSlow = state === 'reconciling'
        answer(harness, 1, [0, 1])
        if (state === 'stable') answer(harness, 1)
        harness.advance(5000)
      }
      t.is(harness.state, state)
      const { memberId } = request(harness)
      answer(harness, 0, undefined, errorCode)
      const reaction = reactionTo('group-heartbeat', errorCode)
      harness.listenerIsSlow = false
      if (reaction === 'fatal') {
        t.is(harness.state, 'fatal')
        t.true(harness.failures.at(-1)?.fatal)
        t.false(isRetriableErrorCode(errorCode))
        return
      }
      if (harness.core.reconciler.step !== 'idle') harness.core.reconciler.onListenerDone(harness.run.nowMs)
      harness.advance(6000)
      const again = request(harness)
      t.is(again.memberId, memberId)
      t.is(again.memberEpoch, reaction === 'rejoin-lost' || state === 'joining' ? 0 : 1)
      if (reaction === 'rejoin-lost' && state === 'stable')
        t.deepEqual(harness.told.at(-1), { kind: 'lost', partitions: ['orders-0', 'orders-1'] })
    })

test('a member that its coordinator cannot hear gives its partitions up before its session ends', (t) => {
  const harness = member()
  harness.advance(44_000)
  t.is(harness.told.length, 1)
  harness.advance(2000)
  t.is(harness.told.at(-1)?.kind, 'lost')
})

test('a member that closes says so with epoch -1, a static one with -2', (t) => {
  for (const [groupInstanceId, epoch] of [
    [undefined, -1],
    ['shelf-7', -2],
  ] as const) {
    const harness = new CoreHarness({ ...newProtocol, groupInstanceId })
    harness.ask()
    answer(harness, 1, [])
    harness.core.membership.leave(harness.run.nowMs, harness.run.nowMs + 1000)
    harness.poll()
    t.is(request(harness).memberEpoch, epoch)
    answer(harness, epoch)
    t.is(harness.state, 'unsubscribed')
  }
})
