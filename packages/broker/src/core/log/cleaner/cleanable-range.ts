import type { PartitionLog } from '../partition-log.ts'
import type { Segment } from '../segment.ts'

/** What of a log can be compacted now, and whether it is worth it. */
export interface CleanableRange {
  /** The log has been compacted up to here. */
  readonly firstDirtyOffset: number
  /** It can be compacted up to here, exclusively: where a segment begins. */
  readonly firstUncleanableOffset: number
  /** Of the bytes up to there, how many are not compacted yet: from 0 to 1. */
  readonly ratio: number
  /** The ratio is greater than `min.cleanable.dirty.ratio`, or a record has waited for `max.compaction.lag.ms`. */
  readonly isDue: boolean
}

/** Kafka's LogCleanerManager.cleanableOffsets and LogToClean. `nowMs`: wall clock. */
export function cleanableRange(log: PartitionLog, cleanedUpTo: number | undefined, nowMs: number): CleanableRange {
  const { startOffset, endOffset, config } = log
  const known = cleanedUpTo ?? startOffset
  const firstDirtyOffset = known < startOffset || known > endOffset ? startOffset : known
  const uncleanable = Math.max(firstDirtyOffset, firstUncleanable(log, firstDirtyOffset, nowMs))
  const firstUncleanableOffset = (nonActiveFrom(log, uncleanable)[0] ?? log.segments.active).baseOffset
  const dirty = log.segments.between(Math.min(firstDirtyOffset, firstUncleanableOffset), firstUncleanableOffset)
  const cleanableBytes = sizeOf(dirty)
  const totalBytes =
    sizeOf(log.segments.all.filter((segment) => segment.baseOffset < firstDirtyOffset)) + cleanableBytes
  const ratio = totalBytes === 0 ? 0 : cleanableBytes / totalBytes
  const isLate = cleanableBytes > 0 && hasWaited(log, firstDirtyOffset, nowMs)
  return {
    firstDirtyOffset,
    firstUncleanableOffset,
    ratio,
    isDue: isLate || ratio > config.minCleanableDirtyRatio,
  }
}

/** Neither undecided transactions, nor the active segment, nor what is younger than `min.compaction.lag.ms`. */
function firstUncleanable(log: PartitionLog, firstDirtyOffset: number, nowMs: number): number {
  const { minCompactionLagMs } = log.config
  const young =
    minCompactionLagMs > 0
      ? nonActiveFrom(log, firstDirtyOffset).find((segment) => segment.largestTimestamp > nowMs - minCompactionLagMs)
      : undefined
  return Math.min(log.lastStableOffset, log.segments.active.baseOffset, young?.baseOffset ?? Infinity)
}

function hasWaited(log: PartitionLog, firstDirtyOffset: number, nowMs: number): boolean {
  const since = nowMs - log.config.maxCompactionLagMs
  return nonActiveFrom(log, firstDirtyOffset).some(({ firstTimestamp }) => firstTimestamp > 0 && firstTimestamp < since)
}

function nonActiveFrom(log: PartitionLog, offset: number): readonly Segment[] {
  return log.segments.between(offset, log.segments.active.baseOffset)
}

function sizeOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { sizeInBytes }) => sum + sizeInBytes, 0)
}
