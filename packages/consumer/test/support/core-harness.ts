import { defaultCodecs } from '@odradek/compression'
import { type ClusterMetadata, emptyClusterMetadata, type TopicMetadata } from '@odradek/network/internal'
import { type KafkaError, type MessageInput } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { leaveGroupApi } from '@odradek/protocol/apis/leave-group'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import { RecordBatchBuilder, setBatchBaseOffset } from '@odradek/records'
import { CoreRunner } from '@odradek/test-kit'
import { ConsumerCore, type ConsumerCoreOptions } from '../../src/core/consumer-core.ts'
import type { ConsumerEvent, ConsumerSignal, ListenerKind } from '../../src/core/consumer-events.ts'
import type { GroupCoordinator } from '../../src/core/group/group-membership.ts'
import { rangeAssignor } from '../../src/core/group/assignors/range-assignor.ts'
import { encodeAssignment, encodeSubscription } from '../../src/core/group/subscription-protocol.ts'
import type { TopicPartition } from '../../src/core/topic-partition.ts'

export const coreOptions: ConsumerCoreOptions = {
  groupId: 'group',
  groupProtocol: 'classic',
  groupRemoteAssignor: undefined,
  random: () => 0.5,
  stallTimeoutMs: 60_000,
  requireStable: true,
  metadataMaxAgeMs: 300_000,
  isolationLevel: 'read_uncommitted',
  wallClockMs: () => 1_000_000_000,
  groupInstanceId: undefined,
  clientRack: '',
  topics: ['orders'],
  autoOffsetReset: 'earliest',
  enableAutoCommit: true,
  autoCommitIntervalMs: 5000,
  sessionTimeoutMs: 45_000,
  heartbeatIntervalMs: 3000,
  maxPollIntervalMs: 300_000,
  fetchMinBytes: 1,
  fetchMaxBytes: 52_428_800,
  maxPartitionFetchBytes: 1_048_576,
  fetchMaxWaitMs: 500,
  requestTimeoutMs: 30_000,
  checkCrcs: true,
  codecs: defaultCodecs,
  assignors: [rangeAssignor],
  backoffMs: (attempts) => Math.min(100 * 2 ** attempts, 1000),
}

export const ORDERS_ID = 'b3JkZXJzLW9yZGVycy0xMg'

/** Metadata of one topic whose partitions are led by these brokers. */
export function metadataOf(name: string, topicId: string, leaders: readonly number[], version = 1): ClusterMetadata {
  const topic: TopicMetadata = {
    name,
    topicId,
    isInternal: false,
    errorCode: 0,
    partitions: leaders.map((leader, partition) => ({
      partition,
      leader,
      leaderEpoch: 3,
      replicas: [1],
      isr: [1],
      offlineReplicas: [],
      errorCode: 0,
    })),
  }
  const ids = [...new Set(leaders)].filter((id) => id >= 0)
  return {
    ...emptyClusterMetadata,
    version,
    brokers: new Map(ids.map((id) => [id, { id, host: 'broker', port: 9092, rack: null }])),
    topics: new Map([[name, topic]]),
    topicNames: new Map([[topicId, name]]),
  }
}

/** Record batches of `count` records each, from `baseOffset` on. */
export function recordBytes(baseOffset: bigint, ...counts: number[]): Uint8Array {
  const batches: Uint8Array[] = []
  let offset = baseOffset
  for (const count of counts) {
    const builder = new RecordBatchBuilder()
    for (let i = 0; i < count; i++) {
      builder.append(1000 + i, null, new TextEncoder().encode(`value ${offset + BigInt(i)}`))
    }
    const bytes = builder.build()
    setBatchBaseOffset(bytes, 0, offset, 3)
    batches.push(bytes)
    offset += BigInt(count)
  }
  const all = new Uint8Array(batches.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const batch of batches) {
    all.set(batch, at)
    at += batch.length
  }
  return all
}

