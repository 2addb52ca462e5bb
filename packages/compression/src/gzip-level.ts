import { EncodeError } from '@odradek/bytes'

type GzipLevel = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

const DEFAULT_LEVEL = 6

/** The level to compress at for Kafka's `compression.gzip.level`: 1 to 9, or -1 (the default) for the 6 that zlib takes then. */
export function gzipLevel(level = -1): GzipLevel {
  if (level === -1) return DEFAULT_LEVEL
  if (!Number.isInteger(level) || level < 1 || level > 9) {
    throw new EncodeError(`gzip has the levels 1 to 9, and -1 for its default: ${level} is none of them`)
  }
  return level as GzipLevel
}
