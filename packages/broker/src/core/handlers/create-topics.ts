// CreateTopics 2-7. Each topic of a request is judged alone; a name that stands twice is refused (KIP-4).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { CreateTopicsRequest } from '@odradek/protocol/messages/create-topics-request'
import type { CreateTopicsResponse } from '@odradek/protocol/messages/create-topics-response'
import type { BrokerRecord, TopicCreated } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { topicConfigRules } from '../topics/topic-config.ts'
import { planTopic } from '../topics/topic-creation.ts'
import { collisionName } from '../topics/topic-name.ts'

type TopicResult = MessageInput<CreateTopicsResponse['topics'][number]>

const DYNAMIC_TOPIC_CONFIG = 1
const DEFAULT_CONFIG = 5

/** Handles CreateTopics. */
export function handleCreateTopics(
  state: BrokerState,
  { body }: BrokerRequest<CreateTopicsRequest>,
): Outcome<CreateTopicsResponse> {
  const records: BrokerRecord[] = []
  const planned = new Set<string>()
  const names = body.topics.map((topic) => topic.name)
  const topics = body.topics.map((wanted): TopicResult => {
    const { name } = wanted
    if (names.indexOf(name) !== names.lastIndexOf(name)) {
      return { name, errorCode: ErrorCode.INVALID_REQUEST, errorMessage: 'Duplicate topic name.' }
    }
    const plan = planTopic(state, wanted)
    if (!('type' in plan)) return { name, ...plan }
    if (planned.has(collisionName(name))) {
      const errorMessage = `Topic '${name}' collides with another topic of the request.`
      return { name, errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, errorMessage }
    }
    planned.add(collisionName(name))
    records.push(plan)
    return created(plan)
  })
  return answer({ topics }, body.validateOnly ? [] : records)
}

function created({ name, topicId, partitions, configs }: TopicCreated): TopicResult {
  const all = Object.entries(topicConfigRules).map(([config, rule]) => ({
    name: config,
    value: configs[config] ?? rule.default,
    configSource: config in configs ? DYNAMIC_TOPIC_CONFIG : DEFAULT_CONFIG,
  }))
  return { name, topicId, numPartitions: partitions, replicationFactor: 1, configs: all, errorMessage: null }
}
