// ConsumerGroupHeartbeat: members join, stay, and leave (the consumer half of Kafka's GroupMetadataManager).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { ConsumerGroupHeartbeatRequest } from '@odradek/protocol/messages/consumer-group-heartbeat-request'
import type { ConsumerGroupHeartbeatResponse } from '@odradek/protocol/messages/consumer-group-heartbeat-response'
import type { BrokerConfig } from '../../broker-config.ts'
import { Deadlines } from '../../deadlines.ts'
import type { BrokerRequest } from '../../request.ts'
import type { GroupEffects } from '../group-effects.ts'
import type { GroupLog } from '../group-log.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { GroupRecord } from '../records/group-record.ts'
import { samePartitions, toList } from '../topic-partitions.ts'
import type { ConsumerGroup } from './consumer-group.ts'
import { type GroupTopics, isAway } from './consumer-group.ts'
import {
  assignmentValue,
  type ConsumerMember,
  LEAVE_EPOCH,
  metadataOf,
  newConsumerMember,
  sameMetadata,
  sameNames,
  STATIC_MEMBER_AWAY_EPOCH,
} from './consumer-member.ts'
import { reconcile } from './current-assignment.ts'
import { epochFault, staticFault, topicRegexFault, unknownMember } from './member-faults.ts'
import { metadataHash } from './metadata-hash.ts'
import { computeTarget, subscribedTopicIds } from './target-assignment.ts'
import { compileTopicRegex } from './topic-regex.ts'

type Heartbeat = BrokerRequest<ConsumerGroupHeartbeatRequest>
type Response = MessageInput<ConsumerGroupHeartbeatResponse>

/** What a member's deadline is about. */
type Deadline =
  | { readonly kind: 'session'; readonly groupId: string; readonly memberId: string }
  | { readonly kind: 'rebalance'; readonly groupId: string; readonly memberId: string; readonly memberEpoch: number }

/** The member that a heartbeat is from; `replaces`: the static member whose place it takes. */
interface FoundMember {
  readonly member: ConsumerMember
  readonly replaces?: ConsumerMember
}

/** Where consumer groups are kept. */
export interface ConsumerGroupStore {
  consumerGroup(groupId: string): ConsumerGroup | undefined
}

/** The consumer groups that this broker coordinates. */
export class ConsumerGroups {
  readonly #config: BrokerConfig
  readonly #topics: GroupTopics
  readonly #store: ConsumerGroupStore
  readonly #log: GroupLog
  readonly #newUuid: () => string
  readonly #deadlines = new Deadlines<Deadline>()

  constructor(
    config: BrokerConfig,
    topics: GroupTopics,
    store: ConsumerGroupStore,
    log: GroupLog,
    newUuid: () => string,
  ) {
    this.#config = config
    this.#topics = topics
    this.#store = store
    this.#log = log
    this.#newUuid = newUuid
  }

  get nextDeadlineMs(): number {
    return this.#deadlines.nextAtMs
  }

  /** Fences members that are late. */
  onTime(nowMs: number, effects: GroupEffects): void {
    for (let due = this.#deadlines.takeDue(nowMs); due !== undefined; due = this.#deadlines.takeDue(nowMs)) {
      const group = this.#store.consumerGroup(due.groupId)
      const member = group?.members.get(due.memberId)
      if (group === undefined || member === undefined) continue
      // A member that has moved on since then has done what it had to.
      if (due.kind === 'rebalance' && member.memberEpoch !== due.memberEpoch) continue
      this.fence(group, member, nowMs, effects)
    }
  }

