// ConsumerGroupHeartbeat 0-1 (KIP-848).
import type { ConsumerGroupHeartbeatRequest } from '@odradek/protocol/messages/consumer-group-heartbeat-request'
import type { ConsumerGroupHeartbeatResponse } from '@odradek/protocol/messages/consumer-group-heartbeat-response'
import { errorMessage } from '@odradek/protocol'
import { heartbeatFault } from '../group/consumer/heartbeat-validation.ts'
import type { BrokerState } from '../broker-state.ts'
import { beginGroupRequest } from './group-request.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

/** Handles ConsumerGroupHeartbeat. */
export function handleConsumerGroupHeartbeat(
  state: BrokerState,
  request: BrokerRequest<ConsumerGroupHeartbeatRequest>,
  nowMs: number,
): Outcome<ConsumerGroupHeartbeatResponse> {
  const fault = heartbeatFault(request.body, request.version)
  if (fault !== undefined) return answer(fault)
  const error = beginGroupRequest(state, request, request.body.groupId, nowMs)
  if (error !== undefined) return answer({ errorCode: error, errorMessage: errorMessage(error) })
  return state.groups.consumerHeartbeat(request, nowMs)
}
