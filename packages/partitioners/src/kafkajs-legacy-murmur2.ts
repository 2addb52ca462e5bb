// What kafkajs took for murmur2 before 2.0, and keeps in its LegacyPartitioner. It is not MurmurHash2:
// - products are taken as doubles, and lose their low bits when they pass 2^53, before they are cut to 32 bits;
// - bytes after the last whole block of four are taken twice: as a block filled up with zeros, and as a rest.
const SEED = 0x9747b28c
const MULTIPLIER = 0x5bd1e995

/** The hash of kafkajs's LegacyPartitioner, its default before 2.0: a signed 32-bit integer. */
export function kafkajsLegacyMurmur2(bytes: Uint8Array): number {
  const { length } = bytes
  let hash: number = SEED ^ length
  for (let i = 0; i < length; i += 4) {
    // Beyond the end a typed array gives undefined, which counts as 0 here.
    let block = bytes[i]! + (bytes[i + 1]! << 8) + (bytes[i + 2]! << 16) + (bytes[i + 3]! << 24)
    block *= MULTIPLIER
    block ^= block >>> 24
    block *= MULTIPLIER
    hash *= MULTIPLIER
    hash ^= block
  }
  const rest = length & 3
  if (rest > 0) {
    const whole = length - rest
    if (rest > 2) hash ^= bytes[whole + 2]! << 16
    if (rest > 1) hash ^= bytes[whole + 1]! << 8
    hash ^= bytes[whole]!
    hash *= MULTIPLIER
  }
  hash ^= hash >>> 13
  hash *= MULTIPLIER
  return hash ^ (hash >>> 15)
}
