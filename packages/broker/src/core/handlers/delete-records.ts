// DeleteRecords 0-2: moves the start of logs on (KIP-107). Answered once the replicas that are alive have moved theirs.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { DeleteRecordsRequest } from '@odradek/protocol/messages/delete-records-request'
import type { DeleteRecordsResponse } from '@odradek/protocol/messages/delete-records-response'
import type { RecordsDeleted } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { findLeader } from '../replication/find-replica.ts'
import type { Replica } from '../replication/replica.ts'
import { answer, type BrokerRequest, type Outcome, partitionKey } from '../request.ts'
import { isInternalTopic } from '../topics/topic-name.ts'

type PartitionResult = MessageInput<DeleteRecordsResponse['topics'][number]['partitions'][number]>

const HIGH_WATERMARK = -1n

/** A partition whose followers have not all deleted yet. */
interface Pending {
  readonly topicId: string
  readonly partition: number
  readonly requiredOffset: number
  readonly result: PartitionResult
  isDone: boolean
}

/** Handles DeleteRecords. */
export function handleDeleteRecords(
  state: BrokerState,
  { body }: BrokerRequest<DeleteRecordsRequest>,
  nowMs: number,
): Outcome<DeleteRecordsResponse> {
  const records: RecordsDeleted[] = []
  const pending: Pending[] = []
  const topics = Array.from(offsetsByTopic(body), ([name, offsets]) => ({
    name,
    partitions: Array.from(offsets, ([partition, offset]) => {
      const replica = leaderOf(state, name, partition)
      const found = typeof replica === 'number' ? replica : offsetToDelete(replica, offset)
      if (typeof replica === 'number' || typeof found !== 'bigint') return failure(partition, found as number)
      return deleteUpTo(state, replica, Number(found), records, pending)
    }),
  }))
  if (pending.length === 0) return answer({ topics }, records)
  const tryAgain = (_nowMs: number, isLate: boolean): Outcome<DeleteRecordsResponse> | undefined => {
    for (const one of pending) settle(state, one)
    return isLate || pending.every(({ isDone }) => isDone) ? answer<DeleteRecordsResponse>({ topics }) : undefined
  }
  const partitions = pending.map(({ topicId, partition }) => partitionKey(topicId, partition))
  return { reply: { kind: 'wait', wait: { partitions, untilMs: nowMs + body.timeoutMs, tryAgain } }, records }
}

/** Of two entries for one partition the later one holds, as in Kafka. */
function offsetsByTopic({ topics }: DeleteRecordsRequest): Map<string, Map<number, bigint>> {
  const byTopic = new Map<string, Map<number, bigint>>()
  for (const { name, partitions } of topics) {
    const offsets = byTopic.get(name) ?? new Map<number, bigint>()
    byTopic.set(name, offsets)
    for (const { partitionIndex, offset } of partitions) offsets.set(partitionIndex, offset)
  }
  return byTopic
}

function failure(partitionIndex: number, errorCode: number): PartitionResult {
  return { partitionIndex, lowWatermark: -1n, errorCode }
}

function leaderOf(state: BrokerState, name: string, partition: number): Replica | number {
  const topic = state.topics.byName(name)
  if (topic?.partitions[partition] === undefined) return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
  return isInternalTopic(name) ? ErrorCode.INVALID_TOPIC_EXCEPTION : findLeader(state, topic, partition)
}

/** The offset that is asked for, or the error code that says why it cannot be. */
function offsetToDelete({ log }: Replica, asked: bigint): bigint | number {
  // A topic whose policy is empty, which keeps all, lets them be deleted.
  if (log.config.compact && !log.config.delete) return ErrorCode.POLICY_VIOLATION
  const offset = asked === HIGH_WATERMARK ? BigInt(log.highWatermark) : asked
  return offset < 0n || offset > BigInt(log.highWatermark) ? ErrorCode.OFFSET_OUT_OF_RANGE : offset
}

function deleteUpTo(
  state: BrokerState,
  replica: Replica,
  offset: number,
  records: RecordsDeleted[],
  pending: Pending[],
): PartitionResult {
  const { topicId, partition, log } = replica
  if (offset > log.startOffset) records.push({ type: 'records-deleted', topicId, partition, startOffset: offset })
  const lowWatermark = Math.min(Math.max(offset, log.startOffset), replica.followersStartOffset(isAlive(state)))
  const result = { partitionIndex: partition, lowWatermark: BigInt(lowWatermark), errorCode: ErrorCode.NONE as number }
  if (lowWatermark >= offset) return result
  result.errorCode = ErrorCode.REQUEST_TIMED_OUT
  pending.push({ topicId, partition, requiredOffset: offset, result, isDone: false })
  return result
}

function settle(state: BrokerState, pending: Pending): void {
  if (pending.isDone) return
  const replica = state.replicas.find(pending.topicId, pending.partition)
  const isLeader = replica?.isLeader === true
  const lowWatermark = isLeader ? Math.min(replica.log.startOffset, replica.followersStartOffset(isAlive(state))) : -1
  if (isLeader && lowWatermark < pending.requiredOffset) return
  const gone = replica === undefined ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.NOT_LEADER_OR_FOLLOWER
  pending.isDone = true
  Object.assign(pending.result, { lowWatermark: BigInt(lowWatermark), errorCode: isLeader ? ErrorCode.NONE : gone })
}

function isAlive({ cluster }: BrokerState): (brokerId: number) => boolean {
  return (brokerId) => cluster.brokers.isAlive(brokerId)
}
