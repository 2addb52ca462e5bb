import { createConnection, createServer, type Server, type Socket } from 'node:net'

import { formatAddress } from '../bootstrap-servers.ts'
import type { Address, ByteStream, Listener, StreamEvents, Transport } from './transport.ts'

/** TCP by `node:net`, without Nagle's delay and with keep-alive. Errors say the address and what the system said. */
export const nodeTcp: Transport = { connect, listen: (address, onStream) => listen(address, onStream, false) }

/** The same, but ports and the streams that come in by them do not keep the process alive. */
export const backgroundTcp: Transport = { connect, listen: (address, onStream) => listen(address, onStream, true) }

function connect(address: Address, events: StreamEvents): ByteStream {
  const { host, port } = address
  // Bytes are read where the owner wants them: without this Node makes a buffer of 64 KiB for each read.
  const onread = {
    buffer: () => events.readTarget!(),
    callback: (count: number, buffer: Uint8Array): boolean => stream.onRead(buffer.subarray(0, count)),
  }
  const reading = events.readTarget === undefined ? {} : { onread }
  const socket = createConnection({ host, port, noDelay: true, keepAlive: true, ...reading })
  socket.once('connect', () => events.onOpen?.())
  const stream: TcpStream = new TcpStream(socket, address, events)
  return stream
}

function listen(
  address: Address,
  onStream: (stream: ByteStream, remote: Address) => StreamEvents,
  isBackground: boolean,
): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
      if (isBackground) socket.unref()
      const remote = { host: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 }
      const stream = new TcpStream(socket, remote, undefined)
      stream.events = onStream(stream, remote)
    })
    const onError = (error: Error) => reject(addressedError('cannot listen at', address, error))
    server.once('error', onError)
    server.listen({ host: address.host, port: address.port }, () => {
      server.off('error', onError)
      // An accept that fails (too many open files) is the one connection's loss: the port stays open.
      server.on('error', () => undefined)
      if (isBackground) server.unref()
      resolve(new TcpListener(server, address.host))
    })
  })
}

class TcpListener implements Listener {
  readonly address: Address
  readonly #server: Server

  constructor(server: Server, host: string) {
    const bound = server.address()
    this.#server = server
    this.address = { host, port: typeof bound === 'object' && bound !== null ? bound.port : 0 }
  }

  close(): Promise<void> {
    // Node's close() calls back only when the open streams are gone too; the port itself is free as soon as it was called.
    this.#server.close()
    return Promise.resolve()
  }
}

/** A socket of `node:net` or `node:tls` as a byte stream. */
export class TcpStream implements ByteStream {
  events: StreamEvents | undefined
  readonly #socket: Socket
  #error: Error | undefined
  #wasPending = false
  /** Which way the bytes come; decided by the first ones. */
  #source: 'data' | 'onread' | undefined

  constructor(socket: Socket, remote: Address, events: StreamEvents | undefined) {
    this.#socket = socket
    this.events = events
    // A runtime that does not know of `onread` gives the bytes as events.
    socket.on('data', (bytes: Uint8Array) => {
      this.#source ??= 'data'
      if (this.#source === 'data') this.events?.onData(bytes)
    })
    socket.on('error', (error) => (this.#error = addressedError('connection to', remote, error)))
    socket.on('close', () => this.events?.onClose(this.#error))
  }

  /** Bytes were read to the owner's target. Returns whether to go on. */
  onRead(bytes: Uint8Array): boolean {
    this.#source ??= 'onread'
    if (this.#source === 'onread') this.events?.onData(bytes)
    return true
  }

  get pendingBytes(): number {
    return this.#socket.writableLength
  }

  write(bytes: Uint8Array): void {
    if (this.#socket.destroyed || this.#socket.writableEnded) return
    this.#socket.write(bytes, this.#onWritten)
    if (this.#socket.writableLength > 0) this.#wasPending = true
  }

  // Not the socket's `drain` event: that comes only after its high-water mark was passed.
  readonly #onWritten = (error?: Error | null): void => {
    if (error || !this.#wasPending || this.#socket.writableLength > 0) return
    this.#wasPending = false
    this.events?.onDrain?.()
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  end(): void {
    this.#socket.destroySoon()
  }

  destroy(): void {
    this.#socket.destroy()
  }
}

/** The system's error with the address in front; `code` (ECONNREFUSED, ENOTFOUND ...) is kept. */
function addressedError(what: string, address: Address, cause: Error): Error {
  const code = (cause as NodeJS.ErrnoException).code
  // Where a name has several addresses, Node puts the errors of all into one without a text of its own.
  const text = cause.message !== '' ? cause.message : (code ?? cause.name)
  return Object.assign(
    new Error(`${what} ${formatAddress(address)}: ${text}`, { cause }),
    code === undefined ? {} : { code },
  )
}
