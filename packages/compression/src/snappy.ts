import { DecodeError } from '@odradek/bytes'

import type { CompressionCodec } from './compression-codec.ts'
import { readSnappyElements, readSnappyPreamble } from './snappy/snappy-block-reader.ts'
import { maxSnappyBlockSize, writeSnappyBlock } from './snappy/snappy-block-writer.ts'

// Snappy as Kafka's clients write it. Java wraps raw blocks into the framing of xerial's SnappyOutputStream: a header of 16 bytes, then
// blocks with their length (int32, big-endian) in front; librdkafka writes one raw block and no header. Both are read.

const HEADER = Uint8Array.of(0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1)
const MAGIC_SIZE = 8
/** What SnappyOutputStream puts into one block unless told otherwise, as Kafka leaves it. */
const BLOCK_SIZE = 32 * 1024

/** The codec of compression type `snappy` as Java writes it, in xerial's framing. Snappy has no levels: one that is given is passed over. */
export const snappyCodec: CompressionCodec = { type: 'snappy', compress: compressFramed, decompress: decompressSnappy }

/** The same, but it writes one raw block with no framing, as librdkafka does; it reads both as well. */
export const snappyRawCodec: CompressionCodec = { type: 'snappy', compress: compressRaw, decompress: decompressSnappy }

function compressRaw(bytes: Uint8Array): Uint8Array {
  const target = new Uint8Array(maxSnappyBlockSize(bytes.length))
  return target.subarray(0, writeSnappyBlock(bytes, 0, bytes.length, target, 0))
}

function compressFramed(bytes: Uint8Array): Uint8Array {
  const blocks = Math.ceil(bytes.length / BLOCK_SIZE)
  const target = new Uint8Array(HEADER.length + maxSnappyBlockSize(bytes.length) + 36 * blocks)
  const view = new DataView(target.buffer)
  target.set(HEADER)
  let at = HEADER.length
  for (let start = 0; start < bytes.length; start += BLOCK_SIZE) {
    const end = writeSnappyBlock(bytes, start, Math.min(bytes.length, start + BLOCK_SIZE), target, at + 4)
    view.setInt32(at, end - at - 4)
    at = end
  }
  return target.subarray(0, at)
}

/** Decompresses snappy data with xerial's framing or without. Throws DecodeError with reason `too-large` or `malformed`. */
function decompressSnappy(bytes: Uint8Array, maxSize: number): Uint8Array {
  const output = new Uint8Array(sizeOfOutput(bytes, maxSize))
  let to = 0
  for (const [start, end] of blocksOf(bytes)) {
    const { length, dataStart } = readSnappyPreamble(bytes, start, end)
    readSnappyElements(bytes, dataStart, end, output, to, to + length)
    to += length
  }
  return output
}

/** How long the blocks say they become: each promise is one that its size allows, so that the sum can be allocated. */
function sizeOfOutput(bytes: Uint8Array, maxSize: number): number {
  let size = 0
  for (const [start, end] of blocksOf(bytes)) {
    size += readSnappyPreamble(bytes, start, end).length
    if (size > maxSize)
      throw new DecodeError('too-large', `snappy data expand beyond the limit of ${maxSize} bytes`, start)
  }
  return size
}

/** The raw blocks, as start and end. */
function* blocksOf(bytes: Uint8Array): Iterable<[number, number]> {
  if (!hasMagic(bytes, 0)) {
    yield [0, bytes.length]
    return
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  while (at < bytes.length) {
    // A header may come again, as where streams were joined; Java passes over it too.
    if (hasMagic(bytes, at)) {
      if (at + HEADER.length > bytes.length) throw malformed('its header is cut off', at)
      if (view.getInt32(at + 12) > 1) throw malformed(`version ${view.getInt32(at + 12)} of the framing`, at + 12)
      at += HEADER.length
      continue
    }
    if (at + 4 > bytes.length) throw malformed("a block's length is cut off", at)
    const end = at + 4 + view.getInt32(at)
    if (end < at + 4) throw malformed('a block of negative length', at)
    if (end > bytes.length) throw malformed('a block is cut off', at)
    yield [at + 4, end]
    at = end
  }
}

function hasMagic(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < MAGIC_SIZE; i++) if (bytes[at + i] !== HEADER[i]) return false
  return true
}

function malformed(message: string, offset: number): DecodeError {
  return new DecodeError('malformed', `malformed snappy data: ${message}`, offset)
}
