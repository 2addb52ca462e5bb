// What the memberships of both protocols have in common: the state and who is told of its moves, the watch over the user's polls, and the
// way out of the group.
import type { KafkaError } from '@odradek/protocol'
import type { ConsumerMeasurements } from '../consumer-measurements.ts'
import type { ConsumerEvents } from '../consumer-events.ts'
import type { MetadataSource } from '../metadata-source.ts'
import type { SubscriptionState } from '../offsets/subscription-state.ts'
import { PollInterval, type UserActivity } from '../user-activity.ts'
import type { AssignmentReconciler } from './assignment-reconciler.ts'
import { Farewell } from './farewell.ts'
import type { GroupCoordinator, MemberIdentity } from './group-membership.ts'
import { type MemberState, MemberStateMachine } from './member-state.ts'

/** What MemberLife works with. */
export interface MemberLifeDependencies {
  readonly subscription: SubscriptionState
  readonly reconciler: AssignmentReconciler
  readonly coordinator: GroupCoordinator
  readonly metadata: MetadataSource
  readonly activity: UserActivity
  readonly events: ConsumerEvents
  readonly measurements: ConsumerMeasurements
}

/** See the head of the file. */
export class MemberLife {
  readonly machine = new MemberStateMachine()
  readonly pollInterval: PollInterval
  readonly farewell: Farewell
  readonly #on: MemberLifeDependencies
  readonly #maxPollIntervalMs: number
  readonly #identity: () => MemberIdentity

  /** `identity` says who the member is, for the events. */
  constructor(maxPollIntervalMs: number, dependencies: MemberLifeDependencies, identity: () => MemberIdentity) {
    this.#maxPollIntervalMs = maxPollIntervalMs
    this.#on = dependencies
    this.#identity = identity
    this.pollInterval = new PollInterval(
      dependencies.activity,
      maxPollIntervalMs,
      () => dependencies.reconciler.listening,
    )
    this.farewell = new Farewell(dependencies)
  }

  get state(): MemberState {
    return this.machine.state
  }

  moveTo(next: MemberState): void {
    const from = this.machine.transitionTo(next)
    const { memberId, generation } = this.#identity()
    this.#on.events.push({ type: 'member-state', from, to: next, memberId, generation })
  }

  /** Begins to be a member. Does nothing where it is one. */
  join(nowMs: number): void {
    if (this.state !== 'unsubscribed') return
    this.#on.coordinator.wanted = true
    this.#on.metadata.addTopics(this.#on.subscription.topics, nowMs)
    this.pollInterval.restart(nowMs)
    this.moveTo('joining')
  }

  /** Begins to give up what is owned; says whether there is a membership to end. */
  beginToLeave(nowMs: number, deadlineMs: number, sendsFarewell: boolean): boolean {
    this.farewell.begin(deadlineMs, sendsFarewell)
    if (this.state === 'unsubscribed') {
      this.#on.events.push({ type: 'left' })
      return false
    }
    if (this.state === 'preparing-leaving' || this.state === 'leaving') return false
    this.moveTo('preparing-leaving')
    this.#on.reconciler.revokeAll(nowMs, deadlineMs)
    return true
  }

  /** Gives everything up where nothing was asked for during maxPollIntervalMs; says whether it did. */
  becomeStale(nowMs: number): boolean {
    if (this.state === 'stale' || !this.machine.canMoveTo('stale')) return false
    if (this.pollInterval.isNearEnd(nowMs)) {
      const event = { type: 'max-poll-interval-near', maxPollIntervalMs: this.#maxPollIntervalMs } as const
      const { activity, reconciler } = this.#on
      const partition = reconciler.listening === undefined ? activity.slowestPartitionKey : undefined
      this.#on.events.push({ ...event, partition })
    }
    if (!this.pollInterval.hasEnded(nowMs)) return false
    this.#on.events.push({ type: 'max-poll-interval-exceeded', maxPollIntervalMs: this.#maxPollIntervalMs })
    this.moveTo('stale')
    this.#on.reconciler.loseAll()
    return true
  }

  /** Whether a stale member is wanted again: then it joins. */
  wakesUp(nowMs: number): boolean {
    if (!this.pollInterval.hasBeenAsked || !this.#on.reconciler.isIdle) return false
    this.pollInterval.restart(nowMs)
    this.moveTo('joining')
    return true
  }

  /** Only the user can remedy this. */
  fail(error: KafkaError): void {
    if (this.state === 'preparing-leaving') {
      // Nobody is left to be told: the farewell is all that is skipped.
      this.#on.reconciler.loseAll()
    } else if (this.machine.canMoveTo('fatal')) {
      this.moveTo('fatal')
      this.#on.events.push({ type: 'failed', error, fatal: true })
      this.#on.reconciler.loseAll()
    }
  }

  /** The membership is over. */
  left(): void {
    this.#on.coordinator.wanted = false
    this.moveTo('unsubscribed')
    this.#on.events.push({ type: 'left' })
  }

  /** When the user's polls or the way out have to be looked at, in milliseconds. */
  get nextPollAtMs(): number {
    const staleAtMs = this.machine.canMoveTo('stale') ? this.pollInterval.nextLookAtMs : Infinity
    return this.state === 'preparing-leaving' ? Math.min(staleAtMs, this.farewell.nextPollAtMs) : staleAtMs
  }
}
