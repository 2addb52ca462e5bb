/** The text of a node's server.properties: a small, quick node for tests. */
import { ClusterError } from './cluster-error.ts'
import type { PlannedNode } from './cluster-plan.ts'
import type { PlannedListener } from './listeners.ts'
import { hasFeature } from './version-features.ts'
import type { KafkaVersion } from './versions.ts'

/** A listener with its place. */
export interface Listener extends PlannedListener {
  /** The address that it listens on. */
  readonly bindHost: string
  /** The address that clients are told. */
  readonly host: string
  readonly port: number
}

/** A controller of a KRaft cluster; no client uses its port. */
export interface Controller {
  readonly nodeId: number
  readonly bindHost: string
  readonly host: string
  readonly port: number
}

/** What the file of one node is made from. */
export interface NodeSettings extends PlannedNode {
  readonly row: KafkaVersion
  /** The listeners of a broker; a node that is a controller alone has none. */
  readonly listeners: readonly Listener[]
  /** The one of them that the brokers use among themselves. */
  readonly interBrokerListener: string
  /** Every controller of the cluster; none where there is a ZooKeeper. */
  readonly controllers: readonly Controller[]
  /** `host:port`; `undefined` in a KRaft cluster. */
  readonly zooKeeper: string | undefined
  /** Number of brokers in the cluster. */
  readonly brokers: number
  readonly dataFolder: string
  /** Settings of TLS, SASL and ACLs. */
  readonly security: Readonly<Record<string, string>>
  /** More settings of the node, or others in place of those made here. */
  readonly overrides: Readonly<Record<string, string>>
}

const url = (name: string, host: string, port: number): string => `${name}://${host}:${port}`

const listenerSettings = (settings: NodeSettings): Record<string, string> => {
  const { row, listeners, controllers } = settings
  if (!hasFeature(row, 'listeners')) return { 'host.name': listeners[0]!.host, port: String(listeners[0]!.port) }
  const own = controllers.find(({ nodeId }) => nodeId === settings.nodeId)
  const bound = listeners.map(({ name, bindHost, port }) => url(name, bindHost, port))
  const protocols = listeners.map(({ name, protocol }) => `${name}:${protocol}`)
  if (controllers.length > 0) protocols.push('CONTROLLER:PLAINTEXT')
  const advertised = listeners.map(({ name, host, port }) => url(name, host, port)).join(',')
  const named = hasFeature(row, 'named-listeners')
  return {
    listeners: [...bound, ...(own ? [url('CONTROLLER', own.bindHost, own.port)] : [])].join(','),
    ...(settings.isBroker ? { 'advertised.listeners': advertised } : {}),
    ...(named ? { 'listener.security.protocol.map': protocols.join(',') } : {}),
    ...(controllers.length > 0 ? { 'controller.listener.names': 'CONTROLLER' } : {}),
    ...(named && settings.isBroker ? { 'inter.broker.listener.name': settings.interBrokerListener } : {}),
  }
}

/** Internal topics on as many brokers as there are, up to three; a record counts as written when all but one have it. */
const replicationSettings = ({ row, brokers }: NodeSettings): Record<string, string> => {
  const replicas = String(Math.min(brokers, 3))
  const inSync = String(Math.max(1, Math.min(brokers, 3) - 1))
  const transactions = {
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'transaction.state.log.num.partitions': '5',
    'group.initial.rebalance.delay.ms': '0',
  }
  const shares = {
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': inSync,
    'share.coordinator.state.topic.num.partitions': '5',
  }
  return {
    'offsets.topic.replication.factor': replicas,
    'offsets.topic.num.partitions': '5',
    ...(hasFeature(row, 'transactions') ? transactions : {}),
    // Allocated at the start; the default is 128 MB of the heap.
    'log.cleaner.dedupe.buffer.size': String(4 * 1024 * 1024),
    ...(hasFeature(row, 'share-coordinator') ? shares : {}),
    ...(brokers > 1 ? { 'default.replication.factor': replicas, 'min.insync.replicas': inSync } : {}),
  }
}

// A broker that is gone is noticed after four seconds in place of nine or six. One that was killed can register again only then.
const kraftSettings = (settings: NodeSettings): Record<string, string> => ({
  'process.roles': [settings.isBroker ? 'broker' : '', settings.isController ? 'controller' : '']
    .filter(Boolean)
    .join(','),
  'node.id': String(settings.nodeId),
  'controller.quorum.voters': settings.controllers
    .map(({ nodeId, host, port }) => `${nodeId}@${host}:${port}`)
    .join(','),
  'broker.heartbeat.interval.ms': '500',
  'broker.session.timeout.ms': '4000',
})

const zooKeeperSettings = ({ nodeId, zooKeeper = '' }: NodeSettings): Record<string, string> => ({
  'broker.id': String(nodeId),
  'zookeeper.connect': zooKeeper,
  'zookeeper.connection.timeout.ms': '20000',
  'zookeeper.session.timeout.ms': '4000',
  // Where all brokers stop at once the last ones have nobody to hand over to, and would wait for somebody three times 5 s.
  'controlled.shutdown.max.retries': '1',
  'controlled.shutdown.retry.backoff.ms': '300',
  // Its default was false before 1.0.
  'delete.topic.enable': 'true',
})

// `auto.create.topics.enable` and all else that a client can notice stays at Kafka's default unless it needs more brokers.
const nodeSettings = (settings: NodeSettings): Record<string, string> => ({
  ...(settings.row.mode === 'kraft' ? kraftSettings(settings) : zooKeeperSettings(settings)),
  ...listenerSettings(settings),
  'log.dirs': settings.dataFolder,
  ...replicationSettings(settings),
  ...settings.security,
})

/** A value as a Java properties file needs it: backslashes, line breaks and a leading blank escaped. */
const escapeValue = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replace(/^\s/, '\\$&')

/**
 * The whole file, one `key=value` a line.
 * @throws ClusterError `bad-option` for an override whose name cannot be one of Kafka's settings.
 */
export const serverProperties = (settings: NodeSettings): string => {
  for (const key of Object.keys(settings.overrides)) {
    if (!/^[\w.-]+$/.test(key)) {
      throw new ClusterError('bad-option', `${JSON.stringify(key)} cannot be the name of a broker setting.`)
    }
  }
  const lines = Object.entries({ ...nodeSettings(settings), ...settings.overrides })
  return lines.map(([key, value]) => `${key}=${escapeValue(value)}\n`).join('')
}
