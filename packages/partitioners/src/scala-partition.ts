// How the three generations of Scala producers made a partition of a key's hash code. They differ for negative hash codes only.
import { checkPartitionCount } from './partition-count.ts'

/**
 * Kafka 0.7: math.abs(hash) % n. There is no int 2^31, so math.abs(-2^31) is -2^31, and the result from 1 - n to 0: below 0 unless n is
 * a power of two. The 0.7 producer threw InvalidPartitionException then; this returns the number as its partitioner did.
 */
export function scala07Partition(hashCode: number, partitionCount: number): number {
  checkPartitionCount(partitionCount)
  if (hashCode === -0x80000000) return (hashCode % partitionCount) | 0
  return Math.abs(hashCode) % partitionCount
}

/** Kafka 0.8.0 to 0.8.1.1: (hash & 0x7fffffff) % n. */
export function scala080Partition(hashCode: number, partitionCount: number): number {
  checkPartitionCount(partitionCount)
  return (hashCode & 0x7fffffff) % partitionCount
}

/** Kafka 0.8.2 to 1.1, the last Scala producer: abs(hash) % n, where abs(-2^31) = 0. */
export function scala082Partition(hashCode: number, partitionCount: number): number {
  checkPartitionCount(partitionCount)
  return hashCode === -0x80000000 ? 0 : Math.abs(hashCode) % partitionCount
}
