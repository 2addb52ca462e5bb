import { EncodeError } from '@odradek/bytes'

const DEFAULT_LEVEL = 3
const LEAST_LEVEL = -131072
const GREATEST_LEVEL = 22

/** The level to compress at for Kafka's `compression.zstd.level`: -131072 to 22, by default 3; 0 means the default as well. */
export function zstdLevel(level = DEFAULT_LEVEL): number {
  if (!Number.isInteger(level) || level < LEAST_LEVEL || level > GREATEST_LEVEL) {
    throw new EncodeError(`zstd has the levels ${LEAST_LEVEL} to ${GREATEST_LEVEL}: ${level} is none of them`)
  }
  return level
}
