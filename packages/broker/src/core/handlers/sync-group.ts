// SyncGroup 0-5.
import { ErrorCode } from '@odradek/protocol'
import type { SyncGroupRequest } from '@odradek/protocol/messages/sync-group-request'
import type { SyncGroupResponse } from '@odradek/protocol/messages/sync-group-response'
import type { BrokerState } from '../broker-state.ts'
import { beginGroupRequest } from './group-request.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

const PROTOCOL_SINCE = 5

/** Handles SyncGroup. */
export function handleSyncGroup(
  state: BrokerState,
  request: BrokerRequest<SyncGroupRequest>,
  nowMs: number,
): Outcome<SyncGroupResponse> {
  const { groupId, protocolType, protocolName } = request.body
  if (groupId === '') return answer({ errorCode: ErrorCode.INVALID_GROUP_ID })
  if (request.version >= PROTOCOL_SINCE && (protocolType === null || protocolName === null)) {
    return answer({ errorCode: ErrorCode.INCONSISTENT_GROUP_PROTOCOL })
  }
  const error = beginGroupRequest(state, request, groupId, nowMs)
  if (error !== undefined) return answer({ errorCode: error })
  return state.groups.sync(request, nowMs)
}
