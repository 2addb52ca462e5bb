// What `hashCode` gives in Java for the types that producers written in Scala took as keys: they hashed the key as an object, before it
// was serialized. All are signed 32-bit integers.
import { decodeUtf8 } from '@odradek/bytes'

/** Java's `String.hashCode()`: over the UTF-16 units, lone surrogates too. */
export function stringHashCode(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return hash
}

/**
 * Java's `String.hashCode()` of the string that `bytes` hold as UTF-8. Where a string had a lone surrogate, Java wrote `?` for it, and
 * what its hash was cannot be told from the bytes: use `stringHashCode` there.
 */
export function utf8StringHashCode(bytes: Uint8Array): number {
  let hash = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    // In ASCII a byte is a unit, and nothing need be decoded.
    if (byte >= 0x80) return stringHashCode(decodeUtf8(bytes))
    hash = (Math.imul(hash, 31) + byte) | 0
  }
  return hash
}

/** Java's `Arrays.hashCode(byte[])`: over signed bytes, from 1. */
export function bytesHashCode(bytes: Uint8Array): number {
  let hash = 1
  for (let i = 0; i < bytes.length; i++) hash = (Math.imul(hash, 31) + ((bytes[i]! << 24) >> 24)) | 0
  return hash
}

/** Java's `Integer.hashCode()`: the number itself, in 32 bits. */
export function integerHashCode(value: number): number {
  return value | 0
}

/** Java's `Long.hashCode()`: the upper half xor the lower. A `number` must be a safe integer, else a RangeError. */
export function longHashCode(value: bigint | number): number {
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value ^ (value >> 32n)))
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`${value} is no whole number that a number can hold exactly: give a bigint`)
  }
  return (Math.floor(value / 0x100000000) ^ value) | 0
}
