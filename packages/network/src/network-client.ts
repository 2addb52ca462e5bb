// Owns a client's connections, one for each broker and channel, and the loop that drives its cores. Brokers are known by node id; until
// metadata names them, the bootstrap addresses stand in with the ids -1, -2 and so on.
import { type Api, ConnectionError, InvariantError, KafkaError, type MessageInput, UsageError } from '@odradek/protocol'

import { BootstrapAddresses } from './bootstrap-addresses.ts'
import { ClientLoop } from './client-loop.ts'
import { type ConnectionSecurity, connectionSecurity } from './connection-security.ts'
import { AssumedVersions } from './core/assumed-versions.ts'
import { type ClusterMetadata, emptyClusterMetadata } from './core/cluster-metadata.ts'
import { MetadataManager } from './core/metadata-manager.ts'
import { newLeaders } from './core/new-leaders.ts'
import { markNotSent } from './core/not-sent.ts'
import type {
  AnyUnsentRequest,
  Channel,
  Destination,
  NodeAvailability,
  RequestManager,
} from './core/request-manager.ts'
import type { FinalizedFeatures } from './core/version-negotiation.ts'
import type { Environment } from './environment.ts'
import type { NetworkConfig } from './network-options.ts'
import { NodeConnection } from './node-connection.ts'
import { PendingRequest } from './pending-request.ts'
import type { Address } from './transport/transport.ts'
import { UnassignedRequests } from './unassigned-requests.ts'

/** What a client sets that its users do not. */
export interface NetworkClientSettings {
  /** Whether brokers may create the topics that metadata is asked for. @default true */
  readonly allowAutoTopicCreation?: boolean
  /** A response that says it is larger ends its connection, in bytes. Raise it where larger fetches are allowed. @default 104857600 */
  readonly maxResponseSize?: number
}

/** Told of a lost connection; the node ids of bootstrap addresses are below 0. */
type LossListener = (nodeId: number, channel: Channel, error: KafkaError) => void

/** What one request may be told. */
export interface SendOptions {
  /** Time limit until the answer, in milliseconds. @default requestTimeoutMs */
  readonly timeoutMs?: number
  /** Versions to keep to. */
  readonly minVersion?: number
  readonly maxVersion?: number
  /** What asks for `minVersion`, for the error where the broker is older: such as `a list of group types needs Kafka 3.8`. */
  readonly minVersionFor?: string
}

const DEFAULT_MAX_RESPONSE_SIZE = 104_857_600

/** How long to wait for an answer to ApiVersions; Kafka 0.9 never gives one. */
const VERSION_CHECK_TIMEOUT_MS = 10_000

/** See the head of the file. */
export class NetworkClient implements NodeAvailability {
  /** Keeps the picture of the cluster; polled before all other cores. */
  readonly metadata: MetadataManager
  readonly #config: NetworkConfig
  readonly #environment: Environment
  readonly #settings: NetworkClientSettings
  readonly #loop: ClientLoop
  readonly #bootstrap: BootstrapAddresses
  readonly #security: ConnectionSecurity
  readonly #assumedVersions: AssumedVersions
  readonly #nodes = new Map<string, NodeConnection>()
  readonly #unassigned: UnassignedRequests
  readonly #defectListeners = new Set<(error: KafkaError) => void>()
  readonly #lossListeners = new Set<LossListener>()
  #lifecycle: 'open' | 'closing' | 'closed' = 'open'
  /** The picture that the connections were last told of. */
  #picture = emptyClusterMetadata
  #lastConnectionError: KafkaError | undefined
  #fatalError: KafkaError | undefined
  #features: FinalizedFeatures | undefined
  #onAllClosed: (() => void) | undefined
  #closing: Promise<void> | undefined
  readonly #onThrown = (error: unknown) => this.#onDefect(error)
  /** Some fail while the connections are served, when the cores have had their turn: theirs would not come again. */
  readonly #onFailed = () => this.#loop.runByTimer()

