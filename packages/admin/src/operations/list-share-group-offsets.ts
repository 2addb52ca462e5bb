import { describeShareGroupOffsetsApi } from '@odradek/protocol/apis/describe-share-group-offsets'
import type { KafkaError } from '@odradek/protocol'
import type { DescribeShareGroupOffsetsResponse } from '@odradek/protocol/messages/describe-share-group-offsets-response'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { answerError, collectOutcomes, coordinatorReactions, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems } from '../drivers/drive-items.ts'
import type { TopicPartition } from '../drivers/places.ts'
import { partitionsByTopic } from '../partitions-by-topic.ts'
import type { GroupOffsetsQuestion } from './list-consumer-group-offsets.ts'

/** Where a share group stands in its partitions. */
export interface ShareGroupOffsets {
  readonly groupId: string
  readonly offsets: readonly ShareGroupOffset[]
}

/** Where a share group stands in one partition. */
export interface ShareGroupOffset extends TopicPartition {
  /** All records before it are done with; null where the group has not begun. */
  readonly startOffset: bigint | null
  /** undefined where the broker does not say. */
  readonly leaderEpoch: number | undefined
  /** How many records are not done with yet (KIP-1226, Kafka 4.2); undefined where the broker does not say. */
  readonly lag: bigint | undefined
  readonly error?: KafkaError
}

type Question = string | GroupOffsetsQuestion

/** Asked of each group's coordinator, for all its groups at once (KIP-932, Kafka 4.1). */
export function listShareGroupOffsets(
  world: AdminWorld,
  groups: readonly Question[],
  options: CallOptions,
): AdminResults<Question, ShareGroupOffsets> {
  const idOf = (question: Question) => (typeof question === 'string' ? question : question.groupId)
  return runItemsCall(world, 'listShareGroupOffsets', groups, options, (call) =>
    driveItems(call, groups, coordinatorOf('group', idOf), async (items, place) => {
      const request = { groups: items.map((item) => ({ groupId: idOf(item), topics: wireTopics(item) })) }
      const answer = await call.send(place, describeShareGroupOffsetsApi, request)
      const byId = new Map(answer.groups.map((group) => [group.groupId, group]))
      return collectOutcomes(
        items,
        'DescribeShareGroupOffsets',
        (item) => byId.get(idOf(item)),
        (item, { errorCode, errorMessage, topics }) => {
          const groupId = idOf(item)
          const context = { api: 'DescribeShareGroupOffsets', resource: `group ${groupId}`, detail: errorMessage }
          return outcomeOf(errorCode, context, coordinatorReactions, () => ({
            groupId,
            offsets: topics.flatMap(({ topicName, partitions }) =>
              partitions.map((partition) => shareGroupOffset(topicName, partition)),
            ),
          }))
        },
      )
    }),
  )
}

function wireTopics(question: Question) {
  if (typeof question === 'string' || question.partitions === undefined) return null
  return [...partitionsByTopic(question.partitions)].map(([topicName, each]) => ({
    topicName,
    partitions: each.map(({ partition }) => partition),
  }))
}

function shareGroupOffset(
  topic: string,
  wire: DescribeShareGroupOffsetsResponse['groups'][number]['topics'][number]['partitions'][number],
): ShareGroupOffset {
  const { partitionIndex: partition, startOffset, leaderEpoch, lag, errorCode, errorMessage } = wire
  const context = { api: 'DescribeShareGroupOffsets', topic, partition, detail: errorMessage }
  return {
    topic,
    partition,
    startOffset: startOffset < 0n ? null : startOffset,
    leaderEpoch: startOffset < 0n || leaderEpoch < 0 ? undefined : leaderEpoch,
    lag: lag < 0n ? undefined : lag,
    ...(errorCode === 0 ? {} : { error: answerError(errorCode, context) }),
  }
}
