// Logs of both stores, and what to append to them.
import {
  decodeRecordBatches,
  encodeControlRecordKey,
  encodeEndTxnMarker,
  RecordBatchBuilder,
  setBatchBaseOffset,
} from '@odradek/records'
import { type LogConfig, logConfigOf } from '../../../src/core/log/log-config.ts'
import type { LogFolder } from '../../../src/core/log/log-folder.ts'
import { openLog } from '../../../src/core/log/log-recovery.ts'
import { MemoryLogStore } from '../../../src/core/log/memory-log-store.ts'
import { PartitionLog } from '../../../src/core/log/partition-log.ts'
import { topicConfigRules } from '../../../src/core/topics/topic-config.ts'
import { T0, type TestRecord } from '../batches.ts'

export { T0 }

export function testConfig(changes: Partial<LogConfig> = {}): LogConfig {
  return { ...logConfigOf((name) => topicConfigRules[name]!.default), ...changes }
}

export function memoryLog(changes: Partial<LogConfig> = {}, random?: () => number): PartitionLog {
  const config = testConfig(changes)
  const store = new MemoryLogStore(() => config.indexIntervalBytes)
  return new PartitionLog({ store, config: () => config, nowMs: T0, ...(random && { random }) })
}

export function diskLog(
  folder: LogFolder,
  changes: Partial<LogConfig> = {},
  rest: { wasClosed?: boolean; recoveryPoint?: number; startOffset?: number; nowMs?: number } = {},
): PartitionLog {
  const config = testConfig(changes)
  return openLog({ folder, config: () => config, nowMs: T0, wasClosed: false, ...rest })
}

interface Producer {
  readonly producerId?: bigint
  readonly producerEpoch?: number
  readonly baseSequence?: number
  readonly isTransactional?: boolean
}

/** Appends one batch at the log's end; gives its base offset. */
export function append(
  log: PartitionLog,
  records: readonly (string | TestRecord)[],
  producer: Producer = {},
  { leaderEpoch = 0, nowMs = T0 } = {},
): number {
  const builder = new RecordBatchBuilder()
  for (const record of records) {
    const { key = null, value = null, timestamp = T0 } = typeof record === 'string' ? { value: record } : record
    builder.append(timestamp, key, value)
  }
  return appendBytes(log, builder.build(producer), leaderEpoch, nowMs)
}

/** Appends a transaction's marker; gives its offset. */
export function appendMarker(
  log: PartitionLog,
  type: 'commit' | 'abort',
  producerId: bigint,
  { timestamp = T0, producerEpoch = 0, coordinatorEpoch = 7, nowMs = T0, leaderEpoch = 0 } = {},
): number {
  const builder = new RecordBatchBuilder()
  builder.append(timestamp, encodeControlRecordKey(type), encodeEndTxnMarker({ coordinatorEpoch }))
  return appendBytes(
    log,
    builder.build({ producerId, producerEpoch, isControl: true, isTransactional: true }),
    leaderEpoch,
    nowMs,
  )
}

function appendBytes(log: PartitionLog, built: Uint8Array, leaderEpoch: number, nowMs: number): number {
  const bytes = built.slice()
  const offset = log.endOffset
  setBatchBaseOffset(bytes, 0, BigInt(offset), leaderEpoch)
  log.append(bytes, nowMs)
  return offset
}

/** All records as text: `offset:key=value`. */
export function contents(log: PartitionLog): string[] {
  const found: string[] = []
  for (let offset = log.startOffset; offset < log.endOffset;) {
    const read = log.read(offset, 1_000, true)
    if (read.length === 0) break
    for (const { offset: at, key, value, next } of recordsOf(read)) {
      if (at >= offset) found.push(`${at}:${text(key)}=${text(value)}`)
      offset = Math.max(offset, next)
    }
  }
  return found
}

function* recordsOf(read: readonly Uint8Array[]) {
  for (const bytes of read) {
    for (const batch of decodeRecordBatches(bytes)) {
      const next = Number(batch.nextOffset)
      yield { offset: -1, key: null, value: null, next: Number(batch.baseOffset) }
      for (const { offset, key, value } of batch.records()) {
        if (!batch.isControl) yield { offset: Number(offset), key, value, next: Number(offset) + 1 }
      }
      yield { offset: -1, key: null, value: null, next }
    }
  }
}

function text(bytes: Uint8Array | null): string {
  return bytes === null ? '-' : new TextDecoder().decode(bytes)
}
