import { malformedZstd } from './zstd-error.ts'
import { readHuffmanStream, readHuffmanTable, type ZstdHuffmanTable } from './zstd-huffman.ts'

// The literals section of a compressed block (RFC 8878, section 3.1.1.3.1).

/** The literals of a block: `buffer[start, end)`. The buffer is the input itself, or one that the next block writes over. */
export interface ZstdLiterals {
  readonly buffer: Uint8Array
  readonly start: number
  readonly end: number
  /** Where the section ends in the input. */
  readonly sectionEnd: number
  /** The Huffman code that the next block can use again. */
  readonly table: ZstdHuffmanTable | undefined
}

const RAW = 0
const RLE = 1
const WITH_TABLE = 2
const MAX_BLOCK_SIZE = 128 * 1024

let scratch = new Uint8Array(0)

/** Reads the literals section that begins the block `bytes[at, end)`. Throws DecodeError `malformed`. */
export function readLiterals(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
  previous: ZstdHuffmanTable | undefined,
): ZstdLiterals {
  if (at >= end) throw malformedZstd('a block is cut off', at)
  const first = bytes[at]!
  const format = (first >> 2) & 3
  return (first & 3) <= RLE
    ? plainLiterals(bytes, at, end, format, previous)
    : compressedLiterals(bytes, view, at, end, format, previous)
}

function plainLiterals(
  bytes: Uint8Array,
  at: number,
  end: number,
  format: number,
  table: ZstdHuffmanTable | undefined,
): ZstdLiterals {
  const headerSize = format === 1 ? 2 : format === 3 ? 3 : 1
  const start = at + headerSize
  if (start > end) throw malformedZstd('literals are cut off', at)
  const header = littleEndian(bytes, at, headerSize)
  const size = header >> (headerSize === 1 ? 3 : 4)
  if (size > MAX_BLOCK_SIZE) throw malformedZstd('more literals than a block holds', at)
  if ((header & 3) === RAW) {
    if (start + size > end) throw malformedZstd('literals are cut off', at)
    return { buffer: bytes, start, end: start + size, sectionEnd: start + size, table }
  }
  if (start >= end) throw malformedZstd('literals are cut off', at)
  const buffer = scratchOf(size)
  buffer.fill(bytes[start]!, 0, size)
  return { buffer, start: 0, end: size, sectionEnd: start + 1, table }
}

function compressedLiterals(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
  format: number,
  previous: ZstdHuffmanTable | undefined,
): ZstdLiterals {
  const sizeBits = format === 3 ? 18 : format === 2 ? 14 : 10
  const headerSize = (4 + 2 * sizeBits) / 8
  let start = at + headerSize
  if (start > end) throw malformedZstd('literals are cut off', at)
  // Up to 40 bits: the sizes are cut out of two halves of them.
  const sizeMask = 2 ** sizeBits
  const header = littleEndian(bytes, at, headerSize)
  const size = Math.floor(header / 16) % sizeMask
  const sectionEnd = start + Math.floor(header / 16 / sizeMask)
  if (sectionEnd > end) throw malformedZstd('literals are cut off', at)
  if (size > MAX_BLOCK_SIZE) throw malformedZstd('more literals than a block holds', at)
  let table = previous
  if ((header & 3) === WITH_TABLE) {
    const description = readHuffmanTable(bytes, view, start, sectionEnd)
    table = description.table
    start = description.end
  }
  if (table === undefined) throw malformedZstd('a Huffman code is used again that never was there', at)
  const buffer = scratchOf(size)
  if (format === 0) readHuffmanStream(bytes, view, start, sectionEnd, table, buffer, 0, size)
  else readFourStreams(bytes, view, start, sectionEnd, table, buffer, size)
  return { buffer, start: 0, end: size, sectionEnd, table }
}

function readFourStreams(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  table: ZstdHuffmanTable,
  buffer: Uint8Array,
  size: number,
): void {
  const quarter = (size + 3) >> 2
  let from = start + 6
  if (from > end || 3 * quarter > size) throw malformedZstd('literals are cut off', start)
  for (let i = 0; i < 4; i++) {
    const to = i === 3 ? end : from + view.getUint16(start + 2 * i, true)
    if (to > end) throw malformedZstd('literals are cut off', from)
    readHuffmanStream(bytes, view, from, to, table, buffer, i * quarter, i === 3 ? size : (i + 1) * quarter)
    from = to
  }
}

function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let i = count - 1; i >= 0; i--) value = value * 256 + bytes[at + i]!
  return value
}

function scratchOf(size: number): Uint8Array {
  if (scratch.length < size) scratch = new Uint8Array(MAX_BLOCK_SIZE)
  return scratch
}
