import type { TopicPartition } from './core/topic-partition.ts'

/**
 * Told when partitions come and go. Each function is awaited before the rebalance goes on: within `maxPollIntervalMs`, else the group
 * goes on without this member. What one throws comes out of the iterator.
 */
export interface RebalanceListener {
  /** These partitions are ours now; nothing of them has been fetched yet. */
  onAssigned?(partitions: readonly TopicPartition[]): void | Promise<void>
  /** These partitions are about to go: what was handled of them can still be committed here. With auto-commit that follows by itself. */
  onRevoked?(partitions: readonly TopicPartition[]): void | Promise<void>
  /** These partitions are another member's already: nothing can be committed. */
  onLost?(partitions: readonly TopicPartition[]): void | Promise<void>
}
