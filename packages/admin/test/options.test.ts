import { Admin, adminOptionsFromProperties, adminOptionTable } from '@odradek/admin'
import type { OptionRule } from '@odradek/network'
import { UsageError } from '@odradek/protocol'
import { exampleOf, kafkaClientConfigs } from '@odradek/test-kit'
import test from 'ava'

import { resolveAdminOptions } from '../src/options.ts'

test('wrong options are refused when the client is made, with the nearest name', (t) => {
  t.throws(() => new Admin({ bootstrapServers: 'a:1', defaultApiTimeout: 1 } as never), {
    instanceOf: UsageError,
    message: /defaultApiTimeoutMs/,
  })
  t.throws(() => new Admin({} as never), { instanceOf: UsageError, message: /bootstrapServers/ })
  t.throws(() => new Admin({ bootstrapServers: 'a:1', retries: -1 }), { instanceOf: UsageError, message: /retries/ })
})

test("defaults are those of Kafka's AdminClientConfig", (t) => {
  const defaults = Object.fromEntries(
    (Object.values(adminOptionTable) as OptionRule[]).flatMap((rule) =>
      rule.kafkaName === undefined || rule.default === undefined ? [] : [[rule.kafkaName, rule.default]],
    ),
  )
  t.like(defaults, {
    'default.api.timeout.ms': 60_000,
    'request.timeout.ms': 30_000,
    'connections.max.idle.ms': 300_000,
    'metadata.max.age.ms': 300_000,
    retries: 0x7fffffff,
    'retry.backoff.ms': 100,
    'retry.backoff.max.ms': 1000,
    'metadata.recovery.strategy': 'rebootstrap',
  })
})

test('a client.properties file gives its options, and tells what has no meaning here without its value', (t) => {
  const warnings: string[] = []
  const options = adminOptionsFromProperties(
    `# for kafka-topics.sh --command-config
bootstrap.servers = a:9092,b:9092
default.api.timeout.ms=5000
security.protocol=SASL_SSL
sasl.mechanism=PLAIN
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="alice" password="secret";
metric.reporters=com.example.Reporter
`,
    (warning) => warnings.push(warning),
  )
  t.like(options, { bootstrapServers: 'a:9092,b:9092', defaultApiTimeoutMs: 5000, securityProtocol: 'SASL_SSL' })
  t.is(warnings.length, 1)
  t.regex(warnings[0]!, /^metric\.reporters has no meaning/)
  t.throws(() => adminOptionsFromProperties({ 'default.api.timeout.ms': 'soon' }), { instanceOf: UsageError })
  t.throws(() => new Admin(adminOptionsFromProperties({ 'bootstrap.servers': 'a:1', retrys: '3' })), {
    instanceOf: UsageError,
    message: /retries/,
  })
})

test("every config of Kafka's own admin client is taken, or left out with a warning", (t) => {
  for (const config of kafkaClientConfigs('AdminClientConfig')) {
    const properties = { 'bootstrap.servers': 'a:1', [config.name]: config.default === '' ? '' : exampleOf(config) }
    // Where it is empty, bootstrap.controllers has to say where to begin.
    if (config.name === 'bootstrap.servers') properties['bootstrap.servers'] = 'a:1'
    t.notThrows(() => resolveAdminOptions(adminOptionsFromProperties(properties)), config.name)
  }
})

test('controllers to begin with are refused: the admin client speaks to brokers', (t) => {
  t.throws(() => adminOptionsFromProperties({ 'bootstrap.controllers': 'c:9093' }), {
    instanceOf: UsageError,
    message: /^bootstrap\.controllers .*bootstrap\.servers/,
  })
})
