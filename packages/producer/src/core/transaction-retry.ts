import { exponentialBackoff } from '@odradek/network/internal'
import type { KafkaError } from '@odradek/protocol'

/** What TransactionRetry is told; the options of TransactionManager fit. */
export interface TransactionRetryOptions {
  readonly retryBackoffMs: number
  readonly retryBackoffMaxMs: number
  readonly random: () => number
}

/** The markers of the transaction before are being written: that takes milliseconds (KAFKA-5482). */
const CONCURRENT_TRANSACTIONS_BACKOFF_MS = 20

/** When the next request of a transaction may be sent, after those that failed for a while. */
export class TransactionRetry {
  readonly #options: TransactionRetryOptions
  /** Why the last request has to be tried again; undefined after one that succeeded. */
  lastError: KafkaError | undefined
  /** Nothing is sent before. */
  atMs = -Infinity
  #failures = 0

  constructor(options: TransactionRetryOptions) {
    this.#options = options
  }

  /** A request failed; `isSoon`: what was in its way is gone in a moment. */
  later(error: KafkaError, nowMs: number, isSoon: boolean): void {
    this.lastError = error
    const { retryBackoffMs, retryBackoffMaxMs, random } = this.#options
    const backoffMs = exponentialBackoff(this.#failures++, retryBackoffMs, retryBackoffMaxMs, random)
    this.atMs = nowMs + (isSoon ? Math.min(backoffMs, CONCURRENT_TRANSACTIONS_BACKOFF_MS) : backoffMs)
  }

  /** A request succeeded. */
  reset(): void {
    this.#failures = 0
    this.lastError = undefined
    this.atMs = -Infinity
  }
}
