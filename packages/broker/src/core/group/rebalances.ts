// Carries classic groups from one generation to the next: who has joined, who is expired, when to stop waiting. Follows the classic half
// of Kafka's GroupMetadataManager.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { SyncGroupResponse } from '@odradek/protocol/messages/sync-group-response'
import type { BrokerConfig } from '../broker-config.ts'
import { Deadlines } from '../deadlines.ts'
import type { ClassicGroup } from './classic-group.ts'
import { GroupEffects } from './group-effects.ts'
import type { GroupLog } from './group-log.ts'
import { type GroupMember, NO_ASSIGNMENT } from './group-member.ts'
import { forJoinVersion, joined } from './join-answer.ts'
import { type CanStore, STORE_RETRY_MS } from './store-retry.ts'

/** What a group waits for. */
export type GroupDeadline =
  | { readonly kind: 'session'; readonly group: ClassicGroup; readonly memberId: string }
  | {
      readonly kind: 'initial-join'
      readonly group: ClassicGroup
      readonly delayMs: number
      readonly remainingMs: number
    }
  | { readonly kind: 'join'; readonly group: ClassicGroup }
  | { readonly kind: 'sync'; readonly group: ClassicGroup; readonly generation: number }
  | { readonly kind: 'store'; readonly group: ClassicGroup }

/** A member that is new is expired after this long, though it waits for its first generation (Kafka's constant). */
const NEW_MEMBER_JOIN_TIMEOUT_MS = 300_000
const UNKNOWN_MEMBER_ID = ''

/** The rebalances of all groups, with the deadlines that drive them on. */
export class Rebalances {
  readonly #config: BrokerConfig
  readonly #log: GroupLog
  readonly #deadlines = new Deadlines<GroupDeadline>()

  constructor(config: BrokerConfig, log: GroupLog) {
    this.#config = config
    this.#log = log
  }

  /** When `onTime` is to be called next. */
  get nextDeadlineMs(): number {
    return this.#deadlines.nextAtMs
  }

  /** Does what is due. Members go though that cannot be stored: that the last one went is stored later. */
  onTime(nowMs: number, effects: GroupEffects, canStore: CanStore): void {
    for (let due = this.#deadlines.takeDue(nowMs); due !== undefined; due = this.#deadlines.takeDue(nowMs)) {
      const { records, completions } = new GroupEffects()
      this.#onDeadline(due, nowMs, { records, completions })
      effects.completions.push(...completions)
      if (records.length === 0 || canStore(due.group.groupId)) effects.records.push(...records)
      else this.#storeLater(due, nowMs)
    }
  }

