import { createPrivateKey, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:tls'
import test from 'ava'
import { CertificateAuthority } from '../src/certificates.ts'

const nowMs = Date.UTC(2026, 0, 15)
const hourMs = 3_600_000

test('the authority may sign, and signs itself', async (t) => {
  const authority = new X509Certificate((await CertificateAuthority.create('One CA', nowMs)).certificate)
  t.true(authority.ca)
  t.is(authority.subject, 'CN=One CA')
  t.true(authority.verify(authority.publicKey))
})

test('what it signs names its subject and hosts, may not sign, and fits its key', async (t) => {
  const authority = await CertificateAuthority.create()
  const issued = await authority.issue({ commonName: 'broker', hosts: ['localhost', '127.0.0.1'] }, nowMs)
  const certificate = new X509Certificate(issued.certificate)
  t.false(certificate.ca)
  t.is(certificate.subject, 'CN=broker')
  t.is(certificate.checkHost('localhost'), 'localhost')
  t.is(certificate.checkIP('127.0.0.1'), '127.0.0.1')
  t.is(certificate.checkHost('elsewhere'), undefined)
  t.true(certificate.checkPrivateKey(createPrivateKey(issued.key)))
  t.true(certificate.verify(new X509Certificate(authority.certificate).publicKey))
  // Kafka's PEM stores take PKCS #8 alone.
  t.regex(issued.key, /^-----BEGIN PRIVATE KEY-----/)
})

test('it is good from an hour ago for ten days, or for as long as was asked', async (t) => {
  const authority = await CertificateAuthority.create()
  const usual = new X509Certificate((await authority.issue({ commonName: 'a' }, nowMs)).certificate)
  t.is(Date.parse(usual.validFrom), nowMs - hourMs)
  t.is(Date.parse(usual.validTo), nowMs + 240 * hourMs)
  const notAfter = new Date(nowMs - 1000)
  const expired = new X509Certificate((await authority.issue({ commonName: 'a', notAfter }, nowMs)).certificate)
  t.is(Date.parse(expired.validTo), nowMs - 1000)
})

test('no two authorities trust each other’s certificates, although they have the same name', async (t) => {
  const [one, other] = [await CertificateAuthority.create(), await CertificateAuthority.create()]
  const issued = new X509Certificate((await one.issue({ commonName: 'a' })).certificate)
  t.false(issued.verify(new X509Certificate(other.certificate).publicKey))
})

test('a TLS server with it is trusted by who trusts the authority, and takes clients that it has signed', async (t) => {
  const authority = await CertificateAuthority.create()
  const broker = await authority.issue({ commonName: 'broker', hosts: ['localhost'] })
  const client = await authority.issue({ commonName: 'alice' })
  const trust = { ca: authority.certificate, requestCert: true, rejectUnauthorized: true }
  const server = createServer({ key: broker.key, cert: broker.certificate, ...trust }, (socket) => {
    socket.end(String(socket.getPeerCertificate().subject.CN))
  })
  server.listen(0, '127.0.0.1')
  t.teardown(() => server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const shown = { key: client.key, cert: client.certificate, ca: authority.certificate }
  const socket = connect({ host: '127.0.0.1', port, servername: 'localhost', ...shown })
  const [name] = (await once(socket, 'data')) as [Buffer]
  t.is(name.toString(), 'alice')
})
