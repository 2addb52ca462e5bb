/** The hash functions that SCRAM knows. */
export type HashName = 'sha256' | 'sha512'

/** What the broker's security needs of the world around it. */
export interface Cryptography {
  hash(name: HashName, data: Uint8Array): Uint8Array
  hmac(name: HashName, key: Uint8Array, data: Uint8Array): Uint8Array
  /** PBKDF2 with as many bytes as the hash has. */
  saltedPassword(name: HashName, password: Uint8Array, salt: Uint8Array, iterations: number): Uint8Array
  /** Whether two byte strings are equal, in a time that tells nothing about where they differ. */
  equal(left: Uint8Array, right: Uint8Array): boolean
  randomBytes(length: number): Uint8Array
  /** Whether a JWS signature was made with the key that a JWK tells (RFC 7515, RFC 7517). */
  verifySignature(algorithm: string, jwk: object, data: Uint8Array, signature: Uint8Array): boolean
}
