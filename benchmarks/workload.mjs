// What every entrant encodes, decodes and hashes: the same on every run.

export const RECORDS = 1000
export const KEY_BYTES = 10
export const VALUE_BYTES = 100
export const TIMESTAMP = 1_700_000_000_000

/** Random numbers in [0, 1) that a seed repeats (mulberry32). */
export function seededRandom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000
  }
}

const random = seededRandom(41_000)
const text = (length) => Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('')

export const keyTexts = Array.from({ length: RECORDS }, () => text(KEY_BYTES))
export const valueTexts = Array.from({ length: RECORDS }, () => text(VALUE_BYTES))

// Each in memory of its own, as an application's would be.
export const keys = keyTexts.map((key) => Buffer.from(new TextEncoder().encode(key).buffer))
export const values = valueTexts.map((value) => Buffer.from(new TextEncoder().encode(value).buffer))

/** A checksum over what a decoder gave: equal for all entrants, and only right where key and value were really there. */
export function mix(sum, key, value) {
  return (
    (Math.imul(sum, 31) +
      key[0] +
      key[key.length - 1] * 3 +
      key.length * 7 +
      value[0] * 5 +
      value[value.length - 1] * 11 +
      value.length * 13) |
    0
  )
}

export const expectedChecksum = keys.reduce((sum, key, i) => mix(sum, key, values[i]), 0)
