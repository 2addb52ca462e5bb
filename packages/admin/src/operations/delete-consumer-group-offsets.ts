import { offsetDeleteApi } from '@odradek/protocol/apis/offset-delete'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectPartitionOutcomes, coordinatorReactions, outcomeForAll, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems } from '../drivers/drive-items.ts'
import type { TopicPartition } from '../drivers/places.ts'
import { partitionsByTopic } from '../partitions-by-topic.ts'

/** Asked of the group's coordinator. No member of the group may be subscribed to the topics. */
export function deleteConsumerGroupOffsets(
  world: AdminWorld,
  groupId: string,
  partitions: readonly TopicPartition[],
  options: CallOptions,
): AdminResults<TopicPartition, void> {
  const lookup = coordinatorOf<TopicPartition>('group', () => groupId)
  return runItemsCall(world, 'deleteConsumerGroupOffsets', partitions, options, (call) =>
    driveItems<TopicPartition, void>(call, partitions, lookup, async (items, place) => {
      const topics = [...partitionsByTopic(items)].map(([name, each]) => ({
        name,
        partitions: each.map(({ partition }) => ({ partitionIndex: partition })),
      }))
      const answer = await call.send(place, offsetDeleteApi, { groupId, topics })
      const whole = { api: 'OffsetDelete', resource: `group ${groupId}` }
      const refused = outcomeForAll(items, answer.errorCode, whole, coordinatorReactions)
      if (refused !== undefined) return refused
      return collectPartitionOutcomes(items, 'OffsetDelete', answer.topics, ({ topic, partition }, { errorCode }) => {
        const context = { api: 'OffsetDelete', topic, partition, detail: `The group is ${groupId}.` }
        return outcomeOf(errorCode, context, coordinatorReactions, () => undefined)
      })
    }),
  )
}
