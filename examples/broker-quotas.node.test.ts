import assert from 'node:assert/strict'
import test from 'node:test'

import { simulate } from '@odradek/broker/testing'
import { produceApi } from '@odradek/protocol/apis/produce'
import { Producer } from 'odradek'

test('a producer that writes more than it may waits, and loses nothing', async () => {
  const quotas = [{ clientId: 'shop', producerByteRate: 1000 }] // bytes a second
  await using simulation = await simulate({ enforceQuotas: true, quotas })
  const { broker, clock, environment } = simulation
  const producer = new Producer({ bootstrapServers: broker.bootstrapServers, clientId: 'shop' }, environment)
  const order = (length: number) => simulation.run(producer.send({ topic: 'orders', value: 'x'.repeat(length) }))

  // Over ten seconds of it: the answer to the first says how long to wait, and the second waits.
  await order(15_000)
  const answeredAtMs = clock.nowMs()
  await order(10)
  assert.ok(clock.nowMs() - answeredAtMs >= 5000)
  assert.equal(broker.requests.all(produceApi).length, 2)

  await simulation.run(producer.close())
})
