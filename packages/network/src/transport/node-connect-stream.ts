import { type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as connectTls, type TLSSocket } from 'node:tls'

import { addressedError } from './addressed-error.ts'
import { connectTcp } from './connect-tcp.ts'
import { TcpStream } from './tcp-stream.ts'
import type { Address, ByteStream, ConnectOptions, StreamEvents } from './transport.ts'

/** A stream that is made in steps: TCP or what a socket factory gives, then TLS. */
export class NodeConnectStream implements ByteStream {
  readonly #address: Address
  readonly #events: StreamEvents
  readonly #abort = new AbortController()
  /** What is open so far, while it is not whole. */
  #parts: Duplex[] = []
  #stream: TcpStream | undefined
  #error: Error | undefined

  constructor(address: Address, events: StreamEvents, options: ConnectOptions) {
    this.#address = address
    this.#events = events
    void this.#open(options)
  }

  get pendingBytes(): number {
    return this.#stream?.pendingBytes ?? 0
  }

  write(bytes: Uint8Array): void {
    this.#stream?.write(bytes)
  }

  pause(): void {
    this.#stream?.pause()
  }

  resume(): void {
    this.#stream?.resume()
  }

  end(): void {
    if (this.#stream === undefined) this.destroy()
    else this.#stream.end()
  }

  destroy(): void {
    if (this.#stream !== undefined) this.#stream.destroy()
    else this.#abort.abort()
  }

  async #open({ socketFactory, tls }: ConnectOptions): Promise<void> {
    const { signal } = this.#abort
    try {
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('it was given up')), { once: true })
      })
      const socket = await Promise.race([this.#build(socketFactory, tls), aborted])
      // It may have ended in the very turn in which it opened: nobody would hear of it any more.
      if (socket.destroyed) throw this.#error ?? new Error('closed as soon as it was open')
      this.#stream = new TcpStream(socket, this.#address, this.#events)
      this.#events.onOpen?.()
      // A socket factory may have read from it before, and paused it so that nothing is lost.
      socket.resume()
    } catch (error) {
      this.#abort.abort()
      for (const part of this.#parts) part.destroy()
      // Whoever destroyed the stream does not hear why.
      const cause = error instanceof Error ? error : new Error(String(error))
      this.#events.onClose(addressedError('connection to', this.#address, cause))
    }
  }

  async #build(socketFactory: ConnectOptions['socketFactory'], tls: ConnectOptions['tls']): Promise<Duplex> {
    const address = this.#address
    // Keys are read first: where they cannot be, nobody is to be bothered.
    const tlsOptions = await tls?.(address)
    const made = socketFactory?.(address, this.#abort.signal) ?? connectTcp(address)
    const socket = await made
    this.#keep(socket)
    if (socketFactory === undefined) await connected(socket as Socket)
    if (tlsOptions === undefined) return socket
    const secure = connectTls({ host: address.host, ...tlsOptions, socket })
    this.#keep(secure)
    await handshake(secure, socket)
    return secure
  }

  #keep(part: Duplex): void {
    this.#parts.push(part)
    // An error may come when nobody else listens any more, or not yet.
    part.on('error', (error) => (this.#error ??= error))
    if (this.#abort.signal.aborted) part.destroy()
  }
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('closed before it was open')))
  })
}

/** Says of an error of the handshake whether the other side has said anything: `hasAnswered`. */
function handshake(secure: TLSSocket, below: Duplex): Promise<void> {
  let isAnswered = false
  const bytesRead = () => (below as { bytesRead?: number }).bytesRead ?? 0
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      isAnswered ||= bytesRead() > 0
      reject(Object.assign(error, { duringTlsHandshake: true, hasAnswered: isAnswered }))
    }
    secure.once('secureConnect', resolve)
    secure.once('error', fail)
    secure.once('close', () => fail(new Error('closed during the TLS handshake')))
  })
}
