/**
 * Java key stores (JKS), which every Kafka since 0.9 reads by itself; PEM only from 2.7 on. The format is described in
 * sun.security.provider.JavaKeyStore and KeyProtector of OpenJDK: big-endian, closed by a keyed SHA-1.
 */
import { createHash, createPrivateKey, randomBytes, X509Certificate } from 'node:crypto'

const magic = 0xfeedfeed
const formatVersion = 2
const privateKeyEntry = 1
const certificateEntry = 2

// The key protector's algorithm, 1.3.6.1.4.1.42.2.17.1.1, with no parameters, as DER.
const protectorAlgorithm = Buffer.from('300e060a2b060104012a021101010500', 'hex')

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** As java.io.DataOutput.writeUTF: two bytes of length before the text, which is ASCII here. */
const javaString = (text: string): Buffer => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(text.length)
  return Buffer.concat([length, Buffer.from(text, 'ascii')])
}

const javaTime = (ms: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(ms))
  return bytes
}

const withLength = (bytes: Buffer): Buffer => Buffer.concat([uint32(bytes.length), bytes])

/** Java's characters: two bytes each, the high one first. */
const passwordBytes = (password: string): Buffer => Buffer.from(password, 'utf16le').swap16()

const sha1 = (...parts: Buffer[]): Buffer => {
  const hash = createHash('sha1')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** A tag, the length in one or three bytes, and the content. */
const der = (tag: number, content: Buffer): Buffer => {
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

/** The key XORed with a chain of SHA-1 values that starts from a random salt. */
const protect = (key: Buffer, password: Buffer): Buffer => {
  const salt = randomBytes(20)
  const hidden = Buffer.from(key)
  let digest: Buffer = salt
  for (let offset = 0; offset < hidden.length; offset += 20) {
    digest = sha1(password, digest)
    for (let index = 0; index < 20 && offset + index < hidden.length; index++) hidden[offset + index]! ^= digest[index]!
  }
  const protectedKey = Buffer.concat([salt, hidden, sha1(password, key)])
  return der(0x30, Buffer.concat([protectorAlgorithm, der(0x04, protectedKey)]))
}

const certificateBytes = (pem: string): Buffer =>
  Buffer.concat([javaString('X.509'), withLength(new X509Certificate(pem).raw)])

const closed = (entry: Buffer, password: string): Buffer => {
  const content = Buffer.concat([uint32(magic), uint32(formatVersion), uint32(1), entry])
  return Buffer.concat([content, sha1(passwordBytes(password), Buffer.from('Mighty Aphrodite'), content)])
}

/** A key store with one private key and its certificates, the key's own first, all in PEM. */
export const javaKeyStore = (key: string, chain: readonly string[], password: string, nowMs: number): Buffer => {
  const pkcs8 = createPrivateKey(key).export({ type: 'pkcs8', format: 'der' })
  const parts = [javaString('key'), javaTime(nowMs), withLength(protect(pkcs8, passwordBytes(password)))]
  const certificates = [uint32(chain.length), ...chain.map(certificateBytes)]
  return closed(Buffer.concat([uint32(privateKeyEntry), ...parts, ...certificates]), password)
}

/** A trust store with one certificate authority, in PEM. */
export const javaTrustStore = (authority: string, password: string, nowMs: number): Buffer => {
  const parts = [javaString('ca'), javaTime(nowMs), certificateBytes(authority)]
  return closed(Buffer.concat([uint32(certificateEntry), ...parts]), password)
}
