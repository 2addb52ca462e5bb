// The sockets around the core: takes connections, numbers requests, keeps the one timer.
import type { Clock, Listener, Timer, Transport } from '@odradek/network'
import type { Address, ByteStream } from '@odradek/network'
import { InvariantError } from '@odradek/protocol'
import { Admission } from './admission.ts'
import { ConnectionLimits } from './connection-limits.ts'
import { Connection, type ConnectionOwner, type ConnectionRequest, type ConnectionRules } from './connection.ts'
import { carryOutFault } from './control/carry-out-fault.ts'
import type { Fault } from './control/fault.ts'
import type { InsideNode } from './control/inside-client.ts'
import type { RequestFacts } from './control/seen-request.ts'
import { type AnyBrokerApi, brokerApis } from './core/api-table.ts'
import type { BrokerCore } from './core/broker-core.ts'
import type { Ending } from './core/ending.ts'
import { selectApis } from './core/emulation/api-selection.ts'
import { emulatedRelease } from './core/emulation/emulated-release.ts'
import { charge, quotaClientOf } from './core/quota/request-quotas.ts'
import type { ClientSession, SecurityProtocol } from './core/security/client-session.ts'
import type { AuthenticatorSettings } from './core/security/sasl/authenticator.ts'
import type { BrokerEvent, BrokerEventListener } from './events.ts'
import { IdleConnections } from './idle-connections.ts'

/** Who looks on from outside, and may put faults in the way of requests. */
export interface ServerControl {
  /** A request has come. Undefined: it is handled as ever. */
  onRequest(facts: RequestFacts): Fault | undefined | Promise<Fault | undefined>
  /** A broker takes requests from now on. */
  onStarted(node: InsideNode): void
  /** A broker takes no more requests. */
  onStopped(node: InsideNode): void
  /** Requests or time may have changed the state. */
  onChange(): void
}

/** What a server is made with. */
export interface ServerSettings {
  readonly core: BrokerCore
  readonly clock: Clock
  readonly transport: Transport
  readonly maxFrameSize: number
  /** How long a connection may be idle, in ms; below 0, and by default: for ever. */
  readonly maxIdleMs?: number
  readonly onEvent: BrokerEventListener
  readonly control?: ServerControl
  /** Hears when requests or time have been dealt with, which may have given other brokers something to do. */
  readonly onRun?: () => void
}

/** What a server must know of a listener. */
export interface ListenerPort {
  readonly listener: string
  readonly securityProtocol: SecurityProtocol
  /** Default: the server's. */
  readonly transport?: Transport | undefined
  readonly sasl?: AuthenticatorSettings | undefined
  readonly failedAuthenticationDelayMs: number
  /** Who a client is by its certificate. */
  readonly peerPrincipal?: ((stream: ByteStream) => string | undefined) | undefined
}

const OPEN_PORT: ListenerPort = {
  listener: 'PLAINTEXT',
  securityProtocol: 'PLAINTEXT',
  failedAuthenticationDelayMs: 0,
}

/** What the core is told of a request. */
type Handled = Pick<RequestFacts, 'api' | 'version' | 'clientId' | 'clientHost' | 'atMs' | 'size' | 'body'> & {
  readonly session?: ClientSession
}

/** Someone who waits for a request to end. */
interface Waiting {
  /** Undefined where the broker's owner asks. */
  readonly connection: Connection | undefined
  readonly onEnding: (ending: Ending) => void
}

/** Someone who waits for a request that costs its client something. */
interface Charged {
  readonly onEnding: (ending: Ending) => void
  /** The core has handled it, beginning at this time. */
  readonly onHandled: (startedMs: number) => void
}

/** Serves a core to connections. */
export class Server implements ConnectionOwner, InsideNode {
  readonly nodeId: number
  readonly #settings: ServerSettings
  readonly #connections = new Set<Connection>()
  /** Who waits for which request. */
  readonly #waiting = new Map<number, Waiting>()
  readonly #rules: ConnectionRules
  readonly #listeners: Listener[] = []
  readonly #limits: ConnectionLimits<Connection>
  readonly #idle: IdleConnections<Connection>
  #timer: Timer | undefined
  #timerAtMs = Infinity
  #nextConnectionId = 1
  #nextRequestId = 1
  #running = false
  #isAsking = false
  #isClosing = false

