// Which partitions of `__share_group_state` this broker leads: it reads those that it gains, and lets go of those that it loses.
import { RecordBatch } from '@odradek/records'
import { SHARE_GROUP_STATE_TOPIC } from '../cluster/coordinator-topics.ts'
import type { ClusterRecord } from '../cluster/cluster-record.ts'
import type { ClusterState } from '../cluster/cluster-state.ts'
import { LedPartitions } from '../cluster/led-partitions.ts'
import type { ReplicaStore } from '../replication/replica-store.ts'
import type { ShareCoordinator } from './share-coordinator.ts'
import { decodeShareState } from './share-state-record.ts'

/** What loading works on. */
export interface ShareLoadingParts {
  readonly brokerId: number
  readonly cluster: ClusterState
  readonly replicas: ReplicaStore
  readonly coordinator: ShareCoordinator
}

/** Keeps what a share coordinator knows that of the partitions which its broker leads. */
export class ShareStateLoading {
  readonly #parts: ShareLoadingParts
  readonly #partitions: LedPartitions

  constructor(parts: ShareLoadingParts) {
    this.#parts = parts
    this.#partitions = new LedPartitions(parts.brokerId, parts.cluster, SHARE_GROUP_STATE_TOPIC)
  }

  /** Whether `settle` may have something to do. */
  get isUnsettled(): boolean {
    return this.#partitions.isChanged
  }

  /** The partitions whose state is known here. */
  get led(): Iterable<number> {
    return this.#partitions.led
  }

  onClusterRecord(record: ClusterRecord): void {
    this.#partitions.onClusterRecord(record)
  }

  /** Reads what this broker has come to lead; forgets what it leads no more, and what was someone else's in between. */
  settle(): void {
    if (!this.isUnsettled) return
    const { gained, lost } = this.#partitions.takeChanges()
    if (lost.length > 0) this.#parts.coordinator.forget((partition) => lost.includes(partition))
    for (const partition of gained) this.#load(partition)
  }

  #load(partition: number): void {
    const { replicas, coordinator } = this.#parts
    const log = replicas.find(this.#partitions.topic!.topicId, partition)?.log
    if (log === undefined) return
    for (const { bytes } of log.batchesFrom(log.startOffset)) {
      const batch = new RecordBatch(bytes)
      if (batch.isControl) continue
      for (const { key, value, offset } of batch.records()) {
        const record = key === null ? undefined : decodeShareState(key, value)
        if (record !== undefined) coordinator.replay(record, { partition, offset: Number(offset) })
      }
    }
  }
}
