import test from 'ava'

import type { CompressionCodec } from '../src/compression-codec.ts'
import { zstdCodec as nodeCodec } from '../src/node/zstd.ts'
import { zstdCodec as plainCodec } from '../src/zstd.ts'
import { xxh64Low } from '../src/zstd/xxh64.ts'
import { refuses, same } from './support/refusal.ts'

// What zstd alone has; the rest is in compliance.test.ts.

const text = new TextEncoder().encode('kafka writes zstd with no length of its own, '.repeat(4000))
const stored = new TextEncoder().encode('as it is')

const word = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24]
const bytes = (...parts: (number[] | Uint8Array)[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const MAGIC = [0x28, 0xb5, 0x2f, 0xfd]
/** A block: type 0 as it is, 1 one byte repeated, 2 compressed. */
const block = (type: number, data: number[] | Uint8Array, isLast = true, size = data.length): Uint8Array => {
  const header = (size << 3) | (type << 1) | (isLast ? 1 : 0)
  return bytes([header & 0xff, (header >> 8) & 0xff, header >> 16], data)
}
/** A frame without a content size, with a window of 1 MiB. */
const frame = (...blocks: Uint8Array[]): Uint8Array => bytes(MAGIC, [0, 0x50], ...blocks)
const skippable = bytes([0x53, 0x2a, 0x4d, 0x18], word(5), [1, 2, 3, 4, 5])

const twins: [string, CompressionCodec][] = [
  ['plain', plainCodec],
  ['node', nodeCodec],
]

test('xxHash of 64 bits is as its author gives it, in its low half', (t) => {
  const low = (value: string): number => {
    const ascii = new TextEncoder().encode(value)
    return xxh64Low(ascii, 0, ascii.length)
  }
  t.is(low(''), 0x51d8e999)
  t.is(low('a'), 0xa98c6e5b)
  t.is(low('abc'), 0xad770999)
  t.is(low('Nobody inspects the spammish repetition'), 0x8a378bf1)
})

for (const [name, codec] of twins) {
  const compressed = nodeCodec.compress(text)

  test(`${name}: several frames are read as one, and skippable frames passed over`, (t) => {
    const twice = new Uint8Array(Buffer.concat([text, text]))
    for (const joined of [
      bytes(compressed, compressed),
      bytes(compressed, skippable, compressed),
      bytes(skippable, compressed, compressed, skippable, skippable),
    ]) {
      t.true(same(codec.decompress(joined, twice.length), twice))
      refuses(t, codec, joined, 'too-large', twice.length - 1)
      refuses(t, codec, joined.subarray(0, -1), 'malformed')
    }
    t.is(codec.decompress(skippable, 0).length, 0)
  })

  test(`${name}: bytes after the last frame that begin none are malformed`, (t) => {
    for (const rest of [[0], [0, 0, 0, 0, 0, 0, 0, 0], MAGIC, [1, 2, 3, 4, 5, 6, 7, 8, 9]]) {
      refuses(t, codec, bytes(compressed, rest), 'malformed')
    }
  })

  test(`${name}: each kind of block is read, with the content's length or without`, (t) => {
    t.deepEqual(codec.decompress(frame(block(0, stored)), 8), stored)
    t.deepEqual(codec.decompress(frame(block(0, stored, false), block(1, [7], true, 3)), 11), bytes(stored, [7, 7, 7]))
    t.deepEqual(codec.decompress(frame(block(0, [])), 0), new Uint8Array(0))
    t.deepEqual(codec.decompress(bytes(MAGIC, [0x20, 8], block(0, stored)), 8), stored)
    refuses(t, codec, bytes(MAGIC, [0x20, 9], block(0, stored)), 'malformed')
    refuses(t, codec, bytes(MAGIC, [0x20, 7], block(0, stored)), 'malformed')
  })

  test(`${name}: the content's checksum is verified`, (t) => {
    const checked = (sum: number[]): Uint8Array => bytes(MAGIC, [4, 0x50], block(0, text.subarray(0, 2000)), sum)
    const sum = word(xxh64Low(text, 0, 2000))
    t.is(codec.decompress(checked(sum), 2000).length, 2000)
    refuses(t, codec, checked([sum[0]! ^ 1, ...sum.slice(1)]), 'checksum')
    refuses(t, codec, checked(sum.slice(1)), 'malformed')
  })

  test(`${name}: nothing is allocated for what a header promises`, (t) => {
    const before = process.memoryUsage().arrayBuffers
    // A content of 2^53 bytes; a window of 3.75 TiB; a content of 1 GiB within the limit, of which nothing comes.
    refuses(t, codec, bytes(MAGIC, [0xc0, 0x50], word(0), word(1 << 21), block(0, stored)), 'too-large')
    t.deepEqual(codec.decompress(bytes(MAGIC, [0, 0xff], block(0, stored)), 8), stored)
    refuses(t, codec, bytes(MAGIC, [0x80, 0x50], word(1 << 30), block(0, text.subarray(0, 999))), 'malformed', 2 ** 31)
    t.true(process.memoryUsage().arrayBuffers - before < 16 << 20)
  })

  test(`${name}: what needs a dictionary is not supported, and dictionary 0 is none`, (t) => {
    refuses(t, codec, bytes(MAGIC, [1, 0x50, 9], block(0, stored)), 'unsupported')
    t.deepEqual(codec.decompress(bytes(MAGIC, [1, 0x50, 0], block(0, stored)), 8), stored)
  })

  test(`${name}: what is not zstd is malformed`, (t) => {
    for (const wrong of [
      bytes([0x27, 0xb5, 0x2f, 0xfd, 0, 0x50], block(0, stored)), // another magic number: version 0.7
      bytes(MAGIC, [8, 0x50], block(0, stored)), // a reserved bit
      frame(block(3, stored)), // a type that does not exist
      frame(block(0, stored, false)), // no last block
      frame(block(0, stored, true, 9)), // a block cut off
      frame(block(1, [])), // nothing to repeat
      bytes(MAGIC, [0, 0], block(1, [7], true, 1025)), // larger than its window
      frame(block(1, [7], true, (128 << 10) + 1)), // larger than any block
      frame(block(2, [])), // no literals
      frame(block(2, [0])), // no sequences
      frame(block(2, [0, 0, 0])), // bytes after them
      frame(block(2, [3, 0, 0, 0])), // a Huffman code used again that never was there
      frame(block(2, [0, 1, 0xfc, 1])), // tables used again that never were there
      frame(block(2, [0, 1, 3, 1])), // reserved bits
      frame(block(2, [0, 1, 0x54, 36, 0, 0, 1])), // a literal length code that does not exist
      frame(block(2, [0, 1, 0x54, 0, 0, 0, 0])), // bits without an end mark
      frame(block(2, [0, 1, 0x54, 0, 0, 0, 1])), // a match from before the start
    ]) {
      refuses(t, codec, wrong, 'malformed')
    }
  })

  test(`${name}: sequences of one repeated code are read`, (t) => {
    // One literal "a", then a match of 5 at distance 1: literal length code 1, offset code 2 with bits 00 (4 - 3), match length code 2.
    const sequences = [1, 0x54, 1, 2, 2, 0b100]
    t.deepEqual(codec.decompress(frame(block(2, [0x08, 97, ...sequences])), 6), new Uint8Array(6).fill(97))
  })
}
