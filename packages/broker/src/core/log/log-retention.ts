// What a log may forget (UnifiedLog.deleteOldSegments): segments that are too old, or more than it may hold, or before its start.
import type { PartitionLog } from './partition-log.ts'
import type { Segment } from './segment.ts'

/** Removes the segments that may go, oldest first. `nowMs`: wall clock. Gives how many. */
export function deleteOldSegments(log: PartitionLog, nowMs: number): number {
  let deleted = 0
  const remove = (isDue: (segment: Segment, next: Segment | undefined) => boolean) => {
    deleted += removeWhile(log, nowMs, isDue)
  }
  const { delete: byPolicy, retentionMs, retentionBytes } = log.config
  if (byPolicy && retentionMs >= 0) remove((segment) => nowMs - segment.largestTimestamp > retentionMs)
  if (byPolicy && retentionBytes >= 0 && log.sizeInBytes >= retentionBytes) {
    let excess = log.sizeInBytes - retentionBytes
    remove(({ sizeInBytes }) => {
      if (excess < sizeInBytes) return false
      excess -= sizeInBytes
      return true
    })
  }
  remove((_segment, next) => next !== undefined && next.baseOffset <= log.startOffset)
  return deleted
}

function removeWhile(
  log: PartitionLog,
  nowMs: number,
  isDue: (segment: Segment, next: Segment | undefined) => boolean,
): number {
  const { all } = log.segments
  let count = 0
  for (const [index, segment] of all.entries()) {
    const next = all[index + 1]
    const endOffset = next?.baseOffset ?? log.endOffset
    const isEmptyLast = next === undefined && segment.sizeInBytes === 0
    // What is not committed yet must stay: followers may still need it.
    if (isEmptyLast || endOffset > log.highWatermark || !isDue(segment, next)) break
    count++
  }
  if (count === 0) return 0
  const removed = all.slice(0, count)
  // There is always one to append to.
  if (count === all.length) log.roll(nowMs)
  log.removeSegments(removed, nowMs)
  return count
}
