// ConsumerGroupHeartbeat 0-1 (KIP-848).
import type { ConsumerGroupHeartbeatRequest } from '@odradek/protocol/messages/consumer-group-heartbeat-request'
import type { ConsumerGroupHeartbeatResponse } from '@odradek/protocol/messages/consumer-group-heartbeat-response'
import type { BrokerState } from '../broker-state.ts'
import type { BrokerRequest, Outcome } from '../request.ts'

/** Handles ConsumerGroupHeartbeat. */
export function handleConsumerGroupHeartbeat(
  state: BrokerState,
  request: BrokerRequest<ConsumerGroupHeartbeatRequest>,
  nowMs: number,
): Outcome<ConsumerGroupHeartbeatResponse> {
  return state.groups.consumerHeartbeat(request, nowMs)
}
