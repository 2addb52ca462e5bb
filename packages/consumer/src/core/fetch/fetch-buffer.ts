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
  /** Held back, and some of what was fetched of them was dropped. */
  readonly #evicted = new Set<AssignedPartition>()
  #bytes = 0
  /** Set while records of several partitions are worked on at once: how many bytes of them have been taken and are not finished. */
  bytesInWork: (() => number) | undefined
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
    if (this.#fetches.length === 0 && this.#parked.length === 0 && this.#evicted.size === 0) return
    const keys = new Set(Array.from(partitions, topicPartitionKey))
    for (const partition of this.#evicted) if (keys.has(partition.key)) this.#evicted.delete(partition)
    const stays = (fetch: CompletedFetch) => !keys.has(fetch.partition.key)
    this.#fetches = this.#fetches.filter(stays)
    this.#parked = this.#parked.filter(stays)
    this.#bytes = 0
    for (const fetch of [...this.#fetches, ...this.#parked]) this.#bytes += fetch.sizeInBytes
  }

  /** Partitions were paused or resumed: what is buffered of them waits, or comes again, in its order. */
  sort(): void {
    const all = [...this.#parked, ...this.#fetches]
    for (const partition of this.#evicted) if (!partition.isHeldBack) this.#evicted.delete(partition)
    this.#parked = all.filter(({ partition }) => partition.isHeldBack)
    this.#fetches = all.filter(({ partition }) => !partition.isHeldBack)
    if (this.#fetches.length > 0) this.#onAvailable()
  }

  /**
   * Makes room, the youngest first, until there is enough: what is dropped of paused partitions, and where nothing is at hand of those that are
   * backed up, is fetched again when it is wanted.
   */
  evict(isEnough: () => boolean): void {
    this.#evictWhere(({ isPaused }) => isPaused, isEnough)
    if (this.isEmpty) this.#evictWhere(() => true, isEnough)
  }

  #evictWhere(mayGo: (partition: AssignedPartition) => boolean, isEnough: () => boolean): void {
    for (let i = this.#parked.length - 1; i >= 0 && !isEnough(); i--) {
      const fetch = this.#parked[i]!
      if (!mayGo(fetch.partition)) continue
      this.#parked.splice(i, 1)
      this.#bytes -= fetch.sizeInBytes
      this.#evicted.add(fetch.partition)
      putBack(fetch)
    }
  }

  /** Whether there was no room for what was fetched of it: as long as it is held back, no more is. */
  isEvicted(partition: AssignedPartition): boolean {
    return this.#evicted.has(partition)
  }

  /** What is buffered of the partition is fetched again, from the first record that was not given out. */
  putBack(partition: AssignedPartition): void {
    const first = [...this.#parked, ...this.#fetches].find((fetch) => fetch.partition === partition)
    this.drop([partition])
    if (first !== undefined) putBack(first)
  }

  /** How many fetches of each partition wait, the current one included. */
  counts(): Map<AssignedPartition, number> {
    const counts = new Map<AssignedPartition, number>()
    for (const fetches of [this.#fetches, this.#parked])
      for (const { partition } of fetches) counts.set(partition, (counts.get(partition) ?? 0) + 1)
    return counts
  }

  /** Whose answers wait. */
  brokers(): Set<number> {
    const brokers = new Set<number>()
    for (const fetches of [this.#fetches, this.#parked]) for (const { nodeId } of fetches) brokers.add(nodeId)
    return brokers
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

function putBack({ partition, rest }: CompletedFetch): void {
  partition.fetchFrom(rest.offset, rest.epoch)
}

function bytesOf(fetches: readonly CompletedFetch[], nodeId: number): number {
  let bytes = 0
  for (const fetch of fetches) if (fetch.nodeId === nodeId) bytes += fetch.sizeInBytes
  return bytes
}
