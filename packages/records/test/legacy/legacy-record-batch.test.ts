import { crc32, DecodeError } from '@odradek/bytes'
import { CompressionCodecs, defaultCodecs, gzipCodec, noneCodec } from '@odradek/compression'
import { seededRandom } from '@odradek/test-kit'
import test from 'ava'

import { LegacyRecordBatch } from '../../src/legacy/legacy-record-batch.ts'
import { MessageSetBuilder, type MessageSetBuilderOptions } from '../../src/legacy/message-set-builder.ts'
import { readRecords } from '../../src/read-records.ts'
import { RecordBatchBuilder } from '../../src/record-batch-builder.ts'
import { describeRecord } from '../golden-entry.ts'

function setOf(options: MessageSetBuilderOptions): Uint8Array {
  const builder = new MessageSetBuilder(options)
  builder.append(1_700_000_000_000, 'key', 'value')
  builder.append(1_700_000_000_001, null, 'x'.repeat(100))
  builder.append(1_700_000_000_002, 'k', null)
  return builder.build()
}

/** One of each: messages of both magics, plain and compressed, and record batches. */
function mixed(): { bytes: Uint8Array; ends: number[] } {
  const parts: Uint8Array[] = []
  for (const compression of [noneCodec, gzipCodec, defaultCodecs.get('snappy'), defaultCodecs.get('lz4')]) {
    for (const magic of [0, 1] as const) parts.push(setOf({ magic, compression, baseOffset: 70n }))
    const builder = new RecordBatchBuilder()
    builder.append(5, 'a', 'b')
    parts.push(builder.build({ compression }).slice())
  }
  const bytes = new Uint8Array(Buffer.concat(parts))
  const ends = Array.from(readRecords(bytes).positions(), ({ position, sizeInBytes }) => position + sizeInBytes)
  return { bytes, ends }
}

test('a mixed sequence, cut at any byte, gives exactly its whole batches', (t) => {
  const { bytes, ends } = mixed()
  t.is(ends.length, 16)
  for (let length = 0; length <= bytes.length; length++) {
    const batches = readRecords(bytes.subarray(0, length))
    const whole = ends.filter((end) => end <= length)
    t.is([...batches].length, whole.length)
    t.is(batches.validBytes, whole.at(-1) ?? 0)
  }
})

test('a message cut by hand throws DecodeError, whatever is asked of it', (t) => {
  for (const compression of [noneCodec, gzipCodec]) {
    for (const magic of [0, 1] as const) {
      const [whole] = readRecords(setOf({ magic, compression }))
      for (let length = 0; length < whole!.sizeInBytes; length++) {
        const error = t.throws(
          () => {
            const batch = new LegacyRecordBatch(whole!.bytes.subarray(0, length))
            batch.forEach(describeRecord)
          },
          { instanceOf: DecodeError },
        )
        t.true(['truncated', 'malformed'].includes(error!.reason), `${length}: ${error!.message}`)
      }
    }
  }
})

test('bytes after a message do not become records of it, and make it invalid', (t) => {
  for (const magic of [0, 1] as const) {
    const bytes = setOf({ magic })
    const batch = new LegacyRecordBatch(bytes)
    t.is([...batch.records()].length, 1)
    t.is(batch.count, 1)
    t.is(t.throws(() => batch.ensureValid(), { instanceOf: DecodeError })?.reason, 'malformed')
  }
})

test('any single changed byte under the CRC is found by ensureValid', (t) => {
  const bytes = setOf({ magic: 1, compression: gzipCodec })
  for (let at = 16; at < bytes.length; at++) {
    const damaged = bytes.slice()
    damaged[at]! ^= 0x01
    t.throws(() => [...readRecords(damaged)].forEach((batch) => batch.ensureValid()), { instanceOf: DecodeError })
  }
})

test('a compressed set tells its base offset and count by itself, or once its records have been asked for', (t) => {
  const bytes = setOf({ magic: 1, compression: { ...gzipCodec, type: 'snappy' }, baseOffset: 40n })
  const codecs = new CompressionCodecs([{ ...gzipCodec, type: 'snappy' }])
  const [batch] = readRecords(bytes)
  t.is(batch!.lastOffset, 42n)
  t.throws(() => batch!.baseOffset, { instanceOf: DecodeError })
  batch!.records(codecs)
  t.like(batch, { baseOffset: 40n, count: 3, lastOffsetDelta: 2, nextOffset: 43n })
  const [plain] = readRecords(setOf({ magic: 0, compression: gzipCodec, baseOffset: 40n }))
  t.like(plain, { baseOffset: 40n, count: 3, lastOffset: 42n })
})

