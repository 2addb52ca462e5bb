import { describeConfigsApi } from '@odradek/protocol/apis/describe-configs'
import type { DescribeConfigsResponse } from '@odradek/protocol/messages/describe-configs-response'

import { givenCode } from '../acl-names.ts'
import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import {
  type ConfigResourceType,
  configResourceTypes,
  type ConfigSource,
  configSources,
  type ConfigType,
  configTypes,
} from '../config-names.ts'
import { anyBrokerReactions, collectOutcomes, outcomeOf } from '../drivers/answers.ts'
import { driveItems, type Lookup } from '../drivers/drive-items.ts'
import { anyBroker, brokerOf } from '../drivers/places.ts'

/** What has configs: a topic, a broker by its node id ('' is what all brokers have in common), a group, a broker's loggers, client metrics. */
export interface ConfigResource {
  readonly type: ConfigResourceType
  readonly name: string
}

/** A resource, and which of its configs are wanted. */
export interface ConfigQuestion extends ConfigResource {
  /** @default all */
  readonly configNames?: readonly string[]
}

/** One config, with where its value comes from. */
export interface ConfigEntry {
  readonly name: string
  /** null where it is secret, or not set. */
  readonly value: string | null
  readonly source: ConfigSource
  /** Whether nobody set it for this resource. */
  readonly isDefault: boolean
  readonly isReadOnly: boolean
  readonly isSensitive: boolean
  /** UNKNOWN before Kafka 2.6. */
  readonly type: ConfigType
  /** Where the value would come from if this one were not, nearest first; empty unless asked for. */
  readonly synonyms: readonly { readonly name: string; readonly value: string | null; readonly source: ConfigSource }[]
  /** undefined unless asked for. */
  readonly documentation: string | undefined
}

/** The configs of a resource. */
export interface ConfigDescription extends ConfigResource {
  readonly entries: readonly ConfigEntry[]
}

/** What `describeConfigs` may be told. */
export interface DescribeConfigsOptions extends CallOptions {
  /** Names the other places that a value could come from (Kafka 1.1). @default false */
  readonly includeSynonyms?: boolean
  /** Says what each config does (Kafka 2.6). @default false */
  readonly includeDocumentation?: boolean
}

/** Configs of a broker are asked of that broker, all others of any. */
export function placeOfResource<Item extends ConfigResource>(): Lookup<Item> {
  const ofBroker = brokerOf<Item>(({ name }) => Number(name))
  return async (items, call, isAgain) => {
    const [broker, rest] = [items.filter(isOfOneBroker), items.filter((item) => !isOfOneBroker(item))]
    const places = await Promise.all([broker.length === 0 ? [] : ofBroker(broker, call, isAgain), anyBroker(rest)])
    return new Map(places.flatMap((each) => [...each]))
  }
}

/** '' stands for all brokers: any of them can be asked. */
function isOfOneBroker({ type, name }: ConfigResource): boolean {
  return type === 'BROKER_LOGGER' || (type === 'BROKER' && name !== '')
}

/** What answers are found by. */
export function resourceKey(resourceType: number, resourceName: string): string {
  return `${resourceType} ${resourceName}`
}

/** The number of a resource's type. Throws UsageError. */
export function resourceTypeCode({ type }: ConfigResource): number {
  return givenCode('the type of a config resource', configResourceTypes, type)
}

/** One request for each broker that has to be asked. */
export function describeConfigs(
  world: AdminWorld,
  resources: readonly ConfigQuestion[],
  options: DescribeConfigsOptions,
): AdminResults<ConfigQuestion, ConfigDescription> {
  const { includeSynonyms = false, includeDocumentation = false } = options
  return runItemsCall(world, 'describeConfigs', resources, options, (call) =>
    driveItems(call, resources, placeOfResource(), async (items, place) => {
      let version = 0
      const request = (chosen: number) => {
        version = chosen
        return {
          resources: items.map((item) => ({
            resourceType: resourceTypeCode(item),
            resourceName: item.name,
            configurationKeys: item.configNames ?? null,
          })),
          ...(chosen >= 1 ? { includeSynonyms } : {}),
          ...(chosen >= 3 ? { includeDocumentation } : {}),
        }
      }
      const { results } = await call.send(place, describeConfigsApi, request)
      const byResource = new Map(results.map((each) => [resourceKey(each.resourceType, each.resourceName), each]))
      return collectOutcomes(
        items,
        'DescribeConfigs',
        (item) => byResource.get(resourceKey(resourceTypeCode(item), item.name)),
        ({ type, name }, { errorCode, errorMessage, configs }) => {
          const context = { api: 'DescribeConfigs', resource: `${type} ${name}`, detail: errorMessage }
          return outcomeOf(errorCode, context, anyBrokerReactions, () => ({
            type,
            name,
            entries: configs.map((config) => configEntry(config, type, version)),
          }))
        },
      )
    }),
  )
}

function configEntry(
  config: DescribeConfigsResponse['results'][number]['configs'][number],
  type: ConfigResourceType,
  version: number,
): ConfigEntry {
  const source = version === 0 ? sourceBeforeKafka11(config.isDefault, type) : configSources.nameOf(config.configSource)
  return {
    name: config.name,
    value: config.value,
    source,
    isDefault: version === 0 ? config.isDefault : source === 'DEFAULT_CONFIG',
    isReadOnly: config.readOnly,
    isSensitive: config.isSensitive,
    type: configTypes.nameOf(config.configType),
    synonyms: config.synonyms.map((synonym) => ({
      name: synonym.name,
      value: synonym.value,
      source: configSources.nameOf(synonym.source),
    })),
    documentation: config.documentation ?? undefined,
  }
}

/** Before 1.1 brokers say no more than whether it is a default. */
function sourceBeforeKafka11(isDefault: boolean, type: ConfigResourceType): ConfigSource {
  if (isDefault) return 'DEFAULT_CONFIG'
  if (type === 'TOPIC') return 'DYNAMIC_TOPIC_CONFIG'
  return type === 'BROKER' ? 'STATIC_BROKER_CONFIG' : 'UNKNOWN'
}
