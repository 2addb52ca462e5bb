import test from 'ava'

import {
  networkOptionTable,
  type NetworkOptions,
  type OptionRule,
  type OptionTable,
  resolveOptions,
} from '@odradek/network/internal'
import { UsageError } from '@odradek/protocol'

interface Options {
  name: string
  lingerMs?: number
  ratio?: number
  acks?: 'all' | 0 | 1
  topics?: string | readonly string[]
  partitioner?: () => number
  isEager?: boolean
}

const table = {
  name: { type: 'string', required: true, importance: 'high', doc: 'The name of it.' },
  lingerMs: { kafkaName: 'linger.ms', type: 'int', default: 5, min: 0, max: 1000, importance: 'low', doc: 'A wait.' },
  ratio: { type: 'number', default: 0.5, min: 0, importance: 'low', doc: 'A ratio.' },
  acks: { type: 'enum', values: ['all', 0, 1], default: 'all', importance: 'low', doc: 'Acknowledgements.' },
  topics: { type: 'list', importance: 'low', doc: 'Topics.' },
  partitioner: { type: 'function', importance: 'low', doc: 'A function.' },
  isEager: { type: 'boolean', default: false, importance: 'low', doc: 'A switch.' },
} as const satisfies OptionTable<Options>

const resolve = (given: object) => resolveOptions('Client', table, given as Options)

test('defaults fill what is not given, undefined counts as not given, and the result is frozen', (t) => {
  const resolved = resolve({ name: 'n', ratio: undefined, acks: 1 })
  t.deepEqual(
    { ...resolved },
    {
      name: 'n',
      lingerMs: 5,
      ratio: 0.5,
      acks: 1,
      topics: undefined,
      partitioner: undefined,
      isEager: false,
    },
  )
  t.true(Object.isFrozen(resolved))
  const linger: number = resolved.lingerMs
  t.is(linger, 5)
})

test('a list may be one string with commas or an array, and becomes an array of its own', (t) => {
  const topics = ['a', 'b']
  const resolved = resolve({ name: 'n', topics })
  topics.push('c')
  t.deepEqual(resolved.topics, ['a', 'b'])
  t.deepEqual(resolve({ name: 'n', topics: 'a, b,' }).topics, ['a', 'b'])
})

for (const [given, message] of [
  [{ name: 'n', linger: 5 }, 'Client has no option linger: did you mean lingerMs?'],
  [{ name: 'n', 'linger.ms': 5 }, 'Client has no option linger.ms: did you mean lingerMs?'],
  [{ name: 'n', LINGERMS: 5 }, 'Client has no option LINGERMS: did you mean lingerMs?'],
  [{ name: 'n', quux: 5 }, 'Client has no option quux'],
  [{ name: 'n', __proto__: null, toString: 1 }, 'Client has no option toString'],
  [{}, 'Client needs the option name: The name of it.'],
  [{ name: 5 }, 'Client option name is 5: it must be a string'],
  [{ name: 'n', lingerMs: '5' }, "Client option lingerMs is '5': it must be a whole number from 0 to 1000"],
  [{ name: 'n', lingerMs: 1.5 }, 'Client option lingerMs is 1.5: it must be a whole number from 0 to 1000'],
  [{ name: 'n', lingerMs: -1 }, 'Client option lingerMs is -1: it must be a whole number from 0 to 1000'],
  [{ name: 'n', lingerMs: 1001 }, 'Client option lingerMs is 1001: it must be a whole number from 0 to 1000'],
  [{ name: 'n', lingerMs: null }, 'Client option lingerMs is null: it must be a whole number from 0 to 1000'],
  [{ name: 'n', lingerMs: 5n }, 'Client option lingerMs is 5n: it must be a whole number from 0 to 1000'],
  [{ name: 'n', ratio: NaN }, 'Client option ratio is NaN: it must be a number of 0 or more'],
  [{ name: 'n', acks: 2 }, "Client option acks is 2: it must be one of 'all', 0, 1"],
  [{ name: 'n', topics: [1] }, 'Client option topics is [1]: it must be a list of strings, or one string with commas'],
  [{ name: 'n', partitioner: {} }, 'Client option partitioner is an object: it must be a function'],
  [{ name: 'n', isEager: 'yes' }, "Client option isEager is 'yes': it must be a boolean"],
] as const) {
  test(`a bad option is refused: ${message}`, (t) => {
    const error = t.throws(() => resolve(given), { instanceOf: UsageError })
    t.is(error?.message, message)
  })
}

test('no options at all, or no object, is refused', (t) => {
  t.is(t.throws(() => resolve(undefined as never))?.message, 'Client takes an object of options, not undefined')
  t.is(
    t.throws(() => resolve('localhost:9092' as never))?.message,
    "Client takes an object of options, not 'localhost:9092'",
  )
})

test("the network options have Kafka 4.3's names and defaults", (t) => {
  const rows = Object.entries(networkOptionTable as Readonly<Record<string, object>>) as [string, OptionRule][]
  const names = rows.map(([name, rule]) => [name, rule.kafkaName] as const)
  const ours = names.filter(([, kafkaName]) => kafkaName === undefined).map(([name]) => name)
  t.deepEqual(ours, [
    'brokerVersionFallback',
    'saslCredentials',
    'saslOauthbearerToken',
    'saslAwsCredentials',
    'saslAwsRegion',
    'sslServerName',
    'socketFactory',
    'proxy',
  ])
  for (const [name, kafkaName = name] of names) {
    t.is(
      kafkaName.replaceAll(/\.([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      name,
    )
  }
  const resolved = resolveOptions<NetworkOptions, typeof networkOptionTable>('Client', networkOptionTable, {
    bootstrapServers: 'a:1,b:2',
  })
  t.deepEqual(resolved.bootstrapServers, ['a:1', 'b:2'])
  t.is(resolved.requestTimeoutMs, 30_000)
  t.is(resolved.connectionsMaxIdleMs, 540_000)
  t.is(resolved.maxInFlightRequestsPerConnection, 5)
})

test('a bad bootstrap server is refused when the client is made', (t) => {
  t.throws(() => resolveOptions('Client', networkOptionTable, { bootstrapServers: 'localhost' }), {
    instanceOf: UsageError,
    message: /^bootstrapServers has 'localhost': the port is missing; give host:port, such as/,
  })
})
