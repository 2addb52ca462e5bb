// One group that goes over from the classic to the consumer protocol and back, as its members see it, request by request. What one broker
// answers can be laid beside what another one does: ids are given as names, assignments as how many partitions they hold.
import { ByteReader, ByteWriter } from '@odradek/bytes'
import { allApis } from '@odradek/protocol/all-apis'
import type { Api, MessageInput } from '@odradek/protocol'
import { consumerProtocolAssignment } from '@odradek/protocol/messages/consumer-protocol-assignment'
import { consumerProtocolSubscription } from '@odradek/protocol/messages/consumer-protocol-subscription'
import { until } from '../../until.ts'
import { Asked } from './ask-both.ts'

const TOPIC = 'migrating'
/** The group that migrates. */
export const MIGRATING_GROUP = 'migrating'
const GROUP = MIGRATING_GROUP
const PARTITIONS = 6
const REBALANCE_IN_PROGRESS = 27
const MEMBER_ID_REQUIRED = 79

const apis = new Map(allApis.map((api) => [api.name, api as Api<unknown, unknown>]))

/** What a field of an answer is; members of all answers are looked at by name. */
type Answer = Readonly<Record<string, unknown>>

/** A member's connection, with what it knows of itself. */
class Peer {
  readonly name: string
  readonly instanceId: string | null
  readonly #script: MigrationScript
  readonly #asked: Asked
  memberId = ''
  epoch = 0
  #hasJoined = false

  constructor(script: MigrationScript, bootstrapServers: string, name: string, instanceId: string | null = null) {
    this.#script = script
    this.#asked = new Asked(bootstrapServers)
    this.name = name
    this.instanceId = instanceId
  }

  close(): void {
    this.#asked.close()
  }

  async ask(api: string, version: number, request: object): Promise<Answer> {
    const answer = await this.#asked.ask(apis.get(api)!, version, request as MessageInput<unknown>)
    return typeof answer === 'string' ? { answer } : (answer as Answer)
  }

  async join(input: object = {}): Promise<void> {
    const protocols = [{ name: 'range', metadata: subscription() }]
    const wishes = { groupId: GROUP, groupInstanceId: this.instanceId, protocolType: 'consumer', protocols }
    const request = () => {
      return { ...wishes, memberId: this.memberId, sessionTimeoutMs: 30_000, rebalanceTimeoutMs: 60_000, ...input }
    }
    let answer = await this.ask('JoinGroup', 9, request())
    if (answer['errorCode'] === MEMBER_ID_REQUIRED) {
      this.memberId = String(answer['memberId'])
      answer = await this.ask('JoinGroup', 9, request())
    }
    if (answer['errorCode'] === 0) {
      this.memberId = String(answer['memberId'])
      this.epoch = Number(answer['generationId'])
    }
    const { errorCode, generationId, protocolType, protocolName, leader, members, skipAssignment } = answer
    const isLeader = leader === this.memberId
    const count = (members as unknown[]).length
    this.#note('JoinGroup', { errorCode, generationId, protocolType, protocolName, isLeader, count, skipAssignment })
  }

  async sync(assignments: readonly { memberId: string; assignment: Uint8Array }[] = [], input: object = {}) {
    const answer = await this.ask('SyncGroup', 5, {
      ...{ groupId: GROUP, memberId: this.memberId, groupInstanceId: this.instanceId, generationId: this.epoch },
      ...{ protocolType: 'consumer', protocolName: 'range', assignments, ...input },
    })
    const { errorCode, protocolType, protocolName, assignment } = answer
    const reader = new ByteReader(assignment as Uint8Array)
    const version = errorCode === 0 ? reader.readInt16() : -1
    const assigned = version < 0 ? [] : consumerProtocolAssignment.decode(reader, version).assignedPartitions
    const count = assigned.reduce((sum, { partitions }) => sum + partitions.length, 0)
    this.#note('SyncGroup', { errorCode, protocolType, protocolName, version, count })
  }

  async heartbeat(generationId = this.epoch): Promise<number> {
    const identity = { memberId: this.memberId, groupInstanceId: this.instanceId }
    const { errorCode } = await this.ask('Heartbeat', 4, { groupId: GROUP, generationId, ...identity })
    this.#note('Heartbeat', { errorCode })
    return Number(errorCode)
  }

  /** A coordinator that is not there yet (14, 15) or not yet elected (16) is asked again. */
  async untilCoordinated(): Promise<void> {
    await until(
      'a coordinator of the group',
      async () => {
        await this.ask('FindCoordinator', 4, { keyType: 0, coordinatorKeys: [GROUP] })
        return this.ask('Heartbeat', 4, { groupId: GROUP, memberId: 'nobody', generationId: 1 })
      },
      ({ errorCode }) => ![14, 15, 16].includes(Number(errorCode)),
    )
  }

  async untilRebalance(): Promise<void> {
    const identity = { groupId: GROUP, memberId: this.memberId, groupInstanceId: this.instanceId }
    await until(
      `a rebalance, of which ${this.name} is told`,
      () => this.ask('Heartbeat', 4, { generationId: this.epoch, ...identity }),
      ({ errorCode }) => errorCode === REBALANCE_IN_PROGRESS,
    )
  }

