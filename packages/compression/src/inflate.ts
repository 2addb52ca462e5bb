import { DecodeError } from '@odradek/bytes'

import { HuffmanTable } from './huffman-table.ts'
import type { LimitedOutput } from './limited-output.ts'

// Inflate, the decompression of DEFLATE (RFC 1951): whole input at hand, output bounded, and the end of the input told.

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]
/** The order in which the lengths of the code length code are sent. */
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

const fixedLiterals = new HuffmanTable(
  Uint8Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
)
const fixedDistances = new HuffmanTable(new Uint8Array(30).fill(5))

/**
 * Decompresses the DEFLATE data that begin at `start` into `output` and returns the position of the first byte after them.
 * Throws DecodeError: `malformed` where they are none or are cut off, `too-large` from the output.
 */
export function inflate(bytes: Uint8Array, start: number, output: LimitedOutput): number {
  return new Inflater(bytes, start, output).run()
}

class Inflater {
  private readonly bytes: Uint8Array
  private readonly output: LimitedOutput
  /** What a distance may not reach before: a gzip member cannot refer to the one before it. */
  private readonly windowStart: number
  private position: number
  /** Bits taken from the input and not used yet, the next one lowest. */
  private bits = 0
  private bitCount = 0

  constructor(bytes: Uint8Array, start: number, output: LimitedOutput) {
    this.bytes = bytes
    this.position = start
    this.output = output
    this.windowStart = output.length
  }

  run(): number {
    let isLast: boolean
    do {
      isLast = this.take(1) === 1
      const type = this.take(2)
      if (type === 0) this.storedBlock()
      else if (type === 1) this.compressedBlock(fixedLiterals, fixedDistances)
      else if (type === 2) this.dynamicBlock()
      else throw this.malformed('a block of the reserved type 3')
    } while (!isLast)
    this.dropToByte()
    return this.position
  }

  private storedBlock(): void {
    this.dropToByte()
    const { bytes, position, output } = this
    if (position + 4 > bytes.length) throw this.malformed('it is cut off')
    const length = bytes[position]! | (bytes[position + 1]! << 8)
    const complement = bytes[position + 2]! | (bytes[position + 3]! << 8)
    if (length !== (~complement & 0xffff))
      throw this.malformed('the length of a stored block does not match its complement')
    const from = position + 4
    if (from + length > bytes.length) throw this.malformed('it is cut off')
    output.ensureRoom(length)
    output.buffer.set(bytes.subarray(from, from + length), output.length)
    output.length += length
    this.position = from + length
  }

  private dynamicBlock(): void {
    const literalCount = this.take(5) + 257
    const distanceCount = this.take(5) + 1
    const codeLengthCount = this.take(4) + 4
    if (literalCount > 286 || distanceCount > 30) throw this.malformed('more symbols than there are')
    const codeLengthLengths = new Uint8Array(19)
    for (let i = 0; i < codeLengthCount; i++) codeLengthLengths[CODE_LENGTH_ORDER[i]!] = this.take(3)
    const lengths = this.codeLengths(this.table(codeLengthLengths), literalCount + distanceCount)
    if (lengths[256] === 0) throw this.malformed('a block without a code for its end')
    this.compressedBlock(this.table(lengths.subarray(0, literalCount)), this.table(lengths.subarray(literalCount)))
  }

  /** Reads the run-length coded lengths of the literal and distance codes. */
  private codeLengths(codes: HuffmanTable, count: number): Uint8Array {
    const lengths = new Uint8Array(count)
    for (let i = 0; i < count;) {
      const symbol = this.symbol(codes)
      if (symbol < 16) {
        lengths[i++] = symbol
        continue
      }
      if (symbol === 16 && i === 0) throw this.malformed('a repeat of no length')
      const value = symbol === 16 ? lengths[i - 1]! : 0
      const repeat = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7)
      if (i + repeat > count) throw this.malformed('more code lengths than symbols')
      lengths.fill(value, i, i + repeat)
      i += repeat
    }
    return lengths
  }

  private compressedBlock(literals: HuffmanTable, distances: HuffmanTable): void {
    const { output } = this
    for (;;) {
      const symbol = this.symbol(literals)
      if (symbol < 256) {
        output.ensureRoom(1)
        output.buffer[output.length++] = symbol
      } else if (symbol === 256) return
      else this.copy(symbol - 257, distances)
    }
  }

  /** Puts out again what lies a distance back. */
  private copy(lengthSymbol: number, distances: HuffmanTable): void {
    const { output } = this
    if (lengthSymbol > 28) throw this.malformed('an unknown length symbol')
    const length = LENGTH_BASE[lengthSymbol]! + this.take(LENGTH_EXTRA[lengthSymbol]!)
    const distanceSymbol = this.symbol(distances)
    if (distanceSymbol > 29) throw this.malformed('an unknown distance symbol')
    const distance = DISTANCE_BASE[distanceSymbol]! + this.take(DISTANCE_EXTRA[distanceSymbol]!)
    output.ensureRoom(length)
    const { buffer } = output
    const to = output.length
    const from = to - distance
    if (from < this.windowStart) throw this.malformed('a distance that reaches before the beginning')
    // Overlapping on purpose: what is copied may be what was put out a moment ago.
    for (let i = 0; i < length; i++) buffer[to + i] = buffer[from + i]!
    output.length = to + length
  }

  private symbol(table: HuffmanTable): number {
    while (this.bitCount < 15 && this.position < this.bytes.length) this.fill()
    const entry = table.lookUp(this.bits)
    const length = entry & 15
    if (length === 0) throw this.malformed('bits that are no code')
    if (length > this.bitCount) throw this.malformed('it is cut off')
    this.bits >>>= length
    this.bitCount -= length
    return entry >>> 4
  }

  private take(count: number): number {
    while (this.bitCount < count) {
      if (this.position >= this.bytes.length) throw this.malformed('it is cut off')
      this.fill()
    }
    const value = this.bits & ((1 << count) - 1)
    this.bits >>>= count
    this.bitCount -= count
    return value
  }

  private fill(): void {
    this.bits |= this.bytes[this.position++]! << this.bitCount
    this.bitCount += 8
  }

  /** Gives back the whole bytes that were taken ahead and forgets the rest of the current one. */
  private dropToByte(): void {
    this.position -= this.bitCount >>> 3
    this.bits = 0
    this.bitCount = 0
  }

  private table(lengths: Uint8Array): HuffmanTable {
    const table = new HuffmanTable(lengths)
    if (!table.isValid) throw this.malformed('code lengths that make no prefix code')
    return table
  }

  private malformed(message: string): DecodeError {
    return new DecodeError('malformed', `malformed compressed data: ${message}`, this.position)
  }
}
