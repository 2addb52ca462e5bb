// At most once: what is read is committed before it is worked on. After a crash nothing comes twice, and what was in hand is lost.
import { Consumer, Producer } from 'odradek'

const bootstrapServers = process.env['BOOTSTRAP'] ?? 'localhost:9092'
await using producer = new Producer({ bootstrapServers })
await Promise.all(['21.5', '21.7', '21.4'].map((value) => producer.send({ topic: 'temperatures', value })))

await using consumer = new Consumer({
  bootstrapServers,
  groupId: 'display',
  topics: ['temperatures'],
  autoOffsetReset: 'earliest',
  enableAutoCommit: false,
})

let shown = 0
while (shown < 3) {
  const records = await consumer.poll()
  if (records.length > 0) await consumer.commit() // first the commit
  for (const { value } of records) {
    console.log(`${new TextDecoder().decode(value!)} °C`) // then the work
    shown++
  }
}
