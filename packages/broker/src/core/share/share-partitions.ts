// The share-partitions that this broker leads, and the sessions of those that fetch from them (Kafka's SharePartitionManager).
import { ErrorCode } from '@odradek/protocol'
import type { ConfigStore } from '../config/config-store.ts'
import { ConfigResourceType } from '../config/config-source.ts'
import { resetDurationMs } from './offset-reset.ts'
import type { Replica } from '../replication/replica.ts'
import type { ReplicaStore } from '../replication/replica-store.ts'
import { NO_START_OFFSET } from './share-coordinator.ts'
import { type ShareChange, type ShareLimits, SharePartition } from './share-partition.ts'
import { leaderErrorOf, type SharePersister } from './share-persister.ts'
import type { SharePartitionKey } from './share-state-record.ts'

interface Entry {
  readonly groupId: string
  readonly topicId: string
  readonly partition: number
  readonly leaderEpoch: number
  /** The epoch of the stored state that it goes on from. */
  readonly stateEpoch: number
  readonly sharePartition: SharePartition
}

/** Who asks. */
export type ShareMember = Pick<ShareSession, 'groupId' | 'memberId' | 'connectionId'>

/** What a member fetches from, and where its session stands. */
export interface ShareSession {
  readonly groupId: string
  readonly memberId: string
  /** The connection on which it began: it ends with that. Undefined where the broker's owner asks. */
  readonly connectionId: number | undefined
  /** The epoch of the next request. */
  epoch: number
  /** By topic id. */
  readonly partitions: Map<string, Set<number>>
}

/** The epoch that ends a session. */
export const FINAL_EPOCH = -1

/** All share-partitions of a broker. */
export class SharePartitions {
  readonly #configs: ConfigStore
  readonly #replicas: ReplicaStore
  readonly #persister: SharePersister
  readonly #entries = new Map<string, Entry>()
  readonly #sessions = new Map<string, ShareSession>()
  /** The sessions that began on connections, the last one of each. */
  readonly #byConnection = new Map<number, ShareSession>()
  readonly #maxSessions: () => number

  /** `maxSessions`: as `group.share.max.share.sessions` is now. */
  constructor(configs: ConfigStore, replicas: ReplicaStore, persister: SharePersister, maxSessions: () => number) {
    this.#configs = configs
    this.#replicas = replicas
    this.#persister = persister
    this.#maxSessions = maxSessions
  }

  /** What holds for the records of a group, by its configs. */
  limitsOf(groupId: string): ShareLimits {
    const configs = this.#configs.get(ConfigResourceType.GROUP, groupId)
    const value = (name: string, otherwise: number) => Number(configs.get(name) ?? otherwise)
    return {
      lockDurationMs: value('share.record.lock.duration.ms', 30_000),
      deliveryCountLimit: value('share.delivery.count.limit', 5),
      maxRecordLocks: value('share.partition.max.record.locks', 2000),
      committedOnly: configs.get('share.isolation.level') === 'read_committed',
    }
  }

  /** A partition as a group sees it, as the share coordinator has it; or the error code that says why not. */
  open(groupId: string, replica: Replica, nowMs: number): SharePartition | number {
    const { topicId, partition, leaderEpoch } = replica
    const name = keyOf(groupId, topicId, partition)
    const known = this.#entries.get(name)
    if (known?.leaderEpoch === leaderEpoch) return known.sharePartition
    this.#entries.delete(name)
    const key = { groupId, topicId, partition }
    const stored = this.#persister.read(key, leaderEpoch, nowMs)
    if (typeof stored === 'number') return leaderErrorOf(stored)
    const { startOffset, stateBatches, stateEpoch } = stored
    const first =
      startOffset === NO_START_OFFSET
        ? this.#firstOffset(groupId, replica, this.#persister.wallClockAt(nowMs))
        : Number(startOffset)
    const sharePartition = new SharePartition(first, stateBatches)
    this.#entries.set(name, { ...key, leaderEpoch, stateEpoch, sharePartition })
    return sharePartition
  }

