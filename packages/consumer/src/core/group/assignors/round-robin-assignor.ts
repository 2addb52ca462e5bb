import type { TopicPartition } from '../../topic-partition.ts'
import { compareMembers, compareText, type PartitionAssignor } from './assignor.ts'

/**
 * Deals all partitions of all topics out one by one, in order of topic and partition, to the members in order of their ids; whoever does
 * not read a topic is passed over. As RoundRobinAssignor of Kafka 4.3.
 */
export const roundRobinAssignor: PartitionAssignor = {
  name: 'roundrobin',

  assign(partitionCounts, members) {
    const assignment = new Map<string, TopicPartition[]>(members.map((member) => [member.memberId, []]))
    const ordered = [...members]
      .sort(compareMembers)
      .map(({ memberId, topics }) => ({ memberId, topics: new Set(topics) }))
    const topics = [...new Set(members.flatMap((member) => member.topics))].sort(compareText)
    let turn = 0
    for (const topic of topics) {
      const count = partitionCounts.get(topic) ?? 0
      for (let partition = 0; partition < count; partition++) {
        while (!ordered[turn % ordered.length]!.topics.has(topic)) turn++
        assignment.get(ordered[turn++ % ordered.length]!.memberId)!.push({ topic, partition })
      }
    }
    return assignment
  },
}
