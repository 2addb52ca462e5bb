import { EncodeError } from '@odradek/bytes'
import { type CompressionType, defaultCodecs } from '@odradek/compression'

const writable = new Map(defaultCodecs.types.map((type) => [type as string, tryCompress(type)]))

/**
 * Whether this runtime can write a compression type that the packages have. A browser reads zstd, and writes it only with a compressor
 * that its user brings. Types that there is no codec for count as writable: that they are missing is found elsewhere.
 */
export function canCompress(type: string): boolean {
  return writable.get(type) ?? true
}

function tryCompress(type: CompressionType): boolean {
  try {
    defaultCodecs.get(type).compress(Uint8Array.of(1))
    return true
  } catch (error) {
    if (error instanceof EncodeError) return false
    throw error
  }
}
