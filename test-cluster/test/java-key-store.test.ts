// Read back by a reader of its own, from the format's description; kafka-test/ has Kafka itself read them.
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto'
import test from 'ava'
import { CertificateAuthority } from '../src/certificates.ts'
import { javaKeyStore, javaTrustStore } from '../src/java-key-store.ts'

const password = 'päss-word'
const nowMs = Date.UTC(2026, 0, 15)
const digestLength = 20

interface StoreEntry {
  readonly tag: number
  readonly alias: string
  readonly madeAtMs: number
  readonly protectedKey: Buffer | undefined
  readonly certificates: readonly X509Certificate[]
}

const sha1 = (...parts: Buffer[]) => createHash('sha1').update(Buffer.concat(parts)).digest()
const passwordBytes = (text: string) =>
  Buffer.from([...text].flatMap((char) => [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 255]))

const readStore = (store: Buffer, givenPassword: string): StoreEntry => {
  const content = store.subarray(0, -digestLength)
  const digest = sha1(passwordBytes(givenPassword), Buffer.from('Mighty Aphrodite', 'utf8'), content)
  if (!digest.equals(store.subarray(-digestLength))) throw new Error('the password is wrong, or the store was changed')
  let at = 0
  const take = (length: number) => content.subarray(at, (at += length))
  const count = () => take(4).readUInt32BE()
  const text = () => take(take(2).readUInt16BE()).toString()
  const header = [count(), count(), count()]
  if (header.join() !== [0xfeedfeed, 2, 1].join()) throw new Error(`the header is ${header.join()}`)
  const tag = count()
  const alias = text()
  const madeAtMs = Number(take(8).readBigInt64BE())
  const protectedKey = tag === 1 ? take(count()) : undefined
  const certificates = Array.from({ length: tag === 1 ? count() : 1 }, () => {
    if (text() !== 'X.509') throw new Error('a certificate of another kind')
    return new X509Certificate(take(count()))
  })
  if (at !== content.length) throw new Error(`${content.length - at} bytes are left`)
  return { tag, alias, madeAtMs, protectedKey, certificates }
}

/** Takes Sun's protection off: salt, key XOR a chain of SHA-1, SHA-1 of the key. */
const unprotected = (protectedKey: Buffer): Buffer => {
  // EncryptedPrivateKeyInfo: a sequence of the algorithm (16 bytes) and an octet string, whose lengths take three bytes each.
  const bytes = protectedKey.subarray(4 + 16 + (protectedKey[4 + 16 + 1] === 0x82 ? 4 : 2))
  const [salt, hidden, check] = [bytes.subarray(0, 20), bytes.subarray(20, -20), bytes.subarray(-20)]
  const key = Buffer.alloc(hidden.length)
  let digest: Buffer = Buffer.from(salt)
  for (let offset = 0; offset < hidden.length; offset++) {
    if (offset % 20 === 0) digest = sha1(passwordBytes(password), digest)
    key[offset] = hidden[offset]! ^ digest[offset % 20]!
  }
  if (!sha1(passwordBytes(password), key).equals(check))
    throw new Error('the key was changed, or the password is wrong')
  return key
}

test('a trust store holds the authority, and is closed by the password', async (t) => {
  const { certificate } = await CertificateAuthority.create('The CA')
  const store = javaTrustStore(certificate, password, nowMs)
  const { tag, alias, madeAtMs, certificates } = readStore(store, password)
  t.deepEqual([tag, alias, madeAtMs], [2, 'ca', nowMs])
  t.deepEqual(
    certificates.map(({ subject }) => subject),
    ['CN=The CA'],
  )
  t.throws(() => readStore(store, 'another'), { message: /the password is wrong/ })
  store[30]! ^= 1
  t.throws(() => readStore(store, password), { message: /was changed/ })
})

test('a key store holds the key behind the password, and its chain in order', async (t) => {
  const authority = await CertificateAuthority.create('The CA')
  const { key, certificate } = await authority.issue({ commonName: 'broker' })
  const store = javaKeyStore(key, [certificate, authority.certificate], password, nowMs)
  const { tag, alias, protectedKey, certificates } = readStore(store, password)
  t.deepEqual([tag, alias], [1, 'key'])
  t.deepEqual(
    certificates.map(({ subject }) => subject),
    ['CN=broker', 'CN=The CA'],
  )
  const pkcs8 = createPrivateKey(key).export({ type: 'pkcs8', format: 'der' })
  t.deepEqual(unprotected(protectedKey!), pkcs8)
  t.false(store.includes(pkcs8.subarray(30, 60)))
})

test('the same key is hidden otherwise each time', async (t) => {
  const authority = await CertificateAuthority.create()
  const { key, certificate } = await authority.issue({ commonName: 'broker' })
  const make = () => readStore(javaKeyStore(key, [certificate], password, nowMs), password).protectedKey!
  t.notDeepEqual(make(), make())
})
