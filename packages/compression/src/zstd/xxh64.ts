// xxHash of 64 bits in 32-bit arithmetic: BigInt would be a hundred times slower. A value is [low, high] of a pair of variables.

const MASK_16 = 0xffff

/** A 64-bit number as two signed 32-bit halves, changed in place. */
class Word64 {
  low: number
  high: number

  constructor(high: number, low: number) {
    this.low = low | 0
    this.high = high | 0
  }

  set(other: Word64): this {
    this.low = other.low
    this.high = other.high
    return this
  }

  add(low: number, high: number): this {
    const sum = (this.low >>> 0) + (low >>> 0)
    this.high = (this.high + high + (sum > 0xffffffff ? 1 : 0)) | 0
    this.low = sum | 0
    return this
  }

  xor(low: number, high: number): this {
    this.low ^= low
    this.high ^= high
    return this
  }

  multiply(by: Word64): this {
    const { low, high } = this
    const aLow = low & MASK_16
    const aHigh = low >>> 16
    const bLow = by.low & MASK_16
    const bHigh = by.low >>> 16
    // The upper half of the 64-bit product of the low halves, from four products of 16 bits.
    const bottom = aLow * bLow
    const middle1 = aHigh * bLow + (bottom >>> 16)
    const middle2 = aLow * bHigh + (middle1 & MASK_16)
    const upper = aHigh * bHigh + Math.floor(middle1 / 0x10000) + (middle2 >>> 16)
    this.low = Math.imul(low, by.low)
    this.high = (upper + Math.imul(low, by.high) + Math.imul(high, by.low)) | 0
    return this
  }

  rotate(bits: number): this {
    const { low, high } = this
    this.low = bits === 32 ? high : (low << bits) | (high >>> (32 - bits))
    this.high = bits === 32 ? low : (high << bits) | (low >>> (32 - bits))
    return this
  }

  /** this ^= this >>> bits */
  fold(bits: number): this {
    const { low, high } = this
    this.low ^= bits >= 32 ? high >>> (bits - 32) : (low >>> bits) | (high << (32 - bits))
    if (bits < 32) this.high ^= high >>> bits
    return this
  }
}

const PRIME_1 = new Word64(0x9e3779b1, 0x85ebca87)
const PRIME_2 = new Word64(0xc2b2ae3d, 0x27d4eb4f)
const PRIME_3 = new Word64(0x165667b1, 0x9e3779f9)
const PRIME_4 = new Word64(0x85ebca77, 0xc2b2ae63)
const PRIME_5 = new Word64(0x27d4eb2f, 0x165667c5)
const word = new Word64(0, 0)

/** The low 32 bits, unsigned, of xxHash-64 with seed 0 over `bytes[start, end)`: the content checksum of Zstandard frames. */
export function xxh64Low(bytes: Uint8Array, start: number, end: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = start
  const hash = new Word64(0, 0).set(PRIME_5)
  if (end - start >= 32) {
    const lanes = [
      new Word64(0, 0).set(PRIME_1).add(PRIME_2.low, PRIME_2.high),
      new Word64(0, 0).set(PRIME_2),
      new Word64(0, 0),
      new Word64(~PRIME_1.high, ~PRIME_1.low).add(1, 0),
    ] as const
    for (const last = end - 32; at <= last; at += 32) {
      for (let i = 0; i < 4; i++)
        absorb(lanes[i]!, view.getInt32(at + 8 * i, true), view.getInt32(at + 8 * i + 4, true))
    }
    hash.low = hash.high = 0
    const rotations = [1, 7, 12, 18]
    lanes.forEach((lane, i) => {
      word.set(lane).rotate(rotations[i]!)
      hash.add(word.low, word.high)
    })
    for (const lane of lanes) {
      const { low, high } = lane
      lane.low = lane.high = 0
      absorb(lane, low, high)
      hash.xor(lane.low, lane.high).multiply(PRIME_1).add(PRIME_4.low, PRIME_4.high)
    }
  }
  hash.add(end - start, 0)
  finish(hash, bytes, view, at, end)
  return hash.low >>> 0
}

function finish(hash: Word64, bytes: Uint8Array, view: DataView, at: number, end: number): void {
  for (; at + 8 <= end; at += 8) {
    const lane = new Word64(0, 0)
    absorb(lane, view.getInt32(at, true), view.getInt32(at + 4, true))
    hash.xor(lane.low, lane.high).rotate(27).multiply(PRIME_1).add(PRIME_4.low, PRIME_4.high)
  }
  if (at + 4 <= end) {
    word.low = view.getInt32(at, true)
    word.high = 0
    word.multiply(PRIME_1)
    hash.xor(word.low, word.high).rotate(23).multiply(PRIME_2).add(PRIME_3.low, PRIME_3.high)
    at += 4
  }
  for (; at < end; at++) {
    word.low = bytes[at]!
    word.high = 0
    word.multiply(PRIME_5)
    hash.xor(word.low, word.high).rotate(11).multiply(PRIME_1)
  }
  hash.fold(33).multiply(PRIME_2).fold(29).multiply(PRIME_3).fold(32)
}

function absorb(lane: Word64, low: number, high: number): void {
  word.low = low
  word.high = high
  word.multiply(PRIME_2)
  lane.add(word.low, word.high).rotate(31).multiply(PRIME_1)
}
