import { InvariantError } from '@odradek/protocol'
import type { ClusterRecord } from '../cluster/cluster-record.ts'
import type { ClusterState } from '../cluster/cluster-state.ts'
import { MemoryLogStore } from '../log/memory-log-store.ts'
import { PartitionLog } from '../log/partition-log.ts'
import { partitionKey } from '../request.ts'
import type { Topic } from '../topics/topic-store.ts'
import { Replica } from './replica.ts'

/** The replicas that a broker holds (Kafka's ReplicaManager, its map of partitions). */
export class ReplicaStore {
  readonly #brokerId: number
  readonly #cluster: ClusterState
  readonly #byTopic = new Map<string, Map<number, Replica>>()
  #changed = new Set<string>()

  constructor(brokerId: number, cluster: ClusterState) {
    this.#brokerId = brokerId
    this.#cluster = cluster
    for (const topic of cluster.topics.all()) this.#follow(topic.topicId)
  }

  *all(): Iterable<Replica> {
    for (const replicas of this.#byTopic.values()) yield* replicas.values()
  }

  find(topicId: string, partition: number): Replica | undefined {
    return this.#byTopic.get(topicId)?.get(partition)
  }

  /** The replica that must be here. */
  get(topicId: string, partition: number): Replica {
    const replica = this.find(topicId, partition)
    if (replica === undefined) {
      throw new InvariantError(`broker ${this.#brokerId} has no partition ${partition} of topic ${topicId}`)
    }
    return replica
  }

  /** The cluster has changed: replicas come, go, lead or follow. */
  onClusterRecord(record: ClusterRecord): void {
    switch (record.type) {
      case 'topic-created':
      case 'partitions-created':
      case 'partition-changed':
        return this.#follow(record.topicId)
      case 'topic-deleted':
        for (const partition of this.#byTopic.get(record.topicId)?.keys() ?? []) this.touch(record.topicId, partition)
        this.#byTopic.delete(record.topicId)
    }
  }

  #follow(topicId: string): void {
    this.#cluster.topics.get(topicId).partitions.forEach((registration, partition) => {
      const replica = this.find(topicId, partition)
      if (replica?.registration === registration) return
      if (registration.replicas.includes(this.#brokerId)) this.#place(topicId, partition, replica)
      else this.#byTopic.get(topicId)?.delete(partition)
      this.touch(topicId, partition)
    })
  }

  #place(topicId: string, partition: number, replica: Replica | undefined): void {
    const topic = this.#cluster.topics.get(topicId)
    const registration = topic.partitions[partition]!
    if (replica !== undefined) return replica.update(registration)
    let replicas = this.#byTopic.get(topicId)
    if (replicas === undefined) this.#byTopic.set(topicId, (replicas = new Map()))
    const place = { brokerId: this.#brokerId, topicId, topic: topic.name, partition }
    replicas.set(partition, new Replica({ ...place, log: memoryLog(topic), registration }))
  }

  /** Notes that requests which wait for a partition may be able to end. */
  touch(topicId: string, partition: number): void {
    this.#changed.add(partitionKey(topicId, partition))
  }

  /** The keys of the partitions that have changed since the last time. */
  takeChanged(): ReadonlySet<string> {
    const changed = this.#changed
    if (changed.size > 0) this.#changed = new Set()
    return changed
  }
}

function memoryLog(topic: Topic): PartitionLog {
  return new PartitionLog({
    store: new MemoryLogStore(() => topic.logConfig.indexIntervalBytes),
    config: () => topic.logConfig,
  })
}
