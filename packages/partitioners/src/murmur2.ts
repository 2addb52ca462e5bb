const SEED = 0x9747b28c
const MULTIPLIER = 0x5bd1e995

/** MurmurHash2 with the seed that Java's clients use, as a signed 32-bit integer: the hash behind Kafka's default partitioner. */
export function murmur2(bytes: Uint8Array): number {
  const { length } = bytes
  const whole = length & ~3
  let hash = SEED ^ length
  for (let i = 0; i < whole; i += 4) {
    let block = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    block = Math.imul(block, MULTIPLIER)
    block ^= block >>> 24
    hash = Math.imul(hash, MULTIPLIER) ^ Math.imul(block, MULTIPLIER)
  }
  const rest = length - whole
  if (rest > 0) {
    if (rest > 2) hash ^= bytes[whole + 2]! << 16
    if (rest > 1) hash ^= bytes[whole + 1]! << 8
    hash = Math.imul(hash ^ bytes[whole]!, MULTIPLIER)
  }
  hash = Math.imul(hash ^ (hash >>> 13), MULTIPLIER)
  return hash ^ (hash >>> 15)
}

/** Drops the sign bit, as Java's `Utils.toPositive`: not the absolute value. */
export function toPositive(hash: number): number {
  return hash & 0x7fffffff
}
