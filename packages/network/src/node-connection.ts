// The way to one broker on one channel: at most one connection in use, the requests that wait for it, and when to connect again.
import { AuthenticationError, ConnectionError, type KafkaError, TimeoutError } from '@odradek/protocol'

import { formatAddress } from './bootstrap-servers.ts'
import { BrokerConnection } from './broker-connection.ts'
import type {
  BrokerConnectionEvents,
  BrokerConnectionOptions,
  ConnectionEnd,
  PortSuspicion,
} from './broker-connection-options.ts'
import type { AssumedVersions } from './core/assumed-versions.ts'
import type { NodeLoad } from './core/least-loaded-node.ts'
import { markNotSent } from './core/not-sent.ts'
import { ReconnectBackoff, type ReconnectBackoffOptions } from './core/reconnect-backoff.ts'
import type { FinalizedFeatures } from './core/version-negotiation.ts'
import { type PendingRequest, splitLate } from './pending-request.ts'
import { probePort } from './probe-port.ts'
import type { Address } from './transport/transport.ts'

/** A connection that takes longer to be ready is not waited for where another broker will do: within a continent it takes less. */
export const SLOW_CONNECTION_MS = 1000

/** After this many connections in a row that are closed on ApiVersions, the broker seems to be Kafka 0.8. */
const CLOSES_OF_KAFKA_08 = 2

/** What NodeConnection is told. */
export interface NodeConnectionOptions
  extends ReconnectBackoffOptions, Omit<BrokerConnectionOptions, 'address' | 'knownVersions' | 'seemsKafka08'> {
  readonly nodeId: number
  readonly maxInFlightRequestsPerConnection: number
  readonly connectionsMaxIdleMs: number
  readonly assumedVersions: AssumedVersions
}

/** What a NodeConnection tells its owner. */
export interface NodeConnectionEvents {
  /** The loop has a reason to run. */
  onProgress(): void
  /** A broker answered here. */
  onAnswer(): void
  /** A broker said which features the cluster has agreed on. */
  onFeatures?(features: FinalizedFeatures): void
  /** A connection failed or was lost. */
  onLost(error: KafkaError): void
  /** Something threw that never should. */
  onDefect(error: unknown): void
}

/** See the head of the file. */
export class NodeConnection {
  readonly #options: NodeConnectionOptions
  readonly #events: NodeConnectionEvents
  readonly #backoff: ReconnectBackoff
  #address: Address | undefined
  #connection: BrokerConnection | undefined
  /** Connections that are being given up; they await their last answers. */
  readonly #draining = new Set<BrokerConnection>()
  #waiting: PendingRequest[] = []
  /** Whether a connection is wanted although no request waits. */
  #isAskedFor = false
  /** Connections in a row that the broker closed without an answer to ApiVersions. */
  #unansweredCloses = 0
  #lastError: KafkaError | undefined
  /** What the port speaks is being found out; `done`: that is enough, until a broker has answered here. */
  #probing: 'no' | 'under-way' | 'done' = 'no'

  constructor(options: NodeConnectionOptions, address: Address | undefined, events: NodeConnectionEvents) {
    this.#options = options
    this.#address = address
    this.#events = events
    this.#backoff = new ReconnectBackoff(options)
  }

  get address(): Address | undefined {
    return this.#address
  }

  /** Whether nothing is open here. */
  get isClosed(): boolean {
    return this.#connection === undefined && this.#draining.size === 0
  }

