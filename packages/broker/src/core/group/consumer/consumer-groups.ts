// ConsumerGroupHeartbeat: members join, stay, and leave (the consumer half of Kafka's GroupMetadataManager).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { ConsumerGroupHeartbeatRequest } from '@odradek/protocol/messages/consumer-group-heartbeat-request'
import type { ConsumerGroupHeartbeatResponse } from '@odradek/protocol/messages/consumer-group-heartbeat-response'
import type { BrokerConfig } from '../../broker-config.ts'
import type { BrokerRequest } from '../../request.ts'
import type { LeavingMember } from '../classic-requests.ts'
import type { GroupEffects } from '../group-effects.ts'
import type { GroupLog } from '../group-log.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CanStore, STORE_RETRY_MS } from '../store-retry.ts'
import { samePartitions, toList } from '../topic-partitions.ts'
import { type ConsumerGroup, isAway } from './consumer-group.ts'
import {
  assignmentValue,
  type ConsumerMember,
  LEAVE_EPOCH,
  type MemberMetadata,
  newConsumerMember,
  STATIC_MEMBER_AWAY_EPOCH,
  usesClassicProtocol,
} from './consumer-member.ts'
import type { FoundMember, MemberChanges } from './member-changes.ts'
import type { MemberDeadlines } from './member-deadlines.ts'
import { epochFault, staticFault, topicRegexFault, unknownMember } from './member-faults.ts'
import type { Migration } from './migration.ts'

type Heartbeat = BrokerRequest<ConsumerGroupHeartbeatRequest>
type Response = MessageInput<ConsumerGroupHeartbeatResponse>

/** Where consumer groups are kept. */
export interface ConsumerGroupStore {
  consumerGroup(groupId: string): ConsumerGroup | undefined
}

/** What consumer groups work with. */
export interface ConsumerGroupsParts {
  readonly config: BrokerConfig
  readonly store: ConsumerGroupStore
  readonly changes: MemberChanges
  readonly deadlines: MemberDeadlines
  readonly migration: Migration
  readonly log: GroupLog
  readonly newUuid: () => string
}

/** The consumer groups that this broker coordinates. */
export class ConsumerGroups {
  readonly #config: BrokerConfig
  readonly #store: ConsumerGroupStore
  readonly #changes: MemberChanges
  readonly #deadlines: MemberDeadlines
  readonly #migration: Migration
  readonly #log: GroupLog
  readonly #newUuid: () => string

  constructor({ config, store, changes, deadlines, migration, log, newUuid }: ConsumerGroupsParts) {
    this.#config = config
    this.#store = store
    this.#changes = changes
    this.#deadlines = deadlines
    this.#migration = migration
    this.#log = log
    this.#newUuid = newUuid
  }

  get nextDeadlineMs(): number {
    return this.#deadlines.nextAtMs
  }

  /** Fences members that are late, where that can be stored. */
  onTime(nowMs: number, effects: GroupEffects, canStore: CanStore): void {
    for (let due = this.#deadlines.takeDue(nowMs); due !== undefined; due = this.#deadlines.takeDue(nowMs)) {
      const group = this.#store.consumerGroup(due.groupId)
      const member = group?.members.get(due.memberId)
      if (group === undefined || member === undefined) continue
      // A member that has moved on since then has done what it had to.
      if (due.kind === 'rebalance' && member.memberEpoch !== due.memberEpoch) continue
      if (!canStore(due.groupId)) {
        this.#deadlines.set(due, nowMs + STORE_RETRY_MS)
        continue
      }
      this.fence(group, member, nowMs, effects)
    }
  }

  /** Handles a heartbeat that is well-formed, of a group that is of this kind or new. */
  heartbeat(group: ConsumerGroup, request: Heartbeat, nowMs: number, effects: GroupEffects): Response | Refusal {
    const { body } = request
    if (body.memberEpoch === LEAVE_EPOCH || body.memberEpoch === STATIC_MEMBER_AWAY_EPOCH) {
      return this.#leave(group, body, nowMs, effects)
    }
    const memberId = body.memberId === '' ? this.#newUuid() : body.memberId
    const found = this.admit(group, memberId, body)
    if ('errorCode' in found) return found
    return this.#renew(group, found, request, nowMs, effects)
  }

  /** The member that a heartbeat is from, or why it may not be one. Changes nothing. */
  admit(group: ConsumerGroup, memberId: string, body: ConsumerGroupHeartbeatRequest): FoundMember | Refusal {
    if (group.members.size >= this.#config.groupConsumerMaxSize && !group.members.has(body.memberId)) {
      const { groupConsumerMaxSize } = this.#config
      const text = `The consumer group has reached its maximum capacity of ${groupConsumerMaxSize} members.`
      return refuse(ErrorCode.GROUP_MAX_SIZE_REACHED, text)
    }
    return topicRegexFault(body.subscribedTopicRegex) ?? this.#findMember(group, memberId, body)
  }

