// Metadata 0-13. A topic that is created on the way is not in this answer but in the next one, as with Kafka's controller:
// the client sees UNKNOWN_TOPIC_OR_PARTITION, which is retriable, and asks again.
import { ZERO_UUID } from '@odradek/bytes'
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { MetadataRequest } from '@odradek/protocol/messages/metadata-request'
import type { MetadataResponse } from '@odradek/protocol/messages/metadata-response'
import { CLUSTER_OPERATIONS, OPERATIONS_NOT_ASKED, TOPIC_OPERATIONS } from '../authorized-operations.ts'
import type { BrokerState } from '../broker-state.ts'
import type { TopicCreated } from '../cluster/cluster-record.ts'
import type { BrokerRegistrations } from '../cluster/broker-registrations.ts'
import { NO_LEADER, type PartitionRegistration } from '../cluster/partition-registration.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { planTopic } from '../topics/topic-creation.ts'
import { isInternalTopic, topicNameError } from '../topics/topic-name.ts'
import type { Topic } from '../topics/topic-store.ts'

type TopicMetadata = MessageInput<MetadataResponse['topics'][number]>

const TOPIC_IDS_SINCE = 12

/** Handles Metadata. */
export function handleMetadata(
  state: BrokerState,
  { body, version }: BrokerRequest<MetadataRequest>,
): Outcome<MetadataResponse> {
  const records: TopicCreated[] = []
  const mayCreate = body.allowAutoTopicCreation && state.config.autoCreateTopicsEnable
  const operations = body.includeTopicAuthorizedOperations ? TOPIC_OPERATIONS : OPERATIONS_NOT_ASKED
  const { clusterId, controllerId, brokers } = state.cluster
  const topics = wantedTopics(state, body, version).map((wanted) => {
    if (typeof wanted === 'object')
      return { ...describe(wanted, brokers, version), topicAuthorizedOperations: operations }
    return describeMissing(state, wanted, mayCreate, records)
  })
  const unknownIds = unknownTopicIds(state, body, version)
  const response = {
    brokers: brokers.alive().map(({ brokerId: nodeId, host, port, rack }) => ({ nodeId, host, port, rack })),
    clusterId,
    controllerId,
    topics: [...unknownIds, ...topics],
    clusterAuthorizedOperations: body.includeClusterAuthorizedOperations ? CLUSTER_OPERATIONS : OPERATIONS_NOT_ASKED,
  }
  return answer(response, records)
}

/** The topics that exist, and the names of those that do not, each once. */
function wantedTopics(state: BrokerState, body: MetadataRequest, version: number): (Topic | string)[] {
  const { topics } = body
  // Version 0 has no null: an empty array asks for all topics there.
  if (topics === null || (version === 0 && topics.length === 0)) return [...state.topics.all()]
  if (usesIds(body, version)) {
    return [...new Set(topics.flatMap(({ topicId }) => state.topics.byId(topicId) ?? []))]
  }
  return [...new Set(topics.flatMap(({ name }) => (name === null ? [] : [state.topics.byName(name) ?? name])))]
}

function usesIds({ topics }: MetadataRequest, version: number): boolean {
  return version >= TOPIC_IDS_SINCE && topics !== null && topics.some(({ topicId }) => topicId !== ZERO_UUID)
}

function unknownTopicIds(state: BrokerState, body: MetadataRequest, version: number): TopicMetadata[] {
  if (!usesIds(body, version)) return []
  const ids = new Set(body.topics!.map(({ topicId }) => topicId))
  const unknown = [...ids].filter((id) => id !== ZERO_UUID && state.topics.byId(id) === undefined)
  return unknown.map((topicId) => ({ errorCode: ErrorCode.UNKNOWN_TOPIC_ID, name: null, topicId, partitions: [] }))
}

function describe(topic: Topic, brokers: BrokerRegistrations, version: number): TopicMetadata {
  const { name, topicId } = topic
  const partitions = topic.partitions.map((partition, partitionIndex) => ({
    partitionIndex,
    ...describePartition(partition, brokers, version),
  }))
  return { errorCode: ErrorCode.NONE, name, topicId, isInternal: isInternalTopic(name), partitions }
}

/** As Kafka's KRaftMetadataCache does: version 0 leaves out replicas that do not serve, and says so in place of success. */
function describePartition(partition: PartitionRegistration, brokers: BrokerRegistrations, version: number) {
  const { leader, leaderEpoch, replicas, isr } = partition
  const isAlive = (id: number) => brokers.isAlive(id)
  const offlineReplicas = replicas.filter((id) => !isAlive(id))
  const replicaNodes = version === 0 ? replicas.filter(isAlive) : replicas
  const isrNodes = version === 0 ? isr.filter(isAlive) : isr
  const nodes = { leaderEpoch, replicaNodes, isrNodes, offlineReplicas }
  if (!brokers.has(leader)) return { errorCode: ErrorCode.LEADER_NOT_AVAILABLE, leaderId: NO_LEADER, ...nodes }
  const isMissing = replicaNodes.length < replicas.length || isrNodes.length < isr.length
  return { errorCode: isMissing ? ErrorCode.REPLICA_NOT_AVAILABLE : ErrorCode.NONE, leaderId: leader, ...nodes }
}

function describeMissing(state: BrokerState, name: string, mayCreate: boolean, records: TopicCreated[]): TopicMetadata {
  const missing = { name, topicId: ZERO_UUID, isInternal: isInternalTopic(name), partitions: [] }
  if (topicNameError(name) !== undefined) return { ...missing, errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION }
  if (!mayCreate) return { ...missing, errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION }
  const plan = planTopic(state, { name, numPartitions: -1, replicationFactor: -1, assignments: [], configs: [] })
  if (!('type' in plan)) return { ...missing, errorCode: plan.errorCode }
  if (!records.some((other) => other.name === name)) records.push(plan)
  return { ...missing, errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION }
}
