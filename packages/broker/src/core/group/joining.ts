// JoinGroup: who comes in, and whether that starts a rebalance (Kafka's GroupMetadataManager.classicGroupJoin).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { JoinGroupRequest } from '@odradek/protocol/messages/join-group-request'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { BrokerConfig } from '../broker-config.ts'
import type { BrokerRequest, Outcome } from '../request.ts'
import type { ClassicGroup } from './classic-group.ts'
import { GroupEffects } from './group-effects.ts'
import type { GroupLog } from './group-log.ts'
import { type GroupMember, NO_ASSIGNMENT, sameProtocols } from './group-member.ts'
import { acceptJoin, joined, refuseJoin, subscriptions } from './join-answer.ts'
import { memberError } from './member-error.ts'
import type { Rebalances } from './rebalances.ts'

type JoinRequest = BrokerRequest<JoinGroupRequest>

/** The first version in which a new member confirms its id (KIP-394). */
export const KNOWN_MEMBER_ID_SINCE = 4
const SKIP_ASSIGNMENT_SINCE = 9

/** Lets members into groups. */
export class Joining {
  readonly #config: BrokerConfig
  readonly #rebalances: Rebalances
  readonly #log: GroupLog
  readonly #newUuid: () => string

  constructor(config: BrokerConfig, rebalances: Rebalances, log: GroupLog, newUuid: () => string) {
    this.#config = config
    this.#rebalances = rebalances
    this.#log = log
    this.#newUuid = newUuid
  }

  join(group: ClassicGroup, request: JoinRequest, nowMs: number): Outcome<JoinGroupResponse> {
    const { memberId, protocolType, protocols, groupInstanceId } = request.body
    if (!this.#hasRoomFor(group, memberId)) {
      const effects = new GroupEffects()
      this.#rebalances.drop(group, memberId, effects)
      return refuseJoin(request, '', ErrorCode.GROUP_MAX_SIZE_REACHED, effects)
    }
    if (!group.supports(protocolType, protocols)) {
      return refuseJoin(request, memberId, ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
    }
    if (memberId !== '') return this.#joinKnown(group, request, nowMs)
    const newMemberId = `${groupInstanceId ?? request.clientId}-${this.#newUuid()}`
    if (groupInstanceId !== null) return this.#joinStatic(group, request, newMemberId, nowMs)
    if (request.version < KNOWN_MEMBER_ID_SINCE) return this.#add(group, request, newMemberId, nowMs)
    // KIP-394: the id is confirmed by joining with it, so that a request that is sent twice makes no second member.
    this.#rebalances.addPending(group, newMemberId, request.body.sessionTimeoutMs, nowMs)
    return refuseJoin(request, newMemberId, ErrorCode.MEMBER_ID_REQUIRED)
  }

  #hasRoomFor(group: ClassicGroup, memberId: string): boolean {
    const { groupMaxSize } = this.#config
    switch (group.state) {
      case 'PreparingRebalance':
        return group.members.get(memberId)?.joinRequest !== undefined || group.awaitingJoinCount < groupMaxSize
      case 'CompletingRebalance':
      case 'Stable':
        return group.members.has(memberId) || group.members.size < groupMaxSize
      default:
        return true
    }
  }

