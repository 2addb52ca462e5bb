import { malformedZstd } from './zstd-error.ts'

/**
 * Where a bit stream that is read from its end begins: the position, in bits from the start of the bytes, of the highest set bit of
 * `bytes[start, end)`, which only marks it. Throws DecodeError `malformed` where the last byte is zero or missing.
 */
export function topOfBits(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start) throw malformedZstd('an empty bit stream', start)
  const last = bytes[end - 1]!
  if (last === 0) throw malformedZstd('a bit stream without its end mark', end - 1)
  return end * 8 - (Math.clz32(last) - 23)
}

/** The `count` bits, at most 25, below bit position `top`. There must be four bytes before the one that holds them. */
export function bitsBelow(view: DataView, top: number, count: number): number {
  const after = (top + 7) >> 3
  return (view.getUint32(after - 4, true) >>> (top - count - (after - 4) * 8)) & ((1 << count) - 1)
}
