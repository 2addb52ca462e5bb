// One broker's copy of a partition, and what a leader knows of the copies of others (Kafka's Partition and Replica).
import type { PartitionRegistration } from '../cluster/partition-registration.ts'
import type { PartitionLog } from '../log/partition-log.ts'

/** What a leader knows of a follower. */
export interface FollowerState {
  /** Up to where it has copied the log, exclusively; -1 until it has said so to this leader. */
  readonly endOffset: number
  /** Where its log starts; -1 until it has said so. */
  readonly startOffset: number
  /** Since when it has not had all that the leader has; undefined where it has, or the time is not known yet. */
  readonly behindSinceMs: number | undefined
  /** When it last asked, and where the leader's log ended then. */
  readonly fetchedAtMs: number
  readonly leaderEndOffset: number
  /** The epoch with which it registered, as it said with its last fetch; -1 where it did not. */
  readonly brokerEpoch: number
}

/** A follower's fetch. */
export interface FollowerFetch {
  readonly offset: number
  readonly startOffset: number
  readonly brokerEpoch: number
  readonly atMs: number
}

/** What a replica is made with. */
export interface ReplicaSettings {
  readonly brokerId: number
  readonly topicId: string
  readonly topic: string
  readonly partition: number
  readonly log: PartitionLog
  readonly registration: PartitionRegistration
  /** The topic's `min.insync.replicas`, as it is now. */
  readonly minInsyncReplicas: () => number
}

const UNKNOWN: FollowerState = {
  endOffset: -1,
  startOffset: -1,
  behindSinceMs: undefined,
  fetchedAtMs: -Infinity,
  leaderEndOffset: -1,
  brokerEpoch: -1,
}

/** A broker's replica of a partition. */
export class Replica {
  readonly brokerId: number
  readonly topicId: string
  readonly topic: string
  readonly partition: number
  readonly log: PartitionLog
  readonly #minInsyncReplicas: () => number
  /** What this leader knows of the other replicas; empty where it does not lead. */
  readonly #followers = new Map<number, FollowerState>()
  #registration: PartitionRegistration
  /** Where the log ended when this broker began to lead. */
  #epochStartOffset = 0

  constructor({ brokerId, topicId, topic, partition, log, registration, minInsyncReplicas }: ReplicaSettings) {
    this.brokerId = brokerId
    this.topicId = topicId
    this.topic = topic
    this.partition = partition
    this.log = log
    this.#minInsyncReplicas = minInsyncReplicas
    this.#registration = registration
    // Nothing is known to be on other replicas before they or the leader have said so.
    log.setHighWatermark(Math.min(log.highWatermark, log.startOffset))
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

  /** How many replicas must be in sync for a write with acks=all: `min.insync.replicas`, but no more than there are replicas. */
  get minIsr(): number {
    return Math.min(this.#minInsyncReplicas(), this.#registration.replicas.length)
  }

  /** Fewer replicas are in sync than acks=all wants. */
  get isUnderMinIsr(): boolean {
    return this.#registration.isr.length < this.minIsr
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

  follower(brokerId: number): FollowerState | undefined {
    return this.#followers.get(brokerId)
  }

  /** A follower asks for what comes after `offset`, so it has all before. */
  onFollowerFetch(brokerId: number, { offset, startOffset, brokerEpoch, atMs }: FollowerFetch): void {
    const old = this.#followers.get(brokerId)
    if (old === undefined) return
    const leaderEndOffset = this.log.endOffset
    let behindSinceMs: number | undefined
    if (offset < leaderEndOffset) {
      // Where it now has all that there was when it asked before, it was behind only since then.
      const hasFormerEnd = old.leaderEndOffset >= 0 && offset >= old.leaderEndOffset
      behindSinceMs = hasFormerEnd ? old.fetchedAtMs : (old.behindSinceMs ?? atMs)
    }
    this.#followers.set(brokerId, {
      endOffset: offset,
      startOffset,
      behindSinceMs,
      fetchedAtMs: atMs,
      leaderEndOffset,
      brokerEpoch,
    })
    this.advanceHighWatermark()
  }

  /** The least start of the logs of followers that are alive, as far as they have said (-1: one has not); Infinity where there are none. */
  followersStartOffset(isAlive: (brokerId: number) => boolean): number {
    let least = Infinity
    for (const [id, { startOffset }] of this.#followers) if (isAlive(id)) least = Math.min(least, startOffset)
    return least
  }

  /** From where on this leader writes. Until the high watermark has passed it, what former leaders had committed is not known (KIP-207). */
  get epochStartOffset(): number {
    return this.#epochStartOffset
  }

  /** Whether a follower has enough to be in sync: all up to the high watermark, and up to where this leader began. */
  hasCaughtUp(brokerId: number): boolean {
    const endOffset = this.#followers.get(brokerId)?.endOffset ?? -1
    return this.isLeader && endOffset >= this.log.highWatermark && endOffset >= this.#epochStartOffset
  }

  /** Notes since when replicas in sync are behind. Gives when the first of them will have been for `maxLagMs`; Infinity where none is. */
  noteLag(nowMs: number, maxLagMs: number): number {
    let outOfSyncAtMs = Infinity
    for (const id of this.#registration.isr) {
      const follower = this.#followers.get(id)
      if (follower === undefined) continue
      if (follower.endOffset >= this.log.endOffset) {
        if (follower.behindSinceMs !== undefined) this.#followers.set(id, { ...follower, behindSinceMs: undefined })
        continue
      }
      const behindSinceMs = follower.behindSinceMs ?? nowMs
      if (follower.behindSinceMs === undefined) this.#followers.set(id, { ...follower, behindSinceMs })
      outOfSyncAtMs = Math.min(outOfSyncAtMs, behindSinceMs + maxLagMs)
    }
    return outOfSyncAtMs
  }

  /** The replicas in sync that have been behind for `maxLagMs` or longer. */
  outOfSync(nowMs: number, maxLagMs: number): number[] {
    return this.#registration.isr.filter((id) => {
      const follower = this.#followers.get(id)
      if (follower === undefined || follower.endOffset >= this.log.endOffset) return false
      return follower.behindSinceMs !== undefined && nowMs - follower.behindSinceMs >= maxLagMs
    })
  }

  /** A leader's high watermark is what all replicas in sync have; says whether it moved. It stays where too few are in sync (KIP-966). */
  advanceHighWatermark(): boolean {
    if (!this.isLeader || this.isUnderMinIsr) return false
    let offset = this.log.endOffset
    for (const id of this.#registration.isr) {
      if (id !== this.brokerId) offset = Math.min(offset, this.#followers.get(id)?.endOffset ?? -1)
    }
    return this.setHighWatermark(offset)
  }

  /** Moves the high watermark on, at most to the log's end; says whether it moved. */
  setHighWatermark(offset: number): boolean {
    const next = Math.min(offset, this.log.endOffset)
    if (next <= this.log.highWatermark) return false
    this.log.setHighWatermark(next)
    return true
  }

  #beginToFollow(): void {
    this.log.leaderEpoch = this.leaderEpoch
    this.#followers.clear()
  }

  #beginToLead(): void {
    this.#epochStartOffset = this.log.endOffset
    this.log.becomeLeader(this.leaderEpoch)
    this.#followers.clear()
    this.#knowFollowers()
  }

  #knowFollowers(): void {
    const { replicas } = this.#registration
    for (const id of this.#followers.keys()) if (!replicas.includes(id)) this.#followers.delete(id)
    for (const id of replicas) {
      if (id !== this.brokerId && !this.#followers.has(id)) this.#followers.set(id, UNKNOWN)
    }
  }
}
