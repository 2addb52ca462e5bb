// A network within one process: for tests, and for a client and a broker that share a process. Everything arrives in a later microtask,
// or after a delay by the given clock, so that a test with a fake clock runs the same way each time.
import { formatAddress } from '../bootstrap-servers.ts'
import type { Clock } from '../clock.ts'
import type { Address, ByteStream, Listener, StreamEvents, Transport } from './transport.ts'

/** What a MemoryNetwork may be told. */
export interface MemoryNetworkOptions {
  /** Needed where there is a latency. */
  readonly clock?: Clock
  /** How long opening, bytes and closing take one way, in milliseconds. @default 0 */
  readonly latencyMs?: number
  /** Bytes arrive in pieces of at most this size: a number, or what gives one for each piece. @default no limit */
  readonly pieceSize?: number | (() => number)
}

/** One connection of a MemoryNetwork, for tests that disturb it. */
export interface MemoryConnection {
  /** Where it was opened to. */
  readonly address: Address
  readonly isOpen: boolean
  /** Breaks it: both sides are told, with an error such as a reset connection gives. What is under way is lost. */
  cut(): void
  /** From now on nothing that one side writes arrives, and neither side is told: as with a broken cable. */
  swallow(from: 'connector' | 'listener' | 'both'): void
}

/** How much a paused reader lets the writer send before bytes count as pending: what a system's own buffers would take. */
const WINDOW_BYTES = 65_536

/** The first port that `listen` gives out for port 0. */
const FIRST_FREE_PORT = 49_152

type OnStream = (stream: ByteStream, remote: Address) => StreamEvents

/** A Transport in memory. A host may be any name. Nothing listens at an address: the connection is refused, as by TCP. */
export class MemoryNetwork implements Transport {
  readonly #options: MemoryNetworkOptions
  readonly #listeners = new Map<string, OnStream>()
  readonly #connections = new Set<Connection>()
  readonly #unreachable = new Set<string>()
  readonly #refusing = new Set<string>()
  #nextPort = FIRST_FREE_PORT

  constructor(options: MemoryNetworkOptions = {}) {
    this.#options = options
  }

