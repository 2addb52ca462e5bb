// Membership by the consumer group protocol (KIP-848): one request, ConsumerGroupHeartbeat; the coordinator assigns, and members give up
// and take over step by step, without a moment in which the group stands still.
import { decodeUuid, ZERO_UUID } from '@odradek/bytes'
import type { AnyUnsentRequest, NodeAvailability, PollResult, RequestManager } from '@odradek/network/internal'
import { BrokerError, ErrorCode, type KafkaError, type MessageInput, UsageError } from '@odradek/protocol'
import { consumerGroupHeartbeatApi } from '@odradek/protocol/apis/consumer-group-heartbeat'
import type { ConsumerGroupHeartbeatRequest } from '@odradek/protocol/messages/consumer-group-heartbeat-request'
import type { ConsumerGroupHeartbeatResponse } from '@odradek/protocol/messages/consumer-group-heartbeat-response'
import type { ConsumerEvent, ConsumerSignal } from '../consumer-events.ts'
import { type Reaction, reactionTo, stepError } from '../error-table.ts'
import type { GroupMembership, MemberIdentity } from './group-membership.ts'
import { Heartbeat } from './heartbeat.ts'
import { JoinBackoff } from './join-backoff.ts'
import { MemberLife, type MemberLifeDependencies } from './member-life.ts'
import type { MemberState } from './member-state.ts'
import { TargetAssignment } from './target-assignment.ts'

/** What ConsumerMembership is told; the consumer's options fit. */
export interface ConsumerMembershipOptions {
  readonly groupId: string
  /** Set for a static member (KIP-345). */
  readonly groupInstanceId?: string | undefined
  readonly clientRack: string
  readonly maxPollIntervalMs: number
  /** How long the coordinator is taken to wait for a heartbeat: the brokers' group.consumer.session.timeout.ms. */
  readonly sessionTimeoutMs: number
  readonly heartbeatIntervalMs: number
  readonly requestTimeoutMs: number
  /** The assignor of the coordinator; its own choice where undefined. */
  readonly groupRemoteAssignor?: string | undefined
  readonly random: () => number
  /** How long to wait after `attempts` failures in a row, in milliseconds. */
  readonly backoffMs: (attempts: number) => number
}

/** What it works with. */
export interface ConsumerMembershipDependencies extends MemberLifeDependencies {
  readonly availability: NodeAvailability
}

/** Epochs with a meaning of their own. */
const JOINING_EPOCH = 0
const LEAVING_EPOCH = -1
/** A static member goes and will be back. */
const PAUSING_EPOCH = -2

/** See the head of the file. */
export class ConsumerMembership implements GroupMembership, RequestManager<ConsumerEvent | ConsumerSignal> {
  /** Rebalances leave the consumer what it has. */
  readonly keepsPartitions = true
  readonly isRebalancing = false
  readonly #options: ConsumerMembershipOptions
  readonly #on: ConsumerMembershipDependencies
  readonly #life: MemberLife
  readonly #heartbeat: Heartbeat
  readonly #backoff: JoinBackoff
  readonly #target: TargetAssignment
  #identity: MemberIdentity
  /** What the coordinator was told last, so that only changes are sent. */
  #told = ''
  #joinedTopics: readonly string[] | undefined
  #toldPartitions = ''
  #isInFlight = false
  #attempt = 0

  constructor(options: ConsumerMembershipOptions, dependencies: ConsumerMembershipDependencies) {
    this.#options = options
    this.#on = dependencies
    this.#identity = { memberId: randomMemberId(options.random), generation: JOINING_EPOCH }
    this.#life = new MemberLife(options.maxPollIntervalMs, dependencies, () => this.#identity)
    this.#heartbeat = new Heartbeat(options)
    this.#backoff = new JoinBackoff(options.backoffMs)
    this.#target = new TargetAssignment(dependencies.metadata)
  }

  get state(): MemberState {
    return this.#life.state
  }

  get identity(): MemberIdentity {
    return this.#identity
  }

  get committingAs(): MemberIdentity | undefined {
    return this.#life.machine.mayCommit && this.#identity.generation > 0 ? this.#identity : undefined
  }

  /** Begins to be a member. Does nothing where it is one. */
  join(nowMs: number): void {
    this.#life.join(nowMs)
  }

  /** Gives up what is owned and leaves, a static member for a while only unless `sendsFarewell`; signals `left` when done. */
  leave(nowMs: number, deadlineMs: number, sendsFarewell = this.#options.groupInstanceId === undefined): void {
    this.#leavingEpoch = sendsFarewell ? LEAVING_EPOCH : PAUSING_EPOCH
    const isStatic = this.#options.groupInstanceId !== undefined
    this.#life.beginToLeave(nowMs, deadlineMs, sendsFarewell || isStatic)
  }

