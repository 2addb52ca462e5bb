import { endOfMatch } from '../end-of-match.ts'
import type { Lz4BlockWriter } from './lz4-frame-writer.ts'
import { LAST_LITERALS, MATCH_MARGIN, writeLastLiterals, writeSequence } from './lz4-sequence.ts'

const HASH = 0x9e3779b1 | 0
const TABLE_BITS = 15
const MAX_BLOCK = 1 << 16

/** The tables of all writers, made when the first is, for few programs ask for a level: 384 KiB. */
let tables: Tables | undefined

interface Tables {
  /** The newest position of each hash, plus one; 0 where there is none. */
  readonly heads: Int32Array
  /** For each position the one before it with the same hash, plus one. */
  readonly chain: Int32Array
}

/**
 * Compresses blocks of at most 64 KiB, choosing each match among the 2^(level - 1) newest candidates, at most 4,096, and looking one
 * byte further whether a longer one begins there.
 */
export function lz4HighWriter(level: number): Lz4BlockWriter {
  const attempts = 1 << Math.min(level - 1, 12)
  return (source, start, end, target, at) => new HighWriter(source, start, end, attempts).write(target, at)
}

class HighWriter {
  private readonly source: Uint8Array
  private readonly view: DataView
  private readonly start: number
  private readonly end: number
  private readonly attempts: number
  private readonly heads: Int32Array
  private readonly chain: Int32Array
  /** The first position not in the chains yet. */
  private next: number
  private matchStart = 0

  constructor(source: Uint8Array, start: number, end: number, attempts: number) {
    this.source = source
    this.view = new DataView(source.buffer, source.byteOffset, source.byteLength)
    this.start = start
    this.end = end
    this.attempts = attempts
    this.next = start
    tables ??= { heads: new Int32Array(1 << TABLE_BITS), chain: new Int32Array(MAX_BLOCK) }
    this.heads = tables.heads
    this.chain = tables.chain
    this.heads.fill(0)
  }

  write(target: Uint8Array, at: number): number {
    const { source, start, end } = this
    const limit = end - MATCH_MARGIN
    let literalStart = start
    let position = start
    while (position <= limit) {
      let length = this.longest(position, 3)
      if (length === 0) {
        position++
        continue
      }
      let matchStart = this.matchStart
      while (position < limit) {
        const later = this.longest(position + 1, length)
        if (later === 0) break
        length = later
        matchStart = this.matchStart
        position++
      }
      at = writeSequence(source, literalStart, position, position - matchStart, length, target, at)
      position += length
      literalStart = position
    }
    return writeLastLiterals(source, literalStart, end, target, at)
  }

  /** The length of the longest match at a position, of more than `least` bytes, or 0; where it begins is left in `matchStart`. */
  private longest(position: number, least: number): number {
    const { source, view, start, heads, chain } = this
    this.insertUpTo(position)
    const word = view.getInt32(position, true)
    const end = this.end - LAST_LITERALS
    let best = least
    let candidate = heads[hash(word)]! - 1
    for (let left = this.attempts; candidate >= 0 && left > 0; left--, candidate = chain[candidate]! - 1) {
      const from = start + candidate
      if (source[from + best] !== source[position + best] || view.getInt32(from, true) !== word) continue
      const length = endOfMatch(source, view, from + 4, position + 4, end) - position
      if (length <= best) continue
      best = length
      this.matchStart = from
      if (position + length >= end) break
    }
    return best > least ? best : 0
  }

  private insertUpTo(position: number): void {
    const { heads, chain } = this
    for (; this.next < position; this.next++) {
      const slot = hash(this.view.getInt32(this.next, true))
      chain[this.next - this.start] = heads[slot]!
      heads[slot] = this.next - this.start + 1
    }
  }
}

function hash(word: number): number {
  return Math.imul(word, HASH) >>> (32 - TABLE_BITS)
}