  /** The connections that are open or being opened, oldest first. */
  get connections(): readonly MemoryConnection[] {
    return [...this.#connections]
  }

  connect(address: Address, events: StreamEvents): ByteStream {
    const connection = new Connection(address, { ...this.#options }, () => this.#connections.delete(connection))
    this.#connections.add(connection)
    connection.connector.events = events
    const remote = { host: 'memory', port: this.#nextPort++ }
    const key = formatAddress(address)
    connection.after(() => {
      if (!connection.isOpen || this.#unreachable.has(key)) return
      const onStream = this.#refusing.has(key) ? undefined : this.#listeners.get(key)
      if (onStream === undefined) {
        const refused = new Error(`connection to ${key}: connect ECONNREFUSED ${key}`)
        connection.close(Object.assign(refused, { code: 'ECONNREFUSED' }), undefined)
        return
      }
      connection.open(() => onStream(connection.listener, remote))
    })
    return connection.connector
  }

  listen(address: Address, onStream: OnStream): Promise<Listener> {
    const bound = address.port === 0 ? { ...address, port: this.#nextPort++ } : address
    const key = formatAddress(bound)
    if (this.#listeners.has(key)) {
      const taken = new Error(`cannot listen at ${key}: listen EADDRINUSE: address already in use ${key}`)
      return Promise.reject(Object.assign(taken, { code: 'EADDRINUSE' }))
    }
    this.#listeners.set(key, onStream)
    const close = () => {
      if (this.#listeners.get(key) === onStream) this.#listeners.delete(key)
      return Promise.resolve()
    }
    return Promise.resolve({ address: bound, close })
  }

  /** Whether connections to an address are left hanging, neither opened nor refused: as when a firewall drops packets. */
  setUnreachable(address: Address, isUnreachable = true): void {
    if (isUnreachable) this.#unreachable.add(formatAddress(address))
    else this.#unreachable.delete(formatAddress(address))
  }

  /** Whether connections to an address are refused although something listens there. */
  setRefusing(address: Address, isRefusing = true): void {
    if (isRefusing) this.#refusing.add(formatAddress(address))
    else this.#refusing.delete(formatAddress(address))
  }

  /** Breaks all connections, or those to one address. */
  cut(address?: Address): void {
    const key = address && formatAddress(address)
    for (const connection of [...this.#connections]) {
      if (key === undefined || formatAddress(connection.address) === key) connection.cut()
    }
  }
}

/** Two ends and what travels between them. */
class Connection implements MemoryConnection {
  readonly address: Address
  readonly connector: End
  readonly listener: End
  readonly options: MemoryNetworkOptions
  isOpen = true
  readonly #onGone: () => void

  constructor(address: Address, options: MemoryNetworkOptions, onGone: () => void) {
    this.address = address
    this.options = options
    this.#onGone = onGone
    this.connector = new End(this)
    this.listener = new End(this)
    this.connector.peer = this.listener
    this.listener.peer = this.connector
  }

  /** Calls back in a later microtask, or after the latency. */
  after(call: () => void): void {
    const { clock, latencyMs = 0 } = this.options
    if (clock !== undefined && latencyMs > 0) clock.setTimer(latencyMs, call)
    else queueMicrotask(call)
  }

  open(accept: () => StreamEvents): void {
    this.listener.events = accept()
    this.after(() => this.connector.onOpen())
  }

  /** Both ends are gone; each is told in a later microtask. */
  close(connectorError: Error | undefined, listenerError: Error | undefined): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.#onGone()
    this.connector.onGone(connectorError)
    this.listener.onGone(listenerError)
  }

  cut(): void {
    const reset = () => {
      const error = new Error(`connection to ${formatAddress(this.address)}: read ECONNRESET`)
      return Object.assign(error, { code: 'ECONNRESET' })
    }
    this.close(reset(), reset())
  }

  swallow(from: 'connector' | 'listener' | 'both'): void {
    if (from !== 'listener') this.connector.isSwallowed = true
    if (from !== 'connector') this.listener.isSwallowed = true
  }
}

class End implements ByteStream {
  events: StreamEvents | undefined
  peer!: End
  isSwallowed = false
  readonly #connection: Connection
  /** What this end wrote and the other has not been given. */
  #sent: Uint8Array[] = []
  #sentBytes = 0
  #hasEnded = false
  #isGone = false
  #isPaused = false
  #isDelivering = false
  #wasPending = false

  constructor(connection: Connection) {
    this.#connection = connection
  }

  get pendingBytes(): number {
    return Math.max(0, this.#sentBytes - WINDOW_BYTES)
  }

  write(bytes: Uint8Array): void {
    if (this.#isGone || this.#hasEnded || !this.#connection.isOpen) return
    // None counts as pending that a system would have taken over: the writer may use its buffer again.
    this.#sent.push(bytes.slice())
    this.#sentBytes += bytes.length
    if (this.pendingBytes > 0) this.#wasPending = true
    this.#deliver()
  }

  pause(): void {
    this.#isPaused = true
  }

  resume(): void {
    this.#isPaused = false
    this.peer.#deliver()
  }

  end(): void {
    this.#hasEnded = true
    this.#deliver()
  }

  destroy(): void {
    this.#sent = []
    this.#sentBytes = 0
    this.#connection.close(undefined, undefined)
  }

  onOpen(): void {
    if (!this.#isGone) this.events?.onOpen?.()
  }

  onGone(error: Error | undefined): void {
    // A broken cable tells the other side nothing; here the end is told all the same, as by its own time-out.
    queueMicrotask(() => {
      this.#isGone = true
      this.events?.onClose(error)
      this.events = undefined
    })
  }

  /** Hands what was written to the other end, piece by piece, each in a step of its own. */
  #deliver(): void {
    if (this.#isDelivering || this.isSwallowed) return
    this.#isDelivering = true
    this.#connection.after(() => {
      this.#isDelivering = false
      if (!this.#connection.isOpen || this.isSwallowed || this.peer.#isPaused) return
      if (this.#sent.length > 0) {
        this.peer.events?.onData(this.#takePiece())
        if (this.#wasPending && this.pendingBytes === 0) {
          this.#wasPending = false
          this.events?.onDrain?.()
        }
      }
      if (this.#sent.length > 0) this.#deliver()
      else if (this.#hasEnded) this.#connection.close(undefined, undefined)
    })
  }

  #takePiece(): Uint8Array {
    const { pieceSize } = this.#connection.options
    const size = Math.max(1, typeof pieceSize === 'function' ? pieceSize() : (pieceSize ?? Infinity))
    const first = this.#sent[0]!
    if (first.length <= size) this.#sent.shift()
    else this.#sent[0] = first.subarray(size)
    const piece = first.length <= size ? first : first.subarray(0, size)
    this.#sentBytes -= piece.length
    return piece
  }
}
