// All cores of one share consumer, wired together, in the order in which the loop polls them. It has no I/O: share-consumer.ts puts it on a
// NetworkClient, tests on a script.
import type { AnyUnsentRequest, NodeAvailability, PollResult, RequestManager } from '@odradek/network/internal'
import { ConsumerEvents } from '../consumer-events.ts'
import type { GroupCoordinator } from '../group/group-membership.ts'
import type { MetadataSource } from '../metadata-source.ts'
import { TopicWatch } from '../topic-watch.ts'
import { UserActivity } from '../user-activity.ts'
import { ShareAcknowledgements } from './share-acknowledgements.ts'
import { ShareBuffer } from './share-buffer.ts'
import type { ShareConsumerEvent, ShareSignal } from './share-events.ts'
import { ShareFetcher, type ShareFetcherOptions } from './share-fetcher.ts'
import { ShareMembership, type ShareMembershipOptions } from './share-membership.ts'

/** What all cores of a share consumer are told. */
export interface ShareCoreOptions extends ShareFetcherOptions, ShareMembershipOptions {}

/** What they work with. */
export interface ShareCoreDependencies {
  readonly coordinator: GroupCoordinator
  readonly metadata: MetadataSource
  readonly availability: NodeAvailability
}

/** See the head of the file. */
export class ShareCore implements RequestManager<ShareConsumerEvent | ShareSignal> {
  readonly events = new ConsumerEvents<ShareConsumerEvent | ShareSignal>()
  readonly activity = new UserActivity()
  readonly buffer: ShareBuffer
  readonly acknowledgements: ShareAcknowledgements
  readonly membership: ShareMembership
  readonly fetcher: ShareFetcher
  readonly #metadata: MetadataSource
  readonly #topicWatch: TopicWatch

  constructor(options: ShareCoreOptions, { coordinator, metadata, availability }: ShareCoreDependencies) {
    const { events, activity } = this
    this.#metadata = metadata
    this.#topicWatch = new TopicWatch({ step: 'share-partition', listsAll: false }, events)
    const buffer = (this.buffer = new ShareBuffer(() => events.push({ type: 'records-available' })))
    const acknowledgements = (this.acknowledgements = new ShareAcknowledgements(events))
    const shared = { metadata, availability, events }
    this.membership = new ShareMembership(options, { ...shared, activity, coordinator, fetcher: () => this.fetcher })
    this.fetcher = new ShareFetcher(options, {
      ...shared,
      acknowledgements,
      buffer,
      memberId: () => this.membership.memberId,
      onFatal: (error) => this.membership.fail(error),
    })
  }

  /** Polls all cores, again where one has moved on: what one waits for another may just have done. */
  poll(nowMs: number): PollResult<ShareConsumerEvent | ShareSignal> {
    const requests: AnyUnsentRequest[] = []
    const events: (ShareConsumerEvent | ShareSignal)[] = []
    let nextPollAtMs = Infinity
    for (let before: string | undefined; before !== this.#progress;) {
      before = this.#progress
      nextPollAtMs = Infinity
      for (const manager of [this.membership, this.fetcher]) {
        const result = manager.poll(nowMs)
        requests.push(...result.requests)
        events.push(...(result.events ?? []))
        nextPollAtMs = Math.min(nextPollAtMs, result.nextPollAtMs)
      }
    }
    return { requests, events, nextPollAtMs }
  }

  get #progress(): string {
    return `${this.membership.state} ${this.fetcher.phase} ${this.fetcher.isIdle}`
  }

  /** Looks for what is to be read and is not there. Called after each update of the metadata. */
  onMetadata(): void {
    this.#topicWatch.look(this.membership.topics, this.fetcher.assignment, this.#metadata.current)
  }
}
