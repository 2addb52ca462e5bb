// The groups of the broker and what they are asked: JoinGroup is in joining.ts, the course of rebalances in rebalances.ts.
import { ErrorCode } from '@odradek/protocol'
import type { HeartbeatRequest } from '@odradek/protocol/messages/heartbeat-request'
import type { JoinGroupRequest } from '@odradek/protocol/messages/join-group-request'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { OffsetCommitRequest } from '@odradek/protocol/messages/offset-commit-request'
import type { SyncGroupRequest } from '@odradek/protocol/messages/sync-group-request'
import type { SyncGroupResponse } from '@odradek/protocol/messages/sync-group-response'
import type { BrokerConfig } from '../broker-config.ts'
import type { GroupStored } from '../broker-record.ts'
import type { BrokerRequest, Outcome } from '../request.ts'
import { ClassicGroup } from './classic-group.ts'
import { GroupEffects } from './group-effects.ts'
import { refuseJoin } from './join-answer.ts'
import { Joining } from './joining.ts'
import { memberError } from './member-error.ts'
import { Rebalances } from './rebalances.ts'

/** A member as LeaveGroup names it. */
export interface LeavingMember {
  readonly memberId: string
  readonly groupInstanceId: string | null
}

type LeftMember = LeavingMember & { readonly errorCode: number }

const GROUP_ID_NOT_FOUND_SINCE = 9

/** Coordinates the classic groups (Kafka's GroupCoordinatorService, its classic half). */
export class GroupCoordinator {
  readonly #groups = new Map<string, ClassicGroup>()
  readonly #rebalances: Rebalances
  readonly #joining: Joining

  constructor(config: BrokerConfig, newUuid: () => string) {
    this.#rebalances = new Rebalances(config)
    this.#joining = new Joining(config, this.#rebalances, newUuid)
  }

  /** When `onTime` is to be called next. */
  get nextDeadlineMs(): number {
    return this.#rebalances.nextDeadlineMs
  }

  /** Does what is due: expires members, ends rebalances. */
  onTime(nowMs: number): GroupEffects {
    const effects = new GroupEffects()
    this.#rebalances.onTime(nowMs, effects)
    return effects
  }

  group(groupId: string): ClassicGroup | undefined {
    return this.#groups.get(groupId)
  }

  all(): Iterable<ClassicGroup> {
    return this.#groups.values()
  }

  /** Makes the group where there is none: one that only commits offsets has no members. */
  ensureGroup(groupId: string): ClassicGroup {
    let group = this.#groups.get(groupId)
    if (group === undefined) this.#groups.set(groupId, (group = new ClassicGroup(groupId)))
    return group
  }

  /** Takes over a stored group. */
  restore(record: GroupStored): void {
    this.ensureGroup(record.groupId).restore(record)
  }

  /** Takes the group away. */
  remove(groupId: string): void {
    const group = this.#groups.get(groupId)
    if (group === undefined) return
    group.transitionTo('Dead')
    this.#rebalances.forget(group)
    this.#groups.delete(groupId)
  }

  join(request: BrokerRequest<JoinGroupRequest>, nowMs: number): Outcome<JoinGroupResponse> {
    const { groupId, memberId } = request.body
    const known = this.#groups.get(groupId)
    if (known === undefined && memberId !== '') return refuseJoin(request, memberId, ErrorCode.UNKNOWN_MEMBER_ID)
    return this.#joining.join(known ?? this.ensureGroup(groupId), request, nowMs)
  }

  sync({ id, body }: BrokerRequest<SyncGroupRequest>, nowMs: number): Outcome<SyncGroupResponse> {
    const group = this.#groups.get(body.groupId)
    const errorCode = group === undefined ? ErrorCode.UNKNOWN_MEMBER_ID : syncError(group, body)
    if (group === undefined || errorCode !== undefined) return { reply: { kind: 'answer', response: { errorCode } } }
    const member = group.members.get(body.memberId)!
    const { protocol: protocolName, protocolType } = group
    if (group.state === 'Stable') {
      this.#rebalances.onSynced(group, member.memberId)
      return { reply: { kind: 'answer', response: { protocolName, protocolType, assignment: member.assignment } } }
    }
    const effects = new GroupEffects()
    // A SyncGroup that comes again takes the place of the one before, which nobody waits for any more.
    this.#rebalances.completeSyncRequest(member, { errorCode: ErrorCode.REBALANCE_IN_PROGRESS }, effects)
    member.syncRequest = { id, version: 0 }
    this.#rebalances.onSynced(group, member.memberId)
    if (group.leader === member.memberId) this.#assign(group, body.assignments, nowMs, effects)
    return { reply: { kind: 'later' }, ...effects }
  }

