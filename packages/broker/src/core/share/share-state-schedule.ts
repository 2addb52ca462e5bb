import type { BrokerConfig } from '../broker-config.ts'

const DELETION_RETRY_MS = 1000

/** When share coordinators have something to do. */
export class ShareStateSchedule {
  readonly #config: BrokerConfig
  readonly #deletedTopics = new Set<string>()
  #nextDeletionMs = -Infinity
  #nextPruneMs = 0
  #nextSnapshotMs = 0

  constructor(config: BrokerConfig) {
    this.#config = config
  }

  /** A topic of which something is known is gone. */
  onTopicDeleted(topicId: string): void {
    this.#deletedTopics.add(topicId)
    this.#nextDeletionMs = -Infinity
  }

  /** What is known of these topics cannot be taken away now. */
  putOffDeletions(topicIds: Iterable<string>, nowMs: number): void {
    for (const topicId of topicIds) this.#deletedTopics.add(topicId)
    this.#nextDeletionMs = nowMs + DELETION_RETRY_MS
  }

  /** When there is something to do again, given that something is known at all. */
  get nextDeadlineMs(): number {
    const nextDeletionMs = this.#deletedTopics.size > 0 ? this.#nextDeletionMs : Infinity
    return Math.min(nextDeletionMs, this.#nextPruneMs, this.#nextSnapshotMs)
  }

  takeDeletedTopics(nowMs: number): ReadonlySet<string> {
    if (nowMs < this.#nextDeletionMs) return new Set()
    const deleted = new Set(this.#deletedTopics)
    this.#deletedTopics.clear()
    return deleted
  }

  /** Whether it is time to prune, which is then asked for again after the interval. */
  takePrune(nowMs: number): boolean {
    if (nowMs < this.#nextPruneMs) return false
    this.#nextPruneMs = nowMs + this.#config.shareCoordinatorStateTopicPruneIntervalMs
    return true
  }

  /** The interval in which snapshots are made, where it is time to look. */
  takeSnapshots(nowMs: number): number | undefined {
    if (nowMs < this.#nextSnapshotMs) return undefined
    const intervalMs = this.#config.shareCoordinatorColdPartitionSnapshotIntervalMs
    this.#nextSnapshotMs = nowMs + intervalMs
    return intervalMs
  }
}
