import test from 'ava'

import { snappyCodec, snappyRawCodec } from '../src/snappy.ts'
import { refuses, same } from './support/refusal.ts'

// What snappy alone has; the rest is in compliance.test.ts.

const HEADER = [0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1]
const text = new TextEncoder().encode('kafka writes snappy in two ways, '.repeat(4000))

const bytes = (...parts: (number | number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part])))
const framed = (block: Uint8Array): Uint8Array =>
  bytes(block.length >>> 24, block.length >>> 16, block.length >>> 8, block.length, block)
const read = (compressed: Uint8Array): string => new TextDecoder().decode(snappyCodec.decompress(compressed, 1 << 20))

test('it is framed as by SnappyOutputStream: a header, then blocks of 32 KiB with their lengths', (t) => {
  const compressed = snappyCodec.compress(text)
  t.deepEqual([...compressed.subarray(0, 16)], HEADER)
  const view = new DataView(compressed.buffer, compressed.byteOffset, compressed.byteLength)
  const sizes: number[] = []
  for (let at = 16; at < compressed.length; at += 4 + view.getInt32(at)) {
    const block = compressed.subarray(at + 4, at + 4 + view.getInt32(at))
    sizes.push(snappyRawCodec.decompress(block, 1 << 20).length)
  }
  t.deepEqual(sizes, [32_768, 32_768, 32_768, 32_768, text.length - 4 * 32_768])
})

test('without the framing it is one raw block, however long', (t) => {
  const compressed = snappyRawCodec.compress(text)
  t.true(compressed[0] === ((text.length & 0x7f) | 0x80))
  t.true(same(snappyCodec.decompress(compressed, text.length), text))
})

test('framings of blocks of any length are read, also where streams were joined', (t) => {
  const blocks: Uint8Array[] = []
  for (let at = 0; at < text.length; at += 1000)
    blocks.push(framed(snappyRawCodec.compress(text.subarray(at, at + 1000))))
  const compressed = bytes(HEADER, ...blocks)
  t.true(same(snappyCodec.decompress(compressed, text.length), text))
  t.true(
    same(
      snappyCodec.decompress(bytes(compressed, compressed), 2 * text.length),
      new Uint8Array(Buffer.concat([text, text])),
    ),
  )
  refuses(t, snappyCodec, bytes(compressed, compressed), 'too-large', 2 * text.length - 1)
  t.is(snappyCodec.decompress(bytes(HEADER), 10).length, 0)
})

test('every kind of element is read', (t) => {
  t.is(read(bytes(5, 4 << 2, 104, 101, 108, 108, 111)), 'hello')
  // A literal whose length takes one, two, three and four bytes more.
  for (const more of [1, 2, 3, 4]) {
    t.is(read(bytes(3, (59 + more) << 2, 2, new Array(more - 1).fill(0), 97, 98, 99)), 'abc')
  }
  // Copies with an offset of one (11 bits), two and four bytes, the last over itself.
  t.is(read(bytes(8, 3 << 2, 97, 98, 99, 100, 1, 4)), 'abcdabcd')
  t.is(read(bytes(8, 3 << 2, 97, 98, 99, 100, (3 << 2) | 2, 4, 0)), 'abcdabcd')
  t.is(read(bytes(12, 3 << 2, 97, 98, 99, 100, (7 << 2) | 3, 2, 0, 0, 0)), 'abcdcdcdcdcd')
})

test('what is not snappy is malformed, whatever it promises', (t) => {
  for (const wrong of [
    bytes(0x80), // a length that does not end
    bytes(0xff, 0xff, 0xff, 0xff, 0xff, 1, 0),
    bytes(0xff, 0xff, 0xff, 0xff, 0x0f, 0), // 4 GiB from one byte
    bytes(5, 4 << 2, 104, 101), // a literal cut off
    bytes(5, 61 << 2, 4), // its length cut off
    bytes(4, 0, 97), // shorter than it says
    bytes(1, 1 << 2, 97, 98), // longer
    bytes(5, 0, 97, 1, 2), // a copy from before the start
    bytes(5, 0, 97, 1, 0), // from nowhere
    bytes(5, 0, 97, (3 << 2) | 2, 1), // cut off
    bytes(3, 0, 97, 1, 1), // too long a copy
    bytes(HEADER.slice(0, 12)), // the header cut off
    bytes(HEADER.slice(0, 15), 2), // a later version of the framing
    bytes(HEADER, 0, 0, 1), // a block's length cut off
    bytes(HEADER, 0, 0, 0, 9, 1, 0, 97), // a block cut off
    bytes(HEADER, 0xff, 0xff, 0xff, 0xf0, 1, 0, 97), // a negative length
    bytes(HEADER, 0, 0, 0, 0), // an empty block
  ]) {
    refuses(t, snappyCodec, wrong, 'malformed')
  }
})
