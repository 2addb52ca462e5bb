import test from 'ava'
import fc from 'fast-check'

import { ByteReader } from '../src/byte-reader.ts'
import { DecodeError, type DecodeErrorReason } from '../src/decode-error.ts'

type Read = (reader: ByteReader) => unknown

/** Every read, with bytes it takes whole, and what they mean. */
const reads: [name: string, read: Read, bytes: number[], value: unknown][] = [
  ['readInt8', (r) => r.readInt8(), [0xfe], -2],
  ['readUint8', (r) => r.readUint8(), [0xfe], 254],
  ['readBoolean', (r) => r.readBoolean(), [0], false],
  ['readBoolean of any other byte', (r) => r.readBoolean(), [7], true],
  ['readInt16', (r) => r.readInt16(), [0x80, 1], -32767],
  ['readUint16', (r) => r.readUint16(), [0x80, 1], 32769],
  ['readInt32', (r) => r.readInt32(), [0xff, 0xff, 0xff, 0xfe], -2],
  ['readUint32', (r) => r.readUint32(), [0xff, 0xff, 0xff, 0xfe], 4294967294],
  ['readInt64', (r) => r.readInt64(), [0x7f, 255, 255, 255, 255, 255, 255, 255], 2n ** 63n - 1n],
  ['readInt64AsNumber', (r) => r.readInt64AsNumber(), [255, 255, 255, 255, 255, 255, 255, 254], -2],
  [
    'readInt64AsNumber beyond 32 bits',
    (r) => r.readInt64AsNumber(),
    [0, 0, 1, 0x8b, 0xcf, 0xe5, 0x68, 0],
    1_700_000_000_000,
  ],
  ['readFloat64', (r) => r.readFloat64(), [0x3f, 0xf8, 0, 0, 0, 0, 0, 0], 1.5],
  ['readUuid', (r) => r.readUuid(), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 'AAAAAAAAAAAAAAAAAAAAAQ'],
  ['readUnsignedVarint', (r) => r.readUnsignedVarint(), [0xff, 0xff, 0xff, 0xff, 0x0f], 4294967295],
  ['readUnsignedVarint of two bytes', (r) => r.readUnsignedVarint(), [0xac, 0x02], 300],
  ['readVarint', (r) => r.readVarint(), [0xff, 0xff, 0xff, 0xff, 0x0f], -2147483648],
  ['readVarlong', (r) => r.readVarlong(), [255, 255, 255, 255, 255, 255, 255, 255, 255, 1], -(2n ** 63n)],
  ['readVarlongAsNumber', (r) => r.readVarlongAsNumber(), [0x81, 0x80, 0x80, 0x80, 0x20], -(2 ** 32) - 1],
  ['readBytes', (r) => [...r.readBytes(3)], [1, 2, 3], [1, 2, 3]],
  ['readUtf8', (r) => r.readUtf8(6), [0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0x61], '\u{feff}éa'],
  ['skip', (r) => r.skip(2), [9, 9], undefined],
]

for (const [name, read, bytes, value] of reads) {
  test(`${name} takes ${bytes.length} bytes and gives the value, wherever they lie`, (t) => {
    const within = Uint8Array.from([0xaa, ...bytes, 0xbb])
    const reader = new ByteReader(within.subarray(1))
    t.deepEqual(read(reader), value)
    t.is(reader.offset, bytes.length)
    t.is(reader.remaining, 1)
  })

  test(`${name}, cut off anywhere, throws truncated and stays where it was`, (t) => {
    for (let length = 0; length < bytes.length; length++) {
      // The byte before the end is not cut off by the end of the memory, but by the reader's own end.
      for (const reader of [
        new ByteReader(Uint8Array.from(bytes.slice(0, length))),
        new ByteReader(Uint8Array.from([...bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 0, length),
      ]) {
        fails(t, () => read(reader), 'truncated', 0)
        t.is(reader.offset, 0)
      }
    }
  })
}

function fails(
  t: { is: (a: unknown, b: unknown) => unknown; fail: (m: string) => unknown },
  act: () => unknown,
  reason: DecodeErrorReason,
  offset: number,
): void {
  try {
    act()
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    t.is(error.reason, reason)
    t.is(error.offset, offset)
    return
  }
  t.fail('nothing was thrown')
}

test('varints of too many bytes are malformed', (t) => {
  const endless = new Uint8Array(12).fill(0x80)
  fails(t, () => new ByteReader(endless, 1).readUnsignedVarint(), 'malformed', 1)
  fails(t, () => new ByteReader(endless, 1).readVarint(), 'malformed', 1)
  fails(t, () => new ByteReader(endless, 1).readVarlong(), 'malformed', 1)
  fails(t, () => new ByteReader(endless, 1).readVarlongAsNumber(), 'malformed', 1)
})

test('negative lengths are malformed', (t) => {
  for (const read of [
    (r: ByteReader) => r.readBytes(-1),
    (r: ByteReader) => r.readUtf8(-5),
    (r: ByteReader) => r.skip(-1),
  ]) {
    const reader = new ByteReader(new Uint8Array(10), 5)
    fails(t, () => read(reader), 'malformed', 5)
    t.is(reader.offset, 5)
  }
})

test('a length of gigabytes allocates nothing', (t) => {
  const reader = new ByteReader(new Uint8Array(10))
  fails(t, () => reader.readBytes(0x7fffffff), 'truncated', 0)
  fails(t, () => reader.readUtf8(0x7fffffff), 'truncated', 0)
})

test('bytes read are views on what is read, not copies', (t) => {
  const bytes = Uint8Array.of(1, 2, 3, 4)
  const slice = new ByteReader(bytes, 1).readBytes(2)
  bytes[1] = 9
  t.deepEqual([...slice], [9, 3])
})

test('a window outside the bytes is refused', (t) => {
  for (const [start, end] of [
    [-1, 2],
    [0, 5],
    [3, 2],
  ]) {
    t.throws(() => new ByteReader(new Uint8Array(4), start, end), { instanceOf: RangeError })
  }
})

test('numbers for 64 bits are those of the bigint reads, rounded where they must be', (t) => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
      const bytes = new Uint8Array(8)
      new DataView(bytes.buffer).setBigInt64(0, value)
      t.is(new ByteReader(bytes).readInt64(), value)
      t.is(new ByteReader(bytes).readInt64AsNumber(), Number(value))
    }),
  )
})
