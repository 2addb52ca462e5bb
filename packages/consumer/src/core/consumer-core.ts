// All cores of one consumer, wired together, in the order in which the loop polls them. It has no I/O: consumer.ts puts it on a
// NetworkClient, tests on a script.
import type { AnyUnsentRequest, NodeAvailability, PollResult, RequestManager } from '@odradek/network/internal'
import { ConsumerMeasurements } from './consumer-measurements.ts'
import { ConsumerEvents, type ConsumerEvent, type ConsumerSignal } from './consumer-events.ts'
import { FetchBuffer, LARGE_FETCH_BYTES } from './fetch/fetch-buffer.ts'
import { Fetcher, type FetcherOptions } from './fetch/fetcher.ts'
import { AssignmentReconciler } from './group/assignment-reconciler.ts'
import { ClassicMembership, type ClassicMembershipOptions } from './group/classic-membership.ts'
import { ConsumerMembership, type ConsumerMembershipOptions } from './group/consumer-membership.ts'
import type { GroupCoordinator } from './group/group-membership.ts'
import { ManualMembership } from './group/manual-membership.ts'
import type { MetadataSource } from './metadata-source.ts'
import { OffsetCommitter, type OffsetCommitterOptions } from './offsets/offset-committer.ts'
import { OffsetFetcher, type OffsetFetcherOptions } from './offsets/offset-fetcher.ts'
import { OffsetReset, type OffsetResetOptions } from './offsets/offset-reset.ts'
import { PositionValidation, type PositionValidationOptions } from './offsets/position-validation.ts'
import { SubscriptionState } from './offsets/subscription-state.ts'
import { StallWatch } from './stall-watch.ts'
import { TopicWatch } from './topic-watch.ts'
import { UserActivity } from './user-activity.ts'

/** What all cores of a consumer are told. */
export interface ConsumerCoreOptions
  extends
    FetcherOptions,
    Omit<ClassicMembershipOptions, 'groupId'>,
    Omit<ConsumerMembershipOptions, 'groupId'>,
    OffsetCommitterOptions,
    OffsetFetcherOptions,
    OffsetResetOptions,
    PositionValidationOptions {
  /** Topics by their names; without any, and without a pattern, partitions are assigned by hand. */
  readonly topics: readonly string[]
  /** Topics that match are read as well. Text is evaluated by the coordinator, where it can (KIP-848). */
  readonly topicPattern?: RegExp | string | undefined
  readonly groupProtocol: 'classic' | 'consumer'
  /** After how long a partition that should get on and does not is told of, in milliseconds. */
  readonly stallTimeoutMs: number
}

/** What they work with. */
export interface ConsumerCoreDependencies {
  readonly coordinator: GroupCoordinator
  readonly metadata: MetadataSource
  readonly availability: NodeAvailability
}

/** See the head of the file. */
export class ConsumerCore implements RequestManager<ConsumerEvent | ConsumerSignal> {
  readonly events = new ConsumerEvents()
  readonly activity = new UserActivity()
  readonly measurements = new ConsumerMeasurements()
  readonly subscription: SubscriptionState
  readonly fetchBuffer: FetchBuffer
  readonly membership: ClassicMembership | ConsumerMembership | ManualMembership
  /** Set where partitions are assigned by hand. */
  readonly manual: ManualMembership | undefined
  readonly committer: OffsetCommitter
  readonly fetcher: Fetcher
  readonly offsetFetcher: OffsetFetcher
  readonly reconciler: AssignmentReconciler
  readonly #managers: readonly RequestManager<ConsumerEvent | ConsumerSignal>[]
  readonly #metadata: MetadataSource
  readonly #topicWatch: TopicWatch
  readonly #pattern: RegExp | undefined
  readonly #named: readonly string[]

