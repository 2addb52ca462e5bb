// Metrics that clients push to brokers that subscribe to them (KIP-714), on the reference broker and a fake clock.
import { Admin } from '@odradek/admin'
import { Broker, type BrokerOptions } from '@odradek/broker'
import { compressionTypeOfId, defaultCodecs } from '@odradek/compression'
import { Consumer, ShareConsumer } from '@odradek/consumer'
import { MemoryNetwork } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { KafkaError, TimeoutError, UsageError } from '@odradek/protocol'
import { getTelemetrySubscriptionsApi } from '@odradek/protocol/apis/get-telemetry-subscriptions'
import { pushTelemetryApi } from '@odradek/protocol/apis/push-telemetry'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { setClientMetricsConfigs } from './administration.ts'

const MINUTE = 60_000

async function setUp(t: ExecutionContext, options: BrokerOptions = { clientTelemetry: true }) {
  const clock = new FakeClock()
  const environment = { clock, transport: new MemoryNetwork({ clock, latencyMs: 1 }), random: seededRandom(1) }
  const until = <T>(promise: Promise<T>) => advanceUntilSettled(clock, promise)
  const broker = await until(Broker.start({ partitions: 1, topics: ['orders'], ...options }, environment))
  const { bootstrapServers } = broker
  const subscribe = (metrics: string) =>
    until(setClientMetricsConfigs(bootstrapServers, 'all', { metrics, 'interval.ms': String(MINUTE) }, environment))
  const producer = new Producer({ bootstrapServers, clientId: 'shop', transactionalId: 'shop-1' }, environment)
  t.teardown(async () => {
    await until(producer.close())
    await until(broker.close())
  })
  const pushes = () =>
    broker.requests.all(pushTelemetryApi).map(({ body }) => ({
      ...body,
      text: new TextDecoder().decode(
        defaultCodecs.get(compressionTypeOfId(body.compressionType)).decompress(body.metrics, 1_000_000),
      ),
    }))
  const asked = () => broker.requests.all(getTelemetrySubscriptionsApi).length
  return { clock, environment, until, broker, bootstrapServers, subscribe, producer, pushes, asked }
}

test('a producer pushes what brokers subscribe to, compressed, and once more when it closes', async (t) => {
  const { clock, until, subscribe, producer, pushes } = await setUp(t)
  await subscribe('org.apache.kafka.producer.record.send.,org.apache.kafka.producer.topic.')
  await until(producer.transaction((transaction) => transaction.send({ topic: 'orders', value: 'secret' })))
  const id = await until(producer.clientInstanceId())
  await clock.advance(1.5 * MINUTE)
  t.is(pushes().length, 1)
  await clock.advance(MINUTE)
  t.is(pushes().length, 2)
  await until(producer.close())
  const [first, , last] = pushes()
  t.is(pushes().length, 3)
  t.deepEqual([first!.clientInstanceId, first!.terminating, last!.terminating], [id, false, true])
  t.is(first!.compressionType, 4, 'what the broker prefers')
  t.regex(first!.text, /org\.apache\.kafka\.producer\.record\.send\.total/)
  t.regex(first!.text, /org\.apache\.kafka\.producer\.topic\.byte\.total[^]*topic[^]*orders/)
  t.regex(first!.text, /transactional_id[^]*shop-1/)
  t.notRegex(first!.text, /batch\.split|secret/)
})

test('a subscription that changes is learned by the next push', async (t) => {
  const { clock, until, subscribe, producer, pushes, asked } = await setUp(t)
  await subscribe('org.apache.kafka.producer.record.send.')
  await until(producer.transaction((transaction) => transaction.send({ topic: 'orders', value: 'a' })))
  await clock.advance(1.5 * MINUTE)
  t.notRegex(pushes()[0]!.text, /batch\.split/)
  await subscribe('org.apache.kafka.producer.batch.')
  await clock.advance(MINUTE)
  t.is(asked(), 2, 'asked again at once')
  await clock.advance(1.5 * MINUTE)
  t.regex(pushes().at(-1)!.text, /batch\.split/)
})

test('consumers push under their group; each client has an id of its own', async (t) => {
  const { clock, until, subscribe, bootstrapServers, environment, pushes } = await setUp(t)
  await subscribe('*')
  const consumer = new Consumer(
    { bootstrapServers, groupId: 'billing', topics: 'orders', clientRack: 'r1' },
    environment,
  )
  const share = new ShareConsumer({ bootstrapServers, groupId: 'queue', topics: 'orders' }, environment)
  await until(Promise.all([consumer.poll({ timeoutMs: 100 }), share.poll({ timeoutMs: 100 })]))
  t.not(await until(consumer.clientInstanceId()), await until(share.clientInstanceId()))
  const polling = Promise.all([consumer.poll({ timeoutMs: 1.5 * MINUTE }), share.poll({ timeoutMs: 1.5 * MINUTE })])
  await clock.advance(1.5 * MINUTE)
  await until(polling)
  await until(Promise.all([consumer.close(), share.close()]))
  const texts = pushes().map(({ text }) => text)
  const ofGroup = (group: string) => texts.find((text) => text.includes(group))!
  t.regex(ofGroup('billing'), /client_rack[^]*r1[^]*group_id[^]*billing[^]*group_member_id/)
  t.regex(ofGroup('billing'), /org\.apache\.kafka\.consumer\.coordinator\.rebalance\.total/)
  t.regex(ofGroup('queue'), /org\.apache\.kafka\.consumer\.share\.fetch\.manager\.accepted\.total/)
  t.is(pushes().filter(({ terminating }) => terminating).length, 2)
})

