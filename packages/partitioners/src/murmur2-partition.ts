import { murmur2, toPositive } from './murmur2.ts'
import { checkPartitionCount } from './partition-count.ts'

/**
 * (murmur2 & 0x7fffffff) % n: the Java producer since 0.8.2 and all who follow it (librdkafka's `murmur2` and `murmur2_random`,
 * kafkajs's DefaultPartitioner, @platformatic/kafka's compatibilityPartitioner). An empty key is a key.
 */
export function murmur2Partition(key: Uint8Array, partitionCount: number): number {
  checkPartitionCount(partitionCount)
  return toPositive(murmur2(key)) % partitionCount
}
