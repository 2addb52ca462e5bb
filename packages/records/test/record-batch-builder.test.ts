import { EncodeError } from '@odradek/bytes'
import { defaultCodecs } from '@odradek/compression'
import test from 'ava'
import fc from 'fast-check'

import { setMaxTimestamp } from '../src/batch-fields.ts'
import { readRecords } from '../src/read-records.ts'
import { RecordBatchBuilder, type RecordBatchOptions } from '../src/record-batch-builder.ts'
import { RecordBatch } from '../src/record-batch.ts'
import { decodeRecordBatches } from '../src/record-batches.ts'
import type { RecordHeader, RecordInput } from '../src/record-header.ts'
import { goldenBytes, goldenEntries } from './golden-entry.ts'

/** Builds a batch again from all that its decoder says of it. */
function rebuild(batch: RecordBatch): Uint8Array {
  const { deleteHorizonMs } = batch
  const builder = new RecordBatchBuilder(deleteHorizonMs === undefined ? {} : { deleteHorizonMs })
  // With LogAppendTime every record shows the batch's timestamp: the producer's own come out when it is taken for CreateTime.
  const bytes = batch.bytes.slice()
  setMaxTimestamp(bytes, 0, 'CreateTime', batch.maxTimestamp)
  for (const { timestamp, key, value, headers, offsetDelta } of new RecordBatch(bytes).records()) {
    builder.append(timestamp, key, value, headers, offsetDelta)
  }
  return builder.build(headerOf(batch))
}

function headerOf(batch: RecordBatch): RecordBatchOptions {
  const { baseOffset, partitionLeaderEpoch, producerId, producerEpoch, baseSequence, isTransactional, isControl } =
    batch
  const { timestampType, maxTimestamp, lastOffsetDelta } = batch
  const identity = {
    baseOffset,
    partitionLeaderEpoch,
    producerId,
    producerEpoch,
    baseSequence,
    isTransactional,
    isControl,
  }
  return { ...identity, timestampType, maxTimestamp, lastOffsetDelta }
}

test('every uncompressed golden batch, built again from its decoded fields, has the bytes that Java wrote', (t) => {
  let batches = 0
  for (const entry of goldenEntries('valid', 'truncated')) {
    // A timestamp beyond 2^53, which a number rounds.
    if (entry.name === 'v2-timestamp-extremes') continue
    for (const batch of readRecords(goldenBytes(entry))) {
      if (!(batch instanceof RecordBatch) || batch.compressionType !== 'none') continue
      t.deepEqual(rebuild(batch), batch.bytes, entry.name)
      batches++
    }
  }
  t.log(`${batches} batches equal`)
  t.is(batches, 51)
})

const COMPRESSIONS = (['gzip', 'snappy', 'lz4', 'zstd'] as const).map((type) => defaultCodecs.get(type))
const bytes = fc.uint8Array({ maxLength: 200 })
const nullableBytes = fc.option(bytes)
const recordInput: fc.Arbitrary<RecordInput> = fc.record(
  {
    timestamp: fc.oneof(fc.integer({ min: -1, max: 2 ** 31 }), fc.integer({ min: -(2 ** 51), max: 2 ** 51 })),
    key: nullableBytes,
    value: nullableBytes,
    headers: fc.array(fc.record({ key: fc.string({ unit: 'grapheme' }), value: nullableBytes }), { maxLength: 4 }),
  },
  { requiredKeys: ['timestamp', 'key', 'value'] },
)

test('what is appended is what is decoded, in every compression type, and the size is known beforehand', (t) => {
  fc.assert(
    fc.property(
      fc.array(recordInput, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 0, max: 500 }),
      (inputs, initialCapacity) => {
        const builder = new RecordBatchBuilder({ initialCapacity })
        inputs.forEach(({ timestamp, key, value, headers }, i) => {
          const expected = builder.sizeIfAppended(timestamp, key, value, headers)
          t.is(builder.append(timestamp, key, value, headers), i)
          t.is(builder.sizeInBytes, expected)
        })
        for (const compression of [undefined, ...COMPRESSIONS]) {
          const built = builder.build(compression === undefined ? {} : { compression })
          if (compression === undefined) t.is(built.length, builder.sizeInBytes)
          const [batch] = decodeRecordBatches(built)
          batch!.ensureValid()
          t.deepEqual(
            Array.from(batch!.records(), ({ timestamp, key, value, headers }) => ({ timestamp, key, value, headers })),
            inputs.map(({ timestamp, key, value, headers = [] }) => ({ timestamp, key, value, headers: [...headers] })),
          )
          t.is(batch!.maxTimestamp, Math.max(...inputs.map(({ timestamp }) => timestamp)))
          t.is(batch!.baseTimestamp, inputs[0]!.timestamp)
          t.is(batch!.lastOffset, BigInt(inputs.length - 1))
        }
      },
    ),
  )
})

