// What share coordinators do with time: the start of their log moves on, and what belongs to topics that are gone goes.
import { SHARE_GROUP_STATE_TOPIC } from '../cluster/coordinator-topics.ts'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { AppendOffsets } from '../log/append-offsets.ts'
import type { ShareStateRecord } from './share-state-record.ts'
import { shareStatePlace, storeShareState } from './share-state-topic.ts'

/** When a broker's share coordinator has something to do; Infinity where it knows nothing. */
export function nextShareStateWorkMs({ shareCoordinator, shareStateSchedule }: BrokerState): number {
  return shareCoordinator.size === 0 ? Infinity : shareStateSchedule.nextDeadlineMs
}

/** What is to be done now. */
export function dueShareStateWork(state: BrokerState, nowMs: number, wallClockMs: number): BrokerRecord[] {
  const { shareCoordinator, shareStateSchedule } = state
  if (nowMs < nextShareStateWorkMs(state)) return []
  const deleted = shareStateSchedule.takeDeletedTopics(nowMs)
  const snapshotIntervalMs = shareStateSchedule.takeSnapshots(nowMs)
  const written: ShareStateRecord[] = [
    ...(deleted.size > 0 ? shareCoordinator.removalsOf(deleted) : []),
    ...(snapshotIntervalMs === undefined ? [] : shareCoordinator.coldSnapshots(snapshotIntervalMs, wallClockMs)),
  ]
  const offsets = new AppendOffsets()
  const putOff = new Set<string>()
  const records = written.flatMap((record) => {
    const place = shareStatePlace(state, record.key)
    if (place === undefined) return []
    if (!place.isUnderMinIsr) return storeShareState(place, record, offsets, wallClockMs)
    // A snapshot is made the next time that one is due; of a topic that is gone nothing else would remind us.
    if (record.value === null) putOff.add(record.key.topicId)
    return []
  })
  if (putOff.size > 0) shareStateSchedule.putOffDeletions(putOff, nowMs)
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
