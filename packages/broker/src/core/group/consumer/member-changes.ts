// What becomes of a consumer group when a member says something new or goes, by whichever protocol: its records, in Kafka's order.
import type { BrokerConfig } from '../../broker-config.ts'
import type { GroupEffects } from '../group-effects.ts'
import type { GroupLog } from '../group-log.ts'
import type { GroupRecord } from '../records/group-record.ts'
import { type TopicPartitionList, toList } from '../topic-partitions.ts'
import type { ConsumerGroup, GroupTopics } from './consumer-group.ts'
import {
  assignmentValue,
  type ConsumerMember,
  type MemberMetadata,
  metadataOf,
  sameMetadata,
  sameNames,
} from './consumer-member.ts'
import { reconcile } from './current-assignment.ts'
import { metadataHash } from './metadata-hash.ts'
import { computeTarget, subscribedTopicIds } from './target-assignment.ts'
import { compileTopicRegex } from './topic-regex.ts'

/** The member that a request is from; `replaces`: the static member whose place it takes. */
export interface FoundMember {
  readonly member: ConsumerMember
  readonly replaces?: ConsumerMember
}

/** What a request says of its member: its metadata as far as it names it, and the partitions that it has (null: it does not say). */
export interface MemberNews {
  readonly metadata: Partial<MemberMetadata>
  readonly owned: readonly TopicPartitionList[] | null
}

/** The member as it is after its request; `hasMoved`: it took a step towards its target. */
export interface RenewedMember {
  readonly member: ConsumerMember
  readonly hasMoved: boolean
}

type Write = (record: GroupRecord) => void

/** Changes consumer groups. */
export class MemberChanges {
  readonly #config: BrokerConfig
  readonly #topics: GroupTopics
  readonly #log: GroupLog

  constructor(config: BrokerConfig, topics: GroupTopics, log: GroupLog) {
    this.#config = config
    this.#topics = topics
    this.#log = log
  }

  /** Takes a member in or takes over what it says, computes a new target where that calls for one, and gives back where it stands then. */
  renew(
    group: ConsumerGroup,
    { member, replaces }: FoundMember,
    { metadata, owned }: MemberNews,
    nowMs: number,
    effects: GroupEffects,
  ): RenewedMember {
    const write = this.#writer(group, nowMs, effects)
    if (replaces !== undefined) this.#replaceStatic(group, replaces, member, write)
    const subscriptionChanged = this.#update(group, member, { ...member, ...metadata }, nowMs, write)
    this.#updateEpoch(group, subscriptionChanged, write)
    this.#updateTarget(group, nowMs, write)
    const before = group.members.get(member.memberId)!
    const after = this.#reconcile(group, before, subscriptionChanged, owned, write)
    return { member: after, hasMoved: after !== before }
  }

  /** Takes members out, which is a change for the others. */
  remove(group: ConsumerGroup, memberIds: Iterable<string>, nowMs: number, effects: GroupEffects): void {
    const write = this.#writer(group, nowMs, effects)
    for (const memberId of memberIds) for (const record of removalRecords(group.groupId, memberId)) write(record)
    this.#updateRegexes(group, nowMs, write)
    this.#updateEpoch(group, true, write)
  }

  /** Whether a new target is wanted and may be computed: changes that come one upon the other are taken together (KIP-1263). */
  isTargetDue(group: ConsumerGroup, nowMs: number): boolean {
    if (group.groupEpoch <= group.assignmentEpoch) return false
    const { groupConsumerAssignmentIntervalMs: intervalMs } = this.#config
    if (group.assignmentTimestampMs === 0 || intervalMs === 0) return true
    return this.#log.wallClockMs(nowMs) >= group.assignmentTimestampMs + intervalMs
  }

