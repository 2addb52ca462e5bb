/** A running cluster: its address, its nodes, the faults that a test makes, and the end of it all. */
import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { ExpectedBroker } from './broker-probe.ts'
import { ClusterError } from './cluster-error.ts'
import type { ClusterSecurity } from './cluster-security.ts'
import type { StartContext } from './jar-cache.ts'
import { KafkaNode } from './kafka-node.ts'
import type { NodeLaunch } from './kafka-node.ts'
import type { ClusterPlace } from './node-files.ts'
import type { ListenerPlan } from './listeners.ts'
import type { NodeState } from './node-state.ts'
import { brokerDiedError, waitUntilReady } from './readiness.ts'
import type { StartedNode } from './readiness.ts'
import type { ToolName } from './tool-classes.ts'
import { runTool } from './tools.ts'
import type { RunToolOptions, ToolResult } from './tools.ts'
import { hasFeature } from './version-features.ts'
import type { ZooKeeper } from './zookeeper.ts'

const stopGraceMs = 10_000
const lateNodesGraceMs = 500
const defaultReadyTimeoutMs = 60_000

/** One node, as it is at this moment. */
export interface ClusterNode {
  readonly nodeId: number
  readonly isBroker: boolean
  readonly isController: boolean
  readonly state: NodeState
  /** `127.0.0.1:port` for clients; `undefined` for a node that is a controller alone. */
  readonly address: string | undefined
  /** Process id of its JVM; `undefined` when none runs. */
  readonly pid: number | undefined
  /** Its log, which goes on after a restart. */
  readonly logFile: string
}

/** How long `restart` waits. */
export interface RestartOptions {
  /** Resolve when the started brokers answer and know each other; `false`: as soon as the processes run. @default true */
  readonly untilReady?: boolean
  /** @default 60000 */
  readonly timeoutMs?: number
}

/** A running cluster. `await using` stops it at the end of the block. */
export interface Cluster extends AsyncDisposable {
  /** `127.0.0.1:port` of every broker, separated by commas, for a client's `bootstrapServers`. */
  readonly bootstrapServers: string
  /** The same for the listener that brokers use among themselves: without encryption, and whoever comes may do all. */
  readonly internalServers: string
  /** The same for a listener of `ClusterOptions.listeners`. @throws ClusterError `bad-option` for a name that is none. */
  bootstrapServersOf(listener: string): string
  readonly version: string
  /** Users, certificates and tokens that the brokers accept. */
  readonly security: ClusterSecurity
  readonly nodes: readonly ClusterNode[]
  /** The log of broker 1. It is removed by `stop`, like all other files of the cluster. */
  readonly logFile: string
  /** Process id of the first JVM of broker 1. */
  readonly pid: number
  /** Where all files of the cluster are; `stop` removes it. */
  readonly folder: string
  /** Resolves with a ClusterError `broker-died` if a node ends though nobody stopped or killed it here; else never. */
  readonly died: Promise<ClusterError>
  /** SIGKILL to the node, as a power cut would end it; its data stays. Resolves when the process is gone. */
  kill(nodeId: number): Promise<void>
  /** Ends the node in an orderly way (SIGTERM); its data stays. Resolves when the process is gone. */
  shutDown(nodeId: number): Promise<void>
  /** Starts the node again, with its data and on its ports; one that runs is shut down before. */
  restart(nodeId: number, options?: RestartOptions): Promise<void>
  /** SIGSTOP: the node's connections stay open, and nothing is answered on them. */
  freeze(nodeId: number): void
  /** SIGCONT: a frozen node goes on. */
  thaw(nodeId: number): void
  /** `kill` for every node at once. */
  killAll(): Promise<void>
  /** `restart` for every node at once. */
  restartAll(options?: RestartOptions): Promise<void>
  /**
   * Runs one of Kafka's command line tools; `--bootstrap-server` is added by itself. The tools' jars are fetched once.
   * @throws ClusterError `tool-failed` for an exit code other than 0, unless `throwOnFailure` is false.
   */
  runTool(tool: ToolName, args: readonly string[], options?: RunToolOptions): Promise<ToolResult>
  /** Ends all nodes and removes their files. A second call waits for the first. */
  stop(): Promise<void>
}

const addressOf = ({ launch }: KafkaNode, listener: string): string | undefined => {
  const port = launch.ports.get(listener)
  return port === undefined ? undefined : `127.0.0.1:${port}`
}

