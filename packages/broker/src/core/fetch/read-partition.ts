// What Fetch reads from one partition for a consumer.
import { ErrorCode } from '@odradek/protocol'
import { joined } from '../joined.ts'
import { nextOffsetAfter } from '../log/batch-head.ts'
import type { PartitionLog } from '../log/partition-log.ts'
import { divergingEpoch } from '../replication/diverging-epoch.ts'
import type { PartitionRequest, PartitionResponse } from './fetch-session.ts'

/** How much may be read, and what of it. */
export interface ReadLimits {
  readonly maxBytes: number
  /** Give the first batch whatever its size (KIP-74). */
  readonly atLeastOne: boolean
  /** Only what is committed, with the aborted transactions that the reader has to pass over. */
  readonly committedOnly: boolean
}

const NO_RECORDS = new Uint8Array(0)

/** An answer with an error code and nothing else. */
export function failedPartition(partitionIndex: number, errorCode: number): PartitionResponse {
  const nothing = { highWatermark: -1n, lastStableOffset: -1n, logStartOffset: -1n, abortedTransactions: null }
  return { partitionIndex, errorCode, ...nothing, records: NO_RECORDS }
}

/** Reads from a log that is here, for the request's offset. */
export function readPartition(log: PartitionLog, wanted: PartitionRequest, limits: ReadLimits): PartitionResponse {
  const { partition: partitionIndex, fetchOffset, lastFetchedEpoch, partitionMaxBytes } = wanted
  const diverging = divergingEpoch(log, lastFetchedEpoch, fetchOffset)
  if (typeof diverging === 'number') return failedPartition(partitionIndex, diverging)
  if (diverging !== undefined) {
    return { ...placeOf(partitionIndex, log), ...nothing(limits), divergingEpoch: diverging }
  }
  if (fetchOffset < BigInt(log.startOffset) || fetchOffset > BigInt(log.endOffset)) {
    return failedPartition(partitionIndex, ErrorCode.OFFSET_OUT_OF_RANGE)
  }
  const maxBytes = Math.min(partitionMaxBytes, limits.maxBytes)
  return { ...placeOf(partitionIndex, log), ...readRecords(log, Number(fetchOffset), { ...limits, maxBytes }) }
}

/** An answer that sends a consumer to another replica, which is nearer (KIP-392). */
export function elsewhere(log: PartitionLog, partitionIndex: number, preferredReadReplica: number): PartitionResponse {
  return { ...placeOf(partitionIndex, log), abortedTransactions: null, records: NO_RECORDS, preferredReadReplica }
}

function placeOf(partitionIndex: number, log: PartitionLog) {
  return {
    partitionIndex,
    highWatermark: BigInt(log.highWatermark),
    lastStableOffset: BigInt(log.lastStableOffset),
    logStartOffset: BigInt(log.startOffset),
  }
}

function nothing({ committedOnly }: ReadLimits) {
  return { abortedTransactions: committedOnly ? [] : null, records: NO_RECORDS }
}

/** Batches up to the high watermark; for readers of committed records up to the last stable offset. */
function readRecords(
  log: PartitionLog,
  fetchOffset: number,
  limits: ReadLimits,
): Pick<PartitionResponse, 'records' | 'abortedTransactions'> {
  const { maxBytes, atLeastOne, committedOnly } = limits
  const limit = committedOnly ? log.lastStableOffset : log.highWatermark
  const batches = fetchOffset < limit ? log.read(fetchOffset, maxBytes, atLeastOne, limit) : []
  const last = batches.at(-1)
  if (last === undefined) return nothing(limits)
  const records = joined(batches)
  if (!committedOnly) return { records, abortedTransactions: null }
  const endOffset = nextOffsetAfter(last)
  const aborted = log.abortedTransactions(fetchOffset, endOffset)
  return { records, abortedTransactions: aborted.map(({ producerId, firstOffset }) => ({ producerId, firstOffset })) }
}
