// What was fetched and has not been handed out, in order of arrival. Its size is the consumer's back-pressure: the fetcher asks for no
// more than fits.
import type { TopicPartition } from '../topic-partition.ts'
import { topicPartitionKey } from '../topic-partition.ts'
import type { AssignedPartition } from '../offsets/subscription-state.ts'
import type { CompletedFetch } from './completed-fetch.ts'

/** Completed fetches, oldest first. The first one is the one that records are taken from; it stays until it is used up. */
export class FetchBuffer {
  #fetches: CompletedFetch[] = []
  readonly #onAvailable: () => void

  /** `onAvailable` is called when a fetch comes in. */
  constructor(onAvailable: () => void) {
    this.#onAvailable = onAvailable
  }

  /** The fetch to take records from; undefined when nothing is there. */
  get current(): CompletedFetch | undefined {
    return this.#fetches[0]
  }

  get isEmpty(): boolean {
    return this.#fetches.length === 0
  }

  add(fetch: CompletedFetch): void {
    this.#fetches.push(fetch)
    this.#onAvailable()
  }

  /** The current fetch is used up. */
  shift(): void {
    this.#fetches.shift()
  }

  /** Records of these partitions are never given out. */
  drop(partitions: Iterable<TopicPartition>): void {
    const keys = new Set(Array.from(partitions, topicPartitionKey))
    if (this.#fetches.length > 0) this.#fetches = this.#fetches.filter((fetch) => !keys.has(fetch.partition.key))
  }

  /** How many fetches of each partition wait, the current one included. */
  counts(): Map<AssignedPartition, number> {
    const counts = new Map<AssignedPartition, number>()
    for (const { partition } of this.#fetches) counts.set(partition, (counts.get(partition) ?? 0) + 1)
    return counts
  }

  /** What one broker's answers hold in memory. */
  bytesFrom(nodeId: number): number {
    let bytes = 0
    for (const fetch of this.#fetches) if (fetch.nodeId === nodeId) bytes += fetch.sizeInBytes
    return bytes
  }
}
