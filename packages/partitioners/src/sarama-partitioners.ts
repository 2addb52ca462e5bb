import { fnv1aPartition, fnv1aReferencePartition } from './fnv1a-partition.ts'
import { KeyedPartitioner } from './keyed-partitioner.ts'
import type { Partitioner } from './partitioner.ts'
import { RandomPartitioner } from './random-partitioner.ts'

/** sarama's NewHashPartitioner, its default: FNV-1a and the absolute value of the remainder; without a key anywhere. */
export function saramaHashPartitioner(random: () => number): Partitioner {
  return new KeyedPartitioner(fnv1aPartition, new RandomPartitioner(random))
}

/** sarama's NewReferenceHashPartitioner: FNV-1a without its sign bit; without a key anywhere. */
export function saramaReferenceHashPartitioner(random: () => number): Partitioner {
  return new KeyedPartitioner(fnv1aReferencePartition, new RandomPartitioner(random))
}
