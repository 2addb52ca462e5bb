import type { NodeLatencyStats } from './node-latency-stats.ts'
import type { TopicLoad } from './partitioner.ts'

/** A partition's queue in a producer, as far as it tells how busy the partition is. */
export interface PartitionQueueLoad {
  readonly partition: number
  /** The broker that leads the partition; -1: none does. */
  readonly leader: number
  /** How many batches wait to be sent. */
  readonly queueSize: number
}

/**
 * The load of a topic from its queues, as RecordAccumulator.partitionReady in Java takes it (KIP-794): undefined until each partition has
 * had a queue; without partitions that have no leader; without those that have batches waiting for a slow broker.
 *
 * Java leaves the queue size of a partition left out behind for the next one whose queue is empty; here an empty queue counts as 0.
 */
export function topicLoad(
  queues: readonly PartitionQueueLoad[],
  partitionCount: number,
  latencies?: NodeLatencyStats,
): TopicLoad | undefined {
  if (queues.length < partitionCount) return undefined
  const partitions: number[] = []
  const queueSizes: number[] = []
  for (const { partition, leader, queueSize } of queues) {
    if (leader < 0) continue
    if (queueSize > 0 && latencies?.isSlow(leader) === true) continue
    partitions.push(partition)
    queueSizes.push(queueSize)
  }
  return { partitionCount: queues.length, partitions, queueSizes }
}
