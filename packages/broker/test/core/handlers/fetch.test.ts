import { ErrorCode } from '@odradek/protocol'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { produceApi } from '@odradek/protocol/apis/produce'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { FetchResponse } from '@odradek/protocol/messages/fetch-response'
import type { MessageInput } from '@odradek/protocol'
import { decodeRecordBatches } from '@odradek/records'
import test from 'ava'
import { batchOf } from '../batches.ts'
import { CoreHarness } from '../core-harness.ts'

interface Wanted {
  readonly topic?: string
  readonly partition?: number
  readonly offset?: bigint
  readonly maxBytes?: number
  readonly epoch?: number
}

function fetchOf(wanted: readonly Wanted[], options: MessageInput<FetchRequest> = {}): MessageInput<FetchRequest> {
  const topics = wanted.map(({ topic = 't', partition = 0, offset = 0n, maxBytes = 1_000_000, epoch = -1 }) => ({
    topic,
    partitions: [{ partition, fetchOffset: offset, partitionMaxBytes: maxBytes, currentLeaderEpoch: epoch }],
  }))
  return { minBytes: 1, maxWaitMs: 0, maxBytes: 10_000_000, topics, ...options }
}

function produce(harness: CoreHarness, values: string[], topic = 't', index = 0): Uint8Array {
  const records = batchOf(values)
  harness.get(produceApi, 9, { acks: 1, topicData: [{ name: topic, partitionData: [{ index, records }] }] })
  return records
}

function values({ responses }: FetchResponse, index = 0): string[] {
  const { records } = responses.flatMap(({ partitions }) => partitions)[index]!
  const batches = [...decodeRecordBatches(records ?? new Uint8Array(0))]
  return batches.flatMap((batch) => [...batch.records()].map((record) => new TextDecoder().decode(record.value!)))
}

function withTopic(): CoreHarness {
  const harness = new CoreHarness()
  harness.createTopic('t', 2)
  return harness
}

test('whole batches come from the one that holds the offset on', (t) => {
  const harness = withTopic()
  produce(harness, ['a', 'b'])
  produce(harness, ['c', 'd'])
  produce(harness, ['e'])
  const fetch = (offset: bigint) => harness.get(fetchApi, 11, fetchOf([{ offset }]))
  t.deepEqual(values(fetch(0n)), ['a', 'b', 'c', 'd', 'e'])
  t.deepEqual(values(fetch(2n)), ['c', 'd', 'e'])
  t.deepEqual(values(fetch(3n)), ['c', 'd', 'e'])
  t.deepEqual(values(fetch(5n)), [])
  const { highWatermark, lastStableOffset, logStartOffset, errorCode } = fetch(0n).responses[0]!.partitions[0]!
  t.deepEqual([highWatermark, lastStableOffset, logStartOffset, errorCode], [5n, 5n, 0n, 0])
})

test('every version answers, with topic ids from 13 on', (t) => {
  const harness = withTopic()
  produce(harness, ['a'])
  const { topicId } = harness.state.topics.byName('t')!
  for (let version = 4; version <= 18; version++) {
    const request = fetchOf([{}])
    const topics = request.topics!.map(({ partitions }) =>
      version < 13 ? { topic: 't', partitions } : { topicId, partitions },
    )
    t.deepEqual(values(harness.get(fetchApi, version, { ...request, topics })), ['a'], `version ${version}`)
  }
})

test('offsets outside the log are OFFSET_OUT_OF_RANGE', (t) => {
  const harness = withTopic()
  produce(harness, ['a'])
  for (const offset of [-1n, 2n, 9_223_372_036_854_775_807n]) {
    const [{ partitions }] = harness.get(fetchApi, 11, fetchOf([{ offset }], { maxWaitMs: 1000 })).responses as [
      FetchResponse['responses'][number],
    ]
    t.like(partitions[0]!, { errorCode: ErrorCode.OFFSET_OUT_OF_RANGE, highWatermark: -1n })
  }
})

test('unknown topics, partitions, ids and epochs are answered at once', (t) => {
  const harness = withTopic()
  const error = (wanted: Wanted) =>
    harness.get(fetchApi, 11, fetchOf([wanted], { maxWaitMs: 1000 })).responses[0]!.partitions[0]!.errorCode
  t.is(error({ topic: 'other' }), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(error({ partition: 2 }), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(error({ epoch: 1 }), ErrorCode.UNKNOWN_LEADER_EPOCH)
  const topics = [
    { topicId: 'AAAAAAAAAAAAAAAAAAAABA', partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1 }] },
  ]
  const { responses } = harness.get(fetchApi, 13, { minBytes: 1, maxWaitMs: 1000, topics })
  t.is(responses[0]!.partitions[0]!.errorCode, ErrorCode.UNKNOWN_TOPIC_ID)
})

