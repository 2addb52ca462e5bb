import { UsageError } from '@odradek/protocol'
import { ScriptedNetwork } from '@odradek/test-kit'
import test from 'ava'
import { Consumer } from '../src/consumer.ts'
import { type ConsumerOptions, consumerOptionTable } from '../src/options.ts'

const given: ConsumerOptions = { bootstrapServers: 'broker-1:9092', groupId: 'group', topics: 'orders' }

function make(options: Partial<Record<keyof ConsumerOptions | 'groupID', unknown>>): Consumer {
  return new Consumer({ ...given, ...options } as ConsumerOptions, new ScriptedNetwork().environment)
}

test("the defaults are Kafka's", (t) => {
  const defaults = Object.fromEntries(
    Object.entries(consumerOptionTable).flatMap(([name, rule]) => ('default' in rule ? [[name, rule.default]] : [])),
  )
  t.like(defaults, {
    autoOffsetReset: 'latest',
    enableAutoCommit: true,
    autoCommitIntervalMs: 5000,
    sessionTimeoutMs: 45_000,
    heartbeatIntervalMs: 3000,
    maxPollIntervalMs: 300_000,
    fetchMinBytes: 1,
    fetchMaxBytes: 52_428_800,
    maxPartitionFetchBytes: 1_048_576,
    fetchMaxWaitMs: 500,
    maxPollRecords: 500,
    checkCrcs: true,
  })
})

for (const [what, options, message] of [
  ['a misspelt option', { groupID: 'x' }, /no option groupID.*groupId/],
  ['an empty group', { groupId: '' }, /groupId/],
  ['topics without a group', { groupId: undefined }, /groupId/],
  ['an assignor that does not exist', { partitionAssignmentStrategy: ['fair'] }, /roundrobin/],
  ['a duration that is none', { autoOffsetReset: 'by_duration:1h' }, /PT1H/],
  ['a pattern that is none', { topicPattern: 7 }, /regular expression/],
  ['a reset that does not exist', { autoOffsetReset: 'smallest' }, /'latest', 'earliest', 'none'/],
  ['heartbeats rarer than the session', { sessionTimeoutMs: 3000, heartbeatIntervalMs: 3000 }, /heartbeatIntervalMs/],
  ['a negative size', { fetchMaxBytes: -1 }, /fetchMaxBytes/],
] as const) {
  test(`refused with a word on what to change: ${what}`, (t) => {
    t.throws(() => make(options), { instanceOf: UsageError, message })
  })
}

test('calls that make no sense say so', async (t) => {
  const consumer = make({})
  t.throws(() => consumer.position({ topic: 'orders', partition: 0 }), {
    instanceOf: UsageError,
    message: /orders-0.*not assigned/,
  })
  await t.throwsAsync(consumer.commit([{ topic: 'orders', partition: 0, offset: -1n }]), { instanceOf: UsageError })
  const iterator = consumer[Symbol.asyncIterator]()
  const first = iterator.next()
  await t.throwsAsync(iterator.next(), { instanceOf: UsageError, message: /already/ })
  await consumer.close()
  t.true((await first).done)
})

test('a consumer that was never asked for a record opens no connection, and closes at once', async (t) => {
  const network = new ScriptedNetwork()
  const consumer = new Consumer({ ...given, bootstrapServers: network.bootstrapServers }, network.environment)
  await consumer.close()
  t.is(network.openConnections, 0)
})
