import { RecordBatch } from '@odradek/records'
import type { SegmentList } from './segment-list.ts'
import type { LogBatch } from './segment-records.ts'

/** A record found by its timestamp. */
export interface TimestampedOffset {
  readonly timestamp: number
  readonly offset: number
  readonly leaderEpoch: number
}

/** The first record from `startOffset` on whose timestamp is `timestamp` or later; undefined where there is none. */
export function findTimestamp(
  segments: SegmentList,
  timestamp: number,
  startOffset: number,
): TimestampedOffset | undefined {
  const segment = segments.all.find((other) => other.maxTimestamp >= timestamp)
  if (segment === undefined) return undefined
  const from = Math.max(startOffset, segment.records.offsetBefore(timestamp))
  for (const batch of segment.records.batchesFrom(from)) {
    if (batch.maxTimestamp < timestamp) continue
    const found = firstFrom(batch, timestamp, startOffset)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first record with the greatest timestamp of all; undefined where there is none. */
export function findMaxTimestamp(segments: SegmentList): TimestampedOffset | undefined {
  const [first, ...rest] = segments.all
  const latest = rest.reduce((best, other) => (other.maxTimestamp > best.maxTimestamp ? other : best), first!)
  for (const batch of latest.records.batchesFrom(latest.offsetOfMaxTimestamp)) {
    if (batch.maxTimestamp !== latest.maxTimestamp) continue
    return firstFrom(batch, batch.maxTimestamp, 0)
  }
  return undefined
}

function firstFrom(found: LogBatch, timestamp: number, startOffset: number): TimestampedOffset | undefined {
  const batch = new RecordBatch(found.bytes)
  const reader = batch.records()
  for (let record = reader.read(); record !== undefined; record = reader.read()) {
    const offset = found.baseOffset + record.offsetDelta
    if (record.timestamp >= timestamp && offset >= startOffset) {
      return { timestamp: record.timestamp, offset, leaderEpoch: batch.partitionLeaderEpoch }
    }
  }
  return undefined
}
