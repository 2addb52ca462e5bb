import { SHARE_GROUP_STATE_TOPIC } from '../cluster/coordinator-topics.ts'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { coordinatorPartition } from '../cluster/coordinator-partition.ts'
import type { AppendOffsets } from '../log/append-offsets.ts'
import type { Replica } from '../replication/replica.ts'
import { nameOf } from './share-coordinator.ts'
import { encodeShareState, type SharePartitionKey, type ShareStateRecord } from './share-state-record.ts'

/** The partition of the topic that keeps a share-partition's state; undefined where this broker does not lead it, or there is none. */
export function shareStatePlace(state: BrokerState, key: SharePartitionKey): Replica | undefined {
  const topic = state.topics.byName(SHARE_GROUP_STATE_TOPIC)
  if (topic === undefined) return undefined
  const replica = state.replicas.find(topic.topicId, coordinatorPartition(nameOf(key), topic.partitions.length))
  return replica?.isLeader === true ? replica : undefined
}

/** What writes a record to its partition and hands it to the coordinator. `offsets` counts what the same event appends before it. */
export function storeShareState(
  { topicId, partition, log, leaderEpoch }: Replica,
  record: ShareStateRecord,
  offsets: AppendOffsets,
  wallClockMs: number,
): BrokerRecord[] {
  const offset = offsets.take(log)
  const bytes = encodeShareState(record, { offset, leaderEpoch, timestampMs: wallClockMs })
  return [
    { type: 'batch-appended', topicId, partition, bytes },
    { type: 'share-state-stored', place: { partition, offset }, record },
  ]
}