  #renew(group: ConsumerGroup, found: FoundMember, request: Heartbeat, nowMs: number, effects: GroupEffects): Response {
    const { body } = request
    const { groupId } = group
    const { member: previous, replaces } = found
    const { memberId } = previous
    if (replaces !== undefined) this.#deadlines.cancelAll(groupId, replaces.memberId)
    // Whoever takes part by the classic protocol till now has no more to join and sync.
    if (usesClassicProtocol(previous)) this.#deadlines.cancelAll(groupId, memberId)
    const news = { metadata: metadataIn(request, previous), owned: body.topicPartitions }
    const { member: after, hasMoved } = this.#changes.renew(group, found, news, nowMs, effects)
    if (hasMoved) this.#scheduleRebalance(groupId, after, nowMs)
    this.#scheduleSession(groupId, after, nowMs)
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
    if (!usesClassicProtocol(known) && !isAway(known)) {
      const text = `Static member ${memberId} with instance id ${instanceId} cannot join the group because the instance id is owned by ${known.memberId} member.`
      return refuse(ErrorCode.UNRELEASED_INSTANCE_ID, text)
    }
    return { member: { ...known, memberId, memberEpoch: 0, previousMemberEpoch: 0 }, replaces: known }
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

  /** Takes a member out of its group, which becomes a classic one where only members of the classic protocol are left. */
  fence(group: ConsumerGroup, { memberId }: ConsumerMember, nowMs: number, effects: GroupEffects): void {
    this.remove(group, new Set([memberId]), nowMs, effects)
  }

  /** Takes several members out at once. */
  remove(group: ConsumerGroup, memberIds: ReadonlySet<string>, nowMs: number, effects: GroupEffects): void {
    for (const memberId of memberIds) this.#deadlines.cancelAll(group.groupId, memberId)
    if (this.#migration.downgradeWithout(group, memberIds, nowMs, effects)) return
    this.#changes.remove(group, memberIds, nowMs, effects)
  }

  /** Handles LeaveGroup, which takes out members of either protocol; gives an error code for each. */
  leaveByRequest(
    group: ConsumerGroup,
    leaving: readonly LeavingMember[],
    nowMs: number,
    effects: GroupEffects,
  ): number[] {
    const gone = new Set<string>()
    const errorCodes = leaving.map(({ memberId, groupInstanceId }) => {
      const member = groupInstanceId === null ? group.members.get(memberId) : group.staticMember(groupInstanceId)
      if (member === undefined || gone.has(member.memberId)) return ErrorCode.UNKNOWN_MEMBER_ID
      // An administrator takes a static member out by its instance id alone.
      const isById = groupInstanceId === null || memberId !== ''
      if (isById && member.memberId !== memberId) return ErrorCode.FENCED_INSTANCE_ID
      gone.add(member.memberId)
      return ErrorCode.NONE
    })
    if (gone.size > 0) this.remove(group, gone, nowMs, effects)
    return errorCodes
  }

  #scheduleSession(groupId: string, { memberId, classicMemberMetadata }: ConsumerMember, nowMs: number): void {
    const timeoutMs = classicMemberMetadata?.sessionTimeoutMs ?? this.#config.groupConsumerSessionTimeoutMs
    this.#deadlines.set({ kind: 'session', groupId, memberId }, nowMs + timeoutMs)
  }

  #scheduleRebalance(groupId: string, member: ConsumerMember, nowMs: number): void {
    const { memberId, memberEpoch, rebalanceTimeoutMs, state } = member
    if (state === 'UnrevokedPartitions') {
      this.#deadlines.set({ kind: 'rebalance', groupId, memberId, memberEpoch }, nowMs + rebalanceTimeoutMs)
    } else this.#deadlines.cancel('rebalance', groupId, memberId)
  }

  /** The group is gone: nothing is waited for any more. */
  forget({ groupId, members }: ConsumerGroup): void {
    for (const memberId of members.keys()) this.#deadlines.cancelAll(groupId, memberId)
  }

  /** Begins the sessions of a group's members, after it was loaded. */
  onLoaded({ groupId, members }: ConsumerGroup, nowMs: number): void {
    for (const member of members.values()) {
      this.#scheduleSession(groupId, member, nowMs)
      // Members of the classic protocol are told to join again, and have that long for it.
      if (!usesClassicProtocol(member)) this.#scheduleRebalance(groupId, member, nowMs)
    }
  }
}

/** What a heartbeat says of its member: what it leaves out is as before. */
function metadataIn({ body, clientId, clientHost }: Heartbeat, member: ConsumerMember): MemberMetadata {
  const { subscribedTopicNames, rebalanceTimeoutMs } = body
  return {
    instanceId: body.instanceId ?? member.instanceId,
    rackId: body.rackId ?? member.rackId,
    rebalanceTimeoutMs: rebalanceTimeoutMs === -1 ? member.rebalanceTimeoutMs : rebalanceTimeoutMs,
    serverAssignor: body.serverAssignor ?? member.serverAssignor,
    subscribedTopicNames:
      subscribedTopicNames === null ? member.subscribedTopicNames : [...new Set(subscribedTopicNames)].sort(),
    subscribedTopicRegex: body.subscribedTopicRegex ?? member.subscribedTopicRegex,
    clientId,
    clientHost,
    classicMemberMetadata: null,
  }
}
