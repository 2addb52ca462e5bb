// `simple`, the assignor of share groups (KIP-932): each member has a partition and each partition a member, several where there are
// more of the one than of the other.
import { addPartition } from '../topic-partitions.ts'
import type { AssignorInput, GroupAssignment, ServerAssignor } from './server-assignor.ts'

/** Assigns partitions to members that share them. */
export const simpleAssignor: ServerAssignor = {
  name: 'simple',
  assign({ members, partitionCounts, isHomogeneous }: AssignorInput): GroupAssignment {
    const assignment = new Map(members.map(({ memberId }) => [memberId, new Map<string, Set<number>>()]))
    const topicIds = [...partitionCounts.keys()]
    // Members with the same topics share all partitions together; others share topic by topic.
    for (const together of isHomogeneous ? [topicIds] : topicIds.map((topicId) => [topicId])) {
      const sharing = members.filter(({ topicIds: own }) => together.every((topicId) => own.has(topicId)))
      const partitions = together.flatMap((topicId) =>
        Array.from({ length: partitionCounts.get(topicId)! }, (_, partition) => ({ topicId, partition })),
      )
      if (sharing.length === 0 || partitions.length === 0) continue
      for (let turn = 0; turn < Math.max(sharing.length, partitions.length); turn++) {
        const { topicId, partition } = partitions[turn % partitions.length]!
        addPartition(assignment.get(sharing[turn % sharing.length]!.memberId)!, topicId, partition)
      }
    }
    return assignment
  },
}