for (const groupProtocol of ['classic', 'consumer'] as const) {
  test(`the last push of a consumer says as whom it was in its group (${groupProtocol})`, async (t) => {
    const { clock, until, subscribe, bootstrapServers, environment, pushes } = await setUp(t)
    await subscribe('*')
    const memberIds = new Set<string>()
    const consumer = new Consumer(
      {
        ...{ bootstrapServers, groupId: 'billing', topics: 'orders', groupProtocol },
        onEvent: (event) => {
          if (event.type === 'member-state' && event.to === 'stable') memberIds.add(event.memberId)
        },
      },
      environment,
    )
    await until(consumer.poll({ timeoutMs: 100 }))
    await until(consumer.clientInstanceId())
    await clock.advance(100)
    await until(consumer.close())
    t.deepEqual(
      pushes().map(({ terminating }) => terminating),
      [true],
    )
    t.true(memberIds.size === 1 && [...memberIds].every((id) => pushes()[0]!.text.includes(id)))
  })
}

test('an admin client pushes, too', async (t) => {
  const { clock, until, subscribe, bootstrapServers, environment, pushes } = await setUp(t)
  await subscribe('org.apache.kafka.admin.client.request.')
  const admin = new Admin({ bootstrapServers }, environment)
  const id = await until(admin.clientInstanceId())
  await until(admin.createTopics([{ name: 'bills' }]))
  await clock.advance(1.5 * MINUTE)
  await until(admin.close())
  const own = pushes().filter(({ clientInstanceId }) => clientInstanceId === id)
  t.deepEqual(
    own.map(({ terminating }) => terminating),
    [false, true],
  )
  t.regex(own[0]!.text, /org\.apache\.kafka\.admin\.client\.request\.total/)
})

test('who wants no metrics pushed sends nothing, and has no id', async (t) => {
  const { clock, until, subscribe, bootstrapServers, environment, asked } = await setUp(t)
  await subscribe('*')
  const quiet = new Producer({ bootstrapServers, enableMetricsPush: false }, environment)
  await until(quiet.send({ topic: 'orders', value: 'a' }))
  await clock.advance(10 * MINUTE)
  t.is(asked(), 0)
  await t.throwsAsync(until(quiet.clientInstanceId()), { instanceOf: UsageError, message: /enableMetricsPush/ })
  await until(quiet.close())
})

test('brokers that take no metrics are not asked', async (t) => {
  const { clock, until, bootstrapServers, environment, asked } = await setUp(t, {})
  const producer = new Producer({ bootstrapServers }, environment)
  await until(producer.send({ topic: 'orders', value: 'a' }))
  await clock.advance(10 * MINUTE)
  t.is(asked(), 0)
  await t.throwsAsync(until(producer.clientInstanceId()), { instanceOf: KafkaError, message: /take no metrics/ })
  await until(producer.close())
})

test('an id that no broker gives is waited for as long as was said', async (t) => {
  const { until, broker, bootstrapServers, environment } = await setUp(t)
  await until(broker.close())
  const producer = new Producer({ bootstrapServers }, environment)
  await t.throwsAsync(until(producer.clientInstanceId({ timeoutMs: 500 })), {
    instanceOf: TimeoutError,
    message: /500 ms/,
  })
  await until(producer.close())
})

test('a broker that does not answer the last push holds a client up for a second at most', async (t) => {
  const { clock, until, subscribe, broker, bootstrapServers, environment } = await setUp(t)
  await subscribe('*')
  const producer = new Producer({ bootstrapServers }, environment)
  await until(producer.send({ topic: 'orders', value: 'a' }))
  await until(producer.clientInstanceId())
  broker.intercept(pushTelemetryApi, { drop: true })
  const beganMs = clock.nowMs()
  await until(producer.close())
  t.true(clock.nowMs() - beganMs <= 1100, String(clock.nowMs() - beganMs))
})

test('a client that has less time to close waits for the last push no longer than that', async (t) => {
  const { clock, until, subscribe, broker, bootstrapServers, environment } = await setUp(t)
  await subscribe('*')
  const producer = new Producer({ bootstrapServers }, environment)
  const admin = new Admin({ bootstrapServers }, environment)
  const consumer = new Consumer({ bootstrapServers, groupId: 'billing', topics: 'orders' }, environment)
  const share = new ShareConsumer({ bootstrapServers, groupId: 'queue', topics: 'orders' }, environment)
  await until(producer.send({ topic: 'orders', value: 'a' }))
  await until(Promise.all([consumer.poll({ timeoutMs: 100 }), share.poll({ timeoutMs: 100 })]))
  const clients = { producer, admin, consumer, share }
  for (const client of Object.values(clients)) await until(client.clientInstanceId())
  broker.intercept(pushTelemetryApi, { drop: true })
  for (const [name, client] of Object.entries(clients)) {
    const beganMs = clock.nowMs()
    await until(client.close({ timeoutMs: 200 }))
    const tookMs = clock.nowMs() - beganMs
    t.true(tookMs >= 200 && tookMs <= 210, `${name}: ${tookMs} ms`)
  }
})

test('closing again without time ends the wait for the last push', async (t) => {
  const { clock, until, subscribe, broker, bootstrapServers, environment } = await setUp(t)
  await subscribe('*')
  const producer = new Producer({ bootstrapServers }, environment)
  await until(producer.clientInstanceId())
  broker.intercept(pushTelemetryApi, { drop: true })
  const closed = producer.close()
  await clock.advance(50)
  const beganMs = clock.nowMs()
  await until(Promise.all([closed, producer.close({ timeoutMs: 0 })]))
  t.true(clock.nowMs() - beganMs <= 10)
})
