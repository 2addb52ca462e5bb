import { DecodeError } from '@odradek/bytes'

import { copyLiterals } from '../copy-literals.ts'
import { copyMatch } from '../copy-match.ts'
import type { LimitedOutput } from '../limited-output.ts'

/**
 * Decompresses the LZ4 block `bytes[at, end)` to the end of `output`, at most `maxBlockSize` bytes. A match reaches no further back than
 * to the block's start. Throws DecodeError: `malformed`, or `too-large` from the output.
 */
export function readLz4Block(
  bytes: Uint8Array,
  at: number,
  end: number,
  output: LimitedOutput,
  maxBlockSize: number,
): void {
  const start = output.length
  let to = start
  let buffer = output.buffer
  let view = viewOf(buffer)
  for (;;) {
    if (at >= end) throw malformed('a block is cut off', at)
    const token = bytes[at++]!
    let length = token >> 4
    if (length === 15) {
      let byte: number
      do {
        if (at >= end) throw malformed('a block is cut off', at)
        byte = bytes[at++]!
        length += byte
      } while (byte === 255)
    }
    if (length > end - at) throw malformed('literals are cut off', at)
    if (to + length - start > maxBlockSize) throw malformed('a block is larger than its frame allows', at)
    if (to + length > buffer.length) {
      buffer = grow(output, to, length)
      view = viewOf(buffer)
    }
    copyLiterals(bytes, at, buffer, to, length)
    at += length
    to += length
    // The last sequence has literals only.
    if (at === end) break
    if (at + 2 > end) throw malformed('a match is cut off', at)
    const offset = bytes[at]! | (bytes[at + 1]! << 8)
    if (offset === 0 || offset > to - start) throw malformed('a match from before the start of its block', at)
    at += 2
    length = (token & 15) + 4
    if (length === 19) {
      let byte: number
      do {
        if (at >= end) throw malformed('a block is cut off', at)
        byte = bytes[at++]!
        length += byte
      } while (byte === 255)
    }
    if (to + length - start > maxBlockSize) throw malformed('a block is larger than its frame allows', at)
    if (to + length > buffer.length) {
      buffer = grow(output, to, length)
      view = viewOf(buffer)
    }
    copyMatch(buffer, view, to - offset, to, length)
    to += length
  }
  output.length = to
}

function grow(output: LimitedOutput, length: number, room: number): Uint8Array {
  output.length = length
  output.ensureRoom(room)
  return output.buffer
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function malformed(message: string, offset: number): DecodeError {
  return new DecodeError('malformed', `malformed lz4 data: ${message}`, offset)
}
