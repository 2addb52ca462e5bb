import { fnv1a } from './fnv1a.ts'
import { toPositive } from './murmur2.ts'
import { checkPartitionCount } from './partition-count.ts'

/** |int32(fnv1a) % n|: sarama's NewHashPartitioner (its default), librdkafka's `fnv1a` and `fnv1a_random`. */
export function fnv1aPartition(key: Uint8Array, partitionCount: number): number {
  checkPartitionCount(partitionCount)
  return Math.abs((fnv1a(key) | 0) % partitionCount)
}

/** (fnv1a & 0x7fffffff) % n: sarama's NewReferenceHashPartitioner, which drops the sign as Java does. */
export function fnv1aReferencePartition(key: Uint8Array, partitionCount: number): number {
  checkPartitionCount(partitionCount)
  return toPositive(fnv1a(key)) % partitionCount
}
