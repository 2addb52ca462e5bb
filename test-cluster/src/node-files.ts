/** Lays out a cluster's ports and folders, and makes each node's files: settings, formatted storage, logging. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClusterOptions } from './cluster-options.ts'
import { planKraftNodes } from './cluster-plan.ts'
import type { PlannedNode } from './cluster-plan.ts'
import type { StartContext } from './jar-cache.ts'
import { loggingFlags } from './java-logging.ts'
import { chosenJvmFlags, smallJvmFlags } from './java-process.ts'
import type { NodeLaunch } from './kafka-node.ts'
import { makeDataFolder } from './kraft-storage.ts'
import { freePort, requirePort } from './ports.ts'
import { serverProperties } from './server-properties.ts'
import type { Listener, NodeSettings } from './server-properties.ts'
import type { KafkaVersion } from './versions.ts'

/** What all nodes of one start share. */
export interface ClusterPlace {
  readonly row: KafkaVersion
  readonly java: string
  readonly classPath: string
  /** All files of the cluster; whoever ends it removes this folder. */
  readonly folder: string
  /** A folder in it for those of the nodes, empty at the start. */
  readonly nodesFolder: string
  readonly clusterId: string
}

type NodeLayout = Omit<NodeSettings, 'dataFolder'>

/** The nodes with their listeners and ports. A port that was asked for is checked; the others are free ones. */
export const layOutNodes = async (row: KafkaVersion, options: ClusterOptions): Promise<NodeLayout[]> => {
  const brokers = options.brokers ?? 1
  const nodes = planKraftNodes(brokers)
  const controllers: { nodeId: number; port: number }[] = []
  for (const { nodeId, isController } of nodes) if (isController) controllers.push({ nodeId, port: await freePort() })
  const layouts: NodeLayout[] = []
  for (const node of nodes) {
    layouts.push({
      ...node,
      listeners: node.isBroker ? await listenersOf(node, options.port) : [],
      interBrokerListener: 'PLAINTEXT',
      controllers,
      brokers,
      shareCoordinator: row.shareCoordinator,
      overrides: options.properties ?? {},
    })
  }
  return layouts
}

const listenersOf = async ({ nodeId }: PlannedNode, firstPort: number | undefined): Promise<Listener[]> => {
  const port = firstPort === undefined ? await freePort() : await requirePort(firstPort + nodeId - 1)
  return [{ name: 'PLAINTEXT', protocol: 'PLAINTEXT', port }]
}

/** Writes everything that the node needs to start. */
export const makeNode = async (
  layout: NodeLayout,
  place: ClusterPlace,
  options: ClusterOptions,
  context: StartContext,
): Promise<NodeLaunch> => {
  const { row, java, classPath, clusterId } = place
  const folder = join(place.nodesFolder, `node-${layout.nodeId}`)
  const temporaryFolder = join(folder, 'tmp')
  const dataFolder = join(folder, 'data')
  const settingsFile = join(folder, 'server.properties')
  await mkdir(temporaryFolder, { recursive: true })
  await writeFile(settingsFile, serverProperties({ ...layout, dataFolder }))
  // The settings that a user added can only be judged by the broker itself: formatting leaves them out.
  const settings = (other: { dataFolder: string }): string => serverProperties({ ...layout, ...other, overrides: {} })
  const { nodeId, isBroker, isController } = layout
  const storage = { row, java, classPath, nodeId, clusterId, dataFolder, settings, features: options.features ?? {} }
  await makeDataFolder(storage, context)
  const flags = [
    ...(options.jvmFlags
      ? chosenJvmFlags(options.jvmFlags, temporaryFolder)
      : smallJvmFlags(options.heap ?? '256m', temporaryFolder)),
    ...(await loggingFlags(row.logging, 'info', folder)),
  ]
  return {
    nodeId,
    isBroker,
    isController,
    internalPort: layout.listeners.find(({ name }) => name === layout.interBrokerListener)?.port,
    java,
    args: [...flags, '-cp', classPath, 'kafka.Kafka', settingsFile],
    logFile: join(folder, 'broker.log'),
    watchdog: context.watchdog,
  }
}
