/** What a config's value is (Kafka's ConfigDef.Type). */
export type ConfigType = 'boolean' | 'string' | 'int' | 'short' | 'long' | 'double' | 'list' | 'class' | 'password'

/** All that Kafka says about one config. */
export interface ConfigDefinition {
  readonly name: string
  readonly type: ConfigType
  /** As text; null where there is none. */
  readonly default: string | null
  readonly min?: number
  readonly max?: number
  /** The values of a string, or the members of a list. */
  readonly values?: readonly string[]
  readonly ignoreCase?: true
  readonly nonEmpty?: true
  /** Kafka's own, for its tests: may be set, is never shown. */
  readonly internal?: true
  readonly documentation: string | null
}

/** The definitions by name, in the order of the list. */
export function byName(definitions: readonly ConfigDefinition[]): ReadonlyMap<string, ConfigDefinition> {
  return new Map(definitions.map((definition) => [definition.name, definition]))
}
