// A broker's followers: each asks its leader for what it lacks, appends it, and cuts its log back to where it parts from the leader's
// (Kafka's ReplicaFetcherThread and AbstractFetcherThread).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { FetchResponse } from '@odradek/protocol/messages/fetch-response'
import { decodeRecordBatches } from '@odradek/records'
import type { Ending } from '../ending.ts'
import type { BrokerState } from '../broker-state.ts'
import { NO_LEADER } from '../cluster/partition-registration.ts'
import { Deadlines } from '../deadlines.ts'
import type { Replica } from './replica.ts'
import { type LogBounds, resetLog, truncateToLeader } from './truncation.ts'

type PartitionResponse = MessageInput<FetchResponse['responses'][number]['partitions'][number]>

/** The other brokers of the cluster. */
export interface Peers {
  /** Sends a Fetch to a broker. Gives what withdraws it; undefined where the broker cannot be reached. */
  fetch(brokerId: number, body: object, nowMs: number, onEnding: (ending: Ending) => void): (() => void) | undefined
  /** A follower could not take in what its leader gave. */
  onReplicationFailed(replica: Replica, error: unknown): void
  /** Where the leader's log of a partition begins and ends; undefined where it cannot tell. */
  logBounds(brokerId: number, topicId: string, partition: number): LogBounds | undefined
}

/** The version in which followers fetch: the first that says what high watermark they know. */
export const REPLICA_FETCH_VERSION = 18

/** A follower and what it is doing: it has asked (`withdraw`), has its answer (`ending`), or waits to ask again. */
interface Following {
  readonly replica: Replica
  readonly leaderId: number
  readonly leaderEpoch: number
  withdraw: (() => void) | undefined
  ending: Ending | undefined
}

const LONGEST_WAIT_MS = 0x7fffffff

/** Keeps a broker's followers at their leaders. */
export class ReplicaFetcher {
  readonly #state: BrokerState
  readonly #peers: Peers
  readonly #following = new Map<string, Following>()
  readonly #answered = new Set<string>()
  readonly #retries = new Deadlines<string>()
  readonly #paused = new Set<string>()
  #isPaused = false

  constructor(state: BrokerState, peers: Peers) {
    this.#state = state
    this.#peers = peers
    for (const key of state.replicas.takeReassigned()) this.#reassign(key)
  }

  /** When a follower asks again after an error. */
  get nextDeadlineMs(): number {
    return this.#retries.nextAtMs
  }

  /** Stops and goes on: all followers of the broker, or that of one partition. A paused one asks for nothing. */
  pause(key?: string): void {
    if (key === undefined) this.#isPaused = true
    else this.#paused.add(key)
    for (const following of key === undefined ? this.#following.keys() : [key]) this.#stop(following)
  }

  resume(key?: string): void {
    if (key === undefined) this.#isPaused = false
    else this.#paused.delete(key)
    for (const [other, following] of this.#following) {
      if (following.withdraw === undefined) this.#retries.set(other, -Infinity, other)
    }
  }

  /** Asks, and takes in what has come. Tells whether it did anything. `wallClockMs`: for the log. */
  poll(nowMs: number, wallClockMs: number): boolean {
    const reassigned = this.#state.replicas.takeReassigned()
    for (const key of reassigned) this.#reassign(key)
    let did = reassigned.size > 0
    for (let key = this.#retries.takeDue(nowMs); key !== undefined; key = this.#retries.takeDue(nowMs)) {
      this.#ask(key, nowMs)
      did = true
    }
    for (const key of this.#answered) {
      this.#answered.delete(key)
      this.#guard(key, nowMs, () => this.#takeIn(key, nowMs, wallClockMs))
      did = true
    }
    return did
  }

  /** Gives up everything: the broker is gone. */
  close(): void {
    for (const key of this.#following.keys()) this.#stop(key)
    this.#following.clear()
  }

  /** A partition is led by another one now, or is no longer here. */
  #reassign(key: string): void {
    const replica = this.#state.replicas.findByKey(key)
    const { leader, leaderEpoch } = replica?.registration ?? { leader: NO_LEADER, leaderEpoch: -1 }
    const old = this.#following.get(key)
    if (old?.replica === replica && old?.leaderId === leader && old.leaderEpoch === leaderEpoch) return
    this.#stop(key)
    this.#following.delete(key)
    if (replica === undefined || replica.isLeader || leader === NO_LEADER) return
    this.#following.set(key, { replica, leaderId: leader, leaderEpoch, withdraw: undefined, ending: undefined })
    this.#retries.set(key, -Infinity, key)
  }

  #stop(key: string): void {
    const following = this.#following.get(key)
    following?.withdraw?.()
    if (following !== undefined) following.withdraw = following.ending = undefined
    this.#retries.cancel(key)
    this.#answered.delete(key)
  }

