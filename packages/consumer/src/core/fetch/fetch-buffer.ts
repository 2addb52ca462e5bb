// What was fetched and has not been handed out, in order of arrival. Its size is the consumer's back-pressure: the fetcher asks for no
// more than fits.
import type { TopicPartition } from '../topic-partition.ts'
import { topicPartitionKey } from '../topic-partition.ts'
import type { AssignedPartition } from '../offsets/subscription-state.ts'
import type { CompletedFetch } from './completed-fetch.ts'

/** From this size on, a fetch takes longer to read than the next one takes to be asked for. */
export const LARGE_FETCH_BYTES = 2 ** 16

/** Completed fetches, oldest first. The first one is the one that records are taken from; it stays until it is used up. */
export class FetchBuffer {
  #fetches: CompletedFetch[] = []
  /** Of paused partitions: not handed out. */
  #parked: CompletedFetch[] = []
  #bytes = 0
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
    this.#bytes += fetch.sizeInBytes
    if (fetch.partition.isHeldBack) {
      this.#parked.push(fetch)
      return
    }
    this.#fetches.push(fetch)
    this.#onAvailable()
  }

  /** The current fetch is used up; returns how large it was. */
  shift(): number {
    const sizeInBytes = this.#fetches.shift()?.sizeInBytes ?? 0
    this.#bytes -= sizeInBytes
    return sizeInBytes
  }

  /** Records of these partitions are never given out. */
  drop(partitions: Iterable<TopicPartition>): void {
    if (this.#fetches.length === 0 && this.#parked.length === 0) return
    const keys = new Set(Array.from(partitions, topicPartitionKey))
    const stays = (fetch: CompletedFetch) => !keys.has(fetch.partition.key)
    this.#fetches = this.#fetches.filter(stays)
    this.#parked = this.#parked.filter(stays)
    this.#bytes = 0
    for (const fetch of [...this.#fetches, ...this.#parked]) this.#bytes += fetch.sizeInBytes
  }

  /** Partitions were paused or resumed: what is buffered of them waits, or comes again, in its order. */
  sort(): void {
    const all = [...this.#parked, ...this.#fetches]
    this.#parked = all.filter(({ partition }) => partition.isHeldBack)
    this.#fetches = all.filter(({ partition }) => !partition.isHeldBack)
    if (this.#fetches.length > 0) this.#onAvailable()
  }

  /** What is buffered of paused partitions is fetched again when it is wanted: there is no room for it. */
  evictPaused(): void {
    const partitions = this.#parked.map(({ partition }) => partition)
    this.drop(partitions)
    for (const partition of partitions) partition.refetch()
  }

  /** How many fetches of each partition wait, the current one included. */
  counts(): Map<AssignedPartition, number> {
    const counts = new Map<AssignedPartition, number>()
    for (const fetches of [this.#fetches, this.#parked])
      for (const { partition } of fetches) counts.set(partition, (counts.get(partition) ?? 0) + 1)
    return counts
  }

  /** What is held in memory, all brokers together. */
  get bytes(): number {
    return this.#bytes
  }

  /** What one broker's answers hold in memory. */
  bytesFrom(nodeId: number): number {
    return bytesOf(this.#fetches, nodeId) + bytesOf(this.#parked, nodeId)
  }

  /** What of it comes after the current fetch. */
  bytesAheadFrom(nodeId: number): number {
    const current = this.#fetches[0]
    return bytesOf(this.#fetches, nodeId) - (current?.nodeId === nodeId ? current.sizeInBytes : 0)
  }
}

function bytesOf(fetches: readonly CompletedFetch[], nodeId: number): number {
  let bytes = 0
  for (const fetch of fetches) if (fetch.nodeId === nodeId) bytes += fetch.sizeInBytes
  return bytes
}
