import type { ClusterMetadata, TopicMetadata } from '@odradek/network/internal'

import { PartitionQueue } from './partition-queue.ts'

const NONE: readonly number[] = []

/** A topic that records are sent to: what is known of it, and the queues of its partitions. */
export class TopicQueues {
  readonly name: string
  /** As in the newest metadata; undefined while it is not there. */
  metadata: TopicMetadata | undefined
  /** 0 while nothing is known. */
  partitionCount = 0
  /** The partitions with a leader. */
  availablePartitions: readonly number[] = NONE
  private readonly queues: (PartitionQueue | undefined)[] = []

  constructor(name: string) {
    this.name = name
  }

  /** Takes over what new metadata says. */
  update(metadata: ClusterMetadata): void {
    const topic = metadata.topics.get(this.name)
    if (topic === this.metadata && topic !== undefined) return
    this.metadata = topic
    this.partitionCount = topic === undefined ? 0 : topic.partitions.length
    const available: number[] = []
    if (topic !== undefined)
      for (const { leader, partition } of topic.partitions) if (leader >= 0) available.push(partition)
    this.availablePartitions = available
  }

  /** The queue of a partition, made when it is first needed. */
  queue(partition: number): PartitionQueue {
    const queue = this.queues[partition]
    if (queue !== undefined) return queue
    const made = new PartitionQueue(this, partition)
    // Grown one by one: an array with holes is slow to look into for good.
    while (this.queues.length <= partition) this.queues.push(undefined)
    this.queues[partition] = made
    return made
  }
}
