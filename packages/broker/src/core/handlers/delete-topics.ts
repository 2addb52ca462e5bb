// DeleteTopics 1-6: by name, or from version 6 on by name or id (KIP-516).
import { ZERO_UUID } from '@odradek/bytes'
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { DeleteTopicsRequest } from '@odradek/protocol/messages/delete-topics-request'
import type { DeleteTopicsResponse } from '@odradek/protocol/messages/delete-topics-response'
import type { BrokerState } from '../broker-state.ts'
import type { TopicDeleted } from '../cluster/cluster-record.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

type Result = MessageInput<DeleteTopicsResponse['responses'][number]>

const TOPIC_STATES_SINCE = 6

/** Handles DeleteTopics. */
export function handleDeleteTopics(
  state: BrokerState,
  { body, version }: BrokerRequest<DeleteTopicsRequest>,
): Outcome<DeleteTopicsResponse> {
  const named =
    version >= TOPIC_STATES_SINCE ? body.topics : body.topicNames.map((name) => ({ name, topicId: ZERO_UUID }))
  const keyOf = ({ name, topicId }: { name: string | null; topicId: string }) => `${topicId} ${name ?? ''}`
  const keys = named.map(keyOf)
  const duplicates = named.filter(
    (topic, index) => keys.indexOf(keyOf(topic)) === index && keys.lastIndexOf(keyOf(topic)) > index,
  )
  const twice = new Set(duplicates.map(keyOf))
  const wanted = named.filter((topic) => !twice.has(keyOf(topic)))
  const records: TopicDeleted[] = []
  const responses = wanted.map(({ name, topicId }): Result => {
    const byId = topicId !== ZERO_UUID
    const given = { name, topicId }
    if (byId && name !== null) {
      const errorMessage = 'You may not specify both topic name and topic id.'
      return { ...given, errorCode: ErrorCode.INVALID_REQUEST, errorMessage }
    }
    if (!byId && name === null) {
      const errorMessage = 'Neither topic name nor id were specified.'
      return { ...given, errorCode: ErrorCode.INVALID_REQUEST, errorMessage }
    }
    const topic = state.topics.find(name ?? '', topicId, byId)
    if (topic === undefined) {
      const errorCode = byId ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
      return {
        ...given,
        errorCode,
        errorMessage: `This server does not host this topic${byId ? ' ID' : '-partition'}.`,
      }
    }
    records.push({ type: 'topic-deleted', topicId: topic.topicId })
    return { name: topic.name, topicId: topic.topicId }
  })
  for (const topic of duplicates) {
    responses.push({ ...topic, errorCode: ErrorCode.INVALID_REQUEST, errorMessage: 'Duplicate topic name.' })
  }
  return answer({ responses }, records)
}
