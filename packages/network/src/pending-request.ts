import type { KafkaError } from '@odradek/protocol'

import type { InFlightRequest } from './core/in-flight-requests.ts'
import type { AnyUnsentRequest } from './core/request-manager.ts'

/** Those of the requests whose time is over, and the others, in their order. */
export function splitLate(requests: readonly PendingRequest[], nowMs: number): [PendingRequest[], PendingRequest[]] {
  const isLate = ({ deadlineMs }: PendingRequest) => deadlineMs <= nowMs
  return [requests.filter(isLate), requests.filter((request) => !isLate(request))]
}

/**
 * A request on its way, from being handed over until it is settled. Sees to it that exactly one callback is called, once, and that an
 * exception in a callback reaches `onFatal` instead of the byte stream that happened to cause the call.
 */
export class PendingRequest implements InFlightRequest {
  readonly unsent: AnyUnsentRequest
  readonly deadlineMs: number
  /** Set when it is written. */
  correlationId = -1
  /** Set when it is written. */
  version = -1
  readonly #onFatal: (error: unknown) => void
  readonly #onFailed: (() => void) | undefined
  #isSettled = false

  /** `onFailed`: called after a failure was told to whoever wanted the answer, who may want something else now. */
  constructor(unsent: AnyUnsentRequest, nowMs: number, onFatal: (error: unknown) => void, onFailed?: () => void) {
    this.unsent = unsent
    this.deadlineMs = nowMs + unsent.timeoutMs
    this.#onFatal = onFatal
    this.#onFailed = onFailed
  }

  /** Whether the broker will not answer, so that being written is the end of it. */
  get expectsNoAnswer(): boolean {
    return this.unsent.onSent !== undefined
  }

  complete(response: unknown, nowMs: number): void {
    this.#settle(() => this.unsent.onResponse(response, this.version, nowMs))
  }

  sent(nowMs: number): void {
    this.#settle(() => this.unsent.onSent?.(nowMs))
  }

  fail(error: KafkaError, nowMs: number): void {
    if (this.#isSettled) return
    this.#settle(() => this.unsent.onFailure(error, nowMs))
    this.#onFailed?.()
  }

  #settle(call: () => void): void {
    if (this.#isSettled) return
    this.#isSettled = true
    try {
      call()
    } catch (error) {
      this.#onFatal(error)
    }
  }
}
