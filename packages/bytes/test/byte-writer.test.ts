import test from 'ava'
import fc from 'fast-check'

import { ByteReader } from '../src/byte-reader.ts'
import { ByteWriter } from '../src/byte-writer.ts'
import { EncodeError } from '../src/encode-error.ts'
import { sizeOfUnsignedVarint, sizeOfVarint, sizeOfVarlong } from '../src/varint.ts'

/** A write with its value, and the read that must give it back. */
interface Step {
  write: (writer: ByteWriter) => unknown
  read: (reader: ByteReader) => unknown
  value: unknown
}

const step = <T>(
  values: fc.Arbitrary<T>,
  write: (writer: ByteWriter, value: T) => unknown,
  read: (reader: ByteReader, value: T) => unknown,
): fc.Arbitrary<Step> =>
  values.map((value) => ({ write: (writer) => write(writer, value), read: (reader) => read(reader, value), value }))

const int = (bits: number): fc.Arbitrary<number> => fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 })
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })

const anyStep = fc.oneof(
  step(
    int(8),
    (w, v) => w.writeInt8(v),
    (r) => r.readInt8(),
  ),
  step(
    fc.boolean(),
    (w, v) => w.writeBoolean(v),
    (r) => r.readBoolean(),
  ),
  step(
    int(16),
    (w, v) => w.writeInt16(v),
    (r) => r.readInt16(),
  ),
  step(
    fc.integer({ min: 0, max: 65535 }),
    (w, v) => w.writeInt16(v),
    (r) => r.readUint16(),
  ),
  step(
    int(32),
    (w, v) => w.writeInt32(v),
    (r) => r.readInt32(),
  ),
  step(
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    (w, v) => w.writeInt32(v),
    (r) => r.readUint32(),
  ),
  step(
    int64,
    (w, v) => w.writeInt64(v),
    (r) => r.readInt64(),
  ),
  step(
    fc.maxSafeInteger(),
    (w, v) => w.writeInt64FromNumber(v),
    (r) => Number(r.readInt64()),
  ),
  step(
    fc.double(),
    (w, v) => w.writeFloat64(v),
    (r) => r.readFloat64(),
  ),
  step(
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    (w, v) => w.writeUnsignedVarint(v),
    (r) => r.readUnsignedVarint(),
  ),
  step(
    int(32),
    (w, v) => w.writeVarint(v),
    (r) => r.readVarint(),
  ),
  step(
    int64,
    (w, v) => w.writeVarlong(v),
    (r) => r.readVarlong(),
  ),
  step(
    fc.maxSafeInteger(),
    (w, v) => w.writeVarlongFromNumber(v),
    (r) => r.readVarlongAsNumber(),
  ),
  step(
    fc.uint8Array({ maxLength: 300 }),
    (w, v) => w.writeBytes(v),
    (r, v) => r.readBytes(v.length),
  ),
  step(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    (w, v) => w.writeUtf8(v),
    (r, v) => r.readUtf8(Buffer.byteLength(v)),
  ),
  step(
    fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    (w, v) => w.writeUuid(v),
    (r) => r.readUuid(),
  ),
)

test('what is written in any order is read back, from a buffer of any first size', (t) => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), fc.integer({ min: 0, max: 64 }), (steps, capacity) => {
      const writer = new ByteWriter(capacity)
      for (const { write } of steps) write(writer)
      const reader = new ByteReader(writer.bytes())
      for (const { read, value } of steps) t.deepEqual(read(reader), value)
      t.is(reader.remaining, 0)
    }),
    { numRuns: 300 },
  )
})

test('varints take as many bytes as their size functions say, and varlongs of numbers those of bigints', (t) => {
  fc.assert(
    fc.property(int(32), fc.maxSafeInteger(), (small, large) => {
      const length = (write: (writer: ByteWriter) => unknown): number => {
        const writer = new ByteWriter(0)
        write(writer)
        return writer.length
      }
      t.is(
        length((w) => w.writeUnsignedVarint(small)),
        sizeOfUnsignedVarint(small),
      )
      t.is(
        length((w) => w.writeVarint(small)),
        sizeOfVarint(small),
      )
      for (const value of [small, large]) {
        t.is(
          length((w) => w.writeVarlong(BigInt(value))),
          sizeOfVarlong(value),
        )
        const [fromNumber, fromBigint] = [new ByteWriter(), new ByteWriter()]
        fromNumber.writeVarlongFromNumber(value)
        fromBigint.writeVarlong(BigInt(value))
        t.deepEqual(fromNumber.bytes(), fromBigint.bytes())
      }
    }),
  )
})

test('sizes change exactly at the limits of seven bits', (t) => {
  for (let bytes = 1; bytes <= 4; bytes++) {
    t.is(sizeOfUnsignedVarint(2 ** (7 * bytes) - 1), bytes)
    t.is(sizeOfUnsignedVarint(2 ** (7 * bytes)), bytes + 1)
  }
  for (let bytes = 1; bytes <= 7; bytes++) {
    const limit = 2 ** (7 * bytes - 1)
    t.is(sizeOfVarlong(limit - 1), bytes)
    t.is(sizeOfVarlong(-limit), bytes)
    t.is(sizeOfVarlong(limit), bytes + 1)
    t.is(sizeOfVarlong(-limit - 1), bytes + 1)
    if (bytes <= 4) t.deepEqual([sizeOfVarint(limit - 1), sizeOfVarint(limit)], [bytes, bytes + 1])
  }
})

test('reset keeps the buffer, and reserve and setInt32At fill what is left out', (t) => {
  const writer = new ByteWriter(16)
  writer.writeInt32(1)
  const { buffer } = writer
  writer.reset()
  t.is(writer.length, 0)
  t.is(writer.reserve(4), 0)
  writer.writeInt8(5)
  writer.setInt32At(0, writer.length)
  t.is(writer.buffer, buffer)
  t.deepEqual([...writer.bytes()], [0, 0, 0, 5, 5])
})

test('what Kafka cannot say the size of is refused before it is allocated', (t) => {
  t.throws(() => new ByteWriter(0).reserve(2 ** 31), { instanceOf: EncodeError, message: /2 GiB/ })
})
