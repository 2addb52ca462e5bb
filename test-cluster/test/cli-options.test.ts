import test from 'ava'
import { cliProgram } from '../src/cli-options.ts'
import type { CliOptions } from '../src/cli-options.ts'

/** The options that the arguments give, and what the parser writes to standard error. */
const parse = (args: string[]): { options: CliOptions; output: () => string } => {
  let output = ''
  const program = cliProgram()
    .exitOverride()
    .configureOutput({ writeErr: (text) => void (output += text) })
  try {
    program.parse(args, { from: 'user' })
  } catch (error) {
    throw new Error(output, { cause: error })
  }
  return { options: program.opts<CliOptions>(), output: () => output }
}

test('without arguments the newest version starts on a free port with a small heap', (t) => {
  t.deepEqual(parse([]).options, {
    version: '4.3.1',
    brokers: 1,
    sasl: [],
    heap: '256m',
    property: {},
    feature: {},
  })
})

test('each option arrives with its type, and repeated ones are collected', (t) => {
  const settings = ['--property', 'a.b=c=d', '--property', 'e=', '--feature', 'share.version=1']
  const others = ['--version', '3.9.1', '--port', '9092', '--heap', '1g', '--json', '--exec', 'true']
  const security = ['--brokers', '3', '--sasl', 'plain', '--sasl', 'scram', '--tls', '--acls']
  t.deepEqual(parse([...settings, ...others, ...security]).options, {
    version: '3.9.1',
    brokers: 3,
    sasl: ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'],
    tls: true,
    acls: true,
    port: 9092,
    heap: '1g',
    json: true,
    exec: 'true',
    property: { 'a.b': 'c=d', e: '' },
    feature: { 'share.version': 1 },
  })
})

const refused: [title: string, args: string[], message: RegExp][] = [
  ['an unknown version', ['--version', '4.31'], /Kafka 4\.31 is not .* Did you mean 4\.3\.1\?/],
  ['an unknown option', ['--prot', '9092'], /Did you mean --port\?/],
  ['a port that is none', ['--port', '70000'], /whole number up to 65535/],
  ['a mechanism that is none', ['--sasl', 'kerberos'], /plain, scram, oauthbearer/],
  ['port 0', ['--port', '0'], /Leave the option out/],
  ['a heap that Java would not take', ['--heap', '256'], /256m or 1g/],
  ['a property without a value', ['--property', 'a.b'], /name=value/],
  ['a feature level that is no number', ['--feature', 'share.version=x'], /whole number/],
  ['an argument that belongs to no option', ['4.3.1'], /too many arguments/],
]

for (const [title, args, message] of refused) {
  test(`${title} is refused with a hint`, (t) => {
    const error = t.throws(() => parse(args))
    t.regex(error.message, message)
    t.regex(error.message, /--help shows all options/)
  })
}
