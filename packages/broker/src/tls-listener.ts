import { createServer, type PeerCertificate, type TLSSocket } from 'node:tls'
import type { Address, ByteStream, Listener, StreamEvents, Transport } from '@odradek/network'
import { TcpStream } from '@odradek/network/internal'
import { type PrincipalMapper, principalMapper } from './core/security/ssl-principal.ts'
import type { SslOptions } from './security-options.ts'

/** The names of RFC 2253; Java writes others as numbers. */
const ESCAPED = /([,+"\\<>;])/g

/** TLS on the broker's side. A stream comes to be when its handshake is done, and knows who is at the other end. */
export class TlsListening {
  readonly #ssl: SslOptions
  readonly #mapper: PrincipalMapper
  readonly #peers = new WeakMap<ByteStream, string>()

  /** Throws UsageError where a rule is none. */
  constructor(ssl: SslOptions) {
    this.#ssl = ssl
    this.#mapper = principalMapper(ssl.principalMappingRules ?? [])
  }

  /** Who is at the other end, as `User:...`; undefined where the client has shown no certificate. */
  peerPrincipal(stream: ByteStream): string | undefined {
    return this.#peers.get(stream)
  }

  /** A transport that listens by TLS, and connects as `transport` does. */
  over(transport: Transport): Transport {
    return {
      connect: (address, events) => transport.connect(address, events),
      listen: (address, onStream) => this.#listen(address, onStream, transport.isBackground === true),
    }
  }

  #listen(
    address: Address,
    onStream: (stream: ByteStream, remote: Address) => StreamEvents,
    isBackground: boolean,
  ): Promise<Listener> {
    const { key, cert, passphrase, ca, clientAuth = 'none' } = this.#ssl
    const trust = ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }
    const server = createServer({
      key,
      cert,
      ...trust,
      ...(passphrase !== undefined && { passphrase }),
      requestCert: clientAuth !== 'none',
      rejectUnauthorized: clientAuth === 'required',
      noDelay: true,
    })
    if (isBackground) server.on('connection', (socket) => socket.unref()).unref()
    server.on('secureConnection', (socket) => this.#onSocket(socket, onStream))
    // A handshake that fails is the one connection's loss.
    server.on('tlsClientError', () => undefined)
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host: address.host, port: address.port }, () => {
        server.off('error', reject)
        server.on('error', () => undefined)
        const bound = server.address()
        const port = typeof bound === 'object' && bound !== null ? bound.port : 0
        const close = () => {
          server.close()
          return Promise.resolve()
        }
        resolve({ address: { host: address.host, port }, close })
      })
    })
  }

  #onSocket(socket: TLSSocket, onStream: (stream: ByteStream, remote: Address) => StreamEvents): void {
    const remote = { host: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 }
    const stream = new TcpStream(socket, remote, undefined)
    const certificate: PeerCertificate | null = socket.getPeerCertificate()
    const hasShown = certificate !== null && Object.keys(certificate).length > 0
    // Whoever shows a certificate that nobody vouches for is not taken for somebody unknown.
    if (hasShown && !socket.authorized) return void socket.destroy()
    if (hasShown) this.#peers.set(stream, `User:${this.#mapper(distinguishedName(certificate))}`)
    stream.events = onStream(stream, remote)
  }
}

/** A subject as Java writes it (RFC 2253): the last part of the certificate first. */
function distinguishedName({ subject }: PeerCertificate): string {
  const parts = Object.entries(subject as unknown as Record<string, string | string[]>).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${name}=${escaped(one)}`),
  )
  return parts.reverse().join(',')
}

function escaped(value: string): string {
  return value
    .replaceAll(ESCAPED, '\\$1')
    .replace(/^([ #])/, '\\$1')
    .replace(/ $/, '\\ ')
}
