import { listPartitionReassignmentsApi } from '@odradek/protocol/apis/list-partition-reassignments'

import { runCall } from '../admin-call.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveOne } from '../drivers/drive-items.ts'
import { controller, type TopicPartition } from '../drivers/places.ts'
import { partitionsByTopic } from '../partitions-by-topic.ts'

/** A partition whose replicas are being moved. */
export interface OngoingReassignment extends TopicPartition {
  /** All that it has now, those that come and those that go included. */
  readonly replicas: readonly number[]
  readonly addingReplicas: readonly number[]
  readonly removingReplicas: readonly number[]
}

/** What `listPartitionReassignments` may be told. */
export interface ListPartitionReassignmentsOptions extends CallOptions {
  /** @default all */
  readonly partitions?: readonly TopicPartition[]
}

/** Asked of the controller (KIP-455). */
export function listPartitionReassignments(
  world: AdminWorld,
  options: ListPartitionReassignmentsOptions,
): Promise<readonly OngoingReassignment[]> {
  const { partitions } = options
  return runCall(world, 'listPartitionReassignments', options, (call) =>
    driveOne(call, controller, async (place) => {
      const topics =
        partitions === undefined
          ? null
          : [...partitionsByTopic(partitions)].map(([name, each]) => ({
              name,
              partitionIndexes: each.map(({ partition }) => partition),
            }))
      const request = { timeoutMs: call.brokerTimeoutMs, topics }
      const answer = await call.send(place, listPartitionReassignmentsApi, request)
      const context = { api: 'ListPartitionReassignments', detail: answer.errorMessage }
      return outcomeOf(answer.errorCode, context, controllerReactions, () =>
        answer.topics.flatMap(({ name, partitions: moving }) =>
          moving.map(({ partitionIndex, replicas, addingReplicas, removingReplicas }) => ({
            topic: name,
            partition: partitionIndex,
            replicas,
            addingReplicas,
            removingReplicas,
          })),
        ),
      )
    }),
  )
}
