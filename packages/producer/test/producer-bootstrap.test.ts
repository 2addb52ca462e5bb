import { ErrorCode } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import test from 'ava'

import { setUp } from './scripted-producer.ts'

test('allowAutoCreateTopics says whether brokers may create a topic', async (t) => {
  for (const allowAutoCreateTopics of [true, false]) {
    const { producer, until, broker } = setUp(t, { allowAutoCreateTopics })
    await until(producer.send({ topic: 'orders', value: 'a' }))
    t.is(broker.received(metadataApi).at(-1)!.request.allowAutoTopicCreation, allowAutoCreateTopics)
  }
})

test('a broker that asks for it sends the producer back to its bootstrap servers, though it answers (KIP-1102)', async (t) => {
  const { producer, until, network } = setUp(t, { bootstrapServers: 'broker-1:9092' }, { brokers: 3 })
  await until(producer.send({ topic: 'orders', value: 'a' }))
  // Brokers 2 and 3 are of another cluster from now on; the bootstrap address is what it was.
  for (const id of [2, 3]) network.broker(id).on(metadataApi, () => ({ errorCode: ErrorCode.REBOOTSTRAP_REQUIRED }))
  network.broker(1).cut()
  network.broker(1).requests.length = 0
  for (let i = 0; i < 5; i++) {
    await network.clock.advance(300_000)
    await until(producer.send({ topic: 'orders', value: `${i}` }))
  }
  t.true(network.broker(1).received(metadataApi).length >= 1)
})

test('when every known broker is gone, the bootstrap servers are tried again (KIP-899)', async (t) => {
  const { producer, until, network, logs } = setUp(t, { bootstrapServers: 'broker-1:9092' }, { brokers: 2 })
  network.cluster.addresses.set(1, { host: 'broker-2', port: 9092 })
  network.cluster.addresses.delete(2)
  await until(producer.send({ topic: 'orders', value: 'a' }))
  // The cluster has moved: where the known broker was nobody is; the bootstrap address knows the new place.
  network.broker(2).stop()
  network.cluster.addresses.set(1, { host: 'broker-1', port: 9092 })
  await until(producer.send({ topic: 'orders', value: 'b' }))
  t.deepEqual(logs.log('orders', 0), ['a', 'b'])
})
