import { ErrorCode } from '@odradek/protocol'
import { ZERO_UUID } from '@odradek/bytes'
import type { MetadataResponse } from '@odradek/protocol/messages/metadata-response'

import type { BrokerNode, ClusterMetadata, PartitionMetadata, TopicMetadata } from './cluster-metadata.ts'

const LARGEST_PORT = 65_535

/** A topic has partitions from 0 on. So many may be missing from an answer in between; an index far beyond is no partition. */
const MOST_MISSING_PARTITIONS = 10_000

type AnsweredTopic = MetadataResponse['topics'][number]

/**
 * The picture after a Metadata answer. It replaces brokers and topics; a partition keeps its leader where the answer is older than what
 * is known (a lower leader epoch: brokers learn of elections one after the other, KIP-320), unless the topic was made anew.
 */
export function updateClusterMetadata(
  before: ClusterMetadata,
  response: MetadataResponse,
  version: number,
  asked: ReadonlySet<string> | 'all',
): ClusterMetadata {
  const topics = new Map<string, TopicMetadata>()
  const topicNames = new Map<string, string>()
  for (const topic of response.topics) {
    // Version 0 answers "no topic" with all of them.
    if (topic.name === null || (asked !== 'all' && !asked.has(topic.name))) continue
    const updated = updateTopic(before.topics.get(topic.name), topic, topic.name)
    topics.set(topic.name, updated)
    if (updated.topicId !== ZERO_UUID) topicNames.set(updated.topicId, topic.name)
  }
  return {
    version: before.version + 1,
    // Versions that do not say leave what is known.
    clusterId: version >= 2 ? response.clusterId : before.clusterId,
    controllerId: response.controllerId,
    brokers: new Map(response.brokers.filter(isReachable).map((broker) => [broker.nodeId, brokerNode(broker)])),
    topics,
    topicNames,
  }
}

/** A leader that a broker named in place of a refusal (KIP-951). */
export interface LeaderHint {
  readonly topic: string
  readonly partition: number
  readonly leader: number
  readonly leaderEpoch: number
  /** Where that broker is, where the answer said it. */
  readonly broker?: BrokerNode | undefined
}

/** The picture with another leader of one partition; the same picture where that is no news, or the broker is not known. */
export function applyLeaderHint(before: ClusterMetadata, hint: LeaderHint): ClusterMetadata {
  const topic = before.topics.get(hint.topic)
  const known = topic?.partitions[hint.partition]
  if (topic === undefined || known === undefined || hint.leaderEpoch <= known.leaderEpoch) return before
  const broker = hint.broker ?? before.brokers.get(hint.leader)
  if (broker === undefined || (hint.broker !== undefined && !isReachable({ ...broker, nodeId: broker.id })))
    return before
  const { leader, leaderEpoch } = hint
  const partitions = topic.partitions.with(hint.partition, { ...known, leader, leaderEpoch, errorCode: ErrorCode.NONE })
  return {
    ...before,
    version: before.version + 1,
    brokers: new Map(before.brokers).set(leader, broker),
    topics: new Map(before.topics).set(hint.topic, { ...topic, partitions }),
  }
}

/** Whether it can be connected to: one with a negative id, without a host or with a port that is none counts for nothing. */
function isReachable({ nodeId, host, port }: { nodeId: number; host: string; port: number }): boolean {
  return nodeId >= 0 && host !== '' && port > 0 && port <= LARGEST_PORT
}

function brokerNode({ nodeId, host, port, rack }: MetadataResponse['brokers'][number]): BrokerNode {
  return { id: nodeId, host, port, rack }
}

function updateTopic(before: TopicMetadata | undefined, topic: AnsweredTopic, name: string): TopicMetadata {
  const isAnother = before === undefined || before.topicId !== topic.topicId
  // While a broker answers LEADER_NOT_AVAILABLE for a topic, or forgets it for a moment, what was known of it serves no longer.
  const partitions: PartitionMetadata[] = []
  const most = topic.partitions.length + MOST_MISSING_PARTITIONS
  for (const partition of topic.partitions) {
    if (partition.partitionIndex < 0 || partition.partitionIndex >= most) continue
    const known = isAnother ? undefined : before.partitions[partition.partitionIndex]
    partitions[partition.partitionIndex] = newer(known, partition)
  }
  return {
    name,
    topicId: topic.topicId,
    isInternal: topic.isInternal,
    errorCode: topic.errorCode,
    partitions: fillHoles(partitions),
  }
}

function newer(known: PartitionMetadata | undefined, answer: AnsweredTopic['partitions'][number]): PartitionMetadata {
  if (known !== undefined && answer.leaderEpoch >= 0 && known.leaderEpoch > answer.leaderEpoch) return known
  return {
    partition: answer.partitionIndex,
    leader: answer.leaderId,
    leaderEpoch: answer.leaderEpoch,
    replicas: answer.replicaNodes,
    isr: answer.isrNodes,
    offlineReplicas: answer.offlineReplicas,
    errorCode: answer.errorCode,
  }
}

/** `partitions[i]` is partition i, whatever a broker leaves out. */
function fillHoles(partitions: PartitionMetadata[]): PartitionMetadata[] {
  return Array.from(partitions, (known, partition) => known ?? missingPartition(partition))
}

function missingPartition(partition: number): PartitionMetadata {
  const errorCode = ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
  return { partition, leader: -1, leaderEpoch: -1, replicas: [], isr: [], offlineReplicas: [], errorCode }
}
