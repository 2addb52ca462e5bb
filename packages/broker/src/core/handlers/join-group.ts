// JoinGroup 0-9.
import { ErrorCode } from '@odradek/protocol'
import type { JoinGroupRequest } from '@odradek/protocol/messages/join-group-request'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { BrokerState } from '../broker-state.ts'
import { refuseJoin } from '../group/join-answer.ts'
import { beginGroupRequest } from './group-request.ts'
import type { BrokerRequest, Outcome } from '../request.ts'

/** Handles JoinGroup. */
export function handleJoinGroup(
  state: BrokerState,
  request: BrokerRequest<JoinGroupRequest>,
  nowMs: number,
): Outcome<JoinGroupResponse> {
  const { groupId, memberId, sessionTimeoutMs } = request.body
  const { groupMinSessionTimeoutMs, groupMaxSessionTimeoutMs } = state.config
  if (groupId === '') return refuseJoin(request, memberId, ErrorCode.INVALID_GROUP_ID)
  if (sessionTimeoutMs < groupMinSessionTimeoutMs || sessionTimeoutMs > groupMaxSessionTimeoutMs) {
    return refuseJoin(request, memberId, ErrorCode.INVALID_SESSION_TIMEOUT)
  }
  const error = beginGroupRequest(state, request, groupId, nowMs)
  if (error !== undefined) return refuseJoin(request, memberId, error)
  return state.groups.join(request, nowMs)
}
