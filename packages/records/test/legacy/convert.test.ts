import { DecodeError, EncodeError } from '@odradek/bytes'
import { defaultCodecs, gzipCodec } from '@odradek/compression'
import test from 'ava'
import fc from 'fast-check'

import type { KafkaRecord } from '../../src/kafka-record.ts'
import { downConvertBatch, downConvertRecords } from '../../src/legacy/down-convert.ts'
import type { LegacyMagic } from '../../src/legacy/message-layout.ts'
import { MessageSetBuilder } from '../../src/legacy/message-set-builder.ts'
import { upConvertRecords } from '../../src/legacy/up-convert.ts'
import { type AnyRecordBatch, readRecords } from '../../src/read-records.ts'
import { RecordBatchBuilder, type RecordBatchOptions } from '../../src/record-batch-builder.ts'
import { goldenBytes, goldenEntries } from '../golden-entry.ts'

const types = ['none', 'gzip', 'snappy', 'lz4'] as const

/** What every format carries; magic 0 has no timestamp. */
function contentOf(record: KafkaRecord, magic: number): unknown[] {
  const { offset, exactTimestamp, key, value } = record
  return [offset, magic === 0 ? -1n : exactTimestamp, key, value]
}

function contents(batches: Iterable<AnyRecordBatch>, magic: number): unknown[] {
  const read: unknown[] = []
  for (const batch of batches) {
    batch.ensureValid()
    batch.forEach((record) => read.push(contentOf(record, magic)))
  }
  return read
}

test('every golden batch goes down to magic 1 and 0 with its offsets, timestamps, keys and values, but for control records', (t) => {
  let converted = 0
  for (const entry of goldenEntries('valid').filter(({ size }) => size < 40_000)) {
    const bytes = goldenBytes(entry)
    const batches = [...readRecords(bytes)]
    if (batches.some(({ compressionType }) => compressionType === 'zstd')) {
      const error = t.throws(() => downConvertRecords(bytes, 1), { instanceOf: DecodeError })
      t.is(error?.reason, 'unsupported')
      continue
    }
    for (const magic of [1, 0] as const) {
      const kept = batches.filter(({ isControl }) => !isControl)
      const after = [...readRecords(downConvertRecords(bytes, magic))]
      t.deepEqual(contents(after, magic), contents(kept, magic), `${entry.name} to ${magic}`)
      t.true(after.every((batch) => batch.magic <= magic))
      converted += after.length
    }
  }
  t.log(`${converted} batches written`)
  t.true(converted > 2000)
})

function twoRecords(options: RecordBatchOptions = {}): AnyRecordBatch {
  const builder = new RecordBatchBuilder()
  builder.append(100, 'a', '1', [{ key: 'h', value: null }])
  builder.append(200, 'b', null, undefined, 5)
  const [batch] = readRecords(builder.build({ baseOffset: 1000n, ...options }))
  return batch!
}

test('a batch goes down in one compressed message, with its compression and timestamp type', (t) => {
  for (const type of types.filter((type) => type !== 'none')) {
    const compression = defaultCodecs.get(type)
    const batch = twoRecords({ compression, timestampType: 'LogAppendTime', maxTimestamp: 777 })
    const [message, none] = readRecords(downConvertBatch(batch, 1))
    t.is(none, undefined)
    t.like(message, {
      magic: 1,
      compressionType: type,
      timestampType: 'LogAppendTime',
      maxTimestamp: 777,
      baseOffset: 1000n,
      lastOffset: 1005n,
    })
    t.like([...readRecords(downConvertBatch(message!, 0))][0], {
      magic: 0,
      compressionType: type,
      timestampType: 'NoTimestampType',
      baseOffset: 1000n,
      lastOffset: 1005n,
    })
  }
})

test('records before the offset asked for are left out of uncompressed batches only', (t) => {
  const offsets = (bytes: Uint8Array): bigint[] =>
    [...readRecords(bytes)].flatMap((batch) => Array.from(batch.records(), ({ offset }) => offset))
  t.deepEqual(offsets(downConvertBatch(twoRecords(), 1, { firstOffset: 1001n })), [1005n])
  t.deepEqual(offsets(downConvertBatch(twoRecords(), 1, { firstOffset: 2000n })), [])
  t.deepEqual(offsets(downConvertBatch(twoRecords({ compression: gzipCodec }), 1, { firstOffset: 1001n })), [
    1000n,
    1005n,
  ])
})

