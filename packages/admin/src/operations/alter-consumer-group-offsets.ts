import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectPartitionOutcomes, coordinatorReactions, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems } from '../drivers/drive-items.ts'
import type { TopicPartition } from '../drivers/places.ts'
import { partitionsByTopic } from '../partitions-by-topic.ts'

/** What a group is to have committed for a partition. */
export interface OffsetToCommit extends TopicPartition {
  /** The next offset to read. */
  readonly offset: bigint
  /** @default none */
  readonly leaderEpoch?: number
  /** @default '' */
  readonly metadata?: string
}

/** The last version that names topics and not their ids. */
const LAST_BY_NAME = 9

/** Asked of the group's coordinator. The group must have no members that read the partitions. */
export function alterConsumerGroupOffsets(
  world: AdminWorld,
  groupId: string,
  offsets: readonly OffsetToCommit[],
  options: CallOptions,
): AdminResults<OffsetToCommit, void> {
  const lookup = coordinatorOf<OffsetToCommit>('group', () => groupId)
  return runItemsCall(world, 'alterConsumerGroupOffsets', offsets, options, (call) =>
    driveItems<OffsetToCommit, void>(call, offsets, lookup, async (items, place) => {
      const request = (version: number) => ({
        groupId,
        generationIdOrMemberEpoch: -1,
        topics: [...partitionsByTopic(items)].map(([name, partitions]) => ({
          name,
          partitions: partitions.map(({ partition, offset, leaderEpoch, metadata = '' }) => ({
            partitionIndex: partition,
            committedOffset: offset,
            committedMetadata: metadata,
            ...(version >= 6 && leaderEpoch !== undefined ? { committedLeaderEpoch: leaderEpoch } : {}),
          })),
        })),
      })
      const answer = await call.send(place, offsetCommitApi, request, { minVersion: 1, maxVersion: LAST_BY_NAME })
      return collectPartitionOutcomes(items, 'OffsetCommit', answer.topics, ({ topic, partition }, { errorCode }) => {
        const context = { api: 'OffsetCommit', topic, partition, detail: `The group is ${groupId}.` }
        return outcomeOf(errorCode, context, coordinatorReactions, () => undefined)
      })
    }),
  )
}
