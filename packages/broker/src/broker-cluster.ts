// The brokers of a cluster, each with its port, and what the controller of a real cluster does as they come and go.
import { join } from 'node:path'
import type { Environment, Timer } from '@odradek/network'
import { formatAddress } from '@odradek/network/internal'
import { UsageError } from '@odradek/protocol'
import type { BrokerControl } from './control/broker-control.ts'
import { ClusterLoop } from './cluster-loop.ts'
import { BrokerCore } from './core/broker-core.ts'
import { BrokerState } from './core/broker-state.ts'
import {
  beginControlledShutdown,
  fenceBroker,
  loseAllLeaders,
  registerBroker,
  unregisterBroker,
} from './core/cluster/broker-lifecycle.ts'
import { ClusterCore } from './core/cluster/cluster-core.ts'
import { clusterRecordFromJson, clusterRecordToJson } from './core/cluster/cluster-journal.ts'
import { ClusterState } from './core/cluster/cluster-state.ts'
import { FoldedRecords } from './core/cluster/folded-records.ts'
import type { ListenerEndpoint } from './core/cluster/cluster-record.ts'
import { type PlannedListener, planListeners } from './listeners.ts'
import type { BrokerEvent } from './events.ts'
import type { ResolvedBrokerOptions } from './options.ts'
import { Server } from './server.ts'
import { startRecords } from './start-records.ts'
import { BrokerStorage } from './storage/broker-storage.ts'
import { LogKeeper } from './storage/log-keeper.ts'
import type { Snapshot } from './storage/snapshot-file.ts'
import { putLogs, takeLogs } from './storage/snapshot-logs.ts'

/** 'All interfaces' is no place to connect to. */
const ANY_HOST = new Set(['0.0.0.0', '::', ''])

/** What is there while a broker runs. */
interface RunningBroker {
  readonly state: BrokerState
  readonly core: BrokerCore
  readonly server: Server
}

/** A broker of the cluster, running or not. What it has written outlives its runs, in memory or in its files. */
interface Node {
  readonly id: number
  readonly rack: string | null
  readonly storage: BrokerStorage
  keeper: LogKeeper
  /** Its place among the brokers: ports that are given are those of the first one. */
  readonly index: number
  /** The port to open: the same one at each start, so that clients find it again. */
  port: number
  /** Where clients find it, by listener, from its first start on. */
  endpoints: readonly ListenerEndpoint[]
  /** The ports that were opened, by listener. */
  readonly opened: Map<string, number>
  running: RunningBroker | undefined
  fenceTimer: Timer | undefined
}

/** A broker as its owner sees it. */
export interface BrokerInfo {
  readonly id: number
  /** Where clients are told to connect. */
  readonly host: string
  readonly port: number
  /** The same, as `host:port`, by the name of the listener. */
  readonly endpoints: Readonly<Record<string, string>>
  readonly rack: string | null
  readonly isRunning: boolean
}

/** What a cluster is made with. */
export interface BrokerClusterSettings {
  readonly options: ResolvedBrokerOptions
  readonly environment: Environment
  readonly control: BrokerControl
  readonly newUuid: () => string
  /** What the cluster is to hold from the start. */
  readonly snapshot?: Snapshot | undefined
}

/** The brokers of a cluster. */
export class BrokerCluster {
  readonly cluster: ClusterState
  readonly core = new ClusterCore(({ brokerId, topic, partition }, error) => {
    this.#tell({ type: 'replication-failed', brokerId, topic, partition, error })
  })
  readonly #settings: BrokerClusterSettings
  readonly #loop: ClusterLoop
  readonly #nodes = new Map<number, Node>()

  /** The first broker's storage, which keeps what the cluster knows. */
  #firstStorage: BrokerStorage | undefined
  /** What has been decided since the beginning, in short: for snapshots. */
  readonly #folded: FoldedRecords
  /** The topics that a data directory or a snapshot had. */
  readonly #kept: ReadonlySet<string>

