/**
 * A rule that leads from a serialized key to a partition from 0 to below `partitionCount`; the same for the same key and number.
 * Throws a RangeError where `partitionCount` is not a whole number of at least 1.
 */
export type KeyPartition = (key: Uint8Array, partitionCount: number) => number
