// Reads the group's committed offsets (OffsetFetch): for partitions that were just assigned, and for the user.
import type {
  AnyUnsentRequest,
  NodeAvailability,
  PollResult,
  RequestManager,
  UnsentRequest,
} from '@odradek/network/internal'
import { partitionMetadata } from '@odradek/network/internal'
import { ErrorCode, type KafkaError, type MessageInput, TimeoutError } from '@odradek/protocol'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import type { OffsetFetchRequest } from '@odradek/protocol/messages/offset-fetch-request'
import type { OffsetFetchResponse } from '@odradek/protocol/messages/offset-fetch-response'
import type { ConsumerEvent, ConsumerEvents, ConsumerSignal } from '../consumer-events.ts'
import { type Reaction, reactionTo, stepError } from '../error-table.ts'
import type { GroupCoordinator, GroupMembership, MemberIdentity } from '../group/group-membership.ts'
import type { MetadataSource } from '../metadata-source.ts'
import { groupByTopic, type TopicPartition, topicPartitionKey } from '../topic-partition.ts'
import type { OffsetReset } from './offset-reset.ts'
import type { AssignedPartition, SubscriptionState } from './subscription-state.ts'

/** What OffsetFetcher is told. */
export interface OffsetFetcherOptions {
  /** Absent: nothing is kept under the name of a group. */
  readonly groupId?: string | undefined
  /** Whether offsets of open transactions are waited for (KIP-447). */
  readonly requireStable: boolean
  readonly requestTimeoutMs: number
  /** How long to wait after `attempts` failures in a row, in milliseconds. */
  readonly backoffMs: (attempts: number) => number
}

/** What it works with. */
export interface OffsetFetcherDependencies {
  readonly subscription: SubscriptionState
  readonly metadata: MetadataSource
  readonly coordinator: GroupCoordinator
  readonly membership: GroupMembership
  readonly availability: NodeAvailability
  readonly offsetReset: OffsetReset
  readonly events: ConsumerEvents
}

/** What the group has committed for a partition. */
export interface CommittedOffset {
  readonly offset: bigint
  /** -1 where it is not known. */
  readonly leaderEpoch: number
  readonly metadata: string | null
}

/** Committed offsets by topic partition key; undefined where the group has none. */
export type CommittedOffsets = ReadonlyMap<string, CommittedOffset | undefined>

interface FetchJob {
  readonly partitions: readonly TopicPartition[]
  readonly deadlineMs: number
  readonly onDone: (result: CommittedOffsets | KafkaError, nowMs: number) => void
  /** Who asks: what the answer says of the member is of this one. */
  readonly identity: MemberIdentity | undefined
  state: 'waiting' | 'in-flight' | 'over'
  failures: number
  retryAtMs: number
}

/** Version 10 names topics by id. */
const LAST_VERSION_WITH_TOPIC_NAMES = 9

/** See the head of the file. */
export class OffsetFetcher implements RequestManager<ConsumerEvent | ConsumerSignal> {
  readonly #options: OffsetFetcherOptions
  readonly #on: OffsetFetcherDependencies
  #jobs: FetchJob[] = []
  /** The job for newly assigned partitions; a rebalance makes another. */
  #assignedJob: FetchJob | undefined
  /** Partitions whose question failed for good, and the consumer with it: to ask again would be to fail again, without end. */
  readonly #failed = new WeakSet<AssignedPartition>()

  constructor(options: OffsetFetcherOptions, dependencies: OffsetFetcherDependencies) {
    this.#options = options
    this.#on = dependencies
  }

