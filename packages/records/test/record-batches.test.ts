import { DecodeError } from '@odradek/bytes'
import { CompressionCodecs, noneCodec } from '@odradek/compression'
import test from 'ava'

import { RecordBatchBuilder } from '../src/record-batch-builder.ts'
import { readRecords } from '../src/read-records.ts'
import { decodeRecordBatches } from '../src/record-batches.ts'
import type { RecordLimits } from '../src/record-limits.ts'
import {
  describeBatch,
  describeRecord,
  everyGoldenEntry,
  goldenBytes,
  goldenEntries,
  type GoldenEntry,
  withoutControl,
} from './golden-entry.ts'

test('every golden entry, of every magic and every codec, decodes to what Java read, and its CRCs hold', (t) => {
  const tally = new Map<string, number>()
  const count = (what: string, by = 1): unknown => tally.set(what, (tally.get(what) ?? 0) + by)
  for (const entry of goldenEntries('valid', 'truncated', 'tolerated')) {
    const batches = readRecords(goldenBytes(entry))
    const described = []
    for (const batch of batches) {
      batch.ensureValid()
      described.push(describeBatch(batch))
      count(`magic ${batch.magic} ${batch.compressionType}`)
      count('records', batch.count)
    }
    t.deepEqual(described, entry.batches.map(withoutControl), entry.name)
    t.deepEqual(
      [...batches.positions()],
      entry.batches.map(({ position, sizeInBytes, magic }) => ({ position, sizeInBytes, magic })),
    )
    t.is(batches.validBytes, entry.size - entry.trailingBytes, entry.name)
    count('entries')
  }
  t.log([...tally].map(([what, n]) => `${what}: ${n}`).join(', '))
  t.is(tally.get('entries'), 276)
})

/** Reads an entry as a careful consumer does: how many records came before the error, and the error. */
function readAll(bytes: Uint8Array, limits: RecordLimits = {}): { records: unknown[]; error: unknown } {
  const records: unknown[] = []
  try {
    for (const batch of readRecords(bytes)) {
      batch.ensureValid()
      for (const record of batch.records(undefined, limits)) records.push(describeRecord(record))
    }
  } catch (error) {
    return { records, error }
  }
  return { records, error: undefined }
}

/** Why a corrupt entry is refused. Java's stage tells; what the name says is more exact. */
function expectedReasons(entry: GoldenEntry): string[] {
  if (/^v\d-magic-(3|9|127|-1)$/.test(entry.name)) return ['unsupported']
  if (/^v\d-codec-|zstd-not-allowed/.test(entry.name)) return ['unsupported']
  if (/lz4-(dependent-blocks|version)$/.test(entry.name)) return ['unsupported']
  if (/-inner-crc$|lz4-header-checksum$/.test(entry.name)) return ['checksum']
  // A length or magic that leaves less than a header's bytes.
  if (/^v2-length-\d|^v[01]-magic-2$/.test(entry.name)) return ['malformed']
  if (entry.error?.stage === 'ensureValid') return ['checksum']
  return ['malformed', 'truncated']
}

test('every corrupt golden entry is refused with the reason, and no wrong record is read before', (t) => {
  const entries = goldenEntries('corrupt')
  const tally = new Map<string, number>()
  for (const entry of entries) {
    // A length beyond the bytes is what a cut-off response looks like: silently passed over.
    if (entry.name === 'v2-length-2147483647') {
      t.deepEqual(readAll(goldenBytes(entry)), { records: [], error: undefined })
      continue
    }
    const { records, error } = readAll(goldenBytes(entry))
    if (!DecodeError.is(error)) return t.fail(`${entry.name}: ${String(error)}`)
    t.true(expectedReasons(entry).includes(error.reason), `${entry.name}: ${error.reason}, ${error.message}`)
    t.true(error.offset >= 0 && error.offset <= entry.size, `${entry.name}: ${error.message}`)
    t.true(records.length <= Math.max(entry.recordsRead, 6), `${entry.name}: ${records.length} records`)
    const before = entry.batches.flatMap((batch) => batch.records)
    t.deepEqual(records.slice(0, before.length), before.slice(0, records.length))
    const what = `magic ${entry.magic} ${error.reason}`
    tally.set(what, (tally.get(what) ?? 0) + 1)
  }
  t.log(`${entries.length} entries: ${[...tally].map(([what, count]) => `${count} ${what}`).join(', ')}`)
  t.is(entries.length, 136)
})

test('a batch that expands beyond the limit is stopped, and read where the limit allows', (t) => {
  const entries = goldenEntries('bomb')
  for (const entry of entries) {
    const { records, error } = readAll(goldenBytes(entry), { maxDecompressedSize: 4_000_000 })
    t.deepEqual(records, [])
    t.true(DecodeError.is(error) && error.reason === 'too-large', `${entry.name}: ${String(error)}`)
    if (entry.error !== null) continue
    let count = 0
    for (const batch of readRecords(goldenBytes(entry))) batch.forEach(() => count++)
    t.is(count, entry.recordsRead)
  }
  t.log(`${entries.length} entries`)
  t.is(entries.length, 8)
})

test('messages of magic 0 and 1 are refused as unsupported, saying which', (t) => {
  const entries = everyGoldenEntry().filter(({ kind, magic }) => kind === 'valid' && (magic === 0 || magic === 1))
  for (const entry of entries) {
    const error = t.throws(() => [...decodeRecordBatches(goldenBytes(entry))], { instanceOf: DecodeError })
    t.is(error?.reason, 'unsupported')
    t.regex(error!.message, new RegExp(`magic ${entry.magic}`))
  }
  t.true(entries.length > 50)
})

test('a batch in a codec that is not there is refused as unsupported, and its header can still be read', (t) => {
  const none = new CompressionCodecs([noneCodec])
  for (const entry of everyGoldenEntry().filter(
    ({ kind, compression }) => kind === 'valid' && compression !== 'mixed',
  )) {
    for (const batch of readRecords(goldenBytes(entry))) {
      batch.ensureValid()
      t.is(batch.compressionType, entry.compression as never)
      if (entry.compression === 'none') continue
      const error = t.throws(() => batch.records(none), { instanceOf: DecodeError })
      t.is(error?.reason, 'unsupported')
    }
  }
})

test('cut anywhere, bytes give exactly the whole batches', (t) => {
  const first = new RecordBatchBuilder()
  first.append(1, 'k', 'v')
  const second = new RecordBatchBuilder()
  second.append(2, null, 'longer value', [{ key: 'h', value: null }])
  const parts = [first.build(), second.build({ baseOffset: 1n })]
  const whole = new Uint8Array(Buffer.concat(parts))
  for (let length = 0; length <= whole.length; length++) {
    const batches = decodeRecordBatches(whole.subarray(0, length))
    const expected = length === whole.length ? 2 : length >= parts[0]!.length ? 1 : 0
    t.is([...batches].length, expected)
    t.is(batches.validBytes, expected === 2 ? whole.length : expected === 1 ? parts[0]!.length : 0)
  }
})

test('bytes given as a Buffer, or from the middle of one, come out as views that are plain Uint8Arrays', (t) => {
  const builder = new RecordBatchBuilder()
  builder.append(5, 'key', 'value')
  const within = Buffer.concat([Buffer.from('xx'), builder.build(), Buffer.from('y')]).subarray(2)
  const [batch] = decodeRecordBatches(within)
  const [record] = batch!.records()
  t.is(record!.value!.constructor, Uint8Array)
  t.is(record!.value!.buffer, within.buffer)
  t.is(Buffer.from(record!.value!).toString(), 'value')
})
