import { type NetworkOptions, networkOptionTable, type OptionTable } from '@odradek/network'
import { checkLogger, type ResolvedOptions } from '@odradek/network/internal'
import type { IsolationLevel } from './core/fetch/isolation-level.ts'
import type { PartitionAssignor } from './core/group/assignors/assignor.ts'
import { rangeAssignor } from './core/group/assignors/range-assignor.ts'
import { roundRobinAssignor } from './core/group/assignors/round-robin-assignor.ts'
import { cooperativeStickyAssignor, stickyAssignor } from './core/group/assignors/sticky-assignor.ts'
import type { ConsumerEvent } from './core/consumer-events.ts'
import { parseDuration } from './core/offsets/duration.ts'
import type { AutoOffsetReset } from './core/offsets/offset-reset.ts'
import type { Logger } from './event-log.ts'
import type { RebalanceListener } from './rebalance-listener.ts'

/** The options of a consumer. Names, units and defaults are Kafka's (4.3); `consumerOptionTable` says more of each. */
export interface ConsumerOptions extends NetworkOptions {
  /** The group: its members share the partitions of their topics and their committed offsets. Needed for `topics` and `topicPattern`. */
  groupId?: string
  /** The topics to read: an array, or one string with commas. Without topics and pattern, partitions are assigned with `assign`. */
  topics?: string | readonly string[]
  /** Topics whose whole name matches are read too, those that come later included; text with groupProtocol `consumer` is the brokers'. */
  topicPattern?: RegExp | string
  /** Whether offsets of transactions that are just being committed are waited for. @default true */
  requireStable?: boolean
  /** Where to begin in a partition without a committed offset, or with one that it no longer has. @default 'latest' */
  autoOffsetReset?: AutoOffsetReset
  /** Whether handled offsets are committed of themselves. @default true */
  enableAutoCommit?: boolean
  /** Time from one commit to the next, in milliseconds. @default 5000 */
  autoCommitIntervalMs?: number
  /** Without a heartbeat for this long the member is taken for dead, in milliseconds. @default 45000 */
  sessionTimeoutMs?: number
  /** Time from one heartbeat to the next, in milliseconds. @default 3000 */
  heartbeatIntervalMs?: number
  /** Longest time from one record asked for to the next, in milliseconds. @default 300000 */
  maxPollIntervalMs?: number
  /** Makes this consumer a static member: it may be away for `sessionTimeoutMs` without a rebalance (KIP-345). */
  groupInstanceId?: string
  /** Where this consumer is: brokers in the same rack are read from, and partitions there preferred. @default '' */
  clientRack?: string
  /** `read_committed` gives out records of transactions only once they are committed. @default 'read_uncommitted' */
  isolationLevel?: IsolationLevel
  /** `classic`, or `consumer` for the protocol of KIP-848 (brokers from 4.0 on). @default 'classic' */
  groupProtocol?: 'classic' | 'consumer'
  /** The coordinator's assignor, with groupProtocol `consumer`: `uniform` or `range`. */
  groupRemoteAssignor?: string
  /** Names of assignors, or assignors of your own, the best first. @default ['range', 'cooperative-sticky'] */
  partitionAssignmentStrategy?: readonly (AssignorName | PartitionAssignor)[]
  /** A broker answers a fetch when it has this many bytes. @default 1 */
  fetchMinBytes?: number
  /** The most that is fetched ahead, in bytes. @default 52428800 */
  fetchMaxBytes?: number
  /** The most that one answer brings of one partition, in bytes. @default 1048576 */
  maxPartitionFetchBytes?: number
  /** A broker answers a fetch after this long even without `fetchMinBytes`, in milliseconds. @default 500 */
  fetchMaxWaitMs?: number
  /** The most records given out before the event loop gets a turn. @default 500 */
  maxPollRecords?: number
  /** Whether the checksum of each batch is compared. @default true */
  checkCrcs?: boolean
  /** An event tells of partitions that should get on and have not for this long, in milliseconds. @default 60000 */
  stallTimeoutMs?: number
  /** Closes the consumer when it is aborted. */
  signal?: AbortSignal
  /** Told when partitions come and go. */
  rebalanceListener?: RebalanceListener
  /** Where what happens is written: `console` is one, pino and winston are. */
  logger?: Logger
  /** Told what happens: for logs and metrics. */
  onEvent?: (event: ConsumerEvent) => void
}

const INT_MAX = 0x7fffffff

const builtInAssignors = {
  range: rangeAssignor,
  roundrobin: roundRobinAssignor,
  sticky: stickyAssignor,
  'cooperative-sticky': cooperativeStickyAssignor,
} as const

/** The assignors that need no import. */
export type AssignorName = keyof typeof builtInAssignors

/** The assignor that an entry of `partitionAssignmentStrategy` stands for. */
export function assignorOf(entry: AssignorName | PartitionAssignor): PartitionAssignor {
  return typeof entry === 'string' ? builtInAssignors[entry] : entry
}

