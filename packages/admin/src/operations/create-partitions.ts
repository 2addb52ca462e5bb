import { createPartitionsApi } from '@odradek/protocol/apis/create-partitions'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { ValidateOnlyOptions } from '../call-options.ts'
import { collectOutcomes, controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { controller } from '../drivers/places.ts'

/** How many partitions a topic is to have. */
export interface NewPartitions {
  readonly topic: string
  /** With those that there are. */
  readonly totalCount: number
  /** The replicas of each new partition, preferred leader first. @default chosen by the controller */
  readonly newAssignments?: readonly (readonly number[])[]
}

/** Asked of the controller, all in one request. */
export function createPartitions(
  world: AdminWorld,
  topics: readonly NewPartitions[],
  options: ValidateOnlyOptions,
): AdminResults<NewPartitions, void> {
  return runItemsCall(world, 'createPartitions', topics, options, (call) =>
    driveItems<NewPartitions, void>(call, topics, controller, async (items, place) => {
      const request = {
        topics: items.map(({ topic, totalCount, newAssignments }) => ({
          name: topic,
          count: totalCount,
          assignments: newAssignments?.map((brokerIds) => ({ brokerIds })) ?? null,
        })),
        timeoutMs: call.brokerTimeoutMs,
        validateOnly: options.validateOnly ?? false,
      }
      const { results } = await call.send(place, createPartitionsApi, request)
      const byName = new Map(results.map((result) => [result.name, result]))
      return collectOutcomes(
        items,
        'CreatePartitions',
        ({ topic }) => byName.get(topic),
        ({ topic }, { errorCode, errorMessage }) => {
          const context = { api: 'CreatePartitions', topic, detail: errorMessage }
          return outcomeOf(errorCode, context, controllerReactions, () => undefined)
        },
      )
    }),
  )
}