  #writer({ groupId }: ConsumerGroup, nowMs: number, effects: GroupEffects): Write {
    return (record) => this.#log.write(effects, groupId, nowMs, record)
  }

  /** Gives a static member that came back the place of the one that was away. */
  #replaceStatic(group: ConsumerGroup, old: ConsumerMember, member: ConsumerMember, write: Write): void {
    const { groupId } = group
    const topicPartitions = toList(group.targetOf(old.memberId))
    for (const record of removalRecords(groupId, old.memberId)) write(record)
    const key = { groupId, memberId: member.memberId }
    write({ type: 'consumerGroupMemberMetadata', key, value: metadataOf(member) })
    write({ type: 'consumerGroupTargetAssignmentMember', key, value: { topicPartitions } })
    write({ type: 'consumerGroupCurrentMemberAssignment', key, value: assignmentValue(member) })
  }

  /** Takes over what the member says of itself; tells whether it, or another one, subscribes to other topics than before. */
  #update(group: ConsumerGroup, member: ConsumerMember, updated: ConsumerMember, nowMs: number, write: Write): boolean {
    const { groupId } = group
    const isNew = !group.members.has(member.memberId)
    if (isNew || !sameMetadata(member, updated)) {
      const key = { groupId, memberId: member.memberId }
      write({ type: 'consumerGroupMemberMetadata', key, value: metadataOf(updated) })
    }
    const namesChanged = !sameNames(member.subscribedTopicNames, updated.subscribedTopicNames)
    const regexChanged = (member.subscribedTopicRegex ?? '') !== (updated.subscribedTopicRegex ?? '')
    const matchesChanged = this.#updateRegexes(group, nowMs, write)
    return isNew || namesChanged || regexChanged || matchesChanged
  }

  /** Resolves the regular expressions of the group's members; tells whether one matches other topics than before. */
  #updateRegexes(group: ConsumerGroup, nowMs: number, write: Write): boolean {
    const { groupId } = group
    const wanted = new Set<string>()
    for (const { subscribedTopicRegex } of group.members.values())
      if (subscribedTopicRegex) wanted.add(subscribedTopicRegex)
    let changed = false
    for (const regularExpression of [...group.regexes.keys()]) {
      if (wanted.has(regularExpression)) continue
      write({ type: 'consumerGroupRegularExpression', key: { groupId, regularExpression }, value: null })
    }
    for (const regularExpression of wanted) {
      const topics = this.#matches(regularExpression)
      const before = group.regexes.get(regularExpression)?.topics
      if (before !== undefined && sameNames(before, topics)) continue
      changed = true
      const value = { topics, version: 0n, timestamp: BigInt(this.#log.wallClockMs(nowMs)) }
      write({ type: 'consumerGroupRegularExpression', key: { groupId, regularExpression }, value })
    }
    return changed
  }

  #matches(regex: string): string[] {
    const matcher = compileTopicRegex(regex)
    if (typeof matcher === 'string') return []
    return [...this.#topics.all()].flatMap(({ name }) => (matcher(name) ? [name] : [])).sort()
  }

  /** Raises the group's epoch where its members' subscriptions or the topics behind them have changed. */
  #updateEpoch(group: ConsumerGroup, changed: boolean, write: Write): void {
    const hash = metadataHash(group.subscribedNames, this.#topics)
    if (!changed && hash === group.metadataHash) return
    const value = { epoch: group.groupEpoch + 1, metadataHash: hash }
    write({ type: 'consumerGroupMetadata', key: { groupId: group.groupId }, value })
  }

  #updateTarget(group: ConsumerGroup, nowMs: number, write: Write): void {
    if (!this.isTargetDue(group, nowMs)) return
    for (const record of computeTarget(group, this.#topics, this.#log.wallClockMs(nowMs))) write(record)
  }

  #reconcile(
    group: ConsumerGroup,
    member: ConsumerMember,
    hasSubscriptionChanged: boolean,
    owned: readonly TopicPartitionList[] | null,
    write: Write,
  ): ConsumerMember {
    const { groupId, assignmentEpoch } = group
    const { memberId } = member
    const after = reconcile(member, {
      targetEpoch: assignmentEpoch,
      target: group.targetOf(memberId),
      subscribedTopicIds: subscribedTopicIds(group, member, this.#topics),
      hasSubscriptionChanged,
      owned,
      isTaken: (topicId, partition) => group.isTaken(topicId, partition),
    })
    if (after === member) return member
    const key = { groupId, memberId }
    write({ type: 'consumerGroupCurrentMemberAssignment', key, value: assignmentValue(after) })
    return after
  }
}

/** The tombstones of a member, in Kafka's order. */
function removalRecords(groupId: string, memberId: string): GroupRecord[] {
  const key = { groupId, memberId }
  return [
    { type: 'consumerGroupCurrentMemberAssignment', key, value: null },
    { type: 'consumerGroupTargetAssignmentMember', key, value: null },
    { type: 'consumerGroupMemberMetadata', key, value: null },
  ]
}
