// Keeps the fetch buffer filled: one Fetch in flight for each leader, for all its partitions that have room. Stations 1 and 2 of a
// record's way in. Fetch sessions (KIP-227) are not used: every request names all its partitions.
import type {
  AnyUnsentRequest,
  NodeAvailability,
  PollResult,
  RequestManager,
  UnsentRequest,
} from '@odradek/network/internal'
import { partitionMetadata } from '@odradek/network/internal'
import { type KafkaError, type MessageInput } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { FetchResponse } from '@odradek/protocol/messages/fetch-response'
import { ZERO_UUID } from '@odradek/bytes'
import type { ConsumerEvent, ConsumerEvents, ConsumerSignal } from '../consumer-events.ts'
import { reactionTo, stepError } from '../error-table.ts'
import type { MetadataSource } from '../metadata-source.ts'
import type { OffsetReset } from '../offsets/offset-reset.ts'
import type { AssignedPartition, SubscriptionState } from '../offsets/subscription-state.ts'
import { groupByTopic } from '../topic-partition.ts'
import { CompletedFetch, type RecordReadingOptions } from './completed-fetch.ts'
import type { FetchBuffer } from './fetch-buffer.ts'

/** What Fetcher is told; the consumer's options fit. */
export interface FetcherOptions extends RecordReadingOptions {
  readonly fetchMinBytes: number
  readonly fetchMaxBytes: number
  readonly maxPartitionFetchBytes: number
  readonly fetchMaxWaitMs: number
  readonly requestTimeoutMs: number
  /** How long to wait after `attempts` failures in a row, in milliseconds. */
  readonly backoffMs: (attempts: number) => number
}

/** What the fetcher works with. */
export interface FetcherDependencies {
  readonly subscription: SubscriptionState
  readonly buffer: FetchBuffer
  readonly metadata: MetadataSource
  readonly availability: NodeAvailability
  readonly offsetReset: OffsetReset
  readonly events: ConsumerEvents
}

/** Fetches of one partition that may wait: the one that is being read, and the next. */
const FETCHES_AHEAD = 2

/** The first version that names topics by id (KIP-516). */
const FIRST_VERSION_WITH_TOPIC_IDS = 13

interface AskedPartition {
  readonly topic: string
  readonly topicId: string
  readonly partition: AssignedPartition
  readonly fetchOffset: bigint
  readonly leaderEpoch: number
}

interface Pause {
  failures: number
  untilMs: number
}

type PartitionData = FetchResponse['responses'][number]['partitions'][number]

/** See the head of the file. */
export class Fetcher implements RequestManager<ConsumerEvent | ConsumerSignal> {
  readonly #options: FetcherOptions
  readonly #on: FetcherDependencies
  readonly #inFlight = new Set<number>()
  readonly #nodePauses = new Map<number, Pause>()
  #partitionPauses = new WeakMap<AssignedPartition, Pause>()
  /** When a partition last brought records: those that waited longest stand first in a request, since the broker fills it in order. */
  #lastTurns = new WeakMap<AssignedPartition, number>()
  #turn = 0

