/** Starts a cluster: fetches the jars, makes the nodes, and waits until every broker answers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { ClusterError } from './cluster-error.ts'
import { clusterFolderPrefix } from './cluster-folder.ts'
import type { ClusterOptions } from './cluster-options.ts'
import { makeSecurity } from './cluster-security.ts'
import type { MadeSecurity } from './cluster-security.ts'
import { cacheFolder, fetchJars } from './jar-cache.ts'
import type { StartContext } from './jar-cache.ts'
import { randomKafkaId } from './kraft-storage.ts'
import { planListeners } from './listeners.ts'
import type { ListenerPlan } from './listeners.ts'
import { layOutNodes, makeNode, usesScram } from './node-files.ts'
import type { ClusterLayout, ClusterPlace } from './node-files.ts'
import { requireJava } from './required-programs.ts'
import { RunningCluster } from './running-cluster.ts'
import type { Cluster } from './running-cluster.ts'
import { defaultVersion, findVersion } from './versions.ts'
import { Watchdog } from './watchdog.ts'
import { addScramUsers, ZooKeeper } from './zookeeper.ts'

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
  const folder = await mkdtemp(join(tmpdir(), clusterFolderPrefix))
  watchdog.watchFolder(folder)
  try {
    // Before anything is fetched: a wrong option or a port in use should not cost a download.
    const plan = planListeners(row, options)
    await layOutNodes(row, plan, options)
    const jars = await fetchJars(`Kafka ${row.version}`, row.brokerArtifacts, context)
    const classPath = options.extraClassPath === undefined ? jars : [options.extraClassPath, jars].join(delimiter)
    return await startOnFreePorts({ row, java, classPath, folder }, plan, options, context)
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
  plan: ListenerPlan,
  options: ClusterOptions,
  context: StartContext,
): Promise<RunningCluster> => {
  for (let attempt = 1; ; attempt++) {
    const nodesFolder = await mkdtemp(join(place.folder, 'nodes-'))
    try {
      return await startOnce({ ...place, nodesFolder, clusterId: randomKafkaId() }, plan, options, context)
    } catch (error) {
      const portWasTaken = error instanceof ClusterError && /BindException|Address already in use/.test(error.message)
      if (!portWasTaken || attempt === portAttempts) throw error
      context.onProgress('Another process took a port meanwhile; trying again')
    }
  }
}

const startOnce = async (
  place: ClusterPlace,
  plan: ListenerPlan,
  options: ClusterOptions,
  context: StartContext,
): Promise<RunningCluster> => {
  const { row } = place
  const layout = await layOutNodes(row, plan, options)
  const security = await makeSecurity(row, plan.listeners, options, place.nodesFolder)
  const launches = []
  for (const node of layout.nodes) launches.push(await makeNode(node, place, security, options, context))
  context.signal?.throwIfAborted()
  const zooKeeper = await startZooKeeper(layout, place, security, context)
  const cluster = new RunningCluster(place, { launches, plan, security, zooKeeper }, { ...context, signal: undefined })
  context.onProgress(`Starting Kafka ${row.version} on ${cluster.bootstrapServers}`)
  try {
    await cluster.startNodes(cluster.kafkaNodes, context.signal)
    return cluster
  } catch (error) {
    await cluster.abandon()
    throw error
  }
}

const startZooKeeper = async (
  { zooKeeperPort }: ClusterLayout,
  place: ClusterPlace,
  security: MadeSecurity,
  context: StartContext,
): Promise<ZooKeeper | undefined> => {
  if (zooKeeperPort === undefined) return undefined
  const zooKeeper = await ZooKeeper.start(place, zooKeeperPort, context)
  try {
    if (usesScram(security.plan)) await addScramUsers(place, zooKeeper, security.users, context)
    return zooKeeper
  } catch (error) {
    await zooKeeper.stop(Promise.resolve())
    throw error
  }
}
