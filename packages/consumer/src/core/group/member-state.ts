// The states of a group member, for the classic protocol and for KIP-848 alike: what each means, what is sent meanwhile and how it
// is left. `MemberStateMachine.transitionTo` refuses every move that the table does not hold.
import { InvariantError } from '@odradek/protocol'

/**
 * - `unsubscribed`: not a member; nothing is sent. Left when records are asked for.
 * - `joining`: the coordinator is looked for and JoinGroup (KIP-848: ConsumerGroupHeartbeat with epoch 0) is sent, again and again until
 *   the coordinator takes the member in. Owns nothing, but for the cooperative protocol, where heartbeats go on beside. Left with the
 *   answer: the classic protocol for `syncing`, KIP-848 for `stable`.
 * - `syncing`: classic only. Has a generation; the leader assigns; SyncGroup and heartbeats are sent. Left with the assignment.
 * - `reconciling`: the assignment is known; what it takes away is given up (handler done, `onRevoked`, commit), then `onAssigned` runs;
 *   heartbeats are sent. Left when that has ended; cooperative members that gave something up join once more.
 * - `acknowledging`: KIP-848 only. What is owned has changed; a heartbeat that says so is due at once. Left when it is sent.
 * - `stable`: owns its assignment; heartbeats are sent.
 * - `preparing`: a rebalance was called; what is owned is given up (handler done, `onRevoked`, commit); heartbeats are sent.
 *   Left for `joining` when nothing is owned any more.
 * - `fenced`: the coordinator does not know the member or its generation, or has not been heard for the session timeout: what was
 *   owned belongs to others. `onLost` runs and nothing is sent. Left for `joining`.
 * - `stale`: no record was asked for during maxPollIntervalMs. `onLost` runs, LeaveGroup is sent. Left when the user asks again.
 * - `preparing-leaving`: the consumer closes; what is owned is given up as in `preparing`; heartbeats are sent.
 * - `leaving`: LeaveGroup is sent, once. Left with its answer or its failure.
 * - `fatal`: an error that only the user can remedy was thrown out of the iterator; nothing is sent. Left by closing.
 */
export type MemberState =
  | 'unsubscribed'
  | 'joining'
  | 'syncing'
  | 'reconciling'
  | 'acknowledging'
  | 'stable'
  | 'preparing'
  | 'fenced'
  | 'stale'
  | 'preparing-leaving'
  | 'leaving'
  | 'fatal'

/** The moves that are allowed. */
export const memberStateMoves: Readonly<Record<MemberState, readonly MemberState[]>> = {
  unsubscribed: ['joining'],
  joining: ['syncing', 'stable', 'fenced', 'stale', 'preparing-leaving', 'fatal'],
  syncing: ['reconciling', 'joining', 'fenced', 'stale', 'preparing-leaving', 'fatal'],
  reconciling: ['stable', 'preparing', 'acknowledging', 'fenced', 'stale', 'preparing-leaving', 'fatal'],
  acknowledging: ['stable', 'fenced', 'stale', 'preparing-leaving', 'fatal'],
  stable: ['preparing', 'reconciling', 'fenced', 'stale', 'preparing-leaving', 'fatal'],
  preparing: ['joining', 'fenced', 'stale', 'preparing-leaving', 'fatal'],
  fenced: ['joining', 'stale', 'preparing-leaving', 'fatal'],
  stale: ['joining', 'preparing-leaving', 'fatal'],
  'preparing-leaving': ['leaving', 'unsubscribed'],
  leaving: ['unsubscribed'],
  fatal: ['preparing-leaving'],
}

/** The states in which the coordinator counts on heartbeats. */
const heartbeatStates: ReadonlySet<MemberState> = new Set([
  'syncing',
  'reconciling',
  'acknowledging',
  'stable',
  'preparing',
  'preparing-leaving',
])

/** The states in which the member's generation may commit offsets. */
const commitStates: ReadonlySet<MemberState> = new Set([
  'reconciling',
  'acknowledging',
  'stable',
  'preparing',
  'preparing-leaving',
])

/** Holds the state of one member and refuses illegal moves. */
export class MemberStateMachine {
  #state: MemberState = 'unsubscribed'

  get state(): MemberState {
    return this.#state
  }

  get sendsHeartbeats(): boolean {
    return heartbeatStates.has(this.#state)
  }

  get mayCommit(): boolean {
    return commitStates.has(this.#state)
  }

  /** Whether the table holds a move from the present state. */
  canMoveTo(next: MemberState): boolean {
    return memberStateMoves[this.#state].includes(next)
  }

  /** Moves, and returns the state that was left. Throws InvariantError where the table does not allow it. */
  transitionTo(next: MemberState): MemberState {
    if (!this.canMoveTo(next)) throw new InvariantError(`a group member cannot move from ${this.#state} to ${next}`)
    const from = this.#state
    this.#state = next
    return from
  }
}