/** A consumer's cores without a network: the test is the brokers, the user and the rebalance listener. */
export class CoreHarness {
  readonly core: ConsumerCore
  readonly run: CoreRunner<ConsumerEvent | ConsumerSignal>
  metadata: ClusterMetadata = metadataOf('orders', ORDERS_ID, [1, 1])
  metadataRequests = 0
  /** How often the coordinator was found to be unknown; it is found again at once unless `coordinatorIsLost`. */
  coordinatorLosses = 0
  coordinatorIsLost = false
  coordinatorError: KafkaError | undefined
  lastCoordinatorError: KafkaError | undefined
  /** What the rebalance listener was told. It ends at once unless `listenerIsSlow`. */
  readonly told: { kind: ListenerKind; partitions: string[] }[] = []
  listenerIsSlow = false
  /** Connections that were asked for, as `node channel`. */
  readonly connections = new Set<string>()
  #seen = 0

  constructor(options: Partial<ConsumerCoreOptions> = {}) {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the stand-ins below are objects of their own
    const harness = this
    const coordinator: GroupCoordinator = {
      wanted: false,
      get nodeId() {
        return harness.coordinatorIsLost ? undefined : 1
      },
      get fatalError() {
        return harness.coordinatorError
      },
      get lastError() {
        return harness.lastCoordinatorError
      },
      markUnknown: () => void this.coordinatorLosses++,
    }
    const metadata = {
      get current() {
        return harness.metadata
      },
      addTopics: () => undefined,
      requestUpdate: () => void this.metadataRequests++,
    }
    const availability = {
      canSend: (nodeId: number, channel: string) => {
        this.connections.add(`${nodeId} ${channel}`)
        return true
      },
    }
    this.core = new ConsumerCore({ ...coreOptions, ...options }, { coordinator, metadata, availability })
    this.run = new CoreRunner(this.core)
  }

  get state(): string {
    return this.core.membership.state
  }

  /** Errors that would be thrown out of the iterator. */
  get failures(): { error: KafkaError; fatal: boolean }[] {
    return this.run.events.flatMap((event) =>
      event.type === 'failed' ? [{ error: event.error, fatal: event.fatal }] : [],
    )
  }

  get pendingNames(): string[] {
    return this.run.pending.map(({ api }) => api.name)
  }

