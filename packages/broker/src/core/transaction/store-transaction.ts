import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { AppendOffsets } from '../log/append-offsets.ts'
import type { Replica } from '../replication/replica.ts'
import { encodeTombstones, encodeTransaction } from './transaction-log.ts'
import type { TransactionMetadata } from './transaction-metadata.ts'
import { transactionPartition } from './transaction-topic.ts'

/** What writes a transactional id's new state to the log and hands it to the coordinator; nothing where another broker coordinates it. */
export function storeTransaction(
  state: BrokerState,
  metadata: TransactionMetadata,
  wallClockMs: number,
  offsets = new AppendOffsets(),
): BrokerRecord[] {
  const place = transactionPartition(state, metadata.transactionalId)
  if (place === undefined) return []
  const { topicId, partition, log } = place
  const offset = offsets.take(log)
  const bytes = encodeTransaction(metadata, state.transactionVersion, placeOf(place, offset, wallClockMs))
  const stored = { type: 'transaction-stored', metadata, topicId, partition, endOffset: offset + 1 } as const
  return [appended(place, bytes), stored]
}

/** What removes transactional ids. Each partition of the log gets one batch with its ids. */
export function removeTransactions(
  state: BrokerState,
  transactionalIds: readonly string[],
  wallClockMs: number,
): BrokerRecord[] {
  const partitions = new Map<number, { readonly place: Replica; readonly ids: string[] }>()
  for (const id of transactionalIds) {
    const place = transactionPartition(state, id)
    // Below min.insync.replicas nothing is stored: they are found again the next time.
    if (place === undefined || place.isUnderMinIsr) continue
    const known = partitions.get(place.partition)
    if (known === undefined) partitions.set(place.partition, { place, ids: [id] })
    else known.ids.push(id)
  }
  return [...partitions.values()].flatMap(({ place, ids }): BrokerRecord[] => [
    appended(place, encodeTombstones(ids, placeOf(place, place.log.endOffset, wallClockMs))),
    ...ids.map((transactionalId) => ({ type: 'transaction-removed', transactionalId }) as const),
  ])
}

function placeOf({ leaderEpoch }: Replica, offset: number, timestampMs: number) {
  return { offset, leaderEpoch, timestampMs }
}

function appended({ topicId, partition }: Replica, bytes: Uint8Array): BrokerRecord {
  return { type: 'batch-appended', topicId, partition, bytes }
}
