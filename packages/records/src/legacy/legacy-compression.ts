import { DecodeError, EncodeError } from '@odradek/bytes'
import {
  type CompressionCodec,
  type CompressionCodecs,
  compressionTypeOfId,
  lz4LegacyCodec,
} from '@odradek/compression'

import { COMPRESSION_MASK } from '../record-batch-layout.ts'
import { ATTRIBUTES, type LegacyMagic } from './message-layout.ts'

/**
 * The codec that a message's attributes name. Throws DecodeError `unsupported` where there is none, or where it is zstd, which only
 * record batches of magic 2 may use (KIP-110).
 */
export function legacyCodec(codecs: CompressionCodecs, attributes: number, position: number): CompressionCodec {
  const id = attributes & COMPRESSION_MASK
  if (compressionTypeOfId(id, position + ATTRIBUTES) === 'zstd') {
    throw new DecodeError('unsupported', 'zstd in a message from before record batches', position + ATTRIBUTES)
  }
  return codecs.getById(id, position + ATTRIBUTES)
}

/**
 * The codec to write a message set with. Magic 0 takes lz4 frames whose header checksum is the wrong one that clients of its time
 * expect (KIP-57), whichever lz4 codec is given. Throws EncodeError for zstd.
 */
export function legacyWriterOf(compression: CompressionCodec, magic: LegacyMagic): CompressionCodec {
  if (compression.type === 'zstd') {
    throw new EncodeError(`message sets of magic ${magic} cannot be zstd: record batches of magic 2 can`)
  }
  return magic === 0 && compression.type === 'lz4' ? lz4LegacyCodec : compression
}
