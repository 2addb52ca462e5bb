// One fetch session (KIP-227): the partitions that a client fetches, so that its requests name only what has changed.
import type { MessageInput } from '@odradek/protocol'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { FetchResponse } from '@odradek/protocol/messages/fetch-response'

/** What a request wants of a partition. */
export type PartitionRequest = FetchRequest['topics'][number]['partitions'][number]

/** What it gets. */
export type PartitionResponse = MessageInput<FetchResponse['responses'][number]['partitions'][number]>

/** A partition of a request, of its session, or of an answer. The name or the id may be empty, whichever the version lacks. */
export interface FetchedPartition {
  readonly topic: string
  readonly topicId: string
  readonly wanted: PartitionRequest
}

/** The answer for a partition. */
export interface PartitionResult extends FetchedPartition {
  readonly response: PartitionResponse
}

interface CachedPartition extends FetchedPartition {
  /** What the client was told last: only news is told again. */
  readonly highWatermark: bigint
  readonly logStartOffset: bigint
}

/** What a session is made with. */
export interface FetchSessionSettings {
  readonly id: number
  readonly usesTopicIds: boolean
  readonly createdAtMs: number
  /** The answer that the session begins with. */
  readonly results: readonly PartitionResult[]
}

const NOTHING_TOLD = -1n
const MAX_EPOCH = 0x7fffffff

/** The epoch that the next request of a session must have; after the greatest comes 1, since 0 asks for a new session. */
export function nextSessionEpoch(epoch: number): number {
  return epoch === MAX_EPOCH ? 1 : epoch + 1
}

/** A client's session. */
export class FetchSession {
  readonly id: number
  readonly usesTopicIds: boolean
  readonly createdAtMs: number
  lastUsedMs: number
  epoch = 1
  /** In the order in which they are read: a partition that gave records goes to the end, so that none starves. */
  readonly #partitions = new Map<string, CachedPartition>()

  constructor({ id, usesTopicIds, createdAtMs, results }: FetchSessionSettings) {
    this.id = id
    this.usesTopicIds = usesTopicIds
    this.createdAtMs = createdAtMs
    this.lastUsedMs = createdAtMs
    for (const { response, ...partition } of results) {
      const { highWatermark = NOTHING_TOLD, logStartOffset = NOTHING_TOLD } = response
      this.#partitions.set(this.#keyOf(partition), { ...partition, highWatermark, logStartOffset })
    }
  }

  get size(): number {
    return this.#partitions.size
  }

  all(): FetchedPartition[] {
    return [...this.#partitions.values()]
  }

  /** Takes in what a request changes. */
  update(wanted: readonly FetchedPartition[], forgotten: FetchRequest['forgottenTopicsData']): void {
    for (const partition of wanted) {
      const key = this.#keyOf(partition)
      const told = this.#partitions.get(key) ?? { highWatermark: NOTHING_TOLD, logStartOffset: NOTHING_TOLD }
      const { highWatermark, logStartOffset } = told
      this.#partitions.set(key, { ...partition, highWatermark, logStartOffset })
    }
    for (const { topic, topicId, partitions } of forgotten) {
      for (const partition of partitions) this.#partitions.delete(`${this.usesTopicIds ? topicId : topic}/${partition}`)
    }
  }

  /** Of an answer what is news to the client: records, errors, and moved high watermarks and log starts. */
  newsOf(results: readonly PartitionResult[]): PartitionResult[] {
    return results.filter((result) => this.#tell(result))
  }

  /** The same, of an answer that may not go out. */
  wouldBeNewsOf(results: readonly PartitionResult[]): PartitionResult[] {
    return results.filter((result) => this.#isNews(result))
  }

  #tell(result: PartitionResult): boolean {
    const key = this.#keyOf(result)
    const cached = this.#partitions.get(key)
    if (cached === undefined) return true
    const isNews = this.#isNews(result)
    const { highWatermark = NOTHING_TOLD, logStartOffset = NOTHING_TOLD, errorCode = 0, records } = result.response
    if ((records?.length ?? 0) > 0) this.#partitions.delete(key)
    const told = errorCode === 0 ? highWatermark : NOTHING_TOLD
    this.#partitions.set(key, { ...cached, highWatermark: told, logStartOffset })
    return isNews
  }

  #isNews({ response, ...partition }: PartitionResult): boolean {
    const cached = this.#partitions.get(this.#keyOf(partition))
    if (cached === undefined) return true
    const { highWatermark = NOTHING_TOLD, logStartOffset = NOTHING_TOLD, errorCode = 0 } = response
    const hasRecords = (response.records?.length ?? 0) > 0
    const hasMoved = cached.highWatermark !== highWatermark || cached.logStartOffset !== logStartOffset
    const hasPlace = (response.preferredReadReplica ?? -1) >= 0 || response.divergingEpoch !== undefined
    return hasRecords || hasMoved || hasPlace || errorCode !== 0
  }

  #keyOf({ topic, topicId, wanted }: FetchedPartition): string {
    return `${this.usesTopicIds ? topicId : topic}/${wanted.partition}`
  }
}