/** What a start has made, and a running cluster is made from. */
export interface ClusterParts {
  readonly launches: readonly NodeLaunch[]
  readonly plan: ListenerPlan
  readonly security: ClusterSecurity
  readonly zooKeeper: ZooKeeper | undefined
}

const isAlive = ({ state }: KafkaNode): boolean => state === 'running' || state === 'frozen'

/** The class behind `Cluster`; what the interface lacks is for the start. */
export class RunningCluster implements Cluster {
  readonly version: string
  readonly died: Promise<ClusterError>
  readonly security: ClusterSecurity
  readonly kafkaNodes: readonly KafkaNode[]
  readonly #place: ClusterPlace
  readonly #plan: ListenerPlan
  readonly #zooKeeper: ZooKeeper | undefined
  readonly #context: StartContext
  readonly #runningTools = new AbortController()
  #announceDeath: (error: ClusterError) => void = () => {}
  #stopped: Promise<void> | undefined

  constructor(place: ClusterPlace, { launches, plan, security, zooKeeper }: ClusterParts, context: StartContext) {
    this.version = place.row.version
    this.security = security
    this.#place = place
    this.#plan = plan
    this.#zooKeeper = zooKeeper
    this.#context = { ...context, signal: this.#runningTools.signal }
    this.died = new Promise((resolve) => (this.#announceDeath = resolve))
    this.kafkaNodes = launches.map(
      (launch) =>
        new KafkaNode(launch, (node, process, end) => {
          void brokerDiedError(node.name, process, end).then(this.#announceDeath)
        }),
    )
    void zooKeeper?.process.ended.then(async (end) => {
      if (!this.#stopped) this.#announceDeath(await brokerDiedError('ZooKeeper', zooKeeper.process, end))
    })
  }

  get bootstrapServers(): string {
    return this.#addresses(this.#plan.client)
  }

  get internalServers(): string {
    return this.#addresses(this.#plan.internal)
  }

  bootstrapServersOf(listener: string): string {
    const { listeners } = this.#plan
    const found = listeners.find(({ label }) => label === listener.toUpperCase())
    if (found) return this.#addresses(found.name)
    const labels = listeners.map(({ label }) => label.toLowerCase()).join(', ')
    throw new ClusterError('bad-option', `There is no listener ${listener} in this cluster, but ${labels}.`)
  }

  get nodes(): ClusterNode[] {
    return this.kafkaNodes.map((node) => ({
      nodeId: node.launch.nodeId,
      isBroker: node.launch.isBroker,
      isController: node.launch.isController,
      state: node.state,
      address: addressOf(node, this.#plan.client),
      pid: isAlive(node) ? node.process?.pid : undefined,
      logFile: node.launch.logFile,
    }))
  }

  get logFile(): string {
    return this.kafkaNodes[0]!.launch.logFile
  }

  get pid(): number {
    return this.kafkaNodes[0]!.process!.pid!
  }

  get folder(): string {
    return this.#place.folder
  }

  kill(nodeId: number): Promise<void> {
    return this.#find(nodeId).kill()
  }

  shutDown(nodeId: number): Promise<void> {
    return shutDownNodes([this.#find(nodeId)])
  }

  async restart(nodeId: number, options: RestartOptions = {}): Promise<void> {
    await this.#restart([this.#find(nodeId)], options)
  }

  freeze(nodeId: number): void {
    this.#find(nodeId).freeze()
  }

  thaw(nodeId: number): void {
    this.#find(nodeId).thaw()
  }

  async killAll(): Promise<void> {
    await Promise.all(this.kafkaNodes.map((node) => node.kill()))
  }

  async restartAll(options: RestartOptions = {}): Promise<void> {
    await this.#restart(this.kafkaNodes, options)
  }

  runTool(tool: ToolName, args: readonly string[], options?: RunToolOptions): Promise<ToolResult> {
    const { row, java, folder } = this.#place
    const zooKeeper = this.#zooKeeper && `127.0.0.1:${this.#zooKeeper.port}`
    const addresses = { bootstrapServers: this.internalServers, zooKeeper }
    const runner = { row, java, folder, addresses, context: this.#context }
    return runTool(runner, tool, args, options)
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  /** Starts the processes and resolves when their brokers, and all others that run, are ready. */
  async startNodes(
    nodes: readonly KafkaNode[],
    signal?: AbortSignal,
    timeoutMs = defaultReadyTimeoutMs,
  ): Promise<void> {
    await Promise.all(nodes.map((node) => node.start()))
    const brokers = nodes.map((node) => node.launch.nodeId)
    await this.#whileAlive(nodes, this.#zooKeeper?.waitForBrokers(brokers, true, signal))
    await waitUntilReady(this.#expected(nodes), timeoutMs, signal)
  }

  /** Ends what a failed start has begun, at once. */
  async abandon(): Promise<void> {
    this.#stopped = Promise.resolve()
    await this.killAll()
    await this.#zooKeeper?.stop(Promise.resolve())
  }

  /** A broker that ends before it has registered is told at once. */
  async #whileAlive(nodes: readonly KafkaNode[], registered: Promise<void> | undefined): Promise<void> {
    if (!registered) return
    const ends = nodes.map(async (node) => {
      const end = await node.process!.ended
      throw await brokerDiedError(node.name, node.process!, end)
    })
    await Promise.race([registered, ...ends])
  }

  async #restart(nodes: readonly KafkaNode[], options: RestartOptions): Promise<void> {
    await shutDownNodes(nodes)
    // A broker that was killed stays registered until its session ends, and the older versions refuse to register twice.
    const brokers = nodes.map((node) => node.launch.nodeId)
    for (const nodeId of brokers) await this.#zooKeeper?.waitForBrokers([nodeId], false)
    if (options.untilReady ?? true) await this.startNodes(nodes, undefined, options.timeoutMs)
    else await Promise.all(nodes.map((node) => node.start()))
  }

  /** Every running broker must know every other. A frozen one cannot answer, so nothing is expected of it or about it. */
  #expected(started: readonly KafkaNode[]): StartedNode[] {
    // One of those just started may have ended already: that is to be told, not left out.
    const running = this.kafkaNodes.filter((node) => node.state === 'running' || started.includes(node))
    const ports = running.flatMap((node) => node.launch.internalPort ?? [])
    return running.map((node) => {
      const port = node.launch.internalPort
      const peers = ports.filter((other) => other !== port)
      const expected = port === undefined ? undefined : { ...this.#expectedAnswers(), port, peers }
      return { name: node.name, process: node.process!, expected }
    })
  }

  #expectedAnswers(): Pick<ExpectedBroker, 'clusterId' | 'metadataVersion' | 'hasApiVersions'> {
    const { row, clusterId } = this.#place
    const hasApiVersions = hasFeature(row, 'api-versions')
    return {
      clusterId: row.mode === 'kraft' ? clusterId : undefined,
      hasApiVersions,
      metadataVersion: hasFeature(row, 'metadata-with-cluster-id') ? 2 : hasApiVersions ? 1 : 0,
    }
  }

  #addresses(listener: string): string {
    return this.kafkaNodes.flatMap((node) => addressOf(node, listener) ?? []).join(',')
  }

  #find(nodeId: number): KafkaNode {
    const found = this.kafkaNodes.find((node) => node.launch.nodeId === nodeId)
    if (found) return found
    const known = this.kafkaNodes.map((node) => node.launch.nodeId).join(', ')
    throw new ClusterError('unknown-node', `There is no node ${nodeId} in this cluster. Its nodes: ${known}.`)
  }

  async #stop(): Promise<void> {
    this.#runningTools.abort()
    await shutDownNodes(this.kafkaNodes)
    await this.#zooKeeper?.stop(Promise.resolve())
    await rm(this.#place.folder, { recursive: true, force: true, maxRetries: 3 })
    this.#context.watchdog.release()
  }
}

/**
 * All at once. When most are gone the rest have no quorum to leave and would wait 5 s for one, with all else done: they get
 * half a second.
 */
const shutDownNodes = async (nodes: readonly KafkaNode[]): Promise<void> => {
  const settled = new AbortController()
  const pause = (ms: number): Promise<unknown> =>
    delay(ms, undefined, { signal: settled.signal }).catch(() => undefined)
  const alive = nodes.filter(isAlive)
  const majority = Math.floor(alive.length / 2) + 1
  let gone = 0
  let onMajorityGone = (): void => {}
  const majorityGone = new Promise<void>((resolve) => (onMajorityGone = resolve))
  const patience = Promise.race([pause(stopGraceMs), majorityGone.then(() => pause(lateNodesGraceMs))])
  await Promise.all(
    nodes.map(async (node) => {
      const counts = isAlive(node)
      await node.shutDown(patience)
      if (counts && ++gone === majority) onMajorityGone()
    }),
  )
  settled.abort()
}
