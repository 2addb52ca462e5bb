import { EncodeError } from '@odradek/bytes'

import type { CompressionCodec } from './compression-codec.ts'
import { writeLz4BlockFast } from './lz4/lz4-fast-writer.ts'
import { readLz4Frame } from './lz4/lz4-frame-reader.ts'
import { type Lz4BlockWriter, writeLz4Frame } from './lz4/lz4-frame-writer.ts'
import { lz4HighWriter } from './lz4/lz4-high-writer.ts'

// LZ4 frames as Kafka writes them, with the two header checksums of KIP-57.

const DEFAULT_LEVEL = 9

/**
 * The codec of compression type `lz4`. Levels as Kafka's: at 9, the default, a match is the first that a hash table finds; at every
 * other of 1 to 17 the best of ever more candidates.
 */
export const lz4Codec: CompressionCodec = {
  type: 'lz4',
  compress: (bytes, level) => writeLz4Frame(bytes, blockWriter(level), false),
  decompress: readLz4Frame,
}

/** The same for messages of magic 0: it writes the header checksum that Kafka computed wrongly before KIP-57, and old clients still expect. */
export const lz4LegacyCodec: CompressionCodec = {
  type: 'lz4',
  compress: (bytes, level) => writeLz4Frame(bytes, blockWriter(level), true),
  decompress: readLz4Frame,
}

function blockWriter(level = DEFAULT_LEVEL): Lz4BlockWriter {
  if (!Number.isInteger(level) || level < 1 || level > 17) {
    throw new EncodeError(`lz4 has the levels 1 to 17: ${level} is none of them`)
  }
  return level === DEFAULT_LEVEL ? writeLz4BlockFast : lz4HighWriter(level)
}
