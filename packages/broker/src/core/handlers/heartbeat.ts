// Heartbeat 0-4.
import { ErrorCode } from '@odradek/protocol'
import type { HeartbeatRequest } from '@odradek/protocol/messages/heartbeat-request'
import type { HeartbeatResponse } from '@odradek/protocol/messages/heartbeat-response'
import type { BrokerState } from '../broker-state.ts'
import { beginGroupRequest } from './group-request.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

/** Handles Heartbeat. */
export function handleHeartbeat(
  state: BrokerState,
  request: BrokerRequest<HeartbeatRequest>,
  nowMs: number,
): Outcome<HeartbeatResponse> {
  const { body } = request
  if (body.groupId === '') return answer({ errorCode: ErrorCode.INVALID_GROUP_ID })
  const error = beginGroupRequest(state, request, body.groupId, nowMs)
  if (error !== undefined) return answer({ errorCode: error })
  return answer({ errorCode: state.groups.heartbeat(body, nowMs) })
}
