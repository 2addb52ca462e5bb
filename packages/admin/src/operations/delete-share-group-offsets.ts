import { deleteShareGroupOffsetsApi } from '@odradek/protocol/apis/delete-share-group-offsets'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectOutcomes, coordinatorReactions, outcomeForAll, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems } from '../drivers/drive-items.ts'

/** Asked of the group's coordinator (KIP-932, Kafka 4.1): the group forgets whole topics. It must have no members. */
export function deleteShareGroupOffsets(
  world: AdminWorld,
  groupId: string,
  topics: readonly string[],
  options: CallOptions,
): AdminResults<string, void> {
  const lookup = coordinatorOf<string>('group', () => groupId)
  return runItemsCall(world, 'deleteShareGroupOffsets', topics, options, (call) =>
    driveItems<string, void>(call, topics, lookup, async (items, place) => {
      const request = { groupId, topics: items.map((topicName) => ({ topicName })) }
      const answer = await call.send(place, deleteShareGroupOffsetsApi, request)
      const api = 'DeleteShareGroupOffsets'
      const whole = { api, resource: `group ${groupId}`, detail: answer.errorMessage }
      const refused = outcomeForAll(items, answer.errorCode, whole, coordinatorReactions)
      if (refused !== undefined) return refused
      const byName = new Map(answer.responses.map((response) => [response.topicName, response]))
      return collectOutcomes(
        items,
        api,
        (topic) => byName.get(topic),
        (topic, { errorCode, errorMessage }) => {
          const context = { api, topic, detail: errorMessage }
          return outcomeOf(errorCode, context, coordinatorReactions, () => undefined)
        },
      )
    }),
  )
}
