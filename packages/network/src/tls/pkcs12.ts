// Trust stores in PKCS12 (RFC 7292), as keytool and openssl make them: Node's `pfx` takes only stores with a key of one's own.
import { createDecipheriv, pbkdf2Sync } from 'node:crypto'

import { derContent, derInteger, derMembers, derOid, DerTag, type DerValue, derValues } from './der.ts'
import { wrong } from './store.ts'

const DATA = '1.2.840.113549.1.7.1'
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6'
const CERT_BAG = '1.2.840.113549.1.12.10.1.3'
const X509 = '1.2.840.113549.1.9.22.1'
const PBES2 = '1.2.840.113549.1.5.13'
const HASHES: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}
const CIPHERS: Readonly<Record<string, readonly [string, number]>> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24],
  '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32],
}
const LARGEST_ITERATIONS = 10_000_000

/** The certificates of a store, in PEM. Throws AuthenticationError, `option` in its text, where there are none or they cannot be read. */
export function certificatesOfPkcs12(bytes: Uint8Array, password: string, option: string): string[] {
  let found: Uint8Array[]
  try {
    found = safeContents(bytes, password).flatMap(certificatesOf)
  } catch (cause) {
    const text = cause instanceof UnknownEncryption ? cause.message : 'the password does not fit, or it is damaged'
    throw wrong(`${option}: the PKCS12 store cannot be read: ${text}`)
  }
  if (found.length === 0) throw wrong(`${option}: the PKCS12 store has no certificate`)
  return found.map((der) => {
    const lines = Buffer.from(der)
      .toString('base64')
      .replaceAll(/(.{64})/g, '$1\n')
      .trimEnd()
    return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
  })
}

class UnknownEncryption extends Error {
  override readonly message =
    'its encryption is an old one (RC2 or 3DES): make it anew with keytool of Java 17, or turn it to PEM with openssl pkcs12 -legacy -nokeys'
}

function safeContents(bytes: Uint8Array, password: string): DerValue[][] {
  const [pfx] = derValues(bytes)
  const [, authSafe] = derMembers(pfx)
  return derMembers(derValues(dataOf(authSafe))[0]).map((info) => {
    const content = derOid(derMembers(info)[0]) === ENCRYPTED_DATA ? decrypted(info, password) : dataOf(info)
    return derMembers(derValues(content)[0])
  })
}

/** The bytes of a ContentInfo of data. */
function dataOf(info: DerValue | undefined): Uint8Array {
  const [type, content] = derMembers(info)
  if (derOid(type) !== DATA) throw new RangeError('a store that is signed by a key')
  return derContent(derMembers(content, DerTag.CONTEXT_0)[0], DerTag.OCTET_STRING)
}

function decrypted(info: DerValue, password: string): Uint8Array {
  const [data] = derMembers(derMembers(info)[1], DerTag.CONTEXT_0)
  const [, algorithm, content] = derMembers(derMembers(data)[1])
  const [scheme, parameters] = derMembers(algorithm)
  if (derOid(scheme) !== PBES2) throw new UnknownEncryption()
  const [derivation, encryption] = derMembers(parameters)
  const [salt, iterations, ...rest] = derMembers(derMembers(derivation)[1])
  const hashId = rest.find(({ tag }) => tag === DerTag.SEQUENCE)
  const hash = hashId === undefined ? 'sha1' : HASHES[derOid(derMembers(hashId)[0])]
  const [cipherId, iv] = derMembers(encryption)
  const [cipher, keyBytes] = CIPHERS[derOid(cipherId)] ?? []
  const rounds = derInteger(iterations)
  if (hash === undefined || cipher === undefined || rounds > LARGEST_ITERATIONS) throw new UnknownEncryption()
  const key = pbkdf2Sync(password, derContent(salt, DerTag.OCTET_STRING), rounds, keyBytes!, hash)
  const decipher = createDecipheriv(cipher, key, derContent(iv, DerTag.OCTET_STRING))
  return Buffer.concat([decipher.update(derContent(content, DerTag.IMPLICIT_0)), decipher.final()])
}

function certificatesOf(bags: readonly DerValue[]): Uint8Array[] {
  return bags.flatMap((bag) => {
    const [id, value] = derMembers(bag)
    if (derOid(id) !== CERT_BAG) return []
    const [kind, certificate] = derMembers(derMembers(value, DerTag.CONTEXT_0)[0])
    if (derOid(kind) !== X509) return []
    return [derContent(derMembers(certificate, DerTag.CONTEXT_0)[0], DerTag.OCTET_STRING)]
  })
}
