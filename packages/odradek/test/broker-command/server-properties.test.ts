import test from 'ava'
import { propertiesOfEnvironment } from '../../src/broker-command/kafka-environment.ts'
import { optionsOfProperties } from '../../src/broker-command/server-properties.ts'
import { CommandError } from '../../src/cli/command-error.ts'

test('the properties of Kafka’s own server.properties become options, or are said to have no effect', (t) => {
  const { options, warnings } = optionsOfProperties(
    {
      'process.roles': 'broker,controller',
      'node.id': '3',
      'controller.quorum.bootstrap.servers': 'localhost:9093',
      listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      'inter.broker.listener.name': 'PLAINTEXT',
      'advertised.listeners': 'PLAINTEXT://kafka.example:19092,CONTROLLER://localhost:9093',
      'controller.listener.names': 'CONTROLLER',
      'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL',
      'num.network.threads': '3',
      'num.partitions': ' 4 ',
      'auto.create.topics.enable': 'false',
      'connections.max.idle.ms': '5000',
    },
    'server.properties',
  )
  t.deepEqual(options, {
    nodeId: 3,
    partitions: 4,
    autoCreateTopicsEnable: false,
    connectionsMaxIdleMs: 5000,
    host: '0.0.0.0',
    port: 9092,
    advertisedHost: 'kafka.example',
    advertisedPort: 19_092,
  })
  t.deepEqual(warnings, [
    'server.properties: without effect on this broker: process.roles, controller.quorum.bootstrap.servers, num.network.threads',
  ])
})

test('ZooKeeper, unknown names and listeners that are not opened are warned about', (t) => {
  const { options, warnings } = optionsOfProperties(
    {
      'broker.id': '7',
      'zookeeper.connect': 'zk:2181',
      'num.partition': '4',
      'my.own': '1',
      listeners: 'SSL://:9093,IN://127.0.0.1:9092',
      'listener.security.protocol.map': 'IN:PLAINTEXT,SSL:SSL',
    },
    'f',
  )
  t.like(options, { nodeId: 7, host: '127.0.0.1', port: 9092 })
  t.deepEqual(warnings, [
    'f: zookeeper.connect: there is no ZooKeeper here, as in Apache Kafka since 4.0; it is ignored',
    'f: Kafka has no property num.partition; did you mean num.partitions?',
    'f: Kafka has no property my.own',
    'f: listeners: SSL is not opened; IN is',
  ])
})

test('a value that is none of its kind is refused with its place', (t) => {
  const wrong: [string, string][] = [
    ['num.partitions', 'many'],
    ['auto.create.topics.enable', 'yes'],
    ['listeners', 'localhost:9092'],
    ['listeners', 'PLAINTEXT://:99999'],
  ]
  for (const [key, value] of wrong) {
    const error = t.throws(() => optionsOfProperties({ [key]: value }, 'f'), { instanceOf: CommandError })
    t.is(error.message, `f: ${key} is '${value}'`)
  }
})

test('KAFKA_ variables are properties, as in Apache Kafka’s image', (t) => {
  const env = {
    KAFKA_NUM_PARTITIONS: '3',
    KAFKA_LISTENERS: 'PLAINTEXT://:9092',
    KAFKA_A__B___C: 'x',
    KAFKA_HEAP_OPTS: '-Xmx1G',
    KAFKA_JMX_OPTS: '',
    PATH: '/bin',
  }
  t.deepEqual(propertiesOfEnvironment(env), {
    'num.partitions': '3',
    listeners: 'PLAINTEXT://:9092',
    'a_b-c': 'x',
  })
})