test('control batches vanish, what is old enough stays the same bytes, and a batch of no records becomes nothing', (t) => {
  t.is(downConvertBatch(twoRecords({ isControl: true }), 0).length, 0)
  const set = new MessageSetBuilder({ magic: 0 })
  set.append(-1, 'k', 'v')
  const [message] = readRecords(set.build())
  t.is(downConvertBatch(message!, 0), message!.bytes)
  t.is(downConvertBatch(message!, 1), message!.bytes)
  const [empty] = readRecords(new RecordBatchBuilder().build({ lastOffsetDelta: 3, compression: gzipCodec }))
  t.is(downConvertBatch(empty!, 1).length, 0)
})

const sets = fc.array(
  fc.record({
    timestamp: fc.integer({ min: -1, max: 2 ** 40 }),
    key: fc.option(fc.uint8Array({ maxLength: 50 })),
    value: fc.option(fc.uint8Array({ maxLength: 50 })),
    gap: fc.constantFrom(0n, 0n, 7n),
  }),
  { minLength: 1, maxLength: 20 },
)

test('message sets go up and come down again as they were', (t) => {
  fc.assert(
    fc.property(
      sets,
      fc.constantFrom<LegacyMagic>(0, 1),
      fc.constantFrom(...types),
      fc.boolean(),
      (inputs, magic, type, isAppendTime) => {
        const compression = defaultCodecs.get(type)
        const builder = new MessageSetBuilder({
          magic,
          compression,
          baseOffset: 50n,
          ...(isAppendTime && magic === 1 && { timestampType: 'LogAppendTime', logAppendTime: 9 }),
        })
        let offset = 50n
        for (const { timestamp, key, value, gap } of inputs) builder.append(timestamp, key, value, (offset += gap + 1n))
        const bytes = builder.build()
        const before = [...readRecords(bytes)]
        const up = [...readRecords(upConvertRecords(bytes, 2))]
        t.is(up.length, 1)
        t.is(up[0]!.magic, 2)
        t.is(up[0]!.compressionType, type)
        t.deepEqual(contents(up, magic), contents(before, magic))
        const down = downConvertRecords(up[0]!.bytes, magic)
        if (type === 'none') t.deepEqual(down, bytes)
        t.deepEqual(contents(readRecords(down), magic), contents(before, magic))
        const one = [...readRecords(upConvertRecords(bytes, 1))]
        t.true(one.every((batch) => batch.magic === 1))
        t.deepEqual(contents(one, magic), contents(before, magic))
      },
    ),
  )
})

test('messages whose offsets do not rise, as producers send them, become batches of their own, or are renumbered into one', (t) => {
  const one = (value: string): Uint8Array => {
    const builder = new MessageSetBuilder({ magic: 1 })
    builder.append(5, null, value)
    return builder.build()
  }
  const bytes = new Uint8Array(Buffer.concat([one('a'), one('b'), one('c')]))
  t.is([...readRecords(upConvertRecords(bytes, 2))].length, 3)
  const [batch, none] = readRecords(upConvertRecords(bytes, 2, { renumber: true }))
  t.is(none, undefined)
  t.deepEqual(
    Array.from(batch!.records(), ({ offset, value }) => `${offset} ${Buffer.from(value!).toString()}`),
    ['0 a', '1 b', '2 c'],
  )

  // A compressed set of magic 0 with the offset 0 in each message.
  const compression = { ...gzipCodec, compress: () => gzipCodec.compress(bytes) }
  const wrapper = new MessageSetBuilder({ magic: 0, compression })
  wrapper.append(-1, null, null)
  t.throws(() => upConvertRecords(wrapper.build(), 2), { instanceOf: EncodeError, message: /offset delta/ })
  t.is([...readRecords(upConvertRecords(wrapper.build(), 2, { renumber: true }))][0]!.count, 3)
})

test('what cannot be read cannot be converted, and the limit holds', (t) => {
  const bytes = twoRecords({ compression: gzipCodec }).bytes.slice()
  for (const convert of [downConvertRecords, upConvertRecords]) {
    t.throws(() => convert(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 1), { instanceOf: DecodeError })
  }
  const error = t.throws(() => downConvertRecords(bytes, 1, { maxDecompressedSize: 5 }), { instanceOf: DecodeError })
  t.is(error?.reason, 'too-large')
})
