// ShareGroupHeartbeat (KIP-932): members join, stay, and leave. Partitions are shared, so that nobody waits for anybody.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { ShareGroupHeartbeatRequest } from '@odradek/protocol/messages/share-group-heartbeat-request'
import type { ShareGroupHeartbeatResponse } from '@odradek/protocol/messages/share-group-heartbeat-response'
import type { BrokerConfig } from '../../broker-config.ts'
import { Deadlines } from '../../deadlines.ts'
import type { BrokerRequest } from '../../request.ts'
import type { AssignorMember } from '../assignors/server-assignor.ts'
import { simpleAssignor } from '../assignors/simple-assignor.ts'
import type { GroupTopics } from '../consumer/consumer-group.ts'
import { LEAVE_EPOCH, sameNames } from '../consumer/consumer-member.ts'
import { metadataHash } from '../consumer/metadata-hash.ts'
import type { GroupEffects } from '../group-effects.ts'
import type { GroupLog } from '../group-log.ts'
import type { GroupRecord } from '../records/group-record.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CanStore, STORE_RETRY_MS } from '../store-retry.ts'
import { NO_PARTITIONS, samePartitions, toList, type TopicPartitions } from '../topic-partitions.ts'
import { newShareMember, type ShareGroup, type ShareMember } from './share-group.ts'

type Heartbeat = BrokerRequest<ShareGroupHeartbeatRequest>
type Response = MessageInput<ShareGroupHeartbeatResponse>
type Write = (record: GroupRecord) => void

interface Session {
  readonly groupId: string
  readonly memberId: string
}

/** Where share groups are kept. */
export interface ShareGroupStore {
  shareGroup(groupId: string): ShareGroup | undefined
}

/** The share groups that this broker coordinates. */
export class ShareGroups {
  readonly #config: BrokerConfig
  readonly #topics: GroupTopics
  readonly #store: ShareGroupStore
  readonly #log: GroupLog
  readonly #sessions = new Deadlines<Session>()

  constructor(config: BrokerConfig, topics: GroupTopics, store: ShareGroupStore, log: GroupLog) {
    this.#config = config
    this.#topics = topics
    this.#store = store
    this.#log = log
  }

  get nextDeadlineMs(): number {
    return this.#sessions.nextAtMs
  }

  /** Takes members out that were silent for too long, where that can be stored. */
  onTime(nowMs: number, effects: GroupEffects, canStore: CanStore): void {
    for (let due = this.#sessions.takeDue(nowMs); due !== undefined; due = this.#sessions.takeDue(nowMs)) {
      const group = this.#store.shareGroup(due.groupId)
      if (group?.members.has(due.memberId) !== true) continue
      if (canStore(due.groupId)) this.#remove(group, due.memberId, nowMs, effects)
      else this.#sessions.set(keyOf(due.groupId, due.memberId), nowMs + STORE_RETRY_MS, due)
    }
  }

  /** Handles a heartbeat of a group that is there or new. */
  heartbeat(group: ShareGroup, request: Heartbeat, nowMs: number, effects: GroupEffects): Response | Refusal {
    const { memberId, memberEpoch } = request.body
    const known = group.members.get(memberId)
    if (known === undefined && memberEpoch !== 0) {
      return refuse(ErrorCode.UNKNOWN_MEMBER_ID, `Member ${memberId} is not a member of group ${group.groupId}.`)
    }
    if (memberEpoch === LEAVE_EPOCH) {
      this.#remove(group, memberId, nowMs, effects)
      return { memberId, memberEpoch }
    }
    const { groupShareMaxSize } = this.#config
    if (known === undefined && group.members.size >= groupShareMaxSize) {
      const text = `The share group has reached its maximum capacity of ${groupShareMaxSize} members.`
      return refuse(ErrorCode.GROUP_MAX_SIZE_REACHED, text)
    }
    const fault = known === undefined ? undefined : epochFault(known, memberEpoch)
    return fault ?? this.#renew(group, known ?? newShareMember(memberId), request, nowMs, effects)
  }

  /** Makes a group without members. */
  create(group: ShareGroup, nowMs: number, effects: GroupEffects): void {
    const write: Write = (record) => this.#log.write(effects, group.groupId, nowMs, record)
    this.#updateEpoch(group, true, write)
    this.#assign(group, write)
  }

  /** Notes with which partitions a group has begun; topics that are gone are left out. */
  noteState(groupId: string, initialized: TopicPartitions, nowMs: number, effects: GroupEffects): void {
    const initializedTopics = toList(initialized).flatMap(({ topicId, partitions }) => {
      const topic = this.#topics.byId(topicId)
      return topic === undefined ? [] : [{ topicId, topicName: topic.name, partitions }]
    })
    const value = { initializingTopics: [], initializedTopics, deletingTopics: [] }
    this.#log.write(effects, groupId, nowMs, { type: 'shareGroupStatePartitionMetadata', key: { groupId }, value })
  }

