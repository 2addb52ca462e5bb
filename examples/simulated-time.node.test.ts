import assert from 'node:assert/strict'
import test from 'node:test'

import { simulate } from '@odradek/broker/testing'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { Consumer, Producer } from 'odradek'

test('a consumer lives through hours at each of which the coordinator is away for a while', async () => {
  await using simulation = await simulate({ partitions: 2 })
  const { broker, environment } = simulation
  const { bootstrapServers } = broker
  const producer = new Producer({ bootstrapServers }, environment)
  const consumer = new Consumer({ bootstrapServers, groupId: 'night', topics: 'orders' }, environment)
  const seen: string[] = []
  const reading = (async () => {
    for await (const record of consumer) seen.push(new TextDecoder().decode(record.value ?? undefined))
  })()
  await simulation.run(producer.send({ topic: 'orders', value: 'before' }))
  await simulation.run(broker.untilGroup('night', 'Stable'))
  for (let hour = 0; hour < 3; hour += 1) {
    using _away = broker.intercept({ api: heartbeatApi, times: 3 }, { error: 'NOT_COORDINATOR' })
    await simulation.advance(3_600_000)
    await simulation.run(producer.send({ topic: 'orders', value: `hour ${hour}` }))
  }
  await simulation.advance(60_000)
  await simulation.run(consumer.close())
  await simulation.run(reading)
  await simulation.run(producer.close())
  assert.deepEqual(seen.slice(-3), ['hour 0', 'hour 1', 'hour 2'])
})