function checkPattern(pattern: RegExp | string): string | undefined {
  if (pattern instanceof RegExp || (typeof pattern === 'string' && pattern !== '')) return undefined
  return 'must be a regular expression, or the text of one'
}

function checkOffsetReset(value: string): string | undefined {
  if (value === 'earliest' || value === 'latest' || value === 'none') return undefined
  const duration = /^by_duration:(.+)$/.exec(value)?.[1]
  if (duration === undefined)
    return "must be one of 'latest', 'earliest', 'none' or 'by_duration:' with a duration such as PT1H"
  // Throws a UsageError of its own, which says more.
  parseDuration(duration)
  return undefined
}

function checkAssignors(entries: readonly (AssignorName | PartitionAssignor)[]): string | undefined {
  if (!Array.isArray(entries) || entries.length === 0) return 'must be an array with an assignor at least'
  const names = new Set<string>()
  for (const entry of entries as readonly unknown[]) {
    const isKnown = typeof entry === 'string' && Object.hasOwn(builtInAssignors, entry)
    const isOwn = typeof entry === 'object' && entry !== null && 'name' in entry && 'assign' in entry
    if (!isKnown && !isOwn)
      return `must hold names of assignors (${Object.keys(builtInAssignors).join(', ')}) or objects with a name and an assign function`
    names.add(typeof entry === 'string' ? entry : String((entry as PartitionAssignor).name))
  }
  return names.size < entries.length ? 'must not name an assignor twice' : undefined
}

