// Share-partitions, of which each broker handles those that it leads, and the sessions of those that fetch from them (Kafka's SharePartitionManager).
import { ErrorCode } from '@odradek/protocol'
import type { ClusterState } from '../cluster/cluster-state.ts'
import type { ConfigStore } from '../config/config-store.ts'
import { ConfigResourceType } from '../config/config-source.ts'
import type { Replica } from '../replication/replica.ts'
import type { ReplicaStore } from '../replication/replica-store.ts'
import { type ShareLimits, SharePartition } from './share-partition.ts'

interface Entry extends ShareLeader {
  readonly groupId: string
  readonly topicId: string
  readonly partition: number
  readonly sharePartition: SharePartition
}

/** Who leads a partition. */
export interface ShareLeader {
  readonly leader: number
  readonly leaderEpoch: number
}

/**
 * Where share groups have come to, by partition and group. All brokers of a cluster have it in common, as Kafka's have
 * `__share_group_state`: leaders change it, coordinators of groups read and set it, and a new leader goes on with it.
 */
export type ShareStates = Map<string, Entry>

/** What a member fetches from, and where its session stands. */
export interface ShareSession {
  readonly groupId: string
  readonly memberId: string
  /** The epoch of the next request. */
  epoch: number
  /** By topic id. */
  readonly partitions: Map<string, Set<number>>
}

/** The epoch that ends a session. */
export const FINAL_EPOCH = -1

/** All share-partitions of a broker. */
export class SharePartitions {
  readonly #brokerId: number
  readonly #configs: ConfigStore
  readonly #replicas: ReplicaStore
  readonly #entries: ShareStates
  readonly #sessions = new Map<string, ShareSession>()

  constructor(brokerId: number, { admin, shareStates }: ClusterState, replicas: ReplicaStore) {
    this.#brokerId = brokerId
    this.#configs = admin.configs
    this.#entries = shareStates
    this.#replicas = replicas
  }

  /** What holds for the records of a group, by its configs. */
  limitsOf(groupId: string): ShareLimits {
    const configs = this.#configs.get(ConfigResourceType.GROUP, groupId)
    const value = (name: string, otherwise: number) => Number(configs.get(name) ?? otherwise)
    return {
      lockDurationMs: value('share.record.lock.duration.ms', 30_000),
      deliveryCountLimit: value('share.delivery.count.limit', 5),
      maxRecordLocks: value('share.partition.max.record.locks', 2000),
    }
  }

  /** A partition as a group sees it; undefined where the group has not begun to read it. */
  find(groupId: string, topicId: string, partition: number): SharePartition | undefined {
    return this.#entries.get(keyOf(groupId, topicId, partition))?.sharePartition
  }

  /** A partition that this broker leads as a group sees it, which begins where its `share.auto.offset.reset` says. */
  open(groupId: string, replica: Replica): SharePartition {
    const { topicId, partition, leaderEpoch } = replica
    const key = keyOf(groupId, topicId, partition)
    const known = this.#entries.get(key)
    const here = { leader: this.#brokerId, leaderEpoch }
    if (known === undefined) {
      const reset = this.#configs.get(ConfigResourceType.GROUP, groupId).get('share.auto.offset.reset') ?? 'latest'
      const first = reset === 'earliest' ? replica.log.startOffset : replica.log.highWatermark
      return this.reset(groupId, { topicId, partition }, here, first)
    }
    if (known.leader === here.leader && known.leaderEpoch === leaderEpoch) return known.sharePartition
    // What members got from the leader before, they cannot acknowledge here.
    known.sharePartition.releaseEverything(this.limitsOf(groupId))
    this.#entries.set(key, { ...known, ...here })
    return known.sharePartition
  }

  /** Has a group read a partition from an offset on. */
  reset(
    groupId: string,
    { topicId, partition }: Pick<Replica, 'topicId' | 'partition'>,
    { leader, leaderEpoch }: ShareLeader,
    startOffset: number,
  ): SharePartition {
    const sharePartition = new SharePartition(startOffset)
    const entry = { groupId, topicId, partition, leader, leaderEpoch, sharePartition }
    this.#entries.set(keyOf(groupId, topicId, partition), entry)
    this.#replicas.touch(topicId, partition)
    return sharePartition
  }

  /** Forgets what a group has read: of one topic, or of all. */
  remove(groupId: string, topicId?: string): void {
    for (const [key, entry] of this.#entries) {
      if (entry.groupId === groupId && (topicId === undefined || entry.topicId === topicId)) this.#entries.delete(key)
    }
  }

  /** The topics of which a group has read partitions. */
  topicIdsOf(groupId: string): Set<string> {
    return new Set([...this.#entries.values()].flatMap((entry) => (entry.groupId === groupId ? [entry.topicId] : [])))
  }

  /** The session that a request goes on with, or begins; or the error code that refuses it. */
  session(groupId: string, memberId: string, epoch: number): ShareSession | number {
    const key = `${groupId.length}/${groupId}/${memberId}`
    const known = this.#sessions.get(key)
    if (epoch === 0) {
      const session = { groupId, memberId, epoch: 1, partitions: new Map<string, Set<number>>() }
      this.#sessions.set(key, session)
      return session
    }
    if (known === undefined) return ErrorCode.SHARE_SESSION_NOT_FOUND
    if (epoch === FINAL_EPOCH) {
      this.#sessions.delete(key)
      return known
    }
    if (epoch !== known.epoch) return ErrorCode.INVALID_SHARE_SESSION_EPOCH
    known.epoch = epoch === 0x7fffffff ? 1 : epoch + 1
    return known
  }

  /** Gives back all that a member has. */
  releaseAll(groupId: string, memberId: string): void {
    const limits = this.limitsOf(groupId)
    for (const entry of this.#led()) {
      if (entry.groupId !== groupId || !entry.sharePartition.releaseAll(memberId, limits)) continue
      this.#replicas.touch(entry.topicId, entry.partition)
    }
  }

  *#led(): Iterable<Entry> {
    for (const entry of this.#entries.values()) if (entry.leader === this.#brokerId) yield entry
  }

  get nextDeadlineMs(): number {
    let next = Infinity
    for (const { sharePartition } of this.#led()) next = Math.min(next, sharePartition.nextDeadlineMs)
    return next
  }

  /** Gives back what was held too long. */
  onTime(nowMs: number): void {
    for (const { groupId, topicId, partition, sharePartition } of this.#led()) {
      if (sharePartition.nextDeadlineMs > nowMs) continue
      sharePartition.onTime(nowMs, this.limitsOf(groupId))
      this.#replicas.touch(topicId, partition)
    }
  }
}

function keyOf(groupId: string, topicId: string, partition: number): string {
  return `${topicId}/${partition}/${groupId}`
}
