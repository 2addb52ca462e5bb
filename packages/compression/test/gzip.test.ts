import { gzipSync } from 'node:zlib'

import { seededRandom } from '@odradek/test-kit'
import test from 'ava'

import type { CompressionCodec } from '../src/compression-codec.ts'
import { gzipCodec as plainCodec } from '../src/gzip.ts'
import { gzipCodec as nodeCodec } from '../src/node/gzip.ts'
import { refuses, same } from './support/refusal.ts'

// What gzip alone has; the rest is in compliance.test.ts.

const twins: [string, CompressionCodec, CompressionCodec][] = [
  ['plain', plainCodec, nodeCodec],
  ['node', nodeCodec, plainCodec],
]

const random = seededRandom(3)
const noise = Uint8Array.from({ length: 100_000 }, () => Math.floor(random() * 256))
const text = new TextEncoder().encode('the same words again and again, '.repeat(5000))

/** The CRC-32 of the header below, its low 16 bits, by zlib. */
const headerCrc = [0x90, 0xc9]

for (const [name, codec, other] of twins) {
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

  test(`${name}: a trailer that promises 4 GiB makes no one allocate them`, (t) => {
    const liar = new Uint8Array(gzipSync(text))
    liar.fill(0xff, -4)
    const before = process.memoryUsage().arrayBuffers
    refuses(t, codec, liar, 'malformed')
    t.true(process.memoryUsage().arrayBuffers - before < 8 << 20)
  })
}
