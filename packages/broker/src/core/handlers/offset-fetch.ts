// OffsetFetch 1-10: the offsets that a group, or from version 8 on several groups, committed (KIP-709); -1 where there is none.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { OffsetFetchRequest } from '@odradek/protocol/messages/offset-fetch-request'
import type { OffsetFetchResponse } from '@odradek/protocol/messages/offset-fetch-response'
import type { BrokerState } from '../broker-state.ts'
import type { CommittedOffset } from '../group/offset-store.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

type TopicOffsets = MessageInput<OffsetFetchResponse['groups'][number]['topics'][number]>
type PartitionOffset = NonNullable<TopicOffsets['partitions']>[number]

interface WantedTopic {
  readonly name: string
  readonly topicId?: string
  readonly partitionIndexes: readonly number[]
}

const GROUPS_SINCE = 8
const TOPIC_IDS_SINCE = 10

/** Handles OffsetFetch. */
export function handleOffsetFetch(
  state: BrokerState,
  { body, version }: BrokerRequest<OffsetFetchRequest>,
): Outcome<OffsetFetchResponse> {
  const byId = version >= TOPIC_IDS_SINCE
  if (version < GROUPS_SINCE)
    return answer({ topics: offsetsOf(state, body.groupId, body.topics, byId, body.requireStable) })
  const groups = body.groups.map(({ groupId, topics }) => ({
    groupId,
    topics: offsetsOf(state, groupId, topics, byId, body.requireStable),
  }))
  return answer({ groups })
}

function offsetsOf(
  state: BrokerState,
  groupId: string,
  wanted: readonly WantedTopic[] | null,
  byId: boolean,
  requireStable: boolean,
): TopicOffsets[] {
  if (wanted === null) return allOffsets(state, groupId, requireStable)
  return wanted.map(({ name, topicId = '', partitionIndexes }) => {
    const topic = state.topics.find(name, topicId, byId)
    const partitions = partitionIndexes.map((partitionIndex): PartitionOffset => {
      if (topic === undefined && byId) return { ...none(partitionIndex), errorCode: ErrorCode.UNKNOWN_TOPIC_ID }
      if (topic !== undefined && requireStable && state.offsets.hasPending(groupId, topic.topicId, partitionIndex)) {
        return { ...none(partitionIndex), errorCode: ErrorCode.UNSTABLE_OFFSET_COMMIT }
      }
      const offset = topic && state.offsets.find(groupId, topic.topicId, partitionIndex)
      return offset === undefined ? none(partitionIndex) : committed(offset)
    })
    return { name, topicId, partitions }
  })
}

function allOffsets(state: BrokerState, groupId: string, requireStable: boolean): TopicOffsets[] {
  const topics = new Map<string, { name: string; topicId: string; partitions: PartitionOffset[] }>()
  for (const offset of state.offsets.ofGroup(groupId)) {
    const { topicId, topic: name } = offset
    const topic = topics.get(topicId) ?? { name, topicId, partitions: [] }
    topics.set(topicId, topic)
    const isPending = requireStable && state.offsets.hasPending(groupId, topicId, offset.partition)
    topic.partitions.push(
      isPending ? { ...none(offset.partition), errorCode: ErrorCode.UNSTABLE_OFFSET_COMMIT } : committed(offset),
    )
  }
  return [...topics.values()]
}

function none(partitionIndex: number): PartitionOffset {
  return { partitionIndex, committedOffset: -1n, committedLeaderEpoch: -1, metadata: '' }
}

function committed({ partition, offset, leaderEpoch, metadata }: CommittedOffset): PartitionOffset {
  return { partitionIndex: partition, committedOffset: offset, committedLeaderEpoch: leaderEpoch, metadata }
}
