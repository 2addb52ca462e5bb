// DescribeShareGroupOffsets 0-1, AlterShareGroupOffsets 0 and DeleteShareGroupOffsets 0 (KIP-932): where a share group has come to.
import { ErrorCode, errorMessage, type MessageInput } from '@odradek/protocol'
import type { AlterShareGroupOffsetsRequest } from '@odradek/protocol/messages/alter-share-group-offsets-request'
import type { AlterShareGroupOffsetsResponse } from '@odradek/protocol/messages/alter-share-group-offsets-response'
import type { DeleteShareGroupOffsetsRequest } from '@odradek/protocol/messages/delete-share-group-offsets-request'
import type { DeleteShareGroupOffsetsResponse } from '@odradek/protocol/messages/delete-share-group-offsets-response'
import type { DescribeShareGroupOffsetsRequest } from '@odradek/protocol/messages/describe-share-group-offsets-request'
import type { DescribeShareGroupOffsetsResponse } from '@odradek/protocol/messages/describe-share-group-offsets-response'
import { ZERO_UUID } from '@odradek/bytes'
import type { BrokerState } from '../broker-state.ts'
import { type Refusal, refuse } from '../group/refusal.ts'
import { findLeader } from '../replication/find-replica.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { beginGroupRequest } from './group-request.ts'

type DescribedGroup = MessageInput<DescribeShareGroupOffsetsResponse['groups'][number]>
type DescribedPartition = NonNullable<NonNullable<DescribedGroup['topics']>[number]['partitions']>[number]

const LAG_SINCE = 1
const UNKNOWN_TOPIC = errorMessage(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)

/** Handles DescribeShareGroupOffsets. */
export function handleDescribeShareGroupOffsets(
  state: BrokerState,
  request: BrokerRequest<DescribeShareGroupOffsetsRequest>,
  nowMs: number,
): Outcome<DescribeShareGroupOffsetsResponse> {
  const groups = request.body.groups.map(({ groupId, topics }): DescribedGroup => {
    const error = beginGroupRequest(state, request, groupId, nowMs)
    if (error !== undefined) return { groupId, errorCode: error, errorMessage: errorMessage(error) }
    const wanted = topics ?? topicsOf(state, groupId)
    return { groupId, topics: wanted.map((topic) => describeTopic(state, groupId, topic, request.version)) }
  })
  return answer({ groups })
}

/** All partitions that a group has begun to read. */
function topicsOf(state: BrokerState, groupId: string): { topicName: string; partitions: number[] }[] {
  return [...state.shares.topicIdsOf(groupId)].flatMap((topicId) => {
    const topic = state.topics.byId(topicId)
    if (topic === undefined) return []
    const partitions = [...topic.partitions.keys()].filter((index) => state.shares.find(groupId, topicId, index))
    return [{ topicName: topic.name, partitions }]
  })
}

function describeTopic(
  state: BrokerState,
  groupId: string,
  { topicName, partitions }: { topicName: string; partitions: readonly number[] },
  version: number,
) {
  const topic = state.topics.byName(topicName)
  const described = partitions.map((partitionIndex): DescribedPartition => {
    if (topic === undefined) {
      const unknown = { errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: UNKNOWN_TOPIC }
      return { partitionIndex, startOffset: -1n, ...unknown }
    }
    const sharePartition = state.shares.find(groupId, topic.topicId, partitionIndex)
    const replica = findLeader(state, topic, partitionIndex)
    const none = { partitionIndex, startOffset: -1n, leaderEpoch: 0 }
    if (sharePartition === undefined || typeof replica === 'number') return none
    const { log, leaderEpoch } = replica
    const startOffset = BigInt(sharePartition.startOffset)
    if (version < LAG_SINCE) return { partitionIndex, startOffset, leaderEpoch }
    return { partitionIndex, startOffset, leaderEpoch, lag: BigInt(sharePartition.lag(log.highWatermark)) }
  })
  return { topicName, topicId: topic?.topicId ?? ZERO_UUID, partitions: described }
}

/** Handles AlterShareGroupOffsets: an empty group goes on from other offsets, and one that is not there comes to be. */
export function handleAlterShareGroupOffsets(
  state: BrokerState,
  request: BrokerRequest<AlterShareGroupOffsetsRequest>,
  nowMs: number,
): Outcome<AlterShareGroupOffsetsResponse> {
  const { groupId, topics } = request.body
  const isNew = state.groups.group(groupId) === undefined
  const fault = emptyGroupFault(state, request, groupId, nowMs)
  if (fault !== undefined && !(isNew && fault.errorCode === ErrorCode.GROUP_ID_NOT_FOUND)) {
    return answer({ ...fault, responses: [] })
  }
  const isAnyKnown = topics.some(({ topicName }) => state.topics.byName(topicName) !== undefined)
  const records = isNew && isAnyKnown ? state.groups.createShareGroup(groupId, nowMs) : []
  const responses = topics.map(({ topicName, partitions }) => {
    const topic = state.topics.byName(topicName)
    const answers = partitions.map(({ partitionIndex, startOffset }) => {
      const replica =
        topic === undefined ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : findLeader(state, topic, partitionIndex)
      if (typeof replica === 'number') {
        return { partitionIndex, errorCode: replica, errorMessage: errorMessage(replica) }
      }
      state.shares.reset(groupId, replica, Number(startOffset))
      return { partitionIndex }
    })
    return { topicName, topicId: topic?.topicId ?? ZERO_UUID, partitions: answers }
  })
  return answer({ responses }, records)
}

/** Handles DeleteShareGroupOffsets: an empty group forgets topics. */
export function handleDeleteShareGroupOffsets(
  state: BrokerState,
  request: BrokerRequest<DeleteShareGroupOffsetsRequest>,
  nowMs: number,
): Outcome<DeleteShareGroupOffsetsResponse> {
  const { groupId, topics } = request.body
  const fault = emptyGroupFault(state, request, groupId, nowMs)
  if (fault !== undefined) return answer({ ...fault, responses: [] })
  const responses = topics.map(({ topicName }) => {
    const topic = state.topics.byName(topicName)
    if (topic === undefined) {
      return { topicName, errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: UNKNOWN_TOPIC }
    }
    state.shares.remove(groupId, topic.topicId)
    return { topicName, topicId: topic.topicId }
  })
  return answer({ responses })
}

function emptyGroupFault(
  state: BrokerState,
  request: BrokerRequest<unknown>,
  groupId: string,
  nowMs: number,
): Refusal | undefined {
  const error = beginGroupRequest(state, request, groupId, nowMs)
  if (error !== undefined) return refuse(error, errorMessage(error))
  if (groupId === '') return refuse(ErrorCode.INVALID_GROUP_ID, 'The group id is invalid.')
  const group = state.groups.group(groupId)
  if (group === undefined) return refuse(ErrorCode.GROUP_ID_NOT_FOUND, `Group ${groupId} not found.`)
  if (group.type !== 'share') return refuse(ErrorCode.GROUP_ID_NOT_FOUND, `Group ${groupId} is not a share group.`)
  return group.state === 'Empty'
    ? undefined
    : refuse(ErrorCode.NON_EMPTY_GROUP, errorMessage(ErrorCode.NON_EMPTY_GROUP))
}
