import { copyLiterals } from '../copy-literals.ts'
import { endOfMatch } from '../end-of-match.ts'

// Writes Snappy's raw block format: the length as a varint, then literals and copies from up to 64 KiB before.

const FRAGMENT_SIZE = 1 << 16
const MAX_TABLE_BITS = 14
/** The last bytes of a fragment begin no match, so that four bytes can be read at once. */
const MARGIN = 15

const table = new Uint16Array(1 << MAX_TABLE_BITS)

/** The most bytes that a block of `size` bytes can become. */
export function maxSnappyBlockSize(size: number): number {
  return 32 + size + Math.ceil(size / 6)
}

/** Compresses `source[start, end)` into `target` at `at` as one raw block and returns the position after it. The target must have room for the worst case. */
export function writeSnappyBlock(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): number {
  let length = end - start
  for (; length >= 0x80; length >>>= 7) target[at++] = (length & 0x7f) | 0x80
  target[at++] = length
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength)
  for (let from = start; from < end; from += FRAGMENT_SIZE) {
    at = writeFragment(source, view, from, Math.min(end, from + FRAGMENT_SIZE), target, at)
  }
  return at
}

function writeFragment(
  source: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): number {
  let literalStart = start
  if (end - start >= MARGIN) {
    const tableBits = Math.min(MAX_TABLE_BITS, Math.max(8, 32 - Math.clz32(end - start - 1)))
    const shift = 32 - tableBits
    table.fill(0, 0, 1 << tableBits)
    const limit = end - MARGIN
    let position = start + 1
    // Where nothing matches, steps grow: after 32 misses every second byte is tried, and so on.
    let misses = 32
    while (position <= limit) {
      const word = view.getInt32(position, true)
      const slot = Math.imul(word, 0x1e35a7bd) >>> shift
      const candidate = start + table[slot]!
      table[slot] = position - start
      if (view.getInt32(candidate, true) !== word || candidate >= position) {
        position += misses++ >> 5
        continue
      }
      misses = 32
      if (literalStart < position) at = writeLiteral(source, literalStart, position, target, at)
      const matchEnd = endOfMatch(source, view, candidate + 4, position + 4, end)
      at = writeCopy(position - candidate, matchEnd - position, target, at)
      position = literalStart = matchEnd
      if (position > limit) break
      table[Math.imul(view.getInt32(position - 1, true), 0x1e35a7bd) >>> shift] = position - 1 - start
    }
  }
  return literalStart < end ? writeLiteral(source, literalStart, end, target, at) : at
}

function writeLiteral(source: Uint8Array, start: number, end: number, target: Uint8Array, at: number): number {
  const length = end - start
  const coded = length - 1
  if (coded < 60) target[at++] = coded << 2
  else if (coded < 0x100) {
    target[at++] = 60 << 2
    target[at++] = coded
  } else {
    target[at++] = 61 << 2
    target[at++] = coded & 0xff
    target[at++] = coded >> 8
  }
  copyLiterals(source, start, target, at, length)
  return at + length
}

function writeCopy(offset: number, length: number, target: Uint8Array, at: number): number {
  // Copies of 64 bytes, but never with fewer than the four of the shortest copy left over.
  while (length >= 68) {
    at = writeLongCopy(offset, 64, target, at)
    length -= 64
  }
  if (length > 64) {
    at = writeLongCopy(offset, 60, target, at)
    length -= 60
  }
  if (length >= 12 || offset >= 2048) return writeLongCopy(offset, length, target, at)
  target[at++] = ((offset >> 8) << 5) | ((length - 4) << 2) | 1
  target[at++] = offset & 0xff
  return at
}

function writeLongCopy(offset: number, length: number, target: Uint8Array, at: number): number {
  target[at] = ((length - 1) << 2) | 2
  target[at + 1] = offset & 0xff
  target[at + 2] = offset >> 8
  return at + 3
}