  #joinKnown(group: ClassicGroup, request: JoinRequest, nowMs: number): Outcome<JoinGroupResponse> {
    const { memberId, groupInstanceId, protocols } = request.body
    if (group.pendingMembers.has(memberId) && groupInstanceId === null)
      return this.#add(group, request, memberId, nowMs)
    const error = memberError(group, memberId, groupInstanceId)
    if (error !== undefined) return refuseJoin(request, memberId, error)
    const member = group.members.get(memberId)!
    const changes = !sameProtocols(member.protocols, protocols)
    const isLeader = group.leader === memberId
    switch (group.state) {
      case 'PreparingRebalance':
        return this.#update(group, member, request, nowMs)
      case 'CompletingRebalance':
        // The answer to its first JoinGroup got lost: it is given again.
        return changes ? this.#update(group, member, request, nowMs) : acceptJoin(request, joined(group, memberId))
      case 'Stable':
        if (changes || isLeader) return this.#update(group, member, request, nowMs)
        return acceptJoin(request, joined(group, memberId))
      default:
        return refuseJoin(request, memberId, ErrorCode.UNKNOWN_MEMBER_ID)
    }
  }

  #add(group: ClassicGroup, request: JoinRequest, memberId: string, nowMs: number): Outcome<JoinGroupResponse> {
    const { protocolType, groupInstanceId } = request.body
    const { clientId, clientHost, id, version } = request
    const effects = new GroupEffects()
    if (group.state === 'PreparingRebalance' && group.previousState === 'Empty') group.newMemberAdded = true
    const member: GroupMember = {
      memberId,
      groupInstanceId,
      clientId,
      clientHost,
      ...wishesOf(request),
      assignment: NO_ASSIGNMENT,
      joinRequest: { id, version },
      syncRequest: undefined,
      isNew: true,
    }
    group.add(member, protocolType)
    this.#rebalances.renewSession(group, member, nowMs)
    this.#rebalances.rebalanceOrComplete(group, nowMs, effects)
    return { reply: { kind: 'later' }, ...effects }
  }

  #update(group: ClassicGroup, member: GroupMember, request: JoinRequest, nowMs: number): Outcome<JoinGroupResponse> {
    const effects = new GroupEffects()
    this.#takeOver(member, request, effects)
    this.#rebalances.rebalanceOrComplete(group, nowMs, effects)
    return { reply: { kind: 'later' }, ...effects }
  }

  #takeOver(member: GroupMember, request: JoinRequest, effects: GroupEffects): void {
    Object.assign(member, wishesOf(request))
    // A JoinGroup that comes again takes the place of the one before, which nobody waits for any more.
    const errorCode = ErrorCode.REBALANCE_IN_PROGRESS
    this.#rebalances.completeJoinRequest(member, { memberId: member.memberId, errorCode }, effects)
    member.joinRequest = { id: request.id, version: request.version }
  }

  /** A static member that comes without an id is new, or the same one started again: then it takes its own old place (KIP-345). */
  #joinStatic(group: ClassicGroup, request: JoinRequest, memberId: string, nowMs: number): Outcome<JoinGroupResponse> {
    const oldId = group.staticMemberId(request.body.groupInstanceId!)
    if (oldId === undefined) return this.#add(group, request, memberId, nowMs)
    const effects = new GroupEffects()
    const old = group.members.get(oldId)!
    const errorCode = ErrorCode.FENCED_INSTANCE_ID
    this.#rebalances.completeJoinRequest(old, { memberId: oldId, errorCode }, effects)
    this.#rebalances.completeSyncRequest(old, { errorCode }, effects)
    const formerLeader = group.leader ?? ''
    const member = group.replaceStatic(old, memberId)
    this.#takeOver(member, request, effects)
    this.#rebalances.renewSession(group, member, nowMs)
    if (group.state === 'Stable' && group.selectProtocol() === group.protocol) {
      member.joinRequest = undefined
      effects.records.push(group.toRecord(this.#log.wallClockMs(nowMs)))
      return acceptJoin(request, rejoined(group, memberId, formerLeader, request.version), effects)
    }
    if (group.state === 'PreparingRebalance') this.#rebalances.completeJoinIfAllJoined(group, nowMs, effects)
    else this.#rebalances.prepareRebalance(group, nowMs, effects)
    return { reply: { kind: 'later' }, ...effects }
  }
}

/**
 * The answer to a static member that came back without a rebalance. Before KIP-814 a leader must not learn that it leads, since it
 * would then compute an assignment that nobody takes.
 */
function rejoined(
  group: ClassicGroup,
  memberId: string,
  formerLeader: string,
  version: number,
): MessageInput<JoinGroupResponse> {
  const isLeader = group.leader === memberId
  if (version < SKIP_ASSIGNMENT_SINCE) return { ...joined(group, memberId), leader: formerLeader, members: [] }
  return { ...joined(group, memberId), members: isLeader ? subscriptions(group) : [], skipAssignment: isLeader }
}

/** What a JoinGroup says about its member; metadata is copied out of the connection's buffer. */
export function wishesOf({
  body,
  version,
}: JoinRequest): Pick<GroupMember, 'rebalanceTimeoutMs' | 'sessionTimeoutMs' | 'protocols'> {
  const { sessionTimeoutMs } = body
  // Version 0 has one timeout for both.
  const rebalanceTimeoutMs = version === 0 ? sessionTimeoutMs : body.rebalanceTimeoutMs
  const protocols = body.protocols.map(({ name, metadata }) => ({ name, metadata: new Uint8Array(metadata) }))
  return { rebalanceTimeoutMs, sessionTimeoutMs, protocols }
}
