// A client that speaks in frames: for tests of what goes over the wire.
import type { Address, ByteStream, Transport } from '@odradek/network'
import { type Api, decodeResponseFrame, encodeRequestFrame, FrameSplitter, type MessageInput } from '@odradek/protocol'

export class RawClient {
  readonly #stream: ByteStream
  readonly #splitter = new FrameSplitter(0x7fffffff)
  readonly #frames: Uint8Array[] = []
  readonly #waiting: ((frame: Uint8Array | undefined) => void)[] = []
  /** Resolves when the stream is gone. */
  readonly closed: Promise<void>
  readonly opened: Promise<void>
  isClosed = false
  readonly #clientId: string
  #correlationId = 100

  constructor(transport: Transport, address: Address, clientId = 'raw') {
    this.#clientId = clientId
    let onOpen = () => {}
    let onClosed = () => {}
    this.opened = new Promise((resolve) => (onOpen = resolve))
    this.closed = new Promise((resolve) => (onClosed = resolve))
    this.#stream = transport.connect(address, {
      onOpen,
      onData: (bytes) => this.#onData(bytes),
      onClose: () => {
        this.isClosed = true
        for (const resolve of this.#waiting.splice(0)) resolve(undefined)
        onClosed()
      },
    })
  }

  #onData(bytes: Uint8Array): void {
    for (const frame of this.#splitter.push(bytes.slice())) {
      const waiting = this.#waiting.shift()
      if (waiting === undefined) this.#frames.push(frame)
      else waiting(frame)
    }
  }

  write(bytes: Uint8Array): void {
    this.#stream.write(bytes)
  }

  pause(): void {
    this.#stream.pause()
  }

  resume(): void {
    this.#stream.resume()
  }

  /** The next frame that comes; undefined where the stream ends first. */
  frame(): Promise<Uint8Array | undefined> {
    const frame = this.#frames.shift()
    if (frame !== undefined || this.isClosed) return Promise.resolve(frame)
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** Sends a request, and gives back its answer when it comes; answers come in the order of the requests. */
  async ask<Request, Response>(
    api: Api<Request, Response>,
    version: number,
    request: MessageInput<Request>,
  ): Promise<Response> {
    const correlationId = this.#correlationId++
    this.write(encodeRequestFrame(api, version, correlationId, this.#clientId, request))
    const frame = await this.frame()
    if (frame === undefined) throw new Error(`the connection was closed instead of answering ${api.name} ${version}`)
    const answer = decodeResponseFrame(api, version, frame)
    if (answer.correlationId !== correlationId)
      throw new Error(`answer ${answer.correlationId} to request ${correlationId}`)
    return answer.response
  }

  close(): void {
    this.#stream.destroy()
  }
}
