// Members of consumer groups (KIP-848) that talk to a broker core.
import type { MessageInput } from '@odradek/protocol'
import { consumerGroupDescribeApi } from '@odradek/protocol/apis/consumer-group-describe'
import { consumerGroupHeartbeatApi } from '@odradek/protocol/apis/consumer-group-heartbeat'
import type { ConsumerGroupHeartbeatRequest } from '@odradek/protocol/messages/consumer-group-heartbeat-request'
import type { ConsumerGroupHeartbeatResponse } from '@odradek/protocol/messages/consumer-group-heartbeat-response'
import type { BrokerOptions } from '../../../../src/options.ts'
import { CoreHarness } from '../../core-harness.ts'
import { findGroupCoordinator } from '../group-harness.ts'

export const REBALANCE_MS = 60_000
export const SESSION_MS = 45_000

export class ConsumerHarness extends CoreHarness {
  readonly groupId = 'g'

  constructor(options: BrokerOptions = {}) {
    super(options)
    findGroupCoordinator(this)
  }

  beat(input: MessageInput<ConsumerGroupHeartbeatRequest>, version = 1): ConsumerGroupHeartbeatResponse {
    return this.get(consumerGroupHeartbeatApi, version, { groupId: this.groupId, ...input })
  }

  join(memberId: string, topics: readonly string[], input: MessageInput<ConsumerGroupHeartbeatRequest> = {}) {
    return this.beat({
      memberId,
      memberEpoch: 0,
      rebalanceTimeoutMs: REBALANCE_MS,
      subscribedTopicNames: topics,
      topicPartitions: [],
      ...input,
    })
  }

  describe() {
    return this.get(consumerGroupDescribeApi, 1, { groupIds: [this.groupId] }).groups[0]!
  }

  get group() {
    const group = this.state.groups.group(this.groupId)
    if (group?.type !== 'consumer') throw new Error(`${this.groupId} is no consumer group`)
    return group
  }
}

/** A member that behaves: it takes and gives up what it is told, at once. */
export class Member {
  readonly #harness: ConsumerHarness
  readonly memberId: string
  readonly #topics: readonly string[]
  readonly #input: MessageInput<ConsumerGroupHeartbeatRequest>
  epoch = 0
  owned = new Map<string, number[]>()

  constructor(
    harness: ConsumerHarness,
    memberId: string,
    topics: readonly string[],
    input: MessageInput<ConsumerGroupHeartbeatRequest> = {},
  ) {
    this.#harness = harness
    this.memberId = memberId
    this.#topics = topics
    this.#input = input
  }

  beat(): ConsumerGroupHeartbeatResponse {
    const { memberId } = this
    const response =
      this.epoch === 0
        ? this.#harness.join(memberId, this.#topics, this.#input)
        : this.#harness.beat({ memberId, memberEpoch: this.epoch, topicPartitions: this.#list(), ...this.#identity() })
    if (response.errorCode !== 0) return response
    this.epoch = response.memberEpoch
    if (response.assignment !== null) {
      this.owned = new Map(response.assignment.topicPartitions.map(({ topicId, partitions }) => [topicId, partitions]))
    }
    return response
  }

  #identity() {
    const { instanceId } = this.#input
    return instanceId === undefined ? {} : { instanceId }
  }

  #list() {
    return [...this.owned].map(([topicId, partitions]) => ({ topicId, partitions }))
  }

  leave(memberEpoch = -1): ConsumerGroupHeartbeatResponse {
    return this.#harness.beat({ memberId: this.memberId, memberEpoch, ...this.#identity() })
  }

  get count(): number {
    return [...this.owned.values()].reduce((sum, partitions) => sum + partitions.length, 0)
  }
}

/** Lets members send heartbeats till all are where they are to be. */
export function settle(members: readonly Member[]): void {
  for (let round = 0; round < 6; round++) for (const member of members) member.beat()
}
