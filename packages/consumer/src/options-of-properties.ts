// Kafka's properties by the table of a client's options: what consumers and share consumers have in common.
import type { OptionRule, OptionTable } from '@odradek/network'
import { propertyValue, securityPropertyWithoutMeaning } from '@odradek/network/internal'

/** Properties of Kafka that mean nothing here, or name Java classes. */
const WITHOUT_MEANING: readonly RegExp[] = [
  securityPropertyWithoutMeaning,
  /^(key|value)\.deserializer$/,
  /^(send|receive)\.buffer\.bytes$/,
  /^(interceptor\.classes|metric\.reporters|auto\.include\.jmx\.reporter)$/,
  /^(metrics\.|security\.providers$|config\.providers|default\.api\.timeout\.ms$)/,
  /^(allow\.auto\.create\.topics|exclude\.internal\.topics|share\.)/,
]

/**
 * The options that these properties stand for. `readers` read those whose values are written otherwise. What has no meaning here is left out with a
 * warning; names that nobody knows come through as they are, so that whoever takes the options refuses them.
 */
export function optionsOfProperties<Options extends object>(
  properties: Readonly<Record<string, string>>,
  table: OptionTable<Options>,
  onWarning: (warning: string) => void,
  readers: Readonly<Record<string, (value: string) => unknown>> = {},
): Options {
  const rules = Object.entries(table) as [string, OptionRule][]
  const options: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(properties)) {
    const value = text.trim()
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined
    const known = rules.find(([, rule]) => rule.kafkaName === name)
    if (known === undefined) {
      if (WITHOUT_MEANING.some((pattern) => pattern.test(name)))
        onWarning(`${name} has no meaning here: it is left out`)
      else options[name] = text
    } else options[known[0]] = reader === undefined ? propertyValue(name, value, known[1]) : reader(value)
  }
  return options as Options
}
