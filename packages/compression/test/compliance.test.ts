import { DecodeError, EncodeError } from '@odradek/bytes'
import { seededRandom } from '@odradek/test-kit'
import test from 'ava'
import fc from 'fast-check'

import { zstdCodec as readOnlyZstd } from '../src/zstd.ts'
import { codecsUnderTest, foreignWriters } from './support/codecs-under-test.ts'
import { refuses, same } from './support/refusal.ts'

// One suite for every codec and twin. What only one format has is tested beside it.

const random = seededRandom(3)
const noise = Uint8Array.from({ length: 100_000 }, () => Math.floor(random() * 256))
const text = new TextEncoder().encode('the same words again and again, '.repeat(5000))
const mixed = Uint8Array.from({ length: 1 << 20 }, (_, i) => (i % 1000 < 900 ? (i * i) >> 9 : noise[i % noise.length]!))
const samples = [new Uint8Array(0), Uint8Array.of(7), noise, text, mixed]

for (const { name, codec, others, levels, badLevels, readElsewhere, isChecked } of codecsUnderTest) {
  test(`${name}: what it writes is read by itself, its twins and another program`, (t) => {
    for (const sample of samples) {
      const compressed = codec.compress(sample)
      for (const reader of [codec, ...others]) t.true(same(reader.decompress(compressed, sample.length), sample))
      if (sample.length > 0) t.true(same(readElsewhere(compressed), sample))
    }
  })

  test(`${name}: every level round-trips`, (t) => {
    const sample = new Uint8Array(
      Buffer.concat([text.subarray(0, 20_000), noise.subarray(0, 5000), mixed.subarray(0, 90_000)]),
    )
    for (const level of levels) {
      const compressed = codec.compress(sample, level)
      for (const reader of [codec, ...others]) t.true(same(reader.decompress(compressed, sample.length), sample))
      t.true(same(readElsewhere(compressed), sample), `level ${level}`)
    }
    for (const level of badLevels) t.throws(() => codec.compress(sample, level), { instanceOf: EncodeError })
  })

  test(`${name}: bytes of any kind round-trip`, (t) => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3000, max: 5 }),
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...levels),
        (low, any, level) => {
          const bytes = new Uint8Array([...low, ...any, ...low])
          const compressed = codec.compress(bytes, level)
          for (const reader of [codec, ...others]) t.true(same(reader.decompress(compressed, bytes.length), bytes))
        },
      ),
    )
  })

  test(`${name}: views into a larger buffer are compressed and decompressed alike`, (t) => {
    const inside = new Uint8Array(Buffer.concat([noise.subarray(0, 77), text.subarray(0, 5000), noise.subarray(0, 9)]))
    const view = inside.subarray(77, 5077)
    const compressed = codec.compress(view)
    const around = new Uint8Array(compressed.length + 50).fill(0xff)
    around.set(compressed, 13)
    t.true(same(codec.decompress(around.subarray(13, 13 + compressed.length), 5000), view))
  })

  test(`${name}: gives plain Uint8Arrays, and writes the same bytes each time`, (t) => {
    t.is(codec.compress(text).constructor, Uint8Array)
    t.is(codec.decompress(Buffer.from(codec.compress(text)), text.length).constructor, Uint8Array)
    t.true(same(codec.compress(text), codec.compress(text)))
  })

  test(`${name}: what compresses gets small, and what does not grows little`, (t) => {
    t.true(codec.compress(text).length < text.length / 15)
    t.true(codec.compress(noise).length < noise.length * 1.01)
  })

  test(`${name}: the limit is exact`, (t) => {
    for (const sample of samples.slice(1)) {
      const compressed = codec.compress(sample)
      t.is(codec.decompress(compressed, sample.length).length, sample.length)
      for (const limit of new Set([0, 1, sample.length >> 1, sample.length - 1])) {
        if (limit < sample.length) refuses(t, codec, compressed, 'too-large', limit)
      }
    }
    t.is(codec.decompress(codec.compress(new Uint8Array(0)), 0).length, 0)
  })

  test(`${name}: a bomb is stopped without taking more memory than the limit calls for`, (t) => {
    const bomb = codec.compress(new Uint8Array(64 << 20))
    t.true(bomb.length < 4 << 20)
    const before = process.memoryUsage().arrayBuffers
    refuses(t, codec, bomb, 'too-large', 1 << 20)
    t.true(process.memoryUsage().arrayBuffers - before < 8 << 20)
  })

  test(`${name}: no bytes at all are malformed`, (t) => {
    refuses(t, codec, new Uint8Array(0), 'malformed')
  })

  test(`${name}: cut anywhere, it is malformed or the beginning of what it was`, (t) => {
    for (const sample of [text.subarray(0, 500), noise.subarray(0, 300), mixed.subarray(0, 70_000)]) {
      const compressed = codec.compress(sample)
      const step = compressed.length > 3000 ? 211 : 1
      for (let length = 0; length < compressed.length; length += step) {
        const cut = compressed.subarray(0, length)
        try {
          // Snappy's framing has no end mark: cut between two of its blocks, what is left is whole.
          const read = codec.decompress(cut, sample.length)
          t.true(name === 'snappy, framed' && length >= 16 && read.length % 32_768 === 0 && length < compressed.length)
          t.true(same(read, sample.subarray(0, read.length)))
        } catch (error) {
          t.true(DecodeError.is(error) && error.reason === 'malformed', `${length}: ${error}`)
        }
      }
    }
  })

  test(`${name}: whatever bit is damaged, it gives no more than it may and throws nothing but DecodeError`, (t) => {
    const original = new Uint8Array(
      Buffer.concat([text.subarray(0, 1500), noise.subarray(0, 300), text.subarray(7, 900)]),
    )
    const compressed = codec.compress(original)
    let refused = 0
    for (let at = 0; at < compressed.length * 8; at++) {
      const damaged = compressed.slice()
      damaged[at >> 3]! ^= 1 << (at & 7)
      try {
        const read = codec.decompress(damaged, original.length)
        t.true(read.length <= original.length)
        // A bit may be idle (gzip's time, the last byte's padding), or a repeat may be found at another distance.
        if (isChecked) t.true(same(read, original))
      } catch (error) {
        t.true(DecodeError.is(error), String(error))
        refused++
      }
    }
    t.true(refused > compressed.length / 4, `${refused} of ${compressed.length * 8}`)
  })

  test(`${name}: a fuzz of its own output and of random bytes never does anything but throw DecodeError`, (t) => {
    const seeds = [text.subarray(0, 2000), mixed.subarray(0, 3000), noise.subarray(0, 400)].map((seed) =>
      codec.compress(seed),
    )
    let refused = 0
    for (let run = 0; run < 3000; run++) {
      const seed = seeds[run % seeds.length]!
      const bytes = run % 4 === 0 ? noise.slice(run, run + 200) : seed.slice(0, 20 + Math.floor(random() * seed.length))
      if (run % 4 === 0) bytes.set(seed.subarray(0, run % 24))
      for (let i = 0; i < run % 7; i++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
      try {
        t.true(codec.decompress(bytes, 10_000).length <= 10_000)
      } catch (error) {
        t.true(DecodeError.is(error), String(error))
        refused++
      }
    }
    t.true(refused > 1000, `${refused}`)
  })
}

for (const { name, reader, compress } of foreignWriters) {
  test(`what ${name} writes is read`, (t) => {
    for (const sample of samples) t.true(same(reader.decompress(compress(sample), sample.length), sample))
  })
}

test('where zstd cannot be written, the error says how to add a compressor', (t) => {
  t.throws(() => readOnlyZstd.compress(text), { instanceOf: EncodeError, message: /zstdCodecOf/ })
})
