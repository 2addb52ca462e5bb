import { DecodeError } from '@odradek/bytes'

import { copyLiterals } from '../copy-literals.ts'
import { copyMatch } from '../copy-match.ts'

// Reads Snappy's raw block format (format_description.txt of google/snappy).

/** Three bytes, a copy with a two-byte offset, can become 64: a length that promises more than this is a lie. */
const MAX_EXPANSION = 22

/** What a raw block says of itself: how long it becomes, and where its elements begin. */
export interface SnappyPreamble {
  readonly length: number
  readonly dataStart: number
}

/** Reads the length in front of the raw block `bytes[start, end)`. Throws DecodeError `malformed` where the block cannot be that long. */
export function readSnappyPreamble(bytes: Uint8Array, start: number, end: number): SnappyPreamble {
  let length = 0
  let at = start
  for (let shift = 0; ; shift += 7) {
    if (at >= end) throw malformed('its length is cut off', start)
    if (shift > 28) throw malformed('its length is too long a varint', start)
    const byte = bytes[at++]!
    length += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) break
  }
  if (length > (end - at) * MAX_EXPANSION) throw malformed(`${end - at} bytes cannot become ${length}`, start)
  return { length, dataStart: at }
}

/** Decompresses the elements `bytes[at, end)` of a raw block into `output[start, limit)`, which they must fill. Throws DecodeError `malformed`. */
export function readSnappyElements(
  bytes: Uint8Array,
  at: number,
  end: number,
  output: Uint8Array,
  start: number,
  limit: number,
): void {
  const view = new DataView(output.buffer, output.byteOffset, output.byteLength)
  let to = start
  while (at < end) {
    const tagAt = at
    const tag = bytes[at++]!
    const kind = tag & 3
    if (kind === 0) {
      let length = tag >> 2
      if (length >= 60) {
        const count = length - 59
        if (at + count > end) throw malformed('it is cut off', tagAt)
        length = littleEndian(bytes, at, count)
        at += count
      }
      length++
      if (length > end - at) throw malformed('a literal is cut off', tagAt)
      if (length > limit - to) throw malformed('it is longer than its length says', tagAt)
      copyLiterals(bytes, at, output, to, length)
      at += length
      to += length
      continue
    }
    const offsetSize = kind === 3 ? 4 : kind
    if (at + offsetSize > end) throw malformed('a copy is cut off', tagAt)
    let length: number
    let offset: number
    if (kind === 1) {
      length = ((tag >> 2) & 7) + 4
      offset = ((tag >> 5) << 8) | bytes[at]!
    } else {
      length = (tag >> 2) + 1
      offset = kind === 2 ? bytes[at]! | (bytes[at + 1]! << 8) : littleEndian(bytes, at, 4)
    }
    at += offsetSize
    if (offset === 0 || offset > to - start) throw malformed('a copy from before the start', tagAt)
    if (length > limit - to) throw malformed('it is longer than its length says', tagAt)
    copyMatch(output, view, to - offset, to, length)
    to += length
  }
  if (to !== limit) throw malformed('it is shorter than its length says', end)
}

function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let i = count - 1; i >= 0; i--) value = value * 256 + bytes[at + i]!
  return value
}

function malformed(message: string, offset: number): DecodeError {
  return new DecodeError('malformed', `malformed snappy data: ${message}`, offset)
}
