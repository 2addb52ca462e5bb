// Compacts logs as Kafka's LogCleaner does: of each key the last record stays; tombstones and markers stay until their delete horizon, records
// of aborted transactions go.
import { RecordBatch } from '@odradek/records'
import type { PartitionLog } from '../partition-log.ts'
import { Segment } from '../segment.ts'
import { logBatchOf } from '../segment-records.ts'
import { filterBatch, type FilterSettings } from './batch-filter.ts'
import { type CleanableRange, cleanableRange } from './cleanable-range.ts'
import { CleanedTransactions } from './cleaned-transactions.ts'
import { OffsetMap } from './offset-map.ts'

/** A log with up to where it has been compacted. */
export interface CleanableLog {
  readonly log: PartitionLog
  cleanedUpTo: number | undefined
}

/** Compacts the log that needs it most (LogCleanerManager.grabFilthiestCompactedLog). Tells whether there was one. `nowMs`: wall clock. */
export function cleanFilthiest(logs: Iterable<CleanableLog>, nowMs: number): boolean {
  let filthiest: { found: CleanableLog; range: CleanableRange } | undefined
  for (const found of logs) {
    if (!found.log.config.compact) continue
    const range = cleanableRange(found.log, found.cleanedUpTo, nowMs)
    if (range.isDue && range.ratio > (filthiest?.range.ratio ?? -1)) filthiest = { found, range }
  }
  if (filthiest === undefined) return false
  filthiest.found.cleanedUpTo = cleanLog(filthiest.found.log, filthiest.range, nowMs)
  return true
}

/** Compacts a log; gives the first offset that has not been. */
export function cleanLog(
  log: PartitionLog,
  { firstDirtyOffset, firstUncleanableOffset }: CleanableRange,
  nowMs: number,
  map = new OffsetMap(),
): number {
  fillMap(map, log, firstDirtyOffset, firstUncleanableOffset)
  const endOffset = map.latestOffset + 1
  const producers = new Map(
    Array.from(log.producers.entries, ([producerId, { epoch, batches }]) => {
      return [producerId, { epoch, lastOffset: batches.at(-1)?.lastOffset }]
    }),
  )
  let target: Segment | undefined
  const transactions = new CleanedTransactions((aborted) => target!.abortedTransactions.push(aborted))
  const { deleteRetentionMs } = log.config
  const settings = { map, transactions, endOffset: firstUncleanableOffset, producers, deleteRetentionMs, nowMs }
  for (const group of groupsOf(log, endOffset, firstUncleanableOffset)) {
    target = cleanedSegment(log, group)
    for (const segment of group) cleanInto(target, log, segment, settings)
    log.replaceWithCleaned(group, target)
  }
  return endOffset
}

function fillMap(map: OffsetMap, log: PartitionLog, start: number, end: number): void {
  const transactions = new CleanedTransactions()
  transactions.addAborted(log.abortedTransactions(start, end))
  const segments = log.segments.between(start, end)
  for (const [index, segment] of segments.entries()) {
    for (const { bytes, lastOffset, baseOffset } of segment.records.batchesFrom(start)) {
      const batch = new RecordBatch(bytes)
      if (batch.isControl) transactions.onMarker(batch)
      else if (!transactions.onBatch(batch) && !noteKeys(map, batch, baseOffset, start)) return
      map.latestOffset = lastOffset
    }
    map.latestOffset = (segments[index + 1]?.baseOffset ?? end) - 1
  }
}

/** Tells whether there was room for all. */
function noteKeys(map: OffsetMap, batch: RecordBatch, baseOffset: number, start: number): boolean {
  const reader = batch.records()
  for (let record = reader.read(); record !== undefined; record = reader.read()) {
    const offset = baseOffset + record.offsetDelta
    if (record.key === null || offset < start) continue
    if (map.isFull) return false
    map.set(record.key, offset)
  }
  return true
}

/** Segments that together fit into one, so that a log does not end as many small ones. */
function groupsOf(log: PartitionLog, endOffset: number, firstUncleanableOffset: number): Segment[][] {
  const { segmentBytes, segmentIndexBytes } = log.config
  const segments = log.segments.between(0, endOffset)
  const groups: Segment[][] = []
  let size = { log: 0, offsets: 0, times: 0 }
  for (const [index, segment] of segments.entries()) {
    const { offsetIndexBytes, timeIndexBytes } = segment.records
    const sum = {
      log: size.log + segment.sizeInBytes,
      offsets: size.offsets + offsetIndexBytes,
      times: size.times + timeIndexBytes,
    }
    const group = groups.at(-1)
    const lastOffset = (segments[index + 1]?.baseOffset ?? firstUncleanableOffset) - 1
    const fits = sum.log <= segmentBytes && Math.max(sum.offsets, sum.times) <= segmentIndexBytes
    const isNear = segment.sizeInBytes === 0 || lastOffset - (group?.[0]?.baseOffset ?? 0) <= 0x7fffffff
    if (group !== undefined && fits && isNear) {
      group.push(segment)
      size = sum
    } else {
      groups.push([segment])
      size = { log: segment.sizeInBytes, offsets: offsetIndexBytes, times: timeIndexBytes }
    }
  }
  return groups
}

function cleanedSegment(log: PartitionLog, [first]: readonly Segment[]): Segment {
  const { baseOffset, createdAtMs } = first!
  return new Segment({ baseOffset, records: log.store.createCleaned(baseOffset), createdAtMs, rollJitterMs: 0 })
}

function cleanInto(target: Segment, log: PartitionLog, segment: Segment, settings: FilterSettings): void {
  const all = log.segments.all
  const upTo = all[all.indexOf(segment) + 1]?.baseOffset ?? log.endOffset
  settings.transactions.addAborted(log.abortedTransactions(segment.baseOffset, upTo))
  for (const { bytes } of segment.records.batchesFrom(segment.baseOffset)) {
    const left = filterBatch(new RecordBatch(bytes), settings)
    if (left !== undefined) target.append(logBatchOf(left), segment.lastModifiedMs)
  }
  target.lastModifiedMs = segment.lastModifiedMs
}
