import { Producer } from 'odradek'

const producer = new Producer({ bootstrapServers: process.env['BOOTSTRAP'] ?? 'localhost:9092' })

const { partition, offset } = await producer.send({
  topic: 'orders',
  key: 'customer-7',
  value: JSON.stringify({ item: 'spool of thread', count: 2 }),
  headers: { source: 'shop' },
})
console.log(`written to partition ${partition} at offset ${offset}`)

await producer.sendBatch('orders', [
  { key: 'customer-7', value: '{"item":"star","count":1}' },
  { key: 'customer-8', value: '{"item":"crossbar","count":1}' },
])

await producer.close()
