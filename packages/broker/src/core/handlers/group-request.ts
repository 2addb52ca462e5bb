import { ErrorCode } from '@odradek/protocol'
import type { BrokerState } from '../broker-state.ts'
import { isCoordinator } from '../cluster/internal-topics.ts'
import type { BrokerRequest } from '../request.ts'

/** Begins a request about a group: undefined, or the error code of a broker that does not coordinate it. */
export function beginGroupRequest(
  state: BrokerState,
  { receivedAtMs }: BrokerRequest<unknown>,
  groupId: string,
  nowMs: number,
): number | undefined {
  state.groups.onRequest(receivedAtMs, nowMs)
  return isCoordinator(state, '__consumer_offsets', groupId) ? undefined : ErrorCode.NOT_COORDINATOR
}