test('a message has what a record batch has, with the values that Kafka gives it', (t) => {
  const [batch] = readRecords(setOf({ magic: 0 }))
  t.like(batch, { producerId: -1n, producerEpoch: -1, baseSequence: -1, lastSequence: -1, partitionLeaderEpoch: -1 })
  t.like(batch, { isControl: false, isTransactional: false, timestampType: 'NoTimestampType', maxTimestamp: -1 })
  const [record] = batch!.records()
  t.like(record, { sequence: -1, timestamp: -1, exactTimestamp: -1n, offset: 0n })
  t.deepEqual(record!.headers, [])
})

/** Writes the message's offset, and leaves the CRC right, since it does not lie under it. */
function withOffset(message: Uint8Array, offset: bigint): Uint8Array {
  const changed = message.slice()
  new DataView(changed.buffer).setBigInt64(0, offset)
  return changed
}

test('relative offsets count back from the wrapper; a wrapper at 0, as old librdkafka produced it, counts from 0', (t) => {
  const bytes = setOf({ magic: 1, compression: gzipCodec })
  const offsets = (message: Uint8Array): bigint[] =>
    [...readRecords(message)].flatMap((batch) => Array.from(batch.records(), ({ offset }) => offset))
  t.deepEqual(offsets(withOffset(bytes, 2n ** 62n)), [2n ** 62n - 2n, 2n ** 62n - 1n, 2n ** 62n])
  t.deepEqual(offsets(withOffset(bytes, 0n)), [0n, 1n, 2n])
  const error = t.throws(() => offsets(withOffset(bytes, 1n)), { instanceOf: DecodeError })
  t.is(error?.reason, 'malformed')
  // Those of magic 0 are absolute, whatever the wrapper says.
  t.deepEqual(offsets(withOffset(setOf({ magic: 0, compression: gzipCodec, baseOffset: 7n }), 99n)), [7n, 8n, 9n])
})

test('random damage behind right CRCs gives records or a DecodeError, and allocates no more than the limit', (t) => {
  const random = seededRandom(17)
  const asIs = new CompressionCodecs([noneCodec, { ...gzipCodec, compress: (b) => b, decompress: (b) => b }])
  const samples = [0, 1].flatMap((magic) =>
    ['none', 'gzip'].map((type) =>
      setOf({ magic: magic as 0 | 1, compression: { ...asIs.get(type as 'gzip'), type: type as 'gzip' } }),
    ),
  )
  let refused = 0
  const runs = 20_000
  const before = process.memoryUsage().arrayBuffers
  for (let run = 0; run < runs; run++) {
    const bytes = samples[run % samples.length]!.slice()
    for (let i = 0; i <= run % 3; i++) {
      const at = 17 + Math.floor(random() * (bytes.length - 17))
      bytes[at] = random() < 0.3 ? 0xff : Math.floor(random() * 256)
    }
    mendInnerCrcs(bytes)
    try {
      for (const batch of readRecords(bytes)) {
        for (const record of batch.records(asIs, { maxDecompressedSize: 1 << 20 })) describeRecord(record)
        t.is(typeof batch.baseOffset, 'bigint')
      }
    } catch (error) {
      t.true(DecodeError.is(error), String((error as Error).stack))
      refused++
    }
  }
  t.log(`${runs} damaged inputs, ${refused} refused`)
  t.true(refused > runs / 10 && refused < runs)
  t.true(process.memoryUsage().arrayBuffers - before < 64 << 20)
})

/** Where the value is a set that is compressed by a codec that does nothing, computes the CRCs of its messages anew. */
function mendInnerCrcs(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer)
  const valueAt = bytes[16] === 0 ? 26 : 34
  if ((bytes[17]! & 7) !== 1) return
  for (let at = valueAt; at + 26 <= bytes.length;) {
    const end = at + 12 + view.getInt32(at + 8)
    if (end <= at + 16 || end > bytes.length) return
    view.setUint32(at + 12, crc32(bytes, at + 16, end))
    at = end
  }
}

test('bytes that are no message of magic 0 or 1 are refused', (t) => {
  const bytes = new RecordBatchBuilder().build({ lastOffsetDelta: 0 })
  const error = t.throws(() => new LegacyRecordBatch(bytes), { instanceOf: DecodeError })
  t.is(error?.reason, 'unsupported')
})
