import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectOutcomes, controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { controller } from '../drivers/places.ts'

/** A topic by its name, or by its id: then it is that very topic, and none that was made under the same name since. */
export type TopicOrId = string | { readonly topicId: string }

/** Asked of the controller, all in one request. */
export function deleteTopics(
  world: AdminWorld,
  topics: readonly TopicOrId[],
  options: CallOptions,
): AdminResults<TopicOrId, void> {
  return runItemsCall(world, 'deleteTopics', topics, options, (call) =>
    driveItems<TopicOrId, void>(call, topics, controller, async (items, place) => {
      const request = (version: number) => {
        const timeoutMs = call.brokerTimeoutMs
        if (version < 6) return { topicNames: items.map(String), timeoutMs }
        return {
          topics: items.map((item) => (typeof item === 'string' ? { name: item } : { name: null, ...item })),
          timeoutMs,
        }
      }
      const hasIds = items.some((item) => typeof item !== 'string')
      const limits = hasIds ? { minVersion: 6, minVersionFor: 'deleteTopics by id needs Kafka 2.8 or newer' } : {}
      const { responses } = await call.send(place, deleteTopicsApi, request, limits)
      const byName = new Map(responses.map((response) => [response.name, response]))
      const byId = new Map(responses.map((response) => [response.topicId, response]))
      return collectOutcomes(
        items,
        'DeleteTopics',
        (item) => (typeof item === 'string' ? byName.get(item) : byId.get(item.topicId)),
        (item, { errorCode, errorMessage }) => {
          const topic = typeof item === 'string' ? item : item.topicId
          const context = { api: 'DeleteTopics', topic, detail: errorMessage }
          return outcomeOf(errorCode, context, controllerReactions, () => undefined)
        },
      )
    }),
  )
}
