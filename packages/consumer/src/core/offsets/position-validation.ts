// Sees where a new leader's log parts from what was read (KIP-320). Brokers from Kafka 2.7 on say so in their answers to Fetch; of older ones it
// is asked (OffsetForLeaderEpoch) before anything is read from a leader of another epoch.
import type {
  AnyUnsentRequest,
  NodeAvailability,
  PollResult,
  RequestManager,
  UnsentRequest,
} from '@odradek/network/internal'
import { partitionMetadata } from '@odradek/network/internal'
import { KafkaError, UnsupportedVersionError } from '@odradek/protocol'
import { offsetForLeaderEpochApi } from '@odradek/protocol/apis/offset-for-leader-epoch'
import type { OffsetForLeaderEpochRequest } from '@odradek/protocol/messages/offset-for-leader-epoch-request'
import type {
  OffsetForLeaderEpochResponse,
  OffsetForLeaderEpochResponseEpochEndOffset,
} from '@odradek/protocol/messages/offset-for-leader-epoch-response'
import type { ConsumerEvent, ConsumerEvents, ConsumerSignal } from '../consumer-events.ts'
import { reactionTo, stepError } from '../error-table.ts'
import type { FetchBuffer } from '../fetch/fetch-buffer.ts'
import { FIRST_VERSION_WITH_FETCHED_EPOCH } from '../fetch/fetch-message.ts'
import type { MetadataSource } from '../metadata-source.ts'
import { groupByTopic, topicPartitionKey } from '../topic-partition.ts'
import type { AutoOffsetReset, OffsetReset } from './offset-reset.ts'
import { PartitionQuestions } from './partition-questions.ts'
import type { AssignedPartition, SubscriptionState } from './subscription-state.ts'

/** What PositionValidation is told. */
export interface PositionValidationOptions {
  /** What to do where a partition's end was lost: 'none' is to fail. */
  readonly autoOffsetReset: AutoOffsetReset
  readonly requestTimeoutMs: number
  /** How long to wait after `attempts` failures in a row, in milliseconds. */
  readonly backoffMs: (attempts: number) => number
}

/** What it works with. */
export interface PositionValidationDependencies {
  readonly subscription: SubscriptionState
  readonly buffer: FetchBuffer
  readonly metadata: MetadataSource
  readonly availability: NodeAvailability
  readonly offsetReset: OffsetReset
  readonly events: ConsumerEvents
}

/** The first version that asks for no more than the right to describe the topic (KIP-320). */
const FIRST_VERSION_FOR_CONSUMERS = 3

interface AskedPartition {
  readonly topic: string
  readonly partition: AssignedPartition
  readonly fetchOffset: bigint
  readonly fetchEpoch: number
  readonly leaderEpoch: number
}

/** See the head of the file. */
export class PositionValidation implements RequestManager<ConsumerEvent | ConsumerSignal> {
  readonly #options: PositionValidationOptions
  readonly #on: PositionValidationDependencies
  /** The leader epochs in which positions have been compared. */
  readonly #comparedIn = new WeakMap<AssignedPartition, number>()
  readonly #questions: PartitionQuestions<true>
  /** Whether the brokers are so old that they do not compare by themselves; known from the first answer to Fetch. */
  #isAskedFor = false

  constructor(options: PositionValidationOptions, dependencies: PositionValidationDependencies) {
    this.#options = options
    this.#on = dependencies
    this.#questions = new PartitionQuestions(options.backoffMs)
  }

  /** Whether nothing may be read of the partition's leader before the position has been compared. */
  holdsBack(partition: AssignedPartition, leaderEpoch: number): boolean {
    return this.#isAskedFor && this.#isDue(partition, leaderEpoch)
  }

  /** An answer to Fetch came in this version. */
  noteFetchVersion(version: number): void {
    this.#isAskedFor = version < FIRST_VERSION_WITH_FETCHED_EPOCH
  }

