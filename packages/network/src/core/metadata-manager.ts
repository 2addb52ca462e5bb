// Keeps the picture of the cluster current: which topics are wanted, when to ask, and what an answer changes. The picture itself is an
// immutable value (cluster-metadata.ts). Asked of any broker; station 1 of a record's way out and in depends on it.
import {
  AuthenticationError,
  BrokerError,
  ErrorCode,
  isRetriableErrorCode,
  type KafkaError,
  type MessageInput,
} from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import type { MetadataRequest } from '@odradek/protocol/messages/metadata-request'
import type { MetadataResponse } from '@odradek/protocol/messages/metadata-response'

import { type ClusterMetadata, emptyClusterMetadata } from './cluster-metadata.ts'
import { exponentialBackoff } from './exponential-backoff.ts'
import { applyLeaderHint, type LeaderHint, updateClusterMetadata } from './metadata-update.ts'
import type { AnyUnsentRequest, PollResult, RequestManager, UnsentRequest } from './request-manager.ts'

/** What MetadataManager is told. A client's network options fit. */
export interface MetadataManagerOptions {
  readonly metadataMaxAgeMs: number
  readonly requestTimeoutMs: number
  readonly retryBackoffMs: number
  readonly retryBackoffMaxMs: number
  readonly random: () => number
  /** Whether brokers may create wanted topics that do not exist (from Metadata version 4 on; older ones always may). @default true */
  readonly allowAutoTopicCreation?: boolean
  /** After how long without an answer the known brokers are not asked any more. @default 300000 */
  readonly metadataRecoveryRebootstrapTriggerMs?: number
}

const REBOOTSTRAP_TRIGGER_MS = 300_000

/** Called after each update. */
export type MetadataListener = (metadata: ClusterMetadata, nowMs: number) => void

const nothing: readonly AnyUnsentRequest[] = []

/**
 * Asks for metadata when topics are added, when told, while a wanted topic has an error that passes, and every `metadataMaxAgeMs`.
 * Two tries never follow each other faster than the back-off (KIP-580), unless topics were added in between.
 */
export class MetadataManager implements RequestManager {
  /** What is known now. Compare `version` to see whether it changed. */
  current: ClusterMetadata = emptyClusterMetadata
  /** Why the last try failed; undefined after one that succeeded. */
  lastError: KafkaError | undefined
  /** When the last answer came; -Infinity before the first. */
  answeredAtMs = -Infinity
  readonly #options: MetadataManagerOptions
  readonly #listeners = new Set<MetadataListener>()
  readonly #failureListeners = new Set<(error: KafkaError, nowMs: number) => void>()
  readonly #refusalListeners = new Set<(error: AuthenticationError) => void>()
  #topics: ReadonlySet<string> | 'all' = new Set()
  #isWanted = false
  #isAsking = false
  #retryAtMs = -Infinity
  #failures = 0
  /** Since when answers are missing; Infinity: the last question was answered. */
  #missingSinceMs = Infinity
  #askedAtMs = 0
  /** Answers in a row that told nothing new although they were asked for. */
  #idleAnswers = 0
  #expiresAtMs = Infinity

  constructor(options: MetadataManagerOptions) {
    this.#options = options
  }

  /** The topics that are asked for; `all` after `setTopics('all')`. */
  get topics(): ReadonlySet<string> | 'all' {
    return this.#topics
  }

  /** Whether an update is wanted that has not been asked for yet. */
  get isUpdateWanted(): boolean {
    return this.#isWanted
  }

  /** Whether the known brokers are to be passed over, and only the bootstrap addresses asked (KIP-1102). */
  mustRebootstrap(nowMs: number): boolean {
    return (
      nowMs >= this.#missingSinceMs + (this.#options.metadataRecoveryRebootstrapTriggerMs ?? REBOOTSTRAP_TRIGGER_MS)
    )
  }

