// `uniform` where all members subscribe to the same topics: balance before stickiness. Follows Kafka's UniformHomogeneousAssignmentBuilder.
import { addPartition, copyPartitions, removePartition } from '../topic-partitions.ts'
import type { AssignorInput, GroupAssignment } from './server-assignor.ts'

interface TopicPartition {
  readonly topicId: string
  readonly partition: number
}

/** Assigns partitions so that counts differ by at most one, and moves no more of them than that needs. */
export function assignHomogeneous({ members, partitionCounts }: AssignorInput): GroupAssignment {
  const topicIds = members[0]?.topicIds ?? new Set<string>()
  const assignment = new Map<string, Map<string, Set<number>>>()
  if (topicIds.size === 0) return assignment
  const unassigned = unassignedPartitions({ members, partitionCounts, topicIds })
  let total = 0
  for (const topicId of topicIds) total += partitionCounts.get(topicId)!
  const minimum = Math.floor(total / members.length)
  let extras = total % members.length
  const unfilled: { readonly partitions: Map<string, Set<number>>; readonly quota: number }[] = []
  for (const { memberId, assignment: old } of members) {
    let quota = minimum
    if (extras > 0) {
      quota++
      extras--
    }
    const partitions = copyPartitions(old)
    for (const [topicId, set] of old) {
      if (!topicIds.has(topicId)) {
        partitions.delete(topicId)
        continue
      }
      for (const partition of set) {
        if (partition >= partitionCounts.get(topicId)!) removePartition(partitions, topicId, partition)
        else if (quota > 0) quota--
        else {
          removePartition(partitions, topicId, partition)
          unassigned.push({ topicId, partition })
        }
      }
    }
    assignment.set(memberId, partitions)
    if (quota > 0) unfilled.push({ partitions, quota })
  }
  let next = 0
  for (const { partitions, quota } of unfilled) {
    for (let left = quota; left > 0 && next < unassigned.length; left--) {
      const { topicId, partition } = unassigned[next++]!
      addPartition(partitions, topicId, partition)
    }
  }
  return assignment
}

function unassignedPartitions({
  members,
  partitionCounts,
  topicIds,
}: Pick<AssignorInput, 'members' | 'partitionCounts'> & { topicIds: ReadonlySet<string> }): TopicPartition[] {
  const assigned = new Map<string, Set<number>>()
  for (const { assignment } of members) {
    for (const [topicId, set] of assignment) for (const partition of set) addPartition(assigned, topicId, partition)
  }
  const unassigned: TopicPartition[] = []
  for (const topicId of topicIds) {
    for (let partition = 0; partition < partitionCounts.get(topicId)!; partition++) {
      if (assigned.get(topicId)?.has(partition) !== true) unassigned.push({ topicId, partition })
    }
  }
  return unassigned
}
