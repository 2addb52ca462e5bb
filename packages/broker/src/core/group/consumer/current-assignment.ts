// One step of a member towards its target assignment (Kafka 4.3's CurrentAssignmentBuilder): revoke first, then take what is free.
import { InvariantError } from '@odradek/protocol'
import type { EpochPartitions, TopicPartitionList, TopicPartitions } from '../topic-partitions.ts'
import type { ConsumerMember, MemberAssignment } from './consumer-member.ts'
import { memberTransitions } from './member-state.ts'

/** What a member's next step depends on. */
export interface ReconcileInput {
  readonly targetEpoch: number
  readonly target: TopicPartitions
  /** The topics that it subscribes to and that exist. */
  readonly subscribedTopicIds: ReadonlySet<string>
  readonly hasSubscriptionChanged: boolean
  /** What its heartbeat says it has; null where it does not say. */
  readonly owned: readonly TopicPartitionList[] | null
  /** Whether a partition still belongs to some member, this one included. */
  readonly isTaken: (topicId: string, partition: number) => boolean
}

/** Where the member stands after this step; the member itself where nothing changes. */
export function reconcile(member: ConsumerMember, input: ReconcileInput): ConsumerMember {
  switch (member.state) {
    case 'Stable':
      if (member.memberEpoch !== input.targetEpoch) return computeNext(member, input)
      return input.hasSubscriptionChanged ? dropUnsubscribed(member, input) : member
    case 'UnrevokedPartitions':
      if (!owns(input.owned, member.pendingRevocation)) return computeNext(member, input)
      return input.hasSubscriptionChanged ? dropUnsubscribed(member, input) : member
    case 'UnreleasedPartitions':
      return computeNext(member, input)
  }
}

function moveTo(member: ConsumerMember, next: Omit<MemberAssignment, 'previousMemberEpoch'>): ConsumerMember {
  if (!memberTransitions[member.state].includes(next.state)) {
    throw new InvariantError(`member ${member.memberId} cannot go from ${member.state} to ${next.state}`)
  }
  // The epoch before is kept also where the epoch stays, so that a member whose answer got lost is known by either.
  return { ...member, ...next, previousMemberEpoch: member.memberEpoch }
}

/** A member that says nothing of what it has may still have all of it. */
function owns(owned: readonly TopicPartitionList[] | null, revoked: EpochPartitions): boolean {
  if (owned === null) return true
  return owned.some(({ topicId, partitions }) => partitions.some((partition) => revoked.get(topicId)?.has(partition)))
}

/** The target may be older than the subscription: what is no more subscribed to is given up without waiting for a new target. */
function dropUnsubscribed(member: ConsumerMember, { subscribedTopicIds, owned }: ReconcileInput): ConsumerMember {
  const assigned = new Map(member.assigned)
  const pendingRevocation = new Map(member.pendingRevocation)
  for (const [topicId, epochs] of member.assigned) {
    if (subscribedTopicIds.has(topicId)) continue
    assigned.delete(topicId)
    pendingRevocation.set(topicId, new Map([...(pendingRevocation.get(topicId) ?? []), ...epochs]))
  }
  if (assigned.size === member.assigned.size) return member
  const { memberEpoch } = member
  if (owns(owned, pendingRevocation)) {
    return moveTo(member, { state: 'UnrevokedPartitions', memberEpoch, assigned, pendingRevocation })
  }
  return moveTo(member, { state: member.state, memberEpoch, assigned, pendingRevocation: member.pendingRevocation })
}

function computeNext(member: ConsumerMember, input: ReconcileInput): ConsumerMember {
  const assigned = new Map<string, Map<number, number>>()
  const pendingRevocation = new Map<string, Map<number, number>>()
  const put = (to: Map<string, Map<number, number>>, topicId: string, partition: number, epoch: number) => {
    const epochs = to.get(topicId)
    if (epochs === undefined) to.set(topicId, new Map([[partition, epoch]]))
    else epochs.set(partition, epoch)
  }
  const isTarget = (topicId: string, partition: number) =>
    input.subscribedTopicIds.has(topicId) && input.target.get(topicId)?.has(partition) === true
  for (const [topicId, epochs] of member.assigned) {
    for (const [partition, epoch] of epochs) {
      put(isTarget(topicId, partition) ? assigned : pendingRevocation, topicId, partition, epoch)
    }
  }
  if (pendingRevocation.size > 0 && owns(input.owned, pendingRevocation)) {
    const { memberEpoch } = member
    return moveTo(member, { state: 'UnrevokedPartitions', memberEpoch, assigned, pendingRevocation })
  }
  let state: MemberAssignment['state'] = 'Stable'
  for (const [topicId, partitions] of input.target) {
    if (!input.subscribedTopicIds.has(topicId)) continue
    for (const partition of partitions) {
      if (assigned.get(topicId)?.has(partition) === true) continue
      if (input.isTaken(topicId, partition)) state = 'UnreleasedPartitions'
      else put(assigned, topicId, partition, input.targetEpoch)
    }
  }
  return settle(member, { state, memberEpoch: input.targetEpoch, assigned, pendingRevocation: new Map() })
}

/** A member that waits for partitions which are still taken stays as it is: no record is written for it. */
function settle(member: ConsumerMember, next: Omit<MemberAssignment, 'previousMemberEpoch'>): ConsumerMember {
  const isSame =
    member.state === next.state &&
    member.memberEpoch === next.memberEpoch &&
    member.previousMemberEpoch === member.memberEpoch &&
    member.pendingRevocation.size === 0 &&
    countOf(member.assigned) === countOf(next.assigned)
  return isSame ? member : moveTo(member, next)
}

function countOf(partitions: EpochPartitions): number {
  let count = 0
  for (const epochs of partitions.values()) count += epochs.size
  return count
}
