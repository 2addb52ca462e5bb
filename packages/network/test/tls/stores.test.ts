import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { networkOptionTable, type NetworkOptions, resolveOptions } from '@odradek/network/internal'
import { AuthenticationError, UsageError } from '@odradek/protocol'
import { makeCertificate } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { pemCertificates, pemPrivateKey } from '../../src/tls/pem.ts'
import { certificatesOfPkcs12 } from '../../src/tls/pkcs12.ts'
import { TlsClient } from '../../src/tls/tls-client.ts'

function folder(t: ExecutionContext): string {
  const path = mkdtempSync(join(tmpdir(), 'odradek-tls-'))
  t.teardown(() => rmSync(path, { recursive: true }))
  return path
}

const tlsClient = (options: Partial<NetworkOptions>) =>
  new TlsClient(resolveOptions('Client', networkOptionTable, { bootstrapServers: 'a:1', ...options }))
const broker = { host: 'kafka.example', port: 9093 }

/** A store as OpenSSL makes it; skipping the key makes it one of certificates only. */
function pkcs12(path: string, files: { cert: string; key?: string }, more: readonly string[] = []): string {
  writeFileSync(join(path, 'cert.pem'), files.cert)
  if (files.key !== undefined) writeFileSync(join(path, 'key.pem'), files.key)
  const store = join(path, 'store.p12')
  const key = files.key === undefined ? ['-nokeys'] : ['-inkey', join(path, 'key.pem')]
  const args = ['pkcs12', '-export', '-in', join(path, 'cert.pem'), ...key, '-out', store, '-passout', 'pass:store-pw']
  execFileSync('openssl', [...args, ...more], { stdio: 'pipe' })
  return store
}

test('PEM that lost its line ends, as in a property file, is read all the same', async (t) => {
  const { cert, key } = await makeCertificate({ name: 'a' })
  const flat = `${cert}\n# between\n${key}`.replaceAll('\n', ' ')
  t.deepEqual(pemCertificates(flat), [cert.trim() + '\n'])
  t.is(pemPrivateKey(flat)?.trim(), key.trim())
})

test('a PKCS12 trust store is read with its password, and refused with another', async (t) => {
  const { cert } = await makeCertificate({ name: 'authority' })
  const path = folder(t)
  const store = pkcs12(path, { cert })
  const bytes = (await import('node:fs')).readFileSync(store)
  t.deepEqual(certificatesOfPkcs12(bytes, 'store-pw', 'option'), [cert.trim() + '\n'])
  t.throws(() => certificatesOfPkcs12(bytes, 'another', 'option'), { message: /option: .* password does not fit/ })
  for (let length = 0; length < bytes.length; length += 7) {
    t.throws(() => certificatesOfPkcs12(bytes.subarray(0, length), 'store-pw', 'option'), {
      instanceOf: AuthenticationError,
    })
  }
  const client = tlsClient({ sslTruststoreLocation: store, sslTruststorePassword: 'store-pw' })
  t.truthy((await client.options(broker)).secureContext)
})

test('an old PKCS12 store is refused with what to do', async (t) => {
  const { cert } = await makeCertificate({ name: 'authority' })
  const store = pkcs12(folder(t), { cert }, ['-certpbe', 'PBE-SHA1-3DES'])
  const client = tlsClient({ sslTruststoreLocation: store, sslTruststorePassword: 'store-pw' })
  await t.throwsAsync(client.options(broker), { message: /old one .*openssl pkcs12 -legacy/ })
})

test('a PKCS12 key store is one of our own key and certificate', async (t) => {
  const store = pkcs12(folder(t), await makeCertificate({ name: 'client' }))
  const good = tlsClient({ sslKeystoreLocation: store, sslKeystorePassword: 'store-pw' })
  t.truthy((await good.options(broker)).secureContext)
  const bad = tlsClient({ sslKeystoreLocation: store, sslKeystorePassword: 'wrong-pw' })
  const error = await t.throwsAsync(bad.options(broker), { instanceOf: AuthenticationError })
  t.regex(error!.message, /the password does not fit/)
  t.false(error!.message.includes('wrong-pw'))
})

test('a Java key store is refused with what to do', async (t) => {
  const store = join(folder(t), 'store.jks')
  writeFileSync(store, Buffer.from('feedfeed00000002', 'hex'))
  const error = await t.throwsAsync(tlsClient({ sslTruststoreLocation: store }).options(broker))
  t.regex(error!.message, /Java key store .*keytool -importkeystore .* PKCS12/)
})

test('an encrypted key needs its password', async (t) => {
  const { cert, key } = await makeCertificate({ name: 'client', passphrase: 'key-pw' })
  const both = { sslKeystoreKey: key, sslKeystoreCertificateChain: cert }
  t.truthy((await tlsClient({ ...both, sslKeyPassword: 'key-pw' }).options(broker)).secureContext)
  const error = await t.throwsAsync(tlsClient({ ...both, sslKeyPassword: 'not-it' }).options(broker))
  t.true(AuthenticationError.is(error) && !error.message.includes('not-it'))
})

test('certificates are read again when the file has changed, and only then', async (t) => {
  const file = join(folder(t), 'ca.pem')
  writeFileSync(file, (await makeCertificate({ name: 'first' })).cert)
  const client = tlsClient({ sslTruststoreLocation: file })
  const { secureContext: first } = await client.options(broker)
  t.is((await client.options(broker)).secureContext, first)
  writeFileSync(file, (await makeCertificate({ name: 'the second, longer' })).cert)
  t.not((await client.options(broker)).secureContext, first)
})

test('a name is sent to the broker, an address is not; both are what the certificate must be for', async (t) => {
  const client = tlsClient({})
  t.like(await client.options(broker), { host: 'kafka.example', servername: 'kafka.example', rejectUnauthorized: true })
  const byAddress = await client.options({ host: '10.0.0.1', port: 1 })
  t.is(byAddress.host, '10.0.0.1')
  t.false('servername' in byAddress)
  t.false('checkServerIdentity' in byAddress)
  t.is((await tlsClient({ sslServerName: 'other' }).options(broker)).servername, 'other')
  const unchecked = await tlsClient({ sslEndpointIdentificationAlgorithm: '' }).options(broker)
  t.is(unchecked.checkServerIdentity?.('any', {} as never), undefined)
})

test('options that contradict each other are refused', (t) => {
  for (const options of [
    { sslKeystoreKey: 'x' },
    { sslKeystoreCertificateChain: 'x' },
    { sslTruststoreLocation: 'a', sslTruststoreCertificates: 'b' },
    { sslKeystoreLocation: 'a', sslKeystoreKey: 'b', sslKeystoreCertificateChain: 'c' },
    { sslEnabledProtocols: ['SSLv3'] },
  ]) {
    t.throws(() => tlsClient(options), { instanceOf: UsageError })
  }
})
