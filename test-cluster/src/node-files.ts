/** Lays out a cluster's ports and folders, and makes each node's files: settings, formatted storage, logging. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClusterOptions } from './cluster-options.ts'
import { planKraftNodes, planZooKeeperNodes } from './cluster-plan.ts'
import type { PlannedNode } from './cluster-plan.ts'
import type { MadeSecurity } from './cluster-security.ts'
import type { StartContext } from './jar-cache.ts'
import { loggingFlags } from './java-logging.ts'
import { chosenJvmFlags, smallJvmFlags } from './java-process.ts'
import type { NodeLaunch } from './kafka-node.ts'
import { makeDataFolder } from './kraft-storage.ts'
import type { ListenerPlan } from './listeners.ts'
import { freePort, requirePort } from './ports.ts'
import { aclSettings, securityFlags, securitySettings, usedMechanisms } from './security-settings.ts'
import { serverProperties } from './server-properties.ts'
import type { Controller, Listener, NodeSettings } from './server-properties.ts'
import type { KafkaVersion } from './versions.ts'

const host = '127.0.0.1'

/** What all nodes of one start share. */
export interface ClusterPlace {
  readonly row: KafkaVersion
  readonly java: string
  readonly classPath: string
  /** All files of the cluster; whoever ends it removes this folder. */
  readonly folder: string
  /** A folder in it for those of the nodes, empty at the start. */
  readonly nodesFolder: string
  /** With ZooKeeper the brokers choose another one themselves. */
  readonly clusterId: string
}

type NodeLayout = Omit<NodeSettings, 'dataFolder' | 'security'>

/** The nodes with their listeners and ports. */
export interface ClusterLayout {
  readonly nodes: readonly NodeLayout[]
  /** `undefined` for KRaft. */
  readonly zooKeeperPort: number | undefined
}

/** Chooses the ports. Those that were asked for are checked; the others are free ones. */
export const layOutNodes = async (
  row: KafkaVersion,
  plan: ListenerPlan,
  options: ClusterOptions,
): Promise<ClusterLayout> => {
  const brokers = options.brokers ?? 1
  const nodes = row.mode === 'kraft' ? planKraftNodes(brokers) : planZooKeeperNodes(brokers)
  const zooKeeperPort = row.mode === 'zookeeper' ? await freePort() : undefined
  const controllers: Controller[] = []
  for (const { nodeId, isController } of nodes) {
    if (isController) controllers.push({ nodeId, host, bindHost: host, port: await freePort() })
  }
  const layouts: NodeLayout[] = []
  for (const node of nodes) {
    layouts.push({
      ...node,
      row,
      listeners: node.isBroker ? await placeListeners(node, plan, options.port) : [],
      interBrokerListener: plan.internal,
      controllers,
      zooKeeper: zooKeeperPort === undefined ? undefined : `${host}:${zooKeeperPort}`,
      brokers,
      overrides: options.properties ?? {},
    })
  }
  return { nodes: layouts, zooKeeperPort }
}

const placeListeners = async (
  { nodeId }: PlannedNode,
  plan: ListenerPlan,
  firstPort: number | undefined,
): Promise<Listener[]> => {
  const placed: Listener[] = []
  for (const listener of plan.listeners) {
    const wanted = listener.name === plan.client && firstPort !== undefined
    const port = wanted ? await requirePort(firstPort + nodeId - 1) : await freePort()
    placed.push({ ...listener, host, bindHost: host, port })
  }
  return placed
}

/** Writes everything that the node needs to start. */
export const makeNode = async (
  layout: NodeLayout,
  place: ClusterPlace,
  security: MadeSecurity,
  options: ClusterOptions,
  context: StartContext,
): Promise<NodeLaunch> => {
  const { row, java, classPath } = place
  const folder = join(place.nodesFolder, `node-${layout.nodeId}`)
  const temporaryFolder = join(folder, 'tmp')
  const dataFolder = join(folder, 'data')
  const settingsFile = join(folder, 'server.properties')
  await mkdir(temporaryFolder, { recursive: true })
  const settings = { ...layout, security: nodeSecurity(layout, security) }
  await writeFile(settingsFile, serverProperties({ ...settings, dataFolder }))
  if (row.mode === 'kraft') await formatNode({ ...settings, dataFolder }, place, security, options, context)
  const flags = [
    ...(options.jvmFlags
      ? chosenJvmFlags(options.jvmFlags, temporaryFolder)
      : smallJvmFlags(options.heap ?? '256m', temporaryFolder)),
    ...(await loggingFlags(row.logging, 'info', folder)),
    ...securityFlags(security.plan),
  ]
  const { nodeId, isBroker, isController, listeners } = layout
  return {
    nodeId,
    isBroker,
    isController,
    ports: new Map(listeners.map(({ name, port }) => [name, port])),
    internalPort: listeners.find(({ name }) => name === layout.interBrokerListener)?.port,
    java,
    args: [...flags, '-cp', classPath, 'kafka.Kafka', settingsFile],
    logFile: join(folder, 'broker.log'),
    watchdog: context.watchdog,
  }
}

const nodeSecurity = ({ isBroker, row }: NodeLayout, { plan }: MadeSecurity): Record<string, string> =>
  isBroker ? securitySettings(plan) : plan.acls ? aclSettings(row) : {}

const formatNode = async (
  node: NodeSettings,
  place: ClusterPlace,
  { plan, users }: MadeSecurity,
  options: ClusterOptions,
  context: StartContext,
): Promise<void> => {
  const { row, java, classPath, clusterId } = place
  // The settings that a user added can only be judged by the broker itself: formatting leaves them out.
  const settings = ({ dataFolder }: { dataFolder: string }): string =>
    serverProperties({ ...node, dataFolder, security: {}, overrides: {} })
  const { nodeId, dataFolder } = node
  const scramUsers = usesScram(plan) ? users : {}
  const features = options.features ?? {}
  await makeDataFolder({ row, java, classPath, nodeId, clusterId, dataFolder, settings, features, scramUsers }, context)
}

/** Whether the users have to be known to the cluster itself, and not only to the settings of its brokers. */
export const usesScram = ({ listeners }: Pick<MadeSecurity['plan'], 'listeners'>): boolean =>
  usedMechanisms(listeners).some((mechanism) => mechanism.startsWith('SCRAM'))
