// A broker's configs in their layers: set for the broker, set for all brokers, its options, Kafka's defaults (KIP-226).
import { byName, type ConfigDefinition } from './config-definition.ts'
import { ConfigResourceType, ConfigSource } from './config-source.ts'
import type { ConfigStore } from './config-store.ts'
import { brokerConfigDefinitions, topicConfigSynonyms } from './generated/kafka-configs.ts'

/** A value of a config, and where it was found. */
export interface ConfigSynonym {
  readonly name: string
  readonly value: string | null
  readonly source: number
}

const definitions = byName(brokerConfigDefinitions)
const LISTENER_CONFIG = /^listener\.name\.[^.]*\.(.*)$/
/** Of these a listener has one for each mechanism: `listener.name.NAME.MECHANISM.sasl.jaas.config`. */
const MECHANISM_CONFIGS = [
  'sasl.jaas.config',
  'sasl.login.callback.handler.class',
  'sasl.login.class',
  'sasl.server.callback.handler.class',
  'connections.max.reauth.ms',
]
const HOUR_MS = 3_600_000n
const UNITS_MS: Readonly<Record<string, bigint>> = {
  'log.retention.minutes': 60_000n,
  'log.retention.hours': HOUR_MS,
  'log.roll.hours': HOUR_MS,
  'log.roll.jitter.hours': HOUR_MS,
}
/** Configs of which the later ones hold where the earlier ones are not set. */
const CHAINS = [
  ['log.roll.ms', 'log.roll.hours'],
  ['log.roll.jitter.ms', 'log.roll.jitter.hours'],
  ['log.flush.interval.ms', 'log.flush.scheduler.interval.ms'],
  ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours'],
]

/** The config that a listener's own config stands in for; undefined where the name is none of a listener. */
export function listenerBaseConfig(name: string): string | undefined {
  const base = LISTENER_CONFIG.exec(name)?.[1]
  return base === undefined ? undefined : (MECHANISM_CONFIGS.find((config) => base.endsWith(config)) ?? base)
}

/** What Kafka says about a broker config; undefined where it knows none of that name. */
export function brokerConfigDefinition(name: string): ConfigDefinition | undefined {
  return definitions.get(name) ?? definitions.get(listenerBaseConfig(name) ?? '')
}

/** Whether a value must not be shown: a password, or nothing that Kafka knows. */
export function isSensitive(definition: ConfigDefinition | undefined): boolean {
  return definition === undefined || definition.type === 'password'
}

function synonymNames(name: string): readonly string[] {
  if (name === 'log.flush.scheduler.interval.ms') return [name]
  const base = listenerBaseConfig(name)
  return base === undefined ? (CHAINS.find((chain) => chain.includes(name)) ?? [name]) : [name, base]
}

/** The configs of one broker. */
export class BrokerConfigs {
  readonly #store: ConfigStore
  readonly #nodeId: number
  readonly #given: Readonly<Record<string, string>>

  /** `given`: what the broker was started with, by Kafka's names. */
  constructor(store: ConfigStore, nodeId: number, given: Readonly<Record<string, string>>) {
    this.#store = store
    this.#nodeId = nodeId
    this.#given = given
  }

  /** Names of all configs that there are: Kafka's, and others that were set. */
  names(): string[] {
    const known = brokerConfigDefinitions.filter(({ internal }) => internal !== true).map(({ name }) => name)
    const own = this.#store.get(ConfigResourceType.BROKER, String(this.#nodeId)).keys()
    return [...new Set([...known, ...Object.keys(this.#given), ...this.namesForAll(), ...own])]
  }

  /** Names of what was set for all brokers. */
  namesForAll(): string[] {
    return [...this.#store.get(ConfigResourceType.BROKER, '').keys()]
  }

  /** Where a value is found, the place that holds first. */
  synonyms(name: string): ConfigSynonym[] {
    const own = this.#store.get(ConfigResourceType.BROKER, String(this.#nodeId))
    const all = this.#store.get(ConfigResourceType.BROKER, '')
    const layers: readonly [number, (name: string) => string | null | undefined][] = [
      [ConfigSource.BROKER, (key) => own.get(key)],
      [ConfigSource.DEFAULT_BROKER, (key) => all.get(key)],
      [ConfigSource.STATIC_BROKER, (key) => (Object.hasOwn(this.#given, key) ? this.#given[key] : undefined)],
      [ConfigSource.DEFAULT, (key) => definitions.get(key)?.default],
    ]
    const found = layers.flatMap(([source, valueOf]) =>
      synonymNames(name).flatMap((key) => {
        const value = valueOf(key)
        return value === undefined || value === null ? [] : [{ name: key, value, source }]
      }),
    )
    // A synonym that goes before the config itself tells nothing about it.
    const start = found.findIndex((synonym) => synonym.name === name)
    return start < 0 ? [] : found.slice(start)
  }

  /** The value that holds; null where there is none. */
  value(name: string): string | null {
    return this.synonyms(name)[0]?.value ?? null
  }

  /** The value of a topic config that holds where the topic has none of its own; undefined: not one that brokers have. */
  topicDefault(topicConfig: string): string | undefined {
    const name = Object.hasOwn(topicConfigSynonyms, topicConfig) ? topicConfigSynonyms[topicConfig]! : undefined
    if (name === undefined) return undefined
    for (const key of CHAINS.find((chain) => chain[0] === name) ?? [name]) {
      const value = this.value(key)
      if (value !== null) return Object.hasOwn(UNITS_MS, key) ? String(BigInt(value) * UNITS_MS[key]!) : value
    }
    return undefined
  }

  /** Where the default of a topic config is found. */
  topicSynonyms(topicConfig: string): ConfigSynonym[] {
    const name = Object.hasOwn(topicConfigSynonyms, topicConfig) ? topicConfigSynonyms[topicConfig]! : undefined
    return name === undefined ? [] : this.synonyms(name)
  }
}
