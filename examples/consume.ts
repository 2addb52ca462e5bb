import { Consumer } from 'odradek'

const consumer = new Consumer({
  bootstrapServers: process.env['BOOTSTRAP'] ?? 'localhost:9092',
  groupId: 'billing',
  topics: ['orders'],
  autoOffsetReset: 'earliest',
})

const text = new TextDecoder()
let count = 0
for await (const record of consumer) {
  console.log(`${record.topic}[${record.partition}]@${record.offset}: ${text.decode(record.value ?? undefined)}`)
  if (++count === 3) break // what the loop has gone past is committed; the last record is not, until it asks for the next
}

await consumer.close() // commits what was handled and leaves the group
