// OffsetCommit 2-10; by topic id from version 10 on (KIP-848).
import { ErrorCode } from '@odradek/protocol'
import type { OffsetCommitRequest } from '@odradek/protocol/messages/offset-commit-request'
import type { OffsetCommitResponse } from '@odradek/protocol/messages/offset-commit-response'
import { utf8Length } from '@odradek/bytes'
import type { OffsetCommitted } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { beginGroupRequest } from './group-request.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import type { Topic } from '../topics/topic-store.ts'

type PartitionCommit = OffsetCommitRequest['topics'][number]['partitions'][number]

const TOPIC_IDS_SINCE = 10

/** Handles OffsetCommit. */
export function handleOffsetCommit(
  state: BrokerState,
  request: BrokerRequest<OffsetCommitRequest>,
  nowMs: number,
): Outcome<OffsetCommitResponse> {
  const { body, version, receivedAtMs } = request
  const byId = version >= TOPIC_IDS_SINCE
  const notHere = beginGroupRequest(state, request, body.groupId, nowMs)
  const groupError = notHere ?? state.groups.commitError(body, version, nowMs)
  const records: OffsetCommitted[] = []
  const topics = body.topics.map(({ name, topicId, partitions }) => {
    const topic = state.topics.find(name, topicId, byId)
    return {
      name,
      topicId,
      partitions: partitions.map((commit) => {
        const { partitionIndex } = commit
        const errorCode =
          partitionError(state, topic, commit, byId) ??
          (isLate(groupError) && mayCommitLate(state, body, topic!, partitionIndex) ? undefined : groupError)
        if (errorCode !== undefined) return { partitionIndex, errorCode }
        records.push(committed(body.groupId, topic!, commit, receivedAtMs))
        return { partitionIndex }
      }),
    }
  })
  return answer({ topics }, records)
}

/** The member has moved on since it sent the commit. */
function isLate(errorCode: number | undefined): boolean {
  return errorCode === ErrorCode.STALE_MEMBER_EPOCH || errorCode === ErrorCode.ILLEGAL_GENERATION
}

function mayCommitLate(
  { groups }: BrokerState,
  { groupId, memberId, generationIdOrMemberEpoch: memberEpoch }: OffsetCommitRequest,
  { topicId }: Topic,
  partition: number,
): boolean {
  return groups.mayCommitLate(groupId, memberId, memberEpoch, topicId, partition)
}

function partitionError(
  state: BrokerState,
  topic: Topic | undefined,
  { partitionIndex, committedMetadata }: PartitionCommit,
  byId: boolean,
): number | undefined {
  if (topic === undefined && byId) return ErrorCode.UNKNOWN_TOPIC_ID
  if (topic?.partitions[partitionIndex] === undefined) return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
  const size = committedMetadata === null ? 0 : utf8Length(committedMetadata)
  return size > state.config.offsetMetadataMaxBytes ? ErrorCode.OFFSET_METADATA_TOO_LARGE : undefined
}

function committed(groupId: string, topic: Topic, commit: PartitionCommit, commitTimestampMs: number): OffsetCommitted {
  return {
    type: 'offset-committed',
    groupId,
    topicId: topic.topicId,
    topic: topic.name,
    partition: commit.partitionIndex,
    offset: commit.committedOffset,
    leaderEpoch: commit.committedLeaderEpoch,
    metadata: commit.committedMetadata ?? '',
    commitTimestampMs,
  }
}
