import { decodeUuid } from '@odradek/bytes'
import type { Address } from '@odradek/network'
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { FindCoordinatorRequest } from '@odradek/protocol/messages/find-coordinator-request'
import type { FindCoordinatorResponse } from '@odradek/protocol/messages/find-coordinator-response'
import type { InitProducerIdResponse } from '@odradek/protocol/messages/init-producer-id-response'
import type { MetadataRequest } from '@odradek/protocol/messages/metadata-request'
import type { MetadataResponse } from '@odradek/protocol/messages/metadata-response'

/** One topic of a ScriptedCluster. */
export interface ScriptedTopic {
  readonly topicId: string
  /** Broker id of each partition's leader; -1: none. */
  readonly leaders: number[]
  readonly leaderEpochs: number[]
}

/** What all brokers of a ScriptedNetwork say of their cluster: a test changes it at will. */
export class ScriptedCluster {
  clusterId = 'scripted-cluster'
  controllerId = 1
  /** What Metadata names; a broker that is not here is not known, though it may answer. */
  readonly addresses = new Map<number, Address>()
  readonly topics = new Map<string, ScriptedTopic>()
  /** Broker id that FindCoordinator names, whatever the key; undefined: COORDINATOR_NOT_AVAILABLE. */
  coordinatorId: number | undefined = 1
  /** How many producer ids have been given. */
  producerIdsGiven = 0
  #topicsMade = 0

  /** Makes a topic, or makes it anew with another topic id. Leaders go round the brokers unless they are given. */
  setTopic(
    name: string,
    { partitions = 1, leaders }: { partitions?: number; leaders?: readonly number[] } = {},
  ): ScriptedTopic {
    const ids = [...this.addresses.keys()]
    const chosen = leaders ?? Array.from({ length: partitions }, (_, partition) => ids[partition % ids.length]!)
    const bytes = new Uint8Array(16)
    bytes[15] = ++this.#topicsMade
    const topic = { topicId: decodeUuid(bytes, 0), leaders: [...chosen], leaderEpochs: chosen.map(() => 0) }
    this.topics.set(name, topic)
    return topic
  }

  /** Moves a partition's leader, which begins a new leader epoch. */
  setLeader(name: string, partition: number, leader: number): void {
    const topic = this.topics.get(name)
    if (topic === undefined) throw new Error(`there is no topic ${name}`)
    topic.leaders[partition] = leader
    topic.leaderEpochs[partition] = (topic.leaderEpochs[partition] ?? 0) + 1
  }

  /** The answer to a Metadata request. */
  metadata({ topics }: MetadataRequest, version: number): MessageInput<MetadataResponse> {
    const wantsAll = topics === null || (version === 0 && topics.length === 0)
    const names = wantsAll ? [...this.topics.keys()] : topics.map(({ name }) => name ?? '')
    return {
      brokers: [...this.addresses].map(([nodeId, { host, port }]) => ({ nodeId, host, port })),
      clusterId: this.clusterId,
      controllerId: this.controllerId,
      topics: names.map((name) => this.#topicAnswer(name)),
    }
  }

  /** The answer to a FindCoordinator request. */
  findCoordinator({ coordinatorKeys }: FindCoordinatorRequest, version: number): MessageInput<FindCoordinatorResponse> {
    const id = this.coordinatorId
    const address = id === undefined ? undefined : this.addresses.get(id)
    const answer =
      id === undefined || address === undefined
        ? { errorCode: ErrorCode.COORDINATOR_NOT_AVAILABLE, nodeId: -1, host: '', port: -1 }
        : { errorCode: ErrorCode.NONE, nodeId: id, host: address.host, port: address.port }
    return version >= 4 ? { coordinators: coordinatorKeys.map((each) => ({ key: each, ...answer })) } : answer
  }

  /** The answer to an InitProducerId request: a new producer id with epoch 0. */
  initProducerId(): MessageInput<InitProducerIdResponse> {
    return { producerId: BigInt(1000 + this.producerIdsGiven++), producerEpoch: 0 }
  }

  #topicAnswer(name: string): MessageInput<MetadataResponse['topics'][number]> {
    const topic = this.topics.get(name)
    if (topic === undefined) return { name, errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION }
    const brokers = [...this.addresses.keys()]
    const partitions = topic.leaders.map((leaderId, partitionIndex) => ({
      errorCode: leaderId < 0 ? ErrorCode.LEADER_NOT_AVAILABLE : ErrorCode.NONE,
      partitionIndex,
      leaderId,
      leaderEpoch: topic.leaderEpochs[partitionIndex]!,
      replicaNodes: brokers,
      isrNodes: brokers,
    }))
    return { name, topicId: topic.topicId, partitions }
  }
}
