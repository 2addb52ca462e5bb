// Gives a position to partitions that have none which their leader knows: by autoOffsetReset, with ListOffsets at the leader.
import type {
  AnyUnsentRequest,
  NodeAvailability,
  PollResult,
  RequestManager,
  UnsentRequest,
} from '@odradek/network/internal'
import { partitionMetadata } from '@odradek/network/internal'
import { type KafkaError, type MessageInput, UsageError } from '@odradek/protocol'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import type { ListOffsetsRequest } from '@odradek/protocol/messages/list-offsets-request'
import type { ListOffsetsResponse } from '@odradek/protocol/messages/list-offsets-response'
import type { ConsumerEvent, ConsumerEvents, ConsumerSignal } from '../consumer-events.ts'
import { reactionTo, stepError } from '../error-table.ts'
import type { MetadataSource } from '../metadata-source.ts'
import { groupByTopic, topicPartitionKey } from '../topic-partition.ts'
import type { IsolationLevel } from '../fetch/isolation-level.ts'
import { parseDuration } from './duration.ts'
import { PartitionQuestions } from './partition-questions.ts'
import type { AssignedPartition, OffsetSpec, SubscriptionState } from './subscription-state.ts'

/**
 * What to do where there is no position: Kafka's auto.offset.reset. `by_duration` (KIP-1106) begins with the records of the last so and so
 * long, an ISO 8601 duration such as `by_duration:PT1H`.
 */
export type AutoOffsetReset = 'earliest' | 'latest' | 'none' | `by_duration:${string}`

/** What OffsetReset is told. */
export interface OffsetResetOptions {
  readonly autoOffsetReset: AutoOffsetReset
  readonly isolationLevel: IsolationLevel
  /** Milliseconds since 1970. */
  readonly wallClockMs: () => number
  readonly requestTimeoutMs: number
  /** How long to wait after `attempts` failures in a row, in milliseconds. */
  readonly backoffMs: (attempts: number) => number
}

/** What it works with. */
export interface OffsetResetDependencies {
  readonly subscription: SubscriptionState
  readonly metadata: MetadataSource
  readonly availability: NodeAvailability
  readonly events: ConsumerEvents
}

/** The timestamps that stand for the two ends of a partition. */
const TIMESTAMPS = { earliest: -2n, latest: -1n } as const

interface AskedPartition {
  readonly partition: AssignedPartition
  readonly spec: OffsetSpec
}

/** See the head of the file. */
export class OffsetReset implements RequestManager<ConsumerEvent | ConsumerSignal> {
  readonly #options: OffsetResetOptions
  readonly #on: OffsetResetDependencies
  readonly #questions: PartitionQuestions<OffsetSpec>

  constructor(options: OffsetResetOptions, dependencies: OffsetResetDependencies) {
    this.#options = options
    this.#on = dependencies
    this.#questions = new PartitionQuestions(options.backoffMs)
  }

