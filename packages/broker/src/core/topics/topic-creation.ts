// Judges what a client wants to create, as Kafka's ReplicationControlManager does, with its words.
import { ErrorCode } from '@odradek/protocol'
import type { CreateTopicsRequest } from '@odradek/protocol/messages/create-topics-request'
import type { TopicCreated } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { topicConfigError } from './topic-config.ts'
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
  const partitions = wanted.assignments.length > 0 ? wanted.assignments.length : wanted.numPartitions
  const rejection = nameRejection(state, wanted.name) ?? configRejection(wanted) ?? placeRejection(state, wanted)
  if (rejection !== undefined) return rejection
  const configs = Object.fromEntries(
    wanted.configs.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])),
  )
  const count = partitions === -1 ? state.config.partitions : partitions
  return { type: 'topic-created', topicId: state.newUuid(), name: wanted.name, partitions: count, configs }
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
  for (const { name, value } of configs) {
    const errorMessage =
      value === null ? `Null value not supported for topic configs: ${name}` : topicConfigError(name, value)
    if (errorMessage !== undefined) return { errorCode: ErrorCode.INVALID_CONFIG, errorMessage }
  }
  return undefined
}

function placeRejection(state: BrokerState, wanted: WantedTopic): TopicRejection | undefined {
  if (wanted.assignments.length > 0) return assignmentRejection(state.config.nodeId, wanted)
  const { numPartitions, replicationFactor } = wanted
  if (replicationFactor < -1 || replicationFactor === 0) {
    const errorMessage = 'Replication factor must be larger than 0, or -1 to use the default value.'
    return { errorCode: ErrorCode.INVALID_REPLICATION_FACTOR, errorMessage }
  }
  if (numPartitions < -1 || numPartitions === 0) {
    const errorMessage = 'Number of partitions was set to an invalid non-positive value.'
    return { errorCode: ErrorCode.INVALID_PARTITIONS, errorMessage }
  }
  if (replicationFactor > 1) {
    const reason = `The target replication factor of ${replicationFactor} cannot be reached because only 1 broker(s) are registered or some brokers have all their log directories cordoned.`
    const errorMessage = `Unable to replicate the partition ${replicationFactor} time(s): ${reason}`
    return { errorCode: ErrorCode.INVALID_REPLICATION_FACTOR, errorMessage }
  }
  if (numPartitions > MAX_PARTITIONS) {
    const errorMessage = 'Excessively large number of partitions per request.'
    return { errorCode: ErrorCode.POLICY_VIOLATION, errorMessage }
  }
  return undefined
}

/** Kafka's controller refuses what would take more records than it writes for one request (MAX_RECORDS_PER_USER_OP). */
const MAX_PARTITIONS = 10_000

function assignmentRejection(nodeId: number, wanted: WantedTopic): TopicRejection | undefined {
  const manual = 'A manual partition assignment was specified, but'
  if (wanted.replicationFactor !== -1) {
    const errorMessage = `${manual} replication factor was not set to -1.`
    return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage }
  }
  if (wanted.numPartitions !== -1) {
    return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: `${manual} numPartitions was not set to -1.` }
  }
  const errorMessage = assignmentFault(nodeId, wanted.assignments)
  return errorMessage === undefined ? undefined : { errorCode: ErrorCode.INVALID_REPLICA_ASSIGNMENT, errorMessage }
}

function assignmentFault(nodeId: number, assignments: WantedTopic['assignments']): string | undefined {
  const seen = new Set<number>()
  for (const { partitionIndex, brokerIds } of assignments) {
    if (seen.has(partitionIndex)) return `Found multiple manual partition assignments for partition ${partitionIndex}`
    seen.add(partitionIndex)
    const includes = 'The manual partition assignment includes'
    if (brokerIds.length === 0) return `${includes} an empty replica list.`
    const stranger = brokerIds.find((id) => id !== nodeId)
    if (stranger !== undefined) return `${includes} broker ${stranger}, but no such broker is registered.`
    if (brokerIds.length > 1) return `${includes} the broker ${nodeId} more than once.`
  }
  for (let index = 0; index < assignments.length; index++) {
    if (!seen.has(index)) return 'partitions should be a consecutive 0-based integer sequence'
  }
  return undefined
}
