// Odradek's codecs, and the bare blocks inside the framings of snappy and lz4.
import { gzipCodec } from '@odradek/compression/gzip'
import {
  LimitedOutput,
  maxLz4BlockSize,
  maxSnappyBlockSize,
  readLz4Block,
  readSnappyElements,
  readSnappyPreamble,
  writeLz4BlockFast,
  writeSnappyBlock,
} from '@odradek/compression/internal'
import { lz4Codec } from '@odradek/compression/lz4'
import { snappyCodec } from '@odradek/compression/snappy'
import { zstdCodec, zstdCodecOf } from '@odradek/compression/zstd'

import { codecCases, namedCases } from '../codec-workload.mjs'

const LIMIT = 1 << 24
const SNAPPY_BLOCK = 32 * 1024
const LZ4_BLOCK = 64 * 1024

const of = (codec) =>
  codecCases(
    codec.type,
    (bytes) => codec.compress(bytes),
    (bytes) => codec.decompress(bytes, LIMIT),
  )

/** The blocks of a piece, end to end, and where each ends: nothing of a framing. */
const blocksOf = (maxSize, blockSize, write) => (bytes) => {
  const target = new Uint8Array(maxSize(bytes.length) + 40 * Math.ceil(bytes.length / blockSize))
  const ends = []
  let at = 0
  for (let start = 0; start < bytes.length; start += blockSize) {
    at = write(bytes, start, Math.min(bytes.length, start + blockSize), target, at)
    ends.push(at)
  }
  return { target, ends }
}

function readSnappyBlocks({ target, ends }) {
  let size = 0
  let at = 0
  for (const end of ends) {
    size += readSnappyPreamble(target, at, end).length
    at = end
  }
  const output = new Uint8Array(size)
  let to = 0
  at = 0
  for (const end of ends) {
    const { length, dataStart } = readSnappyPreamble(target, at, end)
    readSnappyElements(target, dataStart, end, output, to, to + length)
    to += length
    at = end
  }
  return output
}

function readLz4Blocks({ target, ends }) {
  const output = new LimitedOutput(ends.at(-1) * 4, LIMIT)
  let at = 0
  for (const end of ends) {
    readLz4Block(target, at, end, output, LZ4_BLOCK)
    at = end
  }
  return output.bytes()
}

const writeSnappyBlocks = blocksOf(maxSnappyBlockSize, SNAPPY_BLOCK, writeSnappyBlock)
const writeLz4Blocks = blocksOf(maxLz4BlockSize, LZ4_BLOCK, writeLz4BlockFast)
const withoutWriting = zstdCodecOf((bytes) => bytes)

export const cases = namedCases({
  gzip: of(gzipCodec),
  snappy: of(snappyCodec),
  snappyFrames: codecCases(snappyCodec.compress, snappyCodec.compress, (bytes) => snappyCodec.decompress(bytes, LIMIT)),
  snappyBlocks: codecCases(writeSnappyBlocks, writeSnappyBlocks, readSnappyBlocks),
  lz4: of(lz4Codec),
  lz4Frames: codecCases(lz4Codec.compress, lz4Codec.compress, (bytes) => lz4Codec.decompress(bytes, LIMIT)),
  lz4Blocks: codecCases(writeLz4Blocks, writeLz4Blocks, readLz4Blocks),
  zstd: of(zstdCodec),
  zstdPlain: codecCases('zstd', undefined, (bytes) => withoutWriting.decompress(bytes, LIMIT)),
})
