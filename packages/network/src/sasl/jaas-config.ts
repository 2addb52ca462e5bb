// The property sasl.jaas.config: `org.apache.kafka.common.security.plain.PlainLoginModule required username="alice" password="secret";`
import { UsageError } from '@odradek/protocol'

/** What a JAAS configuration says. */
export interface JaasConfig {
  /** Class name of the login module, without its package. */
  readonly module: string
  readonly options: Readonly<Record<string, string>>
}

const FLAGS = /^(required|requisite|sufficient|optional)$/i
const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"'=;]+)|([=;]))/y
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

/** Reads a JAAS configuration with one login module, as Kafka does. Throws UsageError, which tells nothing of what stands in it. */
export function parseJaasConfig(text: string): JaasConfig {
  const tokens = tokensOf(text)
  const [module, flag] = tokens
  if (module === undefined || flag === undefined || !FLAGS.test(flag.text)) {
    throw bad('it begins with the name of a login module and "required"')
  }
  const options: Record<string, string> = {}
  let at = 2
  while (tokens[at]?.kind === 'word') {
    const [name, equals, value] = tokens.slice(at, at + 3)
    if (equals?.text !== '=' || equals.kind !== 'mark' || value?.kind !== 'word') {
      throw bad('options are name="value", one after the other')
    }
    options[name!.text] = value.text
    at += 3
  }
  if (tokens[at]?.text !== ';') throw bad('it ends with a semicolon')
  if (tokens.length > at + 1) throw bad('it has one login module, and nothing behind its semicolon')
  return { module: module.text.slice(module.text.lastIndexOf('.') + 1), options }
}

interface Token {
  readonly kind: 'word' | 'mark'
  readonly text: string
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const whole = text.trim()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < whole.length) {
    const match = TOKEN.exec(whole)
    if (match === null) throw bad('a quotation mark is not closed')
    const [, double, single, word, mark] = match
    const quoted = double ?? single
    if (mark !== undefined) tokens.push({ kind: 'mark', text: mark })
    else tokens.push({ kind: 'word', text: quoted === undefined ? word! : unescape(quoted) })
  }
  return tokens
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_all, char: string) => ESCAPES[char] ?? char)
}

function bad(rule: string): UsageError {
  return new UsageError(
    `saslJaasConfig (sasl.jaas.config) is not of its form: ${rule}, as in: org.apache.kafka.common.security.scram.ScramLoginModule required username="NAME" password="PASSWORD";`,
  )
}
