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
import type { AssignedPartition, SubscriptionState } from './subscription-state.ts'

/** What to do where there is no position: Kafka's auto.offset.reset. */
export type AutoOffsetReset = 'earliest' | 'latest' | 'none'

/** What OffsetReset is told. */
export interface OffsetResetOptions {
  readonly autoOffsetReset: AutoOffsetReset
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

interface Progress {
  isAsked: boolean
  failures: number
  retryAtMs: number
}

/** The timestamps that stand for the two ends of a partition. */
const TIMESTAMPS = { earliest: -2n, latest: -1n } as const

/** See the head of the file. */
export class OffsetReset implements RequestManager<ConsumerEvent | ConsumerSignal> {
  readonly #options: OffsetResetOptions
  readonly #on: OffsetResetDependencies
  #progress = new WeakMap<AssignedPartition, Progress>()

  constructor(options: OffsetResetOptions, dependencies: OffsetResetDependencies) {
    this.#options = options
    this.#on = dependencies
  }

  /** The group has no offset for the partition. With autoOffsetReset none the consumer fails. */
  resetMissing(partition: AssignedPartition): void {
    partition.moveTo('reset-wanted')
    if (this.#options.autoOffsetReset !== 'none') return
    const text = `the group has no committed offset for ${partition.key}, and autoOffsetReset is 'none': commit one, or choose 'earliest' or 'latest'`
    this.#on.events.push({ type: 'failed', error: new UsageError(text), fatal: true })
  }

  /** The leader does not have the position. With autoOffsetReset none the consumer fails with `error`. */
  resetOutOfRange(partition: AssignedPartition, error: KafkaError, _nowMs: number): void {
    partition.moveTo('reset-wanted')
    if (this.#options.autoOffsetReset === 'none') this.#on.events.push({ type: 'failed', error, fatal: true })
  }

  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    const { subscription, metadata, availability, events } = this.#on
    const strategy = this.#options.autoOffsetReset
    if (strategy === 'none') return { requests: [], events: events.drain(), nextPollAtMs: Infinity }
    const byLeader = new Map<number, AssignedPartition[]>()
    let nextPollAtMs = Infinity
    for (const partition of subscription.inPhase('reset-wanted')) {
      const progress = this.#progress.get(partition)
      if (progress?.isAsked) continue
      if (progress !== undefined && nowMs < progress.retryAtMs) {
        nextPollAtMs = Math.min(nextPollAtMs, progress.retryAtMs)
        continue
      }
      const leader = partitionMetadata(metadata.current, partition.topic, partition.partition)?.leader ?? -1
      if (leader < 0) metadata.requestUpdate(nowMs)
      else byLeader.set(leader, [...(byLeader.get(leader) ?? []), partition])
    }
    const requests: AnyUnsentRequest[] = []
    for (const [nodeId, partitions] of byLeader) {
      if (availability.canSend(nodeId, 'default', nowMs)) requests.push(this.#makeRequest(nodeId, partitions, strategy))
    }
    return { requests, events: events.drain(), nextPollAtMs }
  }

  #makeRequest(
    nodeId: number,
    partitions: readonly AssignedPartition[],
    strategy: 'earliest' | 'latest',
  ): UnsentRequest<ListOffsetsRequest, ListOffsetsResponse> {
    for (const partition of partitions) this.#progressOf(partition).isAsked = true
    return {
      destination: { nodeId, channel: 'default' },
      api: listOffsetsApi,
      request: this.#message(partitions, strategy),
      timeoutMs: this.#options.requestTimeoutMs,
      onResponse: (response, version, nowMs) => this.#onResponse(partitions, response, version, strategy, nowMs),
      onFailure: (error, nowMs) => {
        this.#on.metadata.requestUpdate(nowMs)
        for (const partition of partitions) this.#retry(partition, nowMs)
        if (error.retriable) this.#on.events.push({ type: 'retry', api: 'ListOffsets', error })
        else this.#on.events.push({ type: 'failed', error, fatal: false })
      },
    }
  }

  #message(
    partitions: readonly AssignedPartition[],
    strategy: 'earliest' | 'latest',
  ): MessageInput<ListOffsetsRequest> {
    const { current } = this.#on.metadata
    return {
      replicaId: -1,
      topics: Array.from(groupByTopic(partitions), ([name, ofTopic]) => ({
        name,
        partitions: ofTopic.map(({ topic, partition }) => ({
          partitionIndex: partition,
          currentLeaderEpoch: partitionMetadata(current, topic, partition)?.leaderEpoch ?? -1,
          timestamp: TIMESTAMPS[strategy],
        })),
      })),
    }
  }

  #onResponse(
    asked: readonly AssignedPartition[],
    response: ListOffsetsResponse,
    version: number,
    strategy: 'earliest' | 'latest',
    nowMs: number,
  ): void {
    const answers = new Map(
      response.topics.flatMap(({ name, partitions }) =>
        partitions.map((one) => [topicPartitionKey({ topic: name, partition: one.partitionIndex }), one] as const),
      ),
    )
    for (const partition of asked) {
      const answer = answers.get(partition.key)
      if (!this.#on.subscription.holds(partition) || partition.phase !== 'reset-wanted') continue
      if (answer === undefined) {
        this.#retry(partition, nowMs)
        continue
      }
      if (reactionTo('list-offsets', answer.errorCode) !== 'none') {
        this.#onError(partition, answer.errorCode, nowMs)
        continue
      }
      // Version 0 answers with a list of offsets, the newest first.
      const offset = version === 0 ? answer.oldStyleOffsets[0] : answer.offset
      if (offset === undefined || offset < 0n) {
        this.#retry(partition, nowMs)
        continue
      }
      this.#progress.delete(partition)
      partition.startAt(offset, answer.leaderEpoch)
      this.#on.events.push({
        type: 'offset-reset',
        topic: partition.topic,
        partition: partition.partition,
        offset,
        strategy,
      })
    }
  }

  #onError(partition: AssignedPartition, errorCode: number, nowMs: number): void {
    const { topic, partition: index } = partition
    const reaction = reactionTo('list-offsets', errorCode)
    const error = stepError('list-offsets', errorCode, { topic, partition: index })
    this.#retry(partition, nowMs)
    if (reaction === 'refresh-metadata') this.#on.metadata.requestUpdate(nowMs)
    if (reaction === 'refresh-metadata' || reaction === 'retry')
      this.#on.events.push({ type: 'retry', api: 'ListOffsets', error, topic, partition: index })
    else this.#on.events.push({ type: 'failed', error, fatal: false })
  }

  #progressOf(partition: AssignedPartition): Progress {
    let progress = this.#progress.get(partition)
    if (progress === undefined)
      this.#progress.set(partition, (progress = { isAsked: false, failures: 0, retryAtMs: -Infinity }))
    return progress
  }

  #retry(partition: AssignedPartition, nowMs: number): void {
    const progress = this.#progressOf(partition)
    progress.isAsked = false
    progress.retryAtMs = nowMs + this.#options.backoffMs(progress.failures++)
  }
}