test('strings are written as their UTF-8 bytes', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 }), (key, value) => {
      const fromStrings = new RecordBatchBuilder({ initialCapacity: 0 })
      fromStrings.append(7, key, value)
      const fromBytes = new RecordBatchBuilder()
      fromBytes.append(7, Buffer.from(key), Buffer.from(value))
      t.deepEqual(fromStrings.build(), fromBytes.build())
    }),
  )
})

test('the header carries what build is told, and its defaults', (t) => {
  const builder = new RecordBatchBuilder()
  builder.append(-1, null, null)
  const [plain] = decodeRecordBatches(builder.build())
  t.like(plain, {
    baseOffset: 0n,
    partitionLeaderEpoch: -1,
    producerId: -1n,
    producerEpoch: -1,
    baseSequence: -1,
    lastSequence: -1,
  })
  t.like(plain, {
    isTransactional: false,
    isControl: false,
    timestampType: 'CreateTime',
    maxTimestamp: -1,
    baseTimestamp: -1,
    attributes: 0,
  })
  const options = {
    baseOffset: 2n ** 62n,
    partitionLeaderEpoch: 9,
    producerId: 2n ** 60n,
    producerEpoch: 3,
    baseSequence: 0x7fffffff,
  } as const
  const flags = { isTransactional: true, isControl: true, timestampType: 'LogAppendTime', maxTimestamp: 77 } as const
  const [batch] = decodeRecordBatches(builder.build({ ...options, ...flags }))
  t.like(batch, { ...options, ...flags, lastSequence: 0x7fffffff })
  t.is([...batch!.records()][0]!.timestamp, 77)
})

test("a released buffer, whatever it holds, makes the next builder's batch the same as a new one", (t) => {
  const build = (buffer?: Uint8Array) => {
    const builder = new RecordBatchBuilder(buffer === undefined ? {} : { buffer })
    for (let i = 0; i < 20; i++) builder.append(1000 + i, `key-${i}`, 'value '.repeat(i), [{ key: 'h', value: null }])
    return { builder, batch: builder.build() }
  }
  const { builder, batch } = build()
  const expected = batch.slice()
  const buffer = builder.release()
  t.throws(() => builder.append(1, null, null), { instanceOf: EncodeError })
  t.throws(() => builder.build(), { instanceOf: EncodeError })
  buffer.fill(0xff)
  t.deepEqual(build(buffer).batch, expected)
  t.deepEqual(build(new Uint8Array(100).fill(0xff)).batch, expected, 'one that has to grow')
})

test('building again, as after a new producer id, gives a whole batch with a right CRC', (t) => {
  const builder = new RecordBatchBuilder()
  builder.append(1, 'k', 'v')
  builder.build({ producerId: 1n, producerEpoch: 0, baseSequence: 5 })
  const [batch] = decodeRecordBatches(builder.build({ producerId: 2n, producerEpoch: 0, baseSequence: 0 }))
  batch!.ensureValid()
  t.like(batch, { producerId: 2n, baseSequence: 0, count: 1 })
})

test('an uncompressed batch is a view of the builder, not a copy; a record cannot be appended to it', (t) => {
  const builder = new RecordBatchBuilder({ initialCapacity: 1000 })
  builder.append(1, 'k', 'v')
  t.is(builder.build().buffer.byteLength, 1000)
  t.throws(() => builder.append(2, 'k', 'v'), { instanceOf: EncodeError, message: /has been built/ })
})

test('what cannot be encoded is refused, and leaves the builder as it was', (t) => {
  const builder = new RecordBatchBuilder()
  t.throws(() => builder.build(), { instanceOf: EncodeError, message: /without records/ })
  const again = new RecordBatchBuilder()
  again.append(1, 'k', 'v')
  const size = again.sizeInBytes
  for (const timestamp of [NaN, 0.5, Infinity, 2 ** 53]) {
    t.throws(() => again.append(timestamp, null, null), { instanceOf: EncodeError, message: /whole milliseconds/ })
  }
  t.throws(() => again.append(1, null, null, undefined, 0), { instanceOf: EncodeError, message: /offset delta/ })
  t.throws(() => again.append(1, null, null, undefined, 2 ** 31), { instanceOf: EncodeError, message: /offset delta/ })
  const far = new RecordBatchBuilder()
  far.append(-(2 ** 53) + 1, null, null)
  t.throws(() => far.append(2 ** 53 - 1, null, null), { instanceOf: EncodeError, message: /too far apart/ })
  t.is(again.sizeInBytes, size)
  t.is(again.count, 1)
})

test('headers keep their order, their duplicates and null values', (t) => {
  const headers: RecordHeader[] = [
    { key: 'a', value: Uint8Array.of(1) },
    { key: 'a', value: null },
    { key: '', value: new Uint8Array(0) },
    { key: 'é\u{feff}', value: Uint8Array.of(2, 3) },
  ]
  const builder = new RecordBatchBuilder()
  builder.append(1, null, null, headers)
  const [batch] = decodeRecordBatches(builder.build())
  const [record] = batch!.records()
  t.deepEqual(record!.headers, headers)
  t.deepEqual(record!.headers, headers)
})
