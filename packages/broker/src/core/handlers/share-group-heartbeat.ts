// ShareGroupHeartbeat 1 (KIP-932).
import { ErrorCode, errorMessage } from '@odradek/protocol'
import type { ShareGroupHeartbeatRequest } from '@odradek/protocol/messages/share-group-heartbeat-request'
import type { ShareGroupHeartbeatResponse } from '@odradek/protocol/messages/share-group-heartbeat-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { beginSubscribed } from '../share/share-offsets.ts'
import { beginGroupRequest } from './group-request.ts'

/** Handles ShareGroupHeartbeat. */
export function handleShareGroupHeartbeat(
  state: BrokerState,
  request: BrokerRequest<ShareGroupHeartbeatRequest>,
  nowMs: number,
): Outcome<ShareGroupHeartbeatResponse> {
  const fault = faultOf(request.body)
  if (fault !== undefined) return answer({ errorCode: ErrorCode.INVALID_REQUEST, errorMessage: fault })
  const error = beginGroupRequest(state, request, request.body.groupId, nowMs)
  if (error !== undefined) return answer({ errorCode: error, errorMessage: errorMessage(error) })
  const outcome = state.groups.shareHeartbeat(request, nowMs)
  const group = state.groups.group(request.body.groupId)
  if (group?.type !== 'share') return outcome
  return { ...outcome, records: [...(outcome.records ?? []), ...beginSubscribed(state, group, nowMs)] }
}

function faultOf(body: ShareGroupHeartbeatRequest): string | undefined {
  if (body.memberId.trim() === '') return "MemberId can't be empty."
  if (body.groupId.trim() === '') return "GroupId can't be empty."
  if (body.rackId?.trim() === '') return "RackId can't be empty."
  if (body.memberEpoch === 0 && !body.subscribedTopicNames?.length) {
    return 'SubscribedTopicNames must be set in first request.'
  }
  return body.memberEpoch < -1 ? 'MemberEpoch is invalid.' : undefined
}
