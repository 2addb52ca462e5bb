import { checkPartitionCount } from './partition-count.ts'
import type { PartitionContext, Partitioner } from './partitioner.ts'
import { randomIndex } from './random-index.ts'

/**
 * Sends all records of a topic, whatever their keys, to one random partition until a batch of it is full, then to another one, so
 * that batches fill up (KIP-480; Java's UniformStickyPartitioner). Prefers partitions that have a leader.
 */
export class StickyPartitioner implements Partitioner {
  readonly #random: () => number
  readonly #partitions = new Map<string, number>()

  /** `random` gives numbers from 0 to below 1, as Math.random. */
  constructor(random: () => number) {
    this.#random = random
  }

  partition(context: PartitionContext): number {
    checkPartitionCount(context.partitionCount)
    const current = this.#partitions.get(context.topic)
    // A topic deleted and created anew may have fewer partitions than before.
    if (current !== undefined && current < context.partitionCount) return current
    return this.#choose(context, current)
  }

  onNewBatch(context: PartitionContext, previousPartition: number): void {
    // Another record may have moved on already: only the first to open a batch does.
    const current = this.#partitions.get(context.topic)
    if (current === undefined || current === previousPartition) this.#choose(context, current)
  }

  /** Makes another partition than `current` the topic's, where there is another. */
  #choose(context: PartitionContext, current: number | undefined): number {
    const { topic, partitionCount, availablePartitions } = context
    const chosen =
      availablePartitions === undefined || availablePartitions.length === 0
        ? this.#other(partitionCount, current ?? -1)
        : availablePartitions[this.#other(availablePartitions.length, availablePartitions.indexOf(current ?? -1))]!
    this.#partitions.set(topic, chosen)
    return chosen
  }

  /** A random index below `count` that is not `excluded`, unless that is the only one. */
  #other(count: number, excluded: number): number {
    if (excluded < 0 || excluded >= count) return randomIndex(this.#random, count)
    if (count === 1) return excluded
    const index = randomIndex(this.#random, count - 1)
    return index < excluded ? index : index + 1
  }
}
