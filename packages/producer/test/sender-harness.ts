// The producer's cores without a network: a test sends records, sees the Produce requests as brokers would, and answers them.
import { type CompressionType, defaultCodecs } from '@odradek/compression'
import type { AnyUnsentRequest, ClusterMetadata, LeaderHint, TopicMetadata } from '@odradek/network/internal'
import { emptyClusterMetadata } from '@odradek/network/internal'
import { defaultPartitioner, type Partitioner } from '@odradek/partitioners'
import { decodeMessage, encodeMessage, ErrorCode, type KafkaError, type MessageInput } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import type { ProduceRequest } from '@odradek/protocol/messages/produce-request'
import type { ProduceResponse } from '@odradek/protocol/messages/produce-response'
import { decodeRecordBatches, type RecordHeader } from '@odradek/records'
import { CoreRunner, seededRandom } from '@odradek/test-kit'

import { BufferMemory } from '../src/core/buffer-memory.ts'
import { FlushTracker } from '../src/core/flush-tracker.ts'
import { recordSizeUpperBound } from '../src/core/outgoing-record.ts'
import { ProducerIdManager } from '../src/core/producer-id-manager.ts'
import type { ProducerIdentity } from '../src/core/producer-identity.ts'
import { RecordAccumulator } from '../src/core/record-accumulator.ts'
import { RecordRouter } from '../src/core/record-router.ts'
import { Sender } from '../src/core/sender.ts'
import { TransactionManager } from '../src/core/transaction-manager.ts'

export const topicIds: Readonly<Record<string, string>> = {
  t: 'AAAAAAAAAAAAAAAAAAAAAQ',
  u: 'AAAAAAAAAAAAAAAAAAAAAg',
}

export const defaultOptions = {
  acks: -1 as -1 | 0 | 1,
  batchSize: 16_384,
  /** 0: batches are as Kafka's, and do not grow while they wait. */
  batchSizeWhenBusy: 0,
  lingerMs: 0,
  flushWhenIdle: false,
  maxRequestSize: 1_048_576,
  bufferMemory: 33_554_432,
  maxBlockMs: 60_000,
  metadataMaxIdleMs: 300_000,
  retries: 2_147_483_647,
  retryBackoffMs: 100,
  retryBackoffMaxMs: 1000,
  requestTimeoutMs: 30_000,
  deliveryTimeoutMs: 120_000,
  compressionType: 'none' as CompressionType,
}

/** What became of a record. */
export type Outcome =
  { readonly partition: number; readonly offset: number; readonly timestamp: number } | { readonly error: KafkaError }

/** A part of a Produce request, decoded. */
export interface SentPart {
  readonly topic: string
  readonly partition: number
  readonly values: string[]
  readonly bytes: Uint8Array
}

type Endpoint = MessageInput<ProduceResponse['nodeEndpoints'][number]>

export class SenderHarness {
  readonly options: typeof defaultOptions
  readonly accumulator: RecordAccumulator
  readonly router: RecordRouter
  readonly sender: Sender
  readonly runner: CoreRunner
  readonly outcomes = new Map<number, Outcome>()
  /** Brokers that take no request now. */
  readonly busy = new Set<number>()
  metadata: ClusterMetadata = emptyClusterMetadata
  lastError: KafkaError | undefined
  updatesRequested = 0
  topicsAdded: string[] = []
  producerIds: ProducerIdManager | undefined
  transactions: TransactionManager | undefined
  fatalError: KafkaError | undefined
  readonly leaderHints: LeaderHint[] = []
  #isWoken = false
  #tags = 0

