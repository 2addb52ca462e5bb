// Sees that what is to be read does not exist, or may not be known of: its consumer looks like one whose topic is empty.
import { type ClusterMetadata, partitionMetadata } from '@odradek/network/internal'
import { BrokerError, ErrorCode, type KafkaError } from '@odradek/protocol'
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

/** Topic errors in metadata that do not pass by themselves. */
const lastingErrors: ReadonlySet<number> = new Set([
  ErrorCode.TOPIC_AUTHORIZATION_FAILED,
  ErrorCode.INVALID_TOPIC_EXCEPTION,
])

/**
 * Looks at each picture of the cluster. What is missing is told of once, when that begins, and once when it has ended; what only the user
 * can remedy is also thrown out of the iterator, with each picture.
 */
export class TopicWatch {
  readonly #options: TopicWatchOptions
  readonly #events: { push(event: TopicWatchEvent): void }
  #missing: ReadonlyMap<string, Place> = new Map()

  constructor(options: TopicWatchOptions, events: { push(event: TopicWatchEvent): void }) {
    this.#options = options
    this.#events = events
  }

  /** `named`: what is subscribed; `partitions`: what is owned. */
  look(named: Iterable<string>, partitions: readonly TopicPartition[], metadata: ClusterMetadata): void {
    if (metadata.version === 0) return
    const missing = new Map<string, Place>()
    const topics = new Set([...named, ...partitions.map(({ topic }) => topic)])
    for (const topic of topics) {
      const errorCode = this.#errorOf(topic, metadata)
      if (errorCode !== ErrorCode.NONE) this.#note(missing, { topic }, errorCode)
    }
    for (const { topic, partition } of partitions) {
      if (missing.has(topic) || !metadata.topics.has(topic)) continue
      const errorCode = partitionMetadata(metadata, topic, partition)?.errorCode ?? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
      if (errorCode === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION) this.#note(missing, { topic, partition }, errorCode)
    }
    const wanted = new Set([...topics, ...partitions.map(keyOf)])
    for (const [key, place] of this.#missing)
      if (wanted.has(key) && !missing.has(key) && !missing.has(place.topic))
        this.#events.push({ type: 'topic-available', ...place })
    this.#missing = missing
  }

  #errorOf(topic: string, metadata: ClusterMetadata): number {
    const known = metadata.topics.get(topic)
    if (known !== undefined) return known.errorCode
    // It has not been asked for yet, or this answer is older than the question: what was known of it stands.
    if (!this.#options.listsAll && !this.#missing.has(topic)) return ErrorCode.NONE
    return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
  }

  #note(missing: Map<string, Place>, place: Place, errorCode: number): void {
    const isLasting = lastingErrors.has(errorCode)
    const error = isLasting
      ? stepError(this.#options.step, errorCode, place)
      : new BrokerError({ api: 'Metadata', errorCode, ...place })
    if (!this.#missing.has(keyOf(place))) this.#events.push({ type: 'topic-unavailable', ...place, error })
    if (isLasting) this.#events.push({ type: 'failed', error, fatal: false })
    missing.set(keyOf(place), place)
  }
}

/** Names of topics hold no space. */
function keyOf({ topic, partition }: Place): string {
  return partition === undefined ? topic : `${topic} ${partition}`
}
