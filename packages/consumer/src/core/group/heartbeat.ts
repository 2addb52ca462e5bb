/** What Heartbeat is told. */
export interface HeartbeatOptions {
  readonly heartbeatIntervalMs: number
  readonly sessionTimeoutMs: number
  /** The rebalance timeout: how long the coordinator waits for members to join again before it goes on without them. */
  readonly maxPollIntervalMs: number
}

/**
 * When heartbeats are due and when the session with the coordinator is over. It keeps time only: the membership sends.
 * The session counts from when the last answered heartbeat was *sent*: the coordinator got it later than that, so it never gives our
 * partitions away before we know. In the same way a rebalance can have begun no earlier than the last heartbeat that was answered
 * without a word of one was sent: the rebalance timeout counts from there.
 */
export class Heartbeat {
  readonly #options: HeartbeatOptions
  #nextAtMs = Infinity
  #sessionEndsAtMs = Infinity
  #rebalanceEndsAtMs = Infinity
  /** Under KIP-848 the coordinator says how often. */
  #intervalMs: number
  #isInFlight = false
  #round = 0

  constructor(options: HeartbeatOptions) {
    this.#options = options
    this.#intervalMs = options.heartbeatIntervalMs
  }

  /** The coordinator took the member in. SyncGroup, which is still to come, makes its session begin later than this. */
  start(nowMs: number, intervalMs = this.#options.heartbeatIntervalMs): void {
    this.#round++
    this.#isInFlight = false
    this.#intervalMs = intervalMs
    this.#nextAtMs = nowMs + intervalMs
    this.#sessionEndsAtMs = nowMs + this.#options.sessionTimeoutMs
    this.#rebalanceEndsAtMs = nowMs + this.#options.maxPollIntervalMs
  }

  stop(): void {
    this.#round++
    this.#isInFlight = false
    this.#nextAtMs = Infinity
    this.#sessionEndsAtMs = Infinity
    this.#rebalanceEndsAtMs = Infinity
  }

  isDue(nowMs: number): boolean {
    return !this.#isInFlight && nowMs >= this.#nextAtMs
  }

  /** Whether the coordinator may have given our partitions away by now. */
  hasEnded(nowMs: number): boolean {
    return nowMs >= Math.min(this.#sessionEndsAtMs, this.#rebalanceEndsAtMs)
  }

  /** When something is to be done next. A heartbeat that is due and could not be sent waits for a connection, not for a time. */
  nextAtMs(nowMs: number): number {
    const beatAtMs = this.#isInFlight || this.#nextAtMs <= nowMs ? Infinity : this.#nextAtMs
    return Math.min(beatAtMs, this.#sessionEndsAtMs, this.#rebalanceEndsAtMs)
  }

  /** A heartbeat goes out. The answer comes back with the round that this returns; one of an earlier round counts for nothing. */
  onSent(nowMs: number): number {
    this.#isInFlight = true
    this.#nextAtMs = nowMs + this.#intervalMs
    return this.#round
  }

  /** The coordinator still knows the member; `isQuiet`: and there is no rebalance. Returns false for an answer to an earlier round. */
  onAnswer(round: number, sentAtMs: number, isQuiet: boolean, intervalMs = this.#intervalMs): boolean {
    if (round !== this.#round) return false
    this.#isInFlight = false
    this.#intervalMs = intervalMs
    this.#nextAtMs = sentAtMs + intervalMs
    this.#sessionEndsAtMs = sentAtMs + this.#options.sessionTimeoutMs
    if (isQuiet) this.#rebalanceEndsAtMs = sentAtMs + this.#options.maxPollIntervalMs
    return true
  }

  /** No answer, or one to try again after. Returns false for one to an earlier round. */
  onFailure(round: number, retryAtMs: number): boolean {
    if (round !== this.#round) return false
    this.#isInFlight = false
    this.#nextAtMs = Math.min(this.#nextAtMs, retryAtMs)
    return true
  }
}
