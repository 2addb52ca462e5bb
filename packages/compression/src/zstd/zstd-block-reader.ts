import { copyLiterals } from '../copy-literals.ts'
import { copyMatch } from '../copy-match.ts'
import type { LimitedOutput } from '../limited-output.ts'
import { bitsBelow, topOfBits } from './backward-bits.ts'
import { type FseTable, readFseTable, rleFseTable } from './fse-table.ts'
import { malformedZstd } from './zstd-error.ts'
import type { ZstdHuffmanTable } from './zstd-huffman.ts'
import { readLiterals, type ZstdLiterals } from './zstd-literals.ts'
import { literalLengthCode, matchLengthCode, offsetCode, type SequenceCode } from './zstd-sequence-codes.ts'

// Compressed blocks (RFC 8878, section 3.1.1.3): literals, and sequences that weave them with matches.

/** What the blocks of a frame hand on to each other. */
export interface ZstdFrameState {
  huffman: ZstdHuffmanTable | undefined
  literalLengths: FseTable | undefined
  offsets: FseTable | undefined
  matchLengths: FseTable | undefined
  /** The last three offsets, the latest first. */
  recent: [number, number, number]
}

/** The state at the start of a frame. */
export function newZstdFrameState(): ZstdFrameState {
  return {
    huffman: undefined,
    literalLengths: undefined,
    offsets: undefined,
    matchLengths: undefined,
    recent: [1, 4, 8],
  }
}

/**
 * Decompresses the compressed block `bytes[at, end)` to the end of `output`, at most `maxBlockSize` bytes; matches reach back to
 * `frameStart` in it. Throws DecodeError: `malformed`, or `too-large` from the output.
 */
export function readCompressedBlock(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
  state: ZstdFrameState,
  output: LimitedOutput,
  frameStart: number,
  maxBlockSize: number,
): void {
  const literals = readLiterals(bytes, view, at, end, state.huffman)
  state.huffman = literals.table
  at = literals.sectionEnd
  if (at >= end) throw malformedZstd('a block without its sequences', at)
  let count = bytes[at++]!
  if (count > 127) {
    if (at + (count === 255 ? 2 : 1) > end) throw malformedZstd('a block is cut off', at)
    if (count === 255) {
      count = view.getUint16(at, true) + 0x7f00
      at += 2
    } else count = ((count - 128) << 8) | bytes[at++]!
  }
  const blockEnd = output.length + maxBlockSize
  let from = literals.start
  if (count > 0) {
    at = readTables(bytes, at, end, state)
    from = readSequences(bytes, view, at, end, count, state, literals, output, frameStart, blockEnd)
  } else if (at !== end) throw malformedZstd('bytes after a block without sequences', at)
  const rest = literals.end - from
  if (output.length + rest > blockEnd) throw tooLong(at)
  output.ensureRoom(rest)
  copyLiterals(literals.buffer, from, output.buffer, output.length, rest)
  output.length += rest
}

function readTables(bytes: Uint8Array, at: number, end: number, state: ZstdFrameState): number {
  if (at >= end) throw malformedZstd('a block is cut off', at)
  const modes = bytes[at++]!
  if ((modes & 3) !== 0) throw malformedZstd('reserved bits are set', at - 1)
  const read = (mode: number, code: SequenceCode, previous: FseTable | undefined): FseTable => {
    if (mode === 0) return code.predefined
    if (mode === 1) {
      if (at >= end) throw malformedZstd('a block is cut off', at)
      const symbol = bytes[at++]!
      if (symbol > code.maxSymbol) throw malformedZstd(`no such code as ${symbol}`, at - 1)
      return rleFseTable(symbol)
    }
    if (mode === 2) {
      const description = readFseTable(bytes, at, end, code.maxAccuracyLog, code.maxSymbol)
      at = description.end
      return description.table
    }
    if (previous === undefined) throw malformedZstd('a table is used again that never was there', at)
    return previous
  }
  state.literalLengths = read(modes >> 6, literalLengthCode, state.literalLengths)
  state.offsets = read((modes >> 4) & 3, offsetCode, state.offsets)
  state.matchLengths = read((modes >> 2) & 3, matchLengthCode, state.matchLengths)
  return at
}

