import { UsageError } from '@odradek/protocol'
import test from 'ava'

import { Producer, producerOptionsFromProperties } from '../src/index.ts'
import { resolveProducerOptions } from '../src/options.ts'

test('a client.properties file of today loads as it is', (t) => {
  const warnings: string[] = []
  const options = producerOptionsFromProperties(
    [
      '# the shop',
      '! of today',
      'bootstrap.servers = kafka-1:9092,\\',
      '    kafka-2:9092',
      'acks=all',
      'linger.ms: 20',
      'compression.type   lz4',
      'enable.idempotence=TRUE',
      'client.id=caf\\u00e9\\ \\=1',
      'transactional.id=billing-1',
      'key.serializer=org.apache.kafka.common.serialization.StringSerializer',
      'partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner',
      '',
    ].join('\n'),
    (warning) => warnings.push(warning),
  )
  t.deepEqual(options as object, {
    bootstrapServers: 'kafka-1:9092,kafka-2:9092',
    acks: 'all',
    lingerMs: 20,
    compressionType: 'lz4',
    enableIdempotence: true,
    clientId: 'café =1',
    transactionalId: 'billing-1',
    partitioner: 'java-round-robin',
  })
  t.notThrows(() => resolveProducerOptions(options))
  t.deepEqual(warnings, ['key.serializer has no meaning here: it is left out'])
})

test('the names of the 0.8 producer are taken for their successors, with a warning each', (t) => {
  const warnings: string[] = []
  const options = producerOptionsFromProperties(
    {
      'metadata.broker.list': 'b:9092',
      'request.required.acks': '-1',
      'serializer.class': 'kafka.serializer.StringEncoder',
      'compression.codec': '2',
      'producer.type': 'sync',
      'message.send.max.retries': '3',
      'queue.enqueue.timeout.ms': '-1',
      'partitioner.class': 'kafka.producer.DefaultPartitioner',
    },
    (warning) => warnings.push(warning),
  )
  t.deepEqual(options as object, {
    bootstrapServers: 'b:9092',
    acks: -1,
    compressionType: 'snappy',
    lingerMs: 0,
    retries: 3,
    maxBlockMs: Number.MAX_SAFE_INTEGER,
    partitioner: 'scala-0.8.2',
  })
  t.notThrows(() => resolveProducerOptions(options))
  t.is(warnings.length, 7)
  t.is(warnings[0], 'metadata.broker.list is a name of the producer of Kafka 0.8: it is bootstrap.servers now')
})

test('a name that nobody knows is refused with the nearest, a value of a wrong form without being shown', (t) => {
  const options = producerOptionsFromProperties({ 'bootstrap.servers': 'b:9092', 'liger.ms': '5' })
  const error = t.throws(() => new Producer(options))
  t.true(UsageError.is(error))
  t.regex(error.message, /no option liger.ms: did you mean lingerMs/)
  for (const [name, value] of [
    ['linger.ms', 'soon'],
    ['enable.idempotence', 'maybe'],
    ['partitioner.class', 'com.example.Mine'],
  ] as const) {
    const wrong = t.throws(() => producerOptionsFromProperties({ [name]: value }))
    t.true(UsageError.is(wrong))
    t.false(wrong.message.includes(value))
  }
})
