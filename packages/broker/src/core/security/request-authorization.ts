// Asks the table of rules whether a client may have its request answered, wholly or in part.
import type { Ending } from '../ending.ts'
import type { BrokerState } from '../broker-state.ts'
import type { BrokerRequest } from '../request.ts'
import { authorizationRules } from './authorization-rules.ts'
import { supportedOperations } from './authorizer.ts'
import type { ClientSession } from './client-session.ts'

/** What is left of a request, or its answer; `finish` adds to the answer what was refused. */
export interface AuthorizedRequest {
  readonly request: BrokerRequest<object>
  readonly reply?: Ending
  readonly finish?: (response: object) => object
}

/** Judges a request by the rule of its API. An API without one is free for all. */
export function authorizeRequest(
  state: BrokerState,
  request: BrokerRequest<object>,
  session: ClientSession,
): AuthorizedRequest {
  const rule = authorizationRules.get(request.apiKey)
  if (rule === undefined) return { request }
  const { authorizer } = state
  const actor = { principal: session.principal, clientHost: request.clientHost }
  const { refuse, body, finish } = rule({
    body: request.body,
    version: request.version,
    state,
    may: (operation, resourceType, resourceName) => authorizer.allows(actor, operation, resourceType, resourceName),
    operations: (resourceType, resourceName) =>
      authorizer.operations(actor, supportedOperations[resourceType]!, resourceType, resourceName),
    maySome: (operation, resourceType) => authorizer.allowsSome(actor, operation, resourceType),
  })
  if (refuse !== undefined) return { request, reply: { kind: 'answer', response: refuse } }
  return { request: body === undefined ? request : { ...request, body }, ...(finish && { finish }) }
}
