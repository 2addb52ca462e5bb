// Sends OffsetCommit: for the user, every autoCommitIntervalMs, and when partitions are given up. One commit is in flight at a time, in
// the order in which they were asked for, since a retry of an older one behind a newer one would turn the group's offsets back.
import type {
  AnyUnsentRequest,
  NodeAvailability,
  PollResult,
  RequestManager,
  UnsentRequest,
} from '@odradek/network/internal'
import { BrokerError, ErrorCode, type KafkaError, type MessageInput, TimeoutError } from '@odradek/protocol'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import type { OffsetCommitRequest } from '@odradek/protocol/messages/offset-commit-request'
import type { OffsetCommitResponse } from '@odradek/protocol/messages/offset-commit-response'
import type { ConsumerMeasurements } from '../consumer-measurements.ts'
import type { ConsumerEvent, ConsumerEvents, ConsumerSignal } from '../consumer-events.ts'
import { type Reaction, reactionTo, stepError } from '../error-table.ts'
import type { GroupCoordinator, GroupMembership, MemberIdentity } from '../group/group-membership.ts'
import { groupByTopic, type TopicPartition, topicPartitionKey } from '../topic-partition.ts'
import type { AssignedPartition, OffsetToCommit, SubscriptionState } from './subscription-state.ts'

/** What OffsetCommitter is told. */
export interface OffsetCommitterOptions {
  /** Absent: nothing can be committed. */
  readonly groupId?: string | undefined
  /** Set for a static member (KIP-345). */
  readonly groupInstanceId?: string | undefined
  readonly enableAutoCommit: boolean
  readonly autoCommitIntervalMs: number
  readonly requestTimeoutMs: number
  /** How long to wait after `attempts` failures in a row, in milliseconds. */
  readonly backoffMs: (attempts: number) => number
}

/** What it works with. */
export interface OffsetCommitterDependencies {
  readonly subscription: SubscriptionState
  readonly coordinator: GroupCoordinator
  readonly membership: GroupMembership
  readonly availability: NodeAvailability
  readonly events: ConsumerEvents
  readonly measurements: ConsumerMeasurements
}

/** Called once, with why it failed or nothing. */
export type CommitDone = (error: KafkaError | undefined, nowMs: number) => void

interface CommitJob {
  readonly offsets: readonly OffsetToCommit[]
  /** What was owned when the commit was asked for: only while all of it is may another generation commit it. */
  readonly owned: readonly (AssignedPartition | undefined)[]
  /** As whom the commit was asked for, then as whom it was sent; undefined while a rebalance was under way. */
  committingAs: MemberIdentity | undefined
  readonly deadlineMs: number
  readonly onDone: CommitDone
  /** Set once the job is over, by its answer or by its deadline. */
  isOver: boolean
}

/** Offsets are not looked at more often than this, whatever autoCommitIntervalMs says: with 0 one commit follows the other. */
const SHORTEST_INTERVAL_MS = 10

/** Version 10 names topics by id. */
const LAST_VERSION_WITH_TOPIC_NAMES = 9

/** See the head of the file. */
export class OffsetCommitter implements RequestManager<ConsumerEvent | ConsumerSignal> {
  /** Commits that the coordinator took. */
  commits = 0
  readonly #options: OffsetCommitterOptions
  readonly #on: OffsetCommitterDependencies
  #queue: CommitJob[] = []
  #inFlight: CommitJob | undefined
  #failures = 0
  #retryAtMs = -Infinity
  #nextAutoCommitAtMs = Infinity
  #isAutoCommitting = false

  constructor(options: OffsetCommitterOptions, dependencies: OffsetCommitterDependencies) {
    this.#options = options
    this.#on = dependencies
  }