  /** Opens the data directory, where there is one. Throws UsageError where it cannot be used. */
  constructor(settings: BrokerClusterSettings) {
    this.#settings = settings
    const { environment, newUuid, options } = settings
    const storage = this.#openStorage(options.nodeId)
    this.#firstStorage = storage
    const { random } = environment
    const { kafkaConfigs: configs, emulate } = options
    this.cluster = new ClusterState({ clusterId: storage.clusterId, newUuid, random, configs, emulate })
    // What was changed since the first start comes after what the options say.
    const initial = startRecords(options)
    for (const record of initial) this.cluster.apply(record)
    this.#folded = new FoldedRecords(this.cluster, initial)
    this.cluster.subscribe((record) => this.#folded.add(record))
    storage.keep(this.cluster, this.#folded)
    for (const record of settings.snapshot?.records ?? []) this.cluster.apply(clusterRecordFromJson(record))
    this.#kept = new Set([...this.cluster.topics.all()].map(({ name }) => name))
    loseAllLeaders(this.cluster)
    this.#loop = new ClusterLoop(this.core, settings.environment.clock)
  }

  /** What the cluster holds now. */
  snapshot(): Snapshot {
    const down = [...this.#nodes.values()].find(({ storage }) => storage.isDown)
    if (down !== undefined) {
      throw new UsageError(`Broker ${down.id} is down and its files are closed: restart it before taking a snapshot`)
    }
    return {
      clusterId: this.cluster.clusterId,
      nodeIds: [...this.#nodes.keys()],
      records: Array.from(this.#folded.records(), clusterRecordToJson),
      logs: [...this.#nodes.values()].flatMap(({ id, storage }) => takeLogs(id, storage.logs)),
    }
  }

  /** In the order of their ids. */
  get brokers(): BrokerInfo[] {
    return [...this.#nodes.values()]
      .sort((one, other) => one.id - other.id)
      .map(({ id, rack, endpoints, running }) => {
        const { host, port } = endpoints[0] ?? { host: '', port: 0 }
        const byListener = Object.fromEntries(endpoints.map((endpoint) => [endpoint.listener, formatAddress(endpoint)]))
        return { id, host, port, endpoints: byListener, rack, isRunning: running !== undefined }
      })
  }

  /** The state of any broker that runs. Throws UsageError where none does. */
  get anyState(): BrokerState {
    for (const { running } of this.#nodes.values()) if (running !== undefined) return running.state
    throw new UsageError('No broker of the cluster runs: restart one')
  }

  /** Adds a broker with the next id that is free, and starts it. Gives its id. */
  async add({ rack, port }: { readonly rack?: string; readonly port?: number } = {}): Promise<number> {
    const { nodeId, port: firstPort, racks } = this.#settings.options
    let index = 0
    while (this.#nodes.has(nodeId + index)) index++
    const storage = this.#firstStorage ?? this.#openStorage(nodeId + index)
    this.#firstStorage = undefined
    const { snapshot, environment } = this.#settings
    const logs = snapshot?.logs.filter((log) => log.nodeId === nodeId + index) ?? []
    putLogs(logs, storage.logs, this.cluster.topics, environment.clock.wallClockMs())
    const node: Node = {
      id: nodeId + index,
      rack: rack ?? racks[index % racks.length] ?? null,
      storage,
      keeper: this.#keep(storage),
      index,
      port: port ?? (firstPort === 0 ? 0 : firstPort + index),
      endpoints: [],
      opened: new Map(),
      running: undefined,
      fenceTimer: undefined,
    }
    this.#nodes.set(node.id, node)
    try {
      await this.#start(node)
    } catch (error) {
      this.#nodes.delete(node.id)
      closeStorage(node)
      throw error
    }
    return node.id
  }

  /** Starts a broker that does not run, on the port that it had. One that runs is stopped first. */
  async restart(id: number): Promise<void> {
    const node = this.#node(id)
    if (node.running !== undefined) await this.stop(id)
    await this.#start(node)
  }

  async #start(node: Node): Promise<void> {
    const { options, environment, control } = this.#settings
    const { clock, transport } = environment
    if (node.storage.isDown) {
      node.storage.reopen()
      node.keeper = this.#keep(node.storage)
    }
    const state = new BrokerState(configOf(options, node), this.cluster, node.storage.logs)
    state.wallClockOffsetMs = clock.wallClockMs() - clock.nowMs()
    const core = new BrokerCore(state)
    const { socketRequestMaxBytes: maxFrameSize, connectionsMaxIdleMs: maxIdleMs, onEvent = () => {} } = options
    const onRun = () => this.#loop.run()
    const server = new Server({ core, clock, transport, maxFrameSize, maxIdleMs, onEvent, control, onRun })
    try {
      node.endpoints = await openListeners(
        server,
        node,
        planListeners({ ...options, port: node.port }, state, transport),
      )
    } catch (error) {
      state.close()
      await server.close()
      putDown(node, 'stopped')
      throw error
    }
    node.running = { state, core, server }
    node.fenceTimer?.cancel()
    node.fenceTimer = undefined
    this.core.add(core)
    this.#loop.add(server)
    const { host, port } = node.endpoints[0]!
    registerBroker(this.cluster, { brokerId: node.id, host, port, rack: node.rack, listeners: node.endpoints })
    this.run()
  }

  /** A broker dies: its connections are cut at once. The others notice after `brokerSessionTimeoutMs`. */
  async kill(id: number): Promise<void> {
    const node = this.#node(id)
    if (node.running === undefined) return
    const closed = this.#end(node, 'killed')
    const { brokerSessionTimeoutMs } = this.#settings.options
    const fence = () => {
      node.fenceTimer = undefined
      fenceBroker(this.cluster, id)
      this.run()
    }
    if (brokerSessionTimeoutMs === 0) fence()
    else node.fenceTimer = this.#settings.environment.clock.setTimer(brokerSessionTimeoutMs, fence)
    this.run()
    await closed
  }

  /** A broker stops in good order: first others take over what it leads. */
  async stop(id: number): Promise<void> {
    const node = this.#node(id)
    if (node.running === undefined) return
    beginControlledShutdown(this.cluster, id)
    this.run()
    const closed = this.#end(node, 'stopped')
    fenceBroker(this.cluster, id)
    this.run()
    await closed
  }

  /** Takes a broker out of the cluster for good, stopping it where it runs. */
  async remove(id: number): Promise<void> {
    const node = this.#node(id)
    if (node.running !== undefined) await this.stop(id)
    node.fenceTimer?.cancel()
    this.#nodes.delete(id)
    closeStorage(node)
    if (this.cluster.brokers.has(id)) unregisterBroker(this.cluster, id)
    this.run()
  }

  #end(node: Node, how: 'killed' | 'stopped'): Promise<void> {
    const { running } = node
    if (running === undefined) return Promise.resolve()
    node.running = undefined
    this.core.remove(node.id)
    this.#loop.remove(running.server)
    const closed = running.server.close()
    running.state.close()
    putDown(node, how)
    return closed
  }

  #node(id: number): Node {
    const node = this.#nodes.get(id)
    if (node === undefined)
      throw new UsageError(`There is no broker ${id}: there are ${[...this.#nodes.keys()].join(', ')}`)
    return node
  }

  /** Whether the broker runs. Throws UsageError where there is none of that id. */
  isRunning(id: number): boolean {
    return this.#node(id).running !== undefined
  }

  /** Whether a data directory had the topic from before. */
  hasKept(topic: string): boolean {
    return this.#kept.has(topic)
  }

  /** Several brokers share a data directory as folders in it; the first one also keeps what the cluster knows. */
  #openStorage(nodeId: number): BrokerStorage {
    const { options, environment, newUuid } = this.#settings
    const { clock, random } = environment
    const isFirst = nodeId === options.nodeId
    const isAlone = options.brokers === 1 && isFirst
    const dataDir =
      options.dataDir === undefined || isAlone ? options.dataDir : join(options.dataDir, `broker-${nodeId}`)
    const given = options.clusterId ?? this.#settings.snapshot?.clusterId
    const clusterId = isFirst ? given : this.cluster.clusterId
    return new BrokerStorage({ dataDir, nodeId, clusterId, newUuid, random, clock, settings: options })
  }

  #keep(storage: BrokerStorage): LogKeeper {
    const { environment } = this.#settings
    return new LogKeeper(storage.logs, environment.clock, (error) => this.#tell({ type: 'storage-failed', error }))
  }

  #tell(event: BrokerEvent): void {
    try {
      this.#settings.options.onEvent?.(event)
    } catch {
      // A listener's fault must not reach the brokers.
    }
  }

  /** Lets the brokers do what is to be done after a change from outside. */
  run(): void {
    this.#loop.run()
    this.#settings.control.onChange()
  }

  /** Closes all ports and connections. */
  async close(): Promise<void> {
    this.#loop.close()
    const closed = [...this.#nodes.values()].map((node) => {
      node.fenceTimer?.cancel()
      return this.#end(node, 'stopped')
    })
    await Promise.all(closed)
    for (const node of this.#nodes.values()) closeStorage(node)
    this.#firstStorage?.close()
  }
}

/** Opens the ports of a broker. Clients are told the ones that are advertised, where they are. */
async function openListeners(
  server: Server,
  { index, opened }: Node,
  listeners: readonly PlannedListener[],
): Promise<ListenerEndpoint[]> {
  const endpoints: ListenerEndpoint[] = []
  for (const { address, port, isFirst, advertisedHost, advertisedPort } of listeners) {
    // The port of the first listener may be the broker's own already.
    const wanted = address.port === 0 || isFirst ? address.port : address.port + index
    const bound = await server.listen({ host: address.host, port: opened.get(port.listener) ?? wanted }, port)
    opened.set(port.listener, bound.port)
    const host = advertisedHost ?? (ANY_HOST.has(address.host) ? 'localhost' : address.host)
    const told = advertisedPort === undefined ? bound.port : advertisedPort + index
    endpoints.push({ listener: port.listener, host, port: told })
  }
  return endpoints
}

/** What is on disk is closed, or after a kill left as it is; what is in memory stays as it is. */
function putDown({ keeper, storage }: Node, how: 'killed' | 'stopped'): void {
  if (how === 'killed') storage.abandon()
  else storage.stop()
  if (storage.isDown) keeper.stop()
}

function closeStorage({ keeper, storage }: Node): void {
  keeper.stop()
  storage.close()
}

/** What differs between the brokers. */
function configOf(options: ResolvedBrokerOptions, { id, rack }: Node): ResolvedBrokerOptions {
  const own = { 'broker.id': String(id), ...(rack !== null && { 'broker.rack': rack }) }
  return { ...options, nodeId: id, kafkaConfigs: { ...options.kafkaConfigs, ...own } }
}