  /** Stores the leader's assignment, which makes the group stable, and gives it to the members that wait. */
  #assign(
    group: ClassicGroup,
    assignments: SyncGroupRequest['assignments'],
    nowMs: number,
    effects: GroupEffects,
  ): void {
    const byMember = new Map(assignments.map(({ memberId, assignment }) => [memberId, new Uint8Array(assignment)]))
    effects.records.push(group.toRecord(byMember))
    const { protocol: protocolName, protocolType } = group
    for (const member of group.members.values()) {
      const assignment = byMember.get(member.memberId) ?? new Uint8Array(0)
      const response = { protocolName, protocolType, assignment }
      if (this.#rebalances.completeSyncRequest(member, response, effects)) {
        this.#rebalances.renewSession(group, member, nowMs)
      }
    }
  }

  /** The error code that answers a heartbeat. */
  heartbeat({ groupId, memberId, groupInstanceId, generationId }: HeartbeatRequest, nowMs: number): number {
    const group = this.#groups.get(groupId)
    if (group === undefined) return ErrorCode.UNKNOWN_MEMBER_ID
    const error = memberError(group, memberId, groupInstanceId)
    if (error !== undefined) return error
    if (generationId !== group.generation) return ErrorCode.ILLEGAL_GENERATION
    this.#rebalances.renewSession(group, group.members.get(memberId)!, nowMs)
    return group.state === 'PreparingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE
  }

  /** Takes members out of a group; each has its own error code. */
  leave(
    groupId: string,
    leaving: readonly LeavingMember[],
    nowMs: number,
  ): { readonly members: LeftMember[]; readonly effects: GroupEffects } {
    const group = this.#groups.get(groupId)
    const effects = new GroupEffects()
    const members = leaving.map(({ memberId, groupInstanceId }) => {
      const errorCode =
        group === undefined ? ErrorCode.UNKNOWN_MEMBER_ID : this.#leaveOne(group, memberId, groupInstanceId, effects)
      return { memberId, groupInstanceId, errorCode }
    })
    if (group !== undefined && members.some((member) => member.errorCode === ErrorCode.NONE)) {
      if (group.state === 'PreparingRebalance') this.#rebalances.completeJoinIfAllJoined(group, nowMs, effects)
      else if (group.state !== 'Empty') this.#rebalances.prepareRebalance(group, nowMs, effects)
    }
    return { members, effects }
  }

  #leaveOne(group: ClassicGroup, memberId: string, instanceId: string | null, effects: GroupEffects): number {
    if (memberId === '') {
      // An administrator takes a static member out by its instance id alone.
      const staticId = instanceId === null ? undefined : group.staticMemberId(instanceId)
      if (staticId === undefined) return ErrorCode.UNKNOWN_MEMBER_ID
      this.#rebalances.drop(group, staticId, effects)
      return ErrorCode.NONE
    }
    const error = group.pendingMembers.has(memberId) ? undefined : memberError(group, memberId, instanceId)
    if (error !== undefined) return error
    this.#rebalances.drop(group, memberId, effects)
    return ErrorCode.NONE
  }

  /** Judges an OffsetCommit, and takes it for a sign of life; undefined where the offsets may be committed. */
  commitError(body: OffsetCommitRequest, version: number, nowMs: number): number | undefined {
    const { groupId, memberId, groupInstanceId, generationIdOrMemberEpoch: generation } = body
    const group = this.#groups.get(groupId)
    if (group === undefined) {
      if (generation < 0) return undefined
      return version >= GROUP_ID_NOT_FOUND_SINCE ? ErrorCode.GROUP_ID_NOT_FOUND : ErrorCode.ILLEGAL_GENERATION
    }
    // An administrator, or a consumer that assigns itself its partitions.
    if (generation < 0 && group.state === 'Empty') return undefined
    const error = memberError(group, memberId, groupInstanceId)
    if (error !== undefined) return error
    if (generation !== group.generation) return ErrorCode.ILLEGAL_GENERATION
    if (group.state === 'CompletingRebalance') return ErrorCode.REBALANCE_IN_PROGRESS
    this.#rebalances.renewSession(group, group.members.get(memberId)!, nowMs)
    return undefined
  }
}

function syncError(group: ClassicGroup, body: SyncGroupRequest): number | undefined {
  const error = memberError(group, body.memberId, body.groupInstanceId)
  if (error !== undefined) return error
  if (body.generationId !== group.generation) return ErrorCode.ILLEGAL_GENERATION
  const otherType = body.protocolType !== null && body.protocolType !== group.protocolType
  const otherName = body.protocolName !== null && body.protocolName !== group.protocol
  if (otherType || otherName) return ErrorCode.INCONSISTENT_GROUP_PROTOCOL
  return group.state === 'PreparingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : undefined
}
