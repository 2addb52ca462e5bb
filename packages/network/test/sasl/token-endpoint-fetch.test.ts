import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { type NetworkOptions, networkOptionTable } from '@odradek/network'
import { resolveOptions } from '@odradek/network/internal'
import { makeCertificate } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { tokenEndpointFetch } from '../../src/sasl/token-endpoint-fetch.ts'

const authority = makeCertificate({ name: 'Authority of the identity provider' })
const other = makeCertificate({ name: 'Authority of the brokers' })

/** An identity provider whose certificate `authority` has signed, unless `options` has another; it answers with what it was asked, and by whom. */
async function provider(t: ExecutionContext, options: ServerOptions = {}) {
  const ca = await authority
  const { key, cert } = await makeCertificate({ name: 'idp', ca })
  const server = createServer({ key, cert, ...options }, (request, response) => {
    if (request.url === '/moved') {
      response.writeHead(302, { location: 'https://elsewhere.example/' }).end()
      return
    }
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      const { subject } = (request.socket as TLSSocket).getPeerCertificate()
      const { method, headers } = request
      const { authorization } = headers
      response.writeHead(201).end(JSON.stringify({ body, method, authorization, who: subject?.CN }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => void server.close())
  return `https://localhost:${(server.address() as AddressInfo).port}`
}

function fetchOf(options: Partial<NetworkOptions>, jaas: Readonly<Record<string, string>> = {}) {
  return tokenEndpointFetch(
    resolveOptions('Client', networkOptionTable, { bootstrapServers: 'localhost:9092', ...options }),
    jaas,
  )
}

const question = {
  method: 'POST',
  headers: { authorization: 'Basic x' },
  body: new URLSearchParams({ grant_type: 'client_credentials' }),
  redirect: 'error',
} as const

test('without options for TLS there is nothing to do', (t) => {
  t.is(fetchOf({}), undefined)
  t.is(fetchOf({ sslServerName: 'broker' }), undefined)
})

test('an authority of the options is trusted, by the client or by its JAAS configuration', async (t) => {
  const url = await provider(t)
  const { cert } = await authority
  for (const fetch of [
    fetchOf({ sslTruststoreCertificates: cert, sslServerName: 'broker' })!,
    fetchOf({ sslTruststoreCertificates: (await other).cert }, { 'ssl.truststore.certificates': cert })!,
  ]) {
    const response = await fetch(`${url}/token`, question)
    t.is(response.status, 201)
    t.deepEqual(await response.json(), {
      body: 'grant_type=client_credentials',
      method: 'POST',
      authorization: 'Basic x',
    })
  }
})

test('an authority of NODE_EXTRA_CA_CERTS is trusted beside those of the options', async (t) => {
  const url = await provider(t)
  const folder = mkdtempSync(join(tmpdir(), 'odradek-extra-ca-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const extra = join(folder, 'extra.pem')
  writeFileSync(extra, (await authority).cert)
  const script = fileURLToPath(new URL('../support/ask-token-endpoint.ts', import.meta.url))
  const ask = async (more: NodeJS.ProcessEnv) => {
    const args = ['--import=tsx', '--conditions=source', script, url, (await other).cert]
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...more } })
    return stdout.trim()
  }
  t.is(await ask({ NODE_EXTRA_CA_CERTS: extra }), '201')
  t.not(await ask({ NODE_EXTRA_CA_CERTS: '' }), '201')
  t.not(await ask({ NODE_EXTRA_CA_CERTS: join(folder, 'nowhere.pem') }), '201')
})

test('another authority is not, and no redirect is followed', async (t) => {
  const url = await provider(t)
  const wrong = fetchOf({ sslTruststoreCertificates: (await other).cert })!
  await t.throwsAsync(wrong(`${url}/token`, question), { message: /certificate/ })
  const right = fetchOf({ sslTruststoreCertificates: (await authority).cert })!
  await t.throwsAsync(right(`${url}/moved`, question), { message: 'it redirects' })
})

test('the certificate is for the host of the URL, whether or not the names of brokers are checked', async (t) => {
  const ca = await authority
  const url = await provider(t, await makeCertificate({ name: 'elsewhere', hosts: ['elsewhere.example'], ca }))
  const options = { sslTruststoreCertificates: ca.cert, sslEndpointIdentificationAlgorithm: '' }
  await t.throwsAsync(fetchOf(options)!(url, question), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  const ofJaas = { 'ssl.truststore.certificates': ca.cert }
  await t.throwsAsync(fetchOf(options, ofJaas)!(url, question), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  const unchecked = fetchOf({}, { ...ofJaas, 'ssl.endpoint.identification.algorithm': '' })!
  t.is((await unchecked(url, question)).status, 201)
  t.truthy(fetchOf({}, { 'ssl.endpoint.identification.algorithm': '' }))
})

test('a certificate of the client is shown', async (t) => {
  const ca = await authority
  const url = await provider(t, { requestCert: true, rejectUnauthorized: true, ca: ca.cert })
  const { key, cert } = await makeCertificate({ name: 'shop', ca })
  const fetch = fetchOf({
    sslTruststoreCertificates: ca.cert,
    sslKeystoreKey: key,
    sslKeystoreCertificateChain: cert,
  })!
  const { who } = (await (await fetch(url, question)).json()) as { who: string }
  t.is(who, 'shop')
  const nobody = fetchOf({ sslTruststoreCertificates: ca.cert })!
  await t.throwsAsync(nobody(url, question))
})

test('a question that is given up ends', async (t) => {
  const url = await provider(t)
  const fetch = fetchOf({ sslTruststoreCertificates: (await authority).cert })!
  await t.throwsAsync(fetch(url, { ...question, signal: AbortSignal.abort() }), { name: 'AbortError' })
})
