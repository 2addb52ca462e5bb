// Kafka's client.properties (the file that kafka-topics.sh takes as --command-config) as options of the admin client.
import type { OptionRule } from '@odradek/network'
import { parseProperties, propertyValue, securityPropertyWithoutMeaning } from '@odradek/network/internal'

import { type AdminOptions, adminOptionTable } from './options.ts'

/** Properties of Kafka that mean nothing here, or name Java classes. */
const WITHOUT_MEANING: readonly RegExp[] = [
  securityPropertyWithoutMeaning,
  /^(send|receive)\.buffer\.bytes$/,
  /^(metric\.reporters|auto\.include\.jmx\.reporter)$/,
  /^(metrics\.|security\.providers$|config\.providers)/,
]

const rules = Object.entries(adminOptionTable) as [keyof AdminOptions, OptionRule][]

/**
 * The options that a Kafka `client.properties` file stands for: its text, or its names and values. What has no meaning here is left out, with a
 * warning that holds no value. Throws UsageError for a value of a wrong form. Names that nobody knows come through as they are: `new Admin`
 * refuses them and suggests the nearest.
 */
export function adminOptionsFromProperties(
  properties: string | Readonly<Record<string, string>>,
  onWarning: (warning: string) => void = () => undefined,
): AdminOptions {
  const given = typeof properties === 'string' ? parseProperties(properties) : properties
  const options: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    const known = rules.find(([, rule]) => rule.kafkaName === name)
    if (hasNoMeaning(name, known?.[1])) onWarning(`${name} has no meaning here: it is left out`)
    else if (known === undefined) options[name] = value
    else options[known[0]] = propertyValue(name, value.trim(), known[1])
  }
  return options as unknown as AdminOptions
}

/** Where it has one, Kafka's value is the name of a Java class. */
function hasNoMeaning(name: string, rule: OptionRule | undefined): boolean {
  if (rule !== undefined && rule.type !== 'function') return false
  return WITHOUT_MEANING.some((pattern) => pattern.test(name))
}
