import type { OptionTable } from '@odradek/network'

/** Where a broker keeps what it holds, and how often it looks after it. */
export interface StorageOptions {
  /** A folder to keep records and topics in, in Kafka's format, so that the next start finds them; without it they are in memory. */
  dataDir?: string
  /** How often logs are looked at for what is too old or too much, in ms. @default 300000 */
  logRetentionCheckIntervalMs?: number
  /** How often compacted topics are looked at for what to compact, in ms. @default 15000 */
  logCleanerBackoffMs?: number
  /** How often it is written down up to where logs are flushed, in ms. @default 60000 */
  logFlushOffsetCheckpointIntervalMs?: number
  /** How long the log of what the cluster knows gets before a snapshot takes its place, in bytes. @default 20971520 */
  metadataLogMaxRecordBytesBetweenSnapshots?: number
}

const INT_MAX = 0x7fffffff

/** All that there is to know about each of them. */
export const storageOptionTable = {
  dataDir: {
    kafkaName: 'log.dirs',
    type: 'string',
    importance: 'high',
    doc: "A folder to keep records and topics in, in Kafka's format, so that the next start finds them. Without it they are in memory.",
  },
  logRetentionCheckIntervalMs: {
    kafkaName: 'log.retention.check.interval.ms',
    type: 'int',
    default: 300_000,
    min: 1,
    max: INT_MAX,
    importance: 'medium',
    doc: 'How often logs are looked at for what is too old or too much, in milliseconds.',
  },
  logCleanerBackoffMs: {
    kafkaName: 'log.cleaner.backoff.ms',
    type: 'int',
    default: 15_000,
    min: 1,
    max: INT_MAX,
    importance: 'medium',
    doc: 'How often compacted topics are looked at for what to compact, in milliseconds.',
  },
  logFlushOffsetCheckpointIntervalMs: {
    kafkaName: 'log.flush.offset.checkpoint.interval.ms',
    type: 'int',
    default: 60_000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How often it is written down up to where logs are flushed, in milliseconds.',
  },
  metadataLogMaxRecordBytesBetweenSnapshots: {
    kafkaName: 'metadata.log.max.record.bytes.between.snapshots',
    type: 'int',
    default: 20_971_520,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How long the log of what the cluster knows gets in a data directory before a snapshot takes its place, in bytes.',
  },
} satisfies OptionTable<StorageOptions>
