import { createHmac, createPublicKey, type JsonWebKey, timingSafeEqual, verify } from 'node:crypto'
import { nodeCryptography as hashes } from '@odradek/network/internal'
import type { Cryptography } from './core/security/cryptography.ts'

const JWS_HASHES: Readonly<Record<string, string>> = { '256': 'sha256', '384': 'sha384', '512': 'sha512' }

/** Node's cryptography. */
export const nodeCryptography: Cryptography = { ...hashes, verifySignature }

/** Knows HS, RS, PS and ES with 256, 384 and 512, and EdDSA. */
function verifySignature(algorithm: string, jwk: object, data: Uint8Array, signature: Uint8Array): boolean {
  const family = algorithm.slice(0, 2)
  const hash = JWS_HASHES[algorithm.slice(2)]
  try {
    if (algorithm === 'EdDSA') return verify(null, data, publicKey(jwk), signature)
    if (hash === undefined) return false
    if (family === 'HS') return verifyHmac(hash, jwk as JsonWebKey, data, signature)
    if (family === 'RS') return verify(hash, data, publicKey(jwk), signature)
    if (family === 'PS') return verify(hash, data, { key: publicKey(jwk), padding: 6, saltLength: -1 }, signature)
    if (family === 'ES') return verify(hash, data, { key: publicKey(jwk), dsaEncoding: 'ieee-p1363' }, signature)
    return false
  } catch {
    // A key of another kind than the algorithm wants.
    return false
  }
}

function publicKey(jwk: object) {
  return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
}

function verifyHmac(hash: string, jwk: JsonWebKey, data: Uint8Array, signature: Uint8Array): boolean {
  if (jwk.kty !== 'oct' || typeof jwk.k !== 'string') return false
  const made = createHmac(hash, Buffer.from(jwk.k, 'base64url')).update(data).digest()
  return made.length === signature.length && timingSafeEqual(made, signature)
}
