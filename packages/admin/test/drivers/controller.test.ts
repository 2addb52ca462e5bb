import { AdminItemsError } from '@odradek/admin'
import { BrokerError, ErrorCode, TimeoutError, UnsupportedVersionError } from '@odradek/protocol'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import test from 'ava'

import { makeAdmin } from '../support/make-admin.ts'

const topic = { name: 'orders', numPartitions: 1, replicationFactor: 1 }

test('what the controller does is asked of the controller', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.cluster.controllerId = 2
  network
    .broker(2)
    .on(createTopicsApi, () => ({ topics: [{ name: 'orders', numPartitions: 1, replicationFactor: 1 }] }))
  const [created] = await until(admin.createTopics([topic]))
  t.is(created?.numPartitions, 1)
  t.is(network.broker(2).received(createTopicsApi).length, 1)
})

test('a controller that moves is looked for anew', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.cluster.controllerId = 1
  network.broker(1).on(createTopicsApi, () => {
    network.cluster.controllerId = 3
    return { topics: [{ name: 'orders', errorCode: ErrorCode.NOT_CONTROLLER }] }
  })
  network.broker(3).on(createTopicsApi, () => ({ topics: [{ name: 'orders' }] }))
  await until(admin.createTopics([topic]))
  t.is(network.broker(3).received(createTopicsApi).length, 1)
  // It is remembered.
  network.broker(3).on(deleteTopicsApi, () => ({ responses: [{ name: 'orders' }] }))
  const asked = network.brokers.flatMap((broker) => broker.received(metadataApi)).length
  await until(admin.deleteTopics(['orders']))
  t.is(network.brokers.flatMap((broker) => broker.received(metadataApi)).length, asked)
})

test('a controller that dies with a request is replaced by the next one', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.broker(1).on(createTopicsApi, () => {
    network.cluster.controllerId = 2
    network.broker(1).stop()
    return 'drop'
  })
  network.broker(2).on(createTopicsApi, () => ({ topics: [{ name: 'orders' }] }))
  await until(admin.createTopics([topic]))
  t.is(network.broker(2).received(createTopicsApi).length, 1)
})

test('while there is no controller the call waits, and its time limit says why it failed', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.cluster.controllerId = -1
  const error = await t.throwsAsync(until(admin.createTopics([topic], { timeoutMs: 5000 })), {
    instanceOf: TimeoutError,
  })
  t.regex(error!.message, /createTopics did not finish in 5000 ms.*no broker is the controller/)
  t.is(Math.round(network.clock.nowMs()), 5000)
})

test('one topic that fails does not hide the others', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.on(deleteTopicsApi, () => ({
    responses: [
      { name: 'a' },
      { name: 'b', errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: 'no such topic' },
      { name: 'c' },
    ],
  }))
  const call = admin.deleteTopics(['c', 'b', 'a'])
  const results = await until(call.settled())
  t.deepEqual(
    results.map(({ item, error }) => [item, error === undefined]),
    [
      ['c', true],
      ['b', false],
      ['a', true],
    ],
  )
  const error = await t.throwsAsync(until(admin.deleteTopics(['c', 'b', 'a'])), { instanceOf: AdminItemsError })
  t.true(AdminItemsError.is(error))
  t.regex(error!.message, /1 of 3 items of deleteTopics failed: .*topic b.*UNKNOWN_TOPIC_OR_PARTITION.*no such topic/)
  t.deepEqual(
    (error as AdminItemsError).failures.map(({ item }) => item),
    ['b'],
  )
})

test('a single item throws its own error', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.on(deleteTopicsApi, () => ({
    responses: [{ name: 'b', errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION }],
  }))
  const error = await t.throwsAsync(until(admin.deleteTopics(['b'])), { instanceOf: BrokerError })
  t.is((error as BrokerError).errorName, 'UNKNOWN_TOPIC_OR_PARTITION')
})

test('a quota on changes of topics is waited for; only those topics are asked for again', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.broker(1).once(deleteTopicsApi, () => ({
    responses: [{ name: 'a' }, { name: 'b', errorCode: ErrorCode.THROTTLING_QUOTA_EXCEEDED }],
  }))
  network.broker(1).on(deleteTopicsApi, () => ({ responses: [{ name: 'b' }] }))
  await until(admin.deleteTopics(['a', 'b']))
  const [, second] = network.broker(1).received(deleteTopicsApi)
  t.deepEqual(
    second?.request.topics.map(({ name }) => name),
    ['b'],
  )
})

test('retries: 0 fails with the first error that passes', async (t) => {
  const { network, admin, until } = makeAdmin(t, { retries: 0 })
  network.on(createTopicsApi, () => ({ topics: [{ name: 'orders', errorCode: ErrorCode.NOT_CONTROLLER }] }))
  await t.throwsAsync(until(admin.createTopics([topic])), { instanceOf: BrokerError, message: /NOT_CONTROLLER/ })
})

test('a topic that the answer leaves out is an error, not a success', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.on(createTopicsApi, () => ({ topics: [] }))
  await t.throwsAsync(until(admin.createTopics([topic])), { instanceOf: BrokerError, message: /leaves out.*orders/ })
})

test('a broker without the API, or without the part of it that is used, is named with the release that has it', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  for (const broker of network.brokers) broker.limitVersions(createTopicsApi, { min: 0, max: 3 })
  await t.throwsAsync(until(admin.createTopics([{ name: 'orders' }])), {
    instanceOf: UnsupportedVersionError,
    message: /needs Kafka 2\.4/,
  })
  for (const broker of network.brokers) broker.limitVersions(deleteTopicsApi, undefined)
  network.brokers.forEach((broker) => broker.cut())
  await t.throwsAsync(until(admin.deleteTopics(['orders'])), {
    instanceOf: UnsupportedVersionError,
    message: /upgrade the broker to Kafka 0\.10\.1/,
  })
})
