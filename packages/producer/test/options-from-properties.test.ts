import { UsageError } from '@odradek/protocol'
import { exampleOf, kafkaClientConfigs } from '@odradek/test-kit'
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
  const nearly = { 'bootstrap.servers': 'b:9092', 'metadata.recovery.strategie': 'none' }
  t.throws(() => new Producer(producerOptionsFromProperties(nearly)), { message: /metadata\.recovery\.strategie/ })
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

test("the properties of Kafka's security are options of the same names, the JAAS text included", (t) => {
  const warnings: string[] = []
  const options = producerOptionsFromProperties(
    [
      'bootstrap.servers=kafka:9094',
      'security.protocol=SASL_SSL',
      'sasl.mechanism=SCRAM-SHA-512',
      'sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\',
      '  username="alice" \\',
      '  password="al=ice;secret";',
      'ssl.truststore.type=PEM',
      'ssl.truststore.certificates=-----BEGIN CERTIFICATE----- MIIB -----END CERTIFICATE-----',
      'ssl.endpoint.identification.algorithm=',
      'ssl.protocol=TLSv1.3',
    ].join('\n'),
    (warning) => warnings.push(warning),
  )
  t.deepEqual(options, {
    bootstrapServers: 'kafka:9094',
    securityProtocol: 'SASL_SSL',
    saslMechanism: 'SCRAM-SHA-512',
    saslJaasConfig:
      'org.apache.kafka.common.security.scram.ScramLoginModule required username="alice" password="al=ice;secret";',
    sslTruststoreType: 'PEM',
    sslTruststoreCertificates: '-----BEGIN CERTIFICATE----- MIIB -----END CERTIFICATE-----',
    sslEndpointIdentificationAlgorithm: '',
  })
  t.deepEqual(warnings, ['ssl.protocol has no meaning here: it is left out'])
})

test('an option that is secret is not shown in the error that refuses it', (t) => {
  const error = t.throws(() => resolveProducerOptions({ bootstrapServers: 'a:1', saslPassword: ['s3cret'] as never }))
  t.is(error?.message, 'Producer option saslPassword is secret, and must be a string')
})

test("every config of Kafka's own producer is taken, or left out with a warning", (t) => {
  for (const config of kafkaClientConfigs('ProducerConfig')) {
    // A Java class of somebody's own has no counterpart: refused, and tested above.
    if (config.name === 'partitioner.class') continue
    const load = () =>
      resolveProducerOptions(
        producerOptionsFromProperties({ 'bootstrap.servers': 'a:1', [config.name]: exampleOf(config) }),
      )
    t.notThrows(load, config.name)
  }
})

test('two-phase commit may be off, and is refused where it is on', (t) => {
  const warnings: string[] = []
  const off = { 'transaction.two.phase.commit.enable': ' false ' }
  t.deepEqual(producerOptionsFromProperties(off, (warning) => warnings.push(warning)) as object, {})
  t.deepEqual(warnings, ['transaction.two.phase.commit.enable has no meaning here: it is left out'])
  t.throws(() => producerOptionsFromProperties({ 'transaction.two.phase.commit.enable': 'true' }), {
    instanceOf: UsageError,
    message: /^transaction\.two\.phase\.commit\.enable .*KIP-939.* leave it out/,
  })
})

test('what signs assertions for tokens is left out, with what to do in its place', (t) => {
  const warnings: string[] = []
  const assertion = { 'sasl.oauthbearer.assertion.private.key.passphrase': 's3cret' }
  t.deepEqual(producerOptionsFromProperties(assertion, (warning) => warnings.push(warning)) as object, {})
  t.is(warnings.length, 1)
  t.regex(warnings[0]!, /left out: .*saslOauthbearerToken/)
  t.false(warnings[0]!.includes('s3cret'))
})

test('values that older releases had names or numbers for are those of today', (t) => {
  const load = (properties: Record<string, string>) => {
    const warnings: string[] = []
    const options = producerOptionsFromProperties(properties, (warning) => warnings.push(warning))
    t.notThrows(() => resolveProducerOptions({ ...options, bootstrapServers: 'a:1' }))
    t.is(warnings.length, 1)
    return options as object
  }
  t.deepEqual(load({ 'client.dns.lookup': 'default' }), { clientDnsLookup: 'use_all_dns_ips' })
  t.deepEqual(load({ 'compression.codec': '3' }), { compressionType: 'lz4' })
  t.deepEqual(load({ 'topic.metadata.refresh.interval.ms': '-1' }), { metadataMaxAgeMs: 0x7fffffff })
  t.deepEqual(load({ 'topic.metadata.refresh.interval.ms': '5000' }), { metadataMaxAgeMs: 5000 })
})
