const MAX_CODE_LENGTH = 15

/** The canonical Huffman code of RFC 1951, section 3.2.2, as one table indexed by the next bits of the input. */
export class HuffmanTable {
  /** Whether the lengths make a complete prefix code; of incomplete ones only those of at most one symbol are allowed. */
  readonly isValid: boolean
  /** At each index the symbol that its low bits spell, shifted left by four, and the code's length; 0 where they spell none. */
  readonly #entries: Uint16Array
  readonly #mask: number

  /** Builds the code from each symbol's code length, 0 for symbols that do not occur. */
  constructor(lengths: Uint8Array) {
    const counts = new Uint16Array(MAX_CODE_LENGTH + 1)
    for (const length of lengths) counts[length]!++
    counts[0] = 0
    const longest = Math.max(
      1,
      counts.findLastIndex((count) => count > 0),
    )
    const next = new Uint16Array(MAX_CODE_LENGTH + 2)
    let free = 1
    for (let length = 1; length <= MAX_CODE_LENGTH; length++) {
      free = free * 2 - counts[length]!
      if (free < 0) break
      next[length + 1] = (next[length]! + counts[length]!) << 1
    }
    const used = counts.reduce((sum, count) => sum + count, 0)
    this.isValid = free >= 0 && (free === 0 || used <= 1 || isFixedDistances(counts, used))
    this.#mask = (1 << longest) - 1
    this.#entries = new Uint16Array(1 << longest)
    if (this.isValid) this.#fill(lengths, next)
  }

  /** The entry for the bits, the next one lowest: symbol and code length, as `symbol << 4 | length`. */
  lookUp(bits: number): number {
    return this.#entries[bits & this.#mask]!
  }

  #fill(lengths: Uint8Array, next: Uint16Array): void {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol]!
      if (length === 0) continue
      // Codes arrive with their first bit lowest: the table is indexed by the reversed code.
      let reversed = 0
      for (let bit = 0, code = next[length]!++; bit < length; bit++, code >>= 1) reversed = (reversed << 1) | (code & 1)
      const entry = (symbol << 4) | length
      for (let i = reversed; i < this.#entries.length; i += 1 << length) this.#entries[i] = entry
    }
  }
}

/** The fixed distance code of 30 symbols of five bits leaves two codes without a meaning. */
function isFixedDistances(counts: Uint16Array, used: number): boolean {
  return used === 30 && counts[5] === 30
}
