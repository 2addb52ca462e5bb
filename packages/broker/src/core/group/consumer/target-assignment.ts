// Computes who is to have which partitions, and the records for what has changed (Kafka's TargetAssignmentBuilder).
import { rangeAssignor } from '../assignors/range-assignor.ts'
import type { AssignorMember, ServerAssignor } from '../assignors/server-assignor.ts'
import { uniformAssignor } from '../assignors/uniform-assignor.ts'
import type { GroupRecord } from '../records/group-record.ts'
import { NO_PARTITIONS, samePartitions, toList } from '../topic-partitions.ts'
import type { ConsumerGroup, GroupTopics } from './consumer-group.ts'
import type { ConsumerMember } from './consumer-member.ts'

/** The assignors by name, the preferred one first (`group.consumer.assignors`). */
export const consumerGroupAssignors: ReadonlyMap<string, ServerAssignor> = new Map(
  [uniformAssignor, rangeAssignor].map((assignor) => [assignor.name, assignor]),
)

/** The assignor of a group: the one that most members ask for, or else the first. */
export function assignorOf(group: ConsumerGroup): ServerAssignor {
  return consumerGroupAssignors.get(group.preferredAssignor ?? '') ?? uniformAssignor
}

/** The ids of the topics that a member subscribes to and that exist. */
export function subscribedTopicIds(group: ConsumerGroup, member: ConsumerMember, topics: GroupTopics): Set<string> {
  const ids = new Set<string>()
  for (const name of group.topicNamesOf(member)) {
    const topic = topics.byName(name)
    if (topic !== undefined) ids.add(topic.topicId)
  }
  return ids
}

/** The records of a new target assignment, its epoch last. */
export function computeTarget(group: ConsumerGroup, topics: GroupTopics, wallClockMs: number): GroupRecord[] {
  const { groupId } = group
  const members = [...group.members.values()].map((member): AssignorMember => {
    const { memberId, instanceId, rackId } = member
    const topicIds = subscribedTopicIds(group, member, topics)
    return { memberId, instanceId, rackId, topicIds, assignment: group.targetOf(memberId) }
  })
  const partitionCounts = new Map<string, number>()
  for (const { topicIds } of members) {
    for (const topicId of topicIds) partitionCounts.set(topicId, topics.byId(topicId)!.partitions.length)
  }
  const assigned = assignorOf(group).assign({ members, partitionCounts, isHomogeneous: isHomogeneous(members) })
  const records: GroupRecord[] = []
  for (const { memberId } of members) {
    const before = group.targets.get(memberId)
    const after = assigned.get(memberId) ?? NO_PARTITIONS
    if (before !== undefined && samePartitions(before, after)) continue
    const value = { topicPartitions: toList(after) }
    records.push({ type: 'consumerGroupTargetAssignmentMember', key: { groupId, memberId }, value })
  }
  const value = { assignmentEpoch: group.groupEpoch, assignmentTimestamp: BigInt(wallClockMs) }
  records.push({ type: 'consumerGroupTargetAssignmentMetadata', key: { groupId }, value })
  return records
}

function isHomogeneous(members: readonly AssignorMember[]): boolean {
  const first = members[0]?.topicIds ?? new Set()
  return members.every(({ topicIds }) => topicIds.size === first.size && [...topicIds].every((id) => first.has(id)))
}