  constructor(settings: ServerSettings) {
    this.#settings = settings
    const { config } = settings.core.state
    this.nodeId = config.nodeId
    this.#rules = { apis: selectApis(brokerApis, config), release: emulatedRelease(config.emulate) }
    this.#limits = new ConnectionLimits<Connection>(settings.core.state.configContext.broker)
    this.#idle = new IdleConnections<Connection>(settings.clock, settings.maxIdleMs ?? -1)
  }

  /** Opens the port of a listener, and says which one it is. Rejects where it is taken. */
  async listen(address: Address, port: ListenerPort = OPEN_PORT): Promise<Address> {
    const transport = port.transport ?? this.#settings.transport
    const onStream = (stream: ByteStream, remote: Address) => this.#accept(stream, remote, port)
    const listener = await transport.listen(address, onStream)
    if (this.#listeners.push(listener) === 1) this.#settings.control?.onStarted(this)
    return listener.address
  }

  /** Closes the port and all connections. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.#settings.control?.onStopped(this)
    this.#timer?.cancel()
    this.#timer = undefined
    const closed = Promise.all(this.#listeners.map((listener) => listener.close()))
    for (const connection of [...this.#connections]) connection.close()
    await closed
  }

  #accept(stream: ByteStream, remote: Address, port: ListenerPort): Connection {
    const { clock, maxFrameSize } = this.#settings
    const { listener, securityProtocol, sasl, failedAuthenticationDelayMs } = port
    const from = { clock, listener, securityProtocol, sasl, remoteHost: remote.host, failedAuthenticationDelayMs }
    const admission = new Admission({ ...from, peerPrincipal: port.peerPrincipal?.(stream) })
    const connection = new Connection(this.#nextConnectionId++, stream, admission, maxFrameSize, this, this.#rules)
    this.#connections.add(connection)
    this.#idle.onActive(connection)
    this.#tell({ type: 'connection-opened', connectionId: connection.id, remote: `${remote.host}:${remote.port}` })
    const reason = this.#limits.onOpened(connection)
    // A stream may only be closed once its owner has it.
    if (reason !== undefined) clock.setTimer(0, () => connection.close(reason))
    return connection
  }

  after(delayMs: number, onTime: () => void): Timer {
    return this.#settings.clock.setTimer(delayMs, onTime)
  }

  onActive(connection: Connection): void {
    this.#idle.onActive(connection)
  }

  onAnswered(connection: Connection): void {
    for (const waiting of this.#limits.onAnswered(connection)) waiting.onTurn()
  }

  /** Whether a connection may bring its next request. */
  hasRoom(connection: Connection): boolean {
    return this.#limits.hasRoom(connection)
  }

  onRequest(connection: Connection, request: ConnectionRequest): void {
    const { entry, version, clientId, body, size } = request
    this.#limits.onRequest(connection, size)
    const from = { connectionId: connection.id, nodeId: this.nodeId, clientId }
    const clientHost = `/${connection.remoteHost}`
    const atMs = this.#settings.clock.wallClockMs()
    const { session } = connection
    const facts: RequestFacts = { api: entry.api, version, ...from, clientHost, atMs, size, body }
    try {
      const fault = this.#settings.control?.onRequest(facts)
      if (fault === undefined)
        return this.#submit({ ...facts, session }, connection, (ending) => connection.onEnded(ending))
      if (!(fault instanceof Promise)) return this.#disturb(fault, facts, connection)
      const onFault = (late: Fault | undefined) => this.#disturb(late ?? {}, facts, connection)
      fault.then(onFault).catch((error: unknown) => connection.onEnded({ kind: 'failed', error }))
    } catch (error) {
      connection.onEnded({ kind: 'failed', error })
    }
  }

  /** Asks the broker from within: no connection, no interception, no record of it. Rejects where the broker gives no answer. */
  ask(entry: AnyBrokerApi, version: number, body: object): Promise<object> {
    return new Promise((resolve, reject) => {
      const facts = {
        api: entry.api,
        version,
        clientId: '',
        clientHost: '',
        atMs: this.#settings.clock.wallClockMs(),
        size: 0,
        body,
      }
      const cause = (ending: Ending) => (ending.kind === 'failed' ? ending.error : ending)
      // Whoever looks at the state on each change must not take looking for a change.
      this.#isAsking = true
      this.#submit(facts, undefined, (ending) => {
        if (ending.kind === 'answer') resolve(ending.response)
        else
          reject(new InvariantError(`The broker gave itself no answer to ${entry.api.name}`, { cause: cause(ending) }))
      })
      this.#isAsking = false
    })
  }

  #disturb(fault: Fault, facts: RequestFacts, connection: Connection): void {
    carryOutFault(fault, facts, {
      clock: this.#settings.clock,
      handle: (onEnding) => this.#submit({ ...facts, session: connection.session }, connection, onEnding),
      end: (ending) => connection.onEnded(ending),
    })
  }

  #submit(facts: Handled, connection: Connection | undefined, onEnding: (ending: Ending) => void): void {
    const { core, clock } = this.#settings
    const { api, version, clientId, clientHost, atMs: receivedAtMs, body } = facts
    const id = this.#nextRequestId++
    const charged = this.#charged(facts, onEnding)
    this.#waiting.set(id, { connection, onEnding: charged.onEnding })
    const { session } = facts
    const from = { ...(session && { session }), ...(connection && { connectionId: connection.id }) }
    const request = { id, apiKey: api.key, version, clientId, clientHost, receivedAtMs, body, ...from }
    const startedMs = clock.nowMs()
    core.onRequest(brokerApis.get(api.key)!, request, startedMs)
    charged.onHandled(startedMs)
    this.#run()
  }

  /** Charges a client for its request, where quotas are enforced. */
  #charged(facts: Handled, onEnding: (ending: Ending) => void): Charged {
    const { core, clock } = this.#settings
    const { clientQuotas: quotas } = core.state
    const { api, session, clientId, size, body } = facts
    if (quotas === undefined || session === undefined) return { onEnding, onHandled: () => {} }
    const client = quotaClientOf(session, clientId)
    let handlingMs = 0
    return {
      onEnding: (ending) =>
        onEnding(charge(quotas, { apiKey: api.key, body, client, size, handlingMs }, ending, clock.nowMs())),
      onHandled: (startedMs) => (handlingMs = clock.nowMs() - startedMs),
    }
  }

  onClosed(connection: Connection, reason: string | undefined): void {
    this.#connections.delete(connection)
    this.#idle.onClosed(connection)
    for (const waiting of this.#limits.onClosed(connection)) waiting.onTurn()
    for (const [requestId, waiting] of this.#waiting) {
      if (waiting.connection !== connection) continue
      this.#waiting.delete(requestId)
      this.#settings.core.onAbandoned(requestId)
    }
    if (!this.#isClosing) {
      this.#settings.core.onDisconnected(connection.id, this.#settings.clock.nowMs())
      if (this.hasWork) this.#run()
    }
    const closed = { type: 'connection-closed', connectionId: connection.id } as const
    this.#tell(reason === undefined ? closed : { ...closed, reason })
  }

  onFailure(connection: Connection, { entry, version }: ConnectionRequest, error: unknown): void {
    const api = entry.api.name
    this.#tell({ type: 'request-failed', connectionId: connection.id, api, version, error })
  }

  /** Whether `run` would find something to do. */
  get hasWork(): boolean {
    const { core, clock } = this.#settings
    return !this.#running && core.hasWork(clock.nowMs())
  }

  /** Does what is due after something else than a request has changed the core. */
  run(): void {
    this.#run()
  }

  /** Sets the timer anew, after something else than a request has changed the core. */
  schedule(): void {
    this.#setTimer(this.#settings.core.nextDeadlineMs)
  }

  /** Hands out what has ended, until nothing more does: an answer lets its connection bring the next request. */
  #run(): void {
    if (this.#running) return
    this.#running = true
    const { core, clock } = this.#settings
    let result = core.poll(clock.nowMs())
    while (result.ended.length > 0) {
      for (const { requestId, ending } of result.ended) {
        const waiting = this.#waiting.get(requestId)
        this.#waiting.delete(requestId)
        waiting?.onEnding(ending)
      }
      result = core.poll(clock.nowMs())
    }
    this.#running = false
    this.#setTimer(result.nextPollAtMs)
    this.#settings.onRun?.()
    if (!this.#isAsking) this.#settings.control?.onChange()
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
