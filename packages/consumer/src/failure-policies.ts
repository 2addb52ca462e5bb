// What to do about records that fail, for `onFailure` of `run` and `typed`: they go to another topic, and count as handled once they are
// there. The consumer takes any producer with a `send` like Odradek's.
import { sayThrown } from '@odradek/network/internal'
import type { ConsumerRecord } from './consumer-record.ts'
import type { FailureHandler, FailureVerdict } from './run/record-runner.ts'

/** What of a producer is needed. */
export interface RecordSender {
  send(record: {
    topic: string
    key: Uint8Array | null
    value: Uint8Array | null
    headers: { key: string; value: Uint8Array | null }[]
  }): Promise<unknown>
}

/** Headers that tell where a failed record came from, and why it is here. */
export const failureHeaders = {
  topic: 'odradek-original-topic',
  partition: 'odradek-original-partition',
  offset: 'odradek-original-offset',
  error: 'odradek-error',
  attempts: 'odradek-attempts',
  dueAt: 'odradek-due-at',
} as const

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Failed records go to `topic`, with headers that tell where they come from and why, and count as handled. */
export function deadLetterTo(producer: RecordSender, topic: string): FailureHandler {
  return async (error, record): Promise<FailureVerdict> => {
    await producer.send({ topic, key: record.key, value: record.value, headers: headersFor(record, error, {}) })
    return 'skip'
  }
}

/** How failed records are tried again. */
export interface RetryOptions {
  /** Where they wait; a consumer of it handles them with `dueIn`. */
  readonly topic: string
  /** How long they wait there, in milliseconds; doubled with each attempt. */
  readonly delayMs: number
  /** Attempts in the retry topic before the record is given up. @default 3 */
  readonly maxAttempts?: number
  /** What then: by default `stop`. */
  readonly onGiveUp?: FailureHandler
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** Failed records go to the retry topic, to be handled after a delay; after `maxAttempts` of that, `onGiveUp` decides. */
export function retryLater(producer: RecordSender, options: RetryOptions): FailureHandler {
  const { topic, delayMs, maxAttempts = 3, onGiveUp, now = Date.now } = options
  return async (error, record): Promise<FailureVerdict> => {
    const attempts = attemptsOf(record) + 1
    if (attempts > maxAttempts) return onGiveUp === undefined ? 'stop' : onGiveUp(error, record)
    const dueAt = now() + delayMs * 2 ** (attempts - 1)
    const headers = headersFor(record, error, { attempts: String(attempts), dueAt: String(dueAt) })
    await producer.send({ topic, key: record.key, value: record.value, headers })
    return 'skip'
  }
}

/** How long a record of a retry topic has to wait yet, in milliseconds; 0 for any other. */
export function dueIn(record: ConsumerRecord, nowMs: number = Date.now()): number {
  const dueAt = Number(headerOf(record, failureHeaders.dueAt))
  return Number.isFinite(dueAt) ? Math.max(0, dueAt - nowMs) : 0
}

/** How often a record was put into a retry topic. */
export function attemptsOf(record: ConsumerRecord): number {
  const attempts = Number(headerOf(record, failureHeaders.attempts))
  return Number.isSafeInteger(attempts) ? attempts : 0
}

function headerOf(record: ConsumerRecord, name: string): string | undefined {
  const value = record.headers.findLast(({ key }) => key === name)?.value
  return value === undefined || value === null ? undefined : decoder.decode(value)
}

/** The record's own headers, and ours anew; the place of origin stays that of the first failure. */
function headersFor(
  record: ConsumerRecord,
  error: unknown,
  more: { attempts?: string; dueAt?: string },
): { key: string; value: Uint8Array | null }[] {
  const origin = {
    topic: headerOf(record, failureHeaders.topic) ?? record.topic,
    partition: headerOf(record, failureHeaders.partition) ?? String(record.partition),
    offset: headerOf(record, failureHeaders.offset) ?? String(record.offset),
    error: error instanceof Error ? error.message : sayThrown(error),
  }
  const ours = new Set<string>(Object.values(failureHeaders))
  const own = record.headers.filter(({ key }) => !ours.has(key)).map(({ key, value }) => ({ key, value }))
  const added = Object.entries({ ...origin, ...more }).map(([name, text]) => ({
    key: failureHeaders[name as keyof typeof failureHeaders],
    value: encoder.encode(text),
  }))
  return [...own, ...added]
}