  /** The group has no offset for the partition. With autoOffsetReset none the consumer fails. */
  resetMissing(partition: AssignedPartition): void {
    partition.seek(this.#defaultSpec() ?? 'earliest')
    if (this.#options.autoOffsetReset !== 'none') return
    partition.resetTo = undefined
    const text = `the group has no committed offset for ${partition.key}, and autoOffsetReset is 'none': commit one, or choose 'earliest' or 'latest'`
    this.#on.events.push({ type: 'failed', error: new UsageError(text), fatal: true })
  }

  /** The leader does not have the position. With autoOffsetReset none the consumer fails with `error`. */
  resetOutOfRange(partition: AssignedPartition, error: KafkaError, _nowMs: number): void {
    partition.seek(this.#defaultSpec() ?? 'earliest')
    if (this.#options.autoOffsetReset !== 'none') return
    partition.resetTo = undefined
    this.#on.events.push({ type: 'failed', error, fatal: true })
  }

  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    const { subscription, metadata, availability, events } = this.#on
    const byLeader = new Map<number, AskedPartition[]>()
    let nextPollAtMs = Infinity
    for (const partition of subscription.inPhase('reset-wanted')) {
      const spec = partition.resetTo
      if (spec === undefined || this.#questions.asked(partition) === spec) continue
      const askAtMs = this.#questions.askAtMs(partition)
      if (nowMs < askAtMs) {
        nextPollAtMs = Math.min(nextPollAtMs, askAtMs)
        continue
      }
      const leader = partitionMetadata(metadata.current, partition.topic, partition.partition)?.leader ?? -1
      if (leader < 0) metadata.requestUpdate(nowMs)
      else byLeader.set(leader, [...(byLeader.get(leader) ?? []), { partition, spec }])
    }
    const requests: AnyUnsentRequest[] = []
    for (const [nodeId, partitions] of byLeader) {
      if (availability.canSend(nodeId, 'default', nowMs)) requests.push(this.#makeRequest(nodeId, partitions))
    }
    return { requests, events: events.drain(), nextPollAtMs }
  }

  #defaultSpec(): OffsetSpec | undefined {
    const { autoOffsetReset, wallClockMs } = this.#options
    if (autoOffsetReset === 'none') return undefined
    if (autoOffsetReset === 'earliest' || autoOffsetReset === 'latest') return autoOffsetReset
    return wallClockMs() - parseDuration(autoOffsetReset.slice(autoOffsetReset.indexOf(':') + 1))
  }

  #makeRequest(
    nodeId: number,
    asked: readonly AskedPartition[],
  ): UnsentRequest<ListOffsetsRequest, ListOffsetsResponse> {
    for (const { partition, spec } of asked) this.#questions.ask(partition, spec)
    return {
      destination: { nodeId, channel: 'default' },
      api: listOffsetsApi,
      ...(this.#options.isolationLevel === 'read_committed' ? { minVersion: 2 } : {}),
      request: (version: number) => this.#message(asked, version),
      timeoutMs: this.#options.requestTimeoutMs,
      onResponse: (response, version, nowMs) => this.#onResponse(asked, response, version, nowMs),
      onFailure: (error, nowMs) => {
        this.#on.metadata.requestUpdate(nowMs)
        for (const { partition } of asked) this.#questions.retry(partition, nowMs)
        if (error.retriable) this.#on.events.push({ type: 'retry', api: 'ListOffsets', error })
        else this.#on.events.push({ type: 'failed', error, fatal: false })
      },
    }
  }

  #message(asked: readonly AskedPartition[], version: number): MessageInput<ListOffsetsRequest> {
    const { current } = this.#on.metadata
    const byTopic = groupByTopic(asked.map(({ partition, spec }) => ({ topic: partition.topic, partition, spec })))
    return {
      replicaId: -1,
      ...(version >= 2 ? { isolationLevel: this.#options.isolationLevel === 'read_committed' ? 1 : 0 } : {}),
      topics: Array.from(byTopic, ([name, ofTopic]) => ({
        name,
        partitions: ofTopic.map(({ partition: { topic, partition }, spec }) => ({
          partitionIndex: partition,
          currentLeaderEpoch: partitionMetadata(current, topic, partition)?.leaderEpoch ?? -1,
          timestamp: typeof spec === 'number' ? BigInt(Math.max(0, Math.floor(spec))) : TIMESTAMPS[spec],
          ...(version === 0 ? { maxNumOffsets: 1 } : {}),
        })),
      })),
    }
  }

  #onResponse(asked: readonly AskedPartition[], response: ListOffsetsResponse, version: number, nowMs: number): void {
    const answers = new Map(
      response.topics.flatMap(({ name, partitions }) =>
        partitions.map((one) => [topicPartitionKey({ topic: name, partition: one.partitionIndex }), one] as const),
      ),
    )
    for (const { partition, spec } of asked) {
      const answer = answers.get(partition.key)
      const isWanted = this.#on.subscription.holds(partition) && partition.phase === 'reset-wanted'
      // The user has sought another place meanwhile; this one may be wanted again later.
      if (!isWanted || partition.resetTo !== spec) {
        if (this.#questions.asked(partition) === spec) this.#questions.end(partition)
        continue
      }
      if (answer === undefined) {
        this.#questions.retry(partition, nowMs)
        continue
      }
      if (reactionTo('list-offsets', answer.errorCode) !== 'none') {
        this.#onError(partition, answer.errorCode, nowMs)
        continue
      }
      // Version 0 answers with a list of offsets, the newest first.
      const offset = version === 0 ? answer.oldStyleOffsets[0] : answer.offset
      if (offset !== undefined && offset >= 0n) this.#begin(partition, spec, offset, answer.leaderEpoch)
      else if (typeof spec === 'number') {
        // No record is as young as that: what comes next will be.
        partition.resetTo = 'latest'
        this.#questions.end(partition)
      } else this.#questions.retry(partition, nowMs)
    }
  }

  #begin(partition: AssignedPartition, spec: OffsetSpec, offset: bigint, leaderEpoch: number): void {
    this.#questions.end(partition)
    partition.resetTo = undefined
    partition.startAt(offset, leaderEpoch)
    const { topic, partition: index } = partition
    const strategy = typeof spec === 'number' ? 'timestamp' : spec
    this.#on.events.push({ type: 'offset-reset', topic, partition: index, offset, strategy })
  }

  #onError(partition: AssignedPartition, errorCode: number, nowMs: number): void {
    const { topic, partition: index } = partition
    const reaction = reactionTo('list-offsets', errorCode)
    const error = stepError('list-offsets', errorCode, { topic, partition: index })
    this.#questions.retry(partition, nowMs)
    if (reaction === 'refresh-metadata') this.#on.metadata.requestUpdate(nowMs)
    if (reaction === 'refresh-metadata' || reaction === 'retry')
      this.#on.events.push({ type: 'retry', api: 'ListOffsets', error, topic, partition: index })
    else this.#on.events.push({ type: 'failed', error, fatal: false })
  }
}
