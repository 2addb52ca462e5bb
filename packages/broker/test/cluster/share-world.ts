// Three brokers with a topic whose records a share group reads, by raw requests to whoever leads or coordinates.
import { alterShareGroupOffsetsApi } from '@odradek/protocol/apis/alter-share-group-offsets'
import { describeShareGroupOffsetsApi } from '@odradek/protocol/apis/describe-share-group-offsets'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { incrementalAlterConfigsApi } from '@odradek/protocol/apis/incremental-alter-configs'
import { produceApi } from '@odradek/protocol/apis/produce'
import { shareAcknowledgeApi } from '@odradek/protocol/apis/share-acknowledge'
import { shareFetchApi } from '@odradek/protocol/apis/share-fetch'
import { shareGroupHeartbeatApi } from '@odradek/protocol/apis/share-group-heartbeat'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import type { Api, MessageInput } from '@odradek/protocol'
import type { ExecutionContext } from 'ava'
import type { BrokerOptions } from '../../src/index.ts'
import { batchOf } from '../core/batches.ts'
import type { RawClient } from '../raw-client.ts'
import { ClusterWorld } from './cluster-world.ts'

export const [ACCEPT, RELEASE] = [1, 2] as const
const GROUP_RESOURCE = 32

/** Options of a cluster with topic `t`, and few partitions of Kafka's own topics. */
export const shareCluster: BrokerOptions = {
  topics: [{ name: 't', partitions: 3, replicationFactor: 3 }],
  offsetsTopicNumPartitions: 3,
  shareCoordinatorStateTopicNumPartitions: 3,
}

export class ShareWorld {
  readonly world: ClusterWorld
  topicId = ''
  readonly #clients = new Map<string, RawClient>()

  constructor(world: ClusterWorld) {
    this.world = world
  }

  /** Starts a cluster whose group `g` has begun to read; `values` are produced to each partition. */
  static async begin(t: ExecutionContext, values: string[], options: BrokerOptions = {}): Promise<ShareWorld> {
    const shares = new ShareWorld(await ClusterWorld.start(t, { ...shareCluster, ...options }))
    await shares.find()
    const configs = [{ name: 'share.auto.offset.reset', configOperation: 0, value: 'earliest' }]
    const resources = [{ resourceType: GROUP_RESOURCE, resourceName: 'g', configs }]
    await shares.world.ask(1, incrementalAlterConfigsApi, 1, { resources })
    for (const index of [0, 1, 2]) {
      const topicData = [{ name: 't', partitionData: [{ index, records: batchOf(values) }] }]
      await shares.askLeader(index, produceApi, 9, { acks: -1, timeoutMs: 1000, topicData })
    }
    for (const memberEpoch of [0, -1]) {
      const member = { groupId: 'g', memberId: 'm0', memberEpoch, subscribedTopicNames: ['t'] }
      await shares.askCoordinator(shareGroupHeartbeatApi, 1, member)
    }
    return shares
  }

  /** Finds out the topic's id, and lets followers catch up. */
  async find(): Promise<void> {
    await this.world.clock.advance(1000)
    const { topics } = await this.world.ask(this.#running[0]!, metadataApi, 12, { topics: [{ name: 't' }] })
    this.topicId = topics[0]!.topicId
  }

  get #running(): number[] {
    return this.world.broker.brokers.filter(({ isRunning }) => isRunning).map(({ id }) => id)
  }

  /** The broker that coordinates group `g` (key type 0), or keeps the state of a partition (2), as `of` says. */
  async coordinator(keyType = 0, key = 'g', of = this.#running[0]!): Promise<number> {
    const { coordinators } = await this.world.ask(of, findCoordinatorApi, 6, { keyType, coordinatorKeys: [key] })
    return coordinators[0]!.nodeId
  }

  stateKeeper(partition: number): Promise<number> {
    return this.coordinator(2, `g:${this.topicId}:${partition}`)
  }

  /** Asks the leader of a partition, as a member on a connection that stays: its session ends with that. */
  askLeader<Request, Response>(
    partition: number,
    api: Api<Request, Response>,
    version: number,
    body: MessageInput<Request>,
    memberId = '',
  ): Promise<Response> {
    const leader = this.world.broker.leaderOf('t', partition)
    const name = `${leader}/${memberId}`
    const known = this.#clients.get(name)
    const client = known === undefined || known.isClosed ? this.world.connect(leader) : known
    this.#clients.set(name, client)
    return client.ask(api, version, body)
  }

  async askCoordinator<Request, Response>(
    api: Api<Request, Response>,
    version: number,
    body: MessageInput<Request>,
  ): Promise<Response> {
    return this.world.ask(await this.coordinator(), api, version, body)
  }

  /** What a fetch from a partition acquires: first offset, last offset, delivery count; or its error code. */
  async acquire(partition: number, memberId: string, epoch: number): Promise<number[][] | number> {
    const partitions = [{ partitionIndex: partition }]
    const request = {
      groupId: 'g',
      memberId,
      shareSessionEpoch: epoch,
      maxBytes: 1_000_000,
      maxRecords: 500,
      topics: epoch === 0 ? [{ topicId: this.topicId, partitions }] : [],
    }
    const { errorCode, responses } = await this.askLeader(partition, shareFetchApi, 2, request, memberId)
    const data = responses[0]?.partitions[0]
    return (
      errorCode ||
      data?.errorCode ||
      (data?.acquiredRecords ?? []).map(({ firstOffset, lastOffset, deliveryCount }) => {
        return [Number(firstOffset), Number(lastOffset), deliveryCount]
      })
    )
  }

  async acknowledge(partition: number, memberId: string, epoch: number, ...said: [bigint, bigint, number][]) {
    const acknowledgementBatches = said.map(([firstOffset, lastOffset, type]) => {
      return { firstOffset, lastOffset, acknowledgeTypes: [type] }
    })
    const topics = [{ topicId: this.topicId, partitions: [{ partitionIndex: partition, acknowledgementBatches }] }]
    const request = { groupId: 'g', memberId, shareSessionEpoch: epoch, topics }
    const { errorCode, responses } = await this.askLeader(partition, shareAcknowledgeApi, 2, request, memberId)
    return errorCode || responses[0]!.partitions[0]!.errorCode
  }

  /** Partition, start offset and lag of each partition that the group has begun with. */
  async offsets(): Promise<number[][]> {
    const groups = [{ groupId: 'g', topics: null }]
    const described = await this.askCoordinator(describeShareGroupOffsetsApi, 1, { groups })
    return described.groups[0]!.topics.flatMap(({ partitions }) =>
      partitions.map(({ partitionIndex, startOffset, lag }) => [partitionIndex, Number(startOffset), Number(lag)]),
    )
  }

  /** Sets the offsets of partitions; gives their error codes. */
  async alter(startOffset: bigint, ...indexes: number[]): Promise<number[]> {
    const partitions = indexes.map((partitionIndex) => ({ partitionIndex, startOffset }))
    const topics = [{ topicName: 't', partitions }]
    const { responses } = await this.askCoordinator(alterShareGroupOffsetsApi, 0, { groupId: 'g', topics })
    return responses[0]!.partitions.map(({ errorCode }) => errorCode)
  }
}
