import { murmur2, toPositive } from './murmur2.ts'
import type { PartitionContext, Partitioner } from './partitioner.ts'
import { StickyPartitioner } from './sticky-partitioner.ts'

/** Java's default: records with a key go by its murmur2 hash, those without stick to a partition until its batch is full. */
class DefaultPartitioner implements Partitioner {
  readonly #sticky: StickyPartitioner

  constructor(random: () => number) {
    this.#sticky = new StickyPartitioner(random)
  }

  partition(context: PartitionContext): number {
    if (context.key === null) return this.#sticky.partition(context)
    return toPositive(murmur2(context.key)) % context.partitionCount
  }

  onNewBatch(context: PartitionContext, previousPartition: number): void {
    if (context.key === null) this.#sticky.onNewBatch(context, previousPartition)
  }
}

/**
 * The partitioner of Java's producer: the same key goes to the same partition as there. Records without a key stay with one
 * partition until a new batch is opened (KIP-480). `random` gives numbers from 0 to below 1, as Math.random.
 */
export function defaultPartitioner(random: () => number): Partitioner {
  return new DefaultPartitioner(random)
}
