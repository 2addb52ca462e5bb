// What a transaction coordinator does by itself: writes markers, aborts what takes too long, forgets what nobody uses.
import { ErrorCode } from '@odradek/protocol'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { abortInPlace } from './init-transactional-producer.ts'
import { type Marker, writeMarker, writeMarkersElsewhere } from './markers.ts'
import { removeTransactions, storeTransaction } from './store-transaction.ts'
import { complete, type TransactionMetadata, type TransactionPartition } from './transaction-metadata.ts'
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
  const { transactions } = state
  const { transactionalId } = metadata
  const marker = markerOf(state, metadata)
  const records: BrokerRecord[] = []
  const elsewhere: TransactionPartition[] = []
  for (const partition of transactions.unmarkedPartitions(metadata)) {
    const written = writeMarker(state, marker, partition, wallClockMs)
    records.push(...written.records)
    if (written.errorCode === ErrorCode.NOT_LEADER_OR_FOLLOWER) elsewhere.push(partition)
    else transactions.onMarked(transactionalId, partition)
  }
  for (const partition of writeMarkersElsewhere(state, marker, elsewhere, nowMs, wallClockMs)) {
    transactions.onMarked(transactionalId, partition)
  }
  if (transactions.unmarkedPartitions(metadata).length > 0) {
    transactions.retryMarkersAt(transactionalId, nowMs + MARKER_RETRY_MS)
    return records
  }
  return [...records, ...storeTransaction(state, complete(metadata, wallClockMs), wallClockMs)]
}

function markerOf(state: BrokerState, metadata: TransactionMetadata): Marker {
  const { producerId, producerEpoch, clientTransactionVersion: transactionVersion } = metadata
  const coordinatorEpoch = transactionPartition(state, metadata.transactionalId)!.leaderEpoch
  const commit = metadata.state === 'PrepareCommit'
  return { producerId, producerEpoch, commit, coordinatorEpoch, transactionVersion }
}
