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
import type { ShareGroup } from '../group/share/share-group.ts'
import { toList } from '../group/topic-partitions.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { beginAt, describeOffset, forgetTopic, type ShareOffset } from '../share/share-offsets.ts'
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
    return { groupId, topics: wanted.map((topic) => describeTopic(state, groupId, topic, request.version, nowMs)) }
  })
  return answer({ groups })
}

/** All partitions with which a group has begun. */
function topicsOf(state: BrokerState, groupId: string): { topicName: string; partitions: number[] }[] {
  const group = state.groups.group(groupId)
  if (group?.type !== 'share') return []
  return toList(group.initialized).flatMap(({ topicId, partitions }) => {
    const topic = state.topics.byId(topicId)
    return topic === undefined ? [] : [{ topicName: topic.name, partitions }]
  })
}

function describeTopic(
  state: BrokerState,
  groupId: string,
  { topicName, partitions }: { topicName: string; partitions: readonly number[] },
  version: number,
  nowMs: number,
) {
  const topic = state.topics.byName(topicName)
  const described = partitions.map((partitionIndex): DescribedPartition => {
    const none = { partitionIndex, startOffset: -1n, leaderEpoch: 0 }
    if (topic?.partitions[partitionIndex] === undefined) {
      return { ...none, errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: UNKNOWN_TOPIC }
    }
    const offset = describeOffset(state, groupId, topic, partitionIndex, nowMs)
    if (typeof offset === 'number') return { ...none, errorCode: offset, errorMessage: errorMessage(offset) }
    const { startOffset, leaderEpoch, lag } = offset
    return { partitionIndex, startOffset, leaderEpoch, ...(version >= LAG_SINCE && { lag }) }
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
  const offsets = topics.flatMap(({ topicName, partitions }) => {
    const topic = state.topics.byName(topicName)
    return partitions.flatMap(({ partitionIndex: partition, startOffset }): ShareOffset[] =>
      topic?.partitions[partition] === undefined ? [] : [{ topicId: topic.topicId, partition, startOffset }],
    )
  })
  const created = isNew && offsets.length > 0 ? state.groups.createShareGroup(groupId, nowMs) : []
  const group = state.groups.group(groupId)
  const begun = group?.type === 'share' ? beginAt(state, group, offsets, nowMs) : { errors: [], records: [] }
  state.shares.remove(groupId)
  const errors = begun.errors.values()
  const responses = topics.map(({ topicName, partitions }) => {
    const topic = state.topics.byName(topicName)
    const answers = partitions.map(({ partitionIndex }) => {
      const isKnown = topic?.partitions[partitionIndex] !== undefined
      const error = isKnown ? errors.next().value! : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
      return error === ErrorCode.NONE ? { partitionIndex } : { partitionIndex, ...refuse(error, errorMessage(error)) }
    })
    return { topicName, topicId: topic?.topicId ?? ZERO_UUID, partitions: answers }
  })
  return answer({ responses }, [...created, ...begun.records])
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
  const group = state.groups.group(groupId) as ShareGroup
  const left = new Map(group.initialized)
  const responses = topics.map(({ topicName }) => {
    const topic = state.topics.byName(topicName)
    if (topic === undefined) return { topicName, ...refuse(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, UNKNOWN_TOPIC) }
    const { topicId } = topic
    if (!left.has(topicId)) return { topicName, ...NOTHING_TO_DELETE }
    const error = forgetTopic(state, group, topicId, nowMs)
    if (error !== ErrorCode.NONE) return { topicName, topicId, ...refuse(error, errorMessage(error)) }
    left.delete(topicId)
    state.shares.remove(groupId, topicId)
    return { topicName, topicId }
  })
  const isChanged = left.size < group.initialized.size
  return answer({ responses }, isChanged ? state.groups.noteShareState(groupId, left, nowMs) : [])
}

const NOTHING_TO_DELETE = refuse(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, 'There is no offset information to delete.')

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
