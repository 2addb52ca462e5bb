import { ErrorCode } from '@odradek/protocol'
import type { PartitionLog } from '../log/partition-log.ts'

/** Where a reader's last leader epoch ended in this log. */
export interface DivergingEpoch {
  readonly epoch: number
  readonly endOffset: bigint
}

/**
 * Compares what a reader says it has with the log (KIP-595): where they part, undefined where they do not, or OFFSET_OUT_OF_RANGE where
 * the log does not know the epoch.
 */
export function divergingEpoch(
  log: PartitionLog,
  lastFetchedEpoch: number,
  fetchOffset: bigint,
): DivergingEpoch | number | undefined {
  if (lastFetchedEpoch < 0) return undefined
  const end = log.epochs.endOffsetOf(lastFetchedEpoch, log.endOffset)
  if (end.epoch < 0) return ErrorCode.OFFSET_OUT_OF_RANGE
  if (end.epoch >= lastFetchedEpoch && BigInt(end.endOffset) >= fetchOffset) return undefined
  return { epoch: end.epoch, endOffset: BigInt(end.endOffset) }
}
