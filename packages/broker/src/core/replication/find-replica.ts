import { ErrorCode } from '@odradek/protocol'
import type { BrokerState } from '../broker-state.ts'
import { leaderEpochError } from '../log/leader-epoch.ts'
import type { Topic } from '../topics/topic-store.ts'
import type { Replica } from './replica.ts'

/** The replica of a partition that this broker leads, or the error code that says why not (KIP-320 for `clientEpoch`, -1 where there is none). */
export function findLeader(state: BrokerState, topic: Topic, partition: number, clientEpoch = -1): Replica | number {
  const replica = findReplica(state, topic, partition, clientEpoch)
  return typeof replica === 'number' || replica.isLeader ? replica : ErrorCode.NOT_LEADER_OR_FOLLOWER
}

/** The replica of a partition that this broker holds, as leader or follower, or the error code that says why not. */
export function findReplica(state: BrokerState, topic: Topic, partition: number, clientEpoch = -1): Replica | number {
  if (topic.partitions[partition] === undefined) return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
  const replica = state.replicas.find(topic.topicId, partition)
  if (replica === undefined) return ErrorCode.NOT_LEADER_OR_FOLLOWER
  return leaderEpochError(replica.leaderEpoch, clientEpoch) ?? replica
}
