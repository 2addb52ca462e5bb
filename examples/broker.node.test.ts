import assert from 'node:assert/strict'
import test from 'node:test'

import { brokerForTests, uniqueName } from '@odradek/broker/testing'
import { Consumer } from 'odradek'

const broker = await brokerForTests()

test('billing reads the orders that are there', async () => {
  const orders = uniqueName('orders')
  await broker.seed({ [orders]: ['a spool of thread', { key: 'customer-7', value: 'a star' }] })
  const consumer = new Consumer({
    bootstrapServers: broker.bootstrapServers,
    groupId: 'billing',
    topics: orders,
    autoOffsetReset: 'earliest',
  })
  const values: string[] = []
  for await (const record of consumer) {
    values.push(new TextDecoder().decode(record.value ?? undefined))
    if (values.length === 2) break
  }
  assert.deepEqual(values, ['a spool of thread', 'a star'])
  await broker.untilGroup('billing', 'Stable')
  await consumer.close()
  await broker.untilGroup('billing', 'Empty')
})
