import type { Clock } from '@odradek/network'

import type { GroupMember } from './consume-side.ts'
import type { Ledger } from './ledger.ts'
import type { LineChunk } from './line-source.ts'
import type { ProduceSide } from './produce-side.ts'
import type { Stages } from './stages.ts'

/** What the flow needs of a member of the group. */
export type FlowMember = Pick<GroupMember, 'name' | 'consumed' | 'assignments' | 'failure' | 'start' | 'leave'>

/** What the flow of records needs. */
export interface FlowOptions {
  readonly ledger: Ledger
  readonly stages: Stages
  readonly produceSide: ProduceSide
  /** Makes a member; it is started, and left, by the flow. */
  readonly makeMember: (name: string, onChange: () => void) => FlowMember
  readonly clock: Clock
  readonly signal: AbortSignal
  /** The flow is given up when it stands still for so long, in milliseconds; noticed after twice that at the latest. */
  readonly stallTimeoutMs: number
}

/** How the flow went. */
export interface FlowOutcome {
  readonly members: readonly FlowMember[]
  /** How often the assignment changed after the first one. */
  readonly rebalances: number
  /** What went wrong; empty where everything sent was acknowledged and consumed. */
  readonly problems: string[]
}

const LEAVE_TIMEOUT_MS = 10_000
const HURRIED_LEAVE_TIMEOUT_MS = 2000

/**
 * Produces and consumes at the same time: the first member reads from the beginning, the second joins late, the first leaves early
 * (see Stages). Ends when everything acknowledged is consumed, when something fails, stands still, or is stopped from outside.
 */
export class Flow {
  readonly #options: FlowOptions
  readonly #first: FlowMember
  #second: FlowMember | undefined
  #leaving: Promise<void> | undefined
  /** How often the second member had been assigned partitions when the first one left. */
  #secondAssignmentsAtLeave = 0
  #hasLeft = false
  #hasProduced = false
  #onChange: (() => void) | undefined
  readonly #problems: string[] = []

  constructor(options: FlowOptions) {
    this.#options = options
    this.#first = options.makeMember('member 1', () => this.#wake())
  }

  /** Runs to the end; both members have left the group then. `stopProducing` is called when the signal is aborted. */
  async run(chunks: AsyncIterable<LineChunk>, stopProducing: () => void): Promise<FlowOutcome> {
    const { produceSide, signal } = this.#options
    const onAbort = () => {
      stopProducing()
      this.#wake()
    }
    signal.addEventListener('abort', onAbort)
    this.#first.start()
    const producing = produceSide.run(chunks).then(
      () => this.#onProduced(),
      (error: unknown) => {
        if (!signal.aborted) this.#problem('producing failed', error)
        this.#onProduced()
      },
    )
    await this.#watch()
    if (!this.#hasProduced) {
      // Lines may be held back for a change of the group that will not come.
      produceSide.stop()
      stopProducing()
    }
    await producing
    signal.removeEventListener('abort', onAbort)
    await this.#leave()
    return { members: this.#members, rebalances: this.#rebalances, problems: this.#problems }
  }

  get #members(): FlowMember[] {
    return this.#second === undefined ? [this.#first] : [this.#first, this.#second]
  }

  /** While both are in the group, both see each rebalance: the first one's count, and after it has left the second one's. */
  get #rebalances(): number {
    const later =
      this.#hasLeft && this.#second !== undefined ? this.#second.assignments - this.#secondAssignmentsAtLeave : 0
    return Math.max(0, this.#first.assignments - 1) + later
  }

  /** Moves the stages on at each change, until the flow is over. */
  async #watch(): Promise<void> {
    const { ledger, clock, signal, stallTimeoutMs } = this.#options
    let moved = -1
    let movedAtMs = clock.nowMs()
    while (!signal.aborted && !this.#isOver) {
      this.#move()
      const done = ledger.acknowledged + ledger.consumed
      if (done !== moved || !this.#isWaiting) {
        moved = done
        movedAtMs = clock.nowMs()
      }
      const leftMs = movedAtMs + stallTimeoutMs - clock.nowMs()
      if (leftMs <= 0) {
        this.#problems.push(this.#stallText(stallTimeoutMs))
        return
      }
      await this.#change(leftMs)
    }
  }

  get #isOver(): boolean {
    if (this.#problems.length > 0) return true
    const { ledger, produceSide } = this.#options
    if (!this.#hasProduced || ledger.outstanding > 0) return false
    // The group is whole again when the one that stayed has all partitions.
    return produceSide.sent === 0 || (this.#hasLeft && this.#second!.assignments > this.#secondAssignmentsAtLeave)
  }

  /** Whether something is due from the cluster; if not, the input is what is waited for, for as long as it takes. */
  get #isWaiting(): boolean {
    const { ledger, produceSide, stages } = this.#options
    return (
      this.#hasProduced ||
      produceSide.inFlight > 0 ||
      ledger.outstanding > 0 ||
      !stages.mayProduce(produceSide.sent + 1)
    )
  }

  #move(): void {
    const { ledger, stages, makeMember } = this.#options
    for (const { name, failure } of this.#members) {
      if (failure !== undefined) this.#problem(`${name} stopped`, failure.error)
    }
    if (this.#second === undefined && stages.shouldJoin(ledger.consumed)) {
      this.#second = makeMember('member 2', () => this.#wake())
      this.#second.start()
    }
    if (this.#second !== undefined && this.#second.assignments > 0) stages.onJoined()
    if (this.#second !== undefined && this.#leaving === undefined && stages.shouldLeave(ledger.consumed)) {
      this.#secondAssignmentsAtLeave = this.#second.assignments
      stages.onLeaving()
      this.#leaving = this.#leaveGroup(this.#first).then(() => {
        this.#hasLeft = true
        this.#wake()
      })
    }
  }

  async #leave(): Promise<void> {
    this.#leaving ??= this.#leaveGroup(this.#first)
    await Promise.all([this.#leaving, this.#second === undefined ? undefined : this.#leaveGroup(this.#second)])
  }

  async #leaveGroup(member: FlowMember): Promise<void> {
    // Whoever pressed Ctrl-C, or waited for a cluster that is gone, does not wait for long.
    const isHurry = this.#options.signal.aborted || this.#problems.length > 0
    try {
      await member.leave(isHurry ? HURRIED_LEAVE_TIMEOUT_MS : LEAVE_TIMEOUT_MS)
    } catch (error) {
      this.#problem(`${member.name} could not leave`, error)
    }
  }

  #onProduced(): void {
    this.#hasProduced = true
    this.#wake()
  }

  #problem(what: string, error: unknown): void {
    this.#problems.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
  }

  #stallText(stallTimeoutMs: number): string {
    const { ledger, stages, produceSide } = this.#options
    const held = !stages.mayProduce(produceSide.sent + 1) ? ' The group did not change as it should have.' : ''
    return (
      `nothing moved for ${stallTimeoutMs} ms: ${ledger.acknowledged} records acknowledged, ` +
      `${ledger.outstanding} of them not consumed.${held}`
    )
  }

  #wake(): void {
    const onChange = this.#onChange
    this.#onChange = undefined
    onChange?.()
  }

  /** Resolves at the next change, or when the time has passed. */
  #change(limitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#options.clock.setTimer(limitMs, () => this.#wake())
      this.#onChange = () => {
        timer.cancel()
        resolve()
      }
    })
  }
}
