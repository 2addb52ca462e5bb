// A consumer's quota of bytes: Fetch reads no more than it allows at once, and an answer that is too much is left out.
import type { MessageInput } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { GatheringWriter } from '@odradek/protocol/internal'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { FetchResponse } from '@odradek/protocol/messages/fetch-response'
import type { BrokerState } from '../broker-state.ts'
import type { BrokerRequest } from '../request.ts'
import type { ClientQuotas, QuotaClient } from './client-quotas.ts'
import { quotaClientOf } from './request-quotas.ts'

/** What Kafka adds to the length of an answer's body. */
const HEADER_BYTES = 4

/** The most bytes that a Fetch may read by its client's quota; Infinity: as many as it likes. */
export function mostFetchBytes(state: BrokerState, request: BrokerRequest<FetchRequest>): number {
  const charged = chargedClient(state, request)
  return charged === undefined ? Infinity : charged.quotas.mostAtOnce(charged.client, 'consumer_byte_rate')
}

/**
 * Charges an answer to a Fetch. Undefined: it may go out. Else how long the client is to wait, in ms; an answer that does not go out costs
 * nothing.
 */
export function fetchThrottleMs(
  state: BrokerState,
  request: BrokerRequest<FetchRequest>,
  response: () => MessageInput<FetchResponse>,
  nowMs: number,
): number | undefined {
  const charged = chargedClient(state, request)
  if (charged === undefined) return undefined
  const { quotas, client } = charged
  // Only the length is wanted: the records are not copied for it.
  const writer = new GatheringWriter()
  fetchApi.response.encode(writer, response(), request.version)
  const bytes = HEADER_BYTES + writer.totalLength
  const throttleMs = quotas.use(client, 'consumer_byte_rate', bytes, nowMs)
  if (throttleMs === 0) return undefined
  quotas.use(client, 'consumer_byte_rate', -bytes, nowMs)
  return throttleMs
}

function chargedClient(
  state: BrokerState,
  { session, clientId }: BrokerRequest<FetchRequest>,
): { readonly quotas: ClientQuotas; readonly client: QuotaClient } | undefined {
  const { clientQuotas: quotas } = state
  if (quotas === undefined || session === undefined) return undefined
  const client = quotaClientOf(session, clientId)
  return quotas.limitOf(client, 'consumer_byte_rate') === undefined ? undefined : { quotas, client }
}