  async leave(): Promise<void> {
    const members = [{ memberId: this.memberId, groupInstanceId: this.instanceId }]
    const answer = await this.ask('LeaveGroup', 5, { groupId: GROUP, members })
    const codes = (answer['members'] as Answer[]).map(({ errorCode }) => errorCode)
    this.#note('LeaveGroup', { errorCode: answer['errorCode'], codes })
  }

  async commit(generationIdOrMemberEpoch = this.epoch): Promise<void> {
    const topics = [{ name: TOPIC, partitions: [{ partitionIndex: 0, committedOffset: 1n, committedMetadata: '' }] }]
    const identity = { memberId: this.memberId, groupInstanceId: this.instanceId, generationIdOrMemberEpoch }
    const answer = await this.ask('OffsetCommit', 9, { groupId: GROUP, ...identity, topics })
    const [topic] = answer['topics'] as { partitions: Answer[] }[]
    this.#note('OffsetCommit', { errorCode: topic!.partitions[0]!['errorCode'] })
  }

  /** A heartbeat of the consumer protocol; the first one joins. */
  async beat(input: object = {}): Promise<void> {
    const joining = { rebalanceTimeoutMs: 60_000, subscribedTopicNames: [TOPIC], topicPartitions: [] }
    const identity = { groupId: GROUP, memberId: this.memberId, instanceId: this.instanceId, memberEpoch: this.epoch }
    const answer = await this.ask('ConsumerGroupHeartbeat', 1, {
      ...identity,
      ...(this.#hasJoined ? {} : joining),
      ...input,
    })
    const { errorCode, errorMessage, memberEpoch } = answer
    if (errorCode === 0) {
      this.#hasJoined = true
      this.epoch = Number(memberEpoch)
    }
    const assignment = answer['assignment'] as { topicPartitions: { partitions: number[] }[] } | null
    const count = assignment?.topicPartitions.reduce((sum, { partitions }) => sum + partitions.length, 0)
    this.#note('ConsumerGroupHeartbeat', { errorCode, errorMessage, memberEpoch, count: count ?? null })
  }

  /** How the group shows itself to administrators. */
  async look(): Promise<void> {
    const listed = (await this.ask('ListGroups', 5, {}))['groups'] as Answer[]
    const described = (await this.ask('ConsumerGroupDescribe', 1, { groupIds: [GROUP] }))['groups'] as Answer[]
    const classic = (await this.ask('DescribeGroups', 6, { groups: [GROUP] }))['groups'] as Answer[]
    const { groupState, groupType, protocolType } = listed.find(({ groupId }) => groupId === GROUP) ?? {}
    const { errorCode, groupEpoch, assignmentEpoch, assignorName, members } = described[0]!
    const shown = (members as Answer[]).map(({ memberEpoch, memberType, subscribedTopicNames, instanceId }) =>
      JSON.stringify({ memberEpoch, memberType, subscribedTopicNames, instanceId }),
    )
    const consumer = { errorCode, groupEpoch, assignmentEpoch, assignorName, members: shown.sort() }
    const { groupState: state, protocolData, members: classicMembers, errorCode: classicError } = classic[0]!
    const old = { classicError, state, protocolData, count: (classicMembers as unknown[]).length }
    this.#note('shown', { groupState, groupType, protocolType, consumer, old })
  }

  #note(what: string, facts: object): void {
    this.#script.trace.push(
      `${this.name} ${what} ${JSON.stringify(facts, (_, value: unknown) => this.#script.named(value))}`,
    )
  }
}

/** Runs the script, and keeps what it saw. */
export class MigrationScript {
  readonly trace: string[] = []
  readonly #peers: Peer[] = []
  readonly #bootstrapServers: string

  constructor(bootstrapServers: string) {
    this.#bootstrapServers = bootstrapServers
  }

  /** Member ids in texts are each broker's own. */
  named(value: unknown): unknown {
    if (typeof value !== 'string') return value
    const known = this.#peers.filter(({ memberId }) => memberId !== '')
    return known.reduce((text, { memberId, name }) => text.replaceAll(memberId, `<${name}>`), value)
  }

  #peer(name: string, instanceId: string | null = null): Peer {
    const peer = new Peer(this, this.#bootstrapServers, name, instanceId)
    this.#peers.push(peer)
    return peer
  }