  #leavingEpoch = LEAVING_EPOCH

  onReaction(reaction: Reaction, api: string, sentAs: MemberIdentity, nowMs: number, error: KafkaError): void {
    const { memberId, generation } = this.#identity
    if (sentAs.memberId === memberId && sentAs.generation === generation) this.#react(reaction, api, nowMs, error)
  }

  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    const requests: AnyUnsentRequest[] = []
    this.#watch(nowMs)
    for (let before: MemberState | undefined; before !== this.state;) {
      before = this.state
      this.#on.reconciler.poll(nowMs)
      this.#step(nowMs)
    }
    const request = this.#nextRequest(nowMs)
    if (request !== undefined) requests.push(request)
    return { requests, events: this.#on.events.drain(), nextPollAtMs: this.#nextPollAtMs(nowMs) }
  }

  #watch(nowMs: number): void {
    const { fatalError } = this.#on.coordinator
    if (fatalError !== undefined && this.#life.machine.canMoveTo('fatal')) this.#fail(fatalError)
    if (this.#life.machine.sendsHeartbeats && this.#heartbeat.hasEnded(nowMs)) {
      this.#on.coordinator.markUnknown(nowMs)
      this.#lose('the session or the time for giving partitions up is over: they may be given to others')
    }
    if (this.#life.becomeStale(nowMs)) this.#forget()
  }

  /** One move of the state machine, where there is one to make. */
  #step(nowMs: number): void {
    const { reconciler } = this.#on
    switch (this.state) {
      case 'stable':
        this.#reconcile(nowMs)
        return
      case 'reconciling':
        if (reconciler.isIdle) this.#life.moveTo('acknowledging')
        return
      case 'fenced':
        if (reconciler.isIdle) this.#life.moveTo('joining')
        return
      case 'stale':
        this.#life.wakesUp(nowMs)
        return
      case 'preparing-leaving': {
        const isMember = this.#identity.generation > 0
        if (this.#life.farewell.step(isMember, nowMs) === 'done') this.#left()
      }
    }
  }

  /** Begins to bring what is owned in line with the target, where the two differ. */
  #reconcile(nowMs: number): void {
    const owned = this.#on.subscription.assignment()
    const wanted = this.#target.toReconcile(owned, nowMs)
    if (wanted === undefined || !this.#on.reconciler.isIdle) return
    this.#life.moveTo('reconciling')
    this.#on.reconciler.reconcile(wanted, nowMs)
  }

  #nextRequest(nowMs: number): AnyUnsentRequest | undefined {
    switch (this.state) {
      case 'joining':
        if (nowMs < this.#backoff.retryAtMs || this.#on.subscription.isAwaitingTopics) return undefined
        return this.#request(() => this.#fullMessage(JOINING_EPOCH), nowMs)
      case 'stable':
      case 'reconciling':
        return this.#isHeartbeatDue(nowMs) ? this.#request(() => this.#changes(), nowMs) : undefined
      case 'acknowledging': {
        const request = nowMs < this.#backoff.retryAtMs ? undefined : this.#request(() => this.#changes(), nowMs)
        if (request !== undefined) this.#life.moveTo('stable')
        return request
      }
      case 'stale':
        // A static member keeps its place until its session ends.
        return this.#options.groupInstanceId === undefined ? this.#farewell(LEAVING_EPOCH, Infinity, nowMs) : undefined
      case 'preparing-leaving': {
        if (!this.#on.reconciler.isIdle || this.#on.subscription.size > 0)
          return this.#heartbeat.isDue(nowMs) ? this.#request(() => this.#changes(), nowMs) : undefined
        const request = this.#farewell(this.#leavingEpoch, this.#life.farewell.deadlineMs, nowMs)
        if (request !== undefined) this.#life.moveTo('leaving')
        return request
      }
      default:
        return undefined
    }
  }

  /** Other topics are told at once. */
  #isHeartbeatDue(nowMs: number): boolean {
    return this.#heartbeat.isDue(nowMs) || (this.#on.subscription.topics !== this.#joinedTopics && !this.#isInFlight)
  }

  /** A request while another is in flight would tell the coordinator things in the wrong order. */
  #request(
    makeMessage: () => MessageInput<ConsumerGroupHeartbeatRequest>,
    nowMs: number,
  ): AnyUnsentRequest | undefined {
    if (this.#isInFlight) return undefined
    const nodeId = this.#sendableNode(nowMs)
    if (nodeId === undefined) return undefined
    this.#isInFlight = true
    const message = makeMessage()
    const attempt = ++this.#attempt
    const { requestTimeoutMs, sessionTimeoutMs } = this.#options
    const isMember = this.#life.machine.sendsHeartbeats
    const round = isMember ? this.#heartbeat.onSent(nowMs) : -1
    const settle = () => {
      this.#isInFlight = false
      return attempt === this.#attempt
    }
    return {
      destination: { nodeId, channel: 'coordinator' },
      api: consumerGroupHeartbeatApi,
      // Version 1 has the regular expression, and member ids made by the member.
      ...(message.subscribedTopicRegex === undefined ? {} : { minVersion: 1 }),
      request: (version: number) =>
        version === 0 && message.memberEpoch === JOINING_EPOCH ? { ...message, memberId: '' } : message,
      timeoutMs: Math.min(requestTimeoutMs, sessionTimeoutMs),
      onResponse: (response: ConsumerGroupHeartbeatResponse, _version: number, atMs: number) => {
        this.#on.measurements.onHeartbeat(atMs - nowMs, atMs)
        if (settle()) this.#onResponse(response, round, nowMs, atMs)
      },
      onFailure: (error: KafkaError, atMs: number) => {
        if (!settle()) return
        this.#tellAllAgain()
        this.#heartbeat.onFailure(round, atMs + this.#options.backoffMs(0))
        this.#react(error.retriable ? 'find-coordinator' : 'fatal', 'ConsumerGroupHeartbeat', atMs, error)
      },
    }
  }

  #farewell(memberEpoch: number, deadlineMs: number, nowMs: number): AnyUnsentRequest | undefined {
    const nodeId = this.#sendableNode(nowMs)
    if (nodeId === undefined || this.#identity.generation <= 0) return undefined
    const { groupId, requestTimeoutMs } = this.#options
    const { memberId } = this.#identity
    this.#forget()
    const onDone = () => (this.state === 'leaving' ? this.#left() : undefined)
    return {
      destination: { nodeId, channel: 'coordinator' },
      api: consumerGroupHeartbeatApi,
      request: { groupId, memberId, memberEpoch, ...this.#instance() },
      timeoutMs: Math.max(1, Math.min(requestTimeoutMs, deadlineMs - nowMs)),
      onResponse: onDone,
      onFailure: onDone,
    }
  }

  /** Everything about this member, as it is told at the beginning. */
  #fullMessage(memberEpoch: number): MessageInput<ConsumerGroupHeartbeatRequest> {
    const { groupId, clientRack, maxPollIntervalMs, groupRemoteAssignor } = this.#options
    const { subscription } = this.#on
    const isJoining = memberEpoch === JOINING_EPOCH
    this.#told = this.#subscriptionText
    this.#joinedTopics = subscription.topics
    this.#toldPartitions = isJoining ? '[]' : JSON.stringify(this.#ownedPartitions())
    return {
      groupId,
      memberId: this.#identity.memberId,
      memberEpoch,
      ...this.#instance(),
      rackId: clientRack === '' ? null : clientRack,
      rebalanceTimeoutMs: maxPollIntervalMs,
      subscribedTopicNames: [...subscription.topics],
      ...(subscription.serverRegex === undefined ? {} : { subscribedTopicRegex: subscription.serverRegex }),
      serverAssignor: groupRemoteAssignor ?? null,
      topicPartitions: isJoining ? [] : this.#ownedPartitions(),
    }
  }

  /** What has changed since the last heartbeat. What is being reconciled is told when it is done. */
  #changes(): MessageInput<ConsumerGroupHeartbeatRequest> {
    const { memberId, generation } = this.#identity
    if (this.#told !== this.#subscriptionText) return this.#fullMessage(generation)
    const message = { groupId: this.#options.groupId, memberId, memberEpoch: generation, ...this.#instance() }
    const topicPartitions = this.#ownedPartitions()
    const text = JSON.stringify(topicPartitions)
    if (this.state === 'reconciling' || text === this.#toldPartitions) return message
    this.#toldPartitions = text
    return { ...message, topicPartitions }
  }

  get #subscriptionText(): string {
    const { topics, serverRegex } = this.#on.subscription
    return JSON.stringify([topics, serverRegex])
  }

  #tellAllAgain(): void {
    this.#told = ''
  }

  #ownedPartitions(): { topicId: string; partitions: number[] }[] {
    return this.#target.byTopicId(this.#on.subscription.assignment())
  }

  #instance(): { instanceId?: string } {
    const { groupInstanceId } = this.#options
    return groupInstanceId === undefined ? {} : { instanceId: groupInstanceId }
  }

