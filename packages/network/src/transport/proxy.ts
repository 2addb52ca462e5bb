// Proxies that a client reaches brokers through: SOCKS 5 (RFC 1928, RFC 1929) and HTTP CONNECT (RFC 9110, section 9.3.6). The proxy looks names up.
import type { Socket } from 'node:net'

import { AuthenticationError, UsageError } from '@odradek/protocol'

import { formatAddress } from '../bootstrap-servers.ts'
import { connectTcp } from './connect-tcp.ts'
import { type ByteSource, byteSource } from './byte-source.ts'
import type { Address, SocketFactory } from './transport.ts'

interface Proxy {
  readonly address: Address
  readonly user: string
  readonly password: string
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 8080, 'socks5:': 1080, 'socks5h:': 1080 }
const SOCKS_VERSION = 5
const NO_AUTHENTICATION = 0
const USERNAME_PASSWORD = 2
const CONNECT = 1
const DOMAIN = 3
const MOST_HEADER_BYTES = 65_536
const SOCKS_REPLIES: Readonly<Record<number, readonly [string, string]>> = {
  1: ['it failed', 'EPROXY'],
  2: ['its rules do not allow it', 'EACCES'],
  3: ['the network is unreachable', 'ENETUNREACH'],
  4: ['the host is unreachable', 'EHOSTUNREACH'],
  5: ['the connection was refused', 'ECONNREFUSED'],
  6: ['it took too long', 'ETIMEDOUT'],
  7: ['it does not know the command', 'EPROXY'],
  8: ['it does not know the type of address', 'EPROXY'],
}

/** Reads `socks5://user:password@host:port` or `http://...`. Throws UsageError, which does not show it: it may hold a password. */
export function proxySocketFactory(text: string): SocketFactory {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const port = url === undefined ? undefined : DEFAULT_PORTS[url.protocol]
  if (url === undefined || port === undefined || url.hostname === '') {
    throw new UsageError(
      'option proxy must be socks5://[user:password@]host[:port] or http://[user:password@]host[:port]',
    )
  }
  const proxy: Proxy = {
    // URL drops the port 80 of http:, which is meant where it stands.
    address: {
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? portOf(text, port) : Number(url.port),
    },
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  }
  const shake = url.protocol === 'http:' ? httpConnect : socksConnect
  return async (address, signal) => {
    const socket = await open(proxy, signal)
    const source = byteSource(socket)
    try {
      await shake(socket, source, proxy, address)
      source.release()
      return socket
    } catch (error) {
      socket.destroy()
      throw error
    }
  }
}

function portOf(text: string, fallback: number): number {
  return /:80\/?$/.test(text) ? 80 : fallback
}

function open({ address }: Proxy, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp(address)
    const onAbort = () => socket.destroy()
    signal.addEventListener('abort', onAbort, { once: true })
    socket.once('connect', () => resolve(socket))
    socket.on('error', (cause) => {
      const { code } = cause as NodeJS.ErrnoException
      const error = new Error(`no connection to the proxy ${formatAddress(address)}: ${cause.message || code}`, {
        cause,
      })
      reject(Object.assign(error, { code }))
    })
    socket.once('close', () => reject(new Error(`no connection to the proxy ${formatAddress(address)}`)))
  })
}

async function httpConnect(socket: Socket, source: ByteSource, proxy: Proxy, address: Address): Promise<void> {
  const target = formatAddress(address)
  const credentials = Buffer.from(`${proxy.user}:${proxy.password}`, 'utf8').toString('base64')
  const authorization = proxy.user === '' ? '' : `Proxy-Authorization: Basic ${credentials}\r\n`
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${authorization}\r\n`)
  const head = (await source.until('\r\n\r\n', MOST_HEADER_BYTES)).toString('latin1')
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1])
  if (status >= 200 && status < 300) return
  const who = `the proxy ${formatAddress(proxy.address)}`
  if (status === 407) throw refused(`${who} wants other credentials (HTTP 407)`)
  if (Number.isNaN(status)) throw proxyError(`${who} does not speak HTTP`, 'EPROXY')
  throw proxyError(`${who} does not connect to ${target}: HTTP ${status}`, 'EPROXY')
}

async function socksConnect(socket: Socket, source: ByteSource, proxy: Proxy, address: Address): Promise<void> {
  const who = `the proxy ${formatAddress(proxy.address)}`
  const methods = proxy.user === '' ? [NO_AUTHENTICATION] : [NO_AUTHENTICATION, USERNAME_PASSWORD]
  socket.write(new Uint8Array([SOCKS_VERSION, methods.length, ...methods]))
  const [version, method] = await source.take(2)
  if (version !== SOCKS_VERSION) throw proxyError(`${who} does not speak SOCKS 5`, 'EPROXY')
  if (method === USERNAME_PASSWORD && proxy.user !== '') {
    const user = limited(proxy.user)
    const password = limited(proxy.password)
    socket.write(new Uint8Array([1, user.length, ...user, password.length, ...password]))
    const answer = await source.take(2)
    if (answer[1] !== 0) throw refused(`${who} refuses the credentials`)
  } else if (method !== NO_AUTHENTICATION)
    throw refused(`${who} wants credentials: give them as user:password@ in the option proxy`)
  const host = limited(address.host)
  socket.write(
    new Uint8Array([SOCKS_VERSION, CONNECT, 0, DOMAIN, host.length, ...host, address.port >> 8, address.port & 0xff]),
  )
  const [, reply, , kind, first] = await source.take(5)
  if (reply !== 0) {
    const [why, code] = SOCKS_REPLIES[reply!] ?? [`it answers ${reply}`, 'EPROXY']
    throw proxyError(`${who} does not connect to ${formatAddress(address)}: ${why}`, code)
  }
  // Its own address, of 4, 16 or some bytes, of which one is read already; and a port.
  const length = kind === 1 ? 3 : kind === 4 ? 15 : first!
  await source.take(length + 2)
}

function limited(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length <= 255) return bytes
  throw refused('SOCKS 5 has names and passwords of up to 255 bytes')
}

function refused(text: string): AuthenticationError {
  return new AuthenticationError(text, { reason: 'credentials' })
}

function proxyError(text: string, code: string): Error {
  return Object.assign(new Error(text), { code })
}
