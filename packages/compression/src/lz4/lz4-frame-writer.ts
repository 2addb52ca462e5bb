import { LZ4_FLAGS, LZ4_MAGIC, LZ4_STORED, lz4HeaderChecksum, lz4LegacyHeaderChecksum } from './lz4-frame.ts'
import { maxLz4BlockSize } from './lz4-sequence.ts'

/** Compresses `source[start, end)` into `target` at `at` as one LZ4 block and returns the position after it. */
export type Lz4BlockWriter = (source: Uint8Array, start: number, end: number, target: Uint8Array, at: number) => number

const HEADER_SIZE = 7
const BLOCK_SIZE = 64 * 1024
const BLOCK_SIZE_CODE = 4 << 4

/** Compresses bytes as one LZ4 frame like Kafka's: independent blocks of 64 KiB, and no checksum but the header's, which `legacy` makes that of before KIP-57. */
export function writeLz4Frame(source: Uint8Array, writeBlock: Lz4BlockWriter, legacy: boolean): Uint8Array {
  const blocks = Math.ceil(source.length / BLOCK_SIZE)
  const target = new Uint8Array(HEADER_SIZE + maxLz4BlockSize(source.length) + 24 * blocks + 4)
  const view = new DataView(target.buffer)
  view.setUint32(0, LZ4_MAGIC, true)
  target[4] = LZ4_FLAGS.version1 | LZ4_FLAGS.independentBlocks
  target[5] = BLOCK_SIZE_CODE
  target[6] = (legacy ? lz4LegacyHeaderChecksum : lz4HeaderChecksum)(target, 0, 6)
  let at = HEADER_SIZE
  for (let start = 0; start < source.length; start += BLOCK_SIZE) {
    const end = Math.min(source.length, start + BLOCK_SIZE)
    const size = end - start
    let after = writeBlock(source, start, end, target, at + 4)
    if (after - at - 4 < size) view.setUint32(at, after - at - 4, true)
    else {
      target.set(source.subarray(start, end), at + 4)
      view.setUint32(at, (size | LZ4_STORED) >>> 0, true)
      after = at + 4 + size
    }
    at = after
  }
  // The end mark is four zero bytes, which a stored block may have written over.
  view.setUint32(at, 0, true)
  return target.subarray(0, at + 4)
}
