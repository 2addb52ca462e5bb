// Prints docs/configuration.md from the option tables of the clients and the broker, and docs/errors.md from the consumer's table of errors.
// `--check` only compares, for CI.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import { adminOptionTable } from '@odradek/admin'
import { brokerOptionTable } from '@odradek/broker'
import { consumerOptionTable, shareConsumerOptionTable } from '@odradek/consumer'
import { networkOptionTable, type OptionRule } from '@odradek/network'
import { producerOptionTable } from '@odradek/producer'
import { format } from 'prettier'

import { errorsPage } from './print-errors.ts'

type Table = Readonly<Record<string, OptionRule>>

const without = (table: Table, shared: Table): Table =>
  // What a client has with a default of its own is printed again.
  Object.fromEntries(Object.entries(table).filter(([name, rule]) => shared[name] !== rule))

function printValue(value: unknown): string {
  if (value === undefined) return ''
  return `\`${typeof value === 'string' ? `'${value}'` : JSON.stringify(value)}\``
}

function printType({ type, values, min, max }: OptionRule): string {
  if (type === 'enum') return values!.map(printValue).join(', ')
  const range = [min === undefined ? '' : `from ${min}`, max === undefined || max >= 0x7fffffff ? '' : `to ${max}`]
  return [type, ...range.filter((part) => part !== '')].join(' ')
}

function printRow([name, rule]: [string, OptionRule]): string {
  const fallback = rule.required ? 'required' : printValue(rule.default)
  const kafka = rule.kafkaName === undefined ? '' : `\`${rule.kafkaName}\``
  return `| \`${name}\` | ${kafka} | ${printType(rule)} | ${fallback} | ${rule.doc.replaceAll('|', '\\|')} |`
}

function printTable(title: string, intro: string, table: Table): string {
  const head = "| option | Kafka's name | type | default | what it does |\n|---|---|---|---|---|"
  return `## ${title}\n\n${intro}\n\n${head}\n${Object.entries(table).map(printRow).join('\n')}\n`
}

const text = [
  '# Configuration',
  '',
  "Names are Kafka's property names in camelCase, defaults are those of Apache Kafka 4.3 unless the text says otherwise. An unknown name, a wrong type or a",
  'value out of range is a `UsageError` that says what is allowed. This page is printed from the option tables by `npm run docs`.',
  '',
  printTable('All clients', 'Producers, consumers and the admin client take these.', networkOptionTable),
  printTable('Producer', '`new Producer(options)`', without(producerOptionTable, networkOptionTable)),
  printTable('Consumer', '`new Consumer(options)`', without(consumerOptionTable, networkOptionTable)),
  printTable('Share consumer', '`new ShareConsumer(options)`', without(shareConsumerOptionTable, networkOptionTable)),
  printTable('Admin client', '`new Admin(options)`', without(adminOptionTable, networkOptionTable)),
  printTable('Reference broker', '`Broker.start(options)`', brokerOptionTable),
].join('\n')
const pages = new Map([
  ['docs/configuration.md', text],
  ['docs/errors.md', errorsPage()],
])
for (const [name, page] of pages) {
  const path = new URL(`../${name}`, import.meta.url)
  const printed = await format(page, { parser: 'markdown', printWidth: 120 })
  if (!process.argv.includes('--check')) writeFileSync(path, printed)
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== printed) {
    console.error(`${name} is not what the tables say: run npm run docs`)
    process.exitCode = 1
  }
}
