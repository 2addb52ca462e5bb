// Members of consumer groups that take part by the classic protocol: JoinGroup, SyncGroup and Heartbeat (the part of Kafka's
// GroupMetadataManager that is named classicGroup...ToConsumerGroup). They have no leader: the target assignment is the broker's.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { HeartbeatRequest } from '@odradek/protocol/messages/heartbeat-request'
import type { JoinGroupRequest } from '@odradek/protocol/messages/join-group-request'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { SyncGroupRequest } from '@odradek/protocol/messages/sync-group-request'
import type { SyncGroupResponse } from '@odradek/protocol/messages/sync-group-response'
import type { BrokerConfig } from '../../broker-config.ts'
import type { BrokerRequest, Outcome } from '../../request.ts'
import { decodeSubscription, EMBEDDED_PROTOCOL_TYPE, encodeAssignment, withTopicIds } from '../embedded-protocol.ts'
import { GroupEffects } from '../group-effects.ts'
import { acceptJoin, refuseJoin } from '../join-answer.ts'
import { KNOWN_MEMBER_ID_SINCE, wishesOf } from '../joining.ts'
import type { MemberProtocol } from '../group-member.ts'
import type { ConsumerGroup, GroupTopics } from './consumer-group.ts'
import { type ConsumerMember, newConsumerMember, usesClassicProtocol } from './consumer-member.ts'
import type { FoundMember, MemberChanges } from './member-changes.ts'
import type { MemberDeadlines } from './member-deadlines.ts'
import type { Migration } from './migration.ts'

type ClassicMember = ConsumerMember & {
  readonly classicMemberMetadata: NonNullable<ConsumerMember['classicMemberMetadata']>
}

/** What members of the classic protocol work with. */
export interface ClassicMembersParts {
  readonly config: BrokerConfig
  readonly topics: GroupTopics
  readonly changes: MemberChanges
  readonly deadlines: MemberDeadlines
  readonly migration: Migration
  readonly newUuid: () => string
}

/** The classic half of groups that migrate. */
export class ClassicMembers {
  readonly #parts: ClassicMembersParts

  constructor(parts: ClassicMembersParts) {
    this.#parts = parts
  }

  /** Handles JoinGroup: the member is answered at once, with the epoch that it has come to. */
  join(group: ConsumerGroup, request: BrokerRequest<JoinGroupRequest>, nowMs: number): Outcome<JoinGroupResponse> {
    const { protocolType, protocols, groupInstanceId } = request.body
    const { groupConsumerMaxSize } = this.#parts.config
    const isUnknown = request.body.memberId === ''
    const memberId = isUnknown
      ? `${groupInstanceId ?? request.clientId}-${this.#parts.newUuid()}`
      : request.body.memberId
    if (group.members.size >= groupConsumerMaxSize && !group.members.has(memberId)) {
      return refuseJoin(request, '', ErrorCode.GROUP_MAX_SIZE_REACHED)
    }
    if (protocolType !== EMBEDDED_PROTOCOL_TYPE || !knowsCommonProtocol(group, protocols)) {
      return refuseJoin(request, memberId, ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
    }
    if (isUnknown && groupInstanceId === null && request.version >= KNOWN_MEMBER_ID_SINCE) {
      return refuseJoin(request, memberId, ErrorCode.MEMBER_ID_REQUIRED)
    }
    const found = findJoining(group, memberId, groupInstanceId, isUnknown)
    if (typeof found === 'number') return refuseJoin(request, memberId, found)
    return this.#renew(group, found, request, nowMs)
  }

  #renew(
    group: ConsumerGroup,
    found: FoundMember,
    request: BrokerRequest<JoinGroupRequest>,
    nowMs: number,
  ): Outcome<JoinGroupResponse> {
    const { groupId } = group
    const { changes, deadlines, migration, topics } = this.#parts
    const { memberId, rackId: rackBefore, instanceId: instanceBefore } = found.member
    const { sessionTimeoutMs, rebalanceTimeoutMs, protocols } = wishesOf(request)
    const [first] = protocols
    const subscription = decodeSubscription(first!.metadata)
    if (subscription === undefined) return refuseJoin(request, memberId, ErrorCode.UNKNOWN_SERVER_ERROR)
    const effects = new GroupEffects()
    if (found.replaces !== undefined) deadlines.cancelAll(groupId, found.replaces.memberId)
    const metadata = {
      instanceId: request.body.groupInstanceId ?? instanceBefore,
      rackId: subscription.rackId ?? rackBefore,
      rebalanceTimeoutMs,
      subscribedTopicNames: [...new Set(subscription.topics)].sort(),
      clientId: request.clientId,
      clientHost: request.clientHost,
      classicMemberMetadata: { sessionTimeoutMs, supportedProtocols: [...protocols] },
    }
    const owned = withTopicIds(subscription.ownedPartitions, topics)
    const { member } = changes.renew(group, found, { metadata, owned }, nowMs, effects)
    deadlines.cancelAll(groupId, memberId)
    deadlines.set({ kind: 'session', groupId, memberId }, nowMs + sessionTimeoutMs)
    deadlines.set({ kind: 'sync', groupId, memberId }, nowMs + rebalanceTimeoutMs)
    if (found.replaces !== undefined && !usesClassicProtocol(found.replaces)) {
      migration.downgradeReplaced(group, nowMs, effects)
    }
    const { memberEpoch: generationId } = member
    return acceptJoin(
      request,
      { memberId, generationId, protocolType: EMBEDDED_PROTOCOL_TYPE, protocolName: first!.name },
      effects,
    )
  }

