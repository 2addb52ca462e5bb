// What Java's producer does since 3.3 with records that have no key (KIP-794; BuiltInPartitioner): a partition gets at least `batchSize`
// bytes, then the next one is drawn, so that partitions get equal bytes, or, where the load is told, more if they are quicker.
import { PartitionLoadStats } from './partition-load-stats.ts'
import { checkPartitionCount } from './partition-count.ts'
import type { PartitionContext, Partitioner, TopicLoad } from './partitioner.ts'
import { randomIndex } from './random-index.ts'

/** How a UniformPartitioner moves on. */
export interface UniformPartitionerOptions {
  /** How many bytes a partition gets at least before another is chosen. Kafka: batch.size; 0 counts as 1. @default 16384 */
  batchSize?: number
  /** Whether partitions with shorter queues are preferred. Kafka: partitioner.adaptive.partitioning.enable. @default true */
  adaptivePartitioning?: boolean
}

interface StickyPartition {
  partition: number
  producedBytes: number
  readonly loadStats: PartitionLoadStats
}

/** There is no partition yet. */
const NONE = -1

/**
 * Sends records, whatever their keys, to one partition until it has got `batchSize` bytes and its batches are full, or twice as many
 * bytes; then to another drawn at random (KIP-794). It needs a producer that calls `onRecordAppended`: else it never moves on.
 */
export class UniformPartitioner implements Partitioner {
  readonly #random: () => number
  readonly #batchSize: number
  readonly #adaptivePartitioning: boolean
  readonly #topics = new Map<string, StickyPartition>()

  /** `random` gives numbers from 0 to below 1, as Math.random. Throws a RangeError for a batchSize below 0. */
  constructor(
    random: () => number,
    { batchSize = 16_384, adaptivePartitioning = true }: UniformPartitionerOptions = {},
  ) {
    if (!(batchSize >= 0))
      throw new RangeError(`batchSize must be a number of bytes of at least 0, but is ${batchSize}`)
    this.#random = random
    this.#batchSize = Math.max(1, batchSize)
    this.#adaptivePartitioning = adaptivePartitioning
  }

  partition(context: PartitionContext): number {
    checkPartitionCount(context.partitionCount)
    const sticky = this.#topic(context.topic)
    // A topic deleted and created anew may have fewer partitions than before.
    if (sticky.partition === NONE || sticky.partition >= context.partitionCount) this.#moveOn(sticky, context)
    return sticky.partition
  }

  onRecordAppended(context: PartitionContext, partition: number, appendedBytes: number, batchesAreFull: boolean): void {
    const sticky = this.#topics.get(context.topic)
    // A record chosen before the last move counts for nobody.
    if (sticky === undefined || sticky.partition !== partition) return
    sticky.producedBytes += appendedBytes
    const { producedBytes } = sticky
    // To move on while a batch is open would send it half full, so that is put off; not for ever, because records with keys may keep a
    // batch open all the time.
    if (producedBytes >= this.#batchSize && (batchesAreFull || producedBytes >= this.#batchSize * 2)) {
      this.#moveOn(sticky, context)
    }
  }

  onTopicLoad(topic: string, load: TopicLoad | undefined): void {
    if (this.#adaptivePartitioning) this.#topic(topic).loadStats.update(load)
  }

  #topic(name: string): StickyPartition {
    const known = this.#topics.get(name)
    if (known !== undefined) return known
    const made = { partition: NONE, producedBytes: 0, loadStats: new PartitionLoadStats() }
    this.#topics.set(name, made)
    return made
  }

  /** Draws the next partition, which may be the same again, as in Java. */
  #moveOn(sticky: StickyPartition, context: PartitionContext): void {
    sticky.producedBytes = 0
    sticky.partition = this.#draw(sticky.loadStats, context)
  }

  #draw(loadStats: PartitionLoadStats, { partitionCount, availablePartitions }: PartitionContext): number {
    const random31 = randomIndex(this.#random, 0x80000000)
    if (loadStats.isAdaptive) {
      const partition = loadStats.choose(random31)
      // The load may be older than the topic.
      if (partition < partitionCount) return partition
    }
    if (availablePartitions === undefined || availablePartitions.length === 0) return random31 % partitionCount
    return availablePartitions[random31 % availablePartitions.length]!
  }
}
