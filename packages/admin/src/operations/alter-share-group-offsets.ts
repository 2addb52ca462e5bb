import { alterShareGroupOffsetsApi } from '@odradek/protocol/apis/alter-share-group-offsets'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectOutcomes, coordinatorReactions, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems } from '../drivers/drive-items.ts'
import type { TopicPartition } from '../drivers/places.ts'
import { partitionKey, partitionsByTopic } from '../partitions-by-topic.ts'

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
      if (answer.errorCode !== 0) {
        const context = { api, resource: `group ${groupId}`, detail: answer.errorMessage }
        const outcome = outcomeOf<void>(answer.errorCode, context, coordinatorReactions, () => undefined)
        return new Map(items.map((item) => [item, outcome]))
      }
      const byPartition = new Map(
        answer.responses.flatMap(({ topicName, partitions }) =>
          partitions.map((partition) => [partitionKey(topicName, partition.partitionIndex), partition]),
        ),
      )
      return collectOutcomes(
        items,
        api,
        ({ topic, partition }) => byPartition.get(partitionKey(topic, partition)),
        ({ topic, partition }, { errorCode, errorMessage }) => {
          const context = { api, topic, partition, detail: errorMessage }
          return outcomeOf(errorCode, context, coordinatorReactions, () => undefined)
        },
      )
    }),
  )
}
