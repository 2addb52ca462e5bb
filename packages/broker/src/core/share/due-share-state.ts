// What share coordinators do with time: the start of their log moves on, and what belongs to topics that are gone goes.
import type { BrokerConfig } from '../broker-config.ts'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { AppendOffsets } from '../log/append-offsets.ts'
import type { ShareStateRecord } from './share-state-record.ts'
import { SHARE_GROUP_STATE_TOPIC, shareStatePlace, storeShareState } from './share-state-topic.ts'

/** When share coordinators have something to do. */
export class ShareStateSchedule {
  readonly #config: BrokerConfig
  readonly #deletedTopics = new Set<string>()
  #nextPruneMs = 0
  #nextSnapshotMs = 0

  constructor(config: BrokerConfig) {
    this.#config = config
  }

  /** A topic of which something is known is gone. */
  onTopicDeleted(topicId: string): void {
    this.#deletedTopics.add(topicId)
  }

  /** When there is something to do again, given that something is known at all. */
  get nextDeadlineMs(): number {
    return this.#deletedTopics.size > 0 ? -Infinity : Math.min(this.#nextPruneMs, this.#nextSnapshotMs)
  }

  takeDeletedTopics(): ReadonlySet<string> {
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

/** When a broker's share coordinator has something to do; Infinity where it knows nothing. */
export function nextShareStateWorkMs({ shareCoordinator, shareStateSchedule }: BrokerState): number {
  return shareCoordinator.size === 0 ? Infinity : shareStateSchedule.nextDeadlineMs
}

/** What is to be done now. */
export function dueShareStateWork(state: BrokerState, nowMs: number, wallClockMs: number): BrokerRecord[] {
  const { shareCoordinator, shareStateSchedule } = state
  if (nowMs < nextShareStateWorkMs(state)) return []
  const deleted = shareStateSchedule.takeDeletedTopics()
  const snapshotIntervalMs = shareStateSchedule.takeSnapshots(nowMs)
  const written: ShareStateRecord[] = [
    ...(deleted.size > 0 ? shareCoordinator.removalsOf(deleted) : []),
    ...(snapshotIntervalMs === undefined ? [] : shareCoordinator.coldSnapshots(snapshotIntervalMs, wallClockMs)),
  ]
  const offsets = new AppendOffsets()
  const records = written.flatMap((record) => {
    const place = shareStatePlace(state, record.key)
    return place === undefined ? [] : storeShareState(place, record, offsets, wallClockMs)
  })
  return shareStateSchedule.takePrune(nowMs) ? [...records, ...pruned(state)] : records
}

function pruned({ shareCoordinator, shareStateLoading, topics, replicas }: BrokerState): BrokerRecord[] {
  const topicId = topics.byName(SHARE_GROUP_STATE_TOPIC)?.topicId
  if (topicId === undefined) return []
  return [...shareStateLoading.led].flatMap((partition): BrokerRecord[] => {
    const log = replicas.find(topicId, partition)?.log
    const before = shareCoordinator.redundantBefore(partition)
    if (log === undefined || before === undefined) return []
    const startOffset = Math.min(before, log.highWatermark)
    return startOffset > log.startOffset ? [{ type: 'records-deleted', topicId, partition, startOffset }] : []
  })
}
