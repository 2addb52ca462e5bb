import { crc32 } from '@odradek/bytes'

import { checkPartitionCount } from './partition-count.ts'

/** crc32 % n, unsigned: librdkafka's `consistent` and `consistent_random` (its default). */
export function crc32Partition(key: Uint8Array, partitionCount: number): number {
  checkPartitionCount(partitionCount)
  return crc32(key) % partitionCount
}
