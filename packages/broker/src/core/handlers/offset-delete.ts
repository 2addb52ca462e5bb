// OffsetDelete 0 (KIP-496): takes committed offsets of a group away, but not those of topics that its members subscribe to.
import { ErrorCode } from '@odradek/protocol'
import type { OffsetDeleteRequest } from '@odradek/protocol/messages/offset-delete-request'
import type { OffsetDeleteResponse } from '@odradek/protocol/messages/offset-delete-response'
import type { OffsetDeleted } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { beginGroupRequest } from './group-request.ts'

/** Handles OffsetDelete. */
export function handleOffsetDelete(
  state: BrokerState,
  request: BrokerRequest<OffsetDeleteRequest>,
  nowMs: number,
): Outcome<OffsetDeleteResponse> {
  const { groupId, topics: wanted } = request.body
  if (groupId === '') return answer({ errorCode: ErrorCode.INVALID_GROUP_ID })
  const error = beginGroupRequest(state, request, groupId, nowMs)
  if (error !== undefined) return answer({ errorCode: error })
  const subscribed = state.groups.topicsInUse(groupId)
  if (typeof subscribed === 'number') return answer({ errorCode: subscribed })
  const records: OffsetDeleted[] = []
  const topics = wanted.map(({ name, partitions }) => {
    const topic = state.topics.byName(name)
    return {
      name,
      partitions: partitions.map(({ partitionIndex }) => {
        if (topic?.partitions[partitionIndex] === undefined) {
          return { partitionIndex, errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION }
        }
        if (subscribed.has(name)) return { partitionIndex, errorCode: ErrorCode.GROUP_SUBSCRIBED_TO_TOPIC }
        const { topicId } = topic
        if (state.offsets.find(groupId, topicId, partitionIndex) !== undefined) {
          records.push({ type: 'offset-deleted', groupId, topicId, topic: name, partition: partitionIndex })
        }
        return { partitionIndex }
      }),
    }
  })
  return answer({ topics }, records)
}
