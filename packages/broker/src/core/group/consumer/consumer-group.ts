import type { GroupRecordOf } from '../records/group-record.ts'
import { fromList, NO_PARTITIONS, type TopicPartitions } from '../topic-partitions.ts'
import {
  assignmentOf,
  type ConsumerMember,
  initialAssignment,
  newConsumerMember,
  STATIC_MEMBER_AWAY_EPOCH,
  usesClassicProtocol,
} from './consumer-member.ts'

/**
 * Where a consumer group stands (Kafka's ConsumerGroupState): `Empty`: no members. `Assigning`: its epoch is ahead of its target
 * assignment. `Reconciling`: some member is not there yet. `Stable`: all members have what they are to have.
 */
export type ConsumerGroupState = 'Empty' | 'Assigning' | 'Reconciling' | 'Stable'

/** The topics that a regular expression was found to match. */
export interface ResolvedRegex {
  readonly topics: readonly string[]
  readonly timestampMs: number
}

/** The part of the cluster that groups look at. */
export interface GroupTopics {
  byName(name: string): GroupTopic | undefined
  byId(topicId: string): GroupTopic | undefined
  all(): Iterable<GroupTopic>
}

/** A topic, as groups see it. */
export interface GroupTopic {
  readonly topicId: string
  readonly name: string
  readonly partitions: { readonly length: number }
}

/** A group of the consumer protocol (KIP-848): all that its records in `__consumer_offsets` say. It changes by them alone. */
export class ConsumerGroup {
  readonly type = 'consumer'
  readonly groupId: string
  groupEpoch = 0
  /** Changes when a topic that the group subscribes to comes, goes or grows. */
  metadataHash = 0n
  assignmentEpoch = 0
  /** When the target assignment was computed; 0 where there was none. */
  assignmentTimestampMs = 0
  /** In the order in which they joined. */
  readonly members = new Map<string, ConsumerMember>()
  readonly targets = new Map<string, TopicPartitions>()
  readonly regexes = new Map<string, ResolvedRegex>()
  readonly #staticMembers = new Map<string, string>()
  /** Who has a partition, or has not given it up yet. */
  readonly #owners = new Map<string, Map<number, string>>()

  constructor(groupId: string) {
    this.groupId = groupId
  }

  get state(): ConsumerGroupState {
    if (this.members.size === 0) return 'Empty'
    if (this.groupEpoch > this.assignmentEpoch) return 'Assigning'
    for (const { state, memberEpoch } of this.members.values()) {
      if (state !== 'Stable' || memberEpoch !== this.assignmentEpoch) return 'Reconciling'
    }
    return 'Stable'
  }

  /** The member that has an instance id. */
  staticMember(instanceId: string): ConsumerMember | undefined {
    const memberId = this.#staticMembers.get(instanceId)
    return memberId === undefined ? undefined : this.members.get(memberId)
  }

  /** Whether a partition belongs to a member. */
  isTaken(topicId: string, partition: number): boolean {
    return this.#owners.get(topicId)?.has(partition) === true
  }

  /** The target assignment of a member. */
  targetOf(memberId: string): TopicPartitions {
    return this.targets.get(memberId) ?? NO_PARTITIONS
  }

  /** The names of the topics that a member subscribes to, by name or by regular expression. */
  topicNamesOf(member: ConsumerMember): ReadonlySet<string> {
    const names = new Set(member.subscribedTopicNames)
    const regex = this.regexes.get(member.subscribedTopicRegex ?? '')
    for (const name of regex?.topics ?? []) names.add(name)
    return names
  }

  /** The names of all topics that members subscribe to. */
  get subscribedNames(): ReadonlySet<string> {
    const names = new Set<string>()
    for (const member of this.members.values()) for (const name of this.topicNamesOf(member)) names.add(name)
    return names
  }

  /** The members that take part by the classic protocol (migration). */
  get classicMemberCount(): number {
    let count = 0
    for (const member of this.members.values()) if (usesClassicProtocol(member)) count++
    return count
  }

