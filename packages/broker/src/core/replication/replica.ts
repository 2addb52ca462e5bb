// One broker's copy of a partition, and what a leader knows of the copies of others (Kafka's Partition and Replica).
import type { PartitionRegistration } from '../cluster/partition-registration.ts'
import type { PartitionLog } from '../log/partition-log.ts'

/** What a leader knows of a follower. */
export interface FollowerState {
  /** Up to where it has copied the log, exclusively; -1 until it has said so to this leader. */
  endOffset: number
  /** When it had last copied all there was; undefined until the time is known. */
  caughtUpAtMs: number | undefined
}

/** What a replica is made with. */
export interface ReplicaSettings {
  readonly brokerId: number
  readonly topicId: string
  readonly topic: string
  readonly partition: number
  readonly log: PartitionLog
  readonly registration: PartitionRegistration
}

/** A broker's replica of a partition. */
export class Replica {
  readonly brokerId: number
  readonly topicId: string
  readonly topic: string
  readonly partition: number
  readonly log: PartitionLog
  /** What this leader knows of the other replicas; empty where it does not lead. */
  readonly followers = new Map<number, FollowerState>()
  #registration: PartitionRegistration

  constructor({ brokerId, topicId, topic, partition, log, registration }: ReplicaSettings) {
    this.brokerId = brokerId
    this.topicId = topicId
    this.topic = topic
    this.partition = partition
    this.log = log
    this.#registration = registration
    log.setHighWatermark(log.startOffset)
    if (this.isLeader) this.#beginToLead()
    else log.leaderEpoch = this.leaderEpoch
    this.advanceHighWatermark()
  }

  get registration(): PartitionRegistration {
    return this.#registration
  }

  get isLeader(): boolean {
    return this.#registration.leader === this.brokerId
  }

  get leaderEpoch(): number {
    return this.#registration.leaderEpoch
  }

  /** The cluster has changed the partition. */
  update(registration: PartitionRegistration): void {
    const isNewEpoch = registration.leaderEpoch !== this.leaderEpoch
    this.#registration = registration
    if (!this.isLeader) this.#beginToFollow()
    else if (isNewEpoch) this.#beginToLead()
    else this.#knowFollowers()
    this.advanceHighWatermark()
  }

  /** Appends a batch that holds its offsets. */
  append(bytes: Uint8Array): void {
    this.log.append(bytes)
    this.advanceHighWatermark()
  }

  /** A leader's high watermark is what all replicas in sync have; says whether it moved. */
  advanceHighWatermark(): boolean {
    if (!this.isLeader) return false
    let offset = this.log.endOffset
    for (const id of this.#registration.isr) {
      if (id !== this.brokerId) offset = Math.min(offset, this.followers.get(id)?.endOffset ?? -1)
    }
    if (offset <= this.log.highWatermark) return false
    this.log.setHighWatermark(offset)
    return true
  }

  #beginToFollow(): void {
    this.log.leaderEpoch = this.leaderEpoch
    this.followers.clear()
  }

  #beginToLead(): void {
    this.log.becomeLeader(this.leaderEpoch)
    this.followers.clear()
    this.#knowFollowers()
  }

  #knowFollowers(): void {
    const { replicas } = this.#registration
    for (const id of this.followers.keys()) if (!replicas.includes(id)) this.followers.delete(id)
    for (const id of replicas) {
      if (id === this.brokerId || this.followers.has(id)) continue
      this.followers.set(id, { endOffset: -1, caughtUpAtMs: undefined })
    }
  }
}
