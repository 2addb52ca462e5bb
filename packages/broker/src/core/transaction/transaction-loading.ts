// Which partitions of `__transaction_state` this broker leads: it reads those that it gains, and lets go of those that it loses.
import { RecordBatch } from '@odradek/records'
import { TRANSACTION_STATE_TOPIC } from '../cluster/coordinator-topics.ts'
import type { ClusterRecord } from '../cluster/cluster-record.ts'
import type { ClusterState } from '../cluster/cluster-state.ts'
import { coordinatorPartition } from '../cluster/coordinator-partition.ts'
import { LedPartitions } from '../cluster/led-partitions.ts'
import type { ReplicaStore } from '../replication/replica-store.ts'
import type { TransactionCoordinator } from './transaction-coordinator.ts'
import { decodeTransaction } from './transaction-log.ts'

/** What loading works on. */
export interface LoadingParts {
  readonly brokerId: number
  readonly cluster: ClusterState
  readonly replicas: ReplicaStore
  readonly transactions: TransactionCoordinator
}

/** Keeps a coordinator's transactional ids those of the partitions that its broker leads (Kafka's onElection and onResignation). */
export class TransactionLoading {
  readonly #parts: LoadingParts
  readonly #partitions: LedPartitions

  constructor(parts: LoadingParts) {
    this.#parts = parts
    this.#partitions = new LedPartitions(parts.brokerId, parts.cluster, TRANSACTION_STATE_TOPIC)
  }

  /** Whether `settle` may have something to do. */
  get isUnsettled(): boolean {
    return this.#partitions.isChanged
  }

  onClusterRecord(record: ClusterRecord): void {
    this.#partitions.onClusterRecord(record)
  }

  /** Reads what this broker has come to lead; forgets what it leads no more, and what was someone else's in between. */
  settle(): void {
    if (!this.isUnsettled) return
    const { gained, lost } = this.#partitions.takeChanges()
    const { topic } = this.#partitions
    if (lost.length > 0) this.#forget(new Set(lost), topic?.partitions.length)
    for (const partition of gained) this.#load(topic!.topicId, partition)
  }

  #forget(lost: ReadonlySet<number>, count: number | undefined): void {
    this.#parts.transactions.removeWhere((id) => count === undefined || lost.has(coordinatorPartition(id, count)))
  }

  #load(topicId: string, partition: number): void {
    const { replicas, transactions } = this.#parts
    const log = replicas.find(topicId, partition)?.log
    if (log === undefined) return
    for (const { bytes } of log.batchesFrom(log.startOffset)) {
      const batch = new RecordBatch(bytes)
      if (batch.isControl) continue
      for (const { key, value } of batch.records()) {
        const entry = key === null ? undefined : decodeTransaction(key, value)
        if (entry?.metadata !== undefined) transactions.store(entry.metadata)
        else if (entry !== undefined) transactions.remove(entry.transactionalId)
      }
    }
  }
}
