import { DecodeError } from '@odradek/bytes'

import { LimitedOutput } from '../limited-output.ts'
import { xxh64Low } from './xxh64.ts'
import { newZstdFrameState, readCompressedBlock } from './zstd-block-reader.ts'
import { malformedZstd } from './zstd-error.ts'

// Zstandard frames (RFC 8878, section 3.1). Nothing is allocated for a window: matches are copied from the output itself.

const MAGIC = 0xfd2fb528
const SKIPPABLE_MAGIC = 0x184d2a5
const MAX_BLOCK_SIZE = 128 * 1024

/** What a frame's header says. */
export interface ZstdFrameHeader {
  /** How long the content becomes, where it is told. */
  readonly contentSize: number | undefined
  readonly hasChecksum: boolean
  readonly maxBlockSize: number
  readonly end: number
}

/**
 * Decompresses Zstandard data of one or several frames to at most `maxSize` bytes; skippable frames are passed over, checksums verified.
 * Throws DecodeError: `too-large`, `malformed`, `checksum`, or `unsupported` where a dictionary is needed.
 */
export function readZstdFrames(bytes: Uint8Array, maxSize: number): Uint8Array {
  if (bytes.length === 0) throw malformedZstd('there are none', 0)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let output: LimitedOutput | undefined
  let at = 0
  while (at < bytes.length) {
    if (at + 8 > bytes.length) throw malformedZstd('a frame is cut off', at)
    const magic = view.getUint32(at, true)
    if (magic >>> 4 === SKIPPABLE_MAGIC) {
      at += 8 + view.getUint32(at + 4, true)
      if (at > bytes.length) throw malformedZstd('a skippable frame is cut off', at)
      continue
    }
    if (magic !== MAGIC) throw malformedZstd('a frame does not begin with 28 b5 2f fd', at)
    const header = readHeader(bytes, view, at)
    output ??= new LimitedOutput(header.contentSize ?? bytes.length * 4, maxSize)
    if (header.contentSize !== undefined && output.length + header.contentSize > maxSize) throw tooLarge(maxSize, at)
    at = readFrame(bytes, view, header, output)
  }
  return output?.bytes() ?? new Uint8Array(0)
}

/**
 * The header of the frame that is all there is in the bytes; undefined where there is more, or less. Goes from block to block by their
 * lengths and reads none of them.
 */
export function soleZstdFrame(bytes: Uint8Array): ZstdFrameHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) return undefined
  const header = readHeader(bytes, view, 0)
  let at = header.end
  let isLast = false
  while (!isLast) {
    if (at + 3 > bytes.length) return undefined
    const { size, type, last } = blockAt(bytes, view, at)
    isLast = last
    at += 3 + (type === 1 ? 1 : size)
  }
  if (header.hasChecksum) at += 4
  return at === bytes.length ? header : undefined
}

function readHeader(bytes: Uint8Array, view: DataView, start: number): ZstdFrameHeader {
  const descriptor = bytes[start + 4]!
  if ((descriptor & 0x08) !== 0) throw malformedZstd('a reserved bit is set', start + 4)
  const isSingleSegment = (descriptor & 0x20) !== 0
  const dictionarySize = [0, 1, 2, 4][descriptor & 3]!
  const contentSizeSize = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6]!
  const dictionaryAt = start + (isSingleSegment ? 5 : 6)
  const contentSizeAt = dictionaryAt + dictionarySize
  const end = contentSizeAt + contentSizeSize
  if (end > bytes.length) throw malformedZstd("a frame's header is cut off", start)
  for (let i = dictionaryAt; i < contentSizeAt; i++) {
    if (bytes[i] !== 0) throw new DecodeError('unsupported', 'zstd data that need a dictionary cannot be read', i)
  }
  const contentSize = readContentSize(view, contentSizeAt, contentSizeSize)
  const windowDescriptor = bytes[start + 5]!
  const windowBase = 2 ** (10 + (windowDescriptor >> 3))
  const windowSize = isSingleSegment ? contentSize! : windowBase + (windowBase / 8) * (windowDescriptor & 7)
  return {
    contentSize,
    hasChecksum: (descriptor & 0x04) !== 0,
    maxBlockSize: Math.min(MAX_BLOCK_SIZE, windowSize),
    end,
  }
}

function readContentSize(view: DataView, at: number, size: number): number | undefined {
  if (size === 0) return undefined
  if (size === 1) return view.getUint8(at)
  if (size === 2) return view.getUint16(at, true) + 256
  const low = view.getUint32(at, true)
  return size === 4 ? low : low + view.getUint32(at + 4, true) * 2 ** 32
}

/** What the three bytes in front of a block say: type 0 is stored as it is, 1 one byte repeated, 2 compressed. */
function blockAt(bytes: Uint8Array, view: DataView, at: number): { size: number; type: number; last: boolean } {
  const word = view.getUint16(at, true) | (bytes[at + 2]! << 16)
  return { size: word >> 3, type: (word >> 1) & 3, last: (word & 1) === 1 }
}

/** Reads the blocks and the checksum of a frame into the output and returns the position after it. */
function readFrame(bytes: Uint8Array, view: DataView, header: ZstdFrameHeader, output: LimitedOutput): number {
  const { contentSize, maxBlockSize, hasChecksum } = header
  const frameStart = output.length
  const state = newZstdFrameState()
  let at = header.end
  let isLast = false
  while (!isLast) {
    if (at + 3 > bytes.length) throw malformedZstd('a block is cut off', at)
    const { size, type, last } = blockAt(bytes, view, at)
    isLast = last
    const start = at + 3
    const end = start + (type === 1 ? 1 : size)
    if (type === 3) throw malformedZstd('a block of the reserved type 3', at)
    if (end > bytes.length) throw malformedZstd('a block is cut off', at)
    if (size > maxBlockSize) throw malformedZstd('a block is larger than its frame allows', at)
    if (type === 2) readCompressedBlock(bytes, view, start, end, state, output, frameStart, maxBlockSize)
    else {
      output.ensureRoom(size)
      if (type === 0) output.buffer.set(bytes.subarray(start, end), output.length)
      else output.buffer.fill(bytes[start]!, output.length, output.length + size)
      output.length += size
    }
    at = end
  }
  if (contentSize !== undefined && output.length - frameStart !== contentSize) {
    throw malformedZstd(`a frame of ${output.length - frameStart} bytes and not the ${contentSize} that it says`, at)
  }
  if (!hasChecksum) return at
  if (at + 4 > bytes.length) throw malformedZstd('a frame is cut off', at)
  if (view.getUint32(at, true) !== xxh64Low(output.buffer, frameStart, output.length)) {
    throw new DecodeError('checksum', "zstd data: a frame's checksum is wrong", at)
  }
  return at + 4
}

function tooLarge(maxSize: number, offset: number): DecodeError {
  return new DecodeError('too-large', `zstd data expand beyond the limit of ${maxSize} bytes`, offset)
}
