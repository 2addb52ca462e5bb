import { ZERO_UUID } from '@odradek/bytes'
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import test from 'ava'
import { CoreHarness, metadataOf, ORDERS_ID, recordBytes } from '../../support/core-harness.ts'

function openFetches(harness: CoreHarness): { nodeId: number; channel: string; message: MessageInput<FetchRequest> }[] {
  return harness.run.pending
    .filter(({ api }) => api.name === 'Fetch')
    .map(({ destination, request }) => ({
      ...(destination as { nodeId: number; channel: string }),
      message: (request as () => MessageInput<FetchRequest>)(),
    }))
}

function ledBy(...leaders: number[]): CoreHarness {
  const harness = new CoreHarness()
  harness.metadata = metadataOf('orders', ORDERS_ID, leaders)
  harness.ask()
  harness.answerJoin()
  const partitions = leaders.map((_, partition) => partition)
  harness.answerSync(partitions)
  harness.answerOffsets(0n, partitions)
  return harness
}

test('one fetch is in flight for each leader, on a connection of its own, for all its partitions', (t) => {
  const harness = ledBy(1, 2, 1)
  const fetches = openFetches(harness)
  t.deepEqual(
    fetches.map(({ nodeId, channel }) => [nodeId, channel]),
    [
      [1, 'fetch'],
      [2, 'fetch'],
    ],
  )
  t.deepEqual(
    fetches[0]!.message.topics![0]!.partitions!.map(({ partition }) => partition),
    [0, 2],
  )
  harness.advance(1000)
  t.is(openFetches(harness).length, 2)
})

test('a request names the topic by id, the leader epoch and the bounds', (t) => {
  const harness = new CoreHarness({ fetchMaxWaitMs: 123, fetchMinBytes: 7 }).becomeStable()
  const { message } = openFetches(harness)[0]!
  t.is(message.maxWaitMs, 123)
  t.is(message.minBytes, 7)
  t.is(message.topics![0]!.topicId, ORDERS_ID)
  const [partition] = message.topics![0]!.partitions!
  t.is(partition!.currentLeaderEpoch, 3)
  t.is(partition!.partitionMaxBytes, 1_048_576)
})

test('without topic ids the version stays below 13', (t) => {
  const harness = new CoreHarness()
  harness.metadata = metadataOf('orders', ZERO_UUID, [1, 1])
  harness.becomeStable()
  t.is(harness.run.pending.find(({ api }) => api.name === 'Fetch')!.maxVersion, 12)
})

test('the next fetch is under way while the first is being read, and no third', (t) => {
  const harness = ledBy(1)
  harness.answerFetch(recordBytes(0n, 3))
  harness.take()
  t.is(openFetches(harness)[0]!.message.topics![0]!.partitions![0]!.fetchOffset, 3n)
  harness.answerFetch(recordBytes(3n, 3))
  t.is(openFetches(harness).length, 0)
  harness.take()
  harness.take()
  harness.take()
  harness.core.fetchBuffer.shift()
  harness.poll()
  t.is(openFetches(harness)[0]!.message.topics![0]!.partitions![0]!.fetchOffset, 6n)
})

test('a broker is asked again while two answers wait behind the fetch that is being read, and then no more', (t) => {
  const harness = ledBy(1, 1, 1, 1, 1, 1)
  // Somewhat more than is asked for.
  const records = recordBytes(0n, 60_000)
  let answers = 0
  for (; openFetches(harness).length > 0 && answers < 6; answers++) harness.answerFetch(records, answers)
  t.is(answers, 3)
  harness.core.fetchBuffer.shift()
  harness.poll()
  t.is(openFetches(harness).length, 1)
})

test('what is asked for, and what is held, together never pass fetchMaxBytes', (t) => {
  const harness = new CoreHarness({ fetchMaxBytes: 1000 })
  harness.metadata = metadataOf('orders', ORDERS_ID, [1, 2])
  harness.becomeStable()
  t.deepEqual(
    openFetches(harness).map(({ message }) => message.maxBytes),
    [500, 500],
  )
  const records = recordBytes(0n, 15)
  t.true(records.length > 250)
  harness.answerFetch(records)
  t.deepEqual(
    openFetches(harness).map(({ nodeId }) => nodeId),
    [2],
    'more than half of its share is held: no further fetch at broker 1',
  )
})

