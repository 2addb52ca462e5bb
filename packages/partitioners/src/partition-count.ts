/** Refuses a number of partitions that no topic can have: a RangeError unless it is a whole number from 1 to 2147483647. */
export function checkPartitionCount(partitionCount: number): void {
  if ((partitionCount | 0) === partitionCount && partitionCount > 0) return
  throw new RangeError(
    `partitionCount must be a whole number from 1 to 2147483647, but is ${String(partitionCount)}: give the number of the topic's partitions`,
  )
}
