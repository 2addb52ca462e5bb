// LeaveGroup 0-5: one member, or from version 3 on several (KIP-345).
import { ErrorCode } from '@odradek/protocol'
import type { LeaveGroupRequest } from '@odradek/protocol/messages/leave-group-request'
import type { LeaveGroupResponse } from '@odradek/protocol/messages/leave-group-response'
import type { BrokerState } from '../broker-state.ts'
import { beginGroupRequest } from './group-request.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

const MEMBERS_SINCE = 3

/** Handles LeaveGroup. */
export function handleLeaveGroup(
  state: BrokerState,
  request: BrokerRequest<LeaveGroupRequest>,
  nowMs: number,
): Outcome<LeaveGroupResponse> {
  const { body, version } = request
  if (body.groupId === '') return answer({ errorCode: ErrorCode.INVALID_GROUP_ID })
  const error = beginGroupRequest(state, request, body.groupId, nowMs)
  if (error !== undefined) return answer({ errorCode: error })
  const several = version >= MEMBERS_SINCE
  const leaving = several ? body.members : [{ memberId: body.memberId, groupInstanceId: null }]
  const { members, effects } = state.groups.leave(body.groupId, leaving, nowMs)
  const response = several ? { members } : { errorCode: members[0]!.errorCode }
  return { reply: { kind: 'answer', response }, ...effects }
}
