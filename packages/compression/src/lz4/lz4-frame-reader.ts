import { DecodeError } from '@odradek/bytes'

import { LimitedOutput } from '../limited-output.ts'
import { readLz4Block } from './lz4-block-reader.ts'
import { LZ4_FLAGS, LZ4_MAGIC, LZ4_STORED, lz4HeaderChecksum, lz4LegacyHeaderChecksum } from './lz4-frame.ts'
import { xxh32 } from './xxh32.ts'

interface FrameHeader {
  readonly hasBlockChecksums: boolean
  readonly hasContentChecksum: boolean
  readonly contentSize: number | undefined
  readonly maxBlockSize: number
  readonly end: number
}

/**
 * Decompresses one LZ4 frame of independent blocks to at most `maxSize` bytes. Every checksum there is gets verified; the header's may be the
 * right one or the one of before KIP-57. Bytes after the frame are passed over, as Java does.
 * Throws DecodeError: `too-large`, `malformed`, `checksum`, or `unsupported` for linked blocks and dictionaries, which Kafka refuses too.
 */
export function readLz4Frame(bytes: Uint8Array, maxSize: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = readHeader(bytes, view)
  const output = new LimitedOutput(header.contentSize ?? bytes.length * 4, maxSize)
  let at = header.end
  for (;;) {
    if (at + 4 > bytes.length) throw malformed('it is cut off', at)
    const word = view.getUint32(at, true)
    if (word === 0) break
    at = readBlock(bytes, view, at, word, header, output)
  }
  at += 4
  if (header.contentSize !== undefined && header.contentSize !== output.length) {
    throw malformed(`it became ${output.length} bytes and not the ${header.contentSize} that it says`, at)
  }
  if (header.hasContentChecksum) {
    if (at + 4 > bytes.length) throw malformed('it is cut off', at)
    if (view.getUint32(at, true) !== xxh32(output.buffer, 0, output.length)) throw badChecksum("the content's", at)
  }
  return output.bytes()
}

function readHeader(bytes: Uint8Array, view: DataView): FrameHeader {
  if (bytes.length < 7) throw malformed('its header is cut off', 0)
  if (view.getUint32(0, true) !== LZ4_MAGIC) throw malformed('it does not begin with 04 22 4d 18', 0)
  const flags = bytes[4]!
  if ((flags & LZ4_FLAGS.version) !== LZ4_FLAGS.version1) throw unsupported(`version ${flags >> 6} of the frame`, 4)
  if ((flags & LZ4_FLAGS.independentBlocks) === 0) throw unsupported('blocks that depend on those before', 4)
  if ((flags & LZ4_FLAGS.dictionaryId) !== 0) throw unsupported('a dictionary', 4)
  if ((flags & LZ4_FLAGS.reserved) !== 0) throw malformed('a reserved flag is set', 4)
  const blockSizeCode = bytes[5]! >> 4
  if ((bytes[5]! & 0x8f) !== 0 || blockSizeCode < 4) throw malformed('a block size that does not exist', 5)
  const hasContentSize = (flags & LZ4_FLAGS.contentSize) !== 0
  const checksumAt = hasContentSize ? 14 : 6
  if (checksumAt >= bytes.length) throw malformed('its header is cut off', 0)
  const stored = bytes[checksumAt]
  if (stored !== lz4HeaderChecksum(bytes, 0, checksumAt) && stored !== lz4LegacyHeaderChecksum(bytes, 0, checksumAt)) {
    throw badChecksum("the header's", checksumAt)
  }
  return {
    hasBlockChecksums: (flags & LZ4_FLAGS.blockChecksums) !== 0,
    hasContentChecksum: (flags & LZ4_FLAGS.contentChecksum) !== 0,
    contentSize: hasContentSize ? view.getUint32(6, true) + view.getUint32(10, true) * 2 ** 32 : undefined,
    maxBlockSize: 1 << (8 + 2 * blockSizeCode),
    end: checksumAt + 1,
  }
}

/** Reads the block whose length lies at `at` into the output and returns the position after it. */
function readBlock(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  word: number,
  header: FrameHeader,
  output: LimitedOutput,
): number {
  const isStored = word >= LZ4_STORED
  const length = isStored ? word - LZ4_STORED : word
  if (length > header.maxBlockSize) throw malformed('a block is larger than its frame allows', at)
  const start = at + 4
  const end = start + length
  const after = header.hasBlockChecksums ? end + 4 : end
  if (after > bytes.length) throw malformed('a block is cut off', at)
  if (header.hasBlockChecksums && view.getUint32(end, true) !== xxh32(bytes, start, end)) {
    throw badChecksum("a block's", end)
  }
  if (isStored) {
    output.ensureRoom(length)
    output.buffer.set(bytes.subarray(start, end), output.length)
    output.length += length
  } else readLz4Block(bytes, start, end, output, header.maxBlockSize)
  return after
}

function malformed(message: string, offset: number): DecodeError {
  return new DecodeError('malformed', `malformed lz4 data: ${message}`, offset)
}

function badChecksum(whose: string, offset: number): DecodeError {
  return new DecodeError('checksum', `lz4 data: ${whose} checksum is wrong`, offset)
}

function unsupported(what: string, offset: number): DecodeError {
  return new DecodeError('unsupported', `lz4 data: ${what} cannot be read`, offset)
}
