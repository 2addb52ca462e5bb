import { encodeUtf8 } from '@odradek/bytes'
import { defaultCodecs, gzipCodec } from '@odradek/compression'
import { ErrorCode } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import type { ProduceResponse } from '@odradek/protocol/messages/produce-response'
import { decodeRecordBatches } from '@odradek/records'
import test from 'ava'
import type { BatchAppended } from '../../../src/core/broker-record.ts'
import { handleProduce } from '../../../src/core/handlers/produce.ts'
import { batchOf, T0 } from '../batches.ts'
import { CoreHarness } from '../core-harness.ts'

type Result = ProduceResponse['responses'][number]['partitionResponses'][number]

function produce(
  harness: CoreHarness,
  records: Uint8Array | null,
  { version = 12, acks = -1, topic = 't', index = 0 } = {},
): Result {
  const topicData = [{ name: topic, partitionData: [{ index, records }] }]
  return harness.get(produceApi, version, { acks, topicData }).responses[0]!.partitionResponses[0]!
}

function withTopic(configs: Record<string, string> = {}): CoreHarness {
  const harness = new CoreHarness()
  harness.createTopic('t', 2, configs)
  return harness
}

function stored(harness: CoreHarness, partition = 0) {
  const { log } = harness.state.replicas.get(harness.state.topics.byName('t')!.topicId, partition)
  return log.read(0, Infinity, true, log.endOffset).flatMap((bytes) => [...decodeRecordBatches(bytes)])
}

test('batches get the next offsets of their partition and its leader epoch, and stay valid', (t) => {
  const harness = withTopic()
  t.like(produce(harness, batchOf(['a', 'b', 'c'])), {
    errorCode: 0,
    baseOffset: 0n,
    logAppendTimeMs: -1n,
    logStartOffset: 0n,
  })
  t.like(produce(harness, batchOf(['d'], { compression: gzipCodec })), { errorCode: 0, baseOffset: 3n })
  const batches = stored(harness)
  t.deepEqual(
    batches.map((batch) => [batch.baseOffset, batch.partitionLeaderEpoch]),
    [
      [0n, 0],
      [3n, 0],
    ],
  )
  for (const batch of batches) batch.ensureValid()
  const values = batches.flatMap((batch) =>
    [...batch.records()].map((record) => new TextDecoder().decode(record.value!)),
  )
  t.deepEqual(values, ['a', 'b', 'c', 'd'])
})

test('every version answers', (t) => {
  const harness = withTopic()
  const { topicId } = harness.state.topics.byName('t')!
  for (let version = 3; version <= 13; version++) {
    const topicData = [
      { ...(version < 13 ? { name: 't' } : { topicId }), partitionData: [{ index: 0, records: batchOf(['a']) }] },
    ]
    const [response] = harness.get(produceApi, version, { acks: 1, topicData }).responses
    t.like(response!.partitionResponses[0]!, { errorCode: 0, baseOffset: BigInt(version - 3) }, `version ${version}`)
  }
})

test('with LogAppendTime the batch gets the time of the broker', (t) => {
  const harness = withTopic({ 'message.timestamp.type': 'LogAppendTime' })
  harness.advance(1234)
  t.is(produce(harness, batchOf([{ value: 'a', timestamp: 5 }])).logAppendTimeMs, BigInt(T0 + 1234))
  const [batch] = stored(harness)
  batch!.ensureValid()
  t.is(batch!.timestampType, 'LogAppendTime')
  t.deepEqual(
    [...batch!.records()].map((record) => record.timestamp),
    [T0 + 1234],
  )
})

test('what the header says of the greatest timestamp is set right', (t) => {
  const harness = withTopic()
  const bytes = batchOf(
    [
      { value: 'a', timestamp: T0 },
      { value: 'b', timestamp: T0 - 5 },
    ],
    { maxTimestamp: T0 + 77 },
  )
  t.is(produce(harness, bytes).errorCode, 0)
  const [batch] = stored(harness)
  batch!.ensureValid()
  t.is(batch!.maxTimestamp, T0)
})

