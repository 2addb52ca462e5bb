// Membership by the classic group protocol: JoinGroup, SyncGroup, Heartbeat, LeaveGroup; eager, or cooperative (KIP-429) where all
// assignors are. It owns the member's state and tells the reconciler what to give up and take over.
import type { AnyUnsentRequest, NodeAvailability, PollResult, RequestManager } from '@odradek/network/internal'
import { KafkaError } from '@odradek/protocol'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { SyncGroupResponse } from '@odradek/protocol/messages/sync-group-response'
import type { ConsumerEvent, ConsumerSignal } from '../consumer-events.ts'
import { type Reaction, reactionTo, type Step, stepError } from '../error-table.ts'
import type { TopicPartition } from '../topic-partition.ts'
import { ClassicExchange, type ClassicExchangeOptions, nobody } from './classic-exchange.ts'
import { ClassicRound } from './classic-round.ts'
import { flatten, type JoinSubscription } from './classic-requests.ts'
import type { GroupMembership, MemberIdentity } from './group-membership.ts'
import { Heartbeat } from './heartbeat.ts'
import { JoinBackoff } from './join-backoff.ts'
import { MemberLife, type MemberLifeDependencies } from './member-life.ts'
import type { MemberState } from './member-state.ts'
import { decodeAssignment } from './subscription-protocol.ts'

/** What ClassicMembership is told; the consumer's options fit. */
export interface ClassicMembershipOptions extends ClassicExchangeOptions {
  readonly heartbeatIntervalMs: number
  /** How long to wait after `attempts` failures in a row, in milliseconds. */
  readonly backoffMs: (attempts: number) => number
}

/** What it works with. */
export interface ClassicMembershipDependencies extends MemberLifeDependencies {
  readonly availability: NodeAvailability
}

/** Reasons go into requests (KIP-800): brokers cut them at 255 characters. */
const LONGEST_REASON = 255

/** See the head of the file. */
export class ClassicMembership implements GroupMembership, RequestManager<ConsumerEvent | ConsumerSignal> {
  readonly #options: ClassicMembershipOptions
  readonly #on: ClassicMembershipDependencies
  readonly #life: MemberLife
  readonly #heartbeat: Heartbeat
  readonly #exchange: ClassicExchange
  readonly #round: ClassicRound
  readonly #backoff: JoinBackoff
  readonly #isCooperative: boolean
  /** Set while an assignment that took something away is reconciled: whoever gets it waits for the rebalance that follows. */
  #hasGivenUp = false
  /** What the group was told that we read. */
  #joinedTopics: readonly string[] | undefined
  #joinReason = 'joining'

