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

/** How busy the partitions of a topic are (KIP-794). A partitioner keeps none of it, so that the arrays can be used again. */
export interface TopicLoad {
  /** How many partitions the topic has, those included that are left out of `partitions`. */
  partitionCount: number
  /** The partitions that may be chosen: they have a leader, and its broker takes requests. */
  partitions: readonly number[]
  /** How many batches wait for each of `partitions`, in the same order. */
  queueSizes: readonly number[]
}

/**
 * Chooses the partition of each record that does not name one. A producer asks `partition`, and tells the rest where it is there:
 * 1. `partition(context)`; if the record would open a batch there, `onNewBatch`, and `partition` again;
 * 2. if all batches of that partition are full, `onRecordAppended(context, partition, 0, true)`, and `partition` again;
 * 3. it appends the record, then `onRecordAppended` says how many bytes that took.
 * Where `followsRecord` says no, the first answer stands and nothing of the rest is told.
 */
export interface Partitioner {
  /** The partition, from 0 to below `partitionCount`. */
  partition(context: PartitionContext): number
  /** Whether this record is of interest to `onNewBatch` and `onRecordAppended`: one whose key decides is not. Left out: each is. */
  followsRecord?(context: PartitionContext): boolean
  /**
   * Told when a record chosen for `previousPartition` would open a new batch there (KIP-480): a sticky partitioner moves on, and the
   * record is then asked for again.
   */
  onNewBatch?(context: PartitionContext, previousPartition: number): void
  /**
   * Told when a record has been appended: by how many bytes the batch grew, and whether all batches of the partition are full now
   * (KIP-794): a partitioner that counts bytes moves on.
   */
  onRecordAppended?(context: PartitionContext, partition: number, appendedBytes: number, batchesAreFull: boolean): void
  /** Told how busy the partitions of a topic are, whenever the sender looks; undefined while that is not known of all (KIP-794). */
  onTopicLoad?(topic: string, load: TopicLoad | undefined): void
}