  constructor(options: ConsumerCoreOptions, { coordinator, metadata, availability }: ConsumerCoreDependencies) {
    const { events, activity, measurements } = this
    this.#metadata = metadata
    const subscription = new SubscriptionState(options.topics)
    this.#named = options.topics
    this.#topicWatch = new TopicWatch({ step: 'fetch', listsAll: options.topicPattern !== undefined }, events)
    const fetchBuffer = new FetchBuffer(() => events.push({ type: 'records-available' }))
    const reconciler = new AssignmentReconciler({
      subscription,
      fetchBuffer,
      events,
      isHandling: (partitions) => activity.isHandling(partitions),
      commitHandled: (...args) => this.committer.commitHandled(...args),
      // Longer than the session there is nothing to win: the group gives the partitions away.
      commitTimeoutMs: Math.min(options.maxPollIntervalMs, options.sessionTimeoutMs),
    })
    this.subscription = subscription
    this.fetchBuffer = fetchBuffer
    this.reconciler = reconciler
    const shared = { subscription, coordinator, metadata, availability, events, measurements }
    const forMember = { ...shared, reconciler, activity }
    const hasTopics = options.topics.length > 0 || options.topicPattern !== undefined
    this.manual = hasTopics ? undefined : new ManualMembership(options, forMember)
    const inGroup = { ...options, groupId: options.groupId ?? '' }
    const membership =
      this.manual ??
      (options.groupProtocol === 'consumer'
        ? new ConsumerMembership(inGroup, forMember)
        : new ClassicMembership(inGroup, forMember))
    this.#pattern = this.#watchTopics(options)
    const offsetReset = new OffsetReset(options, shared)
    this.membership = membership
    this.committer = new OffsetCommitter(options, { ...shared, membership })
    this.offsetFetcher = new OffsetFetcher(options, { ...shared, membership, offsetReset })
    const forReading = { ...shared, buffer: fetchBuffer, offsetReset }
    const validation = new PositionValidation(options, forReading)
    const fetcher = (this.fetcher = new Fetcher(options, { ...forReading, validation }))
    const { stallTimeoutMs } = options
    const maxPollIntervalMs = this.manual === undefined ? undefined : options.maxPollIntervalMs
    const forWatch = { ...forMember, fetchBuffer, membership }
    const stallWatch = new StallWatch({ stallTimeoutMs, maxPollIntervalMs }, forWatch)
    this.#managers = [membership, this.committer, this.offsetFetcher, offsetReset, validation, fetcher, stallWatch]
  }

  /**
   * Polls all cores, again where one has moved the membership on: what one waits for another may just have done. Where little has come, that is told
   * first, for working out the next requests takes longer than handing a record over; then it wants to be polled at once.
   */
  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
    if (!this.events.isEmpty && this.fetchBuffer.bytes < LARGE_FETCH_BYTES)
      return { requests: [], events: this.events.drain(), nextPollAtMs: nowMs }
    const requests: AnyUnsentRequest[] = []
    const events: (ConsumerEvent | ConsumerSignal)[] = []
    let nextPollAtMs = Infinity
    for (let before: string | undefined; before !== this.#progress;) {
      before = this.#progress
      nextPollAtMs = Infinity
      for (const manager of this.#managers) {
        const result = manager.poll(nowMs)
        requests.push(...result.requests)
        events.push(...(result.events ?? []))
        nextPollAtMs = Math.min(nextPollAtMs, result.nextPollAtMs)
      }
    }
    return { requests, events, nextPollAtMs }
  }

  /** Other topics from now on, in place of those that were named. */
  subscribe(topics: readonly string[], nowMs: number): void {
    if (this.subscription.setTopics(topics)) this.#metadata.addTopics(this.subscription.topics, nowMs)
  }

  /** The pattern to evaluate here, if there is one. */
  #watchTopics({ topicPattern, groupProtocol }: ConsumerCoreOptions): RegExp | undefined {
    if (topicPattern === undefined) return undefined
    if (typeof topicPattern === 'string' && groupProtocol === 'consumer') {
      this.subscription.serverRegex = topicPattern
      return undefined
    }
    this.subscription.isAwaitingTopics = true
    // Neither a place to go on from nor a part of a name: the whole name has to match, as Java has it.
    const { source, flags } = typeof topicPattern === 'string' ? new RegExp(topicPattern) : topicPattern
    return new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, ''))
  }

  #matchTopics(): void {
    const { topics, version } = this.#metadata.current
    if (this.#pattern === undefined || version === 0) return
    const matching = [...topics.values()].filter(({ name, isInternal }) => !isInternal && this.#pattern!.test(name))
    this.subscription.setTopics([...this.#named, ...matching.map(({ name }) => name)])
    this.subscription.isAwaitingTopics = false
  }

  get #progress(): string {
    return `${this.membership.state} ${this.reconciler.step}`
  }

  /** Looks for topics that match, and for what is to be read and is not there. Called after each update of the metadata. */
  onMetadata(): void {
    this.#matchTopics()
    const { topics } = this.subscription
    this.#topicWatch.look(topics, this.subscription.assignment(), this.#metadata.current)
  }
}
