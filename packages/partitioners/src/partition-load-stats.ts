// The cumulative frequency table of KIP-794: partitions with fewer waiting batches are drawn more often. The arithmetic is that of
// BuiltInPartitioner.updatePartitionLoadStats and nextPartition in Java.
import type { TopicLoad } from './partitioner.ts'

/** Draws partitions of one topic, each as often as its queue is shorter than the longest queue plus one. */
export class PartitionLoadStats {
  // Both grow only, and `#length` says how much of them holds: an update allocates nothing once they have the topic's size.
  readonly #cumulativeFrequencies: number[] = []
  readonly #partitions: number[] = []
  #length = 0

  /** Whether there is anything to prefer; if not, all available partitions are as good, and nothing can be drawn. */
  get isAdaptive(): boolean {
    return this.#length > 0
  }

  /** Random numbers are drawn from 0 to below this: the sum of all frequencies; 0 where nothing can be drawn. */
  get rangeEnd(): number {
    return this.#length === 0 ? 0 : this.#cumulativeFrequencies[this.#length - 1]!
  }

  /** Takes a new load. Not adaptive: no load, one partition in all, none that may be chosen, or equal queues with none left out. */
  update(load: TopicLoad | undefined): void {
    this.#length = 0
    if (load === undefined) return
    const { partitionCount, partitions, queueSizes } = load
    const { length } = partitions
    if (queueSizes.length !== length) {
      throw new RangeError(
        `a load needs one queue size for each partition, but has ${queueSizes.length} for ${length} partitions`,
      )
    }
    if (length < 1 || partitionCount < 2) return
    let maxSize = queueSizes[0]!
    let allEqual = true
    for (let i = 1; i < length; i++) {
      if (queueSizes[i] !== maxSize) allEqual = false
      if (queueSizes[i]! > maxSize) maxSize = queueSizes[i]!
    }
    if (allEqual && length === partitionCount) return
    let sum = 0
    for (let i = 0; i < length; i++) {
      sum += maxSize + 1 - queueSizes[i]!
      this.#cumulativeFrequencies[i] = sum
      this.#partitions[i] = partitions[i]!
    }
    this.#length = length
  }

  /** The partition that a random whole number of 31 bits leads to; only where `isAdaptive`. */
  choose(random31: number): number {
    const wanted = random31 % this.rangeEnd
    // The first entry greater than `wanted`.
    let low = 0
    let high = this.#length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#cumulativeFrequencies[middle]! > wanted) high = middle
      else low = middle + 1
    }
    return this.#partitions[low]!
  }
}
