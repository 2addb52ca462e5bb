import type { EpochEndOffset } from '../log/leader-epochs.ts'
import type { PartitionLog } from '../log/partition-log.ts'

/** Where a log begins, and where the next record goes. */
export interface LogBounds {
  readonly startOffset: number
  readonly endOffset: number
}

/**
 * Cuts a follower's log back after its leader said where the follower's last epoch ended (Kafka's getOffsetTruncationState, KIP-101 and
 * KIP-279). Where the follower does not know the epoch that the leader named, it cuts to the end of the one before and asks again.
 * Tells whether anything changed.
 */
export function truncateToLeader(log: PartitionLog, leader: EpochEndOffset, wallClockMs: number): boolean {
  const { endOffset } = log
  const { latest } = log.epochs
  const own = log.epochs.endOffsetOf(leader.epoch, endOffset)
  const ownEnd = own.epoch < 0 ? endOffset : own.endOffset
  const isKnown = own.epoch < 0 || own.epoch === leader.epoch
  log.truncateTo(isKnown ? Math.min(ownEnd, leader.endOffset, endOffset) : Math.min(ownEnd, endOffset), wallClockMs)
  // An epoch in which this broker led and wrote nothing has no records that the cut could have taken with it.
  log.epochs.truncateFromEnd(log.endOffset)
  return log.endOffset !== endOffset || log.epochs.latest !== latest
}

/** Brings a follower's log, whose end lies outside its leader's, to where it can go on. Tells whether it changed (Kafka's fetchOffsetAndTruncate). */
export function resetLog(log: PartitionLog, { startOffset, endOffset }: LogBounds, wallClockMs: number): boolean {
  if (endOffset < log.endOffset) {
    log.truncateTo(endOffset, wallClockMs)
    return true
  }
  if (startOffset <= log.endOffset) return false
  log.truncateFullyAndStartAt(startOffset, wallClockMs)
  return true
}
