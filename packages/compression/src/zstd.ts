import { EncodeError } from '@odradek/bytes'

import type { CompressionCodec } from './compression-codec.ts'
import { readZstdFrames } from './zstd/zstd-frame-reader.ts'
import { zstdLevel } from './zstd/zstd-level.ts'

// zstd for every runtime: it reads by itself; to write it takes a compressor, for every sound one must first be loaded (WebAssembly) or is
// part of the runtime. The twin in node/ brings one along; one compliance test holds for both.

/** Compresses bytes to one Zstandard frame, at a level of -131072 to 22. */
export type ZstdCompressor = (bytes: Uint8Array, level: number) => Uint8Array

/** A codec of compression type `zstd` (RFC 8878) that reads by itself and writes with the compressor given. */
export function zstdCodecOf(compressor: ZstdCompressor): CompressionCodec {
  return {
    type: 'zstd',
    compress: (bytes, level) => compressor(bytes, zstdLevel(level)),
    decompress: readZstdFrames,
  }
}

/** The codec of compression type `zstd`. In this, its neutral form, it reads only: `compress` throws EncodeError and tells of `zstdCodecOf`. */
export const zstdCodec: CompressionCodec = zstdCodecOf(() => {
  throw new EncodeError(
    'zstd cannot be written in this runtime by itself: load a compressor and add it with codecs.with(zstdCodecOf(compressor))',
  )
})
