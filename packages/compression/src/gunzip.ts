import { crc32, DecodeError } from '@odradek/bytes'

import { inflate } from './inflate.ts'
import { LimitedOutput } from './limited-output.ts'

// The members of gzip data (RFC 1952): header, DEFLATE data, checksum. In plain JavaScript, for every runtime.

const HEADER_CRC = 0x02
const EXTRA = 0x04
const NAME = 0x08
const COMMENT = 0x10
const TRAILER_SIZE = 8

/**
 * Decompresses gzip data of one or several members, at most `maxSize` bytes. Bytes after them that begin no member are passed over,
 * as Java does. Throws DecodeError with reason `too-large` or `malformed`.
 */
export function gunzip(bytes: Uint8Array, maxSize: number): Uint8Array {
  const output = new LimitedOutput(bytes.length * 4, maxSize)
  let position = 0
  do {
    const dataStart = skipHeader(bytes, position)
    const memberStart = output.length
    const trailer = inflate(bytes, dataStart, output)
    checkTrailer(bytes, trailer, output, memberStart)
    position = trailer + TRAILER_SIZE
  } while (bytes[position] === 0x1f && bytes[position + 1] === 0x8b)
  return output.bytes()
}

/** Passes over a member's header and returns where its compressed data begin. */
function skipHeader(bytes: Uint8Array, start: number): number {
  if (start + 10 > bytes.length) throw malformed('its header is cut off', start)
  if (bytes[start] !== 0x1f || bytes[start + 1] !== 0x8b) throw malformed('it does not begin with 1f 8b', start)
  if (bytes[start + 2] !== 8) throw malformed(`compression method ${bytes[start + 2]}`, start + 2)
  const flags = bytes[start + 3]!
  if ((flags & 0xe0) !== 0) throw malformed('reserved flags are set', start + 3)
  let at = start + 10
  if ((flags & EXTRA) !== 0) at += 2 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256
  for (const text of [NAME, COMMENT]) if ((flags & text) !== 0) at = afterText(bytes, at)
  if ((flags & HEADER_CRC) !== 0) {
    if (at + 2 > bytes.length) throw malformed('its header is cut off', start)
    const stored = bytes[at]! | (bytes[at + 1]! << 8)
    if (stored !== (crc32(bytes, start, at) & 0xffff)) throw malformed("its header's checksum is wrong", at)
    at += 2
  }
  if (at > bytes.length) throw malformed('its header is cut off', start)
  return at
}

function afterText(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(0, start)
  if (end < 0) throw malformed('its header is cut off', start)
  return end + 1
}

function checkTrailer(bytes: Uint8Array, at: number, output: LimitedOutput, memberStart: number): void {
  if (at + TRAILER_SIZE > bytes.length) throw malformed('its end is cut off', at)
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, TRAILER_SIZE)
  if (view.getUint32(0, true) !== crc32(output.buffer, memberStart, output.length))
    throw malformed('its checksum is wrong', at)
  if (view.getUint32(4, true) !== (output.length - memberStart) >>> 0) throw malformed('its length is wrong', at + 4)
}

function malformed(message: string, offset: number): DecodeError {
  return new DecodeError('malformed', `malformed gzip data: ${message}`, offset)
}
