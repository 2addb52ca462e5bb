import type { ConsumerGroupCurrentMemberAssignmentValue } from '@odradek/protocol/messages/consumer-group-current-member-assignment-value'
import type { ConsumerGroupMemberMetadataValue } from '@odradek/protocol/messages/consumer-group-member-metadata-value'
import { sameProtocols } from '../group-member.ts'
import { type EpochPartitions, NO_EPOCH_PARTITIONS } from '../topic-partitions.ts'
import { type MemberState, memberStateCode, memberStateOf } from './member-state.ts'

/** The epoch of a static member that is away for a while (KIP-848). */
export const STATIC_MEMBER_AWAY_EPOCH = -2
/** The epoch with which a member leaves for good. */
export const LEAVE_EPOCH = -1

/** What a member of a consumer group says of itself: the fields of its ConsumerGroupMemberMetadata record. */
export type MemberMetadata = Omit<ConsumerGroupMemberMetadataValue, 'unknownTaggedFields'>

/** Where a member stands: the fields of its ConsumerGroupCurrentMemberAssignment record. */
export interface MemberAssignment {
  readonly memberEpoch: number
  readonly previousMemberEpoch: number
  readonly state: MemberState
  readonly assigned: EpochPartitions
  readonly pendingRevocation: EpochPartitions
}

/** A member of a consumer group; a change makes a new object. */
export interface ConsumerMember extends Readonly<MemberMetadata>, MemberAssignment {
  readonly memberId: string
}

const emptyMetadata: MemberMetadata = {
  instanceId: null,
  rackId: null,
  clientId: '',
  clientHost: '',
  subscribedTopicNames: [],
  subscribedTopicRegex: '',
  rebalanceTimeoutMs: -1,
  serverAssignor: null,
  classicMemberMetadata: null,
}

/** Where a member stands before its first heartbeat was handled. */
export const initialAssignment: MemberAssignment = {
  memberEpoch: 0,
  previousMemberEpoch: -1,
  state: 'Stable',
  assigned: NO_EPOCH_PARTITIONS,
  pendingRevocation: NO_EPOCH_PARTITIONS,
}

/** A member that has said nothing yet. */
export function newConsumerMember(memberId: string): ConsumerMember {
  return { memberId, ...emptyMetadata, ...initialAssignment }
}

/** The part that its metadata record holds. */
export function metadataOf(member: ConsumerMember): MemberMetadata {
  const { instanceId, rackId, clientId, clientHost, subscribedTopicNames, subscribedTopicRegex } = member
  const { rebalanceTimeoutMs, serverAssignor, classicMemberMetadata } = member
  const identity = { instanceId, rackId, clientId, clientHost }
  return {
    ...identity,
    subscribedTopicNames,
    subscribedTopicRegex,
    rebalanceTimeoutMs,
    serverAssignor,
    classicMemberMetadata,
  }
}

/** Whether both say the same of themselves. */
export function sameMetadata(left: ConsumerMember, right: ConsumerMember): boolean {
  return (
    left.instanceId === right.instanceId &&
    left.rackId === right.rackId &&
    left.clientId === right.clientId &&
    left.clientHost === right.clientHost &&
    left.rebalanceTimeoutMs === right.rebalanceTimeoutMs &&
    left.serverAssignor === right.serverAssignor &&
    left.subscribedTopicRegex === right.subscribedTopicRegex &&
    sameClassicMetadata(left.classicMemberMetadata, right.classicMemberMetadata) &&
    sameNames(left.subscribedTopicNames, right.subscribedTopicNames)
  )
}

function sameClassicMetadata(
  left: MemberMetadata['classicMemberMetadata'],
  right: MemberMetadata['classicMemberMetadata'],
): boolean {
  if (left === null || right === null) return left === right
  return (
    left.sessionTimeoutMs === right.sessionTimeoutMs && sameProtocols(left.supportedProtocols, right.supportedProtocols)
  )
}

/** Whether a member takes part by JoinGroup and its like, which is what migration is about. */
export function usesClassicProtocol({ classicMemberMetadata }: ConsumerMember): boolean {
  return classicMemberMetadata !== null
}

/** Whether two lists of names hold the same ones, in the same order. */
export function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name, index) => name === right[index])
}

/** The value of the record that says where a member stands. */
export function assignmentValue(member: MemberAssignment): ConsumerGroupCurrentMemberAssignmentValue {
  return {
    memberEpoch: member.memberEpoch,
    previousMemberEpoch: member.previousMemberEpoch,
    state: memberStateCode(member.state),
    assignedPartitions: toEpochList(member.assigned),
    partitionsPendingRevocation: toEpochList(member.pendingRevocation),
  }
}

/** What such a record says. */
export function assignmentOf(value: ConsumerGroupCurrentMemberAssignmentValue): MemberAssignment {
  return {
    memberEpoch: value.memberEpoch,
    previousMemberEpoch: value.previousMemberEpoch,
    // A state of a later Kafka: the member is taken for one that waits, so that its next heartbeat settles it.
    state: memberStateOf(value.state) ?? 'UnreleasedPartitions',
    assigned: fromEpochList(value.assignedPartitions, value.memberEpoch),
    pendingRevocation: fromEpochList(value.partitionsPendingRevocation, value.memberEpoch),
  }
}

type EpochList = ConsumerGroupCurrentMemberAssignmentValue['assignedPartitions']

function toEpochList(partitions: EpochPartitions): EpochList {
  return [...partitions].map(([topicId, epochs]) => {
    const sorted = [...epochs].sort(([left], [right]) => left - right)
    return {
      topicId,
      partitions: sorted.map(([partition]) => partition),
      assignmentEpochs: sorted.map(([, epoch]) => epoch),
    }
  })
}

/** Before Kafka 4.3 records had no assignment epochs: the member's own epoch holds for all. */
function fromEpochList(list: EpochList, memberEpoch: number): EpochPartitions {
  return new Map(
    list.map(({ topicId, partitions, assignmentEpochs }) => [
      topicId,
      new Map(partitions.map((partition, index) => [partition, assignmentEpochs?.[index] ?? memberEpoch])),
    ]),
  )
}
