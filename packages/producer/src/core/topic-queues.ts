import { type ClusterMetadata, emptyClusterMetadata, type TopicMetadata } from '@odradek/network/internal'

import {
  type NodeLatencyStats,
  type PartitionContext,
  type PartitionQueueLoad,
  type TopicLoad,
  topicLoad,
} from '@odradek/partitioners'

import { PartitionQueue } from './partition-queue.ts'

const NONE: readonly number[] = []

/** A topic that records are sent to: what is known of it, and the queues of its partitions. */
export class TopicQueues {
  readonly name: string
  /** As in the newest metadata; undefined while it is not there. */
  metadata: TopicMetadata | undefined
  /** When it was last asked for, to send a record to it. */
  usedAtMs = 0
  /** Whether the metadata is to name it; not when it has been idle for long. */
  isWanted = false
  /** What batches may grow to, in bytes, as far as brokers have shown: half of what they refused. */
  largestBatch = Infinity
  /** 0 while nothing is known. */
  partitionCount = 0
  /** The partitions with a leader. */
  availablePartitions: readonly number[] = NONE
  /** What partitioners are told; one object for all records, whose key is set for each. */
  readonly context: PartitionContext
  private readonly queues: (PartitionQueue | undefined)[] = []

  constructor(name: string) {
    this.name = name
    this.context = { topic: name, key: null, partitionCount: 0, availablePartitions: NONE }
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
    this.context.partitionCount = this.partitionCount
    this.context.availablePartitions = available
  }

  /** Nothing is known of it any more. Its queues stay, since they know how their batches are numbered. */
  forget(): void {
    this.isWanted = false
    // The topic's max.message.bytes may be another by the time it is used again.
    this.largestBatch = Infinity
    this.update(emptyClusterMetadata)
  }

  /** Whether no batch of it waits, and none is in a request. */
  get isEmpty(): boolean {
    return this.queues.every((queue) => queue === undefined || queue.isEmpty)
  }

  /** How busy the partitions are; undefined while one of them has had no record (KIP-794). */
  load(latencies: NodeLatencyStats): TopicLoad | undefined {
    const { queues, partitionCount, metadata } = this
    if (queues.length < partitionCount) return undefined
    const loads: PartitionQueueLoad[] = []
    for (let partition = 0; partition < partitionCount; partition++) {
      const queue = queues[partition]
      if (queue === undefined) return undefined
      loads.push({ partition, leader: metadata?.partitions[partition]?.leader ?? -1, queueSize: queue.length })
    }
    return topicLoad(loads, partitionCount, latencies)
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
