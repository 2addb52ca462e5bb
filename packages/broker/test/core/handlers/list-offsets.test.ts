import { gzipCodec } from '@odradek/compression'
import { ErrorCode } from '@odradek/protocol'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { produceApi } from '@odradek/protocol/apis/produce'
import test from 'ava'
import { batchOf, T0 } from '../batches.ts'
import { CoreHarness } from '../core-harness.ts'

function filled(): CoreHarness {
  const harness = new CoreHarness()
  harness.createTopic('t')
  harness.createTopic('empty')
  const batches = [
    batchOf([
      { value: 'a', timestamp: T0 },
      { value: 'b', timestamp: T0 + 20 },
      { value: 'c', timestamp: T0 + 10 },
    ]),
    batchOf(
      [
        { value: 'd', timestamp: T0 + 5 },
        { value: 'e', timestamp: T0 + 30 },
      ],
      { compression: gzipCodec },
    ),
    batchOf([{ value: 'f', timestamp: T0 + 30 }]),
  ]
  for (const records of batches) {
    harness.get(produceApi, 9, { acks: 1, topicData: [{ name: 't', partitionData: [{ index: 0, records }] }] })
  }
  return harness
}

function look(
  harness: CoreHarness,
  timestamp: bigint,
  { version = 9, name = 't', partitionIndex = 0, currentLeaderEpoch = -1 } = {},
) {
  const partition = { partitionIndex, timestamp, ...(version >= 4 && { currentLeaderEpoch }) }
  const { topics } = harness.get(listOffsetsApi, version, {
    replicaId: -1,
    topics: [{ name, partitions: [partition] }],
  })
  return topics[0]!.partitions[0]!
}

test('the first record with a timestamp or a later one, in the order of the log', (t) => {
  const harness = filled()
  const cases: [number, bigint, number][] = [
    [0, 0n, 0],
    [1, 1n, 20],
    [20, 1n, 20],
    [21, 4n, 30],
    [30, 4n, 30],
  ]
  for (const [after, offset, found] of cases) {
    t.like(
      look(harness, BigInt(T0 + after)),
      { offset, timestamp: BigInt(T0 + found), leaderEpoch: 0, errorCode: 0 },
      `after ${after} ms`,
    )
  }
  t.like(look(harness, BigInt(T0 + 31)), { offset: -1n, timestamp: -1n, leaderEpoch: -1, errorCode: 0 })
})

test('earliest, latest and the greatest timestamp', (t) => {
  const harness = filled()
  t.like(look(harness, -2n), { offset: 0n, timestamp: -1n, leaderEpoch: 0 })
  t.like(look(harness, -1n), { offset: 6n, timestamp: -1n, leaderEpoch: 0 })
  t.like(look(harness, -3n), { offset: 4n, timestamp: BigInt(T0 + 30) })
  t.like(look(harness, -4n), { offset: 0n })
  t.like(look(harness, -5n), { offset: -1n, errorCode: 0 })
  t.like(look(harness, -3n, { name: 'empty' }), { offset: -1n, timestamp: -1n, errorCode: 0 })
})

test('every version answers; places newer than the version are UNSUPPORTED_VERSION', (t) => {
  const harness = filled()
  const since = new Map([
    [-1n, 1],
    [-2n, 1],
    [-3n, 7],
    [-4n, 8],
    [-5n, 9],
    [-6n, 11],
  ])
  for (let version = 1; version <= 11; version++) {
    for (const [timestamp, first] of since) {
      const errorCode = version < first ? ErrorCode.UNSUPPORTED_VERSION : ErrorCode.NONE
      t.is(look(harness, timestamp, { version }).errorCode, errorCode, `${timestamp} in version ${version}`)
    }
  }
  t.is(look(harness, -7n, { version: 11 }).errorCode, ErrorCode.UNSUPPORTED_VERSION)
})

test('unknown partitions, wrong epochs and partitions named twice', (t) => {
  const harness = filled()
  t.is(look(harness, -1n, { name: 'x' }).errorCode, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(look(harness, -1n, { partitionIndex: 1 }).errorCode, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(look(harness, -1n, { currentLeaderEpoch: 1 }).errorCode, ErrorCode.UNKNOWN_LEADER_EPOCH)
  const partitions = [
    { partitionIndex: 0, timestamp: -1n },
    { partitionIndex: 0, timestamp: -2n },
  ]
  const { topics } = harness.get(listOffsetsApi, 5, { topics: [{ name: 't', partitions }] })
  t.deepEqual(
    topics[0]!.partitions.map((partition) => partition.errorCode),
    [ErrorCode.INVALID_REQUEST],
  )
})

test('a place that the version does not know is refused before the topic is looked for', (t) => {
  t.is(look(filled(), -5n, { version: 8, name: 'x' }).errorCode, ErrorCode.UNSUPPORTED_VERSION)
  t.is(look(filled(), -7n, { name: 'x' }).errorCode, ErrorCode.UNSUPPORTED_VERSION)
})

test('consumers are told of nothing that is not committed, other brokers are', (t) => {
  const harness = filled()
  const replica = [...harness.state.replicas.all()].find(({ topic }) => topic === 't')!
  replica.log.setHighWatermark(3)
  const ask = (replicaId: number, timestamp: bigint) => {
    const topics = [{ name: 't', partitions: [{ partitionIndex: 0, timestamp }] }]
    return harness.get(listOffsetsApi, 9, { replicaId, topics }).topics[0]!.partitions[0]!
  }
  t.is(ask(-1, -1n).offset, 3n)
  t.is(ask(-1, -3n).offset, -1n)
  t.is(ask(-1, BigInt(T0 + 30)).offset, -1n)
  t.is(ask(-1, BigInt(T0 + 20)).offset, 1n)
  for (const replicaId of [-2, 5]) {
    t.is(ask(replicaId, -1n).offset, 6n)
    t.is(ask(replicaId, -3n).offset, 4n)
  }
})

test('until the high watermark has come to where the leader began, offsets are not available (KIP-207)', (t) => {
  const harness = filled()
  const [replica] = harness.state.replicas.all()
  replica!.update({ ...replica!.registration, leaderEpoch: 1, partitionEpoch: 1 })
  replica!.log.setHighWatermark(3)
  t.is(look(harness, -1n, { version: 5 }).errorCode, ErrorCode.OFFSET_NOT_AVAILABLE)
  t.is(look(harness, -1n, { version: 4 }).errorCode, ErrorCode.LEADER_NOT_AVAILABLE)
  t.is(look(harness, BigInt(T0 + 30)).errorCode, ErrorCode.OFFSET_NOT_AVAILABLE)
  t.like(look(harness, BigInt(T0 + 20)), { errorCode: 0, offset: 1n })
  t.like(look(harness, -2n), { errorCode: 0, offset: 0n, leaderEpoch: 0 })
})
