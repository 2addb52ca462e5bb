import { brokerForTests, uniqueName } from '@odradek/broker/testing'
import { produceApi } from '@odradek/protocol/apis/produce'
import test from 'ava'
import { Producer } from 'odradek'

// One broker for the tests of this file, there in milliseconds; it ends with the process and needs no closing.
const broker = await brokerForTests({ partitions: 3 })

test('an order is written once although the broker’s answer is lost', async (t) => {
  const orders = uniqueName('orders')
  broker.intercept({ api: produceApi, topic: orders, times: 1 }, { disconnect: true, handled: true })
  const producer = new Producer({ bootstrapServers: broker.bootstrapServers })
  await producer.send({ topic: orders, value: 'a spool of thread' })
  await producer.close()
  const records = await broker.records(orders)
  t.true(records.every(({ valueText }) => valueText === 'a spool of thread'))
  t.is(broker.requests.all({ api: produceApi, topic: orders }).length, 2)
})
