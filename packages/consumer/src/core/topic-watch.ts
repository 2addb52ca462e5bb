// Sees that what is to be read does not exist, or may not be known of: its consumer looks like one whose topic is empty.
import { type ClusterMetadata, partitionMetadata } from '@odradek/network/internal'
import { BrokerError, ErrorCode, isRetriableErrorCode, type KafkaError } from '@odradek/protocol'
import type { ConsumerEvent } from './consumer-events.ts'
import { type Step, stepError } from './error-table.ts'
import type { TopicPartition } from './topic-partition.ts'

/** What TopicWatch tells. */
export type TopicWatchEvent =
  | Extract<ConsumerEvent, { type: 'topic-unavailable' | 'topic-available' }>
  | { readonly type: 'failed'; readonly error: KafkaError; readonly fatal: boolean }

/** What TopicWatch is told. */
export interface TopicWatchOptions {
  /** The step as whose errors those are thrown that only the user can remedy. */
  readonly step: Step
  /** Whether the metadata lists every topic of the cluster: what is not in it does not exist. */
  readonly listsAll: boolean
}

/** A topic, or one partition of it. */
interface Place {
  readonly topic: string
  readonly partition?: number
}

/** What one picture shows. */
interface Findings {
  readonly missing: Map<string, Place>
  /** What is assigned and seems to be missing, for the first time. */
  readonly suspects: Set<string>
}

/** Topic errors in metadata that do not pass by themselves. */
const lastingErrors: ReadonlySet<number> = new Set([
  ErrorCode.TOPIC_AUTHORIZATION_FAILED,
  ErrorCode.INVALID_TOPIC_EXCEPTION,
])

/**
 * Looks at each picture of the cluster. What is missing is told of once, when that begins, and once when it has ended; what only the user
 * can remedy is also thrown out of the iterator, with each picture. What is assigned was there for whoever assigned it: the broker asked here may
 * lag behind, so that only the second picture in a row without it counts.
 */
export class TopicWatch {
  readonly #options: TopicWatchOptions
  readonly #events: { push(event: TopicWatchEvent): void }
  #missing: ReadonlyMap<string, Place> = new Map()
  #suspects: ReadonlySet<string> = new Set()

  constructor(options: TopicWatchOptions, events: { push(event: TopicWatchEvent): void }) {
    this.#options = options
    this.#events = events
  }

  /** `named`: what is subscribed; `partitions`: what is owned. */
  look(named: Iterable<string>, partitions: readonly TopicPartition[], metadata: ClusterMetadata): void {
    if (metadata.version === 0) return
    const findings: Findings = { missing: new Map(), suspects: new Set() }
    const { missing } = findings
    const assigned = new Set(partitions.map(({ topic }) => topic))
    const topics = new Set([...named, ...assigned])
    for (const topic of topics) {
      const errorCode = this.#errorOf(topic, metadata)
      if (errorCode !== ErrorCode.NONE) this.#note(findings, { topic }, errorCode, assigned.has(topic))
    }
    for (const { topic, partition } of partitions) {
      if (missing.has(topic)) continue
      const errorCode = this.#errorOfPartition({ topic, partition }, metadata)
      if (errorCode === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
        this.#note(findings, { topic, partition }, errorCode, true)
    }
    const wanted = new Set([...topics, ...partitions.map(keyOf)])
    for (const [key, place] of this.#missing)
      if (wanted.has(key) && !missing.has(key) && !missing.has(place.topic))
        this.#events.push({ type: 'topic-available', ...place })
    this.#missing = missing
    this.#suspects = findings.suspects
  }

  #errorOf(topic: string, metadata: ClusterMetadata): number {
    const errorCode = metadata.topics.get(topic)?.errorCode
    if (errorCode === undefined && this.#options.listsAll) return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
    if (errorCode !== undefined && !isPassing(errorCode)) return errorCode
    // It has not been asked for yet, this answer is older than the question, or the topic is only just being created.
    return this.#errorBefore({ topic })
  }

  #errorOfPartition(place: TopicPartition, metadata: ClusterMetadata): number {
    const { topic, partition } = place
    if (metadata.topics.get(topic)?.errorCode !== ErrorCode.NONE) return this.#errorBefore(place)
    return partitionMetadata(metadata, topic, partition)?.errorCode ?? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
  }

  /** Where a picture settles nothing, what was known stands. */
  #errorBefore(place: Place): number {
    return this.#missing.has(keyOf(place)) ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.NONE
  }

  #note({ missing, suspects }: Findings, place: Place, errorCode: number, isAssigned: boolean): void {
    const key = keyOf(place)
    const isCertain = !isAssigned || errorCode !== ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
    if (!isCertain && !this.#missing.has(key) && !this.#suspects.has(key)) {
      suspects.add(key)
      return
    }
    const isLasting = lastingErrors.has(errorCode)
    const error = isLasting
      ? stepError(this.#options.step, errorCode, place)
      : new BrokerError({ api: 'Metadata', errorCode, ...place })
    if (!this.#missing.has(key)) this.#events.push({ type: 'topic-unavailable', ...place, error })
    if (isLasting) this.#events.push({ type: 'failed', error, fatal: false })
    missing.set(key, place)
  }
}

/** Brokers say of a topic that is not there that it may be one day: that is told all the same. */
function isPassing(errorCode: number): boolean {
  return errorCode !== ErrorCode.UNKNOWN_TOPIC_OR_PARTITION && isRetriableErrorCode(errorCode)
}

/** Names of topics hold no space. */
function keyOf({ topic, partition }: Place): string {
  return partition === undefined ? topic : `${topic} ${partition}`
}