  /** An empty generation could not be stored. Its offsets expire by the time at which it began. */
  #storeLater({ kind, group }: GroupDeadline, nowMs: number): void {
    if (kind !== 'store') group.stateTimestampMs = this.#log.wallClockMs(nowMs)
    this.#deadlines.set(storeKey(group), nowMs + STORE_RETRY_MS, { kind: 'store', group })
  }

  #onDeadline(due: GroupDeadline, nowMs: number, effects: GroupEffects): void {
    const { group } = due
    if (group.state === 'Dead') return
    switch (due.kind) {
      case 'session':
        return this.#onSessionTimeout(group, due.memberId, nowMs, effects)
      case 'initial-join':
        return this.#onInitialDelay(group, due.delayMs, due.remainingMs, nowMs, effects)
      case 'join':
        return this.#completeJoin(group, nowMs, effects)
      case 'sync':
        return this.#onSyncTimeout(group, due.generation, nowMs, effects)
      case 'store':
        if (group.state === 'Empty') effects.records.push(group.toRecord(group.stateTimestampMs))
        return
    }
  }

  /** The member has shown that it lives: its session begins anew. */
  renewSession(group: ClassicGroup, member: GroupMember, nowMs: number): void {
    const timeoutMs = member.isNew ? NEW_MEMBER_JOIN_TIMEOUT_MS : member.sessionTimeoutMs
    this.#deadlines.set(sessionKey(group, member.memberId), nowMs + timeoutMs, {
      kind: 'session',
      group,
      memberId: member.memberId,
    })
  }

  /** Keeps an id that was given out with MEMBER_ID_REQUIRED for as long as a session lasts. */
  addPending(group: ClassicGroup, memberId: string, sessionTimeoutMs: number, nowMs: number): void {
    group.pendingMembers.add(memberId)
    this.#deadlines.set(sessionKey(group, memberId), nowMs + sessionTimeoutMs, { kind: 'session', group, memberId })
  }

  /** Takes a member out of the group without asking what follows; its JoinGroup is answered with UNKNOWN_MEMBER_ID. */
  drop(group: ClassicGroup, memberId: string, effects: GroupEffects): void {
    const member = group.members.get(memberId)
    if (member !== undefined) {
      const errorCode = ErrorCode.UNKNOWN_MEMBER_ID
      this.completeJoinRequest(member, { memberId: UNKNOWN_MEMBER_ID, errorCode }, effects)
      this.completeSyncRequest(member, { errorCode }, effects)
    }
    group.remove(memberId)
    this.#deadlines.cancel(sessionKey(group, memberId))
  }

  /** A group was loaded: its members' sessions begin. */
  onLoaded(group: ClassicGroup, nowMs: number): void {
    for (const member of group.members.values()) this.renewSession(group, member, nowMs)
  }

  /** Answers all that wait with an error. */
  refuseAll(group: ClassicGroup, errorCode: number, effects: GroupEffects): void {
    for (const member of group.members.values()) {
      this.completeJoinRequest(member, { memberId: member.memberId, errorCode }, effects)
      this.completeSyncRequest(member, { errorCode }, effects)
    }
  }

  /** The group is gone: nothing is waited for any more. */
  forget(group: ClassicGroup): void {
    for (const memberId of [...group.members.keys(), ...group.pendingMembers]) {
      this.#deadlines.cancel(sessionKey(group, memberId))
    }
    this.#deadlines.cancel(joinKey(group))
    this.#deadlines.cancel(syncKey(group))
    this.#deadlines.cancel(storeKey(group))
  }

  /** A member joined, changed or went: starts a rebalance, or ends the one under way where nobody is missing any more. */
  rebalanceOrComplete(group: ClassicGroup, nowMs: number, effects: GroupEffects): void {
    if (group.state === 'PreparingRebalance') this.completeJoinIfAllJoined(group, nowMs, effects)
    else this.prepareRebalance(group, nowMs, effects)
  }

  /** Ends the waiting for members where all have joined; the first rebalance of a group waits out its delay. */
  completeJoinIfAllJoined(group: ClassicGroup, nowMs: number, effects: GroupEffects): void {
    if (group.state !== 'PreparingRebalance' || group.previousState === 'Empty') return
    if (group.hasAllMembersJoined) this.#completeJoin(group, nowMs, effects)
  }

  /** Starts a rebalance: all members are to join again. A group's first one is ended by `onTime` alone, also where its delay is 0. */
  prepareRebalance(group: ClassicGroup, nowMs: number, effects: GroupEffects): void {
    if (group.state === 'CompletingRebalance') this.#refuseSyncs(group, nowMs, effects)
    group.pendingSyncs.clear()
    this.#deadlines.cancel(syncKey(group))
    const isInitial = group.state === 'Empty'
    group.transitionTo('PreparingRebalance')
    if (isInitial) {
      const delayMs = this.#config.groupInitialRebalanceDelayMs
      const remainingMs = Math.max(group.rebalanceTimeoutMs - delayMs, 0)
      this.#waitForFirstMembers(group, delayMs, remainingMs, nowMs)
    } else if (group.hasAllMembersJoined) this.#completeJoin(group, nowMs, effects)
    else this.#waitForJoins(group, nowMs)
  }

  #waitForJoins(group: ClassicGroup, nowMs: number): void {
    this.#deadlines.set(joinKey(group), nowMs + group.rebalanceTimeoutMs, { kind: 'join', group })
  }

  #waitForFirstMembers(group: ClassicGroup, delayMs: number, remainingMs: number, nowMs: number): void {
    this.#deadlines.set(joinKey(group), nowMs + delayMs, { kind: 'initial-join', group, delayMs, remainingMs })
  }

  #onInitialDelay(
    group: ClassicGroup,
    delayMs: number,
    remainingMs: number,
    nowMs: number,
    effects: GroupEffects,
  ): void {
    if (!group.newMemberAdded || remainingMs === 0) return this.#completeJoin(group, nowMs, effects)
    group.newMemberAdded = false
    const nextDelayMs = Math.min(this.#config.groupInitialRebalanceDelayMs, remainingMs)
    this.#waitForFirstMembers(group, nextDelayMs, Math.max(remainingMs - delayMs, 0), nowMs)
  }

  #onSessionTimeout(group: ClassicGroup, memberId: string, nowMs: number, effects: GroupEffects): void {
    const member = group.members.get(memberId)
    if (member === undefined) {
      if (!group.pendingMembers.delete(memberId)) return
      if (group.state === 'PreparingRebalance' && group.hasAllMembersJoined) this.#completeJoin(group, nowMs, effects)
      return
    }
    // A member that waits for an answer has no way to send heartbeats; its session begins anew with the answer.
    if (!member.isNew && (member.joinRequest !== undefined || member.syncRequest !== undefined)) return
    this.drop(group, memberId, effects)
    if (group.state === 'Stable' || group.state === 'CompletingRebalance') {
      this.prepareRebalance(group, nowMs, effects)
    } else if (group.state === 'PreparingRebalance' && group.hasAllMembersJoined) {
      this.#completeJoin(group, nowMs, effects)
    }
  }

  #onSyncTimeout(group: ClassicGroup, generation: number, nowMs: number, effects: GroupEffects): void {
    if (generation !== group.generation || group.pendingSyncs.size === 0) return
    if (group.state !== 'CompletingRebalance' && group.state !== 'Stable') return
    for (const memberId of [...group.pendingSyncs]) this.drop(group, memberId, effects)
    this.prepareRebalance(group, nowMs, effects)
  }

  #completeJoin(group: ClassicGroup, nowMs: number, effects: GroupEffects): void {
    if (group.state !== 'PreparingRebalance') return
    this.#deadlines.cancel(joinKey(group))
    for (const member of [...group.members.values()]) {
      // Static members keep their place until their session times out (KIP-345).
      if (member.joinRequest === undefined && member.groupInstanceId === null)
        this.drop(group, member.memberId, effects)
    }
    if (!group.electJoinedLeader() && group.members.size > 0) {
      this.#waitForJoins(group, nowMs)
      return
    }
    group.beginGeneration()
    if (group.members.size === 0) {
      effects.records.push(group.toRecord(this.#log.wallClockMs(nowMs)))
      return
    }
    for (const member of group.members.values()) {
      this.completeJoinRequest(member, joined(group, member.memberId), effects)
      member.isNew = false
      this.renewSession(group, member, nowMs)
      group.pendingSyncs.add(member.memberId)
    }
    const { generation } = group
    this.#deadlines.set(syncKey(group), nowMs + group.rebalanceTimeoutMs, { kind: 'sync', group, generation })
  }

  #refuseSyncs(group: ClassicGroup, nowMs: number, effects: GroupEffects): void {
    for (const member of group.members.values()) {
      member.assignment = NO_ASSIGNMENT
      if (member.syncRequest === undefined) continue
      this.completeSyncRequest(member, { errorCode: ErrorCode.REBALANCE_IN_PROGRESS }, effects)
      this.renewSession(group, member, nowMs)
    }
  }

  /** Answers the member's JoinGroup, where one waits. */
  completeJoinRequest(member: GroupMember, response: MessageInput<JoinGroupResponse>, effects: GroupEffects): void {
    if (member.joinRequest === undefined) return
    const { id, version } = member.joinRequest
    effects.completions.push({ requestId: id, response: forJoinVersion(response, version) })
    member.joinRequest = undefined
  }

  /** Answers the member's SyncGroup, where one waits; tells whether one did. */
  completeSyncRequest(member: GroupMember, response: MessageInput<SyncGroupResponse>, effects: GroupEffects): boolean {
    if (member.syncRequest === undefined) return false
    effects.completions.push({ requestId: member.syncRequest.id, response })
    member.syncRequest = undefined
    return true
  }

  /** The member's SyncGroup came. */
  onSynced(group: ClassicGroup, memberId: string): void {
    group.pendingSyncs.delete(memberId)
    if (group.pendingSyncs.size === 0) this.#deadlines.cancel(syncKey(group))
  }
}

function sessionKey(group: ClassicGroup, memberId: string): string {
  // Group and member ids may hold any character: the length keeps 'a/b' + 'c' and 'a' + 'b/c' apart.
  return `session/${group.groupId.length}/${group.groupId}/${memberId}`
}

function joinKey(group: ClassicGroup): string {
  return `join/${group.groupId}`
}

function syncKey(group: ClassicGroup): string {
  return `sync/${group.groupId}`
}

function storeKey(group: ClassicGroup): string {
  return `store/${group.groupId}`
}
