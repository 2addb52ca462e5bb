import { rethrowLater } from '@odradek/network/internal'
import type { Partitioner } from '@odradek/partitioners'

/**
 * A user's partitioner, whose `onRecordAppended` and `onTopicLoad` may throw: they are called when a record is in its batch for good, or from the
 * sender, where no record can be refused for it.
 */
export function guardedPartitioner(partitioner: Partitioner): Partitioner {
  if (partitioner.onRecordAppended === undefined && partitioner.onTopicLoad === undefined) return partitioner
  const guarded: Partitioner = { partition: (context) => partitioner.partition(context) }
  if (partitioner.followsRecord !== undefined) guarded.followsRecord = (context) => partitioner.followsRecord!(context)
  if (partitioner.onNewBatch !== undefined)
    guarded.onNewBatch = (context, previous) => partitioner.onNewBatch!(context, previous)
  if (partitioner.onRecordAppended !== undefined) {
    guarded.onRecordAppended = (context, partition, appendedBytes, batchesAreFull) => {
      try {
        partitioner.onRecordAppended!(context, partition, appendedBytes, batchesAreFull)
      } catch (error) {
        rethrowLater(error)
      }
    }
  }
  if (partitioner.onTopicLoad !== undefined) {
    guarded.onTopicLoad = (topic, load) => {
      try {
        partitioner.onTopicLoad!(topic, load)
      } catch (error) {
        rethrowLater(error)
      }
    }
  }
  return guarded
}
