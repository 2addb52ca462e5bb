// The sockets around the core: takes connections, numbers requests, keeps the one timer.
import type { Clock, Listener, Timer, Transport } from '@odradek/network'
import type { Address, ByteStream } from '@odradek/network'
import { Connection, type ConnectionOwner, type ConnectionRequest } from './connection.ts'
import type { BrokerCore } from './core/broker-core.ts'
import type { BrokerEvent, BrokerEventListener } from './events.ts'

/** What a server is made with. */
export interface ServerSettings {
  readonly core: BrokerCore
  readonly clock: Clock
  readonly transport: Transport
  readonly maxFrameSize: number
  readonly onEvent: BrokerEventListener
}

/** Serves a core to connections. */
export class Server implements ConnectionOwner {
  readonly #settings: ServerSettings
  readonly #connections = new Set<Connection>()
  /** Which connection waits for which request. */
  readonly #waiting = new Map<number, Connection>()
  #listener: Listener | undefined
  #timer: Timer | undefined
  #timerAtMs = Infinity
  #nextConnectionId = 1
  #nextRequestId = 1
  #running = false

  constructor(settings: ServerSettings) {
    this.#settings = settings
  }

  /** Opens the port, and says which one it is. Rejects where it is taken. */
  async listen(address: Address): Promise<Address> {
    this.#listener = await this.#settings.transport.listen(address, (stream, remote) => this.#accept(stream, remote))
    return this.#listener.address
  }

  /** Closes the port and all connections. */
  async close(): Promise<void> {
    this.#timer?.cancel()
    this.#timer = undefined
    const closed = this.#listener?.close()
    for (const connection of [...this.#connections]) connection.close()
    await closed
  }

  #accept(stream: ByteStream, remote: Address): Connection {
    const connection = new Connection(this.#nextConnectionId++, stream, remote.host, this.#settings.maxFrameSize, this)
    this.#connections.add(connection)
    this.#tell({ type: 'connection-opened', connectionId: connection.id, remote: `${remote.host}:${remote.port}` })
    return connection
  }

  onRequest(connection: Connection, { entry, version, clientId, body }: ConnectionRequest): void {
    const { core, clock } = this.#settings
    const id = this.#nextRequestId++
    this.#waiting.set(id, connection)
    const from = { clientId, clientHost: `/${connection.remoteHost}`, receivedAtMs: clock.wallClockMs() }
    core.onRequest(entry, { id, apiKey: entry.apiKey, version, ...from, body }, clock.nowMs())
    this.#run()
  }

  onClosed(connection: Connection, reason: string | undefined): void {
    this.#connections.delete(connection)
    for (const [requestId, waiting] of this.#waiting) {
      if (waiting !== connection) continue
      this.#waiting.delete(requestId)
      this.#settings.core.onAbandoned(requestId)
    }
    const closed = { type: 'connection-closed', connectionId: connection.id } as const
    this.#tell(reason === undefined ? closed : { ...closed, reason })
  }

  onFailure(connection: Connection, { entry, version }: ConnectionRequest, error: unknown): void {
    const api = entry.api.name
    this.#tell({ type: 'request-failed', connectionId: connection.id, api, version, error })
  }

  /** Hands out what has ended, until nothing more does: an answer lets its connection bring the next request. */
  #run(): void {
    if (this.#running) return
    this.#running = true
    const { core, clock } = this.#settings
    let result = core.poll(clock.nowMs())
    while (result.ended.length > 0) {
      for (const { requestId, ending } of result.ended) {
        const connection = this.#waiting.get(requestId)
        this.#waiting.delete(requestId)
        connection?.onEnded(ending)
      }
      result = core.poll(clock.nowMs())
    }
    this.#running = false
    this.#setTimer(result.nextPollAtMs)
  }

  #setTimer(atMs: number): void {
    if (this.#timer !== undefined && this.#timerAtMs === atMs) return
    this.#timer?.cancel()
    this.#timer = undefined
    this.#timerAtMs = atMs
    if (atMs === Infinity) return
    this.#timer = this.#settings.clock.setTimer(atMs - this.#settings.clock.nowMs(), () => {
      this.#timer = undefined
      this.#run()
    })
  }

  #tell(event: BrokerEvent): void {
    try {
      this.#settings.onEvent(event)
    } catch {
      // A listener's fault must not reach the clients of the broker.
    }
  }
}
