import { copyLiterals } from '../copy-literals.ts'

// The sequences of an LZ4 block: a token, literals, and a match, which the last one lacks (lz4_Block_format.md of lz4/lz4).

/** The last match begins at least twelve bytes before a block's end ... */
export const MATCH_MARGIN = 12
/** ... and the last five bytes are always literals. */
export const LAST_LITERALS = 5

/** The most bytes that a block of `size` bytes can become. */
export function maxLz4BlockSize(size: number): number {
  return size + Math.ceil(size / 255) + 16
}

/** Writes the literals `source[start, end)` and a match of at least four bytes; returns the position after them. */
export function writeSequence(
  source: Uint8Array,
  start: number,
  end: number,
  offset: number,
  matchLength: number,
  target: Uint8Array,
  at: number,
): number {
  const literals = end - start
  const coded = matchLength - 4
  target[at] = (Math.min(literals, 15) << 4) | Math.min(coded, 15)
  at = literals >= 15 ? writeLength(literals - 15, target, at + 1) : at + 1
  copyLiterals(source, start, target, at, literals)
  at += literals
  target[at] = offset & 0xff
  target[at + 1] = offset >> 8
  return coded >= 15 ? writeLength(coded - 15, target, at + 2) : at + 2
}

/** Writes the sequence that ends a block: the literals `source[start, end)` only. */
export function writeLastLiterals(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): number {
  const literals = end - start
  target[at] = Math.min(literals, 15) << 4
  at = literals >= 15 ? writeLength(literals - 15, target, at + 1) : at + 1
  copyLiterals(source, start, target, at, literals)
  return at + literals
}

function writeLength(rest: number, target: Uint8Array, at: number): number {
  for (; rest >= 255; rest -= 255) target[at++] = 255
  target[at] = rest
  return at + 1
}
