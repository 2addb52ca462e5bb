import { alterPartitionReassignmentsApi } from '@odradek/protocol/apis/alter-partition-reassignments'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectPartitionOutcomes, controllerReactions, outcomeForAll, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { controller, type TopicPartition } from '../drivers/places.ts'
import { partitionsByTopic } from '../partitions-by-topic.ts'

/** Where a partition's replicas are to be. */
export interface PartitionReassignment extends TopicPartition {
  /** Node ids, the preferred leader first; null calls off the reassignment that is under way. */
  readonly targetReplicas: readonly number[] | null
}

/** What `alterPartitionReassignments` may be told. */
export interface AlterPartitionReassignmentsOptions extends CallOptions {
  /** Whether a partition may get more or fewer replicas than it has (KIP-860, Kafka 4.1). @default true */
  readonly allowReplicationFactorChange?: boolean
}

/** Asked of the controller, all in one request (KIP-455). It begins the moves; `listPartitionReassignments` shows how far they are. */
export function alterPartitionReassignments(
  world: AdminWorld,
  reassignments: readonly PartitionReassignment[],
  options: AlterPartitionReassignmentsOptions,
): AdminResults<PartitionReassignment, void> {
  const { allowReplicationFactorChange = true } = options
  const limits = allowReplicationFactorChange
    ? {}
    : { minVersion: 1, minVersionFor: 'allowReplicationFactorChange: false needs Kafka 4.1 or newer' }
  return runItemsCall(world, 'alterPartitionReassignments', reassignments, options, (call) =>
    driveItems<PartitionReassignment, void>(call, reassignments, controller, async (items, place) => {
      const request = {
        timeoutMs: call.brokerTimeoutMs,
        ...(allowReplicationFactorChange ? {} : { allowReplicationFactorChange }),
        topics: [...partitionsByTopic(items)].map(([name, partitions]) => ({
          name,
          partitions: partitions.map(({ partition, targetReplicas }) => ({
            partitionIndex: partition,
            replicas: targetReplicas,
          })),
        })),
      }
      const answer = await call.send(place, alterPartitionReassignmentsApi, request, limits)
      const api = 'AlterPartitionReassignments'
      const whole = { api, detail: answer.errorMessage }
      const refused = outcomeForAll(items, answer.errorCode, whole, controllerReactions)
      if (refused !== undefined) return refused
      return collectPartitionOutcomes(
        items,
        api,
        answer.responses,
        ({ topic, partition }, { errorCode, errorMessage }) => {
          const context = { api, topic, partition, detail: errorMessage }
          return outcomeOf(errorCode, context, controllerReactions, () => undefined)
        },
      )
    }),
  )
}
