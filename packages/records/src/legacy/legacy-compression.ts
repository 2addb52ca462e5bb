import { DecodeError } from '@odradek/bytes'
import { type CompressionCodec, type CompressionCodecs, compressionTypeOfId } from '@odradek/compression'

import { COMPRESSION_MASK } from '../record-batch-layout.ts'
import { ATTRIBUTES } from './message-layout.ts'

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
