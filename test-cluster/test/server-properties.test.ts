import test from 'ava'
import { serverProperties } from '../src/server-properties.ts'
import type { NodeSettings } from '../src/server-properties.ts'
import { findVersion } from '../src/versions.ts'

const local = { host: '127.0.0.1', bindHost: '127.0.0.1' }
const plaintext = {
  label: 'PLAINTEXT',
  name: 'PLAINTEXT',
  protocol: 'PLAINTEXT',
  clientAuth: 'none',
  sasl: [],
  ...local,
} as const

const settings: NodeSettings = {
  nodeId: 1,
  isBroker: true,
  isController: true,
  row: findVersion('4.3.1'),
  listeners: [{ ...plaintext, port: 9092 }],
  interBrokerListener: 'PLAINTEXT',
  controllers: [{ nodeId: 1, port: 9093, ...local }],
  zooKeeper: undefined,
  security: {},
  brokers: 1,
  dataFolder: '/tmp/data',
  overrides: {},
}

test('the file describes one KRaft node on 127.0.0.1', (t) => {
  t.is(
    serverProperties(settings),
    `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:9093
broker.heartbeat.interval.ms=500
broker.session.timeout.ms=4000
listeners=PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093
advertised.listeners=PLAINTEXT://127.0.0.1:9092
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
log.dirs=/tmp/data
offsets.topic.replication.factor=1
offsets.topic.num.partitions=5
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=5
group.initial.rebalance.delay.ms=0
log.cleaner.dedupe.buffer.size=4194304
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
share.coordinator.state.topic.num.partitions=5
`,
  )
})

test('a version without a share coordinator gets none of its settings', (t) => {
  t.notRegex(serverProperties({ ...settings, row: findVersion('3.9.1') }), /share\./)
})

test('an override replaces a setting or adds one', (t) => {
  const text = serverProperties({
    ...settings,
    overrides: { 'offsets.topic.num.partitions': '50', 'auto.create.topics.enable': 'false' },
  })
  t.regex(text, /^offsets\.topic\.num\.partitions=50$/m)
  t.is(text.match(/offsets\.topic\.num\.partitions/g)?.length, 1)
  t.regex(text, /^auto\.create\.topics\.enable=false$/m)
})

test('a value keeps its backslashes, line breaks and leading blank through the properties format', (t) => {
  const text = serverProperties({ ...settings, overrides: { 'a.b': ' C:\\kafka\nnode.id=7' } })
  t.true(text.includes('a.b=\\ C:\\\\kafka\\nnode.id=7\n'))
  t.is(text.match(/^node\.id=/gm)?.length, 1)
})

test('a name that cannot be a setting is refused', (t) => {
  for (const name of ['', 'a b', 'a=b', 'a\nb']) {
    t.throws(() => serverProperties({ ...settings, overrides: { [name]: '1' } }), { code: 'bad-option' })
  }
})

test('of several brokers each knows all controllers, and internal topics are replicated', (t) => {
  const controllers = [1, 2, 3].map((nodeId) => ({ nodeId, port: 9100 + nodeId, ...local }))
  const text = serverProperties({ ...settings, nodeId: 2, brokers: 4, controllers })
  t.regex(text, /^controller\.quorum\.voters=1@127\.0\.0\.1:9101,2@127\.0\.0\.1:9102,3@127\.0\.0\.1:9103$/m)
  t.regex(text, /^listeners=PLAINTEXT:\/\/127\.0\.0\.1:9092,CONTROLLER:\/\/127\.0\.0\.1:9102$/m)
  t.regex(text, /^offsets\.topic\.replication\.factor=3$/m)
  t.regex(text, /^transaction\.state\.log\.min\.isr=2$/m)
  t.regex(text, /^min\.insync\.replicas=2$/m)
})

test('a node that is a broker alone does not listen as a controller', (t) => {
  const text = serverProperties({ ...settings, nodeId: 4, isController: false, brokers: 4 })
  t.regex(text, /^process\.roles=broker$/m)
  t.regex(text, /^listeners=PLAINTEXT:\/\/127\.0\.0\.1:9092$/m)
})

test('a node that is a controller alone advertises nothing', (t) => {
  const controllers = [{ nodeId: 3, port: 9093, ...local }]
  const text = serverProperties({ ...settings, nodeId: 3, isBroker: false, listeners: [], controllers, brokers: 2 })
  t.regex(text, /^process\.roles=controller$/m)
  t.regex(text, /^listeners=CONTROLLER:\/\/127\.0\.0\.1:9093$/m)
  t.notRegex(text, /advertised|inter\.broker/)
})

const withZooKeeper = (version: string): string =>
  serverProperties({ ...settings, row: findVersion(version), controllers: [], zooKeeper: '127.0.0.1:2181' })

test('a version before KRaft is told its ZooKeeper, and nothing that it does not know', (t) => {
  const text = withZooKeeper('2.8.2')
  t.regex(text, /^broker\.id=1$/m)
  t.regex(text, /^zookeeper\.connect=127\.0\.0\.1:2181$/m)
  t.regex(text, /^listeners=PLAINTEXT:\/\/127\.0\.0\.1:9092$/m)
  t.notRegex(text, /^(process\.roles|node\.id|controller\.|share\.|broker\.session)/m)
})

test('before 0.11 there are no settings of transactions, before 0.10.2 no names of listeners, and 0.8 has a host and a port', (t) => {
  t.notRegex(withZooKeeper('0.10.2.2'), /transaction/)
  t.regex(withZooKeeper('0.10.2.2'), /^inter\.broker\.listener\.name=PLAINTEXT$/m)
  t.notRegex(withZooKeeper('0.10.0.1'), /listener\.name|protocol\.map/)
  t.regex(withZooKeeper('0.8.2.2'), /^host\.name=127\.0\.0\.1\nport=9092$/m)
  t.notRegex(withZooKeeper('0.8.2.2'), /listeners/)
})
