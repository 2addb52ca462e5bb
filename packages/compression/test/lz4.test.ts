import test from 'ava'

import { xxh32 } from '../src/lz4/xxh32.ts'
import { lz4Codec, lz4LegacyCodec } from '../src/lz4.ts'
import { refuses, same } from './support/refusal.ts'

// What lz4 alone has; the rest is in compliance.test.ts.

const text = new TextEncoder().encode('kafka writes frames of lz4 in two ways, '.repeat(4000))
const stored = new TextEncoder().encode('as it is')

const word = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24]
const bytes = (...parts: (number[] | Uint8Array)[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

interface FrameParts {
  flags?: number
  blockDescriptor?: number
  contentSize?: number[]
  blocks: (number[] | Uint8Array)[]
  rest?: number[]
}

/** A frame with a right header checksum around blocks as they are given. */
function frame({ flags = 0x60, blockDescriptor = 0x40, contentSize = [], blocks, rest = [] }: FrameParts): Uint8Array {
  const descriptor = [flags, blockDescriptor, ...contentSize]
  const checksum = (xxh32(Uint8Array.from(descriptor)) >>> 8) & 0xff
  return bytes([4, 0x22, 0x4d, 0x18], descriptor, [checksum], ...blocks, word(0), rest)
}
const storedBlock = [...word((stored.length | 0x80000000) >>> 0), ...stored]

test('xxHash of 32 bits is as its author gives it', (t) => {
  const ascii = (value: string): Uint8Array => new TextEncoder().encode(value)
  t.is(xxh32(ascii('')), 0x02cc5d05)
  t.is(xxh32(ascii('a')), 0x550d7456)
  t.is(xxh32(ascii('abc')), 0x32d153ff)
  t.is(xxh32(ascii('Nobody inspects the spammish repetition')), 0xe2293b2f)
  t.is(xxh32(ascii('-Nobody inspects the spammish repetition'), 1), 0xe2293b2f)
})

test('a frame is as Kafka writes it: independent blocks of 64 KiB, an end mark, no checksum but the header’s', (t) => {
  const compressed = lz4Codec.compress(text)
  t.deepEqual([...compressed.subarray(0, 7)], [4, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82])
  t.deepEqual([...compressed.subarray(-4)], [0, 0, 0, 0])
  const view = new DataView(compressed.buffer, compressed.byteOffset, compressed.byteLength)
  let blocks = 0
  let at = 7
  for (; view.getUint32(at, true) !== 0; at += 4 + view.getUint32(at, true)) blocks++
  t.is(blocks, 3)
  t.is(at + 4, compressed.length)
})

test('the header checksum of messages of magic 0 is computed from the magic number on, and either is read', (t) => {
  const right = lz4Codec.compress(text)
  const legacy = lz4LegacyCodec.compress(text)
  t.is(legacy[6], (xxh32(Uint8Array.of(4, 0x22, 0x4d, 0x18, 0x60, 0x40)) >>> 8) & 0xff)
  t.not(right[6], legacy[6])
  t.true(same(right.subarray(7), legacy.subarray(7)))
  for (const codec of [lz4Codec, lz4LegacyCodec]) {
    for (const compressed of [right, legacy]) t.true(same(codec.decompress(compressed, text.length), text))
    for (let checksum = 0; checksum < 256; checksum++) {
      if (checksum === right[6] || checksum === legacy[6]) continue
      const wrong = right.slice()
      wrong[6] = checksum
      refuses(t, codec, wrong, 'checksum')
    }
  }
})

test('stored blocks are read, and written where nothing compresses', (t) => {
  t.deepEqual(lz4Codec.decompress(frame({ blocks: [storedBlock] }), 8), stored)
  t.deepEqual(lz4Codec.compress(stored), frame({ blocks: [storedBlock] }))
})

test('checksums of blocks and of the content are verified, and the content’s length', (t) => {
  const sum = word(xxh32(stored))
  const size = [...word(stored.length), ...word(0)]
  const whole: FrameParts = { flags: 0x7c, contentSize: size, blocks: [storedBlock, sum], rest: sum }
  t.deepEqual(lz4Codec.decompress(frame(whole), 100), stored)
  const wrong = [sum[0]! ^ 1, ...sum.slice(1)]
  refuses(t, lz4Codec, frame({ ...whole, blocks: [storedBlock, wrong] }), 'checksum')
  refuses(t, lz4Codec, frame({ ...whole, rest: wrong }), 'checksum')
  refuses(t, lz4Codec, frame({ ...whole, rest: sum.slice(1) }), 'malformed')
  refuses(t, lz4Codec, frame({ ...whole, contentSize: [...word(stored.length + 1), ...word(0)] }), 'malformed')
  refuses(t, lz4Codec, frame({ ...whole, contentSize: [...word(8), ...word(1)] }), 'malformed')
})

test('blocks of up to 4 MiB are read, and none larger than the frame allows', (t) => {
  const large = new Uint8Array(300_000).fill(5)
  const block = [...word((large.length | 0x80000000) >>> 0), ...large]
  for (const blockDescriptor of [0x60, 0x70]) {
    t.true(same(lz4Codec.decompress(frame({ blockDescriptor, blocks: [block] }), 300_000), large))
  }
  for (const blockDescriptor of [0x40, 0x50])
    refuses(t, lz4Codec, frame({ blockDescriptor, blocks: [block] }), 'malformed')
  // 70,000 times the same byte, in a block of 64 KiB at most.
  const match = [0x1f, 5, 1, 0, ...new Array(274).fill(255), 125, 0]
  refuses(t, lz4Codec, frame({ blocks: [word(match.length), match] }), 'malformed')
  t.is(
    lz4Codec.decompress(frame({ blockDescriptor: 0x50, blocks: [word(match.length), match] }), 1 << 20).length,
    70_015,
  )
})

test('blocks that depend on each other, dictionaries and other versions are not supported, as in Kafka', (t) => {
  for (const flags of [0x40, 0x61, 0x20, 0xa0])
    refuses(t, lz4Codec, frame({ flags, blocks: [storedBlock] }), 'unsupported')
})

test('what is no frame is malformed', (t) => {
  const block = (...data: number[]): Uint8Array => frame({ blocks: [word(data.length), data] })
  for (const wrong of [
    bytes([5, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82, 0, 0, 0, 0]),
    frame({ flags: 0x62, blocks: [storedBlock] }), // a reserved flag
    frame({ blockDescriptor: 0x30, blocks: [storedBlock] }), // a size that does not exist
    frame({ blockDescriptor: 0xc0, blocks: [storedBlock] }),
    block(0x10), // literals cut off
    block(0xf0, 255, 255), // their length cut off
    block(0x10, 5, 1), // a match cut off
    block(0x1f, 5, 1, 0, 255), // its length cut off
    block(0x10, 5, 0, 0, 0), // a match from nowhere
    block(0x10, 5, 2, 0, 0), // from before the start
    block(0x10, 5, 1, 0), // no literals at the end
    frame({ blocks: [word(100), [0]] }), // a block cut off
  ]) {
    refuses(t, lz4Codec, wrong, 'malformed')
  }
})

test('bytes after the frame are passed over', (t) => {
  t.true(same(lz4Codec.decompress(bytes(lz4Codec.compress(text), [1, 2, 3]), text.length), text))
})

test('higher levels compress better', (t) => {
  const sample = Uint8Array.from({ length: 60_000 }, (_, i) => ((i * 2654435761) >>> (20 + (i % 7))) & 15)
  const sizes = [9, 3, 12].map((level) => lz4Codec.compress(sample, level).length)
  t.true(sizes[1]! < sizes[0]! && sizes[2]! < sizes[1]!, String(sizes))
})
