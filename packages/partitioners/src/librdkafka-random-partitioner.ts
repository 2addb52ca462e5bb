import { checkPartitionCount } from './partition-count.ts'
import type { PartitionContext, Partitioner } from './partitioner.ts'
import { randomIndex } from './random-index.ts'

/**
 * Sends each record, whatever its key, to a random partition; if that has no leader, it draws once more and takes what comes: librdkafka's
 * `random`, and what its `..._random` partitioners do without a key where `sticky.partitioning.linger.ms` is 0.
 */
export class LibrdkafkaRandomPartitioner implements Partitioner {
  readonly #random: () => number

  /** `random` gives numbers from 0 to below 1, as Math.random. */
  constructor(random: () => number) {
    this.#random = random
  }

  partition({ partitionCount, availablePartitions }: PartitionContext): number {
    checkPartitionCount(partitionCount)
    const partition = randomIndex(this.#random, partitionCount)
    if (availablePartitions === undefined || availablePartitions.length === 0) return partition
    return availablePartitions.includes(partition) ? partition : randomIndex(this.#random, partitionCount)
  }
}
