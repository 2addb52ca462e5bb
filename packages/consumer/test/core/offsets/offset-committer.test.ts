import { BrokerError, ConnectionError, ErrorCode, type KafkaError, TimeoutError } from '@odradek/protocol'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import test from 'ava'
import { CoreHarness, recordBytes } from '../../support/core-harness.ts'

function commit(
  harness: CoreHarness,
  offset: bigint,
  timeoutMs = 60_000,
): { result: () => KafkaError | 'committed' | 'open' } {
  let result: KafkaError | 'committed' | 'open' = 'open'
  const { nowMs } = harness.run
  const offsets = [{ topic: 'orders', partition: 0, offset, leaderEpoch: -1, metadata: '' }]
  harness.core.committer.commit(offsets, nowMs + timeoutMs, nowMs, (error) => void (result = error ?? 'committed'))
  harness.poll()
  return { result: () => result }
}

function committedOffset(harness: CoreHarness): bigint {
  return harness.run.request(offsetCommitApi, 9).topics[0]!.partitions[0]!.committedOffset
}

test('what was handled is committed after the interval, and only where it changed', (t) => {
  const harness = new CoreHarness({ autoCommitIntervalMs: 1000 }).becomeStable()
  harness.answerFetch(recordBytes(0n, 5))
  harness.take()
  harness.advance(1000)
  t.false(harness.pendingNames.includes('OffsetCommit'), 'a record in hand is not handled')
  harness.askAfterHandling()
  harness.advance(1000)
  t.is(committedOffset(harness), 1n)
  const { generationIdOrMemberEpoch, memberId } = harness.run.request(offsetCommitApi, 9)
  t.deepEqual([generationIdOrMemberEpoch, memberId], [1, 'member-1'])
  harness.answerCommit()
  harness.advance(3000)
  t.false(harness.pendingNames.includes('OffsetCommit'))
})

test('an interval of 0 commits what was handled as soon as the commit before it was answered, and fails none', (t) => {
  for (const autoCommitIntervalMs of [0, 1]) {
    const harness = new CoreHarness({ autoCommitIntervalMs }).becomeStable()
    harness.answerFetch(recordBytes(0n, 5))
    harness.take()
    harness.askAfterHandling()
    harness.advance(50)
    t.is(committedOffset(harness), 1n)
    harness.take()
    harness.askAfterHandling()
    harness.advance(1000)
    t.is(harness.pendingNames.filter((name) => name === 'OffsetCommit').length, 1)
    harness.answerCommit()
    harness.advance(50)
    t.is(committedOffset(harness), 2n)
    harness.answerCommit()
    harness.advance(1000)
    t.false(harness.pendingNames.includes('OffsetCommit'))
    t.true(harness.core.committer.poll(harness.run.nowMs).nextPollAtMs > harness.run.nowMs, 'the loop does not spin')
    t.deepEqual(
      harness.run.events.filter(({ type }) => type === 'commit-failed'),
      [],
    )
  }
})

test('without enableAutoCommit nothing is committed of itself', (t) => {
  const harness = new CoreHarness({ enableAutoCommit: false, autoCommitIntervalMs: 1000 }).becomeStable()
  harness.answerFetch(recordBytes(0n, 5))
  harness.take()
  harness.askAfterHandling()
  harness.advance(10_000)
  harness.core.membership.leave(harness.run.nowMs, harness.run.nowMs + 1000)
  harness.poll()
  t.false(harness.pendingNames.includes('OffsetCommit'))
})

test('commits go out one after the other: a retry never overtakes a later one', (t) => {
  const harness = new CoreHarness({ enableAutoCommit: false }).becomeStable()
  const first = commit(harness, 10n)
  const second = commit(harness, 20n)
  t.is(committedOffset(harness), 10n)
  harness.answerCommit(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS)
  t.false(harness.pendingNames.includes('OffsetCommit'))
  harness.advance(150)
  t.is(committedOffset(harness), 10n)
  harness.answerCommit()
  t.is(first.result(), 'committed')
  t.is(committedOffset(harness), 20n)
  harness.answerCommit()
  t.is(second.result(), 'committed')
})

test('a commit that was asked for in an earlier generation is refused, not sent in the name of the next', (t) => {
  const harness = new CoreHarness({ enableAutoCommit: false }).becomeStable()
  const first = commit(harness, 10n)
  const second = commit(harness, 20n)
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.UNKNOWN_MEMBER_ID)
  harness.answerCommit(ErrorCode.UNKNOWN_MEMBER_ID)
  t.true(BrokerError.is(first.result()))
  harness.answerJoin(2, 'member-2')
  harness.answerSync()
  harness.answerOffsets()
  t.is(harness.state, 'stable')
  const error = second.result()
  t.true(BrokerError.is(error) && error.errorName === 'ILLEGAL_GENERATION')
  t.false(harness.pendingNames.includes('OffsetCommit'))
})

test('a commit by one who is no member says so', (t) => {
  const harness = new CoreHarness()
  const { result } = commit(harness, 1n)
  const error = result()
  t.true(BrokerError.is(error))
  t.regex((error as BrokerError).message, /not a member/)
})

test('a commit that is never answered ends at its deadline', (t) => {
  const harness = new CoreHarness({ enableAutoCommit: false }).becomeStable()
  const { result } = commit(harness, 1n, 2000)
  harness.advance(1900)
  t.is(result(), 'open')
  harness.advance(200)
  t.true(TimeoutError.is(result()))
})

test('after a lost connection the coordinator is looked for and the commit sent again', (t) => {
  const harness = new CoreHarness({ enableAutoCommit: false }).becomeStable()
  const { result } = commit(harness, 1n)
  harness.run.fail(offsetCommitApi, new ConnectionError('the connection was lost'))
  t.is(harness.coordinatorLosses, 1)
  harness.advance(150)
  harness.answerCommit()
  t.is(result(), 'committed')
})

test('an answer that leaves the partition out is no success', (t) => {
  const harness = new CoreHarness({ enableAutoCommit: false }).becomeStable()
  const { result } = commit(harness, 1n)
  harness.run.answer(offsetCommitApi, { topics: [] }, 9)
  t.true(BrokerError.is(result()))
})
