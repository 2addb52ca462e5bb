import { parseBootstrapServers } from './bootstrap-servers.ts'
import { releasesWithoutApiVersions, type ReleaseWithoutApiVersions } from './core/assumed-versions.ts'
import type { OptionTable, ResolvedOptions } from './option-table.ts'
import { type SecurityOptions, securityOptionTable } from './security-options.ts'

/** The options that all clients share. Names, units and defaults are Kafka's; `networkOptionTable` says what each does. */
export interface NetworkOptions extends SecurityOptions {
  /** Brokers to begin with, `host:port`: an array, or one string with commas. Any one that answers is enough. */
  bootstrapServers: string | readonly string[]
  /** Whether bootstrap addresses are connected to by the canonical names of the hosts behind them. @default 'use_all_dns_ips' (they are not) */
  clientDnsLookup?: 'use_all_dns_ips' | 'resolve_canonical_bootstrap_servers_only'
  /** Name of this client in the brokers' logs, metrics and quotas. @default 'odradek' */
  clientId?: string
  /** Longest wait for an answer, in milliseconds. @default 30000 */
  requestTimeoutMs?: number
  /** Wait before a failed request is tried again, in milliseconds; doubled with each failure. @default 100 */
  retryBackoffMs?: number
  /** The most that `retryBackoffMs` grows to. @default 1000 */
  retryBackoffMaxMs?: number
  /** Wait before connecting again to a broker, in milliseconds; doubled with each failure. @default 50 */
  reconnectBackoffMs?: number
  /** The most that `reconnectBackoffMs` grows to. @default 1000 */
  reconnectBackoffMaxMs?: number
  /** Longest wait for a connection to open, in milliseconds; doubled with each failure. @default 10000 */
  socketConnectionSetupTimeoutMs?: number
  /** The most that `socketConnectionSetupTimeoutMs` grows to. @default 30000 */
  socketConnectionSetupTimeoutMaxMs?: number
  /** A connection without traffic is closed after this many milliseconds; -1: never. @default 540000 */
  connectionsMaxIdleMs?: number
  /** Metadata is asked for again after this many milliseconds. @default 300000 */
  metadataMaxAgeMs?: number
  /** Whether the bootstrap addresses are tried again when no known broker can be reached (KIP-899). @default 'rebootstrap' */
  metadataRecoveryStrategy?: 'rebootstrap' | 'none'
  /** After how long without metadata only the bootstrap addresses are tried, in milliseconds (KIP-1102). @default 300000 */
  metadataRecoveryRebootstrapTriggerMs?: number
  /** What brokers are taken for without asking: Kafka 0.8 and 0.9 cannot say what they are. @default undefined (found out) */
  brokerVersionFallback?: ReleaseWithoutApiVersions
  /** Whether metrics are pushed to brokers that subscribe to them (KIP-714). @default true */
  enableMetricsPush?: boolean
  /** Requests that may wait for their answer on one connection. @default 5 */
  maxInFlightRequestsPerConnection?: number
}

/** The largest 32-bit signed integer: Kafka's "no limit". */
const INT_MAX = 0x7fffffff

