import { ErrorCode } from '@odradek/protocol'
import { electLeadersApi } from '@odradek/protocol/apis/elect-leaders'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { answerError, controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveOne } from '../drivers/drive-items.ts'
import { controller, type TopicPartition } from '../drivers/places.ts'
import type { ItemResult } from '../item-result.ts'
import { partitionsByTopic } from '../partitions-by-topic.ts'

/**
 * `PREFERRED`: the first replica of each partition is to lead it. `UNCLEAN`: any replica that is there, where none in sync is:
 * records that it has not copied are lost.
 */
export type ElectionType = 'PREFERRED' | 'UNCLEAN'

/** What came of an election. */
export interface ElectedLeader extends TopicPartition {
  /** false: the partition had the leader that it should have. */
  readonly isElected: boolean
}

/** What `electLeaders` may be told. */
export interface ElectLeadersOptions extends CallOptions {
  /** @default all that need it: the results then name those alone that were tried */
  readonly partitions?: readonly TopicPartition[]
}

/** Asked of the controller (KIP-183, KIP-460). */
export function electLeaders(
  world: AdminWorld,
  electionType: ElectionType,
  options: ElectLeadersOptions,
): AdminResults<TopicPartition, ElectedLeader> {
  const { partitions } = options
  return runItemsCall(world, 'electLeaders', partitions ?? [], options, async (call) => {
    const api = 'ElectLeaders'
    const topicPartitions =
      partitions === undefined
        ? null
        : [...partitionsByTopic(partitions)].map(([topic, each]) => ({
            topic,
            partitions: each.map(({ partition }) => partition),
          }))
    const isUnclean = electionType === 'UNCLEAN'
    const limits = isUnclean ? { minVersion: 1, minVersionFor: 'UNCLEAN elections need Kafka 2.4 or newer' } : {}
    const answer = await driveOne(call, controller, async (place) => {
      const request = (version: number) => ({
        topicPartitions,
        timeoutMs: call.brokerTimeoutMs,
        ...(version >= 1 ? { electionType: isUnclean ? 1 : 0 } : {}),
      })
      const { errorCode, replicaElectionResults } = await call.send(place, electLeadersApi, request, limits)
      return outcomeOf(errorCode, { api }, controllerReactions, () => replicaElectionResults)
    })
    return answer.flatMap(({ topic, partitionResult }) =>
      partitionResult.map(({ partitionId, errorCode, errorMessage }): ItemResult<TopicPartition, ElectedLeader> => {
        const item = { topic, partition: partitionId }
        if (errorCode === ErrorCode.NONE) return { item, value: { ...item, isElected: true } }
        if (errorCode === ErrorCode.ELECTION_NOT_NEEDED) return { item, value: { ...item, isElected: false } }
        return { item, error: answerError(errorCode, { api, ...item, detail: errorMessage }) }
      }),
    )
  })
}
