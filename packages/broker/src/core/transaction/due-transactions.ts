// What a transaction coordinator does by itself: writes markers, aborts what takes too long, forgets what nobody uses.
import { ErrorCode } from '@odradek/protocol'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { isReplicated } from '../replication/awaited-append.ts'
import { findLeader } from '../replication/find-replica.ts'
import { abortInPlace } from './init-transactional-producer.ts'
import { isRetriable, type Marker, requestMarkers, writeMarker } from './markers.ts'
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
  const timedOut = transactions.nextTimedOut(nowMs, wallClockMs, (id) => canStore(state, id))
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
  const unmarked = transactions.unmarkedPartitions(metadata)
  const elsewhere = unmarked.filter((partition) => isElsewhere(state, partition))
  // First what others do: meanwhile this broker's logs may grow.
  for (const partition of requestMarkers(state, marker, elsewhere, nowMs, wallClockMs)) {
    transactions.onMarked(transactionalId, partition)
  }
  for (const partition of unmarked) {
    if (elsewhere.includes(partition)) continue
    const written = writeMarker(state, marker, partition, wallClockMs)
    records.push(...written.records)
    if (!isRetriable(written.errorCode)) transactions.onMarked(transactionalId, partition)
  }
  const isAllMarked = transactions.unmarkedPartitions(metadata).length === 0
  if (!isAllMarked || !canStore(state, transactionalId)) {
    transactions.retryMarkersAt(transactionalId, nowMs + MARKER_RETRY_MS)
    return records
  }
  return [...records, ...storeTransaction(state, complete(metadata, wallClockMs), wallClockMs)]
}

/** Whether other brokers have a part in a partition's marker: its leader, or the replicas that are in sync. */
function isElsewhere(state: BrokerState, { topic: name, partition }: TransactionPartition): boolean {
  const topic = state.topics.byName(name)
  const replica = topic === undefined ? undefined : findLeader(state, topic, partition)
  if (typeof replica === 'number') return replica === ErrorCode.NOT_LEADER_OR_FOLLOWER
  return replica !== undefined && isReplicated(replica)
}

function canStore(state: BrokerState, transactionalId: string): boolean {
  return transactionPartition(state, transactionalId)?.isUnderMinIsr === false
}

function markerOf(state: BrokerState, metadata: TransactionMetadata): Marker {
  const { producerId, producerEpoch, clientTransactionVersion: transactionVersion } = metadata
  const coordinatorEpoch = transactionPartition(state, metadata.transactionalId)!.leaderEpoch
  const commit = metadata.state === 'PrepareCommit'
  return { producerId, producerEpoch, commit, coordinatorEpoch, transactionVersion }
}
