import { nodeTcp } from '@odradek/network'
import { UsageError } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import test from 'ava'
import { Broker, type BrokerOptions } from '../src/index.ts'
import { RawClient } from './raw-client.ts'

async function metadata(broker: Broker) {
  const client = new RawClient(nodeTcp, { host: '127.0.0.1', port: broker.port })
  const response = await client.ask(metadataApi, 12, { topics: null })
  client.close()
  return response
}

test('a broker starts on a free port and says where it is', async (t) => {
  const broker = await Broker.start({
    topics: ['orders', { name: 'payments', partitions: 3, configs: { 'cleanup.policy': 'compact' } }],
  })
  t.regex(broker.bootstrapServers, /^127\.0\.0\.1:\d+$/)
  const { topics, clusterId } = await metadata(broker)
  t.deepEqual(
    topics.map((topic) => [topic.name, topic.partitions.length]),
    [
      ['orders', 1],
      ['payments', 3],
    ],
  )
  t.is(clusterId!.length, 22)
  await broker.close()
})

test('several brokers live side by side, each with its own topics', async (t) => {
  const one = await Broker.start({ topics: ['a'] })
  const other = await Broker.start({ topics: ['b'] })
  t.teardown(() => Promise.all([one.close(), other.close()]))
  t.is((await metadata(one)).topics[0]!.name, 'a')
  t.is((await metadata(other)).topics[0]!.name, 'b')
})

test('clients are told the advertised address', async (t) => {
  const broker = await Broker.start({ advertisedHost: 'kafka.example', clusterId: 'mine', nodeId: 5 })
  t.teardown(() => broker.close())
  const { brokers, controllerId, clusterId } = await metadata(broker)
  t.deepEqual(brokers, [{ nodeId: 5, host: 'kafka.example', port: broker.port, rack: null }])
  t.deepEqual([controllerId, clusterId, broker.bootstrapServers], [5, 'mine', `kafka.example:${broker.port}`])
})

test('all interfaces are advertised as localhost', async (t) => {
  const broker = await Broker.start({ host: '0.0.0.0' })
  t.teardown(() => broker.close())
  t.is(broker.bootstrapServers, `localhost:${broker.port}`)
})

const wrong: [title: string, options: object, message: RegExp][] = [
  ['an unknown name', { partition: 3 }, /no option partition: did you mean partitions\?/],
  ['no partitions', { partitions: 0 }, /partitions is 0/],
  ['a port that there is not', { port: 70_000 }, /port is 70000/],
  ['a topic without a name', { topics: [{ partitions: 1 }] }, /must be an array of names/],
  ['a topic with a wrong name', { topics: ['a b'] }, /Broker option topics: Topic name is invalid/],
  [
    'a topic with a wrong config',
    { topics: [{ name: 'a', configs: { 'retention.ms': 'soon' } }] },
    /Invalid value soon/,
  ],
]

for (const [title, options, message] of wrong) {
  test(`options are checked: ${title}`, async (t) => {
    await t.throwsAsync(Broker.start(options as BrokerOptions), { instanceOf: UsageError, message })
  })
}

test('a port that is taken rejects', async (t) => {
  const broker = await Broker.start()
  t.teardown(() => broker.close())
  await t.throwsAsync(Broker.start({ port: broker.port }), { message: /EADDRINUSE|in use/ })
})

test('the example of the README', async (t) => {
  let port: number
  {
    await using broker = await Broker.start({ partitions: 3, topics: ['orders'] })
    t.regex(broker.bootstrapServers, /^127\.0\.0\.1:\d+$/)
    t.is((await metadata(broker)).topics[0]!.partitions.length, 3)
    port = broker.port
  }
  const refused = new RawClient(nodeTcp, { host: '127.0.0.1', port })
  await refused.closed
  t.true(refused.isClosed)
})
