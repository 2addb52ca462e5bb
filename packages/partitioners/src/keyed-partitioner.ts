import type { KeyPartition } from './key-partition.ts'
import type { PartitionContext, Partitioner, TopicLoad } from './partitioner.ts'

/**
 * Two rules as one partitioner: records with a key go by `keyPartition`, those without by the partitioner `keyless`, which hears of
 * nothing else.
 */
export class KeyedPartitioner implements Partitioner {
  readonly #keyPartition: KeyPartition
  readonly #keyless: Partitioner
  readonly #emptyKeyIsNone: boolean
  /** Left out where the rule for records without a key has no use for it. */
  readonly onNewBatch?: (context: PartitionContext, previousPartition: number) => void
  /** Left out where the rule for records without a key has no use for it. */
  readonly onRecordAppended?: (
    context: PartitionContext,
    partition: number,
    appendedBytes: number,
    batchesAreFull: boolean,
  ) => void
  /** Left out where the rule for records without a key has no use for it. */
  readonly onTopicLoad?: (topic: string, load: TopicLoad | undefined) => void

  /** `emptyKeyIsNone`: a key of no bytes counts as none, as for librdkafka's `consistent_random`. @default false */
  constructor(keyPartition: KeyPartition, keyless: Partitioner, emptyKeyIsNone = false) {
    this.#keyPartition = keyPartition
    this.#keyless = keyless
    this.#emptyKeyIsNone = emptyKeyIsNone
    if (keyless.onNewBatch !== undefined) {
      this.onNewBatch = (context, previousPartition) => {
        if (this.#isKeyless(context)) keyless.onNewBatch!(context, previousPartition)
      }
    }
    if (keyless.onRecordAppended !== undefined) {
      this.onRecordAppended = (context, partition, appendedBytes, batchesAreFull) => {
        if (this.#isKeyless(context)) keyless.onRecordAppended!(context, partition, appendedBytes, batchesAreFull)
      }
    }
    if (keyless.onTopicLoad !== undefined) this.onTopicLoad = (topic, load) => keyless.onTopicLoad!(topic, load)
  }

  partition(context: PartitionContext): number {
    if (this.#isKeyless(context)) return this.#keyless.partition(context)
    return this.#keyPartition(context.key!, context.partitionCount)
  }

  followsRecord(context: PartitionContext): boolean {
    return this.#isKeyless(context)
  }

  #isKeyless({ key }: PartitionContext): boolean {
    return key === null || (this.#emptyKeyIsNone && key.length === 0)
  }
}
