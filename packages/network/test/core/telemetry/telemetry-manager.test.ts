import { ZERO_UUID } from '@odradek/bytes'
import { ConnectionError, ErrorCode, type MessageInput, UnsupportedVersionError } from '@odradek/protocol'
import { getTelemetrySubscriptionsApi } from '@odradek/protocol/apis/get-telemetry-subscriptions'
import { pushTelemetryApi } from '@odradek/protocol/apis/push-telemetry'
import type { GetTelemetrySubscriptionsResponse } from '@odradek/protocol/messages/get-telemetry-subscriptions-response'
import { CoreRunner } from '@odradek/test-kit'
import test from 'ava'

import type { ClientMetric } from '../../../src/client-metric.ts'
import { encodeOtlpMetrics } from '../../../src/core/telemetry/otlp-metrics.ts'
import { TelemetryManager } from '../../../src/core/telemetry/telemetry-manager.ts'

const INSTANCE = 'AAAAAAAAAAAAAAAAAAAAZA'
const MINUTE = 60_000
const sends: ClientMetric = {
  name: 'record-send-total',
  group: 'producer-metrics',
  tags: { 'client-id': 'shop' },
  value: 7,
}
const ofTopic = (topic: string): ClientMetric => ({
  name: 'byte-total',
  group: 'producer-topic-metrics',
  tags: { 'client-id': 'shop', topic },
  value: 9,
})

/** A telemetry core whose jitter is none, and whose compressions do what they are told. */
function setUp({ metrics = [sends], random = 0.5 }: { metrics?: ClientMetric[]; random?: number } = {}) {
  const world = { isConnected: true, compressions: new Set<number>(), metrics, changes: 0, nowMs: () => 0 }
  const manager = new TelemetryManager({
    requestTimeoutMs: 30_000,
    retryBackoffMs: 100,
    retryBackoffMaxMs: 1000,
    random: () => random,
    wallClockMs: () => 1_000_000 + world.nowMs(),
    isConnected: () => world.isConnected,
    readMetrics: () => world.metrics,
    resource: () => ({ group_id: 'billing' }),
    // The first byte tells the type.
    compress: (typeId, bytes) => (world.compressions.has(typeId) ? Uint8Array.of(typeId, ...bytes) : undefined),
  })
  const runner = new CoreRunner(manager)
  world.nowMs = () => runner.nowMs
  manager.onChange = () => void world.changes++
  const subscribe = (more: MessageInput<GetTelemetrySubscriptionsResponse> = {}) => {
    runner.poll()
    runner.answer(getTelemetrySubscriptionsApi, {
      clientInstanceId: INSTANCE,
      subscriptionId: 5,
      acceptedCompressionTypes: [],
      pushIntervalMs: MINUTE,
      telemetryMaxBytes: 1_000_000,
      requestedMetrics: ['*'],
      ...more,
    })
  }
  const push = (errorCode = 0) => runner.answer(pushTelemetryApi, { errorCode })
  return { world, manager, runner, subscribe, push }
}

const names = (runner: CoreRunner) => runner.pending.map(({ api }) => api.name)

test('nothing is asked before a broker is known', (t) => {
  const { world, runner } = setUp()
  world.isConnected = false
  t.is(runner.poll(), Infinity)
  world.isConnected = true
  runner.poll()
  t.deepEqual(names(runner), ['GetTelemetrySubscriptions'])
  t.is(runner.request(getTelemetrySubscriptionsApi).clientInstanceId, ZERO_UUID)
})

test('metrics are pushed at the interval, under the id that the broker gave', (t) => {
  const { runner, subscribe, push, manager, world } = setUp()
  subscribe()
  t.is(manager.clientInstanceId, INSTANCE)
  t.is(world.changes, 1)
  runner.advance(MINUTE - 1)
  t.deepEqual(names(runner), [])
  runner.advance(1)
  const { clientInstanceId, subscriptionId, terminating, compressionType } = runner.request(pushTelemetryApi)
  t.deepEqual([clientInstanceId, subscriptionId, terminating, compressionType], [INSTANCE, 5, false, 0])
  push()
  runner.advance(MINUTE)
  push()
  t.is(manager.state, 'push-needed')
})

