// All cores of one consumer, wired together, in the order in which the loop polls them. It has no I/O: consumer.ts puts it on a
// NetworkClient, tests on a script.
import type { AnyUnsentRequest, NodeAvailability, PollResult, RequestManager } from '@odradek/network/internal'
import { ErrorCode } from '@odradek/protocol'
import { ConsumerEvents, type ConsumerEvent, type ConsumerSignal } from './consumer-events.ts'
import { stepError } from './error-table.ts'
import { FetchBuffer } from './fetch/fetch-buffer.ts'
import { Fetcher, type FetcherOptions } from './fetch/fetcher.ts'
import { AssignmentReconciler } from './group/assignment-reconciler.ts'
import { ClassicMembership, type ClassicMembershipOptions } from './group/classic-membership.ts'
import { ConsumerMembership, type ConsumerMembershipOptions } from './group/consumer-membership.ts'
import type { GroupCoordinator } from './group/group-membership.ts'
import type { MetadataSource } from './metadata-source.ts'
import { OffsetCommitter, type OffsetCommitterOptions } from './offsets/offset-committer.ts'
import { OffsetFetcher } from './offsets/offset-fetcher.ts'
import { OffsetReset, type OffsetResetOptions } from './offsets/offset-reset.ts'
import { SubscriptionState } from './offsets/subscription-state.ts'
import { UserActivity } from './user-activity.ts'

/** What all cores of a consumer are told. */
export interface ConsumerCoreOptions
  extends
    FetcherOptions,
    ClassicMembershipOptions,
    ConsumerMembershipOptions,
    OffsetCommitterOptions,
    OffsetResetOptions {
  readonly groupProtocol: 'classic' | 'consumer'
  readonly topics: readonly string[]
}

/** What they work with. */
export interface ConsumerCoreDependencies {
  readonly coordinator: GroupCoordinator
  readonly metadata: MetadataSource
  readonly availability: NodeAvailability
}

/** Topic errors in metadata that do not pass by themselves. */
const lastingTopicErrors: ReadonlySet<number> = new Set([
  ErrorCode.TOPIC_AUTHORIZATION_FAILED,
  ErrorCode.INVALID_TOPIC_EXCEPTION,
])

/** See the head of the file. */
export class ConsumerCore implements RequestManager<ConsumerEvent | ConsumerSignal> {
  readonly events = new ConsumerEvents()
  readonly activity = new UserActivity()
  readonly subscription: SubscriptionState
  readonly fetchBuffer: FetchBuffer
  readonly membership: ClassicMembership | ConsumerMembership
  readonly committer: OffsetCommitter
  readonly offsetFetcher: OffsetFetcher
  readonly reconciler: AssignmentReconciler
  readonly #managers: readonly RequestManager<ConsumerEvent | ConsumerSignal>[]
  readonly #metadata: MetadataSource

  constructor(options: ConsumerCoreOptions, { coordinator, metadata, availability }: ConsumerCoreDependencies) {
    const { events, activity } = this
    this.#metadata = metadata
    const subscription = new SubscriptionState(options.topics)
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
    const shared = { subscription, coordinator, metadata, availability, events }
    const forMember = { ...shared, reconciler, activity }
    const membership =
      options.groupProtocol === 'consumer'
        ? new ConsumerMembership(options, forMember)
        : new ClassicMembership(options, forMember)
    const offsetReset = new OffsetReset(options, shared)
    this.membership = membership
    this.committer = new OffsetCommitter(options, { ...shared, membership })
    this.offsetFetcher = new OffsetFetcher(options, { ...shared, membership, offsetReset })
    const fetcher = new Fetcher(options, { ...shared, buffer: fetchBuffer, offsetReset })
    this.#managers = [membership, this.committer, this.offsetFetcher, offsetReset, fetcher]
  }

  /** Polls all cores, again where one has moved the membership on: what one waits for another may just have done. */
  poll(nowMs: number): PollResult<ConsumerEvent | ConsumerSignal> {
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

  get #progress(): string {
    return `${this.membership.state} ${this.reconciler.step}`
  }

  /** Tells the user of a subscribed topic that cannot be read. Called after each update of the metadata. */
  onMetadata(): void {
    for (const topic of this.subscription.topics) {
      const errorCode = this.#metadata.current.topics.get(topic)?.errorCode ?? ErrorCode.NONE
      if (!lastingTopicErrors.has(errorCode)) continue
      this.events.push({ type: 'failed', error: stepError('fetch', errorCode, { topic }), fatal: false })
    }
  }
}
