// SyncGroup, Heartbeat and LeaveGroup of classic groups; JoinGroup is in joining.ts.
import { ErrorCode } from '@odradek/protocol'
import type { HeartbeatRequest } from '@odradek/protocol/messages/heartbeat-request'
import type { SyncGroupRequest } from '@odradek/protocol/messages/sync-group-request'
import type { SyncGroupResponse } from '@odradek/protocol/messages/sync-group-response'
import type { BrokerRequest, Outcome } from '../request.ts'
import type { ClassicGroup } from './classic-group.ts'
import { GroupEffects } from './group-effects.ts'
import type { GroupLog } from './group-log.ts'
import { memberError } from './member-error.ts'
import type { Rebalances } from './rebalances.ts'

/** A member as LeaveGroup names it. */
export interface LeavingMember {
  readonly memberId: string
  readonly groupInstanceId: string | null
}

/** What members of classic groups ask once they have joined. */
export class ClassicRequests {
  readonly #rebalances: Rebalances
  readonly #log: GroupLog

  constructor(rebalances: Rebalances, log: GroupLog) {
    this.#rebalances = rebalances
    this.#log = log
  }

  /** Handles SyncGroup: answered at once in a stable group, or else when the leader has assigned. */
  sync(group: ClassicGroup, { id, body }: BrokerRequest<SyncGroupRequest>, nowMs: number): Outcome<SyncGroupResponse> {
    const errorCode = syncError(group, body)
    if (errorCode !== undefined) return { reply: { kind: 'answer', response: { errorCode } } }
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
    effects.records.push(group.toRecord(this.#log.wallClockMs(nowMs), byMember))
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
  heartbeat(group: ClassicGroup, { memberId, groupInstanceId, generationId }: HeartbeatRequest, nowMs: number): number {
    const error = memberError(group, memberId, groupInstanceId)
    if (error !== undefined) return error
    if (generationId !== group.generation) return ErrorCode.ILLEGAL_GENERATION
    this.#rebalances.renewSession(group, group.members.get(memberId)!, nowMs)
    return group.state === 'PreparingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE
  }

  /** Takes members out; gives an error code for each. */
  leave(group: ClassicGroup, leaving: readonly LeavingMember[], nowMs: number, effects: GroupEffects): number[] {
    const errorCodes = leaving.map(({ memberId, groupInstanceId }) =>
      this.#leaveOne(group, memberId, groupInstanceId, effects),
    )
    if (errorCodes.includes(ErrorCode.NONE)) {
      if (group.state === 'PreparingRebalance') this.#rebalances.completeJoinIfAllJoined(group, nowMs, effects)
      else if (group.state !== 'Empty') this.#rebalances.prepareRebalance(group, nowMs, effects)
    }
    return errorCodes
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
