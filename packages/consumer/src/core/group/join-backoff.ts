/** Failures in a row that are followed by another try at once: rebalances that overtake each other are normal. */
const PROMPT_RETRIES = 3

/** When a member may send its next JoinGroup: later with every failure, until it has become stable. */
export class JoinBackoff {
  /** Not before this time. */
  retryAtMs = -Infinity
  readonly #backoffMs: (attempts: number) => number
  #failures = 0

  constructor(backoffMs: (attempts: number) => number) {
    this.#backoffMs = backoffMs
  }

  /** The member is stable. */
  onSuccess(): void {
    this.#failures = 0
    this.retryAtMs = -Infinity
  }

  /** The same would fail again at once. */
  onFailure(nowMs: number): void {
    this.retryAtMs = nowMs + this.#backoffMs(this.#failures++)
  }

  /** Another rebalance came first: the next try waits only where that goes on and on. */
  onOvertaken(nowMs: number): void {
    const waits = ++this.#failures - PROMPT_RETRIES
    if (waits > 0) this.retryAtMs = nowMs + this.#backoffMs(waits - 1)
  }
}
