import type { GroupRecordOf } from '../records/group-record.ts'
import { fromList, NO_PARTITIONS, type TopicPartitions } from '../topic-partitions.ts'

/** A member of a share group. */
export interface ShareMember {
  readonly memberId: string
  readonly rackId: string | null
  readonly clientId: string
  readonly clientHost: string
  readonly subscribedTopicNames: readonly string[]
  readonly memberEpoch: number
  readonly previousMemberEpoch: number
  readonly assigned: TopicPartitions
}

/** `Empty`: no members. `Stable`: some. Members of share groups have nothing to wait for. */
export type ShareGroupState = 'Empty' | 'Stable'

/** A share group (KIP-932): what its records in `__consumer_offsets` say. It changes by them alone. */
export class ShareGroup {
  readonly type = 'share'
  readonly groupId: string
  groupEpoch = 0
  metadataHash = 0n
  assignmentEpoch = 0
  readonly members = new Map<string, ShareMember>()
  readonly targets = new Map<string, TopicPartitions>()
  /** The partitions with which the group has begun: share coordinators keep how far it has come with them. */
  initialized: TopicPartitions = NO_PARTITIONS

  constructor(groupId: string) {
    this.groupId = groupId
  }

  get state(): ShareGroupState {
    return this.members.size === 0 ? 'Empty' : 'Stable'
  }

  /** The names of all topics that members subscribe to. */
  get subscribedNames(): ReadonlySet<string> {
    return new Set([...this.members.values()].flatMap(({ subscribedTopicNames }) => subscribedTopicNames))
  }

  replayMetadata({ value }: GroupRecordOf<'shareGroupMetadata'>): void {
    this.groupEpoch = value?.epoch ?? 0
    this.metadataHash = value?.metadataHash ?? 0n
  }

  replayMember({ key, value }: GroupRecordOf<'shareGroupMemberMetadata'>): void {
    const { memberId } = key
    if (value === null) this.members.delete(memberId)
    else this.members.set(memberId, { ...(this.members.get(memberId) ?? newShareMember(memberId)), ...value })
  }

  replayTargetMetadata({ value }: GroupRecordOf<'shareGroupTargetAssignmentMetadata'>): void {
    this.assignmentEpoch = value?.assignmentEpoch ?? 0
  }

  replayTarget({ key, value }: GroupRecordOf<'shareGroupTargetAssignmentMember'>): void {
    if (value === null) this.targets.delete(key.memberId)
    else this.targets.set(key.memberId, fromList(value.topicPartitions))
  }

  replayStatePartitions({ value }: GroupRecordOf<'shareGroupStatePartitionMetadata'>): void {
    this.initialized = value === null ? NO_PARTITIONS : fromList(value.initializedTopics)
  }

  replayCurrentAssignment({ key, value }: GroupRecordOf<'shareGroupCurrentMemberAssignment'>): void {
    const { memberId } = key
    const member = this.members.get(memberId)
    if (value === null) {
      if (member !== undefined) this.members.set(memberId, { ...member, ...nowhere })
      return
    }
    const { memberEpoch, previousMemberEpoch, assignedPartitions } = value
    const place = { memberEpoch, previousMemberEpoch, assigned: fromList(assignedPartitions) }
    this.members.set(memberId, { ...(member ?? newShareMember(memberId)), ...place })
  }
}

const nowhere = { memberEpoch: 0, previousMemberEpoch: -1, assigned: NO_PARTITIONS }

/** A member that has said nothing yet. */
export function newShareMember(memberId: string): ShareMember {
  return { memberId, rackId: null, clientId: '', clientHost: '', subscribedTopicNames: [], ...nowhere }
}
