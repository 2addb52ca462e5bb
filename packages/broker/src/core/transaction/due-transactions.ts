// What a transaction coordinator does by itself: writes markers, aborts what takes too long, forgets what nobody uses.
import { ErrorCode } from '@odradek/protocol'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { abortInPlace } from './init-transactional-producer.ts'
import { type Marker, writeMarker } from './markers.ts'
import { OFFSETS_TOPIC } from './offsets-of-transaction.ts'
import { removeTransactions, storeTransaction } from './store-transaction.ts'
import { complete, type TransactionMetadata } from './transaction-metadata.ts'
import { transactionPartition } from './transaction-topic.ts'

const MARKER_RETRY_MS = 20

/** The next piece of work that is due, to be applied before the next one is asked for; undefined where nothing is. */
export function nextDueTransactionWork(
  state: BrokerState,
  nowMs: number,
  wallClockMs: number,
): readonly BrokerRecord[] | undefined {
  const { transactions } = state
  const unmarked = transactions.nextUnmarked(nowMs)
  if (unmarked !== undefined) return finish(state, unmarked, nowMs, wallClockMs)
  const timedOut = transactions.nextTimedOut(nowMs, wallClockMs)
  if (timedOut !== undefined) return abortInPlace(state, timedOut, wallClockMs)
  const expired = transactions.takeExpired(nowMs, wallClockMs)
  return expired.length > 0 ? removeTransactions(state, expired, wallClockMs) : undefined
}

/** Writes the markers of a transaction whose outcome is decided, and with the last one completes it. */
function finish(
  state: BrokerState,
  metadata: TransactionMetadata,
  nowMs: number,
  wallClockMs: number,
): readonly BrokerRecord[] {
  const marker = markerOf(state, metadata)
  const results = metadata.partitions.map((partition) => writeMarker(state, marker, partition, wallClockMs))
  const records = results.flatMap((result) => result.records)
  if (results.some(({ errorCode }) => errorCode === ErrorCode.NOT_LEADER_OR_FOLLOWER)) {
    state.transactions.retryMarkersAt(metadata.transactionalId, nowMs + MARKER_RETRY_MS)
    return records
  }
  if (metadata.partitions.some(({ topic }) => topic === OFFSETS_TOPIC)) {
    const { producerId } = metadata
    records.push({ type: 'transaction-offsets-ended', producerId, committed: marker.commit })
  }
  return [...records, ...storeTransaction(state, complete(metadata, wallClockMs), wallClockMs)]
}

function markerOf(state: BrokerState, metadata: TransactionMetadata): Marker {
  const { producerId, producerEpoch, clientTransactionVersion: transactionVersion } = metadata
  const coordinatorEpoch = transactionPartition(state, metadata.transactionalId)!.leaderEpoch
  const commit = metadata.state === 'PrepareCommit'
  return { producerId, producerEpoch, commit, coordinatorEpoch, transactionVersion }
}
