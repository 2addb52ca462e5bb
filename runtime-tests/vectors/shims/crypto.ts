// As much of node:crypto as the corpus's checks use, in JavaScript.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Node's createHash for SHA-256, as hex. */
export function createHash(name: string) {
  if (name !== 'sha256') throw new Error(`the vectors have no hash ${name}`)
  const hash = sha256.create()
  return {
    update(bytes: Uint8Array) {
      hash.update(bytes)
      return this
    },
    digest: (_encoding: 'hex') => bytesToHex(hash.digest()),
  }
}