test('limits in bytes: a first batch comes whatever its size, further ones only where they fit', (t) => {
  const harness = withTopic()
  const size = produce(harness, ['x'.repeat(1000)]).length
  produce(harness, ['y'.repeat(1000)])
  produce(harness, ['z'.repeat(1000)], 't', 1)
  const sizes = (wanted: Wanted[], maxBytes = 10_000_000) => {
    const { responses } = harness.get(fetchApi, 11, fetchOf(wanted, { maxBytes }))
    return responses.flatMap(({ partitions }) => partitions.map(({ records }) => (records?.length ?? 0) / size))
  }
  t.deepEqual(sizes([{ maxBytes: 1 }]), [1])
  t.deepEqual(sizes([{ maxBytes: 2 * size - 1 }]), [1])
  t.deepEqual(sizes([{ maxBytes: 2 * size }]), [2])
  t.deepEqual(sizes([{}, { partition: 1 }], 1), [1, 0])
  t.deepEqual(sizes([{}, { partition: 1 }], 3 * size), [2, 1])
  t.deepEqual(sizes([{ offset: 2n }, { partition: 1, maxBytes: 1 }]), [0, 1])
})

test('a fetch waits for data and is answered by the append that brings enough of it', (t) => {
  const harness = withTopic()
  const size = batchOf(['a']).length
  const asked = harness.ask(fetchApi, 11, fetchOf([{}, { partition: 1 }], { maxWaitMs: 500, minBytes: 2 * size }))
  harness.advance(100)
  produce(harness, ['a'])
  t.is(asked.response, undefined)
  produce(harness, ['b'], 't', 1)
  t.deepEqual(values(asked.response!), ['a'])
  t.deepEqual(values(asked.response!, 1), ['b'])
  t.is(harness.core.poll(harness.nowMs).nextPollAtMs, Infinity)
})

test('a fetch whose time is up is answered with what there is', (t) => {
  const harness = withTopic()
  const asked = harness.ask(fetchApi, 11, fetchOf([{}], { maxWaitMs: 500, minBytes: 1_000_000 }))
  produce(harness, ['a'])
  harness.advance(499)
  t.is(asked.response, undefined)
  harness.advance(1)
  t.deepEqual(values(asked.response!), ['a'])
})

test('a fetch that waits for a topic hears of its deletion', (t) => {
  const harness = withTopic()
  const asked = harness.ask(fetchApi, 11, fetchOf([{}], { maxWaitMs: 500 }))
  harness.get(deleteTopicsApi, 4, { topicNames: ['t'] })
  t.is(asked.response!.responses[0]!.partitions[0]!.errorCode, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
})

test('a fetch of an abandoned connection waits no longer', (t) => {
  const harness = withTopic()
  harness.ask(fetchApi, 11, fetchOf([{}], { maxWaitMs: 500 }))
  harness.core.onAbandoned(1)
  t.is(harness.core.poll(0).nextPollAtMs, Infinity)
})

test('only readers of committed records are told of aborted transactions: here there are none', (t) => {
  const harness = withTopic()
  const aborted = (isolationLevel: number) =>
    harness.get(fetchApi, 11, fetchOf([{}], { isolationLevel })).responses[0]!.partitions[0]!.abortedTransactions
  t.is(aborted(0), null)
  t.deepEqual(aborted(1), [])
})

test('KIP-595: a reader beyond the end that names its last epoch is told where that epoch ended', (t) => {
  const harness = withTopic()
  produce(harness, ['a'])
  const fetch = (fetchOffset: bigint, lastFetchedEpoch: number) => {
    const partitions = [{ partition: 0, fetchOffset, lastFetchedEpoch, partitionMaxBytes: 1000 }]
    return harness.get(fetchApi, 12, { minBytes: 1, maxWaitMs: 500, topics: [{ topic: 't', partitions }] })
      .responses[0]!.partitions[0]!
  }
  t.like(fetch(9n, 0), { errorCode: 0, divergingEpoch: { epoch: 0, endOffset: 1n } })
  t.like(fetch(9n, -1), { errorCode: ErrorCode.OFFSET_OUT_OF_RANGE })
  t.like(fetch(0n, 5), { errorCode: ErrorCode.OFFSET_OUT_OF_RANGE })
  t.like(fetch(0n, 0), { errorCode: 0, divergingEpoch: { epoch: -1, endOffset: -1n } })
})
