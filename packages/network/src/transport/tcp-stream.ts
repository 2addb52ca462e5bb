import type { Duplex } from 'node:stream'

import { addressedError } from './addressed-error.ts'
import type { Address, ByteStream, StreamEvents } from './transport.ts'

/** A stream of Node (`node:net`, `node:tls` or another) as a byte stream. */
export class TcpStream implements ByteStream {
  events: StreamEvents | undefined
  readonly #socket: Duplex
  #error: Error | undefined
  #wasPending = false
  /** Which way the bytes come; decided by the first ones. */
  #source: 'data' | 'onread' | undefined

  constructor(socket: Duplex, remote: Address, events: StreamEvents | undefined) {
    this.#socket = socket
    this.events = events
    // A runtime that does not know of `onread` gives the bytes as events.
    socket.on('data', (bytes: Uint8Array) => {
      this.#source ??= 'data'
      if (this.#source === 'data') this.#handOver(bytes)
    })
    socket.on('error', (error) => (this.#error = addressedError('connection to', remote, error)))
    socket.on('close', () => this.events?.onClose(this.#error))
  }

  /** Bytes were read to the owner's target. Returns whether to go on. */
  onRead(bytes: Uint8Array): boolean {
    this.#source ??= 'onread'
    if (this.#source === 'onread') this.#handOver(bytes)
    return true
  }

  /** What is written meanwhile, such as the answers to several requests in these bytes, goes to the system in one go. */
  #handOver(bytes: Uint8Array): void {
    this.#socket.cork()
    this.events?.onData(bytes)
    this.#socket.uncork()
  }

  get pendingBytes(): number {
    return this.#socket.writableLength
  }

  write(bytes: Uint8Array): void {
    if (this.#socket.destroyed || this.#socket.writableEnded) return
    this.#socket.write(bytes, this.#onWritten)
    if (this.#socket.writableLength > 0) this.#wasPending = true
  }

  writeAll(chunks: readonly Uint8Array[]): void {
    this.#socket.cork()
    for (const chunk of chunks) this.write(chunk)
    this.#socket.uncork()
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
    // A socket's `destroySoon` does both; other streams have only the halves.
    this.#socket.end(() => this.#socket.destroy())
  }

  destroy(): void {
    this.#socket.destroy()
  }
}
