// StreamsGroupHeartbeat 0 and StreamsGroupDescribe 0 (KIP-1071), as a Kafka answers whose feature `streams.version` is 0.
import { ErrorCode, errorMessage } from '@odradek/protocol'
import type { StreamsGroupDescribeRequest } from '@odradek/protocol/messages/streams-group-describe-request'
import type { StreamsGroupDescribeResponse } from '@odradek/protocol/messages/streams-group-describe-response'
import type { StreamsGroupHeartbeatResponse } from '@odradek/protocol/messages/streams-group-heartbeat-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

const errorCode = ErrorCode.UNSUPPORTED_VERSION

/** Refuses StreamsGroupHeartbeat. */
export function handleStreamsGroupHeartbeat(): Outcome<StreamsGroupHeartbeatResponse> {
  return answer({ errorCode, errorMessage: errorMessage(errorCode) })
}

/** Refuses StreamsGroupDescribe. */
export function handleStreamsGroupDescribe(
  _state: BrokerState,
  { body }: BrokerRequest<StreamsGroupDescribeRequest>,
): Outcome<StreamsGroupDescribeResponse> {
  return answer({
    groups: body.groupIds.map((groupId) => ({ groupId, errorCode, errorMessage: errorMessage(errorCode) })),
  })
}
