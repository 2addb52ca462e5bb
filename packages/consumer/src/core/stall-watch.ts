// Sees when a consumer that should get on does not: a loud word in place of a silence that looks like an empty topic.
import type { PollResult, RequestManager } from '@odradek/network/internal'
import type { ConsumerEvent, ConsumerEvents, ConsumerSignal } from './consumer-events.ts'
import type { FetchBuffer } from './fetch/fetch-buffer.ts'
import type { AssignedPartition, SubscriptionState } from './offsets/subscription-state.ts'
import type { UserActivity } from './user-activity.ts'

/** What StallWatch looks at. */
export interface StallWatchDependencies {
  readonly subscription: SubscriptionState
  readonly fetchBuffer: FetchBuffer
  readonly activity: UserActivity
  readonly events: ConsumerEvents
}

interface Seen {
  readonly position: bigint | undefined
  readonly sinceMs: number
}

/**
 * A partition stalls where the user waits, nothing of it is buffered or held back, and for `stallTimeoutMs` it has no position, or its
 * position is short of the end that its leader told and does not move.
 */
export class StallWatch implements RequestManager<ConsumerEvent | ConsumerSignal> {
  readonly #stallTimeoutMs: number
  readonly #on: StallWatchDependencies
  #seen = new Map<AssignedPartition, Seen>()
  #nextLookMs = -Infinity

  constructor(stallTimeoutMs: number, dependencies: StallWatchDependencies) {
    this.#stallTimeoutMs = stallTimeoutMs
    this.#on = dependencies
  }

  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    const { subscription, events } = this.#on
    if (subscription.size === 0) {
      this.#seen.clear()
      return { requests: [], nextPollAtMs: Infinity }
    }
    if (nowMs >= this.#nextLookMs) this.#look(nowMs)
    return { requests: [], events: events.drain(), nextPollAtMs: this.#nextLookMs }
  }

  #look(nowMs: number): void {
    const { subscription, fetchBuffer, activity, events } = this.#on
    this.#nextLookMs = nowMs + this.#stallTimeoutMs / 2
    const isWaiting = activity.phase === 'waiting' && fetchBuffer.isEmpty
    const seen = new Map<AssignedPartition, Seen>()
    const stalled: AssignedPartition[] = []
    for (const partition of subscription.partitions()) {
      if (!isWaiting || !shouldMove(partition)) continue
      const before = this.#seen.get(partition)
      const { position } = partition
      const since = before !== undefined && before.position === position ? before.sinceMs : nowMs
      if (nowMs - since < this.#stallTimeoutMs) seen.set(partition, { position, sinceMs: since })
      else {
        stalled.push(partition)
        seen.set(partition, { position, sinceMs: nowMs })
      }
    }
    this.#seen = seen
    if (stalled.length === 0) return
    const partitions = stalled.map(({ topic, partition }) => ({ topic, partition }))
    events.push({ type: 'stalled', sinceMs: this.#stallTimeoutMs, partitions })
  }
}

function shouldMove({ phase, isHeldBack, position, highWatermark }: AssignedPartition): boolean {
  if (isHeldBack || phase === 'revoking' || phase === 'assigning') return false
  return position === undefined || highWatermark === undefined || position < highWatermark
}
