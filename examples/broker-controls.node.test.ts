import assert from 'node:assert/strict'
import test from 'node:test'

import { brokerForTests } from '@odradek/broker/testing'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import { Producer } from 'odradek'

const broker = await brokerForTests({ topics: ['orders'] })
const { bootstrapServers } = broker

test('faults', async () => {
  // The next two Produce requests fail at every partition that they name; nothing is written.
  broker.intercept({ api: produceApi, times: 2 }, { error: 'NOT_LEADER_OR_FOLLOWER' })
  // The broker writes the records, and the client never hears of it.
  broker.intercept({ api: produceApi, topic: 'orders', times: 1 }, { disconnect: true, handled: true })
  // A function sees each request, typed by its API, and decides.
  broker.intercept(fetchApi, (request) => (request.body.maxWaitMs > 1000 ? { drop: true } : undefined))
  // An answer of the test's own, or the broker's with something changed.
  broker.intercept({ api: metadataApi, times: 1 }, { respond: (real) => ({ ...real, clusterId: 'another' }) })
  // Requests wait before they are handled, and answers say that the client should wait.
  broker.intercept({ api: metadataApi, times: 1 }, { delayMs: 5, throttleTimeMs: 5 })
  // Other answers to this client come late, until the test says otherwise: of several, the first that was set up goes.
  const late = broker.intercept({ clientId: 'shop' }, { delayResponseMs: 20 })

  const producer = new Producer({ bootstrapServers, clientId: 'shop', retryBackoffMs: 10 })
  await producer.send({ topic: 'orders', value: 'a spool of thread' })
  await producer.close()

  assert.ok(late.hits > 0)
  late.remove()
  broker.clearInterceptions()
  // Twice refused, once without an answer, and then told that it is there: written once.
  assert.equal(broker.requests.all(produceApi).length, 4)
  assert.equal((await broker.records('orders')).length, 1)
})

test('requests', async () => {
  broker.requests.clear()
  const producer = new Producer({ bootstrapServers, clientId: 'till' })
  const sent = producer.send({ topic: 'orders', value: 'a star' })
  const request = await broker.untilRequest({ api: produceApi, clientId: 'till' })
  assert.equal(request.version, 13)
  assert.deepEqual(request.topics, ['orders'])
  assert.equal(request.body.acks, -1)
  await sent
  await producer.close()
})

test('what is there, and what is awaited', async () => {
  await broker.seed({ prices: [{ key: 'star', value: '3', headers: { currency: 'EUR' } }, 'a value alone'] })
  const [first] = await broker.records('prices')
  assert.equal(first!.keyText, 'star')
  await broker.untilTopic('prices')
  const all = await broker.untilRecords('prices', 2, { timeoutMs: 1000 })
  assert.equal(all.length, 2)
})