  constructor(options: ClassicMembershipOptions, dependencies: ClassicMembershipDependencies) {
    this.#options = options
    this.#on = dependencies
    this.#isCooperative = options.assignors.every(({ protocols }) => protocols?.includes('cooperative'))
    this.#round = new ClassicRound(options, dependencies.metadata)
    this.#life = new MemberLife(options.maxPollIntervalMs, dependencies, () => this.#exchange.identity)
    this.#heartbeat = new Heartbeat(options)
    this.#backoff = new JoinBackoff(options.backoffMs)
    this.#exchange = new ClassicExchange(options, {
      coordinator: dependencies.coordinator,
      availability: dependencies.availability,
      heartbeat: this.#heartbeat,
      onJoinResponse: (response, nowMs) => this.#onJoinResponse(response, nowMs),
      onSyncResponse: (response, nowMs) => this.#onSyncResponse(response, nowMs),
      onHeartbeatResponse: (errorCode, round, sentAtMs, nowMs) => this.#onHeartbeat(errorCode, round, sentAtMs, nowMs),
      onHeartbeatFailure: (error, round, nowMs) => this.#onHeartbeatFailure(error, round, nowMs),
      onLeft: () => (this.state === 'leaving' ? this.#left() : undefined),
      onNoAnswer: (api, error, nowMs) => this.#react(error.retriable ? 'find-coordinator' : 'fatal', api, nowMs, error),
    })
  }

  get state(): MemberState {
    return this.#life.machine.state
  }

  get identity(): MemberIdentity {
    return this.#exchange.identity
  }

  get committingAs(): MemberIdentity | undefined {
    const { identity } = this.#exchange
    return this.#life.machine.mayCommit && identity.memberId !== '' && identity.generation >= 0 ? identity : undefined
  }

  get keepsPartitions(): boolean {
    return this.#isCooperative
  }

  /** Whether a rebalance is under way that leaves the consumer what it has: commits wait for its end. */
  get isRebalancing(): boolean {
    return this.#isCooperative && (this.state === 'joining' || this.state === 'syncing')
  }

  /** Begins to be a member. Does nothing where it is one. */
  join(nowMs: number): void {
    this.#life.join(nowMs)
  }

  /**
   * Gives up what is owned and leaves; signals `left` when done, by `deadlineMs` if the listener ends by then. A static member stays in
   * the group, for its successor with the same instance id, unless `sendsFarewell`.
   */
  leave(nowMs: number, deadlineMs: number, sendsFarewell = this.#options.groupInstanceId === undefined): void {
    if (this.#life.beginToLeave(nowMs, deadlineMs, sendsFarewell)) this.#exchange.abandon()
  }

  onReaction(reaction: Reaction, api: string, sentAs: MemberIdentity, nowMs: number, error: KafkaError): void {
    const { memberId, generation } = this.#exchange.identity
    const isCurrent = sentAs.memberId === memberId && sentAs.generation === generation
    if (isCurrent) this.#react(reaction, api, nowMs, error)
  }

  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    const requests: AnyUnsentRequest[] = []
    this.#watch(nowMs)
    for (let before: MemberState | undefined; before !== this.state;) {
      before = this.state
      const request = this.#step(nowMs)
      if (request !== undefined) requests.push(request)
    }
    const heartbeat = this.#sendsHeartbeats
      ? this.#exchange.heartbeat(this.#options.sessionTimeoutMs, nowMs)
      : undefined
    if (heartbeat !== undefined) requests.push(heartbeat)
    return { requests, events: this.#on.events.drain(), nextPollAtMs: this.#nextPollAtMs(nowMs) }
  }

  /** A member that joins with partitions in its hands has to know that it is still one. */
  get #sendsHeartbeats(): boolean {
    return this.#life.machine.sendsHeartbeats || (this.state === 'joining' && this.#on.subscription.size > 0)
  }

  /** What ends a membership without an answer from the coordinator. */
  #watch(nowMs: number): void {
    const { fatalError } = this.#on.coordinator
    if (fatalError !== undefined && this.#life.machine.canMoveTo('fatal')) this.#fail(fatalError)
    if (this.#sendsHeartbeats && this.#heartbeat.hasEnded(nowMs)) {
      this.#on.coordinator.markUnknown(nowMs)
      this.#lose('the session or the time for the rebalance is over: the partitions may be given to others', false)
    }
    if (this.#life.becomeStale(nowMs)) {
      this.#exchange.abandon()
      this.#heartbeat.stop()
    }
  }

  /** One move of the state machine, where there is one to make. */
  #step(nowMs: number): AnyUnsentRequest | undefined {
    const { reconciler, subscription } = this.#on
    reconciler.poll(nowMs)
    switch (this.state) {
      case 'joining':
        if (nowMs < this.#backoff.retryAtMs || subscription.isAwaitingTopics) return undefined
        this.#joinedTopics = subscription.topics
        this.#round.end()
        return this.#exchange.join(this.#joinSubscription(), this.#joinReason, nowMs)
      case 'syncing':
        return this.#syncRequest(nowMs)
      case 'reconciling':
        if (!reconciler.isIdle) return undefined
        this.#backoff.onSuccess()
        if (this.#hasGivenUp) this.#rejoin('partitions were given up that others wait for', nowMs)
        else this.#moveTo('stable')
        return undefined
      case 'stable':
        this.#watchPartitions(nowMs)
        return undefined
      case 'preparing':
        if (!reconciler.isIdle) return undefined
        if (!this.#giveUp(nowMs)) this.#moveTo('joining')
        return undefined
      case 'fenced':
        if (reconciler.isIdle) this.#moveTo('joining')
        return undefined
      case 'stale':
        return this.#stepStale(nowMs)
      case 'preparing-leaving':
        return this.#stepLeaving(nowMs)
      default:
        return undefined
    }
  }

  /** What a rebalance takes away before it begins; says whether there is any. */
  #giveUp(nowMs: number): boolean {
    const { reconciler, subscription } = this.#on
    const owned = subscription.assignment()
    if (this.#isCooperative)
      return reconciler.revoke(
        owned.filter(({ topic }) => !subscription.topics.includes(topic)),
        nowMs,
      )
    reconciler.revokeAll(nowMs)
    return owned.length > 0
  }

  #joinSubscription(): JoinSubscription {
    const { subscription } = this.#on
    return { topics: subscription.topics, owned: subscription.assignment(), last: this.#round.last }
  }

  #watchPartitions(nowMs: number): void {
    if (this.#joinedTopics !== this.#on.subscription.topics) {
      this.#rejoin('the topics that this consumer reads have changed', nowMs)
      return
    }
    const changed = this.#round.changedTopics()
    if (changed.length > 0) this.#rejoin(`the number of partitions has changed: ${changed.join(', ')}`, nowMs)
  }

  #stepStale(nowMs: number): AnyUnsentRequest | undefined {
    if (this.#life.wakesUp(nowMs)) return undefined
    // A static member keeps its place until its session ends.
    if (this.#options.groupInstanceId !== undefined) return undefined
    return this.#exchange.leave('maxPollIntervalMs was exceeded', Infinity, nowMs)
  }

  #stepLeaving(nowMs: number): AnyUnsentRequest | undefined {
    const step = this.#life.farewell.step(this.#exchange.identity.memberId !== '', nowMs)
    if (step === 'done') this.#left()
    if (step !== 'tell') return undefined
    const request = this.#exchange.leave('the consumer closes', this.#life.farewell.deadlineMs, nowMs)
    if (request === undefined) return undefined
    this.#heartbeat.stop()
    this.#moveTo('leaving')
    return request
  }

  #left(): void {
    this.#heartbeat.stop()
    this.#exchange.identity = nobody
    this.#life.left()
  }

  #onJoinResponse(response: JoinGroupResponse, nowMs: number): void {
    const { errorCode, memberId } = response
    const reaction = reactionTo('join', errorCode)
    if (reaction === 'use-member-id') {
      // An id that is refused again is a failure like any other.
      if (this.#exchange.identity.memberId !== '') this.#backoff.onFailure(nowMs)
      this.#exchange.identity = { ...nobody, memberId }
      return
    }
    if (reaction !== 'none') {
      this.#react(reaction, 'JoinGroup', nowMs, this.#errorOf('join', errorCode))
      return
    }
    const protocolName = response.protocolName ?? ''
    this.#exchange.identity = { memberId, generation: response.generationId, protocolName }
    this.#heartbeat.start(nowMs)
    this.#moveTo('syncing')
    try {
      this.#round.begin(response, nowMs)
    } catch (error) {
      this.#fail(error as KafkaError)
    }
  }

  #syncRequest(nowMs: number): AnyUnsentRequest | undefined {
    const assignment = this.#round.assignment(nowMs)
    return assignment === undefined ? undefined : this.#exchange.sync(assignment, nowMs)
  }

  #onSyncResponse({ errorCode, assignment }: SyncGroupResponse, nowMs: number): void {
    const reaction = reactionTo('sync', errorCode)
    if (reaction !== 'none') {
      if (reaction === 'find-coordinator') this.#on.coordinator.markUnknown(nowMs)
      const error = this.#errorOf('sync', errorCode)
      this.#react(reaction === 'find-coordinator' ? 'rejoin' : reaction, 'SyncGroup', nowMs, error)
      return
    }
    let partitions: TopicPartition[]
    try {
      partitions = flatten(decodeAssignment(assignment).assignedPartitions)
    } catch (cause) {
      this.#fail(new KafkaError("the assignment that the group's leader made cannot be read", { cause }))
      return
    }
    this.#round.last = { partitions, generation: this.#exchange.identity.generation }
    this.#moveTo('reconciling')
    this.#hasGivenUp = this.#on.reconciler.reconcile(partitions, nowMs) && this.#isCooperative
  }

  #onHeartbeat(errorCode: number, round: number, sentAtMs: number, nowMs: number): void {
    this.#on.measurements.onHeartbeat(nowMs - sentAtMs, nowMs)
    const reaction = reactionTo('heartbeat', errorCode)
    const isAlive = reaction === 'none' || reaction === 'rejoin'
    const counts = isAlive
      ? this.#heartbeat.onAnswer(round, sentAtMs, reaction === 'none')
      : this.#heartbeat.onFailure(round, nowMs + this.#options.backoffMs(0))
    if (!counts || reaction === 'none' || reaction === 'retry') return
    // In all other states the member is on its way to the next generation, or out, already.
    if (reaction === 'rejoin' && this.state !== 'stable' && this.state !== 'reconciling') return
    // The next generation has begun: the answer to JoinGroup is on its way.
    if (reaction === 'rejoin-lost' && this.state === 'joining') return
    this.#react(reaction, 'Heartbeat', nowMs, this.#errorOf('heartbeat', errorCode))
  }

  #onHeartbeatFailure(error: KafkaError, round: number, nowMs: number): void {
    if (!this.#heartbeat.onFailure(round, nowMs + this.#options.backoffMs(0))) return
    this.#react(error.retriable ? 'find-coordinator' : 'fatal', 'Heartbeat', nowMs, error)
  }

  /** What an error at any step makes of the membership. */
  #react(reaction: Reaction, api: string, nowMs: number, error: KafkaError): void {
    switch (reaction) {
      case 'find-coordinator':
        this.#on.coordinator.markUnknown(nowMs)
        this.#on.events.push({ type: 'retry', api, error })
        if (this.state === 'syncing' && api === 'SyncGroup') this.#rejoin(`${api}: ${error.message}`, nowMs)
        else this.#backoff.onFailure(nowMs)
        return
      case 'retry':
        this.#on.events.push({ type: 'retry', api, error })
        this.#backoff.onFailure(nowMs)
        return
      case 'rejoin':
        this.#rejoin(`${api}: ${error.message}`, nowMs)
        return
      case 'rejoin-lost':
      case 'rejoin-as-new':
        this.#lose(`${api}: ${error.message}`, reaction === 'rejoin-as-new')
        this.#backoff.onOvertaken(nowMs)
        return
      case 'fatal':
        this.#fail(error)
    }
  }

  /** Gives up in order what is owned, then joins. */
  #rejoin(reason: string, nowMs: number): void {
    this.#joinReason = reason.slice(0, LONGEST_REASON)
    this.#on.events.push({ type: 'rebalance', reason })
    if (this.state === 'syncing') {
      this.#backoff.onOvertaken(nowMs)
      // Whoever joins with partitions in its hands goes on counting its session.
      if (this.#on.subscription.size === 0) this.#heartbeat.stop()
      this.#exchange.abandon()
      this.#moveTo('joining')
    } else if (this.state === 'stable' || this.state === 'reconciling') {
      this.#moveTo('preparing')
      this.#giveUp(nowMs)
    }
  }

  /** What is owned is not ours any more. */
  #lose(reason: string, forgetMemberId: boolean): void {
    const exchange = this.#exchange
    const isLeaving = this.state === 'preparing-leaving'
    if (!isLeaving && !this.#life.machine.canMoveTo('fenced')) return
    this.#joinReason = reason.slice(0, LONGEST_REASON)
    this.#on.events.push({ type: 'rebalance', reason })
    exchange.abandon()
    exchange.identity = forgetMemberId ? nobody : { ...nobody, memberId: exchange.identity.memberId }
    this.#heartbeat.stop()
    if (!isLeaving) this.#moveTo('fenced')
    this.#on.reconciler.loseAll()
  }

  #fail(error: KafkaError): void {
    this.#exchange.abandon()
    this.#heartbeat.stop()
    if (this.state === 'preparing-leaving') this.#exchange.identity = nobody
    this.#life.fail(error)
  }

  #moveTo(next: MemberState): void {
    this.#life.moveTo(next)
  }

  #errorOf(step: Step, errorCode: number): KafkaError {
    return stepError(step, errorCode, { groupId: this.#options.groupId })
  }

  #nextPollAtMs(nowMs: number): number {
    let nextMs = this.#life.nextPollAtMs
    if (this.#sendsHeartbeats) nextMs = Math.min(nextMs, this.#heartbeat.nextAtMs(nowMs))
    if (this.state === 'joining' && this.#backoff.retryAtMs > nowMs) nextMs = Math.min(nextMs, this.#backoff.retryAtMs)
    if (this.state === 'syncing') nextMs = Math.min(nextMs, this.#round.waitsUntilMs)
    return nextMs
  }
}
