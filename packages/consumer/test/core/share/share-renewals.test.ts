import { ErrorCode } from '@odradek/protocol'
import { shareAcknowledgeApi } from '@odradek/protocol/apis/share-acknowledge'
import { shareFetchApi } from '@odradek/protocol/apis/share-fetch'
import test from 'ava'
import { holdOf } from '../../../src/share/share-record.ts'
import { metadataOf, ORDERS_ID, recordBytes } from '../../support/core-harness.ts'
import { LOCK_MS, ShareHarness } from '../../support/share-harness.ts'

const RENEWAL_AT_MS = LOCK_MS / 2

/** Two records of each partition, in the hands of a handler that keeps their locks, when half of the locks' time is over. */
function holding(partitions: readonly number[] = [0]) {
  const harness = new ShareHarness()
  harness.metadata = metadataOf('orders', ORDERS_ID, [1, 1])
  harness.ask()
  harness.answerHeartbeat(0, 1, [...partitions])
  harness.run.answer(shareFetchApi, {
    acquisitionLockTimeoutMs: LOCK_MS,
    responses: [
      {
        topicId: ORDERS_ID,
        partitions: partitions.map((partitionIndex) => ({
          partitionIndex,
          records: recordBytes(0n, 2),
          acquiredRecords: [{ firstOffset: 0n, lastOffset: 1n, deliveryCount: 1 }],
        })),
      },
    ],
  })
  harness.run.poll()
  const records = harness.takeAll()
  for (const record of records) holdOf(record).isKept = true
  harness.run.advance(RENEWAL_AT_MS)
  return { harness, records }
}

const isRenewing = (harness: ShareHarness) => harness.run.pending.some(({ api }) => api.key === shareAcknowledgeApi.key)

test('a renewal that is refused is not asked for again: the records stay in hand until their locks end', (t) => {
  const { harness, records } = holding()
  t.true(harness.run.request(shareAcknowledgeApi).isRenewAck)
  harness.answerAcknowledge(ErrorCode.INVALID_RECORD_STATE)
  t.false(isRenewing(harness))
  harness.run.advance(1000)
  t.false(isRenewing(harness))
  t.deepEqual(new Set(records.map((record) => holdOf(record).state)), new Set(['in-hand']))
  records[0]!.accept()
  harness.run.poll()
  t.deepEqual(harness.told(shareAcknowledgeApi), ['0-0 1'])
  harness.answerAcknowledge()
  t.is(holdOf(records[0]!).state, 'settled')
  harness.run.advance(LOCK_MS)
  t.is(holdOf(records[1]!).state, 'lapsed')
  t.deepEqual(
    harness.ofType('locks-lost').map((event) => event.records),
    [1],
  )
})

test('a renewal that fails for now is asked for again after a back-off, and acknowledgements go out in between', (t) => {
  const { harness, records } = holding()
  harness.answerAcknowledge(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS)
  t.false(isRenewing(harness))
  records[0]!.accept()
  harness.run.advance(1000)
  t.deepEqual(harness.told(shareAcknowledgeApi), ['0-0 1'])
  harness.answerAcknowledge()
  t.deepEqual(harness.told(shareAcknowledgeApi), ['1-1 4'])
  harness.answerAcknowledge()
  harness.run.advance(LOCK_MS - RENEWAL_AT_MS)
  t.is(holdOf(records[1]!).state, 'in-hand')
})

test('a leader that moves: the locks that handlers keep there are lost at once, those of other partitions last on', (t) => {
  const { harness, records } = holding([0, 1])
  harness.run.answer(shareAcknowledgeApi, {
    acquisitionLockTimeoutMs: LOCK_MS,
    responses: [
      {
        topicId: ORDERS_ID,
        partitions: [
          { partitionIndex: 0, errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER },
          { partitionIndex: 1, errorCode: 0 },
        ],
      },
    ],
  })
  harness.run.poll()
  t.is(harness.metadataRequests, 1)
  t.deepEqual(
    records.map((record) => holdOf(record).state),
    ['lapsed', 'lapsed', 'in-hand', 'in-hand'],
  )
  t.deepEqual(
    harness.ofType('locks-lost').map((event) => [event.records, event.error.name]),
    [[2, 'BrokerError']],
  )
  harness.run.advance(RENEWAL_AT_MS - 1000)
  t.false(isRenewing(harness))
  harness.run.advance(1000)
  t.deepEqual(harness.told(shareAcknowledgeApi), ['0-1 4'])
  t.is(holdOf(records[2]!).lockedUntilMs - harness.run.nowMs, LOCK_MS - RENEWAL_AT_MS)
})

test('records that wait to be given out are dropped when their leader has moved, so that they are acquired anew', (t) => {
  const harness = new ShareHarness()
  harness.becomeStable()
  harness.answerFetch(0n, 2)
  harness.run.advance(RENEWAL_AT_MS)
  harness.answerAcknowledge(ErrorCode.NOT_LEADER_OR_FOLLOWER)
  t.is(harness.core.buffer.count, 0)
  t.is(harness.ofType('locks-lost').length, 1)
  harness.run.advance(1000)
  t.true(harness.run.pending.some(({ api }) => api.key === shareFetchApi.key))
})

test('a user who asks for a longer lock hears of the partition that refused it, and of that alone', (t) => {
  const { harness, records } = holding([0, 1])
  harness.answerAcknowledge()
  const results: unknown[] = []
  for (const record of [records[0]!, records[2]!])
    holdOf(record).renew((error) => results.push(error?.message ?? 'renewed'))
  harness.run.poll()
  harness.answerAcknowledge(ErrorCode.INVALID_RECORD_STATE)
  t.is(results.length, 2)
  t.deepEqual(
    results.filter((result) => result === 'renewed'),
    ['renewed'],
  )
})
