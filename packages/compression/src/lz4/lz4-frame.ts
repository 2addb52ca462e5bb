import { xxh32 } from './xxh32.ts'

// The constants of the LZ4 frame format (lz4_Frame_format.md of lz4/lz4) and its two header checksums.

/** The first four bytes of a frame, little-endian. */
export const LZ4_MAGIC = 0x184d2204

/** The bits of the flag byte that follows the magic number; the version, 1, is in its two highest. */
export const LZ4_FLAGS = {
  version: 0xc0,
  version1: 0x40,
  independentBlocks: 0x20,
  blockChecksums: 0x10,
  contentSize: 0x08,
  contentChecksum: 0x04,
  reserved: 0x02,
  dictionaryId: 0x01,
} as const

/** Set in a block's length where the block is stored as it is. */
export const LZ4_STORED = 0x80000000

/** The checksum byte of the frame header whose magic number lies at `start` and whose descriptor ends at `end`. */
export function lz4HeaderChecksum(bytes: Uint8Array, start: number, end: number): number {
  return (xxh32(bytes, start + 4, end) >>> 8) & 0xff
}

/** The same as Kafka computed it before KIP-57, from the magic number on: what clients of magic 0 write and expect. */
export function lz4LegacyHeaderChecksum(bytes: Uint8Array, start: number, end: number): number {
  return (xxh32(bytes, start, end) >>> 8) & 0xff
}
