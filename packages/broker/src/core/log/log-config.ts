/** What the configs of a topic say about its partitions' logs, as numbers. Times in ms, sizes in bytes. */
export interface LogConfig {
  /** `cleanup.policy` has `compact`. */
  readonly compact: boolean
  /** `cleanup.policy` has `delete`. */
  readonly delete: boolean
  readonly segmentBytes: number
  readonly segmentMs: number
  readonly segmentJitterMs: number
  readonly segmentIndexBytes: number
  readonly indexIntervalBytes: number
  /** -1: without limit. */
  readonly retentionMs: number
  /** -1: without limit. */
  readonly retentionBytes: number
  readonly fileDeleteDelayMs: number
  readonly flushMessages: number
  readonly flushMs: number
  readonly maxMessageBytes: number
  readonly deleteRetentionMs: number
  readonly minCleanableDirtyRatio: number
  readonly minCompactionLagMs: number
  readonly maxCompactionLagMs: number
}

/** Reads the configs of a log; `valueOf` gives the value that holds for a topic config, as text. */
export function logConfigOf(valueOf: (name: string) => string): LogConfig {
  const policies = valueOf('cleanup.policy')
    .split(',')
    .map((policy) => policy.trim())
  const number = (name: string) => Number(valueOf(name))
  return {
    compact: policies.includes('compact'),
    delete: policies.includes('delete'),
    segmentBytes: number('segment.bytes'),
    segmentMs: number('segment.ms'),
    segmentJitterMs: number('segment.jitter.ms'),
    segmentIndexBytes: number('segment.index.bytes'),
    indexIntervalBytes: number('index.interval.bytes'),
    retentionMs: number('retention.ms'),
    retentionBytes: number('retention.bytes'),
    fileDeleteDelayMs: number('file.delete.delay.ms'),
    flushMessages: number('flush.messages'),
    flushMs: number('flush.ms'),
    maxMessageBytes: number('max.message.bytes'),
    deleteRetentionMs: number('delete.retention.ms'),
    minCleanableDirtyRatio: number('min.cleanable.dirty.ratio'),
    minCompactionLagMs: number('min.compaction.lag.ms'),
    maxCompactionLagMs: number('max.compaction.lag.ms'),
  }
}
