import { DecodeError } from '@odradek/bytes'
import { gzipCodec } from '@odradek/compression'
import { seededRandom } from '@odradek/test-kit'
import test from 'ava'

import { readRecords } from '../src/read-records.ts'
import { RecordBatchBuilder } from '../src/record-batch-builder.ts'
import { RecordBatch } from '../src/record-batch.ts'
import { describeRecord, goldenBytes, goldenEntries } from './golden-entry.ts'

function sample(): RecordBatchBuilder {
  const builder = new RecordBatchBuilder()
  builder.append(1_700_000_000_000, 'key', 'value', [{ key: 'h', value: Uint8Array.of(1) }])
  builder.append(1_700_000_000_500, null, 'x'.repeat(300))
  builder.append(1_699_999_999_000, 'k', null)
  return builder
}

test('iterating, read and forEach give the same records', (t) => {
  const batch = new RecordBatch(sample().build())
  const iterated = Array.from(batch.records(), describeRecord)
  const visited: unknown[] = []
  batch.forEach((record) => visited.push(describeRecord(record)))
  const read: unknown[] = []
  const reader = batch.records()
  for (let record = reader.read(); record !== undefined; record = reader.read()) read.push(describeRecord(record))
  t.is(iterated.length, 3)
  t.deepEqual(visited, iterated)
  t.deepEqual(read, iterated)
  t.is(reader.read(), undefined)
})

test('any single changed byte under the CRC is found by ensureValid', (t) => {
  const bytes = sample().build()
  for (let at = 17; at < bytes.length; at++) {
    const damaged = bytes.slice()
    damaged[at]! ^= 0x10
    t.throws(() => new RecordBatch(damaged).ensureValid(), { instanceOf: DecodeError, message: /CRC/ })
  }
})

test('a batch cut out with a wrong size is malformed, and fewer bytes than a header are truncated', (t) => {
  const bytes = sample().build()
  t.is(
    t.throws(() => new RecordBatch(bytes.subarray(0, 70)).ensureValid(), { instanceOf: DecodeError })?.reason,
    'malformed',
  )
  for (let length = 0; length < 61; length++) {
    t.is(t.throws(() => new RecordBatch(bytes.subarray(0, length)), { instanceOf: DecodeError })?.reason, 'truncated')
  }
})

/** Reads as a consumer that does not check CRCs would; anything but a DecodeError is a fault. */
function readUnchecked(t: { true(value: boolean, message: string): unknown }, bytes: Uint8Array): 'read' | 'refused' {
  try {
    for (const batch of readRecords(bytes)) {
      for (const record of batch.records(undefined, { maxDecompressedSize: 1 << 20 })) describeRecord(record)
    }
    return 'read'
  } catch (error) {
    t.true(DecodeError.is(error), String((error as Error).stack))
    return 'refused'
  }
}

test('records sections cut anywhere throw DecodeError and nothing else', (t) => {
  for (const built of [sample().build(), sample().build({ compression: gzipCodec })]) {
    for (let length = 61; length < built.length; length++) {
      const batch = new RecordBatch(built.subarray(0, length))
      const error = t.throws(() => Array.from(batch.records(), describeRecord), { instanceOf: DecodeError })
      t.true(['truncated', 'malformed'].includes(error!.reason))
    }
  }
})

test('random damage, with the CRC not checked, gives records or a DecodeError: never another error, never a hang', (t) => {
  const random = seededRandom(7)
  const entries = goldenEntries('valid').filter(({ size }) => size > 0 && size < 5000)
  let refused = 0
  const runs = 20_000
  for (let run = 0; run < runs; run++) {
    const bytes = goldenBytes(entries[Math.floor(random() * entries.length)]!)
    const changes = 1 + Math.floor(random() * 4)
    for (let i = 0; i < changes; i++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    if (readUnchecked(t, bytes) === 'refused') refused++
  }
  t.log(`${runs} damaged inputs, ${refused} refused`)
  t.true(refused > runs / 4)
})

test('random bytes behind a right header give records or a DecodeError', (t) => {
  const random = seededRandom(8)
  for (let run = 0; run < 5000; run++) {
    const bytes = sample().build({}).slice()
    for (let at = 61; at < bytes.length; at++) bytes[at] = Math.floor(random() * (run % 2 === 0 ? 256 : 8))
    readUnchecked(t, bytes)
  }
  t.pass()
})

test('a count or a length that promises gigabytes allocates nothing', (t) => {
  const bytes = sample().build().slice()
  const view = new DataView(bytes.buffer)
  view.setInt32(57, 0x7fffffff)
  bytes.set([0xfe, 0xff, 0xff, 0xff, 0x0f], 61)
  const before = process.memoryUsage().arrayBuffers
  t.throws(() => [...new RecordBatch(bytes).records()], { instanceOf: DecodeError })
  t.true(process.memoryUsage().arrayBuffers - before < 1 << 20)
})

test('after an error the reader has ended', (t) => {
  const bytes = sample().build().slice()
  bytes[61] = 1
  const reader = new RecordBatch(bytes).records()
  t.throws(() => reader.read(), { instanceOf: DecodeError })
  t.is(reader.read(), undefined)
})

test('timestamps beyond 2^53 are rounded as numbers, exact as bigints, and a sum that is small is exact', (t) => {
  const builder = new RecordBatchBuilder()
  builder.append(0, null, null)
  builder.append(2 ** 53 - 1, null, null)
  const bytes = builder.build().slice()
  const withBase = (baseTimestamp: bigint): RecordBatch => {
    new DataView(bytes.buffer).setBigInt64(27, baseTimestamp)
    return new RecordBatch(bytes)
  }
  const read = (batch: RecordBatch): [number, bigint][] =>
    Array.from(batch.records(), ({ timestamp, exactTimestamp }) => [timestamp, exactTimestamp])
  const max = 2n ** 53n - 1n
  t.deepEqual(read(withBase(0n)), [
    [0, 0n],
    [2 ** 53 - 1, max],
  ])
  const high = 2n ** 62n + 1n
  t.deepEqual(read(withBase(high)), [
    [2 ** 62, high],
    [Number(high + max), high + max],
  ])
  t.is(withBase(high).baseTimestamp, 2 ** 62)
  t.is(withBase(high).exactBaseTimestamp, high)
  // Each of the two has to be rounded as a number, and yet their sum is told right.
  t.deepEqual(read(withBase(-max - 2n))[1], [-2, -2n])
  // Java adds them in 64 bits.
  t.is(read(withBase(2n ** 63n - 1n))[1]![1], 2n ** 63n - 1n + max - 2n ** 64n)
})
