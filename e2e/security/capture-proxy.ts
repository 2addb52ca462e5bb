import { connect, createServer, type Server, type Socket } from 'node:net'

/** Stands between a client and a broker and keeps every byte of both directions. */
export class CaptureProxy implements AsyncDisposable {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #chunks: Buffer[] = []
  /** Connections that clients have opened. */
  connections = 0

  private constructor(server: Server) {
    this.#server = server
  }

  /** Forwards to a port of this machine. */
  static async start(port: number, host = '127.0.0.1'): Promise<CaptureProxy> {
    const server = createServer()
    const proxy = new CaptureProxy(server)
    server.on('connection', (client) => proxy.#forward(client, connect({ host, port })))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get port(): number {
    return (this.#server.address() as { port: number }).port
  }

  /** All bytes that went either way. */
  get bytes(): Buffer {
    return Buffer.concat(this.#chunks)
  }

  /** Whether a text went by as it is, in base64 or in hex. */
  saw(text: string): boolean {
    const { bytes } = this
    const forms = [text, Buffer.from(text).toString('base64').replace(/=+$/, ''), Buffer.from(text).toString('hex')]
    return forms.some((form) => bytes.includes(form))
  }

  #forward(client: Socket, broker: Socket): void {
    this.connections++
    for (const [from, to] of [
      [client, broker],
      [broker, client],
    ] as const) {
      this.#sockets.add(from)
      from.on('data', (bytes: Buffer) => {
        this.#chunks.push(bytes)
        to.write(bytes)
      })
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
