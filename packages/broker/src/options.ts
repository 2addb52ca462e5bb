import type { OptionTable } from '@odradek/network'
import { type ResolvedOptions, resolveOptions } from '@odradek/network/internal'
import type { BrokerConfig } from './core/broker-config.ts'
import { brokerApis } from './core/api-table.ts'
import { emulatedRelease } from './core/emulation/emulated-release.ts'
import { releaseNamed, releases } from './core/emulation/release-versions.ts'
import type { BrokerEventListener } from './events.ts'
import { type StorageOptions, storageOptionTable } from './storage/storage-options.ts'
import { type ClusterOptions, clusterOptionTable } from './cluster-options.ts'
import { type GroupOptions, groupOptionTable } from './group-options.ts'
import { kafkaConfigsOf } from './kafka-configs-of-options.ts'
import { nodeCryptography } from './node-cryptography.ts'
import { type QuotaOptions, quotaOptionTable } from './quota-options.ts'
import { type SecurityOptions, securityOptionTable } from './security-options.ts'

/** A topic to be there from the start. */
export interface StartTopic {
  readonly name: string
  /** Default: the option `partitions`. */
  readonly partitions?: number
  /** Default: the option `defaultReplicationFactor`. */
  readonly replicationFactor?: number
  /** The brokers of each partition, the preferred leader first; in place of `partitions` and `replicationFactor`. */
  readonly assignments?: readonly (readonly number[])[]
  /** Topic configs by Kafka's names, such as `max.message.bytes`. */
  readonly configs?: Readonly<Record<string, string>>
}

/** How a broker is to be. Names and defaults are those of Apache Kafka 4.3, but where a test wants something else. */
export interface BrokerOptions extends ClusterOptions, GroupOptions, StorageOptions, SecurityOptions, QuotaOptions {
  /** The address to listen on. @default '127.0.0.1' */
  host?: string
  /** The port to listen on; 0: any free one. @default 0 */
  port?: number
  /** Partitions of a topic that is created without saying how many. @default 1 */
  partitions?: number
  /** Whether asking for the metadata of an unknown topic creates it. @default true */
  autoCreateTopicsEnable?: boolean
  /** Topics to be there from the start, by name or with their partitions. @default [] */
  topics?: readonly (string | StartTopic)[]
  /** Longest batch that is taken, in bytes. @default 1048588 */
  messageMaxBytes?: number
  /** Longest request that is taken, in bytes. @default 104857600 */
  socketRequestMaxBytes?: number
  /** Most bytes of records in one answer to Fetch. @default 57671680 */
  fetchMaxBytes?: number
  /**
   * The release of Apache Kafka to behave as, from '0.8.2' to '4.3': its APIs and versions, its answers to what it does not know, its
   * record format. @default '4.3'
   */
  emulate?: string
  /** The greatest version to take of single APIs, by name, such as `{ Fetch: 11 }`; -1 takes an API away. @default {} */
  maxApiVersions?: Readonly<Record<string, number>>
  /** Whether clients are told that their metrics are taken (KIP-714), as by a Kafka with a ClientTelemetryReceiver. @default false */
  clientTelemetry?: boolean
  /** Fetch sessions that are kept at most (KIP-227). @default 1000 */
  maxIncrementalFetchSessionCacheSlots?: number
  /** The class of Kafka that says which replica consumers should read from: RackAwareReplicaSelector or, by default, none. */
  replicaSelectorClass?: string
  /** Longest metadata of a committed offset, in bytes. @default 4096 */
  offsetMetadataMaxBytes?: number
  /** Longest transaction timeout that producers may ask for, in ms. @default 900000 */
  transactionMaxTimeoutMs?: number
  /** How long a transactional id is kept that nobody uses, in ms. @default 604800000 */
  transactionalIdExpirationMs?: number
  /** How often transactions are looked for that have timed out, in ms. @default 10000 */
  transactionAbortTimedOutTransactionCleanupIntervalMs?: number
  /** How often transactional ids are looked for that have expired, in ms. @default 3600000 */
  transactionRemoveExpiredTransactionCleanupIntervalMs?: number
  /** Whether records of a transaction are taken only by partitions that take part in it (KIP-890). @default true */
  transactionPartitionVerificationEnable?: boolean
  /** How long partitions remember a producer that is idle, in ms. @default 86400000 */
  producerIdExpirationMs?: number
  /** The feature `transaction.version`: 2 bumps the epoch with each transaction (KIP-890), 0 and 1 are what came before. @default 2 */
  transactionVersion?: number
  /** What `broker.snapshot()` gave: the broker begins with it, and with as many brokers as it had. Not with `dataDir`. */
  from?: Uint8Array
  /** Hears of connections and faults. */
  onEvent?: BrokerEventListener
}

