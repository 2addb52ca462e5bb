// SCRAM's two mechanisms in Kafka, and its credentials (RFC 5802, RFC 7677).
import type { Cryptography, HashName } from './cryptography.ts'

/** How a password is kept for SCRAM (RFC 5802): enough to check a proof, not to make one. */
export interface ScramCredential {
  readonly salt: Uint8Array
  readonly storedKey: Uint8Array
  readonly serverKey: Uint8Array
  readonly iterations: number
}

/** A SCRAM mechanism. */
export interface ScramMechanism {
  readonly name: string
  /** Kafka's number for it. */
  readonly type: number
  readonly hash: HashName
}

/** All that Kafka has. */
export const scramMechanisms: readonly ScramMechanism[] = [
  { name: 'SCRAM-SHA-256', type: 1, hash: 'sha256' },
  { name: 'SCRAM-SHA-512', type: 2, hash: 'sha512' },
]

/** The least and the most rounds that a credential may have. */
export const ScramIterations = { LEAST: 4096, MOST: 16_384 } as const

const encoder = new TextEncoder()
const CLIENT_KEY = encoder.encode('Client Key')
const SERVER_KEY = encoder.encode('Server Key')

/** The keys that a salted password makes. */
export interface ScramKeys {
  readonly clientKey: Uint8Array
  readonly storedKey: Uint8Array
  readonly serverKey: Uint8Array
}

/** Derives them. */
export function scramKeys(cryptography: Cryptography, { hash }: ScramMechanism, saltedPassword: Uint8Array): ScramKeys {
  const clientKey = cryptography.hmac(hash, saltedPassword, CLIENT_KEY)
  const storedKey = cryptography.hash(hash, clientKey)
  return { clientKey, storedKey, serverKey: cryptography.hmac(hash, saltedPassword, SERVER_KEY) }
}

/** What is kept of a salted password. */
export function scramCredential(
  cryptography: Cryptography,
  mechanism: ScramMechanism,
  saltedPassword: Uint8Array,
  salt: Uint8Array,
  iterations: number,
): ScramCredential {
  const { storedKey, serverKey } = scramKeys(cryptography, mechanism, saltedPassword)
  return { salt, storedKey, serverKey, iterations }
}

/** What is kept of a password. */
export function scramCredentialOfPassword(
  cryptography: Cryptography,
  mechanism: ScramMechanism,
  password: string,
  salt: Uint8Array,
  iterations: number = ScramIterations.LEAST,
): ScramCredential {
  const salted = cryptography.saltedPassword(mechanism.hash, encoder.encode(password), salt, iterations)
  return scramCredential(cryptography, mechanism, salted, salt, iterations)
}
