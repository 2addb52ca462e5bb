// The configs of a resource as DescribeConfigs shows them (Kafka's ConfigHelper): value, source, synonyms, type and text.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { DescribeConfigsResponse } from '@odradek/protocol/messages/describe-configs-response'
import { topicNameError } from '../topics/topic-name.ts'
import { brokerConfigDefinition, isSensitive, type ConfigSynonym } from './broker-configs.ts'
import { loggerLevels } from './broker-loggers.ts'
import { type ConfigContext, ownConfigs } from './config-context.ts'
import type { ConfigDefinition, ConfigType } from './config-definition.ts'
import { ConfigResourceType, ConfigSource } from './config-source.ts'
import { isDynamic } from './dynamic-broker-checks.ts'
import {
  clientMetricsConfigDefinitions,
  groupConfigDefinitions,
  topicConfigDefinitions,
} from './generated/kafka-configs.ts'
import { groupConfigSynonym, groupConfigValue } from './group-config-checks.ts'

type Result = MessageInput<DescribeConfigsResponse['results'][number]>
type Config = NonNullable<Result['configs']>[number]

/** What Kafka says of a request for which it has nothing better to say. */
export const MALFORMED =
  'This most likely occurs because of a request being malformed by the client library or the message was sent to an incompatible broker. See the broker logs for more details.'

/** What DescribeConfigs wants to see of each config. */
export interface ConfigDetails {
  readonly synonyms: boolean
  readonly documentation: boolean
}

const { TOPIC, BROKER, BROKER_LOGGER, CLIENT_METRICS, GROUP } = ConfigResourceType
const KNOWN_TYPES: readonly number[] = [TOPIC, BROKER, BROKER_LOGGER, CLIENT_METRICS, GROUP]
const CONFIG_TYPES: Readonly<Record<ConfigType, number>> = {
  boolean: 1,
  string: 2,
  int: 3,
  short: 4,
  long: 5,
  double: 6,
  list: 7,
  class: 8,
  password: 9,
}

const NOTHING_SET: ReadonlyMap<string, string> = new Map()

/** A config before it is cut down to what was asked for. */
interface Entry {
  readonly name: string
  readonly value: string | null
  readonly definition: ConfigDefinition | undefined
  readonly synonyms: readonly ConfigSynonym[]
  readonly readOnly?: boolean
  readonly isSensitive?: boolean
}

/** Whether there are configs of such a thing. */
export function isConfigResourceType(resourceType: number): boolean {
  return KNOWN_TYPES.includes(resourceType)
}

/** The configs of a topic that is being created, as CreateTopics shows them. */
export function describeTopicConfigs(context: ConfigContext, configs: Readonly<Record<string, string>>) {
  return topicEntries(context, new Map(Object.entries(configs))).map(({ name, value, synonyms }) => ({
    name,
    value: configs[name] ?? value,
    configSource: synonyms[0]?.source ?? ConfigSource.DEFAULT,
  }))
}

/** The configs of a resource, or why they are not shown. */
export function describeResource(
  context: ConfigContext,
  resourceType: number,
  resourceName: string,
  wanted: readonly string[] | null,
  details: ConfigDetails,
): Omit<Result, 'resourceType' | 'resourceName'> {
  const fault = resourceFault(context, resourceType, resourceName)
  if (fault !== undefined) return fault
  const entries = entriesOf(context, resourceType, resourceName)
  const chosen = wanted === null || wanted.length === 0 ? entries : entries.filter(({ name }) => wanted.includes(name))
  return { errorMessage: '', configs: chosen.map((entry) => shown(entry, resourceType, details)) }
}

function invalidRequest(message: string) {
  return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: message }
}

function resourceFault(context: ConfigContext, resourceType: number, name: string) {
  switch (resourceType) {
    case TOPIC: {
      const nameError = topicNameError(name)
      if (nameError !== undefined) return { errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, errorMessage: nameError }
      const isKnown = context.topicConfigs(name) !== undefined
      return isKnown ? undefined : { errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: '' }
    }
    case BROKER:
      return name === '' ? undefined : nodeFault(name, context.nodeId, `${context.nodeId} or empty string,`)
    case BROKER_LOGGER:
      if (name === '') return invalidRequest('Broker id must not be empty')
      return nodeFault(name, context.nodeId, String(context.nodeId))
    case CLIENT_METRICS:
      return name === '' ? invalidRequest('Client metrics subscription name must not be empty') : undefined
    case GROUP:
      return name === '' ? invalidRequest('Group name must not be empty') : undefined
    default:
      return invalidRequest(MALFORMED)
  }
}

