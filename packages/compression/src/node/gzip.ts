import { gunzipSync, gzipSync } from 'node:zlib'

import { DecodeError } from '@odradek/bytes'

import type { CompressionCodec } from '../compression-codec.ts'
import { gunzip } from '../gunzip.ts'
import { gzipLevel } from '../gzip-level.ts'

// gzip by Node's zlib; the neutral twin is ../gzip.ts. One compliance test holds for both.

const MIN_CHUNK = 1024
const MAX_CHUNK = 1 << 20

/** The codec of compression type `gzip` (RFC 1952), by Node's zlib. */
export const gzipCodec: CompressionCodec = {
  type: 'gzip',
  compress: (bytes, level) => plain(gzipSync(bytes, { level: gzipLevel(level), chunkSize: outputChunk(bytes.length) })),
  decompress(bytes, maxSize) {
    // zlib lets an empty input pass as empty output.
    if (bytes.length === 0) return gunzip(bytes, maxSize)
    const chunkSize = outputChunk(Math.min(maxSize, promisedSize(bytes)))
    let output: Uint8Array
    try {
      // zlib takes no limit of zero.
      output = gunzipSync(bytes, { maxOutputLength: Math.max(1, maxSize), chunkSize })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxSize)
      // zlib stumbles over bytes after the last member, which Java passes over; and the plain decoder says where a fault lies.
      return gunzip(bytes, maxSize)
    }
    if (output.length > maxSize) throw tooLarge(maxSize)
    return plain(output)
  },
}

/** A plain Uint8Array, as the twin gives: views on it are then plain ones too. */
function plain(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}

function tooLarge(maxSize: number): DecodeError {
  return new DecodeError('too-large', `gzip data expands beyond the limit of ${maxSize} bytes`, 0)
}

/** The last four bytes of gzip data say how long the (last) output was. A hint for the first allocation, never trusted beyond that. */
function promisedSize(bytes: Uint8Array): number {
  const at = bytes.length - 4
  if (at < 0) return 0
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
}

/** zlib's synchronous calls fill pieces of this size and join them: one piece a little above the output's size saves the join. */
function outputChunk(expected: number): number {
  return Math.min(MAX_CHUNK, Math.max(MIN_CHUNK, expected + 64))
}
