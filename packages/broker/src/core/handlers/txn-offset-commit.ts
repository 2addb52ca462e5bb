// TxnOffsetCommit 0-5: commits offsets of a group within a transaction; they count when that is committed. From version 3 on the
// member is checked (KIP-447); from version 5 on the group's partition is taken into the transaction with it (KIP-890).
import { ErrorCode } from '@odradek/protocol'
import { utf8Length } from '@odradek/bytes'
import type { TxnOffsetCommitRequest } from '@odradek/protocol/messages/txn-offset-commit-request'
import type { TxnOffsetCommitResponse } from '@odradek/protocol/messages/txn-offset-commit-response'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { joinForOffsets } from '../transaction/offsets-of-transaction.ts'

type PartitionCommit = TxnOffsetCommitRequest['topics'][number]['partitions'][number]

/** Handles TxnOffsetCommit. */
export function handleTxnOffsetCommit(
  state: BrokerState,
  request: BrokerRequest<TxnOffsetCommitRequest>,
  nowMs: number,
): Outcome<TxnOffsetCommitResponse> {
  const { body } = request
  const errors = body.topics.map(({ name, partitions }) =>
    partitions.map((commit) => partitionError(state, name, commit)),
  )
  const isAnyLeft = errors.some((topic) => topic.includes(undefined))
  const joined = isAnyLeft ? join(state, request, nowMs) : { errorCode: ErrorCode.NONE, records: [] }
  const records: BrokerRecord[] = [...joined.records]
  const topics = body.topics.map(({ name, partitions }, topicIndex) => ({
    name,
    partitions: partitions.map((commit, index) => {
      const { partitionIndex } = commit
      const isLate =
        errors[topicIndex]![index] === undefined &&
        joined.errorCode === ErrorCode.ILLEGAL_GENERATION &&
        mayCommitLate(state, body, name, partitionIndex)
      const error = errors[topicIndex]![index] ?? (isLate ? undefined : joined.errorCode || undefined)
      if (error !== undefined) return { partitionIndex, errorCode: error }
      const size = commit.committedMetadata === null ? 0 : utf8Length(commit.committedMetadata)
      if (size > state.config.offsetMetadataMaxBytes) {
        return { partitionIndex, errorCode: ErrorCode.OFFSET_METADATA_TOO_LARGE }
      }
      records.push(committed(state, request, name, commit))
      return { partitionIndex }
    }),
  }))
  return answer({ topics }, records)
}

function partitionError(state: BrokerState, name: string, { partitionIndex }: PartitionCommit): number | undefined {
  const exists = state.topics.byName(name)?.partitions[partitionIndex] !== undefined
  return exists ? undefined : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
}

function join(
  state: BrokerState,
  { body, version, receivedAtMs }: BrokerRequest<TxnOffsetCommitRequest>,
  nowMs: number,
) {
  const joined = joinForOffsets(state, body, version, receivedAtMs)
  if (joined.errorCode !== ErrorCode.NONE) return joined
  const groupError = memberErrorOf(state, body, version, nowMs)
  return groupError === undefined ? joined : { errorCode: groupError, records: joined.records }
}

/** A producer that names no member is taken at its word; older ones cannot name any. */
function memberErrorOf(
  state: BrokerState,
  { groupId, memberId, generationId, groupInstanceId }: TxnOffsetCommitRequest,
  version: number,
  nowMs: number,
): number | undefined {
  if (memberId === '' && generationId < 0 && groupInstanceId === null) return undefined
  const commit = { groupId, memberId, groupInstanceId, generationIdOrMemberEpoch: generationId, retentionTimeMs: -1n }
  const error = state.groups.commitError({ ...commit, topics: [] }, version, nowMs, true)
  // Clients know what to do about a generation that has passed; those of transactions were never taught about epochs.
  return error === ErrorCode.STALE_MEMBER_EPOCH ? ErrorCode.ILLEGAL_GENERATION : error
}

/** The member has moved on since, and has kept the partition. */
function mayCommitLate(
  { groups, topics }: BrokerState,
  { groupId, memberId, generationId }: TxnOffsetCommitRequest,
  topic: string,
  partition: number,
): boolean {
  const { topicId } = topics.byName(topic)!
  return groups.mayCommitLate(groupId, memberId, generationId, topicId, partition)
}

function committed(
  state: BrokerState,
  { body, receivedAtMs }: BrokerRequest<TxnOffsetCommitRequest>,
  topic: string,
  commit: PartitionCommit,
): BrokerRecord {
  return {
    type: 'transaction-offset-committed',
    producerId: body.producerId,
    producerEpoch: body.producerEpoch,
    offset: {
      type: 'offset-committed',
      groupId: body.groupId,
      topicId: state.topics.byName(topic)!.topicId,
      topic,
      partition: commit.partitionIndex,
      offset: commit.committedOffset,
      leaderEpoch: commit.committedLeaderEpoch,
      metadata: commit.committedMetadata ?? '',
      commitTimestampMs: receivedAtMs,
    },
  }
}
