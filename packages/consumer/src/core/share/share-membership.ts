// Membership of a share group (KIP-932): one request, ShareGroupHeartbeat; the coordinator assigns, and since several members may read a
// partition, nobody has to give anything up before another takes it over.
import { decodeUuid, ZERO_UUID } from '@odradek/bytes'
import type { AnyUnsentRequest, NodeAvailability, PollResult, RequestManager } from '@odradek/network/internal'
import { type KafkaError, UsageError } from '@odradek/protocol'
import { shareGroupHeartbeatApi } from '@odradek/protocol/apis/share-group-heartbeat'
import type { ShareGroupHeartbeatResponse } from '@odradek/protocol/messages/share-group-heartbeat-response'
import type { ConsumerEvents } from '../consumer-events.ts'
import { type Reaction, reactionTo, stepError } from '../error-table.ts'
import type { GroupCoordinator } from '../group/group-membership.ts'
import { JoinBackoff } from '../group/join-backoff.ts'
import { type MemberState, MemberStateMachine } from '../group/member-state.ts'
import { TargetAssignment } from '../group/target-assignment.ts'
import type { MetadataSource } from '../metadata-source.ts'
import type { TopicPartition } from '../topic-partition.ts'
import { PollInterval, type UserActivity } from '../user-activity.ts'
import type { ShareConsumerEvent, ShareSignal } from './share-events.ts'
import type { ShareFetcher } from './share-fetcher.ts'

/** What ShareMembership is told; the share consumer's options fit. */
export interface ShareMembershipOptions {
  readonly groupId: string
  readonly topics: readonly string[]
  readonly clientRack: string
  readonly maxPollIntervalMs: number
  readonly requestTimeoutMs: number
  readonly random: () => number
  readonly backoffMs: (attempts: number) => number
}

/** What it works with. */
export interface ShareMembershipDependencies {
  readonly coordinator: GroupCoordinator
  readonly availability: NodeAvailability
  readonly metadata: MetadataSource
  readonly activity: UserActivity
  readonly events: ConsumerEvents<ShareConsumerEvent | ShareSignal>
  readonly fetcher: () => ShareFetcher
}

/** Epochs with a meaning of their own. */
const JOINING_EPOCH = 0
const LEAVING_EPOCH = -1

/** What the coordinator says of itself replaces it. */
const FIRST_INTERVAL_MS = 5000

/** How long a consumer that closes waits to tell what became of its records. */
const FAREWELL_WAIT_MS = 3000

/** See the head of the file. It moves through `unsubscribed`, `joining`, `stable`, `fenced`, `stale`, `preparing-leaving`, `leaving` and `fatal`. */
export class ShareMembership implements RequestManager<ShareConsumerEvent | ShareSignal> {
  readonly memberId: string
  readonly #options: ShareMembershipOptions
  readonly #on: ShareMembershipDependencies
  readonly #machine = new MemberStateMachine()
  readonly #pollInterval: PollInterval
  readonly #backoff: JoinBackoff
  readonly #target: TargetAssignment
  #topics: readonly string[]
  #toldTopics: readonly string[] | undefined
  #epoch = JOINING_EPOCH
  #intervalMs = FIRST_INTERVAL_MS
  #nextAtMs = -Infinity
  #isInFlight = false
  #attempt = 0
  #deadlineMs = Infinity
  #farewellUntilMs = Infinity

  constructor(options: ShareMembershipOptions, dependencies: ShareMembershipDependencies) {
    this.#options = options
    this.#on = dependencies
    this.#topics = options.topics
    this.memberId = randomMemberId(options.random)
    this.#pollInterval = new PollInterval(dependencies.activity, options.maxPollIntervalMs)
    this.#backoff = new JoinBackoff(options.backoffMs)
    this.#target = new TargetAssignment(dependencies.metadata)
  }

  get state(): MemberState {
    return this.#machine.state
  }

  /** What is subscribed. */
  get topics(): readonly string[] {
    return this.#topics
  }

  /** Begins to be a member. Does nothing where it is one. */
  join(nowMs: number): void {
    if (this.state !== 'unsubscribed') return
    this.#on.coordinator.wanted = true
    this.#on.metadata.addTopics(this.#topics, nowMs)
    this.#on.fetcher().phase = 'open'
    this.#pollInterval.restart(nowMs)
    this.#moveTo('joining')
  }

  /** Reads these topics in place of those before. */
  subscribe(topics: readonly string[], nowMs: number): void {
    this.#topics = topics
    this.#on.metadata.addTopics(topics, nowMs)
  }