for (const [random, firstMs] of [
  [0, 0.5 * MINUTE],
  [0.999999, 1.5 * MINUTE],
] as const) {
  test(`the first push comes after half to one and a half intervals (${random})`, (t) => {
    const { runner, subscribe, push } = setUp({ random })
    subscribe()
    runner.advance(firstMs - 1)
    t.deepEqual(names(runner), [])
    runner.advance(1)
    t.deepEqual(names(runner), ['PushTelemetry'])
    push()
    runner.advance(MINUTE)
    t.deepEqual(names(runner), ['PushTelemetry'], 'those after it come at the interval')
  })
}

test('brokers that want nothing are asked again after the interval, under the same id', (t) => {
  const { runner, subscribe, manager } = setUp()
  subscribe({ requestedMetrics: [] })
  t.is(manager.state, 'subscription-needed')
  runner.advance(MINUTE - 1)
  t.deepEqual(names(runner), [])
  runner.advance(1)
  t.is(runner.request(getTelemetrySubscriptionsApi).clientInstanceId, INSTANCE)
})

test('a subscription that has changed is asked for at once; again and again with back-off', (t) => {
  const { runner, subscribe, push } = setUp()
  const waits: number[] = []
  for (let i = 0; i < 4; i++) {
    subscribe({ subscriptionId: 5 + i })
    runner.advance(MINUTE)
    push(ErrorCode.UNKNOWN_SUBSCRIPTION_ID)
    const beganMs = runner.nowMs
    while (names(runner).length === 0) runner.advance(runner.poll() === Infinity ? 0 : runner.poll() - runner.nowMs)
    waits.push(runner.nowMs - beganMs)
  }
  t.is(waits[0], 0)
  t.true(waits[1]! >= 80 && waits[1]! <= 120, String(waits[1]))
  t.true(waits[3]! > waits[2]! && waits[2]! > waits[1]!)
})

for (const name of ['TELEMETRY_TOO_LARGE', 'THROTTLING_QUOTA_EXCEEDED'] as const) {
  test(`after ${name} the broker is left alone for an interval`, (t) => {
    const { runner, subscribe, push } = setUp()
    subscribe()
    runner.advance(MINUTE)
    push(ErrorCode[name])
    runner.advance(MINUTE - 1)
    t.deepEqual(names(runner), [])
    runner.advance(1)
    t.deepEqual(names(runner), ['GetTelemetrySubscriptions'])
  })
}

test('a quota that is exceeded by the first question waits five minutes', (t) => {
  const { runner } = setUp()
  runner.poll()
  runner.answer(getTelemetrySubscriptionsApi, { errorCode: ErrorCode.THROTTLING_QUOTA_EXCEEDED })
  t.is(runner.poll(), 5 * MINUTE)
})

for (const name of [
  'INVALID_REQUEST',
  'INVALID_RECORD',
  'UNSUPPORTED_VERSION',
  'CLUSTER_AUTHORIZATION_FAILED',
] as const) {
  test(`${name} ends telemetry, and nothing else`, (t) => {
    const { runner, subscribe, push, manager } = setUp()
    subscribe()
    runner.advance(MINUTE)
    push(ErrorCode[name])
    t.is(manager.state, 'terminated')
    runner.advance(60 * MINUTE)
    t.deepEqual(names(runner), [])
  })
}

test('brokers that do not know the request are never asked again', (t) => {
  const { runner, manager, world } = setUp()
  runner.poll()
  runner.fail(getTelemetrySubscriptionsApi, new UnsupportedVersionError('too old'))
  t.is(manager.state, 'terminated')
  t.is(world.changes, 1, 'who waits for the id hears of it')
  t.is(runner.poll(), Infinity)
})