  #onResponse(response: ConsumerGroupHeartbeatResponse, round: number, sentAtMs: number, nowMs: number): void {
    const { errorCode, memberId, memberEpoch, heartbeatIntervalMs, assignment } = response
    const reaction = reactionTo('group-heartbeat', errorCode)
    if (reaction !== 'none') {
      this.#tellAllAgain()
      this.#heartbeat.onFailure(round, nowMs + this.#options.backoffMs(0))
      const detail = response.errorMessage ?? undefined
      const where = { groupId: this.#options.groupId, ...(detail === undefined ? {} : { detail }) }
      this.#react(reaction, 'ConsumerGroupHeartbeat', nowMs, stepError('group-heartbeat', errorCode, where))
      return
    }
    this.#backoff.onSuccess()
    this.#identity = { memberId: memberId ?? this.#identity.memberId, generation: memberEpoch }
    if (assignment !== null) this.#target.set(assignment.topicPartitions)
    if (this.state === 'joining') {
      this.#heartbeat.start(sentAtMs, heartbeatIntervalMs)
      this.#life.moveTo('stable')
    } else {
      const isQuiet = this.#target.isOwned(this.#on.subscription.assignment())
      this.#heartbeat.onAnswer(round, sentAtMs, isQuiet, heartbeatIntervalMs)
    }
  }

