/** Starts a cluster: fetches the jars, makes the nodes, and waits until every broker answers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClusterError } from './cluster-error.ts'
import type { ClusterOptions } from './cluster-options.ts'
import { cacheFolder, fetchJars } from './jar-cache.ts'
import type { StartContext } from './jar-cache.ts'
import { randomKafkaId } from './kraft-storage.ts'
import { layOutNodes, makeNode } from './node-files.ts'
import type { ClusterPlace } from './node-files.ts'
import { requireJava } from './required-programs.ts'
import { RunningCluster } from './running-cluster.ts'
import type { Cluster } from './running-cluster.ts'
import { defaultVersion, findVersion } from './versions.ts'
import { Watchdog } from './watchdog.ts'

const portAttempts = 3

/**
 * Starts a real Kafka and resolves when every broker answers ApiVersions and Metadata and knows all others.
 * @throws ClusterError see `ClusterErrorCode`; nothing is left running.
 */
export const startCluster = async (options: ClusterOptions = {}): Promise<Cluster> => {
  const row = findVersion(options.version ?? defaultVersion)
  const java = await requireJava(row.minimumJava)
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
    // Before anything is fetched: a wrong option or a port in use should not cost a download.
    await layOutNodes(row, options)
    const classPath = await fetchJars(`Kafka ${row.version}`, row.brokerArtifacts, context)
    return await startOnFreePorts({ row, java, classPath, folder }, options, context)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    watchdog.release()
    if (options.signal?.aborted && !(error instanceof ClusterError && error.code === 'aborted')) {
      throw new ClusterError('aborted', 'The start was stopped.', { cause: error })
    }
    throw error
  }
}

/** Between choosing a free port and listening on it another process may take it; then other ports are tried. */
const startOnFreePorts = async (
  place: Omit<ClusterPlace, 'clusterId' | 'nodesFolder'>,
  options: ClusterOptions,
  context: StartContext,
): Promise<RunningCluster> => {
  for (let attempt = 1; ; attempt++) {
    const nodesFolder = await mkdtemp(join(place.folder, 'nodes-'))
    try {
      return await startOnce({ ...place, nodesFolder, clusterId: randomKafkaId() }, options, context)
    } catch (error) {
      const portWasTaken = error instanceof ClusterError && /BindException|Address already in use/.test(error.message)
      if (!portWasTaken || attempt === portAttempts) throw error
      context.onProgress('Another process took a port meanwhile; trying again')
    }
  }
}

const startOnce = async (
  place: ClusterPlace,
  options: ClusterOptions,
  context: StartContext,
): Promise<RunningCluster> => {
  const { row } = place
  const layouts = await layOutNodes(row, options)
  const launches = []
  for (const layout of layouts) launches.push(await makeNode(layout, place, options, context))
  context.signal?.throwIfAborted()
  const cluster = new RunningCluster(place, launches, { ...context, signal: undefined })
  const ports = launches.flatMap(({ internalPort }) => internalPort ?? [])
  context.onProgress(`Starting Kafka ${row.version} on port ${ports.join(', ')}`)
  try {
    await cluster.startNodes(cluster.kafkaNodes, context.signal)
    return cluster
  } catch (error) {
    await cluster.abandon()
    throw error
  }
}
