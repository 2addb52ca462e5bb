import { ErrorCode } from '@odradek/protocol'
import { alterReplicaLogDirsApi } from '@odradek/protocol/apis/alter-replica-log-dirs'
import { deleteRecordsApi } from '@odradek/protocol/apis/delete-records'
import { describeLogDirsApi } from '@odradek/protocol/apis/describe-log-dirs'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { produceApi } from '@odradek/protocol/apis/produce'
import test from 'ava'
import { batchOf } from '../batches.ts'
import { CoreHarness } from '../core-harness.ts'

function filled(configs = {}): CoreHarness {
  const harness = new CoreHarness()
  harness.createTopic('t', 2, configs)
  for (const values of [['a', 'b'], ['c']]) produce(harness, values)
  return harness
}

function produce(harness: CoreHarness, values: string[]): void {
  const records = batchOf(values.map((value) => ({ key: 'k', value })))
  harness.get(produceApi, 9, { acks: 1, topicData: [{ name: 't', partitionData: [{ index: 0, records }] }] })
}

function deleteRecords(harness: CoreHarness, offset: bigint, name = 't', partitionIndex = 0, version = 2) {
  const topics = [{ name, partitions: [{ partitionIndex, offset }] }]
  return harness.get(deleteRecordsApi, version, { topics, timeoutMs: 1_000 }).topics[0]!.partitions[0]!
}

function earliest(harness: CoreHarness) {
  const partitions = [{ partitionIndex: 0, timestamp: -2n }]
  return harness.get(listOffsetsApi, 9, { replicaId: -1, topics: [{ name: 't', partitions }] }).topics[0]!
    .partitions[0]!
}

test('records before an offset are deleted: what comes before is out of range', (t) => {
  const harness = filled()
  for (const version of [0, 1, 2]) {
    t.like(deleteRecords(harness, 1n, 't', 0, version), { lowWatermark: 1n, errorCode: 0 })
  }
  t.is(earliest(harness).offset, 1n)
  const fetch = (fetchOffset: bigint) => {
    const topics = [{ topic: 't', partitions: [{ partition: 0, fetchOffset, partitionMaxBytes: 1_000 }] }]
    return harness.get(fetchApi, 11, { minBytes: 0, maxWaitMs: 0, topics }).responses[0]!.partitions[0]!
  }
  t.is(fetch(0n).errorCode, ErrorCode.OFFSET_OUT_OF_RANGE)
  t.like(fetch(1n), { errorCode: 0, logStartOffset: 1n, highWatermark: 3n })
  t.like(deleteRecords(harness, 0n), { lowWatermark: 1n, errorCode: 0 }, 'it never goes back')
  t.like(deleteRecords(harness, -1n), { lowWatermark: 3n, errorCode: 0 }, '-1 means the high watermark')
  t.is(earliest(harness).offset, 3n)
  produce(harness, ['d'])
  t.like(fetch(3n), { errorCode: 0, highWatermark: 4n })
})

test('the last of two entries for a partition holds', (t) => {
  const harness = filled()
  const partitions = [1n, 2n].map((offset) => ({ partitionIndex: 0, offset }))
  const { topics } = harness.get(deleteRecordsApi, 2, { topics: [{ name: 't', partitions }], timeoutMs: 1_000 })
  t.deepEqual(
    topics[0]!.partitions.map(({ lowWatermark }) => lowWatermark),
    [2n],
  )
})

const refused: [title: string, offset: bigint, name: string, partition: number, errorCode: number][] = [
  ['beyond the high watermark', 4n, 't', 0, ErrorCode.OFFSET_OUT_OF_RANGE],
  ['a negative offset', -2n, 't', 0, ErrorCode.OFFSET_OUT_OF_RANGE],
  ['a partition that there is not', 0n, 't', 2, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
  ['a topic that there is not', 0n, 'x', 0, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
  ["a topic of Kafka's own", 0n, '__consumer_offsets', 0, ErrorCode.INVALID_TOPIC_EXCEPTION],
]

for (const [title, offset, name, partition, errorCode] of refused) {
  test(`records are not deleted: ${title}`, (t) => {
    const harness = filled()
    harness.createTopic('__consumer_offsets')
    t.like(deleteRecords(harness, offset, name, partition), { lowWatermark: -1n, errorCode })
  })
}

test('records of a topic that is compacted alone are not deleted', (t) => {
  t.is(deleteRecords(filled({ 'cleanup.policy': 'compact' }), 1n).errorCode, ErrorCode.POLICY_VIOLATION)
  for (const policy of ['compact,delete', '']) {
    t.is(deleteRecords(filled({ 'cleanup.policy': policy }), 1n).errorCode, ErrorCode.NONE, policy)
  }
})

test('the log directory is described: all partitions, or those that are asked for', (t) => {
  const harness = filled()
  harness.createTopic('other')
  for (let version = 1; version <= 5; version++) {
    const { results } = harness.get(describeLogDirsApi, version, { topics: null })
    t.is(results.length, 1)
    t.like(results[0]!, { errorCode: 0, logDir: '/memory', totalBytes: -1n })
    t.deepEqual(
      results[0]!.topics.map(({ name, partitions }) => [name, partitions.length]),
      [
        ['t', 2],
        ['other', 1],
      ],
    )
    const [first, second] = results[0]!.topics[0]!.partitions
    t.like(first, { partitionIndex: 0, offsetLag: 0n, isFutureKey: false })
    t.true(first!.partitionSize > 100n)
    t.is(second!.partitionSize, 0n)
  }
  const asked = [
    { topic: 't', partitions: [1, 7] },
    { topic: 'x', partitions: [0] },
  ]
  const { results } = harness.get(describeLogDirsApi, 4, { topics: asked })
  t.deepEqual(
    results[0]!.topics.map(({ name, partitions }) => [name, partitions.map(({ partitionIndex }) => partitionIndex)]),
    [['t', [1]]],
  )
})

test('replicas stay in the one log directory', (t) => {
  const harness = filled()
  const alter = (path: string, name = 't', partition = 0) => {
    const dirs = [{ path, topics: [{ name, partitions: [partition] }] }]
    return harness.get(alterReplicaLogDirsApi, 2, { dirs }).results[0]!.partitions[0]!.errorCode
  }
  t.is(alter('/memory'), ErrorCode.NONE)
  t.is(alter('/other'), ErrorCode.LOG_DIR_NOT_FOUND)
  t.is(alter('/memory', 't', 2), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(alter('/memory', 'x'.repeat(220)), ErrorCode.INVALID_TOPIC_EXCEPTION)
})