  #renew(
    group: ShareGroup,
    before: ShareMember,
    { body, clientId, clientHost }: Heartbeat,
    nowMs: number,
    effects: GroupEffects,
  ): Response {
    const { groupId } = group
    const { memberId } = before
    const write: Write = (record) => this.#log.write(effects, groupId, nowMs, record)
    const subscribedTopicNames =
      body.subscribedTopicNames === null ? [...before.subscribedTopicNames] : body.subscribedTopicNames.toSorted()
    const rackId = body.rackId ?? before.rackId
    const isNew = !group.members.has(memberId)
    const namesChanged = isNew || !sameNames(before.subscribedTopicNames, subscribedTopicNames)
    const isSame = rackId === before.rackId && clientId === before.clientId && clientHost === before.clientHost
    if (namesChanged || !isSame) {
      const value = { rackId, clientId, clientHost, subscribedTopicNames }
      write({ type: 'shareGroupMemberMetadata', key: { groupId, memberId }, value })
    }
    this.#updateEpoch(group, namesChanged, write)
    if (group.groupEpoch > group.assignmentEpoch) this.#assign(group, write)
    const assigned = group.targets.get(memberId) ?? NO_PARTITIONS
    const memberEpoch = this.#moveTo(group, memberId, assigned, write)
    this.#begin(groupId, memberId, nowMs)
    const isTold = body.memberEpoch === 0 || !samePartitions(before.assigned, assigned)
    const assignment = isTold ? { topicPartitions: toList(assigned) } : null
    return { memberId, memberEpoch, heartbeatIntervalMs: this.#config.groupShareHeartbeatIntervalMs, assignment }
  }

  #updateEpoch(group: ShareGroup, changed: boolean, write: Write): void {
    const hash = metadataHash(group.subscribedNames, this.#topics)
    if (!changed && hash === group.metadataHash) return
    const value = { epoch: group.groupEpoch + 1, metadataHash: hash }
    write({ type: 'shareGroupMetadata', key: { groupId: group.groupId }, value })
  }

  #assign(group: ShareGroup, write: Write): void {
    const { groupId } = group
    const partitionCounts = new Map<string, number>()
    const members = [...group.members.values()].map(({ memberId, rackId, subscribedTopicNames }): AssignorMember => {
      const topicIds = new Set<string>()
      for (const name of subscribedTopicNames) {
        const topic = this.#topics.byName(name)
        if (topic === undefined) continue
        topicIds.add(topic.topicId)
        partitionCounts.set(topic.topicId, topic.partitions.length)
      }
      const assignment = group.targets.get(memberId) ?? NO_PARTITIONS
      return { memberId, instanceId: null, rackId, topicIds, assignment }
    })
    const isHomogeneous = members.every(({ topicIds }) => topicIds.size === partitionCounts.size)
    const assigned = simpleAssignor.assign({ members, partitionCounts, isHomogeneous })
    for (const { memberId, assignment } of members) {
      const after = assigned.get(memberId) ?? NO_PARTITIONS
      if (group.targets.has(memberId) && samePartitions(assignment, after)) continue
      const value = { topicPartitions: toList(after) }
      write({ type: 'shareGroupTargetAssignmentMember', key: { groupId, memberId }, value })
    }
    const value = { assignmentEpoch: group.groupEpoch, assignmentTimestamp: 0n }
    write({ type: 'shareGroupTargetAssignmentMetadata', key: { groupId }, value })
  }

  #moveTo(group: ShareGroup, memberId: string, assigned: TopicPartitions, write: Write): number {
    const { groupId, assignmentEpoch: memberEpoch } = group
    const { memberEpoch: previousMemberEpoch } = group.members.get(memberId)!
    if (previousMemberEpoch === memberEpoch) return memberEpoch
    const value = { memberEpoch, previousMemberEpoch, state: 0, assignedPartitions: toList(assigned) }
    write({ type: 'shareGroupCurrentMemberAssignment', key: { groupId, memberId }, value })
    return memberEpoch
  }

  #remove(group: ShareGroup, memberId: string, nowMs: number, effects: GroupEffects): void {
    const { groupId } = group
    const write: Write = (record) => this.#log.write(effects, groupId, nowMs, record)
    write({ type: 'shareGroupCurrentMemberAssignment', key: { groupId, memberId }, value: null })
    write({ type: 'shareGroupTargetAssignmentMember', key: { groupId, memberId }, value: null })
    write({ type: 'shareGroupMemberMetadata', key: { groupId, memberId }, value: null })
    this.#updateEpoch(group, true, write)
    this.#sessions.cancel(keyOf(groupId, memberId))
  }

  #begin(groupId: string, memberId: string, nowMs: number): void {
    const atMs = nowMs + this.#config.groupShareSessionTimeoutMs
    this.#sessions.set(keyOf(groupId, memberId), atMs, { groupId, memberId })
  }

  /** Begins the sessions of a group's members, after it was loaded. */
  onLoaded({ groupId, members }: ShareGroup, nowMs: number): void {
    for (const memberId of members.keys()) this.#begin(groupId, memberId, nowMs)
  }

  /** The group is gone: nothing is waited for any more. */
  forget({ groupId, members }: ShareGroup): void {
    for (const memberId of members.keys()) this.#sessions.cancel(keyOf(groupId, memberId))
  }
}

function epochFault(member: ShareMember, memberEpoch: number): Refusal | undefined {
  const { memberEpoch: known, previousMemberEpoch } = member
  if (memberEpoch === 0 || memberEpoch === known || memberEpoch === previousMemberEpoch) return undefined
  const isGreater = memberEpoch > known
  const before = isGreater ? '' : `, and it does not match the previous member epoch (${previousMemberEpoch})`
  const text = `The share group member has a ${isGreater ? 'greater' : 'smaller'} member epoch (${memberEpoch}) than the one known by the group coordinator (${known})${before}. The member must abandon all its partitions and rejoin.`
  return refuse(ErrorCode.FENCED_MEMBER_EPOCH, text)
}

function keyOf(groupId: string, memberId: string): string {
  return `${groupId.length}/${groupId}/${memberId}`
}
