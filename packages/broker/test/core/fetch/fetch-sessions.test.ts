import { ErrorCode, type MessageInput } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { produceApi } from '@odradek/protocol/apis/produce'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import test from 'ava'
import { nextSessionEpoch } from '../../../src/core/fetch/fetch-session.ts'
import { batchOf } from '../batches.ts'
import { CoreHarness } from '../core-harness.ts'

function withTopic(slots = 1000): CoreHarness {
  const harness = new CoreHarness({ maxIncrementalFetchSessionCacheSlots: slots })
  harness.createTopic('t', 3)
  return harness
}

function produce(harness: CoreHarness, index: number): void {
  const topicData = [{ name: 't', partitionData: [{ index, records: batchOf(['a']) }] }]
  harness.get(produceApi, 9, { acks: 1, topicData })
}

function wanted(partitions: readonly number[], fetchOffset = 0n): MessageInput<FetchRequest>['topics'] {
  const of = (partition: number) => ({ partition, fetchOffset, partitionMaxBytes: 1_000_000 })
  return partitions.length === 0 ? [] : [{ topic: 't', partitions: partitions.map(of) }]
}

function fetch(harness: CoreHarness, request: MessageInput<FetchRequest>, version = 12) {
  const response = harness.get(fetchApi, version, { maxWaitMs: 0, maxBytes: 1_000_000, ...request })
  const partitions = response.responses.flatMap((topic) => topic.partitions.map((one) => one.partitionIndex))
  const { sessionId, errorCode } = response
  return { sessionId, errorCode, partitions }
}

test('a session begins with a full answer, and then tells only news', (t) => {
  const harness = withTopic()
  const { sessionId, partitions } = fetch(harness, { sessionEpoch: 0, topics: wanted([0, 1]) })
  t.true(sessionId > 0)
  t.deepEqual(partitions, [0, 1])
  t.deepEqual(fetch(harness, { sessionId, sessionEpoch: 1 }), { sessionId, errorCode: 0, partitions: [] })
  produce(harness, 1)
  t.deepEqual(fetch(harness, { sessionId, sessionEpoch: 2 }).partitions, [1])
  const told = fetch(harness, { sessionId, sessionEpoch: 3, topics: wanted([1], 1n) })
  t.deepEqual(told.partitions, [])
})

test('partitions come into a session and go', (t) => {
  const harness = withTopic()
  for (const index of [0, 1, 2]) produce(harness, index)
  const { sessionId } = fetch(harness, { sessionEpoch: 0, topics: wanted([0, 1]) })
  const forgottenTopicsData = [{ topic: 't', partitions: [0] }]
  const changed = fetch(harness, { sessionId, sessionEpoch: 1, topics: wanted([2]), forgottenTopicsData })
  t.deepEqual(changed.partitions, [1, 2])
  const rest = [{ topic: 't', partitions: [1, 2] }]
  t.is(fetch(harness, { sessionId, sessionEpoch: 2, forgottenTopicsData: rest }).sessionId, 0)
  t.is(harness.state.fetchSessions.size, 0)
})

test('a partition that gave records is read last the next time', (t) => {
  const harness = withTopic()
  const topics = wanted([0, 1])
  produce(harness, 0)
  const { sessionId } = fetch(harness, { sessionEpoch: 0, topics })
  t.deepEqual(fetch(harness, { sessionId, sessionEpoch: 1 }).partitions, [0])
  produce(harness, 1)
  t.deepEqual(fetch(harness, { sessionId, sessionEpoch: 2 }).partitions, [1, 0])
})

test('an error is told again and again', (t) => {
  const harness = withTopic()
  const { sessionId } = fetch(harness, { sessionEpoch: 0, topics: wanted([0, 7]) })
  t.deepEqual(fetch(harness, { sessionId, sessionEpoch: 1 }).partitions, [7])
  t.deepEqual(fetch(harness, { sessionId, sessionEpoch: 2 }).partitions, [7])
})

test('unknown sessions, wrong epochs and other kinds of topics are refused', (t) => {
  const harness = withTopic()
  const { sessionId } = fetch(harness, { sessionEpoch: 0, topics: wanted([0]) })
  const refused = (request: MessageInput<FetchRequest>, version = 12) => {
    const { errorCode, sessionId: id, partitions } = fetch(harness, request, version)
    return [errorCode, id, partitions.length]
  }
  t.deepEqual(refused({ sessionId: sessionId ^ 1, sessionEpoch: 1 }), [ErrorCode.FETCH_SESSION_ID_NOT_FOUND, 0, 0])
  t.deepEqual(refused({ sessionId, sessionEpoch: 2 }), [ErrorCode.INVALID_FETCH_SESSION_EPOCH, 0, 0])
  t.deepEqual(refused({ sessionId, sessionEpoch: 1 }, 13), [ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR, 0, 0])
  t.deepEqual(refused({ sessionId, sessionEpoch: 1 }), [0, sessionId, 0])
})

test('epoch -1 ends a session, epoch 0 puts another one in its place', (t) => {
  const harness = withTopic()
  const { sessionId } = fetch(harness, { sessionEpoch: 0, topics: wanted([0]) })
  const other = fetch(harness, { sessionId, sessionEpoch: 0, topics: wanted([0]) })
  t.not(other.sessionId, sessionId)
  t.is(harness.state.fetchSessions.size, 1)
  const last = fetch(harness, { sessionId: other.sessionId, sessionEpoch: -1, topics: wanted([0]) })
  t.deepEqual(last, { sessionId: 0, errorCode: 0, partitions: [0] })
  t.is(harness.state.fetchSessions.size, 0)
})

test('without room there is no session, until others are old: then those unused, or smaller ones, make room', (t) => {
  const harness = withTopic(1)
  const begin = (partitions: number[]) => fetch(harness, { sessionEpoch: 0, topics: wanted(partitions) }).sessionId
  const first = begin([0, 1])
  t.is(begin([2]), 0)
  harness.advance(120_000)
  fetch(harness, { sessionId: first, sessionEpoch: 1 })
  harness.advance(1)
  t.is(begin([2]), 0)
  const larger = begin([0, 1, 2])
  t.true(larger > 0)
  harness.advance(120_001)
  t.true(begin([2]) > 0)
  t.is(fetch(harness, { sessionId: larger, sessionEpoch: 1 }).errorCode, ErrorCode.FETCH_SESSION_ID_NOT_FOUND)
  t.is(fetch(withTopic(0), { sessionEpoch: 0, topics: wanted([0]) }).sessionId, 0)
})

test('after the greatest epoch comes 1', (t) => {
  t.is(nextSessionEpoch(1), 2)
  t.is(nextSessionEpoch(0x7fffffff), 1)
})
