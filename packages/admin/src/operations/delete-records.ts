import { deleteRecordsApi } from '@odradek/protocol/apis/delete-records'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectPartitionOutcomes, leaderReactions, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { partitionLeader, type TopicPartition } from '../drivers/places.ts'
import { partitionsByTopic } from '../partitions-by-topic.ts'

/** Which records of a partition to delete. */
export interface RecordsToDelete extends TopicPartition {
  /** Those before this offset; `latest`: all that there are. */
  readonly beforeOffset: bigint | 'latest'
}

/** What is left. */
export interface DeletedRecords extends TopicPartition {
  /** The first offset that can still be read. */
  readonly lowWatermark: bigint
}

/** Asked of each partition's leader. */
export function deleteRecords(
  world: AdminWorld,
  records: readonly RecordsToDelete[],
  options: CallOptions,
): AdminResults<RecordsToDelete, DeletedRecords> {
  return runItemsCall(world, 'deleteRecords', records, options, (call) =>
    driveItems(call, records, partitionLeader(), async (items, place) => {
      const topics = [...partitionsByTopic(items)].map(([name, partitions]) => ({
        name,
        partitions: partitions.map(({ partition, beforeOffset }) => ({
          partitionIndex: partition,
          offset: beforeOffset === 'latest' ? -1n : beforeOffset,
        })),
      }))
      const answer = await call.send(place, deleteRecordsApi, { topics, timeoutMs: call.brokerTimeoutMs })
      return collectPartitionOutcomes(
        items,
        'DeleteRecords',
        answer.topics,
        ({ topic, partition }, { errorCode, lowWatermark }) =>
          outcomeOf(errorCode, { api: 'DeleteRecords', topic, partition }, leaderReactions, () => ({
            topic,
            partition,
            lowWatermark,
          })),
      )
    }),
  )
}