test('a broker that has no room now keeps its share: the others are asked for no more because of it', (t) => {
  const harness = new CoreHarness({ fetchMaxBytes: 1000 })
  harness.metadata = metadataOf('orders', ORDERS_ID, [1, 2])
  harness.becomeStable()
  const records = recordBytes(0n, 9)
  t.true(records.length < 250)
  // Broker 1 has room, but its only partition has as much buffered as may be.
  const answerBroker2 = () => harness.run.answer(fetchApi, { responses: [] })
  harness.answerFetch(records)
  answerBroker2()
  harness.answerFetch(recordBytes(9n, 1))
  answerBroker2()
  harness.poll()
  t.deepEqual(
    openFetches(harness).map(({ nodeId, message }) => [nodeId, message.maxBytes]),
    [[2, 500]],
  )
})

test('a leader that moved: metadata is asked for, and the new leader is fetched from', (t) => {
  const harness = ledBy(1)
  harness.answerFetch(new Uint8Array(), 0, ErrorCode.NOT_LEADER_OR_FOLLOWER)
  t.is(harness.metadataRequests, 1)
  harness.metadata = metadataOf('orders', ORDERS_ID, [2], 2)
  harness.advance(200)
  t.deepEqual(
    openFetches(harness).map(({ nodeId }) => nodeId),
    [2],
  )
})

test('a position outside of the partition is reset, once what was fetched before it has been read', (t) => {
  const harness = ledBy(1)
  harness.answerFetch(recordBytes(0n, 2))
  harness.take()
  harness.answerFetch(new Uint8Array(), 0, ErrorCode.OFFSET_OUT_OF_RANGE)
  t.false(harness.pendingNames.includes('ListOffsets'))
  harness.take()
  harness.handled()
  t.is(harness.take(), undefined)
  harness.core.fetchBuffer.shift()
  harness.advance(200)
  harness.answerFetch(new Uint8Array(), 0, ErrorCode.OFFSET_OUT_OF_RANGE)
  t.true(harness.pendingNames.includes('ListOffsets'))
  harness.answerListOffsets(0, 50n)
  t.is(openFetches(harness)[0]!.message.topics![0]!.partitions![0]!.fetchOffset, 50n)
})

test('with autoOffsetReset none such a position is a fatal error', (t) => {
  const harness = new CoreHarness({ autoOffsetReset: 'none' }).becomeStable()
  harness.answerFetch(new Uint8Array(), 0, ErrorCode.OFFSET_OUT_OF_RANGE)
  t.true(harness.failures[0]!.fatal)
  t.regex(harness.failures[0]!.error.message, /orders-0.*OFFSET_OUT_OF_RANGE/)
})

test('an answer that comes after the partition has been revoked is dropped', (t) => {
  const harness = ledBy(1)
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.REBALANCE_IN_PROGRESS)
  harness.answerFetch(recordBytes(0n, 3))
  t.true(harness.core.fetchBuffer.isEmpty)
})

test('an answer to the fetch of an earlier assignment is dropped', (t) => {
  const harness = ledBy(1)
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.REBALANCE_IN_PROGRESS)
  harness.answerJoin(2)
  harness.answerSync([0])
  harness.answerOffsets(2n, [0])
  harness.answerFetch(recordBytes(0n, 3))
  t.true(harness.core.fetchBuffer.isEmpty)
  t.is(openFetches(harness)[0]!.message.topics![0]!.partitions![0]!.fetchOffset, 2n)
})

test('an answer that holds partitions nobody asked for is read without them', (t) => {
  const harness = ledBy(1)
  const records = recordBytes(0n, 1)
  harness.run.answer(fetchApi, { responses: [{ topicId: ORDERS_ID, partitions: [{ partitionIndex: 9, records }] }] })
  harness.poll()
  t.true(harness.core.fetchBuffer.isEmpty)
  t.is(openFetches(harness).length, 1)
})

test('a broker may keep an answer back no longer than a partition of it, not asked for, has been full', (t) => {
  const harness = ledBy(1, 1)
  const waits = () => openFetches(harness).map(({ message }) => message.maxWaitMs)
  t.deepEqual(waits(), [500])
  harness.answerFetch(recordBytes(0n, 1))
  t.deepEqual(waits(), [500], 'both partitions have room')
  harness.answerFetch(recordBytes(1n, 1))
  t.deepEqual(harness.fetching, ['orders-1'])
  t.deepEqual(waits(), [1], 'partition 0 has only just become full')
  harness.advance(100)
  harness.answerFetch(new Uint8Array(), 1)
  t.deepEqual(waits(), [100])
  harness.advance(2000)
  harness.answerFetch(new Uint8Array(), 1)
  t.deepEqual(waits(), [500], 'never longer than fetchMaxWaitMs')
  harness.core.fetchBuffer.shift()
  harness.answerFetch(new Uint8Array(), 1)
  t.deepEqual(waits(), [500], 'both have room again')
  harness.answerFetch(recordBytes(2n, 1))
  t.deepEqual(waits(), [1], 'and it is full anew')
})
