// Groups that have members of both protocols.
import { ByteReader, ByteWriter } from '@odradek/bytes'
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { leaveGroupApi } from '@odradek/protocol/apis/leave-group'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import { consumerProtocolAssignment } from '@odradek/protocol/messages/consumer-protocol-assignment'
import { consumerProtocolSubscription } from '@odradek/protocol/messages/consumer-protocol-subscription'
import type { JoinGroupRequest } from '@odradek/protocol/messages/join-group-request'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { SyncGroupResponse } from '@odradek/protocol/messages/sync-group-response'
import { readBatch } from '../../../../src/core/group/offsets-topic.ts'
import type { GroupRecord } from '../../../../src/core/group/records/group-record.ts'
import type { Asked, CoreHarness } from '../../core-harness.ts'
import type { ExecutionContext } from 'ava'
import { ConsumerHarness, Member } from './consumer-harness.ts'

export const PARTITIONS = 6
export const CLASSIC_SESSION_MS = 10_000
export const CLASSIC_REBALANCE_MS = 30_000

export class MigrationHarness extends ConsumerHarness {
  get type(): string {
    return this.state.groups.group(this.groupId)!.type
  }

  get classicGroup() {
    const group = this.state.groups.group(this.groupId)
    if (group?.type !== 'classic') throw new Error(`${this.groupId} is no classic group`)
    return group
  }
}

/** Partitions of one topic, as bytes of SyncGroup. */
export function assignmentBytes(topic: string, partitions: readonly number[], version = 3): Uint8Array {
  const writer = new ByteWriter()
  writer.writeInt16(version)
  const assignedPartitions = partitions.length === 0 ? [] : [{ topic, partitions: [...partitions] }]
  consumerProtocolAssignment.encode(writer, { assignedPartitions, userData: null }, version)
  return writer.bytes().slice()
}

export interface ClassicOptions {
  readonly instanceId?: string
  /** Gives up at joining only what it is told to, and keeps the rest (KIP-429). */
  readonly isCooperative?: boolean
  readonly protocol?: string
  readonly topic?: string
}

/** A consumer of the classic protocol, of one topic. */
export class ClassicMember {
  readonly #harness: MigrationHarness
  readonly #options: ClassicOptions
  readonly topic: string
  memberId = ''
  generation = -1
  owned: number[] = []
  joining: Asked<JoinGroupResponse> | undefined
  syncing: Asked<SyncGroupResponse> | undefined

  constructor(harness: MigrationHarness, options: ClassicOptions = {}) {
    this.#harness = harness
    this.#options = options
    this.topic = options.topic ?? 't'
  }

  get instanceId(): string | null {
    return this.#options.instanceId ?? null
  }

  get protocol(): string {
    return this.#options.protocol ?? 'range'
  }

  get subscription(): Uint8Array {
    const writer = new ByteWriter()
    writer.writeInt16(3)
    const ownedPartitions = this.owned.length === 0 ? [] : [{ topic: this.topic, partitions: [...this.owned] }]
    const { generation: generationId } = this
    consumerProtocolSubscription.encode(writer, { topics: [this.topic], ownedPartitions, generationId }, 3)
    return writer.bytes().slice()
  }

  /** Asks to join, with an id where it has none yet; the answer may come later. */
  join(input: MessageInput<JoinGroupRequest> = {}): Asked<JoinGroupResponse> {
    if (this.#options.isCooperative !== true) this.owned = []
    const ask = () => {
      return this.#harness.ask(joinGroupApi, 9, {
        groupId: this.#harness.groupId,
        memberId: this.memberId,
        groupInstanceId: this.instanceId,
        protocolType: 'consumer',
        protocols: [{ name: this.protocol, metadata: this.subscription }],
        sessionTimeoutMs: CLASSIC_SESSION_MS,
        rebalanceTimeoutMs: CLASSIC_REBALANCE_MS,
        ...input,
      })
    }
    let asked = ask()
    if (asked.response?.errorCode === ErrorCode.MEMBER_ID_REQUIRED) {
      this.memberId = asked.response.memberId
      asked = ask()
    }
    this.joining = asked
    return asked
  }

  /** Asks for its assignment, with those of others where it leads. */
  sync(assignments: Readonly<Record<string, Uint8Array>> = {}): Asked<SyncGroupResponse> {
    this.syncing = this.#harness.ask(syncGroupApi, 5, {
      groupId: this.#harness.groupId,
      memberId: this.memberId,
      groupInstanceId: this.instanceId,
      generationId: this.generation,
      protocolType: 'consumer',
      protocolName: this.protocol,
      assignments: Object.entries(assignments).map(([memberId, assignment]) => ({ memberId, assignment })),
    })
    return this.syncing
  }

  heartbeat(generationId = this.generation): number {
    const { memberId, instanceId: groupInstanceId } = this
    const { groupId } = this.#harness
    return this.#harness.get(heartbeatApi, 4, { groupId, memberId, groupInstanceId, generationId }).errorCode
  }

  leave(): number {
    const { memberId, instanceId: groupInstanceId } = this
    const members = [{ memberId, groupInstanceId }]
    return this.#harness.get(leaveGroupApi, 5, { groupId: this.#harness.groupId, members }).members[0]!.errorCode
  }

  /** Takes over the answer to its JoinGroup, where it has come. */
  joined(): JoinGroupResponse | undefined {
    const response = this.joining?.response
    if (response?.errorCode !== ErrorCode.NONE) return undefined
    this.memberId = response.memberId
    this.generation = response.generationId
    return response
  }

  /** Takes over the answer to its SyncGroup: gives up and takes what it says. */
  synced(): boolean {
    const response = this.syncing?.response
    if (response?.errorCode !== ErrorCode.NONE) return false
    this.owned = []
    if (response.assignment.length === 0) return true
    const reader = new ByteReader(response.assignment)
    const { assignedPartitions } = consumerProtocolAssignment.decode(reader, reader.readInt16())
    this.owned = assignedPartitions.flatMap(({ partitions }) => partitions)
    return true
  }

  /** In a consumer group: a heartbeat, and joining and syncing where that tells it to. */
  step(): void {
    if (this.heartbeat() !== ErrorCode.REBALANCE_IN_PROGRESS) return
    const before = this.owned
    this.join()
    if (this.joined() === undefined) return
    if (this.#options.isCooperative === true) this.owned = before
    this.sync()
    this.synced()
  }
}

