// Keeps the fetch buffer filled: one Fetch in flight for each leader, for all its partitions that have room. Stations 1 and 2 of a
// record's way in. Requests are incremental (fetch-session.ts).
import type {
  AnyUnsentRequest,
  NodeAvailability,
  PollResult,
  RequestManager,
  UnsentRequest,
} from '@odradek/network/internal'
import { partitionMetadata } from '@odradek/network/internal'
import type { KafkaError } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { FetchResponse } from '@odradek/protocol/messages/fetch-response'
import { ZERO_UUID } from '@odradek/bytes'
import type { ConsumerMeasurements } from '../consumer-measurements.ts'
import type { ConsumerEvent, ConsumerEvents, ConsumerSignal } from '../consumer-events.ts'
import { reactionTo, stepError } from '../error-table.ts'
import type { MetadataSource } from '../metadata-source.ts'
import type { OffsetReset } from '../offsets/offset-reset.ts'
import type { PositionValidation } from '../offsets/position-validation.ts'
import type { AssignedPartition, SubscriptionState } from '../offsets/subscription-state.ts'
import { AnswerSize } from './answer-size.ts'
import { CompletedFetch, type RecordReadingOptions } from './completed-fetch.ts'
import { Counterweight } from './counterweight.ts'
import { FetchBudget } from './fetch-budget.ts'
import type { FetchBuffer } from './fetch-buffer.ts'
import { fetchMessage, FIRST_VERSION_WITH_TOPIC_IDS } from './fetch-message.ts'
import { FetchSession } from './fetch-session.ts'
import type { IsolationLevel } from './isolation-level.ts'

/** What Fetcher is told; the consumer's options fit. */
export interface FetcherOptions extends RecordReadingOptions {
  readonly fetchMinBytes: number
  readonly fetchMaxBytes: number
  readonly maxPartitionFetchBytes: number
  readonly fetchMaxWaitMs: number
  readonly isolationLevel: IsolationLevel
  readonly clientRack: string
  /** How long a replica that the leader recommends is read from without asking again (KIP-392). */
  readonly metadataMaxAgeMs: number
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
  readonly validation: PositionValidation
  readonly events: ConsumerEvents
  readonly measurements: ConsumerMeasurements
}

/** Fetches of one partition that may wait: the one that is being read, and the next. */
const FETCHES_AHEAD = 2

/** A broker waits no less for records while other partitions of it are full: an answer at once would have the next request follow at once. */
const SHORTEST_WAIT_MS = 1

interface AskedPartition {
  readonly topic: string
  readonly topicId: string
  readonly partition: AssignedPartition
  readonly fetchOffset: bigint
  readonly fetchEpoch: number
  readonly leaderEpoch: number
}

/** The partitions that may be fetched now. */
interface FetchablePartitions {
  readonly byLeader: Map<number, AskedPartition[]>
  /** How many brokers have partitions that are read, or were. */
  readonly brokers: number
  /** Of each broker that has partitions with as much buffered as may be: since when the last of them is full. */
  readonly fullSinceMs: ReadonlyMap<number, number>
  /** When a partition that failed may be asked for again. */
  readonly resumeAtMs: number
}

/** The first version with sessions (KIP-227). */
const FIRST_VERSION_WITH_SESSIONS = 7

interface Pause {
  failures: number
  untilMs: number
}

type PartitionData = FetchResponse['responses'][number]['partitions'][number]

/** See the head of the file. */
export class Fetcher implements RequestManager<ConsumerEvent | ConsumerSignal> {
  /** Fetch requests that were answered, and bytes and number of records that came with them. */
  fetches = 0
  bytes = 0
  records = 0
  readonly #options: FetcherOptions
  readonly #on: FetcherDependencies
  readonly #budget: FetchBudget
  readonly #sessions = new Map<number, FetchSession>()
  readonly #answerSizes = new Map<number, AnswerSize>()
  readonly #preferredUntilMs = new WeakMap<AssignedPartition, number>()
  readonly #nodePauses = new Map<number, Pause>()
  readonly #fullSinceMs = new WeakMap<AssignedPartition, number>()
  #partitionPauses = new WeakMap<AssignedPartition, Pause>()
  /** When a partition last brought records: those that waited longest stand first in a request, since the broker fills it in order. */
  #lastTurns = new WeakMap<AssignedPartition, number>()
  #turn = 0
  readonly #counterweight = new Counterweight()

