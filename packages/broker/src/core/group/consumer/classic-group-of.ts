import { ClassicGroup } from '../classic-group.ts'
import { EMBEDDED_PROTOCOL_TYPE, encodeAssignment } from '../embedded-protocol.ts'
import { NO_ASSIGNMENT } from '../group-member.ts'
import type { ConsumerGroup, GroupTopics } from './consumer-group.ts'

/**
 * The stable classic group that a consumer group becomes, whose members but those that leave all use the classic protocol: the group's
 * epoch is its generation, their targets are their assignments. The group's record does not have to be there yet.
 */
export function classicGroupOf(
  group: ConsumerGroup,
  leavingIds: ReadonlySet<string>,
  topics: GroupTopics,
  stateTimestampMs: number,
): ClassicGroup {
  const classic = new ClassicGroup(group.groupId)
  for (const member of group.members.values()) {
    const { memberId, instanceId, clientId, clientHost, rebalanceTimeoutMs, classicMemberMetadata } = member
    if (leavingIds.has(memberId) || classicMemberMetadata === null) continue
    const { sessionTimeoutMs, supportedProtocols } = classicMemberMetadata
    const identity = { memberId, groupInstanceId: instanceId, clientId, clientHost }
    const waiting = { joinRequest: undefined, syncRequest: undefined, isNew: false }
    const offers = { protocols: supportedProtocols, assignment: NO_ASSIGNMENT }
    classic.add({ ...identity, rebalanceTimeoutMs, sessionTimeoutMs, ...offers, ...waiting }, EMBEDDED_PROTOCOL_TYPE)
  }
  classic.generation = group.groupEpoch
  classic.protocol = classic.selectProtocol()
  for (const member of classic.members.values()) {
    member.assignment = encodeAssignment(group.targetOf(member.memberId), classic.subscriptionOf(member), topics)
  }
  // What was loaded from a record is stable at once, and so is this group.
  classic.restore(classic.toRecord(stateTimestampMs))
  return classic
}
