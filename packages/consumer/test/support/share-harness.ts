import { defaultCodecs } from '@odradek/compression'
import type { ClusterMetadata } from '@odradek/network/internal'
import type { MessageInput } from '@odradek/protocol'
import { shareAcknowledgeApi } from '@odradek/protocol/apis/share-acknowledge'
import { shareFetchApi } from '@odradek/protocol/apis/share-fetch'
import { shareGroupHeartbeatApi } from '@odradek/protocol/apis/share-group-heartbeat'
import type { ShareFetchResponse } from '@odradek/protocol/messages/share-fetch-response'
import { CoreRunner } from '@odradek/test-kit'
import { ShareCore, type ShareCoreOptions } from '../../src/core/share/share-core.ts'
import type { ShareConsumerEvent, ShareSignal } from '../../src/core/share/share-events.ts'
import type { ShareRecord } from '../../src/share/share-record.ts'
import { metadataOf, ORDERS_ID, recordBytes } from './core-harness.ts'

export const LOCK_MS = 30_000

const shareOptions: ShareCoreOptions = {
  groupId: 'queue',
  topics: ['orders'],
  clientRack: '',
  maxPollRecords: 500,
  maxPollIntervalMs: 300_000,
  shareAcquireMode: 'batch_optimized',
  fetchMinBytes: 1,
  fetchMaxBytes: 52_428_800,
  fetchMaxWaitMs: 500,
  requestTimeoutMs: 30_000,
  checkCrcs: true,
  codecs: defaultCodecs,
  random: () => 0.5,
  backoffMs: (attempts) => Math.min(100 * 2 ** attempts, 1000),
}

type FetchedPartition = MessageInput<ShareFetchResponse['responses'][number]['partitions'][number]>

/** A share consumer's cores without a network: the test is the brokers and the user. */
export class ShareHarness {
  readonly core: ShareCore
  readonly run: CoreRunner<ShareConsumerEvent | ShareSignal>
  metadata: ClusterMetadata = metadataOf('orders', ORDERS_ID, [1])
  metadataRequests = 0
  coordinatorLosses = 0

  constructor(options: Partial<ShareCoreOptions> = {}) {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the stand-ins below are objects of their own
    const harness = this
    this.core = new ShareCore(
      { ...shareOptions, ...options },
      {
        coordinator: {
          nodeId: 1,
          fatalError: undefined,
          wanted: false,
          markUnknown: () => void this.coordinatorLosses++,
        },
        metadata: {
          get current() {
            return harness.metadata
          },
          addTopics: () => undefined,
          requestUpdate: () => void this.metadataRequests++,
        },
        availability: { canSend: () => true },
      },
    )
    this.run = new CoreRunner(this.core)
  }

  get state(): string {
    return this.core.membership.state
  }

  get failures() {
    return this.run.events.filter((event) => event.type === 'failed')
  }

  ofType<T extends ShareConsumerEvent['type']>(type: T): Extract<ShareConsumerEvent, { type: T }>[] {
    return this.run.events.filter((event) => event.type === type) as Extract<ShareConsumerEvent, { type: T }>[]
  }

  /** The user waits for a record. */
  ask(): void {
    this.core.activity.asks++
    this.core.activity.phase = 'waiting'
    this.core.buffer.isWanted = true
    this.core.membership.join(this.run.nowMs)
    this.run.poll()
  }

  answerHeartbeat(errorCode = 0, memberEpoch = 1, partitions = [0]): void {
    const assignment = { topicPartitions: [{ topicId: ORDERS_ID, partitions }] }
    this.run.answer(shareGroupHeartbeatApi, {
      errorCode,
      memberId: this.core.membership.memberId,
      memberEpoch,
      heartbeatIntervalMs: 5000,
      assignment: errorCode === 0 ? assignment : null,
    })
    this.run.poll()
  }

  becomeStable(): void {
    this.ask()
    this.answerHeartbeat()
  }

  /** Answers a fetch with records from `first` on, all of them locked. */
  answerFetch(first: bigint, count: number, partition: FetchedPartition = {}): void {
    const acquiredRecords = [{ firstOffset: first, lastOffset: first + BigInt(count) - 1n, deliveryCount: 1 }]
    this.answerPartition({ records: recordBytes(first, count), acquiredRecords, ...partition })
  }

  answerPartition(partition: FetchedPartition): void {
    this.run.answer(shareFetchApi, {
      acquisitionLockTimeoutMs: LOCK_MS,
      responses: [{ topicId: ORDERS_ID, partitions: [{ partitionIndex: 0, records: new Uint8Array(), ...partition }] }],
    })
    this.run.poll()
  }

  /** Gives the user what is there. */
  takeAll(): ShareRecord[] {
    const records: ShareRecord[] = []
    for (let next = this.#next(); next !== undefined; next = this.#next()) records.push(next)
    this.core.activity.phase = 'handling'
    this.core.buffer.isWanted = false
    this.run.poll()
    return records
  }

  #next(): ShareRecord | undefined {
    return this.core.buffer.next(this.run.nowMs)
  }

  /** Answers ShareAcknowledge for the one partition. */
  answerAcknowledge(errorCode = 0): void {
    const partitions = [{ partitionIndex: 0, errorCode }]
    this.run.answer(shareAcknowledgeApi, {
      acquisitionLockTimeoutMs: LOCK_MS,
      responses: [{ topicId: ORDERS_ID, partitions }],
    })
    this.run.poll()
  }

  /** What a request says of records: `first-last type`. */
  told(api: typeof shareAcknowledgeApi | typeof shareFetchApi): string[] {
    const { topics } = api === shareFetchApi ? this.run.request(shareFetchApi) : this.run.request(shareAcknowledgeApi)
    return topics.flatMap(({ partitions }) =>
      partitions.flatMap(({ acknowledgementBatches }) =>
        acknowledgementBatches.map((one) => `${one.firstOffset}-${one.lastOffset} ${one.acknowledgeTypes.join()}`),
      ),
    )
  }
}
