// ShareGroupDescribe 1 (KIP-932).
import { ErrorCode, errorMessage, type MessageInput } from '@odradek/protocol'
import type { ShareGroupDescribeRequest } from '@odradek/protocol/messages/share-group-describe-request'
import type { ShareGroupDescribeResponse } from '@odradek/protocol/messages/share-group-describe-response'
import { GROUP_OPERATIONS, OPERATIONS_NOT_ASKED } from '../authorized-operations.ts'
import type { BrokerState } from '../broker-state.ts'
import type { ShareGroup } from '../group/share/share-group.ts'
import { toList } from '../group/topic-partitions.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { beginGroupRequest } from './group-request.ts'

type DescribedGroup = MessageInput<ShareGroupDescribeResponse['groups'][number]>

/** Handles ShareGroupDescribe. */
export function handleShareGroupDescribe(
  state: BrokerState,
  request: BrokerRequest<ShareGroupDescribeRequest>,
  nowMs: number,
): Outcome<ShareGroupDescribeResponse> {
  const { groupIds, includeAuthorizedOperations } = request.body
  const authorizedOperations = includeAuthorizedOperations ? GROUP_OPERATIONS : OPERATIONS_NOT_ASKED
  const groups = groupIds.map((groupId): DescribedGroup => {
    if (groupId === '') return { groupId, errorCode: ErrorCode.INVALID_GROUP_ID }
    const error = beginGroupRequest(state, request, groupId, nowMs)
    if (error !== undefined) return { groupId, errorCode: error, errorMessage: errorMessage(error) }
    const group = state.groups.group(groupId)
    if (group?.type === 'share') return { ...describe(state, group), authorizedOperations }
    const text = group === undefined ? `Group ${groupId} not found.` : `Group ${groupId} is not a share group.`
    return { groupId, errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: text }
  })
  return answer({ groups })
}

function describe({ topics }: BrokerState, group: ShareGroup): DescribedGroup {
  const { groupId, state: groupState, groupEpoch, assignmentEpoch } = group
  const members = [...group.members.values()].map(({ assigned, ...member }) => {
    const topicPartitions = toList(assigned).flatMap((entry) => {
      const topic = topics.byId(entry.topicId)
      return topic === undefined ? [] : [{ ...entry, topicName: topic.name }]
    })
    const { memberId, rackId, memberEpoch, clientId, clientHost, subscribedTopicNames } = member
    const identity = { memberId, rackId, memberEpoch, clientId, clientHost }
    return { ...identity, subscribedTopicNames, assignment: { topicPartitions } }
  })
  return { groupId, groupState, groupEpoch, assignmentEpoch, assignorName: 'simple', members }
}
