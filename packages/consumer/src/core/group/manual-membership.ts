// In place of a membership where the user assigns partitions (`assign`): no group shares them out. With a groupId offsets are kept under
// its name all the same, by commits that name no member.
import type { PollResult, RequestManager } from '@odradek/network/internal'
import type { KafkaError } from '@odradek/protocol'
import type { ConsumerEvent, ConsumerSignal } from '../consumer-events.ts'
import type { Reaction } from '../error-table.ts'
import { type TopicPartition, topicPartitionKey } from '../topic-partition.ts'
import type { GroupMembership, MemberIdentity } from './group-membership.ts'
import { MemberLife, type MemberLifeDependencies } from './member-life.ts'
import type { MemberState } from './member-state.ts'

/** What ManualMembership is told. */
export interface ManualMembershipOptions {
  readonly groupId?: string | undefined
  readonly maxPollIntervalMs: number
}

/** Who commits without being a member. */
const noMember: MemberIdentity = { memberId: '', generation: -1 }

/** See the head of the file. */
export class ManualMembership implements GroupMembership, RequestManager<ConsumerEvent | ConsumerSignal> {
  readonly keepsPartitions = true
  readonly isRebalancing = false
  readonly identity = noMember
  readonly #options: ManualMembershipOptions
  readonly #on: MemberLifeDependencies
  readonly #life: MemberLife
  #target: readonly TopicPartition[] = []

  constructor(options: ManualMembershipOptions, dependencies: MemberLifeDependencies) {
    this.#options = options
    this.#on = dependencies
    this.#life = new MemberLife(options.maxPollIntervalMs, dependencies, () => noMember)
  }

  get state(): MemberState {
    return this.#life.state
  }

  get committingAs(): MemberIdentity | undefined {
    return this.#options.groupId !== undefined && this.#life.machine.mayCommit ? noMember : undefined
  }

  /** What is to be owned from now on. */
  assign(target: readonly TopicPartition[], nowMs: number): void {
    this.#target = target
    this.#on.metadata.addTopics(new Set(target.map(({ topic }) => topic)), nowMs)
  }

  join(nowMs: number): void {
    this.#life.join(nowMs)
    if (this.#options.groupId === undefined) this.#on.coordinator.wanted = false
  }

  leave(nowMs: number, deadlineMs: number, _sendsFarewell = false): void {
    this.#life.beginToLeave(nowMs, deadlineMs, false)
  }

  onReaction(reaction: Reaction, _api: string, _sentAs: MemberIdentity, _nowMs: number, error: KafkaError): void {
    if (reaction === 'fatal') this.#life.fail(error)
  }

  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    const { fatalError } = this.#on.coordinator
    if (fatalError !== undefined && this.#life.machine.canMoveTo('fatal')) this.#life.fail(fatalError)
    for (let before: MemberState | undefined; before !== this.state;) {
      before = this.state
      this.#on.reconciler.poll(nowMs)
      this.#step(nowMs)
    }
    const isLeaving = this.state === 'preparing-leaving'
    const nextPollAtMs = isLeaving ? this.#life.farewell.nextPollAtMs : Infinity
    return { requests: [], events: this.#on.events.drain(), nextPollAtMs }
  }

  #step(nowMs: number): void {
    const { reconciler, subscription } = this.#on
    if (this.state === 'joining') this.#life.moveTo('stable')
    else if (this.state === 'stable' && reconciler.isIdle && !this.#isOwned(subscription.assignment())) {
      this.#life.moveTo('reconciling')
      reconciler.reconcile(this.#target, nowMs)
    } else if (this.state === 'reconciling' && reconciler.isIdle) this.#life.moveTo('stable')
    else if (this.state === 'preparing-leaving' && this.#life.farewell.step(false, nowMs) === 'done') this.#life.left()
  }

  #isOwned(owned: readonly TopicPartition[]): boolean {
    const keys = new Set(owned.map(topicPartitionKey))
    return owned.length === this.#target.length && this.#target.every((tp) => keys.has(topicPartitionKey(tp)))
  }
}
