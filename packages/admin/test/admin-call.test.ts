import { AdminAbortedError, type AdminEvent } from '@odradek/admin'
import { ConnectionError, ErrorCode, TimeoutError, UsageError } from '@odradek/protocol'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { describeClusterApi } from '@odradek/protocol/apis/describe-cluster'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { delayed } from '@odradek/test-kit'
import test from 'ava'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

import { makeAdmin } from './support/make-admin.ts'

test('a call that nobody answers ends at its time limit, and leaves the connection to others', async (t) => {
  const { network, admin, until } = makeAdmin(t, {}, { brokers: 1 })
  network.on(describeClusterApi, () => 'drop')
  const error = await t.throwsAsync(until(admin.describeCluster({ timeoutMs: 700 })), { instanceOf: TimeoutError })
  t.regex(error!.message, /^describeCluster did not finish in 700 ms/)
  t.is(network.clock.nowMs(), 700)
  t.is(network.openConnections, 1)
})

test('defaultApiTimeoutMs counts where a call names no limit, over all its tries', async (t) => {
  const { network, admin, until } = makeAdmin(
    t,
    { defaultApiTimeoutMs: 45_000, requestTimeoutMs: 10_000 },
    { brokers: 1 },
  )
  network.on(describeClusterApi, () => 'drop')
  await t.throwsAsync(until(admin.describeCluster()), { instanceOf: TimeoutError })
  t.is(network.clock.nowMs(), 45_000)
  t.true(network.broker(1).received(describeClusterApi).length >= 4)
})

test('no broker at all: the time limit tells of the connection that failed', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.brokers.forEach((broker) => broker.stop())
  const error = await t.throwsAsync(until(admin.listTopics({ timeoutMs: 3000 })), { instanceOf: TimeoutError })
  t.true(ConnectionError.is(error?.cause))
  t.regex(error!.message, /broker-\d:9092/)
})

test('an aborted signal ends a call at once, and one that is aborted before it begins sends nothing', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.on(describeClusterApi, () => 'drop')
  const controller = new AbortController()
  const call = admin.describeCluster({ signal: controller.signal })
  await network.clock.advance(100)
  controller.abort(new Error('enough'))
  const error = await t.throwsAsync(until(call), { instanceOf: AdminAbortedError })
  t.is((error?.cause as Error).message, 'enough')
  t.is(network.clock.nowMs(), 100)
  await t.throwsAsync(until(admin.describeCluster({ signal: controller.signal })), { instanceOf: AdminAbortedError })
  const items = admin.deleteTopics(['a'], { signal: controller.signal })
  await t.throwsAsync(until(items.settled()), { instanceOf: AdminAbortedError })
  t.is(network.brokers.flatMap((broker) => broker.received(deleteTopicsApi)).length, 0)
})

test('close waits for calls under way, refuses new ones, and is the same when called again', async (t) => {
  const { network, admin, until } = makeAdmin(t, {}, { brokers: 1 })
  network.on(describeClusterApi, () => delayed(2000, { clusterId: 'c', controllerId: 1, brokers: [] }))
  const call = admin.describeCluster()
  await network.clock.advance(100)
  const closed = admin.close()
  t.is((await until(call)).clusterId, 'c')
  await until(closed)
  await until(admin.close())
  t.is(network.openConnections, 0)
  await t.throwsAsync(until(admin.describeCluster()), { instanceOf: UsageError, message: /closed/ })
  await t.throwsAsync(until(admin.deleteTopics(['a'])), { instanceOf: UsageError, message: /closed/ })
})

test('close with a time limit ends the calls under way', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.on(describeClusterApi, () => 'drop')
  const call = admin.describeCluster()
  await network.clock.advance(100)
  const ended = t.throwsAsync(until(call), { instanceOf: TimeoutError, message: /close\(\) waited 500 ms/ })
  await until(admin.close({ timeoutMs: 500 }))
  await ended
  t.is(network.clock.nowMs(), 600)
  await t.throwsAsync(admin.close({ timeoutMs: -1 }), { instanceOf: UsageError })
})

test('await using closes', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  await until(admin.listTopics())
  t.true(network.openConnections > 0)
  await until(admin[Symbol.asyncDispose]())
  t.is(network.openConnections, 0)
})

test('all brokers: one that fails is told with what the others said', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  for (const broker of network.brokers)
    broker.on(listGroupsApi, () => ({ groups: [{ groupId: `of-${broker.id}`, protocolType: 'consumer' }] }))
  t.deepEqual((await until(admin.listGroups())).map(({ groupId }) => groupId).sort(), ['of-1', 'of-2', 'of-3'])
  network.broker(2).on(listGroupsApi, () => ({ errorCode: ErrorCode.CLUSTER_AUTHORIZATION_FAILED }))
  const error = await t.throwsAsync(until(admin.listGroups()), { code: 'ADMIN_ITEMS_FAILED' })
  t.regex(error!.message, /1 of 3 items of listGroups failed.*broker 2/)
})

test('what takes an array refuses a string: its letters are not what was meant', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  await t.throwsAsync(until(admin.deleteTopics('orders' as never)), { instanceOf: UsageError, message: /an array/ })
  t.is(network.brokers.flatMap(({ requests }) => requests).length, 0)
  t.deepEqual(await until(admin.deleteTopics([])), [])
})

test('a broker that names nobody is asked again', async (t) => {
  const { network, admin, until } = makeAdmin(t, {}, { brokers: 1 })
  network.broker(1).once(metadataApi, () => ({ brokers: [], topics: [] }))
  network.cluster.setTopic('a')
  t.deepEqual(
    (await until(admin.listTopics())).map(({ name }) => name),
    ['a'],
  )
})

test('events, metrics and the logger tell of requests, retries and calls', async (t) => {
  const told: string[] = []
  const write = (message: string) => void told.push(message)
  const logger = { debug: write, info: write, warn: write, error: write }
  const { network, admin, until } = makeAdmin(t, { clientId: 'my-admin', logger })
  const events: AdminEvent[] = []
  const listener = (message: unknown) => {
    if ((message as { clientId: string }).clientId === 'my-admin') events.push(message as AdminEvent)
  }
  const channels = ['retried', 'call-succeeded', 'call-failed'].map((type) => `odradek:admin:${type}`)
  for (const name of channels) subscribe(name, listener)
  t.teardown(() => channels.forEach((name) => unsubscribe(name, listener)))
  network.broker(1).once(deleteTopicsApi, () => ({ responses: [{ name: 'a', errorCode: ErrorCode.NOT_CONTROLLER }] }))
  network.broker(1).on(deleteTopicsApi, () => ({ responses: [{ name: 'a' }] }))
  await until(admin.deleteTopics(['a']))
  network.broker(1).on(deleteTopicsApi, () => ({ responses: [{ name: 'a', errorCode: 3 }] }))
  await t.throwsAsync(until(admin.deleteTopics(['a'])))
  t.deepEqual(
    events.map(({ type, call }) => [type, call]),
    [
      ['retried', 'deleteTopics'],
      ['call-succeeded', 'deleteTopics'],
      ['call-failed', 'deleteTopics'],
    ],
  )
  t.is(told.length, 3)
  const metrics = new Map(admin.metrics().map(({ name, value }) => [name, value]))
  t.is(metrics.get('call-total'), 2)
  t.is(metrics.get('call-error-total'), 1)
  t.is(metrics.get('request-retry-total'), 1)
  t.true(metrics.get('request-total')! >= 5)
})
