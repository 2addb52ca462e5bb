import { malformedZstd } from './zstd-error.ts'

// Finite state entropy tables (RFC 8878, section 4.1).

/** The decoding table of an FSE code: at each state the symbol, how many bits to read, and what to add to them for the next state. */
export interface FseTable {
  readonly accuracyLog: number
  /** `base << 16 | bits << 8 | symbol` for each of the 2^accuracyLog states. */
  readonly states: Uint32Array
}

/** An FSE table and where its description ended. */
export interface FseDescription {
  readonly table: FseTable
  readonly end: number
}

/** The table of one symbol that takes no bits. */
export function rleFseTable(symbol: number): FseTable {
  return { accuracyLog: 0, states: Uint32Array.of(symbol) }
}

/** Builds the table of a distribution: each symbol's share of the 2^accuracyLog states, -1 for "less than one". */
export function buildFseTable(counts: ArrayLike<number>, accuracyLog: number): FseTable {
  const size = 1 << accuracyLog
  const symbols = new Uint8Array(size)
  const next = new Uint16Array(counts.length)
  let high = size
  for (let symbol = 0; symbol < counts.length; symbol++) {
    const count = counts[symbol]!
    if (count === -1) symbols[--high] = symbol
    next[symbol] = Math.abs(count)
  }
  const step = (size >> 1) + (size >> 3) + 3
  let at = 0
  for (let symbol = 0; symbol < counts.length; symbol++) {
    for (let i = 0; i < counts[symbol]!; i++) {
      symbols[at] = symbol
      do at = (at + step) & (size - 1)
      while (at >= high)
    }
  }
  const states = new Uint32Array(size)
  for (let state = 0; state < size; state++) {
    const symbol = symbols[state]!
    const x = next[symbol]!++
    const bits = accuracyLog - (31 - Math.clz32(x))
    states[state] = (((x << bits) - size) << 16) | (bits << 8) | symbol
  }
  return { accuracyLog, states }
}

/** Reads the description of a table in `bytes[at, end)`. Throws DecodeError `malformed`, also for accuracies or symbols above those given. */
export function readFseTable(
  bytes: Uint8Array,
  at: number,
  end: number,
  maxAccuracyLog: number,
  maxSymbol: number,
): FseDescription {
  if (at >= end) throw malformedZstd('an FSE table is cut off', at)
  const accuracyLog = (bytes[at]! & 15) + 5
  if (accuracyLog > maxAccuracyLog) throw malformedZstd('an FSE table of too high an accuracy', at)
  const counts: number[] = []
  let bit = at * 8 + 4
  let remaining = 1 << accuracyLog
  while (remaining > 0 && counts.length <= maxSymbol) {
    // Values are coded with one bit less where they are small enough that it is not needed.
    const width = 32 - Math.clz32(remaining + 1)
    const lowMask = (1 << (width - 1)) - 1
    const threshold = (1 << width) - 2 - remaining
    let value = peek(bytes, bit) & ((1 << width) - 1)
    if ((value & lowMask) < threshold) {
      value &= lowMask
      bit += width - 1
    } else {
      if (value > lowMask) value -= threshold
      bit += width
    }
    const count = value - 1
    counts.push(count)
    remaining -= Math.abs(count)
    if (count !== 0) continue
    let repeats: number
    do {
      repeats = peek(bytes, bit) & 3
      bit += 2
      for (let i = 0; i < repeats; i++) counts.push(0)
    } while (repeats === 3 && counts.length <= maxSymbol)
  }
  const tableEnd = (bit + 7) >> 3
  if (tableEnd > end) throw malformedZstd('an FSE table is cut off', at)
  if (remaining !== 0 || counts.length > maxSymbol + 1) throw malformedZstd('an FSE table that does not add up', at)
  return { table: buildFseTable(counts, accuracyLog), end: tableEnd }
}

/** At least 17 bits from a bit position on; zeros after the end of the bytes. */
function peek(bytes: Uint8Array, bit: number): number {
  const at = bit >> 3
  return ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)) >>> (bit & 7)
}
