import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

import { DecodeError } from '@odradek/bytes'
import { readGolden } from '@odradek/test-kit'
import test from 'ava'

import type { CompressionCodec } from '../src/compression-codec.ts'
import { compressionTypeOfId } from '../src/compression-type.ts'
import { codecsUnderTest } from './support/codecs-under-test.ts'
import { type CompressedPayload, compressedPayloads, valuesIn } from './support/compressed-payloads.ts'
import { refuses, same } from './support/refusal.ts'

// Every codec and twin on the payloads that Kafka's Java classes, librdkafka and real brokers of each version wrote.

type GoldenValue = string | { length: number; sha256: string } | null

interface Entry {
  name: string
  kind: string
  base64: string
  compression: string
  decompressedBytes?: number
  batches: { magic: number; compression: string; records: { value: GoldenValue }[] }[]
}

const LIMIT = 1 << 24
const segments = new URL('../../../fixtures/segments/', import.meta.url)

function codecsOf(typeId: number): { name: string; codec: CompressionCodec }[] {
  const type = compressionTypeOfId(typeId)
  return codecsUnderTest.filter(({ codec }) => codec.type === type)
}

function isValue(actual: Uint8Array | null | undefined, golden: GoldenValue): boolean {
  if (golden === null || actual === null || actual === undefined) return actual === golden
  if (typeof golden === 'string') return Buffer.from(actual).toString('base64') === golden
  return actual.length === golden.length && createHash('sha256').update(actual).digest('hex') === golden.sha256
}

/** The values that every codec of the payload's type reads from it: all the same. */
function valuesOf(payload: CompressedPayload): (Uint8Array | null)[] {
  const expanded = codecsOf(payload.typeId).map(({ codec }) => codec.decompress(payload.bytes, LIMIT))
  if (!expanded.every((bytes) => same(bytes, expanded[0]!))) throw new Error('the codecs do not agree')
  return valuesIn(payload.magic, expanded[0]!)
}

for (const file of ['records/records.jsonl', 'records/records-large.jsonl']) {
  test(`every compressed batch of ${file} expands to the values that Java read`, (t) => {
    const counts: Record<string, number> = {}
    for (const { name, kind, base64, batches } of readGolden<Entry>(file)) {
      if (kind !== 'valid') continue
      const compressed = batches.filter(({ compression }) => compression.toLowerCase() !== 'none')
      const payloads = compressedPayloads(new Uint8Array(Buffer.from(base64, 'base64')))
      t.is(payloads.length, compressed.length, name)
      payloads.forEach((payload, i) => {
        const values = valuesOf(payload)
        const { records } = compressed[i]!
        t.is(values.length, records.length, name)
        t.true(
          records.every(({ value }, j) => isValue(values[j], value)),
          name,
        )
        const key = `${compressionTypeOfId(payload.typeId)}, magic ${payload.magic}`
        counts[key] = (counts[key] ?? 0) + 1
      })
    }
    t.log(JSON.stringify(counts))
    t.is(Object.keys(counts).length, 10)
  })
}

test('every segment that a broker wrote expands to the values that librdkafka read', (t) => {
  let count = 0
  for (const file of readdirSync(segments).filter((name) => name.endsWith('.log') && !name.includes('-none'))) {
    const payloads = compressedPayloads(new Uint8Array(readFileSync(new URL(file, segments))))
    t.true(payloads.length > 0, file)
    const actual = payloads
      .flatMap((payload) => valuesOf(payload))
      .map((value) => value && Buffer.from(value).toString())
    const lines = readFileSync(new URL(file.replace('.log', '.jsonl'), segments), 'utf8')
      .trim()
      .split('\n')
    const expected = lines.map((line) => (JSON.parse(line) as { payload: string | null }).payload)
    // The last record, by itself, did not get smaller and is stored uncompressed.
    t.true(actual.length >= 40, file)
    t.deepEqual(actual, expected.slice(0, actual.length), file)
    count += payloads.length
  }
  t.log(`${count} batches`)
  t.true(count > 50)
})

test('damaged payloads that Java cannot expand are refused, those that it reads are read', (t) => {
  let refused = 0
  let read = 0
  for (const { name, base64 } of readGolden<Entry>('records/records-corrupt.jsonl')) {
    const spoilt = /-(garbage|empty-section|cut|header-checksum|dependent-blocks|version)$/.test(name)
    const tolerated = /-(snappy|zstd)-damaged$/.test(name)
    if (!name.startsWith('v2-') || (!spoilt && !tolerated)) continue
    for (const payload of compressedPayloads(new Uint8Array(Buffer.from(base64, 'base64')))) {
      if (payload.typeId > 4) continue
      for (const { codec } of codecsOf(payload.typeId)) {
        if (spoilt) t.throws(() => codec.decompress(payload.bytes, LIMIT), { instanceOf: DecodeError }, name)
        else t.true(codec.decompress(payload.bytes, LIMIT).length > 0, name)
      }
      if (spoilt) refused++
      else read++
    }
  }
  t.true(refused >= 12 && read === 2, `${refused} refused, ${read} read`)
})

test('the bombs of the corpus are stopped at a limit below what they expand to', (t) => {
  let count = 0
  for (const { kind, base64, decompressedBytes } of readGolden<Entry>('records/records-corrupt.jsonl')) {
    if (kind !== 'bomb') continue
    for (const payload of compressedPayloads(new Uint8Array(Buffer.from(base64, 'base64')))) {
      for (const { codec } of codecsOf(payload.typeId))
        refuses(t, codec, payload.bytes, 'too-large', decompressedBytes! - 1)
      count++
    }
  }
  t.true(count >= 4, String(count))
})
