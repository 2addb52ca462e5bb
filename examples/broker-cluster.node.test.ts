import assert from 'node:assert/strict'
import test from 'node:test'

import { brokerForTests } from '@odradek/broker/testing'
import { produceApi } from '@odradek/protocol/apis/produce'
import { Producer } from 'odradek'

test('orders are taken while brokers come and go', async () => {
  const cluster = await brokerForTests({
    brokers: 3,
    brokerSessionTimeoutMs: 1000, // after this long without a heartbeat a broker counts as dead
    topics: [{ name: 'orders', partitions: 1, replicationFactor: 3, configs: { 'min.insync.replicas': '2' } }],
  })
  await using producer = new Producer({ bootstrapServers: cluster.bootstrapServers })
  const order = (value: string) => producer.send({ topic: 'orders', value })
  await order('before')

  // As by kill -9: after brokerSessionTimeoutMs the first replica in sync leads.
  const first = cluster.leaderOf('orders', 0)
  await cluster.kill(first)
  await order('while its leader was dead')
  await cluster.restart(first)

  // Others can lead, too, and followers can fall behind: with one replica in sync alone, acks=all is refused until another is back.
  const [leader, ...followers] = [cluster.leaderOf('orders', 0), ...cluster.isrOf('orders', 0)]
  for (const id of followers) if (id !== leader) cluster.shrinkIsr('orders', 0, id)
  assert.deepEqual(cluster.isrOf('orders', 0), [leader])
  cluster.requests.clear()
  const sent = order('when enough are in sync again')
  await cluster.untilRequest({ api: produceApi })
  for (const id of followers) if (id !== leader) cluster.expandIsr('orders', 0, id)
  await sent

  const added = await cluster.addBroker()
  assert.equal(cluster.brokers.length, 4)
  await cluster.removeBroker(added)
  assert.equal((await cluster.records('orders')).length, 3)
})

test('acks=1 waits for the leader alone, acks=all for those in sync with it', async () => {
  const topics = [{ name: 'orders', partitions: 1, replicationFactor: 3 }]
  const cluster = await brokerForTests({ brokers: 3, topics })
  await using quick = new Producer({ bootstrapServers: cluster.bootstrapServers, acks: 1 })
  await using careful = new Producer({ bootstrapServers: cluster.bootstrapServers })
  const followers = cluster.isrOf('orders', 0).filter((id) => id !== cluster.leaderOf('orders', 0))

  for (const id of followers) cluster.pauseReplication(id)
  let isAcknowledged = false
  const sent = careful.send({ topic: 'orders', value: 'to all' }).then(() => (isAcknowledged = true))
  await cluster.untilRequest({ api: produceApi })
  await quick.send({ topic: 'orders', value: 'to the leader' })
  assert.equal(isAcknowledged, false)
  for (const id of followers) cluster.resumeReplication(id)
  await sent

  cluster.moveLeader('orders', 0, followers[0]!)
  assert.equal(cluster.leaderOf('orders', 0), followers[0])
  await cluster.stop(followers[0]!) // a good end: it gives its partitions to others first
  await careful.send({ topic: 'orders', value: 'to the next leader' })
})

test('each test begins with what was seeded once', async () => {
  const seeded = await brokerForTests()
  await seeded.seed({ orders: ['a spool of thread'] })
  const snapshot = seeded.snapshot()

  for (let i = 0; i < 2; i++) {
    const broker = await brokerForTests({ from: snapshot })
    await broker.seed({ orders: ['a star'] })
    assert.equal((await broker.records('orders')).length, 2)
  }
})
