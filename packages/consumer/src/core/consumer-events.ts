// What the cores of a consumer say happened. All of them write to one queue, so that a listener hears things in the order in which
// they happened; any core's poll hands out what is there.
import type { KafkaError } from '@odradek/protocol'
import type { MemberState } from './group/member-state.ts'
import type { TopicPartition } from './topic-partition.ts'

/** What happened to a consumer, as plain data: for logs and metrics (option `onEvent`). */
export type ConsumerEvent =
  /** The member moved from one state to another (see member-state.ts). */
  | {
      readonly type: 'member-state'
      readonly from: MemberState
      readonly to: MemberState
      readonly memberId: string
      readonly generation: number
    }
  /** A rebalance begins or a membership ends, and why. */
  | { readonly type: 'rebalance'; readonly reason: string }
  /**
   * Four fifths of `maxPollIntervalMs` are over since a record was asked for, or since the rebalance listener began; `partition` (`topic-7`)
   * is the one whose record is in hand.
   */
  | {
      readonly type: 'max-poll-interval-near'
      readonly maxPollIntervalMs: number
      readonly partition: string | undefined
    }
  /**
   * The consumer does not get on, for `sinceMs`. It waits for
   * - `records` of these partitions: the user does too, the brokers have some (or have not said), and none has come;
   * - `group`: to become a member of it, while the user waits for records; `error` is why the coordinator is not found;
   * - `listener`: the user's rebalance listener, which was told of these partitions and has not ended;
   * - `user`: nothing was asked for during `maxPollIntervalMs`, and records of these partitions are in hand or ready. Told of consumers without a
   *   group, again after each such interval; a member of one hears `max-poll-interval-near`.
   */
  | {
      readonly type: 'stalled'
      readonly waitsFor: 'records' | 'group' | 'listener' | 'user'
      readonly sinceMs: number
      readonly partitions: readonly TopicPartition[]
      readonly error?: KafkaError
    }
  /**
   * Nothing was asked of the consumer for `maxPollIntervalMs`, or its rebalance listener took that long: it leaves the group until it is
   * asked again.
   */
  | { readonly type: 'max-poll-interval-exceeded'; readonly maxPollIntervalMs: number }
  | { readonly type: 'assigned' | 'revoked' | 'lost'; readonly partitions: readonly TopicPartition[] }
  /** Offsets that the consumer commits of itself could not be committed; `willRetry` says whether it tries again. */
  | { readonly type: 'commit-failed'; readonly error: KafkaError; readonly willRetry: boolean }
  /**
   * What is to be read does not exist, or brokers do not let this client know of it (`error`): a topic, or a partition that was assigned
   * by hand. Told once, when that begins; the consumer goes on asking.
   */
  | {
      readonly type: 'topic-unavailable'
      readonly topic: string
      readonly partition?: number
      readonly error: KafkaError
    }
  /** What was unavailable is there. */
  | { readonly type: 'topic-available'; readonly topic: string; readonly partition?: number }
  /** A position was set to the beginning or the end of its partition. */
  | {
      readonly type: 'offset-reset'
      readonly topic: string
      readonly partition: number
      readonly offset: bigint
      readonly strategy: 'earliest' | 'latest' | 'timestamp'
    }
  /** The leader has lost records that were read: reading goes on at `offset`, where its log parts from what was read (KIP-320). */
  | {
      readonly type: 'log-truncated'
      readonly topic: string
      readonly partition: number
      readonly position: bigint
      readonly offset: bigint
    }
  /** A request of the consumer met an error that it gets over by itself. */
  | {
      readonly type: 'retry'
      readonly api: string
      readonly error: KafkaError
      readonly topic?: string
      readonly partition?: number
    }

/** What the cores want of the shell around them. */
export type ConsumerSignal =
  /** A CompletedFetch is in the buffer. */
  | { readonly type: 'records-available' }
  /** Run the user's rebalance listener, then say so to the reconciler. */
  | { readonly type: 'run-listener'; readonly kind: ListenerKind; readonly partitions: readonly TopicPartition[] }
  /** To be thrown out of the iterator: once, or for ever where it is `fatal`. */
  | { readonly type: 'failed'; readonly error: KafkaError; readonly fatal: boolean }
  /** The group has been left, or there was nothing to leave. */
  | { readonly type: 'left' }

/** Which of the rebalance listener's functions. */
export type ListenerKind = 'assigned' | 'revoked' | 'lost'

/** The queue that all cores of one consumer write to. */
export class ConsumerEvents<E = ConsumerEvent | ConsumerSignal> {
  #queue: E[] = []

  push(event: E): void {
    this.#queue.push(event)
  }

  get isEmpty(): boolean {
    return this.#queue.length === 0
  }

  /** Hands out what is queued, once. */
  drain(): readonly E[] {
    if (this.#queue.length === 0) return none
    const events = this.#queue
    this.#queue = []
    return events
  }
}

const none: readonly never[] = []