function nodeFault(name: string, nodeId: number, expected: string) {
  if (!/^[+-]?\d{1,10}$/.test(name)) return invalidRequest(`Broker id must be an integer, but it is: ${name}`)
  if (Number(name) === nodeId) return undefined
  return invalidRequest(`Unexpected broker id, expected ${expected} but received ${name}`)
}

function entriesOf(context: ConfigContext, resourceType: number, name: string): Entry[] {
  const own = ownConfigs(context, resourceType, name)
  switch (resourceType) {
    case TOPIC:
      return topicEntries(context, own)
    case BROKER:
      return name === '' ? clusterEntries(context) : brokerEntries(context)
    case BROKER_LOGGER:
      return loggerLevels(context.store, context.nodeId).map(([logger, level]) => ({
        name: logger,
        value: level,
        definition: undefined,
        synonyms: [],
        isSensitive: false,
      }))
    case CLIENT_METRICS:
      return clientMetricsConfigDefinitions.map((definition) =>
        ownEntry(definition, own.get(definition.name), definition.default, CLIENT_METRICS),
      )
    default:
      return groupEntries(context, own)
  }
}

const OWN_SOURCES: Readonly<Record<number, number>> = {
  [TOPIC]: ConfigSource.TOPIC,
  [CLIENT_METRICS]: ConfigSource.CLIENT_METRICS,
  [GROUP]: ConfigSource.GROUP,
}

function ownEntry(
  definition: ConfigDefinition,
  own: string | undefined,
  fallback: string | null,
  resourceType: number,
  others: readonly ConfigSynonym[] = [],
): Entry {
  const { name } = definition
  if (own === undefined) return { name, value: fallback, definition, synonyms: others }
  const value = definition.type === 'list' || definition.type === 'string' ? own : own.trim()
  return { name, value, definition, synonyms: [{ name, value, source: OWN_SOURCES[resourceType]! }, ...others] }
}

function topicEntries({ broker }: ConfigContext, own: ReadonlyMap<string, string>): Entry[] {
  return topicConfigDefinitions
    .filter(({ name, internal }) => internal !== true || own.has(name))
    .map((definition) => {
      const { name } = definition
      const fallback = broker.topicDefault(name) ?? definition.default
      return ownEntry(definition, own.get(name), fallback, TOPIC, broker.topicSynonyms(name))
    })
}

function groupEntries({ broker }: ConfigContext, own: ReadonlyMap<string, string>): Entry[] {
  return groupConfigDefinitions.map((definition) => {
    const { name } = definition
    const inherited = broker.synonyms(groupConfigSynonym(name))
    const value = groupConfigValue(name, NOTHING_SET, broker)
    const fallback = inherited.length > 0 ? inherited : [{ name, value, source: ConfigSource.DEFAULT }]
    return ownEntry(definition, own.get(name), value, GROUP, fallback)
  })
}

function brokerEntries({ broker }: ConfigContext): Entry[] {
  return broker.names().map((name) => {
    const synonyms = broker.synonyms(name)
    const definition = brokerConfigDefinition(name)
    return { name, value: synonyms[0]?.value ?? null, definition, synonyms, readOnly: !isDynamic(name) }
  })
}

function clusterEntries({ broker }: ConfigContext): Entry[] {
  return broker.namesForAll().map((name) => {
    const synonyms = broker.synonyms(name).filter(({ source }) => source === ConfigSource.DEFAULT_BROKER)
    const definition = brokerConfigDefinition(name)
    return { name, value: synonyms[0]?.value ?? null, definition, synonyms, readOnly: !isDynamic(name) }
  })
}

function shown(
  { name, value, definition, synonyms, ...rest }: Entry,
  resourceType: number,
  details: ConfigDetails,
): Config {
  const hidden = rest.isSensitive ?? isSensitive(definition)
  const configSource =
    resourceType === BROKER_LOGGER ? ConfigSource.BROKER_LOGGER : (synonyms[0]?.source ?? ConfigSource.DEFAULT)
  return {
    name,
    value: hidden ? null : value,
    readOnly: rest.readOnly ?? false,
    configSource,
    isSensitive: hidden,
    synonyms: details.synonyms
      ? synonyms.map((synonym) => (hidden ? { ...synonym, value: null } : { ...synonym }))
      : [],
    configType: definition === undefined ? 0 : CONFIG_TYPES[definition.type],
    documentation: details.documentation ? (definition?.documentation ?? null) : null,
  }
}
