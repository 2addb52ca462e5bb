// CreateTopics 2-7. Each topic of a request is judged alone; a name that stands twice is refused once, at the end (KIP-4).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { CreateTopicsRequest } from '@odradek/protocol/messages/create-topics-request'
import type { CreateTopicsResponse } from '@odradek/protocol/messages/create-topics-response'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import type { TopicCreated } from '../cluster/cluster-record.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { describeTopicConfigs } from '../config/describe-configs.ts'
import { planTopic } from '../topics/topic-creation.ts'

type TopicResult = MessageInput<CreateTopicsResponse['topics'][number]>

/** Handles CreateTopics. */
export function handleCreateTopics(
  state: BrokerState,
  { body }: BrokerRequest<CreateTopicsRequest>,
): Outcome<CreateTopicsResponse> {
  const records: BrokerRecord[] = []
  const names = body.topics.map((topic) => topic.name)
  const duplicates = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  const topics = body.topics
    .filter(({ name }) => !duplicates.has(name))
    .map((wanted): TopicResult => {
      const plan = planTopic(state, wanted)
      if (!('type' in plan)) return { name: wanted.name, ...plan }
      records.push(plan)
      return created(state, plan)
    })
  for (const name of duplicates) {
    topics.push({ name, errorCode: ErrorCode.INVALID_REQUEST, errorMessage: 'Duplicate topic name.' })
  }
  return answer({ topics }, body.validateOnly ? [] : records)
}

function created(state: BrokerState, { name, topicId, partitions, configs }: TopicCreated): TopicResult {
  const places = { numPartitions: partitions.length, replicationFactor: partitions[0]!.replicas.length }
  return { name, topicId, ...places, configs: describeTopicConfigs(state.configContext, configs), errorMessage: null }
}
