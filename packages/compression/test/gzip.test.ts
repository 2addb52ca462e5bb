import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

import { DecodeError, EncodeError } from '@odradek/bytes'
import { readGolden, seededRandom } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'
import fc from 'fast-check'

import type { CompressionCodec } from '../src/compression-codec.ts'
import { gzipCodec as plainCodec } from '../src/gzip.ts'
import { gzipCodec as nodeCodec } from '../src/node/gzip.ts'

// One compliance suite for both twins, each of which must also read what the other writes.

const twins: [string, CompressionCodec, CompressionCodec][] = [
  ['plain', plainCodec, nodeCodec],
  ['node', nodeCodec, plainCodec],
]

const random = seededRandom(3)
const noise = Uint8Array.from({ length: 100_000 }, () => Math.floor(random() * 256))
const text = new TextEncoder().encode('the same words again and again, '.repeat(5000))
const long = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) >> 7)
const samples = [new Uint8Array(0), Uint8Array.of(7), noise, text, long]

/** The CRC-32 of the header below, its low 16 bits, by zlib. */
const headerCrc = [0x90, 0xc9]

/** Whether two pieces hold the same bytes: for large ones much faster than deepEqual. */
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

function refuses(
  t: ExecutionContext,
  codec: CompressionCodec,
  bytes: Uint8Array,
  reason: string,
  maxSize = 1 << 20,
): void {
  const error = t.throws(() => codec.decompress(bytes, maxSize), { instanceOf: DecodeError })
  t.is(error?.reason, reason as never, error?.message)
}

