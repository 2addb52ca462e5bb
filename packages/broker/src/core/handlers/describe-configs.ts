// DescribeConfigs 1-4, of topics (KIP-226, KIP-569). A broker's own configs are its options; here it has none to show.
import { ErrorCode, errorMessage, type MessageInput } from '@odradek/protocol'
import type { DescribeConfigsRequest } from '@odradek/protocol/messages/describe-configs-request'
import type { DescribeConfigsResponse } from '@odradek/protocol/messages/describe-configs-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { type ConfigType, topicConfigRules, topicConfigSource } from '../topics/topic-config.ts'
import { topicNameError } from '../topics/topic-name.ts'
import type { Topic } from '../topics/topic-store.ts'

type Result = MessageInput<DescribeConfigsResponse['results'][number]>
type Resource = DescribeConfigsRequest['resources'][number]
type Config = NonNullable<Result['configs']>[number]

const TOPIC = 2
const BROKER = 4
const KNOWN_TYPES = [TOPIC, BROKER]
const DEFAULT_SOURCE = 5
const CONFIG_TYPES: Readonly<Record<ConfigType, number>> = {
  boolean: 1,
  string: 2,
  int: 3,
  long: 5,
  double: 6,
  list: 7,
}

/** Handles DescribeConfigs. */
export function handleDescribeConfigs(
  state: BrokerState,
  { body, version }: BrokerRequest<DescribeConfigsRequest>,
): Outcome<DescribeConfigsResponse> {
  // A type that there is not spoils the whole request, as in Kafka.
  const isKnown = body.resources.every(({ resourceType }) => KNOWN_TYPES.includes(resourceType))
  const results = body.resources.map((resource): Result => {
    const { resourceType, resourceName } = resource
    const unknown = { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: errorMessage(ErrorCode.INVALID_REQUEST) }
    const result = isKnown ? describe(state, resource, body.includeSynonyms, version) : unknown
    return { resourceType, resourceName, ...result }
  })
  return answer({ results })
}

function describe(state: BrokerState, resource: Resource, includeSynonyms: boolean, version: number): Result {
  const { resourceType, resourceName } = resource
  if (resourceType === BROKER) return describeBroker(state, resourceName)
  const nameError = topicNameError(resourceName)
  if (nameError !== undefined) return { errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, errorMessage: nameError }
  const topic = state.topics.byName(resourceName)
  if (topic === undefined) return { errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: null }
  const wanted = resource.configurationKeys
  const names = Object.keys(topicConfigRules).filter((name) => wanted === null || wanted.includes(name))
  return { errorMessage: '', configs: names.map((name) => describeConfig(topic, name, includeSynonyms, version)) }
}

function describeBroker(state: BrokerState, name: string): Result {
  // The empty name means the defaults of all brokers, of which none are set.
  if (name === '' || name === String(state.config.nodeId)) return { errorMessage: '', configs: [] }
  const message = `Unexpected broker id, expected ${state.config.nodeId} or empty string, but received ${name}`
  return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: message }
}

function describeConfig(topic: Topic, name: string, includeSynonyms: boolean, version: number): Config {
  const rule = topicConfigRules[name]!
  const configSource = topicConfigSource(name, topic.configs)
  const isOwn = Object.hasOwn(topic.configs, name)
  const own = isOwn ? [{ name, value: topic.configs[name]!, source: configSource }] : []
  const config = { name, value: topic.config(name), readOnly: false, isSensitive: false, configSource }
  const synonyms = includeSynonyms ? [...own, { name, value: rule.default, source: rule.source ?? DEFAULT_SOURCE }] : []
  return version >= 3
    ? { ...config, synonyms, configType: CONFIG_TYPES[rule.type], documentation: null }
    : { ...config, synonyms }
}