function maxApiVersionsFault(caps: Readonly<Record<string, number>>): string | undefined {
  const names = new Set([...brokerApis.values()].map(({ api }) => api.name))
  const isRight = ([name, version]: [string, unknown]) => names.has(name) && Number.isInteger(version)
  return Object.entries(caps).every(isRight) ? undefined : 'must have names of APIs with their greatest versions'
}

const INT_MAX = 0x7fffffff
const MAX_PARTITIONS = 10_000

/** All that there is to know about each option. */
export const brokerOptionTable = {
  ...clusterOptionTable,
  host: { type: 'string', default: '127.0.0.1', importance: 'high', doc: 'The address to listen on.' },
  port: {
    type: 'int',
    default: 0,
    min: 0,
    max: 65_535,
    importance: 'high',
    doc: 'The port to listen on; 0 takes any free one.',
  },
  partitions: {
    kafkaName: 'num.partitions',
    type: 'int',
    default: 1,
    min: 1,
    max: MAX_PARTITIONS,
    importance: 'high',
    doc: 'The partitions of a topic that is created without saying how many.',
  },
  autoCreateTopicsEnable: {
    kafkaName: 'auto.create.topics.enable',
    type: 'boolean',
    default: true,
    importance: 'high',
    doc: 'Whether asking for the metadata of an unknown topic creates it, where the client wants that.',
  },
  topics: {
    type: 'object',
    default: [],
    check: topicsFault,
    importance: 'high',
    doc: 'Topics to be there from the start: names, or objects with name, partitions and configs.',
  },
  messageMaxBytes: {
    kafkaName: 'message.max.bytes',
    type: 'int',
    default: 1_048_588,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: 'The longest record batch that is taken, in bytes; the topic config max.message.bytes goes before it.',
  },
  socketRequestMaxBytes: {
    kafkaName: 'socket.request.max.bytes',
    type: 'int',
    default: 104_857_600,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'The longest request that is taken, in bytes. A connection that announces a longer one is closed.',
  },
  fetchMaxBytes: {
    kafkaName: 'fetch.max.bytes',
    type: 'int',
    default: 57_671_680,
    min: 1024,
    max: INT_MAX,
    importance: 'low',
    doc: 'The most bytes of records in one answer to Fetch; a first batch that is longer is sent all the same.',
  },
  emulate: {
    type: 'string',
    check: (name: string) => (releaseNamed(name) === undefined ? `must be one of ${releases.join(', ')}` : undefined),
    importance: 'medium',
    doc: "The release of Apache Kafka to behave as, such as '0.10.2'. Unless given, 4.3.",
  },
  maxApiVersions: {
    type: 'object',
    default: {},
    check: maxApiVersionsFault,
    importance: 'medium',
    doc: 'The greatest version to take of single APIs, by name, such as { Fetch: 11 }; -1 takes an API away.',
  },
  clientTelemetry: {
    type: 'boolean',
    default: false,
    importance: 'low',
    doc: 'Whether clients are told that their metrics are taken (KIP-714), as by a Kafka with a ClientTelemetryReceiver. What is pushed is in `broker.requests`; what is wanted is set by the configs of client-metrics resources.',
  },
  maxIncrementalFetchSessionCacheSlots: {
    kafkaName: 'max.incremental.fetch.session.cache.slots',
    type: 'int',
    default: 1000,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'The most fetch sessions that are kept.',
  },
  replicaSelectorClass: {
    kafkaName: 'replica.selector.class',
    type: 'string',
    values: ['org.apache.kafka.common.replica.RackAwareReplicaSelector'],
    importance: 'low',
    doc: 'Which replica consumers should read from: with RackAwareReplicaSelector one in their rack, by default the leader.',
  },
  offsetMetadataMaxBytes: {
    kafkaName: 'offset.metadata.max.bytes',
    type: 'int',
    default: 4096,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'The longest metadata of a committed offset, in bytes.',
  },
  ...groupOptionTable,
  transactionMaxTimeoutMs: {
    kafkaName: 'transaction.max.timeout.ms',
    type: 'int',
    default: 900_000,
    min: 1,
    max: INT_MAX,
    importance: 'medium',
    doc: 'The longest transaction timeout that producers may ask for, in milliseconds.',
  },
  transactionalIdExpirationMs: {
    kafkaName: 'transactional.id.expiration.ms',
    type: 'int',
    default: 604_800_000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How long a transactional id is kept that nobody uses, in milliseconds.',
  },
  transactionAbortTimedOutTransactionCleanupIntervalMs: {
    kafkaName: 'transaction.abort.timed.out.transaction.cleanup.interval.ms',
    type: 'int',
    default: 10_000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How often transactions are looked for that have timed out, in milliseconds.',
  },
  transactionRemoveExpiredTransactionCleanupIntervalMs: {
    kafkaName: 'transaction.remove.expired.transaction.cleanup.interval.ms',
    type: 'int',
    default: 3_600_000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How often transactional ids are looked for that have expired, in milliseconds.',
  },
  transactionPartitionVerificationEnable: {
    kafkaName: 'transaction.partition.verification.enable',
    type: 'boolean',
    default: true,
    importance: 'low',
    doc: 'Whether records of a transaction are taken only by partitions that take part in it.',
  },
  producerIdExpirationMs: {
    kafkaName: 'producer.id.expiration.ms',
    type: 'int',
    default: 86_400_000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How long partitions remember a producer that is idle, in milliseconds.',
  },
  transactionVersion: {
    type: 'int',
    default: 2,
    min: 0,
    max: 2,
    importance: 'low',
    doc: 'The feature transaction.version: with 2 each transaction has an epoch of its own, 0 and 1 are what came before.',
  },
  ...storageOptionTable,
  from: {
    type: 'object',
    check: (from) => (from instanceof Uint8Array ? undefined : 'must be the bytes that snapshot() gave'),
    importance: 'low',
    doc: 'What snapshot() gave: the broker begins with it. Not with dataDir.',
  },
  onEvent: { type: 'function', importance: 'low', doc: 'Hears of connections and faults.' },
  ...securityOptionTable,
  ...quotaOptionTable,
} satisfies OptionTable<BrokerOptions>

