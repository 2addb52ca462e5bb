import { UsageError } from '@odradek/protocol'
import test from 'ava'

import type { OptionTable } from '../src/option-table.ts'
import { optionsOfProperties } from '../src/options-of-properties.ts'

interface Options {
  readonly clientId?: string
  readonly lingerMs?: number
  readonly topics?: readonly string[]
  readonly keySerializer?: () => void
}

const table: OptionTable<Options> = {
  clientId: { kafkaName: 'client.id', type: 'string', importance: 'low', doc: '.' },
  lingerMs: { kafkaName: 'linger.ms', type: 'int', importance: 'low', doc: '.' },
  topics: { type: 'list', importance: 'low', doc: '.' },
  keySerializer: { kafkaName: 'key.serializer', type: 'function', importance: 'low', doc: '.' },
}

function read(properties: Record<string, string>) {
  const warnings: string[] = []
  const options = optionsOfProperties<Options>(properties, table, {
    withoutMeaning: [/^(key|value)\.serializer$/, /^client\.id$/],
    onWarning: (warning) => void warnings.push(warning),
    readers: { 'client.id': (value) => value.toUpperCase() },
  })
  return { options: options as object, warnings }
}

test('properties become options of their types; some are read in a way of their own', (t) => {
  t.deepEqual(read({ 'linger.ms': ' 5 ', 'client.id': ' shop ' }), {
    options: { lingerMs: 5, clientId: 'SHOP' },
    warnings: [],
  })
  t.throws(() => read({ 'linger.ms': 'soon' }), { instanceOf: UsageError, message: /linger\.ms/ })
})

test('what means nothing, to any client or to this one, is left out, with a warning that holds no value', (t) => {
  const left = ['ssl.engine.factory.class', 'metrics.num.samples', 'value.serializer', 'key.serializer']
  t.deepEqual(read(Object.fromEntries(left.map((name) => [name, 'a-value']))), {
    options: {},
    warnings: left.map((name) => `${name} has no meaning here: it is left out`),
  })
})

test('names that nobody knows come through as they are, for whoever takes the options to refuse', (t) => {
  t.deepEqual(read({ 'lingr.ms': ' 5', topics: 'a' }).options, { 'lingr.ms': ' 5', topics: 'a' })
})
