// ListPartitionReassignments 0: which partitions are being moved, and where to (KIP-455).
import type { ListPartitionReassignmentsRequest } from '@odradek/protocol/messages/list-partition-reassignments-request'
import type { ListPartitionReassignmentsResponse } from '@odradek/protocol/messages/list-partition-reassignments-response'
import type { BrokerState } from '../broker-state.ts'
import { isReassigning } from '../cluster/partition-registration.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

/** Handles ListPartitionReassignments; partitions that are not being moved are not named. */
export function handleListPartitionReassignments(
  state: BrokerState,
  { body }: BrokerRequest<ListPartitionReassignmentsRequest>,
): Outcome<ListPartitionReassignmentsResponse> {
  const wanted =
    body.topics ??
    Array.from(state.topics.all(), ({ name, partitions }) => ({ name, partitionIndexes: [...partitions.keys()] }))
  const topics = wanted.flatMap(({ name, partitionIndexes }) => {
    const registrations = state.topics.byName(name)?.partitions ?? []
    const partitions = partitionIndexes.flatMap((partitionIndex) => {
      const partition = registrations[partitionIndex]
      if (partition === undefined || !isReassigning(partition)) return []
      const { replicas, addingReplicas, removingReplicas } = partition
      const lists = { replicas: [...replicas], addingReplicas: [...addingReplicas] }
      return [{ partitionIndex, ...lists, removingReplicas: [...removingReplicas] }]
    })
    return partitions.length === 0 ? [] : [{ name, partitions }]
  })
  return answer({ errorMessage: null, topics })
}
