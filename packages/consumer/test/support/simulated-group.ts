// A group of consumers' cores, a coordinator and a broker of one topic, on a fake clock: who owns what, what was handled and what was
// committed is written down as it happens, and any breach of a promise throws at once.
import { type AnyUnsentRequest, type ClusterMetadata, exponentialBackoff } from '@odradek/network/internal'
import { ConnectionError, decodeMessage, encodeMessage, type MessageInput } from '@odradek/protocol'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { HeartbeatRequest } from '@odradek/protocol/messages/heartbeat-request'
import type { JoinGroupRequest } from '@odradek/protocol/messages/join-group-request'
import type { LeaveGroupRequest } from '@odradek/protocol/messages/leave-group-request'
import type { ListOffsetsRequest } from '@odradek/protocol/messages/list-offsets-request'
import type { OffsetCommitRequest } from '@odradek/protocol/messages/offset-commit-request'
import type { OffsetFetchRequest } from '@odradek/protocol/messages/offset-fetch-request'
import type { SyncGroupRequest } from '@odradek/protocol/messages/sync-group-request'
import { type FakeClock } from '@odradek/test-kit'
import { ConsumerCore, type ConsumerCoreOptions } from '../../src/core/consumer-core.ts'
import type { ConsumerEvent, ConsumerSignal } from '../../src/core/consumer-events.ts'
import { coreOptions, metadataOf, ORDERS_ID, recordBytes } from './core-harness.ts'
import { ScriptedCoordinator } from './scripted-coordinator.ts'

export interface SimulationOptions {
  readonly clock: FakeClock
  readonly random: () => number
  readonly partitions: number
  readonly recordsPerPartition: number
  readonly core: Partial<ConsumerCoreOptions>
}

/** What all members share. */
export class SimulatedGroup {
  readonly options: SimulationOptions
  readonly coordinator: ScriptedCoordinator
  readonly metadata: ClusterMetadata
  /** Who owns a partition, from the call of onAssigned to the end of onRevoked or the call of onLost. */
  readonly owners = new Map<number, SimulatedMember>()
  /** Offsets that were handled, by partition. */
  readonly handled: Set<bigint>[]
  deliveries = 0
  /** Share of requests that fail, before or after the broker has acted. */
  failureRate = 0

  constructor(options: SimulationOptions) {
    this.options = options
    this.coordinator = new ScriptedCoordinator(options.clock)
    this.metadata = metadataOf('orders', ORDERS_ID, new Array<number>(options.partitions).fill(1))
    this.handled = Array.from({ length: options.partitions }, () => new Set<bigint>())
  }

  chance(share: number): boolean {
    return this.options.random() < share
  }

  between(low: number, high: number): number {
    return low + Math.floor(this.options.random() * (high - low))
  }

  get everythingHandled(): boolean {
    return this.handled.every((offsets) => offsets.size === this.options.recordsPerPartition)
  }

  get everythingCommitted(): boolean {
    const { partitions, recordsPerPartition } = this.options
    return Array.from({ length: partitions }, (_, partition) => this.coordinator.offsets.get(partition)).every(
      (offset) => offset === BigInt(recordsPerPartition),
    )
  }

  take(partition: number, member: SimulatedMember): void {
    const owner = this.owners.get(partition)
    if (owner !== undefined)
      throw new Error(`partition ${partition} is given to ${member.name} while ${owner.name} owns it`)
    this.owners.set(partition, member)
  }

  giveUp(partition: number, member: SimulatedMember): void {
    if (this.owners.get(partition) !== member)
      throw new Error(`${member.name} gives up partition ${partition}, which it does not own`)
    this.owners.delete(partition)
  }

  commit(partition: number, offset: bigint): void {
    const handled = this.handled[partition]!
    for (let before = 0n; before < offset; before++) {
      if (!handled.has(before))
        throw new Error(`offset ${offset} of partition ${partition} is committed, and ${before} was not handled`)
    }
  }
}

/** One consumer of the group, with its user. */
export class SimulatedMember {
  readonly name: string
  readonly core: ConsumerCore
  hasLeft = false
  isGone = false
  /** Set while nothing comes through to the coordinator, though records still do. */
  isCutOff = false
  /** How long the user's handler takes, in milliseconds. */
  handlerMs: () => number = () => 5
  readonly #group: SimulatedGroup
  #isWoken = false
  #timerAtMs = Infinity
  #nextOffsets = new Map<string, bigint>()