  constructor(config: NetworkConfig, environment: Environment, settings: NetworkClientSettings = {}) {
    this.#config = config
    this.#environment = environment
    this.#settings = settings
    this.#bootstrap = new BootstrapAddresses(config, environment, () => this.#loop.wakeup())
    this.#unassigned = new UnassignedRequests({
      random: environment.random,
      candidates: (nowMs) => this.#candidates(nowMs),
      lastError: () => this.#lastConnectionError,
      given: this.#bootstrap.given,
    })
    this.#security = connectionSecurity(config, environment)
    this.#assumedVersions = new AssumedVersions(config.brokerVersionFallback)
    this.metadata = new MetadataManager({
      ...config,
      random: environment.random,
      allowAutoTopicCreation: settings.allowAutoTopicCreation ?? true,
    })
    this.#loop = new ClientLoop({
      clock: environment.clock,
      enqueue: (request, nowMs) => this.#enqueue(request, nowMs),
      service: (nowMs) => this.#service(nowMs),
      onDefect: (error) => this.#onDefect(error),
    })
    this.#loop.addManager(this.metadata)
    this.metadata.onUpdate((metadata) => this.#onMetadata(metadata))
  }

  /** Why no broker can be reached at the moment; undefined once one has answered. For the text of time-out errors. */
  get lastConnectionError(): KafkaError | undefined {
    return this.#lastConnectionError
  }

  /** Requests that wait for an answer, at all brokers together. */
  get requestsInFlight(): number {
    let count = 0
    for (const node of this.#nodes.values()) count += node.inFlightCount
    return count
  }

  /** Whether `close` was called, or a defect closed this client. */
  get isClosing(): boolean {
    return this.#lifecycle !== 'open'
  }

  /** The defect that closed this client, if one did. */
  get fatalError(): KafkaError | undefined {
    return this.#fatalError
  }

  /** The level that the cluster has agreed on for a feature, such as `transaction.version` (KIP-584); 0: none, or not known yet. */
  featureLevel(name: string): number {
    return this.#features?.levels.get(name) ?? 0
  }

  #onFeatures(features: FinalizedFeatures): void {
    // Brokers learn of a change one after the other.
    if (this.#features === undefined || features.epoch >= this.#features.epoch) this.#features = features
  }

  /** Calls `listener` when a core threw; the client is closed then. The returned function takes it back. */
  onFatalError(listener: (error: KafkaError) => void): () => void {
    this.#defectListeners.add(listener)
    return () => void this.#defectListeners.delete(listener)
  }

  /** Calls `listener` when a connection was lost, or could not be made. The returned function takes it back. */
  onConnectionLost(listener: LossListener): () => void {
    this.#lossListeners.add(listener)
    return () => void this.#lossListeners.delete(listener)
  }

  /** Polls this core in the loop, after those added before; events go to `onEvent`. The returned function takes it out. */
  addManager<Event>(manager: RequestManager<Event>, onEvent?: (event: Event) => void): () => void {
    return this.#loop.addManager(manager, onEvent)
  }

  /** Something changed that a core wants to know: runs the loop soon. Many calls in a row are one. */
  wakeup(): void {
    this.#loop.wakeup()
  }

  canSend(nodeId: number, channel: Channel, nowMs: number): boolean {
    if (this.#lifecycle !== 'open') return false
    const node = this.#node(nodeId, channel)
    // A broker that would refuse us fails a request at once: whoever asks is to hear of it.
    if (node.canSend() || node.refusal(nowMs) !== undefined) return true
    if (node.ask()) this.#loop.wakeup()
    // What a broker led that cannot be reached may be led by another now: nothing else would tell whoever waits for it.
    if (node.address === undefined || node.isFailing) this.#wantMetadata()
    return false
  }

  /**
   * Sends one request and gives the answer, whatever error code it holds. Rejects with ConnectionError, TimeoutError or
   * UnsupportedVersionError; with UsageError when the client is closed.
   */
  send<Req, Res>(
    destination: Destination,
    api: Api<Req, Res>,
    request: MessageInput<Req> | ((version: number) => MessageInput<Req>),
    { timeoutMs = this.#config.requestTimeoutMs, ...limits }: SendOptions = {},
  ): Promise<Res> {
    if (this.#lifecycle !== 'open')
      return Promise.reject(this.#fatalError ?? new UsageError(`${api.name}: the client is closed`))
    return new Promise((resolve, reject) => {
      const unsent = { destination, api, request, timeoutMs, ...limits, onResponse: resolve, onFailure: reject }
      this.#enqueue(unsent as unknown as AnyUnsentRequest, this.#environment.clock.nowMs())
      this.#loop.wakeup()
    })
  }

  /**
   * Closes all connections: at once, or with `timeoutMs` when the answers under way have come or that time has passed. What is not
   * written yet fails. Resolves when nothing is left open. Further calls give the same promise.
   */
  close({ timeoutMs = 0 }: { timeoutMs?: number } = {}): Promise<void> {
    this.#closing ??= this.#close(timeoutMs)
    return this.#closing
  }

  async #close(timeoutMs: number): Promise<void> {
    const { clock } = this.#environment
    this.#lifecycle = 'closing'
    this.#loop.stop()
    const makeError = () => markNotSent(new ConnectionError('the client was closed', { retriable: false }))
    this.#unassigned.failAll(makeError, clock.nowMs())
    for (const node of this.#nodes.values()) node.close(makeError(), clock.nowMs())
    if (timeoutMs > 0 && !this.#isAllClosed()) {
      await new Promise<void>((resolve) => {
        const timer = clock.setTimer(timeoutMs, resolve)
        this.#onAllClosed = () => {
          timer.cancel()
          resolve()
        }
      })
    }
    const error = new ConnectionError('the client was closed before the answer came', { retriable: false })
    for (const node of this.#nodes.values()) node.destroy(error, clock.nowMs())
    this.#lifecycle = 'closed'
  }

  #isAllClosed(): boolean {
    return [...this.#nodes.values()].every((node) => node.isClosed)
  }

  #enqueue(unsent: AnyUnsentRequest, nowMs: number): void {
    const request = new PendingRequest(unsent, nowMs, this.#onThrown, this.#onFailed)
    if (this.#lifecycle !== 'open') {
      request.fail(markNotSent(new ConnectionError('the client was closed', { retriable: false })), nowMs)
    } else if (unsent.destination === 'any') {
      this.#unassigned.push(request)
    } else {
      const node = this.#node(unsent.destination.nodeId, unsent.destination.channel)
      node.enqueue(request)
      if (node.address === undefined) this.#wantMetadata()
    }
  }

  #service(nowMs: number): number {
    let nextAtMs = this.#unassigned.assign(nowMs)
    for (const node of this.#nodes.values()) nextAtMs = Math.min(nextAtMs, node.service(nowMs))
    return nextAtMs
  }

  /** The brokers that may be asked anything. When none of those known can be reached, the bootstrap addresses come back in (KIP-899). */
  #candidates(nowMs: number): NodeConnection[] {
    const known = [...this.metadata.current.brokers.keys()].map((id) => this.#node(id, 'default'))
    const mayRebootstrap = this.#config.metadataRecoveryStrategy === 'rebootstrap' || known.length === 0
    const mustRebootstrap = mayRebootstrap && this.metadata.mustRebootstrap(nowMs)
    if (!mustRebootstrap && known.some((node) => !node.isFailing)) return known
    const bootstrap = mayRebootstrap ? this.#bootstrap.current.map((_, index) => this.#node(-1 - index, 'default')) : []
    return mustRebootstrap ? bootstrap : [...known, ...bootstrap]
  }

  #node(nodeId: number, channel: Channel): NodeConnection {
    const key = `${nodeId} ${channel}`
    let node = this.#nodes.get(key)
    if (node === undefined) {
      node = this.#makeNode(nodeId, channel)
      this.#nodes.set(key, node)
    }
    // Names may have been looked up since.
    if (nodeId < 0) node.setAddress(this.#addressOf(nodeId, this.metadata.current))
    return node
  }

  #makeNode(nodeId: number, channel: Channel): NodeConnection {
    const options = {
      ...this.#config,
      ...this.#environment,
      nodeId,
      maxResponseSize: this.#settings.maxResponseSize ?? DEFAULT_MAX_RESPONSE_SIZE,
      versionCheckTimeoutMs: Math.min(VERSION_CHECK_TIMEOUT_MS, this.#config.requestTimeoutMs),
      authenticationTimeoutMs: this.#config.requestTimeoutMs,
      security: this.#security,
      assumedVersions: this.#assumedVersions,
    }
    return new NodeConnection(options, this.#addressOf(nodeId, this.metadata.current), {
      onProgress: () => {
        if (this.#lifecycle === 'open') this.#loop.wakeup()
        else if (this.#isAllClosed()) this.#onAllClosed?.()
      },
      onAnswer: () => (this.#lastConnectionError = undefined),
      onFeatures: (features) => this.#onFeatures(features),
      onLost: (error) => this.#onLost(nodeId, channel, error),
      onDefect: (error) => this.#onDefect(error),
    })
  }

  /**
   * A broker that cannot be reached may have moved, or lost what it led to others: whoever waits to send to it would wait for ever, without a
   * request that fails.
   */
  #onLost(nodeId: number, channel: Channel, error: KafkaError): void {
    this.#lastConnectionError = error
    if (this.#lifecycle !== 'open') return
    if (nodeId >= 0) this.#wantMetadata()
    for (const listener of [...this.#lossListeners]) listener(nodeId, channel, error)
  }

  #addressOf(nodeId: number, metadata: ClusterMetadata): Address | undefined {
    return nodeId < 0 ? this.#bootstrap.current[-1 - nodeId] : metadata.brokers.get(nodeId)
  }

  #onMetadata(metadata: ClusterMetadata): void {
    const elected = newLeaders(this.#picture, metadata)
    this.#picture = metadata
    for (const [key, node] of this.#nodes) {
      const nodeId = Number(key.split(' ')[0])
      // The brokers themselves are known now: the connections to the bootstrap addresses have done their work.
      if (nodeId < 0) node.retire()
      else node.setAddress(this.#addressOf(nodeId, metadata))
      if (elected.has(nodeId)) node.onElected()
      if (node.address === undefined && node.isWanted) this.#wantMetadata()
    }
    this.#loop.wakeup()
  }

  #wantMetadata(): void {
    if (this.metadata.isUpdateWanted) return
    this.metadata.requestUpdate(this.#environment.clock.nowMs())
    this.#loop.wakeup()
  }

  #onDefect(cause: unknown): void {
    if (this.#fatalError !== undefined) return
    const text = cause instanceof Error ? cause.message : String(cause)
    this.#fatalError = KafkaError.is(cause)
      ? cause
      : new InvariantError(`the client stopped because of a defect: ${text}`, { cause })
    void this.close()
    for (const listener of [...this.#defectListeners]) listener(this.#fatalError)
  }
}
