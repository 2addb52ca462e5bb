import { murmur2 } from './murmur2.ts'
import { checkPartitionCount } from './partition-count.ts'

/**
 * (murmur2 >>> 0) % n: the defaultPartitioner of @platformatic/kafka. It keeps the sign bit as a value, so that for half of the keys it
 * agrees with Java only where n divides 2^31.
 */
export function platformaticPartition(key: Uint8Array, partitionCount: number): number {
  checkPartitionCount(partitionCount)
  return (murmur2(key) >>> 0) % partitionCount
}
