// AlterPartitionReassignments 0-1: other brokers hold a partition once they have copied it (KIP-455, KIP-860).
import { ErrorCode, errorMessage, type MessageInput } from '@odradek/protocol'
import type { AlterPartitionReassignmentsRequest } from '@odradek/protocol/messages/alter-partition-reassignments-request'
import type { AlterPartitionReassignmentsResponse } from '@odradek/protocol/messages/alter-partition-reassignments-response'
import type { BrokerState } from '../broker-state.ts'
import type { PartitionChanged } from '../cluster/cluster-record.ts'
import { planPartitionChange } from '../cluster/partition-change.ts'
import { isReassigning, type PartitionRegistration } from '../cluster/partition-registration.ts'
import { assignmentFault } from '../cluster/replica-placement.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import type { Topic } from '../topics/topic-store.ts'

type PartitionResult = MessageInput<AlterPartitionReassignmentsResponse['responses'][number]['partitions'][number]>
type Wanted = AlterPartitionReassignmentsRequest['topics'][number]['partitions'][number]

interface Failure {
  readonly errorCode: number
  readonly errorMessage: string | null
}

/** Handles AlterPartitionReassignments; null in place of replicas cancels a reassignment that goes on. */
export function handleAlterPartitionReassignments(
  state: BrokerState,
  { body }: BrokerRequest<AlterPartitionReassignmentsRequest>,
): Outcome<AlterPartitionReassignmentsResponse> {
  const { allowReplicationFactorChange } = body
  const records: PartitionChanged[] = []
  const responses = body.topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.map((wanted): PartitionResult => {
      const change = reassign(state, name, wanted, allowReplicationFactorChange)
      const { partitionIndex } = wanted
      if ('errorCode' in change) return { partitionIndex, ...change }
      records.push(...change)
      return { partitionIndex, errorMessage: null }
    }),
  }))
  return answer({ allowReplicationFactorChange, errorMessage: null, responses }, records)
}

function reassign(
  state: BrokerState,
  name: string,
  { partitionIndex, replicas }: Wanted,
  mayChangeFactor: boolean,
): PartitionChanged[] | Failure {
  const unknown = (message: string) => ({ errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: message })
  const topic = state.topics.byName(name)
  if (topic === undefined) return unknown(`Unable to find a topic named ${name}.`)
  const partition = topic.partitions[partitionIndex]
  if (partition === undefined) return unknown(`Unable to find partition ${name}:${partitionIndex}.`)
  if (replicas === null) return cancel(state, topic, partitionIndex, partition)
  const fault = assignmentFault(state.cluster, replicas)
  if (fault !== undefined) return { errorCode: ErrorCode.INVALID_REPLICA_ASSIGNMENT, errorMessage: fault }
  const before = partition.replicas.filter((id) => !partition.addingReplicas.includes(id))
  if (!mayChangeFactor && replicas.length !== before.length) {
    const change = `from ${before.length} to ${replicas.length}`
    const message = `The replication factor is changed ${change}, which the request does not allow.`
    return { errorCode: ErrorCode.INVALID_REPLICATION_FACTOR, errorMessage: message }
  }
  const removing = partition.replicas.filter((id) => !replicas.includes(id))
  const adding = replicas.filter((id) => !partition.replicas.includes(id))
  return planPartitionChange(state.cluster, topic.topicId, partitionIndex, {
    replicas: [...replicas, ...removing],
    ...(removing.length > 0 && { removingReplicas: removing }),
    ...(adding.length > 0 && { addingReplicas: adding }),
  })
}

/** Back to the replicas from before (Kafka's PartitionReassignmentRevert). */
function cancel(
  { cluster }: BrokerState,
  topic: Topic,
  index: number,
  partition: PartitionRegistration,
): PartitionChanged[] | Failure {
  if (!isReassigning(partition)) {
    const errorCode = ErrorCode.NO_REASSIGNMENT_IN_PROGRESS
    return { errorCode, errorMessage: errorMessage(errorCode) }
  }
  const isOld = (id: number) => !partition.addingReplicas.includes(id)
  const isr = partition.isr.filter(isOld)
  const replicas = partition.replicas.filter(isOld)
  if (isr.length === 0 && topic.config('unclean.leader.election.enable') !== 'true') {
    const reason = 'because it would require an unclean leader election.'
    const message = `Unable to revert partition assignment for ${topic.name}:${index} ${reason}`
    return { errorCode: ErrorCode.INVALID_REPLICA_ASSIGNMENT, errorMessage: message }
  }
  const target = { isr, replicas, addingReplicas: [], removingReplicas: [] }
  return planPartitionChange(cluster, topic.topicId, index, target)
}
