import test from 'ava'
import fc from 'fast-check'
import { DecodeError } from '@odradek/bytes'
import { FrameSplitter } from '../src/frame-splitter.ts'
import { fromHex } from './support/golden-messages.ts'

function stream(frames: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(frames.reduce((sum, frame) => sum + 4 + frame.length, 0))
  let at = 0
  for (const frame of frames) {
    new DataView(bytes.buffer).setInt32(at, frame.length)
    bytes.set(frame, at + 4)
    at += 4 + frame.length
  }
  return bytes
}

test('any chunking gives the same frames', (t) => {
  const frames = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 8 })
  const chunkLengths = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 })
  fc.assert(
    fc.property(frames, chunkLengths, (expected, lengths) => {
      const bytes = stream(expected)
      const splitter = new FrameSplitter(60)
      const found: Uint8Array[] = []
      let at = 0
      for (const length of [...lengths, bytes.length]) {
        // A chunk of its own memory, that the next one overwrites, as a socket may do it once the frames are used.
        found.push(...splitter.push(bytes.slice(at, at + length)))
        at = Math.min(bytes.length, at + length)
      }
      t.deepEqual(found, expected)
      t.is(splitter.pendingBytes, 0)
    }),
    { numRuns: 500 },
  )
})

test('bytes read to the target make the same frames, and no later read changes them', (t) => {
  const frames = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.integer({ min: 60_000, max: 700_000 }).map((n) => new Uint8Array(n)),
    ),
    { maxLength: 5 },
  )
  const readLengths = fc.array(fc.integer({ min: 1, max: 150_000 }), { minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(frames, readLengths, (expected, lengths) => {
      for (const [i, frame] of expected.entries()) for (let at = 0; at < frame.length; at += 97) frame[at] = i + at
      const bytes = stream(expected)
      const splitter = new FrameSplitter(700_000)
      const found: Uint8Array[] = []
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const target = splitter.readTarget()
        const count = Math.min(target.length, lengths[turn % lengths.length]!, bytes.length - at)
        target.set(bytes.subarray(at, at + count))
        at += count
        found.push(...splitter.push(target.subarray(0, count)))
      }
      t.is(found.length, expected.length)
      t.true(found.every((frame, i) => Buffer.compare(frame, expected[i]!) === 0))
      t.is(splitter.pendingBytes, 0)
    }),
    { numRuns: 100 },
  )
})

test('a large frame read to the target is where it was read', (t) => {
  const frame = Uint8Array.from({ length: 1_000_000 }, (_, i) => i * 7)
  const bytes = stream([frame, frame])
  const splitter = new FrameSplitter(1_000_000)
  const targets: Uint8Array[] = []
  const found: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const target = splitter.readTarget()
    targets.push(target)
    const count = Math.min(target.length, bytes.length - at)
    target.set(bytes.subarray(at, at + count))
    found.push(...splitter.push(target.subarray(0, count)))
    at += count
  }
  t.deepEqual(found, [frame, frame])
  t.true(targets.some((target) => target.buffer === found[0]!.buffer))
  t.true(targets.length < 10, 'the second frame is made room for at once')
})

test('a frame that comes in one chunk is a view on it', (t) => {
  const chunk = stream([new Uint8Array([1, 2, 3]), new Uint8Array([4])])
  const [first, second] = new FrameSplitter(10).push(chunk)
  t.is(first!.buffer, chunk.buffer)
  t.is(second!.buffer, chunk.buffer)
})

test('a frame that comes in pieces is one contiguous buffer, independent of the chunks', (t) => {
  const frame = Uint8Array.from({ length: 1_000_000 }, (_, i) => i * 7)
  const bytes = stream([frame])
  const splitter = new FrameSplitter(1_000_000)
  const found: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += 16_384) {
    const chunk = bytes.slice(at, at + 16_384)
    found.push(...splitter.push(chunk))
    chunk.fill(0)
  }
  t.is(found.length, 1)
  t.deepEqual(found[0], frame)
})

test('a declared size of 2 GB costs no more memory than what arrives', (t) => {
  const before = process.memoryUsage().arrayBuffers
  const splitters = Array.from({ length: 50 }, () => new FrameSplitter(0x7fffffff))
  for (const splitter of splitters) {
    t.deepEqual(splitter.push(fromHex('7fffffff' + '00010203')), [])
    t.is(splitter.pendingBytes, 8)
  }
  t.true(process.memoryUsage().arrayBuffers - before < 50e6)
})

test('a frame of exactly the limit passes, one byte more is refused before it arrives', (t) => {
  t.is(new FrameSplitter(3).push(fromHex('00000003' + '010203')).length, 1)
  const error = t.throws(() => new FrameSplitter(3).push(fromHex('00000004')), { instanceOf: DecodeError })
  t.is(error.reason, 'too-large')
  t.regex(error.message, /4 bytes is over the limit of 3/)
})

test('a negative size is refused, however it is cut', (t) => {
  const splitter = new FrameSplitter(100)
  splitter.push(fromHex('00000001' + 'aa' + 'ff'))
  const error = t.throws(() => splitter.push(fromHex('ffffff')), { instanceOf: DecodeError })
  t.is(error.reason, 'malformed')
  t.is(error.offset, 5)
})

test('what is no Kafka at all is refused with advice', (t) => {
  const answer = new TextEncoder().encode('HTTP/1.1 400 Bad Request\r\n')
  t.throws(() => new FrameSplitter(100 * 1024 * 1024).push(answer), { instanceOf: DecodeError, message: /TLS/ })
})

test('an empty frame is a frame', (t) => {
  t.deepEqual(new FrameSplitter(10).push(fromHex('00000000' + '00000000')), [new Uint8Array(), new Uint8Array()])
  const splitter = new FrameSplitter(10)
  t.deepEqual(splitter.push(fromHex('0000')), [])
  t.deepEqual(splitter.push(fromHex('0000')), [new Uint8Array()])
})

test('the frames before one that makes no sense are not lost', (t) => {
  const splitter = new FrameSplitter(100)
  const frames: Uint8Array[] = []
  const bytes = Uint8Array.of(0, 0, 0, 1, 7, 0xff, 0xff, 0xff, 0xff)
  t.throws(() => splitter.push(bytes, frames), { instanceOf: DecodeError })
  t.deepEqual(frames, [Uint8Array.of(7)])
})
