import { DecodeError } from '@odradek/bytes'

import type { CompressionCodec } from './compression-codec.ts'

/** The codec of compression type `none`: gives back the bytes it was given, not a copy. */
export const noneCodec: CompressionCodec = {
  type: 'none',
  compress: (bytes) => bytes,
  decompress(bytes, maxSize) {
    if (bytes.length > maxSize)
      throw new DecodeError('too-large', `${bytes.length} bytes are more than the limit of ${maxSize}`, 0)
    return bytes
  },
}
