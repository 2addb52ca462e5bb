// AlterReplicaLogDirs 1-2: moves replicas between log directories (KIP-113). A broker here has one, to which all replicas belong already.
import { ErrorCode } from '@odradek/protocol'
import type { AlterReplicaLogDirsRequest } from '@odradek/protocol/messages/alter-replica-log-dirs-request'
import type { AlterReplicaLogDirsResponse } from '@odradek/protocol/messages/alter-replica-log-dirs-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

/** What a folder's name has beside topic and partition while the replica moves: `.`, 32 digits and `-future`. */
const FUTURE_SUFFIX_LENGTH = 40
const MAX_NAME_LENGTH = 255

/** Handles AlterReplicaLogDirs. */
export function handleAlterReplicaLogDirs(
  state: BrokerState,
  { body }: BrokerRequest<AlterReplicaLogDirsRequest>,
): Outcome<AlterReplicaLogDirsResponse> {
  const byTopic = new Map<string, Map<number, number>>()
  for (const { path, topics } of body.dirs) {
    for (const { name, partitions } of topics) {
      const results = byTopic.get(name) ?? new Map<number, number>()
      byTopic.set(name, results)
      for (const partition of partitions) results.set(partition, resultOf(state, path, name, partition))
    }
  }
  const results = Array.from(byTopic, ([topicName, partitions]) => ({
    topicName,
    partitions: Array.from(partitions, ([partitionIndex, errorCode]) => ({ partitionIndex, errorCode })),
  }))
  return answer({ results })
}

function resultOf(state: BrokerState, path: string, name: string, partition: number): number {
  if (`${name}-${partition}`.length + FUTURE_SUFFIX_LENGTH > MAX_NAME_LENGTH) return ErrorCode.INVALID_TOPIC_EXCEPTION
  if (path !== state.logs.place().logDir) return ErrorCode.LOG_DIR_NOT_FOUND
  const topic = state.topics.byName(name)
  if (topic?.partitions[partition] === undefined) return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
  const isHere = state.replicas.find(topic.topicId, partition) !== undefined
  return isHere ? ErrorCode.NONE : ErrorCode.REPLICA_NOT_AVAILABLE
}
