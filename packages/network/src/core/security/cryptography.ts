/** The hash functions that SCRAM knows. */
export type HashName = 'sha256' | 'sha512'

/** The cryptography of SCRAM and of request signatures, taken from the world around. */
export interface Cryptography {
  hash(name: HashName, data: Uint8Array): Uint8Array
  hmac(name: HashName, key: Uint8Array, data: Uint8Array): Uint8Array
  /** PBKDF2 with as many bytes as the hash has. */
  saltedPassword(name: HashName, password: Uint8Array, salt: Uint8Array, iterations: number): Uint8Array
  /** Whether two byte strings are equal, in a time that tells nothing about where they differ. */
  equal(left: Uint8Array, right: Uint8Array): boolean
  randomBytes(length: number): Uint8Array
}
