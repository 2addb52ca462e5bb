import assert from 'node:assert/strict'
import test from 'node:test'

import { Broker, Consumer, Producer } from 'odradek'

test('an order reaches billing', async () => {
  const broker = await Broker.start({ partitions: 3 }) // in this process, on a free port, in a few milliseconds
  const { bootstrapServers } = broker

  const producer = new Producer({ bootstrapServers })
  await producer.send({ topic: 'orders', key: 'customer-7', value: 'a spool of thread' })
  await producer.close()

  const consumer = new Consumer({
    bootstrapServers,
    groupId: 'billing',
    topics: ['orders'],
    autoOffsetReset: 'earliest',
  })
  for await (const record of consumer) {
    assert.equal(new TextDecoder().decode(record.value ?? undefined), 'a spool of thread')
    break
  }
  await consumer.close()
  await broker.close()
})
