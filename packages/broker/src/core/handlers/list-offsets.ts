// ListOffsets 1-11: the offset at a timestamp, or at one of the special places below (KIP-79, KIP-734, KIP-405, KIP-1005).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { ListOffsetsRequest } from '@odradek/protocol/messages/list-offsets-request'
import type { ListOffsetsResponse } from '@odradek/protocol/messages/list-offsets-response'
import type { BrokerState } from '../broker-state.ts'
import { legacyOffsets } from '../log/legacy-offsets.ts'
import type { PartitionLog, TimestampedOffset } from '../log/partition-log.ts'
import { findLeader, findReplica } from '../replication/find-replica.ts'
import type { Replica } from '../replication/replica.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

type PartitionRequest = ListOffsetsRequest['topics'][number]['partitions'][number]
type PartitionResponse = MessageInput<ListOffsetsResponse['topics'][number]['partitions'][number]>

const LEADER_EPOCH_SINCE = 4
const READ_COMMITTED = 1
const CONSUMER = -1
const DEBUGGING_REPLICA = -2

/** Timestamps that mean a place, with the first version that knows them. */
const PLACES: ReadonlyMap<bigint, { readonly name: string; readonly since: number }> = new Map([
  [-1n, { name: 'latest', since: 0 }],
  [-2n, { name: 'earliest', since: 0 }],
  [-3n, { name: 'max-timestamp', since: 7 }],
  [-4n, { name: 'earliest-local', since: 8 }],
  [-5n, { name: 'latest-tiered', since: 9 }],
  [-6n, { name: 'earliest-pending-upload', since: 11 }],
])

/** What a client may be told of a partition. */
interface Bounds {
  readonly replica: Replica
  readonly version: number
  /** Clients are told of no offset from here on; other brokers of all. */
  readonly endOffset: number
  /** The error while it is not known what is committed; undefined when it is. */
  readonly errorCode: number | undefined
}

/** Handles ListOffsets. */
export function handleListOffsets(
  state: BrokerState,
  request: BrokerRequest<ListOffsetsRequest>,
): Outcome<ListOffsetsResponse> {
  const topics = request.body.topics.map(({ name, partitions }) => {
    const indexes = partitions.map((partition) => partition.partitionIndex)
    // A partition that stands more than once is refused, once.
    const once = partitions.filter((partition, index) => indexes.indexOf(partition.partitionIndex) === index)
    return {
      name,
      partitions: once.map((asked) => {
        const { partitionIndex } = asked
        const twice = indexes.indexOf(partitionIndex) !== indexes.lastIndexOf(partitionIndex)
        const response = twice ? { errorCode: ErrorCode.INVALID_REQUEST } : listOffset(state, request, name, asked)
        return { partitionIndex, ...response }
      }),
    }
  })
  return answer({ topics })
}

function listOffset(
  state: BrokerState,
  { body, version }: BrokerRequest<ListOffsetsRequest>,
  name: string,
  { partitionIndex, currentLeaderEpoch, timestamp, maxNumOffsets }: PartitionRequest,
): PartitionResponse {
  const place = PLACES.get(timestamp)
  if (timestamp < 0n && (place === undefined || version < place.since)) {
    return { errorCode: ErrorCode.UNSUPPORTED_VERSION }
  }
  const topic = state.topics.byName(name)
  if (topic === undefined) return { errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION }
  // A tool that looks into replicas may ask a follower.
  const find = body.replicaId === DEBUGGING_REPLICA ? findReplica : findLeader
  const replica = find(state, topic, partitionIndex, currentLeaderEpoch)
  if (typeof replica === 'number') return { errorCode: replica }
  if (version === 0) return { oldStyleOffsets: legacyOffsets(replica.log, timestamp, maxNumOffsets) }
  return lookUp(timestamp, place?.name, boundsOf(replica, body, version))
}

function boundsOf(replica: Replica, { replicaId, isolationLevel }: ListOffsetsRequest, version: number): Bounds {
  const { log, epochStartOffset } = replica
  if (replicaId !== CONSUMER) return { replica, version, endOffset: log.endOffset, errorCode: undefined }
  const endOffset = isolationLevel === READ_COMMITTED ? log.lastStableOffset : log.highWatermark
  const unknown = version >= 5 ? ErrorCode.OFFSET_NOT_AVAILABLE : ErrorCode.LEADER_NOT_AVAILABLE
  return { replica, version, endOffset, errorCode: epochStartOffset > log.highWatermark ? unknown : undefined }
}

function lookUp(timestamp: bigint, place: string | undefined, bounds: Bounds): PartitionResponse {
  const { replica, version, endOffset, errorCode } = bounds
  const { log, leaderEpoch } = replica
  switch (place) {
    case undefined:
      return found(log.offsetOfTimestamp(Number(timestamp)), bounds)
    case 'latest':
      return errorCode === undefined ? at(endOffset, leaderEpoch, version) : { errorCode }
    case 'earliest':
    case 'earliest-local':
      return at(log.startOffset, earliestEpoch(log), version)
    case 'max-timestamp':
      return found(log.offsetOfMaxTimestamp(), bounds)
    default:
      // Nothing is stored in tiers.
      return {}
  }
}

/** The epoch that wrote at the log's start; -1 where it is not known. */
function earliestEpoch({ epochs, startOffset }: PartitionLog): number {
  const [first] = epochs.entries
  return first !== undefined && first.startOffset <= startOffset ? first.epoch : -1
}

/** An empty answer says -1 everywhere: there is no such record, or none that may be told of. */
function found(record: TimestampedOffset | undefined, { version, endOffset, errorCode }: Bounds): PartitionResponse {
  if (record === undefined || record.offset >= endOffset) return errorCode === undefined ? {} : { errorCode }
  return { timestamp: BigInt(record.timestamp), ...at(record.offset, record.leaderEpoch, version) }
}

function at(offset: number, leaderEpoch: number, version: number): PartitionResponse {
  return version < LEADER_EPOCH_SINCE ? { offset: BigInt(offset) } : { offset: BigInt(offset), leaderEpoch }
}