for (const [name, codec, other] of twins) {
  test(`${name}: every level round-trips, through this codec and the other`, (t) => {
    for (const sample of samples) {
      for (const level of [undefined, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
        const compressed = codec.compress(sample, level)
        for (const reader of [codec, other]) t.true(same(reader.decompress(compressed, sample.length), sample))
      }
    }
  })

  test(`${name}: random bytes of any kind round-trip`, (t) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000, max: 5 }), fc.uint8Array({ maxLength: 300 }), (low, any) => {
        const bytes = new Uint8Array([...low, ...any, ...low])
        t.deepEqual(other.decompress(codec.compress(bytes), 10_000), bytes)
        t.deepEqual(codec.decompress(codec.compress(bytes), 10_000), bytes)
      }),
    )
  })

  test(`${name}: gives plain Uint8Arrays, and writes the same bytes each time`, (t) => {
    t.is(codec.compress(text).constructor, Uint8Array)
    t.is(codec.decompress(Buffer.from(codec.compress(text)), text.length).constructor, Uint8Array)
    t.true(same(codec.compress(text), codec.compress(text)))
  })

  test(`${name}: levels that gzip does not have are refused`, (t) => {
    for (const level of [0, 10, -2, 1.5, NaN]) t.throws(() => codec.compress(text, level), { instanceOf: EncodeError })
  })

  test(`${name}: the limit is exact`, (t) => {
    for (const sample of samples.slice(1)) {
      const compressed = codec.compress(sample)
      t.is(codec.decompress(compressed, sample.length).length, sample.length)
      for (const limit of [0, 1, sample.length >> 1, sample.length - 1]) {
        if (limit < sample.length) refuses(t, codec, compressed, 'too-large', limit)
      }
    }
    t.is(codec.decompress(codec.compress(new Uint8Array(0)), 0).length, 0)
  })

  test(`${name}: a bomb is stopped without taking more memory than the limit calls for`, (t) => {
    const bomb = gzipSync(new Uint8Array(64 << 20))
    const before = process.memoryUsage().arrayBuffers
    refuses(t, codec, bomb, 'too-large', 1 << 20)
    t.true(process.memoryUsage().arrayBuffers - before < 8 << 20)
    // A trailer that promises 4 GiB makes no one allocate them.
    const liar = new Uint8Array(gzipSync(text))
    liar.fill(0xff, -4)
    refuses(t, codec, liar, 'malformed')
  })

  test(`${name}: several members are read as one, and bytes after them passed over`, (t) => {
    const [one, two] = [codec.compress(text), other.compress(noise)]
    const expected = new Uint8Array(Buffer.concat([text, noise, text]))
    for (const rest of [[], [0], [0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 3], [0x1f], [0x1f, 0x8c, 8]]) {
      const bytes = new Uint8Array(Buffer.concat([one, two, one, Uint8Array.from(rest)]))
      t.true(same(codec.decompress(bytes, expected.length), expected))
      refuses(t, codec, bytes, 'too-large', expected.length - 1)
    }
  })

  test(`${name}: header fields are passed over, and the header's checksum holds or is refused`, (t) => {
    const body = gzipSync(text).subarray(10)
    const extra = [5, 0, 1, 0, 3, 4, 5]
    const name = [...Buffer.from('name.txt\0')]
    const comment = [...Buffer.from('a comment\0')]
    for (const [flags, fields] of [
      [0x01, []],
      [0x04, extra],
      [0x08, name],
      [0x10, comment],
      [0x1c, [...extra, ...name, ...comment]],
    ] as [number, number[]][]) {
      const header = [0x1f, 0x8b, 8, flags, 1, 2, 3, 4, 0, 255, ...fields]
      t.true(same(codec.decompress(Uint8Array.from([...header, ...body]), text.length), text))
      refuses(t, codec, Uint8Array.from(header), 'malformed')
      for (let length = 10; length < header.length; length++) {
        refuses(t, codec, Uint8Array.from(header.slice(0, length)), 'malformed')
      }
    }
    refuses(t, codec, Uint8Array.from([0x1f, 0x8b, 8, 0x02, 0, 0, 0, 0, 0, 255, 9, 9, ...body]), 'malformed')
    t.deepEqual(
      codec.decompress(Uint8Array.from([0x1f, 0x8b, 8, 0x02, 0, 0, 0, 0, 0, 255, ...headerCrc, ...body]), text.length),
      text,
    )
  })

  test(`${name}: cut anywhere, it is malformed`, (t) => {
    for (const sample of [text.subarray(0, 500), noise.subarray(0, 300), new Uint8Array(0)]) {
      const compressed = codec.compress(sample)
      for (let length = 0; length < compressed.length; length++)
        refuses(t, codec, compressed.subarray(0, length), 'malformed')
    }
  })

  test(`${name}: whatever bit is damaged, it is refused or means the same`, (t) => {
    const original = text.subarray(0, 3000)
    const compressed = codec.compress(original)
    let refused = 0
    for (let at = 0; at < compressed.length * 8; at++) {
      const damaged = compressed.slice()
      damaged[at >> 3]! ^= 1 << (at & 7)
      // A bit may be idle (the header's time, the last byte's padding), or a repeat may be found at another distance.
      try {
        t.true(same(codec.decompress(damaged, 3000), original))
      } catch (error) {
        t.true(DecodeError.is(error), String(error))
        refused++
      }
    }
    t.true(refused > compressed.length * 4, `${refused} of ${compressed.length * 8}`)
  })

  test(`${name}: random bytes never do anything but throw DecodeError`, (t) => {
    for (let run = 0; run < 3000; run++) {
      const bytes = Uint8Array.from({ length: 200 }, () => Math.floor(random() * 256))
      bytes.set([0x1f, 0x8b, 8, 0])
      t.throws(() => codec.decompress(bytes, 10_000), { instanceOf: DecodeError })
    }
  })
}

interface Entry {
  name: string
  kind: string
  magic: number | null
  compression: string
  base64: string
  batches: { records: { value: string | { length: number; sha256: string } | null }[] }[]
}

test('both twins expand every golden gzip batch to the same bytes', (t) => {
  let count = 0
  for (const file of ['records/records.jsonl', 'records/records-large.jsonl']) {
    for (const { kind, magic, compression, base64 } of readGolden<Entry>(file)) {
      if (kind !== 'valid' || magic !== 2 || compression !== 'gzip') continue
      const section = new Uint8Array(Buffer.from(base64, 'base64').subarray(61))
      const digests = [plainCodec, nodeCodec].map((codec) =>
        createHash('sha256')
          .update(codec.decompress(section, 1 << 24))
          .digest('hex'),
      )
      t.is(digests[0], digests[1])
      count++
    }
  }
  t.log(`${count} batches`)
  t.true(count > 20)
})
