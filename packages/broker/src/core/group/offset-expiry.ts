// When committed offsets expire (KIP-211): not while a group's members subscribe to the topic; after that, or from the commit on where nobody
// ever subscribed, once `offsets.retention.minutes` have passed.
import type { OffsetDeleted } from '../broker-record.ts'
import type { Group } from './group-registry.ts'
import type { CommittedOffset, OffsetStore } from './offset-store.ts'
import { subscribedTopics } from './subscribed-topics.ts'

/** The offsets of a group that have expired at `wallClockMs`. */
export function expiredOffsets(
  group: Group,
  offsets: OffsetStore,
  wallClockMs: number,
  retentionMs: number,
): OffsetDeleted[] {
  const since = expiryBase(group)
  if (since === undefined) return []
  const { groupId } = group
  return [...offsets.ofGroup(groupId)]
    .filter((offset) => {
      const base = since(offset)
      return base !== undefined && wallClockMs - base >= retentionMs
    })
    .filter(({ topicId, partition }) => !offsets.hasPending(groupId, topicId, partition))
    .map(({ topicId, topic, partition }) => ({ type: 'offset-deleted', groupId, topicId, topic, partition }))
}

type ExpiryBase = (offset: CommittedOffset) => number | undefined

/** From when on the time of an offset runs; undefined where none of the group's expires. */
function expiryBase(group: Group): ExpiryBase | undefined {
  if (group.type !== 'classic') {
    const inUse = group.subscribedNames
    return ({ topic, commitTimestampMs }) => (inUse.has(topic) ? undefined : commitTimestampMs)
  }
  // Simple consumers commit without ever joining: their groups have no protocol type.
  if (group.protocolType === undefined) return ({ commitTimestampMs }) => commitTimestampMs
  if (group.state === 'Empty') {
    return ({ commitTimestampMs }) => Math.max(group.stateTimestampMs, commitTimestampMs)
  }
  const inUse = group.state === 'Stable' ? subscribedTopics(group) : undefined
  if (inUse === undefined) return undefined
  return ({ topic, commitTimestampMs }) => (inUse.has(topic) ? undefined : commitTimestampMs)
}