  #ask(key: string, nowMs: number): void {
    const following = this.#following.get(key)
    if (following === undefined || this.#isPaused || this.#paused.has(key)) return
    const { replica, leaderId } = following
    const withdraw = this.#peers.fetch(leaderId, this.#request(replica), nowMs, (ending) => {
      // An answer may come while the request is being made.
      following.ending = ending
      this.#answered.add(key)
    })
    following.withdraw = withdraw
    if (withdraw === undefined) this.#backOff(key, nowMs)
  }

  #request({ log, leaderEpoch, topicId, partition }: Replica): object {
    const { config, cluster } = this.#state
    const replicaEpoch = BigInt(cluster.brokers.get(config.nodeId)?.brokerEpoch ?? -1)
    const wanted = {
      partition,
      currentLeaderEpoch: leaderEpoch,
      fetchOffset: BigInt(log.endOffset),
      lastFetchedEpoch: log.epochs.latest ?? -1,
      logStartOffset: BigInt(log.startOffset),
      partitionMaxBytes: config.replicaFetchMaxBytes,
      highWatermark: BigInt(log.highWatermark),
    }
    return {
      replicaId: -1,
      replicaState: { replicaId: config.nodeId, replicaEpoch },
      minBytes: 1,
      maxBytes: config.replicaFetchMaxBytes,
      maxWaitMs: LONGEST_WAIT_MS,
      sessionEpoch: -1,
      topics: [{ topic: '', topicId, partitions: [wanted] }],
    }
  }

  #takeIn(key: string, nowMs: number, wallClockMs: number): void {
    const following = this.#following.get(key)
    const ending = following?.ending
    if (following === undefined || ending === undefined) return
    following.withdraw = following.ending = undefined
    const response =
      ending.kind === 'answer'
        ? (ending.response as MessageInput<FetchResponse>).responses?.[0]?.partitions?.[0]
        : undefined
    if (response !== undefined && this.#use(following, response, wallClockMs)) this.#ask(key, nowMs)
    else this.#backOff(key, nowMs)
  }

  /** A fault with one partition, or a disk that is full, must not keep the others from going on; it is told, and tried again. */
  #guard(key: string, nowMs: number, work: () => void): void {
    try {
      work()
    } catch (error) {
      const replica = this.#following.get(key)?.replica
      if (replica !== undefined) this.#peers.onReplicationFailed(replica, error)
      this.#backOff(key, nowMs)
    }
  }

  #backOff(key: string, nowMs: number): void {
    this.#retries.set(key, nowMs + this.#state.config.replicaFetchBackoffMs, key)
  }

  /** Tells whether to ask again at once. */
  #use({ replica, leaderId }: Following, response: PartitionResponse, wallClockMs: number): boolean {
    const { topicId, partition, log } = replica
    const errorCode = response.errorCode ?? ErrorCode.NONE
    if (errorCode === ErrorCode.OFFSET_OUT_OF_RANGE) {
      const bounds = this.#peers.logBounds(leaderId, topicId, partition)
      if (bounds === undefined) return false
      return resetLog(log, bounds, wallClockMs)
    }
    if (errorCode !== ErrorCode.NONE) return false
    const diverging = response.divergingEpoch
    if (diverging !== undefined && (diverging.epoch ?? -1) >= 0) {
      const end = { epoch: diverging.epoch ?? -1, endOffset: Number(diverging.endOffset ?? -1n) }
      this.#state.replicas.touch(topicId, partition)
      return truncateToLeader(log, end, wallClockMs)
    }
    this.#append(replica, response)
    return true
  }

  #append(replica: Replica, { records, highWatermark = -1n, logStartOffset = -1n }: PartitionResponse): void {
    const { topicId, partition, log } = replica
    for (const batch of decodeRecordBatches(records ?? new Uint8Array(0))) {
      // A copy: each broker has records of its own.
      this.#state.apply({ type: 'batch-appended', topicId, partition, bytes: new Uint8Array(batch.bytes) })
    }
    const moved = replica.setHighWatermark(Number(highWatermark))
    if (logStartOffset > BigInt(log.startOffset)) log.incrementStartOffset(Number(logStartOffset))
    if (moved) this.#state.replicas.touch(topicId, partition)
  }
}
