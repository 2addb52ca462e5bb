// A pipeline that keeps the order of each key over two steps, however many records are in work.
import { Consumer, Producer } from 'odradek'

const bootstrapServers = process.env['BOOTSTRAP'] ?? 'localhost:9092'
await using producer = new Producer({ bootstrapServers })
for (let i = 0; i < 12; i++) void producer.send({ topic: 'raw', key: `sensor-${i % 3}`, value: String(i) })
await producer.flush()

await using cleaner = new Consumer({
  bootstrapServers,
  groupId: 'cleaner',
  topics: ['raw'],
  autoOffsetReset: 'earliest',
})
const cleaning = cleaner.run(
  async ({ key, value }) => {
    await producer.send({ topic: 'clean', key, value }) // finished when the brokers have it
  },
  { concurrency: 16, orderBy: 'key' },
)

const order = new Map<string, string[]>()
let count = 0
await using reader = new Consumer({
  bootstrapServers,
  groupId: 'reader',
  topics: ['clean'],
  autoOffsetReset: 'earliest',
})
for await (const { key, value } of reader) {
  const sensor = new TextDecoder().decode(key!)
  order.set(sensor, [...(order.get(sensor) ?? []), new TextDecoder().decode(value!)])
  if (++count === 12) break
}
await cleaner.close()
await cleaning
for (const [sensor, values] of [...order].sort()) console.log(`${sensor}: ${values.join(' ')}`)