test('a connection that is lost costs an interval', (t) => {
  const { runner, subscribe } = setUp()
  subscribe()
  runner.advance(MINUTE)
  runner.fail(pushTelemetryApi, new ConnectionError('gone'))
  runner.advance(MINUTE - 1)
  t.deepEqual(names(runner), [])
  runner.advance(1)
  t.deepEqual(names(runner), ['GetTelemetrySubscriptions'])
})

test('the first type of the broker that the client can compress with is taken', (t) => {
  const { runner, subscribe, push, world } = setUp()
  world.compressions = new Set([1, 3])
  subscribe({ acceptedCompressionTypes: [4, 3, 1, 2] })
  runner.advance(MINUTE)
  const { compressionType, metrics } = runner.request(pushTelemetryApi)
  t.is(compressionType, 3)
  t.is(metrics[0], 3)
  push()
})

test('what is too large goes without its topics, and not at all where that is too large', (t) => {
  const { runner, subscribe, push, world, manager } = setUp()
  world.metrics = [sends, ...Array.from({ length: 100 }, (_, i) => ofTopic(`topic-${i}`))]
  subscribe({ telemetryMaxBytes: 500 })
  runner.advance(MINUTE)
  const { metrics } = runner.request(pushTelemetryApi)
  t.true(metrics.length > 50 && metrics.length <= 500)
  push()
  world.metrics = Array.from({ length: 100 }, (_, i) => ({ ...sends, name: `metric-${i}` }))
  runner.advance(MINUTE)
  t.deepEqual(names(runner), [])
  t.is(manager.state, 'push-needed')
  world.metrics = [sends]
  runner.advance(MINUTE)
  t.deepEqual(names(runner), ['PushTelemetry'])
})

test('closing pushes for the last time, whatever was under way', (t) => {
  const { runner, subscribe, push, manager, world } = setUp()
  subscribe()
  runner.advance(MINUTE)
  manager.terminate()
  runner.poll()
  t.deepEqual(names(runner), ['PushTelemetry', 'PushTelemetry'])
  push(ErrorCode.UNKNOWN_SUBSCRIPTION_ID)
  t.is(manager.state, 'terminating-push-in-progress')
  t.true(runner.request(pushTelemetryApi).terminating)
  push()
  t.is(manager.state, 'terminated')
  t.is(world.changes, 2)
  manager.terminate()
  t.is(runner.poll(), Infinity)
})

test('the last push does not say again what the one under way says, where differences are wanted', (t) => {
  const { world, runner, subscribe, push, manager } = setUp()
  subscribe({ deltaTemporality: true })
  runner.advance(MINUTE)
  world.metrics = [{ ...sends, value: sends.value + 2 }]
  manager.terminate()
  runner.poll()
  push()
  const timeMs = 1_000_000 + MINUTE
  const added = { name: 'org.apache.kafka.producer.record.send.total', attributes: {}, value: 2, sumSinceMs: timeMs }
  t.deepEqual(
    runner.request(pushTelemetryApi).metrics,
    encodeOtlpMetrics({ resource: { group_id: 'billing' }, metrics: [added], timeMs, deltaTemporality: true }),
  )
})

test('a last push that fails ends telemetry all the same', (t) => {
  const { runner, subscribe, manager } = setUp()
  subscribe()
  manager.terminate()
  runner.poll()
  runner.fail(pushTelemetryApi, new ConnectionError('gone'))
  t.is(manager.state, 'terminated')
})

test('who has no subscription closes without a word, and what is answered then counts for nothing', (t) => {
  const { runner, subscribe, manager } = setUp()
  runner.poll()
  manager.terminate()
  t.is(manager.state, 'terminated')
  subscribe()
  t.is(manager.state, 'terminated')
  t.is(runner.poll(), Infinity)
})
