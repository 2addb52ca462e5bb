// What the encoders write, read back: every codec that is there, sizes around the limits of its blocks, text that UTF-8 finds hard.
import { ByteReader, ByteWriter, DecodeError } from '@odradek/bytes'
import type { CompressionCodec, CompressionCodecs } from '@odradek/compression'
import { decodeRecordBatches, RecordBatchBuilder } from '@odradek/records'

import { differences } from '../../packages/odradek/src/fixtures-check/difference.ts'
import { addFailure, addResult, type VectorTotals } from './corpus.ts'

const SIZES = [0, 1, 2, 63, 64, 1023, 1024, 32_767, 32_768, 65_535, 65_536, 65_537, 300_000]
const TEXTS = ['', 'spool', '\0', '\u00e9\u00df\u20ac', '\ufeffbom', '\u{1f9f5}\u{1f578}', 'x'.repeat(5000) + '\u2028']

/** Round trips of codecs, batches and text; and that a cut or damaged batch is refused with DecodeError, nothing else. */
export function checkRoundTrips(codecs: CompressionCodecs, totals: VectorTotals): void {
  for (const type of codecs.types) {
    const codec = codecs.get(type)
    for (const size of SIZES) {
      run(totals, `${type} of ${size} noisy bytes`, () => codecDifferences(codec, noise(size)))
      run(totals, `${type} of ${size} even bytes`, () => codecDifferences(codec, evenBytes(size)))
    }
    run(totals, `a batch in ${type}`, () => batchDifferences(codec))
    run(totals, `a damaged batch in ${type}`, () => damageDifferences(codec))
  }
  for (const text of TEXTS) run(totals, `text of ${text.length}`, () => textDifferences(text))
}

function run(totals: VectorTotals, what: string, differ: () => string[]): void {
  try {
    addResult(totals, what, differ())
  } catch (error) {
    addFailure(totals, `${what}: ${String(error)}`)
  }
}

function codecDifferences(codec: CompressionCodec, bytes: Uint8Array): string[] {
  const back = codec.decompress(codec.compress(bytes), bytes.length)
  return differences(Array.from(bytes), Array.from(back))
}

function batchDifferences(codec: CompressionCodec): string[] {
  const expected: unknown[] = []
  const builder = new RecordBatchBuilder()
  for (const [index, text] of TEXTS.entries()) {
    const headers = [
      { key: text.slice(0, 20), value: null },
      { key: 'again', value: Uint8Array.of(index) },
      { key: 'again', value: new Uint8Array() },
    ]
    builder.append(1_700_000_000_000 + index * 3_000_000_000, text, index === 2 ? null : text, headers)
    expected.push([text, index === 2 ? null : text, headers.map(({ key, value }) => [key, value && [...value]])])
  }
  const bytes = builder.build({
    compression: codec,
    producerId: 7n,
    producerEpoch: 1,
    baseSequence: 0,
  })
  const read = [...decodeRecordBatches(bytes)].flatMap((batch) => {
    batch.ensureValid()
    return [...batch.records()].map(({ key, value, headers }) => [
      textOf(key),
      textOf(value),
      headers.map((header) => [header.key, header.value && [...header.value]]),
    ])
  })
  return differences(expected, read)
}

/** Each byte of a small batch is changed in turn: its CRC has to notice, or the length before it. */
function damageDifferences(codec: CompressionCodec): string[] {
  const builder = new RecordBatchBuilder()
  for (let i = 0; i < 4; i++) builder.append(i, `key ${i}`, 'value value value')
  const bytes = builder.build({ compression: codec })
  const CRC_FROM = 17
  const found: string[] = []
  for (let at = CRC_FROM; at < bytes.length; at++) {
    const damaged = bytes.slice()
    damaged[at]! ^= 0x41
    try {
      for (const batch of decodeRecordBatches(damaged)) batch.ensureValid()
      found.push(`byte ${at} was changed and nobody noticed`)
    } catch (error) {
      if (!DecodeError.is(error)) throw error
    }
  }
  return found
}

function textDifferences(text: string): string[] {
  const writer = new ByteWriter()
  writer.writeUtf8(text)
  const bytes = writer.bytes()
  const found = differences(Array.from(new TextEncoder().encode(text)), Array.from(bytes))
  return [...found, ...differences(text, new ByteReader(bytes).readUtf8(bytes.length))]
}

function textOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** Bytes that no codec makes smaller, the same in every runtime (xorshift). */
function noise(length: number): Uint8Array {
  let state = 0x9e3779b9
  return Uint8Array.from({ length }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 0xff
  })
}

function evenBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i % 1000) >> 4)
}
