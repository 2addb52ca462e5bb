import { KeyedPartitioner } from './keyed-partitioner.ts'
import { murmur2Partition } from './murmur2-partition.ts'
import type { Partitioner } from './partitioner.ts'
import { StickyPartitioner } from './sticky-partitioner.ts'

/**
 * The partitioner of Java's producer: the same key goes to the same partition as there. Records without a key stay with one
 * partition until a new batch is opened (KIP-480; Java 2.4 to 3.2). `random` gives numbers from 0 to below 1, as Math.random.
 */
export function defaultPartitioner(random: () => number): Partitioner {
  return new KeyedPartitioner(murmur2Partition, new StickyPartitioner(random))
}
