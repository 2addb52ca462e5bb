/** A running cluster: starts it, hands out its address, and takes everything away again. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClusterError } from './cluster-error.ts'
import { cacheFolder, fetchJars } from './jar-cache.ts'
import type { StartContext } from './jar-cache.ts'
import type { JavaProcess } from './java-process.ts'
import { startKraftNode } from './kraft-node.ts'
import type { NodeLauncher, NodeOptions } from './node-launcher.ts'
import { freePort, requirePort } from './ports.ts'
import { brokerDiedError } from './readiness.ts'
import { requireJava } from './required-programs.ts'
import type { ToolName } from './tool-classes.ts'
import { runTool } from './tools.ts'
import type { RunToolOptions, ToolResult } from './tools.ts'
import { defaultVersion, findVersion } from './versions.ts'
import type { KafkaVersion, LauncherName } from './versions.ts'
import { Watchdog } from './watchdog.ts'

const launchers: Readonly<Record<LauncherName, NodeLauncher>> = { kraft: startKraftNode }

const stopGraceMs = 10_000
const portAttempts = 3

/** Settings of `startCluster`; all may be left out. */
export interface ClusterOptions {
  /** One of `kafkaVersions`. @default the newest, 4.3.1 */
  readonly version?: string
  /** Port for clients on 127.0.0.1. @default a free one */
  readonly port?: number
  /** The broker's largest heap, as in Java's `-Xmx`. @default '256m' */
  readonly heap?: string
  /** The broker's JVM flags in place of those for a short life, such as Kafka's own for production: for measuring. */
  readonly jvmFlags?: readonly string[]
  /** Lines of server.properties, added to or in place of those made here, by Kafka's names. */
  readonly properties?: Readonly<Record<string, string>>
  /** Feature levels to format the storage with, such as `{ 'share.version': 1 }`, where the version's default is not wanted. */
  readonly features?: Readonly<Record<string, number>>
  /** Stops the start: it rejects with a ClusterError `aborted` after everything begun has been taken away. */
  readonly signal?: AbortSignal
  /** Called with a line of text for each step that takes time (fetching, formatting, starting). */
  readonly onProgress?: (message: string) => void
}

/** A running cluster. `await using` stops it at the end of the block. */
export interface Cluster extends AsyncDisposable {
  /** `127.0.0.1:port`, for a client's `bootstrapServers`. */
  readonly bootstrapServers: string
  readonly version: string
  /** The broker's log. It is removed by `stop`, like all other files of the cluster. */
  readonly logFile: string
  /** Process id of the broker's JVM. */
  readonly pid: number
  /** Resolves with a ClusterError `broker-died` if the broker ends though nobody stopped it; else never. */
  readonly died: Promise<ClusterError>
  /**
   * Runs one of Kafka's command line tools; `--bootstrap-server` is added by itself. The tools' jars are fetched once.
   * @throws ClusterError `tool-failed` for an exit code other than 0, unless `throwOnFailure` is false.
   */
  runTool(tool: ToolName, args: readonly string[], options?: RunToolOptions): Promise<ToolResult>
  /** Ends the broker and removes its files. A second call waits for the first. */
  stop(): Promise<void>
}

/**
 * Starts a real Kafka and resolves when it answers ApiVersions and Metadata.
 * @throws ClusterError see `ClusterErrorCode`; nothing is left running.
 */
export const startCluster = async (options: ClusterOptions = {}): Promise<Cluster> => {
  const row = findVersion(options.version ?? defaultVersion)
  const java = await requireJava(row.minimumJava)
  if (options.port !== undefined) await requirePort(options.port)
  const watchdog = new Watchdog()
  const context: StartContext = {
    watchdog,
    cacheFolder: cacheFolder(),
    signal: options.signal,
    onProgress: options.onProgress ?? (() => {}),
  }
  const folder = await mkdtemp(join(tmpdir(), 'odradek-kafka-'))
  watchdog.watchFolder(folder)
  try {
    const classPath = await fetchJars(`Kafka ${row.version}`, row.brokerArtifacts, context)
    const started = await startOnPort(row, { java, classPath, folder }, options, context)
    return new RunningCluster(row, java, folder, started, { ...context, signal: undefined })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    watchdog.release()
    if (options.signal?.aborted && !(error instanceof ClusterError && error.code === 'aborted')) {
      throw new ClusterError('aborted', 'The start was stopped.', { cause: error })
    }
    throw error
  }
}

interface StartedNode {
  readonly broker: JavaProcess
  readonly port: number
}

/** Between choosing a free port and listening on it another process may take it; then other ports are tried. */
const startOnPort = async (
  row: KafkaVersion,
  place: Pick<NodeOptions, 'java' | 'classPath' | 'folder'>,
  options: ClusterOptions,
  context: StartContext,
): Promise<StartedNode> => {
  for (let attempt = 1; ; attempt++) {
    const folder = await mkdtemp(join(place.folder, 'node-'))
    const port = options.port ?? (await freePort())
    const controllerPort = await freePort()
    const node: NodeOptions = {
      ...place,
      row,
      folder,
      port,
      controllerPort,
      heap: options.heap ?? '256m',
      jvmFlags: options.jvmFlags,
      properties: options.properties ?? {},
      features: options.features ?? {},
    }
    try {
      return { broker: await launchers[row.launcher](node, context), port }
    } catch (error) {
      const portWasTaken = error instanceof ClusterError && /BindException|Address already in use/.test(error.message)
      if (!portWasTaken || attempt === portAttempts) throw error
      context.onProgress('Another process took the port meanwhile; trying again')
    }
  }
}

class RunningCluster implements Cluster {
  readonly version: string
  readonly bootstrapServers: string
  readonly logFile: string
  readonly pid: number
  readonly died: Promise<ClusterError>
  readonly #row: KafkaVersion
  readonly #java: string
  readonly #folder: string
  readonly #broker: JavaProcess
  readonly #context: StartContext
  readonly #runningTools = new AbortController()
  #stopped: Promise<void> | undefined

  constructor(row: KafkaVersion, java: string, folder: string, started: StartedNode, context: StartContext) {
    this.version = row.version
    this.bootstrapServers = `127.0.0.1:${started.port}`
    this.logFile = started.broker.logFile
    this.pid = started.broker.pid!
    this.#row = row
    this.#java = java
    this.#folder = folder
    this.#broker = started.broker
    this.#context = { ...context, signal: this.#runningTools.signal }
    this.died = new Promise((resolve) => {
      void this.#broker.ended.then(async (end) => {
        if (!this.#stopped) resolve(await brokerDiedError(this.#broker, end))
      })
    })
  }

  runTool(tool: ToolName, args: readonly string[], options?: RunToolOptions): Promise<ToolResult> {
    const runner = {
      row: this.#row,
      java: this.#java,
      bootstrapServers: this.bootstrapServers,
      folder: this.#folder,
      context: this.#context,
    }
    return runTool(runner, tool, args, options)
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  async #stop(): Promise<void> {
    this.#runningTools.abort()
    await this.#broker.stop(stopGraceMs)
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 })
    this.#context.watchdog.release()
  }
}
