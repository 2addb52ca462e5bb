import { endOfMatch } from '../end-of-match.ts'
import { LAST_LITERALS, MATCH_MARGIN, writeLastLiterals, writeSequence } from './lz4-sequence.ts'

const MAX_TABLE_BITS = 14
const HASH = 0x9e3779b1 | 0

const table = new Uint16Array(1 << MAX_TABLE_BITS)

/**
 * Compresses `source[start, end)`, at most 64 KiB, into `target` at `at` as one LZ4 block with the first match that a hash table
 * finds, as liblz4's fast compressor does. Returns the position after it.
 */
export function writeLz4BlockFast(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): number {
  const limit = end - MATCH_MARGIN
  let literalStart = start
  if (start < limit) {
    const view = new DataView(source.buffer, source.byteOffset, source.byteLength)
    const tableBits = Math.min(MAX_TABLE_BITS, Math.max(8, 32 - Math.clz32(end - start - 1)))
    const shift = 32 - tableBits
    table.fill(0, 0, 1 << tableBits)
    let position = start + 1
    // Where nothing matches, steps grow: after 64 misses every second byte is tried, and so on.
    let misses = 64
    while (position <= limit) {
      const word = view.getInt32(position, true)
      const slot = Math.imul(word, HASH) >>> shift
      let candidate = start + table[slot]!
      table[slot] = position - start
      if (view.getInt32(candidate, true) !== word || candidate >= position) {
        position += misses++ >> 6
        continue
      }
      misses = 64
      const matchEnd = endOfMatch(source, view, candidate + 4, position + 4, end - LAST_LITERALS)
      while (position > literalStart && candidate > start && source[position - 1] === source[candidate - 1]) {
        position--
        candidate--
      }
      at = writeSequence(source, literalStart, position, position - candidate, matchEnd - position, target, at)
      position = literalStart = matchEnd
      if (position > limit) break
      table[Math.imul(view.getInt32(position - 2, true), HASH) >>> shift] = position - 2 - start
    }
  }
  return writeLastLiterals(source, literalStart, end, target, at)
}