/** The rows of NetworkOptions; the clients' own tables spread it. */
export const networkOptionTable = {
  bootstrapServers: {
    kafkaName: 'bootstrap.servers',
    type: 'list',
    required: true,
    check: checkBootstrapServers,
    importance: 'high',
    doc: "Brokers to begin with, as host:port: an array, or one string with commas; an IPv6 address stands in brackets ('[::1]:9092'). The client learns of all other brokers from the first that answers, so two or three are enough.",
  },
  clientDnsLookup: {
    kafkaName: 'client.dns.lookup',
    type: 'enum',
    default: 'use_all_dns_ips',
    values: ['use_all_dns_ips', 'resolve_canonical_bootstrap_servers_only'],
    importance: 'medium',
    doc: 'use_all_dns_ips tries all addresses of a name, one after the other; resolve_canonical_bootstrap_servers_only looks up all addresses of the bootstrap names, and connects to the canonical name of each, as Kerberos may want. A name is looked up for each connection.',
  },
  clientId: {
    kafkaName: 'client.id',
    type: 'string',
    default: 'odradek',
    importance: 'medium',
    doc: "Name of this client in the brokers' request logs, metrics and quotas.",
  },
  requestTimeoutMs: {
    kafkaName: 'request.timeout.ms',
    type: 'int',
    default: 30_000,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: 'Longest wait for the answer to a request, in milliseconds. When it passes, the connection is closed, and the request is tried again where that is safe.',
  },
  retryBackoffMs: {
    kafkaName: 'retry.backoff.ms',
    type: 'int',
    default: 100,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'Wait before a failed request is tried again, in milliseconds. Each further failure doubles it, up to retryBackoffMaxMs, and 20 % of it are left to chance.',
  },
  retryBackoffMaxMs: {
    kafkaName: 'retry.backoff.max.ms',
    type: 'int',
    default: 1000,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'The most that the wait before another try grows to, in milliseconds. Below retryBackoffMs it counts for nothing.',
  },
  reconnectBackoffMs: {
    kafkaName: 'reconnect.backoff.ms',
    type: 'int',
    default: 50,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'Wait before connecting again to a broker whose connection failed or was lost, in milliseconds. Each further failure doubles it, up to reconnectBackoffMaxMs, and 20 % of it are left to chance.',
  },
  reconnectBackoffMaxMs: {
    kafkaName: 'reconnect.backoff.max.ms',
    type: 'int',
    default: 1000,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'The most that the wait before another connection to the same broker grows to, in milliseconds. Below reconnectBackoffMs it counts for nothing.',
  },
  socketConnectionSetupTimeoutMs: {
    kafkaName: 'socket.connection.setup.timeout.ms',
    type: 'int',
    default: 10_000,
    min: 1,
    max: INT_MAX,
    importance: 'medium',
    doc: 'Longest wait for a connection to open, in milliseconds. Each further failure doubles it, up to socketConnectionSetupTimeoutMaxMs, and 20 % of it are left to chance.',
  },
  socketConnectionSetupTimeoutMaxMs: {
    kafkaName: 'socket.connection.setup.timeout.max.ms',
    type: 'int',
    default: 30_000,
    min: 1,
    max: INT_MAX,
    importance: 'medium',
    doc: 'The most that the wait for a connection to open grows to, in milliseconds.',
  },
  connectionsMaxIdleMs: {
    kafkaName: 'connections.max.idle.ms',
    type: 'int',
    default: 540_000,
    min: -1,
    max: INT_MAX,
    importance: 'medium',
    doc: 'A connection that nothing was sent on and nothing received from for this many milliseconds is closed; -1 keeps it for ever. Brokers close theirs after ten minutes: stay below that.',
  },
  metadataMaxAgeMs: {
    kafkaName: 'metadata.max.age.ms',
    type: 'int',
    default: 300_000,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'Metadata (brokers, topics, leaders) is asked for again after this many milliseconds even when no error asks for it, so that new partitions and brokers are seen.',
  },
  metadataRecoveryStrategy: {
    kafkaName: 'metadata.recovery.strategy',
    type: 'enum',
    default: 'rebootstrap',
    values: ['rebootstrap', 'none'],
    importance: 'low',
    doc: 'What to do when none of the brokers that are known can be reached: rebootstrap tries the bootstrap addresses too, none goes on with the brokers alone (KIP-899).',
  },
  metadataRecoveryRebootstrapTriggerMs: {
    kafkaName: 'metadata.recovery.rebootstrap.trigger.ms',
    type: 'int',
    default: 300_000,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'When no broker has given metadata for this many milliseconds although it was asked for, the known brokers are passed over, and only the bootstrap addresses asked (KIP-1102). Counts with the strategy rebootstrap.',
  },
  brokerVersionFallback: {
    type: 'enum',
    values: releasesWithoutApiVersions,
    importance: 'low',
    doc: 'What every broker is taken for without being asked: 0.8.2 or 0.9.0, which cannot say which versions they speak. Without it that is found out, which takes a second for each broker of 0.9 and two more connections for one of 0.8. Not for newer brokers.',
  },
  enableMetricsPush: {
    kafkaName: 'enable.metrics.push',
    type: 'boolean',
    default: true,
    importance: 'low',
    doc: "Whether the client's metrics are pushed to brokers that subscribe to them (KIP-714): numbers and the names of topics, never keys or values. Where no broker takes metrics, nothing is sent.",
  },
  maxInFlightRequestsPerConnection: {
    kafkaName: 'max.in.flight.requests.per.connection',
    type: 'int',
    default: 5,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How many requests may wait for their answers on one connection.',
  },
  ...securityOptionTable,
} as const satisfies OptionTable<NetworkOptions>

/** NetworkOptions as the connections take them: checked and complete. A client's own resolved options fit, being more. */
export type NetworkConfig = ResolvedOptions<NetworkOptions, typeof networkOptionTable>

function checkBootstrapServers(servers: string | readonly string[]): string | undefined {
  // Throws a UsageError of its own, which says more.
  parseBootstrapServers(servers)
  return undefined
}
