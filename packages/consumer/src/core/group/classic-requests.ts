// The messages of the classic group protocol, for each version as it wants them.
import type { MessageInput } from '@odradek/protocol'
import type { HeartbeatRequest } from '@odradek/protocol/messages/heartbeat-request'
import type { JoinGroupRequest } from '@odradek/protocol/messages/join-group-request'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { LeaveGroupRequest } from '@odradek/protocol/messages/leave-group-request'
import type { SyncGroupRequest } from '@odradek/protocol/messages/sync-group-request'
import { groupByTopic, type TopicPartition } from '../topic-partition.ts'
import type { GroupMember, LastAssignment, PartitionAssignor } from './assignors/assignor.ts'
import type { MemberIdentity } from './group-membership.ts'
import { decodeSubscription, encodeAssignment, encodeSubscription, PROTOCOL_TYPE } from './subscription-protocol.ts'

/** A member's part in one generation. */
export interface Generation extends MemberIdentity {
  /** The assignor that the members have in common. */
  readonly protocolName: string
}

/** What JoinGroup says. */
export interface JoinOptions {
  readonly groupId: string
  readonly sessionTimeoutMs: number
  /** Kafka's rebalance timeout: how long the coordinator waits for members to join. */
  readonly maxPollIntervalMs: number
  readonly assignors: readonly PartitionAssignor[]
  /** Set for a static member (KIP-345). */
  readonly groupInstanceId?: string | undefined
  /** Where this consumer is; empty where that is not known. */
  readonly clientRack: string
}

/** What a member says of itself when it joins. */
export interface JoinSubscription {
  readonly topics: readonly string[]
  /** What it keeps during the rebalance: nothing under the eager protocol. */
  readonly owned: readonly TopicPartition[]
  readonly last: LastAssignment | undefined
}

/** The request to be a member with this subscription. */
export function joinGroupMessage(
  options: JoinOptions,
  { memberId, generation }: MemberIdentity,
  { topics, owned, last }: JoinSubscription,
  reason: string,
  version: number,
): MessageInput<JoinGroupRequest> {
  const { clientRack, groupInstanceId } = options
  const subscription = {
    topics: [...topics],
    ownedPartitions: assignedPartitions(owned),
    generationId: generation,
    rackId: clientRack === '' ? null : clientRack,
  }
  return {
    groupId: options.groupId,
    sessionTimeoutMs: options.sessionTimeoutMs,
    rebalanceTimeoutMs: options.maxPollIntervalMs,
    memberId,
    ...(groupInstanceId === undefined ? {} : { groupInstanceId }),
    protocolType: PROTOCOL_TYPE,
    protocols: options.assignors.map((assignor) => ({
      name: assignor.name,
      metadata: encodeSubscription({ ...subscription, userData: assignor.userData?.(last) ?? null }),
    })),
    ...(version >= 8 ? { reason } : {}),
  }
}

/** The request for the assignment; the leader's holds everybody's. */
export function syncGroupMessage(
  { groupId, groupInstanceId }: GroupIdentity,
  { memberId, generation, protocolName }: Generation,
  assignment: ReadonlyMap<string, readonly TopicPartition[]>,
  version: number,
): MessageInput<SyncGroupRequest> {
  const assignments = Array.from(assignment, ([member, partitions]) => ({
    memberId: member,
    assignment: encodeAssignment({ assignedPartitions: assignedPartitions(partitions) }),
  }))
  const message = { groupId, generationId: generation, memberId, assignments, ...instance(groupInstanceId) }
  return version >= 5 ? { ...message, protocolType: PROTOCOL_TYPE, protocolName } : message
}

/** The sign of life. */
export function heartbeatMessage(
  { groupId, groupInstanceId }: GroupIdentity,
  { memberId, generation }: MemberIdentity,
): MessageInput<HeartbeatRequest> {
  return { groupId, generationId: generation, memberId, ...instance(groupInstanceId) }
}

/** The farewell, which makes the coordinator give the partitions away at once. */
export function leaveGroupMessage(
  { groupId, groupInstanceId }: GroupIdentity,
  memberId: string,
  reason: string,
  version: number,
): MessageInput<LeaveGroupRequest> {
  if (version < 3) return { groupId, memberId }
  const member = { memberId, ...instance(groupInstanceId) }
  return { groupId, members: [version >= 5 ? { ...member, reason } : member] }
}

/** Which group, and which of its static members. */
export type GroupIdentity = Pick<JoinOptions, 'groupId' | 'groupInstanceId'>

/** Absent for a dynamic member, so that old versions without the field can be sent. */
function instance(groupInstanceId: string | undefined): { groupInstanceId?: string } {
  return groupInstanceId === undefined ? {} : { groupInstanceId }
}

/** The members whom the leader assigns to. Throws DecodeError where a member's subscription cannot be read. */
export function groupMembers(members: JoinGroupResponse['members']): GroupMember[] {
  return members.map(({ memberId, groupInstanceId, metadata }) => {
    const { topics, userData, ownedPartitions, generationId, rackId } = decodeSubscription(metadata)
    return {
      memberId,
      groupInstanceId,
      topics,
      userData,
      generationId,
      rackId,
      ownedPartitions: flatten(ownedPartitions),
    }
  })
}

/** One entry for each partition of Kafka's per-topic lists. */
export function flatten(topics: readonly { topic: string; partitions: readonly number[] }[]): TopicPartition[] {
  return topics.flatMap(({ topic, partitions }) => partitions.map((partition) => ({ topic, partition })))
}

function assignedPartitions(partitions: readonly TopicPartition[]): { topic: string; partitions: number[] }[] {
  return Array.from(groupByTopic(partitions), ([topic, ofTopic]) => ({
    topic,
    partitions: ofTopic.map(({ partition }) => partition),
  }))
}
