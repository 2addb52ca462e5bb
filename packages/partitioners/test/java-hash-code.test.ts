import test from 'ava'
import fc from 'fast-check'

import {
  bytesHashCode,
  integerHashCode,
  longHashCode,
  stringHashCode,
  utf8StringHashCode,
} from '../src/java-hash-code.ts'
import { scalaKeyHash } from '../src/scala-key-hash.ts'

// What the formulas in Java's documentation give, worked out without any overflow.
const asInt = (value: bigint): number => Number(BigInt.asIntN(32, value))
const foldBy31 = (values: number[], start: bigint): bigint =>
  values.reduce((hash, value) => hash * 31n + BigInt(value), start)

test('strings and byte arrays hash as the sums of powers in Java’s documentation', (t) => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), (units) => {
      t.is(stringHashCode(String.fromCharCode(...units)), asInt(foldBy31(units, 0n)))
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      t.is(bytesHashCode(bytes), asInt(foldBy31([...new Int8Array(bytes)], 1n)))
    }),
  )
})

test('a string and its bytes in UTF-8 have the same hash code', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      t.is(utf8StringHashCode(new TextEncoder().encode(text)), stringHashCode(text))
    }),
  )
})

test('known hash codes of Java', (t) => {
  t.is(stringHashCode('polygenelubricants'), -0x80000000)
  t.is(stringHashCode('hello'), 99162322)
  t.is(integerHashCode(-5), -5)
  t.is(longHashCode(-1), 0)
  t.is(longHashCode(0x7fffffffffffffffn), -0x80000000)
  t.is(longHashCode(4294967296), 1)
})

test('an Integer is its own hash, a Long the two halves xored, as numbers, as bigints and as big-endian bytes', (t) => {
  const view = new DataView(new ArrayBuffer(8))
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      const wide = BigInt(value)
      const expected = asInt(BigInt.asUintN(64, wide) ^ (BigInt.asUintN(64, wide) >> 32n))
      t.is(longHashCode(value), expected)
      t.is(longHashCode(wide), expected)
    }),
  )
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
      view.setBigInt64(0, value)
      const expected = asInt(BigInt.asUintN(64, value) ^ (BigInt.asUintN(64, value) >> 32n))
      t.is(longHashCode(value), expected)
      t.is(scalaKeyHash('long')(new Uint8Array(view.buffer)), expected)
    }),
  )
  fc.assert(
    fc.property(fc.integer(), (value) => {
      view.setInt32(0, value)
      t.is(scalaKeyHash('integer')(new Uint8Array(view.buffer, 0, 4)), integerHashCode(value))
    }),
  )
})

test('what cannot be an Integer, a Long or a type of key is refused with the reason', (t) => {
  t.throws(() => scalaKeyHash('integer')(new Uint8Array(3)), {
    instanceOf: RangeError,
    message: 'the key of an Integer has 4 bytes (big-endian), but this one has 3',
  })
  t.throws(() => scalaKeyHash('long')(new Uint8Array(4)), { instanceOf: RangeError, message: /a Long has 8 bytes/ })
  t.throws(() => scalaKeyHash('double' as 'long'), { instanceOf: RangeError, message: /keyType must be one of string/ })
  t.throws(() => longHashCode(2 ** 60), { instanceOf: RangeError, message: /give a bigint/ })
})
