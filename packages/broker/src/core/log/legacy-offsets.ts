import type { PartitionLog } from './partition-log.ts'

const LATEST = -1n
const EARLIEST = -2n

/**
 * What ListOffsets 0 answers: the latest offsets at which a segment begins, or the log ends, of those not written after `timestamp`, at most
 * `count`, the greatest first (Kafka's legacyFetchOffsetsBefore). A consumer hears of none beyond the high watermark.
 */
export function legacyOffsets(log: PartitionLog, timestamp: bigint, count: number): bigint[] {
  const places = log.segments.all.map(({ baseOffset, maxTimestamp, createdAtMs }) => ({
    offset: Math.max(baseOffset, log.startOffset),
    writtenAtMs: maxTimestamp >= 0 ? maxTimestamp : createdAtMs,
  }))
  if (log.segments.active.sizeInBytes > 0) places.push({ offset: log.endOffset, writtenAtMs: Infinity })
  const isWanted = (writtenAtMs: number) => timestamp === LATEST || BigInt(Math.min(writtenAtMs, 2 ** 53)) <= timestamp
  const last = timestamp === EARLIEST ? 0 : places.findLastIndex(({ writtenAtMs }) => isWanted(writtenAtMs))
  const offsets = places
    .slice(0, last + 1)
    .reverse()
    .slice(0, Math.max(0, count))
    .map(({ offset }) => Math.min(offset, log.highWatermark))
  return [...new Set(offsets)].map(BigInt)
}