/** Kafka's names of the options that have one. */
const kafkaNames = Object.entries(brokerOptionTable).flatMap(([option, rule]) =>
  'kafkaName' in rule ? [[option, rule.kafkaName] as const] : [],
)

/** Complete options, and what follows from them. */
export type ResolvedBrokerOptions = ResolvedOptions<BrokerOptions, typeof brokerOptionTable> &
  Pick<BrokerConfig, 'kafkaConfigs' | 'security'>

/** Checks the options and fills in the defaults. Throws UsageError where one is wrong. */
export function resolveBrokerOptions(given: BrokerOptions): ResolvedBrokerOptions {
  const options = resolveOptions<BrokerOptions, typeof brokerOptionTable>('Broker', brokerOptionTable, given)
  const { authorizer: enabled, superUsers, allowEveryoneIfNoAclFound: allowIfNoAclFound } = options
  const authorizer = { enabled, superUsers, allowIfNoAclFound }
  const { maxTransactionVersion } = emulatedRelease(options.emulate)
  return {
    ...options,
    transactionVersion: Math.min(options.transactionVersion, maxTransactionVersion),
    kafkaConfigs: kafkaConfigsOf(kafkaNames, options),
    security: { authorizer, cryptography: nodeCryptography },
  }
}

function topicsFault(topics: readonly (string | StartTopic)[]): string | undefined {
  const isTopic = (topic: unknown) =>
    typeof topic === 'string' || (typeof topic === 'object' && topic !== null && 'name' in topic)
  return Array.isArray(topics) && topics.every(isTopic)
    ? undefined
    : 'must be an array of names or of { name, partitions?, configs? }'
}
