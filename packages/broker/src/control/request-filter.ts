import type { Api } from '@odradek/protocol'
import type { SeenRequest } from './seen-request.ts'

/** Which requests are meant; what is left out excludes none. */
export interface RequestFilter<Request = object, Response = object> {
  readonly api?: Api<Request, Response>
  /** The client's id, or a pattern of it. */
  readonly clientId?: string | RegExp
  /** A topic that the request is about. */
  readonly topic?: string
  /** The broker that the request comes to. */
  readonly nodeId?: number
  /** Anything else that tells the requests meant. */
  readonly where?: (request: SeenRequest<Request>) => boolean
}

/** An API stands for a filter with nothing but it. */
export type ApiOrFilter<Request, Response> = Api<Request, Response> | RequestFilter<Request, Response>

/** The filter that is meant by what a user gave. */
export function filterOf<Request, Response>(given: ApiOrFilter<Request, Response>): RequestFilter<Request, Response> {
  return isApi(given) ? { api: given } : given
}

function isApi<Request, Response>(given: ApiOrFilter<Request, Response>): given is Api<Request, Response> {
  return 'key' in given && 'request' in given
}

/** Whether a request is one of those that are meant. */
export function matches<Request, Response>(
  filter: RequestFilter<Request, Response>,
  request: SeenRequest,
): request is SeenRequest<Request> & SeenRequest {
  const { api, clientId, topic, nodeId, where } = filter
  if (api !== undefined && api.key !== request.apiKey) return false
  if (nodeId !== undefined && nodeId !== request.nodeId) return false
  if (typeof clientId === 'string' && clientId !== request.clientId) return false
  if (clientId instanceof RegExp && !clientId.test(request.clientId)) return false
  if (topic !== undefined && !request.topics.includes(topic)) return false
  // The API, where one is given, says what the body is.
  return where === undefined || where(request as SeenRequest<Request>)
}

/** A filter in words, for messages. */
export function describeFilter<Request, Response>(filter: RequestFilter<Request, Response>): string {
  const parts = [filter.api?.name ?? 'request']
  if (filter.clientId !== undefined) parts.push(`of client ${String(filter.clientId)}`)
  if (filter.topic !== undefined) parts.push(`about topic ${filter.topic}`)
  if (filter.nodeId !== undefined) parts.push(`to broker ${filter.nodeId}`)
  if (filter.where !== undefined) parts.push('with the wanted contents')
  return parts.join(' ')
}
