import { InvariantError } from '@odradek/protocol'
import type { ClusterRecord } from '../cluster/cluster-record.ts'
import type { ClusterState } from '../cluster/cluster-state.ts'
import { partitionKey } from '../request.ts'
import type { LogDirectory } from './log-directory.ts'
import { Replica } from './replica.ts'

/** The replicas that a broker holds (Kafka's ReplicaManager, its map of partitions). */
export class ReplicaStore {
  readonly #brokerId: number
  readonly #cluster: ClusterState
  readonly #logs: LogDirectory
  readonly #byTopic = new Map<string, Map<number, Replica>>()
  #changed = new Set<string>()
  #reassigned = new Set<string>()

  constructor(brokerId: number, cluster: ClusterState, logs: LogDirectory) {
    this.#brokerId = brokerId
    this.#cluster = cluster
    this.#logs = logs
    for (const topic of cluster.topics.all()) this.#follow(topic.topicId)
  }

  *all(): Iterable<Replica> {
    for (const replicas of this.#byTopic.values()) yield* replicas.values()
  }

  find(topicId: string, partition: number): Replica | undefined {
    return this.#byTopic.get(topicId)?.get(partition)
  }

  /** The replica of which `partitionKey` gave the key. */
  findByKey(key: string): Replica | undefined {
    const slash = key.indexOf('/')
    return this.find(key.slice(0, slash), Number(key.slice(slash + 1)))
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
        return this.#follow(record.topicId)
      case 'partition-changed':
        return this.#followPartition(record.topicId, record.partition)
      case 'topic-deleted':
        for (const partition of this.#byTopic.get(record.topicId)?.keys() ?? []) this.#remove(record.topicId, partition)
        this.#byTopic.delete(record.topicId)
    }
  }

  #follow(topicId: string): void {
    const { partitions } = this.#cluster.topics.get(topicId)
    for (let partition = 0; partition < partitions.length; partition++) this.#followPartition(topicId, partition)
  }

  #followPartition(topicId: string, partition: number): void {
    const registration = this.#cluster.topics.get(topicId).partitions[partition]!
    const replica = this.find(topicId, partition)
    if (replica?.registration === registration) return
    const isHere = registration.replicas.includes(this.#brokerId)
    if (!isHere && replica === undefined) return
    if (!isHere) return this.#remove(topicId, partition)
    if (replica === undefined) this.#add(topicId, partition)
    else replica.update(registration)
    this.#noteReassigned(topicId, partition)
  }

  #add(topicId: string, partition: number): void {
    const topic = this.#cluster.topics.get(topicId)
    let replicas = this.#byTopic.get(topicId)
    if (replicas === undefined) this.#byTopic.set(topicId, (replicas = new Map()))
    const replica = new Replica({
      brokerId: this.#brokerId,
      topicId,
      topic: topic.name,
      partition,
      log: this.#logs.open(topic, partition),
      registration: topic.partitions[partition]!,
      minInsyncReplicas: () => Number(topic.config('min.insync.replicas')),
    })
    replicas.set(partition, replica)
  }

  #remove(topicId: string, partition: number): void {
    this.#byTopic.get(topicId)?.delete(partition)
    this.#logs.remove(topicId, partition)
    this.#noteReassigned(topicId, partition)
  }

  #noteReassigned(topicId: string, partition: number): void {
    this.touch(topicId, partition)
    this.#reassigned.add(partitionKey(topicId, partition))
  }

  /** Notes that requests which wait for a partition may be able to end. */
  touch(topicId: string, partition: number): void {
    this.#changed.add(partitionKey(topicId, partition))
  }

  get hasChanged(): boolean {
    return this.#changed.size > 0
  }

  /** The keys of the partitions that have changed since the last time: their records, high watermarks or leaders. */
  takeChanged(): ReadonlySet<string> {
    const changed = this.#changed
    if (changed.size > 0) this.#changed = new Set()
    return changed
  }

  /** The keys of the partitions that since the last time came, went, or got another leader, epoch or ISR. */
  takeReassigned(): ReadonlySet<string> {
    const reassigned = this.#reassigned
    if (reassigned.size > 0) this.#reassigned = new Set()
    return reassigned
  }
}
