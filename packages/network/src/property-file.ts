// Java property files (client.properties), as the clients' option loaders read them.
import { UsageError } from '@odradek/protocol'

import type { OptionRule } from './option-table.ts'

/** The value that a property's text stands for. Throws UsageError where it has not the form of its type. */
export function propertyValue(name: string, value: string, rule: OptionRule): unknown {
  switch (rule.type) {
    case 'int':
    case 'number': {
      const number = Number(value)
      if (value === '' || Number.isNaN(number)) throw new UsageError(`property ${name} must be a number`)
      return number
    }
    case 'boolean':
      if (!/^(true|false)$/i.test(value)) throw new UsageError(`property ${name} must be true or false`)
      return value.toLowerCase() === 'true'
    case 'enum':
      // Kafka takes acks=-1 as well as acks=all.
      return rule.values!.find((each) => String(each).toLowerCase() === value.toLowerCase()) ?? value
    default:
      return value
  }
}

/** The text of a Java properties file: comments, continued lines, escapes, and `=`, `:` or blanks between name and value. */
export function parseProperties(text: string): Record<string, string> {
  const properties: Record<string, string> = {}
  const lines = text.replaceAll(/(^|[^\\])((?:\\\\)*)\\\r?\n[ \t\f]*/g, '$1$2').split(/\r?\n|\r/)
  for (const line of lines) {
    const match = /^[ \t\f]*(?![#!])((?:[^\\=: \t\f]|\\.)+)[ \t\f]*[=:]?[ \t\f]*([^]*)$/.exec(line)
    if (match !== null) properties[unescape(match[1]!)] = unescape(match[2]!)
  }
  return properties
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' }

function unescape(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_all, hex: string | undefined, char: string | undefined) =>
    hex === undefined ? (ESCAPES[char!] ?? char!) : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
