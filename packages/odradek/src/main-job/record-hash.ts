import { createHash } from 'node:crypto'

const lengths = new DataView(new ArrayBuffer(4))
const lengthBytes = new Uint8Array(lengths.buffer)

/**
 * 48 bits of the SHA-256 of a record's key and value, as a number. Null and empty differ, and so do ("ab", "c") and ("a", "bc").
 */
export function recordHash(key: Uint8Array | null, value: Uint8Array | null): number {
  const hash = createHash('sha256')
  lengths.setInt32(0, key === null ? -1 : key.length)
  hash.update(lengthBytes)
  if (key !== null) hash.update(key)
  hash.update(value === null ? 'null' : 'value')
  if (value !== null) hash.update(value)
  return hash.digest().readUIntBE(0, 6)
}
