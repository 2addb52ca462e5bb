// TLS on both sides of the proxy: a certificate for clients, and what the brokers' certificates are checked against.
import { isIP } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import { type SslOptions, TlsListening } from '@odradek/broker/internal'
import type { ConnectOptions, Environment, Transport } from '@odradek/network'
import { UsageError } from '@odradek/protocol'

/** TLS towards the brokers behind a proxy: texts in PEM. `{}` trusts what the system trusts. */
export interface UpstreamSslOptions {
  /** Who vouches for the brokers' certificates. @default what Node trusts */
  readonly ca?: string | readonly string[]
  /** The proxy's own certificate, where brokers want to see one: they take all clients for this one. */
  readonly cert?: string
  readonly key?: string
  readonly passphrase?: string
  /** The name that the brokers' certificates are for, where it is another than the host that is connected to. */
  readonly serverName?: string
  /** Whether the certificate must be for the broker's name. @default true */
  readonly checkServerName?: boolean
}

/** How ports of a proxy are opened. Throws UsageError where the certificate or a rule cannot be used. */
export function listeningTransport({ transport }: Environment, ssl: SslOptions | undefined): Transport {
  return ssl === undefined ? transport : new TlsListening(ssl).over(transport)
}

/** How a proxy connects to brokers. Throws UsageError where the network has no TLS. */
export function upstreamConnectOptions(
  { transport }: Environment,
  ssl: UpstreamSslOptions | undefined,
): ConnectOptions | undefined {
  if (ssl === undefined) return undefined
  if (transport.takesOptions !== true) throw new UsageError('Proxy option toSsl: this network has no TLS')
  if ((ssl.key === undefined) !== (ssl.cert === undefined))
    throw new UsageError('Proxy option toSsl: key and cert are given together')
  return { tls: ({ host }) => Promise.resolve(tlsOptions(ssl, host)) }
}

function tlsOptions(ssl: UpstreamSslOptions, host: string): ConnectionOptions {
  const { ca, cert, key, passphrase, serverName = host, checkServerName = true } = ssl
  return {
    host: serverName,
    // SNI is for names only (RFC 6066).
    ...(isIP(serverName) === 0 ? { servername: serverName } : {}),
    ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }),
    ...(cert === undefined ? {} : { cert, key }),
    ...(passphrase === undefined ? {} : { passphrase }),
    rejectUnauthorized: true,
    ...(checkServerName ? {} : { checkServerIdentity: () => undefined }),
  }
}
