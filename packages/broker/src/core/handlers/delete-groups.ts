// DeleteGroups 0-2: groups without members, with their committed offsets (KIP-229).
import { ErrorCode } from '@odradek/protocol'
import type { DeleteGroupsRequest } from '@odradek/protocol/messages/delete-groups-request'
import type { DeleteGroupsResponse } from '@odradek/protocol/messages/delete-groups-response'
import type { GroupDeleted } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import type { ShareGroup } from '../group/share/share-group.ts'
import { forgetTopic } from '../share/share-offsets.ts'
import { beginGroupRequest } from './group-request.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

/** Handles DeleteGroups. */
export function handleDeleteGroups(
  state: BrokerState,
  request: BrokerRequest<DeleteGroupsRequest>,
  nowMs: number,
): Outcome<DeleteGroupsResponse> {
  const { body } = request
  const records: GroupDeleted[] = []
  const results = [...new Set(body.groupsNames)].map((groupId) => {
    const error = beginGroupRequest(state, request, groupId, nowMs)
    if (error !== undefined) return { groupId, errorCode: error }
    const group = state.groups.group(groupId)
    if (group === undefined) return { groupId, errorCode: ErrorCode.GROUP_ID_NOT_FOUND }
    if (group.state !== 'Empty') return { groupId, errorCode: ErrorCode.NON_EMPTY_GROUP }
    const failure = group.type === 'share' ? forgetShared(state, group, nowMs) : ErrorCode.NONE
    if (failure !== ErrorCode.NONE) return { groupId, errorCode: failure }
    records.push({ type: 'group-deleted', groupId })
    return { groupId }
  })
  return answer({ results }, records)
}

function forgetShared(state: BrokerState, group: ShareGroup, nowMs: number): number {
  for (const topicId of group.initialized.keys()) {
    const error = forgetTopic(state, group, topicId, nowMs)
    if (error !== ErrorCode.NONE) return error
  }
  state.shares.remove(group.groupId)
  return ErrorCode.NONE
}
