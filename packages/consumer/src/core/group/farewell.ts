// The end of a membership: what is owned is given up, then the coordinator is told, if there is one to tell in time.
import type { SubscriptionState } from '../offsets/subscription-state.ts'
import type { AssignmentReconciler } from './assignment-reconciler.ts'
import type { GroupCoordinator } from './group-membership.ts'

/** How long a consumer that closes waits for a coordinator to say farewell to. */
const FAREWELL_WAIT_MS = 3000

/** What Farewell looks at. */
export interface FarewellDependencies {
  readonly reconciler: AssignmentReconciler
  readonly subscription: SubscriptionState
  readonly coordinator: GroupCoordinator
}

/** What is to be done next: give up what is owned, tell the coordinator, or nothing more. */
export type FarewellStep = 'wait' | 'tell' | 'done'

/** See the head of the file. */
export class Farewell {
  readonly #on: FarewellDependencies
  #deadlineMs = Infinity
  #tellUntilMs = Infinity
  #tells = true

  constructor(dependencies: FarewellDependencies) {
    this.#on = dependencies
  }

  /** When all has to be over. */
  get deadlineMs(): number {
    return this.#deadlineMs
  }

  /** When to look again at the latest. */
  get nextPollAtMs(): number {
    return this.#tellUntilMs
  }

  /** Whether the coordinator is told. */
  get tells(): boolean {
    return this.#tells
  }

  begin(deadlineMs: number, tells: boolean): void {
    this.#deadlineMs = deadlineMs
    this.#tells = tells
    this.#tellUntilMs = Infinity
  }

  /** `isMember`: whether the coordinator knows us. */
  step(isMember: boolean, nowMs: number): FarewellStep {
    const { reconciler, subscription, coordinator } = this.#on
    if (!reconciler.isIdle) return 'wait'
    if (subscription.size > 0) {
      reconciler.revokeAll(nowMs, this.#deadlineMs)
      return 'wait'
    }
    if (this.#tellUntilMs === Infinity) this.#tellUntilMs = Math.min(this.#deadlineMs, nowMs + FAREWELL_WAIT_MS)
    const isHopeless = !this.#tells || !isMember || coordinator.fatalError !== undefined || nowMs >= this.#tellUntilMs
    return isHopeless ? 'done' : 'tell'
  }
}
