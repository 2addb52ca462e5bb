/** The text of a broker's server.properties: a small, quick KRaft node for tests, listening on 127.0.0.1 alone. */
import { ClusterError } from './cluster-error.ts'

/** What differs from node to node. */
export interface NodeSettings {
  readonly nodeId: number
  /** Port of the listener for clients (PLAINTEXT). */
  readonly port: number
  /** Port of the controller's listener, which no client uses. */
  readonly controllerPort: number
  readonly dataFolder: string
  /** Whether the version knows `share.coordinator.*` (4.0 and later). */
  readonly shareCoordinator: boolean
  /** More settings of the broker, or others in place of those made here. */
  readonly overrides: Readonly<Record<string, string>>
}

const shareCoordinatorSettings = {
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'share.coordinator.state.topic.num.partitions': '5',
}

// `auto.create.topics.enable` and all else that a client can notice stays at Kafka's default unless it needs more brokers.
const nodeSettings = (settings: NodeSettings): Record<string, string> => ({
  'process.roles': 'broker,controller',
  'node.id': String(settings.nodeId),
  'controller.quorum.voters': `${settings.nodeId}@127.0.0.1:${settings.controllerPort}`,
  listeners: `PLAINTEXT://127.0.0.1:${settings.port},CONTROLLER://127.0.0.1:${settings.controllerPort}`,
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${settings.port}`,
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'controller.listener.names': 'CONTROLLER',
  'inter.broker.listener.name': 'PLAINTEXT',
  'log.dirs': settings.dataFolder,
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '5',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'transaction.state.log.num.partitions': '5',
  'group.initial.rebalance.delay.ms': '0',
  // Allocated at the start; the default is 128 MB of the heap.
  'log.cleaner.dedupe.buffer.size': String(4 * 1024 * 1024),
  ...(settings.shareCoordinator ? shareCoordinatorSettings : {}),
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
