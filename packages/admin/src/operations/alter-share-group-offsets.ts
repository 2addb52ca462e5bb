import { alterShareGroupOffsetsApi } from '@odradek/protocol/apis/alter-share-group-offsets'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectPartitionOutcomes, coordinatorReactions, outcomeForAll, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems } from '../drivers/drive-items.ts'
import type { TopicPartition } from '../drivers/places.ts'
import { partitionsByTopic } from '../partitions-by-topic.ts'

/** Where a share group is to begin in a partition. */
export interface ShareStartOffset extends TopicPartition {
  readonly startOffset: bigint
}

/** Asked of the group's coordinator (KIP-932, Kafka 4.1). The group must have no members. */
export function alterShareGroupOffsets(
  world: AdminWorld,
  groupId: string,
  offsets: readonly ShareStartOffset[],
  options: CallOptions,
): AdminResults<ShareStartOffset, void> {
  const lookup = coordinatorOf<ShareStartOffset>('group', () => groupId)
  return runItemsCall(world, 'alterShareGroupOffsets', offsets, options, (call) =>
    driveItems<ShareStartOffset, void>(call, offsets, lookup, async (items, place) => {
      const topics = [...partitionsByTopic(items)].map(([topicName, partitions]) => ({
        topicName,
        partitions: partitions.map(({ partition, startOffset }) => ({ partitionIndex: partition, startOffset })),
      }))
      const answer = await call.send(place, alterShareGroupOffsetsApi, { groupId, topics })
      const api = 'AlterShareGroupOffsets'
      const whole = { api, resource: `group ${groupId}`, detail: answer.errorMessage }
      const refused = outcomeForAll(items, answer.errorCode, whole, coordinatorReactions)
      if (refused !== undefined) return refused
      return collectPartitionOutcomes(
        items,
        api,
        answer.responses,
        ({ topic, partition }, { errorCode, errorMessage }) => {
          const context = { api, topic, partition, detail: errorMessage }
          return outcomeOf(errorCode, context, coordinatorReactions, () => undefined)
        },
      )
    }),
  )
}