/** Carries out the sequences whose bits are `bytes[start, end)`; returns the position of the first literal not used. */
// eslint-disable-next-line max-lines-per-function -- the hot loop: its fifteen variables would all have to be handed on
function readSequences(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  count: number,
  state: ZstdFrameState,
  literals: ZstdLiterals,
  output: LimitedOutput,
  frameStart: number,
  blockEnd: number,
): number {
  const bottom = start * 8
  const { states: literalStates, accuracyLog: literalLog } = state.literalLengths!
  const { states: offsetStates, accuracyLog: offsetLog } = state.offsets!
  const { states: matchStates, accuracyLog: matchLog } = state.matchLengths!
  let [recent0, recent1, recent2] = state.recent
  let from = literals.start
  let to = output.length
  let buffer = output.buffer
  let outputView = viewOf(buffer)
  let top = topOfBits(bytes, start, end)
  if (top - literalLog - offsetLog - matchLog < bottom) throw malformedZstd('sequences are cut off', start)
  let literalState = bitsBelow(view, top, literalLog)
  top -= literalLog
  let offsetState = bitsBelow(view, top, offsetLog)
  top -= offsetLog
  let matchState = bitsBelow(view, top, matchLog)
  top -= matchLog
  for (let left = count; left > 0; left--) {
    const literalEntry = literalStates[literalState]!
    const offsetEntry = offsetStates[offsetState]!
    const matchEntry = matchStates[matchState]!
    const offsetBits = offsetEntry & 0xff
    if (offsetBits > 30) throw malformedZstd('a match of more than a gibibyte back', start)
    let offset = 1 << offsetBits
    if (offsetBits > 16) {
      offset += bitsBelow(view, top, offsetBits - 16) << 16
      offset += bitsBelow(view, top - offsetBits + 16, 16)
    } else offset += bitsBelow(view, top, offsetBits)
    top -= offsetBits
    const matchCode = matchEntry & 0xff
    const literalCode = literalEntry & 0xff
    let matchLength = matchLengthCode.baselines[matchCode]!
    let literalLength = literalLengthCode.baselines[literalCode]!
    // Most lengths are short ones that take no more bits.
    if (matchCode > 31) {
      const bits = matchLengthCode.extraBits[matchCode]!
      matchLength += bitsBelow(view, top, bits)
      top -= bits
    }
    if (literalCode > 15) {
      const bits = literalLengthCode.extraBits[literalCode]!
      literalLength += bitsBelow(view, top, bits)
      top -= bits
    }
    if (top < bottom) throw malformedZstd('sequences are cut off', start)
    if (left > 1) {
      // The bits of the next literal length and match length states, at most 18, from one word; then those of the offset's.
      const literalStep = (literalEntry >> 8) & 0xff
      const matchStep = (matchEntry >> 8) & 0xff
      const steps = bitsBelow(view, top, literalStep + matchStep)
      top -= literalStep + matchStep
      literalState = (literalEntry >>> 16) + (steps >>> matchStep)
      matchState = (matchEntry >>> 16) + (steps & ((1 << matchStep) - 1))
      const offsetStep = (offsetEntry >> 8) & 0xff
      offsetState = (offsetEntry >>> 16) + bitsBelow(view, top, offsetStep)
      top -= offsetStep
      if (top < bottom) throw malformedZstd('sequences are cut off', start)
    }
    if (offset > 3) {
      offset -= 3
      recent2 = recent1
      recent1 = recent0
      recent0 = offset
    } else {
      // The values 1 to 3 stand for recent offsets; after no literals the latest would be no match, so they stand for the next ones.
      const which = literalLength === 0 ? offset : offset - 1
      offset = which === 0 ? recent0 : which === 1 ? recent1 : which === 2 ? recent2 : recent0 - 1
      if (which > 1) recent2 = recent1
      if (which > 0) recent1 = recent0
      recent0 = offset
    }
    if (literalLength > literals.end - from) throw malformedZstd('more literals used than there are', start)
    const matchStart = to + literalLength
    if (offset === 0 || offset > matchStart - frameStart) throw malformedZstd('a match from before the start', start)
    if (matchStart + matchLength > blockEnd) throw tooLong(start)
    if (matchStart + matchLength > buffer.length) {
      output.length = to
      output.ensureRoom(literalLength + matchLength)
      buffer = output.buffer
      outputView = viewOf(buffer)
    }
    copyLiterals(literals.buffer, from, buffer, to, literalLength)
    copyMatch(buffer, outputView, matchStart - offset, matchStart, matchLength)
    from += literalLength
    to = matchStart + matchLength
  }
  if (top !== bottom) throw malformedZstd('bits are left over after the sequences', start)
  output.length = to
  state.recent = [recent0, recent1, recent2]
  return from
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function tooLong(at: number): Error {
  return malformedZstd('a block is larger than its frame allows', at)
}
