// DescribeGroups 0-6. A group that does not exist is Dead; from version 6 on it is GROUP_ID_NOT_FOUND as well (KIP-1043).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { DescribeGroupsRequest } from '@odradek/protocol/messages/describe-groups-request'
import type { DescribeGroupsResponse } from '@odradek/protocol/messages/describe-groups-response'
import { GROUP_OPERATIONS, OPERATIONS_NOT_ASKED } from '../authorized-operations.ts'
import type { BrokerState } from '../broker-state.ts'
import type { ClassicGroup } from '../group/classic-group.ts'
import { beginGroupRequest } from './group-request.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

type DescribedGroup = MessageInput<DescribeGroupsResponse['groups'][number]>

const NOT_FOUND_SINCE = 6

/** Handles DescribeGroups. */
export function handleDescribeGroups(
  state: BrokerState,
  request: BrokerRequest<DescribeGroupsRequest>,
  nowMs: number,
): Outcome<DescribeGroupsResponse> {
  const { body, version } = request
  const authorizedOperations = body.includeAuthorizedOperations ? GROUP_OPERATIONS : OPERATIONS_NOT_ASKED
  const groups = body.groups.map((groupId): DescribedGroup => {
    const error = beginGroupRequest(state, request, groupId, nowMs)
    if (error !== undefined) return { groupId, errorCode: error }
    const group = state.groups.group(groupId)
    if (group?.type === 'classic') return { ...describe(group), authorizedOperations }
    if (version < NOT_FOUND_SINCE) return { groupId, groupState: 'Dead', authorizedOperations }
    const errorMessage =
      group === undefined ? `Group ${groupId} not found.` : `Group ${groupId} is not a classic group.`
    return { groupId, groupState: 'Dead', errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage, authorizedOperations }
  })
  return answer({ groups })
}

function describe(group: ClassicGroup): DescribedGroup {
  const isStable = group.state === 'Stable'
  const members = [...group.members.values()].map((member) => ({
    memberId: member.memberId,
    groupInstanceId: member.groupInstanceId,
    clientId: member.clientId,
    clientHost: member.clientHost,
    // Before the group is stable there is no protocol of which to show what members said to it.
    memberMetadata: isStable ? group.subscriptionOf(member) : new Uint8Array(0),
    memberAssignment: isStable ? member.assignment : new Uint8Array(0),
  }))
  return {
    groupId: group.groupId,
    groupState: group.state,
    protocolType: group.protocolType ?? '',
    protocolData: isStable ? (group.protocol ?? '') : '',
    members,
  }
}
