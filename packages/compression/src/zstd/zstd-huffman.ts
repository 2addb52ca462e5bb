import { bitsBelow, topOfBits } from './backward-bits.ts'
import { readFseTable } from './fse-table.ts'
import { malformedZstd } from './zstd-error.ts'

// The Huffman code of literals (RFC 8878, section 4.2).

const MAX_BITS = 11
const MAX_WEIGHT_ACCURACY_LOG = 6

/** A Huffman code as one table indexed by the next bits of the stream. */
export interface ZstdHuffmanTable {
  readonly maxBits: number
  /** `symbol << 4 | bits` at each index of `maxBits` bits. */
  readonly entries: Uint16Array
}

/** Reads the description of a Huffman code in `bytes[at, end)`, and says where it ended. Throws DecodeError `malformed`. */
export function readHuffmanTable(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
): { table: ZstdHuffmanTable; end: number } {
  if (at >= end) throw malformedZstd('a Huffman code is cut off', at)
  const header = bytes[at]!
  const start = at + 1
  const weights = new Uint8Array(256)
  if (header < 128) {
    const tableEnd = start + header
    if (tableEnd > end) throw malformedZstd('a Huffman code is cut off', at)
    const count = readWeights(bytes, view, start, tableEnd, weights)
    return { table: buildTable(weights, count, at), end: tableEnd }
  }
  const count = header - 127
  const tableEnd = start + ((count + 1) >> 1)
  if (tableEnd > end) throw malformedZstd('a Huffman code is cut off', at)
  for (let i = 0; i < count; i++) {
    const byte = bytes[start + (i >> 1)]!
    weights[i] = (i & 1) === 0 ? byte >> 4 : byte & 15
  }
  return { table: buildTable(weights, count, at), end: tableEnd }
}

/** Reads weights coded with FSE by two states in turn; returns how many there are. */
function readWeights(bytes: Uint8Array, view: DataView, at: number, end: number, weights: Uint8Array): number {
  const { table, end: start } = readFseTable(bytes, at, end, MAX_WEIGHT_ACCURACY_LOG, MAX_BITS + 1)
  const { states, accuracyLog } = table
  const bottom = start * 8
  let top = topOfBits(bytes, start, end)
  if (top - 2 * accuracyLog < bottom) throw malformedZstd('the weights of a Huffman code are cut off', at)
  let current = bitsBelow(view, top, accuracyLog)
  let other = bitsBelow(view, top - accuracyLog, accuracyLog)
  top -= 2 * accuracyLog
  let count = 0
  for (;;) {
    // The one that lacks the bits for its next state is the last but one; the other state's symbol ends the weights.
    if (count > 253) throw malformedZstd('a Huffman code of too many symbols', at)
    const entry = states[current]!
    weights[count++] = entry & 0xff
    const bits = (entry >> 8) & 0xff
    if (top - bits < bottom) {
      weights[count++] = states[other]! & 0xff
      return count
    }
    const next = (entry >>> 16) + bitsBelow(view, top, bits)
    top -= bits
    current = other
    other = next
  }
}

/** Builds the table from the weights of all symbols but the last, whose weight fills what is left. */
function buildTable(weights: Uint8Array, count: number, at: number): ZstdHuffmanTable {
  let sum = 0
  for (let i = 0; i < count; i++) {
    if (weights[i]! > MAX_BITS) throw malformedZstd('a Huffman code of too many bits', at)
    if (weights[i]! > 0) sum += 1 << (weights[i]! - 1)
  }
  if (sum === 0) throw malformedZstd('a Huffman code without symbols', at)
  const maxBits = 32 - Math.clz32(sum)
  const left = (1 << maxBits) - sum
  if (maxBits > MAX_BITS) throw malformedZstd('a Huffman code of too many bits', at)
  if ((left & (left - 1)) !== 0) throw malformedZstd('a Huffman code that does not add up', at)
  weights[count] = 32 - Math.clz32(left)
  const entries = new Uint16Array(1 << maxBits)
  let index = 0
  for (let weight = 1; weight <= maxBits; weight++) {
    for (let symbol = 0; symbol <= count; symbol++) {
      if (weights[symbol] !== weight) continue
      const width = 1 << (weight - 1)
      entries.fill((symbol << 4) | (maxBits + 1 - weight), index, index + width)
      index += width
    }
    if (weight === 1 && index < 2) throw malformedZstd('a Huffman code without a longest pair', at)
  }
  return { maxBits, entries }
}

/** Decodes the stream `bytes[start, end)` into `output[from, to)`, which it must fill exactly. Throws DecodeError `malformed`. */
export function readHuffmanStream(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  table: ZstdHuffmanTable,
  output: Uint8Array,
  from: number,
  to: number,
): void {
  const { entries, maxBits } = table
  const bottom = start * 8
  const mask = (1 << maxBits) - 1
  let top = topOfBits(bytes, start, end)
  let at = from
  // Two symbols need at most 22 bits, and a word offers 25.
  for (const pairs = to - 1; at < pairs && top > bottom; at += 2) {
    const after = (top + 7) >> 3
    const word = view.getUint32(after - 4, true)
    const shift = top - (after - 4) * 8 - maxBits
    const first = entries[(word >>> shift) & mask]!
    const second = entries[(word >>> (shift - (first & 15))) & mask]!
    output[at] = first >> 4
    output[at + 1] = second >> 4
    top -= (first & 15) + (second & 15)
  }
  for (; at < to && top > bottom; at++) {
    const entry = entries[bitsBelow(view, top, maxBits)]!
    output[at] = entry >> 4
    top -= entry & 15
  }
  if (at !== to || top !== bottom) throw malformedZstd('literals that do not fill their stream', start)
}