  constructor(name: string, group: SimulatedGroup) {
    this.name = name
    this.#group = group
    const { random, core } = group.options
    this.core = new ConsumerCore(
      { ...coreOptions, ...core, backoffMs: (attempts) => exponentialBackoff(attempts, 100, 1000, random) },
      {
        coordinator: { nodeId: 1, fatalError: undefined, wanted: false, markUnknown: () => undefined },
        metadata: { current: group.metadata, addTopics: () => undefined, requestUpdate: () => undefined },
        availability: { canSend: () => true },
      },
    )
  }

  get #nowMs(): number {
    return this.#group.options.clock.nowMs()
  }

  /** The user asks for the first record. */
  start(): void {
    this.#ask()
  }

  close(timeoutMs: number): void {
    this.core.activity.phase = 'away'
    this.core.membership.leave(this.#nowMs, this.#nowMs + timeoutMs)
    this.wake()
  }

  /** The process dies: the coordinator hears nothing more of it. What it owned counts as given up when its session ends. */
  die(): void {
    this.isGone = true
    for (const [partition, owner] of [...this.#group.owners]) if (owner === this) this.#group.giveUp(partition, this)
  }

  wake(): void {
    if (this.#isWoken || this.isGone) return
    this.#isWoken = true
    queueMicrotask(() => {
      this.#isWoken = false
      if (!this.isGone) this.#poll()
    })
  }

  #poll(): void {
    const { requests, events = [], nextPollAtMs } = this.core.poll(this.#nowMs)
    for (const request of requests) this.#send(request)
    for (const event of events) this.#onEvent(event)
    if (nextPollAtMs === Infinity || nextPollAtMs === this.#timerAtMs) return
    this.#timerAtMs = nextPollAtMs
    this.#later(Math.max(1, nextPollAtMs - this.#nowMs), () => {
      this.#timerAtMs = Infinity
      this.wake()
    })
  }

  #later(ms: number, run: () => void): void {
    this.#group.options.clock.setTimer(ms, () => {
      if (!this.isGone) run()
    })
  }

  #ask(): void {
    if (this.hasLeft) return
    this.core.activity.asks++
    this.core.activity.phase = 'waiting'
    this.core.membership.join(this.#nowMs)
    this.#serve()
    this.wake()
  }

  /** Gives the user the next record, where there is one. */
  #serve(): void {
    if (this.core.activity.phase !== 'waiting') return
    for (let fetch = this.core.fetchBuffer.current; fetch !== undefined; fetch = this.core.fetchBuffer.current) {
      const record = fetch.nextRecord()
      if (record === undefined) {
        this.core.fetchBuffer.shift()
        continue
      }
      const { partition } = fetch
      if (this.#group.owners.get(partition.partition) !== this)
        throw new Error(`${this.name} is given a record of ${partition.key}, which it does not own`)
      const expected = this.#nextOffsets.get(partition.key)
      if (expected !== undefined && record.offset !== expected)
        throw new Error(`${partition.key}: offset ${record.offset} comes where ${expected} should`)
      this.#nextOffsets.set(partition.key, record.offset + 1n)
      this.core.activity.phase = 'handling'
      this.core.activity.partitionKey = partition.key
      this.#group.deliveries++
      this.#later(this.handlerMs(), () => {
        this.#group.handled[partition.partition]!.add(record.offset)
        if (this.core.activity.phase !== 'handling') return
        partition.markHandled(record)
        this.#ask()
      })
      return
    }
  }

  #onEvent(event: ConsumerEvent | ConsumerSignal): void {
    if (event.type === 'failed') throw event.error
    if (event.type === 'left') {
      this.hasLeft = true
      this.isGone = true
    }
    if (event.type === 'records-available') this.#serve()
    if (event.type !== 'run-listener') return
    const { kind, partitions } = event
    if (kind === 'assigned') for (const { partition } of partitions) this.#group.take(partition, this)
    if (kind === 'lost') for (const { partition } of partitions) this.#group.giveUp(partition, this)
    for (const { topic, partition } of partitions) this.#nextOffsets.delete(`${topic}-${partition}`)
    this.#later(this.#group.between(0, 40), () => {
      if (kind === 'revoked') for (const { partition } of partitions) this.#group.giveUp(partition, this)
      this.core.reconciler.onListenerDone(this.#nowMs)
      this.wake()
    })
  }

  #send(request: AnyUnsentRequest): void {
    const group = this.#group
    const version = Math.min(request.maxVersion ?? 99, request.api.latestStableVersion)
    const input = (
      typeof request.request === 'function' ? request.request(version) : request.request
    ) as MessageInput<unknown>
    const message: unknown = decodeMessage(
      request.api.request,
      encodeMessage(request.api.request, input, version),
      version,
    )
    let isOver = false
    const end = (finish: () => void) => {
      if (isOver) return
      isOver = true
      finish()
      this.wake()
    }
    const fail = () => end(() => request.onFailure(new ConnectionError('the connection was lost'), this.#nowMs))
    this.#later(request.timeoutMs, fail)
    if (this.isCutOff && request.api.name !== 'Fetch') return
    if (group.chance(group.failureRate)) {
      this.#later(group.between(1, 200), fail)
      if (group.chance(0.5)) return
    }
    // The broker acts on what is on its way even when the sender has died.
    group.options.clock.setTimer(group.between(1, 15), () =>
      this.#handle(request.api.name, message, (response) => {
        const bytes = encodeMessage(request.api.response, response as MessageInput<unknown>, version)
        this.#later(group.between(1, 15), () =>
          end(() => request.onResponse(decodeMessage(request.api.response, bytes, version), version, this.#nowMs)),
        )
      }),
    )
  }

  #handle(api: string, message: unknown, reply: (response: object) => void): void {
    const { coordinator } = this.#group
    switch (api) {
      case 'JoinGroup':
        return coordinator.join(message as JoinGroupRequest, reply)
      case 'SyncGroup':
        return coordinator.sync(message as SyncGroupRequest, reply)
      case 'Heartbeat': {
        const { memberId, generationId } = message as HeartbeatRequest
        return reply({ errorCode: coordinator.heartbeat(memberId, generationId) })
      }
      case 'LeaveGroup':
        for (const { memberId } of (message as LeaveGroupRequest).members) coordinator.leave(memberId)
        return reply({})
      case 'OffsetCommit':
        return this.#handleCommit(message as OffsetCommitRequest, reply)
      case 'OffsetFetch':
        return reply(this.#committedOffsets(message as OffsetFetchRequest))
      case 'ListOffsets':
        return reply({
          topics: (message as ListOffsetsRequest).topics.map(({ name, partitions }) => ({
            name,
            partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, offset: 0n })),
          })),
        })
      case 'Fetch':
        return this.#handleFetch(message as FetchRequest, reply)
      default:
        throw new Error(`the simulation has no ${api}`)
    }
  }

  #handleCommit(
    { topics, memberId, generationIdOrMemberEpoch }: OffsetCommitRequest,
    reply: (response: object) => void,
  ): void {
    const offsets = topics.flatMap(({ partitions }) =>
      partitions.map((one) => ({ partition: one.partitionIndex, offset: one.committedOffset })),
    )
    const errorCode = this.#group.coordinator.commit(memberId, generationIdOrMemberEpoch, offsets)
    if (errorCode === 0) for (const { partition, offset } of offsets) this.#group.commit(partition, offset)
    reply({
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
      })),
    })
  }

  #committedOffsets({ groups }: OffsetFetchRequest): object {
    const answers = groups[0]!.topics!.map(({ name, partitionIndexes }) => ({
      name,
      partitions: partitionIndexes.map((partitionIndex) => ({
        partitionIndex,
        committedOffset: this.#group.coordinator.offsets.get(partitionIndex) ?? -1n,
      })),
    }))
    return { groups: [{ groupId: 'group', topics: answers }] }
  }

  #handleFetch({ topics }: FetchRequest, reply: (response: object) => void): void {
    const end = BigInt(this.#group.options.recordsPerPartition)
    const partitions = topics[0]!.partitions.map(({ partition, fetchOffset }) => {
      const left = Number(end - fetchOffset)
      return {
        partitionIndex: partition,
        highWatermark: end,
        records: left > 0 ? recordBytes(fetchOffset, Math.min(left, 7)) : new Uint8Array(),
      }
    })
    const hasRecords = partitions.some(({ records }) => records.length > 0)
    this.#group.options.clock.setTimer(hasRecords ? 0 : 500, () =>
      reply({ responses: [{ topicId: ORDERS_ID, partitions }] }),
    )
  }
}
