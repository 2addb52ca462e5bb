// A leader keeps its ISR: who has been behind for replica.lag.time.max.ms is taken out of it (Kafka's Partition.maybeShrinkIsr).
import type { ClusterRecord } from '../cluster/cluster-record.ts'
import type { ClusterState } from '../cluster/cluster-state.ts'
import { planPartitionChange } from '../cluster/partition-change.ts'
import { Deadlines } from '../deadlines.ts'
import { partitionKey } from '../request.ts'
import type { Replica } from './replica.ts'
import type { ReplicaStore } from './replica-store.ts'

/** Watches the followers of the partitions that a broker leads. */
export class IsrKeeper {
  readonly #cluster: ClusterState
  readonly #replicas: ReplicaStore
  readonly #maxLagMs: number
  readonly #deadlines = new Deadlines<string>()

  constructor(cluster: ClusterState, replicas: ReplicaStore, maxLagMs: number) {
    this.#cluster = cluster
    this.#replicas = replicas
    this.#maxLagMs = maxLagMs
  }

  get nextDeadlineMs(): number {
    return this.#deadlines.nextAtMs
  }

  /** A partition has changed: its followers may be behind now, or no longer. */
  onChanged(key: string, nowMs: number): void {
    const replica = this.#replicas.findByKey(key)
    const hasFollowers = replica?.isLeader === true && replica.registration.isr.length > 1
    const atMs = hasFollowers ? replica.noteLag(nowMs, this.#maxLagMs) : Infinity
    if (atMs === Infinity) this.#deadlines.cancel(key)
    else this.#deadlines.set(key, atMs, key)
  }

  /** Takes out of their ISRs those that have been behind for too long. */
  onTime(nowMs: number): ClusterRecord[] {
    const records: ClusterRecord[] = []
    for (let key = this.#deadlines.takeDue(nowMs); key !== undefined; key = this.#deadlines.takeDue(nowMs)) {
      const replica = this.#replicas.findByKey(key)
      if (replica?.isLeader !== true) continue
      const late = replica.outOfSync(nowMs, this.#maxLagMs)
      if (late.length > 0) records.push(...this.#shrink(replica, late))
      else this.onChanged(partitionKey(replica.topicId, replica.partition), nowMs)
    }
    return records
  }

  #shrink({ topicId, partition, registration }: Replica, late: readonly number[]): ClusterRecord[] {
    const isr = registration.isr.filter((id) => !late.includes(id))
    return planPartitionChange(this.#cluster, topicId, partition, { isr })
  }
}