  /** Handles a heartbeat that is well-formed, of a group that is of this kind or new. */
  heartbeat(group: ConsumerGroup, request: Heartbeat, nowMs: number, effects: GroupEffects): Response | Refusal {
    const { body } = request
    if (body.memberEpoch === LEAVE_EPOCH || body.memberEpoch === STATIC_MEMBER_AWAY_EPOCH) {
      return this.#leave(group, body, nowMs, effects)
    }
    const isFull = group.members.size >= this.#config.groupConsumerMaxSize
    if (isFull && !group.members.has(body.memberId)) {
      const { groupConsumerMaxSize } = this.#config
      const text = `The consumer group has reached its maximum capacity of ${groupConsumerMaxSize} members.`
      return refuse(ErrorCode.GROUP_MAX_SIZE_REACHED, text)
    }
    const memberId = body.memberId === '' ? this.#newUuid() : body.memberId
    const regexFault = topicRegexFault(body.subscribedTopicRegex)
    if (regexFault !== undefined) return regexFault
    const found = this.#findMember(group, memberId, body)
    if ('errorCode' in found) return found
    return this.#renew(group, found, request, nowMs, effects)
  }

  #renew(
    group: ConsumerGroup,
    { member: previous, replaces }: FoundMember,
    request: Heartbeat,
    nowMs: number,
    effects: GroupEffects,
  ): Response {
    const { body } = request
    const { memberId } = previous
    const write = (record: GroupRecord) => this.#log.write(effects, group.groupId, nowMs, record)
    if (replaces !== undefined) this.#replaceStatic(group, replaces, previous, write)
    const { subscriptionChanged } = this.#updateMember(group, previous, request, write, nowMs)
    this.#updateEpoch(group, subscriptionChanged, write)
    this.#updateTarget(group, nowMs, write)
    const before = group.members.get(memberId)!
    const after = this.#reconcile(group, before, subscriptionChanged, body, nowMs, write)
    this.#scheduleSession(group.groupId, memberId, nowMs)
    const isFullRequest =
      body.memberEpoch === 0 ||
      (body.rebalanceTimeoutMs !== -1 && body.subscribedTopicNames !== null && body.topicPartitions !== null)
    return {
      memberId,
      memberEpoch: after.memberEpoch,
      heartbeatIntervalMs: this.#config.groupConsumerHeartbeatIntervalMs,
      assignment:
        isFullRequest || !samePartitions(previous.assigned, after.assigned)
          ? { topicPartitions: toList(after.assigned) }
          : null,
    }
  }

  /** The member that a heartbeat is from: one that is known, or a new one. */
  #findMember(
    group: ConsumerGroup,
    memberId: string,
    { memberEpoch, instanceId, topicPartitions }: ConsumerGroupHeartbeatRequest,
  ): FoundMember | Refusal {
    const isJoining = memberEpoch === 0
    if (instanceId === null) {
      const member = group.members.get(memberId)
      if (member !== undefined) return epochFault(member, memberEpoch, topicPartitions) ?? { member }
      return isJoining ? { member: newConsumerMember(memberId) } : unknownMember(group, memberId)
    }
    const known = group.staticMember(instanceId)
    if (!isJoining) {
      const fault = staticFault(known, instanceId, memberId) ?? epochFault(known!, memberEpoch, topicPartitions)
      return fault ?? { member: known! }
    }
    if (known === undefined) return { member: group.members.get(memberId) ?? newConsumerMember(memberId) }
    if (known.classicMemberMetadata === null && !isAway(known)) {
      const text = `Static member ${memberId} with instance id ${instanceId} cannot join the group because the instance id is owned by ${known.memberId} member.`
      return refuse(ErrorCode.UNRELEASED_INSTANCE_ID, text)
    }
    return { member: { ...known, memberId, memberEpoch: 0, previousMemberEpoch: 0 }, replaces: known }
  }

  /** Gives a static member that came back the place of the one that was away. */
  #replaceStatic(
    group: ConsumerGroup,
    old: ConsumerMember,
    member: ConsumerMember,
    write: (record: GroupRecord) => void,
  ): void {
    const { groupId } = group
    const topicPartitions = toList(group.targetOf(old.memberId))
    for (const record of removalRecords(groupId, old.memberId)) write(record)
    this.#cancelDeadlines(groupId, old.memberId)
    const key = { groupId, memberId: member.memberId }
    write({ type: 'consumerGroupMemberMetadata', key, value: metadataOf(member) })
    write({ type: 'consumerGroupTargetAssignmentMember', key, value: { topicPartitions } })
    write({ type: 'consumerGroupCurrentMemberAssignment', key, value: assignmentValue(member) })
  }

  /** Takes over what the heartbeat says of its member. */
  #updateMember(
    group: ConsumerGroup,
    member: ConsumerMember,
    { body, clientId, clientHost }: Heartbeat,
    write: (record: GroupRecord) => void,
    nowMs: number,
  ): { subscriptionChanged: boolean } {
    const { groupId } = group
    const updated: ConsumerMember = {
      ...member,
      instanceId: body.instanceId ?? member.instanceId,
      rackId: body.rackId ?? member.rackId,
      rebalanceTimeoutMs: body.rebalanceTimeoutMs === -1 ? member.rebalanceTimeoutMs : body.rebalanceTimeoutMs,
      serverAssignor: body.serverAssignor ?? member.serverAssignor,
      subscribedTopicNames:
        body.subscribedTopicNames === null
          ? member.subscribedTopicNames
          : [...new Set(body.subscribedTopicNames)].sort(),
      subscribedTopicRegex: body.subscribedTopicRegex ?? member.subscribedTopicRegex,
      clientId,
      clientHost,
      classicMemberMetadata: null,
    }
    const isNew = !group.members.has(member.memberId)
    if (isNew || !sameMetadata(member, updated)) {
      const key = { groupId, memberId: member.memberId }
      write({ type: 'consumerGroupMemberMetadata', key, value: metadataOf(updated) })
    }
    const namesChanged = !sameNames(member.subscribedTopicNames, updated.subscribedTopicNames)
    const regexChanged = (member.subscribedTopicRegex ?? '') !== (updated.subscribedTopicRegex ?? '')
    const matchesChanged = this.updateRegexes(group, write, nowMs)
    return { subscriptionChanged: isNew || namesChanged || regexChanged || matchesChanged }
  }

  /** Resolves the regular expressions of the group's members; tells whether one matches other topics than before. */
  updateRegexes(group: ConsumerGroup, write: (record: GroupRecord) => void, nowMs: number): boolean {
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
  #updateEpoch(group: ConsumerGroup, changed: boolean, write: (record: GroupRecord) => void): void {
    const hash = this.#hash(group)
    if (!changed && hash === group.metadataHash) return
    const value = { epoch: group.groupEpoch + 1, metadataHash: hash }
    write({ type: 'consumerGroupMetadata', key: { groupId: group.groupId }, value })
  }

  #hash(group: ConsumerGroup): bigint {
    return metadataHash(group.subscribedNames, this.#topics)
  }

  #updateTarget(group: ConsumerGroup, nowMs: number, write: (record: GroupRecord) => void): void {
    if (group.groupEpoch <= group.assignmentEpoch) return
    const wallClockMs = this.#log.wallClockMs(nowMs)
    const { groupConsumerAssignmentIntervalMs } = this.#config
    // Changes that come one upon the other are taken together (KIP-1263): till then members stay with the target that there is.
    const isTooSoon = wallClockMs < group.assignmentTimestampMs + groupConsumerAssignmentIntervalMs
    if (group.assignmentTimestampMs !== 0 && groupConsumerAssignmentIntervalMs > 0 && isTooSoon) return
    for (const record of computeTarget(group, this.#topics, wallClockMs)) write(record)
  }

  #reconcile(
    group: ConsumerGroup,
    member: ConsumerMember,
    hasSubscriptionChanged: boolean,
    { topicPartitions: owned }: ConsumerGroupHeartbeatRequest,
    nowMs: number,
    write: (record: GroupRecord) => void,
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
    if (after.state === 'UnrevokedPartitions') {
      const { memberEpoch, rebalanceTimeoutMs } = after
      const what: Deadline = { kind: 'rebalance', groupId, memberId, memberEpoch }
      this.#deadlines.set(deadlineKey('rebalance', groupId, memberId), nowMs + rebalanceTimeoutMs, what)
    } else this.#deadlines.cancel(deadlineKey('rebalance', groupId, memberId))
    return after
  }

  #leave(
    group: ConsumerGroup,
    { memberId, memberEpoch, instanceId }: ConsumerGroupHeartbeatRequest,
    nowMs: number,
    effects: GroupEffects,
  ): Response | Refusal {
    if (instanceId === null) {
      const member = group.members.get(memberId)
      if (member === undefined) return unknownMember(group, memberId)
      this.fence(group, member, nowMs, effects)
      return { memberId, memberEpoch }
    }
    const known = group.staticMember(instanceId)
    const fault = staticFault(known, instanceId, memberId)
    if (fault !== undefined) return fault
    if (memberEpoch === LEAVE_EPOCH) this.fence(group, known!, nowMs, effects)
    else {
      // Its partitions stay its own till it is back or its session times out.
      const away: ConsumerMember = { ...known!, memberEpoch: STATIC_MEMBER_AWAY_EPOCH, pendingRevocation: new Map() }
      const key = { groupId: group.groupId, memberId }
      const value = assignmentValue(away)
      this.#log.write(effects, group.groupId, nowMs, { type: 'consumerGroupCurrentMemberAssignment', key, value })
    }
    return { memberId, memberEpoch }
  }

  /** Takes a member out of its group. */
  fence(group: ConsumerGroup, { memberId }: ConsumerMember, nowMs: number, effects: GroupEffects): void {
    const { groupId } = group
    const write = (record: GroupRecord) => this.#log.write(effects, groupId, nowMs, record)
    for (const record of removalRecords(groupId, memberId)) write(record)
    this.updateRegexes(group, write, nowMs)
    this.#updateEpoch(group, true, write)
    this.#cancelDeadlines(groupId, memberId)
  }

  #scheduleSession(groupId: string, memberId: string, nowMs: number): void {
    const atMs = nowMs + this.#config.groupConsumerSessionTimeoutMs
    this.#deadlines.set(deadlineKey('session', groupId, memberId), atMs, { kind: 'session', groupId, memberId })
  }

  #cancelDeadlines(groupId: string, memberId: string): void {
    this.#deadlines.cancel(deadlineKey('session', groupId, memberId))
    this.#deadlines.cancel(deadlineKey('rebalance', groupId, memberId))
  }

  /** The group is gone: nothing is waited for any more. */
  forget({ groupId, members }: ConsumerGroup): void {
    for (const memberId of members.keys()) this.#cancelDeadlines(groupId, memberId)
  }

  /** Begins the sessions of a group's members, after it was loaded. */
  onLoaded(group: ConsumerGroup, nowMs: number): void {
    const { groupId } = group
    for (const { memberId, state, memberEpoch, rebalanceTimeoutMs } of group.members.values()) {
      this.#scheduleSession(groupId, memberId, nowMs)
      if (state !== 'UnrevokedPartitions') continue
      const what: Deadline = { kind: 'rebalance', groupId, memberId, memberEpoch }
      this.#deadlines.set(deadlineKey('rebalance', groupId, memberId), nowMs + rebalanceTimeoutMs, what)
    }
  }
}

/** The tombstones of a member, in Kafka's order. */
export function removalRecords(groupId: string, memberId: string): GroupRecord[] {
  const key = { groupId, memberId }
  return [
    { type: 'consumerGroupCurrentMemberAssignment', key, value: null },
    { type: 'consumerGroupTargetAssignmentMember', key, value: null },
    { type: 'consumerGroupMemberMetadata', key, value: null },
  ]
}

function deadlineKey(kind: Deadline['kind'], groupId: string, memberId: string): string {
  return `${kind}/${groupId.length}/${groupId}/${memberId}`
}
