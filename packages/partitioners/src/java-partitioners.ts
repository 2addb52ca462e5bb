import { KeyedPartitioner } from './keyed-partitioner.ts'
import { murmur2Partition } from './murmur2-partition.ts'
import type { Partitioner } from './partitioner.ts'
import { randomIndex } from './random-index.ts'
import { RoundRobinPartitioner } from './round-robin-partitioner.ts'
import { UniformPartitioner, type UniformPartitionerOptions } from './uniform-partitioner.ts'

/**
 * Java's producer since 3.3: murmur2 for keys; records without one go to a partition until it has got `batchSize` bytes (KIP-794). It
 * needs a producer that calls `onRecordAppended`.
 */
export function java33Partitioner(random: () => number, options?: UniformPartitionerOptions): Partitioner {
  return new KeyedPartitioner(murmur2Partition, new UniformPartitioner(random, options))
}

/** Java's producer from 0.8.2 to 2.3: murmur2 for keys; records without one go round from a random partition on. */
export function java082Partitioner(random: () => number): Partitioner {
  const firstValue = () => randomIndex(random, 0x100000000)
  return new KeyedPartitioner(murmur2Partition, new RoundRobinPartitioner({ firstValue }))
}
