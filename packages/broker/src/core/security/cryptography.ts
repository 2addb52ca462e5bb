import type { Cryptography as HashCryptography } from '@odradek/network/internal'

/** What the broker's security needs of the world around it. */
export interface Cryptography extends HashCryptography {
  /** Whether a JWS signature was made with the key that a JWK tells (RFC 7515, RFC 7517). */
  verifySignature(algorithm: string, jwk: object, data: Uint8Array, signature: Uint8Array): boolean
}
