import type { ConsumerGroup } from './consumer/consumer-group.ts'
import type { Group } from './group-registry.ts'
import type { ShareGroup } from './share/share-group.ts'
import type { GroupRecord } from './records/group-record.ts'

/** The tombstones of all records that a group has, its committed offsets aside; in Kafka's order. */
export function groupTombstones(group: Group): GroupRecord[] {
  if (group.type === 'classic') return [{ type: 'groupMetadata', key: { group: group.groupId }, value: null }]
  return group.type === 'consumer' ? consumerGroupTombstones(group) : shareGroupTombstones(group)
}

function shareGroupTombstones({ groupId, members, targets, initialized }: ShareGroup): GroupRecord[] {
  const tombstones: GroupRecord[] = []
  for (const memberId of targets.keys()) {
    tombstones.push({ type: 'shareGroupTargetAssignmentMember', key: { groupId, memberId }, value: null })
  }
  tombstones.push({ type: 'shareGroupTargetAssignmentMetadata', key: { groupId }, value: null })
  for (const memberId of members.keys()) {
    tombstones.push({ type: 'shareGroupMemberMetadata', key: { groupId, memberId }, value: null })
  }
  if (initialized.size > 0) {
    tombstones.push({ type: 'shareGroupStatePartitionMetadata', key: { groupId }, value: null })
  }
  tombstones.push({ type: 'shareGroupMetadata', key: { groupId }, value: null })
  return tombstones
}

function consumerGroupTombstones({ groupId, members, targets, regexes }: ConsumerGroup): GroupRecord[] {
  const tombstones: GroupRecord[] = []
  for (const memberId of members.keys()) {
    tombstones.push({ type: 'consumerGroupCurrentMemberAssignment', key: { groupId, memberId }, value: null })
  }
  for (const memberId of targets.keys()) {
    tombstones.push({ type: 'consumerGroupTargetAssignmentMember', key: { groupId, memberId }, value: null })
  }
  tombstones.push({ type: 'consumerGroupTargetAssignmentMetadata', key: { groupId }, value: null })
  for (const memberId of members.keys()) {
    tombstones.push({ type: 'consumerGroupMemberMetadata', key: { groupId, memberId }, value: null })
  }
  for (const regularExpression of regexes.keys()) {
    tombstones.push({ type: 'consumerGroupRegularExpression', key: { groupId, regularExpression }, value: null })
  }
  tombstones.push({ type: 'consumerGroupMetadata', key: { groupId }, value: null })
  return tombstones
}