  /**
   * Commits these offsets; `onDone` is called once, by `deadlineMs` at the latest. It fails with a BrokerError where the group has been
   * rebalanced meanwhile, and with a TimeoutError at the deadline: whether the offsets were committed is not known then.
   */
  commit(offsets: readonly OffsetToCommit[], deadlineMs: number, nowMs: number, onDone: CommitDone): void {
    if (offsets.length === 0) {
      onDone(undefined, nowMs)
      return
    }
    const committingAs = this.#on.membership.committingAs
    const owned = offsets.map((offset) => this.#on.subscription.get(offset))
    if (committingAs === undefined && !(this.#on.membership.isRebalancing && owned.every((one) => one !== undefined))) {
      const detail = 'this consumer is not a member of the group at the moment; commit after the next onAssigned'
      onDone(new BrokerError({ api: 'OffsetCommit', errorCode: ErrorCode.REBALANCE_IN_PROGRESS, detail }), nowMs)
      return
    }
    this.#queue.push({ offsets, owned, committingAs, deadlineMs, onDone, isOver: false })
  }

  /** Commits what was handled of partitions that are given up, where the consumer commits of itself. */
  commitHandled(
    partitions: readonly TopicPartition[],
    deadlineMs: number,
    nowMs: number,
    onDone: (nowMs: number) => void,
  ): void {
    const { enableAutoCommit, groupId } = this.#options
    const offsets = enableAutoCommit && groupId !== undefined ? this.#on.subscription.uncommitted(partitions) : []
    this.commit(offsets, deadlineMs, nowMs, (error, doneAtMs) => {
      if (error !== undefined) this.#on.events.push({ type: 'commit-failed', error, willRetry: false })
      onDone(doneAtMs)
    })
  }

  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    this.#expire(nowMs)
    this.#autoCommit(nowMs)
    const requests: AnyUnsentRequest[] = []
    const request = this.#next(nowMs)
    if (request !== undefined) requests.push(request)
    return { requests, events: this.#on.events.drain(), nextPollAtMs: this.#nextPollAtMs(nowMs) }
  }

  #nextPollAtMs(nowMs: number): number {
    let nextMs = this.#nextAutoCommitAtMs
    for (const { deadlineMs } of this.#queue) nextMs = Math.min(nextMs, deadlineMs)
    if (this.#inFlight !== undefined)
      nextMs = Math.min(nextMs, this.#inFlight.isOver ? Infinity : this.#inFlight.deadlineMs)
    else if (this.#queue.length > 0 && this.#retryAtMs > nowMs) nextMs = Math.min(nextMs, this.#retryAtMs)
    return nextMs
  }

  #autoCommit(nowMs: number): void {
    const { enableAutoCommit, autoCommitIntervalMs, requestTimeoutMs, groupId } = this.#options
    if (!enableAutoCommit || groupId === undefined) return
    if (this.#on.membership.state !== 'stable') {
      this.#nextAutoCommitAtMs = Infinity
      return
    }
    const intervalMs = Math.max(autoCommitIntervalMs, SHORTEST_INTERVAL_MS)
    if (this.#nextAutoCommitAtMs === Infinity) this.#nextAutoCommitAtMs = nowMs + intervalMs
    if (nowMs < this.#nextAutoCommitAtMs) return
    this.#nextAutoCommitAtMs = nowMs + intervalMs
    if (this.#isAutoCommitting) return
    this.#isAutoCommitting = true
    // An answer takes its time, however short the interval.
    const deadlineMs = nowMs + Math.max(intervalMs, requestTimeoutMs)
    this.commit(this.#on.subscription.uncommitted(), deadlineMs, nowMs, (error) => {
      this.#isAutoCommitting = false
      if (error !== undefined) this.#on.events.push({ type: 'commit-failed', error, willRetry: true })
    })
  }

  /** Ends what has passed its deadline. A request that is in flight stays in flight: what follows waits for its answer. */
  #expire(nowMs: number): void {
    const jobs = this.#inFlight === undefined ? this.#queue : [this.#inFlight, ...this.#queue]
    for (const job of jobs) {
      if (!job.isOver && nowMs >= job.deadlineMs)
        this.#end(job, new TimeoutError('the offsets could not be committed in time'), nowMs)
    }
    this.#queue = this.#queue.filter((job) => !job.isOver)
  }

  #next(nowMs: number): AnyUnsentRequest | undefined {
    const { membership, coordinator, availability } = this.#on
    for (;;) {
      const job = this.#queue[0]
      if (job === undefined || this.#inFlight !== undefined) return undefined
      const now = membership.committingAs
      const isOwned = job.owned.every((one) => one !== undefined && this.#on.subscription.holds(one))
      if (now === undefined && membership.isRebalancing && isOwned) return undefined
      if (now === undefined || !(isOwned || isSame(now, job.committingAs))) {
        this.#queue.shift()
        this.#end(job, rebalancedError(), nowMs)
        continue
      }
      job.committingAs = now
      if (nowMs < this.#retryAtMs) return undefined
      const { nodeId } = coordinator
      if (nodeId === undefined || !availability.canSend(nodeId, 'coordinator', nowMs)) return undefined
      this.#queue.shift()
      this.#inFlight = job
      return this.#makeRequest(nodeId, job, nowMs)
    }
  }

  #makeRequest(
    nodeId: number,
    job: CommitJob,
    sentAtMs: number,
  ): UnsentRequest<OffsetCommitRequest, OffsetCommitResponse> {
    return {
      destination: { nodeId, channel: 'coordinator' },
      api: offsetCommitApi,
      // Version 0 writes to ZooKeeper, 7 is the first with static members.
      minVersion: this.#options.groupInstanceId === undefined ? 1 : 7,
      maxVersion: LAST_VERSION_WITH_TOPIC_NAMES,
      request: () => this.#message(job),
      timeoutMs: this.#options.requestTimeoutMs,
      onResponse: (response, _version, nowMs) => {
        this.#on.measurements.commitLatency.record(nowMs - sentAtMs, nowMs)
        this.#onResponse(job, response, nowMs)
      },
      onFailure: (error, nowMs) => {
        this.#inFlight = undefined
        if (!error.retriable) {
          this.#end(job, error, nowMs)
          return
        }
        this.#on.coordinator.markUnknown(nowMs)
        this.#retry(job, nowMs)
      },
    }
  }

  #message({ offsets, committingAs }: CommitJob): MessageInput<OffsetCommitRequest> {
    const { groupId = '', groupInstanceId } = this.#options
    return {
      groupId,
      generationIdOrMemberEpoch: committingAs!.generation,
      memberId: committingAs!.memberId,
      ...(groupInstanceId === undefined ? {} : { groupInstanceId }),
      topics: Array.from(groupByTopic(offsets), ([name, ofTopic]) => ({
        name,
        partitions: ofTopic.map(({ partition, offset, leaderEpoch, metadata }) => ({
          partitionIndex: partition,
          committedOffset: offset,
          committedLeaderEpoch: leaderEpoch,
          committedMetadata: metadata,
        })),
      })),
    }
  }

  #onResponse(job: CommitJob, response: OffsetCommitResponse, nowMs: number): void {
    this.#inFlight = undefined
    const codes = new Map(
      response.topics.flatMap(({ name, partitions }) =>
        partitions.map(
          (one) => [topicPartitionKey({ topic: name, partition: one.partitionIndex }), one.errorCode] as const,
        ),
      ),
    )
    let worst: { reaction: Reaction; errorCode: number; where: OffsetToCommit } | undefined
    for (const offset of job.offsets) {
      const errorCode = codes.get(topicPartitionKey(offset)) ?? ErrorCode.UNKNOWN_SERVER_ERROR
      const reaction = reactionTo('commit', errorCode)
      if (reaction === 'none') {
        const assigned = this.#on.subscription.get(offset)
        if (assigned !== undefined) assigned.committed = offset.offset
      } else if (worst === undefined || severity(reaction) > severity(worst.reaction))
        worst = { reaction, errorCode, where: offset }
    }
    if (worst === undefined) {
      this.#failures = 0
      this.commits++
      this.#end(job, undefined, nowMs)
      return
    }
    this.#onError(job, worst.reaction, worst.errorCode, worst.where, nowMs)
  }

  #onError(
    job: CommitJob,
    reaction: Reaction,
    errorCode: number,
    { topic, partition }: OffsetToCommit,
    nowMs: number,
  ): void {
    if (reaction === 'find-coordinator') this.#on.coordinator.markUnknown(nowMs)
    if (reaction === 'find-coordinator' || reaction === 'retry') {
      this.#retry(job, nowMs)
      return
    }
    const error = stepError('commit', errorCode, { groupId: this.#options.groupId ?? '', topic, partition })
    const sentAs = job.committingAs!
    this.#on.membership.onReaction(reaction, 'OffsetCommit', sentAs, nowMs, error)
    // A rebalance that leaves the consumer what it has only puts the commit off.
    if (reaction === 'rejoin' && this.#on.membership.keepsPartitions) this.#retry(job, nowMs)
    else this.#end(job, error, nowMs)
  }

  #retry(job: CommitJob, nowMs: number): void {
    this.#retryAtMs = nowMs + this.#options.backoffMs(this.#failures++)
    if (!job.isOver) this.#queue.unshift(job)
  }

  #end(job: CommitJob, error: KafkaError | undefined, nowMs: number): void {
    if (job.isOver) return
    job.isOver = true
    job.onDone(error, nowMs)
  }
}

/** Of several partitions' errors the one that asks for most decides. */
function severity(reaction: Reaction): number {
  return ['none', 'retry', 'find-coordinator', 'reject', 'rejoin', 'rejoin-lost', 'rejoin-as-new', 'fatal'].indexOf(
    reaction,
  )
}

function isSame(a: MemberIdentity, b: MemberIdentity | undefined): boolean {
  return a.memberId === b?.memberId && a.generation === b.generation
}

function rebalancedError(): BrokerError {
  const detail =
    'the group was rebalanced before these offsets could be committed: their partitions may belong to another member'
  return new BrokerError({ api: 'OffsetCommit', errorCode: ErrorCode.ILLEGAL_GENERATION, detail })
}
