// How a token endpoint is asked whose certificate is signed by an authority of one's own, or which wants a certificate of the client: `fetch` cannot
// be told of either, `node:https` can.
import { type IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { Readable } from 'node:stream'

import type { NetworkConfig } from '../network-options.ts'
import { TlsClient } from '../tls/tls-client.ts'

const SSL_OPTIONS = {
  'ssl.truststore.location': 'sslTruststoreLocation',
  'ssl.truststore.certificates': 'sslTruststoreCertificates',
  'ssl.truststore.password': 'sslTruststorePassword',
  'ssl.keystore.location': 'sslKeystoreLocation',
  'ssl.keystore.key': 'sslKeystoreKey',
  'ssl.keystore.certificate.chain': 'sslKeystoreCertificateChain',
  'ssl.keystore.password': 'sslKeystorePassword',
  'ssl.key.password': 'sslKeyPassword',
} as const

/**
 * A `fetch` by the ssl.* options of the client, or by those of `sasl.jaas.config`, where Kafka has them for the token endpoint. What they trust is trusted
 * beside Node's authorities: brokers often have one of their own where the identity provider has none. Undefined where nothing is set.
 */
export function tokenEndpointFetch(
  config: NetworkConfig,
  jaasOptions: Readonly<Record<string, string>>,
): typeof fetch | undefined {
  const inJaas = Object.entries(SSL_OPTIONS).filter(([kafkaName]) => jaasOptions[kafkaName] !== undefined)
  const ofJaas = Object.fromEntries(inJaas.map(([kafkaName, name]) => [name, jaasOptions[kafkaName]]))
  const none = Object.fromEntries(Object.values(SSL_OPTIONS).map((name) => [name, undefined]))
  const nameCheck = jaasOptions['ssl.endpoint.identification.algorithm'] ?? 'https'
  const tlsConfig = {
    ...config,
    ...(inJaas.length === 0 ? {} : { ...none, ...ofJaas }),
    // Both are of the brokers: a check of names that is switched off for them would hand the client's secret to whoever has any public certificate.
    sslServerName: undefined,
    sslEndpointIdentificationAlgorithm: nameCheck,
  }
  if (nameCheck !== '' && Object.values(SSL_OPTIONS).every((name) => tlsConfig[name] === undefined)) return undefined
  const tls = new TlsClient(tlsConfig, { trustsSystemToo: true })
  return async (input, init) => {
    const url = new URL(String(input))
    return url.protocol === 'https:' ? ask(url, init ?? {}, tls) : fetch(input, init)
  }
}

async function ask(url: URL, init: RequestInit, tls: TlsClient): Promise<Response> {
  // A host in brackets is an IPv6 address.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const options = await tls.options({ host, port: Number(url.port || 443) })
  const body = String(init.body ?? '')
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(
      url,
      {
        ...options,
        method: init.method ?? 'GET',
        headers: {
          'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
          ...(init.headers as Record<string, string>),
          'content-length': String(Buffer.byteLength(body)),
        },
        // One question an hour needs no connection that is kept.
        agent: false,
        ...(init.signal ? { signal: init.signal } : {}),
      },
      resolve,
    )
    sent.once('error', reject)
    sent.end(body)
  })
  const { statusCode = 500 } = answer
  if (init.redirect === 'error' && statusCode >= 300 && statusCode < 400) {
    answer.destroy()
    throw new Error('it redirects')
  }
  const isEmpty = statusCode === 204 || statusCode === 304
  return new Response(isEmpty ? null : (Readable.toWeb(answer) as ReadableStream), { status: statusCode })
}
