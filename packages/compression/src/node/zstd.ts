import * as zlib from 'node:zlib'

import type { CompressionCodec } from '../compression-codec.ts'
import { type ZlibZstd, zstdCodecOn } from './zlib-zstd.ts'

// The neutral twin is ../zstd.ts. One compliance test holds for both.

export { zstdCodecOf, type ZstdCompressor } from '../zstd.ts'

/** The codec of compression type `zstd` (RFC 8878), by Node's zlib where it has zstd. */
export const zstdCodec: CompressionCodec = zstdCodecOn(zlib as unknown as ZlibZstd)
