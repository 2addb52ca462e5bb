import { type TopicPartition, topicPartitionKey } from './topic-partition.ts'

/**
 * What the user of a consumer is doing:
 * - `away`: no loop runs, or it has ended;
 * - `waiting`: the next record was asked for and none was there;
 * - `handling`: a record or batch is with the user's code.
 */
export type UserPhase = 'away' | 'waiting' | 'handling'

/** Written by the iterators, read by the cores. Plain fields: they are touched once a record. */
export class UserActivity {
  /** How often a record or batch was asked for; the end of a wait for nothing counts as well. */
  asks = 0
  phase: UserPhase = 'away'
  /** The partition of what is with the user, in phase `handling`; undefined where it may be of several. */
  partitionKey: string | undefined

  /** Set while records of several partitions are worked on at once. */
  isBusyWith: ((partitions: readonly TopicPartition[]) => boolean) | undefined

  /** Set with it: the record whose work was begun first and has not ended. One that hangs is not excused by others that end. */
  oldestInWork: (() => TopicPartition | undefined) | undefined

  /** Nothing came in the time that the user had for it. Asking ends only now; whoever asks no more does not wait. */
  endWait(): void {
    this.asks++
    if (this.phase === 'waiting') this.phase = 'away'
  }

  /** Changes whenever the user gets on. */
  get progress(): unknown {
    return this.oldestInWork?.() ?? this.asks
  }

  /** The partition of what has been with the user for longest; undefined where it may be of several. */
  get slowestPartitionKey(): string | undefined {
    const oldest = this.oldestInWork?.()
    return oldest === undefined ? this.partitionKey : topicPartitionKey(oldest)
  }

  /** Whether something of these partitions is with the user. */
  isHandling(partitions: readonly TopicPartition[]): boolean {
    if (this.isBusyWith !== undefined && this.phase !== 'away') return this.isBusyWith(partitions)
    if (this.phase !== 'handling') return false
    const { partitionKey } = this
    return partitionKey === undefined || partitions.some((tp) => topicPartitionKey(tp) === partitionKey)
  }
}

/** The share of maxPollIntervalMs after which a warning is due. */
const WARNING_SHARE = 0.8

/** Watches that the user asks for records at least every maxPollIntervalMs (Kafka's max.poll.interval.ms). */
export class PollInterval {
  readonly #activity: UserActivity
  readonly #maxPollIntervalMs: number
  readonly #listening: () => object | undefined
  #seenListening: object | undefined
  #seen: unknown = 0
  #endsAtMs = Infinity
  #warnsAtMs = Infinity
  #hasWarned = false

  /** `listening`: what the rebalance listener is being told; another object each time. */
  constructor(
    activity: UserActivity,
    maxPollIntervalMs: number,
    listening: () => object | undefined = () => undefined,
  ) {
    this.#activity = activity
    this.#maxPollIntervalMs = maxPollIntervalMs
    this.#listening = listening
  }

  /** The interval begins anew. */
  restart(nowMs: number): void {
    this.#seen = this.#activity.progress
    this.#endsAtMs = nowMs + this.#maxPollIntervalMs
    this.#warnsAtMs = nowMs + this.#maxPollIntervalMs * WARNING_SHARE
    this.#hasWarned = false
  }

  /**
   * Whether nothing was asked for during the interval, or a handler of several that run has not ended, or the rebalance listener has not:
   * no ask excuses that. Asking does not look at the clock, so an ask counts from when this is next called: at every heartbeat.
   */
  hasEnded(nowMs: number): boolean {
    const listening = this.#listening()
    const isSame = listening === this.#seenListening
    this.#seenListening = listening
    if (this.hasBeenAsked && !(isSame && listening !== undefined)) this.restart(nowMs)
    return nowMs >= this.#endsAtMs
  }

  /** Whether the interval is nearly over (four fifths of it), for the first time since something was asked for. */
  isNearEnd(nowMs: number): boolean {
    if (this.#hasWarned || this.hasEnded(nowMs) || nowMs < this.#warnsAtMs) return false
    this.#hasWarned = true
    return true
  }

  /** Whether something is asked for, or was since the interval was last looked at. */
  get hasBeenAsked(): boolean {
    return this.#activity.phase === 'waiting' || this.#activity.progress !== this.#seen
  }

  /** When the interval is over; Infinity before anything was asked for. */
  get endsAtMs(): number {
    return this.#endsAtMs
  }

  /** When to look again for whoever warns: at the warning, then at the end. */
  get nextLookAtMs(): number {
    return this.#hasWarned ? this.#endsAtMs : Math.min(this.#warnsAtMs, this.#endsAtMs)
  }
}
