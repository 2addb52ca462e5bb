import { gzipSync } from 'fflate'

import type { CompressionCodec } from './compression-codec.ts'
import { gunzip } from './gunzip.ts'
import { gzipLevel } from './gzip-level.ts'

// gzip for every runtime: fflate compresses, and ./gunzip.ts decompresses, for fflate's own neither checks the checksum nor stops
// at a limit. The twin in node/ does the same with zlib; one compliance test holds for both.

/** The codec of compression type `gzip` (RFC 1952), in plain JavaScript. */
export const gzipCodec: CompressionCodec = {
  type: 'gzip',
  // The header's time is fixed, lest the bytes depend on the clock.
  compress: (bytes, level) => gzipSync(bytes, { level: gzipLevel(level), mtime: '1980-01-01' }),
  decompress: gunzip,
}