test("the bytes of the request are not kept: they are the connection's", (t) => {
  const harness = withTopic()
  const large = Buffer.alloc(10_000)
  const batch = batchOf(['a'])
  large.set(batch, 5000)
  const records = large.subarray(5000, 5000 + batch.length)
  const body = {
    transactionalId: null,
    acks: 1,
    timeoutMs: 0,
    topicData: [{ name: 't', topicId: '', partitionData: [{ index: 0, records }] }],
  }
  const request = { id: 1, apiKey: 0, version: 9, clientId: '', clientHost: '', receivedAtMs: T0, body }
  const [record] = handleProduce(harness.state, request, 0).records as BatchAppended[]
  t.is(record!.bytes.buffer.byteLength, batch.length)
  t.deepEqual(Uint8Array.from(records), batch)
})

test("a corrupt, cut, empty, doubled or foreign batch is refused with Kafka's error, and nothing is appended", (t) => {
  const harness = withTopic()
  const good = batchOf(['a', 'b'])
  const with_ = (change: (bytes: Uint8Array, view: DataView) => void) => {
    const bytes = good.slice()
    change(bytes, new DataView(bytes.buffer))
    return bytes
  }
  const cases: [string, Uint8Array | null, number][] = [
    ['null', null, ErrorCode.INVALID_RECORD],
    ['no bytes', new Uint8Array(0), ErrorCode.INVALID_RECORD],
    ['cut off', good.subarray(0, good.length - 1), ErrorCode.INVALID_RECORD],
    ['two batches', new Uint8Array([...good, ...good]), ErrorCode.INVALID_RECORD],
    ['a wrong byte', with_((bytes) => (bytes[bytes.length - 1]! ^= 1)), ErrorCode.CORRUPT_MESSAGE],
    ['magic 1', with_((bytes) => (bytes[16] = 1)), ErrorCode.INVALID_RECORD],
    ['magic 9', with_((bytes) => (bytes[16] = 9)), ErrorCode.CORRUPT_MESSAGE],
    ['a length below a header', with_((_, view) => view.setInt32(8, 20)), ErrorCode.CORRUPT_MESSAGE],
    ['a negative length', with_((_, view) => view.setInt32(8, -1)), ErrorCode.CORRUPT_MESSAGE],
    ['control records', batchOf(['a'], { isControl: true }), ErrorCode.INVALID_RECORD],
    ['more offsets than records', batchOf(['a'], { lastOffsetDelta: 3 }), ErrorCode.INVALID_RECORD],
    [
      'an idempotent batch without sequence',
      batchOf(['a'], { producerId: 1n, producerEpoch: 0 }),
      ErrorCode.INVALID_RECORD,
    ],
    [
      'a transaction that there is not',
      batchOf(['a'], { isTransactional: true, producerId: 1n, producerEpoch: 0, baseSequence: 0 }),
      ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
    ],
  ]
  for (const [name, bytes, errorCode] of cases) {
    t.like(produce(harness, bytes), { errorCode, baseOffset: -1n }, name)
  }
  t.is(stored(harness).length, 0)
})

test('KIP-467: which records are wrong, and how', (t) => {
  const harness = withTopic({ 'cleanup.policy': 'compact' })
  const result = produce(
    harness,
    batchOf([{ key: 'k', value: 'a' }, { value: 'b' }, { key: 'l', value: 'c' }, { value: 'd' }]),
  )
  t.is(result.errorCode, ErrorCode.INVALID_RECORD)
  t.deepEqual(
    result.recordErrors.map((error) => error.batchIndex),
    [1, 3],
  )
  t.is(
    result.recordErrors[0]!.batchIndexErrorMessage,
    'Compacted topic cannot accept message without key in topic partition t-0',
  )
  t.regex(result.errorMessage!, /due to 2 record errors in total/)
})