  /** Asks for committed offsets; `onDone` is called once, by `deadlineMs` at the latest. */
  fetch(partitions: readonly TopicPartition[], deadlineMs: number, onDone: FetchJob['onDone']): void {
    this.#addJob(partitions, deadlineMs, onDone)
  }

  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    const { coordinator, availability, events } = this.#on
    this.#askForAssigned(nowMs)
    const requests: AnyUnsentRequest[] = []
    let nextPollAtMs = Infinity
    for (const job of this.#jobs) {
      if (nowMs >= job.deadlineMs) {
        this.#end(job, new TimeoutError('the committed offsets could not be read in time'), nowMs)
        continue
      }
      nextPollAtMs = Math.min(nextPollAtMs, job.deadlineMs)
      if (job.state !== 'waiting') continue
      if (nowMs < job.retryAtMs) nextPollAtMs = Math.min(nextPollAtMs, job.retryAtMs)
      else if (coordinator.fatalError !== undefined) this.#end(job, coordinator.fatalError, nowMs)
      else if (coordinator.nodeId !== undefined && availability.canSend(coordinator.nodeId, 'coordinator', nowMs)) {
        requests.push(this.#makeRequest(coordinator.nodeId, job))
      }
    }
    this.#jobs = this.#jobs.filter((job) => job.state !== 'over')
    return { requests, events: events.drain(), nextPollAtMs }
  }

