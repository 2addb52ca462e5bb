import { Producer } from 'odradek'

const producer = new Producer({
  bootstrapServers: process.env['BOOTSTRAP'] ?? 'localhost:9092',
  transactionalId: 'billing-1',
})

// Both records are seen by read_committed consumers together, or none is.
await producer.transaction(async (tx) => {
  await tx.send({ topic: 'invoices', key: 'customer-7', value: '{"total":12}' })
  await tx.send({ topic: 'mails', key: 'customer-7', value: '{"text":"your invoice"}' })
})
console.log('committed')

try {
  await producer.transaction(async (tx) => {
    await tx.send({ topic: 'invoices', key: 'customer-8', value: '{"total":-1}' })
    throw new Error('a total below 0')
  })
} catch (error) {
  console.log(`aborted: ${(error as Error).message}`)
}

await producer.close()
