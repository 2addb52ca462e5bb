// Sees when a consumer that should get on does not: a loud word in place of a silence that looks like an empty topic.
import type { PollResult, RequestManager } from '@odradek/network/internal'
import type { ConsumerEvent, ConsumerEvents, ConsumerSignal } from './consumer-events.ts'
import type { FetchBuffer } from './fetch/fetch-buffer.ts'
import type { AssignmentReconciler } from './group/assignment-reconciler.ts'
import type { GroupCoordinator, GroupMembership } from './group/group-membership.ts'
import type { MemberState } from './group/member-state.ts'
import type { AssignedPartition, SubscriptionState } from './offsets/subscription-state.ts'
import type { TopicPartition } from './topic-partition.ts'
import { PollInterval, type UserActivity } from './user-activity.ts'

/** What StallWatch looks at. */
export interface StallWatchDependencies {
  readonly subscription: SubscriptionState
  readonly fetchBuffer: FetchBuffer
  readonly activity: UserActivity
  readonly events: ConsumerEvents
  readonly membership: GroupMembership
  readonly reconciler: AssignmentReconciler
  readonly coordinator: GroupCoordinator
}

/** What StallWatch is told. */
export interface StallWatchOptions {
  readonly stallTimeoutMs: number
  /** For how long a user may ask for nothing; undefined in a group, whose members hear of it otherwise, and leave it then. */
  readonly maxPollIntervalMs: number | undefined
}

/** On the way to a membership. */
const joiningStates: ReadonlySet<MemberState> = new Set(['joining', 'syncing', 'preparing', 'reconciling', 'fenced'])

interface Seen {
  readonly position: bigint | undefined
  readonly sinceMs: number
}

/**
 * A partition stalls where the user waits or polls, nothing of it is buffered or held back, and for `stallTimeoutMs` it has no position, or its
 * position is short of the end that its leader told and does not move. The consumer as a whole stalls where for that long it waits for the
 * user's rebalance listener, or the user for a membership without which there are no partitions. Where no group has its own way with a user
 * who asks for nothing, that is told too.
 */
export class StallWatch implements RequestManager<ConsumerEvent | ConsumerSignal> {
  readonly #stallTimeoutMs: number
  readonly #on: StallWatchDependencies
  readonly #pollInterval: PollInterval | undefined
  /** When the user was last seen to ask for something. */
  #askedAtMs = 0
  /** The asks at the last look. */
  #asksSeen = 0
  #seen = new Map<AssignedPartition, Seen>()
  #nextLookMs = -Infinity
  /** What the consumer as a whole waits for: the group, or this run of the listener. */
  #obstacle: 'group' | readonly TopicPartition[] | undefined
  #obstacleSinceMs = 0
  #obstacleToldAtMs = 0

  constructor({ stallTimeoutMs, maxPollIntervalMs }: StallWatchOptions, dependencies: StallWatchDependencies) {
    this.#stallTimeoutMs = stallTimeoutMs
    this.#on = dependencies
    if (maxPollIntervalMs !== undefined) this.#pollInterval = new PollInterval(dependencies.activity, maxPollIntervalMs)
  }

  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    const { subscription, events } = this.#on
    const obstacle = this.#currentObstacle()
    if (obstacle !== this.#obstacle) {
      this.#obstacle = obstacle
      this.#obstacleSinceMs = nowMs
      this.#obstacleToldAtMs = nowMs
    }
    if (subscription.size === 0 && obstacle === undefined) {
      this.#seen.clear()
      return { requests: [], nextPollAtMs: Infinity }
    }
    this.#tellOfUser(nowMs)
    if (nowMs >= this.#nextLookMs) this.#look(nowMs)
    const nextPollAtMs = Math.min(this.#nextLookMs, this.#pollInterval?.endsAtMs ?? Infinity)
    return { requests: [], events: events.drain(), nextPollAtMs }
  }

  #currentObstacle(): 'group' | readonly TopicPartition[] | undefined {
    const { subscription, membership, reconciler } = this.#on
    const { listening } = reconciler
    if (listening !== undefined) return listening
    return subscription.size === 0 && joiningStates.has(membership.state) ? 'group' : undefined
  }

  /** Tells of the obstacle, again each time that it has stood for as long. */
  #tellOfObstacle(nowMs: number, isUserWaiting: boolean): void {
    const { coordinator, events } = this.#on
    const obstacle = this.#obstacle
    if (obstacle === undefined || nowMs - this.#obstacleToldAtMs < this.#stallTimeoutMs) return
    const isGroup = obstacle === 'group'
    // Whoever works on the last record of a membership that is over does not wait yet.
    if (isGroup && !isUserWaiting) return
    this.#obstacleToldAtMs = nowMs
    const error = isGroup && coordinator.nodeId === undefined ? coordinator.lastError : undefined
    events.push({
      type: 'stalled',
      waitsFor: isGroup ? 'group' : 'listener',
      sinceMs: nowMs - this.#obstacleSinceMs,
      partitions: isGroup ? [] : obstacle,
      ...(error === undefined ? {} : { error }),
    })
  }

  /** Tells, again after each poll interval, of records that the user has or that are ready. */
  #tellOfUser(nowMs: number): void {
    const pollInterval = this.#pollInterval
    if (pollInterval === undefined) return
    if (pollInterval.hasBeenAsked) this.#askedAtMs = nowMs
    if (!pollInterval.hasEnded(nowMs)) return
    pollInterval.restart(nowMs)
    const partitions = this.#waitingForUser().map(({ topic, partition }) => ({ topic, partition }))
    if (partitions.length === 0) return
    this.#on.events.push({ type: 'stalled', waitsFor: 'user', sinceMs: nowMs - this.#askedAtMs, partitions })
  }

  #waitingForUser(): AssignedPartition[] {
    const { activity, fetchBuffer, subscription } = this.#on
    const key = activity.slowestPartitionKey
    if (activity.phase !== 'handling') return [...fetchBuffer.counts().keys()].filter(({ isPaused }) => !isPaused)
    return [...subscription.partitions()].filter((one) =>
      key === undefined ? one.work !== undefined : one.key === key,
    )
  }

  /** Who polls again and again, and does other things between, waits as well: no look may ever meet one of the polls. */
  #isUserWaiting(): boolean {
    const { phase, asks } = this.#on.activity
    const hasAsked = asks !== this.#asksSeen
    this.#asksSeen = asks
    return phase === 'waiting' || (phase === 'away' && hasAsked)
  }

  #look(nowMs: number): void {
    const { subscription, fetchBuffer, events } = this.#on
    this.#nextLookMs = nowMs + this.#stallTimeoutMs / 2
    const isUserWaiting = this.#isUserWaiting()
    this.#tellOfObstacle(nowMs, isUserWaiting)
    const isWaiting = isUserWaiting && fetchBuffer.isEmpty
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
    events.push({ type: 'stalled', waitsFor: 'records', sinceMs: this.#stallTimeoutMs, partitions })
  }
}

/** Asked while the user waits: what is said to wait for handlers then waits for none. */
function shouldMove({ phase, isPaused, position, highWatermark }: AssignedPartition): boolean {
  if (isPaused || phase === 'revoking' || phase === 'assigning') return false
  return position === undefined || highWatermark === undefined || position < highWatermark
}
