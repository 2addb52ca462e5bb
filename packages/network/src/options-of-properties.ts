// Kafka's properties by the table of a client's options.
import { UsageError } from '@odradek/protocol'

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

/** What Kafka's clients can do with tokens (KIP-1258), and a function of the user's can do here. */
const ASSERTION = /^sasl\.oauthbearer\.assertion\.[a-z.]+$/

/** A property whose value asks for what is not there. */
export interface UnsupportedProperty {
  /** The values that ask for nothing. */
  readonly off: RegExp
  /** Whole sentence but for its subject, which is the property: what is not there, and what to do. */
  readonly problem: string
}

/** How a client reads its properties. */
export interface PropertyReading {
  /** Further properties that mean nothing to this client, or name Java classes. */
  readonly withoutMeaning: readonly RegExp[]
  /** Properties that are left out with a warning where they ask for nothing, and refused with UsageError else. */
  readonly unsupported?: Readonly<Record<string, UnsupportedProperty>>
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
  { withoutMeaning, unsupported = {}, onWarning, readers = {} }: PropertyReading,
): Options {
  const known = new Map(
    (Object.entries(table) as [string, OptionRule][]).map(([option, rule]) => [rule.kafkaName, { option, rule }]),
  )
  const patterns = [...WITHOUT_MEANING, ...withoutMeaning]
  const options: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(properties)) {
    const { option, rule } = known.get(name) ?? {}
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined
    if (Object.hasOwn(unsupported, name)) refuseUnlessOff(name, value, unsupported[name]!, onWarning)
    // Where an option is a function, Kafka's value is the name of a Java class.
    else if ((rule === undefined || rule.type === 'function') && patterns.some((pattern) => pattern.test(name)))
      onWarning(`${name} has no meaning here: it is left out`)
    else if (ASSERTION.test(name))
      onWarning(`${name} is left out: tokens for signed assertions come from a function given as saslOauthbearerToken`)
    else if (option === undefined || rule === undefined) options[name] = value
    else
      options[option] =
        reader === undefined ? propertyValue(name, current(name, value, onWarning), rule) : reader(value.trim())
  }
  return options as Options
}

function refuseUnlessOff(
  name: string,
  value: string,
  { off, problem }: UnsupportedProperty,
  onWarning: (warning: string) => void,
): void {
  if (!off.test(value.trim())) throw new UsageError(`${name} ${problem}`)
  onWarning(`${name} has no meaning here: it is left out`)
}

/** The value, without blanks around it, that stands for one that Kafka's clients no longer know. */
function current(name: string, value: string, onWarning: (warning: string) => void): string {
  const trimmed = value.trim()
  // Before Kafka 3.0.
  if (name !== 'client.dns.lookup' || trimmed !== 'default') return trimmed
  onWarning('client.dns.lookup=default is use_all_dns_ips now')
  return 'use_all_dns_ips'
}