  /** The leader's log parts from what was read: records after `endOffset` were lost, and others came in their place. */
  onTruncation(partition: AssignedPartition, endOffset: bigint): void {
    const { topic, partition: index } = partition
    const { buffer, events } = this.#on
    buffer.putBack(partition)
    // Nothing was lost but what was fetched ahead.
    if (endOffset >= partition.fetchOffset) return
    const position = partition.position ?? endOffset
    const offset = endOffset < position ? endOffset : position
    events.push({ type: 'log-truncated', topic, partition: index, position, offset })
    if (this.#options.autoOffsetReset === 'none') {
      const text = `${partition.key} was read to offset ${position}, and its leader has lost the records from ${endOffset} on; seek to go on`
      events.push({ type: 'failed', error: new KafkaError(text), fatal: false })
    }
    partition.seek(offset)
  }

  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    const { subscription, metadata, availability, events } = this.#on
    const requests: AnyUnsentRequest[] = []
    let nextPollAtMs = Infinity
    const byLeader = new Map<number, AskedPartition[]>()
    for (const partition of this.#isAskedFor ? subscription.inPhase('fetchable') : []) {
      const { topic, fetchOffset, fetchEpoch, isPaused } = partition
      const { leader = -1, leaderEpoch = -1 } = partitionMetadata(metadata.current, topic, partition.partition) ?? {}
      if (isPaused || leader < 0 || !this.#isDue(partition, leaderEpoch)) continue
      if (this.#questions.asked(partition)) continue
      const askAtMs = this.#questions.askAtMs(partition)
      if (nowMs < askAtMs) {
        nextPollAtMs = Math.min(nextPollAtMs, askAtMs)
        continue
      }
      const asked = { topic, partition, fetchOffset, fetchEpoch, leaderEpoch }
      byLeader.set(leader, [...(byLeader.get(leader) ?? []), asked])
    }
    for (const [nodeId, asked] of byLeader)
      if (availability.canSend(nodeId, 'default', nowMs)) requests.push(this.#makeRequest(nodeId, asked))
    return { requests, events: events.drain(), nextPollAtMs }
  }

  #isDue(partition: AssignedPartition, leaderEpoch: number): boolean {
    const { fetchEpoch } = partition
    return fetchEpoch >= 0 && leaderEpoch > Math.max(fetchEpoch, this.#comparedIn.get(partition) ?? -1)
  }

  #makeRequest(
    nodeId: number,
    asked: readonly AskedPartition[],
  ): UnsentRequest<OffsetForLeaderEpochRequest, OffsetForLeaderEpochResponse> {
    for (const { partition } of asked) this.#questions.ask(partition, true)
    return {
      destination: { nodeId, channel: 'default' },
      api: offsetForLeaderEpochApi,
      minVersion: FIRST_VERSION_FOR_CONSUMERS,
      request: {
        replicaId: -1,
        topics: Array.from(groupByTopic(asked), ([topic, partitions]) => ({
          topic,
          partitions: partitions.map(({ partition: { partition }, leaderEpoch, fetchEpoch }) => ({
            partition,
            currentLeaderEpoch: leaderEpoch,
            leaderEpoch: fetchEpoch,
          })),
        })),
      },
      timeoutMs: this.#options.requestTimeoutMs,
      onResponse: (response, _version, nowMs) => this.#onResponse(asked, response, nowMs),
      onFailure: (error, nowMs) => this.#onFailure(asked, error, nowMs),
    }
  }

  #onFailure(asked: readonly AskedPartition[], error: KafkaError, nowMs: number): void {
    const { metadata, events } = this.#on
    if (UnsupportedVersionError.is(error)) {
      // Before Kafka 2.3 a consumer cannot know: it reads on, as consumers of that time did.
      for (const one of asked) this.#onCompared(one)
      return
    }
    metadata.requestUpdate(nowMs)
    for (const { partition } of asked) this.#questions.retry(partition, nowMs)
    if (error.retriable) events.push({ type: 'retry', api: offsetForLeaderEpochApi.name, error })
    else events.push({ type: 'failed', error, fatal: false })
  }

  #onResponse(asked: readonly AskedPartition[], { topics }: OffsetForLeaderEpochResponse, nowMs: number): void {
    const answers = new Map(
      topics.flatMap(({ topic, partitions }) =>
        partitions.map((one) => [topicPartitionKey({ topic, partition: one.partition }), one] as const),
      ),
    )
    for (const one of asked) {
      const answer = answers.get(one.partition.key)
      if (answer === undefined) this.#questions.retry(one.partition, nowMs)
      else if (this.#stillWanted(one)) this.#onAnswer(one, answer, nowMs)
      else this.#questions.end(one.partition)
    }
  }

  /** The position may have been set anew meanwhile. */
  #stillWanted({ partition, fetchOffset }: AskedPartition): boolean {
    return (
      this.#on.subscription.holds(partition) && partition.phase === 'fetchable' && partition.fetchOffset === fetchOffset
    )
  }

  #onAnswer(
    one: AskedPartition,
    { errorCode, leaderEpoch, endOffset }: OffsetForLeaderEpochResponseEpochEndOffset,
    nowMs: number,
  ): void {
    const { partition, fetchOffset, fetchEpoch } = one
    if (reactionTo('leader-epoch', errorCode) !== 'none') {
      this.#onError(partition, errorCode, nowMs)
      return
    }
    this.#onCompared(one)
    if (leaderEpoch < 0 || endOffset < 0n) {
      this.#on.buffer.drop([partition])
      const text = `${partition.key} was read to leader epoch ${fetchEpoch}, of which its leader knows nothing`
      this.#on.offsetReset.resetOutOfRange(partition, new KafkaError(text), nowMs)
    } else if (endOffset < fetchOffset) this.onTruncation(partition, endOffset)
  }

  #onCompared({ partition, leaderEpoch }: AskedPartition): void {
    this.#questions.end(partition)
    this.#comparedIn.set(partition, leaderEpoch)
  }

  #onError(partition: AssignedPartition, errorCode: number, nowMs: number): void {
    const { topic, partition: index } = partition
    const { metadata, events } = this.#on
    const reaction = reactionTo('leader-epoch', errorCode)
    const error = stepError('leader-epoch', errorCode, { topic, partition: index })
    this.#questions.retry(partition, nowMs)
    if (reaction === 'refresh-metadata') metadata.requestUpdate(nowMs)
    if (reaction === 'reject') events.push({ type: 'failed', error, fatal: false })
    else events.push({ type: 'retry', api: offsetForLeaderEpochApi.name, error, topic, partition: index })
  }
}