  #react(reaction: Reaction, api: string, nowMs: number, error: KafkaError): void {
    switch (reaction) {
      case 'find-coordinator':
      case 'retry':
        if (reaction === 'find-coordinator') this.#on.coordinator.markUnknown(nowMs)
        this.#on.events.push({ type: 'retry', api, error })
        this.#backoff.onFailure(nowMs)
        return
      case 'reject':
        this.#on.events.push({ type: 'failed', error, fatal: false })
        this.#backoff.onFailure(nowMs)
        return
      case 'rejoin-lost':
      case 'rejoin-as-new':
        this.#lose(`${api}: ${error.message}`)
        this.#backoff.onOvertaken(nowMs)
        return
      case 'fatal':
        this.#fail(error)
    }
  }

  /** What is owned is not ours any more; the member joins again under its id. */
  #lose(reason: string): void {
    const isLeaving = this.state === 'preparing-leaving'
    if (!isLeaving && !this.#life.machine.canMoveTo('fenced')) return
    this.#on.events.push({ type: 'rebalance', reason })
    this.#forget()
    if (!isLeaving) this.#life.moveTo('fenced')
    this.#on.reconciler.loseAll()
  }

  /** The coordinator takes us for gone, or will. What is in flight counts for nothing. */
  #forget(): void {
    this.#attempt++
    this.#heartbeat.stop()
    this.#target.clear()
    this.#identity = { memberId: this.#identity.memberId, generation: JOINING_EPOCH }
  }

  #fail(error: KafkaError): void {
    this.#forget()
    // Kafka 3.7 to 3.9 have the API, and refuse it unless it was switched on.
    const isSwitchedOff = BrokerError.is(error) && error.errorCode === ErrorCode.UNSUPPORTED_VERSION
    const isRefused = error.code === 'UNSUPPORTED_VERSION' || isSwitchedOff
    const text =
      "the brokers do not have the consumer group protocol (KIP-848, Kafka 4.0): choose groupProtocol 'classic'"
    this.#life.fail(isRefused ? new UsageError(text, { cause: error }) : error)
  }

  #left(): void {
    this.#forget()
    this.#life.left()
  }

  #sendableNode(nowMs: number): number | undefined {
    const { nodeId } = this.#on.coordinator
    return nodeId !== undefined && this.#on.availability.canSend(nodeId, 'coordinator', nowMs) ? nodeId : undefined
  }

  #nextPollAtMs(nowMs: number): number {
    let nextMs = this.#life.nextPollAtMs
    if (this.#life.machine.sendsHeartbeats) nextMs = Math.min(nextMs, this.#heartbeat.nextAtMs(nowMs))
    const waits = this.state === 'joining' || this.state === 'acknowledging'
    if (waits && this.#backoff.retryAtMs > nowMs) nextMs = Math.min(nextMs, this.#backoff.retryAtMs)
    return nextMs
  }
}

/** A member id as Java makes it: 16 random bytes in base64url. */
function randomMemberId(random: () => number): string {
  const id = decodeUuid(Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)))
  return id === ZERO_UUID ? randomMemberId(random) : id
}