  constructor(options: FetcherOptions, dependencies: FetcherDependencies) {
    this.#options = options
    this.#on = dependencies
  }

  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    const requests: AnyUnsentRequest[] = []
    let nextPollAtMs = Infinity
    const { byLeader, resumeAtMs } = this.#fetchable(nowMs)
    nextPollAtMs = Math.min(nextPollAtMs, resumeAtMs)
    const share = Math.max(1, Math.floor(this.#options.fetchMaxBytes / Math.max(1, byLeader.size)))
    for (const [nodeId, asked] of byLeader) {
      if (this.#inFlight.has(nodeId)) continue
      const pausedUntilMs = this.#nodePauses.get(nodeId)?.untilMs ?? -Infinity
      if (nowMs < pausedUntilMs) {
        nextPollAtMs = Math.min(nextPollAtMs, pausedUntilMs)
        continue
      }
      const held = this.#on.buffer.bytesFrom(nodeId)
      // Half a share is worth a request; less would be many small ones.
      if (held > share / 2 || !this.#on.availability.canSend(nodeId, 'fetch', nowMs)) continue
      this.#inFlight.add(nodeId)
      requests.push(this.#makeRequest(nodeId, asked, share - held))
    }
    return { requests, events: this.#on.events.drain(), nextPollAtMs }
  }

  #fetchable(nowMs: number): { byLeader: Map<number, AskedPartition[]>; resumeAtMs: number } {
    const { subscription, buffer, metadata } = this.#on
    const byLeader = new Map<number, AskedPartition[]>()
    const buffered = buffer.counts()
    let resumeAtMs = Infinity
    for (const partition of subscription.inPhase('fetchable')) {
      if ((buffered.get(partition) ?? 0) >= FETCHES_AHEAD) continue
      const pausedUntilMs = this.#partitionPauses.get(partition)?.untilMs ?? -Infinity
      if (nowMs < pausedUntilMs) {
        resumeAtMs = Math.min(resumeAtMs, pausedUntilMs)
        continue
      }
      const { topic, fetchOffset } = partition
      const known = partitionMetadata(metadata.current, topic, partition.partition)
      if (known === undefined || known.leader < 0) {
        metadata.requestUpdate(nowMs)
        continue
      }
      const topicId = metadata.current.topics.get(topic)?.topicId ?? ZERO_UUID
      const asked: AskedPartition = { topic, topicId, partition, fetchOffset, leaderEpoch: known.leaderEpoch }
      const others = byLeader.get(known.leader)
      if (others === undefined) byLeader.set(known.leader, [asked])
      else others.push(asked)
    }
    for (const asked of byLeader.values()) asked.sort((a, b) => this.#turnOf(a.partition) - this.#turnOf(b.partition))
    return { byLeader, resumeAtMs }
  }

  #turnOf(partition: AssignedPartition): number {
    return this.#lastTurns.get(partition) ?? 0
  }

  #makeRequest(
    nodeId: number,
    asked: readonly AskedPartition[],
    maxBytes: number,
  ): UnsentRequest<FetchRequest, FetchResponse> {
    const haveIds = asked.every(({ topicId }) => topicId !== ZERO_UUID)
    return {
      destination: { nodeId, channel: 'fetch' },
      api: fetchApi,
      ...(haveIds ? {} : { maxVersion: FIRST_VERSION_WITH_TOPIC_IDS - 1 }),
      request: () => this.#message(asked, maxBytes),
      timeoutMs: this.#options.requestTimeoutMs + this.#options.fetchMaxWaitMs,
      onResponse: (response, version, nowMs) => this.#onResponse(nodeId, asked, response, version, nowMs),
      onFailure: (error, nowMs) => this.#onFailure(nodeId, error, nowMs),
    }
  }

  #message(asked: readonly AskedPartition[], maxBytes: number): MessageInput<FetchRequest> {
    const { fetchMaxWaitMs, fetchMinBytes, maxPartitionFetchBytes } = this.#options
    return {
      maxWaitMs: fetchMaxWaitMs,
      minBytes: fetchMinBytes,
      maxBytes,
      topics: Array.from(groupByTopic(asked), ([topic, partitions]) => ({
        topic,
        topicId: partitions[0]!.topicId,
        partitions: partitions.map(({ partition, fetchOffset, leaderEpoch }) => ({
          partition: partition.partition,
          currentLeaderEpoch: leaderEpoch,
          fetchOffset,
          partitionMaxBytes: Math.min(maxPartitionFetchBytes, maxBytes),
        })),
      })),
    }
  }

  #onFailure(nodeId: number, error: KafkaError, nowMs: number): void {
    this.#inFlight.delete(nodeId)
    this.#pauseNode(nodeId, nowMs)
    this.#on.metadata.requestUpdate(nowMs)
    if (error.retriable) this.#on.events.push({ type: 'retry', api: 'Fetch', error })
    else this.#on.events.push({ type: 'failed', error, fatal: false })
  }

  #onResponse(
    nodeId: number,
    asked: readonly AskedPartition[],
    response: FetchResponse,
    version: number,
    nowMs: number,
  ): void {
    this.#inFlight.delete(nodeId)
    if (reactionTo('fetch', response.errorCode) !== 'none') {
      this.#onFailure(nodeId, stepError('fetch', response.errorCode), nowMs)
      return
    }
    this.#nodePauses.delete(nodeId)
    const waiting = new Map(
      asked.map((one) => [
        `${version >= FIRST_VERSION_WITH_TOPIC_IDS ? one.topicId : one.topic}/${one.partition.partition}`,
        one,
      ]),
    )
    for (const { topic, topicId, partitions } of response.responses) {
      for (const data of partitions) {
        const one = waiting.get(`${version >= FIRST_VERSION_WITH_TOPIC_IDS ? topicId : topic}/${data.partitionIndex}`)
        if (one !== undefined && this.#stillWanted(one)) this.#onPartitionData(nodeId, one, data, nowMs)
      }
    }
  }

  /** An answer to an older question counts for nothing: the partition went, came back, or its position was set anew. */
  #stillWanted({ partition, fetchOffset }: AskedPartition): boolean {
    return (
      this.#on.subscription.holds(partition) && partition.phase === 'fetchable' && partition.fetchOffset === fetchOffset
    )
  }

  #onPartitionData(nodeId: number, { partition }: AskedPartition, data: PartitionData, nowMs: number): void {
    const reaction = reactionTo('fetch', data.errorCode)
    if (reaction !== 'none') {
      this.#onPartitionError(partition, data.errorCode, nowMs)
      return
    }
    this.#partitionPauses.delete(partition)
    partition.highWatermark = data.highWatermark
    if (data.records === null || data.records.length === 0) return
    this.#lastTurns.set(partition, ++this.#turn)
    const fetch = new CompletedFetch(partition, nodeId, data.records, this.#options)
    partition.fetchOffset = fetch.nextOffset
    this.#on.buffer.add(fetch)
  }

  #onPartitionError(partition: AssignedPartition, errorCode: number, nowMs: number): void {
    const { topic, partition: index } = partition
    const error = stepError('fetch', errorCode, { topic, partition: index })
    const reaction = reactionTo('fetch', errorCode)
    if (reaction === 'reset-offset') {
      // What is buffered before the offset is good: the reset waits until it has been read.
      if (this.#on.buffer.counts().has(partition)) this.#pausePartition(partition, nowMs)
      else this.#on.offsetReset.resetOutOfRange(partition, error, nowMs)
      return
    }
    this.#pausePartition(partition, nowMs)
    if (reaction === 'refresh-metadata') this.#on.metadata.requestUpdate(nowMs)
    if (reaction === 'reject' || reaction === 'fatal') this.#on.events.push({ type: 'failed', error, fatal: false })
    else this.#on.events.push({ type: 'retry', api: 'Fetch', error, topic, partition: index })
  }

  #pauseNode(nodeId: number, nowMs: number): void {
    const failures = (this.#nodePauses.get(nodeId)?.failures ?? 0) + 1
    this.#nodePauses.set(nodeId, { failures, untilMs: nowMs + this.#options.backoffMs(failures - 1) })
  }

  #pausePartition(partition: AssignedPartition, nowMs: number): void {
    const failures = (this.#partitionPauses.get(partition)?.failures ?? 0) + 1
    this.#partitionPauses.set(partition, { failures, untilMs: nowMs + this.#options.backoffMs(failures - 1) })
  }
}
