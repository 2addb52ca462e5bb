import test from 'ava'
import * as protocol from '../src/index.ts'
import { KafkaError } from '../src/errors/kafka-error.ts'

const {
  AbortableTransactionError,
  AuthenticationError,
  AuthorizationError,
  BrokerError,
  ConnectionError,
  FencedError,
  InvariantError,
  TimeoutError,
  UnsupportedVersionError,
  UsageError,
} = protocol

type Make = (options: { cause?: unknown; retriable?: boolean }) => KafkaError

/** Every class: its name, its code, whether it is retriable by default, how one is made, and its own `is`. */
const table: readonly (readonly [string, string, boolean, Make, (value: unknown) => boolean])[] = [
  ['KafkaError', 'KAFKA_ERROR', false, (o) => new KafkaError('m', o), (v) => KafkaError.is(v)],
  [
    'AbortableTransactionError',
    'TRANSACTION_ABORTABLE',
    false,
    (o) => new AbortableTransactionError('m', o),
    (v) => AbortableTransactionError.is(v),
  ],
  [
    'AuthenticationError',
    'AUTHENTICATION_FAILED',
    false,
    (o) => new AuthenticationError('m', o),
    (v) => AuthenticationError.is(v),
  ],
  [
    'AuthorizationError',
    'NOT_AUTHORIZED',
    false,
    (o) => new AuthorizationError('m', o),
    (v) => AuthorizationError.is(v),
  ],
  [
    'BrokerError',
    'BROKER_ERROR',
    false,
    (o) => new BrokerError({ api: 'Produce', errorCode: 10, ...o }),
    (v) => BrokerError.is(v),
  ],
  ['ConnectionError', 'CONNECTION_FAILED', true, (o) => new ConnectionError('m', o), (v) => ConnectionError.is(v)],
  ['FencedError', 'FENCED', false, (o) => new FencedError('m', o), (v) => FencedError.is(v)],
  ['InvariantError', 'INVARIANT', false, (o) => new InvariantError('m', o), (v) => InvariantError.is(v)],
  ['TimeoutError', 'TIMED_OUT', true, (o) => new TimeoutError('m', o), (v) => TimeoutError.is(v)],
  [
    'UnsupportedVersionError',
    'UNSUPPORTED_VERSION',
    false,
    (o) => new UnsupportedVersionError('m', o),
    (v) => UnsupportedVersionError.is(v),
  ],
  ['UsageError', 'USAGE', false, (o) => new UsageError('m', o), (v) => UsageError.is(v)],
]

for (const [name, code, retriable, make] of table) {
  test(`${name} has its name, its code, its brand and what it was given`, (t) => {
    const cause = new Error('below')
    const error = make({ cause })
    t.true(error instanceof Error && error instanceof KafkaError)
    t.is(error.name, name)
    t.is(error.code, code)
    t.is(error.retriable, retriable)
    t.is(error.cause, cause)
    t.is(make({ retriable: !retriable }).retriable, !retriable)
    t.false('cause' in make({}))
    t.true(String(error.stack).startsWith(`${name}: ${error.message}`) || String(error).startsWith(`${name}: `))
    for (const [other, , , , is] of table) t.is(is(error), other === name || other === 'KafkaError', `${other}.is`)
  })
}

test('the table has every error class that the package gives out', (t) => {
  const classes = Object.keys(protocol).filter((name) => name.endsWith('Error'))
  t.deepEqual(classes.sort(), table.map(([name]) => name).sort())
})

test('no two classes share a code', (t) => {
  t.is(new Set(table.map(([, code]) => code)).size, table.length)
})

test('`is` says no to everything else', (t) => {
  for (const value of [undefined, null, 0, 'x', {}, new Error('x'), () => undefined]) {
    for (const [name, , , , is] of table) t.false(is(value), name)
  }
})

test('`is` holds for an error of another copy of the package', (t) => {
  const foreign = { [Symbol.for('odradek.KafkaError')]: true, [Symbol.for('odradek.TimeoutError')]: true }
  t.true(KafkaError.is(foreign) && TimeoutError.is(foreign))
  t.false(FencedError.is(foreign))
})

test('a BrokerError tells the API, the topic partition, the code and what it means', (t) => {
  const error = new BrokerError({ api: 'Produce', errorCode: 6, topic: 'orders', partition: 3, detail: 'moved' })
  t.is(error.errorName, 'NOT_LEADER_OR_FOLLOWER')
  t.deepEqual([error.api, error.errorCode, error.topic, error.partition], ['Produce', 6, 'orders', 3])
  t.true(error.retriable)
  t.regex(error.message, /^Produce failed for orders-3 with NOT_LEADER_OR_FOLLOWER: .* The broker says: moved$/)
  t.regex(new BrokerError({ api: 'X', errorCode: 3, topic: 'a' }).message, /^X failed for topic a with/)
  t.regex(new BrokerError({ api: 'X', errorCode: 3, partition: 1 }).message, /^X failed for partition 1 with/)
  t.regex(
    new BrokerError({ api: 'X', errorCode: 3, detail: null }).message,
    /^X failed with UNKNOWN_TOPIC_OR_PARTITION/,
  )
})

test('a BrokerError of a code that is not known says so', (t) => {
  const error = new BrokerError({ api: 'Fetch', errorCode: 999 })
  t.is(error.errorName, 'UNKNOWN_ERROR_999')
  t.false(error.retriable)
  t.regex(error.message, /999/)
})

test('the fields of their own that some errors have', (t) => {
  t.is(new ConnectionError('m', { address: 'host:9092' }).address, 'host:9092')
  t.is(new UnsupportedVersionError('m', { api: 'Fetch' }).api, 'Fetch')
  const denied = new AuthorizationError('m', {
    errorCode: 29,
    errorName: 'TOPIC_AUTHORIZATION_FAILED',
    resource: 'orders',
  })
  t.deepEqual([denied.errorCode, denied.errorName, denied.resource], [29, 'TOPIC_AUTHORIZATION_FAILED', 'orders'])
})