  constructor(
    given: Partial<typeof defaultOptions> & {
      partitioner?: Partitioner
      seed?: number
      identity?: ProducerIdentity
      idempotent?: boolean
      /** Makes it transactional, under this generation of the protocol. */
      transactionVersion?: 1 | 2
    } = {},
  ) {
    const {
      partitioner,
      seed = 1,
      idempotent = false,
      transactionVersion,
      identity = transactionVersion === undefined
        ? idempotent
          ? this.#makeProducerIds()
          : undefined
        : this.#makeTransactions(transactionVersion),
      ...options
    } = given
    this.options = { ...defaultOptions, ...options }
    const random = seededRandom(seed)
    const memory = new BufferMemory(this.options.bufferMemory)
    this.accumulator = new RecordAccumulator(this.options, memory, new FlushTracker())
    const harness = this // eslint-disable-line @typescript-eslint/no-this-alias -- getters of the object below need both
    this.router = new RecordRouter(
      this.options,
      this.accumulator,
      {
        get current() {
          return harness.metadata
        },
        get lastError() {
          return harness.lastError
        },
        addTopics: (topics) => void this.topicsAdded.push(...topics),
        setTopics: (topics) => void (this.topicsAdded = [...topics]),
        requestUpdate: () => void this.updatesRequested++,
      },
      partitioner ?? defaultPartitioner(random),
    )
    this.sender = new Sender(this.options, {
      accumulator: this.accumulator,
      router: this.router,
      availability: { canSend: (nodeId) => !this.busy.has(nodeId) },
      codec: defaultCodecs.get(this.options.compressionType),
      random,
      identity,
      onLeaderHint: (hint) => void this.leaderHints.push(hint),
      requestMetadataUpdate: () => void this.updatesRequested++,
      wakeup: () => (this.#isWoken = true),
    })
    const others = [this.producerIds, this.transactions].filter((core) => core !== undefined)
    this.runner = new CoreRunner(...others, this.sender)
  }

  #makeTransactions(version: 1 | 2): TransactionManager {
    this.transactions = new TransactionManager({
      ...defaultOptions,
      transactionalId: 'x',
      transactionTimeoutMs: 60_000,
      random: seededRandom(7),
      transactionVersion: () => version,
      isIdle: () => this.sender.isIdle,
      failQueued: (error) => this.sender.failQueued(error),
      wakeup: () => (this.#isWoken = true),
      onFatalError: (error) => {
        this.fatalError = error
        this.sender.abort(error)
      },
    })
    return this.transactions
  }

  /** Gives the producer an id as a broker would; further ones are asked for and answered by `giveProducerId`. */
  #makeProducerIds(): ProducerIdManager {
    const onFatalError = (error: KafkaError) => {
      this.fatalError = error
      this.sender.abort(error)
    }
    const options = {
      ...defaultOptions,
      mayDisable: false,
      random: seededRandom(7),
      onFatalError,
      onRefused: (error: KafkaError) => this.sender.failQueued(error),
      wakeup: () => (this.#isWoken = true),
    }
    this.producerIds = new ProducerIdManager(options)
    this.producerIds.want()
    this.producerIds.poll(0).requests[0]!.onResponse({ errorCode: 0, producerId: 70n, producerEpoch: 0 }, 5, 0)
    return this.producerIds
  }

  /** How many records were sent. */
  get sentCount(): number {
    return this.#tags
  }

  get nowMs(): number {
    return this.runner.nowMs
  }

  /** Tells of topics: the leader of each partition by topic name. A number in place of the list is an error code. */
  setMetadata(topics: Record<string, readonly number[] | number>, leaderEpoch = 0): void {
    const entries = Object.entries(topics).map(([name, leaders]): [string, TopicMetadata] => [
      name,
      {
        name,
        topicId: topicIds[name]!,
        isInternal: false,
        errorCode: typeof leaders === 'number' ? leaders : ErrorCode.NONE,
        partitions: (typeof leaders === 'number' ? [] : leaders).map((leader, partition) => ({
          partition,
          leader,
          leaderEpoch,
          replicas: [],
          isr: [],
          offlineReplicas: [],
          errorCode: 0,
        })),
      },
    ])
    this.metadata = { ...this.metadata, version: this.metadata.version + 1, topics: new Map(entries) }
    this.router.onMetadataUpdate(this.metadata, this.nowMs)
  }

  /** Sends a record and returns its tag. */
  send(
    topic: string,
    value: string | Uint8Array,
    {
      partition = -1,
      key = null as Uint8Array | null,
      timestamp = 1000,
      headers = undefined as readonly RecordHeader[] | undefined,
    } = {},
  ): number {
    const tag = this.#tags++
    const settle = (outcome: Outcome) => {
      if (this.outcomes.has(tag)) throw new Error(`record ${tag} settled twice`)
      this.outcomes.set(tag, outcome)
    }
    const receiver = {
      onDelivered: (_tag: number, at: number, offset: number, recordTimestamp: number) =>
        settle({ partition: at, offset, timestamp: recordTimestamp }),
      onFailed: (_tag: number, error: KafkaError) => settle({ error }),
    }
    const sizeInBytes = recordSizeUpperBound(key, value, undefined)
    const deadlineMs = this.nowMs + this.options.maxBlockMs
    const record = { partition, key, value, headers, timestamp, sizeInBytes, receiver, tag, deadlineMs }
    this.router.add(this.router.topic(topic, this.nowMs), record, this.nowMs)
    return tag
  }

  /** Polls until the sender has no reason to look again at once; returns when it wants to. */
  poll(): number {
    let nextPollAtMs: number
    do {
      this.#isWoken = false
      nextPollAtMs = this.runner.poll()
    } while (this.#isWoken)
    return nextPollAtMs
  }

  /** Moves time on, polling when the sender asked for it. */
  advance(ms: number): void {
    const untilMs = this.nowMs + ms
    for (let nextMs = this.poll(); nextMs <= untilMs; nextMs = this.poll()) {
      if (nextMs < this.nowMs) throw new Error(`asked to be polled at ${nextMs}, which has passed`)
      if (nextMs === this.nowMs) throw new Error(`asked to be polled again at once`)
      this.runner.nowMs = nextMs
    }
    this.runner.nowMs = untilMs
    this.poll()
  }

  /** The open Produce requests, oldest first. */
  get requests(): readonly AnyUnsentRequest[] {
    return this.runner.pending
  }

  /** The request number `index` as its broker reads it. */
  message(index = 0, version = produceApi.latestStableVersion): ProduceRequest {
    const { request } = this.requests[index]!
    const message = (request as (version: number) => MessageInput<ProduceRequest>)(version)
    return decodeMessage(produceApi.request, encodeMessage(produceApi.request, message, version), version)
  }

  /** What the request number `index` brings. */
  parts(index = 0): SentPart[] {
    const version = Math.min(12, produceApi.latestStableVersion)
    return this.message(index, version).topicData.flatMap(({ name, partitionData }) =>
      partitionData.map(({ index: partition, records }) => ({
        topic: name,
        partition,
        values: valuesOf(records!),
        bytes: records!,
      })),
    )
  }

  /** Answers the request number `index`: for each part what `answer` gives. */
  answer(
    answer: (
      part: SentPart,
    ) => MessageInput<ProduceResponse['responses'][number]['partitionResponses'][number]> | undefined,
    { index = 0, version = produceApi.latestStableVersion, throttleTimeMs = 0, nodeEndpoints = [] as Endpoint[] } = {},
  ): void {
    const responses = this.parts(index).flatMap((part) => {
      const given = answer(part)
      if (given === undefined) return []
      return [
        { name: part.topic, topicId: topicIds[part.topic]!, partitionResponses: [{ index: part.partition, ...given }] },
      ]
    })
    const [request] = this.runner.pending.splice(index, 1)
    const named = responses.map(({ name, topicId, partitionResponses }) =>
      version >= 13 ? { topicId, partitionResponses } : { name, partitionResponses },
    )
    const bytes = encodeMessage(produceApi.response, { responses: named, throttleTimeMs, nodeEndpoints }, version)
    request!.onResponse(decodeMessage(produceApi.response, bytes, version), version, this.nowMs)
  }

  /** Fails the request number `index`. */
  fail(error: KafkaError, index = 0): void {
    const [request] = this.runner.pending.splice(index, 1)
    request!.onFailure(error, this.nowMs)
  }

  /** The offset of a record that was delivered; fails the test where it was not. */
  offset(tag: number): number {
    const outcome = this.outcomes.get(tag)
    if (outcome === undefined) throw new Error(`record ${tag} has not settled`)
    if ('error' in outcome) throw outcome.error
    return outcome.offset
  }

  /** The error of a record that failed; fails the test where it did not. */
  error(tag: number): KafkaError {
    const outcome = this.outcomes.get(tag)
    if (outcome === undefined || !('error' in outcome)) throw new Error(`record ${tag} has not failed`)
    return outcome.error
  }
}

/** The values of the records in a Produce request's bytes, after their CRC has been checked. */
export function valuesOf(records: Uint8Array): string[] {
  const values: string[] = []
  for (const batch of decodeRecordBatches(records)) {
    batch.ensureValid()
    for (const record of batch.records())
      values.push(record.value === null ? '' : new TextDecoder().decode(record.value))
  }
  return values
}
