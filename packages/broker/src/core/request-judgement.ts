// What comes before and after every handler for a client that came through a listener: may it, and where does it find brokers.
import type { Ending } from './ending.ts'
import type { BrokerState } from './broker-state.ts'
import { endpointsOfListener } from './listener-endpoints.ts'
import type { BrokerRequest } from './request.ts'
import { authorizeRequest } from './security/request-authorization.ts'

/** What is done with a request: it is handled as `request`, or ends with `reply`; `finish` changes an answer. */
export interface Judgement {
  readonly request: BrokerRequest<object>
  readonly reply?: Ending
  readonly finish?: (response: object) => object
}

/** Judges a request. One from within may do everything, and its answer stays as it is. */
export function judgeRequest(state: BrokerState, request: BrokerRequest<object>): Judgement {
  const { session } = request
  if (session === undefined) return { request }
  const { brokers } = state.cluster
  const hasListeners = brokers.get(state.config.nodeId)?.listeners.length ?? 0
  const authorized = state.authorizer.settings.enabled ? authorizeRequest(state, request, session) : { request }
  if (hasListeners < 2) return authorized
  const finish = (response: object) =>
    endpointsOfListener(authorized.finish?.(response) ?? response, session.listener, brokers)
  return { ...authorized, finish }
}
