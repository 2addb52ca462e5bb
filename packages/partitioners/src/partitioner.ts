/** What a partitioner knows of a record and its topic. */
export interface PartitionContext {
  topic: string
  /** The serialized key; an empty one is a key, only null is none. */
  key: Uint8Array | null
  /** How many partitions the topic has, at least one. */
  partitionCount: number
  /** The partitions that have a leader now. Left out, or empty: all are taken to be as good. */
  availablePartitions?: readonly number[]
}

/** Chooses the partition of each record that does not name one. */
export interface Partitioner {
  /** The partition, from 0 to below `partitionCount`. */
  partition(context: PartitionContext): number
  /**
   * Told when a record chosen for `previousPartition` would open a new batch there (KIP-480): a sticky partitioner moves on, and the
   * record is then asked for again.
   */
  onNewBatch?(context: PartitionContext, previousPartition: number): void
}
