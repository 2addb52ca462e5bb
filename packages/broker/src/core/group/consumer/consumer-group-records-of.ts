import type { ClassicGroup } from '../classic-group.ts'
import { decodeAssignment, decodeSubscription, withTopicIds } from '../embedded-protocol.ts'
import type { GroupMember } from '../group-member.ts'
import type { GroupRecord } from '../records/group-record.ts'
import { type EpochPartitions, fromList, toList } from '../topic-partitions.ts'
import type { GroupTopics } from './consumer-group.ts'
import { assignmentValue, type ConsumerMember, metadataOf, newConsumerMember } from './consumer-member.ts'

/**
 * The records of the consumer group that a classic group of consumers becomes: its generation is the group's epoch, what its members have
 * is their target. Undefined where a member has said something that no consumer says.
 */
export function consumerGroupRecordsOf(classic: ClassicGroup, topics: GroupTopics): GroupRecord[] | undefined {
  const { groupId, generation } = classic
  const members: ConsumerMember[] = []
  for (const member of classic.members.values()) {
    const converted = consumerMemberOf(classic, member, topics)
    if (converted === undefined) return undefined
    members.push(converted)
  }
  const keyOf = ({ memberId }: ConsumerMember) => ({ groupId, memberId })
  return [
    ...members.map((member): GroupRecord => {
      return { type: 'consumerGroupMemberMetadata', key: keyOf(member), value: metadataOf(member) }
    }),
    // The hash of no topics: whoever joins raises the epoch in any case.
    { type: 'consumerGroupMetadata', key: { groupId }, value: { epoch: generation, metadataHash: 0n } },
    ...members.map((member): GroupRecord => {
      const value = { topicPartitions: toList(member.assigned) }
      return { type: 'consumerGroupTargetAssignmentMember', key: keyOf(member), value }
    }),
    {
      type: 'consumerGroupTargetAssignmentMetadata',
      key: { groupId },
      value: { assignmentEpoch: generation, assignmentTimestamp: 0n },
    },
    ...members.map((member): GroupRecord => {
      return { type: 'consumerGroupCurrentMemberAssignment', key: keyOf(member), value: assignmentValue(member) }
    }),
  ]
}

function consumerMemberOf(
  { generation, protocol }: ClassicGroup,
  member: GroupMember,
  topics: GroupTopics,
): ConsumerMember | undefined {
  const { memberId, groupInstanceId: instanceId, clientId, clientHost, rebalanceTimeoutMs, sessionTimeoutMs } = member
  // In its first rebalance the group has no protocol yet.
  const offer = member.protocols.find(({ name }) => name === protocol) ?? member.protocols[0]
  const subscription = offer === undefined ? undefined : decodeSubscription(offer.metadata)
  const assignment = decodeAssignment(member.assignment)
  if (subscription === undefined || assignment === undefined) return undefined
  const supportedProtocols = member.protocols.map(({ name, metadata }) => ({ name, metadata }))
  return {
    ...newConsumerMember(memberId),
    instanceId,
    clientId,
    clientHost,
    rackId: subscription.rackId,
    rebalanceTimeoutMs,
    subscribedTopicNames: [...new Set(subscription.topics)].sort(),
    classicMemberMetadata: { sessionTimeoutMs, supportedProtocols },
    memberEpoch: generation,
    previousMemberEpoch: generation,
    assigned: sinceEpoch(fromList(withTopicIds(assignment, topics)), generation),
  }
}

function sinceEpoch(partitions: ReturnType<typeof fromList>, epoch: number): EpochPartitions {
  return new Map(
    [...partitions].map(([topicId, set]) => [topicId, new Map([...set].map((partition) => [partition, epoch]))]),
  )
}
