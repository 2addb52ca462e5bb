import { AuthorizationError, ErrorCode, TimeoutError } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import test from 'ava'

import { produceRequests, setUp } from './scripted-producer.ts'

test('an unknown topic fails after maxBlockMs', async (t) => {
  const { producer, until, network } = setUp(t, { maxBlockMs: 2000 })
  const error = await t.throwsAsync(until(producer.send({ topic: 'no-such-topic', value: 'x' })))
  t.true(TimeoutError.is(error))
  t.regex(error.message, /no-such-topic.*UNKNOWN_TOPIC_OR_PARTITION/)
  t.is(network.clock.nowMs(), 2000)
})

test('a topic that appears while its records wait gets them', async (t) => {
  const { producer, until, network, logs } = setUp(t)
  const sends = [producer.send({ topic: 'later', value: 'a' }), producer.send({ topic: 'later', value: 'b' })]
  await network.clock.advance(1000)
  network.cluster.setTopic('later', {})
  t.deepEqual(
    (await until(Promise.all(sends))).map(({ offset }) => offset),
    [0n, 1n],
  )
  t.deepEqual(logs.log('later', 0), ['a', 'b'])
})

test('a leader that moves is found, and order is kept', async (t) => {
  const { producer, until, network, logs } = setUp(t, { lingerMs: 0 }, { brokers: 2 })
  await until(producer.send({ topic: 'orders', value: '0' }))
  network.cluster.setLeader('orders', 0, 2)
  for (const broker of network.brokers) {
    broker.on(produceApi, (request) => {
      if (broker.id === 2) return logs.append(request, () => 'orders')
      const [topic] = request.topicData
      return {
        responses: [
          {
            name: topic!.name,
            topicId: topic!.topicId,
            partitionResponses: [{ index: 0, errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER }],
          },
        ],
      }
    })
  }
  const sends: Promise<unknown>[] = []
  for (let i = 1; i < 20; i++) {
    sends.push(producer.send({ topic: 'orders', value: `${i}` }))
    await network.clock.advance(3)
  }
  await until(Promise.all(sends))
  t.deepEqual(
    logs.log('orders', 0),
    Array.from({ length: 20 }, (_, i) => `${i}`),
  )
})

test('a refusal that names the new leader sends the batch there at once, though no metadata has told of that broker (KIP-951)', async (t) => {
  const { producer, until, network, logs } = setUp(t, { lingerMs: 0 }, { brokers: 2 })
  network.cluster.addresses.delete(2)
  await until(producer.send({ topic: 'orders', value: 'a' }))
  network.on(metadataApi, () => 'drop')
  network.broker(1).on(produceApi, ({ topicData }) => ({
    responses: topicData.map(({ topicId }) => ({
      topicId,
      partitionResponses: [
        { index: 0, errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER, currentLeader: { leaderId: 2, leaderEpoch: 1 } },
      ],
    })),
    nodeEndpoints: [{ nodeId: 2, host: 'broker-2', port: 9092 }],
  }))
  const beganMs = network.clock.nowMs()
  await until(Promise.all(['b', 'c'].map((value) => producer.send({ topic: 'orders', value }))))
  t.is(network.clock.nowMs(), beganMs)
  t.deepEqual(logs.log('orders', 0), ['a', 'b', 'c'])
  t.deepEqual(
    network.brokers.map((broker) => produceRequests(broker).length),
    [2, 1],
  )
})

test('a topic made anew under the same name gets the records (UNKNOWN_TOPIC_ID)', async (t) => {
  const { producer, until, network, logs, broker } = setUp(t)
  await until(producer.send({ topic: 'orders', value: 'old' }))
  const { topicId } = network.cluster.setTopic('orders', {})
  logs.logs.clear()
  broker.on(produceApi, (request) => {
    const [topic] = request.topicData
    if (topic!.topicId === topicId) return logs.append(request, () => 'orders')
    return {
      responses: [
        { topicId: topic!.topicId, partitionResponses: [{ index: 0, errorCode: ErrorCode.UNKNOWN_TOPIC_ID }] },
      ],
    }
  })
  t.is((await until(producer.send({ topic: 'orders', value: 'new' }))).offset, 0n)
  t.deepEqual(logs.log('orders', 0), ['new'])
})

test('a connection lost before or after the broker wrote costs no record, and doubles none', async (t) => {
  const { producer, until, network, logs, broker } = setUp(t)
  broker.once(produceApi, () => 'disconnect')
  broker.once(produceApi, (request) => {
    logs.append(request, () => 'orders')
    return 'disconnect'
  })
  const result = await until(producer.sendBatch('orders', [{ value: 'a' }, { value: 'b' }]))
  t.deepEqual(logs.log('orders', 0), ['a', 'b'])
  t.deepEqual(
    [...result].map((metadata) => metadata!.offset),
    [0n, 1n],
  )
  t.true(network.clock.nowMs() < 2000)
})

test('a broker that does not answer is given up after requestTimeoutMs, and the batch is sent again', async (t) => {
  const { producer, until, network, broker } = setUp(t, { requestTimeoutMs: 1000 })
  broker.once(produceApi, () => 'drop')
  t.is((await until(producer.send({ topic: 'orders', value: 'a' }))).offset, 0n)
  t.true(network.clock.nowMs() >= 1000 && network.clock.nowMs() < 3000)
})

test('a cluster that is down for a minute costs no record, and order is kept', async (t) => {
  const { producer, until, network, logs, broker } = setUp(t)
  await until(producer.send({ topic: 'orders', value: '0' }))
  broker.stop()
  const sends: Promise<unknown>[] = []
  for (let i = 1; i <= 60; i++) {
    sends.push(producer.send({ topic: 'orders', value: `${i}` }))
    await network.clock.advance(1000)
  }
  broker.start()
  await until(Promise.all(sends))
  t.deepEqual(
    logs.log('orders', 0),
    Array.from({ length: 61 }, (_, i) => `${i}`),
  )
})

test('a missing ACL is an AuthorizationError', async (t) => {
  const { producer, until, broker } = setUp(t)
  broker.on(produceApi, ({ topicData }) => ({
    responses: [
      {
        topicId: topicData[0]!.topicId,
        partitionResponses: [{ index: 0, errorCode: ErrorCode.TOPIC_AUTHORIZATION_FAILED }],
      },
    ],
  }))
  t.true(AuthorizationError.is(await t.throwsAsync(until(producer.send({ topic: 'orders', value: 'a' })))))
})