  /** The assignor that most members ask for; undefined where none does. */
  get preferredAssignor(): string | undefined {
    const votes = new Map<string, number>()
    for (const { serverAssignor } of this.members.values()) {
      if (serverAssignor !== null) votes.set(serverAssignor, (votes.get(serverAssignor) ?? 0) + 1)
    }
    let preferred: string | undefined
    for (const [name, count] of votes) if (preferred === undefined || count > votes.get(preferred)!) preferred = name
    return preferred
  }

  replayMetadata({ value }: GroupRecordOf<'consumerGroupMetadata'>): void {
    this.groupEpoch = value?.epoch ?? 0
    this.metadataHash = value?.metadataHash ?? 0n
  }

  replayMember({ key, value }: GroupRecordOf<'consumerGroupMemberMetadata'>): void {
    const { memberId } = key
    if (value === null) return this.#removeMember(memberId)
    const member = { ...(this.members.get(memberId) ?? newConsumerMember(memberId)), ...value }
    this.members.set(memberId, member)
    if (member.instanceId !== null) this.#staticMembers.set(member.instanceId, memberId)
  }

  #removeMember(memberId: string): void {
    const member = this.members.get(memberId)
    if (member === undefined) return
    this.#release(member)
    this.members.delete(memberId)
    const { instanceId } = member
    if (instanceId !== null && this.#staticMembers.get(instanceId) === memberId) this.#staticMembers.delete(instanceId)
  }

  replayCurrentAssignment({ key, value }: GroupRecordOf<'consumerGroupCurrentMemberAssignment'>): void {
    const { memberId } = key
    const before = this.members.get(memberId)
    if (before === undefined && value === null) return
    if (before !== undefined) this.#release(before)
    const assignment = value === null ? initialAssignment : assignmentOf(value)
    const member = { ...(before ?? newConsumerMember(memberId)), ...assignment }
    this.members.set(memberId, member)
    for (const partitions of [member.assigned, member.pendingRevocation]) {
      for (const [topicId, epochs] of partitions)
        for (const partition of epochs.keys()) this.#own(topicId, partition, memberId)
    }
  }

  #own(topicId: string, partition: number, memberId: string): void {
    const owners = this.#owners.get(topicId)
    if (owners !== undefined) owners.set(partition, memberId)
    else this.#owners.set(topicId, new Map([[partition, memberId]]))
  }

  #release(member: ConsumerMember): void {
    for (const partitions of [member.assigned, member.pendingRevocation]) {
      for (const [topicId, epochs] of partitions) {
        const owners = this.#owners.get(topicId)
        for (const partition of epochs.keys()) if (owners?.get(partition) === member.memberId) owners.delete(partition)
        if (owners?.size === 0) this.#owners.delete(topicId)
      }
    }
  }

  replayTargetMetadata({ value }: GroupRecordOf<'consumerGroupTargetAssignmentMetadata'>): void {
    this.assignmentEpoch = value?.assignmentEpoch ?? 0
    this.assignmentTimestampMs = Number(value?.assignmentTimestamp ?? 0n)
  }

  replayTarget({ key, value }: GroupRecordOf<'consumerGroupTargetAssignmentMember'>): void {
    if (value === null) this.targets.delete(key.memberId)
    else this.targets.set(key.memberId, fromList(value.topicPartitions))
  }

  replayRegex({ key, value }: GroupRecordOf<'consumerGroupRegularExpression'>): void {
    if (value === null) this.regexes.delete(key.regularExpression)
    else this.regexes.set(key.regularExpression, { topics: value.topics, timestampMs: Number(value.timestamp) })
  }
}

/** Whether a static member has left for a while, so that another one may take its place. */
export function isAway({ memberEpoch }: ConsumerMember): boolean {
  return memberEpoch === STATIC_MEMBER_AWAY_EPOCH
}
