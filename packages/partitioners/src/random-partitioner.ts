import { checkPartitionCount } from './partition-count.ts'
import type { PartitionContext, Partitioner } from './partitioner.ts'
import { randomIndex } from './random-index.ts'

/**
 * Sends each record, whatever its key, to a random partition of those that have a leader, or of all where none has: sarama's
 * NewRandomPartitioner, and what its hash partitioners do with records that have no key.
 */
export class RandomPartitioner implements Partitioner {
  readonly #random: () => number

  /** `random` gives numbers from 0 to below 1, as Math.random. */
  constructor(random: () => number) {
    this.#random = random
  }

  partition({ partitionCount, availablePartitions }: PartitionContext): number {
    checkPartitionCount(partitionCount)
    if (availablePartitions === undefined || availablePartitions.length === 0) {
      return randomIndex(this.#random, partitionCount)
    }
    return availablePartitions[randomIndex(this.#random, availablePartitions.length)]!
  }
}
