// A cluster of three brokers in simulated time, and what is asked of the coordinator of its groups, which all have one partition.
import type { Api, MessageInput } from '@odradek/protocol'
import { consumerGroupHeartbeatApi } from '@odradek/protocol/apis/consumer-group-heartbeat'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { incrementalAlterConfigsApi } from '@odradek/protocol/apis/incremental-alter-configs'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import type { ExecutionContext } from 'ava'
import type { BrokerOptions } from '../../src/index.ts'
import { ClusterWorld } from './cluster-world.ts'

export const OFFSETS = '__consumer_offsets'

/** A request that was asked; `response` comes when it is answered. */
export interface Asked<Response> {
  response: Response | undefined
}

export class GroupWorld {
  readonly world: ClusterWorld

  constructor(world: ClusterWorld) {
    this.world = world
  }

  static async start(t: ExecutionContext, options: BrokerOptions = {}): Promise<GroupWorld> {
    const world = await ClusterWorld.start(t, { offsetsTopicNumPartitions: 1, ...options })
    const started = new GroupWorld(world)
    await world.ask(1, findCoordinatorApi, 4, { keyType: 0, coordinatorKeys: ['g'] })
    await world.settle()
    return started
  }

  get coordinator(): number {
    return this.world.broker.leaderOf(OFFSETS, 0)
  }

  get followers(): number[] {
    return this.world.broker.isrOf(OFFSETS, 0).filter((id) => id !== this.coordinator)
  }

  pauseFollowers(): void {
    for (const id of this.followers) this.world.broker.pauseReplication(id)
  }

  /** Asks the coordinator, and leaves the answer to come. */
  async ask<Request, Response>(
    api: Api<Request, Response>,
    version: number,
    body: MessageInput<Request>,
  ): Promise<Asked<Response>> {
    const asked: Asked<Response> = { response: undefined }
    const client = this.world.connect(this.coordinator)
    void client.ask(api, version, body).then(
      (response) => {
        asked.response = response
        client.close()
      },
      () => {},
    )
    await this.world.settle()
    return asked
  }

  commit(offset: bigint, partitionIndex = 0, memberId = '') {
    const topics = [{ name: 't', partitions: [{ partitionIndex, committedOffset: offset }] }]
    const generationIdOrMemberEpoch = memberId === '' ? -1 : 1
    return this.ask(offsetCommitApi, 9, { groupId: 'g', memberId, generationIdOrMemberEpoch, topics })
  }

  async committed(requireStable = false): Promise<bigint> {
    const body = { requireStable, groups: [{ groupId: 'g', topics: [{ name: 't', partitionIndexes: [0] }] }] }
    const { groups } = await this.world.ask(this.coordinator, offsetFetchApi, 9, body)
    return groups[0]!.topics[0]!.partitions[0]!.committedOffset
  }

  heartbeat(memberEpoch: number, groupId = 'g') {
    const joining = { rebalanceTimeoutMs: 60_000, subscribedTopicNames: ['t'], topicPartitions: [] }
    const body = { groupId, memberId: 'm1', memberEpoch, ...(memberEpoch === 0 ? joining : {}) }
    return this.ask(consumerGroupHeartbeatApi, 1, body)
  }

  async requireInSync(count: number): Promise<void> {
    const configs = [{ name: 'min.insync.replicas', configOperation: 0, value: String(count) }]
    const resources = [{ resourceType: 2, resourceName: OFFSETS, configs }]
    await this.world.ask(1, incrementalAlterConfigsApi, 1, { resources })
  }

  /** Leaves the coordinator alone in sync, where two are required. Gives what has a follower take part again. */
  async goBelowMinIsr(): Promise<() => Promise<void>> {
    await this.requireInSync(2)
    const { followers } = this
    this.pauseFollowers()
    for (const id of followers) this.world.broker.shrinkIsr(OFFSETS, 0, id)
    await this.world.settle()
    return async () => {
      this.world.broker.resumeReplication(followers[0]!)
      this.world.broker.expandIsr(OFFSETS, 0, followers[0]!)
      await this.world.settle()
    }
  }
}
