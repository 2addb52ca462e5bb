// DescribeTopicPartitions 0: topics and their partitions, page by page (KIP-966).
import { ZERO_UUID } from '@odradek/bytes'
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { DescribeTopicPartitionsRequest } from '@odradek/protocol/messages/describe-topic-partitions-request'
import type { DescribeTopicPartitionsResponse } from '@odradek/protocol/messages/describe-topic-partitions-response'
import { TOPIC_OPERATIONS } from '../authorized-operations.ts'
import type { BrokerState } from '../broker-state.ts'
import type { BrokerRegistrations } from '../cluster/broker-registrations.ts'
import { NO_LEADER, type PartitionRegistration } from '../cluster/partition-registration.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { isInternalTopic, topicNameError } from '../topics/topic-name.ts'

type TopicResponse = MessageInput<DescribeTopicPartitionsResponse['topics'][number]>
type Cursor = DescribeTopicPartitionsResponse['nextCursor']

/** Kafka's `max.request.partition.size.limit`. */
const MAX_PARTITIONS = 2000

/** Handles DescribeTopicPartitions: topics in the order of their names, as many partitions as are asked for, and where to go on. */
export function handleDescribeTopicPartitions(
  state: BrokerState,
  { body }: BrokerRequest<DescribeTopicPartitionsRequest>,
): Outcome<DescribeTopicPartitionsResponse> {
  const { cursor } = body
  if (cursor !== null && cursor.partitionIndex < 0) {
    return { reply: { kind: 'disconnect', reason: 'DescribeTopicPartitionsRequest cursor partition must be valid' } }
  }
  const wantsAll = body.topics.length === 0
  const named = wantsAll ? Array.from(state.topics.all(), ({ name }) => name) : body.topics.map(({ name }) => name)
  const names = [...new Set(named)].filter((name) => cursor === null || name >= cursor.topicName).sort()
  const topics: TopicResponse[] = []
  let remaining = Math.min(MAX_PARTITIONS, Math.max(1, body.responsePartitionLimit))
  let nextCursor: Cursor = null
  for (const name of names) {
    const first = cursor?.topicName === name ? cursor.partitionIndex : 0
    if (remaining === 0) {
      nextCursor = { topicName: name, partitionIndex: first }
      break
    }
    const topic = describe(state, name, first, remaining)
    topics.push(topic)
    remaining -= topic.partitions?.length ?? 0
    const end = first + (topic.partitions?.length ?? 0)
    if (end >= (state.topics.byName(name)?.partitions.length ?? 0)) continue
    nextCursor = { topicName: name, partitionIndex: end }
    break
  }
  return answer({ topics, nextCursor })
}

function describe({ topics, cluster }: BrokerState, name: string, first: number, limit: number): TopicResponse {
  const topic = topics.byName(name)
  if (topic === undefined) {
    const isInvalid = topicNameError(name) !== undefined
    const errorCode = isInvalid ? ErrorCode.INVALID_TOPIC_EXCEPTION : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
    return { errorCode, name, topicId: ZERO_UUID, isInternal: isInternalTopic(name), partitions: [] }
  }
  const partitions = topic.partitions
    .slice(first, first + limit)
    .map((partition, index) => describePartition(partition, first + index, cluster.brokers))
  const { topicId } = topic
  return { name, topicId, isInternal: isInternalTopic(name), partitions, topicAuthorizedOperations: TOPIC_OPERATIONS }
}

function describePartition(partition: PartitionRegistration, partitionIndex: number, brokers: BrokerRegistrations) {
  const { leader, leaderEpoch, replicas, isr } = partition
  return {
    partitionIndex,
    leaderId: brokers.has(leader) ? leader : NO_LEADER,
    leaderEpoch,
    replicaNodes: [...replicas],
    isrNodes: [...isr],
    eligibleLeaderReplicas: [],
    lastKnownElr: [],
    offlineReplicas: replicas.filter((id) => !brokers.isAlive(id)),
  }
}
