import { UsageError } from '@odradek/protocol'

/**
 * What an option may be. `list` takes an array of strings, or one string with commas, and becomes an array; `any` is for what has several
 * forms, which the rule's `check` tells apart.
 */
export type OptionType = 'int' | 'number' | 'string' | 'boolean' | 'list' | 'enum' | 'function' | 'object' | 'any'

/** One row of an option table: everything there is to know about one option. The manual is printed from it. */
export interface OptionRule<T = unknown> {
  /** Kafka's own name, such as `linger.ms`; absent where Kafka has no such option. */
  readonly kafkaName?: string
  readonly type: OptionType
  /** Absent: the option stays undefined when it is not given. */
  readonly default?: T
  /** Set where the client cannot do without. */
  readonly required?: true
  /** Set where a value must not be seen in an error. */
  readonly secret?: true
  /** Smallest value of an `int` or `number`. */
  readonly min?: number
  /** Largest value of an `int` or `number`. */
  readonly max?: number
  /** The values of an `enum`. */
  readonly values?: readonly T[]
  /** A further check: says what is wrong with a value of the right type, or returns undefined. */
  readonly check?: (value: T) => string | undefined
  readonly importance: 'high' | 'medium' | 'low'
  /** What it does, with its unit; whole sentences. */
  readonly doc: string
}

/** One row for each option of `O`. Written with `satisfies`, it also tells the compiler which options have a default. */
export type OptionTable<O extends object> = { readonly [K in keyof O]-?: OptionRule<NonNullable<O[K]>> }

/** Complete options: those with a default, and the required ones, are always there. */
export type ResolvedOptions<O extends object, T = OptionTable<O>> = {
  readonly [K in keyof Required<O>]: K extends keyof T
    ? 'default' extends keyof T[K]
      ? NonNullable<O[K]>
      : 'required' extends keyof T[K]
        ? NonNullable<O[K]>
        : O[K]
    : O[K]
}

/**
 * Checks the options a user gave to `client` (its name, for messages) and fills in the defaults; the result is frozen. Throws UsageError
 * for a name that the table does not have (with the nearest one), a missing required option, a wrong type or a value out of range.
 */
export function resolveOptions<O extends object, T extends OptionTable<O> = OptionTable<O>>(
  client: string,
  table: T,
  given: O,
): ResolvedOptions<O, T> {
  if (typeof given !== 'object' || given === null) {
    throw new UsageError(`${client} takes an object of options, not ${describe(given)}`)
  }
  const rules = table as unknown as Readonly<Record<string, OptionRule>>
  const resolved: Record<string, unknown> = {}
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(rules, name)) throw new UsageError(`${client} has no option ${name}${suggestion(name, rules)}`)
  }
  for (const [name, rule] of Object.entries(rules)) {
    const value = (given as Record<string, unknown>)[name]
    if (value !== undefined) resolved[name] = checkOption(client, name, rule, value)
    else if (rule.required) throw new UsageError(`${client} needs the option ${name}: ${rule.doc}`)
    else resolved[name] = rule.default
  }
  return Object.freeze(resolved) as ResolvedOptions<O, T>
}

function checkOption(client: string, name: string, rule: OptionRule, given: unknown): unknown {
  const value = rule.type === 'list' ? toList(given) : given
  const wrong = !hasType(value, rule)
    ? `must be ${allowed(rule)}`
    : (outOfRange(value, rule) ?? rule.check?.(value as never))
  if (wrong === undefined) return value
  const shown = rule.secret ? 'secret, and' : `${describe(given)}: it`
  throw new UsageError(`${client} option ${name} is ${shown} ${wrong}`)
}

function toList(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze([...(value as unknown[])])
  if (typeof value !== 'string') return value
  const parts = value.split(',').map((part) => part.trim())
  return Object.freeze(parts.filter((part) => part !== ''))
}

function hasType(value: unknown, rule: OptionRule): boolean {
  switch (rule.type) {
    case 'int':
      return Number.isSafeInteger(value)
    case 'number':
      return typeof value === 'number' && !Number.isNaN(value)
    case 'list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
    case 'enum':
      return rule.values!.includes(value)
    case 'any':
      return true
    case 'object':
      return typeof value === 'object' && value !== null
    default:
      return typeof value === rule.type
  }
}

function outOfRange(value: unknown, rule: OptionRule): string | undefined {
  if (typeof value !== 'number' || rule.type === 'enum') return undefined
  const tooSmall = rule.min !== undefined && value < rule.min
  const tooLarge = rule.max !== undefined && value > rule.max
  return tooSmall || tooLarge ? `must be ${allowed(rule)}` : undefined
}

function allowed(rule: OptionRule): string {
  if (rule.type === 'enum') return `one of ${rule.values!.map(describe).join(', ')}`
  if (rule.type === 'list') return 'a list of strings, or one string with commas'
  const article = { int: 'a whole number', number: 'a number', object: 'an object' } as Record<string, string>
  const type = article[rule.type] ?? `a ${rule.type}`
  if (rule.min !== undefined && rule.max !== undefined) return `${type} from ${rule.min} to ${rule.max}`
  if (rule.min !== undefined) return `${type} of ${rule.min} or more`
  return rule.max === undefined ? type : `${type} of ${rule.max} or less`
}

function describe(value: unknown): string {
  if (typeof value === 'string') return value.length > 60 ? `'${value.slice(0, 57)}...'` : `'${value}'`
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return `[${value.slice(0, 5).map(describe).join(', ')}${value.length > 5 ? ', ...' : ''}]`
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

function suggestion(name: string, rules: Readonly<Record<string, OptionRule>>): string {
  const wanted = plain(name)
  let nearest: string | undefined
  // Half of the letters wrong is no longer a slip.
  let least = Math.max(2, wanted.length / 2)
  for (const [option, rule] of Object.entries(rules)) {
    const distance = Math.min(
      editDistance(wanted, plain(option)),
      editDistance(wanted, plain(rule.kafkaName ?? option)),
    )
    if (distance < least) [nearest, least] = [option, distance]
  }
  return nearest === undefined ? '' : `: did you mean ${nearest}?`
}

/** A name without case and punctuation: `linger.ms`, `linger_ms` and `lingerMs` are the same slip of the pen. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** How many letters to insert, remove or change to get from one word to the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const change = previous[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(change, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return previous[to.length]!
}