  constructor(options: FetcherOptions, dependencies: FetcherDependencies) {
    this.#options = options
    this.#on = dependencies
    this.#budget = new FetchBudget(options.fetchMaxBytes, dependencies.buffer)
  }

  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    const requests: AnyUnsentRequest[] = []
    let nextPollAtMs = Infinity
    const { byLeader, brokers, fullSinceMs, resumeAtMs } = this.#fetchable(nowMs)
    nextPollAtMs = Math.min(nextPollAtMs, resumeAtMs)
    for (const [nodeId, asked] of byLeader) {
      if (this.#budget.isAsked(nodeId)) continue
      const pausedUntilMs = this.#nodePauses.get(nodeId)?.untilMs ?? -Infinity
      if (nowMs < pausedUntilMs) {
        nextPollAtMs = Math.min(nextPollAtMs, pausedUntilMs)
        continue
      }
      const { bytes, ahead } = this.#answerSizeOf(nodeId)
      const size = Math.max(bytes, this.#options.fetchMinBytes)
      if (this.#on.buffer.bytesAheadFrom(nodeId) > size * ahead) continue
      // What is backed up itself can wait for its own fetches.
      const mayEvict = asked.some(({ partition }) => !partition.isBackedUp)
      const room = this.#budget.roomFor(nodeId, brokers, mayEvict)
      const wanted = asked.filter(({ partition }) => !this.#on.buffer.isEvicted(partition))
      if (room === 0 || wanted.length === 0 || !this.#on.availability.canSend(nodeId, 'fetch', nowMs)) continue
      const maxBytes = Math.min(size, room)
      this.#budget.ask(nodeId, maxBytes)
      requests.push(this.#makeRequest(nodeId, wanted, maxBytes, this.#waitMs(fullSinceMs.get(nodeId), nowMs), nowMs))
    }
    if (requests.length === 0) this.#counterweight.layDown()
    return { requests, events: this.#on.events.drain(), nextPollAtMs }
  }

  #fetchable(nowMs: number): FetchablePartitions {
    const { subscription, buffer, metadata } = this.#on
    const byLeader = new Map<number, AskedPartition[]>()
    const fullSinceMs = new Map<number, number>()
    const buffered = buffer.counts()
    const brokers = buffer.brokers()
    let resumeAtMs = Infinity
    for (const partition of subscription.inPhase('fetchable')) {
      if (partition.isPaused) continue
      const isFull = (buffered.get(partition) ?? 0) >= FETCHES_AHEAD || buffer.isEvicted(partition)
      if (!isFull) this.#fullSinceMs.delete(partition)
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
      if (this.#on.validation.holdsBack(partition, known.leaderEpoch)) continue
      const nodeId = this.#nodeFor(partition, known.leader, nowMs)
      brokers.add(nodeId)
      if (isFull) {
        const sinceMs = this.#fullSinceMs.get(partition) ?? nowMs
        this.#fullSinceMs.set(partition, sinceMs)
        fullSinceMs.set(nodeId, Math.max(sinceMs, fullSinceMs.get(nodeId) ?? -Infinity))
        continue
      }
      const topicId = metadata.current.topics.get(topic)?.topicId ?? ZERO_UUID
      const { fetchEpoch } = partition
      const asked: AskedPartition = {
        topic,
        topicId,
        partition,
        fetchOffset,
        fetchEpoch,
        leaderEpoch: known.leaderEpoch,
      }
      const others = byLeader.get(nodeId)
      if (others === undefined) byLeader.set(nodeId, [asked])
      else others.push(asked)
    }
    for (const asked of byLeader.values()) asked.sort((a, b) => this.#turnOf(a.partition) - this.#turnOf(b.partition))
    return { byLeader, brokers: brokers.size, fullSinceMs, resumeAtMs }
  }

  /**
   * How long the broker may keep an answer back for want of records. While it does, the partitions that are full are not asked for, and may
   * run dry: so it may wait no longer than the last of them has been full already. A reader that reads on is never kept waiting for long, and one
   * that is stuck costs no more requests than before.
   */
  #waitMs(fullSinceMs: number | undefined, nowMs: number): number {
    const { fetchMaxWaitMs } = this.#options
    if (fullSinceMs === undefined) return fetchMaxWaitMs
    return Math.min(fetchMaxWaitMs, Math.max(SHORTEST_WAIT_MS, Math.floor(nowMs - fullSinceMs)))
  }

  /** The leader, or the replica near by that it recommended, for as long as that counts. */
  #nodeFor(partition: AssignedPartition, leader: number, nowMs: number): number {
    const { preferredReplica } = partition
    if (preferredReplica < 0) return leader
    const isGood =
      nowMs < (this.#preferredUntilMs.get(partition) ?? 0) && this.#on.metadata.current.brokers.has(preferredReplica)
    if (!isGood) partition.preferredReplica = -1
    return isGood ? preferredReplica : leader
  }

  #turnOf(partition: AssignedPartition): number {
    return this.#lastTurns.get(partition) ?? 0
  }

  #makeRequest(
    nodeId: number,
    asked: readonly AskedPartition[],
    maxBytes: number,
    maxWaitMs: number,
    sentAtMs: number,
  ): UnsentRequest<FetchRequest, FetchResponse> {
    const haveIds = asked.every(({ topicId }) => topicId !== ZERO_UUID)
    const partitionMaxBytes = Math.min(this.#options.maxPartitionFetchBytes, maxBytes)
    const wanted = asked.map((one) => ({
      ...one,
      key: one.partition.key,
      partition: one.partition.partition,
      maxBytes: partitionMaxBytes,
    }))
    const session = this.#sessionWith(nodeId)
    const hadRecords = !this.#on.buffer.isEmpty
    const inSession = session.next(wanted)
    const { fetchMinBytes, isolationLevel, clientRack } = this.#options
    const withoutSession = { sessionId: 0, sessionEpoch: -1, toSend: wanted, toForget: [] }
    return {
      destination: { nodeId, channel: 'fetch' },
      api: fetchApi,
      ...(haveIds ? {} : { maxVersion: FIRST_VERSION_WITH_TOPIC_IDS - 1 }),
      // Transactions came with version 4: an older broker has none.
      request: (version) =>
        fetchMessage(
          version === undefined || version >= FIRST_VERSION_WITH_SESSIONS ? inSession : withoutSession,
          { fetchMinBytes, isolationLevel, clientRack, maxBytes, maxWaitMs },
          version,
        ),
      timeoutMs: this.#options.requestTimeoutMs + this.#options.fetchMaxWaitMs,
      onResponse: (response, version, nowMs) => {
        if (version >= FIRST_VERSION_WITH_SESSIONS) session.onResponse(wanted, response.sessionId, response.errorCode)
        const hasRecords = !this.#on.buffer.isEmpty
        const { fetches, bytes, records } = this
        this.#onResponse(nodeId, asked, response, version, nowMs)
        const sizeInBytes = this.bytes - bytes
        const recordCount = this.records - records
        if (this.fetches > fetches) this.#on.measurements.onFetch(nowMs - sentAtMs, sizeInBytes, recordCount, nowMs)
        this.#counterweight.onReceived(sizeInBytes, recordCount)
        const isFull = sizeInBytes >= maxBytes / 2
        const tookMs = nowMs - sentAtMs
        const came = { tookMs, isFull, sizeInBytes, records: recordCount, hadRecords, hasRecords }
        this.#answerSizeOf(nodeId).onAnswer(came)
      },
      onFailure: (error, nowMs) => {
        session.onFailure()
        for (const { partition } of asked) partition.preferredReplica = -1
        this.#onFailure(nodeId, error, nowMs)
      },
    }
  }

  #answerSizeOf(nodeId: number): AnswerSize {
    let size = this.#answerSizes.get(nodeId)
    if (size === undefined) this.#answerSizes.set(nodeId, (size = new AnswerSize()))
    return size
  }

  #sessionWith(nodeId: number): FetchSession {
    let session = this.#sessions.get(nodeId)
    if (session === undefined) this.#sessions.set(nodeId, (session = new FetchSession()))
    return session
  }

  #onFailure(nodeId: number, error: KafkaError, nowMs: number): void {
    this.#budget.onSettled(nodeId)
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
    this.#budget.onSettled(nodeId)
    if (reactionTo('fetch', response.errorCode) !== 'none') {
      this.#onFailure(nodeId, stepError('fetch', response.errorCode), nowMs)
      return
    }
    this.#nodePauses.delete(nodeId)
    this.fetches++
    this.#on.validation.noteFetchVersion(version)
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

  /** An answer to an older question counts for nothing: the partition went, came back, or its position was set anew, or must be compared first. */
  #stillWanted({ partition, fetchOffset, leaderEpoch }: AskedPartition): boolean {
    const isAsWas =
      this.#on.subscription.holds(partition) && partition.phase === 'fetchable' && partition.fetchOffset === fetchOffset
    return isAsWas && !this.#on.validation.holdsBack(partition, leaderEpoch)
  }

  #onPartitionData(nodeId: number, { partition }: AskedPartition, data: PartitionData, nowMs: number): void {
    const reaction = reactionTo('fetch', data.errorCode)
    if (reaction !== 'none') {
      this.#onPartitionError(partition, data.errorCode, nowMs)
      return
    }
    this.#partitionPauses.delete(partition)
    if (data.divergingEpoch.endOffset >= 0n) {
      this.#on.validation.onTruncation(partition, data.divergingEpoch.endOffset)
      return
    }
    partition.highWatermark = data.highWatermark
    if (data.lastStableOffset >= 0n) partition.lastStableOffset = data.lastStableOffset
    if (data.preferredReadReplica >= 0) {
      partition.preferredReplica = data.preferredReadReplica
      this.#preferredUntilMs.set(partition, nowMs + this.#options.metadataMaxAgeMs)
    }
    if (data.records === null || data.records.length === 0) return
    this.#lastTurns.set(partition, ++this.#turn)
    this.bytes += data.records.length
    const aborted =
      this.#options.isolationLevel === 'read_committed' ? (data.abortedTransactions ?? undefined) : undefined
    const consumed = this.#on.measurements.consumedOf(partition.topic)
    const fetch = new CompletedFetch(partition, nodeId, data.records, this.#options, aborted, consumed)
    this.records += fetch.recordCount
    partition.fetchOffset = fetch.nextOffset
    if (fetch.lastEpoch >= 0) partition.fetchEpoch = fetch.lastEpoch
    this.#on.buffer.add(fetch)
  }

  #onPartitionError(partition: AssignedPartition, errorCode: number, nowMs: number): void {
    const { topic, partition: index } = partition
    const error = stepError('fetch', errorCode, { topic, partition: index })
    const reaction = reactionTo('fetch', errorCode)
    if (reaction === 'reset-offset' && partition.preferredReplica >= 0) {
      // A follower may lag behind: the leader knows.
      partition.preferredReplica = -1
      return
    }
    if (reaction === 'reset-offset') {
      // What was fetched before the offset is good: the reset waits until it has been read, and what waits for a handler has been handled.
      const isRead = !this.#on.buffer.counts().has(partition) && (partition.work?.pending ?? 0) === 0
      if (!isRead) this.#pausePartition(partition, nowMs)
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
