/** The text of a node's server.properties: a small, quick node for tests, listening on 127.0.0.1 alone. */
import { ClusterError } from './cluster-error.ts'
import type { PlannedNode } from './cluster-plan.ts'

/** One address that clients connect to. */
export interface Listener {
  readonly name: string
  readonly protocol: 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL'
  readonly port: number
}

/** What the file of one node is made from. */
export interface NodeSettings extends PlannedNode {
  /** The listeners of a broker; a node that is a controller alone has none. */
  readonly listeners: readonly Listener[]
  /** The one of them that the brokers use among themselves. */
  readonly interBrokerListener: string
  /** Node id and port of every controller of the cluster; no client uses these ports. */
  readonly controllers: readonly { readonly nodeId: number; readonly port: number }[]
  /** Number of brokers in the cluster. */
  readonly brokers: number
  readonly dataFolder: string
  /** Whether the version knows `share.coordinator.*` (4.0 and later). */
  readonly shareCoordinator: boolean
  /** More settings of the node, or others in place of those made here. */
  readonly overrides: Readonly<Record<string, string>>
}

const listenerSettings = (settings: NodeSettings): Record<string, string> => {
  const address = ({ name, port }: { name: string; port: number }): string => `${name}://127.0.0.1:${port}`
  const own = settings.controllers.find(({ nodeId }) => nodeId === settings.nodeId)
  const controller = own ? [address({ name: 'CONTROLLER', port: own.port })] : []
  const protocols = settings.listeners.map(({ name, protocol }) => `${name}:${protocol}`)
  return {
    listeners: [...settings.listeners.map(address), ...controller].join(','),
    ...(settings.isBroker ? { 'advertised.listeners': settings.listeners.map(address).join(',') } : {}),
    'listener.security.protocol.map': [...protocols, 'CONTROLLER:PLAINTEXT'].join(','),
    'controller.listener.names': 'CONTROLLER',
    ...(settings.isBroker ? { 'inter.broker.listener.name': settings.interBrokerListener } : {}),
  }
}

/** Internal topics on as many brokers as there are, up to three; a record counts as written when all but one have it. */
const replicationSettings = (brokers: number, shareCoordinator: boolean): Record<string, string> => {
  const replicas = String(Math.min(brokers, 3))
  const inSync = String(Math.max(1, Math.min(brokers, 3) - 1))
  return {
    'offsets.topic.replication.factor': replicas,
    'offsets.topic.num.partitions': '5',
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'transaction.state.log.num.partitions': '5',
    'group.initial.rebalance.delay.ms': '0',
    // Allocated at the start; the default is 128 MB of the heap.
    'log.cleaner.dedupe.buffer.size': String(4 * 1024 * 1024),
    ...(shareCoordinator
      ? {
          'share.coordinator.state.topic.replication.factor': replicas,
          'share.coordinator.state.topic.min.isr': inSync,
          'share.coordinator.state.topic.num.partitions': '5',
        }
      : {}),
    ...(brokers > 1 ? { 'default.replication.factor': replicas, 'min.insync.replicas': inSync } : {}),
  }
}

// A broker that is gone is noticed after four seconds in place of nine. One that was killed can register again only then.
const quickFailOver = { 'broker.heartbeat.interval.ms': '500', 'broker.session.timeout.ms': '4000' }

// `auto.create.topics.enable` and all else that a client can notice stays at Kafka's default unless it needs more brokers.
const nodeSettings = (settings: NodeSettings): Record<string, string> => ({
  'process.roles': [settings.isBroker ? 'broker' : '', settings.isController ? 'controller' : '']
    .filter(Boolean)
    .join(','),
  'node.id': String(settings.nodeId),
  'controller.quorum.voters': settings.controllers.map(({ nodeId, port }) => `${nodeId}@127.0.0.1:${port}`).join(','),
  ...listenerSettings(settings),
  'log.dirs': settings.dataFolder,
  ...replicationSettings(settings.brokers, settings.shareCoordinator),
  ...quickFailOver,
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
