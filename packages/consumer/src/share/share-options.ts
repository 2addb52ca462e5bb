import { type NetworkOptions, networkOptionTable, type OptionTable } from '@odradek/network'
import { checkLogger, type ResolvedOptions } from '@odradek/network/internal'
import type { ShareConsumerEvent } from '../core/share/share-events.ts'
import type { Logger } from '../event-log.ts'
import { consumerOptionTable } from '../options.ts'

/** The options of a share consumer. Names, units and defaults are Kafka's (4.3); `shareConsumerOptionTable` says more of each. */
export interface ShareConsumerOptions extends NetworkOptions {
  /** The share group: its members share the records of their topics. */
  groupId: string
  /** The topics to read: an array, or one string with commas. */
  topics: string | readonly string[]
  /** Whether records count as accepted when the next one is asked for. @default 'implicit' */
  shareAcknowledgementMode?: 'implicit' | 'explicit'
  /** Whether the brokers lock whole batches, or just as many records as may wait. @default 'batch_optimized' */
  shareAcquireMode?: 'batch_optimized' | 'record_limit'
  /** The most records that are locked for this member and wait to be given out. @default 500 */
  maxPollRecords?: number
  /** Longest time from one record asked for to the next, in milliseconds. @default 300000 */
  maxPollIntervalMs?: number
  /** Where this consumer is. @default '' */
  clientRack?: string
  /** A broker answers a fetch when it has this many bytes. @default 1 */
  fetchMinBytes?: number
  /** The most that one answer brings, in bytes. @default 52428800 */
  fetchMaxBytes?: number
  /** A broker answers a fetch after this long even without `fetchMinBytes`, in milliseconds. @default 500 */
  fetchMaxWaitMs?: number
  /** Whether the checksum of each batch is compared. @default true */
  checkCrcs?: boolean
  /** Closes the consumer when it is aborted. */
  signal?: AbortSignal
  /** Where what happens is written: `console` is one, pino and winston are. */
  logger?: Logger
  /** Told what happens: for logs and metrics. */
  onEvent?: (event: ShareConsumerEvent) => void
}

const { clientRack, fetchMinBytes, fetchMaxBytes, fetchMaxWaitMs, checkCrcs, maxPollIntervalMs } = consumerOptionTable

/** What each option is: the manual is printed from it. */
export const shareConsumerOptionTable = {
  ...networkOptionTable,
  groupId: {
    kafkaName: 'group.id',
    type: 'string',
    required: true,
    check: (id: string) => (id === '' ? 'must not be empty' : undefined),
    importance: 'high',
    doc: 'The share group: each record goes to one of its members. Where it begins, how long records are locked and how often they are delivered are configs of the group at the brokers (share.auto.offset.reset, share.record.lock.duration.ms, share.delivery.count.limit).',
  },
  topics: {
    type: 'list',
    required: true,
    check: (topics: string | readonly string[]) => (topics.length === 0 ? 'must name a topic at least' : undefined),
    importance: 'high',
    doc: 'The topics to read: an array, or one string with commas.',
  },
  shareAcknowledgementMode: {
    kafkaName: 'share.acknowledgement.mode',
    type: 'enum',
    values: ['implicit', 'explicit'],
    default: 'implicit',
    importance: 'medium',
    doc: 'implicit: a record of which nothing was said is accepted when the next one is asked for. explicit: each one is to be accepted, released or rejected before that.',
  },
  shareAcquireMode: {
    kafkaName: 'share.acquire.mode',
    type: 'enum',
    values: ['batch_optimized', 'record_limit'],
    default: 'batch_optimized',
    importance: 'medium',
    doc: 'batch_optimized: brokers lock whole batches, which may be more records than maxPollRecords; record_limit: never more (brokers from 4.2 on).',
  },
  maxPollRecords: {
    kafkaName: 'max.poll.records',
    type: 'int',
    default: 500,
    min: 1,
    max: 0x7fffffff,
    importance: 'medium',
    doc: 'The most records that are locked for this member and wait to be given out. Fewer leave more to other members where handlers are slow.',
  },
  maxPollIntervalMs: {
    ...maxPollIntervalMs,
    doc: 'A share consumer that is not asked for a record for this long, in milliseconds, leaves the group, and joins again when it is asked: what is locked for it goes to other members.',
  },
  clientRack,
  fetchMinBytes,
  fetchMaxBytes: {
    ...fetchMaxBytes,
    doc: 'The most that one answer brings, in bytes. One batch that is larger comes all the same.',
  },
  fetchMaxWaitMs,
  checkCrcs,
  signal: {
    type: 'object',
    importance: 'low',
    doc: 'An AbortSignal that closes the consumer when it is aborted.',
  },
  logger: {
    type: 'object',
    check: checkLogger,
    importance: 'low',
    doc: 'Where what happens is written, brokers that cannot be reached too, with debug, info, warn and error: console, pino, winston. The diagnostics channels odradek:share-consumer:assigned and so on get the same.',
  },
  onEvent: {
    type: 'function',
    importance: 'low',
    doc: 'Called with everything that happens to the consumer, as plain data: for logs and metrics.',
  },
} as const satisfies OptionTable<ShareConsumerOptions>

/** A share consumer's options, checked and complete. */
export type ShareConsumerConfig = ResolvedOptions<ShareConsumerOptions, typeof shareConsumerOptionTable>
