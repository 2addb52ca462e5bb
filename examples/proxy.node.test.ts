import assert from 'node:assert/strict'
import test from 'node:test'

import { brokerForTests } from '@odradek/broker/testing'
import { Producer } from 'odradek'
import { KafkaProxy } from 'odradek/proxy'

const broker = await brokerForTests()

test('an order is written although the leader is another one for a while', async () => {
  await using proxy = await KafkaProxy.start({
    to: [{ host: broker.host, port: broker.port }], // any cluster; with TLS: toSsl: { ca }, and towards clients: ssl: { key, cert }
    faults: [{ api: 'Produce', error: 'NOT_LEADER_OR_FOLLOWER', times: 2 }],
  })
  await using producer = new Producer({ bootstrapServers: proxy.bootstrapServers, retryBackoffMs: 10 })
  await producer.send({ topic: 'orders', value: 'a spool of thread' })
  proxy.faults.add({ delayMs: 20 })
  await producer.send({ topic: 'orders', value: 'a star' })
  assert.deepEqual(
    proxy.faults.list().map(({ hits }) => hits > 0),
    [true, true],
  )
  assert.equal((await broker.records('orders')).length, 2)
})