  async run(): Promise<readonly string[]> {
    try {
      const one = this.#peer('one')
      const two = this.#peer('two')
      await this.#begin(one, two)
      const young = this.#peer('young')
      young.memberId = 'young'
      await this.#goOver(one, two, young)
      await this.#refuse(one, young)
      await this.#replaceStatic(two, young)
      await this.#goBack(two, young)
      return this.trace
    } finally {
      for (const peer of this.#peers) peer.close()
    }
  }

  async #begin(one: Peer, two: Peer): Promise<void> {
    const topics = [{ name: TOPIC, numPartitions: PARTITIONS, replicationFactor: 1 }]
    await one.ask('CreateTopics', 7, { topics, timeoutMs: 10_000 })
    await one.untilCoordinated()
    await one.join()
    await one.sync([{ memberId: one.memberId, assignment: assignment([0, 1, 2, 3, 4, 5]) }])
    const joining = two.join()
    await one.untilRebalance()
    await one.join()
    await joining
    await Promise.all([
      two.sync(),
      one.sync([
        { memberId: one.memberId, assignment: assignment([0, 2, 4]) },
        { memberId: two.memberId, assignment: assignment([1, 3, 5]) },
      ]),
    ])
    this.trace.sort()
    await one.look()
  }

  async #goOver(one: Peer, two: Peer, young: Peer): Promise<void> {
    await young.beat()
    await one.look()
    await one.heartbeat()
    await one.commit()
    await one.sync()
    await one.join()
    await one.heartbeat()
    await one.sync()
    await one.heartbeat()
    await one.commit()
    await one.commit(one.epoch - 1)
    await one.commit(one.epoch + 1)
    await young.beat()
    await two.heartbeat()
    await two.join()
    await two.sync()
    await young.beat()
    await one.look()
    await one.leave()
    await one.leave()
    await two.heartbeat()
    await young.beat()
    await two.heartbeat()
    await two.join()
    await two.sync()
    await young.beat()
    await one.look()
  }

  async #refuse(one: Peer, young: Peer): Promise<void> {
    const stranger = this.#peer('stranger')
    await stranger.join({ protocolType: 'connect' })
    await stranger.join({ protocols: [{ name: 'sticky', metadata: subscription() }] })
    await stranger.join({ protocols: [] })
    await stranger.join({ memberId: 'stray', protocols: [{ name: 'range', metadata: new Uint8Array([0]) }] })
    await one.heartbeat()
    await one.sync()
    const posing = this.#peer('posing')
    posing.memberId = young.memberId
    posing.epoch = young.epoch
    await posing.heartbeat()
    await posing.sync()
  }

  async #replaceStatic(two: Peer, young: Peer): Promise<void> {
    const fixed = this.#peer('fixed', 'i')
    await fixed.join()
    await fixed.sync()
    await two.heartbeat()
    await two.join()
    await two.sync()
    await young.beat()
    await fixed.heartbeat()
    await fixed.join()
    await fixed.sync()
    await young.beat()
    const fixedYoung = this.#peer('fixed-young', 'i')
    fixedYoung.memberId = 'fixed-young'
    await fixedYoung.beat()
    await fixed.heartbeat()
    await fixed.join()
    await fixed.leave()
    await two.look()
    await young.beat({ memberEpoch: -1 })
    await two.heartbeat()
    await two.join()
    await two.sync()
    await fixedYoung.beat()
    await fixedYoung.beat({ topicPartitions: [] })
    await two.look()
    // The last one of the new protocol gives its place to one of the old: the group is classic again, and nobody has to join again.
    const fixedAgain = this.#peer('fixed-again', 'i')
    await fixedAgain.join()
    await two.look()
    await fixedAgain.sync()
    await two.heartbeat()
    await fixedYoung.beat()
    await fixedAgain.leave()
    await two.heartbeat()
    await two.join()
    await two.sync([{ memberId: two.memberId, assignment: assignment([0, 1, 2, 3, 4, 5]) }])
  }

  async #goBack(two: Peer, before: Peer): Promise<void> {
    const young = this.#peer('younger')
    young.memberId = 'younger'
    await young.beat()
    await two.heartbeat()
    await two.join()
    await two.sync()
    await young.beat()
    await two.look()
    await young.beat({ memberEpoch: -1 })
    await two.look()
    await before.beat({ memberEpoch: 5 })
    await two.heartbeat()
    await two.join()
    await two.sync([{ memberId: two.memberId, assignment: assignment([0, 1, 2, 3, 4, 5]) }])
    await two.look()
    await this.#removeLast(two)
    await two.leave()
    await two.look()
  }

  /** An administrator takes the last member of the new protocol out with LeaveGroup. */
  async #removeLast(two: Peer): Promise<void> {
    const youngest = this.#peer('youngest')
    youngest.memberId = 'youngest'
    await youngest.beat()
    await two.heartbeat()
    await two.join()
    await two.sync()
    await youngest.leave()
    await two.look()
    await two.heartbeat()
    await two.join()
    await two.sync([{ memberId: two.memberId, assignment: assignment([0, 1, 2, 3, 4, 5]) }])
  }
}

function subscription(): Uint8Array {
  const writer = new ByteWriter()
  writer.writeInt16(1)
  consumerProtocolSubscription.encode(writer, { topics: [TOPIC], ownedPartitions: [] }, 1)
  return writer.bytes().slice()
}

function assignment(partitions: number[]): Uint8Array {
  const writer = new ByteWriter()
  writer.writeInt16(1)
  consumerProtocolAssignment.encode(writer, { assignedPartitions: [{ topic: TOPIC, partitions }], userData: null }, 1)
  return writer.bytes().slice()
}