/** What each option is: the manual is printed from it. */
export const consumerOptionTable = {
  ...networkOptionTable,
  groupId: {
    kafkaName: 'group.id',
    type: 'string',
    check: (id: string) => (id === '' ? 'must not be empty' : undefined),
    importance: 'high',
    doc: 'The consumer group: its members share the partitions of their topics among them, and their committed offsets are kept under its name.',
  },
  topics: {
    type: 'list',
    default: [] as readonly string[],
    importance: 'high',
    doc: 'The topics to read: an array, or one string with commas. A consumer without topics and without a pattern reads what assign gives it.',
  },
  topicPattern: {
    type: 'any',
    check: checkPattern,
    importance: 'medium',
    doc: 'Topics whose whole name matches this regular expression are read too, as they come and go; internal topics are not. Text with groupProtocol consumer is evaluated by the brokers (RE2 syntax), and otherwise here.',
  },
  requireStable: {
    type: 'boolean',
    default: true,
    importance: 'low',
    doc: 'Whether a consumer that takes a partition over waits for transactions that are just committing offsets of it (KIP-447).',
  },
  autoOffsetReset: {
    kafkaName: 'auto.offset.reset',
    type: 'string',
    default: 'latest' as AutoOffsetReset,
    check: checkOffsetReset,
    importance: 'medium',
    doc: 'Where to begin in a partition for which the group has no committed offset, or one that the partition no longer has: latest (its end), earliest (its beginning), none (the iterator throws), or by_duration:PT1H and the like (the records of the last hour; KIP-1106).',
  },
  enableAutoCommit: {
    kafkaName: 'enable.auto.commit',
    type: 'boolean',
    default: true,
    importance: 'medium',
    doc: 'Whether the offsets of handled records are committed every autoCommitIntervalMs, when partitions are given up and when the consumer closes. A record is handled when the next one is asked for.',
  },
  autoCommitIntervalMs: {
    kafkaName: 'auto.commit.interval.ms',
    type: 'int',
    default: 5000,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'Time from one automatic commit to the next, in milliseconds.',
  },
  sessionTimeoutMs: {
    kafkaName: 'session.timeout.ms',
    type: 'int',
    default: 45_000,
    min: 1,
    max: INT_MAX,
    importance: 'high',
    doc: 'A member whose heartbeats stay away for this long, in milliseconds, is taken for dead, and its partitions go to others. The brokers set limits (group.min.session.timeout.ms and group.max.session.timeout.ms).',
  },
  heartbeatIntervalMs: {
    kafkaName: 'heartbeat.interval.ms',
    type: 'int',
    default: 3000,
    min: 1,
    max: INT_MAX,
    importance: 'high',
    doc: 'Time from one heartbeat to the next, in milliseconds: a third of sessionTimeoutMs at most. They are sent whatever the handler of the records does, as long as it lets the event loop run.',
  },
  maxPollIntervalMs: {
    kafkaName: 'max.poll.interval.ms',
    type: 'int',
    default: 300_000,
    min: 1,
    max: INT_MAX,
    importance: 'medium',
    doc: 'A consumer that is not asked for a record for this long, in milliseconds, leaves the group, and joins again when it is asked; without a group the event `stalled` tells of it, where there are records. It also bounds how long a rebalance waits for this member.',
  },
  groupInstanceId: {
    kafkaName: 'group.instance.id',
    type: 'string',
    check: (id: string) => (id === '' ? 'must not be empty' : undefined),
    importance: 'medium',
    doc: 'Makes this consumer a static member of its group (KIP-345): it keeps its partitions when it comes back under the same id within sessionTimeoutMs. Two consumers with one id fence each other: the older one fails with a FencedError.',
  },
  clientRack: {
    kafkaName: 'client.rack',
    type: 'string',
    default: '',
    importance: 'low',
    doc: "The rack that this consumer is in, as in the brokers' broker.rack: it reads from a replica in the same rack where the brokers allow it (KIP-392), and assignors prefer partitions that have one (KIP-881).",
  },
  isolationLevel: {
    kafkaName: 'isolation.level',
    type: 'enum',
    values: ['read_uncommitted', 'read_committed'],
    default: 'read_uncommitted',
    importance: 'medium',
    doc: 'read_committed gives out records of transactions once they are committed, never those of aborted ones, and waits at the first transaction that is still open; read_uncommitted gives out everything at once.',
  },
  groupProtocol: {
    kafkaName: 'group.protocol',
    type: 'enum',
    values: ['classic', 'consumer'],
    default: 'classic',
    importance: 'high',
    doc: 'How the members of the group agree: classic works with every broker; consumer (KIP-848, brokers from 4.0 on) assigns at the coordinator and moves partitions one by one. A group changes over from one to the other while it runs.',
  },
  groupRemoteAssignor: {
    kafkaName: 'group.remote.assignor',
    type: 'string',
    importance: 'medium',
    doc: "The assignor that the coordinator uses, with groupProtocol consumer: 'uniform', 'range' or one of the brokers' own. By default the coordinator chooses.",
  },
  partitionAssignmentStrategy: {
    kafkaName: 'partition.assignment.strategy',
    type: 'any',
    default: ['range', 'cooperative-sticky'] as readonly AssignorName[],
    check: checkAssignors,
    importance: 'medium',
    doc: "How the members of a group share its partitions out: names ('range', 'roundrobin', 'sticky', 'cooperative-sticky') or objects of your own (PartitionAssignor), the best first. The group takes the first that all its members have. Rebalances are cooperative (KIP-429) where every assignor of the list is.",
  },
  fetchMinBytes: {
    kafkaName: 'fetch.min.bytes',
    type: 'int',
    default: 1,
    min: 0,
    max: INT_MAX,
    importance: 'high',
    doc: 'A broker holds the answer to a fetch back until it has this many bytes, or until fetchMaxWaitMs have passed.',
  },
  fetchMaxBytes: {
    kafkaName: 'fetch.max.bytes',
    type: 'int',
    default: 52_428_800,
    min: 1,
    max: INT_MAX,
    importance: 'medium',
    doc: 'The most that the consumer fetches ahead of its user, in bytes, all brokers together. One batch that is larger is fetched all the same.',
  },
  maxPartitionFetchBytes: {
    kafkaName: 'max.partition.fetch.bytes',
    type: 'int',
    default: 1_048_576,
    min: 1,
    max: INT_MAX,
    importance: 'high',
    doc: 'The most that one answer brings of one partition, in bytes. One batch that is larger comes all the same. Two answers of a partition may wait for the user.',
  },
  fetchMaxWaitMs: {
    kafkaName: 'fetch.max.wait.ms',
    type: 'int',
    default: 500,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'A broker answers a fetch after this many milliseconds even when it does not have fetchMinBytes.',
  },
  maxPollRecords: {
    kafkaName: 'max.poll.records',
    type: 'int',
    default: 500,
    min: 1,
    max: INT_MAX,
    importance: 'medium',
    doc: 'The most records that are given out in a row before the event loop gets a turn, so that heartbeats and fetches go on while records are at hand.',
  },
  checkCrcs: {
    kafkaName: 'check.crcs',
    type: 'boolean',
    default: true,
    importance: 'low',
    doc: 'Whether the checksum of each record batch is compared before its records are given out.',
  },
  stallTimeoutMs: {
    type: 'int',
    default: 60_000,
    min: 100,
    max: INT_MAX,
    importance: 'low',
    doc: 'The event `stalled` tells of what should get on and has not for this many milliseconds: partitions, where the loop waits for records, and the leader has some, or no position or answer has come; a group that is not joined; a rebalance listener that has not ended.',
  },
  signal: {
    type: 'object',
    importance: 'low',
    doc: 'An AbortSignal that closes the consumer when it is aborted: loops end, what was handled is committed, and the group is left.',
  },
  rebalanceListener: {
    type: 'object',
    importance: 'medium',
    doc: 'Functions onAssigned, onRevoked and onLost, which are told when partitions come and go, and awaited.',
  },
  logger: {
    type: 'object',
    check: checkLogger,
    importance: 'low',
    doc: 'Where what happens is written, brokers that cannot be reached too, with debug, info, warn and error: console, pino, winston. The diagnostics channels odradek:consumer:assigned, odradek:consumer:stalled and so on get the same.',
  },
  onEvent: {
    type: 'function',
    importance: 'low',
    doc: 'Called with everything that happens to the consumer (state changes, rebalances, retries, resets), as plain data: for logs and metrics.',
  },
} as const satisfies OptionTable<ConsumerOptions>

/** A consumer's options, checked and complete. */
export type ConsumerConfig = ResolvedOptions<ConsumerOptions, typeof consumerOptionTable>
