import { resolveOptions } from '@odradek/network/internal'
import { UsageError } from '@odradek/protocol'
import { exampleOf, kafkaClientConfigs } from '@odradek/test-kit'
import test from 'ava'
import { Consumer } from '../src/consumer.ts'
import { consumerOptionsFromProperties } from '../src/options-from-properties.ts'
import { consumerOptionTable } from '../src/options.ts'
import { ShareConsumer } from '../src/share/share-consumer.ts'
import { shareConsumerOptionTable } from '../src/share/share-options.ts'
import { shareConsumerOptionsFromProperties } from '../src/share/share-options-from-properties.ts'

test("a client.properties of Kafka's console consumer loads as it is", (t) => {
  const warnings: string[] = []
  const options = consumerOptionsFromProperties(
    `# comment
bootstrap.servers=broker-1:9092,broker-2:9092
group.id = billing
auto.offset.reset: by_duration:PT1H
enable.auto.commit=false
max.poll.records=10
isolation.level=read_committed
partition.assignment.strategy=org.apache.kafka.clients.consumer.CooperativeStickyAssignor, range
key.deserializer=org.apache.kafka.common.serialization.StringDeserializer
`,
    (warning) => warnings.push(warning),
  )
  t.deepEqual(options as object, {
    bootstrapServers: 'broker-1:9092,broker-2:9092',
    groupId: 'billing',
    autoOffsetReset: 'by_duration:PT1H',
    enableAutoCommit: false,
    maxPollRecords: 10,
    isolationLevel: 'read_committed',
    partitionAssignmentStrategy: ['cooperative-sticky', 'range'],
  })
  t.deepEqual(warnings, ['key.deserializer has no meaning here: it is left out'])
})

test('exclude.internal.topics is a property of today: it is left out with no word of ZooKeeper', (t) => {
  const warnings: string[] = []
  consumerOptionsFromProperties('bootstrap.servers=broker:9092\nexclude.internal.topics=true', (warning) =>
    warnings.push(warning),
  )
  t.deepEqual(warnings, ['exclude.internal.topics has no meaning here: it is left out'])
})

test('names and values of the consumers that ZooKeeper coordinated are taken for their successors', (t) => {
  const warnings: string[] = []
  const options = consumerOptionsFromProperties(
    {
      'zookeeper.connect': 'zk:2181',
      'group.id': 'old',
      'auto.offset.reset': 'smallest',
      'auto.commit.enable': 'true',
      'auto.commit.interval.ms': '1000',
      'fetch.message.max.bytes': '65536',
    },
    (warning) => warnings.push(warning),
  )
  t.deepEqual(options as object, {
    groupId: 'old',
    autoOffsetReset: 'earliest',
    enableAutoCommit: true,
    autoCommitIntervalMs: 1000,
    maxPartitionFetchBytes: 65_536,
  })
  t.is(warnings.length, 4)
  t.regex(warnings[0]!, /zookeeper\.connect .* no successor/)
  t.false(warnings.some((warning) => warning.includes('2181')))
})

test('a class that is not known here is refused with those that are', (t) => {
  t.throws(() => consumerOptionsFromProperties({ 'partition.assignment.strategy': 'com.example.Mine' }), {
    instanceOf: UsageError,
    message: /RangeAssignor/,
  })
})

test('the same file loads for a share consumer: what its group has its brokers decide is said, and left out', (t) => {
  const warnings: string[] = []
  const options = shareConsumerOptionsFromProperties(
    `bootstrap.servers=broker-1:9092
group.id=mailers
share.acknowledgement.mode=explicit
max.poll.records=10
fetch.max.wait.ms=100
auto.offset.reset=earliest
partition.assignment.strategy=org.apache.kafka.clients.consumer.RangeAssignor
value.deserializer=org.apache.kafka.common.serialization.StringDeserializer
`,
    (warning) => warnings.push(warning),
  )
  t.deepEqual(options as object, {
    bootstrapServers: 'broker-1:9092',
    groupId: 'mailers',
    shareAcknowledgementMode: 'explicit',
    maxPollRecords: 10,
    fetchMaxWaitMs: 100,
  })
  t.deepEqual(warnings, [
    'auto.offset.reset is not for share groups: the config share.auto.offset.reset of the group is in its place',
    'partition.assignment.strategy is not for share groups: it is left out',
    'value.deserializer has no meaning here: it is left out',
  ])
})

test('a name that nobody knows comes through, so that the consumer refuses it', (t) => {
  const options = shareConsumerOptionsFromProperties({
    'bootstrap.servers': 'a:1',
    'group.id': 'g',
    'max.pol.records': '1',
  })
  t.throws(() => new ShareConsumer({ ...options, topics: 'mails' }), { message: /max\.pol\.records/ })
  const nearly = { 'bootstrap.servers': 'a:1', 'metadata.recovery.strategie': 'none' }
  t.throws(() => new Consumer(consumerOptionsFromProperties(nearly)), { message: /metadata\.recovery\.strategie/ })
})

test("every config of Kafka's own consumer is taken, or left out with a warning", (t) => {
  for (const config of kafkaClientConfigs('ConsumerConfig')) {
    const properties = { 'bootstrap.servers': 'a:1', 'group.id': 'g', [config.name]: exampleOf(config) }
    t.notThrows(
      () => resolveOptions('Consumer', consumerOptionTable, consumerOptionsFromProperties(properties)),
      config.name,
    )
    const share = { ...shareConsumerOptionsFromProperties(properties), topics: 't' }
    t.notThrows(
      () => resolveOptions('ShareConsumer', shareConsumerOptionTable, share),
      `${config.name} of a share consumer`,
    )
  }
})