test('timestamps too far off are refused, by the limits of the topic', (t) => {
  const harness = withTopic({ 'message.timestamp.before.max.ms': '1000' })
  const hour = 3_600_000
  t.is(produce(harness, batchOf([{ value: 'a', timestamp: T0 + hour }])).errorCode, 0)
  const late = produce(harness, batchOf([{ value: 'a', timestamp: T0 + hour + 1 }]))
  t.is(late.errorCode, ErrorCode.INVALID_TIMESTAMP)
  t.regex(late.recordErrors[0]!.batchIndexErrorMessage!, /is out of range/)
  t.is(produce(harness, batchOf([{ value: 'a', timestamp: T0 - 1001 }])).errorCode, ErrorCode.INVALID_TIMESTAMP)
  t.is(produce(harness, batchOf([{ value: 'a', timestamp: -1 }])).errorCode, 0)
})

test('batches larger than the topic or the broker allows are MESSAGE_TOO_LARGE', (t) => {
  const harness = new CoreHarness({ messageMaxBytes: 1000 })
  harness.createTopic('t')
  harness.createTopic('large', 1, { 'max.message.bytes': '5000' })
  const bytes = batchOf(['x'.repeat(2000)])
  const result = produce(harness, bytes)
  t.is(result.errorCode, ErrorCode.MESSAGE_TOO_LARGE)
  t.is(produce(harness, bytes, { topic: 'large' }).errorCode, 0)
})

