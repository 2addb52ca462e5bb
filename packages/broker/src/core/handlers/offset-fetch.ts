// OffsetFetch 1-10: the offsets that a group, or from version 8 on several groups, committed (KIP-709); -1 where there is none. Members of
// consumer groups say who they are from version 9 on (KIP-848). Where only stable offsets are wanted, those of open transactions hold up
// the answer (KIP-447).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { OffsetFetchRequest } from '@odradek/protocol/messages/offset-fetch-request'
import type { OffsetFetchResponse } from '@odradek/protocol/messages/offset-fetch-response'
import type { BrokerState } from '../broker-state.ts'
import type { CommittedOffset } from '../group/offset-store.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { beginGroupRequest } from './group-request.ts'

type GroupOffsets = MessageInput<OffsetFetchResponse['groups'][number]>
type TopicOffsets = NonNullable<GroupOffsets['topics']>[number]
type PartitionOffset = NonNullable<TopicOffsets['partitions']>[number]

interface WantedTopic {
  readonly name: string
  readonly topicId?: string
  readonly partitionIndexes: readonly number[]
}

interface WantedGroup {
  readonly groupId: string
  readonly memberId: string | null
  readonly memberEpoch: number
  readonly topics: readonly WantedTopic[] | null
}

const GROUP_ERROR_SINCE = 2
const GROUPS_SINCE = 8
const TOPIC_IDS_SINCE = 10

/** Handles OffsetFetch. */
export function handleOffsetFetch(
  state: BrokerState,
  request: BrokerRequest<OffsetFetchRequest>,
  nowMs: number,
): Outcome<OffsetFetchResponse> {
  const { body, version } = request
  if (version >= GROUPS_SINCE) {
    return answer({ groups: body.groups.map((group) => offsetsOf(state, request, group, nowMs)) })
  }
  const wanted = { groupId: body.groupId, memberId: null, memberEpoch: -1, topics: body.topics }
  const { topics = [], errorCode } = offsetsOf(state, request, wanted, nowMs)
  if (errorCode === undefined || version >= GROUP_ERROR_SINCE) return answer({ topics, errorCode: errorCode ?? 0 })
  // Version 1 has no place for an error of the group: each partition carries it.
  const failed = (body.topics ?? []).map(({ name, partitionIndexes }) => ({
    name,
    partitions: partitionIndexes.map((partitionIndex) => ({ ...none(partitionIndex), errorCode })),
  }))
  return answer({ topics: failed })
}

function offsetsOf(
  state: BrokerState,
  request: BrokerRequest<OffsetFetchRequest>,
  { groupId, memberId, memberEpoch, topics: wanted }: WantedGroup,
  nowMs: number,
): GroupOffsets {
  const errorCode =
    beginGroupRequest(state, request, groupId, nowMs) ?? state.groups.fetchError(groupId, memberId, memberEpoch)
  if (errorCode !== undefined) return { groupId, errorCode, topics: [] }
  const { requireStable } = request.body
  if (wanted === null) return { groupId, topics: allOffsets(state, groupId, requireStable) }
  const byId = request.version >= TOPIC_IDS_SINCE
  const topics = wanted.map(({ name, topicId = '', partitionIndexes }) => {
    const topic = state.topics.find(name, topicId, byId)
    const partitions = partitionIndexes.map((partitionIndex): PartitionOffset => {
      if (topic === undefined) {
        return byId ? { ...none(partitionIndex), errorCode: ErrorCode.UNKNOWN_TOPIC_ID } : none(partitionIndex)
      }
      return offsetOf(state, groupId, topic.topicId, partitionIndex, requireStable)
    })
    return { name, topicId, partitions }
  })
  return { groupId, topics }
}

function offsetOf(
  state: BrokerState,
  groupId: string,
  topicId: string,
  partition: number,
  requireStable: boolean,
): PartitionOffset {
  if (requireStable && state.offsets.hasPending(groupId, topicId, partition)) {
    return { ...none(partition), errorCode: ErrorCode.UNSTABLE_OFFSET_COMMIT }
  }
  const offset = state.offsets.find(groupId, topicId, partition)
  return offset === undefined ? none(partition) : committed(offset)
}

function allOffsets(state: BrokerState, groupId: string, requireStable: boolean): TopicOffsets[] {
  const topics = new Map<string, { name: string; topicId: string; partitions: PartitionOffset[] }>()
  for (const { topicId, topic: name, partition } of state.offsets.ofGroup(groupId)) {
    const topic = topics.get(topicId) ?? { name, topicId, partitions: [] }
    topics.set(topicId, topic)
    topic.partitions.push(offsetOf(state, groupId, topicId, partition, requireStable))
  }
  return [...topics.values()]
}

function none(partitionIndex: number): PartitionOffset {
  return { partitionIndex, committedOffset: -1n, committedLeaderEpoch: -1, metadata: '' }
}

function committed({ partition, offset, leaderEpoch, metadata }: CommittedOffset): PartitionOffset {
  return { partitionIndex: partition, committedOffset: offset, committedLeaderEpoch: leaderEpoch, metadata }
}
