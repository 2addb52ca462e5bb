// Kafka's properties by the table of a client's options.
import type { OptionRule, OptionTable } from './option-table.ts'
import { propertyValue } from './property-file.ts'
import { securityPropertyWithoutMeaning } from './security-options.ts'

/** Properties of all of Kafka's clients that mean nothing here, or name Java classes. */
const WITHOUT_MEANING: readonly RegExp[] = [
  securityPropertyWithoutMeaning,
  /^(send|receive)\.buffer\.bytes$/,
  /^(metric\.reporters|auto\.include\.jmx\.reporter)$/,
  /^(metrics\.|security\.providers$|config\.providers)/,
]

/** How a client reads its properties. */
export interface PropertyReading {
  /** Further properties that mean nothing to this client, or name Java classes. */
  readonly withoutMeaning: readonly RegExp[]
  /** Called with a sentence that holds no value. */
  readonly onWarning: (warning: string) => void
  /** Read the values, without blanks around them, of properties that are written otherwise than their options. */
  readonly readers?: Readonly<Record<string, (value: string) => unknown>>
}

/**
 * The options that these properties stand for. What has no meaning here is left out with a warning. Throws UsageError for a value of a wrong
 * form; names that nobody knows come through as they are, so that whoever takes the options refuses them.
 */
export function optionsOfProperties<Options extends object>(
  properties: Readonly<Record<string, string>>,
  table: OptionTable<Options>,
  { withoutMeaning, onWarning, readers = {} }: PropertyReading,
): Options {
  const known = new Map(
    (Object.entries(table) as [string, OptionRule][]).map(([option, rule]) => [rule.kafkaName, { option, rule }]),
  )
  const patterns = [...WITHOUT_MEANING, ...withoutMeaning]
  const options: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(properties)) {
    const { option, rule } = known.get(name) ?? {}
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined
    // Where an option is a function, Kafka's value is the name of a Java class.
    if ((rule === undefined || rule.type === 'function') && patterns.some((pattern) => pattern.test(name)))
      onWarning(`${name} has no meaning here: it is left out`)
    else if (option === undefined || rule === undefined) options[name] = value
    else options[option] = reader === undefined ? propertyValue(name, value.trim(), rule) : reader(value.trim())
  }
  return options as Options
}