test('unknown topics, ids, partitions and values of acks', (t) => {
  const harness = withTopic()
  const bytes = batchOf(['a'])
  t.is(produce(harness, bytes, { topic: 'other' }).errorCode, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(produce(harness, bytes, { index: 2 }).errorCode, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(produce(harness, bytes, { index: -1 }).errorCode, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(produce(harness, bytes, { acks: 2 }).errorCode, ErrorCode.INVALID_REQUIRED_ACKS)
  t.is(produce(harness, bytes, { acks: -2 }).errorCode, ErrorCode.INVALID_REQUIRED_ACKS)
  const topicData = [{ topicId: 'AAAAAAAAAAAAAAAAAAAABA', partitionData: [{ index: 0, records: bytes }] }]
  const [byId] = harness.get(produceApi, 13, { acks: 1, topicData }).responses
  t.is(byId!.partitionResponses[0]!.errorCode, ErrorCode.UNKNOWN_TOPIC_ID)
})

test('of two batches for one partition in a request the later one holds', (t) => {
  const harness = withTopic()
  const partitionData = ['a', 'b'].map((value) => ({ index: 0, records: batchOf([value]) }))
  const { responses } = harness.get(produceApi, 9, { acks: 1, topicData: [{ name: 't', partitionData }] })
  t.is(responses[0]!.partitionResponses.length, 1)
  const [record] = [...stored(harness)[0]!.records()]
  t.is(new TextDecoder().decode(record!.value!), 'b')
  t.is(stored(harness).length, 1)
})

test("a batch that claims the broker's time gets the type of its topic", (t) => {
  const harness = withTopic()
  t.is(produce(harness, batchOf(['a'], { timestampType: 'LogAppendTime' })).errorCode, 0)
  t.is(stored(harness)[0]!.timestampType, 'CreateTime')
  stored(harness)[0]!.ensureValid()
})

test('acks 0: nothing is answered, and an error closes the connection', (t) => {
  const harness = withTopic()
  const send = (name: string) =>
    harness.ask(produceApi, 9, {
      acks: 0,
      topicData: [{ name, partitionData: [{ index: 0, records: batchOf(['a']) }] }],
    }).ending
  t.is(send('t')!.kind, 'silence')
  t.is(stored(harness).length, 1)
  t.is(send('other')!.kind, 'disconnect')
})

test('idempotent producers: a retry gets the offsets of the original, a gap and an old epoch are refused', (t) => {
  const harness = withTopic()
  const send = (baseSequence: number, records: string[], producerEpoch = 0) =>
    produce(harness, batchOf(records, { producerId: 7n, producerEpoch, baseSequence }))
  t.like(send(0, ['a', 'b']), { errorCode: 0, baseOffset: 0n })
  t.like(send(2, ['c']), { errorCode: 0, baseOffset: 2n })
  t.like(send(0, ['a', 'b']), { errorCode: 0, baseOffset: 0n })
  t.like(send(2, ['c']), { errorCode: 0, baseOffset: 2n })
  t.is(send(4, ['e']).errorCode, ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER)
  t.is(send(1, ['b']).errorCode, ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER)
  t.is(send(5, ['f'], 1).errorCode, ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER)
  t.like(send(0, ['f'], 1), { errorCode: 0, baseOffset: 3n })
  t.is(send(3, ['d'], 0).errorCode, ErrorCode.INVALID_PRODUCER_EPOCH)
  t.is(stored(harness).length, 3)
})

test('only the last five batches of a producer can be told for retries', (t) => {
  const harness = withTopic()
  const send = (baseSequence: number) =>
    produce(harness, batchOf(['a'], { producerId: 7n, producerEpoch: 0, baseSequence })).errorCode
  for (let sequence = 0; sequence < 6; sequence++) t.is(send(sequence), 0)
  t.is(send(1), 0)
  t.is(send(0), ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER)
})

test('sequences go on with 0 after 2147483647', (t) => {
  const harness = withTopic()
  const send = (baseSequence: number) =>
    produce(harness, batchOf(['a', 'b'], { producerId: 7n, producerEpoch: 0, baseSequence })).errorCode
  t.is(send(2147483646), 0)
  t.is(send(0), 0)
})

test('a producer whose id this partition does not know may begin anywhere', (t) => {
  const harness = withTopic()
  t.is(produce(harness, batchOf(['a'], { producerId: 9n, producerEpoch: 3, baseSequence: 55 })).errorCode, 0)
})

for (const type of ['gzip', 'snappy', 'lz4', 'zstd'] as const) {
  test(`a batch in ${type} is taken whole, and one whose ${type} data are damaged is refused`, (t) => {
    const harness = withTopic()
    const codec = defaultCodecs.get(type)
    t.is(produce(harness, batchOf(['a', 'b'], { compression: codec })).errorCode, 0)
    const damaged = { ...codec, type, compress: () => encodeUtf8('not compressed at all') }
    t.is(produce(harness, batchOf(['a', 'b'], { compression: damaged })).errorCode, ErrorCode.INVALID_RECORD)
  })
}

test('zstd is refused before version 7, which is older than zstd', (t) => {
  const harness = withTopic()
  const foreign = {
    type: 'zstd',
    compress: (bytes: Uint8Array) => bytes,
    decompress: (bytes: Uint8Array) => bytes,
  } as const
  const bytes = batchOf(['a'], { compression: foreign })
  t.is(produce(harness, bytes, { version: 6 }).errorCode, ErrorCode.UNSUPPORTED_COMPRESSION_TYPE)
})

for (const [config, kept] of [
  ['gzip', 'gzip'],
  ['snappy', 'snappy'],
  ['lz4', 'lz4'],
  ['zstd', 'zstd'],
  ['uncompressed', 'none'],
  ['producer', 'gzip'],
] as const) {
  test(`a topic with compression.type ${config} keeps ${kept} batches, whatever producers send`, (t) => {
    const harness = withTopic({ 'compression.type': config })
    const identity = { producerId: 5n, producerEpoch: 0, baseSequence: 0 }
    const records = batchOf(['a', { key: 'k', value: 'b', timestamp: T0 + 5 }], { compression: gzipCodec, ...identity })
    t.is(produce(harness, records).errorCode, 0)
    const [batch] = stored(harness)
    batch!.ensureValid()
    t.like(batch!, { ...identity, compressionType: kept, count: 2, maxTimestamp: T0 + 5 })
    const read = [...batch!.records()].map(({ timestamp, value }) => [timestamp, new TextDecoder().decode(value!)])
    t.deepEqual(read, [
      [T0, 'a'],
      [T0 + 5, 'b'],
    ])
    t.is(produce(harness, records).baseOffset, 0n)
  })
}
