// The groups of the broker and what they are asked: JoinGroup is in joining.ts, the course of rebalances in rebalances.ts.
import { ErrorCode } from '@odradek/protocol'
import type { HeartbeatRequest } from '@odradek/protocol/messages/heartbeat-request'
import type { JoinGroupRequest } from '@odradek/protocol/messages/join-group-request'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { OffsetCommitRequest } from '@odradek/protocol/messages/offset-commit-request'
import type { SyncGroupRequest } from '@odradek/protocol/messages/sync-group-request'
import type { SyncGroupResponse } from '@odradek/protocol/messages/sync-group-response'
import type { BrokerConfig } from '../broker-config.ts'
import type { BrokerRecord, GroupRecordsWritten, GroupStored } from '../broker-record.ts'
import type { BrokerRequest, Outcome } from '../request.ts'
import type { ConsumerGroupHeartbeatRequest } from '@odradek/protocol/messages/consumer-group-heartbeat-request'
import type { ConsumerGroupHeartbeatResponse } from '@odradek/protocol/messages/consumer-group-heartbeat-response'
import type { ShareGroupHeartbeatRequest } from '@odradek/protocol/messages/share-group-heartbeat-request'
import type { ShareGroupHeartbeatResponse } from '@odradek/protocol/messages/share-group-heartbeat-response'
import { ShareGroup } from './share/share-group.ts'
import { ShareGroups } from './share/share-groups.ts'
import { ClassicGroup } from './classic-group.ts'
import { ClassicRequests, type LeavingMember } from './classic-requests.ts'
import { ClassicMembers } from './consumer/classic-members.ts'
import { consumerCommitError, consumerFetchError } from './consumer/offset-rights.ts'
import { ConsumerGroup, type GroupTopics } from './consumer/consumer-group.ts'
import { ConsumerGroups } from './consumer/consumer-groups.ts'
import { MemberChanges } from './consumer/member-changes.ts'
import { MemberDeadlines } from './consumer/member-deadlines.ts'
import { Migration } from './consumer/migration.ts'
import { GroupEffects } from './group-effects.ts'
import { groupTombstones } from './group-tombstones.ts'
import { GroupLog } from './group-log.ts'
import { type Group, GroupRegistry } from './group-registry.ts'
import { refuseJoin } from './join-answer.ts'
import { Joining } from './joining.ts'
import { memberError } from './member-error.ts'
import { Rebalances } from './rebalances.ts'
import type { CanStore } from './store-retry.ts'
import type { GroupRecord } from './records/group-record.ts'
import { groupStoredOf } from './records/stored-group.ts'
import { subscribedTopics } from './subscribed-topics.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { TopicPartitions } from './topic-partitions.ts'

type LeftMember = LeavingMember & { readonly errorCode: number }

const GROUP_ID_NOT_FOUND_SINCE = 9

/** Coordinates groups (Kafka's GroupCoordinatorService). */
export class GroupCoordinator {
  readonly #registry = new GroupRegistry()
  readonly #log = new GroupLog((record) => this.replay(record))
  readonly #rebalances: Rebalances
  readonly #joining: Joining
  readonly #classicRequests: ClassicRequests
  readonly #classicMembers: ClassicMembers
  readonly #migration: Migration
  readonly #consumerGroups: ConsumerGroups
  readonly #shareGroups: ShareGroups
  #nowMs = 0

