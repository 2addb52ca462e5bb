import test from 'ava'

import { type ClusterMetadata, MetadataManager, partitionMetadata } from '@odradek/network/internal'
import { ConnectionError, ErrorCode, type MessageInput } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import type { MetadataResponse } from '@odradek/protocol/messages/metadata-response'
import { CoreRunner } from '@odradek/test-kit'

const TOPIC_ID = 'AAAAAAAAAAAAAAAAAAAAAQ'
const OTHER_TOPIC_ID = 'AAAAAAAAAAAAAAAAAAAAAg'

function setUp(options: { allowAutoTopicCreation?: boolean } = {}) {
  const manager = new MetadataManager({
    metadataMaxAgeMs: 300_000,
    requestTimeoutMs: 30_000,
    retryBackoffMs: 100,
    retryBackoffMaxMs: 1000,
    random: () => 0.5,
    ...options,
  })
  return { manager, runner: new CoreRunner(manager) }
}

interface Topic {
  name?: string
  topicId?: string
  errorCode?: number
  leader?: number
  leaderEpoch?: number
}

function answer({
  name = 'orders',
  topicId = TOPIC_ID,
  errorCode = 0,
  leader = 1,
  leaderEpoch = 5,
}: Topic = {}): MessageInput<MetadataResponse> {
  const partition = {
    partitionIndex: 0,
    leaderId: leader,
    leaderEpoch,
    replicaNodes: [1, 2],
    isrNodes: [1],
    errorCode: leader < 0 ? 5 : 0,
  }
  return {
    brokers: [
      { nodeId: 1, host: 'a', port: 9092, rack: 'r1' },
      { nodeId: 2, host: 'b', port: 9093 },
    ],
    clusterId: 'c',
    controllerId: 2,
    topics: [{ name, topicId, errorCode, partitions: errorCode === 0 ? [partition] : [] }],
  }
}

test('nothing is asked before something is wanted', (t) => {
  const { manager, runner } = setUp()
  runner.advance(1_000_000)
  t.is(runner.pending.length, 0)
  t.is(manager.current.version, 0)
})

test('added topics are asked for at once; the answer becomes an immutable picture with names by topic id', (t) => {
  const { manager, runner } = setUp()
  const seen: ClusterMetadata[] = []
  const stop = manager.onUpdate((metadata) => seen.push(metadata))
  manager.addTopics(['orders'], 0)
  runner.poll()
  t.deepEqual(
    runner.request(metadataApi).topics?.map(({ name }) => name),
    ['orders'],
  )
  runner.answer(metadataApi, answer())
  const { current } = manager
  t.is(current.version, 1)
  t.is(current.clusterId, 'c')
  t.is(current.controllerId, 2)
  t.deepEqual(current.brokers.get(1), { id: 1, host: 'a', port: 9092, rack: 'r1' })
  t.is(partitionMetadata(current, 'orders', 0)?.leader, 1)
  t.is(current.topicNames.get(TOPIC_ID), 'orders')
  t.deepEqual(seen, [current])
  stop()
  manager.requestUpdate(0)
  runner.advance(100)
  runner.answer(metadataApi, answer())
  t.is(seen.length, 1)
  t.is(current.version, 1)
  t.is(manager.current.version, 2)
})

test('topics that are known already are not asked for again; new ones are, at once', (t) => {
  const { manager, runner } = setUp()
  manager.addTopics(['orders'], 0)
  runner.poll()
  runner.answer(metadataApi, answer())
  manager.addTopics(['orders'], 0)
  runner.poll()
  t.is(runner.pending.length, 0)
  manager.addTopics(['payments'], 0)
  runner.poll()
  t.deepEqual(
    runner.request(metadataApi).topics?.map(({ name }) => name),
    ['orders', 'payments'],
  )
})

test('a topic that is added while a request is under way is asked for right after it', (t) => {
  const { manager, runner } = setUp()
  manager.addTopics(['orders'], 0)
  runner.poll()
  manager.addTopics(['payments'], 0)
  runner.poll()
  t.is(runner.pending.length, 1)
  runner.answer(metadataApi, answer())
  runner.advance(100)
  t.deepEqual(
    runner.request(metadataApi).topics?.map(({ name }) => name),
    ['orders', 'payments'],
  )
})

test('setTopics forgets the others; all asks for all, in the way of each version', (t) => {
  const { manager, runner } = setUp()
  manager.addTopics(['a', 'b'], 0)
  manager.setTopics(['b'], 0)
  runner.poll()
  t.deepEqual(
    runner.request(metadataApi).topics?.map(({ name }) => name),
    ['b'],
  )
  runner.answer(metadataApi, answer({ name: 'b' }))
  manager.setTopics('all', 0)
  runner.advance(100)
  t.is(runner.request(metadataApi, 1).topics, null)
  t.deepEqual(runner.request(metadataApi, 0).topics, [])
})

