// What is said of many records, as requests say it: runs of offsets with one fate, in order.
import { acknowledgeTypes, type HeldRecord } from './held-record.ts'
import type { OffsetRange } from './completed-share-fetch.ts'

/** A run of offsets of one partition with one fate. */
export interface RangeFate extends OffsetRange {
  readonly type: number
}

/** A run as ShareFetch and ShareAcknowledge have it: one type for all of it. */
export interface AcknowledgementBatch extends OffsetRange {
  readonly acknowledgeTypes: number[]
}

/** The runs of these records, which are of one partition, and of what was passed between them. */
export function acknowledgementBatches(
  records: Iterable<HeldRecord>,
  passed: readonly RangeFate[],
): AcknowledgementBatch[] {
  const all: RangeFate[] = [...passed]
  for (const { offset, acknowledgement } of records)
    all.push({ firstOffset: offset, lastOffset: offset, type: acknowledgeTypes[acknowledgement] })
  return runsOf(all)
}

/** The runs that make the locks of these offsets last anew. */
export function renewalBatches(ranges: readonly OffsetRange[]): AcknowledgementBatch[] {
  return runsOf(ranges.map((range) => ({ ...range, type: acknowledgeTypes.renew })))
}

function runsOf(fates: RangeFate[]): AcknowledgementBatch[] {
  fates.sort((a, b) => (a.firstOffset < b.firstOffset ? -1 : 1))
  const runs: { firstOffset: bigint; lastOffset: bigint; acknowledgeTypes: number[] }[] = []
  for (const { firstOffset, lastOffset, type } of fates) {
    const last = runs.at(-1)
    if (last !== undefined && last.acknowledgeTypes[0] === type && last.lastOffset + 1n === firstOffset)
      last.lastOffset = lastOffset
    else runs.push({ firstOffset, lastOffset, acknowledgeTypes: [type] })
  }
  return runs
}