  /** Tells what became of records, gives the others back and leaves; signals `left` when done, by `deadlineMs` at the latest. */
  leave(deadlineMs: number): void {
    this.#deadlineMs = deadlineMs
    if (this.state === 'unsubscribed') this.#on.events.push({ type: 'left' })
    else if (this.#machine.canMoveTo('preparing-leaving')) this.#moveTo('preparing-leaving')
    this.#farewellUntilMs = Infinity
  }

  /** Only the user can remedy this. */
  fail(error: KafkaError): void {
    this.#attempt++
    if (!this.#machine.canMoveTo('fatal')) return
    this.#moveTo('fatal')
    this.#on.fetcher().abandon(error)
    this.#on.events.push({ type: 'failed', error, fatal: true })
  }

  poll(nowMs: number): PollResult<ShareConsumerEvent | ShareSignal> {
    const requests: AnyUnsentRequest[] = []
    this.#watch(nowMs)
    for (let before: MemberState | undefined; before !== this.state;) {
      before = this.state
      const request = this.#step(nowMs)
      if (request !== undefined) requests.push(request)
    }
    return { requests, events: this.#on.events.drain(), nextPollAtMs: this.#nextPollAtMs(nowMs) }
  }

  #watch(nowMs: number): void {
    const { fatalError } = this.#on.coordinator
    if (fatalError !== undefined) this.fail(fatalError)
    if (this.state !== 'stable' && this.state !== 'joining') return
    const { maxPollIntervalMs } = this.#options
    const { activity, events } = this.#on
    if (this.#pollInterval.isNearEnd(nowMs))
      events.push({ type: 'max-poll-interval-near', maxPollIntervalMs, partition: activity.slowestPartitionKey })
    if (!this.#pollInterval.hasEnded(nowMs)) return
    events.push({ type: 'max-poll-interval-exceeded', maxPollIntervalMs })
    this.#moveTo('stale')
    this.#assign([])
    // The sessions end: what waits, and what hangs in a handler, goes to others.
    this.#on.fetcher().phase = 'closing'
  }

  /** One move of the state machine, where there is one to make. */
  #step(nowMs: number): AnyUnsentRequest | undefined {
    const fetcher = this.#on.fetcher()
    switch (this.state) {
      case 'joining':
        return this.#isFree(nowMs) ? this.#heartbeat(nowMs) : undefined
      case 'stable':
        this.#assignKnown(nowMs)
        return this.#isFree(nowMs) && this.#isDue(nowMs) ? this.#heartbeat(nowMs) : undefined
      case 'fenced':
        this.#moveTo('joining')
        return undefined
      case 'stale':
        if (!this.#pollInterval.hasBeenAsked) return this.#farewell(nowMs)
        this.#pollInterval.restart(nowMs)
        fetcher.phase = 'open'
        this.#forget()
        this.#moveTo('joining')
        return undefined
      case 'preparing-leaving':
        return this.#stepLeaving(nowMs)
      default:
        return undefined
    }
  }

  #stepLeaving(nowMs: number): AnyUnsentRequest | undefined {
    const fetcher = this.#on.fetcher()
    // Its record may be acknowledged yet.
    if (this.#on.activity.phase === 'handling' && nowMs < this.#deadlineMs) return undefined
    fetcher.phase = 'closing'
    if (this.#farewellUntilMs === Infinity) this.#farewellUntilMs = Math.min(this.#deadlineMs, nowMs + FAREWELL_WAIT_MS)
    const isHopeless = nowMs >= this.#farewellUntilMs || this.#on.coordinator.fatalError !== undefined
    if (!fetcher.isIdle && !isHopeless) return undefined
    if (this.#epoch === JOINING_EPOCH || isHopeless) {
      this.#left()
      return undefined
    }
    const request = this.#farewell(nowMs)
    if (request !== undefined) this.#moveTo('leaving')
    return request
  }

  #left(): void {
    this.#forget()
    this.#assign([])
    this.#on.coordinator.wanted = false
    this.#moveTo('unsubscribed')
    this.#on.events.push({ type: 'left' })
  }

  #forget(): void {
    this.#attempt++
    this.#epoch = JOINING_EPOCH
    this.#toldTopics = undefined
    this.#isInFlight = false
    this.#target.clear()
  }

  #isFree(nowMs: number): boolean {
    return !this.#isInFlight && nowMs >= this.#backoff.retryAtMs
  }

  /** Other topics are told at once. */
  #isDue(nowMs: number): boolean {
    return nowMs >= this.#nextAtMs || this.#topics !== this.#toldTopics
  }

  #heartbeat(nowMs: number): AnyUnsentRequest | undefined {
    const nodeId = this.#sendableNode(nowMs)
    if (nodeId === undefined) return undefined
    const { groupId, clientRack, requestTimeoutMs } = this.#options
    const topics = this.#topics
    const isNews = topics !== this.#toldTopics
    const attempt = ++this.#attempt
    this.#isInFlight = true
    this.#nextAtMs = nowMs + this.#intervalMs
    const settle = () => {
      if (attempt !== this.#attempt) return false
      this.#isInFlight = false
      return true
    }
    return {
      destination: { nodeId, channel: 'coordinator' },
      api: shareGroupHeartbeatApi,
      minVersion: 1,
      request: {
        groupId,
        memberId: this.memberId,
        memberEpoch: this.#epoch,
        rackId: this.#epoch === JOINING_EPOCH && clientRack !== '' ? clientRack : null,
        subscribedTopicNames: isNews ? [...topics] : null,
      },
      timeoutMs: requestTimeoutMs,
      onResponse: (response: ShareGroupHeartbeatResponse, _version: number, atMs: number) => {
        if (!settle()) return
        if (response.errorCode === 0) this.#toldTopics = topics
        this.#onResponse(response, atMs)
      },
      onFailure: (error: KafkaError, atMs: number) => {
        if (settle()) this.#react(error.retriable ? 'find-coordinator' : 'fatal', atMs, error)
      },
    }
  }

  #farewell(nowMs: number): AnyUnsentRequest | undefined {
    const nodeId = this.#sendableNode(nowMs)
    if (nodeId === undefined || this.#epoch === JOINING_EPOCH) return undefined
    const { groupId, requestTimeoutMs } = this.#options
    this.#forget()
    const onDone = () => (this.state === 'leaving' ? this.#left() : undefined)
    return {
      destination: { nodeId, channel: 'coordinator' },
      api: shareGroupHeartbeatApi,
      minVersion: 1,
      request: { groupId, memberId: this.memberId, memberEpoch: LEAVING_EPOCH },
      timeoutMs: Math.max(1, Math.min(requestTimeoutMs, this.#deadlineMs - nowMs)),
      onResponse: onDone,
      onFailure: onDone,
    }
  }

  #onResponse(response: ShareGroupHeartbeatResponse, nowMs: number): void {
    const { errorCode, errorMessage, memberEpoch, heartbeatIntervalMs, assignment } = response
    const reaction = reactionTo('share-heartbeat', errorCode)
    if (reaction !== 'none') {
      const detail = errorMessage === null ? {} : { detail: errorMessage }
      this.#react(
        reaction,
        nowMs,
        stepError('share-heartbeat', errorCode, { groupId: this.#options.groupId, ...detail }),
      )
      return
    }
    this.#backoff.onSuccess()
    this.#epoch = memberEpoch
    if (heartbeatIntervalMs > 0) this.#intervalMs = heartbeatIntervalMs
    this.#nextAtMs = nowMs + this.#intervalMs
    if (assignment !== null) this.#target.set(assignment.topicPartitions)
    if (this.state === 'joining') this.#moveTo('stable')
  }

  #react(reaction: Reaction, nowMs: number, error: KafkaError): void {
    const { coordinator, events } = this.#on
    if (reaction === 'fatal') {
      const text = 'the brokers have no share groups (KIP-932): they need Kafka 4.1 with the feature share.version at 1'
      this.fail(error.code === 'UNSUPPORTED_VERSION' ? new UsageError(text, { cause: error }) : error)
      return
    }
    if (reaction === 'find-coordinator') coordinator.markUnknown(nowMs)
    if (reaction === 'reject') events.push({ type: 'failed', error, fatal: false })
    else events.push({ type: 'retry', api: 'ShareGroupHeartbeat', error })
    this.#toldTopics = undefined
    if (reaction !== 'rejoin-lost') {
      this.#backoff.onFailure(nowMs)
      return
    }
    this.#backoff.onOvertaken(nowMs)
    this.#forget()
    events.push({ type: 'rebalance', reason: `ShareGroupHeartbeat: ${error.message}` })
    // Records that are locked stay so: the locks are the leaders', not the coordinator's.
    if (this.#machine.canMoveTo('fenced')) this.#moveTo('fenced')
  }

  /** Takes over what is assigned, as far as the topics are known by name. */
  #assignKnown(nowMs: number): void {
    const wanted = this.#target.toReconcile(this.#on.fetcher().assignment, nowMs)
    if (wanted !== undefined) this.#assign(wanted)
  }

  #assign(partitions: readonly TopicPartition[]): void {
    const fetcher = this.#on.fetcher()
    if (partitions.length === 0 && fetcher.assignment.length === 0) return
    fetcher.assignment = partitions
    this.#on.events.push({ type: 'assigned', partitions })
  }

  #sendableNode(nowMs: number): number | undefined {
    const { nodeId } = this.#on.coordinator
    return nodeId !== undefined && this.#on.availability.canSend(nodeId, 'coordinator', nowMs) ? nodeId : undefined
  }

  #moveTo(next: MemberState): void {
    const from = this.#machine.transitionTo(next)
    const { memberId } = this
    this.#on.events.push({ type: 'member-state', from, to: next, memberId, generation: this.#epoch })
  }

  #nextPollAtMs(nowMs: number): number {
    const { state } = this
    let nextMs = Infinity
    if (state === 'stable' || state === 'joining') nextMs = this.#pollInterval.nextLookAtMs
    if (state === 'stable' && !this.#isInFlight && this.#nextAtMs > nowMs) nextMs = Math.min(nextMs, this.#nextAtMs)
    if (this.#backoff.retryAtMs > nowMs) nextMs = Math.min(nextMs, this.#backoff.retryAtMs)
    if (state === 'preparing-leaving') nextMs = Math.min(nextMs, this.#farewellUntilMs, this.#deadlineMs)
    return nextMs
  }
}

/** A member id as Java makes it: 16 random bytes in base64url. */
function randomMemberId(random: () => number): string {
  const id = decodeUuid(Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)))
  return id === ZERO_UUID || id.startsWith('-') ? randomMemberId(random) : id
}
