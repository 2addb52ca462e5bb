// What a request costs its client: bytes written and time of the broker. Bytes read are counted by Fetch itself, which sends none of them
// where they are too many.
import { produceApi } from '@odradek/protocol/apis/produce'
import type { Ending } from '../ending.ts'
import type { ClientSession } from '../security/client-session.ts'
import type { ClientQuotas, QuotaClient } from './client-quotas.ts'

/** A request of a client that has ended. */
export interface CostlyRequest {
  readonly apiKey: number
  readonly body: object
  readonly client: QuotaClient
  /** The length of its frame, in bytes. */
  readonly size: number
  /** How long it took to handle it, in ms. */
  readonly handlingMs: number
}

/** Whose quotas a request uses. */
export function quotaClientOf({ principal }: ClientSession, clientId: string): QuotaClient {
  return { user: principal.slice(principal.indexOf(':') + 1), clientId }
}

/** A thousandth of a second is a tenth of one per cent of it. */
const PERCENT_PER_MS = 0.1

/** Charges a request to its client. The ending says how long its connection is not to be listened to, and so does its answer. */
export function charge(quotas: ClientQuotas, request: CostlyRequest, ending: Ending, nowMs: number): Ending {
  if (ending.kind !== 'answer' && ending.kind !== 'silence') return ending
  const throttleMs = Math.max(
    bytesThrottleMs(quotas, request, ending, nowMs),
    timeThrottleMs(quotas, request, ending, nowMs),
  )
  if (throttleMs <= 0) return ending
  if (ending.kind === 'silence') return { ...ending, throttleMs }
  return { ...ending, response: { ...ending.response, throttleTimeMs: throttleMs }, throttleMs }
}

function bytesThrottleMs(quotas: ClientQuotas, request: CostlyRequest, ending: Ending, nowMs: number): number {
  const { apiKey, client, size } = request
  if (apiKey === produceApi.key) return quotas.use(client, 'producer_byte_rate', size, nowMs)
  const { throttleTimeMs = 0 } = ending.kind === 'answer' ? (ending.response as { throttleTimeMs?: number }) : {}
  return throttleTimeMs
}

/** Kafka's RequestQuotaManager: a client waits for one window at most. Time is nothing to one that wants no answer. */
function timeThrottleMs(quotas: ClientQuotas, request: CostlyRequest, ending: Ending, nowMs: number): number {
  if (ending.kind === 'silence') return 0
  const percent = request.handlingMs * PERCENT_PER_MS
  const throttleMs = quotas.use(request.client, 'request_percentage', percent, nowMs)
  return Math.min(throttleMs, quotas.windows.windowMs)
}
