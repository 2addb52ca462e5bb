// ConsumerGroupDescribe 0-1 (KIP-848).
import { ErrorCode, errorMessage, type MessageInput } from '@odradek/protocol'
import type { ConsumerGroupDescribeRequest } from '@odradek/protocol/messages/consumer-group-describe-request'
import type { ConsumerGroupDescribeResponse } from '@odradek/protocol/messages/consumer-group-describe-response'
import { GROUP_OPERATIONS, OPERATIONS_NOT_ASKED } from '../authorized-operations.ts'
import type { BrokerState } from '../broker-state.ts'
import type { ConsumerGroup, GroupTopics } from '../group/consumer/consumer-group.ts'
import type { ConsumerMember } from '../group/consumer/consumer-member.ts'
import { assignorOf } from '../group/consumer/target-assignment.ts'
import { type EpochPartitions, toList, type TopicPartitions } from '../group/topic-partitions.ts'
import { beginGroupRequest } from './group-request.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

type DescribedGroup = MessageInput<ConsumerGroupDescribeResponse['groups'][number]>
type DescribedMember = NonNullable<DescribedGroup['members']>[number]

const CLASSIC_MEMBER = 0
const CONSUMER_MEMBER = 1

/** Handles ConsumerGroupDescribe. */
export function handleConsumerGroupDescribe(
  state: BrokerState,
  request: BrokerRequest<ConsumerGroupDescribeRequest>,
  nowMs: number,
): Outcome<ConsumerGroupDescribeResponse> {
  const { body } = request
  const authorizedOperations = body.includeAuthorizedOperations ? GROUP_OPERATIONS : OPERATIONS_NOT_ASKED
  const groups = body.groupIds.map((groupId): DescribedGroup => {
    if (groupId === '') return { groupId, errorCode: ErrorCode.INVALID_GROUP_ID }
    const error = beginGroupRequest(state, request, groupId, nowMs)
    if (error !== undefined) return { groupId, errorCode: error, errorMessage: errorMessage(error) }
    const group = state.groups.group(groupId)
    if (group?.type === 'consumer') return { ...describe(group, state.topics), authorizedOperations }
    const text = group === undefined ? `Group ${groupId} not found.` : `Group ${groupId} is not a consumer group.`
    return { groupId, errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: text }
  })
  return answer({ groups })
}

function describe(group: ConsumerGroup, topics: GroupTopics): DescribedGroup {
  const { groupId, state: groupState, groupEpoch, assignmentEpoch } = group
  const members = [...group.members.values()].map((member) => describeMember(group, member, topics))
  return { groupId, groupState, groupEpoch, assignmentEpoch, assignorName: assignorOf(group).name, members }
}

function describeMember(group: ConsumerGroup, member: ConsumerMember, topics: GroupTopics): DescribedMember {
  const { memberId, instanceId, rackId, memberEpoch, clientId, clientHost, subscribedTopicNames } = member
  return {
    memberId,
    instanceId,
    rackId,
    memberEpoch,
    clientId,
    clientHost,
    subscribedTopicNames,
    subscribedTopicRegex: member.subscribedTopicRegex,
    assignment: named(member.assigned, topics),
    targetAssignment: named(group.targetOf(memberId), topics),
    memberType: member.classicMemberMetadata === null ? CONSUMER_MEMBER : CLASSIC_MEMBER,
  }
}

/** Topics that are gone are left out. */
function named(partitions: EpochPartitions | TopicPartitions, topics: GroupTopics): DescribedMember['assignment'] {
  const topicPartitions = toList(partitions).flatMap((entry) => {
    const topic = topics.byId(entry.topicId)
    return topic === undefined ? [] : [{ ...entry, topicName: topic.name }]
  })
  return { topicPartitions }
}