  constructor(config: BrokerConfig, newUuid: () => string, topics: GroupTopics) {
    this.#rebalances = new Rebalances(config, this.#log)
    this.#joining = new Joining(config, this.#rebalances, this.#log, newUuid)
    this.#shareGroups = new ShareGroups(config, topics, this.#registry, this.#log)
    this.#classicRequests = new ClassicRequests(this.#rebalances, this.#log)
    const log = this.#log
    const parts = { config, topics, log, newUuid, deadlines: new MemberDeadlines() }
    const changes = new MemberChanges(config, topics, log)
    this.#migration = new Migration({ ...parts, registry: this.#registry, rebalances: this.#rebalances })
    const consumerParts = { ...parts, changes, migration: this.#migration }
    this.#classicMembers = new ClassicMembers(consumerParts)
    this.#consumerGroups = new ConsumerGroups({ ...consumerParts, store: this.#registry })
  }

  /** When `onTime` is to be called next. */
  get nextDeadlineMs(): number {
    return Math.min(
      this.#rebalances.nextDeadlineMs,
      this.#consumerGroups.nextDeadlineMs,
      this.#shareGroups.nextDeadlineMs,
    )
  }

  /** The wall clock, as far as it is known from the last request. */
  get wallClockMs(): number {
    return this.#log.wallClockMs(this.#nowMs)
  }

  /** The wall clock at a time of the clock of deadlines. */
  wallClockAt(nowMs: number): number {
    return this.#log.wallClockMs(nowMs)
  }

  /** Takes note of the clocks, by the request that comes. */
  onRequest(receivedAtMs: number, nowMs: number): void {
    this.#nowMs = nowMs
    this.#log.onRequest(receivedAtMs, nowMs)
  }

  /** Does what is due: expires members, ends rebalances. What a group that cannot be stored would write is put off, or left. */
  onTime(nowMs: number, canStore: CanStore): GroupEffects {
    const effects = new GroupEffects()
    this.#nowMs = nowMs
    this.#rebalances.onTime(nowMs, effects, canStore)
    this.#consumerGroups.onTime(nowMs, effects, canStore)
    this.#shareGroups.onTime(nowMs, effects, canStore)
    return effects
  }

  group(groupId: string): Group | undefined {
    return this.#registry.group(groupId)
  }

  all(): Iterable<Group> {
    return this.#registry.all()
  }

  /** Makes the group where there is none: one that only commits offsets has no members. */
  ensureGroup(groupId: string): void {
    if (this.#registry.group(groupId) === undefined) this.#registry.set(new ClassicGroup(groupId))
  }

  /** Takes over a stored group. */
  restore(record: GroupStored): void {
    this.#classicGroup(record.groupId).restore(record)
  }

  /** Takes the group away. */
  remove(groupId: string): void {
    const group = this.#registry.group(groupId)
    if (group?.type === 'classic') {
      group.transitionTo('Dead')
      this.#rebalances.forget(group)
    }
    if (group?.type === 'consumer') this.#consumerGroups.forget(group)
    if (group?.type === 'share') this.#shareGroups.forget(group)
    this.#registry.delete(groupId)
  }

  /** Takes over a record that was read, or is being written. */
  replay(record: GroupRecord): void {
    if (record.type !== 'groupMetadata') return this.#registry.replay(record)
    const { group: groupId } = record.key
    if (record.value !== null) this.restore(groupStoredOf(groupId, record.value))
    else if (this.#registry.classicGroup(groupId) !== undefined) this.remove(groupId)
  }

  /** Groups were loaded: their members' sessions begin. */
  onLoaded(groupIds: Iterable<string>, nowMs: number): void {
    for (const groupId of groupIds) {
      const group = this.#registry.group(groupId)
      if (group?.type === 'consumer') this.#consumerGroups.onLoaded(group, nowMs)
      else if (group?.type === 'share') this.#shareGroups.onLoaded(group, nowMs)
      else if (group?.type === 'classic') this.#rebalances.onLoaded(group, nowMs)
    }
  }

  /** Lets go of groups that another broker coordinates from now on: whoever waits is to look for that one. */
  unload(
    isGone: (groupId: string) => boolean,
    effects: GroupEffects,
    errorCode: number = ErrorCode.NOT_COORDINATOR,
  ): void {
    for (const group of [...this.#registry.all()].filter(({ groupId }) => isGone(groupId))) {
      if (group.type === 'classic') this.#rebalances.refuseAll(group, errorCode, effects)
      this.remove(group.groupId)
    }
  }

  /** Takes over the records of groups that another one has written. */
  apply(written: GroupRecordsWritten): void {
    this.#log.apply(written)
  }

  /** A classic group, which is made where there is none. */
  #classicGroup(groupId: string): ClassicGroup {
    const group = this.#registry.group(groupId)
    if (group?.type === 'classic') return group
    const made = new ClassicGroup(groupId)
    this.#registry.set(made)
    return made
  }

  /** Handles ConsumerGroupHeartbeat. */
  consumerHeartbeat(
    request: BrokerRequest<ConsumerGroupHeartbeatRequest>,
    nowMs: number,
  ): Outcome<ConsumerGroupHeartbeatResponse> {
    const { groupId, memberEpoch } = request.body
    const effects = new GroupEffects()
    if (memberEpoch === 0) this.#giveWay(groupId, 'classic', nowMs, effects)
    const group = this.#consumerGroupFor(request, nowMs, effects)
    if ('errorCode' in group) return { reply: { kind: 'answer', response: group } }
    const response = this.#consumerGroups.heartbeat(group, request, nowMs, effects)
    // A group that let nobody in has not come to be.
    if (group.groupEpoch === 0 && group.members.size === 0) this.#registry.delete(groupId)
    return { reply: { kind: 'answer', response }, ...effects }
  }

  /** Handles ShareGroupHeartbeat. */
  shareHeartbeat(
    request: BrokerRequest<ShareGroupHeartbeatRequest>,
    nowMs: number,
  ): Outcome<ShareGroupHeartbeatResponse> {
    const { groupId, memberEpoch } = request.body
    const known = this.#registry.group(groupId)
    if (known !== undefined && known.type !== 'share') {
      const refusal = refuse(ErrorCode.GROUP_ID_NOT_FOUND, `Group ${groupId} is not a share group.`)
      return { reply: { kind: 'answer', response: refusal } }
    }
    if (known === undefined && memberEpoch !== 0) {
      const refusal = refuse(ErrorCode.GROUP_ID_NOT_FOUND, `Share group ${groupId} not found.`)
      return { reply: { kind: 'answer', response: refusal } }
    }
    const effects = new GroupEffects()
    const group = known ?? this.#registry.set(new ShareGroup(groupId))
    const response = this.#shareGroups.heartbeat(group, request, nowMs, effects)
    return { reply: { kind: 'answer', response }, ...effects }
  }

  /** An empty share group comes to be, by a request of an administrator. Gives what is to be written. */
  createShareGroup(groupId: string, nowMs: number): BrokerRecord[] {
    const effects = new GroupEffects()
    this.#shareGroups.create(this.#registry.set(new ShareGroup(groupId)), nowMs, effects)
    return effects.records
  }

  /** Notes with which partitions a share group has begun. Gives what is to be written. */
  noteShareState(groupId: string, initialized: TopicPartitions, nowMs: number): BrokerRecord[] {
    const effects = new GroupEffects()
    this.#shareGroups.noteState(groupId, initialized, nowMs, effects)
    return effects.records
  }

  /** A group of another kind that has no members gives its id to a new group; its offsets stay. */
  #giveWay(groupId: string, kind: Group['type'], nowMs: number, effects: GroupEffects): void {
    const group = this.#registry.group(groupId)
    if (group?.type !== kind || group.state !== 'Empty') return
    const tombstones = groupTombstones(group)
    this.remove(groupId)
    for (const tombstone of tombstones) this.#log.write(effects, groupId, nowMs, tombstone)
  }

  /** The group of a heartbeat: a member that joins makes it where there is none, or of a classic group of consumers. */
  #consumerGroupFor(
    { body }: BrokerRequest<ConsumerGroupHeartbeatRequest>,
    nowMs: number,
    effects: GroupEffects,
  ): ConsumerGroup | Refusal {
    const { groupId, memberEpoch, memberId } = body
    const group = this.#registry.group(groupId)
    if (group?.type === 'consumer') return group
    const isJoining = memberEpoch === 0
    if (group === undefined) {
      if (isJoining) return this.#registry.set(new ConsumerGroup(groupId))
      return refuse(ErrorCode.GROUP_ID_NOT_FOUND, `Consumer group ${groupId} not found.`)
    }
    if (group.type === 'share' || !isJoining) {
      return refuse(ErrorCode.GROUP_ID_NOT_FOUND, `Group ${groupId} is not a consumer group.`)
    }
    const faultOf = (upgraded: ConsumerGroup) => {
      const found = this.#consumerGroups.admit(upgraded, memberId, body)
      return 'errorCode' in found ? found : undefined
    }
    return this.#migration.upgrade(group, faultOf, nowMs, effects)
  }

  join(request: BrokerRequest<JoinGroupRequest>, nowMs: number): Outcome<JoinGroupResponse> {
    const { groupId, memberId } = request.body
    const effects = new GroupEffects()
    this.#giveWay(groupId, 'consumer', nowMs, effects)
    if (effects.records.length > 0) {
      const outcome = this.#joining.join(this.#classicGroup(groupId), request, nowMs)
      return { ...outcome, records: [...effects.records, ...(outcome.records ?? [])] }
    }
    const known = this.#registry.group(groupId)
    if (known === undefined && memberId !== '') return refuseJoin(request, memberId, ErrorCode.UNKNOWN_MEMBER_ID)
    if (known?.type === 'consumer') return this.#classicMembers.join(known, request, nowMs)
    if (known?.type === 'share') {
      return refuseJoin(request, memberId, ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
    }
    return this.#joining.join(known ?? this.#classicGroup(groupId), request, nowMs)
  }

  sync(request: BrokerRequest<SyncGroupRequest>, nowMs: number): Outcome<SyncGroupResponse> {
    const group = this.#registry.group(request.body.groupId)
    if (group?.type === 'classic') return this.#classicRequests.sync(group, request, nowMs)
    const response =
      group?.type === 'consumer'
        ? this.#classicMembers.sync(group, request.body, nowMs)
        : { errorCode: ErrorCode.UNKNOWN_MEMBER_ID }
    return { reply: { kind: 'answer', response } }
  }

  /** The assignment of a generation could not be stored: its members join again. */
  onAssignmentLost(groupId: string, generation: number, nowMs: number): GroupEffects {
    const effects = new GroupEffects()
    const group = this.#registry.classicGroup(groupId)
    const isInUse = group?.state === 'CompletingRebalance' || group?.state === 'Stable'
    if (isInUse && group.generation === generation) this.#rebalances.prepareRebalance(group, nowMs, effects)
    return effects
  }

  /** The error code that answers a heartbeat. */
  heartbeat(body: HeartbeatRequest, nowMs: number): number {
    const group = this.#registry.group(body.groupId)
    if (group?.type === 'classic') return this.#classicRequests.heartbeat(group, body, nowMs)
    if (group?.type === 'consumer') return this.#classicMembers.heartbeat(group, body, nowMs)
    return ErrorCode.UNKNOWN_MEMBER_ID
  }

  /** Takes members out of a group; each has its own error code. */
  leave(
    groupId: string,
    leaving: readonly LeavingMember[],
    nowMs: number,
  ): { readonly members: LeftMember[]; readonly effects: GroupEffects } {
    const group = this.#registry.group(groupId)
    const effects = new GroupEffects()
    const errorCodes =
      group?.type === 'classic'
        ? this.#classicRequests.leave(group, leaving, nowMs, effects)
        : group?.type === 'consumer'
          ? this.#consumerGroups.leaveByRequest(group, leaving, nowMs, effects)
          : leaving.map(() => ErrorCode.UNKNOWN_MEMBER_ID)
    const members = leaving.map(({ memberId, groupInstanceId }, index) => {
      return { memberId, groupInstanceId, errorCode: errorCodes[index]! }
    })
    return { members, effects }
  }

  /**
   * Whether a member may commit for a partition with an epoch that is behind its own: it may where it has had the partition since that
   * epoch (KIP-1251), since the commit may have been under way when the epoch went up.
   */
  mayCommitLate(groupId: string, memberId: string, memberEpoch: number, topicId: string, partition: number): boolean {
    const member = this.#registry.consumerGroup(groupId)?.members.get(memberId)
    if (member === undefined || memberEpoch > member.memberEpoch) return false
    const since = member.assigned.get(topicId)?.get(partition) ?? member.pendingRevocation.get(topicId)?.get(partition)
    return since !== undefined && memberEpoch >= since
  }

  /** The topics whose offsets are not to be deleted, since members subscribe to them; or the error code that refuses all. */
  topicsInUse(groupId: string): ReadonlySet<string> | number {
    const group = this.#registry.group(groupId)
    if (group === undefined) return ErrorCode.GROUP_ID_NOT_FOUND
    if (group.type !== 'classic') return group.subscribedNames
    if (group.state === 'Empty') return new Set()
    if (group.state !== 'Stable' && group.state !== 'PreparingRebalance' && group.state !== 'CompletingRebalance') {
      return ErrorCode.GROUP_ID_NOT_FOUND
    }
    // Which topics other protocols than that of consumers mean is not known here.
    if (group.protocolType !== 'consumer') return ErrorCode.NON_EMPTY_GROUP
    return subscribedTopics(group) ?? new Set()
  }

  /** Judges who asks for the offsets of a group; undefined where it may. */
  fetchError(groupId: string, memberId: string | null, memberEpoch: number): number | undefined {
    const group = this.#registry.consumerGroup(groupId)
    if (group === undefined) return undefined
    // A request that names no member comes from an administrator, or from a client that does not know how to.
    if (memberId === null && memberEpoch < 0) return undefined
    return consumerFetchError(group, memberId ?? '', memberEpoch)
  }

  /** Judges an OffsetCommit, and takes it for a sign of life; undefined where the offsets may be committed. */
  commitError(body: OffsetCommitRequest, version: number, nowMs: number, isTransactional = false): number | undefined {
    const { groupId, memberId, groupInstanceId, generationIdOrMemberEpoch: generation } = body
    const group = this.#registry.group(groupId)
    if (group === undefined) {
      if (generation < 0) return undefined
      return version >= GROUP_ID_NOT_FOUND_SINCE ? ErrorCode.GROUP_ID_NOT_FOUND : ErrorCode.ILLEGAL_GENERATION
    }
    if (group.type === 'share') return ErrorCode.GROUP_ID_NOT_FOUND
    if (group.type === 'consumer') {
      return consumerCommitError(group, memberId, generation, isTransactional ? Infinity : version)
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
