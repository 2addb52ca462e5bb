import { createHash, createHmac, pbkdf2, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'

import type { Cryptography, HashName } from './core/security/cryptography.ts'

const HASH_BYTES: Readonly<Record<HashName, number>> = { sha256: 32, sha512: 64 }

/** Node's cryptography. */
export const nodeCryptography: Cryptography = {
  hash: (name, data) => createHash(name).update(data).digest(),
  hmac: (name, key, data) => createHmac(name, key).update(data).digest(),
  saltedPassword: (name, password, salt, iterations) => pbkdf2Sync(password, salt, iterations, HASH_BYTES[name], name),
  equal: (left, right) => left.length === right.length && timingSafeEqual(left, right),
  randomBytes: (length) => randomBytes(length),
}

/** PBKDF2 in another thread: a broker says how many rounds it takes, and nothing else is to wait for them. */
export function saltedPassword(
  name: HashName,
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    pbkdf2(password, salt, iterations, HASH_BYTES[name], name, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
