// Exactly once, from topic to topic: what is written and how far was read are committed together, in one transaction.
import { Consumer, Producer } from 'odradek'

const bootstrapServers = process.env['BOOTSTRAP'] ?? 'localhost:9092'
await using source = new Producer({ bootstrapServers })
await Promise.all([3, 4, 5].map((n) => source.send({ topic: 'numbers', value: String(n) })))

const options = { bootstrapServers, autoOffsetReset: 'earliest', isolationLevel: 'read_committed' } as const
await using consumer = new Consumer({ ...options, groupId: 'squares', topics: ['numbers'], enableAutoCommit: false })
await using producer = new Producer({ bootstrapServers, transactionalId: 'squares-1' })

let squared = 0
while (squared < 3) {
  const records = await consumer.poll()
  if (records.length === 0) continue
  // As it is now: a consumer whose partitions were taken away while it works joins again by itself.
  const group = consumer.groupMetadata()
  await producer.transaction(async (transaction) => {
    for (const { value } of records) {
      const n = Number(new TextDecoder().decode(value!))
      void transaction.send({ topic: 'squares', value: String(n * n) })
    }
    await transaction.sendOffsets(consumer.positionsInHand(), group)
  })
  squared += records.length
}

await using reader = new Consumer({ ...options, groupId: 'readers', topics: ['squares'] })
const seen: string[] = []
while (seen.length < 3) for (const { value } of await reader.poll()) seen.push(new TextDecoder().decode(value!))
console.log(seen.join(' '))