  /** Requests that wait for an answer. */
  get inFlightCount(): number {
    let count = this.#connection?.inFlightCount ?? 0
    for (const draining of this.#draining) count += draining.inFlightCount
    return count
  }

  /** Whether requests wait, or a connection was asked for. */
  get isWanted(): boolean {
    return this.#isAskedFor || this.#waiting.length > 0
  }

  /** Whether the last try to reach the broker failed. */
  get isFailing(): boolean {
    return this.#backoff.failures > 0 && this.#connection?.state !== 'ready'
  }

  /** Why a broker that is reached would not have us, as long as there is no use in trying again. */
  refusal(nowMs: number): AuthenticationError | undefined {
    const isWaiting = this.#connection === undefined && !this.#backoff.canConnect(nowMs)
    return isWaiting && AuthenticationError.is(this.#lastError) ? this.#lastError : undefined
  }

  /** What there is to do here, for the choice of the least loaded broker. */
  load(nowMs: number): NodeLoad {
    const { nodeId } = this.#options
    const inFlight = (this.#connection?.inFlightCount ?? 0) + this.#waiting.length
    if (this.#probing === 'under-way') return { nodeId, inFlight, status: 'connecting' }
    if (this.#connection === undefined) {
      return { nodeId, inFlight, status: this.#backoff.canConnect(nowMs) ? 'available' : 'unavailable' }
    }
    if (this.#connection.state !== 'ready') {
      return { nodeId, inFlight, status: nowMs < this.slowAtMs ? 'connecting' : 'unavailable' }
    }
    return { nodeId, inFlight, status: this.#hasRoom() ? 'ready' : 'unavailable' }
  }

  /** When the back-off has passed; Infinity while there is a connection. */
  get retryAtMs(): number {
    return this.#connection === undefined ? this.#backoff.retryAtMs : Infinity
  }

  /** When a connection that is being opened takes so long that another broker should be tried too; Infinity where none is. */
  get slowAtMs(): number {
    const isOpening = this.#connection?.state === 'connecting' || this.#connection?.state === 'checking-versions'
    return isOpening ? this.#connection!.lastUsedMs + SLOW_CONNECTION_MS : Infinity
  }

  /** Whether a request would be written at once. */
  canSend(): boolean {
    return this.#connection?.state === 'ready' && this.#hasRoom()
  }

  /** Asks for a connection, to be opened when the back-off allows. Returns whether that is news. */
  ask(): boolean {
    if (this.#connection !== undefined || this.#isAskedFor) return false
    this.#isAskedFor = true
    return true
  }

  /** Takes a request; `service` writes it. */
  enqueue(request: PendingRequest): void {
    this.#waiting.push(request)
  }

  /** The broker has this address. A connection to another one is given up; requests that wait stay. */
  setAddress(address: Address | undefined): void {
    const before = this.#address
    if (before?.host === address?.host && before?.port === address?.port) return
    this.#address = address
    this.#backoff.onClosed()
    this.retire()
  }

  /** The cluster has just made it a leader: whatever kept it from us may be over, and the back-off with it. */
  onElected(): void {
    if (this.#connection === undefined) this.#backoff.onClosed()
  }

  /** Gives the connection up once its last answer is there. */
  retire(): void {
    const connection = this.#connection
    this.#connection = undefined
    if (connection === undefined) return
    this.#draining.add(connection)
    connection.drain()
  }

  /** Does what the time asks for: connects, writes what waits, ends what is late or idle. Returns when to come again. */
  service(nowMs: number): number {
    for (const draining of [...this.#draining]) draining.onTime(nowMs)
    this.#connection?.onTime(nowMs)
    this.#expireWaiting(nowMs)
    const refusal = this.refusal(nowMs)
    if (refusal !== undefined) this.#failWaiting(() => this.#waitingError(refusal), nowMs)
    if (this.#connection === undefined && this.isWanted) this.#connect(nowMs)
    this.#flush(nowMs)
    this.#closeIdle(nowMs)
    return this.#nextAtMs(nowMs)
  }

  /** Fails what waits, and closes when the last answers are there. */
  close(error: KafkaError, nowMs: number): void {
    this.#isAskedFor = false
    this.#failWaiting(() => error, nowMs)
    this.retire()
  }

  /** Closes at once; what waits for answers fails. */
  destroy(error: KafkaError, nowMs: number): void {
    this.close(error, nowMs)
    for (const draining of [...this.#draining]) draining.close(error)
  }

  #hasRoom(): boolean {
    return this.#waiting.length === 0 && this.#connection!.canSend(this.#options.maxInFlightRequestsPerConnection)
  }

  #connect(nowMs: number): void {
    if (this.#address === undefined || !this.#backoff.canConnect(nowMs) || this.#probing === 'under-way') return
    this.#isAskedFor = false
    const options = {
      ...this.#options,
      address: this.#address,
      knownVersions: this.#options.assumedVersions.of(formatAddress(this.#address), nowMs),
      seemsKafka08: this.#unansweredCloses === CLOSES_OF_KAFKA_08,
    }
    const connection: BrokerConnection = new BrokerConnection(
      options,
      this.#connectionEvents(() => connection),
    )
    this.#connection = connection
    connection.open(nowMs, this.#backoff.setupTimeoutMs())
  }

  #connectionEvents(connection: () => BrokerConnection): BrokerConnectionEvents {
    return {
      onProgress: () => this.#events.onProgress(),
      onFirstAnswer: () => {
        this.#backoff.onSuccess()
        this.#lastError = undefined
        this.#probing = 'no'
        this.#events.onAnswer()
      },
      onNoApiVersions: () => {
        const { assumedVersions, clock } = this.#options
        if (this.#address !== undefined) assumedVersions.onNoApiVersions(formatAddress(this.#address), clock.nowMs())
      },
      onFeatures: (features) => this.#events.onFeatures?.(features),
      onDefect: (error) => this.#events.onDefect(error),
      onEnd: (end) => this.#onEnd(connection(), end),
    }
  }

  #onEnd(connection: BrokerConnection, end: ConnectionEnd): void {
    const { state, error, closedUnanswered, suspicion } = end
    const nowMs = this.#options.clock.nowMs()
    const wasInUse = this.#connection === connection
    if (wasInUse) this.#connection = undefined
    this.#draining.delete(connection)
    if (wasInUse && error === undefined) this.#backoff.onClosed()
    const isSuspect = suspicion !== undefined && this.#probing === 'no' && this.#options.transport.takesOptions === true
    if (wasInUse && AuthenticationError.is(error)) this.#onRefused(error, nowMs)
    else if (wasInUse && error !== undefined && isSuspect) this.#probe(suspicion, end)
    else if (wasInUse && error !== undefined) {
      this.#lastError = error
      this.#backoff.onFailure(nowMs, state === 'connecting' && TimeoutError.is(error))
      this.#unansweredCloses = closedUnanswered ? this.#unansweredCloses + 1 : 0
      // Kafka 0.8 closes the connection that asks for ApiVersions; a newer broker that happens to stop does so once, and refuses the next.
      if (closedUnanswered && this.#unansweredCloses <= CLOSES_OF_KAFKA_08) this.#isAskedFor = true
      else this.#failWaiting(() => this.#waitingError(error), nowMs)
      if (this.#unansweredCloses > CLOSES_OF_KAFKA_08) this.#unansweredCloses = 0
      this.#events.onLost(error)
    }
    this.#events.onProgress()
  }

  #onRefused(error: AuthenticationError, nowMs: number): void {
    this.#lastError = error
    this.#isAskedFor = false
    this.#backoff.onRefusal(nowMs)
    this.#failWaiting(() => this.#waitingError(error), nowMs)
    this.#events.onLost(error)
  }

  /** Finds out once whether the port speaks something else than what was tried; what waits, waits for that. */
  #probe(suspicion: PortSuspicion, end: ConnectionEnd): void {
    const address = this.#address!
    this.#probing = 'under-way'
    void probePort(suspicion, address, this.#options).then((refusal) => {
      this.#probing = 'done'
      if (this.#address !== address) this.#probing = 'no'
      else if (refusal === undefined) this.#onProbedInVain(end)
      else this.#onRefused(refusal, this.#options.clock.nowMs())
      this.#events.onProgress()
    })
  }

  #onProbedInVain({ error, closedUnanswered }: ConnectionEnd): void {
    const nowMs = this.#options.clock.nowMs()
    this.#lastError = error
    this.#backoff.onFailure(nowMs)
    this.#unansweredCloses = closedUnanswered ? 1 : 0
    if (closedUnanswered) this.#isAskedFor = true
    else this.#failWaiting(() => this.#waitingError(error!), nowMs)
    this.#events.onLost(error!)
  }

  #expireWaiting(nowMs: number): void {
    if (!this.#waiting.some(({ deadlineMs }) => deadlineMs <= nowMs)) return
    const [late, others] = splitLate(this.#waiting, nowMs)
    this.#waiting = others
    for (const request of late) request.fail(markNotSent(this.#expiredError(request)), nowMs)
  }

  #expiredError({ unsent }: PendingRequest): KafkaError {
    const what = `${unsent.api.name} could not be sent in ${unsent.timeoutMs} ms`
    if (this.#address === undefined) {
      return new TimeoutError(`${what}: no broker ${this.#options.nodeId} is known in the cluster`)
    }
    const where = formatAddress(this.#address)
    if (this.#connection?.state === 'ready') {
      return new TimeoutError(`${what}: ${where} has not answered the requests before it`)
    }
    if (this.#lastError !== undefined) return this.#waitingError(this.#lastError)
    const advice = 'is Kafka running there, and does a firewall let the connection pass?'
    return new TimeoutError(`${what}: no connection to ${where} yet: ${advice}`)
  }

  /** The error for a request that waited for a connection: the same for each, but an object of its own. */
  #waitingError(error: KafkaError): KafkaError {
    if (AuthenticationError.is(error)) {
      return new AuthenticationError(error.message, { cause: error, reason: error.reason })
    }
    const address = this.#address === undefined ? {} : { address: formatAddress(this.#address) }
    return new ConnectionError(error.message, { cause: error, ...address })
  }

  #failWaiting(makeError: () => KafkaError, nowMs: number): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const request of waiting) request.fail(markNotSent(makeError()), nowMs)
  }

  #flush(nowMs: number): void {
    const max = this.#options.maxInFlightRequestsPerConnection
    while (this.#waiting.length > 0 && this.#connection?.canSend(max))
      this.#connection.send(this.#waiting.shift()!, nowMs)
  }

  #closeIdle(nowMs: number): void {
    const idleAtMs = this.#idleAtMs()
    if (nowMs >= idleAtMs && this.#waiting.length === 0) this.#connection!.drain()
  }

  #idleAtMs(): number {
    const { connectionsMaxIdleMs } = this.#options
    const connection = this.#connection
    if (connectionsMaxIdleMs < 0 || connection?.state !== 'ready' || connection.inFlightCount > 0) return Infinity
    return connection.lastUsedMs + connectionsMaxIdleMs
  }

  #nextAtMs(nowMs: number): number {
    let next = Math.min(this.#idleAtMs(), this.#connection?.nextDeadlineMs ?? Infinity)
    for (const draining of this.#draining) next = Math.min(next, draining.nextDeadlineMs)
    for (const { deadlineMs } of this.#waiting) next = Math.min(next, deadlineMs)
    const waitsForBackoff = this.#connection === undefined && this.#address !== undefined && this.isWanted
    return waitsForBackoff ? Math.min(next, Math.max(nowMs, this.#backoff.retryAtMs)) : next
  }
}
