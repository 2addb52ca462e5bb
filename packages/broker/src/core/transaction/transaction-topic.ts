import { TRANSACTION_STATE_TOPIC } from '../cluster/coordinator-topics.ts'
import { coordinatorPartition } from '../cluster/coordinator-partition.ts'
import type { BrokerState } from '../broker-state.ts'
import type { Replica } from '../replication/replica.ts'

/** The partition of `__transaction_state` that holds the id; undefined where this broker does not lead it, or there is none. */
export function transactionPartition(state: BrokerState, transactionalId: string): Replica | undefined {
  const topic = state.topics.byName(TRANSACTION_STATE_TOPIC)
  if (topic === undefined) return undefined
  const replica = state.replicas.find(topic.topicId, coordinatorPartition(transactionalId, topic.partitions.length))
  return replica?.isLeader === true ? replica : undefined
}

/** The broker that leads the partition of an id, and so coordinates it; undefined where there is none. */
export function coordinatorOf({ topics }: BrokerState, transactionalId: string): number | undefined {
  const topic = topics.byName(TRANSACTION_STATE_TOPIC)
  if (topic === undefined) return undefined
  const { leader } = topic.partitions[coordinatorPartition(transactionalId, topic.partitions.length)]!
  return leader < 0 ? undefined : leader
}