  /** Handles SyncGroup: what the member has come to own. */
  sync(group: ConsumerGroup, body: SyncGroupRequest, nowMs: number): MessageInput<SyncGroupResponse> {
    const member = find(group, body.memberId, body.groupInstanceId)
    if (typeof member === 'number') return { errorCode: member }
    if (member.memberEpoch !== body.generationId) return { errorCode: ErrorCode.ILLEGAL_GENERATION }
    const { protocolType, protocolName } = body
    const [first] = member.classicMemberMetadata.supportedProtocols
    const hasOtherType = protocolType !== null && protocolType !== EMBEDDED_PROTOCOL_TYPE
    if (hasOtherType || (protocolName !== null && protocolName !== first!.name)) {
      return { errorCode: ErrorCode.INCONSISTENT_GROUP_PROTOCOL }
    }
    // A member that has partitions to give up has joined already: it is to give them up before it joins again.
    if (member.state !== 'UnrevokedPartitions' && this.#isBehind(group, member, nowMs)) {
      this.#awaitJoin(group, member, nowMs)
      return { errorCode: ErrorCode.REBALANCE_IN_PROGRESS }
    }
    this.#parts.deadlines.cancel('sync', group.groupId, member.memberId)
    this.#renewSession(group, member, nowMs)
    const assignment = encodeAssignment(member.assigned, first!.metadata, this.#parts.topics)
    return { protocolType, protocolName, assignment }
  }

  /**
   * The error code that answers a heartbeat: REBALANCE_IN_PROGRESS where the member is to join again, since the group has moved on, or it
   * has partitions to give up, or those that it waits for have become free.
   */
  heartbeat(group: ConsumerGroup, body: HeartbeatRequest, nowMs: number): number {
    const member = find(group, body.memberId, body.groupInstanceId)
    if (typeof member === 'number') return member
    if (member.memberEpoch !== body.generationId) return ErrorCode.ILLEGAL_GENERATION
    this.#renewSession(group, member, nowMs)
    const { state } = member
    const mustRejoin =
      this.#isBehind(group, member, nowMs) ||
      state === 'UnrevokedPartitions' ||
      (state === 'UnreleasedPartitions' && !waitsForOthers(group, member))
    if (!mustRejoin) return ErrorCode.NONE
    this.#awaitJoin(group, member, nowMs)
    return ErrorCode.REBALANCE_IN_PROGRESS
  }

  /**
   * Whether joining again would take the member further. A change alone does not call for it: members of the consumer protocol have the
   * next target computed with a heartbeat of theirs. Where none is left, it is up to the classic ones.
   */
  #isBehind(group: ConsumerGroup, member: ConsumerMember, nowMs: number): boolean {
    if (member.memberEpoch < group.assignmentEpoch) return true
    return group.classicMemberCount === group.members.size && this.#parts.changes.isTargetDue(group, nowMs)
  }

  #awaitJoin({ groupId }: ConsumerGroup, { memberId, rebalanceTimeoutMs }: ConsumerMember, nowMs: number): void {
    this.#parts.deadlines.setIfAbsent({ kind: 'join', groupId, memberId }, nowMs + rebalanceTimeoutMs)
  }

  #renewSession({ groupId }: ConsumerGroup, { memberId, classicMemberMetadata }: ClassicMember, nowMs: number): void {
    this.#parts.deadlines.set({ kind: 'session', groupId, memberId }, nowMs + classicMemberMetadata.sessionTimeoutMs)
  }
}

/** The member of the classic protocol that a request names, or the error code that refuses it. */
function find(group: ConsumerGroup, memberId: string, instanceId: string | null): ClassicMember | number {
  const member = instanceId === null ? group.members.get(memberId) : group.staticMember(instanceId)
  if (member === undefined) return ErrorCode.UNKNOWN_MEMBER_ID
  if (member.memberId !== memberId) return ErrorCode.FENCED_INSTANCE_ID
  const { classicMemberMetadata } = member
  return classicMemberMetadata === null ? ErrorCode.UNKNOWN_MEMBER_ID : { ...member, classicMemberMetadata }
}

/** The member that joins. A static one without an id takes the place of the one before, whichever protocol that used (KIP-345). */
function findJoining(
  group: ConsumerGroup,
  memberId: string,
  instanceId: string | null,
  isUnknown: boolean,
): FoundMember | number {
  const existing = { member: group.members.get(memberId) ?? newConsumerMember(memberId) }
  if (instanceId === null) return existing
  const known = group.staticMember(instanceId)
  if (isUnknown) {
    if (known === undefined) return existing
    return { member: { ...known, memberId, memberEpoch: 0, previousMemberEpoch: 0 }, replaces: known }
  }
  if (known === undefined) return ErrorCode.UNKNOWN_MEMBER_ID
  return known.memberId === memberId ? { member: known } : ErrorCode.FENCED_INSTANCE_ID
}

/** Whether one of the protocols is known to all members of the classic protocol. */
function knowsCommonProtocol(group: ConsumerGroup, protocols: readonly MemberProtocol[]): boolean {
  const others = [...group.members.values()].flatMap(({ classicMemberMetadata }) => classicMemberMetadata ?? [])
  return protocols.some(({ name }) =>
    others.every((one) => one.supportedProtocols.some((known) => known.name === name)),
  )
}

/** Whether a partition that the member is to have is still another one's. */
function waitsForOthers(group: ConsumerGroup, { memberId, assigned }: ConsumerMember): boolean {
  for (const [topicId, partitions] of group.targetOf(memberId)) {
    for (const partition of partitions) {
      if (assigned.get(topicId)?.has(partition) !== true && group.isTaken(topicId, partition)) return true
    }
  }
  return false
}
