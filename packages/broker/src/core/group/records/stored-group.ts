// Classic groups and committed offsets, as the records of `__consumer_offsets` hold them.
import type { GroupStored, OffsetCommitted, StoredMember } from '../../broker-record.ts'
import type { GroupRecordOf } from './group-record.ts'

/** The record that stores a classic group. */
export function groupStoredRecord(group: GroupStored, timestampMs: number): GroupRecordOf<'groupMetadata'> {
  const { groupId, protocolType, generation, protocol, leader } = group
  const members = group.members.map(({ rebalanceTimeoutMs, sessionTimeoutMs, ...member }) => ({
    ...member,
    rebalanceTimeout: rebalanceTimeoutMs,
    sessionTimeout: sessionTimeoutMs,
  }))
  const value = { protocolType, generation, protocol, leader, currentStateTimestamp: BigInt(timestampMs), members }
  return { type: 'groupMetadata', key: { group: groupId }, value }
}

/** What such a record stores. */
export function groupStoredOf(
  groupId: string,
  value: NonNullable<GroupRecordOf<'groupMetadata'>['value']>,
): GroupStored {
  const { protocolType, generation, protocol, leader, currentStateTimestamp } = value
  const members = value.members.map((member): StoredMember => {
    const { memberId, groupInstanceId, clientId, clientHost, rebalanceTimeout, sessionTimeout } = member
    // Version 0 has one timeout for both.
    const rebalanceTimeoutMs = rebalanceTimeout === -1 ? sessionTimeout : rebalanceTimeout
    const timeouts = { rebalanceTimeoutMs, sessionTimeoutMs: sessionTimeout }
    const { subscription, assignment } = member
    return { memberId, groupInstanceId, clientId, clientHost, ...timeouts, subscription, assignment }
  })
  const stateTimestampMs = Number(currentStateTimestamp)
  return { type: 'group-stored', groupId, protocolType, generation, protocol, leader, members, stateTimestampMs }
}

/** The record that stores a committed offset. */
export function offsetRecord(offset: OffsetCommitted): GroupRecordOf<'offsetCommit'> {
  const { groupId, topic, partition, topicId, leaderEpoch, metadata, commitTimestampMs } = offset
  return {
    type: 'offsetCommit',
    key: { group: groupId, topic, partition },
    value: {
      offset: offset.offset,
      leaderEpoch,
      metadata,
      commitTimestamp: BigInt(commitTimestampMs),
      expireTimestamp: -1n,
      topicId,
    },
  }
}

/** What such a record stores. */
export function offsetOf(
  { group: groupId, topic, partition }: GroupRecordOf<'offsetCommit'>['key'],
  value: NonNullable<GroupRecordOf<'offsetCommit'>['value']>,
): OffsetCommitted {
  const { offset, leaderEpoch, metadata, topicId } = value
  const commitTimestampMs = Number(value.commitTimestamp)
  return {
    type: 'offset-committed',
    groupId,
    topic,
    partition,
    topicId,
    offset,
    leaderEpoch,
    metadata,
    commitTimestampMs,
  }
}

/** The tombstone of a committed offset. */
export function offsetTombstone(groupId: string, topic: string, partition: number): GroupRecordOf<'offsetCommit'> {
  return { type: 'offsetCommit', key: { group: groupId, topic, partition }, value: null }
}
