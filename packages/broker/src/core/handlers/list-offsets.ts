// ListOffsets 1-11: the offset at a timestamp, or at one of the special places below (KIP-79, KIP-734, KIP-405, KIP-1005).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { ListOffsetsRequest } from '@odradek/protocol/messages/list-offsets-request'
import type { ListOffsetsResponse } from '@odradek/protocol/messages/list-offsets-response'
import type { BrokerState } from '../broker-state.ts'
import type { TimestampedOffset } from '../log/partition-log.ts'
import { findLeader } from '../replication/find-replica.ts'
import type { Replica } from '../replication/replica.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

type PartitionResponse = MessageInput<ListOffsetsResponse['topics'][number]['partitions'][number]>

const LEADER_EPOCH_SINCE = 4
const READ_COMMITTED = 1

/** Timestamps that mean a place, with the first version that knows them. */
const PLACES: ReadonlyMap<bigint, { readonly name: string; readonly since: number }> = new Map([
  [-1n, { name: 'latest', since: 0 }],
  [-2n, { name: 'earliest', since: 0 }],
  [-3n, { name: 'max-timestamp', since: 7 }],
  [-4n, { name: 'earliest-local', since: 8 }],
  [-5n, { name: 'latest-tiered', since: 9 }],
  [-6n, { name: 'earliest-pending-upload', since: 11 }],
])

/** Handles ListOffsets. */
export function handleListOffsets(
  state: BrokerState,
  { body, version }: BrokerRequest<ListOffsetsRequest>,
): Outcome<ListOffsetsResponse> {
  const topics = body.topics.map(({ name, partitions }) => {
    const indexes = partitions.map((partition) => partition.partitionIndex)
    // A partition that stands more than once is refused, once.
    const once = partitions.filter((partition, index) => indexes.indexOf(partition.partitionIndex) === index)
    const topic = state.topics.byName(name)
    return {
      name,
      partitions: once.map(({ partitionIndex, currentLeaderEpoch, timestamp }) => {
        const twice = indexes.indexOf(partitionIndex) !== indexes.lastIndexOf(partitionIndex)
        const error = twice ? ErrorCode.INVALID_REQUEST : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
        if (twice || topic === undefined) return { partitionIndex, errorCode: error }
        const replica = findLeader(state, topic, partitionIndex, currentLeaderEpoch)
        if (typeof replica === 'number') return { partitionIndex, errorCode: replica }
        return { partitionIndex, ...lookUp(replica, timestamp, version, body.isolationLevel === READ_COMMITTED) }
      }),
    }
  })
  return answer({ topics })
}

function lookUp(
  { log, leaderEpoch }: Replica,
  timestamp: bigint,
  version: number,
  committedOnly: boolean,
): PartitionResponse {
  if (timestamp >= 0n) return found(log.offsetOfTimestamp(Number(timestamp)), version)
  const place = PLACES.get(timestamp)
  if (place === undefined || version < place.since) return { errorCode: ErrorCode.UNSUPPORTED_VERSION }
  switch (place.name) {
    case 'latest':
      return at(committedOnly ? log.lastStableOffset : log.highWatermark, leaderEpoch, version)
    case 'earliest':
    case 'earliest-local':
      return at(log.startOffset, leaderEpoch, version)
    case 'max-timestamp':
      return found(log.offsetOfMaxTimestamp(), version)
    default:
      // Nothing is stored in tiers.
      return {}
  }
}

/** An empty answer says -1 everywhere: there is no such record. */
function found(record: TimestampedOffset | undefined, version: number): PartitionResponse {
  if (record === undefined) return {}
  return { timestamp: BigInt(record.timestamp), ...at(record.offset, record.leaderEpoch, version) }
}

function at(offset: number, leaderEpoch: number, version: number): PartitionResponse {
  return version < LEADER_EPOCH_SINCE ? { offset: BigInt(offset) } : { offset: BigInt(offset), leaderEpoch }
}