/** Lets classic members make a stable classic group in which they share the topic's partitions in turn; the first one leads. */
export function makeClassicGroup(
  harness: MigrationHarness,
  members: readonly ClassicMember[],
  partitions: number,
): void {
  for (const member of members) {
    // Each one that comes has those before it join again.
    member.join()
    for (const before of members.slice(0, members.indexOf(member))) before.join()
    harness.advance(0)
    for (const one of members) one.joined()
  }
  const shares = members.map((_, index) =>
    Array.from({ length: partitions }, (_, partition) => partition).filter((one) => one % members.length === index),
  )
  const leader = members.find((member) => member.joining!.response!.leader === member.memberId)!
  const assignments = Object.fromEntries(
    members.map((member, index) => [member.memberId, assignmentBytes(member.topic, shares[index]!)]),
  )
  for (const member of members) if (member !== leader) member.sync()
  leader.sync(assignments)
  for (const member of members) member.synced()
}

/** Has the leader lose its partitions of `__consumer_offsets` and get them again, in a new epoch. */
export function reelect(harness: CoreHarness): void {
  const { topicId, partitions } = harness.state.topics.byName('__consumer_offsets')!
  partitions.forEach((_, partition) => {
    harness.state.apply({ type: 'partition-changed', topicId, partition, leader: harness.state.config.nodeId })
  })
  harness.advance(0)
}

/** The records of `__consumer_offsets`, batch by batch. */
export function storedBatches(harness: CoreHarness): GroupRecord[][] {
  const batches: GroupRecord[][] = []
  for (const replica of harness.state.replicas.all()) {
    if (replica.topic !== '__consumer_offsets') continue
    for (const { bytes } of replica.log.batchesFrom(0)) {
      const records: GroupRecord[] = []
      readBatch(bytes, { onRecord: (record) => records.push(record), onTransactionEnd: () => {} })
      batches.push(records)
    }
  }
  return batches
}

/** A stable classic group of two that share the partitions of `t`. */
export function twoClassic(
  options: ConstructorParameters<typeof MigrationHarness>[0] = {},
  each: ClassicOptions[] = [{}, {}],
) {
  const harness = new MigrationHarness(options)
  const topicId = harness.createTopic('t', PARTITIONS)
  const members = each.map((one) => new ClassicMember(harness, one))
  makeClassicGroup(harness, members, PARTITIONS)
  return { harness, topicId, members, first: members[0]!, second: members[1]! }
}

/** The same after a third one has come by the consumer protocol, and all have what they are to have. */
export function mixed(options: ConstructorParameters<typeof MigrationHarness>[0] = {}, each?: ClassicOptions[]) {
  const group = twoClassic(options, each)
  const newcomer = new Member(group.harness, 'new', ['t'])
  settle(group.members, [newcomer])
  return { ...group, newcomer }
}

export function settle(classic: readonly ClassicMember[], consumers: readonly Member[]): void {
  for (let round = 0; round < 6; round++) {
    for (const member of consumers) member.beat()
    for (const member of classic) member.step()
  }
}

export function numbersOf(member: Member): number[] {
  return [...member.owned.values()].flat()
}

/** Each partition has one owner, and each member as many as the others. */
export function assertShared(
  t: ExecutionContext,
  classic: readonly ClassicMember[],
  consumers: readonly Member[],
): void {
  const shares = [...classic.map(({ owned }) => owned), ...consumers.map(numbersOf)]
  t.deepEqual(shares.flat().sort(), [0, 1, 2, 3, 4, 5])
  for (const share of shares) t.is(share.length, PARTITIONS / shares.length)
}