  /** Polls, and runs the listener as long as there is one to run. */
  poll(): void {
    for (;;) {
      this.run.poll()
      const signals = this.run.events.slice(this.#seen)
      this.#seen = this.run.events.length
      const runs = signals.filter((event) => event.type === 'run-listener')
      for (const { kind, partitions } of runs) {
        this.told.push({ kind, partitions: partitions.map(({ topic, partition }) => `${topic}-${partition}`) })
        if (!this.listenerIsSlow) this.core.reconciler.onListenerDone(this.run.nowMs)
      }
      if (runs.length === 0 || this.listenerIsSlow) return
    }
  }

  /** Time passes in steps of 50 ms. */
  advance(ms: number): void {
    for (let left = ms; left > 0; left -= 50) {
      this.run.nowMs += Math.min(50, left)
      this.poll()
    }
  }

  /** The user asks for a record and none is there. */
  ask(): void {
    this.core.activity.asks++
    this.core.activity.phase = 'waiting'
    this.core.membership.join(this.run.nowMs)
    this.poll()
  }

  answerJoin(generationId = 1, memberId = 'member-1', leads = true): void {
    const metadata = encodeSubscription({ topics: ['orders'] })
    this.run.answer(joinGroupApi, {
      generationId,
      protocolType: 'consumer',
      protocolName: 'range',
      memberId,
      leader: leads ? memberId : 'someone-else',
      members: leads ? [{ memberId, metadata }] : [],
    })
    this.poll()
  }

  answerSync(partitions: readonly number[] = [0, 1]): void {
    const assignment = encodeAssignment({
      assignedPartitions: partitions.length === 0 ? [] : [{ topic: 'orders', partitions: [...partitions] }],
    })
    this.run.answer(syncGroupApi, { protocolType: 'consumer', protocolName: 'range', assignment })
    this.poll()
  }

  answerOffsets(offset = 0n, partitions: readonly number[] = [0, 1]): void {
    const topics = [
      { name: 'orders', partitions: partitions.map((partitionIndex) => ({ partitionIndex, committedOffset: offset })) },
    ]
    this.run.answer(offsetFetchApi, { groups: [{ groupId: 'group', topics }] }, 9)
    this.poll()
  }

  answerHeartbeat(errorCode = 0): void {
    this.run.answer(heartbeatApi, { errorCode })
    this.poll()
  }

  /** The next Fetch is answered with these records of partition 0. */
  answerFetch(records: Uint8Array, partitionIndex = 0, errorCode = 0): void {
    this.run.answer(fetchApi, {
      responses: [{ topicId: ORDERS_ID, partitions: [{ partitionIndex, errorCode, highWatermark: 100n, records }] }],
    })
    this.poll()
  }

  /** A member in `stable` that reads both partitions from offset 0. */
  becomeStable(): this {
    this.ask()
    this.answerJoin()
    this.answerSync()
    this.answerOffsets()
    return this
  }

  /** Takes one record, as the iterator does, and leaves it with the user. */
  take(): { offset: bigint; topicPartition: TopicPartition } | undefined {
    const fetch = this.core.fetchBuffer.current
    const record = fetch?.nextRecord()
    if (fetch === undefined || record === undefined) return undefined
    this.core.activity.asks++
    this.core.activity.phase = 'handling'
    this.core.activity.partitionKey = fetch.partition.key
    this.handled = () => fetch.partition.markHandled(record)
    return { offset: record.offset, topicPartition: fetch.partition }
  }

  handled: () => void = () => undefined

  /** Answers as a healthy cluster would, for `ms` milliseconds; a Fetch stays open, as it does when there are no records. */
  serve(ms: number): void {
    for (let left = ms; left > 0; left -= 50) {
      this.#answerAll()
      this.advance(50)
    }
    this.#answerAll()
  }

  #answerAll(): void {
    for (let rounds = 0; rounds < 20; rounds++) {
      const name = this.pendingNames.find((one) => one !== 'Fetch')
      if (name === undefined) return
      if (name === 'JoinGroup') this.answerJoin(++this.generations, 'member-served')
      else if (name === 'SyncGroup') this.answerSync()
      else if (name === 'Heartbeat') this.answerHeartbeat()
      else if (name === 'OffsetFetch') this.answerOffsets()
      else if (name === 'OffsetCommit') this.answerCommit()
      else if (name === 'ListOffsets') this.answerListOffsets()
      else if (name === 'LeaveGroup') this.run.answer(leaveGroupApi, {})
      else throw new Error(`no answer is known to ${name}`)
      this.poll()
    }
  }

  generations = 100

  /** Every partition of the oldest OffsetCommit gets this error code. */
  answerCommit(errorCode = 0): void {
    const { topics } = this.run.request(offsetCommitApi, 9)
    this.run.answer(
      offsetCommitApi,
      {
        topics: topics.map(({ name, partitions }) => ({
          name,
          partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
        })),
      },
      9,
    )
    this.poll()
  }

  /** Every partition of the oldest ListOffsets gets this answer. */
  answerListOffsets(errorCode = 0, offset = 0n): void {
    const { topics } = this.run.request(listOffsetsApi)
    this.run.answer(listOffsetsApi, {
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode, offset, leaderEpoch: 3 })),
      })),
    })
    this.poll()
  }

  /** The partitions that open Fetch requests ask for. */
  get fetching(): string[] {
    const fetches = this.run.pending.filter(({ api }) => api.name === 'Fetch')
    return fetches
      .flatMap(({ request }) => (request as () => MessageInput<FetchRequest>)().topics ?? [])
      .flatMap(({ topic, partitions = [] }) => partitions.map(({ partition }) => `${topic}-${partition}`))
      .sort()
  }

  /** The user is done with the record in hand and asks for the next. */
  askAfterHandling(): void {
    this.handled()
    this.ask()
  }
}
