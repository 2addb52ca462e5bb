// Judges what a client wants to create, as Kafka's ReplicationControlManager does, with its words.
import { ErrorCode } from '@odradek/protocol'
import type { CreateTopicsRequest } from '@odradek/protocol/messages/create-topics-request'
import type { BrokerState } from '../broker-state.ts'
import type { TopicCreated } from '../cluster/cluster-record.ts'
import type { ClusterState } from '../cluster/cluster-state.ts'
import { newPartition, type PartitionRegistration } from '../cluster/partition-registration.ts'
import { assignmentFault, placeReplicas } from '../cluster/replica-placement.ts'
import { topicConfigsError } from '../config/topic-config-checks.ts'
import { topicNameError } from './topic-name.ts'

/** A topic as CreateTopics asks for it. */
export type WantedTopic = CreateTopicsRequest['topics'][number]

/** Why a topic is not created. */
export interface TopicRejection {
  readonly errorCode: number
  readonly errorMessage: string
}

/** The change that creates a topic, or why there is none. */
export function planTopic(state: BrokerState, wanted: WantedTopic): TopicCreated | TopicRejection {
  const rejection = nameRejection(state, wanted.name) ?? configRejection(wanted)
  if (rejection !== undefined) return rejection
  const partitions = wanted.assignments.length > 0 ? assigned(state.cluster, wanted) : placed(state, wanted)
  if ('errorCode' in partitions) return partitions
  const configs = Object.fromEntries(
    wanted.configs.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])),
  )
  return { type: 'topic-created', topicId: state.cluster.newUuid(), name: wanted.name, partitions, configs }
}

function nameRejection(state: BrokerState, name: string): TopicRejection | undefined {
  const errorMessage = topicNameError(name)
  if (errorMessage !== undefined) return { errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, errorMessage }
  if (state.topics.byName(name) !== undefined) {
    return { errorCode: ErrorCode.TOPIC_ALREADY_EXISTS, errorMessage: `Topic '${name}' already exists.` }
  }
  const colliding = state.topics.colliding(name)
  if (colliding === undefined) return undefined
  const collision = `Topic '${name}' collides with existing topic: ${colliding.name}`
  return { errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, errorMessage: collision }
}

function configRejection({ configs }: WantedTopic): TopicRejection | undefined {
  const missing = configs.find(({ value }) => value === null)
  const errorMessage =
    missing === undefined
      ? topicConfigsError(new Map(configs.map(({ name, value }) => [name, value!])))
      : `Null value not supported for topic configs: ${missing.name}`
  if (errorMessage !== undefined) return { errorCode: ErrorCode.INVALID_CONFIG, errorMessage }
  return undefined
}

function placed(state: BrokerState, wanted: WantedTopic): PartitionRegistration[] | TopicRejection {
  const { cluster, config } = state
  const { numPartitions, replicationFactor } = wanted
  if (replicationFactor < -1 || replicationFactor === 0) {
    const errorMessage = 'Replication factor must be larger than 0, or -1 to use the default value.'
    return { errorCode: ErrorCode.INVALID_REPLICATION_FACTOR, errorMessage }
  }
  if (numPartitions < -1 || numPartitions === 0) {
    const errorMessage = 'Number of partitions was set to an invalid non-positive value.'
    return { errorCode: ErrorCode.INVALID_PARTITIONS, errorMessage }
  }
  if (numPartitions > MAX_PARTITIONS) {
    const errorMessage = 'Excessively large number of partitions per request.'
    return { errorCode: ErrorCode.POLICY_VIOLATION, errorMessage }
  }
  const count = numPartitions === -1 ? config.partitions : numPartitions
  const factor = replicationFactor === -1 ? config.defaultReplicationFactor : replicationFactor
  const places = placeReplicas(cluster, count, factor)
  if (typeof places === 'string') {
    const errorMessage = `Unable to replicate the partition ${factor} time(s): ${places}`
    return { errorCode: ErrorCode.INVALID_REPLICATION_FACTOR, errorMessage }
  }
  return places.map((replicas) => newPartition(replicas, activeOf(cluster, replicas)))
}

/** Kafka's controller refuses what would take more records than it writes for one request (MAX_RECORDS_PER_USER_OP). */
const MAX_PARTITIONS = 10_000

function assigned(cluster: ClusterState, wanted: WantedTopic): PartitionRegistration[] | TopicRejection {
  const manual = 'A manual partition assignment was specified, but'
  if (wanted.replicationFactor !== -1) {
    const errorMessage = `${manual} replication factor was not set to -1.`
    return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage }
  }
  if (wanted.numPartitions !== -1) {
    return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: `${manual} numPartitions was not set to -1.` }
  }
  const partitions = new Map<number, PartitionRegistration>()
  const errorMessage = assignmentsFault(cluster, wanted.assignments, partitions)
  if (errorMessage !== undefined) return { errorCode: ErrorCode.INVALID_REPLICA_ASSIGNMENT, errorMessage }
  return [...partitions].sort(([one], [other]) => one - other).map(([, partition]) => partition)
}

function assignmentsFault(
  cluster: ClusterState,
  assignments: WantedTopic['assignments'],
  partitions: Map<number, PartitionRegistration>,
): string | undefined {
  for (const { partitionIndex, brokerIds } of assignments) {
    if (partitions.has(partitionIndex)) {
      return `Found multiple manual partition assignments for partition ${partitionIndex}`
    }
    const fault = assignmentFault(cluster, brokerIds, partitions.values().next().value?.replicas.length)
    if (fault !== undefined) return fault
    const isr = activeOf(cluster, brokerIds)
    if (isr.length === 0) {
      return `All brokers specified in the manual partition assignment for partition ${partitionIndex} are fenced or in controlled shutdown.`
    }
    partitions.set(partitionIndex, newPartition(brokerIds, isr))
  }
  for (let index = 0; index < assignments.length; index++) {
    if (!partitions.has(index)) return 'partitions should be a consecutive 0-based integer sequence'
  }
  return undefined
}

/** Of the replicas those that may be in sync from the start. */
function activeOf({ brokers }: ClusterState, replicas: readonly number[]): readonly number[] {
  return replicas.filter((id) => brokers.isActive(id))
}
