// FindCoordinator 0-6: the one broker coordinates everything. From version 4 on many keys are asked for at once (KIP-699).
import { ErrorCode, errorMessage, type MessageInput } from '@odradek/protocol'
import type { FindCoordinatorRequest } from '@odradek/protocol/messages/find-coordinator-request'
import type { FindCoordinatorResponse } from '@odradek/protocol/messages/find-coordinator-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

type Coordinator = MessageInput<FindCoordinatorResponse['coordinators'][number]>

const KEYS_SINCE = 4
const KEY_TYPES_WITH_COORDINATOR = [0, 1]

/** Handles FindCoordinator for groups (key type 0) and transactions (1); share groups (2) are not known here. */
export function handleFindCoordinator(
  state: BrokerState,
  { body, version }: BrokerRequest<FindCoordinatorRequest>,
): Outcome<FindCoordinatorResponse> {
  const found = KEY_TYPES_WITH_COORDINATOR.includes(body.keyType)
  const coordinator: Coordinator = found
    ? { nodeId: state.config.nodeId, ...state.endpoint, errorMessage: version < KEYS_SINCE ? 'NONE' : '' }
    : {
        nodeId: -1,
        host: '',
        port: -1,
        errorCode: ErrorCode.INVALID_REQUEST,
        errorMessage: errorMessage(ErrorCode.INVALID_REQUEST),
      }
  if (version < KEYS_SINCE) return answer(coordinator)
  return answer({ coordinators: body.coordinatorKeys.map((key) => ({ key, ...coordinator })) })
}