test('whether brokers may create topics is said where the version can say it', (t) => {
  const { manager, runner } = setUp({ allowAutoTopicCreation: false })
  manager.addTopics(['a'], 0)
  runner.poll()
  t.false(runner.request(metadataApi, 4).allowAutoTopicCreation)
  t.is(runner.request(metadataApi, 3).topics?.length, 1)
})

test('metadata is asked for again when it is metadataMaxAgeMs old', (t) => {
  const { manager, runner } = setUp()
  manager.requestUpdate(0)
  runner.poll()
  runner.answer(metadataApi, answer())
  runner.advance(299_999)
  t.is(runner.pending.length, 0)
  runner.advance(1)
  t.is(runner.pending.length, 1)
})

test('failures are tried again with growing back-off, and the last one can be read', (t) => {
  const { manager, runner } = setUp()
  manager.requestUpdate(0)
  const tries: number[] = []
  for (let time = 0; time < 6; time++) {
    runner.poll()
    while (runner.pending.length === 0) runner.advance(10)
    tries.push(runner.nowMs)
    runner.fail(metadataApi, new ConnectionError(`lost ${time}`))
    t.is(manager.lastError?.message, `lost ${time}`)
  }
  t.deepEqual(tries, [0, 100, 300, 700, 1500, 2500])
  runner.advance(1000)
  runner.answer(metadataApi, answer())
  t.is(manager.lastError, undefined)
})

test('new topics do not shorten the back-off after a failure', (t) => {
  const { manager, runner } = setUp()
  manager.requestUpdate(0)
  runner.poll()
  runner.fail(metadataApi, new ConnectionError('lost'))
  manager.addTopics(['orders'], 0)
  runner.advance(99)
  t.is(runner.pending.length, 0)
  runner.advance(1)
  t.is(runner.pending.length, 1)
})

test('updates that are asked for again and again come no faster than the back-off, and slower while nothing changes', (t) => {
  const { manager, runner } = setUp()
  const tries: number[] = []
  manager.addTopics(['orders'], 0)
  for (let time = 0; time < 6; time++) {
    manager.requestUpdate(runner.nowMs)
    runner.poll()
    while (runner.pending.length === 0) runner.advance(10)
    tries.push(runner.nowMs)
    runner.answer(metadataApi, answer({ leaderEpoch: time < 2 ? time : 2 }))
  }
  t.deepEqual(tries, [0, 100, 200, 300, 500, 900])
})

for (const [what, topic] of [
  ['a topic that is unknown', { errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION }],
  ['a topic that is being created', { errorCode: ErrorCode.LEADER_NOT_AVAILABLE }],
  ['a partition without a leader', { leader: -1 }],
] as const) {
  test(`${what} is asked for again with back-off until that passes`, (t) => {
    const { manager, runner } = setUp()
    manager.addTopics(['orders'], 0)
    runner.poll()
    runner.answer(metadataApi, answer(topic))
    t.is(runner.pending.length, 0)
    runner.advance(100)
    t.is(runner.pending.length, 1)
    runner.answer(metadataApi, answer())
    runner.advance(200_000)
    t.is(runner.pending.length, 0)
  })
}

test('a topic that may not be read is not asked for again: its error is data', (t) => {
  const { manager, runner } = setUp()
  manager.addTopics(['orders'], 0)
  runner.poll()
  runner.answer(metadataApi, answer({ errorCode: ErrorCode.TOPIC_AUTHORIZATION_FAILED }))
  t.is(manager.current.topics.get('orders')?.errorCode, ErrorCode.TOPIC_AUTHORIZATION_FAILED)
  runner.advance(200_000)
  t.is(runner.pending.length, 0)
})

test('an answer without brokers, or with an error of its own, changes nothing and is tried again', (t) => {
  const { manager, runner } = setUp()
  manager.addTopics(['orders'], 0)
  runner.poll()
  runner.answer(metadataApi, { ...answer(), brokers: [] })
  t.is(manager.current.version, 0)
  runner.advance(100)
  runner.answer(metadataApi, { ...answer(), errorCode: ErrorCode.REBOOTSTRAP_REQUIRED })
  t.is(manager.current.version, 0)
  t.regex(manager.lastError!.message, /REBOOTSTRAP_REQUIRED/)
  runner.advance(200)
  t.is(runner.pending.length, 1)
})

test('a leader of an older epoch does not replace a newer one, unless the topic was made anew', (t) => {
  const { manager, runner } = setUp()
  manager.addTopics(['orders'], 0)
  const update = (topic: Topic) => {
    manager.requestUpdate(runner.nowMs)
    while (runner.pending.length === 0) runner.advance(100)
    runner.answer(metadataApi, answer(topic))
    return partitionMetadata(manager.current, 'orders', 0)?.leader
  }
  t.is(update({ leader: 1, leaderEpoch: 5 }), 1)
  t.is(update({ leader: 2, leaderEpoch: 4 }), 1)
  t.is(update({ leader: 2, leaderEpoch: 6 }), 2)
  t.is(update({ leader: 1, leaderEpoch: 0, topicId: OTHER_TOPIC_ID }), 1)
})
