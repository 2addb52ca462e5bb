import { EncodeError } from '@odradek/bytes'
import { type CompressionType, defaultCodecs } from '@odradek/compression'
import test from 'ava'
import fc from 'fast-check'

import { LegacyRecordBatch } from '../../src/legacy/legacy-record-batch.ts'
import { MessageSetBuilder } from '../../src/legacy/message-set-builder.ts'
import { readRecords } from '../../src/read-records.ts'
import { describeBatch, goldenBytes, goldenEntries } from '../golden-entry.ts'

const legacyTypes = ['none', 'gzip', 'snappy', 'lz4'] as const

/** Writes a batch again from all that its decoder says of it. */
function rebuild(batch: LegacyRecordBatch): Uint8Array {
  const { magic, timestampType, exactMaxTimestamp: logAppendTime } = batch
  const builder = new MessageSetBuilder({
    magic,
    compression: defaultCodecs.get(batch.compressionType),
    baseOffset: batch.baseOffset,
    ...(timestampType === 'LogAppendTime' && { timestampType, logAppendTime }),
  })
  for (const { exactTimestamp, key, value, offset } of batch.records()) {
    builder.append(exactTimestamp, key, value, offset)
  }
  return builder.build()
}

test('every golden message, written again from its decoded fields, has the bytes that Java wrote; compressed, it reads the same', (t) => {
  let equal = 0
  const compressed = new Map<CompressionType, number>()
  for (const entry of goldenEntries('valid', 'truncated')) {
    for (const batch of readRecords(goldenBytes(entry))) {
      if (!(batch instanceof LegacyRecordBatch)) continue
      const bytes = rebuild(batch)
      if (batch.compressionType === 'none') {
        t.deepEqual(bytes, batch.bytes, entry.name)
        equal++
        continue
      }
      const [again] = readRecords(bytes)
      again!.ensureValid()
      const ignored = { crc: 0, sizeInBytes: 0, position: 0 }
      t.deepEqual({ ...describeBatch(again!), ...ignored }, { ...describeBatch(batch), ...ignored }, entry.name)
      compressed.set(batch.compressionType, (compressed.get(batch.compressionType) ?? 0) + 1)
    }
  }
  t.log(`${equal} messages equal; read again: ${[...compressed].map(([type, n]) => `${n} ${type}`).join(', ')}`)
  t.is(equal, 531)
})

const nullableBytes = fc.option(fc.uint8Array({ maxLength: 200 }))
const messages = fc.array(
  fc.record({
    timestamp: fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
    key: nullableBytes,
    value: nullableBytes,
    gap: fc.constantFrom(0n, 0n, 1n, 1000n),
  }),
  { minLength: 1, maxLength: 30 },
)

test('what is appended is what is read, in both magics and every compression type, with any gaps in the offsets', (t) => {
  fc.assert(
    fc.property(
      messages,
      fc.constantFrom(0 as const, 1 as const),
      fc.constantFrom(...legacyTypes),
      fc.constantFrom(0n, 1n, 2n ** 62n),
      (inputs, magic, type, baseOffset) => {
        const builder = new MessageSetBuilder({ magic, compression: defaultCodecs.get(type), baseOffset })
        let offset = baseOffset
        const expected = inputs.map(({ timestamp, key, value, gap }, i) => {
          offset += gap
          t.is(builder.append(timestamp, key, value, offset), i)
          return { offset: offset++, timestamp: magic === 0 ? -1n : BigInt(timestamp), key, value }
        })
        const batches = [...readRecords(builder.build())]
        for (const batch of batches) batch.ensureValid()
        const read = batches.flatMap((batch) => [...batch.records()])
        t.deepEqual(
          read.map((record) => ({
            offset: record.offset,
            timestamp: record.exactTimestamp,
            key: record.key,
            value: record.value,
          })),
          expected,
        )
        if (type === 'none') return
        t.is(batches[0]!.baseOffset, expected[0]!.offset)
        t.is(batches[0]!.lastOffset, offset - 1n)
        t.is(batches[0]!.count, inputs.length)
      },
    ),
  )
})

test('with LogAppendTime every message has that time, within a compressed set too', (t) => {
  for (const type of legacyTypes) {
    const builder = new MessageSetBuilder({
      magic: 1,
      compression: defaultCodecs.get(type),
      timestampType: 'LogAppendTime',
      logAppendTime: 77,
    })
    builder.append(1, 'a', 'x')
    builder.append(2, null, 'é')
    for (const batch of readRecords(builder.build())) {
      t.is(batch.timestampType, 'LogAppendTime')
      t.is(batch.maxTimestamp, 77)
      batch.forEach(({ timestamp }) => t.is(timestamp, 77))
    }
  }
})

test('what cannot be written is refused', (t) => {
  const zstd = {
    type: 'zstd',
    compress: (bytes: Uint8Array) => bytes,
    decompress: (bytes: Uint8Array) => bytes,
  } as const
  t.throws(() => new MessageSetBuilder({ magic: 1, compression: zstd }), { instanceOf: EncodeError, message: /zstd/ })
  t.throws(() => new MessageSetBuilder({ magic: 0, timestampType: 'LogAppendTime', logAppendTime: 1 }), {
    instanceOf: EncodeError,
  })
  t.throws(() => new MessageSetBuilder({ magic: 1, timestampType: 'LogAppendTime' }), { instanceOf: EncodeError })
  const builder = new MessageSetBuilder({ magic: 1, compression: defaultCodecs.get('gzip') })
  t.throws(() => builder.build(), { instanceOf: EncodeError, message: /without messages/ })
  builder.append(1, null, null, 5n)
  t.throws(() => builder.append(1, null, null, 5n), { instanceOf: EncodeError, message: /before 6/ })
  for (const timestamp of [0.5, NaN, 2 ** 53, 2n ** 63n]) {
    t.throws(() => builder.append(timestamp, null, null), { instanceOf: EncodeError })
  }
  t.is(builder.count, 1)
})
