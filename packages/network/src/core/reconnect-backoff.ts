import { exponentialBackoff } from './exponential-backoff.ts'

/** What ReconnectBackoff is told. A client's network options fit. */
export interface ReconnectBackoffOptions {
  readonly reconnectBackoffMs: number
  readonly reconnectBackoffMaxMs: number
  readonly socketConnectionSetupTimeoutMs: number
  readonly socketConnectionSetupTimeoutMaxMs: number
  readonly random: () => number
}

/** Whoever is refused for good reasons is refused again: the wait grows to this, in milliseconds, so that no account is locked for it. */
const REFUSED_BACKOFF_MAX_MS = 10_000

/** When one broker may be connected to again, and how long that may take: both grow with each failure in a row and fall back on success. */
export class ReconnectBackoff {
  readonly #options: ReconnectBackoffOptions
  #failures = 0
  #setupTimeouts = 0
  #refusals = 0
  #retryAtMs = -Infinity

  constructor(options: ReconnectBackoffOptions) {
    this.#options = options
  }

  /** Failures since the last success. */
  get failures(): number {
    return this.#failures
  }

  /** The earliest time of the next try. */
  get retryAtMs(): number {
    return this.#retryAtMs
  }

  canConnect(nowMs: number): boolean {
    return nowMs >= this.#retryAtMs
  }

  /** How long the next try may take, in milliseconds (KIP-601). */
  setupTimeoutMs(): number {
    const { socketConnectionSetupTimeoutMs, socketConnectionSetupTimeoutMaxMs, random } = this.#options
    return exponentialBackoff(
      this.#setupTimeouts,
      socketConnectionSetupTimeoutMs,
      socketConnectionSetupTimeoutMaxMs,
      random,
    )
  }

  /** The connection could not be opened, or was lost. `timedOut`: it took too long to open. */
  onFailure(nowMs: number, timedOut = false): void {
    const { reconnectBackoffMs, reconnectBackoffMaxMs, random } = this.#options
    this.#retryAtMs = nowMs + exponentialBackoff(this.#failures++, reconnectBackoffMs, reconnectBackoffMaxMs, random)
    if (timedOut) this.#setupTimeouts++
  }

  /** The other side does not trust us, or we do not trust it: to try at once again would change nothing. */
  onRefusal(nowMs: number): void {
    const { reconnectBackoffMaxMs, random } = this.#options
    const most = Math.max(REFUSED_BACKOFF_MAX_MS, reconnectBackoffMaxMs)
    this.#failures++
    this.#retryAtMs = nowMs + exponentialBackoff(this.#refusals++, reconnectBackoffMaxMs, most, random)
  }

  /** The connection is ready for requests. */
  onSuccess(): void {
    this.#refusals = 0
    this.#failures = 0
    this.#setupTimeouts = 0
    this.#retryAtMs = -Infinity
  }

  /** The connection was closed on purpose: the next may follow at once. */
  onClosed(): void {
    this.#retryAtMs = -Infinity
  }
}
