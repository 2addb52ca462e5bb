import type { TopicPartition } from '../topic-partition.ts'
import type { GroupMember, PartitionAssignor } from './assignor.ts'

/**
 * Kafka's default eager assignor: topic by topic, the members in order of their ids get neighbouring partitions, the first ones one more
 * where they do not divide evenly. As RangeAssignor of Kafka 4.3 without racks.
 */
export const rangeAssignor: PartitionAssignor = {
  name: 'range',

  assign(partitionCounts, members) {
    const assignment = new Map<string, TopicPartition[]>(members.map((member) => [member.memberId, []]))
    const ordered = [...members].sort(compareMembers)
    for (const [topic, subscribers] of subscribersByTopic(ordered)) {
      const count = partitionCounts.get(topic) ?? 0
      const share = Math.floor(count / subscribers.length)
      const remainder = count % subscribers.length
      let partition = 0
      subscribers.forEach((member, index) => {
        const owned = assignment.get(member.memberId)!
        const end = partition + share + (index < remainder ? 1 : 0)
        for (; partition < end; partition++) owned.push({ topic, partition })
      })
    }
    return assignment
  },
}

/** In order of topic names, so that an assignment does not depend on the order of subscriptions. */
function subscribersByTopic(members: readonly GroupMember[]): [string, GroupMember[]][] {
  const byTopic = new Map<string, GroupMember[]>()
  for (const member of members) {
    for (const topic of new Set(member.topics)) {
      const subscribers = byTopic.get(topic)
      if (subscribers === undefined) byTopic.set(topic, [member])
      else subscribers.push(member)
    }
  }
  return [...byTopic].sort(([a], [b]) => compareText(a, b))
}

/** Static members first, by instance id; then the others by member id (Java's AbstractPartitionAssignor.MemberInfo). */
function compareMembers(a: GroupMember, b: GroupMember): number {
  if (a.groupInstanceId !== null && b.groupInstanceId !== null) return compareText(a.groupInstanceId, b.groupInstanceId)
  if (a.groupInstanceId !== null) return -1
  if (b.groupInstanceId !== null) return 1
  return compareText(a.memberId, b.memberId)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
