import { bytesHashCode, utf8StringHashCode } from './java-hash-code.ts'

/**
 * What a key was before it was serialized: a String (UTF-8), a byte[] (ByteArrayPartitioner; DefaultPartitioner took the address of the
 * array, which nobody can repeat), an Integer (4 bytes, big-endian) or a Long (8 bytes, big-endian).
 */
export type ScalaKeyType = 'string' | 'bytes' | 'integer' | 'long'

const hashes: Record<ScalaKeyType, (key: Uint8Array) => number> = {
  string: utf8StringHashCode,
  bytes: bytesHashCode,
  integer(key) {
    checkLength(key, 4, 'an Integer')
    return int32At(key, 0)
  },
  long(key) {
    checkLength(key, 8, 'a Long')
    return int32At(key, 0) ^ int32At(key, 4)
  },
}

/** The function that finds Java's hash code from a serialized key. It throws a RangeError for a key of the wrong length. */
export function scalaKeyHash(keyType: ScalaKeyType): (key: Uint8Array) => number {
  const hash = hashes[keyType] as ((key: Uint8Array) => number) | undefined
  if (hash !== undefined) return hash
  throw new RangeError(`keyType must be one of ${Object.keys(hashes).join(', ')}, but is ${String(keyType)}`)
}

function int32At(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
}

function checkLength(key: Uint8Array, length: number, type: string): void {
  if (key.length === length) return
  throw new RangeError(`the key of ${type} has ${length} bytes (big-endian), but this one has ${key.length}`)
}