  #addJob(partitions: readonly TopicPartition[], deadlineMs: number, onDone: FetchJob['onDone']): FetchJob {
    const identity = this.#on.membership.committingAs
    const job: FetchJob = {
      partitions,
      deadlineMs,
      onDone,
      identity,
      state: 'waiting',
      failures: 0,
      retryAtMs: -Infinity,
    }
    this.#jobs.push(job)
    return job
  }

  /** Keeps one question open for the partitions that want their committed offset. */
  #askForAssigned(nowMs: number): void {
    const { subscription } = this.#on
    const current = this.#assignedJob
    if (current !== undefined) {
      const stillWanted = current.partitions.some((tp) => subscription.holds(tp as AssignedPartition))
      if (stillWanted && current.state !== 'over') return
      current.state = 'over'
      this.#assignedJob = undefined
    }
    const wanted = [...subscription.inPhase('committed-offset-wanted')].filter((one) => !this.#failed.has(one))
    if (wanted.length === 0) return
    this.#connectToLeaders(wanted, nowMs)
    if (this.#options.groupId === undefined) {
      for (const partition of wanted) this.#on.offsetReset.resetMissing(partition)
      return
    }
    const job = this.#addJob(wanted, Infinity, (result, nowMs) => {
      if (this.#assignedJob === job) this.#assignedJob = undefined
      this.#onAssignedOffsets(wanted, result, nowMs)
    })
    this.#assignedJob = job
  }

  /** The connections for the first Fetch are opened while the positions are asked for. */
  #connectToLeaders(partitions: readonly AssignedPartition[], nowMs: number): void {
    const { metadata, availability } = this.#on
    const leaders = partitions.map((one) => partitionMetadata(metadata.current, one.topic, one.partition)?.leader ?? -1)
    for (const leader of new Set(leaders)) if (leader >= 0) availability.canSend(leader, 'fetch', nowMs)
  }

  #onAssignedOffsets(
    wanted: readonly AssignedPartition[],
    result: CommittedOffsets | KafkaError,
    _nowMs: number,
  ): void {
    if (!(result instanceof Map)) {
      for (const partition of wanted) this.#failed.add(partition)
      this.#on.events.push({ type: 'failed', error: result as KafkaError, fatal: true })
      return
    }
    for (const partition of wanted) {
      if (!this.#on.subscription.holds(partition) || partition.phase !== 'committed-offset-wanted') continue
      const committed = (result as CommittedOffsets).get(partition.key)
      if (committed === undefined) {
        this.#on.offsetReset.resetMissing(partition)
        continue
      }
      partition.committed = committed.offset
      partition.startAt(committed.offset, committed.leaderEpoch)
    }
  }

  #makeRequest(nodeId: number, job: FetchJob): UnsentRequest<OffsetFetchRequest, OffsetFetchResponse> {
    job.state = 'in-flight'
    return {
      destination: { nodeId, channel: 'coordinator' },
      api: offsetFetchApi,
      // Version 0 reads from ZooKeeper.
      minVersion: 1,
      maxVersion: LAST_VERSION_WITH_TOPIC_NAMES,
      request: (version) => this.#message(job, version),
      timeoutMs: this.#options.requestTimeoutMs,
      onResponse: (response, version, nowMs) => {
        if (job.state === 'in-flight') this.#onResponse(job, response, version, nowMs)
      },
      onFailure: (error, nowMs) => {
        if (job.state !== 'in-flight') return
        if (!error.retriable) {
          this.#end(job, error, nowMs)
          return
        }
        this.#on.coordinator.markUnknown(nowMs)
        this.#retry(job, nowMs)
      },
    }
  }

  #message({ partitions }: FetchJob, version: number): MessageInput<OffsetFetchRequest> {
    const { groupId = '', requireStable } = this.#options
    const topics = Array.from(groupByTopic(partitions), ([name, ofTopic]) => ({
      name,
      partitionIndexes: ofTopic.map(({ partition }) => partition),
    }))
    // requireStable (KIP-447): wait for transactions that are committing offsets of these partitions.
    if (version >= 8) return { groups: [{ groupId, topics }], requireStable }
    return version >= 7 ? { groupId, topics, requireStable } : { groupId, topics }
  }

  #onResponse(job: FetchJob, response: OffsetFetchResponse, version: number, nowMs: number): void {
    const group = version >= 8 ? response.groups.find(({ groupId }) => groupId === this.#options.groupId) : response
    if (group === undefined) {
      this.#onError(job, ErrorCode.UNKNOWN_SERVER_ERROR, undefined, nowMs)
      return
    }
    if (group.errorCode !== ErrorCode.NONE) {
      this.#onError(job, group.errorCode, undefined, nowMs)
      return
    }
    const answers = new Map(
      group.topics.flatMap(({ name, partitions }) =>
        partitions.map((one) => [topicPartitionKey({ topic: name, partition: one.partitionIndex }), one] as const),
      ),
    )
    const offsets = new Map<string, CommittedOffset | undefined>()
    for (const tp of job.partitions) {
      const key = topicPartitionKey(tp)
      const answer = answers.get(key)
      const errorCode = answer?.errorCode ?? ErrorCode.UNKNOWN_SERVER_ERROR
      if (answer === undefined || errorCode !== ErrorCode.NONE) {
        this.#onError(job, errorCode, tp, nowMs)
        return
      }
      const { committedOffset: offset, committedLeaderEpoch: leaderEpoch, metadata } = answer
      offsets.set(key, offset < 0n ? undefined : { offset, leaderEpoch, metadata })
    }
    this.#end(job, offsets, nowMs)
  }

  #onError(job: FetchJob, errorCode: number, where: TopicPartition | undefined, nowMs: number): void {
    const { groupId = '' } = this.#options
    const reaction: Reaction = reactionTo('offset-fetch', errorCode)
    const error = stepError(
      'offset-fetch',
      errorCode,
      where === undefined ? { groupId } : { groupId, topic: where.topic, partition: where.partition },
    )
    if (reaction === 'find-coordinator') this.#on.coordinator.markUnknown(nowMs)
    const isOfMember = reaction === 'rejoin-lost' || reaction === 'rejoin-as-new'
    if (reaction === 'find-coordinator' || reaction === 'retry' || isOfMember) {
      this.#on.events.push({ type: 'retry', api: 'OffsetFetch', error })
      this.#retry(job, nowMs)
      if (isOfMember && job.identity !== undefined)
        this.#on.membership.onReaction(reaction, 'OffsetFetch', job.identity, nowMs, error)
      return
    }
    this.#end(job, error, nowMs)
  }

  #retry(job: FetchJob, nowMs: number): void {
    job.state = 'waiting'
    job.retryAtMs = nowMs + this.#options.backoffMs(job.failures++)
  }

  #end(job: FetchJob, result: CommittedOffsets | KafkaError, nowMs: number): void {
    if (job.state === 'over') return
    job.state = 'over'
    job.onDone(result, nowMs)
  }
}
