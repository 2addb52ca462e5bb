// Judges the text of a config's value as Kafka's ConfigDef does, with its words.
import type { ConfigDefinition } from './config-definition.ts'

const INTEGER = /^[+-]?\d{1,19}$/
const DOUBLE = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[df]?$/i
const LIMITS = { short: 2n ** 15n, int: 2n ** 31n, long: 2n ** 63n } as const

/** Says what is wrong with a value; undefined where nothing is. */
export function configValueError(definition: ConfigDefinition, value: string): string | undefined {
  const { name, type } = definition
  const text = value.trim()
  switch (type) {
    case 'boolean':
      if (/^(true|false)$/i.test(text)) return undefined
      return invalid(name, value, 'Expected value to be either true or false')
    case 'short':
    case 'int':
    case 'long':
      return integerError(definition, value, text, type)
    case 'double':
      if (!DOUBLE.test(text)) return invalid(name, value, 'Not a number of type DOUBLE')
      return rangeError(definition, asJavaDouble(text), Number.parseFloat(text))
    case 'list':
      return listError(definition, text)
    default:
      return textError(definition, text)
  }
}

/** Kafka's message for a value that does not do. */
export function invalid(name: string, value: string, reason: string): string {
  return `Invalid value ${value} for configuration ${name}: ${reason}`
}

/** The members of a list, without blanks around them; the empty text has none. */
export function listMembers(text: string): string[] {
  const trimmed = text.trim()
  return trimmed === '' ? [] : trimmed.split(/\s*,\s*/)
}

function integerError(definition: ConfigDefinition, value: string, text: string, type: keyof typeof LIMITS) {
  const limit = LIMITS[type]
  const inRange = INTEGER.test(text) && BigInt(text) < limit && BigInt(text) >= -limit
  if (!inRange) return invalid(definition.name, value, `Not a number of type ${type.toUpperCase()}`)
  return rangeError(definition, String(BigInt(text)), Number(text))
}

function rangeError({ name, min, max }: ConfigDefinition, shown: string, value: number): string | undefined {
  if (min !== undefined && value < min) return invalid(name, shown, `Value must be at least ${min}`)
  if (max !== undefined && value > max) return invalid(name, shown, `Value must be no more than ${max}`)
  return undefined
}

function listError(definition: ConfigDefinition, text: string): string | undefined {
  for (const member of listMembers(text)) {
    const wrong = textError(definition, member)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function textError({ name, values, ignoreCase, nonEmpty }: ConfigDefinition, text: string): string | undefined {
  if (nonEmpty && text === '') return invalid(name, text, 'String must be non-empty')
  if (values === undefined) return undefined
  const wanted = ignoreCase ? text.toUpperCase() : text
  if (values.includes(wanted)) return undefined
  const how = ignoreCase ? 'String must be one of (case insensitive)' : 'String must be one of'
  return invalid(name, text, `${how}: ${values.join(', ')}`)
}

function asJavaDouble(text: string): string {
  const value = Number.parseFloat(text)
  return Number.isInteger(value) ? `${value}.0` : String(value)
}