  /** Where a group begins to read, by its `share.auto.offset.reset`. */
  #firstOffset(groupId: string, { log }: Replica, wallClockMs: number): number {
    const configured = this.#configs.get(ConfigResourceType.GROUP, groupId).get('share.auto.offset.reset') ?? 'latest'
    const reset = configured.toLowerCase()
    if (reset === 'earliest') return log.startOffset
    const durationMs = resetDurationMs(configured)
    if (durationMs === undefined) return log.highWatermark
    const found = log.offsetOfTimestamp(wallClockMs - durationMs)?.offset ?? log.highWatermark
    return Math.min(found, log.highWatermark)
  }

  /**
   * Stores a change and carries it out; gives an error code where it could not be stored, and so did not happen. Where another leader or
   * the group's coordinator came in between, what is known here is old, and is forgotten.
   */
  store(key: SharePartitionKey, change: ShareChange, nowMs: number): number {
    const entry = this.#entries.get(keyOf(key.groupId, key.topicId, key.partition))
    if (entry === undefined) return ErrorCode.NOT_LEADER_OR_FOLLOWER
    const error = this.#write(entry, change, nowMs)
    if (error === ErrorCode.NONE) this.#commit(entry, change, nowMs)
    return leaderErrorOf(error)
  }

  #write(entry: Entry, change: ShareChange, nowMs: number): number {
    if (change.states.size === 0) return ErrorCode.NONE
    const { groupId, topicId, partition, leaderEpoch, stateEpoch, sharePartition } = entry
    const write = { stateEpoch, leaderEpoch, ...sharePartition.progressWith(change) }
    const error = this.#persister.write({ groupId, topicId, partition }, write, nowMs)
    const isOld = error !== ErrorCode.NONE && error !== ErrorCode.COORDINATOR_NOT_AVAILABLE
    if (isOld) this.#entries.delete(keyOf(groupId, topicId, partition))
    return error
  }

  #commit({ groupId, topicId, partition, sharePartition }: Entry, change: ShareChange, nowMs: number): void {
    sharePartition.commit(change, this.limitsOf(groupId), nowMs)
    // What was given back may be delivered to those that wait.
    this.#replicas.touch(topicId, partition)
  }

  /** Gives records back, also where that cannot be stored: nobody has them any more. */
  #giveBack(entry: Entry, change: ShareChange, nowMs: number): void {
    if (change.states.size === 0) return
    this.#write(entry, change, nowMs)
    this.#commit(entry, change, nowMs)
  }

  /** Forgets what a group has read: of one topic, or of all. */
  remove(groupId: string, topicId?: string): void {
    for (const [key, entry] of this.#entries) {
      if (entry.groupId === groupId && (topicId === undefined || entry.topicId === topicId)) this.#entries.delete(key)
    }
  }

  /** Forgets a topic that is gone. */
  removeTopic(topicId: string): void {
    for (const [key, entry] of this.#entries) if (entry.topicId === topicId) this.#entries.delete(key)
  }

  /** The session that a request goes on with, or begins; or the error code that refuses it. */
  session(member: ShareMember, epoch: number, nowMs: number): ShareSession | number {
    const known = this.#sessions.get(sessionKey(member))
    if (epoch === 0) {
      if (known !== undefined) this.#forgetSession(known)
      if (this.#sessions.size >= this.#maxSessions()) return ErrorCode.SHARE_SESSION_LIMIT_REACHED
      this.#dropAltered(member.groupId, nowMs)
      return this.#beginSession(member)
    }
    if (known === undefined) return ErrorCode.SHARE_SESSION_NOT_FOUND
    if (epoch === FINAL_EPOCH) {
      this.#forgetSession(known)
      return known
    }
    if (epoch !== known.epoch) return ErrorCode.INVALID_SHARE_SESSION_EPOCH
    known.epoch = epoch === 0x7fffffff ? 1 : epoch + 1
    return known
  }

  #beginSession(member: ShareMember): ShareSession {
    const session = { ...member, epoch: 1, partitions: new Map<string, Set<number>>() }
    this.#sessions.set(sessionKey(member), session)
    if (member.connectionId !== undefined) this.#byConnection.set(member.connectionId, session)
    return session
  }

  #forgetSession(session: ShareSession): void {
    this.#sessions.delete(sessionKey(session))
    const { connectionId = -1 } = session
    if (this.#byConnection.get(connectionId) === session) this.#byConnection.delete(connectionId)
  }

  /** A connection is gone, and with it the session that began on it last: what its member has is given back. */
  onDisconnected(connectionId: number, nowMs: number): void {
    const session = this.#byConnection.get(connectionId)
    if (session === undefined) return
    this.#forgetSession(session)
    this.onSessionEnded(session, nowMs)
  }

  /** While a group had no members, its offsets may have been altered or deleted: what is known of those is old. */
  #dropAltered(groupId: string, nowMs: number): void {
    for (const [name, { topicId, partition, stateEpoch, ...entry }] of this.#entries) {
      if (entry.groupId !== groupId) continue
      const summary = this.#persister.summary({ groupId, topicId, partition }, nowMs)
      if (typeof summary !== 'number' && summary.stateEpoch !== stateEpoch) this.#entries.delete(name)
    }
  }

  /** A session has ended: what its member has is given back. The last one of a group takes with it what is known of the group. */
  onSessionEnded({ groupId, memberId }: ShareSession, nowMs: number): void {
    const limits = this.limitsOf(groupId)
    for (const entry of [...this.#entries.values()]) {
      if (entry.groupId === groupId) this.#giveBack(entry, entry.sharePartition.releaseAll(memberId, limits), nowMs)
    }
    const isLast = ![...this.#sessions.values()].some((session) => session.groupId === groupId)
    if (isLast) this.remove(groupId)
  }

  get nextDeadlineMs(): number {
    let next = Infinity
    for (const { sharePartition } of this.#entries.values()) next = Math.min(next, sharePartition.nextDeadlineMs)
    return next
  }

  /** Gives back what was held too long. */
  onTime(nowMs: number): void {
    for (const entry of [...this.#entries.values()]) {
      const { groupId, sharePartition } = entry
      if (sharePartition.nextDeadlineMs > nowMs) continue
      this.#giveBack(entry, sharePartition.expire(nowMs, this.limitsOf(groupId)), nowMs)
    }
  }
}

function sessionKey({ groupId, memberId }: ShareMember): string {
  return `${groupId.length}/${groupId}/${memberId}`
}

function keyOf(groupId: string, topicId: string, partition: number): string {
  return `${topicId}/${partition}/${groupId}`
}