  /** Wants these topics from now on, as well as the others. Asks at once where one of them is new. */
  addTopics(topics: Iterable<string>, nowMs: number): void {
    if (this.#topics === 'all') return
    const wanted = new Set(this.#topics)
    for (const topic of topics) wanted.add(topic)
    if (wanted.size > this.#topics.size) this.#wantTopics(wanted, nowMs)
  }

  /** Wants these topics and no others from now on; `all` wants every topic of the cluster. Asks at once where one is new. */
  setTopics(topics: Iterable<string> | 'all', nowMs: number): void {
    const before = this.#topics
    const wanted = topics === 'all' ? 'all' : new Set(topics)
    const hasNew =
      wanted === 'all' ? before !== 'all' : before !== 'all' && [...wanted].some((topic) => !before.has(topic))
    if (hasNew) this.#wantTopics(wanted, nowMs)
    else this.#topics = wanted
  }

  /** Asks soon: something that a broker said shows that what is known is out of date. */
  requestUpdate(_nowMs: number): void {
    this.#isWanted = true
  }

  /** A broker named the partition's new leader (KIP-951): takes it over where it is newer than what is known. */
  onLeaderHint(hint: LeaderHint, nowMs: number): void {
    const after = applyLeaderHint(this.current, hint)
    if (after === this.current) return
    this.current = after
    for (const listener of [...this.#listeners]) listener(after, nowMs)
  }

  /** Calls `listener` after each update, until the returned function is called. */
  onUpdate(listener: MetadataListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Calls `listener` when no broker gives metadata because none lets us in, or none is trusted; it is tried again all the same. */
  onRefusal(listener: (error: AuthenticationError) => void): () => void {
    this.#refusalListeners.add(listener)
    return () => void this.#refusalListeners.delete(listener)
  }

  /** Calls `listener` when metadata was asked for in vain; it is asked for again. The returned function takes it back. */
  onFailure(listener: (error: KafkaError, nowMs: number) => void): () => void {
    this.#failureListeners.add(listener)
    return () => void this.#failureListeners.delete(listener)
  }

  poll(nowMs: number): PollResult {
    if (this.#isAsking) return { requests: nothing, nextPollAtMs: Infinity }
    const isDue = this.#isWanted || nowMs >= this.#expiresAtMs
    if (!isDue) return { requests: nothing, nextPollAtMs: this.#expiresAtMs }
    if (nowMs < this.#retryAtMs) return { requests: nothing, nextPollAtMs: this.#retryAtMs }
    this.#isAsking = true
    this.#isWanted = false
    this.#askedAtMs = nowMs
    return { requests: [this.#makeRequest()], nextPollAtMs: Infinity }
  }

  #wantTopics(topics: ReadonlySet<string> | 'all', nowMs: number): void {
    this.#topics = topics
    this.#isWanted = true
    this.#idleAnswers = 0
    // A back-off after an answer protects brokers from the same question; this is another one. After a failure it stays.
    if (this.#failures === 0) this.#retryAtMs = nowMs
  }

  #makeRequest(): UnsentRequest<MetadataRequest, MetadataResponse> {
    const topics = this.#topics
    return {
      destination: 'any',
      api: metadataApi,
      request: (version) => metadataRequest(topics, version, this.#options.allowAutoTopicCreation ?? true),
      timeoutMs: this.#options.requestTimeoutMs,
      onResponse: (response, version, nowMs) => this.#onResponse(response, version, topics, nowMs),
      onFailure: (error, nowMs) => this.#onFailure(error, nowMs),
    }
  }

  #onResponse(response: MetadataResponse, version: number, asked: ReadonlySet<string> | 'all', nowMs: number): void {
    if (response.errorCode !== ErrorCode.NONE) {
      // The brokers that are known are those of another cluster, or of another time (KIP-1102): back to the addresses that the user gave.
      if (response.errorCode === ErrorCode.REBOOTSTRAP_REQUIRED) this.#forgetBrokers(nowMs)
      this.#onFailure(new BrokerError({ api: 'Metadata', errorCode: response.errorCode }), nowMs)
      return
    }
    // A broker that has just started, or a 0.8 cluster without topics, knows no broker yet: an answer without news.
    if (response.brokers.length === 0) {
      this.#onFailure(new BrokerError({ api: 'Metadata', errorCode: ErrorCode.BROKER_NOT_AVAILABLE }), nowMs)
      return
    }
    const before = this.current
    this.current = updateClusterMetadata(before, response, version, asked)
    this.#isAsking = false
    this.#failures = 0
    this.#missingSinceMs = Infinity
    this.answeredAtMs = nowMs
    this.lastError = undefined
    this.#idleAnswers = isSamePicture(before, this.current) ? this.#idleAnswers + 1 : 0
    this.#retryAtMs = nowMs + this.#backoff(this.#idleAnswers)
    this.#expiresAtMs = nowMs + this.#options.metadataMaxAgeMs
    if (this.#topics === asked && hasPassingError(this.current)) this.#isWanted = true
    for (const listener of [...this.#listeners]) listener(this.current, nowMs)
  }

  #forgetBrokers(nowMs: number): void {
    if (this.current.brokers.size === 0) return
    this.current = { ...this.current, version: this.current.version + 1, brokers: new Map() }
    for (const listener of [...this.#listeners]) listener(this.current, nowMs)
  }

  #onFailure(error: KafkaError, nowMs: number): void {
    this.#isAsking = false
    this.#isWanted = true
    this.#missingSinceMs = Math.min(this.#missingSinceMs, this.#askedAtMs)
    this.lastError = error
    this.#retryAtMs = nowMs + this.#backoff(this.#failures++)
    for (const listener of [...this.#failureListeners]) listener(error, nowMs)
    if (AuthenticationError.is(error)) for (const listener of [...this.#refusalListeners]) listener(error)
  }

  #backoff(attempts: number): number {
    const { retryBackoffMs, retryBackoffMaxMs, random } = this.#options
    return exponentialBackoff(attempts, retryBackoffMs, retryBackoffMaxMs, random)
  }
}

/** The request, which says "all topics" and "no topic" differently from version to version. */
function metadataRequest(
  topics: ReadonlySet<string> | 'all',
  version: number,
  allowAutoTopicCreation: boolean,
): MessageInput<MetadataRequest> {
  // Version 0 has no null: an empty list is all topics, and there is no way to ask for none.
  const all = version === 0 ? [] : null
  const list = topics === 'all' ? all : [...topics].map((name) => ({ name }))
  return version >= 4 ? { topics: list, allowAutoTopicCreation } : { topics: list }
}

/** Whether a topic is being created, or a partition is between two leaders: worth asking again. */
function hasPassingError(metadata: ClusterMetadata): boolean {
  for (const topic of metadata.topics.values()) {
    if (topic.errorCode !== ErrorCode.NONE && isRetriableErrorCode(topic.errorCode)) return true
    for (const { errorCode, leader } of topic.partitions) {
      // REPLICA_NOT_AVAILABLE is said of a partition that has a leader and lacks a replica: that can last for days.
      if (leader < 0 || (errorCode !== ErrorCode.NONE && errorCode !== ErrorCode.REPLICA_NOT_AVAILABLE)) return true
    }
  }
  return false
}

function isSamePicture(before: ClusterMetadata, after: ClusterMetadata): boolean {
  const picture = ({ controllerId, clusterId, brokers, topics }: ClusterMetadata) =>
    JSON.stringify([controllerId, clusterId, [...brokers.values()], [...topics.values()]])
  return picture(before) === picture(after)
}
