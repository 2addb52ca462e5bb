import { ConnectionError, ErrorCode, UnsupportedVersionError } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { offsetForLeaderEpochApi } from '@odradek/protocol/apis/offset-for-leader-epoch'
import type { ConsumerCoreOptions } from '../../../src/core/consumer-core.ts'
import test from 'ava'
import { reactionTo } from '../../../src/core/error-table.ts'
import { CoreHarness, metadataOf, ORDERS_ID, recordBytes } from '../../support/core-harness.ts'

const orders0 = { topic: 'orders', partition: 0 }
/** Kafka 2.6: the last release whose Fetch does not compare logs. */
const OLD_FETCH = 11

function answerFetch(harness: CoreHarness, records: Uint8Array, version = OLD_FETCH): void {
  const partitions = [{ partitionIndex: 0, highWatermark: 100n, records }]
  const topic = version < 13 ? { topic: 'orders' } : { topicId: ORDERS_ID }
  harness.run.answer(fetchApi, { responses: [{ ...topic, partitions }] }, version)
  harness.poll()
}

/** Ten records were read and handled in leader epoch 3; then another leader, of epoch 4, took over. */
function withNewLeader(options: Partial<ConsumerCoreOptions> = {}, version = OLD_FETCH): CoreHarness {
  const harness = new CoreHarness(options)
  harness.metadata = metadataOf('orders', ORDERS_ID, [1])
  harness.ask()
  harness.answerJoin()
  harness.answerSync([0])
  harness.answerOffsets(0n, [0])
  answerFetch(harness, recordBytes(0n, 10), version)
  for (let i = 0; i < 10; i++) harness.take()
  harness.askAfterHandling()
  harness.take()
  harness.core.fetchBuffer.shift()
  const { topics, ...rest } = metadataOf('orders', ORDERS_ID, [2], 2)
  const [topic] = topics.values()
  harness.metadata = {
    ...rest,
    topics: new Map([
      ['orders', { ...topic!, partitions: topic!.partitions.map((one) => ({ ...one, leaderEpoch: 4 })) }],
    ]),
  }
  harness.run.fail(fetchApi, new ConnectionError('the broker died'))
  harness.advance(200)
  return harness
}

function answerEpoch(
  harness: CoreHarness,
  answer: { endOffset?: bigint; leaderEpoch?: number; errorCode?: number },
): void {
  harness.run.answer(
    offsetForLeaderEpochApi,
    { topics: [{ topic: 'orders', partitions: [{ partition: 0, ...answer }] }] },
    3,
  )
  harness.poll()
}

test('an old leader of a new epoch is asked where its log parts from what was read, before anything is read of it', (t) => {
  const harness = withNewLeader()
  t.deepEqual(harness.fetching, [])
  const asked = harness.run.request(offsetForLeaderEpochApi, 3)
  t.is(asked.replicaId, -1)
  t.like(asked.topics[0]!.partitions[0], { partition: 0, currentLeaderEpoch: 4, leaderEpoch: 3 })
  harness.advance(1000)
  t.is(harness.pendingNames.filter((name) => name === 'OffsetForLeaderEpoch').length, 1, 'once')
  answerEpoch(harness, { leaderEpoch: 3, endOffset: 10n })
  t.deepEqual(harness.fetching, ['orders-0'])
  t.is(harness.run.request(fetchApi, OLD_FETCH).topics[0]!.partitions[0]!.fetchOffset, 10n)
  answerFetch(harness, new Uint8Array())
  t.deepEqual(harness.fetching, ['orders-0'], 'not asked again in the same epoch')
})

test('records that the new leader has lost are read again from where its log parts', (t) => {
  const harness = withNewLeader()
  answerEpoch(harness, { leaderEpoch: 3, endOffset: 6n })
  t.is(harness.core.subscription.get(orders0)!.position, 6n)
  t.true(harness.run.events.some((event) => event.type === 'log-truncated' && event.offset === 6n))
  t.is(harness.run.request(fetchApi, OLD_FETCH).topics[0]!.partitions[0]!.fetchOffset, 6n)
})

test('with autoOffsetReset none that is said out of the iterator', (t) => {
  const harness = withNewLeader({ autoOffsetReset: 'none' })
  answerEpoch(harness, { leaderEpoch: 3, endOffset: 6n })
  t.regex(
    harness.failures[0]!.error.message,
    /orders-0 was read to offset 10, and its leader has lost the records from 6 on/,
  )
})

test('a leader that knows nothing of the epoch has another log: autoOffsetReset says where to go on', (t) => {
  const harness = withNewLeader()
  answerEpoch(harness, { leaderEpoch: -1, endOffset: -1n })
  harness.poll()
  t.true(harness.pendingNames.includes('ListOffsets'))
  const strict = withNewLeader({ autoOffsetReset: 'none' })
  answerEpoch(strict, { leaderEpoch: -1, endOffset: -1n })
  t.true(strict.failures[0]!.fatal)
})

test('what fails is asked again after a back-off, and metadata with it', (t) => {
  const harness = withNewLeader()
  const before = harness.metadataRequests
  answerEpoch(harness, { errorCode: ErrorCode.FENCED_LEADER_EPOCH })
  t.true(harness.metadataRequests > before)
  t.deepEqual(harness.fetching, [])
  t.false(harness.pendingNames.includes('OffsetForLeaderEpoch'))
  harness.advance(150)
  harness.run.fail(offsetForLeaderEpochApi, new ConnectionError('gone'))
  harness.advance(250)
  answerEpoch(harness, { leaderEpoch: 3, endOffset: 10n })
  t.deepEqual(harness.fetching, ['orders-0'])
})

test('brokers that are too old to be asked are read on from, as ever', (t) => {
  const harness = withNewLeader()
  harness.run.fail(offsetForLeaderEpochApi, new UnsupportedVersionError('too old'))
  harness.poll()
  t.deepEqual(harness.fetching, ['orders-0'])
  t.deepEqual(harness.failures, [])
})

test('an answer that comes after a seek counts for nothing', (t) => {
  const harness = withNewLeader()
  harness.core.subscription.get(orders0)!.seek(2n)
  answerEpoch(harness, { leaderEpoch: 3, endOffset: 1n })
  t.is(harness.core.subscription.get(orders0)!.position, 2n)
  t.deepEqual(harness.fetching, ['orders-0'])
})

test('brokers that compare by themselves are not asked', (t) => {
  const harness = withNewLeader({}, 12)
  t.false(harness.pendingNames.includes('OffsetForLeaderEpoch'))
  t.deepEqual(harness.fetching, ['orders-0'])
})

test('after any error code the leader is asked again, and what only the user can remedy is said', (t) => {
  for (const [name, errorCode] of Object.entries(ErrorCode)) {
    if (name === 'NONE') continue
    const harness = withNewLeader()
    answerEpoch(harness, { errorCode })
    t.is(harness.failures.length > 0, reactionTo('leader-epoch', errorCode) === 'reject', name)
    t.deepEqual(harness.fetching, [], name)
    harness.advance(1000)
    answerEpoch(harness, { leaderEpoch: 3, endOffset: 10n })
    t.deepEqual(harness.fetching, ['orders-0'], name)
  }
})
