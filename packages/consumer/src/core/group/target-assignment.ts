// What the coordinator wants a member to own (KIP-848), by topic id, and how much of it can be taken over: a topic whose name is not known
// yet waits for metadata.
import type { MetadataSource } from '../metadata-source.ts'
import { type TopicPartition, topicPartitionKey } from '../topic-partition.ts'

interface TopicIdPartitions {
  readonly topicId: string
  readonly partitions: readonly number[]
}

/** See the head of the file. */
export class TargetAssignment {
  readonly #metadata: MetadataSource
  #target: readonly TopicIdPartitions[] | undefined

  constructor(metadata: MetadataSource) {
    this.#metadata = metadata
  }

  set(target: readonly TopicIdPartitions[]): void {
    this.#target = target
  }

  clear(): void {
    this.#target = undefined
  }

  /** What to bring about now; undefined where that is owned already, or nothing is known. */
  toReconcile(owned: readonly TopicPartition[], nowMs: number): TopicPartition[] | undefined {
    if (this.#target === undefined) return undefined
    const wanted = this.#resolved(nowMs)
    return hasSame(wanted, owned) ? undefined : wanted
  }

  /** Whether the member owns nothing that it should give up. */
  isOwned(owned: readonly TopicPartition[]): boolean {
    if (this.#target === undefined) return true
    const wanted = new Set(this.#resolved().map(topicPartitionKey))
    return owned.every((tp) => wanted.has(topicPartitionKey(tp)))
  }

  /** As requests name them. */
  byTopicId(partitions: readonly TopicPartition[]): { topicId: string; partitions: number[] }[] {
    const byId = new Map<string, number[]>()
    for (const { topic, partition } of partitions) {
      const topicId = this.#topicId(topic)
      if (topicId === undefined) continue
      const others = byId.get(topicId)
      if (others === undefined) byId.set(topicId, [partition])
      else others.push(partition)
    }
    return Array.from(byId, ([topicId, ofTopic]) => ({ topicId, partitions: ofTopic }))
  }

  /** The ids of topics that were owned once stay known: one that was deleted has to be given up by its id. */
  readonly #names = new Map<string, string>()

  #resolved(nowMs?: number): TopicPartition[] {
    const { topicNames } = this.#metadata.current
    return (this.#target ?? []).flatMap(({ topicId, partitions }) => {
      const topic = topicNames.get(topicId) ?? this.#names.get(topicId)
      if (topic === undefined) {
        if (nowMs !== undefined) this.#metadata.requestUpdate(nowMs)
        return []
      }
      this.#names.set(topicId, topic)
      return partitions.map((partition) => ({ topic, partition }))
    })
  }

  #topicId(topic: string): string | undefined {
    const known = this.#metadata.current.topics.get(topic)?.topicId
    if (known !== undefined && this.#metadata.current.topicNames.has(known)) return known
    for (const [topicId, name] of this.#names) if (name === topic) return topicId
    return undefined
  }
}

function hasSame(a: readonly TopicPartition[], b: readonly TopicPartition[]): boolean {
  if (a.length !== b.length) return false
  const keys = new Set(a.map(topicPartitionKey))
  return b.every((tp) => keys.has(topicPartitionKey(tp)))
}
